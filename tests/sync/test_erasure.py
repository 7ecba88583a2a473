"""A person is erased: at central and at every seat, those that were away, new or restored among them."""

import subprocess
from dataclasses import replace

import pytest

from app.central import backup, erasure
from app.records.cases import Case, CaseState
from app.records.customers import Customer
from app.records.drafts import Draft
from app.records.ids import new_id
from app.records.orders import Order, OrderState, Slip
from app.store.erasure import Erasures, _Blotter
from app.sync.port import CentralAway
from tests.central.admin import Admin
from tests.central.test_erase import ADDRESS, NAME, PHONE, SECRETS, WORDS, leaks


class Person:
    """A customer with all that hangs on them, as *seat* wrote it."""

    def __init__(self, seat) -> None:
        self.customer = Customer(new_id(), NAME, (f"+86{PHONE}",), (ADDRESS,), seat.at, seat.at, "ztz")
        answers = {"name": NAME, "phone": f"+86{PHONE}", "address": ADDRESS, "request": WORDS}
        answers["category"] = "no_gas"
        case = new_id()
        with seat.store.write() as to:
            to.put(self.customer)
        self.call = seat.take_call(customer=self.customer.id, case=case, answers=answers)
        with seat.store.write() as to:
            self.case = Case(
                case, to.number("A"), self.call.id, "gas_repair", 1, f"x · {ADDRESS}", CaseState.DISPATCHED,
                seat.at, seat.agent, seat.agent, self.customer.id,
            )  # fmt: skip
            self.order = Order(
                new_id(), to.number("G"), case, "gas_repair", 1, "east", OrderState.OPEN, seat.at, seat.agent,
                answers=answers,
            )  # fmt: skip
            self.slip = Slip(new_id(), to.number("P"), self.order.id)
            for record in (self.case, self.order, self.slip):
                to.put(record)


@pytest.fixture
def admin(place):
    return Admin(place)


@pytest.fixture
def person(two):
    found = Person(two[0])
    for seat in two:
        seat.round()
    return found


def erase(place, person) -> str:
    with place.engine.begin() as connection:
        return erasure.erase(connection, (("customer", person.customer.id),), "x").id


def left(seat) -> dict[str, list[str]]:
    """Which secrets stand in which table of the seat's file."""
    with seat.store._door.read() as connection:
        names = (
            connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        )
        said = {name: repr(connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()) for name in names}
    # Of a number every four digits stand by themselves in one of them; in a salt they may by chance.
    secrets = {"phone_parts": ("1391", "9123", "5678'")}
    return {
        name: here
        for name, text in said.items()
        if (here := [s for s in (*SECRETS, *secrets.get(name, ())) if s in text])
    }


def status(place):
    with place.engine.connect() as connection:
        return erasure.standing(connection)[-1]


def test_every_seat_blots_it_out_and_says_so(place, admin, two, person):
    seat, other = two
    everywhere = {"customers", "calls", "cases", "orders", "customer_phones", "phone_parts"}
    assert left(seat).keys() == everywhere | {"outbox"}
    assert left(other).keys() == everywhere
    erase(place, person)
    assert set(status(place).waiting) >= {seat.enrolment["seat"], other.enrolment["seat"]}
    for each in two:
        each.round()
        assert left(each) == {}
        assert each.call(person.call.id).answers == {"category": "no_gas"}
        assert each.store.get(Customer, person.customer.id).name == ""
        assert each.store.get(Case, person.case.id).state is CaseState.DISPATCHED
        assert not each.store.customers(PHONE[-4:])
    assert status(place).waiting == ()
    assert leaks(place) == {}
    assert admin.json("verify")["ok"]


def test_when_it_says_so_nothing_is_left_in_the_journal_either(place, two, person):
    seat, _ = two
    path = seat.store.erasures._path
    journal = path.with_name(path.name + "-wal")
    erase(place, person)
    sizes = []

    class Watched:
        def __getattr__(self, name):
            return getattr(seat.central, name)

        def erased(self, told):
            sizes.append(journal.stat().st_size)
            return seat.central.erased(told)

    with seat.store._door.read() as reading:  # somebody looks at what was there before
        reading.exec_driver_sql("SELECT count(*) FROM calls").scalar()
        seat.round(Watched())
        assert sizes == []
    seat.round(Watched())
    assert sizes == [0]


def test_the_chain_of_the_seat_agrees_with_centrals_ever_after(place, two, person):
    seat, _ = two
    erase(place, person)
    for _ in range(2):
        seat.round()
        seat.take_call()
    # Reckoned from the beginning, over hashes where bodies are gone: hello compares it.
    with seat.store._door.write() as connection:
        connection.exec_driver_sql("DELETE FROM meta WHERE name IN ('chain_n', 'chain')")
    seat.round()
    seat.round()
    with seat.store._door.read() as connection:
        head = connection.exec_driver_sql("SELECT value FROM meta WHERE name = 'chain'").scalar()
    central = place.rows(
        "SELECT encode(chain, 'hex') AS c FROM cc.seat WHERE code = %s", seat.enrolment["seat"]
    )
    assert head == central[0]["c"]


def test_what_was_typed_while_away_does_not_come_back(place, admin, two, person):
    seat, other = two
    seat.round()
    # Away: it hears nothing, and goes on about the person, old records and new.
    other.change(person.call.id, request=WORDS + "！", solved="yes")
    with other.store.write() as to:
        to.put(replace(person.customer, addresses=(ADDRESS, ADDRESS + "甲")))
        to.save_draft(
            Draft(person.call.id, other.agent, "inquiry", 1, "phone", other.at, other.at, {"name": NAME})
        )
    late = other.take_call(customer=person.customer.id, answers={"name": NAME, "category": "hose"})
    erase(place, person)
    other.round()
    assert leaks(place) == {}
    assert left(other) == {}
    assert other.call(person.call.id).answers == {"category": "no_gas", "solved": "yes"}
    assert other.call(late.id).answers == {"category": "hose"}
    assert place.record(late.id)["body"]["a.category"] == "hose"
    assert (other.pending, other.store.outbox.state().attention) == (0, 0)
    assert other.enrolment["seat"] in status(place).told
    assert admin.json("verify")["ok"]
    seat.round()
    assert seat.call(late.id).answers == {"category": "hose"}
    assert left(seat) == {}


def test_what_waits_when_the_word_comes_is_cut_at_central_and_then_here(place, two, person):
    seat, _ = two
    erase(place, person)

    class Typing:
        """Somebody types between push and pull."""

        def __getattr__(self, name):
            return getattr(seat.central, name)

        def fill(self, *asked):
            raise AssertionError("all has come long ago")

        def pull(self, *asked):
            if not seat.pending:
                seat.change(person.call.id, request=WORDS + "！")
            return seat.central.pull(*asked)

    seat.round(Typing())
    assert seat.pending == 1
    assert seat.enrolment["seat"] in status(place).waiting  # not before nothing is left
    seat.round()
    assert left(seat) == {}
    assert seat.enrolment["seat"] in status(place).told
    assert leaks(place) == {}


def test_what_is_typed_about_the_erased_afterwards_goes_the_same_way(place, two, person):
    seat, _ = two
    erase(place, person)
    seat.round()
    seat.change(person.call.id, request=WORDS)
    seat.round()
    assert leaks(place) == {}
    assert left(seat) == {}


def test_a_seat_made_afterwards_never_hears_of_it(place, seat_at, two, person):
    erase(place, person)
    new = seat_at()
    new.round()
    assert left(new) == {}
    assert new.call(person.call.id).answers == {"category": "no_gas"}
    assert new.enrolment["seat"] in status(place).told


@pytest.mark.parametrize("step", [(Erasures, "_clear"), (_Blotter, "_ops"), (Erasures, "told")])
def test_killed_at_any_step_it_is_done_at_the_next_start(place, two, person, monkeypatch, step):
    seat, _ = two
    erase(place, person)
    with monkeypatch.context() as patch:
        patch.setattr(*step, lambda *given: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            seat.round()

    class Away:
        def hello(self, hello):
            raise CentralAway("away")

    with pytest.raises(CentralAway):
        seat.round(Away())
    assert left(seat) == {}  # it needs nobody for that
    seat.round()
    assert seat.enrolment["seat"] in status(place).told
    heard = f"{seat.store.feed.epoch()} {seat.install}"
    with seat.store._door.read() as connection:
        assert connection.exec_driver_sql("SELECT told FROM erasures").scalar() == heard


def test_where_the_answer_is_lost_it_says_it_again(place, two, person):
    seat, _ = two
    erase(place, person)

    class Lost:
        def __getattr__(self, name):
            return getattr(seat.central, name)

        def erased(self, told):
            seat.central.erased(told)
            raise CentralAway("no answer")

    with pytest.raises(CentralAway):
        seat.round(Lost())
    assert status(place).told == (seat.enrolment["seat"],)
    seat.round()
    heard = f"{seat.store.feed.epoch()} {seat.install}"
    with seat.store._door.read() as connection:
        assert connection.exec_driver_sql("SELECT told FROM erasures").scalar() == heard


@pytest.fixture
def dump(place, tmp_path):
    """Take a backup, and put it back in central's place."""
    file = tmp_path / "central.dump"
    program = backup._program

    def run(name, *words):
        subprocess.run([str(program(name, 18, None)), *words], check=True, capture_output=True)

    def take():
        run("pg_dump", "--format=custom", f"--file={file}", f"--dbname={place.url}")
        return file

    def restore():
        place.engine.dispose()
        place.rows("DROP SCHEMA cc, api, report CASCADE")
        run("pg_restore", "--exit-on-error", f"--dbname={place.url}", str(file))

    return take, restore


def test_a_backup_of_before_brings_it_back_until_the_administrator_is_told(
    place, admin, two, person, dump, seat_at
):
    seat, _ = two
    take, restore = dump
    take()
    late = seat.take_call(customer=person.customer.id, answers={"name": NAME, "category": "hose"})
    seat.round()
    id = erase(place, person)
    for each in two:
        each.round()
    restore()
    assert leaks(place)
    said = admin.ok("after-restore", "--yes")
    assert "这份备份里有 0 次抹去" in said
    for each in two:
        each.round()
        assert left(each) == {}  # who knows of it lets nothing in again
        assert (each.pending, each.store.outbox.state().attention) == (0, 0)
    assert place.record(late.id)["body"]["a.category"] == "hose"  # the rest of what the backup lacked
    (claim,) = admin.json("erase", "--status", code=4)["claims"]
    assert set(claim["seats"]) == {each.enrolment["seat"] for each in two}
    (done,) = admin.json("erase", "--again", "--yes")["erasures"]
    assert done["id"] == id
    assert leaks(place) == {}
    new = seat_at()
    for each in (*two, new):
        each.round()
        assert left(each) == {}
        assert each.call(late.id).answers == {"category": "hose"}
    assert admin.json("verify")["ok"]
    assert status(place).waiting == ()


def test_a_backup_of_afterwards_keeps_it_erased(place, admin, two, person, dump):
    take, restore = dump
    erase(place, person)
    for each in two:
        each.round()
    assert admin.json("backup-check", str(take()))["ok"]
    restore()
    assert "这份备份里有 1 次抹去" in admin.ok("after-restore", "--yes")
    for each in two:
        each.round()
        assert left(each) == {}
    assert leaks(place) == {}
    assert admin.json("verify")["ok"]

"""One file at two places: the copy finds out and gets a code of its own; nothing is lost or doubled."""

import shutil
from dataclasses import replace

import pytest

from app.records.calls import Call
from app.records.ids import number_in_run
from app.store.engine import open_engines
from app.store.store import Store
from app.sync.port import CentralRefused, Copied
from tests.sync.rig import KEY, Seat


class Copy(Seat):
    """The same profile on another computer, or the same computer put back to what it was."""

    def __init__(self, of: Seat, path) -> None:
        self.__dict__ |= of.__dict__
        self.store = Store(open_engines(path, KEY), of.session, self.now)
        self.central = self.road()


@pytest.fixture
def saved(tmp_path, request):
    """Save a seat's file as it is now; return what opens it as a seat."""

    def save(seat):
        source = seat.store._door._engines.path
        for each in source.parent.glob(f"{source.stem}*"):
            if not each.name.endswith("-shm"):
                shutil.copyfile(each, each.with_name(each.name.replace(source.stem, "copy")))

        def open_it():
            copy = Copy(seat, tmp_path / source.with_stem("copy").name)
            request.addfinalizer(copy.close)
            return copy

        return open_it

    return save


def codes(place):
    return [row["code"] for row in place.rows("SELECT code FROM cc.seat ORDER BY seat_id")]


def test_a_cloned_profile_gets_another_code_before_its_next_number(place, seat_at, saved):
    seat = seat_at()
    seat.round()
    twin = saved(seat)()
    seat.store.feed._greeted = False  # started again, as the twin is
    seat.round()
    assert seat.round().code == ""
    done = twin.round()
    assert done.code == twin.store.feed.seat_code() == f"{seat.enrolment['seat']}B"
    numbers = [each.take_call().number for each in (seat, twin)]
    for each in (seat, twin, seat, twin):
        each.round()
    assert numbers[0].startswith(f"L{seat.enrolment['seat']}-")
    assert numbers[1].startswith(f"L{done.code}-")
    assert len(place.rows("SELECT 1 FROM cc.record WHERE kind = 'call'")) == 2
    assert sorted(c.number for c in twin.store.find(Call, form="inquiry")) == sorted(numbers)


def test_a_copy_leaves_leased_numbers_to_the_one_that_goes_on(place, seat_at, saved):
    place.rows("INSERT INTO cc.series (tenant, prefix, size, epoch) SELECT 1, 'L', 10, epoch FROM cc.epoch")
    seat = seat_at()
    seat.round()
    twin = saved(seat)()
    seat.store.feed._greeted = False
    for each in (seat, twin):
        each.round()
    numbers = [each.take_call().number for each in (seat, twin, seat)]
    assert numbers == [number_in_run("L", 0, count) for count in (1, 21, 2)]


def test_a_machine_put_back_loses_nothing_of_either_life(place, seat_at, saved):
    seat = seat_at()
    before = seat.take_call()
    seat.round()
    rolled_back = saved(seat)
    first_life = [seat.take_call().id for _ in range(3)]
    seat.round()
    seat.store.close()
    back = rolled_back()
    second_life = [back.take_call().id for _ in range(5)]
    back.round()
    calls = {row["id"] for row in place.rows("SELECT id::text FROM cc.record WHERE kind = 'call'")}
    assert calls == {before.id, *first_life, *second_life}
    assert all(back.call(id) for id in calls)
    assert back.pending == 0
    assert codes(place)[-1] == f"{seat.enrolment['seat']}B"


def test_two_copies_that_both_run_are_told_apart_by_what_they_send(place, seat_at, saved):
    seat = seat_at()
    seat.round()
    twin = saved(seat)()
    twin.store.feed._greeted = True  # put back while it ran: the same start, the same token
    made = [seat.take_call().id, twin.take_call().id]
    seat.round()
    twin.round()
    calls = {row["id"] for row in place.rows("SELECT id::text FROM cc.record WHERE kind = 'call'")}
    assert calls == set(made)
    assert twin.store.feed.install() != seat.store.feed.install()


def test_a_lost_answer_to_hello_makes_no_copy(place, seat_at):
    seat = seat_at()
    seat.central.hello(seat.store.feed.hello())  # and nobody noted what it said
    seat.store.feed._greeted = False  # killed and started again
    seat.round()
    seat.store.feed._greeted = False
    seat.central.hello(seat.store.feed.hello())
    seat.round()
    assert len(codes(place)) == 1


def test_who_was_never_a_copy_of_this_seat_gets_no_code(seat_at):
    seat, other = seat_at(), seat_at()
    seat.round()
    other.round()
    foreign = replace(other.store.feed.hello(), was=other.install)
    with pytest.raises(CentralRefused) as refused:
        seat.central.hello(foreign)
    assert refused.value.code == "rights"


def test_an_older_token_is_a_copy(seat_at):
    seat = seat_at()
    old = seat.store.feed.hello()
    seat.round()
    seat.store.feed._greeted = False
    seat.round()
    with pytest.raises(Copied):
        seat.central.hello(old)


def test_what_a_copy_wrote_before_it_knew_keeps_its_author(place, seat_at, saved):
    seat = seat_at()
    seat.round()
    twin = saved(seat)()
    twin.take_call()
    seat.store.feed._greeted = False
    seat.round()
    twin.round()
    assert place.rows("SELECT 1 FROM cc.rejected") == []


def test_what_both_lives_hold_is_taken_once(place, seat_at, saved):
    seat = seat_at()
    seat.round()
    call = seat.take_call()
    seat.change(call.id, name="李四")
    rolled_back = saved(seat)
    seat.round()
    seat.change(call.id, name="王五")
    seat.round()
    seat.store.close()
    back = rolled_back()
    back.round()
    assert place.rows("SELECT 1 FROM cc.conflict") == []
    assert place.record(call.id)["body"]["a.name"] == "王五"
    assert back.call(call.id).answers["name"] == "王五"
    answers = place.rows("SELECT count(DISTINCT (status, ver)) AS c FROM cc.op_log GROUP BY op_id")
    assert {row["c"] for row in answers} == {1}


def test_two_processes_on_one_file_are_no_copies(place, seat_at):
    seat = seat_at()
    seat.round()
    other = Copy(seat, seat.store._door._engines.path)
    late = seat.store.feed.hello()
    other.round()  # started meanwhile, with a token of its own
    with pytest.raises(Copied):
        seat.central.hello(late)
    seat.store.feed.part()
    seat.round()
    other.close()
    assert len(codes(place)) == 1


def test_a_process_that_starts_while_another_is_answered_is_no_copy(place, seat_at):
    seat = seat_at()
    seat.round()
    other = Copy(seat, seat.store._door._engines.path)
    asked = seat.central.hello(seat.store.feed.hello())
    other.store.feed._take_token()  # it starts, and has not said hello yet
    seat.store.feed.welcomed(asked)
    other.round()
    seat.round()
    other.close()
    assert len(codes(place)) == 1


def test_an_answer_noted_late_takes_no_process_its_token(place, seat_at, monkeypatch):
    """Two were answered at once; before the later one notes it, a third has started."""
    seat = seat_at()
    seat.round()
    seat.central.close()  # a login has few connections
    path = seat.store._door._engines.path
    first, second, third = (Copy(seat, path) for _ in range(3))
    answers = [each.central.hello(each.store.feed.hello()) for each in (first, second)]
    read = second.store.feed._meta

    def late():
        meta = read()
        first.store.feed.welcomed(answers[0])
        answers.append(third.central.hello(third.store.feed.hello()))
        return meta

    monkeypatch.setattr(second.store.feed, "_meta", late)
    second.store.feed.welcomed(answers[1])
    third.store.feed.welcomed(answers[2])
    for each in (third, first):
        each.round()
    for each in (first, second, third):
        each.close()
    assert len(codes(place)) == 1


# -- the chain --


def test_a_history_rewritten_at_central_is_noticed_and_the_queue_kept(place, seat_at):
    seat = seat_at()
    seat.take_call()
    seat.round()
    place.rows("UPDATE cc.op_log SET chain = sha256(chain) WHERE seat_seq = 2")
    seat.take_call()
    with pytest.raises(CentralRefused) as refused:
        seat.round()
    assert (refused.value.code, seat.pending) == ("history", 1)


def test_the_chain_of_the_seat_is_the_chain_of_central(place, seat_at):
    seat = seat_at()
    for _ in range(3):
        seat.take_call()
        seat.round()
    head = seat.store.feed.hello().head
    (there,) = place.rows("SELECT last_seq, encode(chain, 'hex') AS chain FROM cc.seat")
    assert (head.n, head.chain) == (there["last_seq"], there["chain"])

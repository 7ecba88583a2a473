"""What PostgreSQL says, in our words."""

import select
import subprocess
import sys

import pytest

from app.records.accounts import Role
from app.records.ids import new_id
from app.records.ops import Cursor, Head, Hello
from app.records.presence import Action, State
from app.store import slots
from app.sync.agents import AgentDoor
from app.sync.port import CentralAway, CentralRefused, Copied, DataRefused, EpochChanged, Gap
from app.sync.postgres import Address, PostgresCentral
from app.sync.presence import SeatLine
from tests.central.rig import CHEAP, PASSWORD


@pytest.fixture(autouse=True)
def _cheap_keys(monkeypatch):
    new_pair = slots.new_pair
    monkeypatch.setattr(slots, "new_pair", lambda password: new_pair(password, CHEAP))


@pytest.fixture
def address(place):
    return Address(place.server.host, place.server.port, place.database)


def _of(install):
    return Hello(install, "", "", "token", 1, 0, Head())


def _hello(seat):
    return seat.central.hello(seat.store.feed.hello())


def test_the_driver_is_not_imported_before_it_is_needed():
    words = (
        "import sys, app.sync.round, app.sync.postgres as p\n"
        "p.PostgresCentral(p.Address('127.0.0.1', 1, 'x'), 'x', 'x').close()\n"
        "print('psycopg' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_no_central_at_all_is_away():
    with pytest.raises(CentralAway):
        PostgresCentral(Address("127.0.0.1", 1, "x"), "x", "x").hello(_of("i"))


@pytest.mark.parametrize("tls", ["disable", "prefer", "require"])
def test_over_a_network_nothing_is_said_to_a_central_nobody_vouches_for(tls):
    with pytest.raises(CentralRefused) as refused:
        PostgresCentral(Address("192.0.2.1", 5432, "x", tls), "x", "x").hello(_of("i"))
    assert refused.value.code == "plain"


def _hears(seat, seconds):
    return bool(select.select([seat.central.news()], [], [], seconds)[0])


def test_who_waits_hears_that_another_has_pushed_at_most_once_a_second(place, seat_at):
    author, waiting = seat_at(), seat_at()
    assert waiting.central.news() is None
    author.round()
    waiting.round()
    place.rows("UPDATE cc.centre SET woken_at = '-infinity' RETURNING 1")  # a second ago is long ago
    author.take_call()
    author.round()
    assert _hears(waiting, 5)
    assert waiting.round().pulled
    assert not _hears(waiting, 0)
    assert not waiting.central._connection._notifies_backlog  # the driver would keep them for ever
    for _ in range(3):
        author.take_call()
        author.round()
    assert not _hears(waiting, 0.2)
    assert not _hears(author, 0)


@pytest.mark.parametrize("words", [{"password": "wrong"}, {"login": "seat_nobody"}])
def test_a_wrong_login_wants_a_person(seat_at, words):
    with pytest.raises(CentralRefused) as refused:
        seat_at().road(**words).hello(_of("i"))
    assert refused.value.code == "login"


def test_a_second_computer_on_the_same_login_is_refused(seat_at):
    seat = seat_at()
    _hello(seat)
    with pytest.raises(CentralRefused) as refused:
        seat.central.hello(_of("another"))
    assert refused.value.code == "rights"


def test_an_old_copy_is_told_so(seat_at):
    seat = seat_at()
    seat.round()
    with pytest.raises(Copied):
        seat.central.hello(_of(seat.install))


def test_a_central_without_our_functions_is_of_another_version(place, seat_at):
    place.rows("DROP FUNCTION api.hello_v2")
    with pytest.raises(CentralRefused) as refused:
        _hello(seat_at())
    assert refused.value.code == "version"


def test_an_epoch_a_gap_and_bad_data_have_their_own_words(seat_at):
    seat = seat_at()
    epoch = _hello(seat).epoch
    with pytest.raises(EpochChanged):
        seat.central.push("old", [])
    with pytest.raises(EpochChanged):
        seat.central.pull("old", Cursor(), 10)
    seat.take_call()
    with pytest.raises(Gap) as gap:
        seat.central.push(epoch, [op.body for op in seat.store.outbox.waiting(10)][1:])
    assert gap.value.last_n == 0
    for unreadable in ("no op", "\0", "\ud800"):
        with pytest.raises(DataRefused) as refused:
            seat.central.push(epoch, [unreadable])
        assert refused.value.sqlstate[:2] == "22"
    assert seat.central.pull(epoch, Cursor(), 10).images == ()  # the connection is still good


def test_a_heartbeat_says_who_sits_there_and_nothing_else(place, seat_at):
    seat = seat_at()
    line = SeatLine(seat.central)
    assert line.beat(seat.agent, State.READY, "", ()) == []
    line.beat(None, State.OFFLINE, "", ())
    assert [(r["agent"], r["state"]) for r in place.rows("SELECT * FROM cc.pulse")] == [("", "offline")]


def test_what_a_newer_central_says_and_this_program_does_not_know_is_passed_over(place, seat_at):
    seat = seat_at()
    seat.round()
    line = SeatLine(seat.central)
    place.rows("ALTER TABLE cc.directive DROP CONSTRAINT directive_action_check")
    id, no = place.agent(Role.LEAD)
    place.rows(
        "INSERT INTO cc.directive (tenant, seat_id, action, why, by_agent)"
        " SELECT 1, seat_id, a, 'why', %s FROM cc.seat, unnest(ARRAY['dance', 'lock']) AS a",
        str(id),
    )
    (told,) = line.beat(seat.agent, State.READY, "", ())
    assert (told.action, told.why, told.name) == (Action.LOCK, "why", f"{no} 王小明")


def test_a_seat_asks_how_all_stand_for_a_lead_alone(place, address, seat_at):
    seat = seat_at()
    seat.round()
    _, no = place.agent(Role.LEAD)
    line = SeatLine(seat.central)
    line.beat(seat.agent, State.AWAY, "meal", ())
    session = AgentDoor(address, no, PASSWORD).sign_in(seat.install).session.id
    floor = line.floor(session)
    assert [(each.agent, each.state, each.reason) for each in floor.stands] == [
        (seat.agent, State.AWAY, "meal")
    ]
    assert floor.at >= floor.stands[0].heard_at >= floor.stands[0].since
    with pytest.raises(CentralRefused, match="rights"):
        line.floor(new_id())


def test_an_agent_signs_in_by_their_own_password(place, address, seat_at):
    seat = seat_at()
    id, no = place.agent(Role.LEAD)
    seat.round()
    answer = AgentDoor(address, f" {no} ", PASSWORD).sign_in(seat.install)
    assert (answer.agent.id, answer.agent.role, answer.agent.active) == (id, Role.LEAD, True)
    assert (answer.session.agent, answer.session.install) == (id, seat.install)
    assert answer.session.confirmed
    private = slots.open_wrapped(answer.wrapped_key, PASSWORD, CHEAP)
    assert slots.public_of(private) == answer.agent.public_key
    # What the seat then writes of that session says nothing new to central.
    with seat.store.write() as writer:
        writer.put(answer.session)
    assert (seat.round().conflicts, seat.pending) == (0, 0)
    assert place.rows("SELECT count(*) AS c FROM cc.session WHERE confirmed")[0]["c"] == 1


def test_a_wrong_password_signs_nobody_in(place, address):
    _, no = place.agent()
    with pytest.raises(CentralRefused) as refused:
        AgentDoor(address, no, "wrong").sign_in("install")
    assert refused.value.code == "login"
    assert place.rows("SELECT 1 FROM cc.session") == []

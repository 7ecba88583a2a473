"""Where an agent is: every change is kept, a reason may be said later, no set clock makes it longer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.desk.leaves import Leaves
from app.desk.presence import LOST_AFTER, FloorDesk, Presences, Told
from app.records.accounts import Role, Session
from app.records.ids import new_id
from app.records.leaves import Answer, Leave
from app.records.presence import Action, Floor, Presence, Stand, State


class Tick:
    """A clock that goes on whatever is set."""

    def __init__(self):
        self.at = 1000.0

    def __call__(self):
        return self.at


@pytest.fixture
def tick():
    return Tick()


@pytest.fixture
def presence(opened, clock, tick, forms):
    return Presences(opened.store, opened.agent.id, "L01", clock, tick, forms)


@pytest.fixture
def go(clock, tick):
    """Let time pass on both clocks."""

    def go(seconds):
        clock.go(seconds=seconds)
        tick.at += seconds

    return go


def kept(opened):
    found = opened.store.find(Presence, agent=opened.agent.id, newest_first=False)
    return [(each.state, each.source, each.reason, each.lasted) for each in found]


def test_each_change_is_kept_with_what_the_one_before_lasted(presence, opened, go):
    presence.come("sign_in")
    go(90)
    presence.turn(presence.begun(State.BUSY, "key"))
    go(30)
    presence.turn(presence.begun(State.AWAY, "system_idle"))
    assert kept(opened) == [
        (State.READY, "sign_in", "", 0),
        (State.BUSY, "key", "", 90),
        (State.AWAY, "system_idle", "", 30),
    ]


def test_the_same_state_again_is_nothing_new(presence, opened):
    presence.come("sign_in")
    presence.turn(presence.begun(State.READY, "key"))
    assert len(kept(opened)) == 1


@pytest.mark.parametrize("jump", [timedelta(days=-1), timedelta(days=1), timedelta(hours=1)])
def test_a_clock_that_was_set_changes_no_duration(presence, opened, go, clock, jump):
    presence.come("sign_in")
    stay = presence.begun(State.AWAY, "key")
    presence.turn(stay)
    go(600)
    clock.at += jump
    presence.come("unlock", stay)
    assert kept(opened)[-1] == (State.READY, "unlock", "", 600)


def test_a_long_time_away_without_a_reason_is_asked_for_and_said_once(presence, opened, go):
    stay = presence.begun(State.AWAY, "key")
    presence.turn(stay)
    go(60)
    presence.come("unlock", stay)
    assert presence.unsaid == stay
    presence.say("meal", "")
    assert presence.unsaid is None
    told = opened.store.find(Presence, agent=opened.agent.id)[0]
    assert (told.state, told.reason, told.since) == (State.AWAY, "meal", stay.since)
    presence.say("rest", "")
    assert len(kept(opened)) == 3


@pytest.mark.parametrize(("reason", "seconds"), [("", 59), ("meal", 3600)])
def test_a_short_time_away_or_one_with_a_reason_is_not(presence, go, reason, seconds):
    stay = presence.begun(State.AWAY, "key")
    presence.turn(stay)
    go(seconds)
    presence.come(
        "unlock", stay if not reason else type(stay)(stay.state, stay.since, stay.tick, "key", reason)
    )
    assert presence.unsaid is None


def test_a_run_that_was_killed_left_nobody_there(presence, opened, clock, go):
    presence.come("sign_in")
    go(3600)
    killed = clock()
    go(600)
    presence.note_crash(killed)
    presence.come("sign_in")
    presence.note_crash(killed)
    assert kept(opened) == [(State.READY, "sign_in", "", 0), (State.OFFLINE, "crash", "", 0),
                            (State.READY, "sign_in", "", 0)]  # fmt: skip
    assert opened.store.find(Presence, agent=opened.agent.id)[1].since == killed


def test_one_who_had_left_was_not_there_when_it_was_killed(presence, opened, clock):
    presence.come("sign_in")
    presence.turn(presence.begun(State.OFFLINE, "sign_out"))
    presence.note_crash(clock())
    assert len(kept(opened)) == 2


class Line:
    def __init__(self, *stands, at):
        self.stands, self.at, self.said = stands, at, []

    def floor(self, session):
        return Floor(self.stands, self.at)

    def direct(self, session, seat, action, why):
        self.said.append((seat, action, why))


@pytest.fixture
def floor(forms, clock, opened):
    def made(*stands, role=Role.LEAD):
        session = Session(new_id(), new_id(), role, "i", clock())
        line = Line(*stands, at=clock())
        leaves = Leaves(opened.store, session, line, clock)
        return FloorDesk(line, session, forms.lists, leaves, Told(opened.store)), line

    return made


def stand(clock, state, silent=0.0):
    return Stand(
        "A01", new_id(), state, "", clock() - timedelta(hours=1), clock() - timedelta(seconds=silent)
    )


@pytest.mark.parametrize("state", [State.READY, State.AWAY, State.BUSY])
def test_a_seat_that_is_silent_is_lost_and_not_away(floor, clock, state):
    silent, heard = stand(clock, state, 45.1), stand(clock, state, 45)
    shown = floor(silent, heard)[0].floor().stands
    assert [each.state for each in shown] == [State.LOST, state]
    assert shown[0].since == clock() - LOST_AFTER - timedelta(milliseconds=100)


def test_a_seat_everybody_left_is_not_lost(floor, clock):
    assert floor(stand(clock, State.OFFLINE, 9999))[0].floor().stands[0].state is State.OFFLINE


def test_only_leads_at_a_seat_with_a_central_see_the_others(floor, clock):
    lead, _ = floor()
    assert lead.may_see
    assert not floor(role=Role.AGENT)[0].may_see
    assert not floor(role=Role.QA)[0].may_see
    session = Session(new_id(), new_id(), Role.LEAD, "i", clock())
    assert not FloorDesk(None, session, {}, lead.leaves, dict).may_see


def test_a_word_to_a_seat_is_no_longer_than_central_takes(floor):
    desk, line = floor()
    desk.direct("A02", Action.LOCK, "  " + "忙" * 300)
    assert line.said == [("A02", Action.LOCK, "忙" * 200)]


def test_the_longest_time_away_is_the_centres(floor):
    desk, _ = floor()
    assert desk.limit("meal") == timedelta(minutes=30)
    assert desk.limit("") is None
    assert desk.limit("no such") is None


def seated(agent, clock, state=State.READY, seat="A01", reason=""):
    return Stand(seat, agent, state, reason, clock(), clock())


def test_who_left_a_seat_locked_that_another_works_at_is_away_still(presence, opened, floor, clock, go):
    presence.turn(presence.begun(State.AWAY, "key").said("meal", "", None))
    go(600)
    (away,) = floor(seated(new_id(), clock, seat="L01"))[0].floor().parked
    assert (away.seat, away.agent, away.reason) == ("L01", opened.agent.id, "meal")
    assert clock() - away.since == timedelta(minutes=10)


def test_nobody_is_parked_who_is_here_or_came_back_or_is_gone_for_a_day(presence, opened, floor, clock, go):
    other, me = new_id(), opened.agent.id
    presence.turn(stay := presence.begun(State.AWAY, "key"))
    assert floor(seated(me, clock, seat="A02"), seated(other, clock, seat="L01"))[0].floor().parked == ()
    assert floor(seated(other, clock, seat="A09"))[0].floor().parked == ()
    go(24 * 3600 - 1)
    here, _ = floor(seated(other, clock, seat="L01"))
    assert len(here.floor().parked) == 1
    presence.come("unlock", stay)
    assert here.floor().parked == ()
    presence.turn(presence.begun(State.AWAY, "key"))
    go(24 * 3600)
    assert floor(seated(other, clock, seat="L01"))[0].floor().parked == ()


@pytest.mark.parametrize("late", [False, True])
def test_what_was_told_since_is_known_even_where_a_seat_comes_late(opened, clock, late):
    def tell(id=""):
        told = Presence(id or new_id(), new_id(), "A01", State.READY, clock(), clock(), "key")
        with opened.store.write() as to:
            to.put(told)
        return told.agent

    first, told = tell(), Told(opened.store)
    with opened.store.write() as to:
        for _ in range(150):
            to.put(Presence(new_id(), first, "A01", State.READY, clock(), clock(), "key"))
    assert len(told()[first]) == 151
    other = tell("01900000-0000-7000-8000-000000000001" if late else "")
    assert set(told()) == {first, other}
    assert [each.id for each in told()[first]] == sorted(each.id for each in told()[first])


def test_who_is_on_a_leave_is_away_as_long_as_that_and_counts_today(presence, opened, floor, clock, go):
    me = opened.agent.id
    leave = Leave(new_id(), me, "personal", clock(), 45, clock(), state=Answer.APPROVED)
    with opened.store.write() as to:
        to.put(leave)
    presence.turn(presence.begun(State.AWAY, "key").said("personal", "", leave))
    go(300)
    stand = replace(seated(me, clock, State.AWAY, "L01", "personal"), since=clock() - timedelta(minutes=5))
    desk, _ = floor(stand)
    shown = desk.floor()
    assert shown.leaves == {me: leave}
    assert desk.limit("personal", leave) == timedelta(minutes=45)
    assert shown.today == {me: timedelta(minutes=5)}
    assert floor(replace(stand, reason="meal"))[0].floor().leaves == {}
    assert desk.wants_approval(stand)
    assert not desk.wants_approval(replace(stand, reason="meal"))

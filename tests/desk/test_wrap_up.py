"""On a call and after it: as the telephone system tells, with a clock, and longer for a reason."""

from dataclasses import replace

import pytest

from app.desk.presence import FloorDesk, Presences, Told
from app.desk.stays import spans
from app.forms.load import Forms
from app.forms.spec import Choice
from app.forms.telephony import told_of
from app.forms.wrap_up import WrapUp
from app.records.accounts import Role, Session
from app.records.ids import new_id
from app.records.presence import Floor, Presence, Stand, State

PHONE = "13800001234"
LONGER, FAULT = Choice("long_record", {}, 3), Choice("fault", {})


class Tick:
    def __init__(self):
        self.at = 1000.0

    def __call__(self):
        return self.at


@pytest.fixture
def tick():
    return Tick()


@pytest.fixture
def go(clock, tick):
    def go(seconds):
        clock.go(seconds=seconds)
        tick.at += seconds

    return go


@pytest.fixture
def rule():
    return Forms(lists={"wrap_up": (LONGER, FAULT)})


@pytest.fixture
def presence(opened, clock, tick, rule):
    made = Presences(opened.store, opened.agent.id, "L01", clock, tick, rule)
    made.come("sign_in")
    return made


@pytest.fixture
def tell(presence, calls, clock):
    """Let the telephone system tell one word; return the state after it."""

    def tell(event, ref="1", number=PHONE):
        presence.follow(calls.rings.hear(told_of({"event": event, "ref": ref, "number": number}, clock())))
        return presence.stay.state

    return tell


def kept(opened):
    found = opened.store.find(Presence, agent=opened.agent.id, newest_first=False)
    return [(each.state, each.source, each.reason, each.lasted, each.allowed) for each in found]


def test_a_call_and_the_time_after_it_are_what_the_telephone_tells(tell, opened, go):
    assert tell("ring") is State.READY
    go(8)
    assert tell("answer") is State.ON_CALL
    go(100)
    assert tell("end") is State.WRAP_UP
    assert kept(opened)[1:] == [
        (State.ON_CALL, "telephony", "", 8, None), (State.WRAP_UP, "telephony", "", 100, 60),
    ]  # fmt: skip


@pytest.mark.parametrize("words", [["ring", "missed"], ["ring", "end"], ["message"]])
def test_who_reached_nobody_changes_no_state(tell, words):
    assert [tell(word) for word in words] == [State.READY] * len(words)


def test_who_was_put_on_hold_is_still_talked_with(tell):
    tell("answer", "1")
    tell("answer", "2", "13900001111")
    assert tell("end", "2", "13900001111") is State.ON_CALL
    assert tell("end", "1") is State.WRAP_UP


def test_a_call_whose_end_was_never_told_holds_up_no_later_one(tell, presence):
    tell("answer", "1")
    presence.wrap_up("key")
    assert tell("answer", "2", "13900001111") is State.ON_CALL
    assert tell("end", "2", "13900001111") is State.WRAP_UP


def test_an_end_takes_nobody_out_of_a_state_they_chose(tell, presence):
    tell("answer")
    presence.turn(presence.begun(State.BUSY, "key"))
    assert tell("end") is State.BUSY


def test_longer_is_kept_with_its_reason_and_is_the_same_stay(presence, opened, go):
    presence.wrap_up("key")
    go(50)
    presence.extend(LONGER, "")
    assert presence.stay.allowed == 60 + 180
    go(200)  # ten over
    presence.extend(LONGER, "")
    assert presence.stay.allowed == 250 + 180
    presence.extend(FAULT, "x" * 200)
    assert presence.stay.allowed is None
    go(5)
    presence.turn(presence.begun(State.READY, "key"))
    assert [(each[0], *each[2:]) for each in kept(opened)[1:]] == [
        (State.WRAP_UP, "", 0, 60),
        (State.WRAP_UP, "long_record", 0, 240),
        (State.WRAP_UP, "long_record", 0, 430),
        (State.WRAP_UP, "fault", 0, None),
        (State.READY, "", 255, None),
    ]
    told = opened.store.find(Presence, agent=opened.agent.id)
    assert len({each.since for each in told if each.state is State.WRAP_UP}) == 1
    assert [(each.state, each.seconds, each.reason) for each in spans(told)] == [
        (State.READY, 0, ""), (State.WRAP_UP, 255, "fault"), (State.READY, None, ""),
    ]  # fmt: skip


def test_nobody_is_given_longer_who_left_it(presence, opened):
    before = kept(opened)
    presence.extend(LONGER, "")
    assert (presence.stay.state, kept(opened)) == (State.READY, before)


def test_it_ends_by_itself_only_where_the_centre_wants_that(presence, rule, go):
    presence.wrap_up("key")
    go(61)
    assert presence.end_by_itself() == 0
    assert presence.stay.state is State.WRAP_UP
    rule.wrap_up = WrapUp(90, returns=True)
    presence.turn(presence.begun(State.READY, "key"))
    presence.wrap_up("key")
    go(30)
    assert (presence.end_by_itself(), presence.stay.state) == (60, State.WRAP_UP)
    go(60)
    assert (presence.end_by_itself(), presence.stay.state) == (0, State.READY)
    assert presence.stay.source == "timer"


@pytest.mark.parametrize(("used", "left"), [(45, 15), (70, 0)])
def test_a_lock_stops_its_clock_and_unlocked_it_goes_on(presence, opened, go, used, left):
    presence.wrap_up("key")
    go(used)
    locked, away = presence.stay, presence.begun(State.AWAY, "key")
    presence.turn(away)
    go(600)
    presence.come("unlock", away, locked)
    assert (presence.stay.state, presence.stay.allowed) == (State.WRAP_UP, left)
    assert kept(opened)[-1] == (State.WRAP_UP, "unlock", "", 600, left)


def test_a_call_that_ended_behind_the_lock_has_its_time_after(presence, tell, calls, clock, go):
    tell("answer")
    locked, away = presence.stay, presence.begun(State.AWAY, "idle")
    presence.turn(away)
    go(30)
    presence.come("unlock", away, locked)
    assert presence.stay.state is State.ON_CALL
    presence.follow(calls.rings.hear(told_of({"event": "end", "ref": "1"}, clock())))
    assert (presence.stay.state, presence.stay.allowed) == (State.WRAP_UP, 60)


def test_who_comes_back_from_elsewhere_is_ready(presence, go):
    away = presence.begun(State.AWAY, "key")
    locked = replace(presence.stay, state=State.BUSY)
    presence.turn(away)
    go(5)
    presence.come("unlock", away, locked)
    assert (presence.stay.state, presence.stay.allowed) == (State.READY, None)


# -- as a lead sees it --


class Line:
    def __init__(self, *stands, at):
        self.stands, self.at = stands, at

    def floor(self, session):
        return Floor(self.stands, self.at)


def floor(opened, clock, *stands):
    lead = Session(new_id(), new_id(), Role.LEAD, "i", clock())
    line = Line(*stands, at=clock())
    leaves = type("None_", (), {"covering": lambda *told: None})()
    return FloorDesk(line, lead, {"wrap_up": (LONGER,)}, leaves, Told(opened.store))


def test_a_lead_is_told_how_long_it_may_last(presence, opened, clock):
    presence.wrap_up("key")
    presence.extend(LONGER, "")
    here = Stand("L01", opened.agent.id, State.WRAP_UP, "long_record", clock(), clock())
    other = replace(here, seat="L02")
    desk = floor(opened, clock, here, other, replace(here, state=State.READY))
    assert [each.allowed and each.allowed.total_seconds() for each in desk.floor().stands] == [
        240, None, None,
    ]  # fmt: skip
    assert desk.more["long_record"] is LONGER


@pytest.mark.parametrize("state", [State.ON_CALL, State.WRAP_UP])
def test_who_talks_or_writes_at_two_seats_works_at_both(opened, clock, state):
    one = Stand("L01", opened.agent.id, State.READY, "", clock(), clock())
    desk = floor(opened, clock, one, replace(one, seat="L02", state=state))
    assert desk.twice(desk.floor()) == {opened.agent.id: ("L01", "L02")}

"""What somebody may try with the reasons, the times and the records of leaving (lock.md §6, 30 to 32)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from app.desk import clock
from app.desk.leaves import Leaves
from app.desk.presence import UNSAID_AFTER, FloorDesk, Presences, Told
from app.desk.stays import Span, away, spans, split
from app.forms.load import Forms
from app.forms.spec import Choice
from app.records.accounts import Role
from app.records.ids import new_id
from app.records.leaves import Answer, Leave
from app.records.presence import LONGEST_NOTE, Floor, Presence, Stand, State
from app.ui.lock import LockPage
from app.ui.panels.floor import FloorPage, FloorTools
from app.ui.workplace import Workplace
from tests.flows.conftest import ALONE_PASSWORD, LOCK, centre, seats, sit, work

__all__ = ["centre", "seats", "sit"]

pytestmark = pytest.mark.attack
LONG = "<b>回家</b><img src=x onerror=alert(1)>" * 400


def with_reasons(program, *reasons):
    program.forms.lists = {**program.forms.lists, "away": reasons}
    return program


def reason(code, **told):
    return Choice(code, {"zh_CN": f"原因 {code}"}, **told)


def in_the_window(part):
    window = part.window()
    corner = part.mapTo(window, QPoint(0, 0))
    return window.rect().contains(corner) and window.rect().contains(corner + part.rect().bottomRight())


def mine(program):
    return program.opened.store.find(Presence, agent=program.opened.agent.id, newest_first=False)


# -- 30: the list of reasons, and what is typed beside one --


def test_30_without_a_list_it_locks_and_asks_for_the_password(program, hands, come_back):
    with_reasons(program)
    hands.press(*LOCK)
    page = program.window.centralWidget()
    assert isinstance(page, LockPage)
    assert not page.reasons.isVisible()
    hands.until(lambda: not page._deaf.isActive(), "deaf for ever")
    assert hands.focus() is page.password
    come_back()
    assert mine(program)[-2].reason == ""


@pytest.mark.parametrize("place", [0, 8, 199])
def test_30_two_hundred_reasons_leave_the_password_in_reach(program, hands, come_back, place):
    with_reasons(program, *(reason(f"r{n}") for n in range(200)))
    program.window.resize(1366, 768)
    hands.press(*LOCK)
    page = program.window.centralWidget()
    hands.until(lambda: not page._deaf.isActive(), "deaf for ever")
    for part in (page.who, page.away, page.password, page.button, page.other):
        assert in_the_window(part), part
    if place < 9:
        hands.press(Qt.Key.Key_1 + place)
    else:
        for _ in range(place + 1):
            hands.press(Qt.Key.Key_Down)
        assert in_the_window(page.reasons.options.buttons[place])
        hands.press(Qt.Key.Key_Return)
    assert program._locked.stay.reason == f"r{place}"
    come_back()
    assert mine(program)[-2].reason == f"r{place}"


def test_30_a_code_the_centre_has_deleted_goes_on_as_it_was_said(program, hands, come_back, clocked):
    with_reasons(program, reason("gone", minutes=5))
    hands.press(*LOCK)
    program.window.centralWidget().reasons._pick(0)
    with_reasons(program, reason("other"))
    come_back()
    assert mine(program)[-2].reason == "gone"
    page = floor_page(program, Stand("A07", new_id(), State.AWAY, "gone", clocked, clocked))
    assert "gone" in page._about(page._floor.stands[0])
    assert page._tools.desk.limit("gone") is None


@pytest.mark.parametrize("text", [LONG, "回家" * 5000, "a\nb\x00c\u202edcba"])
def test_30_a_note_is_short_plain_text_wherever_it_goes(program, hands, come_back, text):
    with_reasons(program, reason("other", note=True))
    hands.press(*LOCK)
    page = program.window.centralWidget()
    page.reasons._pick(0)
    page.reasons.note.setText(text)
    page.reasons._note_entered()
    come_back()
    (said,) = [each for each in mine(program) if each.reason == "other"]
    assert 0 < len(said.note) <= LONGEST_NOTE
    assert said.note.splitlines() == [said.note]


def test_30_what_is_said_of_a_leave_is_short_plain_text_wherever_it_goes(program):
    store, me = program.opened.store, program.opened.agent.id
    leaves = work(program)._desk.leaves
    kept = leaves.ask("other", clock.now(), 10**15, None, LONG)
    assert len(kept.note) == LONGEST_NOTE
    refused = replace(kept, state=Answer.REFUSED, decided_by=me, decided_at=clock.now(), why=LONG[:200])
    with store.write() as to:
        to.put(refused)
        to.put(replace(refused, id=new_id(), agent=new_id(), state=Answer.ASKED))
    work(program).leaves.look()
    page = floor_page(program)
    work(program).open("leave", "leave")
    assert len(page._requests) == 1
    for label in program.window.findChildren(QLabel):
        if "<b>" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()


@pytest.fixture
def clocked():
    return clock.now()


class _Line:
    """A central that stands still."""

    def __init__(self, stands):
        self.stands = stands

    def floor(self, session):
        return Floor(self.stands, clock.now())


def floor_page(program, *stands):
    """The floor as a lead at this seat sees it, over a central with these *stands*."""
    session = replace(program.opened.session, role=Role.LEAD)
    line, store = _Line(stands), program.opened.store
    leaves = Leaves(store, session, line, clock.now)
    desk = FloorDesk(line, session, program.forms.lists, leaves, Told(store))

    def at_once(job, done, failed):
        done(job())
        return True

    jottings = work(program)._desk.jottings
    page = FloorPage(FloorTools(desk, lambda id: "1009 某某", at_once, clock.now, "zh_CN", jottings))
    work(program).tabs.put(page)
    page.refresh()
    return page


# -- 31: times --


def test_31_a_reason_never_chosen_is_asked_for_on_return_and_stays_unsaid(program, hands, come_back):
    hands.press(*LOCK)
    me = program._locked.agent.id
    parked = program._parked[me]
    program._parked[me] = replace(parked, stay=replace(parked.stay, tick=parked.stay.tick - UNSAID_AFTER))
    page = come_back()
    assert page.tabs.strips.holds("why")
    gone, back = mine(program)[-2:]
    assert (gone.state, gone.reason) == (State.AWAY, "")
    assert back.lasted >= UNSAID_AFTER


def test_31_locked_and_unlocked_fifty_times_everything_stands_in_its_order(program, hands):
    for _ in range(50):
        program.lock()
        program._front.unlock_asked.emit(ALONE_PASSWORD)
        hands.until(lambda: isinstance(program.window.centralWidget(), Workplace), "still locked")
    told = mine(program)
    assert [each.state for each in told] == [State.READY] + [State.AWAY, State.READY] * 50
    assert [each.since for each in told] == sorted(each.since for each in told)
    assert all(each.lasted >= 0 for each in told)
    found = spans(told)
    assert len(found) == 101
    together = sum(span.seconds for span in found[:-1])
    assert together <= (told[-1].since - told[0].since).total_seconds() + 50


MIDNIGHT = datetime(2026, 11, 24, tzinfo=UTC)
SHIFTS = [MIDNIGHT + timedelta(hours=hour) for hour in (-8, 0, 8, 16)]


def test_31_away_over_midnight_and_the_end_of_a_shift_is_split_there():
    gone = Span(State.AWAY, MIDNIGHT - timedelta(minutes=10), 9 * 3600)
    pieces = split(gone, SHIFTS, MIDNIGHT + timedelta(days=1))
    assert [(piece.since, piece.seconds) for piece in pieces] == [
        (gone.since, 600), (SHIFTS[1], 8 * 3600), (SHIFTS[2], 3000),
    ]  # fmt: skip


@pytest.mark.parametrize("jump", [timedelta(days=-1), timedelta(hours=-9), timedelta(days=1)])
def test_31_a_clock_set_over_midnight_makes_nothing_negative(jump):
    gone = Presence(new_id(), new_id(), "A01", State.AWAY, MIDNIGHT - timedelta(minutes=10), MIDNIGHT, "key")
    at = MIDNIGHT + timedelta(minutes=20) + jump
    back = replace(gone, id=new_id(), state=State.READY, since=at, at=at, lasted=1800)
    assert [span.seconds for span in spans([gone, back])] == [1800, None]
    assert away([gone, back], MIDNIGHT, max(at, MIDNIGHT)) == timedelta(minutes=20)


# -- 32: without central, and twice --


class Later:
    """A clock of the day that somebody sets, beside one that nobody can."""

    def __init__(self):
        self.at, self.seconds = clock.now(), 0.0

    def go(self, seconds):
        self.at += timedelta(seconds=seconds)
        self.seconds += seconds


def test_32_three_hours_without_central_come_whole_and_once(sit):
    here, there, later = sit("A01", "1001"), sit("A02", "1002"), Later()
    me = here.opened.agent.id
    told = Presences(here.store, me, "A01", lambda: later.at, lambda: later.seconds, Forms())
    told.come("sign_in")
    for hour in range(3):
        later.go(1800)
        stay = told.begun(State.AWAY, "key").said("meal", "", None)
        told.turn(stay)
        later.go(1800)
        later.at += timedelta(hours=(5, -9.1, 1)[hour])  # somebody sets the clock
        told.come("unlock", stay)
    here.sync()
    here.store.outbox.resend_after(0)  # as after a lost answer, or a central restored
    here.sync()
    there.sync()
    kept = [each for each in there.store.find(Presence, agent=me, newest_first=False)][-7:]
    assert len({each.id for each in kept}) == len(kept) == 7
    assert [span.seconds for span in spans(sorted(kept, key=lambda each: each.id))][:-1] == [1800] * 6
    before = there.store.count(Presence, agent=me)
    here.store.outbox.resend_after(0)
    here.sync()
    there.sync()
    assert there.store.count(Presence, agent=me) == before


def test_32_a_request_made_without_central_waits_and_comes_once(sit):
    here, there = sit("A01", "1001"), sit("A02", "1002")
    mine = Leaves(here.store, here.opened.session, object(), clock.now)
    leave = mine.ask("personal", clock.now(), 20, there.opened.agent.id, "接孩子")
    assert mine.mine()[0].code == "unsent"
    for _ in range(2):
        here.sync()
        here.store.outbox.resend_after(0)
    here.sync()
    there.sync()
    (came,) = there.store.find(Leave, agent=leave.agent)
    assert came == replace(leave, state=Answer.ASKED)
    assert mine.mine()[0].code == "asked"

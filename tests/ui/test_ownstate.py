"""On a call and after it, on the screen: a clock that runs down, more time by one key, no form touched."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.desk.letters import TOLD
from app.forms.telephony import told_of
from app.forms.wrap_up import WrapUp
from app.records.presence import Presence, State
from app.ui.reasons import WhyCard

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
PHONE = "13800001234"


@pytest.fixture
def seat(start, time, monkeypatch):
    """Both clocks are the one the test sets."""
    time.at = datetime(2026, 11, 21, 10, 31, 5).astimezone(UTC)
    made = start()
    monkeypatch.setattr(made.desk.presence, "_tick", lambda: time.at.timestamp())
    made.desk.presence.come("sign_in")
    made.workplace.own.show()
    return made


@pytest.fixture
def turned(seat):
    said = []
    seat.workplace.own.turned.connect(lambda stay: said.append((stay.state, stay.reason)))
    return said


@pytest.fixture
def call_over(seat):
    return partial(seat.press, Qt.Key.Key_H, HELD)


@pytest.fixture
def go(seat, time):
    """Let seconds pass, as the clock in the top bar sees them."""

    def go(seconds):
        time.at += timedelta(seconds=seconds)
        seat.workplace.top._tick()

    return go


def tell(seat, event, ref="1"):
    return seat.workplace.ringing.hear({"event": event, "number": PHONE, "ref": ref})


def shown(seat):
    top = seat.workplace.top
    return top.state.text(), top.clock.text(), top.clock.property("tone"), top.state.property("tone")


def card(seat):
    return next((each for each in seat.workplace.findChildren(WhyCard) if each.isVisible()), None)


def kept(seat):
    found = seat.store.find(Presence, newest_first=False)
    return [(each.state, each.source, each.reason, each.allowed) for each in found]


def test_the_telephone_puts_the_agent_on_a_call_and_into_the_time_after_it(seat, turned, go):
    tell(seat, "ring")
    assert turned == []
    tell(seat, "answer")
    go(75)
    assert shown(seat) == ("●  通话", "01:15", "", "accent")
    tell(seat, "end")
    assert shown(seat) == ("●  话后", "还有 01:00", "", "accent")
    assert turned == [(State.ON_CALL, ""), (State.WRAP_UP, "")]


def test_its_clock_runs_down_is_amber_near_the_end_and_over_it_says_so(seat, call_over, go):
    call_over()
    go(44)
    assert shown(seat) == ("●  话后", "还有 00:16", "", "accent")
    go(1)
    assert shown(seat) == ("●  话后", "还有 00:15", "warn", "warn")
    go(27)
    assert shown(seat) == ("●  话后", "已超 00:12", "danger", "danger")
    seat.press(Qt.Key.Key_B, HELD)
    assert shown(seat) == ("●  示闲", "00:00", "", "good")


def test_the_key_again_asks_why_it_takes_longer_and_a_digit_says_it(seat, call_over, turned, go, qtbot):
    call_over()
    go(70)
    call_over()
    asked = card(seat)
    words = [button.text() for button in asked.reasons.options.buttons]
    assert asked.reasons.options.accessibleName() == "延时原因"
    assert asked.height() == asked.layout().totalHeightForWidth(asked.width())  # no more than it needs
    assert (words[0], words[5]) == ("1 记录多 +3 分", "6 系统故障 · 不限时")
    qtbot.keyClick(asked.reasons.options, Qt.Key.Key_1)
    assert card(seat) is None
    assert shown(seat) == ("●  话后", "还有 03:00", "", "accent")
    assert turned == [(State.WRAP_UP, ""), (State.WRAP_UP, "long_record")]
    assert kept(seat)[-1] == (State.WRAP_UP, "key", "long_record", 70 + 180)


def test_what_has_no_minutes_counts_up_and_is_not_late(seat, call_over, go, qtbot):
    call_over()
    call_over()
    qtbot.keyClick(card(seat).reasons.options, Qt.Key.Key_6)
    go(600)
    assert shown(seat) == ("●  话后", "10:00", "", "accent")


def test_escape_says_nothing_and_the_caret_is_where_it_was(seat, call_over, type_in, qtbot):
    page = seat.new("gas_repair")
    type_in(page, "request", "half a wo")
    call_over()
    call_over()
    before = kept(seat)
    qtbot.keyClick(card(seat).reasons.options, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: card(seat) is None)
    assert kept(seat) == before
    qtbot.keyClicks(QApplication.focusWidget(), "rd")
    assert page.view.answers()["request"] == "half a word"


def test_where_the_centre_wants_it_she_is_ready_by_herself_and_where_not_she_stays(
    seat, forms, call_over, go, monkeypatch
):
    call_over()
    assert not seat.workplace.own._ends.isActive()
    monkeypatch.setattr(forms, "wrap_up", WrapUp(60, returns=True))
    seat.press(Qt.Key.Key_B, HELD)
    call_over()
    assert seat.workplace.own._ends.interval() == 60_000
    go(60)
    seat.workplace.own._ends.timeout.emit()
    assert shown(seat) == ("●  示闲", "00:00", "", "good")
    assert kept(seat)[-1] == (State.READY, "timer", "", None)


def test_it_does_not_end_while_she_says_why_it_takes_longer(seat, forms, call_over, go, monkeypatch, qtbot):
    monkeypatch.setattr(forms, "wrap_up", WrapUp(60, returns=True))
    call_over()
    go(59)
    call_over()
    go(5)
    seat.workplace.own._look()
    assert seat.desk.presence.stay.state is State.WRAP_UP
    qtbot.keyClick(card(seat).reasons.options, Qt.Key.Key_1)
    assert shown(seat)[:2] == ("●  话后", "还有 03:00")
    qtbot.waitUntil(lambda: seat.workplace.own._ends.isActive())
    assert seat.workplace.own._ends.interval() == 180_000


def test_no_state_touches_a_form(seat, forms, call_over, type_in, go, monkeypatch):
    monkeypatch.setattr(forms, "wrap_up", WrapUp(60, returns=True))
    page, other = seat.new("gas_repair"), seat.new("inquiry")
    type_in(other, "request", "half a word")
    place, saved = other.view.place(), seat.store.changes
    changed = []
    saved.listen(changed.append)
    tell(seat, "answer")
    tell(seat, "end")
    call_over()
    QApplication.activePopupWidget().close()
    go(61)
    seat.workplace.own._look()
    seat.press(Qt.Key.Key_B, HELD)
    assert seat.workplace.tabs.pages() == [page, other]
    assert seat.workplace.tabs.current() is other
    assert (other.view.answers()["request"], other.view.place()) == ("half a word", place)
    assert not {kind for kinds in changed for kind in kinds} & {"call", "case", "order"}


def test_a_centre_without_reasons_says_so(seat, forms, call_over, monkeypatch):
    monkeypatch.setattr(forms, "lists", {})
    call_over()
    call_over()
    assert card(seat) is None
    assert "没有设延时的原因" in seat.workplace.toasts.text()


def test_on_a_call_the_seat_waits_longer_before_it_locks(seat):
    assert not seat.workplace.is_logging()
    tell(seat, "answer")
    assert seat.workplace.is_logging()
    tell(seat, "end")
    assert not seat.workplace.is_logging()


def test_what_ended_behind_the_lock_is_heard_after_it(seat, time):
    tell(seat, "answer")
    told = told_of({"event": "end", "number": PHONE, "ref": "1"}, time.at)
    with seat.store.write() as to:
        to.set(TOLD, [told.texts()])
    seat.workplace.ringing.look()
    assert shown(seat)[0] == "●  话后"


def test_the_tip_says_which_key_does_what(seat, call_over):
    tip = seat.workplace.top.state.toolTip
    assert tip() == "转为示忙  Ctrl+Alt+B\n通话结束，转话后  Ctrl+Alt+H"
    call_over()
    assert tip() == "转为示闲  Ctrl+Alt+B\n话后延时  Ctrl+Alt+H"

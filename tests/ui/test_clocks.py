"""Clocks at the window: the next one counted down, warnings as they come, and late ones that stay."""

from dataclasses import replace
from datetime import timedelta
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import Qt

from app.forms.spec import say
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.ids import new_id
from app.records.orders import Order, OrderState
from app.ui import clockwords
from tests.ui.conftest import ME

HOUR = timedelta(hours=1)


def complaint(time, hours, number="AX-1", **more):
    """Return a complaint so many *hours* old, and its call."""
    begun, case = time.at - hours * HOUR, new_id()
    call = Call(new_id(), f"L{number}", "phone", "complaint", 1, begun, begun, ME.id, ME.id, case=case)
    told = {"title": "投诉收费 · 和平路7号", "state": CaseState.RECEIVED, "handler": ME.id, **more}
    return call, Case(case, number, call.id, "complaint", 1, opened_at=begun, first_taker=ME.id, **told)


def put(seat, *records):
    with seat.store.write() as to:
        for each in records:
            to.put(each)


def look(seat, qtbot, ready):
    """Wait until the board is read and what it says shown."""
    qtbot.waitUntil(lambda: not seat.workplace.clocks._reading and not seat.workplace.clocks._old)
    seat.workplace.clocks.look()
    qtbot.waitUntil(ready)


def strips(seat):
    return {name: strip.text for name, strip in seat.workplace.tabs.strips._strips.items()}


def late_rows(seat):
    pane = seat.workplace.worklist
    head = pane.model.item(seat.desk.worklist.groups.index("late"))
    return [head.child(row, 1).text() for row in range(head.rowCount())] if head else None


def test_a_complaint_is_told_at_12_20_and_23_hours_then_late_for_ever_over_locks_and_restarts(
    start, qtbot, time
):
    seat = start()
    top, call_case = seat.workplace.top, complaint(time, 0)
    put(seat, *call_case)
    look(seat, qtbot, lambda: "下一时限 投诉处理 AX-1" in top.deadline.text())
    assert top.countdown.text() == "还有 24:00:00"
    assert "COMP-2" in top.deadline.toolTip()
    assert "12 小时" in top.deadline.toolTip()
    begun = time.at
    for hours in (12, 20, 23):
        time.at = begun + hours * HOUR - timedelta(seconds=1)
        seat.workplace.clocks.look()
        assert "clock" not in strips(seat)
        time.at = begun + hours * HOUR
        seat.workplace.clocks.look()
        assert "AX-1" in strips(seat)["clock"]
        assert "COMP-2" in strips(seat)["clock"]
        seat.workplace.tabs.strips._close("clock")
    assert top.deadline.text().startswith("快到时限")
    time.at = begun + 24 * HOUR + timedelta(minutes=1)
    seat.workplace.clocks.look()
    assert top.late.text() == "已超时 1"
    assert top.late.isVisible()
    assert "AX-1" in strips(seat)["late"]
    qtbot.waitUntil(lambda: late_rows(seat) == ["超 1 分"])
    seat.workplace.tabs.strips._close("late")
    seat.workplace.clocks.look()
    assert (strips(seat), top.late.text()) == ({}, "已超时 1")
    seat.sign_out()
    assert not seat.desk.clocks.board.watched
    time.at += timedelta(days=40)
    again = start()
    look(again, qtbot, lambda: "late" in strips(again))
    assert again.workplace.top.late.isVisible()
    qtbot.waitUntil(lambda: late_rows(again) == ["超 40 天"])
    put(again, replace(call_case[1], state=CaseState.HANDLED))
    look(again, qtbot, lambda: not again.workplace.top.late.isVisible())
    qtbot.waitUntil(lambda: late_rows(again) == [])
    assert strips(again) == {}


def test_a_clock_set_back_or_ahead_is_followed_at_once_and_warns_once(start, qtbot, time):
    seat = start()
    put(seat, *complaint(time, 11))
    top, begun = seat.workplace.top, time.at
    look(seat, qtbot, lambda: "AX-1" in top.deadline.text())
    time.at = begun + timedelta(days=9)
    seat.workplace.clocks.look()
    assert (top.late.isVisible(), set(strips(seat))) == (True, {"late"})
    time.at = begun - timedelta(days=9)
    seat.workplace.clocks.look()
    assert (top.late.isVisible(), strips(seat)) == (False, {})
    time.at = begun + HOUR
    seat.workplace.clocks.look()
    assert set(strips(seat)) == {"clock"}
    seat.workplace.tabs.strips._close("clock")
    for hours in (0, 1, 2):
        time.at = begun + hours * HOUR
        seat.workplace.clocks.look()
        assert strips(seat) == {}


def test_all_clocks_stand_in_a_tab_with_the_rule_and_windows_of_each(start, qtbot, time):
    seat = start()
    order = Order(
        new_id(), "GX-1", new_id(), "business", 1, "conversion", OrderState.DONE, time.at, ME.id,
        answers={"category": "gas_on"},
    )  # fmt: skip
    put(seat, *complaint(time, 30, "AX-1"), *complaint(time, 13, "AX-2"), *complaint(time, 1, "AX-3"), order)
    seat.workplace.work.new("city_case")
    seat.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    page = seat.workplace.tabs.current()
    assert page.record == "clocks"

    def shown():
        heads = (page.model.item(row) for row in range(page.model.rowCount()))
        return {head.text(): [head.child(row).text() for row in range(head.rowCount())] for head in heads}

    look(seat, qtbot, lambda: "以后" in shown())
    assert shown()["已超时"] == ["投诉处理 AX-1"]
    assert shown()["快到时限"] == ["投诉处理 AX-2"]
    assert (
        shown()["以后"]
        == ["座席滞留 城市管理事项", "投诉处理 AX-3", "置换通气结单 GX-1"][: len(shown()["以后"])]
    )
    page.tree.setCurrentIndex(page.model.item(2).child(0).index())
    rows = [label.text() for label in page.facts.findChildren(type(page.means)) if label.text()]
    said = " ".join(rows)
    for words in ("CASE-4", "只算每天 08:30–22:00", "11:30–14:00 放宽到 30 分钟", "经办人、值班长"):
        assert words in said
    qtbot.waitUntil(lambda: "下一件最迟" in page.means.text())
    page.tree.setCurrentIndex(page.model.item(0).child(0).index())
    seat.press(Qt.Key.Key_Return)
    assert seat.workplace.tabs.current().title == "案件 AX-1"
    case = seat.workplace.tabs.current()
    qtbot.waitUntil(
        lambda: any("已超时\nCOMP-2" in each.text() for each in case.findChildren(type(page.means)))
    )


def test_thousands_of_clocks_are_read_beside_the_window_and_looked_at_in_no_time(
    start, qtbot, time, monkeypatch
):
    seat = start()
    put(seat, *(each for n in range(1000) for each in complaint(time, n % 30, f"A{n}")))
    threads, read = set(), seat.desk.clocks.read
    monkeypatch.setattr(seat.desk.clocks, "read", lambda parts: threads.add(current_thread()) or read(parts))
    put(seat, *complaint(time, 2))
    look(seat, qtbot, lambda: len(seat.desk.clocks.board.watched) == 1001)
    assert threads
    assert main_thread() not in threads
    time.at += timedelta(seconds=1)
    seat.workplace.clocks.look()
    shown = []
    monkeypatch.setattr(seat.workplace.clocks, "_show_next", lambda *told: shown.append(told))
    for _ in range(100):
        time.at += timedelta(seconds=1)
        seat.workplace.clocks.look()
    assert shown == []  # nothing is done anew while nothing turns


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
def test_every_shipped_rule_says_itself_whole(forms, lang):
    for rule in forms.clocks:
        assert rule.rule in clockwords._clause(rule, lang)
        assert say(rule.clause, lang) in clockwords._clause(rule, lang)
        assert clockwords._runs(rule)
        assert clockwords.people(rule.tell)

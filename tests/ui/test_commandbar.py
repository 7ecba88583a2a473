"""Ctrl+K: any action and any record, without the mouse and without waiting."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent

from app.ui.lines import ASIDE, ICON

CONTROL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture
def seat(start):
    return start()


@pytest.fixture
def bar(seat, qtbot):
    """Open it over the work, as often as a test asks."""

    def _open(typed=""):
        seat.press(KEY.Key_K, CONTROL)
        bar = seat.workplace.bar
        qtbot.waitUntil(bar.isVisible)
        qtbot.keyClicks(bar.query, typed)
        return bar

    yield _open
    if seat.signed_in:
        seat.workplace.bar.close()


def rows(bar):
    return [bar.list.item(row).text() for row in range(bar.list.count())]


def enter(qtbot, bar):
    qtbot.keyClick(bar.query, KEY.Key_Return)


def looked_up(qtbot, bar):
    qtbot.waitUntil(lambda: not bar._is_looking())


@pytest.mark.parametrize("typed", ["新建燃气报修", "xjrqbx", "xinjianranqibao"])
def test_an_action_is_found_by_name_pinyin_and_initials(seat, bar, qtbot, typed):
    opened = bar()
    opened.query.setText(typed)
    enter(qtbot, opened)
    assert seat.workplace.tabs.current().form.name == "gas_repair"
    assert not opened.isVisible()


def test_a_page_of_the_help_is_found_by_its_title(seat, bar, qtbot):
    opened = bar()
    opened.query.setText("断网时")
    assert rows(opened) == ["帮助：断网时"]
    enter(qtbot, opened)
    page = seat.workplace.tabs.current()
    assert page.record == "help"
    assert page.reader.source().fileName() == "offline.md"


def test_a_key_finds_what_it_does(seat, bar, qtbot, type_in):
    page = seat.new("gas_repair")
    type_in(page, "name", "a")
    assert rows(bar("f9")) == ["派工"]


def test_each_row_has_icon_name_and_key(seat, bar):
    opened = bar("cz")
    item = opened.list.item(0)
    assert (item.text(), item.data(ICON), item.data(ASIDE)) == ("查找来电人", "search", "F4")


def test_what_the_page_in_front_can_do_is_offered_and_nothing_else(seat, bar, answers):
    assert "派工" not in rows(bar())
    seat.workplace.bar.close()
    seat.new("gas_repair", answers["gas_repair"])
    assert "派工" in rows(bar())


def test_esc_gives_the_focus_back_at_the_same_caret(seat, bar, qtbot, type_in):
    page = seat.new("gas_repair")
    type_in(page, "request", "abcdef")
    for _ in range(3):
        seat.press(KEY.Key_Left)
    focused, place = seat.window.focusWidget(), page.view.place()
    opened = bar("xin")
    qtbot.keyClick(opened.query, KEY.Key_Escape)
    assert not opened.isVisible()
    assert seat.window.focusWidget() is focused
    assert page.view.place() == place


def test_what_was_used_last_comes_first_when_nothing_is_typed(seat, bar, qtbot):
    first = rows(bar())[0]
    opened = seat.workplace.bar
    opened.query.setText("jian")
    opened.query.setText("下一个窗格")
    enter(qtbot, opened)
    assert rows(bar())[:2] == ["下一个窗格", first]


def test_arrows_go_round_and_pages_stop_at_the_end(bar, qtbot):
    opened = bar()
    last = opened.list.count() - 1
    for key, row in ((KEY.Key_Up, last), (KEY.Key_Down, 0), (KEY.Key_PageDown, 10), (KEY.Key_PageUp, 0)):
        qtbot.keyClick(opened.query, key)
        assert opened.list.currentRow() == row
    for _ in range(last // 10 + 1):
        qtbot.keyClick(opened.query, KEY.Key_PageDown)
    assert opened.list.currentRow() == last


def test_nothing_found_is_said(bar, qtbot):
    opened = bar("qqqq")
    looked_up(qtbot, opened)
    assert opened.none.isVisible()
    assert not opened.list.isVisible()
    enter(qtbot, opened)
    assert opened.isVisible()


def test_a_record_is_opened_by_its_number(seat, bar, qtbot, answers):
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    case, number = page.call.case, page.call.number
    seat.workplace.work.close(page)
    opened = bar(number.rpartition("-")[0])
    looked_up(qtbot, opened)
    assert [opened.list.item(0).data(ASIDE)] == ["受理记录"]
    enter(qtbot, opened)
    assert seat.workplace.tabs.current().record == page.record
    opened = bar("1")
    looked_up(qtbot, opened)
    qtbot.keyClick(opened.query, KEY.Key_Down)
    enter(qtbot, opened)
    assert seat.workplace.tabs.current().record == case


def test_a_customer_is_shown_beside_the_work_and_masked_in_the_list(seat, bar, qtbot, answers):
    seat.new("gas_repair", answers["gas_repair"]).save()
    opened = bar("1234")
    looked_up(qtbot, opened)
    assert rows(opened) == ["王小明  138 **** 1234"]
    enter(qtbot, opened)
    qtbot.waitUntil(lambda: seat.workplace.caller.customer is not None)
    assert seat.workplace.caller.customer.name == "王小明"


def test_typing_never_waits_for_the_records(seat, bar, qtbot, background, answers):
    """The lane is held up; actions are found all the same, and what comes late and is old is dropped."""
    seat.new("gas_repair", answers["gas_repair"]).save()
    free = threading.Event()
    background.store.run(free.wait)
    opened = bar("1234")
    qtbot.waitUntil(lambda: opened._asked == "1234")
    assert rows(opened) == []
    assert not opened.none.isVisible()
    opened.query.setText("cz")
    assert "查找来电人" in rows(opened)
    opened.query.clear()
    everything = rows(opened)
    free.set()
    done = threading.Event()
    background.store.run(lambda: None, lambda _: done.set())
    qtbot.waitUntil(done.is_set)
    assert rows(opened) == everything


def test_enter_before_the_answer_opens_it_when_it_comes(seat, bar, qtbot, answers):
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    number = page.call.number
    seat.workplace.work.close(page)
    opened = bar(number)
    enter(qtbot, opened)
    qtbot.waitUntil(lambda: seat.workplace.tabs.current() is not None)
    assert seat.workplace.tabs.current().record == page.record


def test_nothing_runs_while_an_input_method_composes(seat, bar, qtbot):
    opened = bar()
    QCoreApplication.sendEvent(opened.query, QInputMethodEvent("xin jian", []))
    enter(qtbot, opened)
    assert opened.isVisible()
    assert seat.workplace.tabs.current() is None


def test_an_answer_after_the_store_has_closed_is_dropped(seat, bar, qtbot, background):
    free = threading.Event()
    background.store.run(free.wait)
    opened = bar("1234")
    qtbot.waitUntil(lambda: opened._asked == "1234")
    seat.sign_out()
    free.set()
    done = threading.Event()
    background.store.run(done.set)
    qtbot.waitUntil(done.is_set)


def test_no_customer_stays_in_what_is_remembered(seat, bar, qtbot, answers):
    seat.new("gas_repair", answers["gas_repair"]).save()
    opened = bar("1234")
    looked_up(qtbot, opened)
    enter(qtbot, opened)
    assert "王小明" not in str(seat.workplace.bar._recent())

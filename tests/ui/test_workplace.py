"""The workplace around the calls: panes, keys, what it remembers and what it leaves behind."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTabBar, QWidget

from app.ui.heartbeat import Road
from app.ui.lines import MORE
from app.ui.panels.calls import CallPage
from app.ui.tabs import shortened
from app.ui.window import Window

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def die(qapp):
    """Let what was deleted later be deleted now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_sign_out_leaves_no_customer_widget(start, qapp, qtbot, answers):
    seat = start()
    seat.new("gas_repair", answers["gas_repair"]).save()
    seat.new("complaint", {"name": "王小明", "phone": "13800001234"})
    seat.workplace.caller.search.setText("1234")
    seat.sign_out()
    die(qapp)
    left = [w for w in QApplication.allWidgets() if w.window() is seat.window or w.window().isVisible()]
    assert not [w for w in left if isinstance(w, (CallPage, QLineEdit, QLabel))]
    assert "王" not in seat.window.windowTitle()


def test_the_title_never_names_a_customer(start, answers):
    seat = start()
    seat.new("gas_repair", answers["gas_repair"])
    assert seat.window.windowTitle() == "坐席工作台"


def test_f2_and_enter_open_the_form_used_last(start, qtbot):
    seat = start()
    seat.new("complaint")
    seat.workplace.tabs.current()
    seat.press(Qt.Key.Key_F2)
    qtbot.waitUntil(seat.workplace.picker.isVisible)
    qtbot.keyClick(seat.workplace.picker.query, Qt.Key.Key_Return)
    assert [p.form.name for p in seat.workplace.tabs.pages()] == ["complaint", "complaint"]
    assert not seat.workplace.picker.isVisible()


def test_f2_and_the_digit_of_a_form_open_it(start, qtbot):
    seat = start()
    seat.press(Qt.Key.Key_F2)
    qtbot.waitUntil(seat.workplace.picker.isVisible)
    qtbot.keyClicks(seat.workplace.picker.query, "7")
    assert not seat.workplace.picker.isVisible()
    page = seat.workplace.tabs.current()
    assert (page.form.name, page.view.place()[0]) == ("city_case", "name")  # where it comes from stands there
    seat.workplace.work.close_current()
    assert seat.desk.calls.drafts() == []  # nothing was typed


@pytest.mark.parametrize("query", ["rqbx", "ranqibaoxiu"])
def test_f2_finds_a_form_by_pinyin(start, qtbot, query):
    seat = start()
    seat.press(Qt.Key.Key_F2)
    qtbot.waitUntil(seat.workplace.picker.isVisible)
    qtbot.keyClicks(seat.workplace.picker.query, query)
    qtbot.keyClick(seat.workplace.picker.query, Qt.Key.Key_Return)
    assert seat.workplace.tabs.current().form.name == "gas_repair"


def test_f4_goes_to_the_search_and_enter_shows_the_caller(start, qtbot, answers):
    seat = start()
    seat.new("gas_repair", answers["gas_repair"]).save()
    seat.press(Qt.Key.Key_F4)
    caller = seat.workplace.caller
    assert seat.window.focusWidget() is caller.search
    qtbot.keyClicks(caller.search, "1234")
    qtbot.keyClick(caller.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: caller.customer is not None)
    assert caller.customer.name == "王小明"


def test_the_caller_is_found_while_the_number_is_typed(start, qtbot, answers, type_in):
    seat = start()
    seat.new("gas_repair", answers["gas_repair"]).save()
    page = seat.new("complaint")
    type_in(page, "phone", "13800001234")
    caller = seat.workplace.caller
    qtbot.waitUntil(lambda: caller.customer is not None)
    texts = [caller.matters.item(row).text() for row in range(caller.matters.count())]
    assert texts[0] == "未结 1"
    assert "灶具" in texts[1]


def test_all_that_is_open_of_the_caller_stands_first_then_the_last_five(start, qtbot, answers, type_in, time):
    seat = start()
    for form in ("inquiry", *["gas_repair"] * 3, *["inquiry"] * 4):  # an answered question opens no case
        time.at += timedelta(hours=1)
        seat.new(form, {**answers[form], "phone": "13800001234"}).save()
    type_in(seat.new("complaint"), "phone", "13800001234")
    caller = seat.workplace.caller
    qtbot.waitUntil(lambda: caller.customer is not None)
    texts = [caller.matters.item(row).text() for row in range(caller.matters.count())]
    assert (texts[0], texts[4]) == ("未结 3", "最近 5")
    assert all("灶具" in text for text in texts[1:4])
    assert texts[5:] == ["业务咨询"] * 4 + ["燃气报修"]


def test_alt_p_fills_the_empty_fields_and_leaves_the_typed_ones(start, qtbot, answers, type_in):
    seat = start()
    seat.new("gas_repair", answers["gas_repair"]).save()
    page = seat.new("complaint")
    type_in(page, "phone", "13800001234")
    qtbot.waitUntil(lambda: seat.workplace.caller.customer is not None)
    seat.press(Qt.Key.Key_Home)
    seat.press(Qt.Key.Key_P, ALT)
    typed = page.view.answers()
    assert typed["name"] == "王小明"
    assert typed["phone"] == "13800001234"
    assert page.view.place()[:2] == ("phone", 0)


def test_a_number_of_another_customer_is_masked_in_the_list(start, qtbot, answers):
    seat = start()
    seat.new("gas_repair", answers["gas_repair"]).save()
    caller = seat.workplace.caller
    qtbot.keyClicks(caller.search, "1234")
    qtbot.waitUntil(lambda: caller.found.count() == 1)
    assert caller.found.item(0).data(MORE) == "138 **** 1234"


def test_f6_goes_round_the_panes_and_comes_back_to_the_caret(start, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "request", "abc")
    place = page.view.place()
    seen = []
    for _ in range(3):
        seat.press(Qt.Key.Key_F6)
        focused = seat.window.focusWidget()
        seen.append(next(i for i, p in enumerate(seat.workplace._panes) if p.isAncestorOf(focused)))
    assert seen == [2, 0, 1]
    assert page.view.place() == place
    seat.press(Qt.Key.Key_F6, SHIFT)
    assert seat.workplace.worklist.isAncestorOf(seat.window.focusWidget())


def test_f1_shows_the_keys_and_typing_goes_on(start, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "name", "a")
    seat.press(Qt.Key.Key_F1)
    assert seat.workplace.overview.isVisible()
    assert not seat.workplace.overview.isModal()
    seat.press(Qt.Key.Key_F1)
    assert not seat.workplace.overview.isVisible()


def test_enter_in_the_work_list_opens_what_is_marked(start, qtbot, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    call = page.call
    seat.workplace.work.close(page)
    tree = seat.workplace.worklist.tree
    model, place = seat.workplace.worklist.model, seat.desk.worklist.groups.index("mine_open")
    qtbot.waitUntil(lambda: model.item(place) and model.item(place).rowCount() == 1)
    group = model.item(place)
    tree.setCurrentIndex(group.child(0).index())
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert seat.workplace.tabs.current().record == call.case


def test_the_work_list_counts_what_each_group_holds(start, qtbot, answers):
    seat = start()
    seat.new("gas_leak", answers["gas_leak"]).save()
    seat.new("complaint", {"name": "x"})
    model = seat.workplace.worklist.model
    groups = seat.desk.worklist.groups
    held = {"drafts", "mine_open", "owed", "to_review"}
    counts = lambda: [model.item(row, 1).text() for row in range(model.rowCount())]  # noqa: E731
    qtbot.waitUntil(lambda: counts() == ["1" if code in held else "0" for code in groups])


def test_opening_the_same_thing_twice_is_one_tab(start, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    for _ in range(2):
        seat.workplace.open("case", page.call.case)
    assert len(seat.workplace.tabs.pages()) == 2


def test_f9_on_a_case_goes_to_the_call_where_something_is_missing(start, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    seat.workplace.open("case", page.call.case)
    seat.press(Qt.Key.Key_F9)
    assert seat.workplace.tabs.current() is page
    assert page.view.place()[0] == "user_type"


def test_what_is_not_on_this_seat_is_said_and_opens_nothing(start):
    seat = start()
    seat.workplace.open("call", "01900000-0000-7000-8000-00000000dead")
    assert seat.workplace.tabs.pages() == []


@pytest.mark.parametrize(
    ("road", "words"),
    [
        (Road("synced"), "已同步"),
        (Road("pending", 3), "待发送 3 条"),
        (Road("away", 3), "断网，已存本机"),
        (Road("attention", 0, 1), "需要处理 1 条"),
        (Road("stuck", 3), "有记录发不出去，已存本机"),
        (Road("alone"), "独立席位"),
    ],
)
def test_the_road_is_told_in_words(start, road, words):
    seat = start()
    seat.heartbeat.changed.emit(road)
    assert seat.workplace.top.road.text() == words


def test_widths_are_remembered(start, qtbot):
    seat = start()
    seat.window.resize(1400, 800)
    seat.workplace.splitter.setSizes([250, 780, 370])
    before = seat.workplace.splitter.sizes()
    seat.sign_out()
    again = start()
    again.window.resize(1400, 800)
    qtbot.waitUntil(lambda: again.workplace.splitter.sizes() == before)


def test_the_next_deadline_is_counted_down(start, qtbot, answers, time):
    seat = start()
    seat.new("gas_repair", answers["gas_repair"]).save()
    qtbot.waitUntil(lambda: "办理时限 AA03-00001" in seat.workplace.top.deadline.text())
    assert "CALL-6" in seat.workplace.top.deadline.toolTip()
    assert seat.workplace.top.countdown.text() == "还有 24:00:00"


def test_a_page_of_widgets_is_deleted_when_the_next_is_shown(start, qapp):
    seat = start()
    gone = []
    seat.workplace.destroyed.connect(lambda: gone.append(True))
    seat.sign_out()
    die(qapp)
    assert gone == [True]
    assert isinstance(seat.window.centralWidget(), QWidget)


def test_after_leaving_nothing_asks_the_store_again(start, qtbot, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "phone", "13800001234")
    seat.workplace.work.keep()
    seat.workplace.leave()
    assert not [t for t in seat.workplace.findChildren(QTimer) if t.isActive()]


def test_a_case_in_front_shows_its_customer(start, qtbot, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    caller = seat.workplace.caller
    caller.follow("13900009999", "")
    seat.workplace.open("case", page.call.case)
    assert not caller._looking.isActive()
    qtbot.waitUntil(lambda: caller.customer is not None)
    assert caller.customer.id == page.call.customer


@pytest.mark.parametrize("kind", ["op", "conflict"])
def test_an_entry_nobody_here_knows_is_told_and_opens_no_tab(start, kind):
    seat = start()
    seat.workplace.open(kind, "01900000-0000-7000-8000-00000000dead")
    assert "不在本席" in seat.workplace.toasts.text()
    assert seat.workplace.tabs.pages() == []


def shown(seat):
    return [pane.isVisible() for pane in seat.workplace._panes]


@pytest.mark.parametrize(("width", "panes"), [(1366, [1, 1, 1]), (960, [0, 1, 1]), (840, [0, 1, 0])])
def test_in_a_narrow_window_the_form_its_bar_and_the_road_are_whole(start, answers, width, panes):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    seat.window.setMinimumSize(0, 0)
    seat.window.resize(width, 500)
    assert shown(seat) == [bool(each) for each in panes]
    assert seat.window.size().toTuple() == (width, 500)
    for widget in (page.foot, page.foot.save_button, seat.workplace.top.road, seat.workplace.top.who):
        assert not widget.visibleRegion().isEmpty()
        assert widget.visibleRegion().boundingRect() == widget.rect()
    seat.window.resize(1366, 768)
    assert shown(seat) == [True] * 3
    assert seat.workplace.worklist.width() >= 200


def test_in_a_narrow_window_f6_and_f4_bring_what_is_hidden(start, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "request", "abc")
    seat.window.setMinimumSize(0, 0)
    seat.window.resize(960, 500)
    place = page.view.place()
    seen = []
    for _ in range(3):
        seat.press(Qt.Key.Key_F6)
        pane = next(
            i for i, p in enumerate(seat.workplace._panes) if p.isAncestorOf(seat.window.focusWidget())
        )
        seen.append((pane, shown(seat)))
    both = ([False, True, True], [True, True, False])
    assert seen == [(2, both[0]), (0, both[1]), (1, both[1])]
    assert page.view.place() == place
    seat.press(Qt.Key.Key_F4)
    assert shown(seat) == both[0]
    assert seat.window.focusWidget() is seat.workplace.caller.search


def test_a_pane_that_goes_while_it_has_the_focus_gives_it_back_to_the_caret(start, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "request", "abc")
    page.view.focusWidget().moveCursor(QTextCursor.MoveOperation.Left)
    place = page.view.place()[:2]
    seat.press(Qt.Key.Key_F6, SHIFT)
    seat.window.setMinimumSize(0, 0)
    seat.window.resize(740, 500)
    assert not seat.workplace.worklist.isVisible()
    assert page.isAncestorOf(seat.window.focusWidget())
    assert page.view.place()[:2] == place


def test_a_new_window_is_no_larger_than_its_screen(qtbot, qapp, tmp_path):
    window = Window(QSettings(str(tmp_path / "ui.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    room = qapp.primaryScreen().availableSize()
    for size in (window.size(), window.minimumSize()):
        assert size.width() <= room.width()
        assert size.height() < room.height()


NAME = "很长的姓名" * 12


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("燃气报修 · 王小明", "燃气报修 · 王小明"),
        ("燃气报修 · LA03-00001-X", "燃气报修 · LA03-00001-X"),
        (f"燃气报修 · {NAME}", "燃气报修 · 很长的姓名很长的…"),
        ("Gas leak emergency · LA03-00001-X", "Gas leak eme… · LA03-00001-X"),
        (" · " * 40, None),
        ("𬱖" * 300, None),
        ("", ""),
    ],
)
def test_a_title_is_no_wider_than_a_tab_may_be(title, told):
    short = shortened(title)
    assert told in (None, short)
    assert len(short) <= 28


def test_a_long_name_leaves_the_tab_its_cross_and_is_whole_in_the_tip(start, type_in):
    seat = start()
    page = seat.new("complaint", {"name": NAME})
    page.keep()
    seat.new("complaint")
    tabs = seat.workplace.tabs.tabs
    index = tabs.indexOf(page)
    assert NAME in tabs.tabToolTip(index)
    assert tabs.tabText(index).endswith("…")
    assert tabs.tabBar().tabRect(index).width() < 300
    cross = tabs.tabBar().tabButton(index, QTabBar.ButtonPosition.RightSide)
    assert cross.visibleRegion().boundingRect() == cross.rect()


def test_a_closed_record_comes_back_by_its_toast(start, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    seat.workplace.open("case", page.call.case)
    seat.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert [p.record for p in seat.workplace.tabs.pages()] == [page.record]
    seat.press(Qt.Key.Key_Z, ALT)
    assert seat.workplace.tabs.current().record == page.call.case


def test_tab_goes_round_the_window_and_comes_back_to_the_form(start):
    seat = start()
    page = seat.new("city_case")
    seat.press(Qt.Key.Key_Tab)
    first = seat.window.focusWidget()
    assert page.isAncestorOf(first)
    for _ in range(80):
        seat.press(Qt.Key.Key_Tab)
        if seat.window.focusWidget() is first:
            break
    assert seat.window.focusWidget() is first


def test_a_new_code_of_the_seat_stands_in_the_bar_at_once(start):
    seat = start()
    seat.heartbeat.recoded.emit("A03B")
    assert seat.workplace.top.seat.text() == "席位 A03B"

"""The lists as an agent uses them: opened, narrowed, sorted, copied, taken out."""

import csv
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from app.forms.rights import Right, Rights
from app.records.accounts import Role
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.customers import Customer
from app.records.ids import new_id
from app.ui.columns import Cells
from app.ui.panels.calls import CallPage
from app.ui.panels.lists import ListPage
from tests.ui.conftest import ME

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture(scope="session")
def forms(forms):
    """Everybody may do everything: what an agent may not is told in test_taking."""
    return replace(forms, rights=Rights(given=dict.fromkeys(Right, tuple(Role))))


@pytest.fixture
def fill(time):
    """Put calls on file, a minute apart, the last one newest; every one with a caller of its own."""

    def made(seat, count, start=0, **given):
        calls = []
        for first in range(start, start + count, 100):
            with seat.store.write() as to:
                to.put(ME)
                for n in range(first, min(first + 100, start + count)):
                    at = time.at - timedelta(minutes=1000 - n)
                    who = Customer(new_id(), f"客{n}", (f"+86138{n:08d}",), (), at, at, f"k{n}")
                    answers = {"name": f"客{n}", "phone": f"138{n:08d}", "address": "=东湖路\t1 号"}
                    call = Call(
                        new_id(), f"LA03-{n:05d}-X", "phone", "inquiry", 1, at, at, ME.id, ME.id, who.id,
                        answers=answers,
                    )  # fmt: skip
                    calls.append(replace(call, **given))
                    to.put(who)
                    to.put(calls[-1])
        return calls

    return made


@pytest.fixture
def opened(qtbot):
    """Open a list and wait until it is all there."""

    def page(seat, name="calls"):
        seat.workplace.open("list", name)
        found = seat.workplace.tabs.current()
        qtbot.waitUntil(lambda: found._is_all and (not found._total or found.model.at(0) is not None))
        return found

    return page


@pytest.fixture
def settled(qtbot):
    """Wait until the list is walked anew and what is seen is read."""

    def wait(page, count):
        def is_there():
            first = page.table.in_sight()[0]
            read = not count or page.model.at(first) is not None
            return page._is_all and page.model.rowCount() == count and read

        qtbot.waitUntil(is_there)

    return wait


def texts(page, column="number"):
    place = [head.code for head in page.model.heads].index(column)
    return [page.model.index(row, place).data() for row in range(page.model.rowCount())]


def clicked(qtbot, page, code):
    header = page.table.horizontalHeader()
    place = [head.code for head in page.model.heads].index(code)
    page.table.scrollTo(page.model.index(0, place))
    middle = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)


# -- the way there --


@pytest.mark.parametrize(
    ("digit", "name"),
    [
        ("1", "calls"),
        ("2", "cases"),
        ("3", "orders"),
        ("4", "customers"),
        ("5", "callbacks"),
        ("6", "tasks"),
        ("7", "prints"),
        ("8", "accesses"),
    ],
)
def test_f5_and_a_digit_open_a_list(start, qtbot, digit, name):
    seat = start()
    seat.press(Qt.Key.Key_F5)
    qtbot.waitUntil(seat.workplace.lists.isVisible)
    qtbot.keyClicks(seat.workplace.lists, digit)
    page = seat.workplace.tabs.current()
    assert isinstance(page, ListPage)
    assert page.record == name


def test_a_list_is_opened_once_and_from_under_the_work_list(start, qtbot):
    seat = start()
    buttons = seat.workplace.worklist.lists.findChildren(type(seat.workplace.tabs.add_button))
    for _ in range(2):
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert [page.record for page in seat.workplace.tabs.pages()] == ["cases"]


def test_enter_and_a_double_click_open_the_record(start, qtbot, opened, answers):
    seat = start()
    seat.new("inquiry", answers["inquiry"]).save()
    page = opened(seat)
    page.table.choose(0)
    seat.press(Qt.Key.Key_Return)
    record = seat.workplace.tabs.current()
    assert isinstance(record, CallPage)
    seat.workplace.work.close(record)
    middle = page.table.visualRect(page.model.index(0, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert isinstance(seat.workplace.tabs.current(), CallPage)


def test_a_customer_is_shown_beside_the_list(start, qtbot, opened, fill):
    seat = start()
    fill(seat, 2)
    page = opened(seat, "customers")
    page.table.choose(0)
    seat.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seat.workplace.caller.customer is not None)
    assert seat.workplace.caller.customer.name == "客1"
    assert seat.workplace.tabs.current() is page


def test_the_function_keys_work_in_a_list(start, qtbot, opened, fill):
    seat = start()
    fill(seat, 3)
    opened(seat).table.setFocus()
    seat.press(Qt.Key.Key_F2)
    qtbot.waitUntil(seat.workplace.picker.isVisible)


# -- what it shows --


def test_a_number_is_masked_in_every_cell_and_tip(start, opened, fill):
    seat = start()
    fill(seat, 1)
    for name in ("calls", "customers"):
        page = opened(seat, name)
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        told = [
            str(page.model.index(0, column).data(role))
            for column in range(len(page.model.heads))
            for role in roles
        ]
        assert any("138 **** 0000" in each for each in told)
        assert not any("138 0000" in each or "13800" in each for each in told)


def test_an_empty_list_offers_what_fills_it(start, qtbot, opened, fill, settled):
    seat = start()
    page = opened(seat)
    assert page._pages.currentWidget() is page.empty
    page.empty.button.click()
    qtbot.waitUntil(seat.workplace.picker.isVisible)
    seat.workplace.picker.close()
    fill(seat, 2)
    settled(page, 2)
    assert page._pages.currentWidget() is page.table
    page.filters.line.setFocus()
    qtbot.keyClicks(page.filters.line, "zzz")
    settled(page, 0)
    assert page._pages.currentWidget() is page.none
    page.none.button.click()
    settled(page, 2)
    assert page.filters.line.text() == ""


def test_what_is_late_says_so_in_words_and_with_an_icon(start, opened, time):
    seat = start()
    due = time.at - timedelta(hours=3)
    late = Case(
        new_id(), "AA03-1", new_id(), "complaint", 1, "投诉", CaseState.FILED, due, ME.id, ME.id, due_at=due
    )
    with seat.store.write() as to:
        to.put(late)
        to.put(replace(late, id=new_id(), number="AA03-2", state=CaseState.CLOSED))
    page = opened(seat, "cases")
    place = [head.code for head in page.model.heads].index("due")
    cells = {page.model.at(row).cells["number"]: page.model.cell(row, place) for row in range(2)}
    assert cells["AA03-1"].text == "已超 3 小时"
    assert (cells["AA03-1"].tone, cells["AA03-1"].icon) == ("danger", "alert-triangle")
    assert (cells["AA03-2"].tone, cells["AA03-2"].icon) == ("muted", "")


def test_times_are_relative_and_the_tip_has_the_day(time):
    cells = Cells(lambda: time.at)
    row = type("Row", (), {"kind": "call", "due": None, "is_open": True})()
    for ago, text in ((timedelta(minutes=5), "5 分"), (timedelta(hours=2), "2 小时")):
        row.cells = {"started": time.at - ago}
        assert cells.show(row, "started").text == text
        assert cells.show(row, "started").tip().startswith("2026-11-2")
    row.cells = {"started": time.at - timedelta(days=800)}
    assert cells.show(row, "started").text.startswith("2024-09-")


# -- narrowed and sorted --


def test_typing_in_the_list_narrows_it(start, qtbot, opened, fill, settled):
    seat = start()
    fill(seat, 30)
    page = opened(seat)
    page.table.choose(3)
    page.table.setFocus()
    seat.press(Qt.Key.Key_K)
    assert seat.window.focusWidget() is page.filters.line
    qtbot.keyClicks(page.filters.line, "17")
    settled(page, 1)
    assert texts(page, "name") == ["客17"]
    seat.press(Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 0
    seat.press(Qt.Key.Key_C, ALT)
    settled(page, 30)


def test_only_the_last_text_typed_is_looked_up(start, qtbot, opened, fill, settled):
    seat = start()
    fill(seat, 12)
    page = opened(seat)
    begun = []
    page.filters.changed.connect(lambda: begun.append(page.filters.line.text()))
    qtbot.keyClicks(page.filters.line, "k11")
    settled(page, 1)
    assert begun == ["k11"]


def test_checks_and_choices_narrow_and_alt_c_shows_all_again(start, qtbot, opened, fill, settled):
    seat = start()
    fill(seat, 3)
    fill(seat, 2, 3, owes=True, handler=new_id())
    page = opened(seat)
    seat.press(Qt.Key.Key_M, ALT)
    settled(page, 3)
    assert page.filters.clear_button.isVisible()
    seat.press(Qt.Key.Key_M, ALT)
    seat.press(Qt.Key.Key_L, ALT)
    settled(page, 2)
    assert page.filters.count.text() == "共 2 条"
    page.filters.forms.choose("complaint")
    settled(page, 0)
    seat.press(Qt.Key.Key_C, ALT)
    settled(page, 5)
    assert not page.filters.clear_button.isVisible()


def test_days_narrow_a_list(start, qtbot, opened, fill, settled, time):
    seat = start()
    fill(seat, 2, started_at=time.at - timedelta(days=3))
    fill(seat, 1, 2, started_at=time.at - timedelta(minutes=1))
    page = opened(seat)
    for code, count in (("today", 1), ("week", 3), ("month", 3), ("", 3)):
        page.filters.dates.choose(code)
        settled(page, count)
    page.filters.dates.choose("from_to")
    assert page.filters.since.isVisible()
    settled(page, 1)
    page.filters.since.setDate(page.filters.since.date().addDays(-4))
    settled(page, 3)


def test_a_click_sorts_by_what_has_an_index_and_by_nothing_else(start, qtbot, opened, fill, settled):
    seat = start()
    fill(seat, 3)
    page = opened(seat)
    newest_first = texts(page)
    clicked(qtbot, page, "started")
    settled(page, 3)
    assert texts(page) == newest_first[::-1]
    clicked(qtbot, page, "name")
    clicked(qtbot, page, "address")
    assert page._sort == "started_at"
    titles = [page.model.headerData(n, Qt.Orientation.Horizontal, 0) for n in range(len(page.model.heads))]
    assert [title for title in titles if "↑" in title or "↓" in title] == ["来电时间 ↑"]


# -- kept --


def test_what_is_chosen_and_seen_stays_when_calls_come_in(start, qtbot, opened, fill, settled):
    seat = start()
    fill(seat, 300)
    page = opened(seat)
    page.table.choose(120)
    page.table.verticalScrollBar().setValue(110)
    chosen = page.model.key(120)
    fill(seat, 5, 300)
    settled(page, 305)
    assert page.table.verticalScrollBar().value() == 115
    assert page.table.currentIndex().row() == 125
    assert page.model.key(125) == chosen


def test_a_hidden_list_is_read_when_it_is_shown_again(start, qtbot, opened, fill, settled):
    seat = start()
    fill(seat, 2)
    page = opened(seat)
    seat.new("inquiry")
    fill(seat, 1, 2)
    assert page.model.rowCount() == 2
    seat.workplace.tabs.turn_to(page)
    settled(page, 3)


def test_columns_sort_and_filters_are_as_they_were_and_the_text_is_not(start, qtbot, opened, fill, settled):
    seat = start()
    fill(seat, 3)
    page = opened(seat)
    page.table.show_column(10, shown=True)
    page.table.show_column(3, shown=False)
    clicked(qtbot, page, "number")
    page.filters.checks["mine"].setChecked(True)
    page.filters.line.setText("客")
    page.filters._tell()
    settled(page, 3)
    arrangement = page.table.arrangement()
    seat.sign_out()
    again = opened(start())
    assert again.table.arrangement() == arrangement
    assert (again._sort, again._descending) == ("number", False)
    assert again.filters.checks["mine"].isChecked()
    assert again.filters.line.text() == ""


def test_nothing_kept_of_a_list_names_a_customer(start, opened, fill, settled):
    seat = start()
    fill(seat, 3)
    page = opened(seat)
    page.filters.line.setText("客1")
    page.filters._tell()
    settled(page, 1)
    page.leave()
    kept = str(seat.workplace._tools.settings.value("lists/calls"))
    assert "客" not in json.dumps(json.loads(kept), ensure_ascii=False)


def test_settings_that_make_no_sense_are_passed_over(start, opened, fill):
    seat = start()
    fill(seat, 1)
    for broken in (
        "{",
        "[]",
        '{"columns": 5, "filters": 7}',
        '{"filters": {"dates": "never"}, "sort": "answers"}',
    ):
        seat.workplace._tools.settings.setValue("lists/calls", broken)
        page = opened(seat)
        assert page._sort == "started_at"
        assert page.model.rowCount() == 1
        seat.workplace.tabs.remove(page)


# -- taken out --


def test_chosen_rows_are_copied_as_lines_for_a_spreadsheet(start, qtbot, opened, fill):
    seat = start()
    fill(seat, 3)
    page = opened(seat)
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    page.table.setFocus()
    page.table.choose(0)
    seat.press(Qt.Key.Key_Down, SHIFT)
    seat.press(Qt.Key.Key_C, CTRL)
    qtbot.waitUntil(lambda: clipboard.text() != "")
    lines = [line.split("\t") for line in clipboard.text().split("\n")]
    assert [line[0] for line in lines] == ["LA03-00002-X", "LA03-00001-X"]
    assert "'=东湖路 1 号" in lines[0]
    assert "138 **** 0002" in lines[0]
    seat.press(Qt.Key.Key_C, CTRL | SHIFT)
    qtbot.waitUntil(lambda: clipboard.text().startswith("编号"))
    assert len(clipboard.text().split("\n")) == 3


def test_more_than_a_clipboard_holds_is_refused_in_words(start, qtbot, opened, fill, monkeypatch):
    from app.ui import taking

    monkeypatch.setattr(taking, "MOST_COPIED", 2)
    seat = start()
    fill(seat, 3)
    page = opened(seat)
    page.table.setFocus()
    seat.press(Qt.Key.Key_A, CTRL)
    seat.press(Qt.Key.Key_C, CTRL)
    assert "Ctrl+E" in seat.workplace.toasts.text()


@pytest.fixture
def save_as(qtbot):
    """Answer the question for the file, and for the numbers, as an agent would."""

    def answer(page, path, button=""):
        page.export_button.click()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        dialog.accept()
        if button:
            qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
            box = QApplication.activeModalWidget()
            next(each for each in box.buttons() if each.text() == button).click()

    return answer


@pytest.mark.parametrize(
    ("button", "number"), [("只要掩码", "138 **** 0004"), ("要完整号码", "138 0000 0004")]
)
def test_all_rows_as_they_are_narrowed_go_into_the_file(
    start, qtbot, opened, fill, settled, save_as, tmp_path, button, number
):
    seat = start()
    fill(seat, 5)
    fill(seat, 2, 5, handler=new_id())
    page = opened(seat)
    page.filters.checks["mine"].setChecked(True)
    settled(page, 5)
    path = tmp_path / "out.xlsx"
    with qtbot.waitSignal(page.exporting.ended):
        save_as(page, path, button)
    rows = [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].rows]
    assert rows[0] == [head.title for head in page.table.shown_heads()]
    assert [row[0] for row in rows[1:-1]] == [f"LA03-{n:05d}-X" for n in (4, 3, 2, 1, 0)]
    assert rows[-1][0].startswith("导出 1001 王珂  2026-11-21")
    assert "只看我经办" in rows[-1][0]
    assert rows[1][rows[0].index("电话")] == number
    assert "5 条" in seat.workplace.toasts.text()
    assert str(seat.workplace._tools.settings.value("export_folder")) == str(tmp_path)
    assert page.exporting.isHidden()


def test_without_numbers_nobody_is_asked_for_them(start, qtbot, opened, fill, save_as, tmp_path):
    seat = start()
    fill(seat, 2)
    page = opened(seat)
    page.table.show_column([head.code for head in page.model.heads].index("phone"), shown=False)
    path = tmp_path / "out.csv"
    with qtbot.waitSignal(page.exporting.ended):
        save_as(page, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [line[0] for line in csv.reader(file)][:3] == ["编号", "LA03-00001-X", "LA03-00000-X"]


def test_esc_at_the_question_for_the_numbers_exports_nothing(start, qtbot, opened, fill, save_as, tmp_path):
    seat = start()
    fill(seat, 1)
    page = opened(seat)
    save_as(page, tmp_path / "out.csv", "都不要")
    assert not page.exporting.is_busy
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("end", ["cancel", "close", "sign_out"])
def test_an_export_that_is_ended_leaves_no_file(start, qtbot, opened, fill, tmp_path, monkeypatch, end):
    from app.ui import exporting

    monkeypatch.setattr(exporting, "PIECE", 2)
    seat = start()
    fill(seat, 40)
    page = opened(seat)
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(
        page.exporting, "ask", lambda order, window: page.exporting.begin(order, folder / "a.csv", full=False)
    )
    page.taking.export()
    qtbot.waitUntil(lambda: page.exporting.bar.value() > 0)
    assert page.exporting.isVisible()
    if end == "cancel":
        seat.press(Qt.Key.Key_X, ALT)
        assert "没有留下文件" in seat.workplace.toasts.text()
    elif end == "close":
        seat.press(Qt.Key.Key_W, CTRL)
    else:
        seat.sign_out()
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_gone_is_told_in_words(start, qtbot, opened, fill, tmp_path, monkeypatch):
    seat = start()
    fill(seat, 1)
    page = opened(seat)
    gone = tmp_path / "gone" / "a.csv"
    monkeypatch.setattr(
        page.exporting, "ask", lambda order, window: page.exporting.begin(order, gone, full=False)
    )
    with qtbot.waitSignal(page.exporting.ended):
        page.taking.export()
    assert "换个文件夹" in seat.workplace.toasts.text()
    assert not page.exporting.is_busy


# -- views --


def saved(seat, page, name):
    seat.press(Qt.Key.Key_V, CTRL | ALT)
    QApplication.activePopupWidget().close()
    page.views.ask()
    page.views.line.setText(name)
    seat.press(Qt.Key.Key_Return)


def views(page):
    menu = QMenu(page)
    page.views.offer(menu)
    return {a.text(): a for a in menu.actions() if a.isCheckable()}, menu


def test_a_view_brings_back_filters_sort_and_columns_after_a_restart(start, qtbot, opened, fill, settled):
    seat = start()
    fill(seat, 3)
    page = opened(seat)
    page.table.show_column(3, shown=False)
    clicked(qtbot, page, "number")
    page.filters.checks["mine"].setChecked(True)
    arrangement = page.table.arrangement()
    page.views.ask()
    assert page.views.line.text() == "只看我经办"
    assert page.views.line.hasFocus()
    seat.press(Qt.Key.Key_Return)
    assert page.views.isHidden()
    page.filters.clear()
    page.table.reset_columns()
    page._sort_by("started", True)
    seat.sign_out()
    again = opened(start())
    (choice,) = views(again)[0].values()
    assert choice.text() == "&1  只看我经办"
    assert not choice.isChecked()
    again.filters.line.setText("客1")
    choice.trigger()
    settled(again, 3)
    assert again.filters.checks["mine"].isChecked()
    assert again.filters.line.text() == ""
    assert (again._sort, again._descending) == ("number", False)
    assert again.table.arrangement() == arrangement
    assert next(iter(views(again)[0].values())).isChecked()


def test_a_name_is_asked_for_masked_kept_once_and_can_be_left(start, qtbot, opened, fill):
    seat = start()
    fill(seat, 1)
    page, said = opened(seat), []
    page.told.connect(said.append)
    saved(seat, page, "  ")
    assert not page.views.isHidden()
    seat.press(Qt.Key.Key_Escape)
    assert page.views.isHidden()
    assert page.table.hasFocus()
    for _ in range(2):
        saved(seat, page, "李女士 13812345678 & 我")
    assert [*page.views.all()] == ["李女士 138 **** 5678 & 我"]
    assert next(iter(views(page)[0])).endswith("&& 我")
    page.views.drop(next(iter(page.views.all())))
    assert page.views.all() == {}
    assert len(said) == 4


def test_more_views_than_digits_are_refused_in_words(start, opened, fill):
    seat = start()
    fill(seat, 1)
    page, said = opened(seat), []
    for n in range(9):
        saved(seat, page, f"第{n}个")
    page.told.connect(said.append)
    saved(seat, page, "又一个")
    assert said == ["最多存 9 个视图：先删除一个。"]
    assert len(page.views.all()) == 9


@pytest.mark.parametrize("broken", ["{", "[]", '{"a": 5, "b": {"sort": 7, "columns": 3}}'])
def test_views_that_make_no_sense_are_passed_over(start, opened, fill, broken):
    seat = start()
    fill(seat, 1)
    seat.workplace._tools.settings.setValue("views/calls", broken)
    page = opened(seat)
    for choice in views(page)[0].values():
        choice.trigger()
    assert page._sort == "started_at"

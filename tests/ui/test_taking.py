"""What an agent takes out of a list: a number for a moment, a row; and what they may not, with who may."""

from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from app.desk.accesses import Accesses
from app.forms.rights import Right, Rights
from app.records.accesses import Access, Deed
from app.records.accounts import Role
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.customers import Customer
from app.records.ids import new_id
from app.ui.listprints import ListPreview
from tests.ui.conftest import ME

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def listed(start, qtbot, time):
    """Open the list of three callers and choose the first."""

    def opened(name="calls"):
        seat = start()
        with seat.store.write() as to:
            to.put(ME)
            for n in range(3):
                at = time.at - timedelta(minutes=n)
                phones = (f"+86138{n:08d}", f"+86139{n:08d}")
                to.put(who := Customer(new_id(), f"客{n}", phones, (), at, at, f"k{n}"))
                answers = {"name": f"客{n}", "phone": f"138{n:08d}", "address": "东湖路 1 号"}
                to.put(
                    Call(
                        new_id(), f"LA03-{n:05d}-X", "phone", "inquiry", 1, at, at, ME.id, ME.id, who.id,
                        answers=answers,
                    )
                )  # fmt: skip
        seat.workplace.open("list", name)
        page = seat.workplace.tabs.current()
        qtbot.waitUntil(lambda: page._is_all and page.model.at(0) is not None)
        page.table.setFocus()
        page.table.choose(0)
        QGuiApplication.clipboard().clear()
        return seat, page

    return opened


@pytest.fixture
def may(monkeypatch):
    """Let agents do what the test names."""

    def given(*rights):
        rule = Rights(given={r: (Role.AGENT,) if r in rights else (Role.LEAD,) for r in Right})
        monkeypatch.setattr(
            Accesses, "rights", property(lambda self: rule, lambda self, given: None), raising=False
        )

    return given


def told(page):
    """What is seen of all rows, in every cell and tip."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    columns, rows = range(len(page.model.heads)), range(page.model.rowCount())
    return [
        " ".join(str(page.model.index(row, column).data(role)) for column in columns for role in roles)
        for row in rows
    ]


def kept(seat):
    return [(each.deed, each.count, each.whole) for each in seat.store.find(Access, agent=ME.id)]


@pytest.mark.parametrize("name", ["calls", "customers"])
def test_a_key_shows_the_numbers_of_one_row_and_keeps_that_it_did(listed, qtbot, name):
    seat, page = listed(name)
    assert not any("138 0000" in row for row in told(page))
    assert "Alt+V" in told(page)[0]
    seat.press(Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: "138 0000 0000" in told(page)[0])
    assert not any("138 0000" in row for row in told(page)[1:])
    assert kept(seat) == [(Deed.REVEAL, 1, True)]
    (access,) = seat.store.find(Access, agent=ME.id)
    assert access.record == page.model.at(0).id
    assert "138" not in str(access)


@pytest.mark.parametrize("away", ["row", "tab", "time"])
def test_it_is_masked_again_once_the_row_is_left(listed, qtbot, away):
    seat, page = listed()
    seat.press(Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: "138 0000 0000" in told(page)[0])
    match away:
        case "row":
            seat.press(Qt.Key.Key_Down)
        case "tab":
            seat.workplace.open("help", "help")
        case "time":
            assert page.taking._hiding.interval() == 20_000
            page.taking._hiding.setInterval(0)
    qtbot.waitUntil(lambda: not any("138 0000" in row for row in told(page)))
    assert not page.taking._hiding.isActive()


def test_news_of_other_records_does_not_take_it_from_under_ones_eyes(listed, qtbot, time):
    seat, page = listed()
    seat.press(Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: "138 0000 0000" in told(page)[0])
    shown = page.model.at(0)
    with seat.store.write() as to:
        call = seat.store.get(Call, shown.id)
        to.put(replace(call, id=new_id(), number="LA03-00009-X", started_at=time.at + timedelta(hours=1)))
    qtbot.waitUntil(lambda: page.model.rowCount() == 4 and page.model.at(1) is not None)
    assert "138 0000 0000" in told(page)[1]
    assert "138 **** 0000" in told(page)[0]
    seat.press(Qt.Key.Key_Up)
    assert not any("138 0000" in row for row in told(page))


def test_a_row_without_a_masked_number_is_not_looked_at(listed, qtbot, time):
    seat, _ = listed()
    seat.workplace.open("list", "cases")
    page = seat.workplace.tabs.current()
    opened = Case(
        new_id(), "AA03-1", new_id(), "complaint", 1, "投诉 · 东湖路", CaseState.FILED, time.at, ME.id, ME.id
    )
    with seat.store.write() as to:
        to.put(opened)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and page.model.at(0) is not None)
    page.table.setFocus()
    page.table.choose(0)
    seat.press(Qt.Key.Key_V, ALT)
    assert "没有掩码" in seat.workplace.toasts.text()
    assert kept(seat) == []


def test_what_was_read_while_it_was_whole_does_not_bring_it_back(listed, qtbot):
    seat, page = listed()
    seat.press(Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: "138 0000 0000" in told(page)[0])
    page.pager.again()
    seat.press(Qt.Key.Key_Down)
    done = []
    page._desk.run(lambda: None, done.append, print)
    qtbot.waitUntil(lambda: done == [None])
    assert not any("138 0000" in row for row in told(page))


def test_an_answer_that_comes_after_the_row_was_left_shows_nothing(listed, qtbot, monkeypatch):
    seat, page = listed()
    reading, go = page.taking._read, Event()
    monkeypatch.setattr(page.taking, "_read", lambda *asked: (go.wait(5), reading(*asked))[1])
    seat.press(Qt.Key.Key_V, ALT)
    seat.press(Qt.Key.Key_Down)
    go.set()
    qtbot.waitUntil(lambda: kept(seat) != [])
    done = []
    page._desk.run(lambda: None, done.append, print)
    qtbot.waitUntil(lambda: done == [None])
    assert not any("138 0000" in row for row in told(page))


def test_a_row_is_copied_as_it_is_seen(listed, qtbot):
    seat, page = listed()
    board = QGuiApplication.clipboard()
    seat.press(Qt.Key.Key_C, CTRL)
    qtbot.waitUntil(lambda: "138 **** 0000" in board.text())
    seat.press(Qt.Key.Key_V, ALT)
    qtbot.waitUntil(lambda: page.taking._whole is not None)
    seat.press(Qt.Key.Key_C, CTRL)
    qtbot.waitUntil(lambda: "138 0000 0000" in board.text())
    assert kept(seat) == [(Deed.COPY, 1, True), (Deed.REVEAL, 1, True), (Deed.COPY, 1, False)]


def test_the_number_alone_is_copied_as_it_is_dialled(listed, qtbot):
    seat, _ = listed("customers")
    seat.press(Qt.Key.Key_C, CTRL | ALT)
    board = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: board.text() == "13800000000\n13900000000")
    assert kept(seat) == [(Deed.COPY, 1, True)]


def test_what_an_agent_may_not_is_grey_says_who_may_and_does_nothing(listed, qtbot):
    seat, page = listed()
    page.table.selectAll()
    menu = page._row_menu()
    greyed = {
        action.text().partition("\t")[0]: action.toolTip()
        for action in menu.actions()
        if not action.isEnabled()
    }
    assert {text for text in greyed if text} >= {"导出这个列表…", "打印这个列表…", "复制所选行"}
    assert "值班长、主管、主任" in greyed["导出这个列表…"]
    for button, key in (
        (page.export_button, Qt.Key.Key_E),
        (page.print_button, Qt.Key.Key_P),
        (None, Qt.Key.Key_C),
    ):
        assert button is None or (not button.isEnabled() and "值班长" in button.toolTip())
        seat.press(key, CTRL)
        qtbot.waitUntil(lambda: "值班长、主管、主任的权限" in seat.workplace.toasts.text())
    for act in (page.taking.export, page.taking.print_list):  # whoever comes by another way
        act()
    assert QApplication.activeModalWidget() is None
    assert seat.workplace.paperwork.lists.window is None
    assert QGuiApplication.clipboard().text() == ""
    assert kept(seat) == []


def test_where_even_a_look_is_not_given_the_number_stays(listed, qtbot, may):
    may()
    seat, page = listed()
    seat.press(Qt.Key.Key_V, ALT)
    seat.press(Qt.Key.Key_C, CTRL | ALT)
    assert "显示完整号码是值班长的权限" in seat.workplace.toasts.text()
    assert kept(seat) == []
    assert not any("138 0000" in row for row in told(page))


def test_who_may_not_look_does_not_copy_what_is_masked(listed, may):
    may(Right.COPY)
    seat, page = listed()
    seat.press(Qt.Key.Key_C, CTRL | ALT)
    assert "显示完整号码是值班长的权限" in seat.workplace.toasts.text()
    greyed = [
        action.text().partition("\t")[0] for action in page._row_menu().actions() if not action.isEnabled()
    ]
    assert {"显示号码", "复制号码"} <= set(greyed)
    assert "复制所选行" not in greyed
    assert kept(seat) == []


def test_what_cannot_be_kept_is_not_done(listed, qtbot, monkeypatch):
    seat, page = listed()

    def full(*args, **more):
        raise OSError("disk full")

    monkeypatch.setattr(seat.desk.accesses, "note", full, raising=False)
    for key, held in ((Qt.Key.Key_V, ALT), (Qt.Key.Key_C, CTRL), (Qt.Key.Key_C, CTRL | ALT)):
        seat.press(key, held)
        qtbot.waitUntil(lambda: "OSError" in seat.workplace.toasts.text())
    assert QGuiApplication.clipboard().text() == ""
    assert not any("138 0000" in row for row in told(page))


def test_the_list_of_who_did_is_for_those_who_may_see_it(listed):
    seat, _ = listed()
    before = len(seat.workplace.tabs.pages())
    seat.workplace.open("list", "accesses")
    assert len(seat.workplace.tabs.pages()) == before
    assert not any("查看" in action.text() for action in seat.workplace.lists.actions())


# -- on paper --


@pytest.fixture
def preview(listed, qtbot, may, shelf):
    def shown(*rights):
        may(Right.PRINT, *rights)
        seat, page = listed()
        seat.press(Qt.Key.Key_P, CTRL)
        prints = seat.workplace.paperwork.lists
        qtbot.waitUntil(lambda: prints.window is not None)
        qtbot.waitUntil(lambda: prints.window._pdf != b"")
        return seat, page, prints.window

    return shown


def test_a_list_is_looked_at_before_it_is_printed_and_that_is_not_kept(preview, time):
    seat, _, window = preview()
    assert isinstance(window, ListPreview)
    assert [row[0] for row in window._list.rows] == [f"LA03-{n:05d}-X" for n in range(3)]
    assert window._list.mark == f"1001  {time.at.astimezone():%Y-%m-%d %H:%M}"
    assert not any("138 0000" in cell for row in window._list.rows for cell in row)
    assert "客" not in window.windowTitle() + window.file_name()
    window.reject()
    assert kept(seat) == []


def test_a_printed_list_is_kept_and_its_file_is_gone(preview, qtbot, shelf, tmp_path):
    from app.printing.spooler import State

    shelf.states["派工联"] = State.READY
    seat, _, window = preview()
    window.choices.where.addItem("派工联", "派工联")
    window.choices.where.setCurrentIndex(window.choices.where.count() - 1)
    window.print_button.click()
    qtbot.waitUntil(lambda: shelf.sent != [])
    (job,) = shelf.sent
    assert (job.title, job.media) == ("受理记录", "A4")
    qtbot.waitUntil(lambda: not job.path.exists())
    assert kept(seat) == [(Deed.PRINT, 3, False)]
    assert list((tmp_path / "slips").glob("*.pdf")) == []


def test_saved_as_pdf_it_is_kept_too(preview, qtbot, tmp_path):
    seat, _, window = preview()
    window._save(str(tmp_path / "a.pdf"))
    qtbot.waitUntil((tmp_path / "a.pdf").exists)
    qtbot.waitUntil(lambda: kept(seat) == [(Deed.PRINT, 3, False)])


def test_the_lock_takes_the_preview_away(preview, qtbot):
    seat, _, window = preview()
    gone = []
    window.finished.connect(gone.append)
    seat.sign_out()
    assert gone == [QDialog.DialogCode.Rejected]


def test_too_many_for_paper_is_said_in_words(listed, may, monkeypatch):
    from app.ui import taking

    may(Right.PRINT)
    monkeypatch.setattr(taking, "MOST_PRINTED", 2)
    seat, _ = listed()
    seat.press(Qt.Key.Key_P, CTRL)
    assert "请先筛选" in seat.workplace.toasts.text()


# -- a centre's own rule --


def test_for_whom_nothing_is_masked_everything_stands_there(listed, monkeypatch):
    monkeypatch.setattr(Accesses, "masks", False)
    _, page = listed()
    assert "138 0000 0000" in told(page)[0]


def test_the_list_of_who_did_says_so_where_nobody_has(start, qtbot, may):
    may(Right.AUDIT)
    seat = start()
    seat.workplace.open("list", "accesses")
    page = seat.workplace.tabs.current()
    qtbot.waitUntil(lambda: page._is_all)
    assert page._pages.currentWidget() is page.empty
    assert "还没有人" in " ".join(label.text() for label in page.empty.findChildren(QLabel))

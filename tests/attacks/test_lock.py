"""What somebody may try against the lock, in one window (lock.md §6): nothing refuses it, nothing is left."""

import errno
import json
import logging
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from operator import attrgetter
from pathlib import Path
from time import monotonic

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPoint, QPointF, QStringListModel, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAccessible,
    QClipboard,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)

from app import logs
from app.desk import clock
from app.desk.presence import Presences
from app.records.calls import Call
from app.records.presence import Presence, Stay
from app.store import mailbox
from app.store.engine import BUSY_SECONDS, Key, StoreRefused, connect
from app.store.store import Store
from app.ui import wording
from app.ui.lock import LockPage
from app.ui.panels.imports import ImportPage
from app.ui.preview import SlipPreview
from app.ui.single import Single
from app.ui.workplace import Workplace
from tests.flows.conftest import LOCK, call_in_front, seen, work
from tests.flows.test_import import HEADER, MAP, ROW
from tests.ui.conftest import DISPATCH, REPAIR

pytestmark = pytest.mark.attack
ROOT = Path(__file__).parents[2]
NAME, PHONE = "欧阳落霞", "13912345678"


@pytest.fixture
def call(program):
    """A call half typed."""
    call = call_in_front(program)
    call.view.set_answers({"name": NAME, "phone": PHONE, "request": f"漏气，请回电 {PHONE}"})
    return call


def in_the_loop(act):
    """Run *act* as the program does, within its event loop; return what it returns."""
    loop, told = QEventLoop(), []

    def run():
        try:
            told.append(act())
        finally:
            loop.quit()

    QTimer.singleShot(0, run)
    loop.exec()
    return told[0] if told else None


def assert_locked(program):
    assert isinstance(program.window.centralWidget(), LockPage)
    assert program.opened is None
    assert seen() == [program.window]
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None


# -- 1: what is open --


def question(page):
    box = QMessageBox(page)
    box.setText(NAME)
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard)
    return box.exec()


def stubborn(page):
    class Stubborn(QDialog):
        def reject(self):
            pass

        def closeEvent(self, event):
            event.ignore()

    return Stubborn(page).exec()


def one_over_the_other(page):
    lower = QDialog(page)
    QTimer.singleShot(0, lambda: stubborn(lower))
    return lower.exec()


def typing_in(page):
    _, taken = QInputDialog.getText(page, "改期", "新日期", text=PHONE)
    return taken


def choosing_a_file(page):
    dialog = QFileDialog(page, "导出")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog.exec()


def menu(page):
    shown = QMenu(page)
    inner = shown.addMenu("更多")
    inner.addAction(f"复制 {PHONE}")
    QTimer.singleShot(10, lambda: inner.popup(QPoint(300, 300)))
    return shown.exec(QPoint(200, 200))


def waiting(page):
    """Let the loop run for a while: for what is shown without one of its own."""
    loop = QEventLoop()
    QTimer.singleShot(300, loop.quit)
    loop.exec()


def combo(page):
    box = QComboBox(page)
    box.addItems([NAME, PHONE])
    box.show()
    box.showPopup()
    waiting(page)


def completer(page):
    line = QLineEdit(page)
    completer = QCompleter(QStringListModel([NAME, PHONE]), line)
    line.setCompleter(completer)
    line.show()
    line.setFocus()
    line.setText(PHONE[:3])
    completer.complete()
    waiting(page)


def beside(page):
    QWidget(page, Qt.WindowType.Tool).show()
    QToolTip.showText(QPoint(200, 200), NAME, page)
    waiting(page)


def keys(page):
    page.overview.toggle()
    waiting(page)


def forms(page):
    page.work.pick()
    waiting(page)


def commands(page):
    next(each for each in page.commands if each.key == "Ctrl+K").act()
    assert page.bar.isVisible()
    waiting(page)


def own_menu(page):
    page.top.who.showMenu()


def preview(page):
    sheet = page.paperwork
    call = page.tabs.current()
    call.view.set_answers({**REPAIR, **DISPATCH, "name": NAME})
    call.dispatch()
    sheet.preview()
    assert isinstance(sheet.window, SlipPreview)
    waiting(page)


TALKS = (question, stubborn, one_over_the_other, typing_in, choosing_a_file, beside, preview)
POPUPS = (menu, combo, completer, keys, forms, commands, own_menu)


@pytest.mark.parametrize("show", [*TALKS, *POPUPS])
def test_01_nothing_that_is_open_refuses_the_lock(program, call, qtlog, show):
    page = work(program)
    QTimer.singleShot(150, program.lock)
    answer = in_the_loop(lambda: show(page))
    assert not answer or answer == QMessageBox.StandardButton.NoButton
    assert_locked(program)


@pytest.mark.parametrize("show", [*TALKS, *POPUPS])
def test_01_its_key_works_whatever_is_open(program, hands, call, show):
    page = work(program)

    def press():
        """Tell the window, as the system does: a part of it would hear nothing of menus."""
        pressed = QKeyEvent(QEvent.Type.KeyPress, *LOCK)
        QApplication.postEvent(QGuiApplication.focusWindow(), pressed)

    QTimer.singleShot(150, press)
    in_the_loop(lambda: show(page))
    assert_locked(program)


# -- 2: what is under way --


def test_02_what_an_input_method_composes_is_in_the_draft(program, hands, call, come_back):
    call.view.focus_field("request")
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("louqi", []))
    hands.press(*LOCK)
    assert "louqi" in come_back().tabs.current().view.answers()["request"]


def test_02_an_import_stops_between_two_batches_and_goes_on_where_it_stood(
    program, hands, tmp_path, come_back
):
    (tmp_path / "old.csv").write_text(
        HEADER + "".join(ROW.format(n, "春晓路") for n in range(1500)), "gb18030"
    )
    (tmp_path / "map.yaml").write_text(MAP, "utf-8")
    job = {"file": str(tmp_path / "old.csv"), "form": "city_case", "map": str(tmp_path / "map.yaml")}

    def begin():
        program.take(job)
        page = work(program).tabs.current()
        hands.until(page.go.isEnabled, "the file is not read")
        page.go.click()
        return page

    def taken():
        return program.opened.store.count(Call, form="city_case")

    begin()
    hands.until(lambda: taken() > 0, "nothing comes in")
    program.lock()
    assert_locked(program)
    come_back()
    assert 0 < taken() < 1500
    page = begin()
    hands.until(lambda: taken() == 1500, "it does not end")
    hands.until(lambda: page._begun is None, "it does not end")
    assert all(
        call.answers["address"] == "春晓路" for call in program.opened.store.find(Call, form="city_case")
    )


def test_02_a_write_that_is_under_way_is_whole(program, call, come_back):
    store, begun, go_on = program.opened.store, threading.Event(), threading.Event()
    agent = replace(program.opened.agent, name="另一个名字")

    def write():
        with store.write(background=True) as to:
            to.put(agent)
            begun.set()
            go_on.wait(10)
            to.set("both", True)

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait(10)
    QTimer.singleShot(100, go_on.set)
    threading.Timer(0.2, go_on.set).start()
    program.lock()
    writer.join(10)
    assert_locked(program)
    page = come_back()
    assert program.opened.agent.name == "另一个名字"
    assert program.opened.store.setting("both") is True
    assert page.tabs.current().view.answers()["name"] == NAME


def test_02_a_slip_that_is_under_way_comes_out_and_nobody_stumbles(program, hands, call, come_back, caplog):
    call.view.set_answers({**REPAIR, **DISPATCH, "name": NAME})
    call.dispatch()
    press, begun, go_on = work(program).paperwork.slips._press, threading.Event(), threading.Event()
    draw = press.draw

    def slowly(*words):
        begun.set()
        go_on.wait(10)
        return draw(*words)

    press.draw = slowly
    call.print_slip()
    begun.wait(10)
    program.lock()
    go_on.set()
    waited = []
    program._background.printer.run(lambda: None, waited.append)
    hands.until(lambda: waited, "the lane stands still")
    assert_locked(program)
    page = program.window.centralWidget()
    assert page.sentence.text() == page.sentence.usual
    assert not caplog.records
    assert list(press.folder.glob("*.pdf"))


# -- 3: what fails --


def test_03_a_draft_the_disk_does_not_take_waits_in_the_mailbox(
    program, hands, call, come_back, tmp_path, monkeypatch
):
    def full(self, **words):
        raise StoreRefused("full")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "write", full)
        hands.press(*LOCK)
    assert_locked(program)
    sealed = (tmp_path / "seat" / "mailbox").read_bytes()
    assert sealed
    assert NAME.encode() not in sealed
    assert come_back().tabs.current().view.answers()["name"] == NAME
    assert not (tmp_path / "seat" / "mailbox").exists()


@pytest.fixture
def full_disk():
    """A disk that takes nothing, and what makes room on it."""

    def full(*_, **words):
        raise StoreRefused("full")

    def append(path, line):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "write", full)
        patch.setattr(mailbox, "append_line", append)
        yield patch.undo


def test_03_closed_while_locked_on_a_full_disk_it_says_so_once_and_closes_the_second_time(
    program, call, full_disk, tmp_path
):
    program.lock()
    assert not program.window.close()
    page = program.window.centralWidget()
    assert page.sentence.text() == wording.unwritten(1)
    assert NAME not in page.sentence.text()
    assert_locked(program)
    assert program.window.close()
    assert not (tmp_path / "seat" / "mailbox").exists()


def test_03_with_room_made_meanwhile_nothing_is_asked_and_nothing_lost(program, hands, call, full_disk, seat):
    program.lock()
    assert not program.window.close()
    full_disk()
    assert program.window.close()
    again = seat().sign_in()
    hands.until(lambda: isinstance(again.page, Workplace), "no workplace")
    assert again.page.tabs.current().view.answers()["name"] == NAME


def test_03_nor_is_it_forgotten_at_the_door_of_whoever_comes_next(program, call, full_disk):
    program.lock()
    program.window.centralWidget().other.click()
    assert not program.window.close()
    assert program.window.centralWidget().sentence.text() == wording.unwritten(1)
    assert program.window.close()


def test_03_after_another_lock_it_is_asked_again(program, hands, call, full_disk, come_back):
    program.lock()
    assert not program.window.close()
    full_disk()
    page = come_back()
    assert page.tabs.current().view.answers()["name"] == NAME
    assert "1 份草稿找回来了" in page.toasts.text()
    page.tabs.current().view.set_answers({"name": "王"})
    program._accounts.letters.write_down = lambda: 1
    program.lock()
    assert not program.window.close()
    assert program.window.close()


def test_03_who_switches_the_computer_off_is_not_asked(program, call, monkeypatch, tmp_path):
    with monkeypatch.context() as patch:
        patch.setattr(Store, "write", lambda self, **words: 1 / 0)
        program._application.commitDataRequest.emit(None)
    assert (tmp_path / "seat" / "mailbox").exists()


def test_03_a_file_that_another_program_holds_does_not_hold_the_lock_up(
    program, hands, call, come_back, tmp_path
):
    holding = connect(tmp_path / "seat" / "seat.db", Key(program.opened.key))
    holding.execute("BEGIN IMMEDIATE")
    begun = monotonic()
    program.lock()
    assert monotonic() - begun < BUSY_SECONDS
    assert_locked(program)
    holding.execute("ROLLBACK")
    holding.close()
    page = come_back()
    assert page.tabs.current().view.answers()["name"] == NAME
    assert "1 份草稿找回来了" in page.toasts.text()


@pytest.mark.parametrize("step", ["_curtain.fall", "_front.lock", "_application.composing.commit"])
def test_03_a_step_that_fails_does_not_keep_the_seat_open(program, hands, call, monkeypatch, step):
    store, (part, name) = program.opened.store, step.rsplit(".", 1)
    monkeypatch.setattr(attrgetter(part)(program), name, lambda *words: 1 / 0)
    program.lock()
    assert program.opened is None
    assert not shiboken6.isValid(call)
    with pytest.raises(StoreRefused, match="closed"):
        store.drafts.all()


# -- 6: a clock that is set --


@pytest.mark.parametrize("days", [-1, 1])
def test_06_a_clock_set_while_locked_does_not_change_how_long_somebody_was_away(
    program, call, come_back, monkeypatch, days
):
    program.lock()
    now, tick = clock.now, clock.tick
    monkeypatch.setattr(clock, "now", lambda: now() + timedelta(days=days))
    monkeypatch.setattr(clock, "tick", lambda: tick() + 90)
    come_back()
    back, away = program.opened.store.find(Presence)[:2]
    assert (back.source, away.source) == ("unlock", "key")
    assert 90 <= back.lasted < 150


# -- 8: locked while the password is looked at --


def test_08_locked_again_while_the_password_is_looked_at_it_stays_locked(program, hands, unlock):
    hands.press(*LOCK)
    page = program.window.centralWidget()
    unlock()
    program.lock()
    hands.until(lambda: page.sentence.text() == wording.refusal("locked_meanwhile"), "no sentence")
    assert_locked(program)


# -- 10, 11: keys and hands at the lock page --


def test_10_no_key_there_is_does_anything(program, hands, call):
    window, fired = program.window, []
    keys = [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    assert len(keys) > 20
    for shortcut in window.findChildren(QShortcut):
        shortcut.activated.connect(partial(fired.append, shortcut.key().toString()))
    program.lock()
    page = window.centralWidget()
    hands.until(lambda: not page._deaf.isActive(), "deaf for ever")
    usual = ["F10", "Ctrl+P", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+V", "Alt+F", "Menu", "Esc", *["Tab"] * 50]
    for key in [*keys, *map(QKeySequence, usual)]:
        QTest.keyClick(hands.focus(), key[0].key(), key[0].keyboardModifiers())
        focus = QApplication.focusWidget()  # none, while a password is looked at
        assert focus is None or page.isAncestorOf(focus), key.toString()
    assert fired == []
    assert window.centralWidget() is page
    assert_locked(program)


def test_10_closed_while_locked_it_stays_locked(program, call):
    program.lock()
    program.window.close()
    assert program.opened is None
    assert not shiboken6.isValid(call)


def test_10_what_is_dropped_or_pasted_by_mouse_is_not_taken(program, call, tmp_path, monkeypatch):
    program.lock()
    page = program.window.centralWidget()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "old.csv"))])
    data.setText("dropped")
    both = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for part in (program.window, page, page.password):
        for event in (
            QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, *both),
            QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *both),
        ):
            event.ignore()
            QApplication.sendEvent(part, event)
            assert not event.isAccepted()
    monkeypatch.setattr(QClipboard, "supportsSelection", lambda self: True)
    QGuiApplication.clipboard().setText("pasted")
    QTest.mouseClick(page.password, Qt.MouseButton.MiddleButton)
    assert page.password.text() == ""


@pytest.fixture
def left_in_code(program):
    """A shortcut of the whole program, as somebody may leave it in the code."""
    heard: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+E"), program.window)
    shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
    shortcut.activated.connect(lambda: heard.append("Ctrl+E"))
    return heard


def test_11_a_shortcut_of_the_whole_program_is_eaten_while_locked(program, hands, left_in_code, come_back):
    keys = (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    hands.press(*keys)
    assert left_in_code == ["Ctrl+E"]
    program.lock()
    hands.press(*keys)
    assert left_in_code == ["Ctrl+E"]
    come_back()
    hands.press(*keys)
    assert left_in_code == ["Ctrl+E", "Ctrl+E"]


# -- 12: what comes late --


def painting(kind):
    """A *kind* of window that counts how often it was painted."""

    class Painted(kind):
        times = 0

        def paintEvent(self, event):
            self.times += 1
            super().paintEvent(event)

    return Painted


def late_dialog(window):
    late = painting(QDialog)(window)
    late.show()
    waiting(window)
    return late


def late_question(window):
    late = painting(QMessageBox)(window)
    late.setText(PHONE)
    late.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard)
    assert late.exec() in (0, QMessageBox.StandardButton.NoButton)
    return late


def late_menu(window):
    late = painting(QMenu)(window)
    late.addAction(PHONE)
    late.exec(QPoint(100, 100))
    return late


@pytest.mark.parametrize("show", [late_dialog, late_question, late_menu])
def test_12_a_window_that_comes_late_is_not_seen_and_can_be_after_the_lock(program, hands, come_back, show):
    program.lock()
    late = in_the_loop(lambda: show(program.window))
    assert late.times == 0
    assert not late.windowHandle().isVisible()
    assert_locked(program)
    hands.come_to_the_front()
    come_back()
    late.show()
    hands.until(lambda: late.times > 0, "it is not painted")
    assert late.windowOpacity() == 1.0
    late.close()


def test_12_what_was_looked_for_when_it_was_locked_finds_nobody(program, hands, call, qtlog, caplog):
    page = work(program)
    page.open("list", "calls")
    page._pop_bar()
    hands.type("139")
    page.caller.follow(PHONE, NAME)
    with caplog.at_level(logging.INFO):
        program.lock()
        waited = []
        for lane in program._background._lanes:
            lane.run(lambda: None, waited.append)
        hands.until(lambda: len(waited) == len(program._background._lanes), "a lane stands still")
    assert_locked(program)
    assert not caplog.records


def test_12_an_error_while_locked_says_nothing_of_what_it_was_about(program, call, caplog):
    program.lock()
    for error in (ValueError(f"{NAME} {PHONE}"), StoreRefused("full")):
        program._application._stumble(type(error), error, None)
    page = program.window.centralWidget()
    assert page.sentence.text() == wording.refusal("full")
    said = said_to_a_screen_reader(program.window) + caplog.text
    assert NAME not in said
    assert PHONE not in said
    assert_locked(program)


# -- 13, 14: what tells a name --


def said_to_a_screen_reader(widget):
    """Everything accessibility tells of *widget* and what is in it."""
    asked, told = [QAccessible.queryAccessibleInterface(widget)], []
    while asked:
        if (part := asked.pop()) is not None:
            told += [part.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText]
            asked += [part.child(n) for n in range(part.childCount())]
    return " ".join(told)


def test_13_neither_titles_nor_a_screen_reader_nor_the_log_tell_a_name(program, call, tmp_path, monkeypatch):
    assert PHONE in said_to_a_screen_reader(program.window)
    log = logging.getLogger("app")
    before = list(log.handlers)
    logs.start(tmp_path / "logs")
    try:
        monkeypatch.setattr(Store, "write", lambda self: 1 / len(NAME[:0]))  # even when it fails
        program.lock()
    finally:
        for handler in set(log.handlers) - set(before):
            log.removeHandler(handler)
            handler.close()
    texts = [w.windowTitle() for w in QApplication.topLevelWidgets()]
    texts += [w.title() for w in QGuiApplication.allWindows()]
    texts += [said_to_a_screen_reader(w) for w in QApplication.topLevelWidgets()]
    texts.append((tmp_path / "logs" / "zuoxi.log").read_text("utf-8"))
    assert "ZeroDivisionError" in texts[-1]
    for text in texts:
        assert NAME not in text
        assert PHONE not in text


def test_13_of_the_page_nothing_is_left_when_the_lock_returns(program, call):
    page = work(program)
    parts = [page, *page.findChildren(QWidget)]
    program.lock()
    assert not [part for part in parts if shiboken6.isValid(part)]


def test_14_what_was_copied_here_is_gone(program, call, monkeypatch):
    # A screen that is not there owns none; a real one is in test_x11.py.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda self: True)
    board = QGuiApplication.clipboard()
    board.setText(PHONE)
    program.lock()
    assert board.text() == ""


# -- 15: the program is started once more --


def test_15_a_second_start_shows_the_lock_page_and_what_it_brings_waits(
    program, at, hands, call, come_back, tmp_path
):
    single = Single(tmp_path / "seat", program)
    assert single.claim()
    single.raised.connect(at.front.come_to_the_front)
    single.handed.connect(program.take)
    program.lock()
    program.window.showMinimized()
    (tmp_path / "old.csv").write_text(HEADER + ROW.format(1, "春晓路"), "gb18030")
    job = {"file": str(tmp_path / "old.csv"), "form": "city_case"}
    code = (
        "import json, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from app.ui.single import Single; a = QCoreApplication([]); s = Single(Path(sys.argv[1]));"
        "sys.exit(s.claim() or not s.hand(json.loads(sys.argv[2])))"
    )
    second = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "seat"), json.dumps(job)], cwd=ROOT)
    hands.until(lambda: second.poll() is not None, "it does not end")
    assert second.returncode == 0
    assert program.window.isVisible()
    assert not program.window.isMinimized()
    assert_locked(program)
    page = come_back().tabs.current()
    assert isinstance(page, ImportPage)
    hands.until(lambda: page._peek is not None, "the file is not read")
    single.release()


# -- 34: the page tells nothing of anybody --


def locked_with(program, hands, come_back, name):
    """Lock with a call of *name* half typed, and return the picture of the page."""
    call = work(program).tabs.current() or call_in_front(program)
    call.view.set_answers({"name": name, "phone": PHONE, "request": name * 20})
    call.view.focus_field("name")
    hands.type(name)
    program.lock()
    page = program.window.centralWidget()
    page.password.clearFocus()  # its caret blinks
    QApplication.sendPostedEvents()
    picture = program.window.grab().toImage()
    page.password.setFocus()
    come_back()
    return picture


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_34_after_one_customer_and_after_another_it_looks_the_same_to_the_dot(
    program, hands, come_back, theme, monkeypatch, at
):
    now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    monkeypatch.setattr(at.front, "_now", lambda: now)
    monkeypatch.setattr(Presences, "begun", lambda self, state, why: Stay(state, now, 0.0, why))
    program._application.set_theme(theme)
    one, other = (locked_with(program, hands, come_back, name) for name in (NAME, "王"))
    assert one == other
    assert one.size() == program.window.grab().toImage().size()

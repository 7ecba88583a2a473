"""Ctrl+Alt+L: all is gone from the screen at once, and back at the caret for whoever knows the password."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QPlainTextEdit

from app.store.engine import StoreRefused
from app.store.store import Store
from app.ui import causes, wording
from app.ui.lock import LockPage
from app.ui.login import SignInPage
from app.ui.workplace import Workplace
from tests.flows.conftest import ALONE_PASSWORD

LOCK = (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)


@pytest.fixture
def at(seat):
    """At the workplace of a seat alone, with somebody signed in."""
    return seat().first_start()


@pytest.fixture
def program(at):
    return at.program


@pytest.fixture
def hands(at):
    return at.hands


@pytest.fixture
def unlock(program, hands):
    def unlock(password=ALONE_PASSWORD):
        page = program.window.centralWidget()
        hands.until(lambda: not page._deaf.isActive(), "deaf for ever")
        hands.type(password)
        hands.press(Qt.Key.Key_Return)

    return unlock


def work(program):
    page = program.window.centralWidget()
    assert isinstance(page, Workplace)
    return page


def call_in_front(program, form="gas_repair"):
    work(program).work.new(form)
    return work(program).tabs.current()


def others():
    return [w for w in QApplication.topLevelWidgets() if w.isVisible()]


def test_the_key_hides_everything_and_the_file_is_closed(program, hands):
    call = call_in_front(program)
    call.view.focus_field("name")
    hands.type("王小明")
    store = program.opened.store
    hands.press(*LOCK)
    page = program.window.centralWidget()
    assert isinstance(page, LockPage)
    assert others() == [program.window]
    assert program.opened is None
    with pytest.raises(StoreRefused, match="closed"):
        store.drafts.all()


def test_the_password_brings_back_the_same_field_and_caret(program, hands, unlock):
    for form in ("suggestion", "gas_repair", "inquiry"):
        call_in_front(program, form)
    work(program).work.turn_to(1)
    call = work(program).tabs.current()
    call.view.focus_field("request")
    hands.type("灶具打不着火")
    hands.press(Qt.Key.Key_Left)
    hands.press(Qt.Key.Key_Left)
    hands.press(*LOCK)
    unlock()
    hands.until(lambda: isinstance(program.window.centralWidget(), Workplace), "still locked")
    hands.until(lambda: QApplication.focusWidget() is not None, "no focus")
    hands.type("了")
    front = work(program).tabs.current()
    assert front.form.name == "gas_repair"
    assert front.view.answers()["request"] == "灶具打不了着火"


def test_a_record_that_was_open_is_open_again_in_its_place(program, hands, unlock):
    call_in_front(program)
    work(program).open("list", "calls")
    work(program).open("help", "help")
    work(program).work.turn_to(1)
    hands.press(*LOCK)
    unlock()
    hands.until(lambda: isinstance(program.window.centralWidget(), Workplace), "still locked")
    tabs = work(program).tabs
    assert [str(page.record)[:5] for page in tabs.pages()][1:] == ["calls", "help"]
    assert tabs.pages().index(tabs.current()) == 1


def test_what_an_input_method_composes_is_in_the_draft(program, hands, unlock):
    call = call_in_front(program)
    call.view.focus_field("request")
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("louqi", []))
    hands.press(*LOCK)
    unlock()
    hands.until(lambda: isinstance(program.window.centralWidget(), Workplace), "still locked")
    assert work(program).tabs.current().view.answers()["request"] == "louqi"


def test_a_wrong_password_is_said_and_nothing_opens(program, hands, unlock):
    hands.press(*LOCK)
    page = program.window.centralWidget()
    unlock("wrong password")
    hands.until(lambda: page.sentence.text() == wording.refusal("password"), "no sentence")
    assert program.window.centralWidget() is page
    assert page.password.text() == ""


def question(parent):
    box = QMessageBox(parent)
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard)
    return box.exec


def stubborn(parent):
    class Stubborn(QDialog):
        def reject(self):
            pass

        def closeEvent(self, event):
            event.ignore()

    return Stubborn(parent).exec


def menu(parent):
    shown = QMenu(parent)
    shown.addAction("复制 13800001234")
    return lambda: shown.exec(parent.mapToGlobal(parent.rect().center()))


@pytest.mark.parametrize("ask", [question, stubborn, menu])
def test_nothing_that_is_open_refuses_the_lock(program, hands, ask):
    call_in_front(program)
    QTimer.singleShot(50, program.lock)
    answer = ask(program.window)()
    assert answer in (0, None, QMessageBox.StandardButton.NoButton)
    assert isinstance(program.window.centralWidget(), LockPage)
    assert others() == [program.window]


def test_a_window_that_comes_late_is_not_seen(program, hands, unlock):
    hands.press(*LOCK)
    late = QDialog(program.window)
    late.show()
    assert not late.isVisible()
    unlock()
    hands.until(lambda: isinstance(program.window.centralWidget(), Workplace), "still locked")
    late.setWindowOpacity(1.0)
    late.show()
    assert late.isVisible()
    late.hide()


def test_what_was_copied_here_is_gone(program, hands, monkeypatch):
    monkeypatch.setattr(
        QClipboard, "ownsClipboard", lambda self: True
    )  # a screen that is not there owns none
    board = QGuiApplication.clipboard()
    board.setText("13800001234")
    hands.press(*LOCK)
    assert board.text() == ""


def test_a_draft_the_disk_does_not_take_waits_in_the_mailbox(program, hands, unlock, tmp_path, monkeypatch):
    call = call_in_front(program)
    call.view.set_answers({"name": "王小明", "request": "漏气" * 40})

    def full(self, **words):
        raise StoreRefused("full")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "write", full)
        hands.press(*LOCK)
    assert isinstance(program.window.centralWidget(), LockPage)
    sealed = (tmp_path / "seat" / "mailbox").read_bytes()
    assert sealed
    assert "王小明".encode() not in sealed
    unlock()
    hands.until(lambda: isinstance(program.window.centralWidget(), Workplace), "still locked")
    assert work(program).tabs.current().view.answers()["request"] == "漏气" * 40
    assert not (tmp_path / "seat" / "mailbox").exists()


def test_a_step_that_fails_does_not_keep_the_seat_open(program, hands, monkeypatch):
    store = program.opened.store
    monkeypatch.setattr(program._curtain, "fall", lambda: 1 / 0)
    hands.press(*LOCK)
    assert isinstance(program.window.centralWidget(), LockPage)
    with pytest.raises(StoreRefused, match="closed"):
        store.drafts.all()


def test_locked_again_while_the_password_is_looked_at_it_stays_locked(program, hands, unlock):
    hands.press(*LOCK)
    page = program.window.centralWidget()
    unlock()
    program.lock()
    hands.until(lambda: page.sentence.text() == wording.refusal("locked_meanwhile"), "no sentence")
    assert program.opened is None


def test_somebody_else_finds_the_door_and_the_first_their_draft(program, hands):
    call = call_in_front(program)
    call.view.set_answers({"name": "王小明"})
    hands.press(*LOCK)
    program.window.centralWidget().other.click()
    assert isinstance(program.window.centralWidget(), SignInPage)
    for line in ("1001", ALONE_PASSWORD):
        hands.type(line)
        hands.press(Qt.Key.Key_Return)
    hands.until(lambda: isinstance(program.window.centralWidget(), Workplace), "no workplace")
    assert work(program).tabs.current().view.answers()["name"] == "王小明"


def test_what_is_typed_on_does_not_end_in_the_password(program, hands):
    hands.press(*LOCK)
    hands.type("and then")
    assert program.window.centralWidget().password.text() == ""


def test_nothing_of_the_page_is_left_when_the_window_has_rested(program, hands, qapp):
    call = call_in_front(program)
    call.view.set_answers({"request": "秘密"})
    hands.press(*LOCK)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [w for w in qapp.allWidgets() if isinstance(w, QPlainTextEdit)]


def test_the_page_says_what_locked_the_seat_but_not_of_the_agents_own_key(program, hands, unlock):
    hands.press(*LOCK)
    page = program.window.centralWidget()
    assert page.why.isHidden()
    unlock()
    hands.until(lambda: isinstance(program.window.centralWidget(), Workplace), "still locked")
    program.lock("sleep")
    page = program.window.centralWidget()
    assert page.why.isVisible()  # at once: the computer may be asleep before the event loop turns
    assert page.why.text() == causes.cause("sleep")
    assert others() == [program.window]


def test_locked_already_it_keeps_what_locked_it_first(program, hands):
    program.lock("os_lock")
    page = program.window.centralWidget()
    program.lock("sleep")
    program.lock()
    assert program.window.centralWidget() is page
    assert program._locked.stay.source == "os_lock"

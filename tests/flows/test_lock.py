"""Ctrl+Alt+L: all is gone from the screen at once, and back at the caret for whoever knows the password.

What somebody may try against it stands in tests/attacks.
"""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from app.desk.attachments import Offer
from app.store.engine import StoreRefused
from app.store.store import Store
from app.ui import causes, wording
from app.ui.lock import LockPage
from app.ui.login import SignInPage
from app.ui.photos import PhotoWindow
from app.ui.workplace import Workplace
from tests.flows.conftest import ALONE_PASSWORD, LOCK, call_in_front, seen, work
from tests.ui.conftest import REPAIR


def test_the_key_hides_everything_and_the_file_is_closed(program, hands):
    call = call_in_front(program)
    call.view.focus_field("name")
    hands.type("王小明")
    store = program.opened.store
    hands.press(*LOCK)
    page = program.window.centralWidget()
    assert isinstance(page, LockPage)
    assert seen() == [program.window]
    assert program.opened is None
    with pytest.raises(StoreRefused, match="closed"):
        store.drafts.all()


def test_the_page_is_there_when_the_lock_returns(program):
    before = program.window.centralWidget().geometry()
    program.lock()
    page = program.window.centralWidget()
    assert page.isVisible()
    assert page.geometry() == before


def test_the_password_brings_back_the_same_field_and_caret(program, hands, come_back):
    for form in ("suggestion", "gas_repair", "inquiry"):
        call_in_front(program, form)
    work(program).work.turn_to(1)
    call = work(program).tabs.current()
    call.view.focus_field("request")
    hands.type("灶具打不着火")
    hands.press(Qt.Key.Key_Left)
    hands.press(Qt.Key.Key_Left)
    hands.press(*LOCK)
    front = come_back().tabs.current()
    hands.until(lambda: QApplication.focusWidget() is not None, "no focus")
    hands.type("了")
    assert front.form.name == "gas_repair"
    assert front.view.answers()["request"] == "灶具打不了着火"


def test_a_leave_half_asked_for_stands_there_again_at_the_caret(
    program, hands, come_back, monkeypatch, tmp_path
):
    work(program).open("leave", "leave")
    asking = work(program).tabs.current()
    asking.view.focus_field("minutes")
    hands.type("25")
    asking.view.focus_field("note")
    hands.type("接孩子放学")
    for _ in range(2):
        hands.press(Qt.Key.Key_Left)
    hands.press(*LOCK)
    front = come_back().tabs.current()
    assert front is not asking
    answers = front.view.answers()
    assert (answers["note"], str(answers["minutes"])) == ("接孩子放学", "25")
    assert front.view.isAncestorOf(QApplication.focusWidget())
    hands.type("明天")
    assert front.view.answers()["note"] == "接孩子明天放学"
    assert not any("接孩子".encode() in each.read_bytes() for each in (tmp_path / "seat").rglob("*.*"))

    def full(*_, **words):
        raise StoreRefused("full")

    with monkeypatch.context() as patch:  # what the disk does not take waits sealed
        patch.setattr(Store, "write", full)
        hands.type("后天")
        hands.press(*LOCK)
    front = come_back().tabs.current()
    assert front.view.answers()["note"] == "接孩子明天后天放学"
    front._ask = lambda told: None
    front.view.show_problems = lambda found: None
    monkeypatch.setattr("app.ui.panels.leaves.check", lambda *_: [])
    front.send()
    hands.press(*LOCK)
    assert "note" not in come_back().tabs.current().view.answers()


def test_a_record_that_was_open_is_open_again_in_its_place(program, hands, come_back):
    call_in_front(program)
    work(program).open("list", "calls")
    work(program).open("help", "help")
    work(program).work.turn_to(1)
    hands.press(*LOCK)
    tabs = come_back().tabs
    assert [page.record for page in tabs.pages()] == ["calls"]
    hands.until(lambda: len(tabs.pages()) == 3, "the others do not open")
    assert [str(page.record)[:5] for page in tabs.pages()][1:] == ["calls", "help"]
    assert tabs.pages().index(tabs.current()) == 1


def test_locked_before_all_is_open_again_nothing_is_missing(program, hands, come_back):
    for form in ("suggestion", "gas_repair", "inquiry", "gas_repair"):
        call_in_front(program, form)
    work(program).work.turn_to(2)
    before = [page.record for page in work(program).tabs.pages()]
    for _ in range(2):
        program.lock()
        come_back()
    hands.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    tabs = work(program).tabs
    assert [page.record for page in tabs.pages()] == before
    assert tabs.pages().index(tabs.current()) == 3


def test_a_wrong_password_is_said_and_nothing_opens(program, hands, unlock):
    hands.press(*LOCK)
    page = program.window.centralWidget()
    unlock("wrong password")
    hands.until(lambda: page.sentence.text() == wording.refusal("password"), "no sentence")
    assert program.window.centralWidget() is page
    assert page.password.text() == ""


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
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [program.window]


def test_locked_already_it_keeps_what_locked_it_first(program, hands):
    program.lock("os_lock")
    page = program.window.centralWidget()
    program.lock("sleep")
    program.lock()
    assert program.window.centralWidget() is page
    assert program._locked.stay.source == "os_lock"


# -- from the tray --


def offered(program):
    """What the menu of the tray offers."""
    return {action.text(): action for action in program._tray.menu.actions() if action.isVisible()}


def test_the_tray_locks_and_locked_it_only_shows_the_page_and_names_nobody(program, hands, come_back):
    call_in_front(program).view.set_answers({"name": "王小明"})
    assert list(offered(program)) == ["锁定", "显示窗口"]
    offered(program)["锁定"].trigger()
    hands.until(lambda: program.opened is None, "it does not lock")
    page = program.window.centralWidget()
    assert page.why.text() == causes.cause("tray")
    assert page.focusWidget() is page.reasons.options  # who locked it is there to say why
    assert program._tray.icon.toolTip() == "坐席工作台 · 已锁定"
    program.window.showMinimized()
    assert list(offered(program)) == ["显示窗口"]
    offered(program)["显示窗口"].trigger()
    assert not program.window.isMinimized()
    assert program.window.centralWidget() is page
    come_back()
    assert program._tray.icon.toolTip() == "坐席工作台"
    assert list(offered(program)) == ["锁定", "显示窗口"]


def test_the_menu_of_the_tray_can_be_seen_while_locked_and_goes_with_the_lock(program, hands):
    menu = program._tray.menu
    menu.popup(QPoint(100, 100))
    program.lock()
    assert seen() == [program.window]
    menu.popup(QPoint(100, 100))
    QApplication.processEvents()
    assert menu.isVisible()
    assert menu.windowOpacity() == 1.0
    menu.close()


def test_a_note_half_written_comes_back_and_a_photo_that_was_looked_at_is_gone(
    program, hands, come_back, tmp_path
):
    desk = work(program)._desk
    draft = desk.calls.new("gas_repair")
    case = desk.calls.save(replace(draft, answers=REPAIR)).case
    path = tmp_path / "a.png"
    QPixmap(40, 30).save(str(path))
    photo = desk.matter.attachments.add(case, Offer("a.png", path.read_bytes()))
    work(program).open("case", case.id)
    page = work(program).tabs.current()
    page.matter.note_button.click()
    hands.type("维修员到场")
    page.matter.attachments.open(photo.id)
    window = page.matter.attachments.window
    hands.until(lambda: not window.view._sheet.pixmap().isNull(), "no picture")
    program.lock()
    assert seen() == [program.window]
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, PhotoWindow)]
    again = come_back().tabs.current()
    assert again.record == case.id
    assert again.asking.fields.values()["text"] == "维修员到场"

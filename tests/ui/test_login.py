"""The door: what the pages ask for, and that a refusal costs nothing but the password."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from app.ui import wording
from app.ui.login import FirstStartPage, SignInPage


def now():
    return datetime(2026, 11, 21, 6, 5, tzinfo=UTC)


@pytest.fixture
def page(qtbot):
    page = SignInPage(now, "临江市燃气客服中心", "A03")
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def first(qtbot):
    page = FirstStartPage(now)
    qtbot.addWidget(page)
    page.show()
    return page


def test_enter_in_the_password_signs_in(page, qtbot):
    qtbot.keyClicks(page.agent_no, " 1001 ")
    qtbot.keyClicks(page.password, "twelve Signs")
    with qtbot.waitSignal(page.asked) as asked:
        qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert asked.args == ["1001", "twelve Signs"]


def test_enter_while_composing_does_not_sign_in(page, qtbot):
    page.agent_no.setText("1001")
    page.password.setText("secret")
    asked = []
    page.asked.connect(lambda *args: asked.append(args))
    QApplication.sendEvent(page.password, QInputMethodEvent("ni", []))
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert asked == []
    QApplication.sendEvent(page.password, QInputMethodEvent("", []))
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert asked == [("1001", "secret")]


def test_enter_in_the_number_goes_on_to_the_password(page, qtbot):
    qtbot.keyClicks(page.agent_no, "1001")
    page.activateWindow()
    with qtbot.waitExposed(page):
        pass
    qtbot.keyClick(page.agent_no, Qt.Key.Key_Return)
    assert page.focusWidget() is page.password


def test_a_refusal_keeps_the_number_and_says_why(page, qtbot):
    page.agent_no.setText("1001")
    page.password.setText("wrong")
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert not page.password.isEnabled()
    page.refuse("password")
    assert page.sentence.text() == wording.refusal("password")
    assert (page.agent_no.text(), page.password.text()) == ("1001", "")
    assert page.password.isEnabled()
    assert page.focusWidget() is page.password


def test_while_the_key_is_derived_a_second_enter_asks_nothing(page, qtbot):
    asked = []
    page.asked.connect(lambda *args: asked.append(args))
    page.agent_no.setText("1001")
    page.password.setText("secret")
    for _ in range(2):
        qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert len(asked) == 1


def test_an_empty_field_is_named_and_focused(page, qtbot):
    asked = []
    page.asked.connect(lambda *args: asked.append(args))
    page.password.setText("secret")
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert asked == []
    assert page.sentence.text() == wording.refusal("empty_agent_no")
    assert page.focusWidget() is page.agent_no


def _key(held):
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, "A")


def test_caps_lock_is_told_from_a_capital_without_shift(page, qtbot):
    qtbot.keyClicks(page.password, "a")
    assert page.sentence.text() == ""
    QApplication.sendEvent(page.password, _key(Qt.KeyboardModifier.NoModifier))
    assert "Caps Lock" in page.sentence.text()
    QApplication.sendEvent(page.password, _key(Qt.KeyboardModifier.ShiftModifier))
    assert page.sentence.text() == ""


def test_the_clock_is_local_and_in_words(page):
    assert page.clock.text() == wording.day_and_time(now())


def test_first_start_joins_with_a_file_by_keyboard_alone(first, qtbot, tmp_path):
    first.join.setFocus()
    path = tmp_path / "seat.json"
    qtbot.keyClicks(first.path, f'"{path}"')
    qtbot.keyClicks(first.join_no, "1001")
    qtbot.keyClicks(first.join_password, "long password one")
    with qtbot.waitSignal(first.join_asked) as asked:
        qtbot.keyClick(first.join_password, Qt.Key.Key_Return)
    assert asked.args == [path, "1001", "long password one"]


def test_first_start_alone_asks_for_all_five(first, qtbot):
    first.join.setFocus()
    qtbot.keyClick(first.join, Qt.Key.Key_Down)
    assert first.alone.isChecked()
    typed = {
        first.name_of_centre: "Linjiang Gas",
        first.alone_no: "1001",
        first.name: "Wang Ke",
        first.alone_password: "twelve signs",
        first.again: "twelve signs",
    }
    for edit, text in typed.items():
        qtbot.keyClicks(edit, text)
    with qtbot.waitSignal(first.alone_asked) as asked:
        qtbot.keyClick(first.again, Qt.Key.Key_Return)
    assert asked.args == ["Linjiang Gas", "1001", "Wang Ke", "twelve signs"]


def test_two_different_passwords_keep_everything_else(first, qtbot):
    first.alone.setChecked(True)
    asked = []
    first.alone_asked.connect(lambda *args: asked.append(args))
    for edit, text in (
        (first.name_of_centre, "临江燃气"),
        (first.alone_no, "1001"),
        (first.name, "王珂"),
        (first.alone_password, "twelve signs"),
        (first.again, "twelve sighs"),
    ):
        edit.setText(text)
    qtbot.keyClick(first.again, Qt.Key.Key_Return)
    assert asked == []
    assert first.sentence.text() == wording.refusal("passwords_differ")
    assert first.name.text() == "王珂"
    assert first.alone_password.text() == first.again.text() == ""


# -- too many wrong ones --


def refused_for(page, seconds, code="password"):
    page.agent_no.setText("1001")
    page.refuse(code, seconds)


def test_the_door_says_how_long_to_wait_and_counts_down(page, qtbot):
    asked = []
    page.asked.connect(lambda *args: asked.append(args))
    refused_for(page, 15)
    assert page.sentence.text() == wording.refusal("wait", left="00:15")
    assert not page.button.isEnabled()
    for _ in range(14):
        page._waiting.timeout.emit()
        page.password.setText("twelve Signs")
        if page._wait > 1:
            qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert "00:01" in page.sentence.text()
    assert asked == []
    page._waiting.timeout.emit()
    assert page.button.isEnabled()
    assert "00:" not in page.sentence.text()
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert asked == [("1001", "twelve Signs")]


def test_the_second_after_a_wrong_one_leaves_what_is_said(page):
    refused_for(page, 1)
    assert not page.button.isEnabled()
    page._waiting.timeout.emit()
    assert page.button.isEnabled()
    assert page.sentence.text() == wording.refusal("password")


def test_who_is_quicker_than_that_second_is_heard_when_it_is_over(page, qtbot):
    asked = []
    page.asked.connect(lambda *args: asked.append(args))
    refused_for(page, 1)
    page.password.setText("twelve Signs")
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert asked == []
    page._waiting.timeout.emit()
    assert asked == [("1001", "twelve Signs")]


def test_another_number_need_not_wait(page, qtbot):
    refused_for(page, 300, "wait")
    assert "05:00" in page.sentence.text()
    qtbot.keyClicks(page.agent_no, "2")
    assert page.button.isEnabled()
    assert not page._waiting.isActive()

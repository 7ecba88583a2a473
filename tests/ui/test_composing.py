"""The input-method filter: Return belongs to what is being composed (lock.md, Decided 7)."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget


@pytest.fixture
def composing(qapp):
    return qapp.composing


@pytest.fixture
def pane(qtbot):
    pane = QWidget()
    pane.edit, pane.other, pane.fired = QLineEdit(), QLineEdit(), []
    column = QVBoxLayout(pane)
    column.addWidget(pane.edit)
    column.addWidget(pane.other)
    pane.edit.returnPressed.connect(lambda: pane.fired.append("return"))
    QShortcut(QKeySequence("Ctrl+Return"), pane).activated.connect(lambda: pane.fired.append("save"))
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    pane.edit.setFocus()
    qtbot.waitUntil(pane.edit.hasFocus)
    return pane


def compose(widget, text, commit=""):
    event = QInputMethodEvent(text, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(widget, event)


def test_return_while_composing_submits_nothing_and_drops_nothing(composing, pane, qtbot):
    compose(pane.edit, "wang")
    qtbot.keyClick(pane.edit, Qt.Key.Key_Return)
    qtbot.keyClick(pane.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pane.fired == []
    assert composing.text() == "wang"
    compose(pane.edit, "", "王")
    assert pane.edit.text() == "王"


def test_after_the_commit_return_is_return_again(composing, pane, qtbot):
    compose(pane.edit, "wang")
    compose(pane.edit, "", "王")
    qtbot.keyClick(pane.edit, Qt.Key.Key_Return)
    assert pane.fired == ["return"]


def test_what_was_composed_elsewhere_does_not_hold_the_key(composing, pane, qtbot):
    compose(pane.edit, "wang")
    pane.other.setFocus()
    assert composing.text() == ""
    qtbot.keyClick(pane.other, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pane.fired == ["save"]

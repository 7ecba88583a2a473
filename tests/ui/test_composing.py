"""The input-method filter: Return belongs to what is being composed (lock.md, Decided 7)."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
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


class _Greedy(QLineEdit):
    """As a line is under X11: Ctrl+E goes to its end, whatever else the key is for."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return super().event(event)


def test_a_line_does_not_keep_the_programs_own_keys(composing, qtbot):
    pane, fired = QWidget(), []
    line = _Greedy(pane)
    for key in ("Ctrl+E", "Ctrl+K", "Ctrl+D"):
        QShortcut(QKeySequence(key), pane).activated.connect(lambda key=key: fired.append(key))
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    for key in (Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_D):
        qtbot.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert fired == ["Ctrl+E", "Ctrl+K"]

"""Pieces any panel may use."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.kit.buttons import KeyButton
from app.ui.kit.empty import EmptyState
from app.ui.kit.icons import IconLabel
from app.ui.kit.labels import ElidedLabel
from app.ui.kit.sentence import Sentence
from app.ui.kit.toast import Toasts


def host(qtbot):
    widget = QWidget()
    widget.edit = QLineEdit()
    QVBoxLayout(widget).addWidget(widget.edit)
    widget.resize(600, 400)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    widget.edit.setFocus()
    qtbot.waitUntil(widget.edit.hasFocus)
    return widget


def test_a_toast_takes_no_focus_and_its_key_undoes_once(qtbot):
    widget, undone = host(qtbot), []
    toasts = Toasts(widget)
    toasts.show_toast("草稿已丢弃。", "撤销", lambda: undone.append(1))
    assert widget.edit.hasFocus()
    assert toasts.text() == "草稿已丢弃。"
    qtbot.keyClick(widget.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(widget.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert undone == [1]
    assert toasts.text() == ""


def test_toasts_stack_and_the_key_undoes_the_newest_that_can_be_undone(qtbot):
    widget, undone = host(qtbot), []
    toasts = Toasts(widget)
    for name in "abcd":
        toasts.show_toast(name, "撤销", lambda name=name: undone.append(name))
    toasts.show_toast("e")
    assert [t.words.text() for t in toasts._toasts] == ["c", "d", "e"]
    tops = [t.y() for t in toasts._toasts]
    assert tops == sorted(tops)
    assert [t.hint.isVisibleTo(t) for t in toasts._toasts] == [False, True, False]
    for _ in range(3):
        qtbot.keyClick(widget.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert undone == ["d", "c"]
    assert toasts.text() == "e"


def test_what_was_not_done_is_told_apart(qtbot):
    toasts = Toasts(host(qtbot))
    toasts.show_toast("草稿已丢弃。")
    toasts.show_toast("磁盘满了。", wrong=True)
    assert [t.property("tone") for t in toasts._toasts] == [None, "danger"]
    assert [len(t.findChildren(IconLabel)) for t in toasts._toasts] == [0, 1]


def test_the_same_toast_again_starts_anew_and_does_not_pile_up(qtbot):
    toasts = Toasts(host(qtbot))
    toasts.show_toast("a")
    toasts.show_toast("a")
    assert len(toasts._toasts) == 1


def test_a_toast_stays_eight_seconds_and_as_long_as_the_mouse_is_on_it(qtbot):
    toasts = Toasts(host(qtbot))
    toasts.show_toast("a")
    (toast,) = toasts._toasts
    assert toast.timer.interval() == 8000
    assert toast.timer.isActive()
    middle = QPointF(toast.rect().center())
    QCoreApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    assert not toast.timer.isActive()
    QCoreApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.timer.isActive()
    toast.timer.timeout.emit()
    assert toasts.text() == ""


def test_a_toast_shows_markup_as_it_was_typed(qtbot):
    toasts = Toasts(host(qtbot))
    toasts.show_toast("<b>x</b>")
    assert toasts.text() == "<b>x</b>"


def test_a_buttons_key_works_from_any_field_but_not_while_it_cannot_be_seen(qtbot):
    widget, pressed = host(qtbot), []
    button = KeyButton("保存", "Ctrl+Enter", primary=True)
    button.clicked.connect(lambda: pressed.append(1))
    widget.layout().addWidget(button)
    qtbot.waitUntil(button.isVisible)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(widget.edit, key, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 2
    button.hide()
    qtbot.keyClick(widget.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 2


def test_an_empty_list_offers_what_fills_it(qtbot):
    empty, asked = EmptyState("没有待办。", "新建受理", "F2"), []
    qtbot.addWidget(empty)
    empty.asked.connect(lambda: asked.append(1))
    empty.show()
    qtbot.waitExposed(empty)
    qtbot.keyClick(empty.button, Qt.Key.Key_Space)
    assert asked == [1]


def test_a_key_held_down_is_pressed_once(qtbot):
    widget, pressed = host(qtbot), []
    button = KeyButton("打印派工单", "F8")
    button.clicked.connect(lambda: pressed.append(1))
    widget.layout().addWidget(button)
    qtbot.waitUntil(button.isVisible)
    qtbot.keyClick(widget.edit, Qt.Key.Key_F8)
    assert not button.findChild(QShortcut).autoRepeat()
    assert pressed


def test_what_somebody_typed_is_no_markup_in_a_tooltip(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text("<img src='file:///etc/passwd'> 春晓路")
    assert not label.toolTip().startswith("<img")
    assert "&lt;img" in label.toolTip()
    label.show_text("3 < 5 & 春晓路")
    assert label.toolTip() == "3 < 5 & 春晓路"


def test_a_sentence_goes_back_to_what_it_usually_says(qtbot):
    sentence = Sentence("至少 12 个字符，或 4 个词。")
    qtbot.addWidget(sentence)
    said = []
    for turn in (lambda: sentence.hint_caps(True), lambda: sentence.hint_caps(False)):
        turn()
        said.append((sentence.text()[-3:], sentence.property("tone")))
    sentence.say("密码不对。")
    sentence.hint_caps(False)
    assert said == [("已开。", "warn"), ("个词。", "muted")]
    assert sentence.text() == "至少 12 个字符，或 4 个词。"
    sentence.rest("")
    sentence.hint_caps(False)
    assert sentence.text() == ""

"""The watch: whoever leaves is noticed, whoever works is not."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.forms.limits import Limits
from app.ui.watch import WARNING, Watch
from tests.ui.systems import Told

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def system():
    return Told()


@pytest.fixture
def line(qtbot):
    """Somewhere to type."""
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    return line


@pytest.fixture
def watch(qapp, system):
    watch = Watch(qapp, system, qapp)
    watch.dues, watch.warnings, watch.on_call = [], [], False
    watch.due.connect(watch.dues.append)
    watch.warned.connect(watch.warnings.append)
    watch.begin(Limits(), lambda: watch.on_call)
    watch._timer.stop()  # the test looks
    yield watch
    watch.end()
    watch.deleteLater()


def pass_by(watch, system, seconds):
    """Let time go by as it does: a look every second, until the seat would be locked."""
    for _ in range(seconds):
        if watch.dues:
            return
        system.at += 1
        watch.look()


def test_while_somebody_works_nothing_is_due(watch, system, line):
    for n in range(30):
        pass_by(watch, system, 59)
        # Another each time: one key let go and pressed in one millisecond, as here it may be, is a book's.
        QTest.keyClick(line.windowHandle(), "qwerty"[n % 6])
    assert watch.dues == []


def test_nobody_at_the_computer(watch, system):
    system.idle = 120_000
    watch.look()
    assert watch.dues == ["system_idle"]


def test_nobody_in_the_program(watch, system):
    system.idle = 5
    pass_by(watch, system, 599)
    assert watch.dues == []
    pass_by(watch, system, 1)
    assert watch.dues == ["idle"]


def key(line):
    line.clearFocus()  # as a menu has it
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_Shift)


def wheel(line):
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(line.windowHandle(), turned)


def compose(line):
    QCoreApplication.sendEvent(line, QInputMethodEvent("loq", []))


def shortcut(line):
    QShortcut(QKeySequence("F5"), line)  # it takes the press
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_F5)


@pytest.mark.parametrize(
    "act",
    [
        key,
        lambda line: QTest.mouseClick(line.windowHandle(), Qt.MouseButton.LeftButton, NONE, QPoint(5, 5)),
        wheel,
        compose,
        shortcut,
    ],
    ids=["a key", "a click", "the wheel", "an input method", "a shortcut"],
)
def test_what_somebody_does_in_the_program_counts(watch, system, line, act):
    pass_by(watch, system, 599)
    act(line)
    pass_by(watch, system, 599)
    assert watch.dues == []
    pass_by(watch, system, 1)
    assert watch.dues == ["idle"]


def nothing_composed(line):
    QCoreApplication.sendEvent(line, QInputMethodEvent())


def repeated(line):
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        QCoreApplication.sendEvent(line.windowHandle(), QKeyEvent(kind, Qt.Key.Key_Space, NONE, " ", True))


def repeated_unseen(line):
    """As X11 sends it: let go and pressed in the same millisecond."""
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, Qt.Key.Key_Space, NONE, " ")
        event.setTimestamp(4711)
        QCoreApplication.sendEvent(line.windowHandle(), event)


@pytest.mark.parametrize(
    "act",
    [
        repeated,
        repeated_unseen,
        lambda line: QTest.mouseMove(line.windowHandle(), QPoint(9, 9)),
        nothing_composed,
    ],
    ids=["a key under a book", "one that X11 repeats", "a mouse that is shaken", "an input method asked"],
)
def test_what_nobody_does_does_not(watch, system, line, act):
    for _ in range(600):
        act(line)
        pass_by(watch, system, 1)
    assert watch.dues == ["idle"]


def test_a_window_that_opens_later_is_heard_too(watch, system, qtbot):
    pass_by(watch, system, 300)
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    pass_by(watch, system, 290)
    QTest.mouseClick(other.windowHandle(), Qt.MouseButton.LeftButton, NONE, QPoint(5, 5))
    pass_by(watch, system, 300)
    assert watch.dues == []


def test_on_a_call_it_warns_before_it_locks(watch, system):
    watch.on_call = True
    for left in range(WARNING, 0, -1):
        system.idle = 120_000 + (WARNING - left) * 1000
        watch.look()
    assert watch.dues == []
    assert watch.warnings == list(range(15, 0, -1))
    system.idle = 135_000
    watch.look()
    assert watch.dues == ["system_idle"]


def test_any_input_takes_the_warning_back(watch, system):
    watch.on_call, system.idle = True, 125_000
    watch.look()
    system.idle = 3
    watch.look()
    assert watch.warnings == [10, 0]
    assert watch.dues == []


def test_a_centre_may_stretch_a_call_but_never_switch_it_off(watch, system):
    watch.on_call = True
    watch.begin(Limits(on_call=600), lambda: watch.on_call)
    system.idle = 599_999
    watch.look()
    assert watch.warnings == []
    assert watch.limits.system_idle == 600
    system.idle = 615_000
    watch.look()
    assert watch.dues == ["system_idle"]


def test_a_call_that_is_saved_locks_without_a_warning(watch, system):
    watch.on_call, system.idle = True, 125_000
    watch.look()
    watch.on_call = False
    watch.look()
    assert watch.dues == ["system_idle"]


def test_at_a_new_sign_in_both_clocks_begin_anew(watch, system):
    pass_by(watch, system, 500)
    watch.end()
    system.at += 3600
    watch.begin(Limits(), lambda: False)
    pass_by(watch, system, 100)
    assert watch.dues == []

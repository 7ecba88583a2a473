"""While an input method composes, Return is its key and nobody else's (lock.md, Decided 7)."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# Keys of the program that a line takes for its own under X11: to its end, and delete to its end.
_OURS = tuple(
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, key) for key in (Qt.Key.Key_E, Qt.Key.Key_K)
)
_WATCHED = frozenset(
    {QEvent.Type.InputMethod, QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.FocusOut}
)


class Composing(QObject):
    """Filters what comes to where the focus is, and nothing else: a filter of the whole application hears
    thousands of events for every page that opens. Without it Return submits, and what was being composed is
    dropped."""

    heard = Signal()  # text came: whoever types through an input method presses no key

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._text = ""
        self._widget: QObject | None = None
        application.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _left: QWidget | None, came: QWidget | None) -> None:
        if came is not None:
            came.installEventFilter(self)  # once more moves it to the front

    def text(self) -> str:
        """Return what is being composed in the widget that has the focus: a draft must hold it too."""
        return self._text if self._widget is QApplication.focusWidget() else ""

    def commit(self) -> None:
        """Let what is being composed be typed: the window goes, and what composes would drop it."""
        if self._widget is not None and (text := self.text()):
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self._widget, event)
        QGuiApplication.inputMethod().reset()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _WATCHED:
            return False
        if isinstance(event, QInputMethodEvent):
            self._text, self._widget = event.preeditString(), watched
            if self._text or event.commitString():  # it is also asked where the focus goes by
                self.heard.emit()
        elif kind == QEvent.Type.FocusOut and watched is self._widget:
            self._text, self._widget = "", None
        elif isinstance(event, QKeyEvent) and self._text and event.key() in _KEYS and self.text():
            event.accept()
            return True
        elif isinstance(event, QKeyEvent) and event.keyCombination() in _OURS:
            # Not accepted and shown to nobody, it goes to whoever has it for a shortcut.
            return kind == QEvent.Type.ShortcutOverride
        return False

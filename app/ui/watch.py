"""The watch: nobody at the computer, nobody in the program, or a gap in its time – the seat is to lock."""

import logging
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from app.forms.limits import Limits
from app.ui.application import Application
from app.ui.session.port import System
from app.ui.traces import trace

WARNING = 15  # seconds: whoever logs a call listens without typing
_LOOK_MS = 1000
_GAP = 30.0  # seconds between two looks: the computer slept, or the window stood still
_LONGEST_MS = 2**32  # 50 days: whoever says more does not know
# No move: a mouse can be shaken. Of a key that is a shortcut only the question comes, never the press.
_MEANT = frozenset({
    QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
})  # fmt: skip

_log = logging.getLogger(__name__)


class Watch(QObject):
    """Looks every second while somebody is signed in. Two clocks, for each can be fooled: X11's starts anew
    without anybody (``xset s reset``), another's may stand still."""

    due = Signal(str)  # system_idle, idle or gap
    warned = Signal(int)  # the seconds left while a call is logged; 0: somebody is there

    def __init__(self, application: Application, system: System, parent: QObject) -> None:
        super().__init__(parent)
        self._application, self._system = application, system
        self.limits = Limits()  # in force
        self._given = self.limits
        self._on_call: Callable[[], bool] = lambda: False
        self.looks = 0  # a sign that the window lives
        self._looked = self._touched = 0.0
        self._left = 0
        self._blind = False
        self._released = (0, 0)  # the key that was let go last, and when
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        application.composing.heard.connect(self.touch)

    def begin(self, limits: Limits, on_call: Callable[[], bool]) -> None:
        """*on_call*: whether there is a call, or one is being logged."""
        self.keep_to(limits)
        self._on_call = on_call
        self._looked = self._touched = self._system.now()
        self._left = 0
        self._listen()
        self._timer.start()

    def keep_to(self, limits: Limits) -> None:
        self.limits = self._given = limits

    def end(self) -> None:
        self._timer.stop()
        self._on_call = lambda: False
        for window in self._application.topLevelWindows():
            window.removeEventFilter(self)

    @Slot()
    def touch(self) -> None:
        """Somebody typed or clicked."""
        self._touched = self._system.now()

    @Slot()
    def look(self) -> None:
        self.looks += 1
        now = self._system.now()
        gap, self._looked = now - self._looked, now
        if not 0 <= gap <= _GAP:
            self.due.emit("gap")
            return
        self._listen()
        on_call = self._on_call()
        self.limits = self._given.while_logging() if on_call else self._given
        over, why = self._over(now)
        if over < 0:
            self._warn(0)
        elif on_call and over < WARNING:
            self._warn(ceil(WARNING - over))
        else:
            self.due.emit(why)

    def _over(self, now: float) -> tuple[float, str]:
        """Return by how many seconds the clock that is further has passed its limit, and which it is."""
        clocks = [(now - self._touched - self.limits.idle, "idle")]
        if (idle := self._idle_ms()) is not None:
            clocks.append((idle / 1000 - self.limits.system_idle, "system_idle"))
        return max(clocks)

    def _idle_ms(self) -> int | None:
        """What fails or says what cannot be knows nothing: then the other clock stands alone."""
        try:
            idle = self._system.idle_ms()
        except Exception as error:  # whatever it is, the other clock must go on
            if not self._blind:
                _log.warning("the system does not say since when nobody is here\n%s", trace(error))
            self._blind = True
            return None
        return idle if idle is not None and idle < _LONGEST_MS else None

    def _warn(self, left: int) -> None:
        if left != self._left:
            self._left = left
            self.warned.emit(left)

    def _listen(self) -> None:
        """Hear what comes to the windows themselves: a filter of the whole application hears thousands of
        events for every page that opens. Once more at a window does nothing."""
        for window in self._application.topLevelWindows():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._released = (event.key(), event.timestamp())
        elif kind in _MEANT and not (isinstance(event, QKeyEvent) and self._repeats(event)):
            self.touch()
        return False

    def _repeats(self, event: QKeyEvent) -> bool:
        """A book on the keyboard. X11 lets go and presses in one moment; Qt sees that only once it falls
        behind."""
        return event.isAutoRepeat() or (event.key(), event.timestamp()) == self._released

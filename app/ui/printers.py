"""The printer this seat prints on and how it stands, asked off the window's thread: a spooler may hang."""

from functools import partial

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from app.printing.spooler import Printer, Spooler, State
from app.ui.background import Lane

_SETTING = "printer"
_LOOK_MS = 60_000


class Printers(QObject):
    """``name`` is empty where slips are kept as PDF. ``found``: what the spooler named when last asked."""

    changed = Signal()

    def __init__(self, spooler: Spooler, lane: Lane, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._spooler, self._lane, self._settings = spooler, lane, settings
        self._stopped = self._looking = self._finding = False
        self.name = str(settings.value(_SETTING, ""))
        self.state: State | None = None  # of the chosen one; None: not known yet
        self.found: list[Printer] = []
        self._trays: dict[str, list[str] | None] = {}  # None: asked for, not known yet
        self.refused = ""  # the code of why none could be found
        timer = QTimer(self, interval=_LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()
        self.look()

    @property
    def is_finding(self) -> bool:
        return self._finding

    def names(self) -> list[str]:
        """Return those that were found last; asked before any was, look for them."""
        if not self.found:
            self.find()
        return [each.name for each in self.found]

    def choose(self, name: str) -> None:
        """Print on *name* from now on, at every sign-in of this seat."""
        self._settings.setValue(_SETTING, name)
        self.name = name
        self.state = next((each.state for each in self.found if each.name == name), None)
        self.changed.emit()
        self.look()

    def look(self) -> None:
        """Ask how the chosen printer stands."""
        if not self.name or self._looking or self._stopped:
            return
        name = self.name
        self._looking = self._lane.run(
            lambda: self._spooler.state(name), lambda state: self._seen(name, state)
        )

    def find(self) -> None:
        """Ask which printers there are."""
        if not self._finding and not self._stopped:
            self._finding = self._lane.run(self._spooler.printers, self._listed, self._none)

    def trays(self, name: str) -> list[str]:
        """Return the trays of this printer, as far as is known; the first question brings the answer."""
        if name not in self._trays and not self._stopped:
            self._trays[name] = None
            self._lane.run(lambda: self._spooler.trays(name), partial(self._told_trays, name))
        return list(self._trays.get(name) or ())

    def trays_unknown(self, name: str) -> bool:
        return self._trays.get(name) is None

    def stop(self) -> None:
        self._stopped = True

    def _told_trays(self, name: str, trays: list[str]) -> None:
        self._trays[name] = trays
        if not self._stopped:
            self.changed.emit()

    def _seen(self, name: str, state: State) -> None:
        self._looking = False
        if self._stopped:
            return
        if name != self.name:
            self.look()
        elif state is not self.state:
            self.state = state
            self.changed.emit()

    def _listed(self, found: list[Printer]) -> None:
        self._finding, self.found, self.refused = False, found, ""
        if not self._stopped:
            chosen = next((each for each in found if each.name == self.name), None)
            self.state = chosen.state if chosen else self.state
            self.changed.emit()

    def _none(self, error: Exception) -> None:
        self._finding, self.found, self.refused = False, [], getattr(error, "code", "refused")
        if not self._stopped:
            self.changed.emit()

"""What is half typed on a page that is no call: on disk within half a second, there again after a lock."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from app.desk.jottings import Jottings, Place
from app.records.drafts import Draft

_KEEP_MS = 500  # from the first sign typed since the last keeping


class Sheet(Protocol):
    """Where it is typed: the place of the caret, and the way back there."""

    def place(self) -> Place: ...
    def go(self, place: Place) -> None: ...


class Page(Protocol):
    record: str


class Jotter(QObject):
    """Of one page; *typed* returns what is half typed there, by name, as JSON. A password is none of it."""

    def __init__(
        self,
        jottings: Jottings,
        page: Page,
        sheet: Sheet,
        typed: Callable[[], dict[str, Any]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jottings, self._page, self._sheet, self._typed = jottings, page, sheet, typed
        self._is_unkept, self._placed = False, False
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keeping.timeout.connect(self.keep)

    @property
    def kept(self) -> dict[str, Any]:
        """What was half typed here when it was last kept."""
        there = self._jottings.get(self._page.record)
        return there.answers if there else {}

    def soon(self) -> None:
        """Something was typed, or the caret stands elsewhere."""
        self._is_unkept = True
        if not self._keeping.isActive():
            self._keeping.start()

    def keep(self) -> None:
        self._keeping.stop()
        if self._is_unkept:
            self._jottings.keep(self._page.record, self._typed(), self._sheet.place())
            self._is_unkept = False

    def typed(self) -> Draft | None:
        """Return what is not kept, for a place where the file does not take it."""
        typed = self._typed() if self._is_unkept else {}
        return self._jottings.jotting(self._page.record, typed, self._sheet.place()) if typed else None

    def forget(self, left: Mapping[str, Any] = MappingProxyType({})) -> None:
        """It is sent, or wanted no more, but for what is *left*."""
        self._keeping.stop()
        self._is_unkept = False
        self._jottings.keep(self._page.record, left)

    def go_back(self) -> None:
        """Put the caret where it was; only the first time the page is seen."""
        if self._placed:
            return
        self._placed = True
        if there := self._jottings.get(self._page.record):
            self._sheet.go((there.field, there.caret, there.scroll))


class Words(QLineEdit):
    """A line of words on such a page."""

    def __init__(self, longest: int = 200) -> None:
        super().__init__()
        self.setMaxLength(longest)

    def place(self) -> Place:
        return "words", self.cursorPosition(), 0

    def go(self, place: Place) -> None:
        self.setCursorPosition(place[1])
        self.setFocus(Qt.FocusReason.OtherFocusReason)

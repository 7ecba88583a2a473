"""Fills a long table: walks the order of its rows and reads those that are seen, off the window's thread."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.ui.kit.paged import NEVER, PagedModel

_FIRST = 80  # rows read with the first stretch
_NEXT, _SOON, _AHEAD = 30, 60, 180  # rows: read behind, still there when the next are asked for, read ahead
_SHOW_MS = 200  # between two new lengths while a long list is walked
_REST_MS = 400  # at least, between two walks
_ROWS_A_MS = 500

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], bool]


class Piece(Protocol):
    """The next rows of a walk: their keys, and where to go on (None: there are no more)."""

    @property
    def order(self) -> "array[int]": ...
    @property
    def mark(self) -> Any: ...
    @property
    def cut(self) -> bool: ...


class Source(Protocol):
    """One list as it is narrowed and sorted; asked in the background only."""

    def walk(self, mark: Any, /) -> Piece: ...
    def rows(self, order: Sequence[int], /) -> Sequence[Any]:
        """Return things with their key as ``row``."""


@dataclass(slots=True)
class Kept:
    """What stays in the agent's eye over a change: keys of the top row, the current and the chosen."""

    top: int = NEVER
    seen: int = 0  # rows that can be seen
    at: int = 0  # of the top row
    current: int = NEVER
    chosen: list[int] = field(default_factory=list)

    def keys(self) -> set[int]:
        return {self.top, self.current, *self.chosen} - {NEVER}


@dataclass(frozen=True, slots=True)
class Anew:
    """A whole walk: the order, where what was kept is in it, and the rows at the new top."""

    order: "array[int]"
    places: dict[int, int]
    rows: Sequence[Any]
    cut: bool


class Pager(QObject):
    """Fills a model from a source by way of *run*, which takes jobs off the window's thread."""

    counted = Signal(int, bool)  # rows so far, whether these are all
    cut = Signal(bool)  # the text may mean more than is listed
    placed = Signal(object, object)  # Kept, {key: row}
    failed = Signal(object)  # Exception

    def __init__(self, model: PagedModel, run: Run, kept: Callable[[], Kept], parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._run, self._kept = model, run, kept
        self._source: Source | None = None
        self._turn = 0  # of the source; what an older one brings is dropped
        self._walking = self._reading = self._again = False
        self._fresh = array("q")
        self._view = self._wide = (0, 0)  # seen; and with what comes next
        self._growing = QTimer(self, singleShot=True, interval=_SHOW_MS)
        self._growing.timeout.connect(self._grow)
        self._resting = QTimer(self, singleShot=True)
        self._resting.timeout.connect(self._rested)

    @property
    def is_begun(self) -> bool:
        return self._source is not None

    def begin(self, source: Source) -> None:
        """Show another list from its top."""
        self._turn += 1
        self._source = source
        self._walking, self._reading, self._again = True, False, False
        self._fresh = array("q")
        self._growing.stop()
        self._resting.stop()
        self._ask(lambda: _first(source), self._began)

    def again(self) -> None:
        """Walk the same list once more: records have changed."""
        if self._walking or self._resting.isActive():
            self._again = True
        elif self._source is not None:
            self._walking, self._again = True, False
            source, kept = self._source, self._kept()
            self._ask(lambda: source.walk(None), lambda piece: self._walked_again(piece, array("q"), kept))

    def see(self, first: int, last: int) -> None:
        """Read what stands in these rows, and what comes next the way they go; while rows fly by, only
        the last asked for."""
        down = first >= self._view[0]
        ahead = (_NEXT, _AHEAD) if down else (_AHEAD, _NEXT)
        self._view, self._wide = (first, last), (max(first - ahead[0], 0), last + ahead[1])
        wanted = (first, last + _SOON) if down else (max(first - _SOON, 0), last)
        if not self._reading and self._model.missing(*wanted):
            self._read()

    def stop(self) -> None:
        self._turn += 1
        self._source = None
        self._growing.stop()
        self._resting.stop()

    # -- to and fro --

    def _ask(self, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        turn = self._turn

        def done(result: Any) -> None:
            if isValid(self) and turn == self._turn:
                then(result)

        def failed(error: Exception) -> None:
            if isValid(self) and turn == self._turn:
                self._walking = self._reading = False
                self.failed.emit(error)

        self._run(job, done, failed)

    def _read(self) -> None:
        source, view, (first, last) = self._source, self._view, self._wide
        if source is None:
            return
        keys = self._model.keys(first, last + 1)
        self._reading = True
        self._ask(lambda: source.rows(keys), lambda rows: self._read_done(rows, view))

    def _read_done(self, rows: Sequence[Any], view: tuple[int, int]) -> None:
        self._reading = False
        self._model.take(rows)
        # A row that is gone from the file stays blank until the next walk: it is not asked for again.
        if view != self._view and self._model.missing(*self._view):
            self._read()

    def _began(self, told: tuple[Piece, Sequence[Any]]) -> None:
        piece, rows = told
        self._model.clear()
        self._model.extend(piece.order)
        self._model.take(rows)
        self._go_on(piece)

    def _walked(self, piece: Piece) -> None:
        self._fresh.extend(piece.order)
        if piece.mark is None:
            self._grow()
        elif not self._growing.isActive():
            self._growing.start()
        self._go_on(piece)

    def _go_on(self, piece: Piece) -> None:
        source = self._source
        self.cut.emit(piece.cut)
        if piece.mark is None or source is None:
            self._end()
            self.counted.emit(self._model.rowCount(), True)
        else:
            self.counted.emit(self._model.rowCount(), False)
            self._ask(lambda: source.walk(piece.mark), self._walked)

    def _grow(self) -> None:
        self._growing.stop()
        self._model.extend(self._fresh)
        self._fresh = array("q")
        if self._walking:
            self.counted.emit(self._model.rowCount(), False)

    def _walked_again(self, piece: Piece, so_far: "array[int]", kept: Kept) -> None:
        so_far.extend(piece.order)
        source = self._source
        if source is None:
            return
        if piece.mark is not None:
            self._ask(lambda: source.walk(piece.mark), lambda more: self._walked_again(more, so_far, kept))
            return
        # What the agent looks at now, not when the walk began.
        kept = self._kept()
        self._ask(lambda: _placed(source, so_far, kept, cut=piece.cut), lambda anew: self._take(anew, kept))

    def _take(self, anew: Anew, kept: Kept) -> None:
        self._model.replace(anew.order, anew.rows)
        self.placed.emit(kept, anew.places)
        self._end()
        self.cut.emit(anew.cut)
        self.counted.emit(len(anew.order), True)

    def _end(self) -> None:
        self._walking = False
        # What changes all the time must not be walked all the time.
        self._resting.start(max(_REST_MS, self._model.rowCount() // _ROWS_A_MS))

    def _rested(self) -> None:
        if self._again:
            self.again()


def _first(source: Source) -> tuple[Piece, Sequence[Any]]:
    piece = source.walk(None)
    return piece, source.rows(piece.order[:_FIRST])


def _placed(source: Source, order: "array[int]", kept: Kept, *, cut: bool) -> Anew:
    wanted = kept.keys()
    places = {key: place for place, key in enumerate(order) if key in wanted} if wanted else {}
    top = places.get(kept.top, kept.at) if kept.at else 0
    first = max(min(top, len(order) - kept.seen), 0)
    return Anew(order, places, source.rows(order[first : first + kept.seen + _SOON]), cut)

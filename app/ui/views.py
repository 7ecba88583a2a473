"""What stood open when an agent locked the seat, and how it comes back: ids alone, nothing of a customer."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from app.ui.work import Work

_REST_MS = 250  # between two tabs that open behind the one in front: somebody is typing there


@dataclass(frozen=True, slots=True)
class View:
    """Kind and id of each tab, and the place of the one in front."""

    pages: tuple[tuple[str, str], ...] = ()
    front: int = 0


NOTHING = View()


class Opening(QObject):
    """Opens the tab in front at once, and the others one by one behind it: what was there, then every other
    draft. Whoever wants one before its turn has all of them finished."""

    def __init__(self, work: Work, view: View, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        there = [id for _, id in view.pages]
        self._all = [*view.pages, *(("draft", id) for id in work.drafts() if id not in there)]
        self._waiting = list(self._all)
        self._timer = QTimer(self, interval=_REST_MS)
        self._timer.timeout.connect(self._open_next)
        self._open_front(view.front)
        if self._waiting:
            self._timer.start()

    def finish(self) -> None:
        while self._waiting:
            self._open_next()

    def view(self) -> View:
        """Return what stands open now, and what was still to be opened."""
        tabs = self._work.tabs
        kept = [(str(p.property("opened_as") or "draft"), str(p.record)) for p in tabs.pages()]  # type: ignore[attr-defined]
        front = kept[tabs.pages().index(page)] if (page := tabs.current()) else None
        for each in self._waiting:
            kept.insert(self._place(each, [id for _, id in kept]), each)
        return View(tuple(kept), kept.index(front) if front else 0)

    def _open_front(self, front: int) -> None:
        """Open what was in front; where that is gone, what comes next."""
        while self._waiting and not self._work.tabs.pages():
            self._work.open(*self._waiting.pop(min(front, len(self._waiting) - 1)), place=0)
        if self._work.tabs.pages():
            self._work.turn_to(0)
        else:
            self._work.tabs.empty.setFocus()

    def _open_next(self) -> None:
        kind, id = self._waiting.pop(0)
        tabs = self._work.tabs
        if tabs.holding(id) is None:
            here = [str(page.record) for page in tabs.pages()]  # type: ignore[attr-defined]
            self._work.open(kind, id, self._place((kind, id), here) if here else None)
        if not self._waiting:
            self._timer.stop()

    def _place(self, one: tuple[str, str], here: list[str]) -> int:
        """Return where *one* belongs: after what stood before it."""
        before = [id for _, id in self._all[: self._all.index(one)]]
        return max((here.index(id) + 1 for id in before if id in here), default=0)

"""What stood open when an agent locked the seat, and how it comes back: ids alone, nothing of a customer."""

from dataclasses import dataclass

from app.ui.tabs import Tabs
from app.ui.work import Work


@dataclass(frozen=True, slots=True)
class View:
    """Kind and id of each tab, and the place of the one in front."""

    pages: tuple[tuple[str, str], ...] = ()
    front: int = 0


NOTHING = View()


def view_of(tabs: Tabs) -> View:
    pages = tabs.pages()
    kept = tuple((str(p.property("opened_as") or "draft"), str(p.record)) for p in pages)  # type: ignore[attr-defined]
    return View(kept, pages.index(front) if (front := tabs.current()) else 0)


def open_view(work: Work, view: View) -> None:
    """Open what *view* holds, each thing in its place; drafts that are no part of it follow."""
    for kind, id in view.pages:
        work.open(kind, id)
    work.open_drafts()
    if view.pages:
        work.turn_to(view.front)

"""A draft: a form not saved yet. It never leaves the seat."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.records.ids import Id


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and where the caret stood. ``answers`` holds raw input, checked or not. Without a
    ``form`` it is what was typed on a page that is no call, and ``id`` is the page's.

    Each agent has their own of one ``id``. Of one taken over, ``owner`` began it, and ``base`` is when those
    words had been saved that were taken: typed on, they are another's draft again. ``case``: the open one
    whose matter it is too; ``customer``: whose file it was filled from.
    """

    id: Id  # becomes the id of the call
    agent: Id  # whose hands it is in
    form: str
    form_version: int
    channel: str
    started_at: datetime
    saved_at: datetime
    answers: dict[str, Any] = field(default_factory=dict)
    field: str = ""  # the one with the focus
    caret: int = 0
    scroll: int = 0
    owner: Id | None = None
    base: datetime | None = None
    case: Id | None = None
    customer: Id | None = None
    discarded_at: datetime | None = None  # thrown away, and kept for a day

    @property
    def first_taker(self) -> Id:
        return self.owner or self.agent

"""Two files of one customer taken for one; nothing is written in either. Undone, they are as before."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id


@dataclass(frozen=True, slots=True)
class Merger:
    """``merged`` is shown under ``kept`` until another one names this in ``undoes``. None is changed."""

    kind: ClassVar[str] = "merger"

    id: Id
    kept: Id
    merged: Id
    by: Id
    session: Id
    at: datetime
    undoes: Id | None = None

"""First sync: which records to ask for next, the newest 30 days of every kind before the rest."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.records.ids import Id
from app.records.ops import Image
from app.store import tables

RECENT = timedelta(days=30)
_ORDER = (
    "agent",
    "definition",
    "conflict",
    "case",
    "order",
    "call",
    "customer",
    "slip",
    "session",
    "presence",
    "leave",
)
_DONE = "."
_WHOLE = frozenset({"agent", "definition"})  # few, and wanted whatever their age


@dataclass(frozen=True, slots=True)
class Step:
    """Ask for *kind* before this id (None: from the newest on); ``is_recent``: an agent waits for it."""

    kind: str
    before: Id | None
    is_recent: bool


class Filling:
    """How far it is, as it stands in the file: of each kind the last id that came."""

    def __init__(self, text: str) -> None:
        told: dict[str, Any] = json.loads(text) if text else {}
        self._until: str = told.get("until", "")
        self.count: int = told.get("count", 0)
        self._last: dict[str, str] = told.get("last", {})

    @staticmethod
    def begun(now: datetime) -> "Filling":
        """Begin: nothing has come yet."""
        filling = Filling("")
        ms = max(0, int((now - RECENT).timestamp() * 1000))
        bound = f"{ms:012x}"
        filling._until = f"{bound[:8]}-{bound[8:]}"
        return filling

    @property
    def text(self) -> str:
        return json.dumps({"until": self._until, "count": self.count, "last": self._last})

    def next(self) -> Step | None:
        """Return what to ask for, or None once all is here. A kind this program has learnt since is asked
        for too."""
        kinds = [k for k in (*_ORDER, *tables.KINDS) if k in tables.KINDS and self._last.get(k) != _DONE]
        for kind in kinds:
            last = self._last.get(kind, "")
            if not last or last >= self._until or kind in _WHOLE:
                return Step(kind, Id(last) if last else None, is_recent=True)
        return Step(kinds[0], Id(self._last[kinds[0]]), is_recent=False) if kinds else None

    @property
    def is_done(self) -> bool:
        return self.next() is None

    def has_all(self, kind: str) -> bool:
        return self._last.get(kind) == _DONE

    def came(self, kind: str, images: tuple[Image, ...], *, more: bool) -> None:
        self.count += len(images)
        self._last[kind] = images[-1].record if more and images else _DONE

    def came_all(self) -> None:
        """Note that everything known today is here: a file of before first syncs were told apart."""
        self._last = dict.fromkeys(tables.KINDS, _DONE)

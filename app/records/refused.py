"""An entry that came back from central: what it said, and why it was not taken."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.records.ids import Id
from app.records.ops import Verdict


@dataclass(frozen=True, slots=True)
class Refused:
    """An op that central could not take at all (``reason``), or one that lost a conflict in ``fields`` of
    which no record has come yet. ``is_closed``: a person has seen to it."""

    op: Id
    n: int
    kind: str
    record: Id
    verdict: Verdict
    fields: tuple[str, ...]
    reason: str
    at: datetime
    body: str
    is_closed: bool = False

    @property
    def patch(self) -> dict[str, Any]:
        """Return what it said, field by field; nothing where that cannot be read."""
        try:
            patch = json.loads(self.body)["patch"]
        except (ValueError, TypeError, KeyError, RecursionError):
            return {}
        return patch if isinstance(patch, dict) else {}

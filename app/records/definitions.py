"""A definition: a form, a list or a rule as central has published it, word for word. Central's own."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import NAMESPACE_URL, uuid5

from app.records.ids import Id


@dataclass(frozen=True, slots=True)
class Definition:
    """``path`` as under ``forms/``: ``gas_repair/2.yaml``, ``lists/teams.yaml``, ``rules/short.yaml``."""

    kind: ClassVar[str] = "definition"

    id: Id
    path: str
    text: str
    published_at: datetime


def definition_id(path: str) -> Id:
    """Return the one id of whatever is published under *path*."""
    return Id(str(uuid5(NAMESPACE_URL, f"zuoxi:definition:{path}")))

"""A customer: who calls, with all their numbers and addresses."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id


@dataclass(frozen=True, slots=True)
class Customer:
    """``phones`` are normalised (``forms.phone``); newest first, as are ``addresses``."""

    kind: ClassVar[str] = "customer"

    id: Id
    name: str
    phones: tuple[str, ...]
    addresses: tuple[str, ...]
    created_at: datetime
    seen_at: datetime
    initials: str = ""  # of every reading of the name, for lookup by pinyin

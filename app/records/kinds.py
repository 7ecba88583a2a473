"""What every record that travels has: an id, a kind, and for some a number prefix."""

from typing import ClassVar, Protocol

from app.records.ids import Id


class Record(Protocol):
    """A frozen dataclass; its ``kind`` names table, op and merge rules alike."""

    kind: ClassVar[str]

    @property
    def id(self) -> Id: ...

"""An attachment: a photo or a sound of a case or a call, or where its recording is kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.ids import Id

PIECE = 256 * 1024  # bytes that travel at once
RECORDING = "recording"


@dataclass(frozen=True, slots=True)
class Attachment:
    """``media`` as it was found in the bytes (``image/jpeg``), or ``recording``: then ``name`` is what the
    recorder knows it by (CALL-15), and there are no bytes. ``sha`` is SHA-256 of them in hex, ``size`` their
    number. ``at``: when it was taken, as far as that is known. Never changed."""

    kind: ClassVar[str] = "attachment"

    id: Id
    of: str  # call or case
    record: Id
    media: str
    name: str
    by: Id
    at: datetime
    entered_at: datetime
    sha: str = ""
    size: int = 0

    @property
    def is_photo(self) -> bool:
        return self.media.startswith("image/")

    @property
    def is_heard(self) -> bool:
        """Tell whether it is a voice: played by right (CALL-15)."""
        return not self.is_photo

    @property
    def pieces(self) -> int:
        return -(-self.size // PIECE)

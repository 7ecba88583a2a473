"""Photos and sounds of a matter: known by their bytes, kept whole at the seat, sent when there is time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.desk import pictures
from app.forms.attachable import Attachable
from app.records.accounts import Agent
from app.records.attachments import RECORDING, Attachment
from app.records.calls import Call
from app.records.cases import Case
from app.records.ids import Id, new_id
from app.store.rows import storable
from app.store.store import Store

_LONGEST_NAME = 100
_MB = 1 << 20


class NotTaken(Exception):
    """Nothing was kept. Codes: ``unreadable``, ``empty``, ``too_big``, ``strange`` (neither a photo nor a
    sound we take), ``broken`` (a picture that is none), ``sounds`` (the centre keeps none), ``there``
    (already)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Offer:
    """Bytes to be attached, and what they are called."""

    name: str
    data: bytes


class Attachments:
    """All but of() may take its time: for a lane."""

    def __init__(self, store: Store, agent: Agent, now: Callable[[], datetime], rule: Attachable) -> None:
        self._store, self._agent, self._now, self.rule = store, agent, now, rule

    def get(self, attachment: Id) -> Attachment | None:
        return self._store.get(Attachment, attachment)

    def of(self, *records: Id) -> list[Attachment]:
        """Return what is attached to these, the oldest first."""
        found = self._store.find(Attachment, record=records)
        return sorted(found, key=lambda each: (each.entered_at, each.id))

    def read(self, path: Path) -> Offer:
        """Return what lies at *path*, no more of it than may be kept; raises NotTaken."""
        try:
            with path.open("rb") as file:
                return Offer(path.name, file.read(self.rule.biggest_mb * _MB + 1))
        except (OSError, ValueError) as error:
            raise NotTaken("unreadable") from error

    def add(self, of: Case | Call, offer: Offer) -> Attachment:
        """Keep it: its bytes first, piece by piece, then the record; raises NotTaken."""
        media, photo = self._looked_at(offer)
        sha = self._store.blobs.keep(photo.data)
        if any(each.sha == sha for each in self.of(of.id)):
            raise NotTaken("there")
        now = self._now()
        at = min(photo.taken.astimezone(), now) if photo.taken else now
        name = _tidy(offer.name) or f"photo{pictures.ENDINGS[media]}"
        made = Attachment(
            new_id(), of.kind, of.id, media, name, self._agent.id, at, now, sha, len(photo.data)
        )
        with self._store.write(background=True) as to:
            to.put(made)
        return made

    def _looked_at(self, offer: Offer) -> tuple[str, pictures.Photo]:
        data = offer.data
        if not data:
            raise NotTaken("empty")
        if len(data) > self.rule.biggest_mb * _MB:
            raise NotTaken("too_big")
        media = pictures.media_of(data)
        if not media:
            raise NotTaken("strange")
        if not media.startswith("image/"):
            if not self.rule.sounds:
                raise NotTaken("sounds")
            return media, pictures.Photo(data)
        try:
            photo = pictures.stripped(data, media)
        except ValueError as broken:
            raise NotTaken("broken") from broken
        return media, pictures.Photo(data, photo.taken) if self.rule.location else photo

    def refer(self, call: Call, recording: str) -> Attachment:
        """Keep what the recorder knows a call's recording by (CALL-15)."""
        now, name = self._now(), _tidy(recording)
        made = Attachment(new_id(), call.kind, call.id, RECORDING, name, self._agent.id, call.started_at, now)
        with self._store.write() as to:
            to.put(made)
        return made

    def bytes(self, attachment: Attachment) -> bytes | None:
        """Return them, or None as long as they are on their way."""
        return self._store.blobs.read(attachment.sha)

    def lacking(self, attachments: Sequence[Attachment]) -> list[Attachment]:
        """Return those whose bytes are not all here."""
        return self._store.blobs.lacking(list(attachments))

    def fetch(self, attachments: Sequence[Attachment]) -> None:
        """Have the bytes of these come from central."""
        self._store.blobs.want(list(attachments))


def _tidy(name: str) -> str:
    """Return a name that is a name: no folder, one line, of any length a person reads."""
    told = str(storable(name)).replace("\\", "/").rpartition("/")[2]
    return "".join(sign if sign.isprintable() else " " for sign in told).strip()[:_LONGEST_NAME]

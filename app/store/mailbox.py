"""What must be kept while the seat is locked: anybody may put in, only the seat's key takes out again."""

import json
import logging
import threading
from pathlib import Path
from typing import Any

from app.records.drafts import Draft
from app.records.presence import Presence
from app.records.rings import Told
from app.store import drafts, rows, sealing
from app.store.files import append_line, write_whole

_BOUND = sealing.said("mail")
_PRESENCE = rows.shape(Presence)

Letter = Draft | Presence | Told

_log = logging.getLogger(__name__)


class Mailbox:
    """An append-only file, one sealed letter a line. What the disk does not take stays sealed in memory."""

    def __init__(self, path: Path) -> None:
        self._path, self._one = path, threading.Lock()
        self._read = 0  # lines that letters() returned
        self._untaken: list[tuple[str, bool]] = []  # whether it is a draft

    def put(self, letter: Letter, public: str) -> None:
        """Keep *letter* for whoever opens the seat next; never raises."""
        text = json.dumps(_told(letter), ensure_ascii=False)
        line = json.dumps(sealing.seal(text.encode(), public, _BOUND))
        self._append(line, isinstance(letter, Draft))

    def write_down(self) -> int:
        """Try again with what the disk did not take; return how many drafts it still does not."""
        with self._one:
            untaken, self._untaken = self._untaken, []
        for each in untaken:
            self._append(*each)
        return sum(is_draft for _, is_draft in self._untaken)

    def letters(self, key: bytes) -> list[Letter]:
        """Return what was put in, the oldest first; a line nobody can open is left out and logged."""
        with self._one:
            lines = self._lines()
        found, self._read = [], len(lines)
        for line in lines:
            try:
                text = sealing.unseal(json.loads(line), _private(key), _BOUND)
                found.append(_letter(json.loads(text)))
            except (*sealing.WRONG, rows.BodyBroken):
                _log.warning("a letter in the mailbox cannot be opened")
        return found

    def clear(self) -> None:
        """Forget what letters() returned; call it once that is in the database. What came since stays."""
        with self._one:
            left = self._lines()[self._read :]
            self._untaken = [each for each in self._untaken if each[0] in left]
            on_disk = [line.decode() for line in left if isinstance(line, bytes)]
            if on_disk:
                write_whole(self._path, "\n".join(("", *on_disk, "")))
            else:
                self._path.unlink(missing_ok=True)
            self._read = 0

    def _lines(self) -> list[bytes | str]:
        there = self._path.read_bytes() if self._path.exists() else b""
        return [*filter(None, there.split(b"\n")), *(line for line, _ in self._untaken)]

    def _append(self, line: str, is_draft: bool) -> None:
        with self._one:
            try:
                append_line(self._path, line)
            except OSError:
                self._untaken.append((line, is_draft))


def _told(letter: Letter) -> object:
    if isinstance(letter, Draft):
        return drafts.row_of(letter)
    if isinstance(letter, Told):
        return {"told": letter.texts()}
    return {"presence": letter.id, "body": rows.body_of(_PRESENCE, letter)}


def _letter(told: Any) -> Letter:
    if isinstance(told, list):
        return drafts.draft_of_values(told)
    if "told" in told:
        return Told.of_texts(told["told"])
    found: Presence = rows.record_of(_PRESENCE, told["presence"], told["body"])
    return found


def public_of(key: bytes) -> str:
    """Return whom letters are sealed to while the seat with this database key is locked."""
    return sealing.public_of(_private(key))


def _private(key: bytes) -> bytes:
    return sealing.hkdf(key, b"", _BOUND)

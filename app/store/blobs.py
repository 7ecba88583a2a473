"""The bytes of attachments: in pieces, in the same encrypted file, each piece written by itself."""

import hashlib
from typing import NamedTuple

from app.records.attachments import PIECE, Attachment
from app.store.changes import Changes
from app.store.door import Door

# Central takes the bytes of what it has the record of.
_TO_SEND = (
    "SELECT sha, sent FROM blobs WHERE here = pieces AND sent < pieces AND sha > ? AND EXISTS ("
    "SELECT 1 FROM attachments WHERE attachments.sha = blobs.sha AND version > 0) ORDER BY sha LIMIT 1"
)
_TO_FETCH = (
    "SELECT sha, here FROM blobs WHERE here < pieces AND sha > ? AND EXISTS ("
    "SELECT 1 FROM attachments WHERE attachments.sha = blobs.sha) ORDER BY sha LIMIT 1"
)
_PUT_PIECE = "INSERT INTO pieces (sha, n, bytes) VALUES (?, ?, ?) ON CONFLICT (sha, n) DO NOTHING"
_WANT = "INSERT INTO blobs (sha, pieces, here, sent) VALUES (?, ?, 0, ?) ON CONFLICT (sha) DO NOTHING"
_HERE = "UPDATE blobs SET here = (SELECT count(*) FROM pieces WHERE pieces.sha = blobs.sha) WHERE sha = ?"
CHANGED = "blob"


class Place(NamedTuple):
    """Piece *n* of what has this SHA-256."""

    sha: str
    n: int


class Blobs:
    """The window goes first: no write holds the file for longer than one piece takes."""

    def __init__(self, door: Door, changes: Changes) -> None:
        self._door, self._changes = door, changes
        self._kept: set[str] = set()  # since the file was opened: their records may not be written yet

    def keep(self, data: bytes) -> str:
        """Keep *data*, once however often it comes; return its SHA-256. Its record is written afterwards."""
        sha = hashlib.sha256(data).hexdigest()
        self._kept.add(sha)
        cut = [data[at : at + PIECE] for at in range(0, len(data), PIECE)]
        for n, piece in enumerate(cut):
            with self._door.write(background=True) as connection:
                connection.exec_driver_sql(_PUT_PIECE, (sha, n, piece))
        with self._door.write(background=True) as connection:
            connection.exec_driver_sql(_WANT, (sha, len(cut), 0))
            connection.exec_driver_sql(_HERE, (sha,))
        return sha

    def read(self, sha: str) -> bytes | None:
        """Return the bytes, or None as long as they are not all here."""
        whole = "SELECT here = pieces FROM blobs WHERE sha = ?"
        query = "SELECT bytes FROM pieces WHERE sha = ? ORDER BY n"
        with self._door.read() as connection:
            if not connection.exec_driver_sql(whole, (sha,)).scalar():
                return None
            return b"".join(connection.exec_driver_sql(query, (sha,)).scalars())

    def lacking(self, attachments: list[Attachment]) -> list[Attachment]:
        """Return those whose bytes are not all here."""
        query = "SELECT sha FROM blobs WHERE here = pieces"
        with self._door.read() as connection:
            whole = frozenset(connection.exec_driver_sql(query).scalars())
        return [each for each in attachments if each.sha and each.sha not in whole]

    def want(self, attachments: list[Attachment]) -> None:
        """Have the bytes of these fetched: central has them, or will."""
        told = [(each.sha, each.pieces, each.pieces) for each in attachments if each.sha]
        if told:
            with self._door.write(background=True) as connection:
                connection.exec_driver_sql(_WANT, told)
            self._changes.publish(frozenset({CHANGED}))

    # -- on the road --

    def to_send(self, after: str = "") -> Place | None:
        """Return the next piece central lacks, of the first whole behind *after*."""
        return self._next(_TO_SEND, after)

    def to_fetch(self, after: str = "") -> Place | None:
        """Return the next piece this seat lacks, of the first whole behind *after*."""
        return self._next(_TO_FETCH, after)

    def _next(self, query: str, after: str) -> Place | None:
        with self._door.read() as connection:
            found = connection.exec_driver_sql(query, (after,)).one_or_none()
        return Place(*found) if found else None

    def piece(self, place: Place) -> bytes:
        query = "SELECT bytes FROM pieces WHERE sha = ? AND n = ?"
        with self._door.read() as connection:
            found: bytes = connection.exec_driver_sql(query, tuple(place)).scalar_one()
        return found

    def sent(self, sha: str, pieces: int) -> None:
        """Note that central has the first *pieces*."""
        with self._door.write(background=True) as connection:
            connection.exec_driver_sql("UPDATE blobs SET sent = ? WHERE sha = ?", (pieces, sha))

    def came(self, place: Place, piece: bytes) -> bool:
        """Take a piece in. False where with the last of them it is not what it was said to be: all go."""
        with self._door.write(background=True) as connection:
            connection.exec_driver_sql(_PUT_PIECE, (*place, piece))
            connection.exec_driver_sql(_HERE, (place.sha,))
        data = self.read(place.sha)
        if data is None:
            return True
        good = hashlib.sha256(data).hexdigest() == place.sha
        if not good:
            with self._door.write(background=True) as connection:
                connection.exec_driver_sql("DELETE FROM pieces WHERE sha = ?", (place.sha,))
                connection.exec_driver_sql(_HERE, (place.sha,))
        self._changes.publish(frozenset({CHANGED}))
        return good

    def sweep(self) -> None:
        """Let go of bytes no attachment names: of one that was never finished."""
        query = "SELECT DISTINCT sha FROM pieces WHERE sha NOT IN (SELECT sha FROM attachments)"
        with self._door.read() as connection:
            found = [sha for sha in connection.exec_driver_sql(query).scalars() if sha not in self._kept]
        for sha in found:
            with self._door.write(background=True) as connection:
                connection.exec_driver_sql("DELETE FROM pieces WHERE sha = ?", (sha,))
                connection.exec_driver_sql("DELETE FROM blobs WHERE sha = ?", (sha,))

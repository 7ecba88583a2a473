"""Give the seat's file another key: whenever the power goes, it opens with the old one or the new.

Which of them is for the caller to keep both of until then, and to find out: the key check beside the file is
of the old one until it is written anew.
"""

from contextlib import closing
from pathlib import Path
from typing import Any

from app.store.engine import Key, StoreRefused, connect, os_refusal, refusals
from app.store.slots import Keys


def key_of(path: Path, keys: Keys) -> bytes:
    """Return which of *keys* opens the file. Raises StoreRefused where that cannot be known now: whoever took
    the wrong one for it might forget the right one."""
    for key in keys:
        try:
            with refusals():
                connect(path, Key(key)).close()
        except StoreRefused as refused:
            if refused.code != "damaged":  # which is what a wrong key looks like
                raise
        else:
            return key
    raise StoreRefused("damaged")


def rekey(path: Path, old: bytes, new: bytes) -> None:
    """Change the key of the file, which nobody else has open, and of nothing else: copies of before an
    upgrade have the old one, and go. Raises StoreRefused; the old key, or the new, opens it then too.
    """
    try:
        with refusals(), closing(connect(path, Key(old))) as raw:
            _alone(raw)
            raw.execute(Key(new).pragma("rekey"))
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with refusals(), closing(connect(path, Key(new))) as raw:
            if raw.execute("PRAGMA cipher_integrity_check").fetchall():
                raise StoreRefused("damaged")
        for copy in path.parent.glob(f"{path.name}.*.old"):
            copy.unlink(missing_ok=True)
    except OSError as error:
        raise os_refusal(error) from error


def _alone(raw: Any) -> None:
    """Hold the file against everybody; raises where another program has it open."""
    raw.execute("PRAGMA locking_mode=EXCLUSIVE")
    raw.execute("BEGIN EXCLUSIVE")
    raw.execute("COMMIT")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

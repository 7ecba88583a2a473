"""Make and open the encrypted file: the key, the pragmas, one way to write and one to read."""

import errno
import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.store import tables
from app.store.files import write_whole

BUSY_SECONDS = 5.0
READ_CACHE_KIB, WRITE_CACHE_KIB = 32 * 1024, 16 * 1024
SMALLEST_PLAIN = 512  # SQLite takes anything shorter for a new file
PAGE_BYTES = 4096  # SQLCipher's own choice
_JOURNAL_PAGES = 8000  # a commit brings the journal into the file only where nobody did before: tidy()
_HASTE_MS = 100  # for a draft while the seat locks: the mailbox takes it too
_EMPTYING_MS = 200  # that readers are waited for: the window may want to write meanwhile

_MARK = b"zuoxi seat key"
_CODES = {
    dbapi2.SQLITE_FULL: "full",
    dbapi2.SQLITE_READONLY: "unwritable",
    dbapi2.SQLITE_CANTOPEN: "unwritable",
    dbapi2.SQLITE_IOERR: "unwritable",
    dbapi2.SQLITE_PERM: "unwritable",
    dbapi2.SQLITE_AUTH: "unwritable",
    dbapi2.SQLITE_CORRUPT: "damaged",
    dbapi2.SQLITE_NOTADB: "damaged",
    dbapi2.SQLITE_BUSY: "busy",
    dbapi2.SQLITE_LOCKED: "busy",
}


class StoreRefused(Exception):
    """``code``: missing, exists, not_encrypted, wrong_key, damaged, older, newer, unwritable, full,
    busy (another program holds the file for more than 5 s), closed.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Key:
    """The raw 32 bytes; forgotten by drop(), shown by nobody."""

    def __init__(self, raw: bytes) -> None:
        if len(raw) != 32:
            raise ValueError("a key has 32 bytes")
        self._raw = bytearray(raw)

    def pragma(self, name: str = "key") -> str:
        if not self._raw:
            raise StoreRefused("closed")
        # Only hex can stand here: nothing to quote.
        return f"PRAGMA {name}=\"x'{self._raw.hex()}'\""

    def drop(self) -> None:
        self._raw[:] = bytes(len(self._raw))
        self._raw.clear()


class Engines:
    """``write`` has the one writing connection of the process; ``read`` cannot write at all."""

    def __init__(self, path: Path, key: Key) -> None:
        self.path = path
        self._key = key
        self.write = _engine(path, key, pool_size=1, max_overflow=0)
        self.read = _engine(path, key, pool_size=2, max_overflow=6)
        sa.event.listen(self.write, "begin", _begin_immediate)
        sa.event.listen(self.write, "connect", _write_quickly)
        sa.event.listen(self.read, "begin", _begin_reading)
        sa.event.listen(self.read, "connect", _only_read)

    def hasten(self) -> None:
        """Wait for other programs no longer than a moment from now on."""
        with closing(self.write.raw_connection()) as raw:
            raw.execute(f"PRAGMA busy_timeout={_HASTE_MS}")

    def tidy(self) -> None:
        """Bring what stands in the journal into the file, beside whoever reads or writes."""
        with closing(self.read.raw_connection()) as raw:
            raw.execute("PRAGMA wal_checkpoint(PASSIVE)")  # a reader's: no turn is needed for it

    def empty_journal(self) -> bool:
        """Bring the whole journal into the file and leave none of it; False where somebody reads of it."""
        with closing(self.write.raw_connection()) as raw:
            raw.execute(f"PRAGMA busy_timeout={_EMPTYING_MS}")
            try:
                busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                raw.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")
        return not busy

    def dispose(self) -> None:
        """Close the file and forget the key; whoever asks again hears StoreRefused("closed")."""
        self._key.drop()
        self.read.dispose()
        self.write.dispose()


def _engine(path: Path, key: Key, *, pool_size: int, max_overflow: int) -> sa.Engine:
    return sa.create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key),
        hide_parameters=True,  # an echo or an error says the statement, never whose number it was about
        poolclass=sa.QueuePool,
        pool_size=pool_size,
        max_overflow=max_overflow,
    )


def engine_over(raw: Any) -> sa.Engine:
    """Return an engine of this one connection, all of the file its own while a transaction runs."""
    engine = sa.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: raw, poolclass=sa.StaticPool, hide_parameters=True
    )
    sa.event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN EXCLUSIVE"))
    return engine


def connect(path: Path, key: Key, *, foreign_keys: bool = True) -> Any:
    """Return a driver's connection to an encrypted file that is already there."""
    if not path.exists():
        raise StoreRefused("missing")
    return _connect(path, key, foreign_keys=foreign_keys)


def _connect(path: Path, key: Key, *, foreign_keys: bool = True) -> Any:
    # No transactions of the driver's own: they commit around DDL and leave a failed migration half done.
    raw = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS)
    try:
        raw.execute("PRAGMA cipher_log_level=NONE")
        raw.execute(key.pragma())
        raw.execute("PRAGMA temp_store=MEMORY")
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA secure_delete=ON")
        raw.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        raw.close()
        raise
    return raw


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: sa.Connection) -> None:
    # All reads of one block see one state of the file.
    connection.exec_driver_sql("BEGIN")


def _write_quickly(raw: Any, _record: object) -> None:
    raw.execute(f"PRAGMA cache_size=-{WRITE_CACHE_KIB}")
    raw.execute(f"PRAGMA wal_autocheckpoint={_JOURNAL_PAGES}")


def _only_read(raw: Any, _record: object) -> None:
    raw.execute("PRAGMA query_only=ON")
    # Decrypted pages stay at hand: a lookup that walks an index would decrypt it anew each time.
    raw.execute(f"PRAGMA cache_size=-{READ_CACHE_KIB}")


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what the driver says into a StoreRefused; programming errors pass as they are."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        refused = refusal(error.orig)
        if refused is None:
            raise
        raise refused from error
    except dbapi2.DatabaseError as error:
        refused = refusal(error)
        if refused is None:
            raise
        raise refused from error


def refusal(error: BaseException | None) -> StoreRefused | None:
    code = getattr(error, "sqlite_errorcode", None)
    return StoreRefused(_CODES[code & 0xFF]) if code and code & 0xFF in _CODES else None


# -- a new file --


def create(path: Path, key: bytes, *, install: str, seat_code: str, generation: int) -> None:
    """Make a new encrypted file; it stands in its place only when it is whole."""
    if path.exists():
        raise StoreRefused("exists")
    fresh = path.with_name(path.name + ".new")
    try:
        with refusals():
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.unlink(missing_ok=True)
            _fill(
                fresh,
                Key(key),
                {"install": install, "seat_code": seat_code, "generation": str(generation), "epoch": ""},
            )
        if is_plain(fresh):
            raise StoreRefused("not_encrypted")
        write_check(path, key)
        fresh.replace(path)
    except OSError as error:
        raise os_refusal(error) from error
    finally:
        for left in (fresh, *(fresh.with_name(fresh.name + end) for end in ("-wal", "-shm"))):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _fill(path: Path, key: Key, meta: dict[str, str]) -> None:
    engine = sa.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: _connect(path, key), poolclass=sa.NullPool
    )
    sa.event.listen(engine, "begin", _begin_immediate)
    with engine.begin() as connection:
        tables.metadata.create_all(connection)
        for statement in tables.SAID:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (tables.REVISION,))
        connection.exec_driver_sql(tables.PUT_META, list(meta.items()))
    engine.dispose()


def is_plain(path: Path) -> bool:
    """Ask SQLite without a key: to open and close the file ourselves would drop SQLite's locks (POSIX)."""
    if path.stat().st_size < SMALLEST_PLAIN:
        return False
    try:
        raw = dbapi2.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
        with closing(raw):
            raw.execute("PRAGMA cipher_log_level=NONE")
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError:
        return False
    return True


# -- the key check: a wrong key and a damaged file look the same to SQLCipher --


def check_path(path: Path) -> Path:
    return path.with_name(path.name + ".check")


def write_check(path: Path, key: bytes) -> None:
    """Keep beside the file by what its key can be known again; it tells nothing about the key."""
    salt = secrets.token_bytes(16)
    text = json.dumps({"zuoxi_check": 1, "salt": salt.hex(), "mac": _mac(key, salt).hex()})
    write_whole(check_path(path), text)


def is_key(path: Path, key: bytes) -> bool | None:
    """Return whether *key* is the one the file was made with; None where that cannot be known."""
    try:
        told = json.loads(check_path(path).read_text("utf-8"))
        return hmac.compare_digest(_mac(key, bytes.fromhex(told["salt"])), bytes.fromhex(told["mac"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _mac(key: bytes, salt: bytes) -> bytes:
    return hmac.new(key, _MARK + salt, hashlib.sha256).digest()


def os_refusal(error: OSError) -> StoreRefused:
    return StoreRefused("full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "unwritable")


# -- an existing file --


def open_engines(path: Path, key: bytes) -> Engines:
    """Open a file that upgrade() has seen; raises StoreRefused with the reason."""
    look(path, key, writing=True)
    return Engines(path, Key(key))


def look(path: Path, key: bytes, *, writing: bool = False) -> str:
    """Return the revision of the file's tables, or raise StoreRefused with what is wrong with the file."""
    if not path.exists():
        raise StoreRefused("missing")
    if is_key(path, key) is False:
        # Before the file is touched: SQLCipher would call it damage.
        raise StoreRefused("not_encrypted" if is_plain(path) else "wrong_key")
    try:
        with refusals():
            if _is_torn(path):
                raise StoreRefused("damaged")
            revision = _look(path, Key(key), writing=writing)
    except StoreRefused as refused:
        if refused.code == "damaged" and is_plain(path):
            raise StoreRefused("not_encrypted") from refused
        raise
    if revision > tables.REVISION:
        raise StoreRefused("newer")
    if writing and revision < tables.REVISION:
        raise StoreRefused("older")
    return revision


def _is_torn(path: Path) -> bool:
    # With a journal beside it the file may end anywhere in a page: the journal has the rest.
    size, journal = path.stat().st_size, path.with_name(path.name + "-wal")
    return size < PAGE_BYTES or (size % PAGE_BYTES != 0 and not journal.exists())


def _look(path: Path, key: Key, *, writing: bool) -> str:
    raw = connect(path, key)
    try:
        found = raw.execute("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        row = found and raw.execute("SELECT version_num FROM alembic_version").fetchone()
        if not row:
            raise StoreRefused("damaged")
        if writing and row[0] == tables.REVISION:
            _try_to_write(raw)
        return str(row[0])
    finally:
        raw.close()


def _try_to_write(raw: Any) -> None:
    """A file or folder that is only for reading opens without a word; find out now, not at the first save."""
    raw.execute("BEGIN IMMEDIATE")
    try:
        raw.execute("UPDATE meta SET value = value WHERE name = 'install'")
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")

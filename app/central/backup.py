"""Whether a backup can be restored, is whole, and how far behind central it is: by restoring it."""

import contextlib
import os
import secrets
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, make_url, text

from app.central import audit, schema
from app.central.refused import AdminRefused

_PLAIN = b"PostgreSQL database dump"
# In a plain file these would leave the scratch database, or touch others.
_OUTWARD = (b"\\connect ", b"\\c ", b"CREATE DATABASE ", b"DROP DATABASE ", b"ALTER DATABASE ")
_SYSTEM = Path("/usr/lib/postgresql")
_SAID = 2000  # characters of what the program said


class RestoreFailed(Exception):
    """The backup cannot be restored; the text is what the program of PostgreSQL said last."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a database holds. ``seats``: code → (ops, chain in hex)."""

    epoch: str
    revision: str
    tables: frozenset[str]
    counts: dict[str, int]
    seats: dict[str, tuple[int, str]]
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Compared:
    """``problems``: what is wrong with the copy, each a code with its detail. ``behind``: ops by seat."""

    copy: Copy
    behind: dict[str, int]
    newest: datetime | None
    problems: tuple[tuple[str, str], ...]


# -- restoring --


@contextlib.contextmanager
def scratch(server: str, dump: Path, folder: Path | None = None) -> Iterator[str]:
    """Restore *dump* into a database of its own on *server*; yield its address, and drop it in the end."""
    is_archive = _look_at(dump)
    engine = schema.engine(server).execution_options(isolation_level="AUTOCOMMIT")
    name = f"zuoxi_check_{secrets.token_hex(4)}"
    address = make_url(server).set(drivername="postgresql", database=name)
    whole = address.render_as_string(hide_password=False)
    try:
        with engine.connect() as connection:
            version = schema.server_version(connection)
            program = _program("pg_restore" if is_archive else "psql", version, folder)
            lacking = _lacking_groups(connection)
        try:
            with engine.connect() as connection:
                for group in lacking:
                    connection.exec_driver_sql(f"CREATE ROLE {group} NOLOGIN")
                connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
                # People's data lie in it.
                connection.exec_driver_sql(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
            _restore(program, whole, dump, is_archive)
            yield whole
        finally:
            with engine.connect() as connection:
                connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
                for group in lacking:
                    connection.exec_driver_sql(f"DROP ROLE IF EXISTS {group}")
    finally:
        engine.dispose()


def _lacking_groups(connection: Connection) -> list[str]:
    """Groups a dump names in its policies, and another server than central's does not have."""
    known = set(connection.execute(text("SELECT rolname FROM pg_roles")).scalars())
    return [group for group in schema.GROUPS if group not in known]


def _look_at(dump: Path) -> bool:
    """Return whether *dump* is for pg_restore; refuse what is no dump, or would not stay in its database."""
    try:
        if (dump / "toc.dat").is_file():
            return True
        with dump.open("rb") as file:
            head = file.read(4096)
            if head.startswith(b"PGDMP") or tarfile.is_tarfile(dump):
                return True
            if _PLAIN not in head:
                raise AdminRefused("no_dump", str(dump))
            file.seek(0)
            if any(line.startswith(_OUTWARD) for line in file):
                raise AdminRefused("own_database")
    except OSError as error:
        raise AdminRefused("no_dump", str(dump)) from error
    return False


def _program(name: str, version: int, folder: Path | None) -> Path:
    """Find PostgreSQL's program *name* of the server's own *version*: an older one cannot read its dumps."""
    places = [folder] if folder else [_SYSTEM / str(version) / "bin", *_wheel(version)]
    found = [place / name for place in places if place and shutil.which(name, path=str(place))]
    if not found and not folder and (on_path := shutil.which(name)):
        found = [Path(on_path)]
    if not found:
        raise AdminRefused("no_program", name)
    return found[0]


def _wheel(version: int) -> list[Path]:
    try:
        from app.central.embedded import wheel_binaries

        return [wheel_binaries(version)]
    except (ImportError, KeyError):
        return []


def _restore(program: Path, address: str, dump: Path, is_archive: bool) -> None:
    url = make_url(address)
    # Other people see our words, and set() takes no password for "as it was".
    shown = url._replace(password=None).render_as_string(hide_password=False)
    words = (
        ["--no-owner", "--no-privileges", "--exit-on-error", "--dbname", shown, str(dump)]
        if is_archive
        else ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", f"--dbname={shown}", f"--file={dump}"]
    )
    secret = {"PGPASSWORD": str(url.password)} if url.password else {}
    options: dict[str, Any] = {}
    if sys.platform == "win32":
        options = {"creationflags": subprocess.CREATE_NO_WINDOW}
    done = subprocess.run(  # noqa: S603 - our own words, no shell
        [str(program), *words],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env=os.environ | secret | {"LC_ALL": "C"}, check=False, **options,
    )  # fmt: skip
    if done.returncode:
        raise RestoreFailed(done.stderr.decode("utf-8", "replace").strip()[-_SAID:])


# -- comparing --


def look(connection: Connection) -> Copy:
    seats = connection.execute(text("SELECT code, last_seq, encode(chain, 'hex') FROM cc.seat"))
    tables = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'cc'")).scalars()
    kinds = connection.execute(text("SELECT kind, count(*) FROM cc.record GROUP BY kind ORDER BY kind"))
    return Copy(
        epoch=connection.execute(text("SELECT epoch::text FROM cc.epoch")).scalar_one(),
        revision=schema.revision(connection),
        tables=frozenset(tables),
        counts={kind: count for kind, count in kinds},
        seats={code: (n, chain) for code, n, chain in seats},
        newest=connection.execute(text("SELECT max(at) FROM cc.op_log")).scalar_one(),
    )


def compare(living: Connection, copy: Connection) -> Compared:
    """Hold a copy against the living central: a good one is how central was at some moment."""
    theirs = look(living)
    if not copy.execute(text("SELECT count(*) FROM cc.centre")).scalar_one():
        nothing = Copy("", "", frozenset(), {}, {}, None)
        return Compared(nothing, _behind(theirs, nothing), theirs.newest, (("empty", ""),))
    ours, found = look(copy), audit.verify(copy)
    problems = [(each.what, f"{each.seat} {each.n} {each.op}".strip()) for each in found.breaks]
    if ours.epoch != theirs.epoch:
        problems.append(("epoch", f"{ours.epoch[:8]} {theirs.epoch[:8]}"))
    if lost := _lost(copy):
        problems.append(("lost", str(lost)))
    if ours.revision == theirs.revision and (missing := theirs.tables - ours.tables):
        problems.append(("tables", " ".join(sorted(missing))))
    for code, (n, chain) in sorted(ours.seats.items()):
        last = theirs.seats.get(code, (0, ""))[0]
        if n > last:
            problems.append(("ahead", f"{code} {n - last}"))
        elif chain != _chain_at(living, code, n):
            problems.append(("differs", code))
    return Compared(ours, _behind(theirs, ours), theirs.newest, tuple(problems))


def _behind(living: Copy, copy: Copy) -> dict[str, int]:
    return {
        code: max(last - copy.seats.get(code, (0, ""))[0], 0)
        for code, (last, _) in sorted(living.seats.items())
    }


def _chain_at(living: Connection, code: str, n: int) -> str:
    """The living chain of a seat where the copy's ends."""
    found = living.execute(
        text(
            "SELECT encode(l.chain, 'hex') FROM cc.op_log l JOIN cc.seat s USING (seat_id)"
            " WHERE s.code = :code AND l.seat_seq = :n"
        ),
        {"code": code, "n": n},
    ).scalar_one_or_none()
    return found or ""


def _lost(copy: Connection) -> int:
    """How many ops have no record, or were refused and are not among the refused."""
    found = copy.execute(
        text(
            "SELECT count(*) FROM cc.op_log l WHERE NOT CASE l.status"
            " WHEN 'rejected' THEN EXISTS (SELECT 1 FROM cc.rejected r"
            "  WHERE r.tenant = l.tenant AND r.seat_id = l.seat_id AND r.op_id = l.op_id)"
            " ELSE EXISTS (SELECT 1 FROM cc.record r"
            "  WHERE r.tenant = l.tenant AND r.kind = l.kind AND r.id = CAST(l.id AS uuid)) END"
        )
    )
    return int(found.scalar_one())

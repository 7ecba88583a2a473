"""Everything central holds, in files anybody can read: records by kind, and the log of ops.

The manifest comes last and says how many rows and which sha256 each file has: without one an export is
not whole.
"""

import csv
import hashlib
import io
import json
import os
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from app.central import people, schema
from app.central.refused import AdminRefused

MANIFEST = "manifest.json"
_AT_ONCE = 2000
_RECORD = ("id", "ver", "deleted_at")
_OP = (
    "SELECT s.code AS seat, l.seat_seq AS n, l.op_id AS op, l.session, l.confirmed, l.kind, l.id,"
    " l.status, l.ver, l.fields, l.reason, l.at, encode(l.chain, 'hex') AS chain,"
    " encode(l.body_hash, 'hex') AS body_hash, l.body"
    " FROM cc.op_log l LEFT JOIN cc.seat s USING (seat_id) ORDER BY l.tenant, l.seat_id, l.seat_seq"
)
Shown = Callable[[str, int], None]


def export(connection: Connection, folder: Path, *, as_csv: bool, shown: Shown) -> dict[str, Any]:
    """Write everything into *folder* and return the manifest; whatever goes wrong, nothing is left there."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise AdminRefused("not_empty", str(folder))
        try:
            return _write(connection, folder, as_csv, shown)
        except BaseException:
            for path in folder.iterdir():
                path.unlink()
            raise
    except OSError as error:
        raise AdminRefused("unwritable", f"{error.filename or folder} {error.strerror}") from error


def _write(connection: Connection, folder: Path, as_csv: bool, shown: Shown) -> dict[str, Any]:
    kinds = list(connection.execute(text("SELECT DISTINCT kind FROM cc.record ORDER BY kind")).scalars())
    files = {}
    for kind in kinds:
        name, rows = f"{kind}.{'csv' if as_csv else 'jsonl'}", _records(connection, kind)
        lines = _csv(rows, _columns(connection, kind)) if as_csv else map(_json, rows)
        files[name] = _file(folder / name, lines, partial(shown, kind), head=as_csv)
    ops = map(_json, _rows(connection, _OP))
    files["op_log.jsonl"] = _file(folder / "op_log.jsonl", ops, partial(shown, "op_log"))
    manifest = {
        "zuoxi_export": 1,
        "centre": people.centre(connection),
        "epoch": connection.execute(text("SELECT epoch::text FROM cc.epoch")).scalar_one(),
        "revision": schema.revision(connection),
        "at": connection.execute(text("SELECT now()")).scalar_one(),
        "files": files,
    }
    whole = json.dumps(manifest, ensure_ascii=False, indent=2, default=_plain) + "\n"
    _file(folder / MANIFEST, iter([whole]), lambda done: None)
    return manifest


def _file(
    path: Path, lines: Iterator[str], shown: Callable[[int], None], *, head: bool = False
) -> dict[str, Any]:
    """Write *lines*, for the owner's eyes only; *head*: the first is no row."""
    digest, count = hashlib.sha256(), -1 if head else 0
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        for line in lines:
            raw = line.encode()
            file.write(raw)
            digest.update(raw)
            count += 1
            if count % _AT_ONCE == 0:
                shown(count)
    shown(max(count, 0))
    return {"rows": max(count, 0), "sha256": digest.hexdigest()}


def _records(connection: Connection, kind: str) -> Iterator[dict[str, Any]]:
    query = "SELECT id, ver, deleted_at, body FROM cc.record WHERE kind = :kind ORDER BY id"
    for row in _rows(connection, query, kind=kind):
        own = {name: row[name] for name in _RECORD}
        yield own | row["body"] | own


def _columns(connection: Connection, kind: str) -> list[str]:
    keys = connection.execute(
        text("SELECT DISTINCT jsonb_object_keys(body) AS key FROM cc.record WHERE kind = :kind ORDER BY key"),
        {"kind": kind},
    )
    return [*_RECORD, *(key for key in keys.scalars() if key not in _RECORD)]


def _rows(connection: Connection, query: str, **values: str) -> Iterator[dict[str, Any]]:
    found = connection.execute(text(query), values, execution_options={"yield_per": _AT_ONCE})
    for row in found.mappings():
        yield dict(row)


def _json(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=_plain) + "\n"


def _csv(rows: Iterator[dict[str, Any]], columns: list[str]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line)

    def written(cells: list[str]) -> str:
        line.seek(0)
        line.truncate()
        writer.writerow(cells)
        return line.getvalue()

    yield "\ufeff" + written(columns)  # the mark by which Excel reads it as UTF-8
    for row in rows:
        yield written([_cell(row.get(column)) for column in columns])


def _cell(value: Any) -> str:
    """Text as it is, the rest as JSON; what a spreadsheet would take for a formula starts with a mark."""
    if isinstance(value, str):
        return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
    if value is None or isinstance(value, datetime | uuid.UUID):
        return "" if value is None else _plain(value)
    return json.dumps(value, ensure_ascii=False)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)

"""Images into rows: version guard, own changes replayed on top, what is not understood kept aside."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from app.records.ids import Id
from app.records.ops import Cursor, Image
from app.store import rows, tables
from app.store.phones import keep_phones
from app.store.tables import Kind

_KEEP_ASIDE = (
    "INSERT INTO inbox_skipped (kind, record, version, body, why) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (kind, record) DO UPDATE SET version = excluded.version, body = excluded.body,"
    " why = excluded.why WHERE excluded.version > inbox_skipped.version"
)


# The pluses keep SQLite to the index of the record: by state it would walk the whole outbox.
_OWN = (
    "SELECT kind, record, state, version, body, result FROM outbox"
    " WHERE record IN (SELECT value FROM json_each(?)) AND (+state = 'pending'"
    " OR (+state IN ('acked', 'conflict')"
    " AND acked_epoch = (SELECT value FROM meta WHERE name = 'epoch'))) ORDER BY n"
)

_RECORDS = "SELECT DISTINCT kind, record FROM outbox WHERE op IN (SELECT value FROM json_each(?))"


@dataclass(slots=True)  # not frozen: that costs more than the row itself
class Prepared:
    """An image and the row it makes where this seat has nothing to add; ``why`` it makes none.

    ``alike``: the row says just what the image does.
    """

    image: Image
    body: rows.Body
    row: tuple[Any, ...] = ()
    alike: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """What the file says of the records some images are of, as long as its transaction runs."""

    versions: dict[tuple[str, Id], int]
    own: dict[Id, list[Any]]  # ops central has not got or not told of, in their order
    aside: bool  # whether anything is kept aside


def newest(images: Iterable[Image]) -> dict[tuple[str, Id], Image]:
    """Return the image of each record that counts; whatever order they come in, the others say nothing."""
    found: dict[tuple[str, Id], Image] = {}
    for image in images:
        known = found.get((image.kind, image.record))
        if known is None or known.version < image.version:
            found[image.kind, image.record] = image
    return found


def prepare(images: Iterable[Image], counts: dict[tuple[str, Id], Image]) -> list[Prepared]:
    """Do what needs no file with those that count: to be called before the file is taken, for the window
    may want it meanwhile."""
    return [_prepared(image) for image in images if counts[image.kind, image.record] is image]


def _prepared(image: Image) -> Prepared:
    kind = tables.KINDS.get(image.kind)
    body: rows.Body = {}
    try:
        body = rows.body_of_text(image.body)
        if kind is None:
            return Prepared(image, body, why="kind")
        return Prepared(image, body, *rows.row_of_image(kind.shape, image.record, body))
    except rows.BodyBroken as broken:
        return Prepared(image, body, why=broken.code)
    except (ValueError, RecursionError):
        return Prepared(image, body, why="body")


def here(connection: sa.Connection, prepared: Iterable[Prepared]) -> Here:
    by_kind: dict[str, list[Id]] = {}
    for one in prepared:
        by_kind.setdefault(one.image.kind, []).append(one.image.record)
    versions: dict[tuple[str, Id], int] = {}
    own: dict[Id, list[Any]] = {}
    for name, ids in by_kind.items():
        if kind := tables.KINDS.get(name):
            told = (json.dumps(ids),)
            query = tables.by_ids(kind, "id, version")
            versions |= {(name, id): version for id, version in connection.exec_driver_sql(query, told)}
            for row in connection.exec_driver_sql(_OWN, told):
                own.setdefault(row.record, []).append(row)
    aside = connection.exec_driver_sql("SELECT 1 FROM inbox_skipped LIMIT 1").first() is not None
    return Here(versions, own, aside)


def apply(connection: sa.Connection, prepared: Iterable[Prepared], found: Here) -> list[Image]:
    """Write those newer than what is *found* here; return them."""
    by_kind: dict[str, list[Prepared]] = {}
    for one in prepared:
        image = one.image
        if image.kind not in tables.KINDS or image.version > found.versions.get(
            (image.kind, image.record), 0
        ):
            by_kind.setdefault(image.kind, []).append(_with_own(one, found))
    taken: list[Image] = []
    for name, fresh in by_kind.items():
        whole = [one for one in fresh if not one.why]
        if whole:
            _take(connection, tables.KINDS[name], whole, found)
        _keep_aside(connection, [one for one in fresh if one.why])
        taken += (one.image for one in whole)
    return taken


def let_go(connection: sa.Connection, ops: Sequence[Id]) -> list[Image]:
    """Take what these refused *ops* changed out of the rows: central's last image is back, and on top what
    else is said here. What central never had stays as it was made."""
    by_kind: dict[str, list[Id]] = {}
    for name, record in connection.exec_driver_sql(_RECORDS, (json.dumps(ops),)):
        by_kind.setdefault(name, []).append(record)
    images = [
        Image(name, Id(row.id), row.version, row.base, Cursor(), settled=False)
        for name, ids in by_kind.items()
        if (kind := tables.KINDS.get(name))
        for row in connection.exec_driver_sql(tables.by_ids(kind, "id, version, base"), (json.dumps(ids),))
        if row.version and row.base
    ]
    prepared = prepare(images, newest(images))
    return apply(connection, prepared, replace(here(connection, prepared), versions={}))


def image_of(row: Any) -> Image:
    """Return an image kept aside as it was."""
    return Image(row.kind, Id(row.record), row.version, row.body, Cursor(), settled=False)


def _take(connection: sa.Connection, kind: Kind, whole: Sequence[Prepared], found: Here) -> None:
    told = [
        (*one.row, one.image.version, None if one.alike else rows.storable(one.image.body)) for one in whole
    ]
    connection.exec_driver_sql(kind.take, told)
    found.versions.update({(kind.name, one.image.record): one.image.version for one in whole})
    if found.aside:
        ids = [(kind.name, one.image.record) for one in whole]
        connection.exec_driver_sql("DELETE FROM inbox_skipped WHERE kind = ? AND record = ?", ids)
    if kind is tables.CUSTOMERS:
        at = kind.shape.columns.index("phones")
        keep_phones(connection, [(one.image.record, json.loads(one.row[at])) for one in whole])


def _with_own(one: Prepared, found: Here) -> Prepared:
    """Lay on top what this seat changed and the image does not hold yet, later ops last.

    An op central has already taken counts until its image comes: else the change would blink away.
    """
    image = one.image
    patch: rows.Body = {}
    for op in found.own.get(image.record, ()):
        if op.kind == image.kind and (op.state == "pending" or (op.version or 0) > image.version):
            patch |= _kept(op)
    if not patch or one.why:
        return one
    shape = tables.KINDS[image.kind].shape
    try:
        row, _ = rows.row_of_image(shape, image.record, rows.patched(one.body, patch))
    except rows.BodyBroken as broken:
        return replace(one, why=broken.code)
    return replace(one, row=row, alike=False)


def _kept(row: Any) -> rows.Body:
    patch: rows.Body = json.loads(row.body)["patch"]
    lost = json.loads(row.result)["fields"] if row.state == "conflict" else ()
    return {name: value for name, value in patch.items() if name not in lost}


def _keep_aside(connection: sa.Connection, images: Sequence[Prepared]) -> None:
    if images:
        told = [
            (i.image.kind, i.image.record, i.image.version, rows.storable(i.image.body), i.why)
            for i in images
        ]
        connection.exec_driver_sql(_KEEP_ASIDE, told)

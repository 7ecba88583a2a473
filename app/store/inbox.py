"""Images into rows: version guard, own changes replayed on top, what is not understood kept aside."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


_OWN = (
    "SELECT record, state, version, body, result FROM outbox"
    " WHERE record IN (SELECT value FROM json_each(?)) AND (state = 'pending'"
    " OR (state IN ('acked', 'conflict')"
    " AND acked_epoch = (SELECT value FROM meta WHERE name = 'epoch'))) ORDER BY n"
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An image and the row it makes where this seat has nothing to add; ``why`` it makes none."""

    image: Image
    row: tuple[Any, ...] = ()
    base: str = ""
    why: str = ""


def prepare(images: Iterable[Image]) -> list[Prepared]:
    """Do what needs no file: to be called before the file is taken, for the window may want it meanwhile."""
    newest: dict[tuple[str, Id], Image] = {}
    for image in images:
        known = newest.get((image.kind, image.record))
        if known is None or known.version < image.version:
            newest[image.kind, image.record] = image
    return [_prepared(image, {}) for image in newest.values()]


def _prepared(image: Image, own: rows.Body) -> Prepared:
    base, body = _storable(image.body)
    kind = tables.KINDS.get(image.kind)
    if kind is None:
        return Prepared(image, base=base, why="kind")
    try:
        row = rows.row_of_image(kind.shape, image.record, rows.patched(body, own) if own else body)
    except rows.BodyBroken as broken:
        return Prepared(image, base=base, why=broken.code)
    return Prepared(image, row, base)


def _storable(body: rows.Body) -> tuple[str, rows.Body]:
    """Return the body as text and as it can be stored; nearly always that is as it came."""
    text = rows.text_of(body)
    if text.isprintable() and "\\u0000" not in text:
        return text, body
    body = rows.storable(body)
    return rows.text_of(body), body


def apply(connection: sa.Connection, prepared: Iterable[Prepared]) -> list[Image]:
    """Write those newer than what is here; return them."""
    by_kind: dict[str, list[Prepared]] = {}
    for one in prepared:
        by_kind.setdefault(one.image.kind, []).append(one)
    taken: list[Image] = []
    for name, of_kind in by_kind.items():
        kind = tables.KINDS.get(name)
        if kind is None:
            _keep_aside(connection, of_kind)
        else:
            taken += _take(connection, kind, of_kind)
    return taken


def image_of(row: Any) -> Image:
    """Return an image kept aside as it was."""
    return Image(row.kind, Id(row.record), row.version, json.loads(row.body), Cursor(), settled=False)


def _take(connection: sa.Connection, kind: Kind, images: Sequence[Prepared]) -> list[Image]:
    here = _versions(connection, kind, tuple(one.image.record for one in images))
    fresh = [one for one in images if one.image.version > here.get(one.image.record, 0)]
    own = _own_patches(connection, [one.image for one in fresh])
    fresh = [_prepared(one.image, own[one.image.record]) if one.image.record in own else one for one in fresh]
    whole = [one for one in fresh if not one.why]
    if whole:
        connection.exec_driver_sql(kind.take, [(*one.row, one.image.version, one.base) for one in whole])
        _no_longer_aside(connection, [one.image for one in whole])
        if kind is tables.CUSTOMERS:
            at = kind.shape.columns.index("phones")
            keep_phones(connection, [(one.image.record, json.loads(one.row[at])) for one in whole])
    _keep_aside(connection, [one for one in fresh if one.why])
    return [one.image for one in whole]


def _versions(connection: sa.Connection, kind: Kind, ids: tuple[Id, ...]) -> dict[Id, int]:
    query = f'SELECT id, version FROM "{kind.table.name}" WHERE id IN (SELECT value FROM json_each(?))'  # noqa: S608
    return {Id(id): version for id, version in connection.exec_driver_sql(query, (json.dumps(ids),))}


def _own_patches(connection: sa.Connection, images: Sequence[Image]) -> dict[Id, rows.Body]:
    """Return what this seat changed and the images do not hold yet, by record, later ops on top.

    An op central has already taken counts until its image comes: else the change would blink away.
    """
    versions = {image.record: image.version for image in images}
    own: dict[Id, rows.Body] = {}
    for row in connection.exec_driver_sql(_OWN, (json.dumps(tuple(versions)),)):
        if row.state == "pending" or (row.version or 0) > versions[row.record]:
            own.setdefault(row.record, {}).update(_kept(row))
    return own


def _kept(row: Any) -> rows.Body:
    patch: rows.Body = json.loads(row.body)["patch"]
    lost = json.loads(row.result)["fields"] if row.state == "conflict" else ()
    return {name: value for name, value in patch.items() if name not in lost}


def _keep_aside(connection: sa.Connection, images: Sequence[Prepared]) -> None:
    if images:
        told = [(i.image.kind, i.image.record, i.image.version, i.base, i.why) for i in images]
        connection.exec_driver_sql(_KEEP_ASIDE, told)


def _no_longer_aside(connection: sa.Connection, images: Sequence[Image]) -> None:
    if connection.exec_driver_sql("SELECT 1 FROM inbox_skipped LIMIT 1").first():
        connection.exec_driver_sql(
            "DELETE FROM inbox_skipped WHERE kind = ? AND record = ?", [(i.kind, i.record) for i in images]
        )

"""What central had erased of a person is blotted out of this file too, and central told.

Rows and ops keep what the erasure says is kept; of an op that was sent its hash stays, for the chain.
What waits to leave goes as it is: nobody knows whether central has it already. It is cut there, and blotted
out once answered.
"""

import json
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.records.erasures import Erasure
from app.records.ids import Id
from app.store import rows, said, tables
from app.store.chain import hash_of
from app.store.changes import Changes
from app.store.door import Door
from app.store.likely import forget
from app.store.phones import keep_phones
from app.store.said import Said

_HEADER = ("e", "id", "base", "ep", "s", "sv", "at", "off", "doubtful", "decides", "sqlstate")
LATE = "erased"  # central's reason where it took an op only in part, for it is of an erased record
# Another central has heard nothing yet, nor of the install this file became.
_HEARD = (
    "(SELECT group_concat(value, ' ') FROM"
    " (SELECT value FROM meta WHERE name IN ('epoch', 'install') ORDER BY name))"
)
_UNTOLD = f"SELECT * FROM erasures WHERE told <> {_HEARD} ORDER BY id"  # noqa: S608 - words of our own
_TELL = f"UPDATE erasures SET told = {_HEARD} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
_LATE = f'SELECT op FROM outbox WHERE body_hash IS NULL AND result LIKE \'%"reason": "{LATE}"%\''  # noqa: S608
_IDS = "IN (SELECT value FROM json_each(?))"
_OPS = (
    "SELECT op, n, kind, body, void, result FROM outbox WHERE (record IN (SELECT value FROM json_each(?))"
    " OR op IN (SELECT value FROM json_each(?))) AND body_hash IS NULL AND state <> 'pending'"
)
_CUT = (
    "UPDATE outbox SET body = ?, void = ?, result = ?, body_hash = ?,"
    " closed_at = coalesce(closed_at, acked_at) WHERE op = ?"
)
_BATCH_OF_SLIPS = re.compile(r"P\w*(?:-\d+)+-\w-P\w*(?:-\d+)+-\w-(\d+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """What stays of a body of one kind, and what stands in place of a key no record can be without."""

    kept: frozenset[str]
    blank: Mapping[str, Any]

    def left(self, body: Mapping[str, Any]) -> rows.Body:
        return {
            name: self.blank.get(name, value)
            for name, value in body.items()
            if name in self.kept or name in self.blank
        }

    def left_of_op(self, op: Id, n: int, text: str) -> str:
        """Return an op's text with what may stay; without its salt nobody guesses from the hash what went."""
        told: Any = None
        with suppress(ValueError, RecursionError):  # a poisoned one
            told = json.loads(text)
        told = told if isinstance(told, dict) and isinstance(told.get("patch"), dict) else {"patch": {}}
        said = {"op": op, "n": n, "k": told.get("k", "void")}
        said |= {name: told[name] for name in _HEADER if name in told}
        if said["k"] == "void":
            said["why"] = LATE  # what it was may quote the value
        text = json.dumps(
            said | {"patch": self.left(told["patch"])}, ensure_ascii=False, separators=(",", ":")
        )
        return str(rows.storable(text))


class Erasures:
    def __init__(self, door: Door, changes: Changes, said: Said, path: Path) -> None:
        self._door, self._changes, self._said, self._path = door, changes, said, path

    def blot(self) -> list[Erasure]:
        """Erase here what central erased; return what central is to hear of: nothing of it is left."""
        with self._door.read() as connection:
            untold = [_erasure(row) for row in connection.exec_driver_sql(_UNTOLD)]
            late = connection.exec_driver_sql(_LATE).scalars().all() if untold else ()
        done, touched = [], set[str]()
        for erasure in untold:
            with self._door.write(background=True) as connection:
                blotter = _Blotter(connection, erasure)
                blotter.blot(late)
                if not blotter.is_waiting:
                    done.append(erasure)
            touched |= blotter.touched
        self._changes.publish(frozenset(touched))
        return done if done and self._clear(done) else []

    def told(self, known: Collection[str]) -> None:
        """Note which erasures central has heard of from here."""
        if known:
            with self._door.write(background=True) as connection:
                connection.exec_driver_sql(_TELL, (json.dumps(list(known)),))

    def _clear(self, done: list[Erasure]) -> bool:
        """Remove what lies beside the file, and empty its journal; False where that has to wait."""
        kinds = (kind for erasure in done for kind in erasure.kinds)
        slips = list(chain.from_iterable(kind["ids"] for kind in kinds if kind["kind"] == "slip"))
        query = f"SELECT number FROM slips WHERE id {_IDS}"  # noqa: S608 - words of our own
        with self._door.read() as connection:
            numbers = connection.exec_driver_sql(query, (json.dumps(slips),)).scalars().all()
        papers = self._path.with_name("slips").glob("*.pdf") if numbers else ()
        try:
            for paper in papers:
                if _may_show(paper.stem, numbers):
                    paper.unlink(missing_ok=True)
            for copy in self._path.parent.glob(f"{self._path.name}.*.old"):  # of before an upgrade
                copy.unlink(missing_ok=True)
        except OSError:  # open in another program
            return False
        self._said.settle()
        return self._door.empty_journal()


class _Blotter:
    """One erasure in one transaction; ``touched``: kinds that changed."""

    def __init__(self, connection: sa.Connection, erasure: Erasure) -> None:
        self._connection = connection
        self._rules = {k["kind"]: Rule(frozenset(k["kept"]), k["blank"]) for k in erasure.kinds}
        self._ids: dict[str, list[Id]] = {k["kind"]: k["ids"] for k in erasure.kinds if k["ids"]}
        self._all = json.dumps([id for ids in self._ids.values() for id in ids])
        self.touched: set[str] = set()

    def blot(self, late: Collection[str]) -> None:
        self._bytes()
        for kind in self._ids.keys() & tables.KINDS.keys():
            self._rows(tables.KINDS[kind])
        forget(self._connection, self._all)
        said.forget(self._connection, self._all)
        self._kept_aside()
        self._ops(late)
        if self._connection.exec_driver_sql(f"DELETE FROM drafts WHERE id {_IDS}", (self._all,)).rowcount:  # noqa: S608
            self.touched.add("draft")
        # What was typed of it and not said, as it lay beside the drafts once: "typed", its id, and more.
        typed = f"DELETE FROM settings WHERE name LIKE 'typed %' AND substr(name, 7, 36) {_IDS}"  # noqa: S608
        self._connection.exec_driver_sql(typed, (self._all,))
        notes = f"UPDATE seen_to SET note = '' WHERE op IN (SELECT op FROM outbox WHERE record {_IDS})"  # noqa: S608
        self._connection.exec_driver_sql(notes, (self._all,))

    @property
    def is_waiting(self) -> bool:
        query = f"SELECT 1 FROM outbox WHERE record {_IDS} AND +state = 'pending'"  # noqa: S608
        return self._connection.exec_driver_sql(query, (self._all,)).first() is not None

    def _rows(self, kind: tables.Kind) -> None:
        rule, told = self._rules[kind.name], (json.dumps(self._ids[kind.name]),)
        for row in self._connection.exec_driver_sql(tables.by_ids(kind, "*"), told).mappings().all():
            body = rows.body_of_row(kind.shape, row)
            left, _ = rows.row_of_image(kind.shape, row["id"], rule.left(body))
            if left != tuple(row[name] for name in kind.shape.columns):
                self._connection.exec_driver_sql(kind.put, left)
                self.touched.add(kind.name)
            if row["base"]:
                base = rows.text_of(rule.left(json.loads(row["base"])))
                query = f'UPDATE "{kind.table.name}" SET base = ? WHERE id = ?'  # noqa: S608
                self._connection.exec_driver_sql(query, (base, row["id"]))
            if kind is tables.CUSTOMERS:
                keep_phones(self._connection, [(row["id"], ())])

    def _bytes(self) -> None:
        """Let go of the bytes of attachments, but for those another one has too."""
        mine = f"SELECT sha FROM attachments WHERE id {_IDS}"  # noqa: S608
        others = f"SELECT sha FROM attachments WHERE id NOT {_IDS}"  # noqa: S608
        for table in ("pieces", "blobs"):
            query = f"DELETE FROM {table} WHERE sha IN ({mine}) AND sha NOT IN ({others})"  # noqa: S608
            self._connection.exec_driver_sql(query, (self._all, self._all))

    def _kept_aside(self) -> None:
        query = f"SELECT kind, record, body FROM inbox_skipped WHERE record {_IDS}"  # noqa: S608
        for kind, record, text in self._connection.exec_driver_sql(query, (self._all,)).all():
            try:
                left = rows.text_of(self._rules[kind].left(rows.body_of_text(text)))
            except (ValueError, KeyError, RecursionError):
                left = "{}"
            put = "UPDATE inbox_skipped SET body = ? WHERE kind = ? AND record = ?"
            self._connection.exec_driver_sql(put, (left, kind, record))

    def _ops(self, late: Collection[str]) -> None:
        found = self._connection.exec_driver_sql(_OPS, (self._all, json.dumps(list(late)))).all()
        for op, n, kind, body, void, result in found:
            if rule := self._rules.get(kind):
                told = {**json.loads(result), "reason": LATE} if void else json.loads(result)
                cut = (
                    rule.left_of_op(op, n, body),
                    rule.left_of_op(op, n, void) if void else None,
                    json.dumps(told, ensure_ascii=False),
                    hash_of(void or body),
                    op,
                )
                self._connection.exec_driver_sql(_CUT, cut)
                self.touched.add("outbox")


def _erasure(row: Any) -> Erasure:
    of = tables.ERASURES.shape
    made: Erasure = rows.record_of(of, row.id, rows.body_of_row(of, row._mapping))
    return made


def _may_show(stem: str, numbers: Collection[str]) -> bool:
    """Tell whether a kept PDF of this name may show one of these slips: of many only two are in the name."""
    many = _BATCH_OF_SLIPS.fullmatch(stem)
    return bool(many and int(many[1]) > 2) or any(number in stem for number in numbers)

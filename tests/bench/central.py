"""Central itself, asked by the driver alone: what merging, auditing and looking on cost there."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from uuid import uuid4

import psycopg

from app.central import embedded, people, schema
from app.records.ids import new_id
from tests.bench.figures import LEAST, Row, against

Connection = psycopg.Connection[Any]
OPS, BATCH, PAGE = 2_000, 200, 400
FEW, MANY = 10_000, 1_000_000  # rows of the feed
_HELLO = "SELECT epoch FROM api.hello_v2(%s, '', '', 'bench', 1, %s, 0, '')"
LISTENERS, PUSHING = 400, 2.5  # seconds
REPORTED = 100_000  # calls in the report
_FILL_RECORDS = (
    "INSERT INTO cc.record (tenant, kind, id, ver, body, fv)"
    " SELECT 1, 'call', gen_random_uuid(), 1, %s, '{}' FROM generate_series(1, %s)"
)
_FILL_TYPED = (
    "INSERT INTO typed_call SELECT r.id, r.ver, 0, r.body ->> 'a.name', 1, r.body ->> 'a.address', 1,"
    " r.body ->> 'a.request', r.body FROM cc.record r WHERE r.id = ANY (%s::uuid[])"
)
_FILL_FEED = (
    "INSERT INTO cc.change_log (tenant, xid, scope, kind, id, ver, img)"
    " SELECT 1, '3', 0, 'call', gen_random_uuid(), 1, %s FROM generate_series(1, %s)"
)


class _Raw:
    """A seat that speaks SQL, so that nothing of the program is measured."""

    def __init__(self, server: embedded.Server, enrolment: dict[str, Any]) -> None:
        self.connection = psycopg.connect(
            host=server.host, port=server.port, dbname=enrolment["database"],
            user=enrolment["login"], password=enrolment["password"], autocommit=True,
        )  # fmt: skip
        self.n, self._session = 0, str(uuid4())
        (self._epoch,) = self._ask(_HELLO, uuid4().hex, 0)[0]

    def ops(self, patches: list[tuple[str, dict[str, Any]]], base: int) -> list[str]:
        made = []
        for record, patch in patches:
            self.n += 1
            body = {
                "op": new_id(), "n": self.n, "k": "put", "e": "call", "id": record, "base": base,
                "ep": self._epoch, "s": self._session, "sv": 1, "at": "2026-11-22T01:00:00+00:00", "off": 0,
                "salt": uuid4().hex, "patch": patch,
            }  # fmt: skip
            made.append(json.dumps(body, ensure_ascii=False))
        return made

    def push(self, bodies: list[str]) -> None:
        for start in range(0, len(bodies), BATCH):
            self._ask("SELECT * FROM api.push_v1(%s, %b::text[])", self._epoch, bodies[start : start + BATCH])

    def rate_of_creations(self, seconds: float) -> float:
        """Push, and pulse after each batch, for so long; return creations a second."""
        spent, count = 0.0, 0
        while spent < seconds:
            bodies = self.ops([(new_id(), _call()) for _ in range(BATCH)], base=0)
            spent += _timed(self.push, bodies) + _timed(self._ask, "SELECT api.pulse_v1()")
            count += BATCH
        return count / spent

    def pull_all(self) -> int:
        xid, seq, count = "0", 0, 0
        while rows := self.pull(xid, seq):
            count += len(rows)
            xid, seq = rows[-1][4:6]
        return count

    def pull(self, xid: str, seq: int) -> list[Any]:
        query = (
            "SELECT kind, id, ver, img::text, xid, seq, settled FROM api.pull_v1(%s, %s::text::xid8, %s, %s)"
        )
        return self._ask(query, self._epoch, xid, seq, PAGE)

    def _ask(self, query: str, *values: Any) -> list[Any]:
        return self.connection.execute(query, values).fetchall()


def central(folder: Path) -> Iterator[Row]:
    server = embedded.start(folder / "central")
    with closing(psycopg.connect(server.url(), autocommit=True)) as admin:
        admin.execute(f"ALTER SYSTEM SET max_connections = {LISTENERS + 20}")
    server.stop("fast")
    server = embedded.start(folder / "central")
    try:
        with ExitStack() as stack:

            def made(database: str, *codes: str) -> tuple[Connection, list[_Raw], str]:
                engine = schema.engine(server.url(database))
                schema.init(engine, "清河燃气服务热线")
                with engine.begin() as connection:
                    seats = [people.add_seat(connection, code, server.host, server.port) for code in codes]
                    password = people.add_auditor(connection, f"bench{codes[0]}")
                engine.dispose()
                admin = stack.enter_context(closing(psycopg.connect(server.url(database), autocommit=True)))
                raws = [_Raw(server, seat) for seat in seats]
                for raw in raws:
                    stack.enter_context(closing(raw.connection))
                return admin, raws, password

            admin, (author, editor), password = made("postgres", "C01", "C02")
            admin.execute("CREATE DATABASE bench_few")
            auditor = psycopg.connect(
                host=server.host, port=server.port, dbname="postgres",
                user="audit_benchc01", password=password, autocommit=True,
            )  # fmt: skip
            stack.enter_context(closing(auditor))
            yield from _pushes(author, editor, admin)
            yield _pulses(author, server)
            yield from _rows_of_others(auditor, admin)
            few, (reader,), _ = made("bench_few", "C03")
            yield _long_feed([(reader, few, FEW), (author, admin, MANY)])
    finally:
        server.stop("immediate")


def _pushes(author: _Raw, editor: _Raw, admin: Connection) -> Iterator[Row]:
    admin.execute("CREATE TABLE bench_bare (id uuid PRIMARY KEY, body text)")
    admin.execute(Path(__file__).with_name("typed.sql").read_bytes())
    readings = []
    for _ in range(LEAST):
        ids = [new_id() for _ in range(OPS)]
        made = author.ops([(id, _call()) for id in ids], base=0)
        merges = editor.ops([(id, {"a.address": f"春晓路{i}号"}) for i, id in enumerate(ids)], base=1)
        admin.execute("TRUNCATE bench_bare")
        bare, created = _timed(_insert, admin, list(zip(ids, made, strict=True))), _timed(author.push, made)
        changed = author.ops([(id, {"a.name": "李四"}) for id in ids], base=1)
        author.push(changed)  # so that the editor's ops have something to merge with
        merged, again = _timed(editor.push, merges), _timed(editor.push, merges)
        admin.execute(_FILL_TYPED, [ids])
        typed = _timed(_push_typed, admin, merges)
        start = perf_counter()
        pulled = editor.pull_all()
        readings.append((bare, created, merged, typed, again, (perf_counter() - start) / pulled * OPS))
    bare, created, merged, typed, again, pulling = map(median, zip(*readings, strict=True))
    floor = OPS / bare
    yield against("creations at central", OPS / created, floor, unit="/s", at_least=0.3)
    yield against("merges at central, with audit", OPS / merged, floor, unit="/s", at_least=0.15)
    yield against(
        "merges of any kind, against typed ones", OPS / merged, OPS / typed, unit="/s", at_least=0.3
    )
    yield against("ops sent again", OPS / again, floor, unit="/s", at_least=0.5)
    yield against("pull on the wire", OPS / pulling, floor, unit="/s", at_least=2)


def _pulses(author: _Raw, server: embedded.Server) -> Row:
    """Creations while 400 seats wait to be told, at most once a second, and while nobody does."""
    with ExitStack() as stack:
        waiting = [
            stack.enter_context(closing(psycopg.connect(server.url(), autocommit=True)))
            for _ in range(LISTENERS)
        ]
        readings = []
        for _ in range(LEAST):
            rates = []
            for word in ("LISTEN zuoxi", "UNLISTEN *"):
                for connection in waiting:
                    connection.execute(word)
                rates.append(author.rate_of_creations(PUSHING))
            readings.append(rates)
    told, untold = map(median, zip(*readings, strict=True))
    return against(f"creations, {LISTENERS} seats told each second", told, untold, unit="/s", at_least=0.9)


def _rows_of_others(auditor: Connection, admin: Connection) -> Iterator[Row]:
    """What a policy costs that asks once a statement, against the same view with the words in it."""
    admin.execute(_FILL_RECORDS, (json.dumps(_call()), REPORTED))
    admin.execute("VACUUM ANALYZE cc.record")
    view = admin.execute("SELECT pg_get_viewdef('report.calls'::regclass)").fetchall()[0][0]
    worded = view.replace("WHERE", "WHERE tenant = 1 AND scope = ANY ('{0}') AND", 1)
    admin.execute(f"CREATE VIEW report.worded WITH (security_barrier = true) AS {worded}")
    for reader in (auditor, admin):
        reader.execute("SET max_parallel_workers_per_gather = 0")  # two cores, and others at work on them
    count = "SELECT count(*) FROM report."
    readings = [
        (_timed(auditor.execute, f"{count}calls"), _timed(admin.execute, f"{count}worded"))
        for _ in range(4 * LEAST)
    ]
    policy, words = map(median, zip(*readings, strict=True))
    yield against("a report under row security", policy * 1000, words * 1000, unit="ms", at_most=1.1)


def _long_feed(feeds: list[tuple[_Raw, Connection, int]]) -> Row:
    """The last page of a short feed and of a long one, read in turn."""
    image, asked = json.dumps(_call()), []
    for seat, admin, rows in feeds:
        admin.execute("TRUNCATE cc.change_log")
        admin.execute(_FILL_FEED, (image, rows))
        admin.execute("VACUUM ANALYZE cc.change_log")
        query = "SELECT seq FROM cc.change_log ORDER BY seq DESC OFFSET %s LIMIT 1"
        asked.append((seat, admin.execute(query, (PAGE,)).fetchall()[0][0]))
    readings = [[_timed(seat.pull, "3", last) for seat, last in asked] for _ in range(40 * LEAST)]
    few, many = map(median, zip(*readings, strict=True))
    return against("a page of the feed, 10 k to 1 M rows", many * 1000, few * 1000, unit="ms", at_most=1.2)


def _call() -> dict[str, Any]:
    return {
        "number": "LC01-00001-X", "channel": "phone", "form": "gas_repair", "form_version": 1,
        "started_at": "2026-11-22T01:00:00.000000+00:00", "saved_at": "2026-11-22T01:01:00.000000+00:00",
        "first_taker": "a", "handler": "a", "owes": False, "a.name": "王小明", "a.phone": "+8613800001234",
        "a.address": "滨江区春晓路88号", "a.category": "stove", "a.solved": "unsolved",
        "a.request": "灶具打不着火，换过电池，旋钮按下去有声音但是没有火。",
    }  # fmt: skip


def _insert(admin: Connection, rows: list[tuple[str, str]]) -> None:
    with admin.cursor() as cursor:
        for start in range(0, len(rows), BATCH):
            with admin.transaction():
                cursor.executemany("INSERT INTO bench_bare VALUES (%s, %s)", rows[start : start + BATCH])


def _push_typed(admin: Connection, bodies: list[str]) -> None:
    for start in range(0, len(bodies), BATCH):
        admin.execute("SELECT * FROM typed_push(1, %b::text[])", [bodies[start : start + BATCH]]).fetchall()


def _timed(act: Any, *given: Any) -> float:
    start = perf_counter()
    act(*given)
    return perf_counter() - start

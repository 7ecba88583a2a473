"""To central and back: ten thousand calls from one encrypted file to another, against the driver alone."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import psycopg

from app.central import embedded, people, schema
from app.records.accounts import Role, Session
from app.records.calls import Call
from app.records.ids import Id, new_id
from app.records.ops import Cursor, Page
from app.store.engine import create, open_engines
from app.store.store import Store
from app.sync.port import Central
from app.sync.postgres import Address, PostgresCentral
from app.sync.round import run_round
from tests.bench import seat
from tests.bench.figures import LEAST, Row, against, alone

CALLS, BATCH = 10_000, 200
_LAST_CALLS = (
    "SELECT kind, id, ver, img::text, xid::text, seq FROM cc.change_log WHERE kind = 'call'"
    f" ORDER BY xid DESC, seq DESC LIMIT {CALLS}"
)
PAST = 300_000
_PAST = f"""
INSERT INTO cc.record (tenant, kind, id, ver, body, fv)
SELECT 1, 'call', (left(ms, 8) || '-' || right(ms, 4) || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1,
  (SELECT body FROM cc.record WHERE kind = 'call' LIMIT 1), '{{}}'
FROM (
  SELECT n, lpad(to_hex((extract(epoch FROM %s::timestamptz) * 1000 - n * {300 * 86_400_000 / PAST})::bigint),
    12, '0') AS ms
  FROM generate_series(1, {PAST}) AS n) AS past
"""
_KEY = bytes(range(32))
_AGENT = Id("0192f0c1-2d3e-7abc-8def-0123456789ab")


def road(folder: Path) -> Iterator[Row]:
    server = embedded.start(folder / "central")
    try:
        engine = schema.engine(server.url())
        schema.init(engine, "清河燃气服务热线")
        with engine.begin() as connection:
            here, there, newcomer = (
                people.add_seat(connection, code, server.host, server.port) for code in ("B01", "B02", "B03")
            )
        engine.dispose()
        with closing(psycopg.connect(server.url())) as raw:
            pushed, out, pulled, back = _there_and_back(folder, here, there, raw)
            yield against("push of 10 k calls", CALLS / pushed, CALLS / out, unit="/s", at_least=0.15)
            yield against("pull of 10 k calls", CALLS / pulled, CALLS / back, unit="/s", at_least=0.2)
            yield _first_sync(folder, newcomer, raw)
    finally:
        server.stop("immediate")


def _first_sync(folder: Path, enrolment: Any, raw: psycopg.Connection[Any]) -> Row:
    """A new seat at a centre of 300 k records, of 300 days: the seconds until the newest 30 are here."""
    raw.execute(_PAST, (seat.now(),))
    raw.commit()
    store, central = _seat(folder, enrolment)
    try:
        seconds = _timed(run_round, store, central)
        assert store.count(Call) >= PAST // 10
        while not store.feed.filling().is_done:
            run_round(store, central)
        assert store.count(Call) >= PAST
    finally:
        central.close()
        store.close()
    return alone("first sync, 300 k records: able to work", seconds, unit="s", at_most=30)


class _NothingBack:
    """A road with one way: what comes back is not wanted while the way out is measured."""

    def __init__(self, central: Central) -> None:
        self.hello, self.push = central.hello, central.push
        self.pulse, self.close = central.pulse, central.close

    def pull(self, epoch: str, after: Cursor, limit: int) -> Page:
        return Page((), more=False)

    def fill(self, epoch: str, kind: str, before: Id | None, limit: int) -> Page:
        return Page((), more=False)


def _there_and_back(
    folder: Path, here: Any, there: Any, raw: psycopg.Connection[Any]
) -> tuple[float, float, float, float]:
    """Return the seconds of a push, of the driver's way out, of a pull, and of the driver's way back, each
    read in turn: the disk is quick at one time and slow at another."""
    out, out_road = _seat(folder, here)
    back, back_road = _seat(folder, there)
    raw.execute("CREATE TABLE bench_out (id uuid PRIMARY KEY, body text)")
    raw.execute(
        "CREATE TABLE bench_back (kind text, id uuid PRIMARY KEY, ver int, img text, xid text, seq bigint)"
    )
    raw.commit()
    readings = []
    try:
        for _ in range(LEAST):
            _take_calls(out)
            ops = [(op.id, op.body) for op in out.outbox.waiting(2 * CALLS)]
            raw.execute("TRUNCATE bench_out, bench_back")
            raw.commit()
            pushed, sent = _timed(run_round, out, _NothingBack(out_road)), _timed(_insert, raw, ops)
            pulled, copied = _timed(run_round, back, back_road), _timed(_copy, raw)
            readings.append((pushed, sent, pulled, copied))
        assert back.count(Call) == LEAST * CALLS
    finally:
        for central, store in ((out_road, out), (back_road, back)):
            central.close()
            store.close()
    pushed, sent, pulled, copied = map(median, zip(*readings, strict=True))
    return pushed, sent, pulled, copied


def _seat(folder: Path, enrolment: Any) -> tuple[Store, PostgresCentral]:
    install, path = new_id(), folder / f"{enrolment['seat']}.db"
    create(path, _KEY, install=install, seat_code=enrolment["seat"], generation=1)
    session = Session(new_id(), _AGENT, Role.AGENT, install, seat.now())
    store = Store(open_engines(path, _KEY), session, seat.now)
    address = Address(enrolment["host"], enrolment["port"], enrolment["database"])
    return store, PostgresCentral(address, enrolment["login"], enrolment["password"])


def _take_calls(store: Store) -> None:
    for start in range(0, CALLS, BATCH):
        with store.write() as to:
            for n in range(start, start + BATCH):
                at = seat.now()
                answers = {
                    "name": "王小明", "phone": f"+86{seat.phone_of(n)}", "category": "stove",
                    "address": f"滨江区春晓路{n % 900 + 1}号{n % 30 + 1}幢", "solved": "unsolved",
                    "request": "灶具打不着火，换过电池，旋钮按下去有声音但是没有火。",
                }  # fmt: skip
                number = to.number(Call.prefix)
                to.put(
                    Call(new_id(), number, "phone", "gas_repair", 1, at, at, _AGENT, _AGENT, answers=answers)
                )


# The floors: the same bytes brought safely to disk in the same batches by the driver alone.


def _insert(raw: psycopg.Connection[Any], rows: list[tuple[Id, str]]) -> None:
    with raw.cursor() as cursor:
        for start in range(0, len(rows), BATCH):
            cursor.executemany("INSERT INTO bench_out VALUES (%s, %s)", rows[start : start + BATCH])
            raw.commit()


def _copy(raw: psycopg.Connection[Any]) -> None:
    """COPY out of central what the pull just brought, and COPY it into a table."""
    with raw.cursor() as cursor:
        with cursor.copy(f"COPY ({_LAST_CALLS}) TO STDOUT") as copy:
            rows = list(copy.rows())
        for start in range(0, CALLS, BATCH):
            with cursor.copy("COPY bench_back FROM STDIN") as copy:
                for row in rows[start : start + BATCH]:
                    copy.write_row(row)
            raw.commit()
    assert len(rows) == CALLS


def _timed(act: Callable[..., object], *given: Any) -> float:
    start = perf_counter()
    act(*given)
    return perf_counter() - start

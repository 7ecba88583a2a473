"""The morning after an outage: hundreds of seats come back at once, each with a queue; others work on."""

import asyncio
import json
import os
import random
import threading
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from statistics import quantiles
from time import perf_counter
from uuid import uuid4

import psycopg

from app.records.ids import new_id
from app.records.ops import Cursor
from app.sync.pace import Pace, poll_in, retry_in
from app.sync.postgres import Address, PostgresCentral
from app.sync.round import BATCH, PAGE
from tests.central import rig

CONNECTIONS = 700  # as the help for administrators says
_HELLO = "SELECT epoch, last_n FROM api.hello_v2(%s, '', '', 'morning', 1, %s, 0, '')"
_PUSH = "SELECT op, status, ver, fields, reason FROM api.push_v1(%s, %b::text[])"
_PULL = "SELECT kind, id, ver, img::text, xid, seq, settled FROM api.pull_v1(%s, %s::text::xid8, %s, %s)"


@dataclass(frozen=True)
class Size:
    """``ops``: that wait in all of the seats together. ``interactive``: seats that were there all along."""

    seats: int = 300
    ops: int = 100_000
    interactive: int = 10


@dataclass
class Seen:
    """What the seats saw; times in seconds. ``impatient``: logins given up, to come again."""

    logins: list[float] = field(default_factory=list)
    pulls: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    refused: Counter = field(default_factory=Counter)
    impatient: int = 0


class Morning:
    def __init__(self, server, size: Size, *, seed: int) -> None:
        self._server, self._size = server, size
        self._dice = random.Random(seed)  # noqa: S311 - the same morning each time
        self._seen, self._left, self._over = Seen(), size.seats, threading.Event()

    def run(self) -> dict:
        self._make_ready()
        self.place = rig.Place(self._server)
        try:
            queues = self._queues()
            readers = [threading.Thread(target=self._work, args=(self.place.enrol(),))
                       for _ in range(self._size.interactive)]  # fmt: skip
            for reader in readers:
                reader.start()
            self._start = perf_counter()
            try:
                asyncio.run(self._come(queues))
            finally:
                self._over.set()
                for reader in readers:
                    reader.join()
            return self._figures()
        finally:
            self.place.drop()

    def _make_ready(self) -> None:
        """As a centre would: so many connections, a password that costs, and what is committed is on disk."""
        with closing(psycopg.connect(self._server.url(), autocommit=True)) as admin:
            admin.execute(f"ALTER SYSTEM SET max_connections = {CONNECTIONS}")
            admin.execute("ALTER SYSTEM RESET fsync")
            admin.execute("ALTER SYSTEM RESET scram_iterations")
        self._server.stop()
        self._server.start()
        # Seats have computers of their own: here they shall not wait for central's processors.
        with suppress(AttributeError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, 0, -15)

    # -- those that come back --

    def _queues(self) -> list[tuple[dict, list[str]]]:
        each = self._size.ops // self._size.seats
        more = self._size.ops % self._size.seats
        return [(self.place.enrol(), _queue(each + (i < more))) for i in range(self._size.seats)]

    async def _come(self, queues) -> None:
        await asyncio.gather(*(self._come_back(enrolment, ops) for enrolment, ops in queues))

    async def _come_back(self, enrolment: dict, ops: list[str]) -> None:
        """Say all, then read what the others say until all have said theirs."""
        failures, heard, install = 1, False, uuid4().hex
        while True:
            await asyncio.sleep(retry_in(failures, self._dice.random()))
            try:
                async with await self._login(enrolment, install) as connection:
                    ((epoch, last_n),) = await _asked(connection, _HELLO, install, len(ops))
                    for start in range(last_n, len(ops), BATCH):
                        await connection.execute(_PUSH, (epoch, ops[start : start + BATCH]))
                    if not heard:
                        heard, self._left = True, self._left - 1
                        self._drained = perf_counter() - self._start
                    await self._read_on(connection, epoch)
                return
            except psycopg.errors.ConnectionTimeout:
                self._seen.impatient += 1
                failures += 1
            except psycopg.Error as error:
                self._seen.refused[str(error)[:90]] += 1
                failures += 1

    async def _login(self, enrolment: dict, install: str):
        start = perf_counter()
        connection = await psycopg.AsyncConnection.connect(
            host=self._server.host, port=self._server.port, dbname=self.place.database, autocommit=True,
            user=enrolment["login"], password=enrolment["password"], connect_timeout=5,
            options=f"-c statement_timeout=20000 -c zuoxi.install={install}", prepare_threshold=None,
        )  # fmt: skip
        self._seen.logins.append(perf_counter() - start)
        return connection

    async def _read_on(self, connection, epoch: str) -> None:
        xid, seq = "0", 0
        while self._left:
            page = await _asked(connection, _PULL, epoch, xid, seq, PAGE)
            firm = [row for row in page if row[6]]
            if firm:
                *_, xid, seq, _ = firm[-1]
            if len(page) < PAGE or not firm:
                await asyncio.sleep(poll_in(Pace.ACTIVE, self._dice.random()))

    # -- those that were there --

    def _work(self, enrolment: dict) -> None:
        """Save now and then, and look for news as a seat does where somebody works."""
        install, at, n, dice = uuid4().hex, Cursor(), 0, random.Random(enrolment["login"])  # noqa: S311
        road = PostgresCentral(
            Address(self._server.host, self._server.port, self.place.database),
            enrolment["login"], enrolment["password"],
        )  # fmt: skip
        road._install = install
        epoch, _ = road._rows(_HELLO, (install, 0))[0]
        while not self._over.is_set():
            n += 1
            self._timed(self._seen.saves, road.push, epoch, [_op(n, new_id(), rig.a_call())])
            more = True
            while more and not self._over.is_set():
                page = self._timed(self._seen.pulls, road.pull, epoch, at, PAGE)
                settled = [image.at for image in page.images if image.settled] if page else []
                at, more = (settled[-1], page.more) if settled else (at, False)
            self._over.wait(poll_in(Pace.ACTIVE, dice.random()))
        road.close()

    def _timed(self, times: list[float], ask, *words):
        start = perf_counter()
        told = ask(*words)
        times.append(perf_counter() - start)
        return told

    # -- the reckoning --

    def _figures(self) -> dict:
        seen = self._seen
        taken = self.place.rows("SELECT count(*) AS c FROM cc.op_log")[0]["c"]
        return {
            "drained_seconds": round(self._drained, 1),
            "logins": len(seen.logins),
            "lost": self._size.ops + len(seen.saves) - taken,
            "refused": dict(seen.refused),
            "impatient": seen.impatient,
            "login_p99": _p99(seen.logins),
            "pulls": len(seen.pulls),
            "pull_p50": round(sorted(seen.pulls)[len(seen.pulls) // 2], 3),
            "pull_p99": _p99(seen.pulls),
            "pull_worst": round(max(seen.pulls), 3),
            "saves": len(seen.saves),
            "save_p99": _p99(seen.saves),
        }


async def _asked(connection, query: str, *values) -> list:
    return await (await connection.execute(query, values)).fetchall()


def _queue(count: int) -> list[str]:
    """A call taken, then changed twice: what a seat writes on a day alone."""
    ops, call = [], ""
    for n in range(1, count + 1):
        if n % 3 == 1:
            call = new_id()
        change = {"a.note": f"第 {n} 句", "saved_at": f"2026-11-22T02:{n:06d}"}
        ops.append(_op(n, call, rig.a_call() if n % 3 == 1 else change))
    return ops


def _op(n: int, record: str, patch: dict) -> str:
    told = {
        "op": new_id(), "n": n, "k": "put", "e": "call", "id": record, "base": 0, "ep": "", "s": str(uuid4()),
        "sv": 1, "at": "2026-11-22T01:00:00+00:00", "off": 0, "salt": uuid4().hex, "patch": patch,
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _p99(times: list[float]) -> float:
    return round(quantiles(times, n=100)[98], 3)

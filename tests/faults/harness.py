"""One run: seats at work while everything goes wrong, then peace, then the reckoning."""

import asyncio
import random
import tempfile
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from uuid import uuid4

import psycopg

from app.central import lineage, schema
from app.records.accounts import Role
from app.store import slots
from tests.central import rig
from tests.faults import checks, mutants
from tests.faults.seats import Died, Nursery, Seat
from tests.faults.wires import FAULTS, Wire

PATIENCE, CALM = 1.5, 30.0  # seconds a seat waits for central's answer, in the storm and after it
RETRY = 0.3
HEALED_WITHIN = 10.0
AT_ONCE = 16  # seats that do something at the same moment: some of them wait, for an answer or their turn
QUESTIONS = (b"push_v1",) * 6 + (b"pull_v1",) * 2 + (b"hello_v",)


@dataclass(frozen=True)
class Size:
    """``burst``: ops between two faults, more or less. ``hot``: so many newest records all have a hand in.
    ``departments``: so many share the seats, none of which sees what another's write.
    """

    seats: int
    ops: int
    restores: int = 0
    restarts: int = 3
    burst: int = 17
    hot: int = 12
    departments: int = 4


class Run:
    def __init__(self, server, size: Size, *, seed: int, mutant: str | None = None) -> None:
        self._server, self._size = server, size
        self._mutant = mutants.MUTANTS[mutant] if mutant else None
        self._dice = random.Random(seed)  # noqa: S311 - the same storm each time
        self._seats: list[Seat] = []
        self._busy = asyncio.Semaphore(AT_ONCE)
        self.faults: Counter[str] = Counter()
        self.periods: list[tuple[str, dict]] = []  # each epoch, and the versions it began with

    def run(self) -> dict:
        start = monotonic()
        shm = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
        with tempfile.TemporaryDirectory(prefix="zuoxi-faults-", dir=shm if shm.is_dir() else None) as folder:
            self.place = rig.Place(self._server)
            try:
                figures = asyncio.run(self._run(Path(folder)))
            finally:
                self.place.drop()
        return figures | {"seconds": round(monotonic() - start, 1)}

    async def _run(self, folder: Path) -> dict:
        if self._mutant:
            self._mutant.patch_central(self.place)
        self.periods.append((self._epoch(), {}))
        nursery = Nursery(folder, self._mutant.name if self._mutant else "")
        await nursery.open()
        try:
            for number in range(self._size.seats):
                department = number % self._size.departments + 1
                seat = await seat_at(self.place, nursery, folder, department, is_lead=number % 5 == 0)
                seat.words["hot"] = self._size.hot
                self._seats.append(seat)
            weather = asyncio.create_task(self._weather())
            await asyncio.gather(*map(self._live, self._seats))
            await weather
            healed = await self._heal()
            looks = await asyncio.gather(*(seat.ask("look") for seat in self._seats))
        finally:
            for seat in self._seats:
                await seat.end()
                await seat.wire.close()
            await nursery.close()
        for seat in self._seats:
            self.faults += seat.faults
        figures = checks.figures(self.place, self._seats, looks, self.periods)
        faults = {"total": self.faults.total(), **dict(sorted(self.faults.items()))}
        figures["stuck"] += healed > HEALED_WITHIN
        return figures | {"faults": faults, "heal_seconds": round(healed, 2)}

    # -- the storm --

    async def _live(self, seat: Seat) -> None:
        dice = random.Random(self._dice.random())  # noqa: S311
        acts = (
            (4, self._killed), (3, self._killed_writing), (3, self._killed_answered),
            (2, self._killed_reading), (8, self._cut), (1, self._twice),
            (2, self._offline), (0.5, self._calm),
        )  # fmt: skip
        while seat.n < self._size.ops:
            (_, act) = dice.choices(acts, [weight for weight, _ in acts])[0]
            async with self._busy:
                with suppress(Died):
                    await act(seat, dice)
                seat.wire.mend()
        while any(other.n < self._size.ops for other in self._seats):  # nothing more to say, but to hear
            await asyncio.sleep(0.2)
            if dice.random() < 0.1:
                async with self._busy:
                    with suppress(Died):
                        await self._round(seat)

    async def _work(self, seat: Seat, dice: random.Random, **words) -> None:
        ops = min(
            dice.randint(self._size.burst // 3, self._size.burst * 5 // 3), max(self._size.ops - seat.n, 1)
        )
        poison = dice.choice((1, 1, 4)) if dice.random() < 0.12 else 0
        await seat.ask("work", ops=ops, seed=str(dice.random()), poison=poison, **words)
        seat.faults["poison"] += poison

    async def _round(self, seat: Seat, **words) -> dict:
        told = await seat.ask("round", patience=PATIENCE, **words)
        if "trouble" in told and not seat.wire.off:
            await asyncio.sleep(RETRY)  # else all the work would be done while central is down
        return told

    async def _calm(self, seat: Seat, dice: random.Random) -> None:
        await self._work(seat, dice)
        await self._round(seat)

    async def _killed(self, seat: Seat, dice: random.Random) -> None:
        """At any moment."""
        process = await seat.process()
        life = asyncio.create_task(self._calm(seat, dice))
        await asyncio.wait([life], timeout=dice.random() ** 2 * 0.4)
        process.kill()
        seat.faults["kill"] += 1
        await asyncio.wait([life])
        seat._process = None
        if life.exception() is None:
            process.leave()
        elif not isinstance(life.exception(), Died):
            raise life.exception()

    async def _killed_writing(self, seat: Seat, dice: random.Random) -> None:
        await self._doomed(self._work(seat, dice, die_at=dice.randint(1, 60)), seat, "kill_writing")

    async def _killed_answered(self, seat: Seat, dice: random.Random) -> None:
        """Between central's COMMIT and the note of it."""
        await self._work(seat, dice)
        await self._doomed(self._round(seat, die_with_answer=True), seat, "kill_answered")

    async def _killed_reading(self, seat: Seat, dice: random.Random) -> None:
        """At some statement of a round: while answers are noted, or in the middle of a page."""
        await self._work(seat, dice)
        await self._doomed(self._round(seat, die_at=dice.randint(1, 14)), seat, "kill_reading")

    async def _doomed(self, life, seat: Seat, kind: str) -> None:
        try:
            await life
        except Died:
            seat.faults[kind] += 1

    async def _cut(self, seat: Seat, dice: random.Random) -> None:
        fault = dice.choices(FAULTS, (3, 3, 3, 3, 1, 5))[0]
        await self._work(seat, dice)
        seat.wire.arm(fault, dice.choice(QUESTIONS), dice.random() * 0.03 if fault == "delay" else 0.0)
        await self._round(seat)
        seat.faults[fault] += seat.wire.sprung

    async def _twice(self, seat: Seat, dice: random.Random) -> None:
        """Two processes of one seat send the same ops at once."""
        await self._work(seat, dice)
        other = await seat.another()
        try:
            both = (self._round(seat), seat.ask("round", process=other, patience=PATIENCE))
            await asyncio.gather(*both, return_exceptions=True)
            seat.faults["twice"] += 1
        finally:
            other.kill()
            other.leave()

    async def _offline(self, seat: Seat, dice: random.Random) -> None:
        seat.wire.off = True
        seat.wire.drop()
        try:
            for _ in range(2):
                await self._work(seat, dice)
                await self._round(seat)
            seat.faults["offline"] += 1
        finally:
            seat.wire.off = False

    # -- central's own troubles --

    async def _weather(self) -> None:
        """Pull central's plug now and then; put older backups of it back in between."""
        restarts = self._size.restarts
        events = [((i + 1) / (restarts + 1), self._restart) for i in range(restarts)]
        for i in range(self._size.restores):
            events.append(((i + 0.6) / (self._size.restores + 1), self._back_up))
            events.append(((i + 1) / (self._size.restores + 1), self._restore))
        for moment, event in sorted(events, key=lambda e: e[0]):
            while sum(seat.n for seat in self._seats) < moment * self._size.seats * self._size.ops * 0.95:
                await asyncio.sleep(0.02)
            await event()

    async def _restart(self) -> None:
        await asyncio.to_thread(self._server.stop, "immediate")
        await asyncio.to_thread(self._server.start)
        self.faults["restart"] += 1

    async def _back_up(self) -> None:
        await asyncio.to_thread(copy, self.place, f"{self.place.database}_backup", self.place.database)

    async def _restore(self) -> None:
        await asyncio.to_thread(put_back, self.place, f"{self.place.database}_backup")
        versions = {
            (r["kind"], str(r["id"])): r["ver"]
            for r in self.place.rows("SELECT kind, id, ver FROM cc.record")
        }
        self.periods.append((self._epoch(), versions))
        self.faults["restore"] += 1

    def _epoch(self) -> str:
        return str(self.place.rows("SELECT epoch FROM cc.epoch")[0]["epoch"])

    # -- peace --

    async def _heal(self) -> float:
        """Let every seat run rounds until none has anything to say or to hear; return how long it took."""
        for seat in self._seats:
            await seat.process()
        start = monotonic()
        quiet = False
        while not quiet and monotonic() - start < 3 * HEALED_WITHIN:
            done = await asyncio.gather(*(seat.ask("round", patience=CALM) for seat in self._seats))
            quiet = all(one.get("pushed") == 0 == one.get("pulled") for one in done)
        return monotonic() - start


async def seat_at(place, nursery: Nursery, folder: Path, scope: int, *, is_lead: bool = False) -> Seat:
    """Enrol a seat; a lead's word counts more, for central itself has seen their password."""
    wire = Wire(place.server.host, place.server.port)
    enrolment, install = place.enrol(), uuid4().hex
    place.rows("UPDATE cc.seat SET scopes = %s WHERE login = %s RETURNING 1", [scope, 0], enrolment["login"])
    words = {
        "code": enrolment["seat"], "install": install, "login": enrolment["login"], "port": await wire.open(),
        "password": enrolment["password"], "database": place.database, "signed_in": is_lead, "hot": 1,
        "session": sign_in(place, Role.LEAD, install) if is_lead else str(uuid4()),
    }  # fmt: skip
    return Seat(nursery, wire, folder / f"{enrolment['seat']}.db", words, scope)


def sign_in(place, role: Role, install: str) -> str:
    """Open a session over an agent's own login; return its id."""
    new_pair = slots.new_pair
    slots.new_pair = lambda password: new_pair(password, rig.CHEAP)
    try:
        _, no = place.agent(role)
    finally:
        slots.new_pair = new_pair
    with closing(place.login(f"agent_{no}", rig.PASSWORD)) as door:
        (session,) = door.execute("SELECT session FROM api.sign_in_v1(%s)", (install,)).fetchone()
    return session["id"]


def copy(place, to: str, source: str) -> None:
    """Put a copy of one database in the place of another, whoever is connected."""
    with closing(psycopg.connect(place.server.url(), autocommit=True)) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{to}" WITH (FORCE)')
        admin.execute(f'ALTER DATABASE "{source}" ALLOW_CONNECTIONS false')
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (source,))
        admin.execute(f'CREATE DATABASE "{to}" TEMPLATE "{source}"')
        admin.execute(f'ALTER DATABASE "{source}" ALLOW_CONNECTIONS true')


def put_back(place, backup: str) -> None:
    """Let a copy of *backup* take central's place, made ready as the runbook says before anybody comes in."""
    fresh = f"{backup}_fresh"
    copy(place, fresh, backup)
    engine = schema.engine(place.server.url(fresh))
    schema.init(engine, "某市热线")  # rights on a database are not copied
    with engine.begin() as connection:
        lineage.after_restore(connection)
    engine.dispose()
    with closing(psycopg.connect(place.server.url(), autocommit=True)) as admin:
        admin.execute(f'DROP DATABASE "{place.database}" WITH (FORCE)')
        admin.execute(f'ALTER DATABASE "{fresh}" RENAME TO "{place.database}"')

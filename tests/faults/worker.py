"""A seat as a process of its own: does what it is told, line by line, and dies where it is told to."""

import hashlib
import json
import os
import random
import signal
import socket
import traceback
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import psycopg  # noqa: F401 - before the fork: every seat would import it anew
import sqlalchemy as sa

from app.records.accounts import Role, Session
from app.records.ids import Id
from app.store import tables
from app.store.engine import StoreRefused, create, open_engines
from app.store.store import Store
from app.sync.port import CentralTrouble
from app.sync.postgres import Address, PostgresCentral
from app.sync.round import run_round
from tests.faults.actions import Hands
from tests.sync.rig import KEY

SINCE = "2026-11-22T08:00:00.000000+00:00"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Doom:
    """Strikes before the statement (a commit is one) that is due."""

    def __init__(self, engine: sa.Engine, strike=die) -> None:
        self.left, self.passed, self._strike = 0, 0, strike
        sa.event.listen(engine, "before_cursor_execute", self._pass)
        sa.event.listen(engine, "commit", self._pass)

    def _pass(self, *_) -> None:
        self.passed += 1
        if self.left:
            self.left -= 1
            if not self.left:
                self._strike()


class Fatal:
    """The real road; whoever walks it dies with central's answer to a push in hand."""

    def __init__(self, central) -> None:
        self._central = central

    def __getattr__(self, name):
        return getattr(self._central, name)

    def push(self, epoch, bodies):
        self._central.push(epoch, bodies)
        die()


class Seat:
    def __init__(self, file: str, seat: dict) -> None:
        self.path = Path(file)
        if not self.path.exists():
            create(self.path, KEY, install=seat["install"], seat_code=seat["code"], generation=1)
        agent = Id("0192f0c1-2d3e-7abc-8def-0123456789ab")
        since = datetime.fromisoformat(SINCE)
        self.session = Session(Id(seat["session"]), agent, Role.AGENT, seat["install"], since)
        engines = open_engines(self.path, KEY)
        self.doom = Doom(engines.write)
        self.ahead = timedelta()  # how far its clock is
        self.store = Store(engines, self.session, lambda: datetime.now().astimezone() + self.ahead)
        self.road = partial(
            PostgresCentral, Address("127.0.0.1", seat["port"], seat["database"], "disable"),
            seat["login"], seat["password"],
        )  # fmt: skip
        self.patience, self.central = 0.0, None
        self.hands = Hands(self.store, self.path.with_suffix(".told"), seat["hot"])
        if not seat["signed_in"] and self.store.get(Session, self.session.id) is None:
            self.hands.sign_in(self.session)

    def work(self, ops: int, seed: str, poison: int = 0, die_at: int = 0) -> dict:
        self.doom.left = die_at
        self.hands.work(ops, random.Random(seed), poison)  # noqa: S311 - the same work each time
        self.doom.left = 0
        return {"n": self.hands.n}

    def act(self, name: str, die_at: int = 0) -> dict:
        """Do this one action."""
        self.hands.dice = random.Random(name)  # noqa: S311
        self.doom.left = die_at
        getattr(self.hands, name)()
        self.doom.left = 0
        return {"n": self.hands.n}

    def round(self, patience: float, die_at: int = 0, die_with_answer: bool = False) -> dict:
        if patience != self.patience or self.central is None:
            if self.central is not None:
                self.central.close()
            self.patience, self.central = patience, self.road(answer_timeout=patience)
        self.doom.left = die_at
        try:
            done = run_round(self.store, Fatal(self.central) if die_with_answer else self.central)
        finally:
            self.doom.left = 0
        return {"pushed": done.pushed, "pulled": done.pulled}

    def look(self) -> dict:
        """Return all of the file that can be compared: what waits, what was answered, every record."""
        with self.store._door.read() as connection:
            ops = connection.exec_driver_sql(
                "SELECT n, op, state, version, coalesce(void, body) FROM outbox ORDER BY n"
            ).all()
            rows = {}
            for kind in tables.KINDS.values():
                columns = [column.name for column in kind.table.columns if column.name != "base"]
                names = ", ".join(f'"{name}"' for name in columns)
                found = connection.exec_driver_sql(f"SELECT {names} FROM {kind.table.name} ORDER BY id")
                rows[kind.name] = [dict(zip(columns, row, strict=True)) for row in found]
        text = json.dumps(rows, ensure_ascii=False, sort_keys=True)
        self.path.with_suffix(".rows").write_text(text, encoding="utf-8")
        return {"ops": [list(op) for op in ops], "digest": hashlib.sha256(text.encode()).hexdigest()}


def serve(door: str, token: int, file: str, seat: dict) -> None:
    with socket.socket(socket.AF_UNIX) as channel:
        channel.connect(door)
        told = {"token": token, "pid": os.getpid()}
        here = None
        for line in _lines(channel, told):
            order = json.loads(line)
            try:
                here = here or Seat(file, seat)
                told = getattr(here, order.pop("do"))(**order)
            except CentralTrouble as trouble:
                told = {"trouble": type(trouble).__name__, "text": str(trouble)}
            except StoreRefused as refused:
                told = {"trouble": "StoreRefused", "text": refused.code}
            except Exception:
                told = {"crash": traceback.format_exc()}
            channel.sendall(json.dumps(told).encode() + b"\n")


def _lines(channel: socket.socket, told: dict):
    channel.sendall(json.dumps(told).encode() + b"\n")
    with channel.makefile("r", encoding="utf-8") as orders:
        yield from orders

"""A seat with as many calls as wanted, laid down by plain statements: only the using of it is measured."""

import json
import random
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa

from app.desk.accounts import Accounts, Opened
from app.desk.seat import DATABASE
from app.records.accounts import SignedIn
from app.records.seat import Seat
from app.store import rows, tables
from app.store.engine import Key, connect, engine_over
from app.store.phones import keep_phones

AGENT_NO, PASSWORD = "1001", "correct horse"  # of an invented seat
FIRST = datetime(2025, 1, 1, tzinfo=UTC)
CALLS_EACH = 5  # of one customer
_BATCH = 20_000

# What a child process begins with: the program in the folder that is its first word, made as main() does.
PROGRAM = """
import os, sys
from pathlib import Path
from app.desk import clock
from app.main import favour_the_window
from app.ui.application import Application
from app.ui.front import Front
folder = Path(sys.argv[1])
application = Application(sys.argv[:1])
front = Front(application, folder, clock.now)
front.window.show()
application.processEvents()
from app.demo.awake import Awake
from app.demo.hands import Hands
from app.program import Program
from tests.bench import seat
program = Program(application, front, folder, seat.KeptSecrets(folder / "secrets.json"), Awake())
favour_the_window()
hands = Hands(front.window)
hands.come_to_the_front()
"""
_T = TypeVar("_T")
_SURNAMES, _NAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华",
)


class KeptSecrets:
    """Stands where the system's keychain stands; a file, so that a child process finds them too."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def get(self, name: str) -> str | None:
        return self._all().get(name)

    def set(self, name: str, value: str) -> None:
        self._file.write_text(json.dumps({**self._all(), name: value}), "utf-8")

    def delete(self, name: str) -> None:
        self._file.write_text(json.dumps({k: v for k, v in self._all().items() if k != name}), "utf-8")

    def _all(self) -> dict[str, str]:
        return json.loads(self._file.read_text("utf-8")) if self._file.exists() else {}


@dataclass(frozen=True, slots=True)
class BenchSeat:
    folder: Path
    agent: str
    key: bytes


def now() -> datetime:
    return datetime.now(UTC)


def accounts(folder: Path) -> Accounts:
    return Accounts(folder, KeptSecrets(folder / "secrets.json"), now, _no_central)


def _no_central(seat: Seat, agent_no: str, password: str) -> SignedIn | None:
    return None


def make(folder: Path, calls: int, still_open: int = 400) -> BenchSeat:
    """Set up a seat of its own with *calls* calls, a fifth as many customers, half as many cases; of the
    newest *still_open* calls they are open."""
    folder.mkdir(parents=True, exist_ok=True)
    opened = accounts(folder).start_alone("清河燃气服务热线", AGENT_NO, "王珂", PASSWORD)
    opened.store.close()
    fill(folder / DATABASE, opened.key, calls, opened.agent.id, still_open)
    return BenchSeat(folder, opened.agent.id, opened.key)


def sign_in(seat: BenchSeat) -> Opened:
    return accounts(seat.folder).sign_in(AGENT_NO, PASSWORD)


def phone_of(customer: int) -> str:
    """Return the number of the nth customer; neighbours are not alike."""
    return f"1{30 + customer * 7 % 60:02d}{customer * 7_919_011 % 100_000_000:08d}"


def id_of(at: datetime, kind: int, n: int) -> str:
    raw = bytearray(int(at.timestamp() * 1000).to_bytes(6, "big") + (kind << 64 | n).to_bytes(10, "big"))
    raw[6], raw[8] = 0x70, 0x80
    return str(uuid.UUID(bytes=bytes(raw)))


def fill(path: Path, key: bytes, calls: int, agent: str, still_open: int = 400) -> None:
    """Lay the records down; the indexes are made afterwards, all at once."""
    customers = max(1, calls // CALLS_EACH)
    with closing(connect(path, Key(key))) as raw:
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute("PRAGMA cache_size=-200000")
        made = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        indexes = raw.execute(made).fetchall()
        for name, _ in indexes:
            raw.execute(f'DROP INDEX "{name}"')
        with engine_over(raw).begin() as connection:
            _put(connection, tables.CUSTOMERS, _customers(customers))
            _put(connection, tables.CASES, _cases(calls, customers, agent, still_open))
            _put(connection, tables.CALLS, _calls(calls, customers, agent))
        for _, sql in indexes:
            raw.execute(sql)
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _put(connection: sa.Connection, kind: tables.Kind, bodies: Iterator[tuple[str, dict[str, Any]]]) -> None:
    for batch in batched(bodies, _BATCH):
        connection.exec_driver_sql(kind.put, [rows.row_of(kind.shape, id, body) for id, body in batch])
        if kind is tables.CUSTOMERS:
            keep_phones(connection, [(id, body["phones"]) for id, body in batch])


def batched(things: Iterator[_T], size: int) -> Iterator[list[_T]]:
    while batch := list(islice(things, size)):
        yield batch


def _at(n: int) -> datetime:
    return FIRST + timedelta(seconds=30 * n)


def _told(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")


def customer_id(n: int) -> str:
    return id_of(_at(n), 1, n)


def _customers(count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    dice = random.Random(1)  # noqa: S311 – invented names
    for n in range(count):
        name = dice.choice(_SURNAMES) + "".join(dice.choices(_NAMES, k=2))
        yield (
            customer_id(n),
            {
                "name": name,
                "phones": [f"+86{phone_of(n)}"],
                "addresses": [f"滨江区春晓路{n % 900 + 1}号{n % 30 + 1}幢{n % 4 + 1}单元{n % 2000 + 100}室"],
                "created_at": _told(_at(n)),
                "seen_at": _told(_at(n * CALLS_EACH)),
                "initials": "wxm",
            },
        )


def _calls(count: int, customers: int, agent: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for n in range(count):
        at, whose = _told(_at(n)), n % customers
        case = {"case": id_of(_at(n), 2, n)} if n % 2 else {}
        yield (
            id_of(_at(n), 3, n),
            {
                "number": f"LL01-{n:06d}-X",
                "channel": "phone",
                "form": "gas_repair" if n % 3 else "inquiry",
                "form_version": 1,
                "started_at": at,
                "saved_at": at,
                "first_taker": agent if n % 20 == 0 else f"agent-{n % 20:02d}",
                "handler": agent if n % 20 == 0 else f"agent-{n % 20:02d}",
                "customer": customer_id(whose),
                "owes": False,
                "a.name": "王小明",
                "a.phone": f"+86{phone_of(whose)}",
                "a.address": f"滨江区春晓路{whose % 900 + 1}号{whose % 30 + 1}幢",
                "a.category": "stove",
                "a.request": "灶具打不着火，换过电池，旋钮按下去有声音但是没有火。",
                "a.solved": "unsolved",
            }
            | case,
        )


def _cases(calls: int, customers: int, agent: str, still_open: int) -> Iterator[tuple[str, dict[str, Any]]]:
    for n in range(1, calls, 2):
        at, whose = _at(n), n % customers
        yield (
            id_of(at, 2, n),
            {
                "number": f"AL01-{n:06d}-X",
                "call": id_of(at, 3, n),
                "form": "gas_repair",
                "form_version": 1,
                "title": f"灶具 · 滨江区春晓路{whose % 900 + 1}号",
                "state": "closed" if n < calls - still_open else "received",
                "opened_at": _told(at),
                "first_taker": agent if n % 20 == 1 else f"agent-{n % 20:02d}",
                "handler": agent if n % 20 == 1 else f"agent-{n % 20:02d}",
                "customer": customer_id(whose),
                "urgent": False,
                "outcome": "",
                "due_at": _told(at + timedelta(days=1)),
            },
        )

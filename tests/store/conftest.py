"""A seat's file in a temporary folder, a clock that only moves when told, and records to fill it."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.records.accounts import Agent, Role, Session
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.customers import Customer
from app.records.drafts import Draft
from app.records.ids import Id, new_id
from app.records.ops import Cursor, Image
from app.records.orders import Order, OrderState, Slip
from app.store.engine import Engines, open_engines
from app.store.store import Store
from app.store.upgrade import MIGRATIONS
from tests.seatfile import KEY, new_file


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


class Make:
    """Records of an invented centre; every field can be given."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.agent_id = new_id()

    def session(self, **given: Any) -> Session:
        return Session(
            **{
                "id": new_id(),
                "agent": self.agent_id,
                "role": Role.AGENT,
                "install": "inst-1",
                "since": self._clock(),
                **given,
            }
        )

    def agent(self, **given: Any) -> Agent:
        return Agent(
            **{
                "id": self.agent_id,
                "agent_no": "1001",
                "name": "林晓",
                "role": Role.AGENT,
                "public_key": "00" * 32,
                **given,
            }
        )

    def call(self, **given: Any) -> Call:
        return Call(
            **{
                "id": new_id(),
                "number": "LA03-00001-X",
                "channel": "phone",
                "form": "gas_repair",
                "form_version": 1,
                "started_at": self._clock(),
                "saved_at": self._clock(),
                "first_taker": self.agent_id,
                "handler": self.agent_id,
                **given,
            }
        )

    def case(self, **given: Any) -> Case:
        return Case(
            **{
                "id": new_id(),
                "number": "AA03-00001-X",
                "call": new_id(),
                "form": "complaint",
                "form_version": 1,
                "title": "供气 · 东湖路",
                "state": CaseState.RECEIVED,
                "opened_at": self._clock(),
                "first_taker": self.agent_id,
                "handler": self.agent_id,
                **given,
            }
        )

    def order(self, **given: Any) -> Order:
        return Order(
            **{
                "id": new_id(),
                "number": "GA03-00001-X",
                "case": new_id(),
                "form": "gas_repair",
                "form_version": 1,
                "team": "north",
                "state": OrderState.OPEN,
                "ordered_at": self._clock(),
                "ordered_by": self.agent_id,
                **given,
            }
        )

    def slip(self, **given: Any) -> Slip:
        return Slip(**{"id": new_id(), "number": "PA03-00001-X", "order": new_id(), **given})

    def customer(self, **given: Any) -> Customer:
        return Customer(
            **{
                "id": new_id(),
                "name": "王小明",
                "phones": ("+8613800001234",),
                "addresses": ("东湖路 1 号",),
                "created_at": self._clock(),
                "seen_at": self._clock(),
                "initials": "wxm",
                **given,
            }
        )

    def draft(self, **given: Any) -> Draft:
        return Draft(
            **{
                "id": new_id(),
                "agent": self.agent_id,
                "form": "gas_repair",
                "form_version": 1,
                "channel": "phone",
                "started_at": self._clock(),
                "saved_at": self._clock(),
                **given,
            }
        )

    def image(self, body: dict[str, Any], **given: Any) -> Image:
        """An image of a call, settled, at the cursor (1, version) unless told otherwise."""
        version = given.get("version", 1)
        return Image(
            **{
                "kind": "call",
                "record": new_id(),
                "version": version,
                "body": json.dumps(body, ensure_ascii=False),
                "at": Cursor(1, version),
                "settled": True,
                **given,
            }
        )

    def call_body(self, **given: Any) -> dict[str, Any]:
        return {
            "number": "LB01-00007-K",
            "channel": "phone",
            "form": "inquiry",
            "form_version": 1,
            "started_at": "2026-03-02T08:00:00+00:00",
            "saved_at": "2026-03-02T08:05:00+00:00",
            "first_taker": "agent-b",
            "handler": "agent-b",
            **given,
        }


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make(clock: Clock) -> Make:
    return Make(clock)


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new seat's file."""
    path = tmp_path / "seat.db"
    new_file(path)
    return path


@pytest.fixture
def engines(path: Path) -> Iterator[Engines]:
    engines = open_engines(path, KEY)
    yield engines
    engines.dispose()


@pytest.fixture
def store(engines: Engines, make: Make, clock: Clock) -> Iterator[Store]:
    store = Store(engines, make.session(), clock)
    yield store
    store.close()


@pytest.fixture
def another(path: Path, make: Make, clock: Clock) -> Iterator[Callable[[], Store]]:
    """Open the same file once more, as another program would."""
    opened: list[Store] = []

    def open_it() -> Store:
        opened.append(Store(open_engines(path, KEY), make.session(), clock))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def known() -> Callable[[Store, type[Any]], set[Id]]:
    return lambda store, kind: {record.id for record in store.find(kind, limit=100_000)}


@pytest.fixture
def steps_until(tmp_path: Path) -> Callable[[str], Path]:
    """Give the steps as a program of an older release had them: up to a file's beginning, ``v0006``."""

    def newer(last: str, names: list[str]) -> set[str]:
        return {n for n in names if n == "__pycache__" or (last < n < "v1" and not n.startswith(last))}

    def steps(last: str) -> Path:
        return Path(shutil.copytree(MIGRATIONS, tmp_path / last, ignore=lambda _, names: newer(last, names)))

    return steps

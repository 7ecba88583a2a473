"""The whole main job through the real widgets: log, dispatch, print, with the network cut half-way."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic

from app.demo.agent import AtSeat
from app.demo.centre import AGENTS, Centre
from app.demo.relay import Relay
from app.demo.samples import Sample
from app.program import Program
from app.records.calls import Call
from app.records.cases import Case
from app.records.customers import Customer
from app.records.kinds import Record
from app.records.orders import Order, Slip

EVERYTHING = 1_000_000
KINDS: tuple[type[Record], ...] = (Call, Case, Order, Slip, Customer)


@dataclass
class Count:
    """The last line of the demonstration."""

    calls: int = 0
    refused_then_fixed: int = 0
    cases: int = 0
    orders: int = 0
    slips: int = 0
    pages: int = 0
    pushed: int = 0
    pulled_at_second_seat: int = 0
    lost: int = 0
    doubled: int = 0
    seconds: float = 0.0

    def line(self) -> str:
        return json.dumps(asdict(self))


Seats = Callable[[str], Program]


def play(centre: Centre, relay: Relay, seat: Seats, samples: Sequence[Sample], out: Path) -> Count:
    """Do the day's work of *samples* at the first seat, then compare what the second one has."""
    begun = monotonic()
    first = AtSeat(seat("A01"), out)
    first.join(centre.enrolments["A01"], AGENTS[0][0])
    first.picture("1-empty")
    count = Count()
    for at, sample in enumerate(samples):
        if at == len(samples) // 2:
            relay.cut()
            first.until_road("away")
        if at == len(samples) * 3 // 4:
            first.picture("4-cut")
            relay.mend()
        first.log(sample, leave_out=at, count=count, pictured=at == 0)
    relay.mend()
    first.until_road("synced")
    first.picture("5-synced")
    second = AtSeat(seat("A02"), out)
    second.join(centre.enrolments["A02"], AGENTS[1][0])
    second.until_road("synced")
    second.open_last_of_the_list()
    second.picture("6-second-seat")
    _compare(first, second, count)
    count.seconds = round(monotonic() - begun, 1)
    return count


def _compare(first: AtSeat, second: AtSeat, count: Count) -> None:
    """Every record of the first seat must stand at the second, the same and once."""
    for kind in KINDS:
        here, there = ({r.id: r for r in at.store.find(kind, limit=EVERYTHING)} for at in (first, second))
        count.pulled_at_second_seat += len(there)
        count.lost += sum(there.get(id) != record for id, record in here.items())
        count.doubled += len(there.keys() - here.keys())
        numbers = [r.number for r in there.values() if hasattr(r, "number")]
        count.doubled += len(numbers) - len(set(numbers))
        if kind in (Call, Case, Order, Slip):
            setattr(count, f"{kind.kind}s", len(here))
    count.lost += count.refused_then_fixed - count.calls
    count.pushed = first.store.outbox.last_n()
    count.lost += first.store.outbox.state().pending

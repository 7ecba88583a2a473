"""How long somebody was in which state: from what was told of them, cut where a day or a shift ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from app.records.ids import Id
from app.records.presence import Presence, State

_LONGEST = 31 * 86_400  # seconds


@dataclass(frozen=True, slots=True)
class Span:
    """A state from ``since`` on, for so many ``seconds``; None: it goes on."""

    state: State
    since: datetime
    seconds: int | None
    reason: str = ""
    leave: Id | None = None


def spans(told: Iterable[Presence]) -> list[Span]:
    """Return what is *told* of one agent as states one after another, in the order it was told in.

    A reason said later belongs to the state of the same ``since``. How long each lasted the next one says, by
    a clock nobody can set; a crash knows it by the clock of the day alone.
    """
    found: dict[tuple[datetime, State], Span] = {}
    for each in sorted({each.id: each for each in told}.values(), key=lambda each: each.id):
        key = each.since, each.state
        if known := found.get(key):
            found[key] = replace(known, reason=each.reason or known.reason, leave=each.leave or known.leave)
            continue
        if found and (last := next(reversed(found.values()))).seconds is None:
            by_the_day = max(0, round((each.since - last.since).total_seconds()))
            over = replace(last, seconds=by_the_day if each.source == "crash" else each.lasted)
            found[last.since, last.state] = over
        found[key] = Span(each.state, each.since, None, each.reason, each.leave)
    return list(found.values())


def split(span: Span, at: Sequence[datetime], now: datetime) -> list[Span]:
    """Cut *span* at those of the moments *at* that lie within it; one that goes on ends *now*. None of the
    pieces is negative, and together they are as long as it."""
    length = lasting((now - span.since).total_seconds() if span.seconds is None else span.seconds)
    inside = sorted(each - span.since for each in at if timedelta() < each - span.since < length)
    cuts = [timedelta(), *inside, length]
    return [
        replace(span, since=span.since + begun, seconds=round((over - begun).total_seconds()))
        for begun, over in pairwise(cuts)
    ]


def away(told: Iterable[Presence], since: datetime, now: datetime) -> timedelta:
    """Return how long somebody was away from *since*, a midnight or the begin of a shift, until *now*."""
    pieces = [
        piece for span in spans(told) if span.state is State.AWAY for piece in split(span, [since], now)
    ]
    return timedelta(seconds=sum(piece.seconds or 0 for piece in pieces if piece.since >= since))


def lasting(seconds: float) -> timedelta:
    """Return how long a state lasted, whatever a seat has said."""
    return timedelta(seconds=min(max(0, seconds), _LONGEST))

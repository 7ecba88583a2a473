"""Where an agent is: every change of state is a record of its own, and none is changed afterwards."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar

from app.records.ids import Id, new_id
from app.records.leaves import Leave

LONGEST_NOTE = 100


class State(enum.StrEnum):
    READY = "ready"
    BUSY = "busy"
    ON_CALL = "on_call"  # as the telephone system tells
    WRAP_UP = "wrap_up"  # a call is over, and is entered
    AWAY = "away"
    OFFLINE = "offline"
    LOST = "lost"  # nobody's word: central has not heard of the seat for too long


WORKING = frozenset({State.READY, State.BUSY, State.ON_CALL, State.WRAP_UP})


@dataclass(frozen=True, slots=True)
class Presence:
    """*agent* is in *state* since ``since``, at the seat with the code ``seat``; said at ``at``.

    ``source``: what brought it about: the agent (``key``, ``sign_in``, ``unlock`` …, or at another seat,
    ``displaced``), the seat by itself (``system_idle``, ``sleep``, ``crash``, ``timer`` …), the ``telephony``
    or a ``lead``, who is ``by``.
    ``reason`` is a code of the centre's list ``away``, or ``wrap_up`` of who needs longer, "" while it is not
    said; said later, it is another record of the same ``since``.
    ``allowed``: seconds from ``since`` on that a wrap-up may last, None: as long as it takes.
    ``lasted``: seconds of the state before it, of a clock nobody can set. ``leave``: the one that was
    asked for before, and who stands in meanwhile is its ``cover`` (SEAT-2).
    """

    kind: ClassVar[str] = "presence"

    id: Id
    agent: Id
    seat: str
    state: State
    since: datetime
    at: datetime
    source: str
    reason: str = ""
    note: str = ""
    lasted: int = 0
    by: Id | None = None
    cover: Id | None = None
    leave: Id | None = None
    allowed: int | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A state that goes on: ``since`` by the clock of the day, ``tick`` by one nobody can set, in seconds.
    ``by``: the lead whose doing it is. ``granted``: the leave it is."""

    state: State
    since: datetime
    tick: float
    source: str
    reason: str = ""
    note: str = ""
    by: Id | None = None
    granted: Leave | None = None
    allowed: int | None = None

    @property
    def until(self) -> datetime | None:
        """When what it is allowed is over."""
        return None if self.allowed is None else self.since + timedelta(seconds=self.allowed)

    def told(self, word: "Directive | None") -> "Stay":
        """Return it as a lead's doing, or of the agent at another seat, where it was their *word*."""
        if word is None:
            return self
        source = "displaced" if word.action is Action.DISPLACE else "lead"
        return replace(self, source=source, by=word.by, note=word.why)

    def said(self, reason: str, note: str, granted: Leave | None) -> "Stay":
        """Return it with why somebody is away; it is the leave that was *granted* if that has the same
        reason."""
        fits = granted is not None and granted.reason == reason
        return replace(self, reason=reason, note=note, granted=granted if fits else None)

    def extended(self, reason: str, note: str, minutes: int, tick: float) -> "Stay":
        """Return it with so many *minutes* more, of what is left of it if anything is; 0: as long as it
        takes."""
        used = max(self.lasted(tick), self.allowed or 0)
        allowed = used + 60 * minutes if minutes else None
        return replace(self, source="key", reason=reason, note=note, allowed=allowed)

    def left(self, tick: float) -> int | None:
        """Return the seconds left of what it is allowed, below zero once it is over."""
        return None if self.allowed is None else self.allowed - self.lasted(tick)

    def lasted(self, tick: float) -> int:
        return max(0, round(tick - self.tick))

    def record(self, agent: Id, seat_code: str, at: datetime, lasted: int = 0) -> Presence:
        """Return what tells of it, said at *at*; *lasted*: seconds of the state before."""
        cover, leave = (self.granted.cover, self.granted.id) if self.granted else (None, None)
        return Presence(
            new_id(), agent, seat_code, self.state, self.since, at, self.source, self.reason,
            " ".join(self.note.split())[:LONGEST_NOTE], lasted, self.by, cover, leave,
            self.allowed,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stand:
    """How a seat stands as central has it: who was there last, in what state since when, when last heard.
    ``allowed``: how long a wrap-up may last, as the seat's own record says."""

    seat: str
    agent: Id | None
    state: State
    reason: str
    since: datetime
    heard_at: datetime
    allowed: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Floor:
    """All seats of the centre that ever stood in any way; ``at``: central's clock as it said so.

    ``parked``: who is away from a seat where somebody else is now. ``leaves``: on which approved leave who is
    away. ``today``: how long who was away today.
    """

    stands: tuple[Stand, ...] = ()
    at: datetime | None = None
    parked: tuple[Stand, ...] = ()
    leaves: Mapping[Id, Leave] = field(default_factory=dict)
    today: Mapping[Id, timedelta] = field(default_factory=dict)


class Action(enum.StrEnum):
    """What can be asked of a seat."""

    LOCK = "lock"
    SIGN_OUT = "sign_out"
    COME_BACK = "come_back"
    DISPLACE = "displace"  # nobody's but the agent's own: they have signed in at another seat


@dataclass(frozen=True, slots=True)
class Directive:
    """A lead's word to whoever sits at a seat; ``name`` (of who it is ``by``) and ``why`` are shown there. Of
    one displaced it is ``by`` themself, and ``why`` the code of the seat they are at now."""

    id: Id
    action: Action
    why: str
    by: Id
    name: str

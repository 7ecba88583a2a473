"""How a case goes from state to state: the one table of it, and each step a record nobody changes."""

import enum
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.records.accounts import LEADS, Role
from app.records.cases import CaseState as S
from app.records.ids import Id

LONGEST_WHY = 500


class Verb(enum.StrEnum):
    PREFILE = "prefile"
    FILE = "file"
    RETURN = "return"
    DISPATCH = "dispatch"
    HANDLE = "handle"
    VERIFY = "verify"
    CLOSE = "close"
    MERGE = "merge"  # into another case
    CANCEL = "cancel"
    RESTORE = "restore"  # what was merged or cancelled goes back to where it was
    REOPEN = "reopen"
    TRANSFER = "transfer"  # to another handler; the state stays
    SEEN = "seen"  # the first taker has read of another step


# What the first taker is told of, unless they did it themselves (CALL-6).
RESULTS = frozenset(Verb) - {Verb.SEEN, Verb.PREFILE, Verb.TRANSFER}
# What nobody does without saying why.
REASONED = frozenset({Verb.RETURN, Verb.CANCEL, Verb.REOPEN, Verb.TRANSFER})


class Fact(enum.StrEnum):
    """What the steps before say of a case."""

    UNFILED = "unfiled"  # no lead has ever filed it
    SENT_BACK = "sent_back"  # returned, and from before it was dispatched
    COMPLAINT = "complaint"  # it is one, and its own steps lead here
    UNSATISFIED = "unsatisfied"  # called since it was closed, the customer says so (CB-4)


@dataclass(frozen=True, slots=True)
class Way:
    """``verb`` leads from ``before`` to ``after`` at the hand of ``roles``, where the facts of the case are
    all of ``needs`` and none of ``bars``."""

    verb: Verb
    before: S
    after: S
    roles: frozenset[Role]
    needs: frozenset[Fact] = frozenset()
    bars: frozenset[Fact] = frozenset()

    def fits(self, role: Role, facts: Collection[Fact]) -> bool:
        return role in self.roles and self.needs.issubset(facts) and self.bars.isdisjoint(facts)


_ALL = LEADS | {Role.AGENT}
_UNFILED, _SENT_BACK = frozenset({Fact.UNFILED}), frozenset({Fact.SENT_BACK})
_COMPLAINT = frozenset({Fact.COMPLAINT})


def _aside(verb: Verb, after: S, roles: frozenset[Role], *states: S) -> list[Way]:
    """Return the ways to a state beside the way, and those back."""
    there = [Way(verb, before, after, roles) for before in states]
    return there + [Way(Verb.RESTORE, after, before, roles) for before in states]


# CASE-1: agents register, pre-file and close; leads file. CASE-3: what was filed is closed once verified.
# Central has the same rows (cc.way), and a test that they are the same.
WAYS: tuple[Way, ...] = (
    Way(Verb.PREFILE, S.RECEIVED, S.PREFILED, _ALL),
    Way(Verb.PREFILE, S.RETURNED, S.PREFILED, _ALL, needs=_SENT_BACK),
    Way(Verb.FILE, S.PREFILED, S.FILED, LEADS),
    Way(Verb.DISPATCH, S.RECEIVED, S.DISPATCHED, _ALL),
    Way(Verb.DISPATCH, S.FILED, S.DISPATCHED, _ALL),
    Way(Verb.DISPATCH, S.RETURNED, S.DISPATCHED, _ALL, bars=_SENT_BACK),
    Way(Verb.HANDLE, S.DISPATCHED, S.HANDLED, _ALL),
    # Whose complaint it is was told, and nobody is sent (COMP-2).
    Way(Verb.HANDLE, S.RECEIVED, S.HANDLED, _ALL, needs=_COMPLAINT),
    Way(Verb.HANDLE, S.FILED, S.HANDLED, _ALL, needs=_COMPLAINT),
    Way(Verb.HANDLE, S.RETURNED, S.HANDLED, _ALL, needs=_COMPLAINT, bars=_SENT_BACK),
    Way(Verb.VERIFY, S.HANDLED, S.VERIFIED, _ALL),
    Way(Verb.CLOSE, S.RECEIVED, S.CLOSED, _ALL),
    Way(Verb.CLOSE, S.DISPATCHED, S.CLOSED, _ALL, needs=_UNFILED),
    Way(Verb.CLOSE, S.HANDLED, S.CLOSED, _ALL, needs=_UNFILED),
    Way(Verb.CLOSE, S.VERIFIED, S.CLOSED, _ALL),
    Way(Verb.CLOSE, S.RETURNED, S.CLOSED, _ALL, needs=_UNFILED, bars=_SENT_BACK),
    *(Way(Verb.RETURN, before, S.RETURNED, LEADS) for before in (S.PREFILED, S.FILED)),
    *(Way(Verb.RETURN, before, S.RETURNED, _ALL) for before in (S.DISPATCHED, S.HANDLED, S.VERIFIED)),
    Way(Verb.REOPEN, S.CLOSED, S.RETURNED, LEADS),
    Way(Verb.REOPEN, S.CLOSED, S.RETURNED, frozenset({Role.AGENT}), needs=frozenset({Fact.UNSATISFIED})),
    *_aside(Verb.MERGE, S.MERGED, _ALL, S.RECEIVED, S.PREFILED, S.RETURNED),
    *_aside(Verb.MERGE, S.MERGED, LEADS, S.FILED, S.DISPATCHED, S.HANDLED, S.VERIFIED),
    *_aside(Verb.CANCEL, S.CANCELLED, _ALL, S.RECEIVED),
    *_aside(Verb.CANCEL, S.CANCELLED, LEADS, S.PREFILED, S.FILED, S.DISPATCHED, S.HANDLED),
    *_aside(Verb.CANCEL, S.CANCELLED, LEADS, S.VERIFIED, S.RETURNED),
)


def may_reach(role: Role, state: S) -> bool:
    """Tell whether *role* may bring a case to *state* at all."""
    return any(way.after is state and role in way.roles for way in WAYS)


@dataclass(frozen=True, slots=True)
class Move:
    """*by* did ``verb`` with *case*, ``at`` the time it happened; it was ``entered_at``.

    ``of``: the case it was merged into, the order it was dispatched by, the agent it was given to, or the
    step that was seen.
    ``first_taker`` as the case has it: whom it is told.
    """

    kind: ClassVar[str] = "move"

    id: Id
    case: Id
    verb: Verb
    before: S
    after: S
    by: Id
    at: datetime
    entered_at: datetime
    first_taker: Id
    of: Id | None = None
    why: str = ""

"""An order: work for a team, made from a case; what is done with it; and the slip, its paper."""

import enum
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from app.records.accounts import LEADS, Role
from app.records.ids import Id

LONGEST_WHY = 500


class OrderState(enum.StrEnum):
    OPEN = "open"
    DISPATCHED = "dispatched"
    ONSITE = "onsite"
    DONE = "done"
    CLOSED = "closed"
    VOID = "void"


class Act(enum.StrEnum):
    """What is done with an order once it is made."""

    DISPATCH = "dispatch"
    ARRIVE = "arrive"
    PARTLY = "partly"  # some of it is done, the rest is to come
    FINISH = "finish"  # the result is entered
    CLOSE = "close"
    RETURN = "return"  # by the team, with the clause; or to it, the work not being done
    VOID = "void"
    PRESS = "press"  # 催办
    UNIT = "unit"  # another team besides
    REROUTE = "reroute"  # another team, time or urgency than the rules say
    TAKE = "take"  # somebody says they will close it (ORD-4)
    LEAVE = "leave"


_S = OrderState
_ALL = LEADS | {Role.AGENT}
_OUT = (_S.DISPATCHED, _S.ONSITE)
_LIVE = (_S.OPEN, *_OUT)


@dataclass(frozen=True, slots=True)
class OrderWay:
    """``act`` leads from ``before`` to ``after`` at the hand of ``roles``."""

    act: Act
    before: OrderState
    after: OrderState
    roles: frozenset[Role] = _ALL


ORDER_WAYS: tuple[OrderWay, ...] = (
    OrderWay(Act.DISPATCH, _S.OPEN, _S.DISPATCHED),
    OrderWay(Act.ARRIVE, _S.DISPATCHED, _S.ONSITE),
    *(OrderWay(Act.PARTLY, before, _S.ONSITE) for before in _OUT),
    *(OrderWay(Act.FINISH, before, _S.DONE) for before in _OUT),
    OrderWay(Act.CLOSE, _S.DONE, _S.CLOSED),
    *(OrderWay(Act.RETURN, before, _S.OPEN) for before in _OUT),
    OrderWay(Act.RETURN, _S.DONE, _S.DISPATCHED),
    *(OrderWay(Act.VOID, before, _S.VOID) for before in _LIVE),
    OrderWay(Act.VOID, _S.DONE, _S.VOID, LEADS),
    *(OrderWay(act, each, each) for act in (Act.PRESS, Act.UNIT, Act.REROUTE) for each in _LIVE),
    *(OrderWay(act, each, each) for act in (Act.TAKE, Act.LEAVE) for each in (*_LIVE, _S.DONE)),
)
AT_ONCE = ORDER_WAYS[0]
# What nobody does without saying why.
ORDER_REASONED = frozenset({Act.PARTLY, Act.RETURN, Act.VOID, Act.REROUTE, Act.UNIT})


@dataclass(frozen=True, slots=True)
class Order:
    """``rules``: why it goes there, by when, at once or not: rows of the routing, or what decided in their
    place. ``steps`` holds one ``{"id", "act", "at", "entered_at", "by", "before", "after", …}`` per act.
    ``outcome``, ``finished_at``, ``came``, ``signed`` are the result; ``closer``: who closes it (ORD-4)."""

    kind: ClassVar[str] = "order"
    prefix: ClassVar[str] = "G"

    id: Id
    number: str
    case: Id
    form: str
    form_version: int
    team: str
    state: OrderState
    ordered_at: datetime
    ordered_by: Id
    due_at: datetime | None = None
    urgent: bool = False
    rules: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    steps: tuple[dict[str, Any], ...] = ()
    outcome: str = ""
    finished_at: datetime | None = None
    came: str = ""
    signed: bool | None = None
    closer: Id | None = None
    answers: dict[str, Any] = field(default_factory=dict)  # carried over from the call

    def taken(self, act: Act) -> int:
        """Return how often that was done with it."""
        return sum(step.get("act") == act for step in self.steps)


@dataclass(frozen=True, slots=True)
class Slip:
    """A numbered dispatch slip (派工单). ``prints`` holds one
    ``{"id", "at", "by", "copies", "sets"}`` per printing; ``replaces``: the void one it stands for."""

    kind: ClassVar[str] = "slip"
    prefix: ClassVar[str] = "P"

    id: Id
    number: str
    order: Id
    void: bool = False
    prints: tuple[dict[str, Any], ...] = ()
    replaces: Id | None = None

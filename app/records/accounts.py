"""Who works here, and each time somebody signed in."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.records.ids import Id


def is_strong(password: str) -> bool:
    """Tell whether a password is long enough: 12 signs, or 4 words. Who holds the file may try for ever."""
    return len(password) >= 12 or len(password.split()) >= 4


class Role(enum.StrEnum):
    AGENT = "agent"
    LEAD = "lead"
    SUPERVISOR = "supervisor"
    DIRECTOR = "director"
    QA = "qa"


HEADS = frozenset({Role.SUPERVISOR, Role.DIRECTOR})
LEADS = HEADS | {Role.LEAD}


@dataclass(frozen=True, slots=True)
class Agent:
    """``public_key`` is X25519 raw, in hex: the seat's database key is sealed to it."""

    kind: ClassVar[str] = "agent"

    id: Id
    agent_no: str
    name: str
    role: Role
    public_key: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Session:
    """One sign-in. Every op names it; what the agent said of one opened without central is central's word,
    never the seat's.

    ``disputed``: it was somebody else. Then there are ``seat``, its code, ``ops``, how many entries were made
    in it, and ``entries``, the records they are of: kind and id. ``seen_at``: a lead has seen to it.
    """

    kind: ClassVar[str] = "session"

    id: Id
    agent: Id
    role: Role
    install: str
    since: datetime
    confirmed: bool = False
    disputed: bool = False
    seat: str = ""
    ops: int = 0
    entries: tuple[str, ...] = ()
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A session opened without central in an agent's name; ``ops`` are the entries made in it."""

    id: Id
    seat: str
    since: datetime
    ops: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The agent works at another seat, whose code is ``seat``: no session was opened."""

    seat: str
    since: datetime


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Central's word that the password was right: who it was, the session, their wrapped key.

    ``must_change``: somebody else has set the password.
    """

    agent: Agent
    session: Session
    wrapped_key: dict[str, Any]
    must_change: bool = False

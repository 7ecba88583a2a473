"""The seat: one computer place, and where its central is."""

from dataclasses import dataclass
from typing import Any

from app.records.accounts import Agent, Session


@dataclass(frozen=True, slots=True)
class Seat:
    """What the seat knows without any key. ``install`` is made once; ``host`` is empty without central."""

    install: str
    generation: int
    code: str
    centre: str
    host: str = ""
    port: int = 0
    database: str = ""
    login: str = ""
    tls: str = "prefer"  # libpq's sslmode

    @property
    def is_alone(self) -> bool:
        return not self.host


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Central's word that the password was right: who it was, the session, their wrapped key."""

    agent: Agent
    session: Session
    wrapped_key: dict[str, Any]

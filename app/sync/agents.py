"""What an agent says to central over their own login, so that central itself checks the password."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from app.records.accounts import Agent, Elsewhere, Role, Session, SignedIn, Unconfirmed
from app.records.ids import Id
from app.store.slots import agent_no_of
from app.sync.postgres import ANSWER_TIMEOUT, Address, connect, told

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AgentDoor:
    """Opened for a moment each time. Raises CentralTrouble; a wrong password is CentralRefused("login")."""

    address: Address
    agent_no: str
    password: str

    def sign_in(self, install: str, way: str = "") -> SignedIn | Elsewhere:
        """Open a session; with the *way* ``ask`` or ``refuse`` none while the agent works at another seat.
        ``displace`` has that one lock, and "" does not look."""
        query = "SELECT agent, session, wrapped_key, elsewhere FROM api.sign_in_v2(%s, %s)"
        ((agent, session, wrapped_key, elsewhere),) = self._ask(
            lambda c: c.execute(query, (install, way)).fetchall()
        )
        if elsewhere:
            return Elsewhere(elsewhere["seat"], datetime.fromisoformat(elsewhere["since"]))
        return SignedIn(
            Agent(
                Id(agent["id"]), agent["agent_no"], agent["name"], Role(agent["role"]),
                agent["public_key"], agent["active"],
            ),
            Session(
                Id(session["id"]), Id(session["agent"]), Role(session["role"]), session["install"],
                datetime.fromisoformat(session["since"]), session["confirmed"],
            ),
            wrapped_key,
            bool(agent.get("must_change")),  # a central of before it was asked does not say
        )  # fmt: skip

    def unconfirmed(self) -> list[Unconfirmed]:
        """Return what was done in the agent's name on seats that could not ask central, the oldest first."""
        query = "SELECT session, seat, since, ops FROM api.unconfirmed_v1()"
        rows = self._ask(lambda c: c.execute(query).fetchall())
        return [
            Unconfirmed(Id(id), seat, datetime.fromisoformat(since), ops) for id, seat, since, ops in rows
        ]

    def confirm(self, mine: Sequence[Id], not_mine: Sequence[Id]) -> None:
        """Say which were the agent's own; what was said once stays."""
        query = "SELECT api.confirm_v1(%s::text[], %s::text[])"
        self._ask(lambda c: c.execute(query, (list(mine), list(not_mine))).fetchone())

    def change_password(self, new: str, wrapped_key: dict[str, Any]) -> None:
        """Change the password and, in the same transaction, the agent's key *wrapped* under it."""

        def change(connection: Any) -> None:
            # A verifier only: a password in a statement could end up in the server's log.
            verifier = connection.pgconn.encrypt_password(
                new.encode(), connection.info.user.encode(), b"scram-sha-256"
            ).decode("ascii")
            with connection.transaction():
                connection.execute(f"ALTER ROLE CURRENT_USER PASSWORD '{verifier}'")
                query = "SELECT api.change_password_v1(%s::jsonb)"
                connection.execute(query, (json.dumps(wrapped_key, ensure_ascii=False),))

        self._ask(change)

    def _ask(self, ask: Callable[[Any], T]) -> T:
        login = f"agent_{agent_no_of(self.agent_no)}"

        def once() -> T:
            with connect(self.address, login, self.password, ANSWER_TIMEOUT) as connection:
                return ask(connection)

        return told(once)

"""Central as a seat and its agents ask it: what the desk wants to know, over the road."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from app.desk.accounts import AccountRefused, Opened
from app.records.accounts import Elsewhere, SignedIn
from app.records.seat import Seat
from app.sync.agents import AgentDoor
from app.sync.blobs import PieceRoad
from app.sync.port import CentralAway, CentralRefused
from app.sync.postgres import Address, PostgresCentral

T = TypeVar("T")


def central_of(opened: Opened) -> PostgresCentral | None:
    """Return the road of the seat's own login, None at a seat alone."""
    seat = opened.seat
    return None if seat.is_alone else PostgresCentral(_address(seat), seat.login, opened.login_password)


def pieces_of(opened: Opened) -> PieceRoad | None:
    """Return a road of its own for what is large, None at a seat alone."""
    seat, install = opened.seat, opened.store.feed.install()
    if seat.is_alone:
        return None
    return PieceRoad(PostgresCentral(_address(seat), seat.login, opened.login_password, install=install))


def door_of(opened: Opened) -> Callable[[str], AgentDoor] | None:
    """Return the road of the agent's own login, by their password; None at a seat alone."""
    seat, number = opened.seat, opened.agent.agent_no
    return None if seat.is_alone else partial(AgentDoor, _address(seat), number)


class _Central:
    """Central over an agent's own login, in the words of the doors."""

    def __call__(
        self, seat: Seat, agent_no: str, password: str, way: str = "", /
    ) -> SignedIn | Elsewhere | None:
        return _said(lambda: AgentDoor(_address(seat), agent_no, password).sign_in(seat.install, way))

    def change(self, seat: Seat, agent_no: str, password: str, new: str, wrapped: dict[str, Any], /) -> bool:
        def ask() -> bool:
            AgentDoor(_address(seat), agent_no, password).change_password(new, wrapped)
            return True

        return _said(ask) is not None


ask_central = _Central()


def _said(ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except CentralAway:
        return None
    except CentralRefused as refused:
        raise AccountRefused("password" if refused.code == "login" else refused.code) from refused


def _address(seat: Seat) -> Address:
    return Address(seat.host, seat.port, seat.database, seat.tls, seat.ca)

"""A seat alone with somebody signed in, for whoever attacks it."""

from tests.flows.conftest import at, come_back, hands, program, seat, unlock

__all__ = ["at", "come_back", "hands", "program", "seat", "unlock"]

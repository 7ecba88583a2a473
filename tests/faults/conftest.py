"""Two seats and a central, as in tests/sync."""

from tests.sync.conftest import place, seat_at, server, two

__all__ = ["place", "seat_at", "server", "two"]

"""Two seats and a central."""

import pytest

from tests.central import rig as central
from tests.sync.rig import Seat


@pytest.fixture(scope="session")
def server():
    yield from central.start_server("18")


@pytest.fixture
def place(server):
    place = central.Place(server)
    yield place
    place.drop()


@pytest.fixture
def seat_at(place, tmp_path):
    """Make seats, each with its own file, that are closed in the end."""
    made = []

    def make(**words):
        made.append(Seat(place, tmp_path, **words))
        return made[-1]

    yield make
    for seat in made:
        seat.close()


@pytest.fixture
def two(seat_at):
    return seat_at(), seat_at()

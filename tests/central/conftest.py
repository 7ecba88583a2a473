"""Central on the oldest and the newest PostgreSQL it is promised for."""

import pytest

from app.store import slots
from tests.central import rig


@pytest.fixture(autouse=True)
def _cheap_keys(monkeypatch):
    new_pair = slots.new_pair
    monkeypatch.setattr(slots, "new_pair", lambda password: new_pair(password, rig.CHEAP))


@pytest.fixture(scope="session", params=["18", "15"])
def server(request):
    yield from rig.start_server(request.param)


@pytest.fixture
def place(server):
    place = rig.Place(server)
    yield place
    place.drop()


@pytest.fixture(scope="session")
def raw(server):
    """One seat for tests that leave no traces another test could see."""
    place = rig.Place(server)
    seat = place.seat()
    yield seat
    seat.close()
    place.drop()


@pytest.fixture
def seats(place):
    """Make seats that are closed in the end."""
    made = []

    def make(**words):
        made.append(rig.RawSeat(place, place.enrol(), **words))
        return made[-1]

    yield make
    for seat in made:
        seat.close()

"""Central on the oldest and the newest PostgreSQL it is promised for."""

import os

import pytest

from app.store import slots
from tests.central import rig

# By day the oldest is asked where the servers differ, at night everything.
BY_DAY = {"test_attacks.py", "test_embedded.py", "test_erase.py", "test_push.py", "test_schema.py"}


def pytest_collection_modifyitems(config, items):
    if os.environ.get("ZUOXI_NIGHT"):
        return
    late = [
        i for i in items if "[15" in i.name and i.path.parent.name == "central" and i.path.name not in BY_DAY
    ]
    config.hook.pytest_deselected(items=late)
    items[:] = [item for item in items if item not in set(late)]


@pytest.fixture(autouse=True)
def _cheap_keys(monkeypatch):
    new_pair = slots.new_pair
    monkeypatch.setattr(slots, "new_pair", lambda password, cost=rig.CHEAP: new_pair(password, cost))


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

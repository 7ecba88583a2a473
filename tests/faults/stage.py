"""A central of its own for one play, and who comes to it."""

from pathlib import Path

from app.store.engine import open_engines
from app.store.store import Store
from tests.central import rig
from tests.faults.worker import Doom
from tests.sync.rig import KEY, Seat


class Stage:
    def __init__(self, server, folder: Path) -> None:
        self.place = rig.Place(server)
        self._folder = folder
        self._open: list = []

    def raw(self) -> rig.RawSeat:
        self._open.append(self.place.seat())
        return self._open[-1]

    def seat(self) -> Seat:
        self._open.append(Seat(self.place, self._folder))
        return self._open[-1]

    def close(self) -> None:
        for seat in self._open:
            seat.close()
        self.place.drop()


class Struck(Exception):
    """The power is gone."""


def reopened(seat: Seat) -> None:
    """Start the seat's program again on its file."""
    path = seat.store._door._engines.path
    seat.store.close()
    seat.store = Store(open_engines(path, KEY), seat.session, seat.now)


def doomed(seat: Seat, at: int) -> Doom:
    def strike():
        raise Struck

    doom = Doom(seat.store._door._engines.write, strike)
    doom.left = at
    return doom


def rounds(*seats: Seat) -> None:
    for seat in seats:
        seat.round()

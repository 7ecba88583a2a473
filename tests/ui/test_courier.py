"""The courier: piece after piece while there are any, patient with a central that is away."""

import pytest
from PySide6.QtCore import QObject, Signal

from app.records.progress import Progress
from app.sync.port import CentralAway
from app.ui import courier as couriers
from app.ui.courier import Courier


class Changes(QObject):
    changed = Signal(object)


@pytest.fixture
def stand(qapp, background, monkeypatch):
    """A courier whose road answers as a test says; ``moved`` and ``rested`` count."""
    monkeypatch.setattr(couriers, "_SOON_MS", 5)

    class Stand:
        answers, moved, rested = [], 0, 0
        bridge = Changes(qapp)

        def move(self):
            self.moved += 1
            answer = self.answers.pop(0) if self.answers else Progress.DONE
            if isinstance(answer, Exception):
                raise answer
            return answer

        def rest(self):
            self.rested += 1

    made = Stand()
    made.courier = Courier(made.move, made.rest, lambda: 0.0, frozenset({"attachment"}), made.bridge)
    made.begin = lambda: made.courier.begin(background.slow, made.bridge)
    yield made
    made.courier.stop()
    made.bridge.deleteLater()


def test_it_goes_on_while_there_are_pieces_and_then_holds_no_line(stand, qtbot):
    stand.answers = [Progress.ON, Progress.ON]
    stand.begin()
    qtbot.waitUntil(lambda: stand.rested == 1)
    assert stand.moved == 3


def test_a_new_photo_wakes_it_and_nothing_else_does(stand, qtbot):
    stand.begin()
    qtbot.waitUntil(lambda: stand.rested == 1)
    stand.bridge.changed.emit(frozenset({"call", "outbox"}))
    assert not stand.courier._timer.isActive()
    stand.bridge.changed.emit(frozenset({"attachment"}))
    qtbot.waitUntil(lambda: stand.moved == 2)


def test_a_central_that_is_away_is_asked_again_later(stand, qtbot):
    stand.answers = [CentralAway("away")]
    stand.begin()
    qtbot.waitUntil(lambda: stand.courier._failures == 1)
    assert stand.courier._timer.isActive()
    assert stand.courier._timer.remainingTime() > 0
    stand.bridge.changed.emit(frozenset({"attachment"}))
    assert stand.courier._timer.remainingTime() > 100  # no change makes it knock sooner


def test_stopped_it_asks_nothing_more_and_closes_its_line(stand, qtbot):
    stand.answers = [Progress.ON] * 1000
    stand.begin()
    qtbot.waitUntil(lambda: stand.moved > 2)
    stand.courier.stop()
    qtbot.waitUntil(lambda: stand.rested == 1)
    moved = stand.moved
    stand.bridge.changed.emit(frozenset({"attachment"}))
    assert not stand.courier._timer.isActive()
    assert stand.moved == moved

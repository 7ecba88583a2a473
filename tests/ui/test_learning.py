"""What the seat learns of its calls while the agent is at work."""

import pytest

from app.store.engine import StoreRefused
from app.ui.learning import Learning


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr("app.ui.learning._LEARN_MS", 0)


def _due(store):
    with store._door.read() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM said_due").scalar()


def _save(desk, answers, n):
    for each in range(n):
        draft = desk.calls.new("gas_repair")
        draft.answers.update(answers["gas_repair"], request=f"灶具打不着火 {each}")
        assert desk.calls.save(draft).problems == []


def test_what_is_said_in_calls_is_learned_at_rest_however_many_there_are(start, answers, qtbot):
    seat = start()
    _save(seat.desk, answers, 50)
    assert _due(seat.store) == 50
    qtbot.waitUntil(lambda: _due(seat.store) == 0)
    learning = seat.workplace.findChild(Learning)
    qtbot.waitUntil(lambda: not learning.isActive() and not learning._is_at_it)
    _save(seat.desk, answers, 1)
    qtbot.waitUntil(lambda: _due(seat.store) == 0)


def test_a_file_that_refuses_is_asked_again_with_the_next_call(start, answers, qtbot, monkeypatch):
    seat = start()
    learning = seat.workplace.findChild(Learning)
    learn, asked = seat.store.said.learn, []

    def busy(told):
        asked.append(told)
        if len(asked) == 1:
            raise StoreRefused("busy")
        return learn(told)

    monkeypatch.setattr(type(seat.store.said), "learn", lambda self, told: busy(told))
    _save(seat.desk, answers, 1)
    qtbot.waitUntil(lambda: len(asked) == 1 and not learning._is_at_it)
    _save(seat.desk, answers, 1)
    qtbot.waitUntil(lambda: _due(seat.store) == 0)

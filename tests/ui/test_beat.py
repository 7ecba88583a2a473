"""The beat says how the seat stands, at once and again, and hands on each word of a lead once."""

import pytest
from PySide6.QtCore import QObject

from app.records.ids import new_id
from app.records.presence import Action, Directive, State
from app.sync.port import CentralAway
from app.ui import beat as beats
from app.ui.beat import Beat


class Line:
    def __init__(self):
        self.said, self.told, self.closed = [], [], 0
        self.is_away = self.forgets = False

    def beat(self, agent, state, reason, heard):
        self.said.append((agent, state, reason, tuple(heard)))
        if self.is_away:
            raise CentralAway("away")
        return [each for each in self.told if self.forgets or each.id not in heard]

    def close(self):
        self.closed += 1


@pytest.fixture
def line():
    return Line()


@pytest.fixture
def beat(qapp, background, line, monkeypatch):
    """Of a locked seat: no rounds, and a beat 25 times a second."""
    monkeypatch.setattr(beats, "_EVERY_MS", 40)
    holder = QObject(qapp)
    made = Beat(background.central, holder)
    made.begin(line, lambda: None)
    made.go_alone()
    yield made
    made.end()
    holder.deleteLater()


@pytest.fixture
def heard(beat):
    heard = []
    beat.directed.connect(heard.append)
    return heard


def test_a_state_is_told_at_once_and_again(beat, line, qtbot):
    me = new_id()
    beat.say(me, State.AWAY, "meal")
    qtbot.waitUntil(lambda: len(line.said) >= 3)
    assert set(line.said) == {(me, State.AWAY, "meal", ())}


def test_each_word_is_handed_on_once_and_told_to_be_heard(beat, line, heard, qtbot):
    word = Directive(new_id(), Action.LOCK, "why", new_id(), "1001 王珂")
    line.told = [word]
    beat.say(None, State.READY)
    qtbot.waitUntil(lambda: any(word.id in said[3] for said in line.said))
    line.told = []
    count = len(line.said)
    qtbot.waitUntil(lambda: len(line.said) >= count + 3)
    assert heard == [word]
    assert line.said[-1][3] == ()


def test_a_word_whose_hearing_central_did_not_take_in_is_not_done_twice(beat, line, heard, qtbot):
    word = Directive(new_id(), Action.LOCK, "why", new_id(), "1001 王珂")
    line.told = [word]
    line.forgets = True
    beat.say(None, State.READY)
    qtbot.waitUntil(lambda: len(line.said) >= 4)
    assert heard == [word]


def test_with_rounds_a_state_waits_for_the_next_which_is_asked_for(beat, line, qtbot):
    asked = []
    beat.begin(line, lambda: asked.append(1))
    beat.say(None, State.READY)
    assert asked == [1]
    assert line.said == []
    beat.beat()
    assert line.said == [(None, State.READY, "", ())]


def test_a_central_that_is_away_stops_nothing(beat, line, qtbot):
    line.is_away = True
    beat.say(None, State.READY)
    qtbot.waitUntil(lambda: len(line.said) >= 3)


def test_the_end_says_that_nobody_is_here_and_closes_the_line_once(beat, line, background, qtbot):
    beat.say(new_id(), State.READY)
    beat.end()
    beat.end()
    done = []
    background.central.run(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert line.said[-1] == (None, State.OFFLINE, "", ())
    assert line.closed == 1
    assert not beat._timer.isActive()


def test_a_line_the_lane_had_no_time_to_close_is_closed(beat, line, background):
    background.central.stop()
    background.central.join(5)
    beat.end()
    beat.hang_up()
    assert line.closed == 1


def test_the_line_of_before_is_closed_where_another_begins(beat, line, qtbot):
    beat.begin(Line(), lambda: None)
    qtbot.waitUntil(lambda: line.closed == 1)


def test_without_a_central_nothing_is_said(qapp, background):
    holder = QObject(qapp)
    alone = Beat(background.central, holder)
    alone.say(new_id(), State.READY)
    alone.go_alone()
    alone.beat()
    alone.end()
    assert not alone._timer.isActive()
    holder.deleteLater()

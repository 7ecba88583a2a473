"""The heartbeat says how the road is, in codes, and never asks twice at once."""

import socket
import threading
from contextlib import suppress
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from app.records.waiting import Waiting
from app.store.changes import Changes
from app.sync.port import CentralAway, CentralRefused
from app.sync.round import Round
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.heartbeat import Heartbeat, Pulse


class Road:
    """A road whose rounds end as the test says."""

    def __init__(self):
        self.waiting = Waiting()
        self.ends_with = self.result = None
        self.rounds = 0
        self.rests = 0
        self.open = threading.Event()
        self.open.set()
        self.socket, self.far_end = socket.socketpair()

    def round(self):
        assert self.open.wait(5)
        self.rounds += 1
        self.socket.setblocking(False)
        with suppress(BlockingIOError):
            self.socket.recv(100)
        if self.ends_with:
            raise self.ends_with
        return self.result

    def rest(self):
        self.rests += 1


@pytest.fixture
def road():
    road = Road()
    yield road
    road.socket.close()
    road.far_end.close()


@pytest.fixture
def changes():
    return Changes()


@pytest.fixture
def beating(qapp, background, changes, time, road):
    holder = QObject(qapp)
    bridge = Bridge(changes, holder)
    made = []

    def _beating(alone=False, roll=0.0):
        round = None if alone else road.round
        pulse = Pulse(round, lambda: road.waiting, lambda: roll, time.now, road.socket.fileno, road.rest)
        made.append(Heartbeat(pulse, background.central, bridge, holder))
        return made[-1]

    yield _beating
    for heartbeat in made:
        heartbeat.stop()
    bridge.close()
    holder.deleteLater()


def test_a_round_that_went_well_says_synced_and_when(beating, qtbot, time):
    heartbeat = beating()
    heartbeat.start()
    qtbot.waitUntil(lambda: heartbeat.road.code == "synced")
    assert heartbeat.road.at == time.at


def test_a_lost_network_is_told_at_once_and_asked_again(beating, qtbot, road):
    road.ends_with, road.waiting = CentralAway(), Waiting(pending=3)
    heartbeat = beating()
    heartbeat.start()
    qtbot.waitUntil(lambda: heartbeat.road.code == "away")
    assert wording.road("away", 3) == "断网，已存本机"
    qtbot.waitUntil(lambda: road.rounds >= 2)
    road.ends_with, road.waiting = None, Waiting()
    qtbot.waitUntil(lambda: heartbeat.road.code == "synced")


@pytest.mark.parametrize("code", ["login", "rights", "version", "plain", "history", "quota"])
def test_a_refusal_names_its_reason(beating, qtbot, road, code):
    road.ends_with = CentralRefused(code)
    heartbeat = beating()
    heartbeat.start()
    qtbot.waitUntil(lambda: heartbeat.road.code == "refused")
    assert heartbeat.road.detail == code
    assert wording.road("refused", 0, code) != wording.road("refused", 0)


def test_a_broken_round_does_not_end_the_heartbeat(beating, qtbot, road):
    road.ends_with = ZeroDivisionError()
    heartbeat = beating()
    heartbeat.start()
    qtbot.waitUntil(lambda: road.rounds >= 2)
    assert heartbeat.road.code == "refused"


def test_a_new_entry_is_shown_as_waiting_and_sent_soon(beating, qtbot, road, changes):
    heartbeat = beating(roll=0.99)
    heartbeat.start()
    qtbot.waitUntil(lambda: heartbeat.road.code == "synced")
    before = road.rounds
    road.open.clear()
    road.waiting = Waiting(pending=2)
    changes.publish(frozenset({"outbox"}))
    qtbot.waitUntil(lambda: heartbeat.road.code == "pending")
    assert wording.road("pending", heartbeat.road.count) == "待发送 2 条"
    road.open.set()
    qtbot.waitUntil(lambda: road.rounds > before, timeout=1500)


def test_what_wants_a_person_is_said_before_what_waits(beating, qtbot, road):
    road.waiting = Waiting(pending=2, attention=1)
    heartbeat = beating()
    heartbeat.start()
    qtbot.waitUntil(lambda: road.rounds >= 1 and heartbeat.road.at is not None)
    assert heartbeat.road.code == "attention"
    assert wording.road("attention", heartbeat.road.count) == "需要处理 1 条"


def test_rounds_that_go_well_and_leave_the_oldest_lying_are_told(beating, qtbot, road, time, changes):
    """Some programs said "sending" for ever."""
    heartbeat = beating()
    time.at += timedelta(minutes=5)
    road.waiting = Waiting(pending=3, oldest_at=time.at - timedelta(minutes=2))
    heartbeat.start()
    assert heartbeat.road.code != "stuck"  # not before a round had its chance
    qtbot.waitUntil(lambda: heartbeat.road.code == "stuck")
    assert heartbeat.road.oldest_at == road.waiting.oldest_at
    road.waiting = Waiting(pending=1, oldest_at=time.at - timedelta(seconds=20))
    changes.publish(frozenset({"outbox"}))
    qtbot.waitUntil(
        lambda: heartbeat.road.code == "pending"
    )  # written while the round began: the next has it


def test_before_the_first_round_the_last_one_is_told_from_what_central_took(beating, qtbot, road, time):
    road.waiting = Waiting(taken_at=time.at - timedelta(hours=20))
    heartbeat = beating()
    assert heartbeat.road.at == time.at - timedelta(hours=20)
    heartbeat.start()
    qtbot.waitUntil(lambda: heartbeat.road.code == "synced")
    assert heartbeat.road.at == time.at


def test_a_first_sync_says_how_far_it_is(beating, qtbot, road, changes):
    road.waiting = Waiting(filled=12_300)
    heartbeat = beating()
    heartbeat.start()
    qtbot.waitUntil(lambda: heartbeat.road.at is not None)
    assert wording.road(heartbeat.road.code, heartbeat.road.count) == "首次同步，已取 12,300 条"
    road.waiting = Waiting()
    changes.publish(frozenset({"call"}))
    qtbot.waitUntil(lambda: heartbeat.road.code == "synced")


def test_a_seat_that_was_found_to_be_a_copy_says_its_new_code(beating, qtbot, road):
    road.result = Round(code="A03B")
    heartbeat = beating()
    with qtbot.waitSignal(heartbeat.recoded) as told:
        heartbeat.start()
    assert told.args == ["A03B"]


def test_a_seat_alone_never_asks(beating, qtbot, road):
    heartbeat = beating(alone=True)
    heartbeat.start()
    assert heartbeat.road.code == "alone"
    assert wording.road("alone", 0) == "独立席位"


def test_after_stop_no_answer_is_taken(beating, qtbot, road, background):
    heartbeat = beating()
    road.open.clear()
    heartbeat.start()
    qtbot.waitUntil(lambda: heartbeat._running)
    heartbeat.stop()
    road.open.set()
    done = []
    background.central.run(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert heartbeat.road.at is None


def test_what_central_has_to_say_is_heard_before_the_next_turn(beating, qtbot, road):
    heartbeat = beating(roll=0.5)
    heartbeat.start()
    qtbot.waitUntil(lambda: heartbeat.road.code == "synced")
    for n in (1, 2):  # and once it was heard, the ear is open again
        road.far_end.send(b"news")
        qtbot.waitUntil(lambda n=n: road.rounds == 1 + n, timeout=1500)  # its turn would be in 2 s
        qtbot.waitUntil(lambda: heartbeat.road.code == "synced")


def test_a_line_that_another_question_closed_meanwhile_is_no_invalid_ear(beating, qtbot, road):
    heartbeat = beating(roll=0.5)
    heartbeat.start()
    qtbot.waitUntil(lambda: heartbeat.road.code == "synced")
    closed, far_end = road.socket, road.far_end
    road.socket, road.far_end = socket.socketpair()  # the next round has a line of its own
    closed.close()
    far_end.send(b"gone")  # Qt warns of what it cannot hear, and any warning fails
    qtbot.waitUntil(lambda: road.rounds == 2, timeout=1500)
    far_end.close()


def test_a_seat_nobody_touches_looks_less_often_and_comes_back_at_a_touch(beating, qtbot, road, time):
    heartbeat = beating()
    heartbeat.start()
    qtbot.waitUntil(lambda: road.rounds >= 2)
    time.at += timedelta(minutes=11)
    qtbot.waitUntil(lambda: heartbeat._timer.remainingTime() > 6000, timeout=3000)
    rounds = road.rounds
    heartbeat.touch()
    qtbot.waitUntil(lambda: road.rounds == rounds + 1)
    assert road.rests == 0  # the beat needs the connection

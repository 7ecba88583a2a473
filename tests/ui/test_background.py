"""The lanes beside the window."""

import gc
import threading

from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QWidget

from app.sync.port import CentralAway
from app.ui import collector
from app.ui.background import Background


def test_a_result_comes_back_on_the_windows_thread(qapp, qtbot):
    background, seen = Background(qapp), []
    background.store.run(
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, QThread.currentThread() is qapp.thread())),
    )
    qtbot.waitUntil(lambda: seen == [("store", True)])
    assert background.close()


def test_a_widget_nobody_holds_goes_on_the_windows_thread_whoever_makes_garbage(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(collector, "_LOOK_MS", 10)
    background, gone = Background(qapp), []

    class Page(QWidget):
        """As an error leaves one behind: it holds itself, and no window has it."""

        def __init__(self):
            super().__init__()
            self.itself = self

    def half_made():
        Page().destroyed.connect(
            lambda: gone.append(threading.current_thread() is threading.main_thread()),
            Qt.ConnectionType.DirectConnection,
        )

    def make_much():
        if looks_anywhere:
            gc.enable()
        return [[n] for n in range(20_000)]

    looks_anywhere = gc.isenabled()
    gc.disable()  # so that this thread does not find it first
    half_made()
    done = []
    background.heavy.run(make_much, done.append)  # and kept: what is gone again no look would count
    qtbot.waitUntil(lambda: gone == [True])
    assert background.close()
    assert gc.isenabled()


def test_an_error_finds_its_way_out(qapp, qtbot):
    background, failed = Background(qapp), []

    def broken():
        raise ValueError("x")

    background.central.run(broken, failed=failed.append)
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert isinstance(failed[0], ValueError)
    assert background.close()


def test_a_slow_network_does_not_keep_the_store_waiting(qapp, qtbot):
    background, seen, gate = Background(qapp), [], threading.Event()
    background.central.run(gate.wait)
    background.store.run(lambda: 1, seen.append)
    qtbot.waitUntil(lambda: seen == [1])
    gate.set()
    assert background.close()


def test_once_closed_nothing_runs_and_nothing_is_delivered(qapp, qtbot):
    background, seen, gate = Background(qapp), [], threading.Event()
    background.store.run(gate.wait, seen.append)
    background.store.run(lambda: 2, seen.append)
    background.store.stop()
    gate.set()
    assert background.close()
    assert not background.store.run(lambda: 3, seen.append)
    qapp.processEvents()
    assert seen == []


def test_what_was_foreseen_and_comes_back_too_late_is_no_error(qapp, caplog):
    background, begun, gate = Background(qapp), threading.Event(), threading.Event()

    def away():
        begun.set()
        gate.wait(5)
        raise CentralAway("the plug is out")

    background.central.run(away, failed=lambda error: None)
    begun.wait(5)
    background.central.stop()
    gate.set()
    assert background.close()
    assert not caplog.records

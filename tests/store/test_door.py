"""One writer at a time, and the window goes first."""

import threading

import pytest

from app.store.door import Turns


class Line:
    """Threads that queue for a turn, and the order in which they got it."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.order: list[str] = []
        self.threads: list[threading.Thread] = []

    def join(self, name: str, *, background: bool) -> None:
        thread = threading.Thread(target=self._run, args=(name, background))
        thread.start()
        self.threads.append(thread)
        self._until_waiting(len(self.threads))

    def _run(self, name: str, background: bool) -> None:
        with self.turns.taken(background=background):
            self.order.append(name)

    def _until_waiting(self, count: int) -> None:
        for _ in range(1_000_000):
            with self.turns._free:
                if len(self.turns._free._waiters) >= count:
                    return
        pytest.fail("nobody waits")

    def all_done(self) -> None:
        for thread in self.threads:
            thread.join(10)
            assert not thread.is_alive()


def test_the_window_goes_before_every_background_write_that_waits():
    line = Line(Turns())
    with line.turns.taken(background=True):
        line.join("pull 1", background=True)
        line.join("pull 2", background=True)
        line.join("window", background=False)
        line.join("pull 3", background=True)
    line.all_done()
    assert line.order[0] == "window"
    assert sorted(line.order) == ["pull 1", "pull 2", "pull 3", "window"]


def test_two_writes_never_overlap():
    turns, inside, most = Turns(), [0], [0]

    def work(background: bool) -> None:
        for _ in range(200):
            with turns.taken(background=background):
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                inside[0] -= 1

    threads = [threading.Thread(target=work, args=(i % 2 == 0,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert most[0] == 1


def test_a_turn_is_given_back_when_the_write_fails():
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.taken(background=False):
        _ = 1 / 0
    with turns.taken(background=True):
        pass


def test_the_window_saves_between_the_parts_of_a_long_pull(store, make):
    """A page of 2,000 is ten transactions: a save that comes meanwhile waits for one, not for ten."""
    from app.records.calls import Call
    from app.records.ops import Page

    seen: list[int] = []
    images = tuple(make.image(make.call_body(), version=1) for _ in range(2000))
    started, saved = threading.Event(), threading.Event()

    def count(kinds):
        if "call" in kinds and not started.is_set():
            started.set()
            saved.wait(20)

    def pull():
        store.feed.receive(Page(images))

    stop = store.changes.listen(count)
    puller = threading.Thread(target=pull)
    puller.start()
    assert started.wait(20)
    with store.write() as to:
        to.put(make.call())
    seen.append(store.count(Call))
    saved.set()
    puller.join(30)
    stop()
    assert seen[0] == 201
    assert store.count(Call) == 2001


def test_who_writes_in_the_background_can_tell_that_the_window_waits():
    line = Line(Turns())
    with line.turns.taken(background=True):
        line.join("pull", background=True)
        assert not line.turns.is_awaited
        line.join("window", background=False)
        assert line.turns.is_awaited
    line.all_done()
    assert not line.turns.is_awaited


def test_who_works_in_the_background_gives_way_as_long_as_the_window_writes():
    line, went = Line(Turns()), []
    other = threading.Thread(target=lambda: (line.turns.give_way(), went.append("on")))
    with line.turns.taken(background=False):
        other.start()
        line._until_waiting(1)
        assert went == []
    other.join(10)
    assert went == ["on"]

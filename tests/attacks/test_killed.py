"""The program is ended as by a power cut, locked or not; and the screens change while it is locked."""

import json
import threading

import pytest

from tests.attacks.outside import Outside

pytestmark = pytest.mark.attack
KEPT_WITHIN = 2.0  # seconds


@pytest.fixture
def start(tmp_path):
    started = []

    def start():
        started.append(Outside(tmp_path / "seat"))
        return started[-1]

    yield start
    for each in started:
        each.kill()


@pytest.mark.parametrize("locked", [False, True])
def test_16_killed_it_starts_at_the_door_with_what_was_typed_two_seconds_before(start, locked, tmp_path):
    seat = start()
    seat.sign_in_first()
    assert seat.ask("program.ended_badly") is None
    seat.ask("at.call(name='欧阳落霞', request='漏气')")
    if locked:
        seat.ask("program.lock()")
    else:
        threading.Event().wait(KEPT_WITHIN)
    seat.kill()
    again = start()
    assert again.ask("type(at.page).__name__") == "SignInPage"
    assert again.ask("program.opened") is None
    assert again.ask("abs((clock.now() - program.ended_badly).total_seconds()) < 60")
    again.ask("at.front.sign_in_asked.emit('1001', 'correct horse')")
    again.until("at.is_open")
    assert again.ask("at.answers()")["name"] == "欧阳落霞"
    assert again.ask("at.states()")[:2] == ["sign_in", "crash"]
    again.ask("at.front.window.close()")
    again.process.wait(30)
    assert start().ask("program.ended_badly") is None


def test_16_locked_or_not_nothing_of_a_customer_lies_beside_the_file(start, tmp_path):
    seat = start()
    seat.sign_in_first()
    seat.ask("at.call(name='欧阳落霞', request='漏气')")
    seat.ask("at.page.open('list', 'calls')")
    seat.ask("program.lock()")
    seat.kill()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert {file.name for file in files} >= {"seat.db", "window.ini", "zuoxi.log", "in-use"}
    for file in files:
        assert "欧阳落霞".encode() not in file.read_bytes(), file


def test_35_on_another_screen_of_another_scale_all_of_it_is_the_lock_page(start, tmp_path, monkeypatch):
    screens = [
        {"name": "one", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1},
        {"name": "two", "x": 1366, "y": 0, "width": 2560, "height": 1440, "logicalDpi": 192, "dpr": 1},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}), "utf-8")
    monkeypatch.setenv("QT_QPA_PLATFORM", f"offscreen:configfile={config}")
    seat = start()
    seat.sign_in_first()
    seat.ask("at.call(name='欧阳落霞')")
    seat.ask("at.float()")
    assert seat.ask("at.seen()") == 2
    seat.ask("program.lock()")
    pages = []
    for screen, x, y in ((0, 0, 0), (1, 1500, 50), (1, -5000, 100), (0, 40, 40)):
        seat.ask(f"at.front.window.windowHandle().setScreen(application.screens()[{screen}])")
        seat.ask(f"at.front.window.move({x}, {y})")
        pages.append(seat.ask("[at.front.window.devicePixelRatio(), at.is_locked, at.seen(), at.covered()]"))
    assert [page[1:] for page in pages] == [[True, 1, True]] * 4
    assert [page[0] for page in pages] == [1, 2, 2, 1]

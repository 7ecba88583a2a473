"""The built program at work, in a session of its own: `python -m tests.installer.at_work PROGRAM HOME`.

It is started with HOME and the two addresses a desktop gives (screen, keychain), worked by keys alone,
and what it wrote is read back with the key that only this seat's keychain and password open.
"""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any
from zipfile import is_zipfile

from openpyxl import Workbook, load_workbook

from app.desk.accounts import Accounts
from app.records.calls import Call
from app.records.cases import Case
from app.records.kinds import Record
from app.records.orders import Order, Slip
from app.store import engine, tables, upgrade
from app.store.engine import Key, look
from app.store.keyring import OsSecrets
from app.store.store import Store
from tests.screen import screen

NO, PASSWORD = "1001", "correct-horse-9"
CALLER = {"address": "12 Riverside Road", "phone": "13800001234"}
NAMES = [f"Caller {n:02}" for n in range(20)]
PAST = "2024-05-06 07:08:09"
MAP = """
form: suggestion
key: name
zone: Asia/Shanghai
time: time
channel: {value: phone}
fields: {name: name, phone: phone, request: request, category: {value: other}, solved: {value: solved}}
"""
PATIENCE = 30.0  # seconds, for anything that is waited for

_clock = threading.Event()  # never set: only its waiting is wanted


def until(look_for: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    end = monotonic() + patience
    while not (found := look_for()):
        assert monotonic() < end, f"waited in vain: {what}"
        _clock.wait(0.1)
    return found


def _given(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "DBUS_SESSION_BUS_ADDRESS": os.environ["DBUS_SESSION_BUS_ADDRESS"]}


class Seat:
    def __init__(self, program: Path, home: Path, display: str) -> None:
        self._display = display
        self.folder = home / ".local" / "share" / "zuoxi"
        self._running = subprocess.Popen([program], env={**_given(home), "DISPLAY": display})
        self._window = self._hands("search", "--sync", "--onlyvisible", "--name", "坐席工作台").split()[-1]
        self.come_to_the_front()

    def come_to_the_front(self) -> None:
        """Without a window manager nobody gives the focus back when a dialog closes."""
        self._hands("windowfocus", "--sync", self._window)

    def _hands(self, *words: str, may_fail: bool = False) -> str:
        env = {**os.environ, "DISPLAY": self._display}
        done = subprocess.run(
            ["xdotool", *words], env=env, capture_output=True, text=True, timeout=PATIENCE, check=not may_fail
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        self._hands("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        self._hands("type", "--delay", "20", text)

    def opens(self, title: str, *keys: str) -> bool:
        """Press *keys*, give the program its time, and tell whether a window of that title is there."""
        for key in keys:
            self.press(key)
            _clock.wait(0.7)
        return bool(self._hands("search", "--onlyvisible", "--name", title, may_fail=True).split())

    def cut_power(self) -> None:
        """End it as a power cut does; whatever it stumbled over stands in its log."""
        self._running.kill()
        self._running.wait()

    def stumbled(self) -> str:
        log = (self.folder / "logs" / "zuoxi.log").read_text("utf-8")
        return log if " ERROR " in log else ""


class Records:
    """What stands in the seat's file, read beside the running program."""

    def __init__(self, folder: Path) -> None:
        self._accounts = Accounts(folder, OsSecrets(), lambda: datetime.now(UTC), lambda *_: None)
        opened = self._accounts.sign_in(NO, PASSWORD)
        self.store: Store = opened.store
        self.key = opened.key

    def all(self, kind: type[Record]) -> list[Any]:
        return list(self.store.find(kind, limit=100))


def first_day(seat: Seat) -> None:
    """The first start alone, one gas leak logged, dispatched and printed."""
    seat.press("Down", "Tab")
    for word in ("Linjiang Gas", NO, "Wang Ke", PASSWORD, PASSWORD):
        seat.type(word)
        seat.press("Return")
    until((seat.folder / "seat.json").exists, "no seat was set up")
    records = Records(seat.folder)
    until(lambda: _begin(seat, records), "no form opened")
    seat.type(CALLER["address"])
    seat.press("Tab")
    seat.type(CALLER["phone"])
    seat.press("ctrl+Return")
    (call,) = until(lambda: records.all(Call), "the call was not saved")
    assert {name: call.answers[name] for name in CALLER} == {**CALLER, "phone": call.answers["phone"]}
    assert call.answers["phone"].endswith(CALLER["phone"])
    assert [c.id for c in records.all(Case)] == [call.case]
    seat.press("F9")
    (order,) = until(lambda: records.all(Order), "no order was made")
    seat.press("F8")
    (slip,) = until(lambda: records.all(Slip), "no slip was numbered")
    assert slip.order == order.id
    paper = seat.folder / "slips" / f"{slip.number}.pdf"
    until(lambda: paper.exists() and paper.read_bytes().rstrip().endswith(b"%%EOF"), "no slip was drawn")
    records.store.close()
    print(f"logged {call.number}, dispatched {order.number}, printed {slip.number}")
    look_round(seat)


def look_round(seat: Seat) -> None:
    """Open what brings a part of its own into the program: preview, help, lists, export."""
    until(lambda: seat.opens("预览派工单", "ctrl+F8"), "no preview")
    until(lambda: not seat.opens("预览派工单", "Escape"), "the preview does not close")
    seat.come_to_the_front()
    seat.press("shift+F1")
    # From the filter into the list: elsewhere than on Windows a line takes Ctrl+E for its own end.
    until(lambda: seat.opens("导出", "F5", "3", "Down", "ctrl+e"), "nothing to export to")
    kept = seat.folder / "orders.xlsx"
    seat.press("ctrl+a")
    seat.type(str(kept))
    seat.press("Return")
    until(lambda: kept.exists() and is_zipfile(kept), "the list was not exported")
    (sheet,) = load_workbook(kept)
    assert sheet.max_row == 2, "a head and one order"
    print("looked at the preview, the help and a list, exported the list")


def _begin(seat: Seat, records: Records) -> bool:
    """F2 and the form's name; at the door, which is not gone yet, both fall flat."""
    seat.press("F2")
    seat.type("rqxl")  # 燃气泄漏报警, by its initials
    seat.press("Return")
    _clock.wait(0.5)
    return bool(records.store.drafts.all())


def next_day(seat: Seat, key: bytes) -> None:
    """Sign in by the slot, with a file an older program left; the file comes up and nothing is gone."""
    seat.type(NO)
    seat.press("Return")
    seat.type(PASSWORD)
    seat.press("Return")
    until(lambda: look(seat.folder / "seat.db", key) == tables.REVISION, "the older file was not brought up")
    records = Records(seat.folder)
    assert len(records.all(Call)) == 1 + len(NAMES)
    records.store.close()
    print("an older file was brought up, nothing is gone")


def make_older(folder: Path) -> bytes:
    """Put the seat's records into a file as the first program made it; return its key."""
    records = Records(folder)
    records.store.close()
    file, old = folder / "seat.db", folder / "older.db"
    first = folder / "steps"
    shutil.copytree(upgrade.MIGRATIONS, first, ignore=shutil.ignore_patterns("__pycache__", "v000[2-9]*"))
    engine._connect(old, Key(records.key)).close()
    upgrade.migrate(old, records.key, folder / "empty.db", first)
    raw = engine.connect(old, Key(records.key), foreign_keys=False)
    raw.execute("ATTACH DATABASE ? AS now KEY ?", (str(file), f"x'{records.key.hex()}'"))
    for name in sorted(_tables(raw, "main") & _tables(raw, "now") - {"alembic_version"}):
        columns = ", ".join(f'"{row[1]}"' for row in raw.execute(f'PRAGMA main.table_info("{name}")'))
        raw.execute(f'INSERT OR REPLACE INTO main."{name}" ({columns}) SELECT {columns} FROM now."{name}"')
    raw.close()
    for left in folder.glob("seat.db-*"):
        left.unlink()
    old.replace(file)
    return records.key


def _tables(raw: Any, schema: str) -> set[str]:
    asked = f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    return {name for (name,) in raw.execute(asked) if not name.startswith("sqlite_")}


def bring_in_the_past(program: Path, home: Path) -> None:
    """Import a spreadsheet from the command line, twice; nothing doubles."""
    book = Workbook()
    for row in (
        ("name", "phone", "request", "time"),
        *((n, "139000012" + n[-2:], "old", PAST) for n in NAMES),
    ):
        book.active.append(row)
    book.save(home / "past.xlsx")
    (home / "map.yaml").write_text(MAP, "utf-8")
    words = ["import", "past.xlsx", "--form", "suggestion", "--map", "map.yaml", "--agent-no", NO]
    for time in ("first", "second"):
        done = subprocess.run(
            [program, *words], cwd=home, env=_given(home), input=f"{PASSWORD}\n", text=True,
            capture_output=True, start_new_session=True, timeout=PATIENCE,
        )  # fmt: skip
        assert done.returncode == 0, f"{time}: {done.stdout}{done.stderr}"
    records = Records(home / ".local" / "share" / "zuoxi")
    assert sum(call.form == "suggestion" for call in records.all(Call)) == len(NAMES)
    records.store.close()
    print(f"imported {len(NAMES)} rows of a spreadsheet, twice, and has them once")


@contextmanager
def sitting(program: Path, home: Path, display: str) -> Iterator[Seat]:
    """The program from its start to a power cut; it must not have stumbled."""
    seat = Seat(program, home, display)
    try:
        yield seat
    finally:
        seat.cut_power()
        print(seat.stumbled(), end="")
    assert not seat.stumbled()


def main() -> None:
    program, home = Path(sys.argv[1]), Path(sys.argv[2])
    with screen() as display:
        with sitting(program, home, display) as seat:
            first_day(seat)
        bring_in_the_past(program, home)
        key = make_older(seat.folder)
        with sitting(program, home, display) as seat:
            next_day(seat, key)


if __name__ == "__main__":
    main()

"""A signed-in workplace on a real store, driven as an agent drives it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

from app import places
from app.desk import clock
from app.desk.accesses import Accesses
from app.desk.addresses import Addresses
from app.desk.callers import Callers
from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.clocks import Clocks
from app.desk.conflicts import Conflicts
from app.desk.corrections import Corrections
from app.desk.customers import Customers
from app.desk.desk import Desk
from app.desk.directory import Directory
from app.desk.find import Finder
from app.desk.following import following_of
from app.desk.imports import Imports
from app.desk.jottings import Jottings
from app.desk.leaves import Leaves
from app.desk.lists import Lists
from app.desk.matter import matter_of
from app.desk.orders import Letterhead, Orders
from app.desk.past import past_of
from app.desk.people import People
from app.desk.presence import FloorDesk, Presences, Told
from app.desk.prints import Prints
from app.desk.refusals import Refusals
from app.desk.retention import Retention
from app.desk.sessions import Sessions
from app.desk.suggestions import Suggestions
from app.desk.worklist import Worklist
from app.forms.load import load
from app.printing.press import Press
from app.printing.spooler import Job, Printer, Sent, SpoolRefused, State
from app.records.accounts import Agent, Role, Session
from app.records.ids import Id, new_id
from app.records.prints import Fate, Spooled
from app.store.engine import open_engines
from app.store.store import Store
from app.ui.background import Background
from app.ui.bridge import Bridge
from app.ui.heartbeat import Heartbeat, Pulse
from app.ui.rooms import Tools
from app.ui.window import Window
from app.ui.workplace import Workplace
from tests.seatfile import KEY, new_file

PAUSES = {
    "views": "_REST_MS", "filters": "_WAIT_MS", "commandbar": "_WAIT_MS", "panels.customers": "_WAIT_MS",
    "likely": "_WAIT_MS",
    "panels.calls": "_KEEP_MS", "jotting": "_KEEP_MS",
    "panels.imports": "_PAUSE_MS", "panels.worklist": "_REST_MS", "kit.paging": "_REST_MS",
}  # fmt: skip
ME = Agent(Id("01900000-0000-7000-8000-000000001001"), "1001", "王珂", Role.AGENT, "")


class Shelf:
    """A spooler of our own: printers stand as a test says, and keep what they are sent."""

    def __init__(self) -> None:
        self.states: dict[str, State] = {}
        self.sent: list[Job] = []
        self.refusal = ""  # of whoever asks which printers there are
        self.offered: dict[str, list[str]] = {}  # trays
        self.fates: dict[str, Fate] | None = None  # of each job, by its title; None: it never tells
        self.cancelled: list[tuple[str, str]] = []

    def printers(self) -> list[Printer]:
        if self.refusal:
            raise SpoolRefused(self.refusal)
        return [Printer(name, state) for name, state in self.states.items()]

    def state(self, name: str) -> State:
        return self.states.get(name, State.UNKNOWN)

    def trays(self, name: str) -> list[str]:
        return self.offered.get(name, [])

    def jobs(self) -> list[Spooled] | None:
        if self.fates is None:
            return None
        titles = [job.title for job in self.sent]
        return [Spooled(str(titles.index(title) + 1), title, fate) for title, fate in self.fates.items()]

    def cancel(self, printer: str, ref: str) -> None:
        self.cancelled.append((printer, ref))
        if self.fates is not None:
            self.fates[self.sent[int(ref) - 1].title] = Fate.CANCELLED

    def send(self, job: Job) -> Sent:
        if not self.state(job.printer).takes:
            raise SpoolRefused(self.state(job.printer))
        self.sent.append(job)
        if self.fates is not None:
            self.fates[job.title] = Fate.PRINTS
        return Sent(self.state(job.printer), str(len(self.sent)) if self.fates is not None else "")


@dataclass
class Time:
    """The clock that is given in."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 21, 1, 31, 5, tzinfo=UTC))

    def now(self) -> datetime:
        return self.at


@pytest.fixture(autouse=True)
def _hasty(request, monkeypatch):
    """What the window leaves the hands of a person in time is wasted on a test, but for one about it."""
    if "unhurried" in request.keywords:
        return
    for module, pause in PAUSES.items():
        monkeypatch.setattr(f"app.ui.{module}.{pause}", 25)


@pytest.fixture
def time():
    return Time()


@pytest.fixture(scope="session")
def forms():
    return load(places.forms())


@pytest.fixture
def open_store(tmp_path, time):
    """Open the seat's file, as often as a test restarts the program."""
    path, opened = tmp_path / "seat.db", []

    def _open() -> Store:
        if not path.exists():
            new_file(path)
        session = Session(new_id(), ME.id, ME.role, "install", time.now())
        store = Store(open_engines(path, KEY), session, time.now)
        opened.append(store)
        return store

    yield _open
    for store in opened:
        store.close()


def desk_on(store: Store, forms, now: Callable[[], datetime], door=None) -> Desk:
    calls = Calls(store, forms, ME, now, "zh_CN")
    cases = Cases(store, forms, ME, now)
    orders = Orders(store, calls, ME, now, Letterhead("临江燃气客服中心", "zh_CN"))
    corrections = Corrections(store, forms, "zh_CN")
    conflicts = Conflicts(store, corrections, ME, now)
    refusals = Refusals(store, corrections, store._session)
    sessions = Sessions(store, store._session, now, door)
    past = past_of(store)
    clocks = Clocks(store, forms, ME, now, "zh_CN", past)
    worklist = Worklist(calls, cases, conflicts, refusals, sessions, clocks)
    leaves = Leaves(store, store._session, None, now)
    addresses = Addresses(forms, places.resources() / "divisions" / "divisions.xz")
    accesses = Accesses(store, forms.rights, store._session, "A03", now)
    return Desk(
        calls=calls,
        cases=cases,
        orders=orders,
        prints=Prints(store, orders, ME, now),
        matter=matter_of(store, calls, ME, now),
        customers=Customers(store),
        callers=Callers(store, forms, store._session, now, addresses.country, is_alone=False),
        conflicts=conflicts,
        refusals=refusals,
        sessions=sessions,
        clocks=clocks,
        retention=Retention(store, forms, ME, now, past),
        following=following_of(store, calls, ME, now),
        worklist=worklist,
        finder=Finder(store, calls, worklist, "A03", "zh_CN"),
        imports=Imports(store, forms, ME, now, "zh_CN"),
        lists=Lists(store, forms, ME, "A03", now, "zh_CN"),
        accesses=accesses,
        directory=Directory(forms, accesses, now, "zh_CN"),
        addresses=addresses,
        people=People(store),
        presence=Presences(store, ME.id, "A03", now, clock.tick, forms),
        floor=FloorDesk(None, store._session, {}, leaves, Told(store)),
        leaves=leaves,
        jottings=Jottings(store, ME, now),
        suggestions=Suggestions(store),
        agent=ME,
        seat_code="A03",
        centre="临江燃气客服中心",
    )


@pytest.fixture
def desk(open_store, forms, time):
    return desk_on(open_store(), forms, time.now)


@dataclass
class Seat:
    """One run of the program, from sign-in to sign-out."""

    window: Window
    workplace: Workplace
    desk: Desk
    store: Store
    bridge: Bridge
    heartbeat: Heartbeat
    qtbot: object
    signed_in: bool = True

    def new(self, form: str, answers: dict | None = None):
        """Open a call on *form*; *answers* are put in as if typed."""
        self.workplace.work.new(form)
        page = self.workplace.tabs.current()
        if answers:
            page.view.set_answers(answers)
        return page

    def press(self, key, held=Qt.KeyboardModifier.NoModifier) -> None:
        """Press *key* wherever the focus is."""
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, held)

    def sign_out(self) -> None:
        if not self.signed_in:
            return
        self.signed_in = False
        self.workplace.work.keep()
        self.workplace.leave()
        self.heartbeat.stop()
        self.bridge.close()
        self.window.show_page(QWidget())


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def background(qapp):
    lanes = Background(qapp)
    yield lanes
    assert lanes.close()


@pytest.fixture
def door():
    """The way to central over the agent's own login: a seat alone has none."""


@pytest.fixture
def start(qtbot, qapp, open_store, forms, time, tmp_path, background, shelf, door):
    """Sign in and show the workplace; asked again, the program was started again."""
    settings = QSettings(str(tmp_path / "ui.ini"), QSettings.Format.IniFormat)
    seats = []

    press = Press(tmp_path / "slips", shelf)

    def _start() -> Seat:
        store = open_store()
        desk = desk_on(store, forms, time.now, door)
        bridge = Bridge(store.changes, qapp)
        tools = Tools(background, bridge, settings, time.now, "zh_CN", press, qapp.composing.text, print)
        pulse = Pulse(None, partial(store.outbox.state, ME.id), lambda: 0.5, time.now)
        heartbeat = Heartbeat(pulse, background.central, bridge, qapp)
        window = Window(settings)
        window.resize(1366, 768)  # the screen that is not there has 800 × 800
        qtbot.addWidget(window)
        workplace = Workplace(desk, tools, heartbeat)
        window.show_page(workplace)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        seat = Seat(window, workplace, desk, store, bridge, heartbeat, qtbot)
        seats.append(seat)
        return seat

    yield _start
    for seat in seats:
        seat.sign_out()


REPAIR = {
    "name": "王小明",
    "phone": "13800001234",
    "address": "滨江路 18 号 3 栋 502",
    "category": "stove",
    "request": "灶具打不着火",
    "read_back": True,
    "solved": "unsolved",
}
DISPATCH = {"user_type": "residential", "gas_smell": False}
INQUIRY = {
    "name": "李芳",
    "phone": "13900005678",
    "category": "other",
    "request": "问营业时间",
    "solved": "solved",
    "answer": "已告知",
}
LEAK = {"phone": "13700009999", "address": "和平路 7 号"}


@pytest.fixture
def answers():
    """What satisfies each form at save; ``dispatch`` is what gas_repair asks more for an order."""
    return {"gas_repair": REPAIR, "dispatch": DISPATCH, "inquiry": INQUIRY, "gas_leak": LEAK}


@pytest.fixture
def type_in(qtbot):
    """Type into a field as it stands on the screen (ASCII: what a keyboard sends)."""

    def _type(page, field: str, text: str) -> None:
        page.view.focus_field(field)
        qtbot.keyClicks(page.view.focusWidget(), text)

    return _type

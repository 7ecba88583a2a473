"""An invented centre with a real PostgreSQL, and seats that join it as real ones do; a seat alone, to be
locked and unlocked."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from app import places
from app.asking import ask_central
from app.central.embedded import EmbeddedFailed
from app.demo.awake import Awake
from app.demo.centre import CENTRE, PASSWORD, open_centre
from app.demo.hands import Hands
from app.demo.secrets import DemoSecrets
from app.desk import clock
from app.desk.accounts import Accounts, Opened
from app.desk.calls import Calls
from app.desk.orders import Letterhead, Orders
from app.forms.load import load
from app.program import Program
from app.store import slots
from app.store.store import Store
from app.sync.postgres import Address, PostgresCentral
from app.sync.round import Round, run_round
from app.ui.front import Front
from app.ui.workplace import Workplace

ALONE_PASSWORD = "correct horse 电池"
LOCK = (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)


@pytest.fixture(scope="module", autouse=True)
def _passwords_cost_little():
    """What one costs is measured elsewhere, and the demonstration is a process of its own."""
    stretched = slots.stretched
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots, "stretched", lambda password, salt, *cost: stretched(password, salt, 64, 1, 1))
        yield


@pytest.fixture(scope="module")
def centre():
    # Not under pytest's own folder: as root the server runs as another user, who must get in.
    folder = Path(tempfile.mkdtemp(prefix="zuoxi-flows-"))
    try:
        made = open_centre(folder)
    except EmbeddedFailed as error:
        pytest.fail(str(error))
    yield made
    made.server.stop("immediate")
    shutil.rmtree(folder, ignore_errors=True)


@dataclass
class At:
    """Somebody signed in at a seat."""

    opened: Opened
    calls: Calls
    orders: Orders
    central: PostgresCentral

    @property
    def store(self) -> Store:
        return self.opened.store

    def sync(self) -> Round:
        return run_round(self.store, self.central)

    def log(self, **answers):
        draft = self.calls.new("gas_repair")
        draft.answers.update(
            name="王小明", phone="13800001234", address="春晓路88号", category="stove", request="打不着火",
            read_back=True, solved="unsolved", user_type="residential", gas_smell=False,
        )  # fmt: skip
        draft.answers.update(answers)
        return self.orders.save_and_make(draft)

    def leave(self):
        self.central.close()
        self.store.close()


@pytest.fixture(scope="module")
def seats(centre, tmp_path_factory):
    """The two seats' accounts, joined once; a seat is enrolled only once in its life."""
    made = {}
    for code, no in (("A01", "1001"), ("A02", "1002")):
        accounts = Accounts(tmp_path_factory.mktemp(code), DemoSecrets(), clock.now, ask_central)
        accounts.join(centre.enrolments[code], no, PASSWORD).store.close()
        made[code] = accounts
    return made


@pytest.fixture
def sit(seats):
    """Sign in at a seat; everybody has left when the test ends."""
    here = []

    def at(code, agent_no) -> At:
        opened = seats[code].sign_in(agent_no, PASSWORD, way="displace")
        calls = Calls(opened.store, load(places.forms()), opened.agent, clock.now, "zh_CN")
        orders = Orders(opened.store, calls, opened.agent, clock.now, Letterhead(CENTRE, "zh_CN"))
        seat = opened.seat
        address = Address(seat.host, seat.port, seat.database, seat.tls)
        central = PostgresCentral(address, seat.login, opened.login_password)
        here.append(At(opened, calls, orders, central))
        return here[-1]

    yield at
    for one in here:
        one.leave()


class Alone:
    """A seat alone, in a folder that outlives its programs."""

    def __init__(self, qapp, folder, secrets, system=None):
        self.front = Front(qapp, folder, clock.now)
        self.program = Program(qapp, self.front, folder, secrets, system or Awake())
        self.hands = Hands(self.front.window)
        self.hands.come_to_the_front()

    @property
    def page(self):
        return self.front.window.centralWidget()

    def type_lines(self, *lines):
        for line in lines:
            self.hands.type(line)
            self.hands.press(Qt.Key.Key_Return)

    def first_start(self):
        self.hands.press(Qt.Key.Key_Down)
        self.hands.press(Qt.Key.Key_Tab)
        self.type_lines("清河燃气", "1001", "王珂", ALONE_PASSWORD, ALONE_PASSWORD)
        self.hands.until(lambda: isinstance(self.page, Workplace), "no workplace")
        return self

    def sign_in(self):
        self.type_lines("1001", ALONE_PASSWORD)
        return self

    def leave(self):
        self.front.window.close()


@pytest.fixture
def seat(qapp, tmp_path):
    secrets, here = DemoSecrets(), []

    def at(given=None, system=None) -> Alone:
        here.append(Alone(qapp, tmp_path / "seat", given or secrets, system))
        return here[-1]

    yield at
    for one in here:
        one.leave()
        one.front.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def at(seat):
    """At the workplace of a seat alone."""
    return seat().first_start()


@pytest.fixture
def program(at):
    return at.program


@pytest.fixture
def hands(at):
    return at.hands


@pytest.fixture
def unlock(program, hands):
    def unlock(password=ALONE_PASSWORD):
        page = program.window.centralWidget()
        hands.until(lambda: not page._deaf.isActive(), "deaf for ever")
        hands.type(password)
        hands.press(Qt.Key.Key_Return)

    return unlock


@pytest.fixture
def come_back(program, hands, unlock):
    """Unlock, and return the workplace."""

    def come_back():
        unlock()
        hands.until(lambda: isinstance(program.window.centralWidget(), Workplace), "still locked")
        return work(program)

    return come_back


def work(program) -> Workplace:
    page = program.window.centralWidget()
    assert isinstance(page, Workplace)
    return page


def call_in_front(program, form="gas_repair"):
    work(program).work.new(form)
    return work(program).tabs.current()


def seen():
    """All windows that can be seen."""
    return [w for w in QApplication.topLevelWidgets() if w.isVisible()]

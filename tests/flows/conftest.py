"""An invented centre with a real PostgreSQL, and seats that join it as real ones do."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import places
from app.central.embedded import EmbeddedFailed
from app.demo.centre import CENTRE, PASSWORD, open_centre
from app.demo.secrets import DemoSecrets
from app.desk import clock
from app.desk.accounts import Accounts, Opened
from app.desk.calls import Calls
from app.desk.orders import Letterhead, Orders
from app.forms.load import load
from app.program import ask_central
from app.store.store import Store
from app.sync.postgres import Address, PostgresCentral
from app.sync.round import Round, run_round


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
        opened = seats[code].sign_in(agent_no, PASSWORD)
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

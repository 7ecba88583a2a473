"""A seat of its own, set up as its first start does it: real file, real slot, secrets in memory."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from app import places
from app.demo.secrets import DemoSecrets
from app.desk.accounts import AccountRefused, Accounts
from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.clocks import Clocks
from app.desk.conflicts import Conflicts
from app.desk.corrections import Corrections
from app.desk.orders import Letterhead, Orders
from app.desk.refusals import Refusals
from app.desk.sessions import Sessions
from app.desk.worklist import Worklist
from app.forms.load import load
from app.records.accounts import Agent, Role, Session, SignedIn
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.conflicts import Conflict
from app.records.ids import new_id
from app.records.ops import Cursor, Image, Page
from app.store import slots
from app.store.engine import open_engines
from app.store.rows import utc_text
from app.store.slots import Cost
from app.store.store import Store

PASSWORD = "correct horse 电池"
QUICK = Cost(m=64, t=1, p=1, floor_kib=64)  # the real cost is measured in tests/store


@dataclass
class Clock:
    """The clock that is given in."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 21, 1, 31, 5, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at

    def go(self, **by) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def forms():
    return load(places.forms())


@pytest.fixture
def secrets():
    return DemoSecrets()


@pytest.fixture
def accounts(tmp_path, secrets, clock):
    def nobody(seat, agent_no, password):
        raise AssertionError("a seat alone asks no central")

    return Accounts(tmp_path / "seat", secrets, clock, nobody, QUICK)


def refused(code):
    return pytest.raises(AccountRefused, match=f"^{code}$")


class Central:
    """What an agent's own login is answered; the real one is tested on a real server in tests/sync."""

    def __init__(self, clock):
        self.clock, self.away, self.passwords, self.people = clock, False, {}, {}
        self.to_change = set()  # numbers whose password somebody else has set
        self.elsewhere, self.ways = None, []

    def add(self, no, name, password, role=Role.AGENT):
        public, wrapped = slots.new_pair(password, QUICK)
        agent = Agent(new_id(), no, name, role, public)
        self.passwords[no], self.people[no] = password, (agent, wrapped)
        return agent

    def __call__(self, seat, agent_no, password, way=""):
        if self.away:
            return None
        if self.passwords.get(agent_no) != password:
            raise AccountRefused("password")
        if way and self.elsewhere and way != "displace":
            return self.elsewhere
        self.ways.append(way)
        agent, wrapped = self.people[agent_no]
        session = Session(new_id(), agent.id, agent.role, seat.install, self.clock(), confirmed=True)
        return SignedIn(agent, session, wrapped, agent_no in self.to_change)

    def change(self, seat, agent_no, password, new, wrapped):
        assert self.passwords[agent_no] == password
        if self.away:
            return False
        self.passwords[agent_no], self.people[agent_no] = new, (self.people[agent_no][0], wrapped)
        self.to_change.discard(agent_no)
        return True


@pytest.fixture
def central(clock):
    central = Central(clock)
    central.add("1001", "王珂", PASSWORD)
    return central


@pytest.fixture
def joined(tmp_path, central, clock, secrets):
    enrolment = tmp_path / "A03.json"
    told = {"zuoxi": 1, "centre": "清河", "host": "h", "port": 1, "database": "d", "seat": "A03"}
    enrolment.write_text(json.dumps({**told, "login": "seat_a03", "password": "pw"}), "utf-8")
    accounts = Accounts(tmp_path / "seat", secrets, clock, central, QUICK)
    accounts.join(enrolment, "1001", PASSWORD).store.close()
    return accounts


@pytest.fixture
def opened(accounts):
    opened = accounts.start_alone("清河燃气", "1001", "王珂", PASSWORD)
    yield opened
    opened.store.close()


@pytest.fixture
def calls(opened, forms, clock):
    return Calls(opened.store, forms, opened.agent, clock, "zh_CN")


@pytest.fixture
def cases(opened, forms, clock):
    return Cases(opened.store, forms, opened.agent, clock)


@pytest.fixture
def orders(opened, calls, clock):
    return Orders(opened.store, calls, opened.agent, clock, Letterhead("清河燃气", "zh_CN"))


@pytest.fixture
def corrections(opened, forms):
    return Corrections(opened.store, forms, "zh_CN")


@pytest.fixture
def conflicts(opened, corrections, clock):
    return Conflicts(opened.store, corrections, opened.agent, clock)


@pytest.fixture
def refusals(opened, corrections):
    return Refusals(opened.store, corrections, opened.session)


@pytest.fixture
def clocks(opened, forms, clock):
    return Clocks(opened.store, forms, opened.agent, clock, "zh_CN")


@pytest.fixture
def worklist(opened, calls, cases, conflicts, refusals, clocks, clock):
    sessions = Sessions(opened.store, opened.session, clock, None)
    return Worklist(calls, cases, conflicts, refusals, sessions, clocks)


@pytest.fixture
def repair(calls):
    """Return a draft of a gas repair, filled in as far as save asks."""

    def make(**more):
        draft = calls.new("gas_repair")
        draft.answers.update(
            name="王小明",
            phone="138 0000 1234",
            address="滨江区春晓路88号3幢2单元501室",
            category="stove",
            request="灶具打不着火",
            read_back=True,
            solved="unsolved",
        )
        draft.answers.update(more)
        return draft

    return make


@pytest.fixture
def dispute(opened, clock):
    """Let a conflict come from central, as it does after both seats have sent their values."""
    seen = []

    def come(record, field, kept=None, lost=None, **more) -> Conflict:
        seen.append(field)
        body = {
            "of": record.kind, "record": record.id, "field": field, "base": 1,
            "lost_by": opened.agent.id, "lost_seat": "A03", "lost_at": utc_text(clock()),
            "kept_by": "", "kept_seat": "B07", "found_at": utc_text(clock()),
        } | more  # fmt: skip
        body |= {f"a.{side}": value for side, value in (("kept", kept), ("lost", lost)) if value is not None}
        image = Image("conflict", new_id(), 1, json.dumps(body), Cursor(9, len(seen)), True)
        opened.store.feed.receive(Page((image,)))
        return opened.store.get(Conflict, image.record)

    return come


@pytest.fixture
def at(opened, forms, clock, tmp_path):
    """Sign somebody in at the one seat, whoever was there before."""
    made = {}

    def at(no, role=Role.AGENT):
        if no not in made:
            agent = Agent(new_id(), no, f"名{no}", role, "")
            session = Session(new_id(), agent.id, role, "here", clock())
            store = Store(open_engines(tmp_path / "seat" / "seat.db", opened.key), session, clock)
            with store.write() as to:
                to.put(agent)
            made[no] = Calls(store, forms, agent, clock, "zh_CN")
        clock.go(minutes=1)
        return made[no]

    yield at
    for calls in made.values():
        calls._store.close()


@pytest.fixture
def people(opened):
    """Return everybody of the centre by role; each may sit down at this seat."""
    made = {role: Agent(new_id(), f"2{n}", role.value, role, "00") for n, role in enumerate(Role)}
    with opened.store.write() as to:
        for each in made.values():
            to.put(each)
    return made


ANSWERED = {
    "source": "hotline", "name": "王", "phone": "+8613800001234", "address": "江南大道1288号",
    "category": "noise", "request": "夜里打桩", "solved": "unsolved", "district": "centre",
    "answer": "已告知",
}  # fmt: skip


def a_case(store, at, state=CaseState.RECEIVED, answers=ANSWERED, **more):
    """Put a case there, and the call that opened it, which has all that a form asks to the end."""
    me, call = new_id(), new_id()
    case = Case(new_id(), f"A{new_id()[-6:]}", call, "city_case", 1, "噪音", state, at, me, me)
    case = replace(case, **more)
    with store.write() as to:
        to.put(
            Call(
                call, f"L{call[-6:]}", "phone", "city_case", 1, at, at, me, me, None, case.id, False, answers
            )
        )
        to.put(case)
    return case


@pytest.fixture
def case(opened, clock):
    return lambda state=CaseState.RECEIVED, **more: a_case(opened.store, clock(), state, **more)

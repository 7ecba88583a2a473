"""Who is away and who is where: the lock page with its reasons, the floor as a lead sees it."""

from dataclasses import replace
from datetime import datetime, timedelta

from app import places
from app.desk import clock
from app.desk.jottings import Jottings
from app.desk.leaves import Leaves
from app.desk.presence import FloorDesk, Told
from app.forms.load import load
from app.records.accounts import Agent, Role, Session
from app.records.ids import Id, new_id
from app.records.leaves import Answer, Granted, Leave
from app.records.presence import Floor, Stand, State, Stay
from app.store.store import Store
from app.ui import causes
from app.ui.lock import Away, LockPage
from app.ui.panels.floor import FloorPage, FloorTools
from app.ui.reasons import WhyCard
from tests.shots.stage import Stage

AGENT = Agent(Id("01900000-0000-7000-8000-000000001001"), "1001", "王珂", Role.AGENT, "")
NAMES = ("王珂", "李娜", "阿依古丽·买买提", "赵磊", "陈䶮", "周敏", "吴桐", "郑爽")
*PEOPLE, PARKED = (
    Agent(Id(f"01900000-0000-7000-8000-{n:012d}"), str(1001 + n), name, Role.AGENT, "")
    for n, name in enumerate(NAMES)
)
WHY = "14 点来电最多，请改到 16 点"
STANDS = (
    (State.AWAY, "meal", 41), (State.AWAY, "personal", 4), (State.AWAY, "", 2), (State.READY, "", 64),
    (State.BUSY, "", 12), (State.WRAP_UP, "long_record", 7), (State.LOST, "", 3),
)  # fmt: skip
WRITING = {State.WRAP_UP: timedelta(minutes=4)}


def reasons():
    return load(places.forms()).lists["away"]


def a_leave(minutes: int, agent: Id = AGENT.id, **told) -> Leave:
    """One that begins in so many *minutes*, with somebody who stands in."""
    start = clock.now() + timedelta(minutes=minutes)
    return Leave(new_id(), agent, "personal", start, 40, clock.now(), PEOPLE[2].id, "接孩子", **told)


def locked(
    stage: Stage,
    refused: str = "",
    reason: str = "",
    minutes: int = 0,
    granted: Granted | None = None,
    source: str = causes.KEY,
) -> None:
    stay = Stay(State.AWAY, _ago(minutes), clock.tick(), source)
    stay = stay.said(reason, "", granted.leave if granted else None)
    seat = (AGENT, "临江燃气客服中心", "A01")
    cause = causes.cause(source, 120)
    page = LockPage(clock.now, Away(*seat, stay, cause, reasons(), stage.language, granted, phone=True))
    stage.window.show_page(page)
    page.reasons.show_said(reason)
    if refused:
        page.refuse(refused)


def on_leave(stage: Stage) -> None:
    locked(stage, reason="personal", minutes=12, granted=Granted(a_leave(-12), "1003"))


def noted(stage: Stage) -> None:
    locked(stage)
    page = stage.page
    assert isinstance(page, LockPage)
    page.reasons._pick(5)


class _Line:
    """A central that stands still."""

    def __init__(self, stands: tuple[Stand, ...]) -> None:
        self._stands = stands

    def floor(self, session: Id) -> Floor:
        return Floor(self._stands, clock.now())


def floor(stage: Stage, many: int = 1, asked: int = 0) -> None:
    """*asked*: so many want to leave; then one is away on a leave, and one from a seat another works at."""
    stands = tuple(
        Stand(f"A{n + 7 * k + 1:02d}", agent.id, state, reason, _ago(since), clock.now(), WRITING.get(state))
        for k in range(many)
        for n, (agent, (state, reason, since)) in enumerate(zip(PEOPLE, STANDS, strict=True))
    )
    store = stage.workplace._desk.calls._store
    session = Session(new_id(), AGENT.id, Role.LEAD, "", clock.now())
    line = _Line(stands if many else ())
    leaves = Leaves(store, session, line, clock.now)  # type: ignore[arg-type]
    if asked:
        _ask(store, asked)
    desk = FloorDesk(line, session, load(places.forms()).lists, leaves, Told(store))  # type: ignore[arg-type]
    people = {agent.id: f"{agent.agent_no} {agent.name}" for agent in (*PEOPLE, PARKED)}
    jottings = Jottings(store, AGENT, clock.now)
    page = FloorPage(FloorTools(desk, people.get, _at_once, clock.now, stage.language, jottings))  # type: ignore[arg-type]
    stage.workplace.tabs.put(page)
    if asked:
        page._choose(next(iter(page._requests)))


def _ask(store: Store, asked: int) -> None:
    with store.write() as to:
        for n in range(asked):
            to.put(a_leave(20 + 15 * n, PEOPLE[3 + n].id, state=Answer.ASKED))
        to.put(a_leave(-4, PEOPLE[1].id, state=Answer.APPROVED))
        gone = Stay(State.AWAY, _ago(22), 0.0, "key", "personal")
        to.put(gone.record(PARKED.id, "A04", clock.now()))


def leave(stage: Stage, *, filled: bool = False) -> None:
    """The page where one asks, over what became of what was asked."""
    store, me = stage.workplace._desk.calls._store, stage.program.opened.agent.id  # type: ignore[union-attr]
    stands = (Answer.UNSENT, Answer.ASKED, Answer.APPROVED, Answer.WITHDRAWN)
    with store.write() as to:
        for agent in PEOPLE[1:]:
            to.put(agent)
        if filled:
            for n, state in enumerate(stands):
                to.put(a_leave(120 - 20 * n, me, state=state))
            to.put(a_leave(30, me, state=Answer.REFUSED, decided_by=PEOPLE[5].id, why=WHY))
    stage.workplace.open("leave", "leave")
    page = stage.workplace.tabs.current()
    if filled:
        page.view.set_answers({**page.view.answers(), "reason": "personal", "cover": PEOPLE[2].id})
        page.send()


def wrap_up(stage: Stage, passed: int, *, asked: bool = False, noted: bool = False) -> None:
    """The time after a call, so many of its 60 seconds *passed*; *asked*: why it takes longer."""
    stage.new("gas_repair", name="王小明")
    own, presence = stage.workplace.own, stage.workplace.presence
    presence.turn(presence.begun(State.READY, "key"))
    own.call_over()
    presence.stay = replace(presence.stay, since=clock.now() - timedelta(seconds=passed))
    own.show()
    if asked:
        own.call_over()
        if noted:
            stage.workplace.findChild(WhyCard).reasons._pick(6)


SCREENS = {
    "wrap-up": lambda stage: wrap_up(stage, 18),
    "wrap-up-near": lambda stage: wrap_up(stage, 51),
    "wrap-up-over": lambda stage: wrap_up(stage, 84),
    "wrap-up-more": lambda stage: wrap_up(stage, 84, asked=True),
    "wrap-up-noted": lambda stage: wrap_up(stage, 84, asked=True, noted=True),
}


def _ago(minutes: int) -> datetime:
    return clock.now() - timedelta(minutes=minutes)


def _at_once(job, done, failed) -> bool:
    done(job())
    return True

"""Who is away and who is where: the lock page with its reasons, the floor as a lead sees it."""

from datetime import timedelta

from app import places
from app.desk import clock
from app.desk.presence import FloorDesk
from app.forms.load import load
from app.records.accounts import Agent, Role, Session
from app.records.ids import Id, new_id
from app.records.presence import Floor, Stand, State, Stay
from app.ui import causes
from app.ui.lock import Away, LockPage
from app.ui.panels.floor import FloorPage, FloorTools
from tests.shots.stage import Stage

AGENT = Agent(Id("01900000-0000-7000-8000-000000001001"), "1001", "王珂", Role.AGENT, "")
NAMES = ("1001 王珂", "1002 李娜", "1003 阿依古丽·买买提", "1004 赵磊", "1005 陈䶮", "1006 周敏", "1007 吴桐")
STANDS = (
    (State.AWAY, "meal", 41), (State.AWAY, "rest", 4), (State.AWAY, "", 2), (State.READY, "", 64),
    (State.BUSY, "", 12), (State.READY, "", 7), (State.LOST, "", 3),
)  # fmt: skip


def reasons():
    return load(places.forms()).lists["away"]


def locked(stage: Stage, refused: str = "", reason: str = "", minutes: int = 0, source: str = "key") -> None:
    stay = Stay(State.AWAY, clock.now() - timedelta(minutes=minutes), clock.tick(), source, reason)
    cause = causes.cause(source, 120)
    page = LockPage(clock.now, Away(AGENT, "临江燃气客服中心", "A01", stay, cause, reasons(), stage.language))
    stage.window.show_page(page)
    page.reasons.show_said(reason)
    if refused:
        page.refuse(refused)


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


def floor(stage: Stage, many: int = 1) -> None:
    people = {Id(f"01900000-0000-7000-8000-{n:012d}"): name for n, name in enumerate(NAMES)}
    stands = tuple(
        Stand(f"A{n + 7 * k + 1:02d}", id, state, reason, clock.now() - timedelta(minutes=since), clock.now())
        for k in range(many)
        for n, (id, (state, reason, since)) in enumerate(zip(people, STANDS, strict=True))
    )
    session = Session(new_id(), AGENT.id, Role.LEAD, "", clock.now())
    desk = FloorDesk(_Line(stands if many else ()), session, reasons())  # type: ignore[arg-type]
    tools = FloorTools(desk, people.get, _at_once, clock.now, stage.language)  # type: ignore[arg-type]
    page = FloorPage(tools)
    stage.workplace.tabs.put(page)


def _at_once(job, done, failed) -> bool:
    done(job())
    return True

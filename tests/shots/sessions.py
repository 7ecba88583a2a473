"""The screens of sessions opened without central: owned to, disputed, seen to."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.desk import clock
from app.records.accounts import Session, Unconfirmed
from app.records.ids import Id, new_id
from app.sync.port import CentralAway, CentralRefused
from app.ui.panels.sessions import SessionsPage
from tests.shots.stage import Stage


class Told:
    """Central as this agent's login finds it: it lists what it is given, or fails."""

    def __init__(self, listed: list[Unconfirmed], fails: Exception | None = None) -> None:
        self._listed, self._fails = listed, fails

    def unconfirmed(self) -> list[Unconfirmed]:
        if self._fails:
            raise self._fails
        return self._listed

    def confirm(self, mine: object, not_mine: object) -> None:
        if self._fails:
            raise self._fails


def _page(stage: Stage, talk: Told, elsewhere: int = 1) -> SessionsPage:
    """Return the page with the session that goes on and *elsewhere* others of other seats."""
    assert stage.workplace.isEnabled()  # somebody has signed in
    opened = stage.program.opened
    assert opened is not None
    desk = stage.workplace._desk.sessions
    desk._door, desk._settled = lambda password: talk, frozenset()
    with opened.store.write() as to:
        for old in opened.store.find(Session, agent=opened.agent.id, confirmed=False):
            if old.id != opened.session.id:
                to.put(replace(old, confirmed=True))
        for each in range(elsewhere):
            since = clock.now() - timedelta(hours=26 + 24 * each)
            to.put(Session(new_id(), opened.agent.id, opened.agent.role, f"other {each}", since))
    stage.workplace.open("sessions", "sessions")
    page = stage.workplace.tabs.current()
    assert isinstance(page, SessionsPage)
    stage.hands.until(lambda: len(page._shown) == elsewhere + 1, "the sessions are not read")
    return page


def asked(stage: Stage, *, elsewhere: int = 1, marked: bool = False) -> SessionsPage:
    page = _page(stage, Told([]), elsewhere)
    if marked:
        page._mark(False)
        page._mark(True)
    return page


def told(stage: Stage) -> None:
    """After the password, before anything is said."""
    page = _page(stage, Told([]))
    elsewhere, this = page._shown
    desk = stage.workplace._desk.sessions
    listed = [
        Unconfirmed(elsewhere.id, "B07", elsewhere.since, 1204),
        Unconfirmed(this.id, "L01", this.since, 37),
    ]
    desk._door = lambda password: Told(listed)
    page.password.setText("x")
    page.send()
    stage.hands.until(lambda: bool(page._shown and page._shown[0].seat), "central is not heard")


def failed(stage: Stage, error: Exception) -> None:
    page = asked(stage, marked=True)
    stage.workplace._desk.sessions._door = lambda password: Told([], error)
    page.password.setText("x")
    page.send()
    stage.hands.until(lambda: not page._asking, "central is not heard")


def done(stage: Stage) -> None:
    page = asked(stage, marked=True)
    page.password.setText("x")
    page.send()
    stage.hands.until(lambda: not page._shown, "central is not heard")


def strip(stage: Stage) -> None:
    page = asked(stage)
    stage.workplace.work.close(page)
    stage.new("gas_repair", name="王小明")
    notices = stage.workplace.notices
    notices._heartbeat.road, before = replace(notices._heartbeat.road, code="synced"), notices._heartbeat.road
    notices._asked_of = 0
    notices.look()
    notices._heartbeat.road = before
    QCoreApplication.processEvents()


def disputed(stage: Stage, *, seen: bool = False, count: int = 0) -> None:
    assert stage.workplace.isEnabled()
    opened = stage.program.opened
    assert opened is not None
    stage.workplace._desk.sessions._door = lambda password: Told([])
    _, entries = opened.store.outbox.of_session(opened.session.id)
    told = tuple(f"{kind} {id}" for kind, id in entries[:6])
    if count:
        told += tuple(f"call {new_id()}" for _ in range(count))
    at = clock.now() - timedelta(hours=50)
    session = Session(
        new_id(), opened.agent.id, opened.agent.role, "other", at, disputed=True, seat="B07",
        ops=len(told) + 3, entries=told, seen_at=clock.now() if seen else None,
    )  # fmt: skip
    with opened.store.write() as to:
        to.put(session)
    stage.workplace.open("session", Id(session.id))
    page = stage.workplace.tabs.current()
    stage.hands.until(lambda: page.model.rowCount() > 0, "the session is not read")  # type: ignore[union-attr]


SCREENS = {
    "sessions": asked,
    "sessions-many": lambda stage: asked(stage, elsewhere=14),
    "sessions-marked": lambda stage: asked(stage, marked=True),
    "sessions-told": told,
    "sessions-wrong": lambda stage: failed(stage, CentralRefused("login")),
    "sessions-away": lambda stage: failed(stage, CentralAway("away")),
    "sessions-done": done,
    "sessions-strip": strip,
    "sessions-disputed": disputed,
    "sessions-disputed-many": lambda stage: disputed(stage, seen=True, count=120),
}

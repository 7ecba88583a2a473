"""The one place where everything is made and handed to whoever needs it, once the door is painted."""

import logging
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, QTimer

from app import places
from app.desk import clock
from app.desk.accounts import AccountRefused, Accounts, Opened
from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.conflicts import Conflicts
from app.desk.corrections import Corrections
from app.desk.customers import Customers
from app.desk.desk import Desk
from app.desk.find import Finder
from app.desk.imports import Imports
from app.desk.lists import Lists
from app.desk.orders import Letterhead, Orders
from app.desk.people import People
from app.desk.refusals import Refusals
from app.desk.run import Run
from app.desk.sessions import Sessions
from app.desk.worklist import Worklist
from app.forms import phone, pinyin
from app.forms.load import Forms, load
from app.printing.press import Press
from app.printing.spooler import Cups, Spooler
from app.records.accounts import Agent, Session, SignedIn
from app.records.ids import Id
from app.records.seat import Seat
from app.store.keyring import Secrets
from app.sync.agents import AgentDoor
from app.sync.port import CentralAway, CentralRefused
from app.sync.postgres import Address, PostgresCentral
from app.sync.round import Round, run_round
from app.ui import wording
from app.ui.application import Application
from app.ui.background import Background
from app.ui.bridge import Bridge
from app.ui.curtain import Curtain
from app.ui.form.view import FormView
from app.ui.front import Front
from app.ui.heartbeat import Heartbeat, Pulse
from app.ui.lockkey import LockKey
from app.ui.rooms import Tools
from app.ui.session import memory
from app.ui.session.printer import QtSpooler
from app.ui.traces import trace
from app.ui.views import View
from app.ui.workplace import Workplace

_log = logging.getLogger(__name__)


class Program(QObject):
    """One seat in one folder: a window whose page is a door or a workplace."""

    def __init__(self, application: Application, front: Front, folder: Path, secrets: Secrets) -> None:
        super().__init__()
        self._application, self._front, self._folder = application, front, folder
        self._accounts = Accounts(folder, secrets, clock.now, ask_central)
        self._background = Background(self)
        self._sitting: Sitting | None = None
        self._locked: Locked | None = None  # for whom the lock page asks
        self._parked: dict[Id, View] = {}  # what stood open where each agent locked the seat
        self._turn = 0  # counts up with each lock: what was under way before comes to nothing
        self._closed = False
        self._run = Run(folder)
        self._handed: dict[str, str] = {}  # a file to import that waits for somebody to sign in
        self.window = front.window
        self.forms = load(places.forms())
        self._background.store.run(_warm)
        _warm_window(self.forms)
        application.stumbled.connect(self._tell)
        front.sign_in_asked.connect(partial(self._enter, self._accounts.sign_in))
        front.join_asked.connect(self.join)
        front.alone_asked.connect(partial(self._enter, self._accounts.start_alone))
        front.unlock_asked.connect(self._unlock)
        front.somebody_else_asked.connect(self._switch)
        self._curtain = Curtain(application, front.window)
        self._key = LockKey(application)
        self._key.pressed.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        front.window.may_close = self.close

    def close(self) -> bool:
        """Leave the seat and end the lanes, or return False; once closed, a further call does nothing."""
        if not self._closed:
            if not self._leave():
                return False
            self._closed = True
            self._run.ends()
            self._curtain.rise()
            self._application.stumbled.disconnect(self._tell)
            self._background.close()
        return True

    @property
    def opened(self) -> Opened | None:
        return self._sitting.opened if self._sitting else None

    @property
    def ended_badly(self) -> datetime | None:
        """Return the last sign of life of the run before, if it did not come to its end."""
        return self._run.ended_badly

    @property
    def heartbeat(self) -> Heartbeat | None:
        return self._sitting.heartbeat if self._sitting else None

    def join(self, enrolment: Path, agent_no: str, password: str) -> None:
        self._front.busy()
        self._enter(self._accounts.join, enrolment, agent_no, password)

    def take(self, job: dict[str, str]) -> None:
        """Show the import another program asked for; the person at the window begins it."""
        page = self.window.centralWidget()
        waits = not isinstance(page, Workplace)
        self._handed = job if waits else {}
        if isinstance(page, Workplace):
            page.import_file(job)

    def lock(self) -> None:
        """Hide everything at once, then put it on disk, close the file and forget its key. Nothing refuses
        it, and locked it stays, whatever was under way. No part of the workplace calls it by itself."""
        self._turn += 1
        if self._sitting is None:
            return
        sitting, self._sitting = self._sitting, None
        opened = sitting.opened
        steps = (
            self._application.composing.commit,
            partial(self._front.lock, opened.agent, opened.seat.centre, opened.seat.code),
            self._curtain.fall,
            opened.store.hasten,
            partial(self._put_away, sitting),
            sitting.leave,
            opened.store.close,
            partial(_bury, sitting.workplace),
        )
        for step in steps:
            try:
                step()
            except Exception as error:
                _log.error("a step of the lock failed\n%s", trace(error))
        QTimer.singleShot(0, self, self._forget)  # once nobody down the stack holds the sitting

    def _forget(self) -> None:
        memory.forget_freed()
        self._background.everywhere(memory.forget_kept)

    def _put_away(self, sitting: "Sitting") -> None:
        opened = sitting.opened
        self._locked = Locked(opened.agent, opened.session)
        self._run.goes_on()
        self._parked[opened.agent.id] = sitting.workplace.opening.view()
        self._accounts.post(opened, sitting.workplace.work.keep())

    def _unlock(self, password: str) -> None:
        locked = self._locked
        assert locked is not None
        self._enter(self._accounts.unlock, locked.agent, locked.session, password)

    def _switch(self) -> None:
        """Let somebody else in; what the one who locked has typed waits on disk."""
        self._locked = None
        self._front.show_door()

    def _tell(self, sentence: str) -> None:
        page = self.window.centralWidget()
        if isinstance(page, Workplace):
            page.tell(sentence)
        else:
            self._front.tell(sentence)

    def _enter(self, way: Callable[..., Opened], *told: object) -> None:
        entered = partial(self._entered, self._turn)
        self._background.store.run(lambda: way(*told), entered, self._refused)

    def _refused(self, error: Exception) -> None:
        self._front.refuse(getattr(error, "code", type(error).__name__))

    def _entered(self, turn: int, opened: Opened) -> None:
        if turn != self._turn:  # locked again before the password was through
            opened.store.close()
            self._front.refuse("locked_meanwhile")
            return
        self._curtain.rise()  # nothing comes while this thread is busy here, and it hears every event
        try:
            sitting = Sitting(opened, self._background, self._workplace(opened), self._accounts.reseal)
        except BaseException:
            for half in self.window.findChildren(Workplace):
                half.deleteLater()
            if self._locked is not None:
                self._curtain.fall()
            opened.store.close()
            self._front.refuse("no_program")
            raise
        workplace = sitting.workplace
        # By way of the queue: lock() takes away the very part that asks for it.
        workplace.lock_asked.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        workplace.sign_out_asked.connect(self._sign_out)
        workplace.theme_asked.connect(self._front.set_theme)
        workplace.density_asked.connect(self._front.set_density)
        workplace.language_asked.connect(self._front.set_language)
        self._sitting = sitting
        self._run.goes_on()
        self._front.let_in(workplace)
        self._locked = None
        if opened.delivered:
            workplace.tell_delivered(opened.delivered)
        sitting.heartbeat.start()
        if self._handed:
            self.take(self._handed)

    def _workplace(self, opened: Opened) -> Callable[[Bridge, Heartbeat], Workplace]:
        def make(bridge: Bridge, heartbeat: Heartbeat) -> Workplace:
            lang, slips = self._front.lang, self._folder / "slips"
            tools = Tools(
                self._background,
                bridge,
                self._front.settings,
                clock.now,
                lang,
                Press(slips, spooler()),
                self._application.composing.text,
            )
            view = self._parked.pop(opened.agent.id, View())
            # Within the window from the beginning: moved there later, each part would be styled anew.
            return Workplace(_desk(opened, self.forms, lang), tools, heartbeat, view, self.window)

        return make

    def _leave(self) -> bool:
        """Put everything on disk and close. A disk that takes no draft is said once, and nothing is left;
        asked again, everything is: the draft waits in the mailbox."""
        if (sitting := self._sitting) is not None:
            untaken = sitting.workplace.work.keep()
            if untaken and not sitting.warned:
                sitting.warned = True
                sitting.workplace.tell(wording.refusal("unkept"))
                return False
            self._accounts.post(sitting.opened, untaken)
            sitting.leave()
            self._sitting = None
        return True

    def _sign_out(self, somebody_else: bool) -> None:
        agent_no = self.opened.agent.agent_no if self.opened and not somebody_else else ""
        if self._leave():
            self._run.ends()
            self._front.show_door(agent_no)


@dataclass(frozen=True, slots=True)
class Locked:
    """Who locked the seat, and the session that goes on."""

    agent: Agent
    session: Session


class Sitting:
    """One agent at the seat, from the open store to the closed one."""

    def __init__(
        self,
        opened: Opened,
        background: Background,
        make: Callable[[Bridge, Heartbeat], Workplace],
        reseal: Callable[[Opened], None],
    ) -> None:
        self.opened, self._background, self._reseal = opened, background, reseal
        self.warned = False
        self._central = _central(opened)
        self._agents_changed = True
        opened.store.changes.listen(self._note)
        self._bridge = Bridge(opened.store.changes, background)
        waiting = partial(opened.store.outbox.state, opened.agent.id)
        pulse = Pulse(None, waiting, random.random, clock.now)
        if self._central is not None:
            pulse = replace(pulse, round=self._round, news=self._central.news, rest=self._central.close)
        self.heartbeat = Heartbeat(pulse, background.central, self._bridge, self._bridge)
        self.workplace = make(self._bridge, self.heartbeat)

    def leave(self) -> None:
        """Close; what is typed is on disk already."""
        self.workplace.leave()
        self.heartbeat.stop()
        self._bridge.close()
        self._bridge.deleteLater()
        if self._central is not None:
            self._background.central.run(self._central.close)
        self.opened.store.close()

    def _note(self, kinds: frozenset[str]) -> None:
        self._agents_changed = self._agents_changed or "agent" in kinds

    def _round(self) -> Round:
        """Runs in the central lane. Who may open the seat follows who works in the centre."""
        assert self._central is not None
        done = run_round(self.opened.store, self._central)
        if self._agents_changed:
            self._agents_changed = False
            self._reseal(self.opened)
        return done


def _bury(workplace: Workplace) -> None:
    """Destroy the page with everything in it: hidden, it would still answer a screen reader. Where a loop of
    its own runs (a question), parts of it stand below us: it goes when that has ended."""
    workplace.hide()
    workplace.deleteLater()
    if QThread.currentThread().loopLevel() <= 1:
        QCoreApplication.sendPostedEvents(workplace, QEvent.Type.DeferredDelete)


def _desk(opened: Opened, forms: Forms, lang: str) -> Desk:
    store, agent = opened.store, opened.agent
    calls = Calls(store, forms, agent, clock.now, lang)
    cases = Cases(store, agent.id)
    corrections = Corrections(store, forms, lang)
    conflicts = Conflicts(store, corrections, agent, clock.now)
    refusals = Refusals(store, corrections, opened.session)
    sessions = Sessions(store, opened.session, clock.now, _agent_door(opened))
    worklist = Worklist(calls, cases, conflicts, refusals, sessions, clock.now)
    return Desk(
        calls=calls,
        cases=cases,
        orders=Orders(store, calls, agent, clock.now, Letterhead(opened.seat.centre, lang)),
        customers=Customers(store),
        conflicts=conflicts,
        refusals=refusals,
        sessions=sessions,
        worklist=worklist,
        finder=Finder(store, calls, worklist, opened.seat.code, lang),
        imports=Imports(store, forms, agent, clock.now, lang),
        lists=Lists(store, forms, agent, opened.seat.code, clock.now, lang),
        people=People(store),
        agent=agent,
        seat_code=opened.seat.code,
        centre=opened.seat.centre,
    )


def _warm() -> None:
    """Read, while somebody types the password, what the first call would wait for."""
    phone.normalise("13800000000")
    pinyin.initials("王")


def _warm_window(forms: Forms) -> None:
    """Build a form nobody sees: the first takes twice as long as all that follow, and here nobody waits."""
    FormView(forms.newest()[0], "zh_CN", lambda problem, field: "").deleteLater()


def _address(seat: Seat) -> Address:
    return Address(seat.host, seat.port, seat.database, seat.tls, seat.ca)


def _central(opened: Opened) -> PostgresCentral | None:
    seat = opened.seat
    return None if seat.is_alone else PostgresCentral(_address(seat), seat.login, opened.login_password)


def _agent_door(opened: Opened) -> Callable[[str], AgentDoor] | None:
    seat, number = opened.seat, opened.agent.agent_no
    return None if seat.is_alone else partial(AgentDoor, _address(seat), number)


def ask_central(seat: Seat, agent_no: str, password: str) -> SignedIn | None:
    try:
        return AgentDoor(_address(seat), agent_no, password).sign_in(seat.install)
    except CentralAway:
        return None
    except CentralRefused as refused:
        raise AccountRefused("password" if refused.code == "login" else refused.code) from refused


def spooler() -> Spooler:
    """Return the way to this system's printers: to CUPS goes the PDF itself, elsewhere Qt paints it."""
    return QtSpooler() if sys.platform == "win32" else Cups()

"""The one place where everything is made and handed to whoever needs it, once the door is painted."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app import places
from app.asking import ask_central
from app.desk import clock
from app.desk.accounts import Accounts, Opened
from app.desk.definitions import Definitions
from app.desk.letters import TAKEN
from app.desk.presence import Line
from app.desk.run import Run
from app.forms.limits import Limits
from app.printing.press import Press
from app.records.accounts import Agent
from app.records.ids import Id
from app.records.presence import Action, Directive, State, Stay
from app.sitting import Locked, Parked, Sitting, desk_of
from app.store.engine import StoreRefused
from app.store.keyring import Secrets
from app.ui import causes, wording
from app.ui.application import Application
from app.ui.background import Background
from app.ui.beat import Beat
from app.ui.bridge import Bridge
from app.ui.curtain import Curtain, bury
from app.ui.entry import Entry
from app.ui.front import Front
from app.ui.guard import Guard, wish, wishes
from app.ui.heartbeat import Heartbeat
from app.ui.lock import Away
from app.ui.lockkey import LockKey
from app.ui.rooms import Tools
from app.ui.session import memory
from app.ui.session.port import System
from app.ui.session.printer import spooler
from app.ui.traces import trace
from app.ui.tray import Tray
from app.ui.views import View
from app.ui.warm import warm
from app.ui.watchdog import hung_at
from app.ui.workplace import Workplace

_log = logging.getLogger(__name__)
_MANY_WRONG = 5  # passwords: more than somebody mistypes


class Program(QObject):
    """One seat in one folder: a window whose page is a door or a workplace."""

    _dismissed = Signal(str)

    def __init__(
        self,
        application: Application,
        front: Front,
        folder: Path,
        secrets: Secrets,
        system: System | None = None,
    ) -> None:
        """*system*: the one that runs here; without it only what happens in the window locks the seat."""
        super().__init__()
        self._application, self._front, self._folder = application, front, folder
        self._definitions = Definitions(places.forms())
        self.forms = self._definitions.forms
        lease = timedelta(hours=self.forms.limits.lease_hours)
        self._accounts = Accounts(folder, secrets, clock.now, ask_central, lease=lease)
        self._background = Background(self)
        same_agent = self.forms.limits.same_agent
        look = self._definitions.look
        self.entry = Entry(front, self._accounts, self._background.store, same_agent, look)
        self._sitting: Sitting | None = None
        self._locked: Locked | None = None  # for whom the lock page asks
        self._parked: dict[Id, Parked] = {}  # of each agent who locked the seat
        self._beat = Beat(self._background.central, self)
        self._closed = False
        self._unwritten = 0  # drafts the disk did not take, as somebody was told who wanted to close
        self._run = Run(folder)
        self._handed: dict[str, str] = {}  # a file to import that waits for somebody to sign in
        self.window = front.window
        warm(self._background.store, self.forms)
        self._tray = Tray(front.window)
        self._curtain = Curtain(application, front.window, self._tray.menu)
        self._press = Press(folder / "slips", spooler())
        self._key = LockKey(application)
        self._guard = Guard(application, system or System(self), clock.now, folder, self)
        self._connect()

    def _connect(self) -> None:
        """Hear whoever has something to say to the program."""
        front = self._front
        self._application.stumbled.connect(self._tell)
        self.entry.opened.connect(self._entered)
        front.unlock_asked.connect(self._unlock)
        front.somebody_else_asked.connect(self._switch)
        front.reason_said.connect(self._say_why)
        for asked in (self._key.pressed, self._tray.lock_asked):
            asked.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self._tray.raise_asked.connect(front.come_to_the_front)
        front.window.may_close = self.close
        self._application.commitDataRequest.connect(self._session_ends)
        self._dismissed.connect(self.lock)
        self._beat.directed.connect(self._obey)
        self._guard.due.connect(self.lock)
        self._guard.open_still.connect(lambda: self._tell(causes.open_still()))
        if at := hung_at(self._folder):
            self._tell(causes.hung(at))

    def close(self) -> bool:
        """Leave the seat and end the lanes, or return False; once closed, a further call does nothing."""
        if not self._closed:
            if not (self._is_written() and self._leave()):
                return False
            self._closed = True
            self._run.ends()
            self._curtain.rise()
            self._application.stumbled.disconnect(self._tell)
            if self._background.close():  # else the line is still in use, and goes with the process
                self._beat.hang_up()
        return True

    def _is_written(self) -> bool:
        """Write down what waits sealed in memory alone; say once what the disk does not take even now."""
        before, self._unwritten = self._unwritten, self._accounts.letters.write_down()
        if self._unwritten and not before:
            self._tell(wording.unwritten(self._unwritten))
        return bool(before) or not self._unwritten

    def _session_ends(self) -> None:
        """The computer is switched off: what can be kept is, and nobody is asked."""
        if self._sitting is not None:
            self._accounts.letters.post(self._sitting.opened.box, self._sitting.workplace.work.keep())
        self._accounts.letters.write_down()

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

    def take(self, job: dict[str, str]) -> None:
        """Show the import another program asked for; the person at the window begins it."""
        page = self.window.centralWidget()
        waits = not isinstance(page, Workplace)
        self._handed = job if waits else {}
        if isinstance(page, Workplace):
            page.import_file(job)

    def hear(self, said: dict[str, str]) -> str:
        """Take one word of the telephone system's: into the file, or sealed for when it is open; return
        ``taken``, or the code of why not. Nothing of it is shown at a door."""
        if self._sitting is not None:
            return self._sitting.workplace.ringing.hear(said)
        if (answer := self._accounts.letters.hear(said)) == TAKEN:
            self._front.tell(wording.ring_unseen(), "muted")
        QTimer.singleShot(0, self, self._forget)
        return answer

    def lock(self, why: str = causes.KEY, told: Directive | None = None) -> None:
        """Hide everything at once, then put it on disk, close the file and forget its key. Nothing refuses
        it, and locked it stays, whatever was under way. *why*: key, system_idle, idle, os_lock, sleep, gap,
        hang, tray, dismissed, displaced or lead; *told*: whose word it was. No part of the workplace calls
        it by itself."""
        self.entry.turn()
        if self._sitting is None:
            return
        sitting, self._sitting = self._sitting, None
        opened, self._locked = sitting.opened, sitting.lock(why, told)
        stay, granted, limits = self._locked.stay, self._locked.granted, self.forms.limits
        cause = causes.cause(why, self._guard.after(why))
        seat = (opened.agent, opened.seat.centre, opened.seat.code)
        reasons = self.forms.lists.get("away", ())
        away = Away(*seat, stay, cause, reasons, self._front.lang, granted, limits.phone)
        steps = (
            self._application.composing.commit,
            partial(self._front.lock, away),
            self._curtain.fall,
            opened.store.hasten,
            partial(self._put_away, sitting, stay),
            sitting.leave,
            opened.store.close,
            partial(bury, sitting.workplace),
            partial(self._guard.end, locked=True),
            self._beat.go_alone,
            partial(self._beat.say, opened.agent.id, State.AWAY, stay.reason),
            *((self._leave, self._front.show_door) if limits.sign_out else ()),
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

    def _put_away(self, sitting: Sitting, stay: Stay) -> None:
        opened = sitting.opened
        self._run.goes_on()
        self._unwritten = 0
        self._parked[opened.agent.id] = Parked(sitting.workplace.opening.view(), stay, sitting.presence.stay)
        self._accounts.letters.post(opened.box, sitting.workplace.work.keep())
        try:
            sitting.presence.turn(stay)
        except StoreRefused:
            self._accounts.letters.post(
                opened.box, [stay.record(opened.agent.id, opened.seat.code, stay.since)]
            )

    def _say_why(self, reason: str, note: str) -> None:
        """Keep, for when the file is open again, why whoever locked the seat is away; central hears it."""
        locked = self._locked
        if locked is None:
            return
        self._locked = locked = locked.said(reason, note)
        if parked := self._parked.get(locked.agent.id):
            self._parked[locked.agent.id] = replace(parked, stay=locked.stay)
        self._accounts.letters.post(locked.box, [locked.record(locked.stay)])
        self._beat.say(locked.agent.id, State.AWAY, reason)

    def _obey(self, told: Directive) -> None:
        """Do as a lead has said, and tell whoever sits here who it was and why."""
        words = wording.directive(told.action, told.name, told.why)
        if told.action is Action.DISPLACE and not self._displace(told):
            return
        if told.action is Action.LOCK and self._sitting is not None:
            self.lock("lead", told)
        elif told.action is Action.SIGN_OUT and self._sitting is not None:
            self._sign_out(True, told)
        elif told.action is Action.SIGN_OUT and self._locked is not None:
            self._leave(told)
            self._front.show_door()
        self._tell(words)

    def _displace(self, told: Directive) -> bool:
        """Lock, for the agent has signed in elsewhere; return False where somebody else sits here by now."""
        if self._sitting is not None and self._sitting.opened.agent.id == told.by:
            self.lock(causes.DISPLACED, told)
        if self._locked is None or self._locked.agent.id != told.by:
            return False
        self._locked = replace(self._locked, is_displaced=True)
        return True

    def _unlock(self, password: str) -> None:
        locked = self._locked
        assert locked is not None
        if locked.is_displaced:  # that session is over
            self.entry.sign_in(locked.agent.agent_no, password)
        else:
            self.entry.unlock(locked.agent, locked.session, password)

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

    def _entered(self, opened: Opened) -> None:
        self._curtain.rise()  # nothing comes while this thread is busy here, and it hears every event
        try:
            self._accounts.letters.deliver(opened.store, opened.key, opened.agent.id)  # what came on the way
            made = self._workplace(opened)
            sitting = Sitting(
                opened, self._background, made, self._reseal, self._beat.beat, self._definitions
            )
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
        workplace.own.turned.connect(self._turned)
        workplace.wait_asked.connect(self._wait)
        self._sitting = sitting
        self._run.goes_on()
        self._front.let_in(workplace)
        self._guard.warned.connect(workplace.notices.warn_of_lock)
        self._guard.begin(self._limits(), workplace.is_logging)
        self._come(sitting)
        if opened.wrong >= _MANY_WRONG:
            workplace.tell(wording.guessed(opened.wrong))
        if opened.delivered:
            workplace.tell_delivered(opened.delivered)
        sitting.heartbeat.start()
        if self._handed:
            self.take(self._handed)

    def _come(self, sitting: Sitting) -> None:
        """Say that the agent is here again, or here at all."""
        agent, locked, self._locked = sitting.opened.agent.id, self._locked, None
        parked = self._parked.pop(agent, None)
        if at := self._run.ended_badly:
            sitting.presence.note_crash(at)
        is_back = locked is not None and locked.agent.id == agent
        gone, before = (parked.stay, parked.before) if parked else (None, None)
        sitting.presence.come(*(("unlock", gone, before) if is_back else ("sign_in", gone)))
        sitting.workplace.own.show()
        if sitting.line is not None:
            self._beat.begin(sitting.line, sitting.heartbeat.start)
        self._beat.say(agent, sitting.presence.stay.state)

    def _turned(self, stay: Stay) -> None:
        if self._sitting is not None:
            self._beat.say(self._sitting.opened.agent.id, stay.state, stay.reason)

    def _reseal(self, opened: Opened) -> None:
        """Runs in the central lane. Who sits here and works here no more is locked out."""
        self._accounts.reseal(opened)
        me = opened.store.get(Agent, opened.agent.id)
        if me is not None and not me.active:
            self._dismissed.emit(causes.DISMISSED)

    def _limits(self) -> Limits:
        return self.forms.limits.shortened(wishes(self._front.settings))

    def _wait(self, seconds: str) -> None:
        wish(self._front.settings, seconds)
        self._guard.keep_to(self._limits())

    def _workplace(self, opened: Opened) -> Callable[[Bridge, Heartbeat, Line | None], Workplace]:
        def make(bridge: Bridge, heartbeat: Heartbeat, line: Line | None) -> Workplace:
            lang = self._front.lang
            tools = Tools(
                self._background,
                bridge,
                self._front.settings,
                clock.now,
                lang,
                self._press,
                self._application.composing.text,
                partial(self._accounts.change_password, opened),
            )
            parked = self._parked.get(opened.agent.id)
            view = parked.view if parked else View()
            # Within the window from the beginning: moved there later, each part would be styled anew.
            return Workplace(desk_of(opened, self.forms, lang, line), tools, heartbeat, view, self.window)

        return make

    def _leave(self, told: Directive | None = None) -> bool:
        """Put everything on disk and close. A disk that takes no draft is said once, and nothing is left;
        asked again, or *told* by a lead, everything is: the draft waits in the mailbox."""
        if (sitting := self._sitting) is not None:
            untaken = sitting.workplace.work.keep()
            if untaken and not sitting.warned and told is None:
                sitting.warned = True
                sitting.workplace.tell(wording.refusal("unkept"))
                return False
            self._accounts.letters.post(sitting.opened.box, untaken)
            with suppress(StoreRefused):
                sitting.presence.turn(sitting.presence.begun(State.OFFLINE, "sign_out").told(told))
            self._guard.end()
            sitting.leave()
            self._sitting = None
        elif (locked := self._locked) is not None:
            gone = locked.gone(told)
            self._parked[locked.agent.id] = replace(self._parked[locked.agent.id], stay=gone)
            self._accounts.letters.post(locked.box, [locked.record(gone, locked.stay.lasted(gone.tick))])
            self._locked = None
        self._beat.end()
        return True

    def _sign_out(self, somebody_else: bool, told: Directive | None = None) -> None:
        agent_no = self.opened.agent.agent_no if self.opened and not somebody_else else ""
        if self._leave(told):
            self._run.ends()
            self._front.show_door(agent_no)

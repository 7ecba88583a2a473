"""The way in: what is typed at a door is asked of the accounts, and what they ask back, of the person."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.desk.accounts import Accounts, Opened
from app.records.accounts import Agent, Session
from app.store.engine import StoreRefused
from app.store.store import Store
from app.ui.background import Lane
from app.ui.elsewhere import ElsewherePage, Seated
from app.ui.front import Front
from app.ui.newpassword import NewPasswordPage

Refused = Callable[[Exception], None]


class Entry(QObject):
    opened = Signal(object)  # Opened
    _key_changing = Signal()

    def __init__(
        self, front: Front, accounts: Accounts, lane: Lane, same_agent: str, look: Callable[[Store], None]
    ) -> None:
        """*same_agent*: the centre's rule for one who works at another seat. *look*: takes what central has
        published, before anything is shown by it."""
        super().__init__(front.window)
        self._front, self._accounts, self._lane, self._look = front, accounts, lane, look
        self._turn = 0
        # Of one who is elsewhere: asked, or refused at once.
        self._usual = {"displace": "ask"}.get(same_agent, same_agent)
        front.sign_in_asked.connect(self.sign_in)
        front.join_asked.connect(self.join)
        front.alone_asked.connect(self._start_alone)
        accounts.changing = self._key_changing.emit
        self._key_changing.connect(front.say_key_changes)

    def turn(self) -> None:
        """Let what is under way come to nothing: the seat is locked."""
        self._turn += 1

    def join(self, enrolment: Path, agent_no: str, password: str) -> None:
        self._front.busy()
        self._enter(self._accounts.join, enrolment, agent_no, password)

    def _start_alone(self, centre: str, agent_no: str, name: str, password: str) -> None:
        self._enter(self._accounts.start_alone, centre, agent_no, name, password)

    def unlock(self, agent: Agent, session: Session, password: str) -> None:
        self._enter(self._accounts.unlock, agent, session, password)

    def sign_in(self, agent_no: str, password: str, way: str = "") -> None:
        """*way*: what becomes of another seat the agent works at; "" as the centre has it."""
        way = way or self._usual

        def enter(new: str = "") -> None:
            self._enter(self._accounts.sign_in, agent_no, password, new, way, refused=refused)

        def refused(error: Exception) -> None:
            if getattr(error, "code", "") == "must_change":
                self._front.ask(NewPasswordPage, enter)
            elif at := getattr(error, "elsewhere", None):
                asked = partial(ElsewherePage, Seated(agent_no, at, way == "ask"))
                self._front.ask(asked, lambda _: self.sign_in(agent_no, password, "displace"))
            else:
                self._refused(error)

        enter()

    def _enter(self, way: Callable[..., Opened], *told: object, refused: Refused | None = None) -> None:
        entered = partial(self._entered, self._turn)

        def job() -> Opened:
            opened = way(*told)
            with suppress(StoreRefused):  # what was known before serves as well
                self._look(opened.store)
            return opened

        self._lane.run(job, entered, refused or self._refused)

    def _refused(self, error: Exception) -> None:
        self._front.refuse(getattr(error, "code", type(error).__name__), getattr(error, "wait", 0))

    def _entered(self, turn: int, opened: Opened) -> None:
        if turn == self._turn:
            self.opened.emit(opened)
        else:  # locked again before the password was through
            opened.store.close()
            self._front.refuse("locked_meanwhile")

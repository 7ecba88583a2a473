"""The one place where everything is made and handed to whoever needs it, once the door is painted."""

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app import places
from app.desk import clock
from app.desk.accounts import AccountRefused, Accounts, Opened
from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.customers import Customers
from app.desk.desk import Desk
from app.desk.orders import Letterhead, Orders
from app.desk.people import People
from app.desk.worklist import Worklist
from app.forms.load import Forms, load
from app.records.paper import Paper, SlipSheet
from app.records.seat import Seat, SignedIn
from app.store.keyring import Secrets
from app.sync.port import CentralAway, CentralRefused
from app.sync.postgres import Address, PostgresCentral, sign_in
from app.sync.round import Round, run_round
from app.ui.application import Application
from app.ui.background import Background
from app.ui.bridge import Bridge
from app.ui.front import Front
from app.ui.heartbeat import Heartbeat, Pulse
from app.ui.rooms import Tools
from app.ui.workplace import Workplace


class Program(QObject):
    """One seat in one folder: a window whose page is a door or a workplace."""

    def __init__(self, application: Application, front: Front, folder: Path, secrets: Secrets) -> None:
        super().__init__()
        self._application, self._front, self._folder = application, front, folder
        self._accounts = Accounts(folder, secrets, clock.now, ask_central)
        self._background = Background(self)
        self._leave: Callable[[], None] = lambda: None
        self._closed = False
        self.opened: Opened | None = None
        self.heartbeat: Heartbeat | None = None
        self.window = front.window
        self.forms = load(places.forms())
        application.stumbled.connect(self._tell)
        front.sign_in_asked.connect(partial(self._enter, self._accounts.sign_in))
        front.join_asked.connect(self.join)
        front.alone_asked.connect(partial(self._enter, self._accounts.start_alone))
        front.window.closing.connect(self.close)

    def close(self) -> None:
        """Leave the seat and end the lanes; a second call does nothing."""
        if not self._closed:
            self._closed = True
            self._application.stumbled.disconnect(self._tell)
            self._leave()
            self._background.close()

    def join(self, enrolment: Path, agent_no: str, password: str) -> None:
        self._enter(self._accounts.join, enrolment, agent_no, password)

    def _tell(self, sentence: str) -> None:
        page = self.window.centralWidget()
        if isinstance(page, Workplace):
            page.tell(sentence)
        else:
            self._front.tell(sentence)

    def _enter(self, way: Callable[..., Opened], *told: object) -> None:
        self._background.store.run(lambda: way(*told), self._entered, self._refused)

    def _refused(self, error: Exception) -> None:
        self._front.refuse(getattr(error, "code", type(error).__name__))

    def _entered(self, opened: Opened) -> None:
        self._agent_no = opened.agent.agent_no
        bridge = Bridge(opened.store.changes, self)
        central = _central(opened)
        heartbeat = self._heartbeat(opened, central, bridge)
        lang = self._front.lang
        tools = Tools(
            self._background, bridge, self._front.settings, clock.now, lang,
            partial(_draw, self._folder / "slips"), self._folder / "slips",
        )  # fmt: skip
        workplace = Workplace(_desk(opened, self.forms, lang), tools, heartbeat)
        workplace.sign_out_asked.connect(self._sign_out)
        workplace.theme_asked.connect(self._front.set_theme)
        workplace.language_asked.connect(self._front.set_language)

        def leave() -> None:
            self._leave = lambda: None
            self.opened = self.heartbeat = None
            try:
                workplace.leave(self._application.composing.text())
            finally:  # a disk that takes no draft keeps nobody from leaving
                heartbeat.stop()
                bridge.close()
                bridge.deleteLater()
                self._background.central.run(central.close if central else lambda: None, lambda _: None)
                opened.store.close()

        self._leave, self.opened, self.heartbeat = leave, opened, heartbeat
        self._front.let_in(workplace)
        heartbeat.start()

    def _heartbeat(self, opened: Opened, central: PostgresCentral | None, bridge: Bridge) -> Heartbeat:
        pulse = Pulse(
            self._round(opened, central) if central else None,
            opened.store.outbox.state,
            random.random,
            clock.now,
        )
        return Heartbeat(pulse, self._background.central, bridge, bridge)

    def _round(self, opened: Opened, central: PostgresCentral) -> Callable[[], Round]:
        touched = {"agent"}
        opened.store.changes.listen(touched.update)

        def run() -> Round:
            done = run_round(opened.store, central)
            if "agent" in touched:
                touched.clear()
                self._accounts.reseal(opened)
            return done

        return run

    def _sign_out(self, somebody_else: bool) -> None:
        agent_no = "" if somebody_else else self._agent_no
        try:
            self._leave()
        finally:
            self._front.show_door(agent_no)


def _desk(opened: Opened, forms: Forms, lang: str) -> Desk:
    store, agent = opened.store, opened.agent
    calls = Calls(store, forms, agent, clock.now, lang)
    cases = Cases(store, agent.id)
    return Desk(
        calls=calls,
        cases=cases,
        orders=Orders(store, calls, agent, clock.now, Letterhead(opened.seat.centre, lang)),
        customers=Customers(store),
        worklist=Worklist(store, calls, cases, clock.now, lang),
        people=People(store),
        agent=agent,
        seat_code=opened.seat.code,
        centre=opened.seat.centre,
    )


def _address(seat: Seat) -> Address:
    return Address(seat.host, seat.port, seat.database, seat.tls)


def _central(opened: Opened) -> PostgresCentral | None:
    seat = opened.seat
    return None if seat.is_alone else PostgresCentral(_address(seat), seat.login, opened.login_password)


def ask_central(seat: Seat, agent_no: str, password: str) -> SignedIn | None:
    try:
        return sign_in(_address(seat), agent_no, password, seat.install)
    except CentralAway:
        return None
    except CentralRefused as refused:
        raise AccountRefused("password" if refused.code == "login" else refused.code) from refused


def _draw(folder: Path, sheet: SlipSheet) -> Paper:
    from app.printing.slip import draw  # reportlab takes 0.1 s: not before the first slip

    copy = f"-{sheet.reprint}" if sheet.reprint else ""
    path = folder / f"{sheet.number}{copy}.pdf"
    drawn = draw(sheet, path)
    return Paper(path, drawn.pages, drawn.missing)

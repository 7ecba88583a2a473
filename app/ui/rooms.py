"""The rooms: which panel shows which kind of thing, and what each is given from the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget

from app import places
from app.desk.desk import Desk
from app.desk.listings import AUDIT
from app.forms.rights import Right
from app.printing.press import Press
from app.records.accesses import Deed
from app.records.calls import Call
from app.records.drafts import Draft
from app.records.ids import Id
from app.ui.addresses import AddressHelp
from app.ui.background import Background
from app.ui.bridge import Bridge
from app.ui.commandbar import CommandBar
from app.ui.disputes import Disputes
from app.ui.panels.calls import CallDesk, CallPage
from app.ui.panels.cases import CaseDesk, CasePage
from app.ui.panels.clocks import ClockDesk, ClocksPage
from app.ui.panels.conflicts import ConflictDesk, ConflictPage
from app.ui.panels.customers import CallerDesk, CallerPane
from app.ui.panels.floor import FloorPage, FloorTools
from app.ui.panels.help import HelpPage
from app.ui.panels.imports import ImportDesk, ImportPage
from app.ui.panels.leaves import LeaveDesk, LeavePage
from app.ui.panels.lists import ListDesk, ListPage
from app.ui.panels.orders import OrderDesk, OrderPage
from app.ui.panels.overlaps import OverlapPage
from app.ui.panels.password import PasswordDesk, PasswordPage
from app.ui.panels.refusals import RefusalDesk, RefusedPage
from app.ui.panels.sessions import DisputedPage, SessionDesk, SessionsPage
from app.ui.panels.takeovers import DraftPage, LeftPage, TakeoverDesk
from app.ui.panels.worklist import WorklistPane
from app.ui.taking import Office
from app.ui.values import Values


@dataclass(frozen=True, slots=True)
class Tools:
    """What the window works with beside the desk."""

    background: Background
    bridge: Bridge
    settings: QSettings
    now: Callable[[], datetime]
    lang: str
    press: Press
    composing: Callable[[], str]  # what an input method has not handed over yet, where the focus is
    change_password: Callable[[str, str], None]  # the old one, the new one


class Rooms:
    def __init__(self, desk: Desk, tools: Tools) -> None:
        self._desk, self._tools = desk, tools
        self._values = Values(desk.conflicts.corrections, self.person)
        self._disputes = Disputes(desk.conflicts, self._values)

    def worklist(self, parent: QWidget | None = None) -> WorklistPane:
        return WorklistPane(self._desk.worklist, self._tools.bridge, self.person, self._tools.now, parent)

    def caller(self, parent: QWidget | None = None) -> CallerPane:
        desk, tools = self._desk, self._tools
        given = CallerDesk(
            desk.customers, desk.cases, desk.calls, tools.now, tools.lang, tools.background.store.run
        )
        return CallerPane(given, tools.bridge, parent)

    def command_bar(self, parent: QWidget) -> CommandBar:
        tools = self._tools
        desk = self._desk
        return CommandBar(
            lambda text: (*desk.finder.find(text), *desk.directory.found(text)),
            tools.background.store,
            tools.settings,
            parent,
        )

    def draft(self, draft: Draft, parent: QWidget | None = None) -> CallPage:
        """Return the page of the call to be; of the kept call, where the draft only adds to one."""
        record = self._desk.calls.get(draft.id) or draft
        return self._call_page(record, parent)

    def _call_page(self, record: Draft | Call, parent: QWidget | None) -> CallPage:
        desk, tools = self._desk, self._tools
        page = CallPage(self._call_desk(), tools.bridge, record, parent)
        AddressHelp(desk.addresses, desk.calls, page, tools.lang).load(tools.background.heavy.run)
        return page

    def page(self, kind: str, id: Id, parent: QWidget | None = None) -> QWidget | None:
        """Return a page on the record, or None where the seat has no such thing."""
        desk, bridge, lang = self._desk, self._tools.bridge, self._tools.lang
        match kind:
            case "draft" | "taken" | "left" | "call":
                return self._of_call(kind, id, parent)
            case "case":
                return CasePage(
                    CaseDesk(
                        desk.cases, desk.calls, desk.orders, desk.clocks, self.person, self._disputes, lang
                    ),
                    bridge,
                    id,
                )
            case "conflict" | "op" | "session" | "overlap":
                return self._wanting(kind, id)
            case "list":
                may_see = id != AUDIT or desk.accesses.may(Right.AUDIT)
                return ListPage(self._list_desk(), bridge, id) if may_see else None
            case "sessions" | "password" | "floor" | "leave":
                return self._of_people(kind)
            case "clocks":
                run = self._tools.background.store.run
                return ClocksPage(ClockDesk(desk.clocks, desk.retention, run, self._tools.now, lang), bridge)
            case "help":
                return HelpPage(places.resources() / "help", lang)
            case "import":
                return ImportPage(
                    ImportDesk(desk.imports, self._tools.background.store, self._tools.settings, lang)
                )
            case "order":
                return OrderPage(
                    OrderDesk(
                        desk.orders, desk.cases, desk.calls, desk.clocks, self.person, self._disputes, lang
                    ),
                    bridge,
                    id,
                )
        return None

    def _of_call(self, kind: str, id: Id, parent: QWidget | None) -> QWidget | None:
        """Return a page on a call or the draft of one: to read, where it is in another's hands; of a draft
        that is gone, the call it became."""
        if kind == "left":
            return self._left(id)
        calls = self._desk.calls
        draft = None if kind == "call" else next((d for d in calls.drafts() if d.id == id), None)
        if draft:
            return self._left(id) if calls.takeovers.taken(draft) else self.draft(draft, parent)
        call = calls.get(id)
        return self._call_page(call, parent) if call else None

    def _left(self, id: Id) -> QWidget | None:
        """Return the page on all that others left here, or on one draft of another, or in another's hands."""
        desk, tools = self._desk, self._tools
        told = TakeoverDesk(desk.calls, self.person, desk.floor.reasons, tools.now, tools.lang, desk.jottings)
        if id == "left":
            return LeftPage(told, tools.bridge)
        draft, _, agent = id.partition(" ")
        if agent:
            if not desk.calls.takeovers.get(Id(draft), Id(agent)):
                return None
            desk.accesses.note(Deed.REVEAL, Call.kind, record=Id(draft), whole=True)  # the call it will be
        return DraftPage(told, tools.bridge, id)

    def _of_people(self, kind: str) -> QWidget:
        """Return a page on the agent's own sign-ins, or password, or leaves, or on where everybody is."""
        tools = self._tools
        if kind == "sessions":
            return SessionsPage(self._session_desk(), tools.bridge)
        desk, ask = self._desk, tools.background.central.run
        if kind == "leave":
            reasons = tuple(desk.floor.reasons.values())
            return LeavePage(
                LeaveDesk(desk.leaves, reasons, self.person, ask, tools.now, tools.lang, desk.jottings),
                tools.bridge,
            )
        if kind == "floor":
            floor = FloorTools(desk.floor, self.person, ask, tools.now, tools.lang, desk.jottings)
            return FloorPage(floor)
        is_alone = not self._desk.sessions.may_ask
        return PasswordPage(PasswordDesk(tools.change_password, tools.background.central.run, is_alone))

    def _wanting(self, kind: str, id: Id) -> QWidget | None:
        """Return a page on what wants a person."""
        desk, tools = self._desk, self._tools
        match kind:
            case "conflict":
                asked = ConflictDesk(desk.conflicts, self._values, self.person, tools.now, desk.jottings)
                return ConflictPage(asked, tools.bridge, id) if desk.conflicts.get(id) else None
            case "op":
                sent = RefusalDesk(desk.refusals, self._values, tools.now, desk.jottings)
                return RefusedPage(sent, tools.bridge, id) if desk.refusals.get(id) else None
            case "overlap":
                known = desk.sessions.overlap(id)
                return OverlapPage(desk.sessions, self.person, tools.bridge, id) if known else None
        return DisputedPage(self._session_desk(), tools.bridge, id) if desk.sessions.get(id) else None

    def _session_desk(self) -> SessionDesk:
        desk, lanes = self._desk, self._tools.background
        return SessionDesk(desk.sessions, self._values.title, self.person, lanes.store.run, lanes.central.run)

    def _list_desk(self) -> ListDesk:
        desk, tools = self._desk, self._tools
        lanes = tools.background
        person = f"{desk.agent.agent_no} {desk.agent.name}"
        office = Office(desk.accesses, lanes.store.run, tools.now, person, desk.centre, tools.lang)
        return ListDesk(desk.lists, lanes.store.run, lanes.heavy.run, tools.settings, tools.now, office)

    def person(self, id: Id) -> str:
        """Return the agent number and name, as far as the seat knows them."""
        return self._desk.people.name(id) or QCoreApplication.translate("Rooms", "其他席位的座席员")

    def _call_desk(self) -> CallDesk:
        desk, tools = self._desk, self._tools
        return CallDesk(
            desk.calls,
            desk.cases,
            desk.orders,
            tools.now,
            self.person,
            self._disputes,
            tools.lang,
            tools.composing,
        )

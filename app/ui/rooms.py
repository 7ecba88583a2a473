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
from app.records.drafts import Draft
from app.records.ids import Id
from app.ui.background import Background
from app.ui.bridge import Bridge
from app.ui.commandbar import CommandBar
from app.ui.disputes import Disputes
from app.ui.panels.calls import CallDesk, CallPage
from app.ui.panels.cases import CaseDesk, CasePage
from app.ui.panels.conflicts import ConflictDesk, ConflictPage
from app.ui.panels.customers import CallerDesk, CallerPane
from app.ui.panels.floor import FloorPage, FloorTools
from app.ui.panels.help import HelpPage
from app.ui.panels.imports import ImportDesk, ImportPage
from app.ui.panels.lists import ListDesk, ListPage
from app.ui.panels.orders import OrderDesk, OrderPage
from app.ui.panels.password import PasswordDesk, PasswordPage
from app.ui.panels.refusals import RefusalDesk, RefusedPage
from app.ui.panels.sessions import DisputedPage, SessionDesk, SessionsPage
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

    def worklist(self) -> WorklistPane:
        return WorklistPane(self._desk.worklist, self._tools.bridge, self.person, self._tools.now)

    def caller(self) -> CallerPane:
        desk, tools = self._desk, self._tools
        given = CallerDesk(
            desk.customers, desk.cases, desk.calls, tools.now, tools.lang, tools.background.store.run
        )
        return CallerPane(given, tools.bridge)

    def command_bar(self, parent: QWidget) -> CommandBar:
        tools = self._tools
        return CommandBar(self._desk.finder.find, tools.background.store, tools.settings, parent)

    def draft(self, draft: Draft, parent: QWidget | None = None) -> CallPage:
        """Return the page of the call to be; of the kept call, where the draft only adds to one."""
        record = self._desk.calls.get(draft.id) or draft
        return CallPage(self._call_desk(), self._tools.bridge, record, parent)

    def page(self, kind: str, id: Id, parent: QWidget | None = None) -> QWidget | None:
        """Return a page on the record, or None where the seat has no such thing."""
        desk, bridge, lang = self._desk, self._tools.bridge, self._tools.lang
        match kind:
            case "draft":
                draft = next((d for d in desk.calls.drafts() if d.id == id), None)
                return self.draft(draft, parent) if draft else None
            case "call":
                call = desk.calls.get(id)
                return CallPage(self._call_desk(), bridge, call, parent) if call else None
            case "case":
                return CasePage(
                    CaseDesk(desk.cases, desk.calls, desk.orders, self.person, self._disputes, lang),
                    bridge,
                    id,
                )
            case "conflict" | "op" | "session":
                return self._wanting(kind, id)
            case "list":
                may_see = id != AUDIT or desk.accesses.may(Right.AUDIT)
                return ListPage(self._list_desk(), bridge, id) if may_see else None
            case "sessions" | "password" | "floor":
                return self._of_people(kind)
            case "help":
                return HelpPage(places.resources() / "help", lang)
            case "import":
                return ImportPage(
                    ImportDesk(desk.imports, self._tools.background.store, self._tools.settings, lang)
                )
            case "order":
                return OrderPage(
                    OrderDesk(desk.orders, desk.cases, desk.calls, self.person, self._disputes, lang),
                    bridge,
                    id,
                )
        return None

    def _of_people(self, kind: str) -> QWidget:
        """Return a page on the agent's own sign-ins, or password, or on where everybody is."""
        tools = self._tools
        if kind == "sessions":
            return SessionsPage(self._session_desk(), tools.bridge)
        if kind == "floor":
            ask = tools.background.central.run
            return FloorPage(FloorTools(self._desk.floor, self.person, ask, tools.now, tools.lang))
        is_alone = not self._desk.sessions.may_ask
        return PasswordPage(PasswordDesk(tools.change_password, tools.background.central.run, is_alone))

    def _wanting(self, kind: str, id: Id) -> QWidget | None:
        """Return a page on what wants a person."""
        desk, tools = self._desk, self._tools
        match kind:
            case "conflict":
                asked = ConflictDesk(desk.conflicts, self._values, self.person, tools.now)
                return ConflictPage(asked, tools.bridge, id) if desk.conflicts.get(id) else None
            case "op":
                sent = RefusalDesk(desk.refusals, self._values, tools.now)
                return RefusedPage(sent, tools.bridge, id) if desk.refusals.get(id) else None
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

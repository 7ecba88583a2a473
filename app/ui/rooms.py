"""The rooms: which panel shows which kind of thing, and what each is given from the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

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
from app.ui.calldesk import CallDesk
from app.ui.commandbar import CommandBar
from app.ui.disputes import Disputes
from app.ui.jotting import Jotter
from app.ui.matterdesk import MatterDesk
from app.ui.panels.bulk import BulkDesk, BulkPage
from app.ui.panels.callbacks import CallbackDesk, CallbackPage
from app.ui.panels.calls import CallPage
from app.ui.panels.cases import CaseDesk, CasePage
from app.ui.panels.clocks import ClockDesk, ClocksPage
from app.ui.panels.closings import ClosingDesk, ClosingsPage
from app.ui.panels.conflicts import ConflictDesk, ConflictPage
from app.ui.panels.customers import CallerDesk, CallerPane
from app.ui.panels.escalations import NEW, EscalationDesk, EscalationPage
from app.ui.panels.files import FileDesk, FilePage
from app.ui.panels.floor import FloorPage, FloorTools
from app.ui.panels.help import INDEX, HelpPage, pages
from app.ui.panels.imports import ImportDesk, ImportPage
from app.ui.panels.leaves import LeaveDesk, LeavePage
from app.ui.panels.lists import ListDesk, ListPage
from app.ui.panels.orders import OrderDesk, OrderPage
from app.ui.panels.overlaps import OverlapPage
from app.ui.panels.password import PasswordDesk, PasswordPage
from app.ui.panels.prints import QueueDesk, QueuePage
from app.ui.panels.refusals import RefusalDesk, RefusedPage
from app.ui.panels.reviews import RegisterPage, ReviewDesk, ReviewPage, call_of
from app.ui.panels.samples import SampleDesk, SamplePage
from app.ui.panels.satisfaction import SatisfactionDesk, SatisfactionPage
from app.ui.panels.sessions import DisputedPage, SessionDesk, SessionsPage
from app.ui.panels.takeovers import DraftPage, LeftPage, TakeoverDesk
from app.ui.panels.tasks import TaskDesk, TaskPage
from app.ui.panels.visits import VisitDesk, VisitsPage
from app.ui.panels.ways import WaysPage
from app.ui.panels.worklist import WorklistPane
from app.ui.suggesting import OfferLine
from app.ui.taking import Office
from app.ui.values import Values
from app.ui.veil import Veil


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
        self.printers: Callable[[], list[str]] = list  # those that were found, by name
        self.veil: Veil = lambda customer, record: False
        self._values = Values(desk.conflicts.corrections, self.person)
        self._disputes = Disputes(desk.conflicts, self._values)
        self._makers: dict[str, Callable[[str, Id], QWidget | None]] = {
            **dict.fromkeys(("order", "bulk", "closings"), self._of_orders),
            "file": self._file,
            "list": self._list,
            "clocks": self._clocks,
            "help": self._help,
            "import": self._import,
            "ways": self._ways,
            "prints": self._prints,
            **dict.fromkeys(("task", "escalation"), self._of_case),
            **dict.fromkeys(("review", "report", "register"), self._of_entries),
            **dict.fromkeys(("conflict", "op", "session", "overlap", "callback"), self._wanting),
            **dict.fromkeys(("visits", "sample", "satisfaction"), self._of_visits),
            **dict.fromkeys(("sessions", "password", "floor", "leave"), self._of_people),
        }

    def _hides(self, customer: Id | None, record: str) -> bool:
        return self.veil(customer, record)

    def worklist(self, parent: QWidget | None = None) -> WorklistPane:
        return WorklistPane(self._desk.worklist, self._tools.bridge, self.person, self._tools.now, parent)

    def caller(self, parent: QWidget | None = None) -> CallerPane:
        desk, tools = self._desk, self._tools
        run, callers = tools.background.store.run, desk.callers
        given = CallerDesk(desk.customers, callers, desk.calls, self.person, tools.now, tools.lang, run)
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
        return self._on_call(record, parent)

    def _on_call(self, record: Draft | Call, parent: QWidget | None) -> CallPage:
        desk, tools = self._desk, self._tools
        page = CallPage(self._call_desk(), tools.bridge, record, parent)
        AddressHelp(desk.addresses, desk.calls, page, tools.lang).load(tools.background.heavy.run)
        if page.draft is not None:
            OfferLine(page, self._desk.suggestions, self._tools.background.store, self._tools.lang)
        return page

    def page(self, kind: str, id: Id, parent: QWidget | None = None) -> QWidget | None:
        """Return a page on the record, or None where the seat has no such thing."""
        if kind in ("draft", "taken", "left", "call"):
            return self._of_call(kind, id, parent)
        if kind == "case":
            return CasePage(self._case_desk(), self._tools.bridge, id, parent)
        make = self._makers.get(kind)
        return make(kind, id) if make else None

    def _of_orders(self, kind: str, id: Id) -> QWidget:
        """Return a page on an order, on those that wait for the round, or on those agents divide to close."""
        desk, tools, lang, disputes = self._desk, self._tools, self._tools.lang, self._disputes
        forms, run = desk.calls.forms, tools.background.store.run
        if kind == "bulk":
            bulk = BulkDesk(desk.orders.bulk, forms, self.person, run, tools.now, lang)
            return BulkPage(bulk, tools.bridge)
        if kind == "closings":
            shares = ClosingDesk(desk.orders.closings, forms, self.person, run, tools.now, lang)
            return ClosingsPage(shares, tools.bridge)
        told = OrderDesk(
            desk.orders, desk.cases, desk.calls, desk.clocks, self.person, disputes, desk.jottings,
            self._tools.now, lang, self._hides,
        )  # fmt: skip
        return OrderPage(told, self._tools.bridge, id)

    def _prints(self, kind: str, id: Id) -> QWidget:
        run = self._tools.background.store.run
        return QueuePage(QueueDesk(self._desk.prints, self.person, self.printers, run), self._tools.bridge)

    def _file(self, kind: str, id: Id) -> QWidget | None:
        desk, tools = self._desk, self._tools
        if desk.matter.files.person(id) is None:
            return None
        told = FileDesk(desk.matter.files, self.person, desk.jottings, tools.now, tools.lang, self._hides)
        return FilePage(told, tools.bridge, id)

    def _list(self, kind: str, id: Id) -> QWidget | None:
        may_see = id != AUDIT or self._desk.accesses.may(Right.AUDIT)
        return ListPage(self._list_desk(), self._tools.bridge, id) if may_see else None

    def _clocks(self, kind: str, id: Id) -> QWidget:
        desk, tools = self._desk, self._tools
        told = ClockDesk(desk.clocks, desk.retention, tools.background.store.run, tools.now, tools.lang)
        return ClocksPage(told, tools.bridge)

    def _ways(self, kind: str, id: Id) -> QWidget | None:
        messages = self._desk.orders.messages
        return WaysPage(messages) if messages.may_set else None

    def _help(self, kind: str, id: Id) -> QWidget:
        return HelpPage(places.resources() / "help", self._tools.lang)

    def _import(self, kind: str, id: Id) -> QWidget:
        tools = self._tools
        return ImportPage(ImportDesk(self._desk.imports, tools.background.store, tools.settings, tools.lang))

    def help_pages(self) -> list[tuple[str, str]]:
        """Return title and file of each page of the help."""
        folder, lang = places.resources() / "help", self._tools.lang
        named = pages(folder / lang if (folder / lang / INDEX).exists() else folder)
        return [(title, file) for title, file in named if file]

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
        return self._on_call(call, parent) if call else None

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

    def _of_entries(self, kind: str, id: Id) -> QWidget | None:
        """Return a page on an entry to be checked again, or on the register of a month."""
        desk, tools = self._desk, self._tools
        given = ReviewDesk(desk.calls, self.person, tools.now, tools.lang)
        if kind == "review":
            call = call_of(id)
            return ReviewPage(given, tools.bridge, call) if desk.calls.get(call) else None
        return RegisterPage(given, tools.bridge, id if kind == "report" else "")

    def _of_people(self, kind: str, id: Id) -> QWidget:
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
            case "callback":
                calls, people = desk.calls, self.person
                visits = desk.following.visits
                owed = CallbackDesk(
                    calls.callbacks, visits, calls, desk.customers, people, tools.now, tools.lang, desk.facts,
                    self._hides,
                )  # fmt: skip
                return CallbackPage(owed, tools.bridge, id) if desk.calls.callbacks.get(id) else None
            case "overlap":
                known = desk.sessions.overlap(id)
                return OverlapPage(desk.sessions, self.person, tools.bridge, id) if known else None
        return DisputedPage(self._session_desk(), tools.bridge, id) if desk.sessions.get(id) else None

    def _session_desk(self) -> SessionDesk:
        desk, lanes = self._desk, self._tools.background
        return SessionDesk(desk.sessions, self._values.title, self.person, lanes.store.run, lanes.central.run)

    def _of_visits(self, kind: str, id: Id) -> QWidget | None:
        """Return a page on whom to call after service, on the week's sample, or on how satisfied they are."""
        desk, tools, told = self._desk, self._tools, self._desk.following
        forms, read = desk.calls.forms, tools.background.store.run
        if kind == "satisfaction":
            write = tools.background.heavy.run
            asked = SatisfactionDesk(told.satisfaction, forms, desk.people, read, write, tools.lang)
            return SatisfactionPage(asked, tools.bridge)
        jotter = partial(Jotter, desk.jottings)
        if kind == "visits":
            visits = VisitDesk(
                told.visits, forms, desk.people, jotter, read, tools.now, tools.lang, desk.facts, self._hides
            )
            return VisitsPage(visits, tools.bridge)
        if not told.samples.lists:
            return None
        person = f"{desk.agent.agent_no} {desk.agent.name}"
        sample = SampleDesk(
            told.samples, told.visits, forms, desk.accesses, jotter, read, tools.now, person, desk.centre,
            tools.lang,
        )  # fmt: skip
        return SamplePage(sample, tools.bridge)

    def _list_desk(self) -> ListDesk:
        desk, tools = self._desk, self._tools
        lanes = tools.background
        person = f"{desk.agent.agent_no} {desk.agent.name}"
        office = Office(desk.accesses, lanes.store.run, tools.now, person, desk.centre, tools.lang)
        return ListDesk(desk.lists, lanes.store.run, lanes.heavy.run, tools.settings, tools.now, office)

    def person(self, id: Id) -> str:
        """Return the agent number and name, as far as the seat knows them."""
        return self._desk.people.name(id) or QCoreApplication.translate("Rooms", "其他席位的座席员")

    def _of_case(self, kind: str, id: Id) -> QWidget | None:
        """Return a page on what an inspector is asked, on a question upward; or to ask one, where there is
        anybody to ask."""
        desk, tools = self._desk, self._tools
        if kind == "task":
            return TaskPage(
                TaskDesk(desk.cases, self.person, desk.jottings, tools.now, tools.lang), tools.bridge, id
            )
        up = desk.cases.escalations
        if id.startswith(NEW) and not up.may_ask:
            return None
        typed = desk.conflicts.corrections
        asked = EscalationDesk(up, desk.agent.role, self.person, typed, desk.jottings, tools.now)
        return EscalationPage(asked, tools.bridge, id)

    def _case_desk(self) -> CaseDesk:
        desk, tools = self._desk, self._tools
        matter = MatterDesk(
            matter=desk.matter,
            cases=desk.cases,
            forms=desk.calls.forms,
            accesses=desk.accesses,
            people=self.person,
            centre=desk.centre,
            me=f"{desk.agent.agent_no} {desk.agent.name}",
            read=tools.background.store.run,
            heavy=tools.background.heavy.run,
            settings=tools.settings,
            now=tools.now,
            composing=tools.composing,
            lang=tools.lang,
        )
        disputes, jottings = self._disputes, desk.jottings
        return CaseDesk(
            desk.cases,
            desk.calls,
            desk.orders,
            desk.clocks,
            desk.people,
            disputes,
            jottings,
            matter,
            self._hides,
        )

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
            {"centre": desk.centre, "agent_no": desk.agent.agent_no},
            self._hides,
        )

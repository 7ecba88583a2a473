"""The work in the tabs: records opened, calls begun, closed, discarded and brought back."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.desk.calls import Saved
from app.desk.conflicts import Decided
from app.desk.desk import Desk
from app.forms.spec import Stage, say
from app.records.drafts import Draft
from app.records.ids import Id
from app.ui.commands import Command
from app.ui.intake import Intake
from app.ui.jotting import Jotter
from app.ui.kit.toast import Toasts
from app.ui.panels.calls import CallPage
from app.ui.panels.conflicts import ConflictPage
from app.ui.panels.imports import ImportPage
from app.ui.panels.orders import OrderPage
from app.ui.picker import FormPicker
from app.ui.rooms import Rooms, Tools
from app.ui.tabs import Tabs
from app.ui.traces import trace

_log = logging.getLogger(__name__)
_WIPE_MS = 5 * 60_000  # between two looks at what was thrown away a day ago


class Work(QObject):
    caller_typed = Signal(str, str)  # phone, name
    print_asked = Signal(str)  # order
    slips_asked = Signal(object)  # orders
    customer_asked = Signal(str)  # to be shown beside the work
    sheet_asked = Signal(object, object)  # ListSheet to be printed; what keeps that it was

    def __init__(
        self, desk: Desk, rooms: Rooms, tools: Tools, toasts: Toasts, panes: QWidget, host: QWidget
    ) -> None:
        super().__init__(host)
        calls, self._conflicts = desk.calls, desk.conflicts
        self._calls, self._rooms, self._toasts = calls, rooms, toasts
        self._takeovers, self._people = calls.takeovers, rooms.person
        self._settings, self._lang = tools.settings, tools.lang
        self.tabs = Tabs(panes)
        self.intake = Intake(calls, rooms, self.tabs, toasts, self.put, tools.lang)
        self.intake.new_asked.connect(self.new)
        self.intake.open_asked.connect(self.open)
        self.picker = FormPicker(calls.forms.newest(), calls.forms.shorts, tools.lang, host)
        self._asked = {form.name: form.version for form in calls.forms.newest()}
        self.tabs.new_asked.connect(self.pick)
        self.tabs.close_asked.connect(self.close)
        self.picker.chosen.connect(self.new)
        wiping, lane = QTimer(self, interval=_WIPE_MS), tools.background.store
        wiping.timeout.connect(lambda: lane.run(calls.discards.wipe, failed=lambda error: None))
        wiping.start()
        tools.bridge.changed.connect(self._published)

    def _published(self, kinds: frozenset[str]) -> None:
        """Offer what central has published; forms that are open stay as they were begun."""
        if "definition" not in kinds:
            return
        forms = self._calls.forms.newest()
        self.picker.offer_forms(forms, self._calls.forms.shorts)
        news = [say(form.title, self._lang) for form in forms if self._asked.get(form.name) != form.version]
        self._asked = {form.name: form.version for form in forms}
        if news:
            text = self.tr("表单有了新版本：{}。新受理用它，已经打开的照原来的填完。")
            self.tell(text.format(self.tr("、").join(news)))

    def open(self, kind: str, id: str, place: int | None = None) -> None:
        """Show the record in its tab, opened where it is not open yet. With a *place* it comes there, and not
        to the front. *kind* "dispatch" or "close": the call, which asks there what that wants; "slip": the
        order, which asks for its result."""
        if kind == "slip":
            self.open("order", id, place)
            if isinstance(page := self.tabs.current(), OrderPage):
                page.finish()
            return
        asked = {"dispatch": CallPage.dispatch, "close": _to_close}.get(kind)
        if kind == "customer":
            self.customer_asked.emit(id)
            return
        if kind == "discarded":
            self._find_again(Id(id))
            return
        if kind == "conflict" and self._turn_to_conflict(id):
            return
        if page := self.tabs.holding(id):
            self.tabs.turn_to(page)
        elif page := self._rooms.page("call" if asked else kind, Id(id), self.tabs.room):
            page.setProperty("opened_as", "call" if asked else kind)  # opened again, it asks for nothing
            self.put(page, place)
        elif place is None:
            self.tell(self.tr("这一条不在本席，可能还没有同步过来。"))
        if asked and isinstance(page, CallPage):
            asked(page)

    def _import_of(self, form: str) -> None:
        """Show the page that imports, to take a file for *form*."""
        self.open("import", "import")
        if isinstance(page := self.tabs.current(), ImportPage):
            page.file.show_choice(form, "")

    def _turn_to_conflict(self, id: str) -> bool:
        """Show the conflict on the page of another, where that has nothing half typed."""
        pages = (page for page in self.tabs.pages() if isinstance(page, ConflictPage))
        page = self.tabs.holding(id) or next((page for page in pages if not page.is_editing), None)
        if isinstance(page, ConflictPage):
            if page.record != id:
                page.show_conflict(Id(id))
            self.tabs.turn_to(page)
        return page is not None

    def _decided(self, done: Decided, text: str) -> None:
        self._toasts.show_toast(text, self.tr("撤销"), partial(self._undo, done))

    def _undo(self, done: Decided) -> None:
        """Put back what stood in the record, and show the conflict again: the other may be chosen."""
        self._conflicts.undo(done)
        self.open("conflict", done.conflict.id)

    def drafts(self) -> list[Id]:
        """Return those the agent may go on with."""
        return [draft.id for draft in self._calls.drafts() if not self._takeovers.taken(draft)]

    def pick(self) -> None:
        corner = self.tabs.mapToGlobal(QPoint(24, 44))
        self.picker.pop(corner, str(self._settings.value("form", "")))

    def new(self, form: str, channel: str = "phone", number: str = "") -> Id | None:
        """Begin a call on *form*, on the usual one where it is "", and return its id; of a short one its
        code: it is kept, and None returned."""
        if form in {short.code for short in self._calls.forms.shorts}:
            self.intake.short(form)
            return None
        form = form or self._usual()
        self._settings.setValue("form", form)
        if form in self._ordinary():
            self._settings.setValue("usual_form", form)
        draft = self._calls.new(form, channel, number)
        self._open_draft(draft)
        return draft.id

    def _ordinary(self) -> list[str]:
        """Return the forms a call may begin on before anybody knows what it is about."""
        short = {short.form for short in self._calls.forms.shorts}
        asked = self._calls.forms.newest()
        return [form.name for form in asked if not form.emergency and form.name not in short]

    def _usual(self) -> str:
        """Return what a call begins on where nobody has chosen: the last that was no emergency, nor short."""
        ordinary, last = self._ordinary(), str(self._settings.value("usual_form", ""))
        return last if last in ordinary else (ordinary or [self._calls.forms.newest()[0].name])[0]

    def put(self, page: QWidget, place: int | None = None) -> None:
        """Take *page* into a tab and hear what it asks for; with a *place* it does not come to the front."""
        wishes: dict[str, Callable[..., object]] = {
            "caller_typed": self.caller_typed.emit,
            "kept": partial(self._kept, page),
            "open_asked": self.open,
            "new_asked": self.pick,
            "told": self.tell,
            "print_asked": self.print_asked.emit,
            "slips_asked": self.slips_asked.emit,
            "decided": self._decided,
            "taken": partial(self._took, page),
            "sheet_asked": self.sheet_asked.emit,
            "begin_asked": partial(self.new, ""),
            "undoable": self._offer_undo,
            "import_asked": self._import_of,
        }
        for name, wish in wishes.items():
            if (signal := getattr(page, name, None)) is not None:
                signal.connect(wish)
        self.tabs.put(page, place)

    def commands(self) -> list[Command]:
        """Return one for each form: a new call on it."""
        return [
            Command(
                self.tr("新建 {}").format(say(form.title, self._lang)),
                partial(self.new, form.name),
                icon="plus",
            )
            for form in self._calls.forms.newest()
        ]

    def keep(self) -> list[Draft]:
        """Put everything typed on disk and return what it did not take."""
        untaken = []
        for keeper in map(_keeper, self.tabs.pages()):
            if keeper is None:
                continue
            try:
                keeper.keep()
            except Exception as error:  # whatever it is: what was typed goes another way
                _log.error("a draft was not taken\n%s", trace(error))
                untaken.append(keeper.typed())
        return [draft for draft in untaken if draft]

    def tell(self, text: str) -> None:
        self._toasts.show_toast(text)

    def turn_to(self, place: int) -> None:
        if place < len(self.tabs.pages()):
            self.tabs.turn_to(self.tabs.pages()[place])

    def close(self, page: QWidget | None) -> None:
        """Close the tab. What is typed and not saved stays in the work list."""
        if keeper := _keeper(page):
            keeper.keep()
        if isinstance(page, CallPage):
            if page.is_blank():
                self._calls.discard(page.record)
            elif page.unsaved:
                again = partial(self.open, "draft", page.record)
                self._toasts.show_toast(self.tr("草稿留在“待办”里。"), self.tr("打开"), again)
        elif page is not None and (kind := page.property("opened_as")):
            again = partial(self.open, kind, page.record)  # type: ignore[attr-defined]
            text = self.tr("已关闭“{}”。").format(page.title)  # type: ignore[attr-defined]
            self._toasts.show_toast(text, self.tr("打开"), again)
        if page is not None:
            leave(page)
            self.tabs.remove(page)

    def close_current(self) -> None:
        self.close(self.tabs.current())

    def discard(self) -> None:
        """Throw the draft in front away; the toast brings it back."""
        page = self.tabs.current()
        if not isinstance(page, CallPage):
            return
        page.keep()
        if (draft := page.unsaved) is None:
            return
        text = self.tr("草稿已丢弃，一天之内可以在“待办”里找回。")
        if draft.owner:
            self._takeovers.give_back(draft)
            text = self.tr("草稿已退还 {}，您改的已丢弃。").format(self._people(draft.owner))
        else:
            (self._calls.discard if page.is_blank() else self._calls.discards.put)(draft.id)
        self.tabs.remove(page)
        self._toasts.show_toast(text, self.tr("撤销"), partial(self._bring_back, draft))

    def _open_draft(self, draft: Draft) -> None:
        self.put(self._rooms.draft(draft, self.tabs.room))

    def _find_again(self, id: Id) -> None:
        """Go on with a draft that was thrown away."""
        if (draft := self._calls.discards.bring_back(id)) is None:
            self.tell(self.tr("这份草稿已经不在了。"))
            return
        if page := self.tabs.holding(id):  # the kept call it adds to
            self.tabs.remove(page)
        self._open_draft(draft)

    def _bring_back(self, draft: Draft) -> None:
        if draft.owner:
            self._takeovers.take_again(draft)
        else:
            self._calls.keep(draft)
        self._open_draft(draft)

    def _took(self, page: QWidget, draft: Draft) -> None:
        """Go on with what was another's, in the place it was read in."""
        self.tabs.remove(page)
        self._open_draft(draft)
        text = self.tr("已接手 {} 的草稿，由您办完。").format(self._people(draft.first_taker))
        self._toasts.show_toast(text, self.tr("撤销"), partial(self._give_back, draft))

    def _give_back(self, draft: Draft) -> None:
        """Undo a take-over nothing came of yet."""
        page = self.tabs.holding(draft.id)
        if isinstance(page, CallPage):
            page.keep()
            draft = page.unsaved or draft
        if not self._takeovers.may_give_back(draft):
            self.tell(self.tr("已经改过，没有退还。要退还，请先丢弃您改的（Ctrl+Shift+D）。"))
            return
        self._takeovers.give_back(draft)
        if page is not None:
            self.tabs.remove(page)
        self.tell(self.tr("已退还 {}。").format(self._people(draft.first_taker)))

    def _offer_undo(self, text: str, undo: Callable[[], object]) -> None:
        self._toasts.show_toast(text, self.tr("撤销"), undo)

    def _kept(self, page: QWidget, saved: Saved) -> None:
        number = saved.call.number if saved.call else ""
        self.tabs.remove(page)
        again = partial(self.open, "call", page.record)  # type: ignore[attr-defined]
        self._toasts.show_toast(self.tr("已保存 {}。").format(number), self.tr("打开"), again)


def _keeper(page: QWidget | None) -> CallPage | Jotter | None:
    """Return who keeps what is half typed on *page*, where it is of the kind that is kept."""
    return page if isinstance(page, CallPage) else getattr(page, "jotter", None)


def _to_close(page: CallPage) -> None:
    page.is_ready(Stage.CLOSE)


def leave(page: QWidget) -> None:
    """Have *page* end what it began in the background, where it does such things."""
    if (ending := getattr(page, "leave", None)) is not None:
        ending()

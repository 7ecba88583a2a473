"""How a call is taken on: the form it goes on upon, an emergency, and short calls that are kept at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.desk.calls import Calls
from app.desk.shorts import ShortCalls
from app.forms.aside import RAISED
from app.forms.spec import say
from app.records.drafts import Draft
from app.ui.beside import KEY, urgent_fields
from app.ui.commands import Command
from app.ui.kit.toast import Toasts
from app.ui.panels.calls import CallPage
from app.ui.picker import FormPicker
from app.ui.rooms import Rooms
from app.ui.tabs import Tabs

SWITCH = "Shift+F2"


class Intake(QObject):
    """*put* takes a page into a tab at a place."""

    new_asked = Signal(str)  # form
    open_asked = Signal(str, str)  # kind, id

    def __init__(
        self,
        calls: Calls,
        rooms: Rooms,
        tabs: Tabs,
        toasts: Toasts,
        put: Callable[[QWidget, int | None], None],
        lang: str,
    ) -> None:
        super().__init__(tabs)
        self._calls, self._rooms, self._tabs, self._toasts = calls, rooms, tabs, toasts
        self._put, self._lang, self._shorts = put, lang, ShortCalls(calls)
        self.picker: FormPicker | None = None

    def commands(self) -> list[Command]:
        short = [
            Command(self.tr("直接存：{}").format(say(each.label, self._lang)), partial(self.short, each.code))
            for each in self._shorts.all()
        ]
        return [
            Command(self.tr("紧急：先记地址和电话"), self.emergency, KEY, icon="circle-alert"),
            Command(self.tr("改用别的表单（已填的留着）"), self.pick, SWITCH, icon="file-pen"),
            Command(self.tr("复核这条受理"), self.review, "Alt+K", icon="eye"),
            *short,
        ]

    # -- another form for the same call --

    def pick(self) -> None:
        """Ask on which form the call in front goes on."""
        page = self._page()
        if page is None or page.draft is None:
            self._toasts.show_toast(self.tr("没有正在填的受理，不用改。新建请按 F2。"))
            return
        forms = [form for form in self._calls.forms.newest() if form.name != page.form.name]
        self.picker = FormPicker(forms, (), self._lang, self._tabs)
        self.picker.chosen.connect(self.switch)
        self.picker.pop(self._tabs.mapToGlobal(QPoint(24, 44)))

    def switch(self, form: str) -> None:
        """Let the call in front go on upon another *form*; one tab, one call, nothing typed is lost."""
        page = self._page()
        if page is not None and (draft := page.hand_over()):
            self._replace(page, self._calls.switch(draft, form))

    # -- an emergency --

    def emergency(self) -> None:
        """Ask for address and number alone: of the call in front, or a new one. Asked again, show all."""
        form = next((form for form in self._calls.forms.newest() if form.emergency), None)
        if form is None:
            self._toasts.show_toast(self.tr("本中心没有紧急表单。按 F2 选表单。"))
            return
        page = self._page()
        if page is not None and page.draft is not None and page.draft.answers.get(RAISED):
            page.beside.card.toggle()
            return
        if page is None or page.draft is None:
            self.new_asked.emit(form.name)
            page = self._page()
        if page is None or page.draft is None:
            return
        page.keep()
        into = page.form if page.form.emergency else form
        self._replace(page, self._calls.switch(page.draft, into.name, is_urgent=True))
        if (page := self._page()) is not None:
            page.view.narrow(urgent_fields(page.form))
            page.view.go(("", 0, 0))

    # -- short calls --

    def short(self, code: str) -> None:
        """Keep a short call at once; what its form still asks opens it."""
        page, before = self._page(), None
        if page is not None and page.draft is not None:
            page.keep()
            before = page.draft if self._shorts.takes(page.draft) else None
        draft, saved = self._shorts.keep(code, before)
        if before is not None and page is not None:
            self._tabs.remove(page)
        if saved.call is None:
            self.open_asked.emit("draft", draft.id)
            if (opened := self._page()) is not None:
                opened.save()  # says what is missing, and goes there
            return
        again = partial(self.open_asked.emit, "call", saved.call.id)
        text = self.tr("已保存 {}：{}。").format(saved.call.number, self._shorts.label(code, self._lang))
        self._toasts.show_toast(text, self.tr("打开"), again)

    def review(self) -> None:
        """Check the entry in front again, once it is kept (CALL-4)."""
        page = self._page()
        if page is None or page.call is None or not self._calls.reviews.asks(page.form):
            self._toasts.show_toast(self.tr("这里没有要复核的受理记录。要复核的列在左边“待复核”。"))
        else:
            self.open_asked.emit("review", f"review {page.record}")

    def _page(self) -> CallPage | None:
        page = self._tabs.current()
        return page if isinstance(page, CallPage) else None

    def _replace(self, page: CallPage, draft: Draft) -> None:
        """Show *draft* in the place of *page*, of which nothing waits to be kept."""
        fresh = self._rooms.draft(draft, self._tabs.room)
        self._put(fresh, self._tabs.pages().index(page) + 1)
        self._tabs.turn_to(fresh)
        self._tabs.remove(page)

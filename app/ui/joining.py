"""The call in front and the case it may join: asked beside it while it is typed, joined by one key."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.desk.callers import shared
from app.desk.cases import Cases
from app.desk.duplicates import Asked, Offer
from app.records.customers import Customer
from app.ui.likely import LikelyBox
from app.ui.panels.calls import CallPage
from app.ui.tabs import Tabs


class Joining(QObject):
    def __init__(self, box: LikelyBox, tabs: Tabs, cases: Cases, tell: Callable[[str], object]) -> None:
        super().__init__(box)
        self._box, self._cases, self._tell = box, cases, tell
        self._page: CallPage | None = None
        tabs.turned.connect(self._turned)
        box.join_asked.connect(self._join)
        box.leave_asked.connect(self._leave)

    @Slot(object)
    def _turned(self, page: QWidget | None) -> None:
        self._page = page if isinstance(page, CallPage) else None
        self._box.clear()
        if self._page is None:
            return
        if not self._page.property("asks_likely"):
            self._page.setProperty("asks_likely", True)
            self._page.view.changed.connect(self._typed)
            self._page.titled.connect(self._typed)
        self._typed()

    @Slot()
    def _typed(self) -> None:
        """Ask anew, unless the call has its case: it joins one, or it is kept."""
        page = self._page
        if page is None or page.draft is None:
            self._box.clear()
        elif page.draft.case is None:
            self._box.follow(self._asked)
        elif case := self._cases.get(page.draft.case):
            self._box.show_joined(case)

    def _asked(self) -> Asked | None:
        page = self._page
        if page is None or not isValid(page) or page.draft is None or page.draft.case:
            return None
        return Asked(page.record, page.form.name, page.view.answers())

    @Slot(object)
    def _join(self, offer: Offer) -> None:
        """Let the call in front be one more about that case: what is known of the matter is filled in, and it
        is saved, unless something only this caller can say is missing."""
        page = self._page
        if page is None or page.draft is None:
            return
        said = self.tr("同一事项，见案件 {}。").format(offer.case.number)
        page.draft = replace(page.draft, case=offer.case.id)
        page.fill({**shared(page.form, offer.call), "request": said})
        page.head.show_call(page.draft, page.who()[0])
        page.save()
        if page.call is not None:
            count = len(self._cases.calls(offer.case))
            self._tell(self.tr("已加为案件 {} 的第 {} 位来电人。").format(offer.case.number, count))
        self._typed()

    @Slot()
    def _leave(self) -> None:
        page = self._page
        if page is not None and page.draft is not None:
            page.draft = replace(page.draft, case=None)
            page.keep()
            page.head.show_call(page.draft, page.who()[0])
            self._typed()


def filled_from(page: CallPage, customer: Customer | None) -> None:
    """Note whose file the form was filled from: a number that is nobody's yet is theirs."""
    if page.draft is not None and customer is not None:
        page.draft = replace(page.draft, customer=customer.id)
        page.keep()

"""The address of a call while it is typed: how it may go on, what it means today, who goes there (CASE-5)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from app.desk.addresses import Addresses, Told
from app.desk.calls import Calls
from app.ui.form.address import AddressEditor
from app.ui.panels.calls import CallPage
from app.ui.problems import choice

_ADDRESS, _DISTRICT = "address", "district"


class AddressHelp(QObject):
    """Of one page of a call. Nothing that was typed is ever changed; a district is filled in only where none
    was given, and taken back when the address says another."""

    def __init__(self, addresses: Addresses, calls: Calls, page: CallPage, lang: str) -> None:
        super().__init__(page)
        self._addresses, self._page, self._lang = addresses, page, lang
        self._forms = calls.forms
        self._filled = ""  # the district that was filled in here
        self._editor = page.view.findChild(AddressEditor)
        if self._editor is not None:
            self._editor.asked = addresses.offers
            page.view.settled.connect(self.look)

    def load(self, run: Callable[..., object]) -> None:
        """Have the country's divisions read, in a lane: *run*."""
        if self._editor is not None:
            run(self._addresses.load, self._loaded)

    @Slot(object)
    def _loaded(self, _: object) -> None:
        if isValid(self):
            self.look()

    @Slot()
    def look(self) -> None:
        """Say what is known of the address that stands there."""
        if self._editor is None:
            return
        answers = self._page.view.answers()
        if answers.get(_DISTRICT) == self._filled:
            answers.pop(_DISTRICT, None)
        told = self._addresses.read(self._page.form, answers)
        self._editor.tell(self._words(told, answers.get("team")) if told else "")
        self._fill(told)

    def _fill(self, told: Told | None) -> None:
        """Put the district in, where the form asks for one and nobody gave another."""
        view, district = self._page.view, told.street.district if told and told.street else ""
        given = view.answers().get(_DISTRICT) or ""
        if self._page.draft is None or _DISTRICT not in self._page.form.names or given != self._filled:
            return
        if district != given:
            self._filled = district
            view.put_answers({_DISTRICT: district or None})
            view.changed.emit(_DISTRICT)

    def _words(self, told: Told, chosen: object) -> str:
        said = []
        if told.street:
            district = choice(self._forms.lists, "districts", told.district, self._lang)
            said.append(self.tr("{}（按街道名册：{}）").format(district, told.street.now or told.street.name))
        if told.street and told.team and not chosen:
            said.append(self.tr("派往：{}").format(choice(self._forms.lists, "teams", told.team, self._lang)))
        said += [told.whole] if told.whole else []
        said += [self.tr("“{}”今为“{}”").format(*pair) for pair in told.old]
        return " · ".join(said)

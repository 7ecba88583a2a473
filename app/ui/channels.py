"""How the contact came in (CALL-3): asked beside the form, for the telephone is only the commonest way."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from app.forms.load import Forms
from app.forms.spec import say
from app.ui.panels.calls import CallPage
from app.ui.picker import Entry, Picker
from app.ui.tabs import Tabs, focus_inside

KEY = "Ctrl+Shift+K"


class Channels(QObject):
    def __init__(self, forms: Forms, lang: str, tabs: Tabs, parent: QWidget) -> None:
        super().__init__(parent)
        self._tabs = tabs
        entries = [
            Entry(each.code, f"{place}  {say(each.label, lang)}", str(place))
            for place, each in enumerate(forms.lists.get("channels", ()), 1)
        ]
        words = (
            self.tr("数字、渠道名或首字母"),
            self.tr("受理渠道"),
            self.tr("↑ ↓ 选择 · Enter 确定 · Esc 返回"),
        )
        self.picker = Picker(entries, words, parent)
        self.picker.chosen.connect(self._take)

    def pop(self) -> None:
        """Offer them over the call in front, as long as it is not saved."""
        page = self._tabs.current()
        if isinstance(page, CallPage) and page.draft is not None:
            self.picker.pop(page.mapToGlobal(QPoint(24, 44)), page.draft.channel)

    def _take(self, code: str) -> None:
        page = self._tabs.current()
        if isinstance(page, CallPage) and page.draft is not None:
            page.draft = replace(page.draft, channel=code)
            page.keep()
            page.refresh()
            focus_inside(page)

"""Alt+Enter: the centre's standing phrases, filled from the call and put in at the caret (CALL-2)."""

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget

from app.desk.desk import Desk
from app.forms.phone import group
from app.forms.spec import say
from app.ui.form.typed import BLANK
from app.ui.panels.calls import CallPage
from app.ui.picker import Entry, Picker
from app.ui.tabs import Tabs

_LIST = "phrases"
_WIDTH = 560
_VARIABLE = re.compile(r"\{(\w*)\}")


class Phrases(QObject):
    """What is not known yet of a phrase is a blank: Tab goes to the next one."""

    def __init__(self, desk: Desk, lang: str, tabs: Tabs, parent: QWidget) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._facts = {"centre": desk.centre, "agent_no": desk.agent.agent_no}
        self._texts = {p.code: say(p.label, lang) for p in desk.calls.forms.lists.get(_LIST, ())}
        words = (
            self.tr("话、拼音或首字母"),
            self.tr("常用语"),
            self.tr("↑ ↓ 选择 · Enter 插入 · Tab 到下一个空 · Esc 返回"),
        )
        entries = [Entry(code, _VARIABLE.sub(BLANK, text)) for code, text in self._texts.items()]
        self.picker = Picker(entries, words, parent)
        self.picker.setFixedWidth(_WIDTH)
        self.picker.chosen.connect(self._insert)

    def pop(self) -> None:
        """Offer them under the caret, where a call is open and there are any."""
        page, focus = self._tabs.current(), QApplication.focusWidget()
        if not self._texts or not isinstance(page, CallPage) or focus is None:
            return
        self.picker.pop(focus.mapToGlobal(QPoint(0, focus.height())))

    def _insert(self, code: str) -> None:
        page = self._tabs.current()
        if isinstance(page, CallPage):
            page.setFocus()
            page.view.insert_text(filled(self._texts[code], {**page.view.answers(), **self._facts}))


def filled(text: str, known: Mapping[str, Any]) -> str:
    """Return *text* with what is *known* in place of {name}; the rest, and {}, are blanks."""

    def value(found: re.Match[str]) -> str:
        told = known.get(found[1])
        told = told.strip() if isinstance(told, str) else ""
        return (group(told) if found[1] == "phone" else told) or BLANK

    return _VARIABLE.sub(value, text)

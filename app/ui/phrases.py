"""Alt+Enter: the standing phrases of the form (``lists/phrases_<form>.yaml``) and of the centre
(``phrases.yaml``), filled from the call and put in at the caret (CALL-2)."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget

from app.desk.desk import Desk
from app.forms.spec import Choice, say
from app.forms.values import is_given
from app.forms.words import in_words
from app.ui.form.blanks import VARIABLE, filled
from app.ui.form.typed import BLANK
from app.ui.panels.calls import CallPage
from app.ui.picker import Entry, Picker
from app.ui.tabs import Tabs

_LIST = "phrases"
_WIDTH = 560


class Phrases(QObject):
    """What is not known yet of a phrase is a blank: Tab goes to the next one."""

    def __init__(self, desk: Desk, lang: str, tabs: Tabs, parent: QWidget) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._forms, self._lang = desk.calls.forms, lang
        self._facts = desk.facts
        self._texts: dict[str, str] = {}
        words = (
            self.tr("话、拼音或首字母"),
            self.tr("常用语"),
            self.tr("↑ ↓ 选择 · Enter 插入 · Tab 到下一个空 · Esc 返回"),
        )
        self.picker = Picker([], words, parent)
        self.picker.setFixedWidth(_WIDTH)
        self.picker.chosen.connect(self._insert)

    def pop(self) -> None:
        """Offer them under the caret, where a call is open and there are any."""
        page, focus = self._tabs.current(), QApplication.focusWidget()
        if not isinstance(page, CallPage) or focus is None:
            return
        lists = (self._forms.lists.get(name, ()) for name in (f"{_LIST}_{page.form.name}", _LIST))
        self._texts = {p.code: say(p.label, self._lang) for phrases in lists for p in phrases}
        if not self._texts:
            return
        self.picker.offer([Entry(code, VARIABLE.sub(BLANK, text)) for code, text in self._texts.items()])
        self.picker.pop(focus.mapToGlobal(QPoint(0, focus.height())))

    def _insert(self, code: str) -> None:
        page = self._tabs.current()
        if isinstance(page, CallPage):
            page.setFocus()
            told = told_on(page, self._forms.lists, self._lang)
            page.view.insert_text(filled(self._texts[code], {**told, **self._facts}))


def told_on(page: CallPage, lists: Mapping[str, tuple[Choice, ...]], lang: str) -> dict[str, str]:
    """Return what is answered on *page* by now, as a person reads it."""
    form, answers = page.form, page.view.answers()
    given = {name: value for name, value in answers.items() if name in form.names and is_given(value)}
    return {name: in_words(form.field(name), value, lang, lists) for name, value in given.items()}

"""Strips for whoever comes back: which of their drafts a lead has taken over, when and why."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.desk.calls import Calls
from app.forms.spec import say
from app.records.ids import Id
from app.records.takeovers import Takeover
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.kit.strips import Strip, Strips


class Taken(QObject):
    """Says nothing before the first look()."""

    open_asked = Signal(str, str)  # kind, id

    def __init__(
        self, strips: Strips, calls: Calls, bridge: Bridge, people: Callable[[Id], str], lang: str
    ) -> None:
        super().__init__(strips)
        self._strips, self._calls, self._people, self._lang = strips, calls, people, lang
        self._told: dict[str, Takeover] = {}  # by the name of its strip
        strips.read.connect(self._read)
        bridge.changed.connect(self._changed)

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        if "takeover" in kinds:
            self.look()

    def look(self) -> None:
        told = {f"takeover {each.id}": each for each in self._calls.takeovers.told()}
        for name in self._told.keys() - told.keys():
            self._strips.take(name)
        for name, each in told.items():
            if name not in self._told:
                show = partial(self.open_asked.emit, "draft", each.draft)
                self._strips.put(name, Strip(self._words(each), "warn", self.tr("查看"), show))
        self._told = told

    def _words(self, told: Takeover) -> str:
        form = say(self._calls.forms.get(told.form).title, self._lang)
        return self.tr("{} {} 在席位 {} 接手了您的草稿“{}”：{}").format(
            self._people(told.by), wording.time_of_day(told.at), told.seat, form, told.why
        )

    def _read(self, name: str) -> None:
        if told := self._told.get(name):
            self._calls.takeovers.see(told)

"""Strips for whoever took a case first, was given one, or asked upward: what has become of it (CALL-6)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.desk.cases import Cases
from app.records.escalations import Escalation
from app.records.ids import Id
from app.records.moves import Move, Verb
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.kit.strips import Strip, Strips

_KINDS = frozenset({"move", "escalation"})
_BACK = (Verb.RETURN, Verb.CANCEL, Verb.REOPEN)


class Results(QObject):
    """Says nothing before the first look()."""

    open_asked = Signal(str, str)  # kind, id

    def __init__(self, strips: Strips, cases: Cases, bridge: Bridge, people: Callable[[Id], str]) -> None:
        super().__init__(strips)
        self._strips, self._cases, self._people = strips, cases, people
        self._told: dict[str, Move | Escalation] = {}  # by the name of its strip
        strips.read.connect(self._read)
        bridge.changed.connect(self._changed)

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self.look()

    def look(self) -> None:
        self._cases.escalations.owe_answers()
        told: dict[str, Move | Escalation] = {f"move {m.id}": m for m in self._cases.moves.told()}
        told |= {f"escalation {each.id}": each for each in self._cases.escalations.told()}
        for name in self._told.keys() - told.keys():
            self._strips.take(name)
        for name, each in told.items():
            if name not in self._told:
                strip = self._of_move(each) if isinstance(each, Move) else self._of_answer(each)
                self._strips.put(name, strip)
        self._told = told

    def _of_move(self, move: Move) -> Strip:
        case = self._cases.get(move.case)
        number = case.number if case else ""
        text = wording.moved(move.verb, number)
        if move.verb is Verb.TRANSFER:
            text = self.tr("案件 {} 转给您办了。").format(number)
        facts = [self._people(move.by), wording.day_and_time(move.at), move.why]
        tone = "warn" if move.verb in _BACK else "good"
        show = partial(self.open_asked.emit, "case", move.case)
        return Strip(f"{text}  {' · '.join(filter(None, facts))}", tone, self.tr("查看"), show)

    def _of_answer(self, asked: Escalation) -> Strip:
        who = self._people(asked.answered_by) if asked.answered_by else ""
        text = self.tr("{} 答复了您的请示：{}").format(who, asked.answer)
        show = partial(self.open_asked.emit, "escalation", asked.id)
        return Strip(" ".join(text.split()), "good", self.tr("查看"), show)

    def _read(self, name: str) -> None:
        told = self._told.get(name)
        if isinstance(told, Move):
            self._cases.moves.see(told)
        elif told is not None:
            self._cases.escalations.see(told)

"""The line over a call: who calls and how, its numbers and times, its states."""

from collections.abc import Callable, Sequence

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.forms import phone
from app.records.calls import Call
from app.records.conflicts import Conflict
from app.records.drafts import Draft
from app.records.ids import Id
from app.records.rings import Ring
from app.ui import wording
from app.ui.problems import choice
from app.ui.record import HeadLine


class CallHead(HeadLine):
    def __init__(self, calls: Calls, cases: Cases, people: Callable[[Id], str], lang: str) -> None:
        super().__init__()
        self._calls, self._cases, self._people, self._lang = calls, cases, people, lang

    def show_call(self, record: Draft | Call, number: str, conflicts: Sequence[Conflict] = ()) -> None:
        """*number* as it stands in the form."""
        channel = choice(self._calls.forms.lists, "channels", record.channel, self._lang)
        facts = [
            wording.time_of_day(record.started_at),
            self.tr("首问 {}").format(self._people(record.first_taker)),
        ]
        if ring := self._calls.rings.of_call(record.id):
            facts.append(self._told(ring))
        chips: list[tuple[str, str]] = []
        if isinstance(record, Draft) and record.owner:
            chips.append((self.tr("接手"), "warn"))
        if isinstance(record, Draft) and record.case and (joined := self._cases.get(record.case)):
            chips.append((self.tr("并入 {}").format(joined.number), "warn"))
        if isinstance(record, Call):
            case = self._cases.get(record.case) if record.case else None
            numbers = [record.number, self.tr("案件 {}").format(case.number)] if case else [record.number]
            facts = numbers + facts
            if case:
                chips.append((wording.word("case", case.state), "good"))
            if record.owes:
                chips.append((self.tr("有欠项"), "warn"))
        self.show_line(f"{channel}  {phone.group(number)}".strip(), facts, chips)
        self.show_conflicts(conflicts)

    def _told(self, ring: Ring) -> str:
        """Return what the telephone system told of the call, said as its word and nobody else's."""
        said = [self.tr("线路 {}").format(ring.line)] if ring.line else []
        for text, at in (
            (self.tr("振铃 {}"), ring.rang_at),
            (self.tr("接听 {}"), ring.answered_at),
            (self.tr("挂断 {}"), ring.ended_at),
        ):
            said += [text.format(wording.time_of_day(at))] if at else []
        return self.tr("电话系统：{}").format(self.tr("，").join(said))

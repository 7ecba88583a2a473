"""The line over a call: who calls and how, its numbers and times, its states."""

from collections.abc import Callable, Sequence

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.forms import phone
from app.records.calls import Call
from app.records.conflicts import Conflict
from app.records.drafts import Draft
from app.records.ids import Id
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

"""What waits: the agent's drafts, open cases, owed fields, refused entries, and what others have open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.forms.spec import say
from app.records.cases import Case
from app.records.ids import Id
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class WorkItem:
    id: Id
    kind: str  # draft, case, call, op
    title: str
    at: datetime
    late: bool = False


@dataclass(frozen=True, slots=True)
class WorkGroup:
    code: str  # drafts, mine_open, owed, attention, others_open
    items: tuple[WorkItem, ...]


class Worklist:
    def __init__(
        self, store: Store, calls: Calls, cases: Cases, now: Callable[[], datetime], lang: str
    ) -> None:
        self._store, self._calls, self._cases, self._now, self._lang = store, calls, cases, now, lang

    def entries(self) -> list[WorkGroup]:
        return [
            WorkGroup("drafts", self._drafts()),
            WorkGroup("mine_open", self._cases_of(self._cases.mine_open())),
            WorkGroup("owed", self._owed()),
            WorkGroup("attention", self._attention()),
            WorkGroup("others_open", self._cases_of(self._cases.others_open())),
        ]

    def _drafts(self) -> tuple[WorkItem, ...]:
        return tuple(
            WorkItem(d.id, "draft", self._title(d.form, d.answers), d.started_at)
            for d in self._calls.drafts()
        )

    def _cases_of(self, cases: list[Case]) -> tuple[WorkItem, ...]:
        now = self._now()
        return tuple(
            WorkItem(c.id, "case", c.title, c.opened_at, bool(c.due_at and c.due_at < now)) for c in cases
        )

    def _owed(self) -> tuple[WorkItem, ...]:
        return tuple(
            WorkItem(c.id, "call", self._title(c.form, c.answers), c.saved_at) for c in self._calls.owing()
        )

    def _attention(self) -> tuple[WorkItem, ...]:
        now = self._now()
        return tuple(WorkItem(p.op, "op", p.kind, now) for p in self._store.outbox.problems())

    def _title(self, form: str, answers: dict[str, object]) -> str:
        parts = [say(self._calls.forms.get(form).title, self._lang)]
        parts += [v for n in ("address", "name") if isinstance(v := answers.get(n), str) and v][:1]
        return " · ".join(parts)

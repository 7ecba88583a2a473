"""What waits: the agent's drafts, open cases, owed fields, refused entries, and what others have open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.titles import parts, whereabouts
from app.forms.spec import say
from app.records.cases import Case
from app.records.drafts import Draft
from app.records.ids import Id
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class WorkItem:
    """``more``: where or whose it is, as far as that is known."""

    id: Id
    kind: str  # draft, case, call, op
    title: str
    more: str
    at: datetime
    late: bool = False


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """``count`` is of all there are; ``items`` are those to begin with, where they are too many to list."""

    code: str
    items: tuple[WorkItem, ...]
    count: int


# Every group in its order, and the kinds of record whose change may change it.
GROUPS = {
    "drafts": frozenset({"draft"}),
    "mine_open": frozenset({"case"}),
    "owed": frozenset({"call"}),
    "attention": frozenset({"outbox"}),
    "others_open": frozenset({"case"}),
}


class Worklist:
    def __init__(
        self, store: Store, calls: Calls, cases: Cases, now: Callable[[], datetime], lang: str
    ) -> None:
        self._store, self._calls, self._cases, self._now, self._lang = store, calls, cases, now, lang

    def entries(self) -> list[WorkGroup]:
        return [self.group(code) for code in GROUPS]

    def group(self, code: str) -> WorkGroup:
        """Read this group alone."""
        match code:
            case "mine_open":
                return WorkGroup(code, self._cases_of(self._cases.mine_open()), self._cases.count_mine())
            case "others_open":
                return WorkGroup(code, self._cases_of(self._cases.others_open()), self._cases.count_others())
            case "owed":
                return WorkGroup(code, self._owed(), self._calls.count_owing())
        items = self._drafts() if code == "drafts" else self._attention()
        return WorkGroup(code, items, len(items))

    def _drafts(self) -> tuple[WorkItem, ...]:
        return tuple(
            WorkItem(d.id, "draft", self._title(d.form), whereabouts(self._whole(d)), d.started_at)
            for d in self._calls.drafts()
        )

    def _whole(self, draft: Draft) -> dict[str, object]:
        """A draft of a kept call holds only what is added to it."""
        call = self._calls.get(draft.id)
        return {**draft.answers, **call.answers} if call else draft.answers

    def _cases_of(self, cases: list[Case]) -> tuple[WorkItem, ...]:
        now = self._now()
        return tuple(
            WorkItem(c.id, "case", *parts(c.title), c.opened_at, bool(c.due_at and c.due_at < now))
            for c in cases
        )

    def _owed(self) -> tuple[WorkItem, ...]:
        return tuple(
            WorkItem(c.id, "call", self._title(c.form), whereabouts(c.answers), c.saved_at)
            for c in self._calls.owing()
        )

    def _attention(self) -> tuple[WorkItem, ...]:
        now = self._now()
        return tuple(WorkItem(p.op, "op", p.kind, "", now) for p in self._store.outbox.problems())

    def _title(self, form: str) -> str:
        return say(self._calls.forms.get(form).title, self._lang)

"""What waits: what is late; the agent's drafts, open cases, owed fields, conflicts and refused entries; what
others have open; and for leads the drafts others left at this seat, and the sessions their agents dispute."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from app.desk.board import Running
from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.clocks import Clocks
from app.desk.conflicts import Conflicts
from app.desk.refusals import Refusals
from app.desk.reviews import Tally
from app.desk.sessions import Sessions
from app.desk.titles import joined, parts, whereabouts
from app.forms import phone
from app.forms.phone import hidden
from app.forms.spec import say
from app.records.callbacks import Callback
from app.records.cases import Case
from app.records.conflicts import Conflict
from app.records.drafts import Draft
from app.records.escalations import Escalation
from app.records.ids import Id
from app.records.overlaps import Overlap
from app.records.tasks import Task


@dataclass(frozen=True, slots=True)
class WorkItem:
    """``more``: where or whose it is, as far as that is known; of what is late, the rule. ``at`` of a
    discarded draft is when it will be gone for good. ``title`` of an op is its kind of record, of a conflict
    the field, where no form has a name for it; of a session, an overlap, what another left: whose."""

    id: Id
    kind: str  # of a record, or draft, discarded, taken, left, op, report
    title: str
    more: str
    at: datetime
    late: bool = False
    due: datetime | None = None  # of what stands among the late


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """``count`` is of all there are; ``items`` are those to begin with, where they are too many to list."""

    code: str
    items: tuple[WorkItem, ...]
    count: int


_MOST = 200  # are listed
# Every group in its order, and the kinds of record whose change may change it.
GROUPS = {
    "late": frozenset({"clock"}),
    "drafts": frozenset({"draft"}),
    "complaints": frozenset({"complaint", "case", "clock"}),
    "mine_open": frozenset({"case", "clock"}),
    "escalations": frozenset({"escalation"}),
    "to_file": frozenset({"case", "clock"}),
    "tasks": frozenset({"task"}),
    "first_taken": frozenset({"case", "clock"}),
    "callbacks": frozenset({"callback"}),
    "visits": frozenset({"callback"}),
    "owed": frozenset({"call"}),
    "to_review": frozenset({"call", "review"}),
    "reports": frozenset({"review"}),
    "attention": frozenset({"outbox", "conflict"}),
    "conflicts": frozenset({"conflict"}),
    "left": frozenset({"draft"}),
    "sessions": frozenset({"session"}),
    "overlaps": frozenset({"overlap"}),
    "others_open": frozenset({"case", "clock"}),
    "discarded": frozenset({"draft"}),
}


class Worklist:
    def __init__(
        self,
        calls: Calls,
        cases: Cases,
        conflicts: Conflicts,
        refusals: Refusals,
        sessions: Sessions,
        clocks: Clocks,
    ) -> None:
        self._calls, self._cases, self._clocks = calls, cases, clocks
        self._conflicts, self._refusals, self._sessions = conflicts, refusals, sessions
        self._of_cases: dict[str, tuple[Callable[[], list[Case]], Callable[[], int]]] = {
            "mine_open": (cases.mine_open, cases.count_mine),
            "to_file": (cases.to_file, cases.count_to_file),
            "first_taken": (cases.first_taken, cases.count_first_taken),
            "others_open": (cases.others_open, cases.count_others),
        }

    @property
    def groups(self) -> list[str]:
        """Return the groups this agent has, in their order."""
        mine = dict.fromkeys(("sessions", "overlaps"), self._sessions.may_see)
        mine["left"] = self._calls.takeovers.may_see
        mine["reports"] = self._calls.reviews.hears
        mine["complaints"] = self._calls.complaints.may_see
        mine["to_file"] = self._cases.may_file
        # What waits for a lead's word waits for nobody else's.
        first = ["late", "drafts", "escalations", "to_file"] if self._cases.may_file else []
        return [code for code in dict.fromkeys((*first, *GROUPS)) if mine.get(code, True)]

    def entries(self) -> list[WorkGroup]:
        return [self.group(code) for code in self.groups]

    def group(self, code: str) -> WorkGroup:
        """Read this group alone; a number that was typed into a title or an address is masked."""
        found = self._group(code)
        return replace(found, items=tuple(map(_hidden, found.items)))

    def _group(self, code: str) -> WorkGroup:
        if code in self._of_cases:
            find, count = self._of_cases[code]
            return WorkGroup(code, self._cases_of(find()), count())
        match code:
            case "late":
                return self._late()
            case "visits":
                return self._visits()
            case "callbacks":
                return WorkGroup(code, self._callbacks(), self._calls.callbacks.count())
            case "owed" | "to_review" | "reports":
                return self._afterwards(code)
            case "attention":
                return self._attention()
            case "drafts":
                drafts = self._drafts()
                return WorkGroup(code, drafts, len(drafts))
            case "discarded":
                discarded = self._discarded()
                return WorkGroup(code, discarded, len(discarded))
        return self._of_others(code)

    def _of_others(self, code: str) -> WorkGroup:
        """Return what is not the agent's own work, and wants somebody."""
        match code:
            case "complaints":
                return WorkGroup(code, self._complaints(), self._calls.complaints.count_open())
            case "tasks":
                tasks = self._cases.tasks
                return WorkGroup(code, tuple(map(self._task, tasks.open())), tasks.count())
            case "escalations":
                asked = tuple(map(self._escalation, self._cases.escalations.waiting()))
                return WorkGroup(code, asked, len(asked))
            case "conflicts":
                others = self._conflicts.others()
                return WorkGroup(code, self._conflicts_of(others), self._conflicts.count_others())
            case "left":
                left = tuple(map(self._left, self._calls.takeovers.left()))
                return WorkGroup(code, left, len(left))
            case "overlaps":
                twice = tuple(map(_overlap, self._sessions.overlaps()))
                return WorkGroup(code, twice, len(twice))
        disputed = self._sessions.disputed()
        items = tuple(WorkItem(s.id, "session", s.agent, s.seat, s.since) for s in disputed)
        return WorkGroup(code, items, len(items))

    def _discarded(self) -> tuple[WorkItem, ...]:
        discards = self._calls.discards
        return tuple(
            WorkItem(d.id, "discarded", self._title(d.form), whereabouts(self._whole(d)), discards.until(d))
            for d in discards.all()
        )

    def _drafts(self) -> tuple[WorkItem, ...]:
        taken = self._calls.takeovers.taken
        return tuple(
            WorkItem(
                d.id,
                "taken" if taken(d) else "draft",
                self._title(d.form),
                whereabouts(self._whole(d)),
                d.started_at,
            )
            for d in self._calls.drafts()
        )

    def _left(self, draft: Draft) -> WorkItem:
        """Of another's draft no word is shown before it is opened."""
        id = Id(f"{draft.id} {draft.agent}")
        return WorkItem(id, "left", draft.agent, self._title(draft.form), draft.saved_at)

    def _whole(self, draft: Draft) -> dict[str, object]:
        """A draft of a kept call holds only what is added to it."""
        call = self._calls.get(draft.id)
        return {**draft.answers, **call.answers} if call else draft.answers

    def _late(self) -> WorkGroup:
        """Each matter once, by the clock that is late the longest; nothing takes it away but its end."""
        first: dict[Id, Running] = {}
        for clock in self._clocks.board.late(self._clocks.now()):
            first.setdefault(clock.facts.id, clock)
        items = tuple(
            WorkItem(id, c.facts.kind, parts(c.facts.title)[0], self._rule(c), c.began, late=True, due=c.due)
            for id, c in first.items()
        )
        return WorkGroup("late", items[:_MOST], len(items))

    def _rule(self, clock: Running) -> str:
        lang = self._conflicts.corrections.lang
        return f"{clock.rule.rule} {say(clock.rule.name, lang)}".strip()

    def _cases_of(self, cases: list[Case]) -> tuple[WorkItem, ...]:
        now = self._clocks.now()
        late = {clock.facts.id for clock in self._clocks.board.late(now)}
        return tuple(
            WorkItem(
                c.id, "case", *parts(c.title), c.opened_at, c.id in late or bool(c.due_at and c.due_at < now)
            )
            for c in cases
        )

    def _complaints(self) -> tuple[WorkItem, ...]:
        found = (self._cases.get(each.case) for each in self._calls.complaints.open())
        return self._cases_of([case for case in found if case])

    def _task(self, task: Task) -> WorkItem:
        number, about = self._conflicts.corrections.title(Case.kind, task.case)
        more, late = joined(task.inspector, joined(number, about)), task.due_at < self._clocks.now()
        return WorkItem(task.id, "task", task.ask, more, task.asked_at, late)

    def _escalation(self, asked: Escalation) -> WorkItem:
        """Late is what has a caller waiting."""
        question = " ".join(asked.question.split())
        return WorkItem(asked.id, "escalation", question, asked.asked_by, asked.asked_at, asked.waits)

    def _callbacks(self) -> tuple[WorkItem, ...]:
        """Those of the agent, and those nobody has taken; late only until they are to be tried again."""
        owed, now = self._calls.callbacks, self._clocks.now()
        due = {each.id for each in owed.due()}
        return tuple(
            WorkItem(c.id, "callback", c.why, self._to_whom(c), c.due_at, c.id in due and c.due_at < now)
            for c in owed.open()
        )

    def _visits(self) -> WorkGroup:
        """Each list once, with how many are to be called of it now."""
        visits, lang = self._calls.visits, self._conflicts.corrections.lang
        due, left = visits.due(), {each.id for each in visits.left_over()}
        of: dict[str, list[Callback]] = {}
        for each in due:
            of.setdefault(each.list, []).append(each)
        items = []
        for code, owed in of.items():
            named = visits.rules.lists.get(code)
            late = any(each.id in left for each in owed)
            title = say(named.name, lang) if named else code
            items.append(WorkItem(Id("visits"), "visits", title, f"{len(owed)}", owed[0].due_at, late))
        return WorkGroup("visits", tuple(items), len(due))

    def _to_whom(self, owed: Callback) -> str:
        number = phone.mask(owed.number) if owed.number else ""
        call = self._calls.get(owed.call) if owed.call else None
        return joined(number, whereabouts(call.answers) if call else owed.line)

    def _afterwards(self, code: str) -> WorkGroup:
        """Return what is to be done about entries that are kept."""
        debts, reviews = self._calls.debts, self._calls.reviews
        if code == "reports":
            told = tuple(map(_report, reviews.reports()))
            return WorkGroup(code, told, len(told))
        kind, calls, count = "call", [debt.call for debt in debts.all()], debts.count()
        if code == "to_review":
            kind, calls = "review", reviews.waiting()
            count = len(calls)
        mark = "review " if kind == "review" else ""  # beside the page on the call itself
        items = (
            WorkItem(Id(mark + c.id), kind, self._title(c.form), whereabouts(c.answers), c.saved_at)
            for c in calls
        )
        return WorkGroup(code, tuple(items), count)

    def _attention(self) -> WorkGroup:
        found = self._refusals.open()
        refused = tuple(WorkItem(r.op, "op", r.kind, self._whose(r.kind, r.record), r.at) for r in found)
        count = self._conflicts.count_mine() + len(refused)
        return WorkGroup("attention", (*self._conflicts_of(self._conflicts.mine()), *refused), count)

    def _conflicts_of(self, conflicts: list[Conflict]) -> tuple[WorkItem, ...]:
        return tuple(map(self._conflict, conflicts))

    def _conflict(self, conflict: Conflict) -> WorkItem:
        told = self._conflicts.corrections
        record = told.record(conflict.of, conflict.record)
        field = told.asked(record, conflict.field)
        name = say(field.label, told.lang) if field else conflict.field
        number, about = told.title_of(record)
        return WorkItem(conflict.id, "conflict", name, about or number, conflict.found_at)

    def _whose(self, kind: str, record: Id) -> str:
        number, about = self._conflicts.corrections.title(kind, record)
        return about or number

    def _title(self, form: str) -> str:
        return say(self._calls.forms.get(form).title, self._conflicts.corrections.lang)


def _overlap(told: Overlap) -> WorkItem:
    return WorkItem(told.id, "overlap", told.agent, f"{told.first} · {told.second}", told.since)


def _report(tally: Tally) -> WorkItem:
    count = f"{len(tally.entries)}/{tally.allowed}"
    return WorkItem(Id(tally.month), "report", tally.agent, count, tally.entries[0].at)


def _hidden(item: WorkItem) -> WorkItem:
    if item.kind in ("session", "report"):
        return item  # its title is an id
    return replace(item, title=hidden(item.title), more=hidden(item.more))

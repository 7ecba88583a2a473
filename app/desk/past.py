"""What clocks and retention read of cases beside the records: their steps, and what inspectors were asked and
owe."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from app.desk.board import Facts
from app.desk.retention import Past, Step
from app.forms.clocks import Start
from app.forms.phone import hidden
from app.records.cases import Case
from app.records.ids import Id
from app.records.moves import Move, Verb
from app.records.tasks import Ask, Task
from app.store.store import Not, Store

_MOST = 20_000
_UNTIL = {Ask.ON_SITE: "verify", Ask.INSPECTION: "inspect"}  # as the rules of clocks call it


def past_of(store: Store) -> Past:
    return Past(partial(_steps, store), partial(_asked, store), partial(_tasks, store))


def _steps(store: Store, ids: Collection[Id]) -> Mapping[Id, Sequence[Step]]:
    """Return by case what was done with it, the oldest first."""
    seen = Not(Verb.SEEN.value)
    found: dict[Id, list[Move]] = {}
    for move in store.find(Move, case=tuple(ids), verb=seen, newest_first=False, limit=_MOST) if ids else ():
        found.setdefault(move.case, []).append(move)
    return found


def _asked(store: Store, ids: Collection[Id]) -> Mapping[Id, Collection[str]]:
    found: dict[Id, set[str]] = {}
    for task in store.find(Task, case=tuple(ids), limit=_MOST) if ids else ():
        found.setdefault(task.case, set()).add(_UNTIL[task.ask])
    return found


def _tasks(store: Store) -> list[Facts]:
    """Return what nobody has answered yet; whose case it is has to chase it."""
    owed = store.find(Task, answered_by=None, soonest="due_at", limit=_MOST)
    return [_facts(task, case) for task in owed if (case := store.get(Case, task.case))]


def _facts(task: Task, case: Case) -> Facts:
    starts = {Start.ASKED: task.asked_at}
    title = hidden(case.title)
    return Facts(
        "task", "task", task.id, title, case.form, task.ask, case.handler, starts, case.number, task.due_at
    )

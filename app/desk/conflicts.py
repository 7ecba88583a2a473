"""Conflicts: which are open, whom they want, and what a person decides."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from app.desk.corrections import Corrections
from app.forms.spec import Problem, Stage
from app.records.accounts import Agent
from app.records.cases import Case, CaseState
from app.records.conflicts import Conflict, Decision
from app.records.ids import Id
from app.records.kinds import Record
from app.records.moves import may_reach
from app.store import tables
from app.store.store import Store

_BEYOND_US = ("no_record", "unknown_field")
_MOST = 30  # listed at once; all are counted


@dataclass(frozen=True, slots=True)
class Decided:
    """Nothing was written where there are ``problems``. ``before``: the record as it stood, if it changed.
    ``is_noted``: it was this decision that closed the conflict."""

    conflict: Conflict
    problems: list[Problem] = field(default_factory=list)
    before: Record | None = None
    is_noted: bool = False


class Conflicts:
    def __init__(
        self, store: Store, corrections: Corrections, agent: Agent, now: Callable[[], datetime]
    ) -> None:
        self._store, self.corrections, self._agent, self._now = store, corrections, agent, now

    def get(self, conflict: Id) -> Conflict | None:
        return self._store.get(Conflict, conflict)

    # -- which are open, the oldest first --

    def mine(self) -> list[Conflict]:
        """Return those about a value of this agent's, or a matter in this agent's hands."""
        return self._soonest(mine=True)

    def others(self) -> list[Conflict]:
        return self._soonest(mine=False)

    def count_mine(self) -> int:
        return len(self._store.outbox.concerning(self._agent.id))

    def count_others(self) -> int:
        return self._store.count(Conflict, decision=None) - self.count_mine()

    def of_record(self, record: str) -> list[Conflict]:
        return self._store.find(Conflict, record=record, decision=None, newest_first=False)

    def after(self, conflict: Conflict) -> Conflict | None:
        """Return what to decide next: of the same record first, then this agent's, then anybody's."""
        found = [*self.of_record(conflict.record), *self.mine(), *self._open()]
        return next((each for each in found if each.id != conflict.id), None)

    def side(self, conflict: Conflict) -> str:
        """Return which value is this agent's, ``lost`` or ``kept``; "" for neither, or both."""
        sides = {"lost": conflict.lost_by, "kept": conflict.kept_by}
        mine = [side for side, by in sides.items() if by == self._agent.id]
        return mine[0] if len(mine) == 1 else ""

    def stands(self, conflict: Conflict) -> Any:
        """Return what stands in the record now."""
        record = self.corrections.record(conflict.of, conflict.record)
        known = record is not None and tables.knows(conflict.of, conflict.field)
        return tables.value_of(record, conflict.field) if record and known else conflict.kept

    def _soonest(self, *, mine: bool) -> list[Conflict]:
        ids = tuple(self._store.outbox.concerning(self._agent.id, _MOST, mine=mine))
        return self._open(id=ids) if ids else []

    def _open(self, **more: Any) -> list[Conflict]:
        return self._store.find(
            Conflict, decision=None, soonest="found_at", newest_first=False, limit=_MOST, **more
        )

    # -- the decision --

    def decide(self, conflict: Conflict, decision: Decision, value: Any = None) -> Decided:
        """Put what is chosen into the record and note the decision, in one transaction.

        Of a conflict that is decided already only the record is changed: the first decision stands.
        """
        chosen = {Decision.KEPT: conflict.kept, Decision.LOST: conflict.lost}.get(decision, value)
        with self._store.write() as to:
            before, after, problems = self._change(conflict, chosen)
            # What this program cannot write may stay as it is.
            if problems and not (decision is Decision.KEPT and problems[0].code in _BEYOND_US):
                return Decided(conflict, problems)
            if after:
                to.decide(conflict.id, after)
            first = self.get(conflict.id) or conflict
            me, at = self._agent.id, self._now()
            decided = first
            if first.decision is None:
                decided = replace(first, decision=decision, decided_by=me, decided_at=at)
            to.put(decided)
        return Decided(decided, before=before, is_noted=first.decision is None)

    def _change(self, conflict: Conflict, value: Any) -> tuple[Record | None, Record | None, list[Problem]]:
        """Return the record as it stands and with *value* in it; neither where that changes nothing."""
        record = self.corrections.record(conflict.of, conflict.record)
        if record is None:
            return None, None, [Problem(conflict.field, "no_record", Stage.SAVE)]
        if tables.value_of(record, conflict.field) == value:
            return None, None, []
        if isinstance(record, Case) and conflict.field == "state" and not self._may_reach(value):
            return None, None, [Problem(conflict.field, "not_yours", Stage.SAVE)]
        changed, problems = self.corrections.corrected(record, {conflict.field: value})
        return (None, None, problems) if problems else (record, changed, [])

    def _may_reach(self, state: Any) -> bool:
        """What only a lead brings a case to, nobody else brings it to by way of a conflict (CASE-1)."""
        return state not in tuple(CaseState) or may_reach(self._agent.role, CaseState(state))

    def undo(self, decided: Decided) -> None:
        """Put back what stood in the record before, and have the conflict open again, in one transaction.

        One that somebody else has decided stays so.
        """
        conflict = decided.conflict
        with self._store.write() as to:
            record = self.corrections.record(conflict.of, conflict.record)
            if record is not None and decided.before is not None:
                value = tables.value_of(decided.before, conflict.field)
                before, _ = self.corrections.corrected(record, {conflict.field: value})
                to.decide(conflict.id, before)
            now = self.get(conflict.id)
            said = conflict.decided_by, conflict.decided_at
            if decided.is_noted and now and (now.decided_by, now.decided_at) == said:
                to.put(replace(now, decision=None, decided_by=None, decided_at=None))

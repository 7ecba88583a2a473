"""Debts: what an emergency left empty, owed by who took the call until it is filled in. They keep back the
signature of a shift, never a call."""

from dataclasses import dataclass
from typing import Any

from app.forms.check import owed
from app.forms.load import Forms
from app.forms.spec import Problem
from app.records.accounts import Agent
from app.records.calls import Call
from app.records.ids import Id
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Debt:
    call: Call
    missing: tuple[Problem, ...]  # in the order of the form


class Debts:
    """Of the agent who works here, unless another is named: a lead signs for whom they relieve."""

    def __init__(self, store: Store, forms: Forms, agent: Agent) -> None:
        self._store, self._forms, self._agent = store, forms, agent

    def all(self, agent: Id | None = None) -> list[Debt]:
        """Return what is owed, the oldest first."""
        calls = self._store.find(Call, newest_first=False, **self._owing(agent))
        return [Debt(call, self.of(call)) for call in calls]

    def count(self, agent: Id | None = None) -> int:
        """Return how many calls owe something: a shift is signed at none."""
        return self._store.count(Call, **self._owing(agent))

    def of(self, call: Call) -> tuple[Problem, ...]:
        """Return the fields *call* still owes, as its own version of the form asks for them."""
        return tuple(owed(self._forms.get(call.form, call.form_version), call.answers))

    def _owing(self, agent: Id | None) -> dict[str, Any]:
        return {"first_taker": agent or self._agent.id, "owes": True}

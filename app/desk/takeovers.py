"""Drafts in other hands: a lead sees what others left half done at this seat, and takes it over to finish it;
the owner is told. Nobody goes on as somebody else, and no word of the owner's is changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.records.accounts import LEADS, Agent
from app.records.drafts import Draft
from app.records.ids import Id, new_id
from app.records.presence import Presence, State
from app.records.takeovers import LONGEST_WHY, Step, Takeover
from app.store.store import Store, Writer

_EVERYBODY = 10_000


class Takeovers:
    """An agent sees their own alone; what is a lead's raises PermissionError for anybody else."""

    def __init__(self, store: Store, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._agent, self._now = store, agent, now

    # -- a lead's --

    @property
    def may_see(self) -> bool:
        return self._agent.role in LEADS

    def left(self) -> list[Draft]:
        """Return what others have half done here, the oldest first; not what went on in another's hands."""
        return self._store.drafts.left_by_others(self._agent.id) if self.may_see else []

    def parked(self) -> list[Presence]:
        """Return since when and why those are away who locked this seat and have not signed out."""
        if not self.may_see:
            return []
        here = self._store.feed.seat_code()
        others = (a.id for a in self._store.find(Agent, limit=_EVERYBODY) if a.id != self._agent.id)
        found = map(self.whereabouts, others)
        return [each for each in found if each and each.state is State.AWAY and each.seat == here]

    def whereabouts(self, agent: Id) -> Presence | None:
        """Return the last that was said of where *agent* is."""
        return next(iter(self._store.find(Presence, agent=agent, limit=1)), None)

    def get(self, draft: Id, agent: Id) -> Draft | None:
        """Return what *agent* has typed: to a lead, or to whoever it is."""
        return self._store.drafts.get(draft, agent) if self.may_see or agent == self._agent.id else None

    def take(self, draft: Draft, why: str) -> Draft | None:
        """Go on in a copy of *draft* as it stands now; None where there is one of one's own already."""
        self._check()
        with self._store.write() as to:
            if self._store.drafts.get(draft.id, self._agent.id):
                return None
            there = self._store.drafts.get(draft.id, draft.agent) or draft
            base, at = there.saved_at, self._now()
            mine = replace(there, agent=self._agent.id, owner=there.first_taker, base=base, saved_at=at)
            to.save_draft(mine)
            self._note(to, mine, Step.TOOK, why)
        return mine

    def may_give_back(self, mine: Draft) -> bool:
        """Tell whether *mine*, taken over, says just what it did then."""
        there = self._store.drafts.get(mine.id, self._agent.id)
        found = (d for d in self._store.drafts.of_others(self._agent.id) if d.id == mine.id)
        before = next((d for d in found if d.saved_at == mine.base), None)
        return there is not None and before is not None and _said(before) == _said(mine)

    def give_back(self, mine: Draft) -> None:
        """Leave it to its owner again, as they had left it."""
        self._check()
        with self._store.write() as to:
            to.drop_draft(mine.id)
            self._note(to, mine, Step.GAVE_BACK)

    def take_again(self, mine: Draft) -> None:
        """Undo a give_back."""
        self._check()
        steps = self._store.find(Takeover, draft=mine.id)
        why = next((step.why for step in steps if step.step is Step.TOOK), "")
        with self._store.write() as to:
            to.save_draft(mine)
            self._note(to, mine, Step.TOOK, why)

    def _check(self) -> None:
        if not self.may_see:
            raise PermissionError

    # -- the owner's --

    def taken(self, draft: Draft) -> Takeover | None:
        """Return who has gone on with *draft*; None as long as it is its agent's to finish."""
        on = self._store.drafts.taken(draft)
        steps = self._store.find(Takeover, draft=draft.id) if on else []
        return next((each for each in steps if each.step is Step.TOOK and on and each.by == on.agent), None)

    def told(self) -> list[Takeover]:
        """Return what was taken over from the agent, the oldest first, until they have seen it."""
        last: dict[Id, Takeover] = {}
        for each in sorted(reversed(self._store.find(Takeover, owner=self._agent.id)), key=_order):
            last[each.draft] = each
        return [each for each in last.values() if each.step is Step.TOOK]

    def see(self, told: Takeover) -> None:
        here, at = self._store.feed.seat_code(), max(self._now(), told.at)  # their clock may be ahead
        seen = replace(told, id=new_id(), step=Step.SEEN, by=self._agent.id, seat=here, at=at, why="")
        with self._store.write() as to:
            to.put(seen)

    def _note(self, to: Writer, mine: Draft, step: Step, why: str = "") -> None:
        here, why = self._store.feed.seat_code(), why.strip()[:LONGEST_WHY]
        who = (mine.first_taker, step, self._agent.id)
        to.put(Takeover(new_id(), mine.id, *who, here, mine.form, mine.started_at, self._now(), why))


def _order(step: Takeover) -> tuple[datetime, bool]:
    return step.at, step.step is Step.SEEN


def _said(draft: Draft) -> dict[str, Any]:
    """Return what is answered: a form that was opened holds empty fields too."""
    return {name: value for name, value in draft.answers.items() if value not in (None, "", [], {}, False)}

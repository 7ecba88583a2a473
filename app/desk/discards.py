"""Drafts that were thrown away: for a day one key brings them back, then they are wiped for good."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from app.records.accounts import Agent
from app.records.drafts import Draft
from app.records.ids import Id
from app.store.store import Store

KEPT = timedelta(days=1)


class Discards:
    def __init__(self, store: Store, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._agent, self._now = store, agent, now

    def put(self, draft: Id) -> None:
        """Throw the agent's own draft away."""
        with self._store.write() as to:
            to.discard_draft(draft, self._now())

    def all(self) -> list[Draft]:
        """Return the agent's own that can still be brought back, the one thrown away last first."""
        found = self._store.drafts.discarded(self._agent.id)
        return [draft for draft in found if self.until(draft) > self._now()]

    def until(self, draft: Draft) -> datetime:
        """Return when it will be gone for good."""
        return (draft.discarded_at or self._now()) + KEPT

    def bring_back(self, draft: Id) -> Draft | None:
        """Return it as it was, the agent's draft again; None where it is gone for good."""
        found = next((each for each in self.all() if each.id == draft), None)
        if found is not None:
            found = replace(found, discarded_at=None)
            with self._store.write() as to:
                to.save_draft(found)
        return found

    def wipe(self) -> None:
        """Delete everybody's that were thrown away a day ago or longer."""
        with self._store.write(background=True) as to:
            to.wipe_drafts(self._now() - KEPT)

"""What an agent has half typed on a page that is no call: theirs alone, at this seat, until it is sent."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from app.records.accounts import Agent
from app.records.drafts import Draft
from app.records.ids import Id
from app.store.store import Store

Place = tuple[str, int, int]  # field, caret, scroll


class Jottings:
    """Each is a draft without a form, and its id is the page's: so it goes wherever drafts go."""

    def __init__(self, store: Store, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._agent, self._now = store, agent, now

    def get(self, page: str) -> Draft | None:
        return self._store.drafts.get(Id(page), self._agent.id)

    def keep(self, page: str, typed: Mapping[str, Any], place: Place = ("", 0, 0)) -> None:
        """Put on disk what is *typed*; with nothing, nothing is left there."""
        if not typed and self.get(page) is None:
            return
        with self._store.write() as to:
            if typed:
                to.save_draft(self.jotting(page, typed, place))
            else:
                to.drop_draft(Id(page))

    def jotting(self, page: str, typed: Mapping[str, Any], place: Place) -> Draft:
        at, (field, caret, scroll) = self._now(), place
        return Draft(Id(page), self._agent.id, "", 0, "", at, at, dict(typed), field, caret, scroll)

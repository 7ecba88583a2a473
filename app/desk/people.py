"""Who is who: the agents of the centre, as far as they have come to this seat."""

from app.records.accounts import Agent
from app.records.ids import Id
from app.store.store import Store

_EVERYBODY = 10_000


class People:
    def __init__(self, store: Store) -> None:
        self._store = store

    def working(self) -> list[Agent]:
        """Return everybody who works here, by agent number."""
        found = self._store.find(Agent, limit=_EVERYBODY)
        return sorted((each for each in found if each.active), key=lambda each: each.agent_no)

    def name(self, agent: Id) -> str:
        """Return agent number and name, or nothing for somebody this seat has not heard of."""
        known = self._store.get(Agent, agent)
        return f"{known.agent_no} {known.name}" if known else ""

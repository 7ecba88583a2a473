"""All about calls that follow service, handed to the window in one piece."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.desk.calls import Calls
from app.desk.rounds import Rounds
from app.desk.samples import Samples
from app.desk.satisfaction import Satisfaction
from app.desk.visits import Visits
from app.records.accounts import Agent
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Following:
    rounds: Rounds
    visits: Visits
    samples: Samples
    satisfaction: Satisfaction


def following_of(store: Store, calls: Calls, agent: Agent, now: Callable[[], datetime]) -> Following:
    forms = calls.forms
    return Following(
        Rounds(store, forms, agent, now),
        calls.visits,
        Samples(store, forms, agent, now),
        Satisfaction(store, forms, now),
    )

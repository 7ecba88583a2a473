"""All that the signed-in agent works with, handed to the window in one piece."""

from dataclasses import dataclass

from app.desk.accesses import Accesses
from app.desk.addresses import Addresses
from app.desk.callers import Callers
from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.clocks import Clocks
from app.desk.conflicts import Conflicts
from app.desk.customers import Customers
from app.desk.directory import Directory
from app.desk.find import Finder
from app.desk.following import Following
from app.desk.imports import Imports
from app.desk.jottings import Jottings
from app.desk.leaves import Leaves
from app.desk.lists import Lists
from app.desk.matter import Matter
from app.desk.orders import Orders
from app.desk.people import People
from app.desk.presence import FloorDesk, Presences
from app.desk.prints import Prints
from app.desk.refusals import Refusals
from app.desk.retention import Retention
from app.desk.sessions import Sessions
from app.desk.suggestions import Suggestions
from app.desk.worklist import Worklist
from app.records.accounts import Agent


@dataclass(frozen=True, slots=True)
class Desk:
    calls: Calls
    cases: Cases
    orders: Orders
    prints: Prints
    matter: Matter
    customers: Customers
    callers: Callers
    conflicts: Conflicts
    refusals: Refusals
    sessions: Sessions
    clocks: Clocks
    retention: Retention
    following: Following
    worklist: Worklist
    finder: Finder
    imports: Imports
    lists: Lists
    accesses: Accesses
    addresses: Addresses
    directory: Directory
    people: People
    presence: Presences
    floor: FloorDesk
    leaves: Leaves
    jottings: Jottings
    suggestions: Suggestions
    agent: Agent
    seat_code: str
    centre: str

    @property
    def facts(self) -> dict[str, str]:
        """Return what a script and a phrase may say of the centre and the agent."""
        return {"centre": self.centre, "agent_no": self.agent.agent_no}

"""Which lists there are: what each shows, by what it is sorted and narrowed."""

from dataclasses import dataclass
from datetime import datetime

from app.records.accesses import Deed
from app.records.callbacks import Why
from app.records.cases import CaseState
from app.records.orders import OrderState
from app.records.register import Fate
from app.records.tasks import Ask


@dataclass(frozen=True, slots=True)
class Column:
    """``sort`` names what the store can sort by; ``shown``: to begin with."""

    code: str
    sort: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: its kind of record, its columns, the time it is sorted by to begin with, and the
    filters that mean something in it. ``stated``: the column of the store that its states stand in."""

    kind: str
    columns: tuple[Column, ...]
    dated: str
    filters: frozenset[str]
    states: tuple[str, ...] = ()
    stated: str = "state"


AUDIT = "accesses"  # the one list that takes a right
LISTS: dict[str, Listing] = {
    "calls": Listing(
        "call",
        (
            Column("number", "number"),
            Column("started", "started_at"),
            Column("category"),
            Column("name"),
            Column("phone"),
            Column("address"),
            Column("owes"),
            Column("form", shown=False),
            Column("handler", shown=False),
            Column("first_taker", shown=False),
            Column("channel", shown=False),
            Column("case", shown=False),
        ),
        "started_at",
        frozenset({"form", "mine", "owing", "date"}),
    ),
    "cases": Listing(
        "case",
        (
            Column("number", "number"),
            Column("title"),
            Column("state"),
            Column("due", "due_at"),
            Column("retention"),
            Column("handler"),
            Column("opened", "opened_at"),
            Column("form", shown=False),
            Column("first_taker", shown=False),
            Column("call", shown=False),
        ),
        "opened_at",
        frozenset({"form", "state", "mine", "open", "late", "date"}),
        tuple(state.value for state in CaseState),
    ),
    "orders": Listing(
        "order",
        (
            Column("number", "number"),
            Column("title"),
            Column("team"),
            Column("state"),
            Column("due", "due_at"),
            Column("slips"),
            Column("ordered", "ordered_at"),
            Column("ordered_by", shown=False),
            Column("chases", shown=False),
            Column("outcome", shown=False),
            Column("closer", shown=False),
            Column("case", shown=False),
        ),
        "ordered_at",
        frozenset({"form", "state", "team", "open", "late", "date"}),
        tuple(state.value for state in OrderState),
    ),
    "customers": Listing(
        "customer",
        (
            Column("name", "name"),
            Column("phones"),
            Column("addresses"),
            Column("open"),
            Column("seen", "seen_at"),
            Column("created", shown=False),
        ),
        "seen_at",
        frozenset({"date"}),
    ),
    "callbacks": Listing(
        "callback",
        (
            Column("due", "due_at"),
            Column("why"),
            Column("phone"),
            Column("name"),
            Column("handler"),
            Column("owed", "owed_at"),
            Column("tries"),
            Column("outcome"),
            Column("line", shown=False),
            Column("after_hours", shown=False),
            Column("call", shown=False),
            Column("done", shown=False),
        ),
        "owed_at",
        frozenset({"state", "mine", "open", "late", "date"}),
        tuple(why.value for why in Why),
        "why",
    ),
    # What inspectors were asked, as the lead has it on paper (CASE-2).
    "tasks": Listing(
        "task",
        (
            Column("opened"),
            Column("case"),
            Column("inspector"),
            Column("ask"),
            Column("asked", "asked_at"),
            Column("due", "due_at"),
            Column("chases"),
            Column("result"),
            Column("answered", shown=False),
            Column("title", shown=False),
            Column("asked_by", shown=False),
        ),
        "asked_at",
        frozenset({"state", "open", "late", "date"}),
        tuple(ask.value for ask in Ask),
        "ask",
    ),
    # What became of each slip: of one day, it is the day's register (ORD-3).
    "prints": Listing(
        "print",
        (
            Column("slip"),
            Column("at", "at"),
            Column("fate"),
            Column("n"),
            Column("copies"),
            Column("order"),
            Column("agent"),
            Column("reason"),
            Column("other", shown=False),
            Column("seat", shown=False),
        ),
        "at",
        frozenset({"state", "date"}),
        tuple(fate.value for fate in Fate),
        "fate",
    ),
    AUDIT: Listing(
        "access",
        (
            Column("at", "at"),
            Column("agent"),
            Column("deed"),
            Column("of"),
            Column("record"),
            Column("count"),
            Column("whole"),
            Column("words"),
            Column("seat", shown=False),
        ),
        "at",
        frozenset({"state", "date"}),
        tuple(deed.value for deed in Deed),
        "deed",
    ),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a list; a filter the list does not have is passed over."""

    text: str = ""
    form: str = ""
    state: str = ""
    team: str = ""
    mine: bool = False
    open: bool = False
    late: bool = False
    owing: bool = False
    since: datetime | None = None
    until: datetime | None = None

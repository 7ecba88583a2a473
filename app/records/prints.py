"""A piece of printing: what is to come out where, and how far it is. It never leaves the seat."""

import enum
from dataclasses import dataclass
from datetime import datetime

from app.records.ids import Id


class JobState(enum.StrEnum):
    WAITING = "waiting"  # nothing was handed over
    SENDING = "sending"  # is being handed over: whoever dies now leaves it unknown
    TAKEN = "taken"  # the spooler has it
    UNKNOWN = "unknown"  # nobody knows whether it came out: a person says
    DONE = "done"
    HANDED = "handed"  # the spooler took it, and tells no more
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = (JobState.WAITING, JobState.SENDING, JobState.TAKEN, JobState.UNKNOWN)


class Fate(enum.StrEnum):
    """What became of a job the spooler took, in the order of RFC 8011 §5.3.7."""

    WAITS = "waits"
    HELD = "held"
    PRINTS = "prints"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    ABORTED = "aborted"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Spooled:
    """A job as the spooler tells of it."""

    ref: str
    title: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted on paper. Without ``order`` the page that tries a printer; without ``printer`` a PDF: at
    ``path``, or in the seat's folder. ``copies``: only those of the form's; () all of them."""

    order: Id | None
    printer: str = ""
    sets: int = 1
    copies: tuple[str, ...] = ()
    path: str = ""
    tray: str = ""
    of: Id | None = None  # one of the order's slips; else the one that is not void


@dataclass(frozen=True, slots=True)
class PrintJob:
    """``reason``: a code, why it stands as it does."""

    id: Id
    made_at: datetime
    state: JobState
    by: Id
    order: Id | None = None
    number: str = ""  # the slip's
    printer: str = ""
    tray: str = ""
    sets: int = 1
    copies: tuple[str, ...] = ()
    path: str = ""
    batch: Id | None = None  # of those that were asked for together
    ref: str = ""  # the spooler's number
    reason: str = ""
    tries: int = 1
    moves_to: str = ""  # the printer it goes to once the one that has it has let it go
    is_counted: bool = False  # as a printing of the slip
    reprint: int = 0  # as the paper says, once it is counted
    seen_at: datetime | None = None  # when it last changed
    slip: Id | None = None  # which of the order's: it may be made void meanwhile

    @property
    def title(self) -> str:
        """Its name at the spooler: what people know it by, and what makes this try the only one."""
        return f"{self.number} {self.id[-6:]}-{self.tries}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

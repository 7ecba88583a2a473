"""What a seat asks of central, and how central can fail to answer."""

from collections.abc import Sequence
from typing import Protocol

from app.records.erasures import Erasure
from app.records.ids import Block, Id
from app.records.ops import Cursor, Hello, Page, Receipt, Welcome


class CentralTrouble(Exception):
    """The family of everything that can go wrong on the road."""


class CentralAway(CentralTrouble):
    """No answer, or none that can be trusted: try again later, nothing is lost."""

    code = "away"


class CentralRefused(CentralTrouble):
    """A person has to see to it; the queue is kept.

    ``code``: ``login``, ``rights``, ``version``, ``plain`` (no TLS where a network lies between,
    or nobody vouches for who answers),
    ``history`` (what central has of this seat's ops is not what the seat sent), ``quota`` (no more of this
    seat's ops today).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class EpochChanged(CentralTrouble):
    """Central was restored from a backup: say hello again before anything else."""


class Copied(CentralTrouble):
    """This seat's file is a copy of one that went on elsewhere: say hello again as another install."""


class Gap(CentralTrouble):
    """Central has this install's ops up to ``last_n`` only."""

    def __init__(self, last_n: int) -> None:
        super().__init__(last_n)
        self.last_n = last_n


class DataRefused(CentralTrouble):
    """Central cannot read something in the batch; none of the batch was taken."""

    def __init__(self, sqlstate: str, text: str) -> None:
        super().__init__(sqlstate, text)
        self.sqlstate = sqlstate
        self.text = text


class Central(Protocol):
    """Every method raises CentralTrouble and is safe to repeat."""

    def hello(self, hello: Hello) -> Welcome: ...

    def push(self, epoch: str, bodies: Sequence[str]) -> list[Receipt]:
        """Send ops in the order of n, all or none; an op sent before gets its first answer again."""
        ...

    def pull(self, epoch: str, after: Cursor, limit: int) -> Page: ...

    def fill(self, epoch: str, kind: str, before: Id | None, limit: int) -> Page:
        """Return records of a *kind*, the newest first, those before an id; none of them settled."""
        ...

    def erased(self, told: Sequence[Erasure]) -> list[str]:
        """Say that nothing is left here of what these erased; return the ids of those central has."""

    def gone(self, epoch: str, kind: str, ids: Sequence[Id]) -> list[Id]:
        """Return which of *ids*, at most 500, lie in scopes this seat does not see."""
        ...

    def lease(self, epoch: str, newest: Block) -> Block | None:
        """Return the block of numbers after the *newest* this seat knows of; None where none is leased."""
        ...

    def pulse(self) -> None:
        """Let seats that wait know that there is something new."""
        ...

    def close(self) -> None: ...

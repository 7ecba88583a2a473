"""What every road of a message has in common."""

from dataclasses import dataclass
from typing import Protocol


class SendRefused(Exception):
    """``code``: away (nobody answers), secret (it wants another password or key), address (nobody there),
    refused (the other side will not take it), unsafe (no verified line), way (the rules have none of this
    name). ``final``: to try again is no use."""

    def __init__(self, code: str, *, final: bool = False) -> None:
        super().__init__(code)
        self.code, self.final = code, final


@dataclass(frozen=True, slots=True)
class Letter:
    """``id`` is the same at each try: whoever got it before can tell."""

    id: str
    to: str
    subject: str
    text: str


class Road(Protocol):
    def send(self, letter: Letter, /) -> None:
        """Return once the other side has taken it; raises SendRefused. Waits some seconds at most."""

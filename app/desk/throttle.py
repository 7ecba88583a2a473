"""How soon a password may be tried again: later after each wrong one, and never not at all (lock.md §5)."""

import hashlib
import hmac
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from app.records.accounts import Elsewhere
from app.store.slots import agent_no_of
from app.store.twice import Twice

DELAYS = (0, 0, 0, 2, 5, 15, 60, 300)  # seconds after so many wrong ones
APART = timedelta(seconds=1)  # between two wrong ones, whosever they are
SLACK = timedelta(minutes=1)  # by which a clock is put right without a word
_END = datetime.max.replace(tzinfo=UTC).isoformat()
_EVERYBODY = ""  # what counts for numbers without a line of their own


@dataclass(frozen=True, slots=True)
class Tries:
    """``heard``: the moment of the last try, right or wrong; ``wrong``: how many, and the last, by number."""

    heard: datetime
    wrong_at: datetime
    wrong: Mapping[str, tuple[int, datetime]] = field(default_factory=dict)

    def wait(self, who: str, now: datetime) -> int:
        """Return for how many seconds *who* has to wait."""
        count, at = self._of(who)
        until = max(at + timedelta(seconds=DELAYS[min(count, len(DELAYS) - 1)]), self.wrong_at + APART)
        return max(0, math.ceil((until - now).total_seconds()))

    def count(self, who: str = "") -> int:
        """Return how many wrong ones there were, of *who* or of everybody, since each was right."""
        return sum(count for each, (count, _) in self.wrong.items() if each and who in ("", each))

    def tried(self, who: str, now: datetime) -> "Tries":
        """Count a try of *who* as wrong: it is one until the password has turned out to be right."""
        return Tries(now, now, {**self.wrong, who: (self._of(who)[0] + 1, now)})

    def right(self, who: str, now: datetime) -> "Tries":
        others = {each: wrong for each, wrong in self.wrong.items() if each != who}
        return Tries(now, self.wrong_at, others | ({who: (0, now)} if _EVERYBODY in others else {}))

    def _of(self, who: str) -> tuple[int, datetime]:
        return self.wrong.get(who) or self.wrong.get(_EVERYBODY) or (0, self.heard - timedelta(days=1))


def none(now: datetime) -> Tries:
    return Tries(now, now - timedelta(days=1))


def strictest(now: datetime) -> Tries:
    """Return what holds where nobody knows how often it was tried: the longest wait, for everybody."""
    return Tries(now, now, {_EVERYBODY: (len(DELAYS) - 1, now)})


class AccountRefused(Exception):
    """``code``: password, short_password, not_joined, not_sealed, enrolment, away, lease, device,
    first_online, joined, unknown_agent, recovery, password_here, must_change,
    same_password, change_away, change_unsure, wait, elsewhere.

    ``wait``: the seconds until a password is looked at again; ``elsewhere``: where the agent works.
    """

    def __init__(self, code: str, wait: int = 0, elsewhere: Elsewhere | None = None) -> None:
        super().__init__(code)
        self.code, self.wait, self.elsewhere = code, wait, elsewhere


class Throttle:
    """Keeps count of the tries at one seat, in its folder and its keychain, under the device secret.

    Every method raises StoreRefused, and what the keychain refuses: uncounted, nothing is tried.
    """

    def __init__(self, kept: Twice, now: Callable[[], datetime]) -> None:
        self._kept, self._now = kept, now

    def start(self, seat: str, key: bytes) -> None:
        """Begin to count at a new seat."""
        now = self._now()
        self._keep(seat, key, none(now), now.isoformat())

    def count(self, seat: str, key: bytes, agent_no: str) -> "Try":
        """Count a try with *agent_no* as wrong, or raise AccountRefused("wait") where it is too soon."""
        now, who = self._now(), _who(key, agent_no)
        before, seen = self._read(seat, key, now)
        if wait := before.wait(who, now):
            raise AccountRefused("wait", wait)
        tried = Try(before, who, now, max(seen, now.isoformat()), key, partial(self._keep, seat, key))
        tried.keep(tried.tried, tried.seen)
        return tried

    def _read(self, seat: str, key: bytes, now: datetime) -> tuple[Tries, str]:
        told, seen = self._kept.read(_name(seat), key)
        tries = _tries_of(told) if told else None
        if tries and now >= tries.heard - SLACK:
            return tries, seen
        # Kept at once: the wait begins now, not anew each time. With both lost no lease goes on.
        tries, seen = strictest(now), seen or _END
        self._keep(seat, key, tries, seen)
        return tries, seen

    def _keep(self, seat: str, key: bytes, tries: Tries, seen: str) -> None:
        wrong = {who: [count, at.isoformat()] for who, (count, at) in tries.wrong.items()}
        told = {"heard": tries.heard.isoformat(), "wrong_at": tries.wrong_at.isoformat(), "wrong": wrong}
        self._kept.keep(_name(seat), key, told, seen)


@dataclass(slots=True)
class Try:
    """A password that is being looked at. ``seen``: the latest moment this seat has known; ``device``: the
    secret of this computer, asked of the keychain once."""

    before: Tries
    who: str
    now: datetime
    seen: str
    device: bytes = field(repr=False)
    keep: Callable[[Tries, str], None] = field(repr=False)
    was_settled: bool = False

    @property
    def tried(self) -> Tries:
        return self.before.tried(self.who, self.now)

    def right(self, *, vouched: bool = False) -> None:
        """*vouched*: central was there, so that no clock that was ahead once is held against this one."""
        self.was_settled = True
        self.keep(self.before.right(self.who, self.now), self.now.isoformat() if vouched else self.seen)

    def none(self) -> None:
        """Forget it, where it was not right: nobody has looked at the password."""
        if not self.was_settled:
            self.keep(replace(self.before, heard=self.now), self.seen)

    def wait(self) -> int:
        """Return for how long to wait after it was wrong."""
        return self.tried.wait(self.who, self.now)


def _name(seat: str) -> str:
    return f"{seat}/tries"


def _who(key: bytes, agent_no: str) -> str:
    """Return the line a number counts on, known here or not: of 4096, so that nobody fills the disk."""
    return hmac.new(key, agent_no_of(agent_no).encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:3]


def _tries_of(told: dict[str, Any]) -> Tries:
    def moment(text: str) -> datetime:
        return datetime.fromisoformat(text)

    wrong = {who: (count, moment(at)) for who, (count, at) in told["wrong"].items()}
    return Tries(moment(told["heard"]), moment(told["wrong_at"]), wrong)

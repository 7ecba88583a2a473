"""Who may sit down here: first start, signing in by central, and by the seat's own slot without it."""

import json
import secrets as entropy
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from app.desk.keys import LEASE, SeatKeys, publics_of
from app.desk.letters import Letters
from app.desk.seat import DATABASE, begin, keep, known, trusting
from app.desk.throttle import AccountRefused, Throttle, Try
from app.records.accounts import LEADS, Agent, Elsewhere, Role, Session, SignedIn, is_strong
from app.records.ids import Id, new_id
from app.records.seat import Seat
from app.store import slots
from app.store.engine import create, open_engines, os_refusal
from app.store.keyring import Secrets
from app.store.mailbox import public_of
from app.store.slots import COST, RECOVERY, Cost, Keys, agent_no_of
from app.store.store import Store
from app.store.twice import Twice
from app.store.upgrade import upgrade

__all__ = ["LEASE", "AccountRefused", "Accounts", "Door", "Opened"]

_WRONG = ("password", "password_here", "first_online")


class Door(Protocol):
    """Central, over the agent's own login. Raises AccountRefused, with "password" for a wrong one."""

    def __call__(
        self, seat: Seat, agent_no: str, password: str, way: str = "", /
    ) -> SignedIn | Elsewhere | None:
        """Return central's word; None: central is away. *way*: what becomes of another seat the agent works
        at: ``ask``, ``refuse``, ``displace``, or "", which does not look."""
        ...

    def change(self, seat: Seat, agent_no: str, password: str, new: str, wrapped: dict[str, Any], /) -> bool:
        """Change the password, and the agent's key *wrapped* under it; False: no answer came."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """An open seat: whoever signed in, the store their key opened, and the seat's login at central.

    ``wrong``: how many passwords were wrong since the agent's last right one; to a lead, of everybody here.
    """

    store: Store
    agent: Agent
    session: Session
    seat: Seat
    login_password: str = field(repr=False, default="")
    key: bytes = field(repr=False, default=b"")
    turn: int = 0  # which of the openings of this program
    wrong: int = 0
    delivered: int = 0  # drafts that waited in the mailbox

    @property
    def box(self) -> str:
        """Return whom letters are sealed to while the seat is locked."""
        return public_of(self.key)


class Accounts:
    """Everything here is slow (key derivation, keyring, network) and meant for a background lane.

    Raises AccountRefused, and what the store, the slots and the keyring refuse; each has a ``code``.
    """

    def __init__(
        self,
        folder: Path,
        secrets: Secrets,
        now: Callable[[], datetime],
        door: Door,
        cost: Cost = COST,
        lease: timedelta = LEASE,
    ) -> None:
        self.changing: Callable[[], None] = lambda: None  # called as the seat's key begins to be changed
        self._folder, self._secrets, self._now, self._door = folder, secrets, now, door
        self._keys, self._cost = SeatKeys(folder, secrets, now, cost, lease), cost
        self._file = folder / DATABASE
        self.letters = Letters(folder / "mailbox", now)
        self._throttle = Throttle(Twice(folder / "tries", secrets), now)
        self._one, self._turn = threading.Lock(), 0

    @property
    def seat(self) -> Seat | None:
        """Return the seat as it was set up, or None before the first start; raises SeatFileBroken."""
        return known(self._folder)

    # -- first start --

    def start_alone(self, centre: str, agent_no: str, name: str, password: str) -> Opened:
        """Set up this seat without any central; its first account is a lead, its code L01."""
        if not is_strong(password):
            raise AccountRefused("short_password")
        seat = Seat(new_id(), 1, "L01", centre.strip())
        public, wrapped = slots.new_pair(password, self._cost)
        agent = Agent(new_id(), agent_no.strip(), name.strip(), Role.LEAD, public)
        return self._set_up(seat, SignedIn(agent, self._session(seat, agent), wrapped), password)

    def join(self, enrolment: Path, agent_no: str, password: str) -> Opened:
        """Join a centre with the file its administrator made; central must answer this once."""
        try:
            told = json.loads(enrolment.read_text("utf-8"))
            seat = Seat(
                new_id(), 1, told["seat"], told["centre"], told["host"], int(told["port"]),
                told["database"], told["login"], told.get("tls", "prefer"),
            )  # fmt: skip
            login_password, recovery = str(told["password"]), str(told.get("recovery") or "")
            bytes.fromhex(recovery)
            seat = trusting(self._folder, seat, str(told.get("ca") or ""))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise AccountRefused("enrolment") from error
        if (answer := self._asked(seat, agent_no, password)) is None:
            raise AccountRefused("away")
        self._secrets.set(f"{seat.install}/login", login_password)
        return self._set_up(seat, answer, password, recovery)

    def _set_up(self, seat: Seat, answer: SignedIn, password: str, recovery: str = "") -> Opened:
        """Make secret, key, file and slot, and the seat file last: a crash on the way starts afresh."""
        if self.seat is not None:
            raise AccountRefused("joined")
        try:
            begin(self._folder)
        except OSError as error:
            raise os_refusal(error) from error
        device = self._keys.renew_device(seat)
        self._throttle.start(seat.install, device)
        key = entropy.token_bytes(32)
        create(self._file, key, install=seat.install, seat_code=seat.code, generation=seat.generation)
        self._keys.keep_slot(seat, device, answer, password)
        self._keys.seal(
            key, {answer.agent.id: answer.agent.public_key} | ({RECOVERY: recovery} if recovery else {})
        )
        self._keep_seat(seat)
        return self._open(seat, (key,), answer.agent, answer.session)

    def _keep_seat(self, seat: Seat) -> None:
        try:
            keep(self._folder, replace(seat, is_counted=True))
        except OSError as error:
            raise os_refusal(error) from error

    # -- every day --

    def sign_in(self, agent_no: str, password: str, new: str = "", way: str = "ask") -> Opened:
        """Sign in by central where it answers, else by the agent's slot. Where somebody else has set the
        password, which is refused with "must_change", it is *new* from now on; where the agent works at
        another seat, which is refused with "elsewhere", the *way* ``displace`` has that one lock."""
        with self._try(agent_no) as (seat, tried):
            return _told(self._sign_in(seat, tried, agent_no, (password, new), way), tried)

    def unlock(self, agent: Agent, session: Session, password: str) -> Opened:
        """Open the seat again for whoever locked it, in the same session; a password that is new meanwhile,
        or a lease that is over, signs in afresh."""
        with self._try(agent.agent_no) as (seat, tried):
            try:
                keys = self._keys.by_slot(tried, agent.agent_no, password).keys
            except AccountRefused:
                if seat.is_alone:
                    raise
                return _told(self._sign_in(seat, tried, agent.agent_no, (password, "")), tried)
            tried.right()
            # Without its key it is not written: central may have changed the agent since they signed in.
            return _told(self._open(seat, keys, replace(agent, public_key=""), session), tried)

    @contextmanager
    def _try(self, agent_no: str) -> Iterator[tuple[Seat, Try]]:
        """Let one password be looked at, counted as wrong before it is."""
        with self._one:
            yield from self._tried(agent_no)

    def _tried(self, agent_no: str) -> Iterator[tuple[Seat, Try]]:
        seat = self.seat
        if seat is None:
            raise AccountRefused("not_joined")
        device = self._keys.device(seat)
        if not seat.is_counted:
            self._throttle.start(seat.install, device)
            self._keep_seat(seat)
        tried = self._throttle.count(seat.install, device, agent_no)
        try:
            yield seat, tried
        except AccountRefused as refused:
            if refused.code not in _WRONG:
                tried.none()
                raise
            raise AccountRefused(refused.code, tried.wait()) from refused

    def _sign_in(
        self, seat: Seat, tried: Try, agent_no: str, passwords: tuple[str, str], way: str = ""
    ) -> Opened:
        password, new = passwords
        answer = None if seat.is_alone else self._door(seat, agent_no.strip(), password, way)
        if answer is None:
            return self._sign_in_by_slot(seat, tried, agent_no, password)
        tried.right(vouched=True)
        if isinstance(answer, Elsewhere):
            raise AccountRefused("elsewhere", elsewhere=answer)
        if answer.must_change:
            if not new:
                raise AccountRefused("must_change")
            answer, password = self._changed(seat, answer, password, new), new
        private = self._keys.keep_slot(seat, tried.device, answer, password)
        keys = self._keys.by_private(answer.agent.id, private)
        return self._open(seat, keys, answer.agent, answer.session)

    def _asked(self, seat: Seat, agent_no: str, password: str) -> SignedIn | None:
        """Ask central wherever else the agent is: this is no change of seats."""
        answer = self._door(seat, agent_no.strip(), password)
        assert not isinstance(answer, Elsewhere)
        return answer

    def _sign_in_by_slot(self, seat: Seat, tried: Try, agent_no: str, password: str) -> Opened:
        if not self._keys.knows(agent_no) and not seat.is_alone:
            raise AccountRefused("first_online")
        try:
            slot = self._keys.by_slot(tried, agent_no, password)
        except AccountRefused as refused:
            if refused.code == "password" and not seat.is_alone:
                raise AccountRefused("password_here") from refused  # another may hold elsewhere
            raise
        tried.right()
        who = Agent(Id(slot.agent_id), agent_no, agent_no, Role(slot.role), "")
        return self._open(seat, slot.keys, who, self._session(seat, who))

    # -- another password --

    def change_password(self, opened: Opened, old: str, new: str) -> None:
        """Change the password of whoever has *opened* the seat: at central and here, or here alone."""
        agent = opened.agent
        with self._try(agent.agent_no) as (seat, tried):
            if seat.is_alone:
                private = self._keys.by_slot(tried, agent.agent_no, old).private
                tried.right()
                _check_new(old, new)
                answer = SignedIn(agent, opened.session, slots.wrap(private, new, self._cost))
            else:
                told = self._asked(seat, agent.agent_no, old)
                if told is None:
                    raise AccountRefused("change_away")
                tried.right(vouched=True)
                answer = self._changed(seat, told, old, new)
            self._keys.keep_slot(seat, tried.device, answer, new)

    def _changed(self, seat: Seat, answer: SignedIn, old: str, new: str) -> SignedIn:
        """Change the password at central and return its answer under the new one."""
        _check_new(old, new)
        private = slots.open_wrapped(answer.wrapped_key, old, self._cost)
        wrapped = slots.wrap(private, new, self._cost)
        if not self._door.change(seat, answer.agent.agent_no, old, new, wrapped):
            raise AccountRefused("change_unsure")
        return replace(answer, wrapped_key=wrapped)

    # -- the recovery key --

    def recover(self, private: bytes, agent_no: str, password: str, login_password: str = "") -> Opened:
        """Open the seat by the recovery key: this computer gets a new secret, and the agent gets in again, by
        central's password where central answers, else by *password* from now on. The slots of others are
        gone; they sign in online. *login_password*: the seat's own at central, where that is lost as well.
        """
        if (seat := self.seat) is None:
            raise AccountRefused("not_joined")
        key = self._keys.settle(self._keys.by_private(RECOVERY, private, "recovery"))
        upgrade(self._file, key)
        answer = None if seat.is_alone else self._asked(seat, agent_no, password)
        publics, answer = self._let_in(seat, key, answer or agent_no, password)
        if login_password:
            self._secrets.set(f"{seat.install}/login", login_password)
        device = self._keys.renew_device(seat)
        self._throttle.start(seat.install, device)
        self._keys.keep_slot(seat, device, answer, password)
        self._keys.seal(key, publics | {answer.agent.id: answer.agent.public_key})
        self._keep_seat(seat)
        # What central says of an agent's key is not for a seat to change.
        agent = (
            answer.agent
            if seat.is_alone or answer.session.confirmed
            else replace(answer.agent, public_key="")
        )
        return self._open(seat, (key,), agent, answer.session)

    def _let_in(
        self, seat: Seat, key: bytes, who: SignedIn | str, password: str
    ) -> tuple[dict[str, str], SignedIn]:
        """Return to whom the key is sealed, and who it is: central's word, or that of the seat's own file,
        with a new pair."""
        engines = open_engines(self._file, key)
        store = Store(engines, Session(new_id(), Id(""), Role.AGENT, seat.install, self._now()), self._now)
        try:
            publics, known = publics_of(store), store.find(Agent, limit=10_000)
        finally:
            store.close()
        if isinstance(who, SignedIn):
            return publics, who
        agent = next((a for a in known if a.active and agent_no_of(a.agent_no) == agent_no_of(who)), None)
        if agent is None:
            raise AccountRefused("unknown_agent")
        if not is_strong(password):
            raise AccountRefused("short_password")
        public, wrapped = slots.new_pair(password, self._cost)
        agent = replace(agent, public_key=public)
        return publics, SignedIn(agent, self._session(seat, agent), wrapped)

    # -- at work --

    def reseal(self, opened: Opened) -> None:
        """Seal the seat's key to who works here now: they may sign in from now on, nobody else may."""
        with self._one:
            # One who has left meanwhile knows a key that may be the file's no more.
            if opened.turn == self._turn:
                self._keys.reseal(opened.store, opened.key)

    def _session(self, seat: Seat, agent: Agent) -> Session:
        """A session of the seat's own: unconfirmed until central has checked the password itself."""
        return Session(new_id(), agent.id, agent.role, seat.install, self._now())

    def _open(self, seat: Seat, keys: Keys, agent: Agent, session: Session) -> Opened:
        self._turn += 1
        key = self._keys.settle(keys)
        upgrade(self._file, key)
        store = Store(open_engines(self._file, key), session, self._now)
        try:
            with store.write() as to:
                if agent.public_key:
                    to.put(agent)
                if not session.confirmed:
                    to.put(session)
            delivered = self.letters.deliver(store, key, agent.id)
            if self._keys.is_change_due(store):
                store, key = self._change_key(store, key, session)
            self.letters.box = public_of(key)
            known = store.get(Agent, agent.id) or agent
            password = "" if seat.is_alone else self._secrets.get(f"{seat.install}/login") or ""
            seat = replace(seat, code=store.feed.seat_code())  # central may have given it another
        except BaseException:
            store.close()
            raise
        return Opened(store, known, session, seat, password, key, self._turn, delivered=delivered)

    def _change_key(self, store: Store, key: bytes, session: Session) -> tuple[Store, bytes]:
        """Return the store under another key: who has left may have kept this one."""
        self.changing()
        publics = publics_of(store)
        store.close()
        new = self._keys.change(key, publics)
        store = Store(open_engines(self._file, new), session, self._now)
        if new != key:
            self._keys.note_change(store, publics)
        return store, new


def _told(opened: Opened, tried: Try) -> Opened:
    who = "" if opened.session.role in LEADS else tried.who
    return replace(opened, wrong=tried.before.count(who))


def _check_new(old: str, new: str) -> None:
    if not is_strong(new):
        raise AccountRefused("short_password")
    if new == old:
        raise AccountRefused("same_password")

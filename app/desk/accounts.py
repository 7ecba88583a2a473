"""Who may sit down here: first start, signing in by central, and by the seat's own slot without it."""

import json
import secrets as entropy
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.desk.seat import DATABASE, begin, keep, known, trusting
from app.records.accounts import Agent, Role, Session, SignedIn, is_strong
from app.records.calls import Call
from app.records.drafts import Draft
from app.records.ids import Id, new_id
from app.records.seat import Seat
from app.store import slots
from app.store.engine import create, open_engines, os_refusal
from app.store.keyring import Secrets
from app.store.mailbox import Mailbox, public_of
from app.store.slots import COST, Cost, SlotRefused, Slots, agent_no_of
from app.store.store import Store
from app.store.upgrade import upgrade

LEASE = timedelta(hours=72)  # how long an agent may sign in without central (lock.md, Decided 6)


class AccountRefused(Exception):
    """``code``: password, short_password, not_joined, not_sealed, enrolment, away, lease, device,
    first_online, joined."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


# Asks central over the agent's own login. None: central is away. Raises AccountRefused("password").
Door = Callable[[Seat, str, str], SignedIn | None]


@dataclass(frozen=True, slots=True)
class Opened:
    """An open seat: whoever signed in, the store their key opened, and the seat's login at central."""

    store: Store
    agent: Agent
    session: Session
    seat: Seat
    login_password: str = field(repr=False, default="")
    key: bytes = field(repr=False, default=b"")
    delivered: int = 0  # drafts that waited in the mailbox


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
    ) -> None:
        self._folder, self._secrets, self._now, self._door = folder, secrets, now, door
        self._slots, self._cost = Slots(folder / "slots.json", cost), cost
        self._file = folder / DATABASE
        self._mailbox = Mailbox(folder / "mailbox")

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
            login_password = str(told["password"])
            seat = trusting(self._folder, seat, str(told.get("ca") or ""))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise AccountRefused("enrolment") from error
        answer = self._door(seat, agent_no.strip(), password)
        if answer is None:
            raise AccountRefused("away")
        self._secrets.set(f"{seat.install}/login", login_password)
        return self._set_up(seat, answer, password)

    def _set_up(self, seat: Seat, answer: SignedIn, password: str) -> Opened:
        """Make secret, key, file and slot, and the seat file last: a crash on the way starts afresh."""
        if self.seat is not None:
            raise AccountRefused("joined")
        try:
            begin(self._folder)
        except OSError as error:
            raise os_refusal(error) from error
        self._secrets.set(f"{seat.install}/device", entropy.token_hex(32))
        key = entropy.token_bytes(32)
        create(self._file, key, install=seat.install, seat_code=seat.code, generation=seat.generation)
        self._keep_slot(seat, answer, password)
        self._slots.seal(key, {answer.agent.id: answer.agent.public_key})
        try:
            keep(self._folder, seat)
        except OSError as error:
            raise os_refusal(error) from error
        return self._open(seat, key, answer.agent, answer.session)

    # -- every day --

    def sign_in(self, agent_no: str, password: str) -> Opened:
        """Sign in by central where it answers, else by the agent's slot."""
        seat = self.seat
        if seat is None:
            raise AccountRefused("not_joined")
        answer = None if seat.is_alone else self._door(seat, agent_no.strip(), password)
        if answer is None:
            return self._sign_in_by_slot(seat, agent_no, password)
        private = self._keep_slot(seat, answer, password)
        try:
            key = self._slots.unseal(answer.agent.id, private)
        except SlotRefused as error:
            raise AccountRefused("not_sealed") from error
        return self._open(seat, key, answer.agent, answer.session)

    def unlock(self, agent: Agent, session: Session, password: str) -> Opened:
        """Open the seat again for whoever locked it, in the same session; a password that is new meanwhile,
        or a lease that is over, signs in afresh."""
        seat = self.seat
        if seat is None:
            raise AccountRefused("not_joined")
        try:
            key = self._by_slot(seat, agent.agent_no, password).dek
        except AccountRefused:
            if seat.is_alone:
                raise
            return self.sign_in(agent.agent_no, password)
        # Without its key it is not written: central may have changed the agent since they signed in.
        return self._open(seat, key, replace(agent, public_key=""), session)

    def _sign_in_by_slot(self, seat: Seat, agent_no: str, password: str) -> Opened:
        if agent_no_of(agent_no) not in self._slots.agent_numbers() and not seat.is_alone:
            raise AccountRefused("first_online")
        slot = self._by_slot(seat, agent_no, password)
        who = Agent(Id(slot.agent_id), agent_no, agent_no, Role(slot.role), "")
        return self._open(seat, slot.dek, who, self._session(seat, who))

    def _by_slot(self, seat: Seat, agent_no: str, password: str) -> slots.Opened:
        try:
            slot = self._slots.open(agent_no, password, self._device(seat))
        except SlotRefused as error:
            raise AccountRefused("not_sealed" if error.code == "not_sealed" else "password") from error
        if slot.not_after and datetime.fromisoformat(slot.not_after) < self._now():
            raise AccountRefused("lease")
        return slot

    def post(self, opened: Opened, drafts: Iterable[Draft]) -> None:
        """Keep what the file did not take for whoever opens the seat next; never raises."""
        for draft in drafts:
            self._mailbox.put(draft, public_of(opened.key))

    def _deliver(self, store: Store, key: bytes) -> int:
        """Put into the file what came while it was closed, but for what is older than what stands there."""
        if not (letters := self._mailbox.letters(key)):
            return 0
        with store.write() as to:
            for draft in letters:
                there = store.drafts.get(draft.id) or store.get(Call, draft.id)
                if there is None or there.saved_at < draft.saved_at:
                    to.save_draft(draft)
        self._mailbox.clear()
        return len(letters)

    def reseal(self, opened: Opened) -> None:
        """Seal the seat's key to every active agent it knows of: they may sign in here from now on."""
        known = (*opened.store.find(Agent, limit=10_000), opened.agent)
        keys: dict[str, str] = {a.id: a.public_key for a in known if a.active and a.public_key}
        self._slots.seal(opened.key, keys)

    def _keep_slot(self, seat: Seat, answer: SignedIn, password: str) -> bytes:
        """Renew the agent's slot from central's copy of their key, and its lease; return the key."""
        private = slots.open_wrapped(answer.wrapped_key, password, self._cost)
        until = "" if seat.is_alone else (self._now() + LEASE).isoformat()
        agent = answer.agent
        self._slots.add(
            agent.id,
            agent.agent_no,
            private,
            agent.public_key,
            password,
            self._device(seat),
            agent.role,
            until,
        )
        return private

    def _device(self, seat: Seat) -> bytes:
        secret = self._secrets.get(f"{seat.install}/device")
        if not secret:
            raise AccountRefused("device")
        return bytes.fromhex(secret)

    def _session(self, seat: Seat, agent: Agent) -> Session:
        """A session of the seat's own: unconfirmed until central has checked the password itself."""
        return Session(new_id(), agent.id, agent.role, seat.install, self._now())

    def _open(self, seat: Seat, key: bytes, agent: Agent, session: Session) -> Opened:
        upgrade(self._file, key)
        store = Store(open_engines(self._file, key), session, self._now)
        try:
            with store.write() as to:
                if agent.public_key:
                    to.put(agent)
                if not session.confirmed:
                    to.put(session)
            delivered = self._deliver(store, key)
            known = store.get(Agent, agent.id) or agent
            password = "" if seat.is_alone else self._secrets.get(f"{seat.install}/login") or ""
            seat = replace(seat, code=store.feed.seat_code())  # central may have given it another
        except BaseException:
            store.close()
            raise
        return Opened(store, known, session, seat, password, key, delivered)

"""The keys of a seat: who opens it with which password, and when the key itself is changed."""

import logging
import secrets as entropy
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from app.desk.seat import DATABASE
from app.desk.throttle import AccountRefused, Try
from app.records.accounts import Agent, SignedIn
from app.records.seat import Seat
from app.store import slots
from app.store.engine import StoreRefused, os_refusal, write_check
from app.store.keyring import Secrets
from app.store.rekey import key_of, rekey
from app.store.slots import RECOVERY, Cost, Keys, SlotRefused, Slots, agent_no_of
from app.store.store import Store

LEASE = timedelta(hours=72)  # how long an agent may sign in without central (lock.md, Decided 6)
_SEALED_TO, _CHANGE_DUE = "sealed_to", "key_change_due"  # settings: in the file nobody edits without its key

_log = logging.getLogger(__name__)


class SeatKeys:
    """Raises AccountRefused, SlotRefused, StoreRefused and KeyringRefused; each has a ``code``."""

    def __init__(
        self, folder: Path, secrets: Secrets, now: Callable[[], datetime], cost: Cost, lease: timedelta
    ) -> None:
        self._file, self._secrets, self._now, self._lease = folder / DATABASE, secrets, now, lease
        self._slots, self._cost = Slots(folder / "slots.json", cost), cost

    # -- the secret of this computer --

    def device(self, seat: Seat) -> bytes:
        secret = self._secrets.get(f"{seat.install}/device")
        if not secret:
            raise AccountRefused("device")
        return bytes.fromhex(secret)

    def renew_device(self, seat: Seat) -> bytes:
        """Make a new secret; slots made with an old one would open no more, and go."""
        secret = entropy.token_bytes(32)
        self._slots.drop_all()
        self._secrets.set(f"{seat.install}/device", secret.hex())
        return secret

    # -- slots --

    def knows(self, agent_no: str) -> bool:
        return agent_no_of(agent_no) in self._slots.agent_numbers()

    def by_slot(self, tried: Try, agent_no: str, password: str) -> slots.Opened:
        """Return what the agent's slot holds."""
        try:
            slot = self._slots.open(agent_no, password, tried.device)
        except SlotRefused as error:
            raise AccountRefused("not_sealed" if error.code == "not_sealed" else "password") from error
        if slot.not_after and datetime.fromisoformat(slot.not_after) < datetime.fromisoformat(tried.seen):
            raise AccountRefused("lease")
        return slot

    def by_private(self, id: str, private: bytes, refusal: str = "not_sealed") -> Keys:
        try:
            return self._slots.unseal(id, private)
        except SlotRefused as error:
            raise AccountRefused(refusal) from error

    def keep_slot(self, seat: Seat, device: bytes, answer: SignedIn, password: str) -> bytes:
        """Renew the agent's slot from central's copy of their key, and its lease; return the key."""
        private = slots.open_wrapped(answer.wrapped_key, password, self._cost)
        # By the earlier of both clocks: one that is ahead today, and put right tomorrow, prolongs nothing.
        until = "" if seat.is_alone else (min(self._now(), answer.session.since) + self._lease).isoformat()
        agent = answer.agent
        self._slots.add(
            agent.id,
            agent.agent_no,
            private,
            agent.public_key,
            password,
            device,
            agent.role,
            until,
        )
        return private

    # -- to whom the database key is sealed --

    def seal(self, key: bytes, publics: Mapping[str, str]) -> None:
        self._slots.seal(key, publics)

    def reseal(self, store: Store, key: bytes) -> None:
        """Seal the key to every active agent the seat knows of, and to the recovery key. Once somebody is no
        longer among them, it is to be changed: they may have kept it."""
        publics = publics_of(store)
        before, now = set(store.setting(_SEALED_TO) or self._slots.sealed_to() - {RECOVERY}), _names(publics)
        with store.write(background=True) as to:
            to.set(_SEALED_TO, sorted(now))
            if before - now:
                to.set(_CHANGE_DUE, True)
        self._slots.seal(key, publics)

    # -- the change of the key --

    def settle(self, keys: Keys) -> bytes:
        """Return which of *keys* is the file's, and end a change that was cut off."""
        if len(keys) == 1:
            return keys[0]
        key = key_of(self._file, keys)
        if key == keys[0]:
            try:
                write_check(self._file, key)
            except OSError as error:
                raise os_refusal(error) from error
            self._slots.end_change(changed=True)
        else:
            with suppress(SlotRefused):  # a key that never came to be does no harm in the file
                self._slots.end_change(changed=False)
        return key

    def is_change_due(self, store: Store) -> bool:
        return bool(store.setting(_CHANGE_DUE))

    def note_change(self, store: Store, publics: Mapping[str, str]) -> None:
        with store.write() as to:
            to.set(_SEALED_TO, sorted(_names(publics)))
            to.set(_CHANGE_DUE, False)

    def change(self, key: bytes, publics: Mapping[str, str]) -> bytes:
        """Change the key of the file, which is closed, without anybody's password; return the one it has
        now. Where that fails it is the old one, and the change stays due."""
        new = entropy.token_bytes(32)
        try:
            self._slots.begin_change(new, publics)
            rekey(self._file, key, new)
        except (SlotRefused, StoreRefused) as refused:
            _log.warning("the key of the seat's file was not changed: %s", refused.code)
        return self.settle((new, key))


def publics_of(store: Store) -> dict[str, str]:
    """Return to whom the key is to be sealed: every active agent, and the recovery key."""
    agents: dict[str, str] = {a.id: a.public_key for a in store.find(Agent, limit=10_000) if a.active}
    recovery = {RECOVERY: store.setting(RECOVERY) or ""}
    return {id: public for id, public in (agents | recovery).items() if public}


def keep_recovery(store: Store, public: str) -> None:
    with store.write() as to:
        to.set(RECOVERY, public)


def _names(publics: Mapping[str, str]) -> set[str]:
    """Return who they are; another recovery key is somebody else."""
    return {f"{id} {public}" if id == RECOVERY else id for id, public in publics.items()}

"""Key slots: each agent opens the seat's database key with their own password, and only on this machine.

An agent has an X25519 pair. The private key lies in a slot, wrapped by Argon2id(password) and the seat's
device secret; the database key is sealed to the public keys, so that it can be changed without anybody's
password. To open a slot is not to be signed in at central: a forged slot opens nothing its forger had not.
"""

import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from app.store.files import write_whole
from app.store.sealing import (
    FORMAT,
    WRONG,
    box,
    hkdf,
    new_private,
    public_of,
    said,
    seal,
    stretched,
    unbox,
    unseal,
)  # fmt: skip

LONGEST_PASSWORD = 1024  # bytes of UTF-8, after NFKC
LARGEST_FILE = 4 << 20  # some seven thousand agents, while the key changes


class SlotRefused(Exception):
    """``code``: refused, not_sealed, password, key, unwritable, recovery_file.

    ``refused`` says no more: wrong password, unknown number, a file tampered with. ``not_sealed``: the
    password is right, but the database key is not sealed to this agent here. ``password``: a new one of
    no or more than 1024 bytes. ``key``: no public key, or not the private one's.
    """

    def __init__(self, code: str = "refused") -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id: memory in KiB, passes, lanes. ``floor_kib``: what a file may ask for at the least."""

    m: int = 64 * 1024
    t: int = 3
    p: int = 4
    floor_kib: int = 19 * 1024

    def bears(self, m: int, t: int, p: int) -> bool:
        """Whether a slot's own figures lie within bounds: a hostile one asks for 64 GiB, or for nothing."""
        whole = all(type(figure) is int for figure in (m, t, p))
        return whole and self.floor_kib <= m <= 1 << 20 and 1 <= t <= 8 and 1 <= p <= 16 and m * t <= 3 << 20


COST = Cost()


# The database key, the newest first: of two, the file was on its way from the second to the first.
Keys = tuple[bytes, ...]
RECOVERY = "recovery"  # to whom the key is sealed beside the agents


@dataclass(frozen=True, slots=True)
class Opened:
    keys: Keys = field(repr=False)
    private: bytes = field(repr=False)
    agent_id: str
    role: str
    not_after: str


# -- wrapping by a password --


def _kdf(cost: Cost) -> dict[str, Any]:
    return {"m": cost.m, "t": cost.t, "p": cost.p, "salt": secrets.token_hex(16)}


def _bytes_of(password: str) -> bytes:
    if len(password) > LONGEST_PASSWORD:
        raise ValueError("password")
    raw = unicodedata.normalize("NFKC", password).encode()
    if not 0 < len(raw) <= LONGEST_PASSWORD:
        raise ValueError("password")
    return raw


def _wrapping_key(
    kdf: Mapping[str, Any], cost: Cost, password: str, device_secret: bytes, info: bytes
) -> bytes:
    m, t, p = kdf["m"], kdf["t"], kdf["p"]
    salt = bytes.fromhex(kdf["salt"])
    if not cost.bears(m, t, p) or len(salt) != 16:
        raise ValueError("kdf")
    secret = stretched(_bytes_of(password), salt, m, t, p)
    return hkdf(secret + device_secret, salt, info)


# -- the agent's pair: central keeps the private key wrapped by the password alone --


def new_pair(password: str, cost: Cost = COST) -> tuple[str, dict[str, Any]]:
    """Return the public key in hex, and the private key wrapped for central's keeping."""
    private = new_private()
    return public_of(private), wrap(private, password, cost)


def wrap(private: bytes, password: str, cost: Cost = COST) -> dict[str, Any]:
    """Return *private* wrapped by *password* alone: for a new pair, or a new password."""
    public, kdf = public_of(private), _kdf(cost)
    try:
        key = _wrapping_key(kdf, cost, password, b"", said("account", public))
    except ValueError as error:
        raise SlotRefused("password") from error
    return {
        "v": FORMAT,
        "public": public,
        "kdf": kdf,
        "box": box(key, private, said("account", public, kdf)),
    }


def open_wrapped(wrapped: Mapping[str, Any], password: str, cost: Cost = COST) -> bytes:
    """Return the private key, or raise SlotRefused."""
    try:
        public, kdf = wrapped["public"], wrapped["kdf"]
        if wrapped["v"] != FORMAT:
            raise SlotRefused
        key = _wrapping_key(kdf, cost, password, b"", said("account", public))
        private = unbox(key, wrapped["box"], said("account", public, kdf))
        if public_of(private) != public:
            raise SlotRefused
    except WRONG as error:
        raise SlotRefused from error
    return private


# -- the file --


@dataclass(frozen=True, slots=True)
class _Slot:
    agent: str
    no: str
    role: str
    not_after: str
    public: str
    kdf: dict[str, Any]
    box: str

    def bound(self, db: str) -> bytes:
        """Return what the box is bound to: nothing of a slot can be edited, nor moved to another seat."""
        return said("slot", db, {**asdict(self), "box": ""})


@dataclass(frozen=True, slots=True)
class _File:
    """``db`` is random and made with the file. ``sealed``: the database key of ``epoch``, by agent; ``next``:
    that of the epoch after, while the file changes from one to the other."""

    db: str
    epoch: int = 1
    slots: dict[str, _Slot] = field(default_factory=dict)
    sealed: dict[str, dict[str, str]] = field(default_factory=dict)
    next: dict[str, dict[str, str]] = field(default_factory=dict)


class Slots:
    """The slot file of one seat. Opening takes about 0.2 s by design: never on the window's thread."""

    def __init__(self, path: Path, cost: Cost = COST) -> None:
        self._path, self._cost = path, cost

    def add(
        self,
        agent_id: str,
        agent_no: str,
        private: bytes,
        public: str,
        password: str,
        device_secret: bytes,
        role: str,
        not_after: str,
    ) -> None:
        """Make or renew the agent's slot; ``not_after`` (ISO 8601, may be empty) is the end of the lease."""
        if public_of(private) != public:
            raise SlotRefused("key")
        file = self._read_or_new()
        slot = _Slot(agent_id, agent_no_of(agent_no), str(role), not_after, public, _kdf(self._cost), "")
        try:
            key = _wrapping_key(
                slot.kdf, self._cost, password, device_secret, said("slot", file.db, agent_id)
            )
        except ValueError as error:
            raise SlotRefused("password") from error
        slot = replace(slot, box=box(key, private, slot.bound(file.db)))
        # A number given to somebody else takes its old slot away: one number, one slot.
        kept = {id: s for id, s in file.slots.items() if id != agent_id and s.no != slot.no}
        self._write(replace(file, slots={**kept, agent_id: slot}))

    def seal(self, dek: bytes, publics: Mapping[str, str]) -> None:
        """Seal *dek* to these agents' public keys (by agent id) and to nobody else from now on; a slot of
        anybody else, or of another pair, goes."""
        file = self._read_or_new()
        kept = {id: slot for id, slot in file.slots.items() if publics.get(id) == slot.public}
        self._write(replace(file, slots=kept, sealed=_sealed(file.db, file.epoch, dek, publics)))

    def begin_change(self, dek: bytes, publics: Mapping[str, str]) -> None:
        """Seal the key that comes next beside the one that is."""
        file = self._read()
        self._write(replace(file, next=_sealed(file.db, file.epoch + 1, dek, publics)))

    def end_change(self, *, changed: bool) -> None:
        """Forget the key that was; where the file has kept it, the one that was to come."""
        file = self._read()
        if changed:
            file = replace(file, epoch=file.epoch + 1, sealed=file.next)
        self._write(replace(file, next={}))

    def open(self, agent_no: str, password: str, device_secret: bytes) -> Opened:
        """Return the database key, or raise SlotRefused: ``refused``, or ``not_sealed``."""
        file = self._read()
        slot = next((s for s in file.slots.values() if s.no == agent_no_of(agent_no)), None)
        try:
            if slot is None:
                raise SlotRefused
            info = said("slot", file.db, slot.agent)
            key = _wrapping_key(slot.kdf, self._cost, password, device_secret, info)
            private = unbox(key, slot.box, slot.bound(file.db))
        except WRONG as error:
            raise SlotRefused from error
        return Opened(_keys(file, slot.agent, private), private, slot.agent, slot.role, slot.not_after)

    def unseal(self, agent_id: str, private: bytes) -> Keys:
        """Return the database key by an agent's private key, as central's copy yields it at sign-in."""
        return _keys(self._read(), agent_id, private)

    def drop_all(self) -> None:
        """Forget every slot: they were wrapped by a device secret that is gone."""
        self._write(replace(self._read_or_new(), slots={}))

    def sealed_to(self) -> set[str]:
        """Return to whom the key is sealed, by agent id."""
        return set(self._read().sealed)

    def agent_numbers(self) -> list[str]:
        """Return who has a slot here; a file that cannot be read has nobody."""
        try:
            return sorted(slot.no for slot in self._read().slots.values())
        except SlotRefused:
            return []

    def _read_or_new(self) -> _File:
        return self._read() if self._path.exists() else _File(db=secrets.token_hex(16))

    def _read(self) -> _File:
        try:
            if self._path.stat().st_size > LARGEST_FILE:
                raise SlotRefused
            return _file_of(json.loads(self._path.read_text("utf-8")))
        except (OSError, *WRONG) as error:
            raise SlotRefused from error

    def _write(self, file: _File) -> None:
        told = {
            "zuoxi_slots": FORMAT,
            "db": file.db,
            "epoch": file.epoch,
            "slots": [asdict(slot) for slot in file.slots.values()],
            "sealed": [{"agent": agent, **box} for agent, box in file.sealed.items()],
            "next": [{"agent": agent, **box} for agent, box in file.next.items()],
        }
        try:
            write_whole(self._path, json.dumps(told, ensure_ascii=False, indent=1))
        except OSError as error:
            raise SlotRefused("unwritable") from error


def agent_no_of(text: str) -> str:
    """Return an agent number as it is compared: full width, spaces around and case do not matter."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _sealed(db: str, epoch: int, dek: bytes, publics: Mapping[str, str]) -> dict[str, dict[str, str]]:
    try:
        return {id: seal(dek, public, said("dek", db, id, epoch)) for id, public in publics.items()}
    except ValueError as error:
        raise SlotRefused("key") from error


def _keys(file: _File, agent_id: str, private: bytes) -> Keys:
    found = ((file.next.get(agent_id), file.epoch + 1), (file.sealed.get(agent_id), file.epoch))
    try:
        keys = [
            unseal(box, private, said("dek", file.db, agent_id, epoch))
            for box, epoch in found
            if box is not None
        ]
    except WRONG as error:
        raise SlotRefused from error
    if not keys:
        raise SlotRefused("not_sealed")
    return tuple(keys)


def _file_of(told: Any) -> _File:
    """Return the file *told*, or raise one of WRONG: every value of the right type, nobody twice."""
    if told["zuoxi_slots"] != FORMAT or type(told["epoch"]) is not int:
        raise ValueError("format")
    slots = [_Slot(**slot) for slot in told["slots"]]
    sealed, after = (_boxes(told.get(name, [])) for name in ("sealed", "next"))
    for slot in slots:
        for name in ("agent", "no", "role", "not_after", "public", "box"):
            _text(getattr(slot, name))
        if not isinstance(slot.kdf, dict):
            raise TypeError("kdf")
    found = ({slot.agent: slot for slot in slots}, {slot.no: slot for slot in slots})
    if any(len(by) != len(slots) for by in found):
        raise ValueError("twice")
    return _File(_text(told["db"]), told["epoch"], found[0], sealed, after)


def _boxes(told: Any) -> dict[str, dict[str, str]]:
    boxes = {box["agent"]: {"once": _text(box["once"]), "box": _text(box["box"])} for box in told}
    if len(boxes) != len(told):
        raise ValueError("twice")
    return boxes


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value

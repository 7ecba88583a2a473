"""When a seat locks by itself: the centre's rule, and what of it an agent may make shorter for themself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.forms.nodes import Broken, Flaw, Node, optional

_LEAST = 10  # seconds: below it nobody can work
_HOUR, _DAY = 3600, 86_400
_MONTH = 24 * 31  # hours
_OWN = ("system_idle", "idle")
_CAPTURE = {"allow": True, "exclude": False}
_SAME_AGENT = ("displace", "refuse")


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, but for the lease (lock.md, Decided 6): ``system_idle`` without a touch of this computer,
    ``idle`` without a key or click in the program; ``on_call``: neither is shorter on a call or while one
    is logged. ``os_lock``: the operating system is locked with the seat; ``sign_out``: whoever leaves is
    signed out, not locked; ``phone``: whoever leaves is reminded of the telephone, which nothing links
    (SEAT-1). ``capture``: the program may be recorded, where the system can keep it from being.
    ``same_agent``: of one who works at another seat, that one is locked (``displace``) or this one refused
    (``refuse``)."""

    system_idle: int = 120
    idle: int = 600
    on_call: int = 120
    os_lock: bool = False
    sign_out: bool = False
    phone: bool = True
    lease_hours: int = 72
    capture: bool = True
    same_agent: str = "displace"

    def shortened(self, wanted: Mapping[str, object]) -> "Limits":
        """Return these with an agent's own wishes, which count only where they are shorter."""
        own = {name: _seconds(wanted.get(name)) for name in _OWN}
        return replace(self, **{n: min(s, getattr(self, n)) for n, s in own.items() if s >= _LEAST})

    def while_logging(self) -> "Limits":
        """Return these as they are on a call or while one is logged: stretched, never switched off."""
        return replace(
            self, system_idle=max(self.system_idle, self.on_call), idle=max(self.idle, self.on_call)
        )


def build_limits(node: Node) -> Limits:
    have = node.keys("system_idle idle", "on_call os_lock sign_out phone lease_hours capture same_agent")
    usual = Limits()
    return Limits(
        system_idle=have["system_idle"].count(_LEAST, _HOUR),
        idle=have["idle"].count(_LEAST, _DAY),
        on_call=optional(have, "on_call", _on_call, usual.on_call),
        os_lock=optional(have, "os_lock", Node.truth, usual.os_lock),
        sign_out=optional(have, "sign_out", Node.truth, usual.sign_out),
        phone=optional(have, "phone", Node.truth, usual.phone),
        lease_hours=optional(have, "lease_hours", _lease, usual.lease_hours),
        capture=optional(have, "capture", _capture, usual.capture),
        same_agent=optional(have, "same_agent", _same_agent, usual.same_agent),
    )


def _on_call(node: Node) -> int:
    return node.count(_LEAST, _HOUR)


def _lease(node: Node) -> int:
    return node.count(1, _MONTH)


def _capture(node: Node) -> bool:
    word = node.text()
    if word not in _CAPTURE:
        raise Broken(Flaw.WRONG_VALUE, node.line, word[:40])
    return _CAPTURE[word]


def _same_agent(node: Node) -> str:
    if (text := node.text()) not in _SAME_AGENT:
        raise Broken(Flaw.WRONG_VALUE, node.line, text)
    return text


def _seconds(wish: object) -> int:
    text = str(wish)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0

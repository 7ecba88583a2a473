"""Who hears of an order, by what road, at what hour, and in which words (ORD-1, ORD-2)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from urllib.parse import urlsplit

from app.forms.hours import ALWAYS, Hours, Timetable, build_hours
from app.forms.nodes import Broken, Flaw, Node, optional
from app.forms.phone import is_possible
from app.forms.spec import Choice, Words

_LONGEST = 200  # signs
_HERE = ("127.0.0.1", "::1", "localhost")
_MAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+")
SAID = frozenset(
    ["centre", "order", "case", "team", "title", "address", "phone", "due", "urgent"]
)  # what a text may name


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server; ``security``: tls, starttls, or none, which only this computer's own may be."""

    host: str
    port: int
    sender: str
    security: str = "starttls"
    user: str = ""


@dataclass(frozen=True, slots=True)
class Hook:
    """An address that takes messages as signed JSON, as the gateways of SMS and WeChat Work do."""

    url: str


Way = Mail | Hook


@dataclass(frozen=True, slots=True)
class Hearer:
    """One who hears of orders: of which ``teams`` (none: of all), of urgent ones alone, at which hours.
    ``way`` "" is the telephone."""

    name: str
    to: str
    way: str = ""
    teams: frozenset[str] = frozenset()
    urgent: bool = True
    hours: Hours = ALWAYS


@dataclass(frozen=True, slots=True)
class NotifyRules:
    ways: Mapping[str, Way] = field(default_factory=lambda: MappingProxyType({}))
    hearers: tuple[Hearer, ...] = ()
    text: Words = field(default_factory=dict)

    def hears(self, team: str, at: datetime, *, urgent: bool) -> tuple[Hearer, ...]:
        """Return who is to hear of an order of this *team*, made at this hour."""
        return tuple(
            each
            for each in self.hearers
            if (urgent or not each.urgent)
            and (not each.teams or team in each.teams)
            and each.hours.is_open(at)
        )


def build_notify_rules(
    node: Node, lists: Mapping[str, tuple[Choice, ...]], timetable: Timetable
) -> NotifyRules:
    have = node.keys("message", "ways hearers")
    ways = {name: _way(each) for name, each in have["ways"].mapping().items()} if "ways" in have else {}
    teams = {choice.code for choice in lists.get("teams", ())}
    rows = have["hearers"].items() if "hearers" in have else ()
    text = have["message"].words()
    for lang, said in text.items():
        for name in re.findall(r"\{([^}]*)\}", said):
            if name not in SAID:
                raise Broken(
                    Flaw.UNKNOWN_FIELD, have["message"].keys(optional=" ".join(text))[lang].line, name
                )
    return NotifyRules(
        MappingProxyType(ways), tuple(_hearer(each, ways, teams, timetable) for each in rows), text
    )


def _way(node: Node) -> Way:
    kind = node.mapping().get("kind")
    match kind.text() if kind else "":
        case "mail":
            return _mail(node)
        case "hook":
            return Hook(_url(node.keys("kind url")["url"]))
    raise Broken(Flaw.WRONG_VALUE, kind.line if kind else node.line, "kind")


def _mail(node: Node) -> Mail:
    have = node.keys("kind host port sender", "security user")
    security = optional(have, "security", Node.text, "starttls")
    host = _text(have["host"])
    if security not in ("tls", "starttls", "none") or (security == "none" and host not in _HERE):
        raise Broken(Flaw.WRONG_VALUE, have["security"].line, security)
    return Mail(
        host,
        have["port"].count(1, 65535),
        _address(have["sender"]),
        security,
        optional(have, "user", _text, ""),
    )


def _hearer(node: Node, ways: Mapping[str, Way], teams: set[str], timetable: Timetable) -> Hearer:
    have = node.keys("name to", "way teams urgent hours")
    way = optional(have, "way", Node.name, "")
    if way and way not in ways:
        raise Broken(Flaw.UNKNOWN_CHOICE, have["way"].line, way)
    named = have["teams"].items() if "teams" in have else ()
    for each in named:
        if each.name() not in teams:
            raise Broken(Flaw.UNKNOWN_CHOICE, each.line, each.name())
    to = _address(have["to"]) if isinstance(ways.get(way), Mail) else _text(have["to"])
    if not way and not is_possible(to):
        raise Broken(Flaw.WRONG_VALUE, have["to"].line, to)
    return Hearer(
        _text(have["name"]),
        to,
        way,
        frozenset(each.name() for each in named),
        optional(have, "urgent", Node.truth, True),
        build_hours(have["hours"], timetable) if "hours" in have else ALWAYS,
    )


def _url(node: Node) -> str:
    """Only this computer's own may be asked in the open."""
    url = urlsplit(text := _text(node))
    if url.scheme != "https" and (url.scheme != "http" or url.hostname not in _HERE):
        raise Broken(Flaw.WRONG_VALUE, node.line, text[:40])
    if not url.hostname:
        raise Broken(Flaw.WRONG_VALUE, node.line, text[:40])
    return text


def _address(node: Node) -> str:
    if not _MAIL.fullmatch(text := _text(node)):
        raise Broken(Flaw.WRONG_VALUE, node.line, text[:40])
    return text


def _text(node: Node) -> str:
    if len(text := node.text().strip()) > _LONGEST:
        raise Broken(Flaw.WRONG_VALUE, node.line, text[:40])
    return text

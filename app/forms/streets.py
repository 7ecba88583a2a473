"""Which streets lie in which district of the centre, and who goes there: the roster of streets (CASE-5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.forms.check import order_team
from app.forms.nodes import Broken, Flaw, Node, about, optional
from app.forms.spec import Choice, Form

_LONGEST = 40  # signs of a name


@dataclass(frozen=True, slots=True)
class Street:
    """A street, road or estate as people say it; ``now``: what is meant, where the name is an old one."""

    name: str
    district: str
    now: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """``home``: where the centre is, as ``省/市``. ``teams``: of a district and the team a form names, who
    goes instead."""

    home: str = ""
    streets: tuple[Street, ...] = ()
    teams: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def street(self, said: object) -> Street | None:
        """Return the street an address names; of several the longest, None where those lie apart."""
        if not isinstance(said, str):
            return None
        plain = "".join(said.split())
        named = [each for each in self.streets if each.name in plain]
        longest = max((len(each.name) for each in named), default=0)
        named = [each for each in named if len(each.name) == longest]
        return named[0] if len({each.district for each in named}) == 1 else None

    def district(self, answers: Mapping[str, Any]) -> str:
        """Return the district that was chosen, else that of the address; "" for none."""
        chosen = answers.get("district")
        if isinstance(chosen, str) and chosen:
            return chosen
        found = self.street(answers.get("address"))
        return found.district if found else ""

    def team(self, form: Form, answers: Mapping[str, Any]) -> str:
        """Return the team an order goes to: the one chosen, else the form's for that district."""
        team = order_team(form, answers)
        return team if answers.get("team") == team else self.teams.get((self.district(answers), team), team)


def build_roster(node: Node, lists: Mapping[str, tuple[Choice, ...]]) -> Roster:
    have = node.keys("streets", "home old teams")
    streets = []
    for each in have["streets"].items():
        row = each.keys("names district")
        district = _code(row["district"], "districts", lists)
        streets += [Street(_name(name), district) for name in row["names"].items()]
    where = {street.name: street.district for street in streets}
    for old, now in (have["old"].mapping() if "old" in have else {}).items():
        with about(old):
            if now.text() not in where:
                raise Broken(Flaw.WRONG_VALUE, now.line, now.text()[:_LONGEST])
            streets.append(Street(_name(Node(now.line, old)), where[now.text()], now.text()))
    return Roster(
        optional(have, "home", _home, ""),
        tuple(streets),
        dict(_team(each, lists) for each in (have["teams"].items() if "teams" in have else ())),
    )


def _team(node: Node, lists: Mapping[str, tuple[Choice, ...]]) -> tuple[tuple[str, str], str]:
    row = node.keys("district of to")
    of, to = (_code(row[key], "teams", lists) for key in ("of", "to"))
    return (_code(row["district"], "districts", lists), of), to


def _code(node: Node, name: str, lists: Mapping[str, tuple[Choice, ...]]) -> str:
    code = node.name()
    if code not in (choice.code for choice in lists.get(name, ())):
        raise Broken(Flaw.UNKNOWN_CHOICE, node.line, code)
    return code


def _name(node: Node) -> str:
    name = "".join(node.text().split())
    if not 2 <= len(name) <= _LONGEST:  # one sign stands in every address
        raise Broken(Flaw.WRONG_VALUE, node.line, name[:_LONGEST])
    return name


def _home(node: Node) -> str:
    if len(node.text().split("/")) > 3:
        raise Broken(Flaw.WRONG_VALUE, node.line, node.text()[:_LONGEST])
    return node.text()

"""How a centre works its cases: how long an inspector has to answer, and who is asked upward."""

from dataclasses import dataclass

from app.forms.nodes import Broken, Flaw, Node, optional
from app.records.accounts import Role
from app.records.escalations import UPWARD
from app.records.tasks import Ask

_SHORTEST, _LONGEST = 5, 60 * 24 * 31  # minutes


@dataclass(frozen=True, slots=True)
class Casework:
    """``on_site`` and ``inspection``: minutes an inspector has (CASE-2, CASE-3). ``upward``: the roles that
    are asked, the nearest first, as far as the centre has anybody of them (CALL-12)."""

    on_site: int = 120
    inspection: int = 240
    upward: tuple[Role, ...] = UPWARD

    def term(self, ask: Ask) -> int:
        """Return the minutes an inspector has."""
        return self.on_site if ask is Ask.ON_SITE else self.inspection


def build_casework(node: Node) -> Casework:
    have = node.keys("upward", "on_site inspection")
    usual = Casework()
    return Casework(
        optional(have, "on_site", _minutes, usual.on_site),
        optional(have, "inspection", _minutes, usual.inspection),
        _upward(have["upward"]),
    )


def _minutes(node: Node) -> int:
    return node.count(_SHORTEST, _LONGEST)


def _upward(node: Node) -> tuple[Role, ...]:
    named = [each.name() for each in node.items()]
    for name in named:
        if name not in UPWARD:
            raise Broken(Flaw.WRONG_VALUE, node.line, name)
    return tuple(role for role in UPWARD if role in named)

"""The centre's rule of calls that come in: how soon one is owed back, how long a telephone may be silent."""

from dataclasses import dataclass

from app.forms.nodes import Node, optional

_DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True)
class RingRules:
    """All in minutes; the first and the last are of service hours (SVC-1). ``silence`` 0: never (CALL-1)."""

    owed_within: int = 30
    over_after: int = 10
    silence: int = 20


def build_ring_rules(node: Node) -> RingRules:
    have, usual = node.keys("owed_within", "over_after silence"), RingRules()
    return RingRules(
        have["owed_within"].count(1, 7 * _DAY),
        optional(have, "over_after", lambda at: at.count(1, _DAY), usual.over_after),
        optional(have, "silence", lambda at: at.count(0, _DAY), usual.silence),
    )

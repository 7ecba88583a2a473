"""The centre's rule of calls that come in and are owed: how soon, and how long a telephone may be silent."""

from dataclasses import dataclass

from app.forms.nodes import Node, optional

_DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True)
class RingRules:
    """All in minutes, but for ``over_after`` of service hours (SVC-1). ``silence`` 0: never (CALL-1). A
    caller hears within ``answer_within`` what was asked upward (CALL-12), and within ``complaint_within`` of
    having been told is asked whether that will do (COMP-2)."""

    owed_within: int = 30
    over_after: int = 10
    silence: int = 20
    answer_within: int = 30
    complaint_within: int = 480


def build_ring_rules(node: Node) -> RingRules:
    have, usual = node.keys("owed_within", "over_after silence answer_within complaint_within"), RingRules()
    return RingRules(
        have["owed_within"].count(1, 7 * _DAY),
        optional(have, "over_after", lambda at: at.count(1, _DAY), usual.over_after),
        optional(have, "silence", lambda at: at.count(0, _DAY), usual.silence),
        optional(have, "answer_within", lambda at: at.count(1, 7 * _DAY), usual.answer_within),
        optional(have, "complaint_within", lambda at: at.count(1, 7 * _DAY), usual.complaint_within),
    )

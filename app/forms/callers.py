"""What makes two tellings one matter, in points, and who has called often: the centre's rule."""

from dataclasses import dataclass, fields

from app.forms.nodes import Node, optional

_MOST = 1000


@dataclass(frozen=True, slots=True)
class CallerRule:
    """An open case is offered from ``offer`` points on, at most ``shown`` of them, none older than ``days``.

    Points: the same ``number``; the same ``address``, or one ``near``; like ``text``; the same ``category``,
    or at least ``form``. ``late``: percent of them that are left when it is ``days`` old. Who has called
    ``repeat_calls`` times within ``repeat_days`` is said to.
    """

    offer: int = 60
    shown: int = 3
    days: int = 30
    number: int = 35
    address: int = 45
    near: int = 25
    text: int = 60
    category: int = 15
    form: int = 10
    late: int = 85
    repeat_calls: int = 3
    repeat_days: int = 30


def build_callers(node: Node) -> CallerRule:
    usual = CallerRule()
    names = [each.name for each in fields(CallerRule)]
    have = node.keys("offer", " ".join(names[1:]))
    return CallerRule(
        **{name: optional(have, name, lambda at: at.count(0, _MOST), getattr(usual, name)) for name in names}
    )

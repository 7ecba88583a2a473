"""The centre's rule of the time after a call: how long it is, and whether it ends by itself."""

from dataclasses import dataclass

from app.forms.nodes import Node, optional

_LEAST, _HOUR = 5, 3600  # seconds


@dataclass(frozen=True, slots=True)
class WrapUp:
    """``seconds`` to enter what was said (CALL-4), more for a reason of the list ``wrap_up``; ``returns``:
    who has used them up is ready by that."""

    seconds: int = 60
    returns: bool = False


def build_wrap_up(node: Node) -> WrapUp:
    have, usual = node.keys("seconds", "returns"), WrapUp()
    return WrapUp(have["seconds"].count(_LEAST, _HOUR), optional(have, "returns", Node.truth, usual.returns))

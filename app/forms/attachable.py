"""What may be attached: the centre's rule."""

from dataclasses import dataclass

from app.forms.nodes import Node, optional

_MOST_MB = 20  # central takes no more unless its administrator says so


@dataclass(frozen=True, slots=True)
class Attachable:
    """``biggest_mb``: of one file. ``sounds``: kept too. ``play``: handed to the system's own player, which
    locks with nobody. ``location``: a photo keeps what its camera wrote of place and device."""

    biggest_mb: int = 10
    sounds: bool = True
    play: bool = False
    location: bool = False


def build_attachable(node: Node) -> Attachable:
    have = node.keys("biggest_mb", "sounds play location")
    usual = Attachable()
    return Attachable(
        have["biggest_mb"].count(1, _MOST_MB),
        optional(have, "sounds", Node.truth, usual.sounds),
        optional(have, "play", Node.truth, usual.play),
        optional(have, "location", Node.truth, usual.location),
    )

"""A computer nobody leaves: invented hands press no key a system could see, and no seat of theirs locks."""

from app.ui.session.port import System


class Awake(System):
    """On which no time goes by."""

    def now(self) -> float:
        return 0.0

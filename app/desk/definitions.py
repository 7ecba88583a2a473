"""What is asked at this seat: the definitions of the program, and over them what central has published."""

from pathlib import Path

from app.forms.load import Forms, load
from app.records.definitions import Definition
from app.store.store import Store

_MOST = 2_000


class Definitions:
    """``forms`` is one object as long as the program runs: whoever holds it has what was published since."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._taken = folder, frozenset[tuple[str, str]]()
        self.forms: Forms = load(folder)

    def look(self, store: Store) -> None:
        """Take what central has published, where that changed; for any thread but the window's, for it
        reads some dozens of texts. Calls already begun keep the version they were begun on."""
        published = {each.path: each.text for each in store.find(Definition, limit=_MOST)}
        taken = frozenset(published.items())
        if taken != self._taken:
            self.forms.renew(load(self._folder, self.forms, published))
            self._taken = taken

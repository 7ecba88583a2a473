"""What comes while the seat is locked: sealed at once, put into the file once it is open."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from app.forms.telephony import RingRefused, told_of
from app.records.calls import Call
from app.records.drafts import Draft
from app.records.ids import Id
from app.records.presence import Presence
from app.records.rings import Told
from app.store.mailbox import Letter, Mailbox
from app.store.store import Store

TAKEN, SHUT = "taken", "shut"
TOLD = "told"  # the setting under which words of the telephone system wait to be heard


class Letters:
    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._mailbox, self._now = Mailbox(path), now
        self.box = ""  # whom words are sealed to, once somebody has opened the seat in this run

    def post(self, box: str, letters: Iterable[Letter]) -> None:
        """Keep what the file does not take for whoever opens the seat next; never raises."""
        for letter in letters:
            self._mailbox.put(letter, box)

    def hear(self, said: Mapping[str, str]) -> str:
        """Keep one word of the telephone system's; return ``taken``, the code of what is wrong with it, or
        ``shut``: in this run nobody has opened the seat yet, so there is no key to seal it to."""
        if not self.box:
            return SHUT
        try:
            self._mailbox.put(told_of(said, self._now()), self.box)
        except RingRefused as why:
            return why.code
        return TAKEN

    def write_down(self) -> int:
        """Try again to put on disk what it did not take; return how many drafts it still does not."""
        return self._mailbox.write_down()

    def deliver(self, store: Store, key: bytes, agent: Id) -> int:
        """Put into the file what came while it was closed, but for what is older than what stands there;
        return how many drafts there were of *agent*, who hears of no others."""
        if not (letters := self._mailbox.letters(key)):
            return 0
        _keep(store, letters)
        self._mailbox.clear()
        return sum(isinstance(letter, Draft) and letter.agent == agent for letter in letters)


def _keep(store: Store, letters: Sequence[Letter]) -> None:
    heard = [letter.texts() for letter in letters if isinstance(letter, Told)]
    with store.write() as to:
        if heard:
            to.set(TOLD, [*(store.setting(TOLD) or ()), *heard])
        for letter in letters:
            if isinstance(letter, Presence):
                to.put(letter)
            elif isinstance(letter, Draft):
                there = store.drafts.get(letter.id, letter.agent) or store.get(Call, letter.id)
                if there is None or there.saved_at < letter.saved_at:
                    to.save_draft(letter)

"""What came while the seat was locked, put into the file once it is open."""

from collections.abc import Sequence

from app.records.calls import Call
from app.records.drafts import Draft
from app.records.ids import Id
from app.records.presence import Presence
from app.records.rings import Told
from app.store.mailbox import Letter
from app.store.store import Store

TOLD = "told"  # the setting under which words of the telephone system wait to be heard


def deliver(store: Store, letters: Sequence[Letter], agent: Id) -> int:
    """Keep *letters* but for what is older than what stands there; return how many drafts there were of
    *agent*, who hears of no others."""
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
    return sum(isinstance(letter, Draft) and letter.agent == agent for letter in letters)

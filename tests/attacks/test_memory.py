"""What a locked program still has in its memory, looked at from outside (`pytest -s` shows the counts)."""

import json
import sys

import pytest

from app.store import slots
from tests.attacks.inside import PASSWORD
from tests.attacks.outside import Outside

pytestmark = [
    pytest.mark.attack,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lets a process be read"),
]
PHONE = "13876543210"
RINGS = "program.hear({'event': 'ring', 'number': str(13800000000 + 76543210), 'ref': '1'})"
NOTHING_KEPT = "glibc.malloc.tcache_count=0"  # see app/ui/session/memory.py


@pytest.fixture
def quick(monkeypatch):
    """What a password costs is measured elsewhere."""
    stretched = slots.stretched
    monkeypatch.setattr(slots, "stretched", lambda password, salt, *cost: stretched(password, salt, 64, 1, 1))


def key_of(folder):
    """The database key, opened beside the program."""
    secrets = json.loads(folder.with_suffix(".secrets").read_text("utf-8"))
    device = next(secret for name, secret in secrets.items() if name.endswith("/device"))
    return slots.Slots(folder / "slots.json").open("1001", PASSWORD, bytes.fromhex(device)).keys[0]


@pytest.mark.parametrize("tunables", ["", NOTHING_KEPT])
def test_28_a_locked_program_holds_neither_the_key_nor_a_phone_number(tmp_path, monkeypatch, quick, tunables):
    monkeypatch.setenv("GLIBC_TUNABLES", tunables)
    seat = Outside(tmp_path / "seat")
    try:
        seat.sign_in_first()
        key = key_of(tmp_path / "seat")
        wanted = {
            "key": key, "key in hex": key.hex().encode(),
            "phone": PHONE.encode(), "phone in UTF-16": PHONE.encode("utf-16-le"),
        }  # fmt: skip

        def held():
            return dict(zip(wanted, seat.count(*wanted.values()), strict=True))

        before = held()
        # Made within: what is asked lies in its memory too.
        seat.ask("at.call(phone=str(13800000000 + 76543210), request='回电' + str(13800000000 + 76543210))")
        seat.ask("at.page.work.keep() and None")
        seat.ask(RINGS)
        seat.until("at.page.tabs.strips.isVisible()")
        open_ = held()
        for _ in range(2):
            seat.ask("program.lock()")
            seat.until("not at.page._deaf.isActive()")
            assert seat.ask(RINGS) == "taken"  # and it goes on ringing
            seat.ask("0")  # answered in a turn after the one in which it forgets
            locked = held()
            print("signed in", before, "open", open_, "locked", locked)
            assert locked["key"] == locked["key in hex"] == 0
            assert not tunables or locked["phone"] == before["phone"] == 0
            seat.unlock()
        assert open_["key in hex"] > 0
        assert open_["phone"] > 0
    finally:
        seat.kill()

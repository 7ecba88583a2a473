"""Whatever is refused below has a sentence of its own on the screen."""

import re
from pathlib import Path

import pytest

from app.ui import wording

APP = Path(__file__).parents[2] / "app"
RAISED = re.compile(
    r"(?:StoreRefused|SlotRefused|AccountRefused|CentralRefused|PaperRefused)\(\s*\"([a-z_]+)\""
    r"|^\s+code = \"([a-z_]+)\"|^\s+dbapi2\.SQLITE_\w+: \"([a-z_]+)\"",
    re.MULTILINE,
)
NEVER_SEEN = {
    "refused",
    "exists",
    "older",
    "key",
    "closed",
    "login",
    "wait",  # says how long: test_wording
    "refused_unwritable",  # said by ui/imported.py
}  # turned into another code, or a fault of ours


def codes():
    rooms = [*(APP / "store").glob("*.py"), *(APP / "desk").glob("*.py"), *(APP / "sync").glob("*.py")]
    found = {c for room in rooms for match in RAISED.findall(room.read_text("utf-8")) for c in match if c}
    return sorted(found - NEVER_SEEN)


def test_the_codes_are_found():
    assert {"full", "damaged", "locked", "absent", "unsafe", "lease", "not_sealed", "seat_file"} <= set(
        codes()
    )


@pytest.mark.parametrize("code", codes())
def test_every_refusal_has_its_sentence(code):
    said = wording.refusal(code)
    assert code not in said
    assert said.endswith("。")
    assert said != wording.refusal("nobody knows this")

"""Letters to a locked seat: sealed, kept in order, and not lost where the disk takes none."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.records.drafts import Draft
from app.records.ids import new_id
from app.records.presence import State, Stay
from app.records.rings import Event, Told
from app.store import mailbox
from app.store.drafts import row_of
from app.store.mailbox import Mailbox, public_of

KEY, OTHER = bytes(range(32)), bytes(32)


@pytest.fixture
def draft():
    at = datetime(2026, 11, 21, 1, 31, tzinfo=UTC)
    answers = {"name": "𬱖小明 <b>", "phone": "13800001234", "read_back": True}
    return Draft(new_id(), new_id(), "gas_repair", 1, "phone", at, at, answers, "name", 3, 40)


@pytest.fixture
def box(tmp_path):
    return Mailbox(tmp_path / "mailbox")


def test_a_letter_comes_out_as_it_went_in_and_in_order(box, draft, tmp_path):
    later = replace(draft, id=new_id(), answers={})
    for each in (draft, later):
        box.put(each, public_of(KEY))
    box = Mailbox(tmp_path / "mailbox")
    assert box.letters(KEY) == [draft, later]
    box.clear()
    assert box.letters(KEY) == []


def test_nobody_else_reads_it(box, draft, tmp_path):
    box.put(draft, public_of(KEY))
    assert box.letters(OTHER) == []
    assert "小明".encode() not in (tmp_path / "mailbox").read_bytes()
    assert b"13800001234" not in (tmp_path / "mailbox").read_bytes()


@pytest.mark.parametrize("torn", [b"\n{}", b'\n{"once": "00", "box": "zz"}', b"\n\xe7\x8e", b"\n[1]", b"\n7"])
def test_a_line_that_is_torn_spoils_no_other(box, draft, tmp_path, torn):
    box.put(draft, public_of(KEY))
    with (tmp_path / "mailbox").open("ab") as file:
        file.write(torn)
    box.put(replace(draft, caret=4), public_of(KEY))
    assert [each.caret for each in box.letters(KEY)] == [3, 4]


def test_what_the_disk_does_not_take_waits_sealed_in_memory(tmp_path, draft):
    box = Mailbox(tmp_path / "nowhere" / "mailbox")
    box.put(draft, public_of(KEY))
    assert box.letters(KEY) == [draft]
    assert "13800001234" not in repr(vars(box))
    box.clear()
    assert box.letters(KEY) == []


def test_what_waits_in_memory_is_written_down_once_there_is_room(tmp_path, draft):
    box = Mailbox(tmp_path / "later" / "mailbox")
    stay = Stay(State.AWAY, draft.saved_at, 0.0, "key").record(new_id(), "A01", draft.saved_at)
    for letter in (draft, stay, replace(draft, caret=4)):
        box.put(letter, public_of(KEY))
    assert box.write_down() == 2  # drafts: that somebody was away is no loss to ask about
    (tmp_path / "later").mkdir()
    assert box.write_down() == 0
    assert Mailbox(tmp_path / "later" / "mailbox").letters(KEY) == box.letters(KEY)
    assert box.letters(KEY) == [draft, stay, replace(draft, caret=4)]


def test_a_letter_of_a_program_that_knew_less_comes_out_whole(box, draft, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(mailbox, "_told", lambda letter: row_of(letter)[:11])
        box.put(draft, public_of(KEY))
    assert box.letters(KEY) == [draft]


def test_what_comes_while_the_others_are_read_is_not_thrown_away_with_them(box, draft, tmp_path):
    at = datetime(2026, 11, 21, 1, 31, tzinfo=UTC)
    told = Told(new_id(), Event.MISSED, at, "+8613800001234", "2", "pbx-1")
    box.put(draft, public_of(KEY))
    assert box.letters(KEY) == [draft]
    box.put(told, public_of(KEY))
    box.clear()
    assert b"13800001234" not in (tmp_path / "mailbox").read_bytes()
    assert box.letters(KEY) == [told]
    box.clear()
    assert not (tmp_path / "mailbox").exists()

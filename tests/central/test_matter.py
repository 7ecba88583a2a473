"""Central on notes, complaints and attachments: said once, in one's own name; bytes are what they say."""

import hashlib
from uuid import uuid4

import pytest
from psycopg import errors

from app.records.accounts import Role
from tests.central import rig
from tests.faults.harness import sign_in

AT = "2026-11-23T01:00:00.000000+00:00"
PIECE = 262_144


class Person:
    """Somebody at a seat of their own, whose password central has checked."""

    def __init__(self, place, seat, role):
        self.seat, self.session = seat, sign_in(place, role, seat.install)
        self.id = place.rows("SELECT agent FROM cc.session WHERE id = %s", self.session)[0]["agent"]

    def put(self, kind, id, patch, base=0):
        try:
            return self.seat.put(kind, id, patch, base, s=self.session)
        except errors.DataError:
            self.seat.n -= 1
            raise


@pytest.fixture
def wang(place, seats):
    return Person(place, seats(), Role.AGENT)


@pytest.fixture
def boss(place, seats):
    return Person(place, seats(), Role.SUPERVISOR)


def a_note(who, **said):
    told = {"of": "case", "record": str(uuid4()), "what": "note", "by": who.id, "seat": "A03"}
    return told | {"at": AT, "entered_at": AT, "text": "客户催办"} | said


def record(place, kind, id):
    """Return the body; a complaint has the id of its case."""
    return place.rows("SELECT body FROM cc.record WHERE kind = %s AND id = %s", kind, id)[0]["body"]


def refused(why):
    return pytest.raises(errors.DataError, match=why)


def test_a_note_is_said_once_in_ones_own_name_and_by_nobody_taken_back(place, wang, boss):
    id, said = str(uuid4()), a_note(wang)
    assert wang.put("note", id, said)["status"] == "applied"
    assert [row["img"] for row in boss.seat.pull() if row["kind"] == "note"] == [said]
    for who in (wang, boss):
        for patch in ({"text": "y"}, {"corrects": id}, {"other": id}):
            for base in (0, 1):
                with refused("said_once"):
                    who.put("note", id, patch, base)
    with refused("not_yours"):
        boss.put("note", str(uuid4()), a_note(wang))
    with refused("said_once"):
        place.rows("DELETE FROM cc.record WHERE kind = 'note'")
    assert place.record(id)["body"] == said


@pytest.fixture
def complaint(place, wang, boss):
    """A complaint about somebody whom Wang has assigned nothing of, and its case."""
    id = str(uuid4())
    case = {
        "number": "AT-00001-X", "call": str(uuid4()), "form": "complaint", "form_version": 1, "title": "t",
        "state": "received", "opened_at": AT, "first_taker": wang.id, "handler": wang.id,
    }  # fmt: skip
    wang.put("case", id, case)
    wang.put("complaint", id, {"case": id, "reported_at": AT, "reported_by": wang.id, "sort": ""})
    return id


def assigned(by, to, **more):
    return {"handler": to.id, "assigned_by": by.id, "assigned_at": AT, "sort": "late"} | more


def test_a_complaint_goes_its_way_and_round_again(place, complaint, wang, boss):
    boss.put("complaint", complaint, assigned(boss, wang), 1)
    wang.put("complaint", complaint, {"handled_by": wang.id, "handled_at": AT, "a.result": "ok"}, 2)
    wang.put("complaint", complaint, {"fed_back_by": wang.id, "fed_back_at": AT}, 3)
    again = dict.fromkeys(("handled_by", "handled_at", "fed_back_by", "fed_back_at"))
    assert boss.put("complaint", complaint, assigned(boss, boss) | again, 4)["status"] == "applied"
    body = record(place, "complaint", complaint)
    assert (body["handler"], body["handled_at"], body["a.result"]) == (boss.id, None, "ok")


def test_nobody_complained_of_handles_a_complaint_nor_has_its_case(place, complaint, wang, boss):
    boss.put("complaint", complaint, assigned(boss, boss, about=wang.id), 1)
    stands = record(place, "complaint", complaint)
    for step in ("handled", "fed_back", "called"):
        with refused("complained_of"):
            wang.put("complaint", complaint, {f"{step}_by": wang.id, f"{step}_at": AT}, 2)
    with refused("complained_of"):
        boss.put("complaint", complaint, assigned(boss, wang), 2)
    boss.put("case", complaint, {"handler": boss.id}, 1)
    for who in (wang, boss):
        with refused("complained_of"):
            who.put("case", complaint, {"handler": wang.id}, 2)
    assert record(place, "complaint", complaint) == stands
    assert record(place, "case", complaint)["handler"] == boss.id


def test_each_step_is_its_own_persons(complaint, wang, boss):
    with refused("not_yours"):
        wang.put("complaint", complaint, assigned(wang, wang), 1)
    with refused("not_yours"):
        wang.put("complaint", complaint, assigned(boss, wang), 1)
    with refused("not_yours"):
        wang.put("complaint", complaint, {"about": boss.id}, 1)
    boss.put("complaint", complaint, assigned(boss, boss), 1)
    with refused("not_yours"):
        wang.put("complaint", complaint, {"handled_by": wang.id, "handled_at": AT}, 2)
    with refused("not_yours"):
        wang.put("complaint", complaint, {"handled_by": boss.id, "handled_at": AT}, 2)


# -- attachments --


@pytest.fixture
def photo(wang):
    """Attach bytes of this length, and return them by their name."""

    def attach(length, **said):
        data = bytes(range(256)) * (length // 256) + b"x" * (length % 256)
        sha = hashlib.sha256(data).hexdigest()
        told = {"of": "case", "record": str(uuid4()), "media": "image/png", "name": "a.png", "by": wang.id}
        told |= {"at": AT, "entered_at": AT, "sha": sha, "size": length} | said
        wang.put("attachment", str(uuid4()), told)
        return sha, data

    return attach


def put(seat, sha, n, data):
    return seat.call("api.put_piece_v1(%s, %s, %s)", sha, n, data)[0]["put_piece_v1"]


def get(seat, sha, n):
    return seat.call("api.get_piece_v1(%s, %s)", sha, n)[0]["get_piece_v1"]


def test_bytes_come_piece_by_piece_and_go_on_where_they_were_cut_off(photo, wang, boss):
    sha, data = photo(PIECE + 300)
    assert put(wang.seat, sha, 0, data[:PIECE]) == 1
    assert get(boss.seat, sha, 0) is None
    assert put(wang.seat, sha, 0, data[:PIECE]) == 1  # the answer was lost
    assert put(wang.seat, sha, 5, b"x") == 1
    with pytest.raises(errors.DataError):
        put(wang.seat, sha, 1, data[PIECE:] + b"x")
    assert put(wang.seat, sha, 1, data[PIECE:]) == 2
    assert put(boss.seat, sha, 1, b"other") == 2
    assert get(boss.seat, sha, 0) + get(boss.seat, sha, 1) == data


def test_bytes_that_are_not_what_they_are_called_are_not_kept(place, photo, wang):
    sha, data = photo(300)
    assert put(wang.seat, sha, 0, b"y" * 300) == 0
    assert place.rows("SELECT 1 FROM cc.piece") == []
    assert put(wang.seat, sha, 0, data) == 1


def test_nobody_fills_central_with_what_is_attached_to_nothing(place, photo, wang, boss):
    assert put(boss.seat, "0" * 64, 0, b"x") is None
    assert put(boss.seat, "", 0, b"x") is None
    assert place.rows("SELECT 1 FROM cc.blob") == []
    with refused("too_big"):
        photo(1, size=21 << 20)
    place.rows("UPDATE cc.centre SET daily_bytes = 3000")
    sha, data = photo(2800)
    with pytest.raises(errors.Error, match="enough for today"):
        put(wang.seat, sha, 0, data)


def test_a_seat_of_another_scope_sees_no_byte(place, photo, wang, boss):
    sha, data = photo(300)
    put(wang.seat, sha, 0, data)
    place.rows("UPDATE cc.seat SET scopes = '{7}' WHERE code = %s", boss.seat.code)
    assert get(boss.seat, sha, 0) is None
    assert put(boss.seat, sha, 0, data) is None


def test_an_erasure_takes_the_words_of_notes_and_the_bytes_of_photos(place, complaint, photo, wang):
    note = str(uuid4())
    wang.put("note", note, a_note(wang, record=complaint))
    sha, data = photo(300, record=complaint)
    put(wang.seat, sha, 0, data)
    both, _ = photo(301), photo(301)
    put(wang.seat, both[0], 0, both[1])
    rig_erase = "SELECT cc.erase(1, gen_random_uuid(), 'x', 'y', '{case}', %s)"
    place.rows(rig_erase, [complaint])
    body = place.record(note)["body"]
    assert ("text" in body, body["by"]) == (False, wang.id)
    assert [row["sha"] for row in place.rows("SELECT sha FROM cc.blob")] == [both[0]]
    (gone,) = place.rows(
        "SELECT body FROM cc.record WHERE kind = 'attachment' AND body ->> 'record' = %s", complaint
    )
    assert (gone["body"]["name"], gone["body"]["sha"]) == ("", "")


def test_an_erasure_takes_what_stood_in_the_file_before_it_was_set_right(place, wang):
    customer, note = str(uuid4()), str(uuid4())
    person = {"name": "王晓明", "phones": [], "addresses": [], "created_at": AT, "seen_at": AT}
    wang.put("customer", customer, person)
    was = '{"name": "王小明", "phones": ["+8613800001234"]}'
    told = a_note(wang, of="customer", record=customer, what="corrected", text=was)
    assert wang.put("note", note, told)["status"] == "applied"
    place.rows("SELECT cc.erase(1, gen_random_uuid(), 'x', 'y', '{customer}', %s)", [customer])
    everything = place.rows("SELECT string_agg(x::text, '|') AS t FROM cc.record x")[0]["t"]
    assert "13800001234" not in everything
    body = record(place, "note", note)
    assert ("text" in body, body["what"]) == (False, "corrected")


def test_central_can_be_put_back_and_forth(place):
    rig.take_back(place, "0018")
    assert place.rows("SELECT 1 FROM cc.kind WHERE kind IN ('note', 'complaint', 'attachment')") == []

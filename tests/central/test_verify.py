"""zuoxi-admin verify: every change to what a seat sent is found, and named."""

import json
from hashlib import sha256

import pytest

from app.central import audit
from tests.central import rig
from tests.central.admin import Admin, calls

pytestmark = pytest.mark.parametrize("server", ["18"], indirect=True, scope="session")  # any version will do


@pytest.fixture
def admin(place):
    return Admin(place)


@pytest.fixture
def two(place, seats):
    """Two seats with five entries each."""
    found = seats(), seats()
    for seat in found:
        calls(seat, 4)
        seat.put("call", calls_first(place, seat), {"a.name": "李四"}, base=1)
    return found


def calls_first(place, seat):
    return place.rows(
        "SELECT l.id FROM cc.op_log l JOIN cc.seat s USING (seat_id) WHERE s.code = %s AND seat_seq = 1",
        seat.code,
    )[0]["id"]


def test_what_the_seats_sent_is_whole(admin, two):
    found = admin.json("verify")
    assert found == {"ok": True, "seats": 2, "entries": 10, "erased": 0, "breaks": []}
    assert "哈希链完整" in admin.ok("verify")


OP = "a1b2c3d4-0000-4000-8000-000000000000"
ENTRY = "seat_seq = 3 AND seat_id = (SELECT max(seat_id) FROM cc.seat)"


@pytest.mark.parametrize(
    ("forged", "n", "what"),
    [
        (f"UPDATE cc.op_log SET body = replace(body, '王', '黄') WHERE {ENTRY}", 3, "chain"),
        (f"UPDATE cc.op_log SET body = body || ' ' WHERE {ENTRY}", 3, "chain"),
        (f"UPDATE cc.op_log SET chain = sha256(chain) WHERE {ENTRY}", 3, "chain"),
        (f"UPDATE cc.op_log SET op_id = gen_random_uuid() WHERE {ENTRY}", 3, "op"),
        (f"DELETE FROM cc.op_log WHERE {ENTRY}", 3, "gap"),
        (f"DELETE FROM cc.op_log WHERE {ENTRY.replace('3', '1')}", 1, "gap"),
        (f"DELETE FROM cc.op_log WHERE {ENTRY.replace('3', '5')}", 5, "gap"),
        (f"DELETE FROM cc.op_log WHERE {ENTRY.replace('= 3', '> 0')}", 1, "gap"),
        (  # two entries in each other's place
            "UPDATE cc.op_log SET seat_seq = seat_seq + 100 WHERE seat_seq IN (3, 4);"
            "UPDATE cc.op_log SET seat_seq = 207 - seat_seq - 100 WHERE seat_seq > 100", 3, "chain",
        ),
        (  # one more at the end, its chain reckoned as it should be
            "INSERT INTO cc.op_log (tenant, seat_id, seat_seq, op_id, body, chain, status)"
            f" SELECT tenant, seat_id, 6, '{OP}', '{OP}', sha256(chain || sha256('{OP}')), 'applied'"
            " FROM cc.op_log WHERE seat_seq = 5 AND seat_id = (SELECT max(seat_id) FROM cc.seat)", 6, "head",
        ),
        ("UPDATE cc.seat SET chain = '' WHERE seat_id = (SELECT max(seat_id) FROM cc.seat)", 5, "head"),
        ("UPDATE cc.seat SET last_seq = 4 WHERE seat_id = (SELECT max(seat_id) FROM cc.seat)", 5, "head"),
    ],
)  # fmt: skip
def test_any_change_is_found_and_named(place, admin, two, forged, n, what):
    place.rows(forged)
    found = admin.json("verify", code=4)
    assert not found["ok"]
    last = found["breaks"][-1]
    assert (last["seat"], last["n"], last["what"]) == (two[1].code, n, what)
    said = admin.refused("verify", code=4)
    assert f"席位 {two[1].code}　第 {n} 条" in said


def test_an_entry_of_nobody_is_found(place, admin, two):
    place.rows("UPDATE cc.op_log SET seat_id = 99999 WHERE seat_id = (SELECT max(seat_id) FROM cc.seat)")
    assert [each["what"] for each in admin.json("verify", code=4)["breaks"]] == ["gap", "no_seat"]


ERASE = f"body_hash = sha256(convert_to(body, 'UTF8')), body = '' WHERE {ENTRY}"


def test_a_hash_that_no_erasure_speaks_for_hides_nothing(place, admin, two):
    place.rows(f"UPDATE cc.op_log SET {ERASE}")
    (found,) = admin.json("verify", code=4)["breaks"]
    assert (found["seat"], found["n"], found["what"]) == (two[1].code, 3, "erased")
    assert "却不在任何一次抹去里" in admin.refused("verify", code=4)


def test_of_an_erased_entry_nothing_but_the_hash_may_be_there(place, admin, two):
    entry = f"(SELECT ARRAY[id] FROM cc.op_log WHERE {ENTRY})"
    place.rows(f"SELECT cc.erase(1, gen_random_uuid(), 'x', 'x', '{{call}}', {entry})")
    assert admin.json("verify")["erased"] == 1
    for forged, what in (("body = ' '", "erased"), ("body = '', body_hash = sha256('')", "chain")):
        place.rows(f"UPDATE cc.op_log SET {forged} WHERE {ENTRY}")
        (found,) = admin.json("verify", code=4)["breaks"]
        assert (found["seat"], found["n"], found["what"]) == (two[1].code, 3, what)


def test_a_copy_of_a_seat_has_a_chain_of_its_own(place, admin, two):
    body = json.dumps({"op": OP})
    chain = sha256(sha256(body.encode()).digest()).hexdigest()
    place.rows(
        "INSERT INTO cc.seat (tenant, login, code, install_id, first_n, last_seq, copy_of, chain)"
        f" SELECT tenant, login, code || 'B', 'other', 6, 6, seat_id, decode('{chain}', 'hex') FROM cc.seat"
        f" WHERE code = '{two[0].code}'"
    )
    place.rows(
        "INSERT INTO cc.op_log (tenant, seat_id, seat_seq, op_id, body, chain, status)"
        f" SELECT tenant, seat_id, 6, '{OP}', %s, chain, 'applied' FROM cc.seat"
        " WHERE copy_of IS NOT NULL",
        body,
    )
    assert admin.json("verify")["ok"]


def test_more_entries_than_a_page_are_gone_through(place, admin, seats, monkeypatch):
    monkeypatch.setattr(audit, "_AT_ONCE", 7)
    seat = seats()
    calls(seat, 50)
    shown = []
    with place.engine.begin() as connection:
        assert audit.verify(connection, shown.append).entries == 50
    assert shown == [7, 14, 21, 28, 35, 42, 49, 50]


def test_a_central_that_is_away_is_told_from_one_that_is_wrong(admin):
    assert "连不上" in admin.refused("verify", code=3, dsn="postgresql://x:y@127.0.0.1:1/z")
    assert rig.PASSWORD not in admin.ok("verify")

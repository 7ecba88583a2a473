"""zuoxi-admin erase: of a person nothing stays but what law demands, and the chain is whole all the same."""

import json
import threading
from contextlib import closing
from uuid import uuid4

import psycopg
import pytest

from app import places
from app.forms import load
from app.forms.kinds import Kind
from tests.central import rig
from tests.central.admin import Admin

pytestmark = pytest.mark.parametrize("server", ["18"], indirect=True, scope="session")

NAME, PHONE, ADDRESS, WORDS = "赵铁柱", "13912345678", "北山路 88 号 3 单元", "老人独居，怕狗"
SECRETS = (NAME, PHONE, "北山路", "老人独居", "ztz")
AT = "2026-11-22T01:00:00.000000+00:00"


@pytest.fixture
def admin(place):
    return Admin(place)


def leaks(place, schema="cc") -> dict[str, list[str]]:
    """Which secrets stand in which table, whatever the column."""
    tables = place.rows(
        "SELECT c.relname AS t FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = %s AND c.relkind IN ('r', 'v')",
        schema,
    )
    found = {}
    for table in (row["t"] for row in tables):
        text = place.rows(f"SELECT coalesce(string_agg(x::text, '|'), '') AS t FROM {schema}.{table} x")[0][
            "t"
        ]
        if here := [secret for secret in SECRETS if secret in text]:
            found[table] = here
    return found


class Case:
    """A person with all that hangs on them, as one seat wrote it."""

    def __init__(self, seat) -> None:
        self.customer, self.call, self.case, self.order, self.slip = (str(uuid4()) for _ in range(5))
        seat.push(*self.ops(seat))

    def ops(self, seat) -> list[str]:
        answers = {"a.name": NAME, "a.phone": f"+86{PHONE}", "a.address": ADDRESS, "a.request": WORDS,
                   "a.category": "no_gas", "a.urgent": True}  # fmt: skip
        return [
            seat.op("customer", self.customer, {
                "name": NAME, "phones": [f"+86{PHONE}"], "addresses": [ADDRESS], "initials": "ztz",
                "created_at": AT, "seen_at": AT,
            }),
            seat.op("call", self.call, rig.a_call(customer=self.customer, case=self.case, **answers)),
            seat.op("case", self.case, {
                "number": "AT-1", "call": self.call, "customer": self.customer, "form": "gas_repair",
                "form_version": 1, "title": f"无气 · {ADDRESS}", "state": "received", "opened_at": AT,
                "first_taker": "a", "handler": "a", "outcome": f"{NAME} 满意",
            }),
            seat.op("order", self.order, rig.an_order(case=self.case, **answers)),
            seat.op("slip", self.slip, {"number": "PT-1", "order": self.order, "prints": [{"by": "a"}]}),
        ]  # fmt: skip


@pytest.fixture
def person(seats):
    return Case(seats())


def erased(admin, person, **words):
    return admin.json("erase", "--customer", person.customer, "--basis", "申请 2026-17", "--yes", **words)


def test_nothing_of_the_person_stays_but_how_the_matter_was_handled(place, admin, person):
    assert leaks(place).keys() == {"record", "change_log", "op_log"}
    done = erased(admin, person)
    assert done["records"] == {"customer": 1, "call": 1, "case": 1, "order": 1, "slip": 1}
    assert leaks(place) == {}
    call = place.record(person.call)
    assert call["body"] == {
        "number": "LT-00001-X", "channel": "phone", "form": "inquiry", "form_version": 1, "started_at": AT,
        "saved_at": "2026-11-22T01:01:00.000000+00:00", "first_taker": "a", "handler": "a", "owes": False,
        "customer": person.customer, "case": person.case, "a.category": "no_gas", "a.urgent": True,
    }  # fmt: skip
    assert call["ver"] == 2
    assert place.record(person.case)["body"]["title"] == ""
    assert place.record(person.slip)["body"]["number"] == "PT-1"
    assert place.record(person.customer)["body"] == {
        "name": "", "phones": [], "addresses": [], "created_at": AT, "seen_at": AT,
    }  # fmt: skip


def test_the_chain_is_whole_and_verify_still_names_what_was_changed(place, admin, person, seats):
    other = seats()
    other.put("call", str(uuid4()), rig.a_call())
    erased(admin, person)
    found = admin.json("verify")
    assert (found["ok"], found["erased"]) == (True, 5)
    place.rows("UPDATE cc.op_log SET body = replace(body, '王', '黄') WHERE body <> ''")
    (broken,) = admin.json("verify", code=4)["breaks"]
    assert (broken["seat"], broken["n"], broken["what"]) == (other.code, 1, "chain")


def test_who_pulls_from_the_beginning_hears_of_nothing_that_was(place, admin, person, seats):
    reader = seats()
    before = reader.pull()[-1]
    erased(admin, person)
    told = reader.pull()
    assert {row["kind"] for row in told} == {"customer", "call", "case", "order", "slip", "erasure"}
    assert [row["kind"] for row in told][-1] == "erasure"
    assert not any(
        secret in json.dumps([row["img"] for row in told], ensure_ascii=False) for secret in SECRETS
    )
    assert len(reader.pull((int(before["xid"]), before["seq"]))) == len(told)


def test_others_keep_all_that_is_theirs(place, admin, person, seats):
    seat = seats()
    id = str(uuid4())
    body = {"name": "王小明", "phones": ["+8613800000000"], "addresses": [], "created_at": AT, "seen_at": AT}
    seat.put("customer", id, body)
    seat.put("call", call := str(uuid4()), rig.a_call(customer=id))
    before = place.record(call), place.record(id)
    erased(admin, person)
    assert (place.record(call), place.record(id)) == before
    assert seat.put("call", call, {"a.name": "王大明"}, base=1)["reason"] == ""
    assert place.record(call)["body"]["a.name"] == "王大明"


def test_what_lost_a_conflict_goes_too_and_nobody_is_asked_to_decide(place, admin, person, seats):
    a, b = seats(), seats()
    a.put("call", person.call, {"a.request": "别的", "a.category": "stove"}, base=1)
    b.put("call", person.call, {"a.request": WORDS, "a.category": "hose"}, base=1)
    assert "conflict" in leaks(place)
    done = erased(admin, person)
    assert done["records"]["conflict"] == 1
    assert leaks(place) == {}
    kept = {
        r["body"]["field"]: r["body"]
        for r in place.rows("SELECT body FROM cc.record WHERE kind = 'conflict'")
    }
    assert kept["a.request"]["decision"] == "kept"
    assert (kept["a.category"]["a.lost"], kept["a.category"].get("decision")) == ("hose", None)
    assert [c["field"] for c in place.rows("SELECT field FROM cc.conflict WHERE resolved_by IS NULL")] == [
        "a.category"
    ]


def test_what_was_refused_goes_too(place, admin, person, seats):
    seat = seats()
    lacking = rig.a_call(customer=person.customer, **{"a.name": NAME})
    del lacking["number"]
    refused = str(uuid4())
    assert seat.put("call", refused, lacking)["reason"] == "missing_keys"
    # A case that hangs on nothing but that call, in a text PostgreSQL could not read.
    poison = seat.op("case", str(uuid4()), {"call": refused, "title": f"x · {ADDRESS}"})
    void = poison.replace('"k":"put"', f'"k":"void","why":"no {NAME}","sqlstate":"22P05"').replace(
        '"00"', '"\\u0000"'
    )
    assert seat.push(void)[0]["status"] == "rejected"
    assert {"rejected", "op_log"} <= leaks(place).keys()
    assert erased(admin, person)["records"]["call"] == 2
    assert leaks(place) == {}
    assert admin.json("verify")["erased"] == 7
    assert [row["why"] for row in place.rows("SELECT why FROM cc.rejected ORDER BY at")] == [
        "missing_keys",
        "erased",
    ]


def test_what_a_seat_wrote_before_it_heard_does_not_come_back(place, admin, person, seats):
    late = seats()
    erased(admin, person)
    ops = [
        late.op("call", person.call, {"a.request": WORDS, "handler": "b", "a.solved": "yes"}, base=1),
        late.op("customer", person.customer, {"name": NAME, "phones": [f"+86{PHONE}"]}, base=1),
        late.op("call", person.call, {"a.name": NAME}, base=1),
    ]
    told = late.push(*ops)
    assert [row["reason"] for row in told] == ["erased"] * 3
    assert {row["status"] for row in told} <= {"applied", "merged"}
    assert leaks(place) == {}
    body = place.record(person.call)["body"]
    assert (body["handler"], body["a.solved"]) == ("b", "yes")  # how it was handled is taken
    assert late.push(*ops) == told  # said twice: the same answer
    assert admin.json("verify")["ok"]


def test_what_hangs_on_the_erased_and_comes_late_is_born_without_them(place, admin, person, seats):
    late = seats()
    erased(admin, person)
    again = Case.__new__(Case)
    again.customer, again.call, again.case, again.order, again.slip = (
        person.customer, *(str(uuid4()) for _ in range(4)),
    )  # fmt: skip
    told = late.push(*again.ops(late))
    assert [row["reason"] for row in told] == ["erased"] * 5
    assert leaks(place) == {}
    assert place.record(again.order)["body"]["a.category"] == "no_gas"
    assert admin.json("verify") == {"ok": True, "seats": 2, "entries": 10, "erased": 10, "breaks": []}
    (done,) = admin.json("erase", "--status")["erasures"]
    assert (done["late"], done["records"]["call"]) == (4, 2)
    poison = late.op("call", str(uuid4()), rig.a_call(customer=person.customer, **{"a.name": NAME}), k="void")
    assert late.push(poison)[0]["reason"] == "erased"
    assert leaks(place) == {}


def test_a_seat_cannot_hide_what_it_sends_by_calling_it_erased(place, person, seats, admin):
    erased(admin, person)
    seat = seats()
    id, said = str(uuid4()), {"erased": True, "body_hash": "00", "late": True}
    seat.put("call", id, rig.a_call(), **said)
    seat.put("call", id, {"a.name": "王大明"}, base=1, **said)
    bodies = place.rows("SELECT body FROM cc.op_log WHERE id = %s ORDER BY seat_seq", id)
    assert ["王小明" in bodies[0]["body"], "王大明" in bodies[1]["body"]] == [True, True]
    assert place.record(id)["body"]["a.name"] == "王大明"


def test_what_is_being_written_meanwhile_is_waited_for(place, admin, person, seats):
    seat = seats()
    done = []
    with seat.connection.transaction():
        seat.put("call", str(uuid4()), rig.a_call(customer=person.customer, **{"a.name": NAME}))
        erasing = threading.Thread(target=lambda: done.append(erased(admin, person)))
        erasing.start()
        with closing(psycopg.connect(place.url, autocommit=True)) as looking:
            waits = "SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'ExclusiveLock'"
            while erasing.is_alive() and not looking.execute(waits).fetchone()[0]:
                pass
        assert erasing.is_alive()
    erasing.join(20)
    assert done[0]["records"]["call"] == 2
    assert leaks(place) == {}


def test_a_leads_word_that_had_waited_brings_nothing_back(place, admin, person, seats):
    erased(admin, person)
    place.rows(
        "INSERT INTO cc.session (tenant, id, agent, role, install, confirmed)"
        " VALUES (1, %s, 'a', 'lead', 'i', true)",
        session := str(uuid4()),
    )
    op = str(uuid4())
    place.rows(
        "INSERT INTO cc.op_log (tenant, seat_id, seat_seq, op_id, session, kind, id, body, chain, status)"
        " SELECT 1, seat_id, 99, %s, %s, 'order', %s, '', '', 'conflict' FROM cc.seat",
        op, session, person.order,
    )  # fmt: skip
    place.rows(
        "INSERT INTO cc.conflict (tenant, seat_id, op_id, field, kind, id, base_ver, cur_ver, lost,"
        " lost_seat, kept, kept_seat)"
        " SELECT 1, seat_id, %s, 'team', 'order', %s, 1, 1, to_jsonb(%s::text), seat_id, '\"east\"', 0"
        " FROM cc.seat",
        op, person.order, NAME,
    )  # fmt: skip
    place.rows("SELECT cc.let_lead_win(w) FROM cc.session w WHERE id = %s", session)
    assert place.record(person.order)["body"]["team"] == "east"


# -- the command --


def test_it_says_whose_data_it_is_and_asks(place, admin, person):
    asked = admin.refused("erase", "--customer", person.customer, "--basis", "x", input="n\n")
    for said in (NAME, PHONE, ADDRESS, "客户 1 条", "受理记录 1 条", "工单 1 条", "没有继续，什么都没有改动"):
        assert said in asked
    assert leaks(place).keys() == {"record", "change_log", "op_log"}
    said = admin.ok("erase", "--phone", "139 1234 5678", "--basis", "申请 17", input="y\n")
    assert "已抹去：" in said
    assert leaks(place) == {}
    quiet = admin.ok("erase", "--status")
    assert "申请 17" in quiet
    assert not any(secret in quiet for secret in SECRETS)


def test_with_yes_it_shows_no_word_of_theirs(admin, person):
    said = admin.ok("erase", "--phone", PHONE, "--basis", "x", "--yes")
    assert not any(secret in said for secret in SECRETS)


def test_a_number_of_several_is_refused_with_who_they_are(admin, seats):
    a, b = Case(seats()), Case(seats())
    said = admin.refused("erase", "--phone", PHONE, "--basis", "x", "--yes")
    assert a.customer in said
    assert b.customer in said


def test_calls_of_nobody_on_file_are_found_by_their_number(place, admin, seats):
    seats().put("call", str(uuid4()), rig.a_call(**{"a.phone": PHONE, "a.name": NAME}))
    assert admin.json("erase", "--phone", PHONE, "--basis", "x", "--yes")["records"] == {"call": 1}
    assert leaks(place) == {}


def test_what_cannot_be_done_changes_nothing(admin, person):
    for words in ("--phone", "13900000000"), ("--customer", str(uuid4())), ("--customer", "'; --"):
        assert "没有找到" in admin.refused("erase", *words, "--basis", "x", "--yes")
    for words in ((), ("--customer", person.customer), ("--customer", "x", "--phone", "1", "--basis", "x"),
                  ("--status", "--again")):  # fmt: skip
        assert "没有任何改动" in admin.refused("erase", *words, "--yes", code=2)
    erased(admin, person)
    assert "已经抹去" in admin.refused("erase", "--customer", person.customer, "--basis", "x", "--yes")


def test_which_seats_have_done_it_is_said(place, admin, person, seats):
    told, waiting = seats(), seats()
    never, revoked = place.enrol(), seats()
    admin.ok("revoke-seat", revoked.code, "--yes")
    id = erased(admin, person)["id"]
    assert told.call("api.erased_v1(%s::jsonb)", json.dumps([{"id": id, "kinds": []}])) == [{"id": id}]
    (found,) = admin.json("erase", "--status")["erasures"]
    assert (found["told"], found["never_seen"], found["revoked"]) == (
        [told.code],
        [never["seat"]],
        [revoked.code],
    )
    assert waiting.code in found["waiting"]
    said = admin.ok("erase", "--status")
    assert f"席位已抹去：{told.code}" in said
    assert f"席位已吊销，抹不到：{revoked.code}" in said


def test_an_erasure_only_seats_know_of_waits_for_the_administrator(place, admin, person, seats):
    seat, id = seats(), str(uuid4())
    kinds = [{"kind": "customer", "ids": [person.customer]}, {"kind": "call", "ids": [gone := str(uuid4())]}]
    for rubbish in ([{"id": id, "kinds": kinds}], [{"id": "x", "kinds": []}, {"kinds": 7}, 7]):
        assert seat.call("api.erased_v1(%s::jsonb)", json.dumps(rubbish)) == []
    assert leaks(place).keys() == {"record", "change_log", "op_log"}  # a seat alone erases nobody
    (claim,) = admin.json("erase", "--status", code=4)["claims"]
    assert (claim["id"], claim["seats"], claim["records"]) == (id, [seat.code], 2)
    assert "有 1 次抹去只有席位知道" in admin.ok("status")
    assert "没有继续" in admin.refused("erase", "--again", input="n\n")
    (done,) = admin.json("erase", "--again", "--yes")["erasures"]
    assert done["id"] == id
    assert done["records"] == {"customer": 1, "call": 2, "case": 1, "order": 1, "slip": 1}
    assert leaks(place) == {}
    seat.put("call", gone, rig.a_call(**{"a.name": NAME}))  # central had lost it: it comes again
    assert leaks(place) == {}
    assert admin.json("erase", "--status")["claims"] == []
    assert admin.json("erase", "--again", "--yes") == {"erasures": []}


def test_a_seat_that_claims_without_end_is_not_listened_to(place, seats):
    seat = seats()
    for many in (600, 600):
        told = [{"id": str(uuid4()), "kinds": []} for _ in range(many)]
        seat.call("api.erased_v1(%s::jsonb)", json.dumps(told))
    assert place.rows("SELECT count(*) AS c FROM cc.erasure_claim") == [{"c": 1000}]
    with pytest.raises(psycopg.errors.DatabaseError):
        seat.call("api.erased_v1(%s::jsonb)", json.dumps(["x" * 8388608]))


def test_of_the_forms_answers_codes_flags_and_times_stay_and_nothing_that_is_typed(place):
    coded = {Kind.CHOICE, Kind.MULTI_CHOICE, Kind.YES_NO, Kind.READ_BACK, Kind.DATE_TIME}
    fields = [
        field
        for version in load.load(places.forms()).versions.values()
        for form in version.values()
        for field in form.fields
    ]
    typed = {field.name for field in fields if field.kind not in coded}
    for kind in ("call", "order"):
        kept = place.rows("SELECT kept FROM cc.kind WHERE kind = %s", kind)[0]["kept"]
        answers = {key.removeprefix("a.") for key in kept if key.startswith("a.")}
        assert answers == {field.name for field in fields if field.kind in coded} - typed

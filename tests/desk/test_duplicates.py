"""Same matter, another caller: what is offered, why, and how a call joins the case of another."""

import json
from dataclasses import replace
from datetime import timedelta
from functools import cache, partial

import pytest

from app import places
from app.desk.duplicates import Asked, Duplicates
from app.desk.likeness import Telling, like_text, likeness, place_of, same_place
from app.forms.callers import CallerRule
from app.forms.divisions import load_divisions
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.ids import new_id
from app.store.likely import forget

country = cache(partial(load_divisions, places.resources() / "divisions" / "divisions.xz"))
TEXT = "楼下的路灯三天不亮了，晚上回家看不见路，老人摔了一跤，请尽快派人来修。"


@pytest.fixture
def duplicates(opened, clock):
    return Duplicates(opened.store, CallerRule(), clock, country)


@pytest.fixture
def look(duplicates):
    """Learn what is new, then ask what a new form with these answers is offered."""

    def found(form="gas_repair", **answers):
        while duplicates.learn():
            pass
        return duplicates.find(Asked(new_id(), form, answers))

    return found


def kept(opened):
    """Return the cases that are found by what is said in them."""
    with opened.store._door.read() as connection:
        rows = connection.exec_driver_sql('SELECT DISTINCT "case" FROM likely JOIN likely_parts USING (n)')
        return rows.scalars().all()


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("滨江区春晓路88号3幢2单元501室", "杭州市滨江区春晓路88号3栋2单元501", 1.0),
        ("春晓路88号3幢2单元501室", "春晓路88-3-2-501", 1.0),
        ("春晓路八十八号三幢附近", "春晓路８８號3幢", 1.0),
        ("十二号楼，阳光家园", "阳光家园12栋", 1.0),
        ("春晓路88号3幢2单元501室", "春晓路88号3幢", 0.9),
        ("春晓路88号3幢", "春晓路88号5幢", 0.6),
        ("星沙汽配城门口", "A7县星沙汽配城", 0.6),
        ("长沙县黄花镇那边", "黄花镇", 0.6),
        ("东江农贸市场", "东江农贸市场3号", 0.6),
        ("春晓路88号", "春晓路90号", 0.3),
        ("滨江区春晓路88号", "滨江区长河路88号", 0.0),
        ("滨江区", "滨江区春晓路", 0.0),
        ("", "", 0.0),
        ("\0<b>' OR 1=1", "𬱖䶮路😀", 0.0),
    ],
)
def test_an_address_said_differently_is_the_same_door_and_its_neighbour_is_not(one, other, like):
    a, b = (place_of(each, country()) for each in (one, other))
    assert (same_place(a, b), same_place(b, a)) == (like, like)


def test_a_text_in_other_words_is_like_and_another_matter_is_not():
    assert like_text(TEXT, "您好，楼下路灯三天不亮，晚上看不见路，摔了一跤，快派人修一下") == 1.0
    assert like_text(TEXT, "小区门口的垃圾桶满了一个星期没有人清运，夏天臭味很大，希望环卫处理。") == 0.0
    assert like_text("家里没气了", "没有气了家里") > 0.9
    assert like_text("", "") == like_text("啊", "啊") == 0.0
    assert like_text("灯" * 100_000, TEXT) == 0.0


def test_what_was_told_long_ago_counts_less(clock):
    rule = CallerRule()
    known = Telling(clock(), "city_case", text=TEXT)
    late = replace(known, at=clock() + timedelta(days=30))
    assert likeness(known, known, rule).points > likeness(late, known, rule).points
    assert "recent" in likeness(known, known, rule).reasons
    assert "recent" not in likeness(late, known, rule).reasons


def test_another_caller_is_offered_the_case_and_told_why(calls, repair, look, clock):
    first = calls.save(repair())
    clock.go(minutes=5)
    (offer,) = look(
        name="李芳", phone="139 1111 2222", address="春晓路88-3-2-501", category="stove", request="灶具打不着"
    )
    assert offer.case == first.case
    assert offer.likeness.reasons == ("text", "address", "category", "recent")
    assert offer.callers == 1


def test_another_matter_at_another_place_is_offered_nothing(calls, repair, look):
    calls.save(repair())
    assert look(phone="139 1111 2222", address="长河路12号", category="meter_fault", request="表不走字") == ()
    assert look() == look(request="") == look(phone="1", address="", request="a") == ()


def test_the_same_number_about_the_same_is_offered_and_about_another_thing_is_not(calls, repair, look):
    first = calls.save(repair())
    again = {"phone": "13800001234", "request": "灶具还是打不着火，怎么还没来"}
    (offer,) = look(category="stove", **again)
    assert offer.case == first.case
    assert "number" in offer.likeness.reasons
    assert look("complaint", phone="13800001234", category="attitude", request="安检员态度很差") == ()


def test_what_is_closed_is_offered_no_more_and_what_is_opened_again_is(opened, calls, repair, look):
    case = calls.save(repair()).case
    told = {"address": "春晓路88号3幢2单元501", "category": "stove", "request": "灶具打不着火"}
    assert [offer.case.id for offer in look(**told)] == [case.id]
    for state, offered in ((CaseState.CLOSED, []), (CaseState.RECEIVED, [case.id])):
        with opened.store.write() as to:
            to.put(replace(case, state=state))
        assert [offer.case.id for offer in look(**told)] == offered
        assert len(kept(opened)) == len(offered)


def test_a_call_that_comes_after_its_case_is_found_once_it_is_there(opened, calls, repair, look):
    saved = calls.save(repair())
    with opened.store._door.write() as connection:
        connection.exec_driver_sql("DELETE FROM calls")
    told = {"address": "春晓路88号3幢2单元501", "category": "stove", "request": "灶具打不着火"}
    assert look(**told) == ()
    with opened.store.write() as to:
        to.put(saved.call)
    assert [offer.case.id for offer in look(**told)] == [saved.case.id]


def test_a_call_joins_the_case_of_another_and_opens_none(opened, calls, cases, repair):
    first = calls.save(repair())
    joins = replace(repair(name="李芳", phone="139 1111 2222"), case=first.case.id)
    calls.keep(joins)
    assert calls.drafts() == [replace(joins, saved_at=calls.drafts()[0].saved_at)]
    saved = calls.save(joins)
    assert saved.problems == []
    assert (saved.call.case, saved.case) == (first.case.id, first.case)
    assert opened.store.count(Case, state="received") == 1
    assert [call.id for call in cases.calls(first.case)] == [first.call.id, saved.call.id]
    assert opened.store.get(Case, first.case.id).call == first.call.id
    # Their own matter now, whoever opened it.
    assert [case.id for case in cases.open_of_customer(saved.call.customer)] == [first.case.id]


def test_a_call_that_joins_is_checked_like_any_other(calls, repair):
    case = calls.save(repair()).case.id
    saved = calls.save(replace(repair(read_back=False, name=""), case=case))
    assert {each.field for each in saved.problems} == {"name", "read_back"}
    assert saved.call is None


def test_a_case_that_was_closed_meanwhile_takes_no_caller_and_the_draft_stays(opened, calls, orders, repair):
    case = calls.save(repair()).case
    draft = replace(repair(), case=case.id)
    calls.keep(draft)
    with opened.store.write() as to:
        to.put(replace(case, state=CaseState.CLOSED))
    for saved in (calls.save(draft), orders.save_and_make(draft)):
        assert [each.code for each in saved.problems] == ["case_closed"]
    assert [each.id for each in calls.drafts()] == [draft.id]
    assert calls.save(replace(draft, case=new_id())).problems[0].code == "case_closed"


def test_a_caller_who_joins_a_dispatched_case_makes_no_second_order(calls, orders, repair):
    first = orders.save_and_make(repair(user_type="residential", gas_smell=False))
    joins = repair(user_type="residential", gas_smell=False, name="李芳")
    saved = orders.save_and_make(replace(joins, case=first.case.id))
    assert saved.order == first.order
    assert len(orders.of_case(first.case.id)) == 1


def test_what_was_erased_is_found_by_nothing(opened, calls, repair, look, duplicates):
    case = calls.save(repair()).case
    look()
    with opened.store._door.write() as connection:
        forget(connection, json.dumps([case.call]))
    with opened.store._door.read() as connection:
        for table in ("likely", "likely_parts"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
    assert opened.store.count(Call, case=case.id) == 1

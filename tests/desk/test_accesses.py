"""Who may do what with numbers, what is kept of it, and where many people's numbers stand together."""

import json
from dataclasses import replace

import pytest

from app.desk.accesses import Accesses, starred
from app.desk.find import Finder
from app.desk.listings import AUDIT, Filters
from app.desk.lists import Lists
from app.forms.rights import Right, Rights
from app.records.accesses import Access, Deed
from app.records.accounts import Role

PHONE, ID = "13800001234", "330102199003071234"
WHOLE = ("13800001234", "138 0000 1234", "199003071234")


@pytest.fixture
def accesses(opened, clock):
    session = replace(opened.session, role=Role.AGENT)
    return Accesses(opened.store, Rights(), session, opened.seat.code, clock)


@pytest.fixture
def lists(opened, forms, clock):
    return Lists(opened.store, forms, opened.agent, opened.seat.code, clock, "zh_CN")


def shown(lists, name=AUDIT, **filters):
    return lists.rows(name, lists.walk(lists.wanted(name, Filters(**filters))).order)


def test_it_is_kept_who_did_what_where_and_sent_to_central(accesses, opened, clock):
    accesses.note(Deed.EXPORT, "call", count=412, words="近 7 天", whole=True)
    (kept,) = opened.store.find(Access, agent=opened.agent.id)
    assert (kept.deed, kept.of, kept.record, kept.count, kept.words, kept.whole) == (
        Deed.EXPORT, "call", "", 412, "近 7 天", True,
    )  # fmt: skip
    assert (kept.session, kept.seat, kept.at) == (opened.session.id, opened.seat.code, clock())
    (op,) = [op for op in opened.store.outbox.waiting(9) if '"e":"access"' in op.body]
    # Central takes none that lacks anything: nothing can be added to one afterwards.
    assert set(json.loads(op.body)["patch"]) == {
        "agent", "session", "seat", "at", "deed", "of", "record", "count", "words", "whole",
    }  # fmt: skip


def test_rights_are_of_the_role_at_sign_in(accesses, opened, clock):
    assert accesses.masks
    assert accesses.may(Right.REVEAL)
    assert not accesses.may(Right.EXPORT)
    assert accesses.who(Right.EXPORT) == (Role.LEAD, Role.SUPERVISOR, Role.DIRECTOR)
    open_to_heads = Rights(masked=(Role.AGENT,))
    session = replace(opened.session, role=Role.SUPERVISOR)
    assert not Accesses(opened.store, open_to_heads, session, "A03", clock).masks


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("王小明", "王**"),
        (f"王小明 {PHONE}", "王** 138 **** 1234"),
        ("1234", "***4"),
        ("wxm", "w**"),
        (ID, "330102********1234"),
        ("", ""),
    ],
)
def test_what_was_typed_to_find_somebody_names_nobody(typed, kept):
    assert starred(typed) == kept


def test_a_number_of_ours_is_nobodys(calls, repair):
    number = calls.save(repair()).call.number
    assert starred(number) == number


def test_leads_see_what_was_done_and_find_it_by_agent_number_and_customer(
    accesses, lists, calls, repair, opened
):
    call = calls.save(repair()).call
    accesses.note(Deed.REVEAL, "call", record=call.id, whole=True)
    accesses.note(Deed.REVEAL, "customer", record=call.customer, whole=True)
    accesses.note(Deed.PRINT, "call", count=3, words="本班", whole=False)
    rows = shown(lists)
    assert {row.cells["agent"] for row in rows} == {"1001 王珂"}
    assert sorted(row.cells["record"] for row in rows) == sorted(["", call.number, "王小明"])
    assert {row.about for row in rows} == {("call", call.id), ("customer", call.customer), ("call", "")}
    (printed,) = shown(lists, state="print")
    assert (printed.cells["count"], printed.cells["whole"], printed.cells["words"]) == (3, False, "本班")
    assert len(shown(lists, text="1001")) == len(shown(lists, text="王珂")) == 3
    assert len(shown(lists, text=call.number)) == 1
    assert [row.cells["of"] for row in shown(lists, text="王小明")] == ["customer"]
    assert shown(lists, text="9999") == []


def test_a_number_typed_into_a_name_or_an_address_is_hidden_where_many_stand_together(
    lists, calls, orders, repair, worklist, opened
):
    more = {"user_type": "residential", "gas_smell": False}
    odd = repair(name=f"王小明 {PHONE}", address=f"东湖路 1 号，身份证{ID}", **more)
    orders.save_and_make(odd)
    for name in ("calls", "cases", "orders", "customers"):
        (row,) = shown(lists, name)
        assert not any(whole in str(row.cells) for whole in WHOLE), name
        (row,) = lists.rows(name, [row.row], full=True)
        assert any(whole in str(row.cells) for whole in WHOLE), name
    finder = Finder(opened.store, calls, worklist, opened.seat.code, "zh_CN")
    found = [*finder.find("1"), *finder.find("王小明"), *finder.find("1234")]
    assert {each.kind for each in found} >= {"call", "case", "order", "customer"}
    told = str(found) + str(worklist.entries())
    assert "东湖路" in told
    assert not any(whole in told for whole in WHOLE)


def test_search_and_sorting_go_by_the_whole_number(lists, calls, repair):
    calls.save(repair(phone=PHONE))
    for typed in ("1234", "0000", PHONE):
        assert len(shown(lists, "calls", text=typed)) == 1
        assert len(shown(lists, "customers", text=typed)) == 1

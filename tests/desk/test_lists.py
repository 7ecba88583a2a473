"""What the lists show, and what their filters mean."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.desk.accesses import Accesses
from app.desk.listings import LISTS, Filters
from app.desk.lists import Lists
from app.desk.register import Register
from app.forms.rights import Rights
from app.records.accesses import Deed
from app.records.accounts import Session
from app.records.callbacks import Callback, Why
from app.records.cases import CaseState
from app.records.conflicts import Decision
from app.records.ids import new_id
from app.records.orders import OrderState, Slip
from app.records.tasks import Ask, Result, Task

PHONE = "138 0000 1234"


@pytest.fixture
def lists(opened, forms, clock):
    return Lists(opened.store, forms, opened.agent, opened.seat.code, clock, "zh_CN")


@pytest.fixture
def shown(lists):
    """Return the rows of a list as it is narrowed."""

    def rows(name, sort="", *, descending=True, full=False, **filters):
        piece = lists.walk(lists.wanted(name, Filters(**filters), sort, descending=descending))
        return lists.rows(name, piece.order, full=full)

    return rows


def numbers(rows):
    return [row.cells["number"] for row in rows]


@pytest.fixture
def saved(calls, orders, repair, clock):
    """A call with its case, its order and its slip, all made now."""
    made = orders.save_and_make(repair(user_type="residential", gas_smell=False))
    assert made.problems == []
    orders.sheet(made.order.id)
    return made


def test_a_call_shows_what_it_is_in_words(shown, saved, clock):
    (row,) = shown("calls")
    assert (row.kind, row.id) == ("call", saved.call.id)
    assert row.cells == {
        "number": saved.call.number,
        "started": saved.call.started_at,
        "form": "燃气报修",
        "category": "灶具不点火、熄火",
        "name": "王小明",
        "phone": "138 **** 1234",
        "address": "滨江区春晓路88号3幢2单元501室",
        "owes": False,
        "handler": "1001 王珂",
        "first_taker": "1001 王珂",
        "channel": "电话",
        "case": saved.case.number,
    }


def test_a_case_shows_its_clock_while_it_is_open(shown, saved, opened):
    (row,) = shown("cases")
    assert (row.cells["number"], row.cells["call"]) == (saved.case.number, saved.call.number)
    assert row.cells["title"] == saved.case.title
    assert row.is_open
    assert row.due == saved.case.due_at
    assert row.cells["retention"] == saved.case.opened_at
    with opened.store.write() as to:
        to.put(replace(saved.case, state=CaseState.CLOSED))
    (row,) = shown("cases")
    assert not row.is_open
    assert row.due is None
    assert row.cells["retention"] is None
    assert row.cells["state"] == "closed"


def test_an_order_shows_its_team_and_its_slips(shown, saved):
    (row,) = shown("orders")
    assert row.cells["team"] == "维修班"
    assert row.cells["title"] == "燃气报修 · 滨江区春晓路88号3幢2单元501室"
    assert (row.cells["slips"], row.cells["case"]) == (1, saved.case.number)
    assert row.cells["ordered_by"] == "1001 王珂"


def test_a_customer_shows_what_is_open(shown, saved, opened):
    (row,) = shown("customers")
    assert (row.cells["name"], row.cells["open"]) == ("王小明", 1)
    assert row.cells["phones"] == ("138 **** 1234",)
    with opened.store.write() as to:
        to.put(replace(saved.case, state=CaseState.CLOSED))
    assert shown("customers")[0].cells["open"] == 0


def test_numbers_are_masked_unless_they_are_asked_for(shown, saved):
    for name, column in (("calls", "phone"), ("customers", "phones")):
        assert "0000" not in str(shown(name)[0].cells[column])
        assert PHONE in str(shown(name, full=True)[0].cells[column])


def test_what_the_caller_did_not_give_is_said_in_words(shown, calls, repair):
    calls.save(repair(name={"not_given": "refused"}))
    (row,) = shown("calls")
    assert row.cells["name"]
    assert "refused" not in row.cells["name"]


def test_the_columns_of_every_list_are_those_it_fills(shown, saved, opened, clock):
    accesses = Accesses(opened.store, Rights(), opened.session, opened.seat.code, clock)
    accesses.note(Deed.REVEAL, "call", record=saved.call.id, whole=True)
    with opened.store.write() as to:
        to.put(Callback(new_id(), Why.MISSED, clock(), clock()))
        to.put(Task(new_id(), saved.case.id, Ask.ON_SITE, "老周", opened.agent.id, clock(), clock()))
        (slip,) = opened.store.find(Slip, order=saved.order.id)
        Register(opened.store, opened.seat.code, clock).void(to, slip, "x")
    for name, listing in LISTS.items():
        (row,) = shown(name)
        assert list(row.cells) == [column.code for column in listing.columns]


def test_a_page_asks_as_often_for_many_rows_as_for_few(lists, calls, repair, opened):
    for n in range(12):
        case = calls.save(repair(phone=f"1380000{n:04d}")).case
        with opened.store.write() as to:
            to.put(
                Task(new_id(), case.id, Ask.ON_SITE, "老周", opened.agent.id, case.opened_at, case.opened_at)
            )
    asked = []
    engine = opened.store._door._engines.read
    sa.event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    counts = {}
    for name in LISTS:
        order = lists.walk(lists.wanted(name, Filters())).order
        for rows in (order[:2], order):
            asked.clear()
            lists.rows(name, rows)
            counts.setdefault(name, []).append(len(asked))
    assert all(few == many for few, many in counts.values()), counts


# -- what narrows --


def test_mine_is_what_i_have_in_hand(shown, saved, opened, calls, repair):
    other = calls.save(repair())
    with opened.store.write() as to:
        to.put(replace(other.call, handler=new_id()))
    assert numbers(shown("calls", mine=True)) == [saved.call.number]


def test_late_is_what_is_open_and_over_its_time(shown, saved, clock):
    assert shown("cases", late=True) == shown("orders", late=True) == []
    clock.at = saved.case.due_at + timedelta(minutes=1)
    assert numbers(shown("cases", late=True)) == [saved.case.number]


def test_an_open_state_and_a_closed_one_are_both_found(shown, saved, opened):
    assert numbers(shown("cases", state="received")) == [saved.case.number]
    with opened.store.write() as to:
        to.put(replace(saved.case, state=CaseState.MERGED))
    assert numbers(shown("cases", state="merged")) == [saved.case.number]
    assert shown("cases", open=True) == []


def test_orders_are_found_by_team_and_state(shown, saved, opened):
    assert numbers(shown("orders", team="repair", state="open")) == [saved.order.number]
    assert shown("orders", team="emergency") == []
    with opened.store.write() as to:
        to.put(replace(saved.order, state=OrderState.VOID))
    assert shown("orders", open=True) == []


def test_owing_calls_alone(shown, calls, saved):
    leak = calls.new("gas_leak")
    leak.answers.update(phone="13700009999", address="和平路 7 号")
    owing = calls.save(leak)
    assert owing.call.owes
    assert numbers(shown("calls", owing=True)) == [owing.call.number]


def test_days_are_from_and_until(shown, saved, clock):
    begun = saved.call.started_at
    assert shown("calls", since=begun, until=begun + timedelta(seconds=1))
    assert not shown("calls", since=begun + timedelta(seconds=1))
    assert not shown("calls", until=begun)


@pytest.mark.parametrize("text", ["1", "LL01-00001", "ll01-00001", "1234", "138 0000 1234", "王小", "wxm"])
def test_a_call_is_found_by_what_an_agent_types(shown, saved, calls, repair, text):
    calls.save(repair(name="赵云", phone="15000007777"))
    assert numbers(shown("calls", text=text)) == [saved.call.number]


@pytest.mark.parametrize(
    "text", ["打不着火", "灶具", "灶具 春晓路", "居民", "RESIDENTIAL", "reside"], ids=str
)
def test_a_text_finds_calls_and_what_came_of_them_by_what_was_said(shown, saved, calls, repair, text):
    other = repair(
        request="热水器不热",
        address="江南大道1号",
        category="water_heater",
        user_type="commercial",
        company="店",
    )
    assert calls.save(other).problems == []
    assert numbers(shown("calls", text=text)) == [saved.call.number]
    assert numbers(shown("cases", text=text)) == [saved.case.number]
    assert numbers(shown("orders", text=text)) == [saved.order.number]
    assert shown("customers", text=text) == [] or "路" in text or "号" in text


@pytest.mark.parametrize("text", ["火", "1380000", "漏气", '"', "*", "AND", "火 OR 灶", "\x00", "😀", "‮灶"])
def test_a_text_nobody_said_finds_no_call_and_breaks_nothing(shown, lists, saved, text):
    lists.said.learn()
    found = numbers(shown("calls", text=text))
    assert found == ([saved.call.number] if text == "1380000" else [])


def test_a_call_that_is_corrected_is_found_by_what_it_says_now(shown, lists, saved, opened):
    assert lists.said.learn() is False
    with opened.store.write() as to:
        to.put(replace(saved.call, answers={**saved.call.answers, "request": "报警器一直响"}))
    assert numbers(shown("calls", text="报警器")) == [saved.call.number]
    assert shown("calls", text="打不着火") == []


def test_a_filter_a_list_does_not_have_is_passed_over(shown, saved):
    assert shown("customers", form="nothing", state="closed", mine=True, late=True, owing=True)


def test_sorted_as_asked(shown, calls, repair, clock):
    made = []
    for _ in range(3):
        made.append(calls.save(repair()).call.number)
        clock.go(minutes=1)
    assert numbers(shown("calls")) == made[::-1]
    assert numbers(shown("calls", "number", descending=False)) == made


def test_the_shift_began_when_the_agent_first_signed_in_today(lists, opened, clock):
    def session(**ago):
        since = clock() - timedelta(**ago)
        return Session(new_id(), opened.agent.id, opened.agent.role, "inst", since)

    with opened.store.write() as to:
        for each in (session(hours=20), session(hours=5), session(hours=1)):
            to.put(each)
    assert lists.shift_began() == clock() - timedelta(hours=5)


def test_what_is_in_conflict_says_so_until_it_is_decided(shown, saved, dispute, conflicts):
    came = [dispute(record, "title", "x", "y") for record in (saved.call, saved.case, saved.order)]
    for name, found in zip(("calls", "cases", "orders"), came, strict=True):
        assert [row.disputed for row in shown(name)] == [True]
        conflicts.decide(found, Decision.KEPT)
        assert [row.disputed for row in shown(name)] == [False]
    assert [row.disputed for row in shown("customers")] == [False]


def test_what_is_owed_is_found_by_number_caller_and_what_it_waits_for(shown, saved, opened, clock):
    def owe(why, number, **more):
        told = Callback(new_id(), why, clock(), clock() + timedelta(minutes=5), number, **more)
        with opened.store.write() as to:
            to.put(told)
        return told.id

    stranger = owe(Why.MISSED, "+8613911112222")
    known = owe(Why.PROMISE, "+8613800001234", call=saved.call.id, handler=opened.agent.id)
    done = owe(Why.MESSAGE, "", outcome="reached", done_at=clock())
    assert {row.id for row in shown("callbacks")} == {stranger, known, done}
    assert [row.id for row in shown("callbacks", text="1111")] == [stranger]
    landline = owe(Why.MISSED, "+8657188886666", outcome="reached", done_at=clock())
    assert [row.id for row in shown("callbacks", text="0571-8888 6666")] == [landline]
    assert [row.id for row in shown("callbacks", text="wxm")] == [known]
    assert [row.id for row in shown("callbacks", text=saved.call.number)] == [known]
    assert [row.id for row in shown("callbacks", mine=True)] == [known]
    assert [row.id for row in shown("callbacks", state="message")] == [done]
    assert {row.id for row in shown("callbacks", open=True)} == {stranger, known}
    clock.go(minutes=6)
    assert {row.id for row in shown("callbacks", late=True)} == {stranger, known}
    (row,) = shown("callbacks", state="message")
    assert (row.is_open, row.due, row.cells["outcome"]) == (False, None, "已回电")


def test_the_register_says_of_every_request_when_the_case_came_its_number_and_who_was_asked(
    shown, saved, opened, clock, calls, repair
):
    def ask(case, ask, inspector, **more):
        due = clock() + timedelta(hours=2)
        task = Task(new_id(), case.id, ask, inspector, opened.agent.id, clock(), due, **more)
        with opened.store.write() as to:
            to.put(task)
        return task.id

    other = calls.save(repair(phone="13911112222", name="赵铁柱")).case
    first = ask(saved.case, Ask.ON_SITE, "老周", chases=({"id": "1"}, {"id": "2"}))
    done = {"result": Result.NOT_MET, "answered_by": opened.agent.id, "answered_at": clock()}
    clock.go(minutes=1)
    second = ask(other, Ask.INSPECTION, "老吴", **done)
    rows = shown("tasks")
    assert [row.id for row in rows] == [second, first]
    told = rows[1].cells
    assert (told["opened"], told["case"], told["inspector"], told["chases"]) == (
        saved.case.opened_at, saved.case.number, "老周", 2,
    )  # fmt: skip
    assert (rows[0].cells["result"], rows[0].is_open, rows[0].due) == ("inspection.not_met", False, None)
    for text in (saved.case.number, "老周", "wxm", "1234"):
        assert [row.id for row in shown("tasks", text=text)] == [first], text
    assert [row.id for row in shown("tasks", state="inspection")] == [second]
    assert [row.id for row in shown("tasks", open=True)] == [first]
    assert shown("tasks", late=True) == []
    clock.go(hours=3)
    assert [row.id for row in shown("tasks", late=True)] == [first]
    assert [row.id for row in shown("tasks", "due_at", descending=False)] == [first, second]

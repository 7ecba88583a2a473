"""Orders and their slips."""

from app.records.calls import Call
from app.records.cases import CaseState
from app.records.orders import Order, OrderState, Slip

CHOSEN = {"team": "metering", "team_why": "师傅在附近"}


def dispatchable(repair, **more):
    return repair(**{"user_type": "residential", "gas_smell": False, "urgent": True, **more})


def test_an_order_is_made_from_the_case_with_everything_carried_over(calls, orders, cases, repair):
    saved = calls.save(dispatchable(repair, user_type="public", company="学校"))
    made = orders.make(saved.call.id, {})
    assert made.problems == []
    assert made.order.answers == saved.call.answers
    assert (made.order.team, made.order.state) == ("dispatch_centre", OrderState.DISPATCHED)
    assert cases.get(saved.case.id).state is CaseState.DISPATCHED


def test_dispatch_asks_for_what_save_did_not(calls, orders, opened, repair):
    saved = calls.save(repair())
    refused = orders.make(saved.call.id, {})
    assert [p.field for p in refused.problems] == ["user_type", "gas_smell"]
    assert opened.store.count(Order) == 0
    made = orders.make(saved.call.id, {"user_type": "commercial", "company": "面馆", "gas_smell": False})
    assert made.problems == []
    assert made.order.team == "dispatch_centre"  # ORD-2
    assert calls.get(saved.call.id).answers["company"] == "面馆"


def test_an_order_changes_no_answer_the_call_holds_already(calls, orders, repair):
    saved = calls.save(dispatchable(repair))
    made = orders.make(saved.call.id, {"user_type": "commercial", "address": "别处", **CHOSEN})
    assert made.dropped == ("address", "user_type")
    assert made.order.answers == {**saved.call.answers, **CHOSEN}
    assert calls.get(saved.call.id).answers == made.order.answers


def test_another_team_than_the_rules_say_wants_a_reason(calls, orders, repair):
    saved = calls.save(dispatchable(repair))
    refused = orders.make(saved.call.id, {"team": "metering"})
    assert [(p.field, p.code) for p in refused.problems] == [("team_why", "required")]
    made = orders.make(saved.call.id, CHOSEN).order
    assert (made.team, made.rules[0], made.answers["team_why"]) == ("metering", "chosen", "师傅在附近")
    assert "师傅在附近" not in {row.value for row in orders.sheet(made.id).rows}  # it is not the customer's


def test_f9_on_a_draft_of_a_kept_call_orders_that_call(calls, orders, opened, repair):
    call = calls.save(repair()).call
    draft = calls.additions.keep(call, {"user_type": "residential", "gas_smell": False}, ("", 0, 0))
    made = orders.save_and_make(draft)
    assert made.order.case == call.case
    assert [c.id for c in opened.store.find(Call)] == [call.id]
    assert calls.drafts() == []


def test_asked_twice_there_is_one_order(calls, orders, opened, repair):
    saved = calls.save(dispatchable(repair))
    first, second = (orders.make(saved.call.id, {}) for _ in range(2))
    assert first.order == second.order
    assert opened.store.count(Order) == 1


def test_f9_on_a_draft_keeps_call_case_and_order_together_or_nothing(calls, orders, opened, repair):
    refused = orders.save_and_make(repair())
    assert [p.field for p in refused.problems] == ["user_type", "gas_smell"]
    assert opened.store.find(Call) == []
    made = orders.save_and_make(dispatchable(repair))
    assert made.order.case == made.case.id
    assert made.case.call == made.call.id


def test_a_form_without_orders_says_so(calls, orders):
    refused = orders.save_and_make(calls.new("suggestion"))
    assert [p.code for p in refused.problems] == ["no_order"]


def test_the_promised_time_is_the_orders_time(calls, orders, repair):
    draft = dispatchable(repair, due_at="2026-11-22T09:00:00+08:00")
    made = orders.save_and_make(draft)
    assert made.order.due_at.isoformat() == "2026-11-22T01:00:00+00:00"


def test_the_slip_says_what_was_answered_in_words(orders, repair):
    made = orders.save_and_make(dispatchable(repair))
    sheet = orders.sheet(made.order.id)
    said = {row.label: row.value for row in sheet.rows}
    assert said["联系电话"] == "138 0000 1234"
    assert said["故障类别"] == "灶具不点火、熄火"
    assert said["闻到燃气味"] == "否"
    assert (sheet.title, sheet.centre, sheet.reprint) == ("燃气报修", "清河燃气", 0)
    assert sheet.copies == ("stub", "dispatch", "user")


def test_a_slip_keeps_its_number_and_counts_its_printings(orders, opened, repair):
    made = orders.save_and_make(dispatchable(repair))
    first = orders.sheet(made.order.id)
    assert orders.sheet(made.order.id).number == first.number
    orders.printed(first)
    again = orders.sheet(made.order.id)
    assert (again.number, again.reprint) == (first.number, 1)
    assert len(opened.store.get(Slip, first.slip).prints) == 1

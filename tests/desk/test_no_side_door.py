"""The one check: whichever way a call is kept, added to, ordered or closed, what is missing is asked for."""

import ast
from pathlib import Path

import pytest

from app import desk
from app.desk.moves import Said
from app.desk.shorts import ShortCalls
from app.desk.takeovers import Takeovers
from app.forms.check import check
from app.forms.spec import Stage
from app.records.accounts import Agent, Role
from app.records.calls import Call
from app.records.conflicts import Decision
from app.records.moves import Verb
from app.records.ops import Receipt, Verdict
from app.records.orders import Order
from tests.desk.conftest import ANSWERED

EMPTY = {"address": "", "request": " \u3000\u200b"}
KEPT = {name: value for name, value in ANSWERED.items() if name not in ("district", "answer")}
WANTED = ["address", "request"]


@pytest.fixture
def routes(calls, orders, conflicts, refusals, repair, dispute, opened, clock, cases, case):
    """Return each way by its name: it does what an agent does, and says which fields were asked for."""

    def fields(saved):
        return [problem.field for problem in saved.problems]

    def kept():
        return calls.save(repair()).call

    def switched():
        draft = calls.switch(repair(**EMPTY), "inquiry")
        return fields(calls.save(calls.switch(draft, "gas_repair")))

    def short():
        told = ShortCalls(calls)
        return fields(told.keep("wrong_number", calls.switch(repair(**EMPTY), "gas_repair"))[1])

    def taken_over():
        calls.keep(draft := repair(**EMPTY))
        lead = Agent(opened.agent.id, "1002", "李", Role.LEAD, "")
        theirs = Takeovers(opened.store, lead, clock)
        assert theirs.take(draft, "") is None  # there is one of one's own: it goes on as it is
        return fields(calls.save(draft))

    def conflict():
        found = dispute(kept(), "a.address", kept="甲路", lost="乙路")
        return [p.field.removeprefix("a.") for p in conflicts.decide(found, Decision.EDITED, "").problems]

    def refused():
        call = kept()
        for op in opened.store.outbox.waiting(500):
            verdict = Verdict.REJECTED if op.record == call.id else Verdict.APPLIED
            opened.store.outbox.settle([Receipt(op.id, verdict, None, (), "too_long")])
        (found,) = refusals.open()
        return [
            p.field.removeprefix("a.")
            for p in refusals.send_again(found, {"a.address": "", "a.request": " "})
        ]

    def moved(verb):
        """Return what was asked of a case that came as far as this, by a call which says no more."""
        return fields(cases.moves.take(case(answers=KEPT).id, verb, Said("x", outcome="solved")))

    return {
        "save": lambda: fields(calls.save(repair(**EMPTY))),
        "save and dispatch": lambda: [f for f in fields(orders.save_and_make(repair(**EMPTY))) if f in EMPTY],
        "another form and back": switched,
        "a draft taken over": taken_over,
        "dispatch what is kept": lambda: fields(orders.make(kept().id, {})),
        "close": lambda: fields(calls.complete(kept().id, {}, Stage.CLOSE)),
        "close a case": lambda: moved(Verb.CLOSE),
        "dispatch a case": lambda: moved(Verb.DISPATCH),
        "add to what is kept": lambda: fields(calls.complete(kept().id, {"customer_no": "1" * 41})),
        "a short call": short,
        "decide a conflict": conflict,
        "send again what was refused": refused,
    }


ROUTES = {
    "save": WANTED, "save and dispatch": WANTED, "another form and back": WANTED,
    "a draft taken over": WANTED,
    "dispatch what is kept": ["user_type", "gas_smell"], "close": ["user_type", "gas_smell", "answer"],
    "close a case": ["district", "answer"], "dispatch a case": ["district"],
    "add to what is kept": ["customer_no"], "a short call": [], "decide a conflict": ["address"],
    "send again what was refused": WANTED,
}  # fmt: skip


@pytest.mark.parametrize("route", ROUTES)
def test_every_way_asks_for_what_is_missing_and_keeps_nothing_without_it(routes, calls, opened, forms, route):
    asked = routes[route]()
    assert asked == ROUTES[route]
    assert opened.store.count(Order) == 0
    for form in forms.versions:
        for call in opened.store.find(Call, form=form):
            assert check(forms.get(form), call.answers, Stage.SAVE) == []


def test_a_short_call_that_lacks_something_stays_a_draft(calls, opened):
    told = ShortCalls(calls)
    draft = calls.new("gas_repair", phone="1")  # not a number: what was there before stays
    kept, saved = told.keep("hours", draft)
    assert [(p.field, p.code) for p in saved.problems] == [("phone", "phone_shape")]
    assert calls.drafts() == [kept]
    assert opened.store.find(Call, form="short_call") == []


def test_two_keys_keep_what_the_check_accepts(calls, opened):
    told = ShortCalls(calls)
    draft = calls.new("inquiry", phone="13800001234")
    assert told.takes(draft)
    _, saved = told.keep("hang_up", draft)
    assert (saved.call.id, saved.call.form, saved.call.answers["phone"]) == (
        draft.id,
        "short_call",
        "+8613800001234",
    )
    assert saved.call.answers["name"] == {"not_given": "hung_up"}
    assert saved.call.started_at == draft.started_at
    assert calls.drafts() == []
    asked = calls.new("inquiry", phone="13800001234")
    asked.answers["name"] = "李"
    assert not told.takes(asked)  # somebody was asked already: that is no short call


# Who writes calls, cases and orders, and by what each is checked: another writer goes by one of these.
WRITERS = {
    "attachments": "only the name of a file beside a record",
    "additions": "called with what calls and orders have checked",
    "callbacks": "only calls owed and what came of them",
    "calls": "check",
    "cases": "written with its call",
    "complaints": "only who handles a case and that it is handled",
    "conflicts": "corrections",
    "imports": "judge",
    "messages": "only who hears of an order and whether they did",
    "moves": "check",
    "notes": "only what is said of a record",
    "letters": "only agents, sessions and what was typed into drafts",
    "orders": "check",
    "owing": "only calls owed",
    "refusals": "corrections",
    "rings": "only what telephony told",
    "steps": "only what is done with an order that was made, by its one table",
    "tasks": "only what inspectors are asked and say",
    "ties": "only a case as it stands, in two",
    "visits": "only calls owed and what came of them",
    "rounds": "only calls owed",
    "reviews": "only what is said of entries",
}
KINDS = {"Call", "Case", "Order"}


def test_nothing_else_on_the_desk_writes_them():
    found = set()
    for path in Path(desk.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names = {
            node.name for each in ast.walk(tree) if isinstance(each, ast.ImportFrom) for node in each.names
        }
        puts = {
            n.func.attr
            for n in ast.walk(tree)
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
        }
        if puts & {"put", "decide", "send_again"} and names & (KINDS | {"Corrections"}):
            found.add(path.stem)
    assert found == set(WRITERS)
    for module, by in WRITERS.items():
        text = (Path(desk.__file__).parent / f"{module}.py").read_text("utf-8")
        assert " " in by or f".{by} import" in text, module

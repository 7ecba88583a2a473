"""Writing: row, op and number are one; reading: what was written, as it was."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.records.accounts import Agent, Session
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.customers import Customer
from app.records.ids import check_character, is_number
from app.records.ops import Receipt, Verdict, Welcome
from app.records.orders import Order, Slip
from app.store.engine import open_engines
from app.store.store import Not, Store


def _ops(store):
    return [json.loads(op.body) for op in store.outbox.waiting(1000)]


def test_every_kind_comes_back_as_it_was_put(store, make, clock):
    records = [
        make.call(customer=make.agent_id, owes=True, answers={"name": "林", "tags": ["a"], "n": {"x": None}}),
        make.case(due_at=clock(), urgent=True, state=CaseState.RETURNED),
        make.order(due_at=clock(), answers={"team": "north"}),
        make.slip(prints=({"at": "t", "by": "u", "copy": "stub"},)),
        make.customer(phones=("+861", "+862")),
        make.agent(),
        make.session(),
    ]
    with store.write() as to:
        for record in records:
            to.put(record)
    assert [store.get(type(record), record.id) for record in records] == records
    assert store.get(Call, make.agent_id) is None


def test_a_new_record_leaves_as_one_op_with_all_it_says(store, make, clock):
    store.feed.restart("epoch-1", 0)
    store.feed.welcomed(Welcome("epoch-1", 0, "A03", 1, clock() + timedelta(seconds=90)))
    call = make.call(answers={"name": "林"})
    with store.write() as to:
        to.put(call)
    (op,) = store.outbox.waiting()
    body = json.loads(op.body)
    assert (op.n, op.kind, op.record, op.id) == (1, "call", call.id, body["op"])
    assert body["patch"] == {
        "number": call.number,
        "channel": "phone",
        "form": "gas_repair",
        "form_version": 1,
        "started_at": "2026-03-02T09:00:00.000000+00:00",
        "saved_at": "2026-03-02T09:00:00.000000+00:00",
        "first_taker": make.agent_id,
        "handler": make.agent_id,
        "owes": False,
        "a.name": "林",
    }
    assert {k: body[k] for k in ("k", "e", "id", "base", "ep", "at", "off")} == {
        "k": "put", "e": "call", "id": call.id, "base": 0, "ep": "epoch-1",
        "at": "2026-03-02T09:00:00+00:00", "off": 90_000,
    }  # fmt: skip
    assert body["s"] == store._session.id
    assert len(bytes.fromhex(body["salt"])) == 16


def test_a_change_leaves_as_what_changed_on_the_version_it_was_made_on(store, make):
    call = make.call(answers={"name": "林", "phone": "1"})
    store.feed.receive(_page(make, call, version=7))
    with store.write() as to:
        to.put(replace(call, customer=make.agent_id, answers={"name": "林", "address": "x"}))
    (op,) = _ops(store)
    assert op["base"] == 7
    assert op["patch"] == {"customer": make.agent_id, "a.address": "x", "a.phone": None}


def test_an_unchanged_record_makes_no_op_and_tells_nobody(store, make):
    call = make.call(answers={"name": "林"})
    with store.write() as to:
        to.put(call)
    told = []
    stop = store.changes.listen(told.append)
    with store.write() as to:
        to.put(replace(call, answers={"name": "林", "phone": None}))
        to.put(call)
    assert len(_ops(store)) == 1
    assert told == []
    stop()


def test_two_changes_in_one_transaction_are_two_ops_in_order(store, make):
    call = make.call()
    with store.write() as to:
        to.put(call)
        to.put(replace(call, owes=True))
    assert [(op["n"], op["patch"].get("owes")) for op in _ops(store)] == [(1, False), (2, True)]


def test_an_agent_is_kept_but_never_sent_and_a_session_never_says_it_is_confirmed(store, make):
    with store.write() as to:
        to.put(make.agent())
        to.put(make.session(confirmed=True))
    (op,) = _ops(store)
    assert op["e"] == "session"
    assert "confirmed" not in op["patch"]
    assert store.find(Agent) == [make.agent()]
    assert store.find(Session)[0].confirmed


def test_numbers_run_on_within_prefix_and_seat(store, clock):
    with store.write() as to:
        assert [to.number("L"), to.number("L"), to.number("G")] == [
            f"{body}-{check_character(body)}" for body in ("LA03-00001", "LA03-00002", "GA03-00001")
        ]
    store.feed.welcomed(Welcome("e", 0, "B11", 1, clock()))
    with store.write() as to:
        fresh = to.number("L")
    assert fresh.startswith("LB11-00001-")
    assert is_number(fresh)


def test_what_is_rolled_back_never_was(store, make):
    told = []
    stop = store.changes.listen(told.append)

    def fail_at_the_end():
        with store.write() as to:
            to.number("L")
            to.put(make.call())
            to.save_draft(make.draft())
            to.set("lang", "en")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_at_the_end()
    stop()
    assert told == []
    assert store.find(Call) == []
    assert store.drafts.all() == []
    assert store.setting("lang") is None
    with store.write() as to:
        assert to.number("L").startswith("LA03-00001-")


class Crash(Exception):
    pass


def _crash_at(engine: sa.Engine, statement: int) -> list[str]:
    """Raise at the given statement of the writing connection, as a crash there would; count them."""
    seen: list[str] = []

    @sa.event.listens_for(engine, "before_cursor_execute")
    def _count(_c, _cursor, text, _parameters, _context, _many):
        seen.append(text)
        if len(seen) == statement:
            raise Crash

    return seen


def _save(store: Store, make, draft, customer, call):
    with store.write() as to:
        number = to.number("L")
        to.put(customer)
        to.put(replace(call, number=number, customer=customer.id))
        to.put(make.case(call=call.id, number=to.number("A")))
        to.drop_draft(draft.id)
        to.set("last", number)


def _everything(store: Store):
    return (
        store.count(Customer), store.count(Call), store.count(Case), len(store.drafts.all()),
        len(_ops(store)), store.setting("last"), len(store.customers("138000")),
    )  # fmt: skip


def test_a_crash_at_any_statement_leaves_all_of_a_save_or_nothing(path, key, make, clock):
    counted = open_engines(path, key)
    store = Store(counted, make.session(), clock)
    draft = make.draft()
    with store.write() as to:
        to.save_draft(draft)
    before = _everything(store)
    customer, call = make.customer(), make.call()
    crash_at = 0
    while True:
        crash_at += 1
        engines = open_engines(path, key)
        seen = _crash_at(engines.write, crash_at)
        other = Store(engines, make.session(), clock)
        try:
            _save(other, make, draft, customer, call)
            break
        except Crash:
            assert _everything(store) == before, f"half a save after {seen[-1]}"
        finally:
            other.close()
    assert crash_at > 12
    assert _everything(store) == (1, 1, 1, 0, 3, store.find(Call)[0].number, 1)
    assert [op["n"] for op in _ops(store)] == [1, 2, 3]
    assert store.find(Call)[0].number.startswith("LA03-00001-")
    store.close()


def test_listeners_hear_after_the_commit_and_only_of_what_was_touched(store, make):
    heard = []
    stop = store.changes.listen(lambda kinds: heard.append((kinds, store.count(Call))))
    with store.write() as to:
        to.put(make.call())
        to.save_draft(make.draft())
        assert heard == []
    assert heard == [({"call", "outbox", "draft"}, 1)]
    stop()
    stop()
    with store.write() as to:
        to.set("lang", "en")
    assert len(heard) == 1


def test_find_gives_those_asked_for_newest_first(store, make):
    customer = make.customer()
    calls = [make.call(customer=customer.id if i % 2 else None, owes=i < 3) for i in range(6)]
    with store.write() as to:
        for call in calls:
            to.put(call)
    calls.sort(key=lambda c: c.id)
    asked = [c for c in calls if c.customer]
    assert store.find(Call, customer=customer.id) == asked[::-1]
    assert store.find(Call, customer=customer.id, newest_first=False, limit=2) == asked[:2]
    assert store.find(Call, customer=None) == [c for c in calls if not c.customer][::-1]
    assert store.find(Call, limit=2) == calls[:-3:-1]
    assert store.find(Call, first_taker=make.agent_id, owes=True) == [c for c in calls if c.owes][::-1]
    assert store.count(Call) == 6
    assert store.count(Call, customer=customer.id) == 3


def test_find_takes_states_and_one_of_several(store, make):
    cases = [make.case(state=state) for state in CaseState]
    with store.write() as to:
        for case in cases:
            to.put(case)
    wanted = (CaseState.RECEIVED, CaseState.CLOSED)
    assert {c.state for c in store.find(Case, handler=make.agent_id, state=wanted)} == set(wanted)
    assert store.count(Case, state=CaseState.FILED) == 1
    assert store.find(Case, state=()) == []


def test_one_of_none_is_nothing_and_a_column_that_is_not_there_is_said(store, make):
    with store.write() as to:
        to.put(make.call())
    assert store.count(Call, form=()) == 0
    with pytest.raises(KeyError, match="frm"):
        store.find(Call, form="gas_repair", frm="x")
    with pytest.raises(KeyError, match="due"):
        store.find(Call, soonest="due")


def test_a_list_is_never_a_walk_through_everything(store):
    with pytest.raises(ValueError, match="no index"):
        store.find(Call, channel="phone")
    with pytest.raises(ValueError, match="no index"):
        store.count(Order, urgent=True)
    with pytest.raises(KeyError):
        store.find(Slip, order="o", nonsense=1)


@pytest.mark.parametrize(
    ("kind", "column"), [(Call, "customer"), (Call, "number"), (Case, "call"), (Slip, "order")]
)
def test_what_is_asked_for_has_its_index(engines, kind, column):
    from app.store import tables

    table = tables.KINDS[kind.kind].table.name
    with engines.read.connect() as c:
        plan = c.exec_driver_sql(
            f'EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE "{column}" = ? ORDER BY id DESC LIMIT 5', ("x",)
        ).all()
    assert len(plan) == 1  # no sorting step
    assert f"ix_{table}_{column}" in plan[0].detail


def test_settings_hold_any_json_value(store):
    with store.write() as to:
        to.set("lang", "zh_CN")
        to.set("window", {"size": [1200, 800], "max": True})
    with store.write() as to:
        to.set("lang", "en")
    assert store.setting("lang") == "en"
    assert store.setting("window") == {"size": [1200, 800], "max": True}
    assert store.setting("other") is None


def test_text_is_data_whatever_it_says(store, make):
    evil = "'; DROP TABLE calls; --\"%_\\"
    call = make.call(number=evil, answers={evil: evil})
    with store.write() as to:
        to.put(call)
        to.set(evil, evil)
        to.put(make.customer(name=evil))
    assert store.find(Call, number=evil) == [call]
    assert store.setting(evil) == evil
    assert [c.name for c in store.customers(evil)] == [evil]


def test_a_clock_set_back_a_day_breaks_no_order_that_matters(store, make, clock):
    numbers = []
    for step in (0, -24, -24, 30):
        clock.move(hours=step)
        with store.write() as to:
            numbers.append(to.number("L"))
            to.put(make.call(number=numbers[-1]))
            to.save_draft(make.draft())
    assert [n[:10] for n in numbers] == ["LA03-00001", "LA03-00002", "LA03-00003", "LA03-00004"]
    assert [op["n"] for op in _ops(store)] == [1, 2, 3, 4]
    assert [op["patch"]["number"] for op in _ops(store)] == numbers
    assert len({c.id for c in store.find(Call)}) == 4
    assert len(store.drafts.all()) == 4
    assert store.outbox.state().oldest_at.day == 2  # the oldest op, whatever its clock said


def test_ids_made_after_the_clock_went_back_are_still_unlike(monkeypatch):
    from app.records import ids

    today = 1_770_000_000_000_000_000
    monkeypatch.setattr(ids.time, "time_ns", lambda: today)
    first = {ids.new_id() for _ in range(1000)}
    monkeypatch.setattr(ids.time, "time_ns", lambda: today - 86_400_000_000_000)
    earlier = {ids.new_id() for _ in range(1000)}
    monkeypatch.setattr(ids.time, "time_ns", lambda: today)
    assert len(first | earlier | {ids.new_id() for _ in range(1000)}) == 3000


def test_a_write_within_a_write_is_told_and_not_waited_for(store, make):
    with store.write() as to:
        to.put(make.call())
        with pytest.raises(RuntimeError, match="within"), store.write():
            pass
    assert store.count(Call) == 1


def test_reading_within_a_write_sees_the_file_as_it_was(store, make):
    call = make.call()
    with store.write() as to:
        to.put(call)
        assert store.get(Call, call.id) is None
    assert store.get(Call, call.id) == call


def test_a_failed_commit_is_no_save(path, key, make, clock):
    engines = open_engines(path, key)
    store = Store(engines, make.session(), clock)

    @sa.event.listens_for(engines.write, "commit")
    def _fail(_connection):
        raise Crash

    told = []
    stop = store.changes.listen(told.append)
    with pytest.raises(Crash), store.write() as to:
        to.put(make.call())
    assert told == []
    assert store.count(Call) == 0
    stop()
    store.close()


def test_a_refused_op_is_no_obstacle_to_the_next_save(store, make):
    call = make.call()
    with store.write() as to:
        to.put(call)
    (op,) = store.outbox.waiting()
    store.outbox.settle([Receipt(op.id, Verdict.REJECTED, reason="x")])
    with store.write() as to:
        to.put(replace(call, owes=True))
    assert [op["n"] for op in _ops(store)] == [2]


def _page(make, call, version):
    from app.records.ops import Page
    from app.store import rows, tables

    body = rows.body_of(tables.CALLS.shape, call)
    return Page((make.image(body, record=call.id, version=version),))


def test_the_soonest_go_first_and_those_without_a_time_last_and_newest_first(store, make, clock):
    late, soon, later = (make.case(due_at=clock() + timedelta(hours=h)) for h in (-5, 1, 9))
    older, newer = sorted((make.case(), make.case()), key=lambda case: case.id)
    with store.write() as to:
        for case in (later, older, soon, newer, late):
            to.put(case)
    asked = {"state": (CaseState.RECEIVED,), "soonest": "due_at"}
    assert store.find(Case, **asked) == [late, soon, later, newer, older]
    assert store.find(Case, **asked, limit=1) == [late]


def test_not_is_every_other_value_and_no_index_of_its_own(store, make):
    mine, other, nobody = make.call(), make.call(customer=make.agent_id), make.call(customer="c")
    with store.write() as to:
        for call in (mine, other, nobody):
            to.put(call)
    mine_too = {"first_taker": make.agent_id}
    assert {c.id for c in store.find(Call, **mine_too, customer=Not("c"))} == {mine.id, other.id}
    assert store.count(Call, **mine_too, customer=Not(None)) == 2
    with pytest.raises(ValueError, match="no index"):
        store.count(Call, customer=Not("c"))


def test_who_has_what_due_next_is_read_from_one_index_alone(store, engines, make):
    asked = []
    sa.event.listen(engines.read, "before_cursor_execute", lambda *seen: asked.append(seen[2:4]))
    states = (CaseState.RECEIVED, CaseState.FILED)
    taken = {"first_taker": make.agent_id, "handler": Not(make.agent_id)}
    for whose in ({"handler": make.agent_id}, {"handler": Not(make.agent_id)}, taken):
        store.find(Case, **whose, state=states, soonest="due_at")
        store.count(Case, **whose, state=states)
    asked = [(query, given) for query, given in asked if query.startswith("SELECT")]
    with engines.read.connect() as c:
        plans = [[row[3] for row in c.exec_driver_sql(f"EXPLAIN QUERY PLAN {q}", p)] for q, p in tuple(asked)]
    through = [
        step.split(" (")[0]
        for plan in plans
        for step in plan
        if "(id=?)" not in step and step.startswith(("SEARCH", "SCAN"))
    ]
    within = "SEARCH cases USING COVERING INDEX "
    assert through == [within + "ix_cases_state"] * 4 + [within + "ix_cases_first_taker"] * 2

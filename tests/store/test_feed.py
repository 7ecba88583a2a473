"""What comes in: rows and cursor together, own changes on top, nothing unknown lost."""

import json
import random
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.records.calls import Call
from app.records.customers import Customer
from app.records.ids import new_id
from app.records.ops import Cursor, Head, Hello, Page, Receipt, Verdict, Welcome
from app.records.orders import Order
from app.store import inbox, rows, tables
from app.store.door import Door
from app.store.engine import StoreRefused, open_engines
from app.store.store import Store


def _row(engines, record, table="calls"):
    with engines.read.connect() as connection:
        query = f"SELECT * FROM {table} WHERE id = ?"
        return connection.exec_driver_sql(query, (record,)).mappings().one()


def _skipped(engines):
    with engines.read.connect() as connection:
        return connection.execute(sa.select(tables.inbox_skipped)).mappings().all()


def test_a_new_file_has_been_nowhere(store):
    assert store.feed.epoch() == ""
    assert store.feed.cursor() == Cursor(0, 0)
    assert (store.feed.install(), store.feed.generation(), store.feed.seat_code()) == ("inst-1", 1, "A03")
    hello = store.feed.hello()
    assert hello == Hello("inst-1", "", "", hello.next, 1, 0, Head())
    assert hello.next


def test_an_image_becomes_a_record(store, make, engines):
    image = make.image(make.call_body(**{"a.name": "林"}), version=4)
    assert store.feed.receive(Page((image,))) == 1
    call = store.get(Call, image.record)
    assert call.answers == {"name": "林"}
    assert _row(engines, image.record)["version"] == 4


def test_an_older_or_equal_version_changes_nothing(store, make):
    record = new_id()
    newer = make.image(make.call_body(form="new"), record=record, version=5)
    assert store.feed.receive(Page((newer,))) == 1
    for version in (5, 4, 1):
        old = make.image(make.call_body(form="old"), record=record, version=version, at=Cursor(9, version))
        assert store.feed.receive(Page((old,))) == 0
    assert store.get(Call, record).form == "new"


def test_the_highest_version_of_a_page_wins_whatever_the_order(store, make):
    record = new_id()
    images = [
        make.image(make.call_body(form=f"v{v}"), record=record, version=v, at=Cursor(7, i))
        for i, v in enumerate((1, 3, 2))
    ]
    store.feed.receive(Page(tuple(images)))
    assert store.get(Call, record).form == "v3"
    assert store.feed.cursor() == Cursor(7, 2)


def test_only_settled_images_move_the_cursor_but_all_are_applied(store, make):
    def image(xid, settled):
        return make.image(make.call_body(), at=Cursor(xid, 1), settled=settled)

    page = Page((image(10, True), image(11, True), image(12, False), image(13, False)))
    assert store.feed.receive(page) == 4
    assert store.feed.cursor() == Cursor(11, 1)
    assert store.feed.receive(Page((image(14, False),))) == 1
    assert store.feed.cursor() == Cursor(11, 1)


def test_the_cursor_never_passes_one_that_is_not_settled(store, make):
    images = [make.image(make.call_body(), at=Cursor(x, 1), settled=x != 11) for x in (10, 11, 12)]
    store.feed.receive(Page(tuple(images)))
    assert store.feed.cursor() == Cursor(10, 1)


def test_the_cursor_is_a_number_and_never_goes_back(store, make):
    for xid, expected in ((9999, 9999), (10000, 10000), (4, 10000), (2**62, 2**62), (10001, 2**62)):
        store.feed.receive(Page((make.image(make.call_body(), at=Cursor(xid, 3)),)))
        assert store.feed.cursor() == Cursor(expected, 3)


def test_what_central_refused_stands_no_more_and_all_else_does(store, make, engines):
    record, told = new_id(), []
    body = make.call_body(**{"a.name": "林"})
    store.feed.receive(Page((make.image(body, record=record, version=2),)))
    call = store.get(Call, record)
    never_there = make.call(answers={"name": "王"})
    with store.write() as to:
        to.put(replace(call, channel="visit", owes=True))
        to.put(replace(call, channel="visit", owes=True, answers={"name": "林晓"}))
        to.put(never_there)
    refused, waits, alone = store.outbox.waiting()
    store.changes.listen(told.append)
    store.outbox.settle([Receipt(op.id, Verdict.REJECTED, reason="way") for op in (refused, alone)])
    assert store.get(Call, record) == replace(call, answers={"name": "林晓"})
    assert store.get(Call, never_there.id) == never_there  # for a person to correct
    assert told == [{"outbox", "call"}]
    row = _row(engines, record)
    assert (row["version"], json.loads(row["base"])) == (2, body)
    store.outbox.settle([Receipt(waits.id, Verdict.REJECTED, reason="way")])
    assert store.get(Call, record) == call


def test_own_waiting_changes_stay_on_top_of_what_comes_in(store, make, engines):
    record = new_id()
    store.feed.receive(Page((make.image(make.call_body(**{"a.name": "林"}), record=record, version=2),)))
    call = store.get(Call, record)
    with store.write() as to:
        to.put(replace(call, answers={"name": "林晓", "address": "东湖"}))
        to.put(replace(call, owes=True, answers={"name": "林晓", "address": "东湖路"}))
    body = make.call_body(handler="agent-c", **{"a.name": "someone", "a.phone": "1"})
    store.feed.receive(Page((make.image(body, record=record, version=3),)))
    seen = store.get(Call, record)
    assert seen.handler == "agent-c"
    assert seen.owes
    assert seen.answers == {"name": "林晓", "address": "东湖路", "phone": "1"}
    row = _row(engines, record)
    assert row["version"] == 3
    assert json.loads(row["base"]) == body


def test_own_changes_are_found_by_their_record_and_not_among_all_that_was_ever_sent(engines):
    with engines.read.connect() as connection:
        plan = [r[3] for r in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {inbox._OWN}", ("[]",))]
    assert "SEARCH outbox USING INDEX ix_outbox_record (record=?)" in plan
    assert not any("ix_outbox_state" in step for step in plan)


def test_what_central_said_is_written_down_only_where_the_row_says_another(store, make, engines):
    """An image beside a row that says the same doubles the file."""
    call = replace(make.call(), answers={"name": "林", "floor": 3})
    body = rows.body_of(tables.CALLS.shape, call)
    store.feed.receive(Page((make.image(body, record=call.id, version=2),)))
    assert store.get(Call, call.id) == call
    assert _row(engines, call.id)["base"] is None
    with store.write() as to:
        to.put(replace(call, owes=True))
    assert json.loads(_row(engines, call.id)["base"]) == body
    with store.write() as to:
        to.put(replace(call, owes=True, answers={}))
    assert json.loads(_row(engines, call.id)["base"]) == body
    store.feed.receive(Page((make.image({**body, "colour": "red"}, record=call.id, version=3),)))
    assert json.loads(_row(engines, call.id)["base"]) == {**body, "colour": "red"}
    less = {name: value for name, value in body.items() if name != "owes"}
    image = make.image(less)
    store.feed.receive(Page((image,)))
    assert json.loads(_row(engines, image.record)["base"]) == less


def test_what_central_said_is_written_down_before_many_are_changed_at_once(store, make, engines):
    call = make.call()
    body = rows.body_of(tables.CALLS.shape, call)
    store.feed.receive(Page((make.image(body, record=call.id, version=2),)))
    store.write_many(lambda to: to.put(replace(call, owes=not call.owes)))
    assert json.loads(_row(engines, call.id)["base"]) == body


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a.x": "\ud800"}', "1e5", "{} {}", "[" * 100_000])
def test_an_image_without_a_body_is_kept_aside(store, make, engines, text):
    image = make.image({})._replace(body=text)
    assert store.feed.receive(Page((image,))) == 0
    (kept,) = _skipped(engines)
    assert (kept["record"], kept["why"]) == (image.record, "body")
    assert store.feed.cursor() == image.at


def test_the_journal_is_brought_into_the_file_and_no_commit_waits_for_it(path, key, make, clock):
    engines = open_engines(path, key)
    with engines.write.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar() >= 8000
    store, tidied = Store(engines, make.session(), clock), []
    tidy = engines.tidy
    engines.tidy = lambda: tidied.append(store._door._turns._holder) or tidy()
    before = path.stat().st_size
    images = tuple(make.image(make.call_body(), at=Cursor(1, n)) for n in range(1, 2001))
    store.feed.receive(Page(images))
    assert tidied == [None]  # ten writes, and nobody's turn
    assert path.stat().st_size > before + 500_000
    store.close()


def test_a_journal_that_cannot_be_brought_into_the_file_does_not_undo_what_stands_in_it(engines, make, clock):
    store, tried = Store(engines, make.session(), clock), []

    def full():
        tried.append(True)
        raise StoreRefused("full")

    engines.tidy = full
    images = tuple(make.image(make.call_body(), at=Cursor(1, n)) for n in range(1, 3201))
    assert store.feed.receive(Page(images)) == 3200
    assert tried == [True, True]
    assert store.feed.cursor() == Cursor(1, 3200)


def test_a_value_taken_back_stays_taken_back(store, make):
    record = new_id()
    body = make.call_body(customer="c1", **{"a.name": "林"})
    store.feed.receive(Page((make.image(body, record=record, version=1),)))
    with store.write() as to:
        to.put(replace(store.get(Call, record), customer=None, answers={}))
    store.feed.receive(Page((make.image(body, record=record, version=2),)))
    assert store.get(Call, record).customer is None
    assert store.get(Call, record).answers == {}


def test_a_change_central_has_taken_does_not_blink_before_its_image_comes(store, make):
    record = new_id()
    store.feed.receive(Page((make.image(make.call_body(), record=record, version=1),)))
    with store.write() as to:
        to.put(replace(store.get(Call, record), owes=True))
    (op,) = store.outbox.waiting()
    store.outbox.settle([Receipt(op.id, Verdict.MERGED, 3)])
    between = make.image(make.call_body(handler="agent-c"), record=record, version=2)
    store.feed.receive(Page((between,)))
    assert (store.get(Call, record).owes, store.get(Call, record).handler) == (True, "agent-c")
    final = make.image(make.call_body(handler="agent-d", owes=False), record=record, version=4)
    store.feed.receive(Page((final,)))
    assert store.get(Call, record).owes is False


def test_what_lost_a_conflict_gives_way_and_the_rest_stays(store, make):
    order = make.order(team="north")
    body = rows.body_of(tables.ORDERS.shape, order)

    def image(version, **told):
        return make.image({**body, **told}, kind="order", record=order.id, version=version)

    store.feed.receive(Page((image(1),)))
    with store.write() as to:
        to.put(replace(order, team="south", urgent=True))
    (op,) = store.outbox.waiting()
    store.outbox.settle([Receipt(op.id, Verdict.CONFLICT, 3, ("team",))])
    store.feed.receive(Page((image(2, team="west"),)))
    seen = store.get(Order, order.id)
    assert (seen.team, seen.urgent) == ("west", True)
    assert store.outbox.problems()[0].fields == ("team",)


def test_fields_of_a_newer_program_are_kept_and_never_sent_back(store, make, engines):
    record = new_id()
    body = make.call_body(colour="red", tags=[{"x": None}], **{"a.mood": {"not_given": "refused"}})
    store.feed.receive(Page((make.image(body, record=record, version=1),)))
    assert json.loads(_row(engines, record)["base"]) == body
    with store.write() as to:
        to.put(replace(store.get(Call, record), owes=True))
    (op,) = store.outbox.waiting()
    assert op.patch == {"owes": True}
    assert json.loads(_row(engines, record)["base"]) == body


def test_unknown_kinds_and_broken_images_are_kept_aside_and_hold_nothing_up(store, make, engines):
    good = make.image(make.call_body(), at=Cursor(5, 3))
    broken = make.image({"number": "x"}, at=Cursor(5, 1), version=2)
    unknown = make.image({"any": "thing"}, kind="bulletin", at=Cursor(5, 2), version=6)
    assert store.feed.receive(Page((broken, unknown, good))) == 1
    assert store.get(Call, good.record)
    assert store.feed.cursor() == Cursor(5, 3)
    aside = {row["kind"]: row for row in _skipped(engines)}
    assert (aside["bulletin"]["why"], json.loads(aside["bulletin"]["body"])) == ("kind", {"any": "thing"})
    assert (aside["call"]["why"], aside["call"]["version"]) == ("channel", 2)


def test_the_newest_of_what_is_kept_aside_stays(store, make, engines):
    record = new_id()
    for version in (3, 5, 4):
        image = make.image({"v": version}, kind="bulletin", record=record, version=version)
        store.feed.receive(Page((image,)))
    assert [json.loads(row["body"]) for row in _skipped(engines)] == [{"v": 5}]


def test_what_was_kept_aside_is_tried_again_by_a_newer_program(store, make, engines, clock):
    broken = make.image({"number": "x"}, version=2)
    store.feed.receive(Page((broken,)))
    with engines.write.begin() as connection:  # as if this program had learnt to read it
        connection.exec_driver_sql(
            "UPDATE inbox_skipped SET body = ?", (json.dumps(make.call_body(form="learnt")),)
        )
    store.feed.welcomed(Welcome("e", 0, "A03", 1, clock()))
    assert store.get(Call, broken.record).form == "learnt"
    assert _skipped(engines) == []
    assert store.feed.cursor() == Cursor(1, 2)


def test_a_later_good_image_clears_the_broken_one(store, make, engines):
    record = new_id()
    store.feed.receive(Page((make.image({"number": 1}, record=record, version=1),)))
    store.feed.receive(Page((make.image(make.call_body(), record=record, version=2),)))
    assert _skipped(engines) == []


def test_times_of_any_zone_are_stored_as_utc_and_cause_no_op(store, make):
    record = new_id()
    body = make.call_body(saved_at="2026-03-02T16:00:00+08:00")
    store.feed.receive(Page((make.image(body, record=record, version=1),)))
    with store.write() as to:
        to.put(store.get(Call, record))
    assert store.outbox.waiting() == []


def test_a_customer_from_central_is_found_by_number(store, make):
    customer = make.customer(phones=("+8613912345678",))
    body = rows.body_of(tables.CUSTOMERS.shape, customer)
    store.feed.receive(Page((make.image(body, kind="customer", record=customer.id),)))
    assert store.customers("1234") == [customer]
    body["phones"] = ["+8613700000000"]
    store.feed.receive(Page((make.image(body, kind="customer", record=customer.id, version=2),)))
    assert store.customers("1234") == []
    assert len(store.customers("1370000")) == 1


def test_a_page_is_written_in_parts_of_200_each_with_its_cursor(path, key, make, clock):
    engines = open_engines(path, key)
    commits = []
    sa.event.listen(engines.write, "commit", commits.append)
    store = Store(engines, make.session(), clock)
    images = tuple(make.image(make.call_body(), at=Cursor(3, i)) for i in range(450))
    assert store.feed.receive(Page(images)) == 450
    assert len(commits) == 3
    assert store.feed.cursor() == Cursor(3, 449)
    store.close()


def test_a_page_is_written_in_shorter_parts_while_the_window_waits(store, make, monkeypatch):
    images = tuple(make.image(make.call_body(), at=Cursor(1, n)) for n in range(1, 201))
    parts = []
    store.changes.listen(lambda kinds: parts.append(store.feed.cursor().seq))
    monkeypatch.setattr(Door, "is_awaited", True)
    assert store.feed.receive(Page(images)) == 200
    assert parts == list(range(25, 201, 25))


def test_a_crash_at_any_statement_of_a_page_never_parts_rows_and_cursor(path, key, make, clock):
    customers = [make.customer(phones=(f"+86139000000{i:02}",)) for i in range(3)]
    images = [
        make.image(rows.body_of(tables.CUSTOMERS.shape, c), kind="customer", record=c.id, at=Cursor(4, i))
        for i, c in enumerate(customers)
    ]
    images += [make.image(make.call_body(), at=Cursor(5, 1)), make.image({}, kind="other", at=Cursor(5, 2))]
    page, crash_at = Page(tuple(images)), 0
    while True:
        crash_at += 1
        engines = open_engines(path, key)
        store = Store(engines, make.session(), clock)
        left = [crash_at]

        @sa.event.listens_for(engines.write, "before_cursor_execute")
        def _crash(*_, left=left):
            left[0] -= 1
            if left[0] == 0:
                raise RuntimeError("crash")

        try:
            store.feed.receive(page)
        except RuntimeError:
            assert store.feed.cursor() == Cursor(0, 0)
            assert store.count(Customer) == store.count(Call) == len(store.customers("13900")) == 0
            assert _skipped(engines) == []
            continue
        else:
            break
        finally:
            if left[0] > 0:
                assert store.feed.cursor() == Cursor(5, 2)
                assert (store.count(Customer), store.count(Call)) == (3, 1)
            store.close()
    assert crash_at > 8


def test_a_restored_central_is_sent_what_it_lost_and_everything_is_taken_anew(store, make, engines):
    store.feed.restart("epoch-1", 0)
    for _ in range(3):
        with store.write() as to:
            to.put(make.call())
    ops = store.outbox.waiting()
    store.outbox.settle([Receipt(op.id, Verdict.APPLIED, 9) for op in ops])
    taken = make.image(make.call_body(), record=ops[0].record, version=9, at=Cursor(500, 1))
    store.feed.receive(Page((taken, make.image({}, kind="other"))))
    store.feed.restart("epoch-2", 1)
    assert store.outbox.waiting() == ops[1:]
    assert (store.feed.epoch(), store.feed.cursor()) == ("epoch-2", Cursor(0, 0))
    assert store.count(Call) == 3
    assert _skipped(engines) == []
    again = make.image(make.call_body(form="restored"), record=ops[0].record, version=2)
    assert store.feed.receive(Page((again,))) == 1
    assert store.get(Call, ops[0].record).form == "restored"


def test_an_answer_of_the_old_epoch_no_longer_counts_as_newer(store, make):
    store.feed.restart("epoch-1", 0)
    record = new_id()
    store.feed.receive(Page((make.image(make.call_body(), record=record, version=8),)))
    with store.write() as to:
        to.put(replace(store.get(Call, record), owes=True))
    (op,) = store.outbox.waiting()
    store.outbox.settle([Receipt(op.id, Verdict.APPLIED, 9)])
    store.feed.restart("epoch-2", 1)
    image = make.image(make.call_body(owes=False), record=record, version=3)
    store.feed.receive(Page((image,)))
    assert store.get(Call, record).owes is False


def test_a_restart_goes_through_more_than_one_step_of_rows(store, make, engines):
    images = tuple(make.image(make.call_body(), version=7, at=Cursor(1, i)) for i in range(430))
    store.feed.receive(Page(images))
    store.feed.restart("epoch-2", 0)
    with engines.read.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM calls WHERE version <> 0").scalar() == 0


def test_a_file_put_back_from_an_old_copy_takes_no_n_twice(store, make, clock):
    with store.write() as to:
        to.put(make.call())
    store.feed.welcomed(Welcome("e", 40, "A03", 2, clock()))
    with store.write() as to:
        to.put(make.call())
    assert [op.n for op in store.outbox.waiting()] == [1, 41]


def test_the_welcome_is_kept_and_an_equal_one_writes_nothing(store, engines, clock):
    welcome = Welcome("e", 0, "B07", 3, clock() - timedelta(seconds=5))
    store.feed.welcomed(welcome)
    assert (store.feed.seat_code(), store.feed.generation()) == ("B07", 3)
    writes = []
    sa.event.listen(engines.write, "begin", writes.append)
    store.feed.welcomed(replace(welcome, at=clock() - timedelta(seconds=5.4)))
    assert writes == []
    store.feed.welcomed(welcome, offset_ms=120_000)
    assert len(writes) == 1


@pytest.mark.parametrize("seed", range(5))
def test_any_order_of_pages_edits_and_answers_ends_with_own_changes_on_top(store, make, seed):
    """An oracle of four lines: the newest image, then every own op central did not know at that version."""
    dice = random.Random(seed)  # noqa: S311 - dice, and the same ones every time
    record, version = new_id(), 1
    body = make.call_body(**{f"a.f{i}": 0 for i in range(4)})
    store.feed.receive(Page((make.image(body, record=record, version=1),)))
    mine: list[tuple[str, dict, int]] = []  # op, patch, version at central (0: not there)
    for step in range(60):
        match dice.choice(("edit", "push", "image", "old")):
            case "edit":
                answers = {**store.get(Call, record).answers, f"f{dice.randrange(4)}": step + 1}
                with store.write() as to:
                    to.put(replace(store.get(Call, record), answers=answers))
            case "push":
                for op in store.outbox.waiting(1):
                    version += 1
                    body = {**body, **op.patch}
                    store.outbox.settle([Receipt(op.id, Verdict.APPLIED, version)])
                    mine.append((op.id, op.patch, version))
            case "image":
                version += 1
                body = {**body, f"a.f{dice.randrange(4)}": -step}
                image = make.image(body, record=record, version=version, at=Cursor(step, 1))
                store.feed.receive(Page((image,)))
                expected = {k: v for k, v in body.items() if k.startswith("a.")}
                for op in store.outbox.waiting(99):
                    expected.update(op.patch)
                seen = {f"a.{k}": v for k, v in store.get(Call, record).answers.items()}
                assert seen == expected
            case "old":
                store.feed.receive(Page((make.image({"x": 1}, record=record, version=1),)))
    assert store.get(Call, record).form == "inquiry"

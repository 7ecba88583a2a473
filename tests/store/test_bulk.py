"""Many records at once leave the file and the outbox as one by one would."""

import json
from contextlib import contextmanager
from dataclasses import replace

import pytest

from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.ids import Id, id_of
from app.records.ops import Cursor, Image, Page


@contextmanager
def many(store):
    """Write what the block puts, as write_many() does."""
    puts = []

    class Put:
        def put(self, record):
            puts.append(record)

    yield Put()

    def fill(to):
        for record in puts:
            to.put(record)

    store.tell(store.write_many(fill)[1])


def numbers(store, *prefixes):
    return store.write_many(lambda to: [to.number(prefix) for prefix in prefixes])[0]


def ops(store):
    return [json.loads(op.body) for op in store.outbox.waiting(1000)]


def plain(op):
    return {k: v for k, v in op.items() if k not in ("op", "salt", "n")}


def records(make, clock):
    customer = make.customer(phones=("+8613800001234", "110"))
    case = make.case(customer=customer.id, due_at=clock(), urgent=True)
    call = make.call(customer=customer.id, case=case.id, owes=True, answers={"name": "林", "tags": ["a"]})
    return [customer, case, call, make.session(), make.agent()]


def dump(store):
    with store._door.read() as connection:
        return {
            table: sorted(map(repr, connection.exec_driver_sql(f'SELECT * FROM "{table}"')))
            for table in ("calls", "cases", "customers", "customer_phones", "sessions", "agents", "series")
        }


def test_rows_and_ops_are_those_of_the_writer(store, make, clock, tmp_path):
    told = records(make, clock)
    with store.write() as to:
        for record in told:
            to.put(record)
        taken = [to.number("L"), to.number("A"), to.number("L")]
    one_by_one, left = dump(store), ops(store)
    with store._door.write() as connection:
        for table in (
            "calls",
            "cases",
            "customer_phones",
            "customers",
            "sessions",
            "agents",
            "outbox",
            "series",
        ):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    with many(store) as to:
        for record in told:
            to.put(record)
    assert numbers(store, "L", "A", "L") == taken
    assert dump(store) == one_by_one
    assert list(map(plain, ops(store))) == list(map(plain, left))
    assert [op["n"] for op in ops(store)] == [1, 2, 3, 4]  # the agent is central's own


def test_what_is_put_twice_leaves_as_one_op(store, make):
    case = make.case()
    with many(store) as to:
        to.put(case)
        to.put(replace(case, state=CaseState.CLOSED))
    (op,) = ops(store)
    assert op["patch"]["state"] == "closed"
    assert store.get(Case, case.id).state is CaseState.CLOSED


def test_what_is_there_already_leaves_as_what_changed_on_its_version(store, make, clock):
    known = make.customer()
    body = {"name": known.name, "phones": list(known.phones), "addresses": list(known.addresses),
            "created_at": clock().isoformat(), "seen_at": clock().isoformat(), "initials": "wxm"}  # fmt: skip
    store.feed.receive(Page((Image("customer", known.id, 7, json.dumps(body), Cursor(1, 7), True),)))
    same = make.call()
    with store.write() as to:
        to.put(same)
    before = ops(store)
    with many(store) as to:
        to.put(replace(known, addresses=("新路 2 号",)))
        to.put(same)
    (op,) = ops(store)[len(before) :]
    assert (op["base"], op["patch"]) == (7, {"addresses": ["新路 2 号"]})


def test_the_owners_of_numbers_come_the_one_heard_last_first(store, make, clock):
    old = make.customer()
    clock.move(hours=1)
    new = make.customer(phones=("+8613800001234", "+8657188886666"))
    with store.write() as to:
        to.put(new)
        to.put(old)

    def asked(to):
        assert to.owners(set()) == {}
        return to.owners({"8613800001234", "8657188886666", "110"})

    found, _ = store.write_many(asked)
    assert {n: [c.id for c in cs] for n, cs in found.items()} == {
        "8613800001234": [new.id, old.id],
        "8657188886666": [new.id],
    }


def test_what_is_there_is_known_inside_and_outside(store, make):
    call, other = make.call(), make.call().id
    with store.write() as to:
        to.put(call)
    assert store.there(Call, [call.id, other]) == {call.id}
    assert store.there(Call, []) == frozenset()
    assert store.write_many(lambda to: to.there(Call, [call.id, other]))[0] == {call.id}


def test_all_or_nothing_and_the_numbers_come_back(store, make):
    def half_done(to):
        to.put(make.call())
        to.number("L")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.write_many(half_done)
    assert ops(store) == []
    assert [n.split("-")[1] for n in numbers(store, "L", "L")] == ["00001", "00002"]
    with store.write() as to:
        assert to.number("L").split("-")[1] == "00003"


def test_what_somebody_wrote_meanwhile_is_seen(store, make):
    """What was worked out before the transaction is worked out anew inside it."""
    mine, theirs, tries = make.call(), make.call(), []

    def fill(to):
        tries.append(to.there(Call, [theirs.id]))
        if len(tries) == 1:
            with store.write() as other:
                other.put(theirs)
                other.number("L")
        to.put(replace(mine, number=to.number("L")))

    store.write_many(fill)
    assert tries == [frozenset(), {theirs.id}]
    assert store.get(Call, mine.id).number.split("-")[1] == "00002"
    assert [op["n"] for op in ops(store)] == [1, 2]


def test_what_another_program_wrote_meanwhile_is_seen(store, another, make):
    tries = []

    def fill(to):
        if not tries:
            with another().write() as other:
                other.put(make.call())
        tries.append(1)
        to.put(make.call())

    store.write_many(fill)
    assert len(tries) == 2
    assert [op["n"] for op in ops(store)] == [1, 2]


def test_listeners_hear_once_of_what_was_touched(store, make):
    heard = []
    stop = store.changes.listen(heard.append)
    with many(store) as to:
        for _ in range(3):
            to.put(make.call())
        to.put(make.customer())
    stop()
    assert heard == [frozenset({"call", "customer", "outbox"})]


def test_ids_of_the_past_sort_by_their_time_and_are_the_same_anywhere(clock):
    first = id_of(clock(), "call", "form", "7")
    assert first == id_of(clock(), "call", "form", "7")
    assert first != id_of(clock(), "call", "form", "8")
    clock.move(seconds=1)
    later = id_of(clock(), "call", "form", "7")
    assert first < later < Id("01ffffff-ffff-7fff-bfff-ffffffffffff")
    assert (first[14], first[19] in "89ab", len(first)) == ("8", True, 36)

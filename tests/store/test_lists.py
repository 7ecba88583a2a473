"""Long lists: every row once and in its order, whatever narrows them, and never a walk through the table."""

import random
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.customers import Customer
from app.records.orders import Order, OrderState
from app.store import lists, matches, rows, tables
from app.store.engine import create, open_engines
from app.store.lists import Wanted
from app.store.store import Store
from tests.store.conftest import KEY, Clock, Make

CALLS, CASES, ORDERS, CUSTOMERS = 21_000, 3_000, 600, 900
START = datetime(2026, 1, 1, tzinfo=UTC)
AGENTS = ("agent-0", "agent-1", "agent-2")
LATE = START + timedelta(minutes=2000)


def lay(store, records):
    """Put the records down all at once, as plain rows."""
    kind = tables.KINDS[records[0].kind]
    made = [rows.row_of(kind.shape, r.id, rows.body_of(kind.shape, r)) for r in records]
    with store._door.write() as connection:
        connection.exec_driver_sql(kind.put, made)


def invented():
    dice, make = random.Random(3), Make(Clock())  # noqa: S311
    at = [START + timedelta(minutes=dice.randrange(CALLS // 2)) for _ in range(CALLS)]
    customers = [
        make.customer(
            name=f"客{n % 40}",
            initials=f"k{n % 40}",
            phones=(f"+86138{n:08d}",),
            seen_at=at[n],
            created_at=at[n],
        )
        for n in range(CUSTOMERS)
    ]
    calls = [
        make.call(
            number=f"LA{n % 3:02d}-{n:05d}-X",
            started_at=at[n],
            form=dice.choice(["gas_repair", "inquiry"]),
            handler=dice.choice(AGENTS),
            owes=n % 50 == 0,
            customer=customers[n % CUSTOMERS].id,
        )
        for n in range(CALLS)
    ]
    cases = [
        make.case(
            number=f"AA{n % 3:02d}-{n:05d}-X",
            call=calls[n].id,
            opened_at=at[n],
            handler=dice.choice(AGENTS),
            state=CaseState.CLOSED if n % 10 else dice.choice([CaseState.FILED, CaseState.RECEIVED]),
            due_at=None if n % 4 == 0 else at[n] + timedelta(hours=24),
            customer=calls[n].customer,
        )
        for n in range(CASES)
    ]
    orders = [
        make.order(
            number=f"GA03-{n:05d}-X",
            case=cases[n].id,
            ordered_at=at[n],
            team=dice.choice(["north", "south"]),
            state=dice.choice(list(OrderState)),
            due_at=None if n % 5 == 0 else at[n] + timedelta(hours=48),
        )
        for n in range(ORDERS)
    ]
    calls[:CASES] = [replace(call, case=case.id) for call, case in zip(calls, cases, strict=False)]
    return {Call: calls, Case: cases, Order: orders, Customer: customers}


@pytest.fixture(scope="module")
def laid():
    return invented()


@pytest.fixture(scope="module")
def many(tmp_path_factory, laid):
    path = tmp_path_factory.mktemp("lists") / "seat.db"
    create(path, KEY, install="inst-1", seat_code="A03", generation=1)
    clock = Clock()
    store = Store(open_engines(path, KEY), Make(clock).session(), clock)
    with store.write() as to:
        for customer in laid[Customer]:
            to.put(customer)
    for kind in (Call, Case, Order):
        lay(store, laid[kind])
    make = Make(clock)
    lay(store, [make.slip(number="PA03-00007-X", order=laid[Order][7].id)])
    yield store
    store.close()


def walked(store, wanted):
    """Return all pieces of the walk."""
    pieces = [store.lists.walk(wanted)]
    while pieces[-1].mark is not None:
        pieces.append(store.lists.walk(wanted, pieces[-1].mark))
    return pieces


def ids(store, wanted):
    table = tables.KINDS[wanted.kind].table.name
    with store._door.read() as connection:
        known = dict(connection.exec_driver_sql(f"SELECT rowid, id FROM {table}").all())
    return [known[row] for piece in walked(store, wanted) for row in piece.order]


def in_order(records, sort, *, descending):
    """The law: by the column, then the id; what has no value comes last, whichever way."""
    known = [r for r in records if getattr(r, sort) is not None]
    blank = [r for r in records if getattr(r, sort) is None]
    known.sort(key=lambda r: (getattr(r, sort), r.id), reverse=descending)
    blank.sort(key=lambda r: r.id, reverse=descending)
    return [r.id for r in known + blank]


SORTS = [
    (Call, "started_at"),
    (Call, "number"),
    (Case, "opened_at"),
    (Case, "number"),
    (Case, "due_at"),
    (Order, "ordered_at"),
    (Order, "due_at"),
    (Customer, "seen_at"),
    (Customer, "name"),
]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize(("kind", "sort"), SORTS)
def test_a_list_holds_every_row_once_in_its_order(many, laid, kind, sort, descending):
    assert ids(many, Wanted(kind.kind, sort, descending)) == in_order(laid[kind], sort, descending=descending)


OPEN = [CaseState.FILED, CaseState.RECEIVED]
OPEN_ORDERS = [OrderState.OPEN, OrderState.DISPATCHED, OrderState.ONSITE]
DAY = timedelta(days=1)
NARROWED = {
    "form": (Call, {"equals": (("form", "inquiry"),)}, lambda c: c.form == "inquiry"),
    "mine": (Call, {"equals": (("handler", "agent-1"),)}, lambda c: c.handler == "agent-1"),
    "mine of a form": (
        Call,
        {"equals": (("handler", "agent-1"), ("form", "inquiry"))},
        lambda c: c.handler == "agent-1" and c.form == "inquiry",
    ),
    "owing": (Call, {"owing": True}, lambda c: c.owes),
    "a day": (
        Call,
        {"since": START + DAY, "until": START + 2 * DAY},
        lambda c: START + DAY <= c.started_at < START + 2 * DAY,
    ),
    "my day": (
        Call,
        {"since": START + DAY, "until": START + 2 * DAY, "equals": (("handler", "agent-2"),)},
        lambda c: START + DAY <= c.started_at < START + 2 * DAY and c.handler == "agent-2",
    ),
    "open": (Case, {"open_only": True}, lambda c: c.state in OPEN),
    "late": (Case, {"late_at": LATE}, lambda c: c.state in OPEN and c.due_at and c.due_at < LATE),
    "a state": (Case, {"equals": (("state", "filed"),)}, lambda c: c.state is CaseState.FILED),
    "my open": (
        Case,
        {"open_only": True, "equals": (("handler", "agent-1"),)},
        lambda c: c.state in OPEN and c.handler == "agent-1",
    ),
    "a team": (Order, {"equals": (("team", "north"),)}, lambda o: o.team == "north"),
    "open orders": (Order, {"open_only": True}, lambda o: o.state in OPEN_ORDERS),
    "late orders": (
        Order,
        {"late_at": LATE + DAY},
        lambda o: o.state in OPEN_ORDERS and o.due_at and o.due_at < LATE + DAY,
    ),
}


@pytest.mark.parametrize("name", NARROWED)
def test_what_is_narrowed_holds_what_fits_and_no_more(many, laid, name):
    kind, given, fits = NARROWED[name]
    records = [record for record in laid[kind] if fits(record)]
    assert records
    for of, sort in SORTS:
        if of is kind:
            wanted = Wanted(kind.kind, sort, **given)
            assert ids(many, wanted) == in_order(records, sort, descending=True), sort


@pytest.fixture
def plans(many):
    """How SQLite goes about what the lists ask: a line a step."""
    asked = []

    def note(connection, cursor, statement, parameters, context, executemany):
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    engine = many._door._engines.read
    sa.event.listen(engine, "before_cursor_execute", note)

    def told():
        sa.event.remove(engine, "before_cursor_execute", note)
        with engine.connect() as connection:
            return [
                step[3]
                for statement, parameters in asked
                for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            ]

    return told


@pytest.mark.parametrize("sort", SORTS, ids=lambda s: f"{s[0].kind}-{s[1]}")
def test_no_list_sorts_or_walks_through_the_table(many, plans, sort):
    kind, column = sort
    walked(many, Wanted(kind.kind, column))
    for of, given, _ in NARROWED.values():
        if of is kind:
            walked(many, Wanted(kind.kind, column, **given))
    steps = plans()
    assert steps
    assert not [step for step in steps if "TEMP B-TREE" in step]
    assert not [
        step for step in steps if re.search(r"SCAN (calls|cases|orders|customers)\b(?!.* USING )", step)
    ]


def test_one_value_alone_is_found_by_its_own_index(many, plans):
    for given in ({"equals": (("handler", "agent-1"),)}, {"equals": (("form", "inquiry"),)}):
        walked(many, Wanted("call", "started_at", **given))
    steps = plans()
    assert [s for s in steps if "ix_calls_handler (handler=?" in s]
    assert [s for s in steps if "ix_calls_form (form=?" in s]
    assert not [s for s in steps if "ix_calls_started_at" in s]


@pytest.mark.parametrize("kind", ["call", "case", "order", "customer"])
@pytest.mark.parametrize("text", ["LA00-0000", "客3", "0012"])
def test_a_text_is_looked_up_never_walked_through(many, plans, kind, text):
    walked(many, Wanted(kind, lists._LISTED[kind].dated, text=text))
    steps = plans()
    assert not [step for step in steps if re.search(r"SCAN (calls|cases|orders|slips)\b", step)]
    assert not [step for step in steps if re.search(r"SCAN customers\b(?!.* USING COVERING )", step)]


def test_the_first_piece_is_short_and_none_is_long(many):
    pieces = walked(many, Wanted("call", "started_at"))
    assert [len(piece.order) for piece in pieces] == [
        lists.FIRST,
        lists.STRETCH,
        CALLS - lists.FIRST - lists.STRETCH,
    ]
    # Where little fits, a piece still is no more than so many rows looked at.
    sifted = walked(many, Wanted("call", "number", equals=(("form", "nowhere"),)))
    assert len(sifted) > CALLS // lists.SIFTED
    assert not any(piece.order for piece in sifted)


def test_rows_written_while_a_list_is_walked_disturb_nothing(store, make, clock):
    for n in range(lists.FIRST + 50):
        clock.move(minutes=1)
        with store.write() as to:
            to.put(make.call(number=str(n), started_at=clock()))
    wanted = Wanted("call", "started_at")
    first = store.lists.walk(wanted)
    clock.move(minutes=1)
    with store.write() as to:
        to.put(make.call(number="new", started_at=clock()))
    rest = store.lists.walk(wanted, first.mark)
    order = [*first.order, *rest.order]
    assert len(order) == len(set(order)) == lists.FIRST + 50


def test_what_is_gone_is_left_out_of_what_is_read(many, laid):
    order = many.lists.walk(Wanted("call", "number", descending=False)).order[:3]
    found = many.lists.read("call", [order[2], 99_999_999, order[0]])
    assert [row for row, _ in found] == [order[2], order[0]]


# -- what a text may mean --


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        ("call", "LA01-00004", lambda laid: [laid[Call][4]]),
        ("call", "la01-00004", lambda laid: [laid[Call][4]]),
        ("call", "AA01-00004-X", lambda laid: [laid[Call][4]]),
        ("call", "PA03-00007-X", lambda laid: [laid[Call][7]]),
        ("case", "AA01-00004-X", lambda laid: [laid[Case][4]]),
        ("case", "LA01-00004-X", lambda laid: [laid[Case][4]]),
        ("case", "GA03-00007-X", lambda laid: [laid[Case][7]]),
        ("case", "PA03-00007-X", lambda laid: [laid[Case][7]]),
        ("order", "PA03-00007-X", lambda laid: [laid[Order][7]]),
        ("order", "LA01-00007-X", lambda laid: [laid[Order][7]]),
        ("order", "AA01-00007-X", lambda laid: [laid[Order][7]]),
        ("customer", "LA01-00004-X", lambda laid: [laid[Customer][4]]),
        ("customer", "00000456", lambda laid: [laid[Customer][456]]),
        ("call", "00000456", lambda laid: [c for c in laid[Call] if c.customer == laid[Customer][456].id]),
        (
            "case",
            "138 0000 0456",
            lambda laid: [c for c in laid[Case] if c.customer == laid[Customer][456].id],
        ),
        ("customer", "k39", lambda laid: [c for c in laid[Customer] if c.initials == "k39"]),
        ("call", "没有这个人", lambda laid: []),
        ("call", "12", lambda laid: []),
    ],
)
def test_a_text_finds_what_it_may_mean(many, laid, kind, text, meant):
    wanted = Wanted(kind, lists._LISTED[kind].dated, text=text)
    assert set(ids(many, wanted)) == {record.id for record in meant(laid)}


def test_what_a_text_means_is_narrowed_and_sorted_like_all_else(many, laid):
    wanted = Wanted("call", "number", False, equals=(("form", "inquiry"),), text="00000456")
    mine = [c for c in laid[Call] if c.customer == laid[Customer][456].id and c.form == "inquiry"]
    assert ids(many, wanted) == in_order(mine, "number", descending=False)


def test_whole_numbers_a_text_stands_for_are_found(many, laid):
    wanted = Wanted("call", "started_at", text="4", numbers=("LA01-00004-X", "AA01-00004-X"))
    assert ids(many, wanted) == [laid[Call][4].id]


def test_a_text_that_means_too_much_says_so(many):
    (piece,) = walked(many, Wanted("call", "started_at", text="LA"))
    assert not piece.cut  # letters alone are a name, and nobody is called so
    (piece,) = walked(many, Wanted("call", "started_at", text="LA00"))
    assert piece.cut
    assert len(piece.order) == matches.MOST


# -- joined --


def test_columns_of_others_are_told_in_one_question(many, laid):
    cases = laid[Case][:50]
    told = many.lists.told("call", "number", [case.call for case in cases])
    assert told == {call.id: call.number for call in laid[Call][:50]}
    open_now = many.lists.counted("case", "customer", [c.id for c in laid[Customer]], open_only=True)
    assert sum(open_now.values()) == sum(case.state in OPEN for case in laid[Case])

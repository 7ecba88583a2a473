"""Importing: through the one check, by the way a call is logged, and never twice."""

import csv
import json
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from app.demo.secrets import DemoSecrets
from app.desk.accounts import Accounts
from app.desk.imports import Imports, Words
from app.desk.judge import ImportRefused
from app.desk.refused import LINE, REASON
from app.desk.sheets import Sheet
from app.forms.check import check
from app.forms.maps import ImportMap, Rule
from app.forms.spec import Stage
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.customers import Customer
from app.store.slots import Cost

HEADER = ["no", "at", "who", "tel", "where", "kind", "what"]
TOLD = ImportMap(
    "gas_repair",
    {
        "name": Rule(("who",), not_given="unknown"),
        "phone": Rule(("tel",), not_given="hidden_number"),
        "address": Rule(("where",)),
        "category": Rule(("kind",), values={"灶具": "stove"}),
        "request": Rule(("what",)),
        "read_back": Rule(otherwise="yes"),
        "solved": Rule(otherwise="unsolved"),
    },
    time=Rule(("at",)),
    key=("no",),
    zone="Asia/Shanghai",
)
ROW = ["7", "2024-03-05 09:30:00", "王小明", "138 0000 1234", "春晓路88号", "灶具", "打不着火"]


@pytest.fixture
def imports(opened, forms, clock):
    return Imports(opened.store, forms, opened.agent, clock, "zh_CN")


@pytest.fixture
def file(tmp_path):
    """Write rows under the header, or any text, as a CSV."""

    def make(*rows, name="old.csv", header=HEADER):
        path = tmp_path / name
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows([header, *rows])
        return path

    return make


@pytest.fixture
def words(tmp_path):
    return Words(lambda p, form, told: f"{p.field}:{p.code}", ("行", "原因"), tmp_path)


@pytest.fixture
def bring(imports, words):
    """Take a file in, to the end."""

    def run(path, told=TOLD, dry=False, by=imports):
        begun = by.start(Sheet(path), told, words, dry=dry)
        with closing(begun):
            while not begun.step().done:
                pass
        return begun.tally

    return run


def ops(store):
    return [json.loads(op.body) for op in store.outbox.waiting(10_000)]


def all_of(store, kind):
    of = {Call: {"form": "gas_repair"}, Case: {"state": tuple(s.value for s in CaseState)}}
    return store.find(kind, limit=10_000, **of[kind])


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


# -- the same as by hand --


def test_a_row_makes_what_typing_it_would_have_made(opened, calls, bring, file, repair):
    before = len(ops(opened.store))
    calls.save(repair(phone="138 0000 1234", address="春晓路88号", request="打不着火"))
    by_hand = ops(opened.store)[before:]
    bring(file([*ROW[:3], "139 0000 1234", *ROW[4:]]))
    by_import = ops(opened.store)[before + len(by_hand) :]

    def told(op):
        own = {"number", "call", "case", "customer", "started_at", "saved_at", "opened_at", "due_at"}
        own |= {"created_at", "seen_at", "phones", "a.phone"}
        return op["e"], op["k"], op["base"], {n: v for n, v in op["patch"].items() if n not in own}

    assert [told(op) for op in by_import] == [told(op) for op in by_hand]
    assert [op["n"] for op in by_import] == [by_hand[-1]["n"] + i for i in (1, 2, 3)]
    for one, other in zip(by_import, by_hand, strict=True):
        assert set(one) == set(other)
        assert set(one["patch"]) == set(other["patch"])


def test_the_numbers_are_of_the_seats_own_series(opened, calls, bring, file, repair):
    first = calls.save(repair()).call.number
    bring(file(ROW, ["8", *ROW[1:]]))
    last = calls.save(repair()).call.number
    numbers = [first, *(c.number for c in reversed(all_of(opened.store, Call)[1:3])), last]
    counts = sorted(int(n.split("-")[1]) for n in {*numbers, *(c.number for c in all_of(opened.store, Call))})
    assert counts == [1, 2, 3, 4]
    assert int(last.split("-")[1]) == 4


def test_a_call_keeps_its_own_time_and_stands_among_the_others_by_it(opened, calls, bring, file, repair):
    calls.save(repair())
    bring(file(ROW, ["8", "2026-11-20 08:00", *ROW[2:]]))
    found = all_of(opened.store, Call)
    assert [c.started_at for c in found[1:]] == [
        datetime(2026, 11, 20, 0, 0, tzinfo=UTC),
        datetime(2024, 3, 5, 1, 30, tzinfo=UTC),
    ]
    assert found[0].started_at > found[1].started_at  # newest first, by id alone
    case = opened.store.get(Case, found[2].case)
    assert case.opened_at == found[2].started_at
    assert case.due_at == found[2].started_at + timedelta(hours=24)
    assert case.state is CaseState.RECEIVED


def test_what_the_source_has_not_got_is_answered_not_given(opened, bring, file):
    bring(file(["7", ROW[1], "", " ", *ROW[4:]]))
    (call,) = all_of(opened.store, Call)
    assert call.answers["name"] == {"not_given": "unknown"}
    assert call.answers["phone"] == {"not_given": "hidden_number"}
    assert call.customer is None


# -- no side door --


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("phone", "12"),
        ("phone", "1380000123"),
        ("address", ""),
        ("address", "路" * 501),
        ("category", "飞船"),
        ("request", " \u200b "),
        ("request", "火" * 20_001),
    ],
)
def test_what_the_check_refuses_by_hand_no_import_takes(opened, calls, bring, file, repair, field, cell):
    by_hand = calls.save(repair(**{field: cell})).problems
    assert by_hand
    row, before = ROW.copy(), ops(opened.store)
    row[["phone", "address", "category", "request"].index(field) + 3] = cell
    tally = bring(file(row))
    assert (tally.taken, tally.refused) == (0, 1)
    assert set(tally.reasons) == {(p.field, p.code) for p in by_hand}
    assert ops(opened.store) == before


def test_every_row_that_is_in_satisfies_the_check(opened, forms, bring, file):
    said = product(("", "王"), ("", "1", "13800001234"), ("", "路"), ("", "火"))
    rows = [[str(i), ROW[1], who, tel, where, "灶具", what] for i, (who, tel, where, what) in enumerate(said)]
    tally = bring(file(*rows))
    assert tally.rows == 24
    for call in all_of(opened.store, Call):
        assert check(forms.get("gas_repair"), call.answers, Stage.SAVE) == []
    assert tally.taken == len(all_of(opened.store, Call))
    assert tally.refused > 10


def test_a_case_that_comes_in_closed_is_asked_what_closing_asks(opened, bring, file):
    told = replace(TOLD, closed=Rule(("kind",), values={"灶具": "yes"}))
    owed = ("answer", "user_type", "gas_smell")
    assert set(bring(file(ROW), told).reasons) == {(field, "required") for field in owed}
    more = {
        "answer": Rule(("what",)),
        "user_type": Rule(otherwise="residential"),
        "gas_smell": Rule(otherwise="no"),
    }
    fields = {**told.fields, **more}
    header, row = [*HEADER, "done"], [*ROW, "2024-03-06 10:00"]
    bring(file(row, header=header), replace(told, fields=fields, closed_at=Rule(("done",))))
    (call,), (case,) = all_of(opened.store, Call), all_of(opened.store, Case)
    assert case.state is CaseState.CLOSED
    assert call.answers["closed_at"] == "2024-03-06T02:00:00+00:00"


# -- twice --


def test_run_twice_nothing_doubles(opened, bring, file):
    path = file(ROW, ["8", *ROW[1:]], ["9", *ROW[1:4], "", *ROW[5:]])
    first = bring(path)
    before = ops(opened.store)
    second = bring(path)
    assert (first.taken, first.there, first.refused) == (2, 0, 1)
    assert (second.taken, second.there, second.refused) == (0, 2, 1)
    assert ops(opened.store) == before


def test_another_seat_makes_the_same_calls_cases_and_customers(tmp_path, opened, forms, clock, bring, file):
    other = Accounts(tmp_path / "other", DemoSecrets(), clock, None, Cost(m=64, t=1, p=1, floor_kib=64))
    there = other.start_alone("清河燃气", "2002", "林晓", "another horse 电池")
    try:
        path = file(ROW, ["8", *ROW[1:]])
        bring(path)
        bring(path, by=Imports(there.store, forms, there.agent, clock, "zh_CN"))
        made = [{(op["e"], op["id"]) for op in ops(s) if op["e"] in ("call", "case", "customer")}
                for s in (opened.store, there.store)]  # fmt: skip
        assert made[0] == made[1]
        assert len(made[0]) == 5
    finally:
        there.store.close()


def test_without_a_key_equal_rows_are_as_many_calls_as_rows(opened, bring, file):
    told = replace(TOLD, key=())
    path = file(ROW, ROW, ROW)
    assert bring(path, told).taken == 3
    assert len(all_of(opened.store, Call)) == 3
    assert bring(path, told).there == 3


def test_a_key_that_stands_there_twice_is_the_same_row_or_a_refusal(bring, file):
    tally = bring(file(ROW, ROW, [*ROW[:6], "另一件事"], ["", *ROW[1:]]))
    assert (tally.taken, tally.there, tally.refused) == (1, 1, 2)
    assert set(tally.reasons) == {("key", "key_twice"), ("key", "key_missing")}


def test_what_was_taken_in_before_a_stop_stays_and_the_next_run_goes_on(imports, words, bring, file):
    path = file(*([str(i), *ROW[1:]] for i in range(450)))
    begun = imports.start(Sheet(path), TOLD, words)
    begun.step()
    begun.close()
    assert (begun.tally.taken, begun.tally.done) == (100, False)
    assert begun.step() is begun.tally  # closed is closed
    after = bring(path)
    assert (after.taken, after.there) == (350, 100)


def test_the_next_rows_are_judged_beside_the_commit_and_come_in_once(imports, words, bring, file):
    path = file(*([str(i), *ROW[1:]] for i in range(5)))
    sheet = Sheet(path)
    readers, read = [], sheet.read
    sheet.read = lambda most: readers.append(threading.current_thread()) or read(most)
    with closing(imports.start(sheet, TOLD, words)) as begun:
        assert begun.step(2).taken == 2
    assert [thread is threading.main_thread() for thread in readers] == [True, False]
    after = bring(path)
    assert (after.taken, after.there) == (3, 2)  # what was judged and not taken is not lost


def test_a_dry_run_writes_nothing_but_the_refused_rows(opened, bring, file):
    before = ops(opened.store)
    tally = bring(file(ROW, ["8", *ROW[1:4], "", *ROW[5:]]), dry=True)
    assert (tally.taken, tally.refused) == (1, 1)
    assert tally.refused_file.exists()
    assert ops(opened.store) == before


# -- customers --


def test_one_number_is_one_customer_in_the_file_and_before(opened, calls, bring, file, repair):
    calls.save(repair(phone="13900009999", name="老客户"))
    rows = [[str(i), f"2024-03-0{i} 09:00", "王小明", tel, f"{i}号", "灶具", "火"]
            for i, tel in ((1, "138 0000 1234"), (2, "+8613800001234"), (3, "13900009999"))]  # fmt: skip
    bring(file(*rows))
    (one,) = opened.store.customers_at("8613800001234")
    assert one.addresses == ("2号", "1号")
    assert one.created_at == datetime(2024, 3, 1, 1, 0, tzinfo=UTC)
    (old,) = opened.store.customers_at("8613900009999")
    assert old.name == "老客户"
    assert old.addresses[-1] == "3号"  # a call of the past moves nothing to the front
    assert old.seen_at > one.seen_at
    assert len({op["id"] for op in ops(opened.store) if op["e"] == "customer"}) == 2
    assert all(
        isinstance(opened.store.get(Customer, c.customer), Customer) for c in all_of(opened.store, Call)
    )


# -- times --


@pytest.mark.parametrize(
    ("at", "code"),
    [("", "time_missing"), ("neulich", "time_unread"), ("1969-12-31", "time_unread"),
     ("2024-02-30 10:00", "time_unread"), ("2099-01-01", "time_ahead"), ("03/05/2024", "time_unread")],
)  # fmt: skip
def test_a_time_that_does_not_parse_is_refused_with_its_line_and_column(bring, file, at, code):
    tally = bring(file(ROW, ["8", at, *ROW[2:]]))
    assert dict(tally.reasons) == {("time", code): 1}
    assert rows_of(tally.refused_file)[1][:2] == ["3", f"time:{code}"]


def test_a_channel_and_a_closing_nobody_knows_are_refused(bring, file):
    told = replace(TOLD, channel=Rule(("who",)), closed=Rule(("kind",)), closed_at=Rule(("what",)))
    assert set(bring(file(ROW), told).reasons) == {
        ("channel", "channel_unknown"),
        ("closed", "closed_unknown"),
        ("closed_at", "time_unread"),
    }


# -- the refused rows --


def test_refused_rows_lie_beside_the_file_with_line_and_reason_and_excel_opens_them(bring, file):
    path = file(ROW, ["8", *ROW[1:4], "", *ROW[5:]], ["9", "", *ROW[2:4], "", *ROW[5:]])
    tally = bring(path)
    assert tally.refused_file == path.with_name("old.csv.refused.csv")
    assert tally.refused_file.read_bytes().startswith(b"\xef\xbb\xbf")
    header, *rows = rows_of(tally.refused_file)
    assert header == [f"行 {LINE}", f"原因 {REASON}", *HEADER]
    assert [row[:3] for row in rows] == [
        ["3", "address:required", "8"],
        ["4", "time:time_missing address:required", "9"],
    ]


def test_a_corrected_refused_file_can_be_brought_again(opened, bring, file):
    bad = ["0008", "2024-03-05 09:30:00", "=1+1", "+8613800001234", "", "灶具", "-火\n'"]
    tally = bring(file(ROW, bad))
    header, row = rows_of(tally.refused_file)
    assert row[2:6] == ["'0008", "'2024-03-05 09:30:00", "'=1+1", "'+8613800001234"]
    row[6] = "春晓路1号"
    corrected = tally.refused_file.with_name("corrected.csv")
    with corrected.open("w", encoding="gb18030", newline="") as out:  # as Excel here saves it
        csv.writer(out).writerows([header, row])
    assert bring(corrected).taken == 1
    call = all_of(opened.store, Call)[0]
    assert call.answers["name"] == "=1+1"
    assert call.answers["request"] == "-火\n'"
    assert bring(corrected).there == 1


def test_a_file_somebody_is_correcting_is_never_overwritten(bring, file):
    path = file(["8", *ROW[1:4], "", *ROW[5:]])
    first = bring(path).refused_file
    assert bring(path).refused_file == first  # the same rows, the same file
    first.write_text(first.read_text("utf-8") + "mine", "utf-8")
    second = bring(path).refused_file
    assert second.name == "old.csv.refused-2.csv"
    assert first.read_text("utf-8").endswith("mine")
    assert not list(path.parent.glob("*.part"))


def test_with_nothing_refused_there_is_no_file(bring, file):
    path = file(ROW)
    assert bring(path).refused_file is None
    assert [p.name for p in path.parent.glob("old.csv*")] == ["old.csv"]


# -- rows that are no rows --


def test_ragged_rows_are_padded_or_refused(bring, file):
    told = replace(TOLD, fields={**TOLD.fields, "request": Rule(("what",), otherwise="无")})
    tally = bring(file(ROW[:6], ["8", *ROW[1:], "", ""], ["9", *ROW[1:], "x"]), told)
    assert (tally.taken, dict(tally.reasons)) == (2, {("", "ragged"): 1})


def test_a_quote_nobody_closed_does_not_swallow_rows_unseen(bring, tmp_path):
    path = tmp_path / "open.csv"
    lines = [",".join(HEADER), ",".join(ROW), '8,"' + ",".join(ROW[1:])]
    path.write_text("\n".join([*lines, *(",".join([str(i), *ROW[1:]]) for i in range(9, 4000))]), "utf-8")
    tally = bring(path)
    assert tally.taken == 1
    assert ("", "open_quote") in tally.reasons


def test_signs_of_another_encoding_are_refused_not_guessed(bring, tmp_path):
    path = tmp_path / "mixed.csv"
    good = [",".join([str(i), *ROW[1:]]) for i in range(100)]
    path.write_bytes(
        "\n".join([",".join(HEADER), *good]).encode() + b"\n200," + ",".join(ROW[1:]).encode("gbk")
    )
    tally = bring(path)
    assert (tally.taken, tally.refused) == (100, 1)
    assert ("", "not_encoding") in tally.reasons


# -- maps --


def test_a_map_that_does_not_fit_the_table_is_refused_by_its_column(imports, words, file):
    with pytest.raises(ImportRefused) as caught:
        imports.start(Sheet(file(ROW)), replace(TOLD, time=Rule(("when",), line=4)), words)
    assert (caught.value.code, caught.value.feeds, caught.value.column, caught.value.line) == (
        "no_column", "time", "when", 4,
    )  # fmt: skip


def test_who_left_the_centre_imports_nothing(opened, forms, clock, words, file):
    gone = Imports(opened.store, forms, replace(opened.agent, active=False), clock, "zh_CN")
    with pytest.raises(ImportRefused, match="not_allowed"):
        gone.start(Sheet(file(ROW)), TOLD, words)

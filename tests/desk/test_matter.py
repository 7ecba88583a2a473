"""What happened in a case: written once, corrected by another note, told in its order; its ties."""

from datetime import timedelta

import pytest

from app.desk.matter import matter_of
from app.desk.notes import Said
from app.records.cases import Case
from app.records.ids import is_number
from app.records.notes import LONGEST_NOTE, Note

ODD = "𬱖先生说：<b>'; DROP TABLE notes;--</b> 😀\0"


@pytest.fixture
def matter(opened, calls, clock):
    return matter_of(opened.store, calls, opened.agent, clock)


@pytest.fixture
def case(calls, repair):
    return calls.save(repair()).case


def events(matter, case):
    return [(event.what, event.text) for event in matter.timeline.of(case)]


def test_a_note_says_when_it_happened_apart_from_when_that_was_entered(matter, case, clock):
    happened = clock()
    clock.go(hours=2)
    assert matter.notes.add(case, Said("  客户来电催办  ", happened)) == []
    assert matter.notes.add(case, Said("已联系维修班")) == []
    (late,) = (event for event in matter.timeline.of(case) if event.is_late)
    assert (late.text, late.at, late.entered_at) == ("客户来电催办", happened, clock())
    assert events(matter, case)[-1] == ("note", "已联系维修班")


@pytest.mark.parametrize(
    ("said", "code"),
    [(Said(" \n"), "required"), (Said("x" * (LONGEST_NOTE + 1)), "too_long")],
    ids=["empty", "huge"],
)
def test_what_is_no_note_is_refused_and_nothing_is_kept(matter, case, said, code):
    assert [p.code for p in matter.notes.add(case, said)] == [code]
    assert matter.notes.of(case.id) == []


def test_nothing_has_happened_yet_that_lies_ahead(matter, case, clock):
    ahead = clock() + timedelta(minutes=5)
    assert [(p.field, p.code) for p in matter.notes.add(case, Said("x", ahead))] == [("at", "future")]


def test_a_correction_is_another_note_and_what_it_corrects_stays(matter, case, opened, clock):
    matter.notes.add(case, Said("表号 123"))
    (first,) = matter.notes.of(case.id)
    clock.go(minutes=9)
    matter.notes.add(case, Said("表号 132", first.at, first.id))
    assert opened.store.get(Note, first.id) == first
    told = [(e.text, e.corrected, e.corrects) for e in matter.timeline.of(case) if e.what == "note"]
    assert told == [("表号 123", True, None), ("表号 132", False, first.id)]


def test_any_text_is_kept_as_it_was_written(matter, case):
    matter.notes.add(case, Said(ODD))
    assert matter.notes.of(case.id)[0].text == ODD.replace("\0", "\ufffd")


def test_the_timeline_tells_calls_orders_and_slips_beside_notes(matter, calls, orders, repair, clock):
    made = orders.save_and_make(repair(user_type="residential", gas_smell=False))
    clock.go(minutes=3)
    sheet = orders.sheet(made.order.id)
    orders.printed(sheet)
    assert events(matter, made.case) == [
        ("received", made.call.number),
        ("ordered", made.order.number),
        ("order_dispatch", made.order.number),
        ("printed", sheet.number),
    ]


def test_linked_cases_know_of_each_other_until_it_is_taken_back(matter, calls, repair, case):
    other = calls.save(repair(phone="13900002222")).case
    assert matter.ties.link(case, f" {other.number.lower()} ", "同一栋楼") == []
    assert [p.code for p in matter.ties.link(other, case.number)] == ["tied_already"]
    assert [p.code for p in matter.ties.link(case, case.number)] == ["same_case"]
    assert [p.code for p in matter.ties.link(case, "A-1")] == ["no_such_case"]
    (mine,), (theirs,) = matter.ties.of(case), matter.ties.of(other)
    assert (mine.other, theirs.other) == (other.id, case.id)
    assert [what for what, _ in events(matter, other)] == ["received", "linked"]
    matter.ties.unlink(other, theirs)
    assert (matter.ties.of(case), matter.ties.of(other)) == ([], [])


def test_a_split_case_has_a_number_of_its_own_and_the_clock_of_the_whole(matter, opened, case, clock):
    clock.go(hours=1)
    part = matter.ties.split(case, "另一户也漏水", "客户同时反映楼上")
    assert is_number(part.number)
    assert part.number != case.number
    assert (part.call, part.due_at, part.first_taker) == (case.call, case.due_at, case.first_taker)
    assert part.opened_at == clock()
    assert opened.store.get(Case, case.id) == case
    assert [(t.what, t.other) for t in matter.ties.of(case)] == [("split", part.id)]
    assert [(t.what, t.other) for t in matter.ties.of(part)] == [("split_from", case.id)]

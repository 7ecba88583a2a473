"""The weekly sample (CB-2): from the list that came, fairly, once; who stands in; none lost, none doubled."""

import csv
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desk.imports import Imports, Words
from app.desk.samples import Samples, drawn_of, kind_of, seed_of, swapped
from app.desk.sheets import Sheet
from app.desk.visits import Visits
from app.forms.guess import guess
from app.records.callbacks import Callback
from app.records.households import Household, Sample
from app.records.ids import Id, new_id

HEADS = [
    "户号", "用户姓名", "联系电话", "用气地址", "用户类型", "片区", "班组", "安检员", "安检日期", "安检结果",
]  # fmt: skip
LAST = date(2026, 11, 9)  # the clock of these tests stands in the week of the 16th


def a_row(n, day="2026-11-11", **said):
    sort, area, team = ("居民", "商业")[n % 10 == 0], f"{'滨江西湖'[n % 2 * 2 :][:2]}片", f"{n % 3 + 1}组"
    told = [f"88{n:04d}", "龘𬱖", f"1380000{n:04d}", f"春晓路{n}号", sort, area, team, "老周", day, "合格"]
    return [said.get(head, value) for head, value in zip(HEADS, told, strict=True)]


@pytest.fixture
def bring(opened, forms, clock, tmp_path):
    """Take in a list as the inspectors send it, guessed by its heads."""

    def run(*rows, encoding="utf-8-sig", form="inspections"):
        path = tmp_path / f"{new_id()}.csv"
        with path.open("w", encoding=encoding, newline="") as out:
            csv.writer(out).writerows([HEADS, *rows])
        imports = Imports(opened.store, forms, opened.agent, clock, "zh_CN")
        with closing(Sheet(path)) as peek:
            told = guess(forms.get(form), peek.table())
        words = Words(lambda p, form, told: f"{p.field}:{p.code}", ("行", "原因"), tmp_path)
        begun = imports.start(Sheet(path), told, words)
        with closing(begun):
            while not begun.step().done:
                pass
        return begun.tally

    return run


@pytest.fixture
def samples(opened, forms, clock):
    return Samples(opened.store, forms, opened.agent, clock)


@pytest.fixture
def visits(opened, forms, clock):
    return Visits(opened.store, forms, opened.agent, clock, "zh_CN")


@pytest.fixture
def inspections(forms):
    return forms.visiting.lists["inspections"]


def test_a_list_that_has_not_come_is_said_to_be_missing(samples, inspections):
    stands = samples.progress(inspections)
    assert (stands.week, stands.total, stands.sample, stands.size) == (LAST, 0, None, 0)
    assert samples.draw(inspections) is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_last_weeks_list_comes_in_by_its_heads_and_only_that_week_is_drawn(
    bring, samples, inspections, opened, encoding
):
    rows = [a_row(n, **{"用户姓名": "王小明"}) for n in range(1, 90)]
    other = a_row(900, "2026-11-16")
    tally = bring(*rows, other, a_row(91, **{"联系电话": ""}), encoding=encoding)
    assert (tally.taken, tally.refused) == (90, 1)
    assert bring(*rows, encoding=encoding).there == 89  # twice, and nothing is doubled
    assert samples.progress(inspections).total == 89
    sample = samples.draw(inspections)
    assert (sample.size, sample.total, len(set(sample.drawn))) == (35, 89, 35)
    assert samples.draw(inspections) == sample
    calls = opened.store.find(Callback, list="inspections")
    assert {each.of for each in calls} == set(sample.drawn)
    assert {each.handler for each in calls} == {None}
    (one,) = {(each.owed_at, each.due_at) for each in calls}
    assert one == tuple(datetime(2026, 11, day).astimezone(UTC) for day in (16, 23))
    stands = samples.progress(inspections)
    assert (len(stands.members), stands.reached, stands.called, stands.missing) == (35, 0, 0, 0)


def test_a_list_that_comes_later_changes_no_sample(bring, samples, inspections):
    bring(*(a_row(n) for n in range(1, 60)))
    sample = samples.draw(inspections)
    bring(*(a_row(n) for n in range(60, 80)))
    stands = samples.progress(inspections)
    assert (stands.sample, stands.total, sample.total) == (sample, 79, 59)
    assert samples.draw(inspections) == sample


def test_of_a_short_list_all_are_called(bring, samples, inspections):
    bring(*(a_row(n) for n in range(1, 8)))
    assert samples.draw(inspections).size == 7


def test_households_of_a_list_without_a_sample_are_all_called(bring, opened, visits):
    bring(*(a_row(n, "2026-11-16") for n in range(1, 5)), form="visits")
    calls = opened.store.find(Callback, list="visits")
    assert len(calls) == 4
    assert {each.due_at - each.owed_at for each in calls} == {timedelta(hours=336)}
    bring(*(a_row(n, "2026-11-16") for n in range(1, 5)), form="visits")
    assert len(opened.store.find(Callback, list="visits")) == 4
    (row, *_) = visits.rows()
    assert row.answers["name"] == "龘𬱖"


# -- who stands in --


@pytest.fixture
def drawn(bring, samples, inspections):
    bring(*(a_row(n) for n in range(1, 90)))
    return samples.draw(inspections)


def test_another_of_its_kind_stands_in_for_who_was_called_in_vain(
    drawn, samples, inspections, visits, opened
):
    before = samples.progress(inspections)
    out = before.members[0]
    assert [p.code for p in samples.swap(inspections, out.household.id, "空号")] == ["no_swap"]
    visits.note(out.owed.id, "wrong_number")
    assert [p.code for p in samples.swap(inspections, out.household.id, " ")] == ["required"]
    assert samples.swap(inspections, out.household.id, "空号") == []
    assert [p.code for p in samples.swap(inspections, out.household.id, "空号")] == ["no_swap"]
    after = samples.progress(inspections)
    (gone,) = (each for each in after.members if each.swapped)
    (other,) = (each for each in after.members if each.stands_in)
    assert (gone.household.id, gone.why) == (out.household.id, "空号")
    assert kind_of(other.household) == kind_of(out.household)
    assert other.household.id not in drawn.drawn
    assert other.owed.outcome is None
    assert (after.size, after.missing, after.called) == (35, 0, 0)
    visits.note(other.owed.id, "satisfied")
    assert samples.progress(inspections).reached == 1
    assert after.sample.drawn == drawn.drawn  # what was drawn stays


def test_who_did_not_answer_is_given_up_as_another_stands_in(drawn, samples, inspections, visits, opened):
    out = samples.progress(inspections).members[3]
    visits.note(out.owed.id, "no_answer")
    assert samples.swap(inspections, out.household.id, "三次未接") == []
    assert opened.store.get(Callback, out.owed.id).outcome == "not_reached"


def test_where_two_seats_took_the_same_one_the_sample_is_short_and_can_be_filled(
    drawn, samples, inspections, visits, opened
):
    one, two, *_ = samples.progress(inspections).members
    for each in (one, two):
        visits.note(each.owed.id, "refused")
    samples.swap(inspections, one.household.id, "拒访")
    stands = samples.progress(inspections).sample
    (swap,) = stands.swaps
    with opened.store.write() as to:
        to.put(replace(stands, swaps=(swap, {**swap, "id": new_id(), "out": two.household.id})))
    assert samples.progress(inspections).missing == 1
    assert samples.swap(inspections, two.household.id, "拒访") == []
    assert samples.progress(inspections).missing == 0


# -- the draw --

KINDS = st.tuples(st.sampled_from(["居民", "商业", ""]), st.sampled_from("甲乙丙"), st.sampled_from("123"))


def households(kinds):
    at = datetime(2026, 11, 11, tzinfo=UTC)
    return [
        Household(Id(f"{n:06d}"), "inspections", "2026-11-09", at, "inspections", 1,
                  dict(zip(("sort", "area", "crew"), kind, strict=True)))
        for n, kind in enumerate(kinds)
    ]  # fmt: skip


@given(st.lists(KINDS, min_size=1, max_size=300), st.integers(1, 60), st.text(max_size=5))
def test_each_is_drawn_at_most_once_and_each_kind_has_its_share(kinds, size, seed):
    rows = households(kinds)
    drawn = drawn_of(rows, size, seed)
    assert len({each.id for each in drawn}) == len(drawn) == min(size, len(rows))
    assert drawn_of(list(reversed(rows)), size, seed) == drawn  # however the list came
    all_of, taken = Counter(map(kind_of, rows)), Counter(map(kind_of, drawn))
    for kind, count in all_of.items():
        share = count * len(drawn) / len(rows)
        assert abs(taken[kind] - share) < 1.0001
    by_sort, sorts = Counter(kind[0] for kind in taken.elements()), Counter(k[0] for k in all_of.elements())
    for sort, count in sorts.items():
        assert abs(by_sort[sort] - count * len(drawn) / len(rows)) < 1.0001


def test_over_many_seeds_everybody_has_the_same_chance():
    rows = households([("居民", "甲", "1")] * 30 + [("商业", "乙", "2")] * 7)
    taken = Counter(each.id for n in range(2_000) for each in drawn_of(rows, 10, f"{n}"))
    expected = 2_000 * 10 / 37
    assert all(abs(taken[each.id] - expected) < 0.15 * expected for each in rows)


def test_a_small_kind_is_drawn_as_often_as_its_share_and_never_by_luck():
    rows = households([("居民", "甲", "1")] * 90 + [("商业", "甲", "1")] * 10)
    drawn = [Counter(map(kind_of, drawn_of(rows, 10, f"{n}"))) for n in range(200)]
    assert {each["商业", "甲", "1"] for each in drawn} == {1}


def test_the_seed_is_of_the_list_and_of_nothing_else():
    assert seed_of(["a", "b"]) == seed_of(["b", "a"]) != seed_of(["a", "c"])


def test_swaps_are_read_in_the_order_they_were_made():
    sample = Sample(new_id(), "x", "w", "s", 2, 9, datetime.now(UTC), new_id(), (Id("a"), Id("b")))
    swaps = [
        {"id": "2", "at": "2", "out": "b", "to": "c", "why": "y"},
        {"id": "1", "at": "1", "out": "a", "to": "c", "why": "x"},
    ]
    assert swapped(replace(sample, swaps=tuple(swaps))) == ({"a": "x", "b": "y"}, ["c"])

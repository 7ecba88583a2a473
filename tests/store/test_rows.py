"""Record ⇄ body ⇄ row: nothing is lost on the way, and what makes no record is named."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store import rows, tables

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
_ANY_TEXT = st.text(st.characters(), max_size=20)
_JSON = st.recursive(
    st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=5,
)
_TIMES = st.datetimes(
    datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))])
)


def _value(field: rows.Field) -> st.SearchStrategy:
    made = {
        rows.Sort.TEXT: _TEXT,
        rows.Sort.INTEGER: st.integers(-(2**63) + 1, 2**63 - 1),
        rows.Sort.FLAG: st.booleans(),
        rows.Sort.TIME: _TIMES,
        rows.Sort.ENUM: st.sampled_from(field.type) if field.sort is rows.Sort.ENUM else None,
        rows.Sort.LIST: st.lists(_TEXT, max_size=3).map(tuple),
        rows.Sort.ANSWERS: st.dictionaries(_TEXT, _JSON, max_size=4),
    }[field.sort]
    if field.name == "prints":
        made = st.lists(st.dictionaries(_TEXT, _TEXT, max_size=2), max_size=3).map(tuple)
    return st.none() | made if field.optional else made


_RECORDS = st.one_of(
    [
        st.builds(kind.shape.record, **{f.name: _value(f) for f in kind.shape.fields})
        for kind in tables.KINDS.values()
    ]
)


@given(_RECORDS)
def test_a_record_comes_back_from_its_row_as_it_was(record):
    kind = tables.KINDS[record.kind]
    body = rows.body_of(kind.shape, record)
    row = dict(zip(kind.shape.columns, rows.row_of(kind.shape, record.id, body), strict=True))
    assert rows.record_of(kind.shape, record.id, rows.body_of_row(kind.shape, row)) == record
    travelled = json.loads(json.dumps(body, allow_nan=False))
    assert rows.record_of(kind.shape, record.id, travelled) == record


@given(_ANY_TEXT)
def test_any_text_can_be_stored_and_sent_and_only_what_cannot_is_replaced(text):
    kept = rows.storable({text: [text]})
    sent = json.dumps(kept)
    assert "\\u0000" not in sent
    json.loads(sent)
    (name,) = kept
    name.encode("utf-8")
    assert len(kept[name][0]) == len(name)
    if "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text):
        assert kept == {text: [text]}


def test_times_are_utc_in_the_body_whatever_their_zone(make):
    at = datetime(2026, 3, 2, 7, 30, tzinfo=timezone(timedelta(hours=8)))
    body = rows.body_of(tables.CALLS.shape, make.call(saved_at=at))
    assert body["saved_at"] == "2026-03-01T23:30:00.000000+00:00"


def test_a_time_without_zone_is_a_programming_error(make):
    with pytest.raises(ValueError, match="saved_at"):
        rows.body_of(tables.CALLS.shape, make.call(saved_at=datetime(2026, 3, 2)))


def test_what_is_none_has_no_key(make):
    body = rows.body_of(tables.CALLS.shape, make.call(answers={"name": "林", "phone": None}))
    assert "customer" not in body
    assert "a.phone" not in body
    assert body["a.name"] == "林"


def test_an_answer_may_have_any_name(make):
    call = make.call(answers={"a.b": 1, "number": 2, "": 3, "字段": {"not_given": "refused"}})
    body = rows.body_of(tables.CALLS.shape, call)
    assert rows.record_of(tables.CALLS.shape, call.id, body) == call


@pytest.mark.parametrize("sign", ["\0", "\ud83d"])
def test_signs_nobody_can_store_are_replaced_and_the_rest_stays(make, sign):
    body = rows.body_of(tables.CALLS.shape, make.call(answers={"request": f"前{sign}后😀"}))
    assert body["a.request"] == "前\ufffd后😀"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", 7),
        ("number", None),
        ("form_version", "1"),
        ("form_version", True),
        ("form_version", 1 << 70),
        ("form_version", 1.0),
        ("saved_at", "yesterday"),
        ("saved_at", "2026-03-02T08:00:00"),
        ("saved_at", "0001-01-01T00:00:00+14:00"),
        ("saved_at", 5),
        ("owes", 1),
        ("customer", []),
    ],
)
def test_a_body_with_a_wrong_value_is_refused_by_the_name_of_the_field(make, field, value):
    with pytest.raises(rows.BodyBroken) as broken:
        rows.record_of(tables.CALLS.shape, "c", make.call_body(**{field: value}))
    assert broken.value.code == field


def test_wrong_lists_and_states_are_refused(make):
    order = rows.body_of(tables.ORDERS.shape, make.order())
    with pytest.raises(rows.BodyBroken):
        rows.record_of(tables.ORDERS.shape, "o", {**order, "state": "lost"})
    customer = rows.body_of(tables.CUSTOMERS.shape, make.customer())
    for phones in ("+86", [1], {"a": 1}):
        with pytest.raises(rows.BodyBroken):
            rows.record_of(tables.CUSTOMERS.shape, "c", {**customer, "phones": phones})


def test_unknown_fields_are_passed_over_and_missing_ones_take_their_default(make):
    call = rows.record_of(tables.CALLS.shape, "c", make.call_body(colour="red"))
    assert call.customer is None
    assert call.owes is False
    assert call.answers == {}


def test_a_patch_is_only_what_differs_and_none_is_for_what_is_gone():
    old = {"state": "open", "team": "north", "a.name": "林", "a.phone": "1", "n": 1}
    new = {"state": "open", "team": "south", "a.name": "林", "a.address": "x", "n": True}
    patch = rows.changed(old, new)
    assert patch == {"team": "south", "a.address": "x", "n": True, "a.phone": None}
    assert patch["n"] is True
    assert rows.patched(old, patch) == new


def test_every_state_and_field_of_every_kind_has_its_column():
    for kind in tables.KINDS.values():
        beside = {"told"} if kind is tables.ERASURES else set()
        assert set(kind.table.c.keys()) == {*kind.shape.columns, "version", "base"} | beside
        assert kind.equals <= set(kind.shape.columns)

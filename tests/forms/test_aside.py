"""Another form for the same call: nothing typed is lost, and nothing means something else there."""

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app import places
from app.forms.aside import ASIDE, aside, switched
from app.forms.load import load
from app.forms.spec import Form

SHIPPED = load(places.forms())
TYPED = {
    "name": "𬱖䶮", "phone": "138", "address": "春晓路 88 号", "category": "stove",
    "user_type": "residential", "gas_smell": False, "request": "打不着火 🔥", "read_back": True,
    "due_at": "明天下午三点", "solved": "unsolved",
    "customer_no": {"not_given": "unknown"},
}  # fmt: skip


def test_what_fits_goes_over_and_the_rest_is_kept_aside_as_it_was_typed():
    repair, inquiry = SHIPPED.get("gas_repair"), SHIPPED.get("inquiry")
    there = switched(repair, inquiry, TYPED)
    left = {name: TYPED[name] for name in ("address", "category", "user_type", "gas_smell", "read_back")}
    left |= {"customer_no": {"not_given": "unknown"}}
    assert {name: there[name] for name in ("name", "phone", "request", "due_at", "solved")} == {
        name: TYPED[name] for name in ("name", "phone", "request", "due_at", "solved")
    }
    (kept,) = aside(there)
    assert (kept.form, kept.version, kept.answers) == ("gas_repair", 1, left)


def test_on_the_first_form_again_everything_stands_where_it_stood():
    repair, inquiry = SHIPPED.get("gas_repair"), SHIPPED.get("inquiry")
    there = switched(repair, inquiry, TYPED) | {"name": "李芳", "category": "bill"}
    back = switched(inquiry, repair, there)
    assert back == {
        **TYPED,
        "name": "李芳",
        ASIDE: {"inquiry": {"version": 1, "answers": {"category": "bill"}}},
    }


@given(
    st.lists(st.sampled_from(sorted(SHIPPED.versions)), min_size=2, max_size=5),
    st.dictionaries(
        st.sampled_from(sorted({n for f in SHIPPED.newest() for n in f.names})),
        st.sampled_from(["x", "other", "stove", ["close_valve"], True, False, {"not_given": "refused"}]),
    ),
)  # fmt: skip
def test_no_way_through_the_forms_loses_an_answer(way, typed):
    forms: list[Form] = [SHIPPED.get(name) for name in way]
    answers = dict(typed)
    for old, new in pairwise(forms):
        if old is not new:
            answers = switched(old, new, answers)
    text = json.dumps(answers, ensure_ascii=False)
    for name, value in typed.items():
        if value is not False:
            assert f'"{name}": {json.dumps(value)}' in text


def test_what_another_program_left_there_breaks_nothing():
    for strange in ("x", 5, [], {"a": 1}, {"a": {"version": "1", "answers": {}}}, {"a": {"version": 1}}):
        assert aside({ASIDE: strange}) == []
        assert (
            switched(SHIPPED.get("inquiry"), SHIPPED.get("complaint"), {ASIDE: strange, "name": "李"})["name"]
            == "李"
        )


def test_no_form_may_ask_for_what_is_kept_beside_it(folder, write_field):
    for name in ("aside", "raised_at", "identity"):
        folder.form(write_field(name))
        assert folder.flaw().code == "well_known"

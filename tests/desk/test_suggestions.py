"""A category is offered by what the centre's own closed cases said, with the words it goes by."""

from dataclasses import replace

import pytest

from app.desk.suggestions import Learned, Suggestions, pairs
from app.records.cases import CaseState

TEXTS = {
    "stove": "厨房灶具打不着火，旋钮按下去没有火花",
    "water_heater": "热水器点火后自己熄灭，洗澡水不热",
    "meter_fault": "燃气表不走字，表盘数字不动",
}


@pytest.fixture
def learned(calls, opened, repair):
    """Save so many calls of each category, with their cases in one state; learn of them."""

    def _learned(each: int, state: CaseState = CaseState.CLOSED) -> Suggestions:
        for category, text in TEXTS.items():
            for _ in range(each):
                saved = calls.save(repair(category=category, request=text))
                with opened.store.write() as to:
                    to.put(replace(saved.case, state=state))
        suggestions = Suggestions(opened.store)
        suggestions.learn()
        return suggestions

    return _learned


def test_what_closed_cases_said_is_offered_with_the_words_it_goes_by(learned, forms):
    suggestions, form = learned(7), forms.get("gas_repair")
    offers = suggestions.offers(form, "客户说洗澡时热水器自己熄灭")
    assert offers[0].code == "water_heater"
    assert "热水器" in "".join(offers[0].words)
    assert len(offers) <= 3
    assert suggestions.offers(form, "您好") == []  # nobody has said anything like it


@pytest.mark.parametrize(("each", "state"), [(6, CaseState.CLOSED), (7, CaseState.RECEIVED)])
def test_of_few_or_open_cases_nothing_is_learned(learned, forms, each, state):
    form = forms.get("gas_repair")
    suggestions = learned(each, state)
    assert not suggestions.knows(form)
    assert list(suggestions.offers(form, TEXTS["stove"])) == []


def test_a_category_the_form_has_no_more_is_not_offered(learned, forms):
    suggestions, form = learned(7), forms.get("gas_repair")
    asked = form.field("category")
    fewer = replace(asked, choices=tuple(c for c in asked.choices if c.code != "stove"))
    sections = tuple(
        replace(s, fields=tuple(fewer if f is asked else f for f in s.fields)) for s in form.sections
    )
    offers = suggestions.offers(replace(form, sections=sections), TEXTS["stove"])
    assert offers
    assert "stove" not in [offer.code for offer in offers]


@pytest.mark.parametrize("text", ["", "𬱖䶮", "\0<b>'; DROP", "İ" * 5000, "😀", "热水器" * 50_000])
def test_no_text_is_too_strange(text):
    known = Learned.of((code, text) for code, text in TEXTS.items())
    assert all(offer.code in TEXTS for offer in known.ranked(text))
    assert all(text[at : at + len(pair)].lower() == pair for pair, at in pairs(text))


def test_learning_reads_the_newest_and_leaves_out_who_said_nothing(calls, opened, repair):
    for text in ("old", "new", None):
        draft = repair(category="stove", request=text)
        with opened.store.write() as to:
            _, case = calls.log(to, draft)
            to.put(replace(case, state=CaseState.CLOSED))
    said = [("gas_repair", "stove", "new"), ("gas_repair", "stove", "old")]
    assert opened.store.past.matters(9) == said
    assert opened.store.past.matters(2) == said[:1]


def test_of_sorted_texts_three_offers_hold_the_right_one(data):
    from tests.bench import suggestions as bench

    assert bench.right(bench.labelled(), 3) >= bench.LEAST

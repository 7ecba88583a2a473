"""The forms that are shipped can be used at a desk tomorrow."""

from datetime import UTC, datetime

import pytest

from app.forms.check import check, clean, opens_case, order_team, owed, shown
from app.forms.kinds import WELL_KNOWN, Kind
from app.forms.routing import Asked
from app.forms.spec import LANGUAGES, Code, Stage

NAMES = [
    "gas_repair", "gas_leak", "inquiry", "business", "complaint", "suggestion", "city_case", "short_call",
]  # fmt: skip
LISTS = {
    "away", "wrap_up",
    "not_given", "teams", "districts", "channels", "solved", "user_types", "sources", "copies", "yes_no",
    "phrases", "phrases_gas_leak", "marks", "complaints", "satisfaction",
    "callback_outcomes", "visit_outcomes", "order_outcomes", "order_clauses",
    "filing_standards", "closing_standards", "outcomes",
}  # fmt: skip


def filled(field):
    """Return an answer the field takes."""
    match field.kind:
        case Kind.CHOICE:
            return field.codes[0]
        case Kind.MULTI_CHOICE:
            return [field.codes[0]]
        case Kind.YES_NO | Kind.READ_BACK:
            return True
        case Kind.NUMBER:
            return 5
        case Kind.DATE_TIME:
            return datetime(2025, 11, 22, 14, 0, tzinfo=UTC).isoformat()
        case Kind.PHONE:
            return "12012345678"
    return "栏目"


def ways(form, target):
    """Return answers that show *target* and, if only sometimes required, require it."""
    answers = {field.name: filled(field) for field in form.fields}

    def meet(condition):
        for name, wanted in (condition or {}).items():
            meet(form.field(name).when)
            answers[name] = wanted[0] if form.field(name).kind is not Kind.MULTI_CHOICE else [wanted[0]]

    meet(target.when)
    meet(target.required_when)
    return answers


def all_words(shipped):
    words = [choice.label for choices in shipped.lists.values() for choice in choices]
    for form in shipped.newest():
        words += [form.title, form.opening, form.closing]
        words += [section.label for section in form.sections]
        words += [field.label for field in form.fields]
        words += [field.help for field in form.fields if field.help]
        words += [choice.label for field in form.fields for choice in field.choices]
    return words


def required_fields(shipped):
    return [(form, field) for form in shipped.newest() for field in form.fields if field.required]


def test_every_shipped_file_loads(shipped):
    assert shipped.broken == ()
    assert [form.name for form in shipped.newest()] == NAMES
    assert [form.keys for form in shipped.newest()] == [*"1234567", ""]
    assert set(shipped.lists) == LISTS


def test_everything_shown_has_words_in_every_language(shipped):
    for entry in all_words(shipped):
        assert set(entry) == set(LANGUAGES)
        assert all(text.strip() for text in entry.values())


def test_taiwan_reads_no_simplified_sign_and_the_mainland_no_traditional_one(shipped):
    simplified = set(
        "气报询业务办单电话号码联应时间类别处紧诉议谢请问进队阀压费线称为换门结编发见级还没无关复"
    )
    traditional = set(
        "氣報詢業務辦單電話號碼聯應時間類別處緊訴議謝請問進隊閥壓費線稱為換門結編發見級還沒無關復"
    )
    for words in all_words(shipped):
        assert not set(words["zh_TW"]) & simplified, words
        assert not set(words["zh_CN"]) & traditional, words


def test_names_mean_the_same_in_every_form(shipped):
    for form in shipped.newest():
        for field in form.fields:
            assert field.kind in WELL_KNOWN.get(field.name, {field.kind})


def test_every_form_asks_who_what_and_whether_it_is_solved(shipped):
    for form in shipped.newest():
        assert {"name", "phone", "category", "request", "answer", "solved"} <= form.names
        assert form.field("solved").codes == ("solved", "partly", "unsolved")
        assert form.field("solved").required is (Stage.CLOSE if form.emergency else Stage.SAVE)


def test_a_complete_form_passes_every_stage(shipped):
    for form in shipped.newest():
        answers = {field.name: filled(field) for field in form.fields}
        for stage in Stage:
            assert check(form, answers, stage) == []
        assert check(form, clean(form, answers), Stage.CLOSE) == []


@pytest.mark.parametrize("blank", [None, "", " \u3000\t\n", "\u200b\ufeff", [], {}])
def test_every_mandatory_field_left_blank_is_asked_for_from_its_stage_on(shipped, blank):
    cases = required_fields(shipped)
    assert len(cases) > 50
    for form, field in cases:
        answers = ways(form, field) | {field.name: blank}
        for stage in Stage:
            found = [p for p in check(form, answers, stage) if p.field == field.name]
            codes = [p.code for p in found]
            missing = Code.READ_BACK_MISSING if field.kind is Kind.READ_BACK else Code.REQUIRED
            assert codes == ([missing] if stage.includes(field.required) else [])
            assert all(p.stage is field.required for p in found)


def test_a_field_that_is_not_shown_is_never_asked_for(shipped):
    conditional = [(form, field) for form, field in required_fields(shipped) if field.when]
    assert len(conditional) > 8
    for form, field in conditional:
        answers = ways(form, field) | {field.name: "", **dict.fromkeys(field.when, None)}
        assert field.name not in shown(form, answers)
        assert field.name not in {p.field for p in check(form, answers, Stage.CLOSE)}


def test_not_given_with_a_reason_is_taken_exactly_where_the_form_allows_it(shipped):
    for form, field in required_fields(shipped):
        answers = ways(form, field) | {field.name: {"not_given": "refused"}}
        codes = [p.code for p in check(form, answers, Stage.CLOSE) if p.field == field.name]
        assert codes == ([] if field.not_given else [Code.NOT_GIVEN_NOT_ALLOWED])


def test_a_gas_leak_is_saved_and_dispatched_with_address_and_number_alone(shipped):
    leak = shipped.get("gas_leak")
    answers = {"address": "解放路与人民路口", "phone": "110"}
    assert check(leak, answers, Stage.SAVE) == []
    assert check(leak, answers, Stage.DISPATCH) == []
    assert leak.emergency
    debts = {p.field for p in owed(leak, answers)}
    assert {"name", "category", "request", "read_back", "solved", "guidance"} <= debts
    assert "casualties_note" not in debts  # nobody said that anyone is hurt


def test_a_gas_leak_without_address_is_not_saved(shipped):
    found = check(shipped.get("gas_leak"), {"phone": "12012345678"}, Stage.SAVE)
    assert [(p.field, p.code) for p in found] == [("address", Code.REQUIRED)]


def test_a_debt_is_paid_by_an_answer_or_by_a_reason(shipped):
    leak = shipped.get("gas_leak")
    paid = {"name": {"not_given": "refused"}, "read_back": True, "casualties": False}
    assert not {"name", "read_back", "casualties"} & {p.field for p in owed(leak, paid)}
    assert "read_back" in {p.field for p in owed(leak, {"read_back": False})}


def test_an_inquiry_that_stays_open_needs_its_reason_and_a_promised_time(shipped):
    inquiry = shipped.get("inquiry")
    asked = {"name": "王", "phone": "12345", "category": "bill", "request": "账单", "solved": "unsolved"}
    missing = {p.field for p in check(inquiry, asked, Stage.SAVE)}
    assert missing == {"why_open", "due_at"}
    assert opens_case(inquiry, asked)
    done = asked | {"solved": "solved"}
    assert {p.field for p in check(inquiry, done, Stage.SAVE)} == {"answer"}
    assert not opens_case(inquiry, done)


def test_a_shop_is_asked_for_its_name_and_a_household_is_not(shipped):
    repair = shipped.get("gas_repair")
    assert "company" in {p.field for p in check(repair, {"user_type": "commercial"}, Stage.SAVE)}
    assert "company" not in {p.field for p in check(repair, {"user_type": "residential"}, Stage.SAVE)}


def test_orders_go_where_the_rules_of_the_form_send_them(shipped):
    repair = shipped.get("gas_repair")
    assert order_team(repair, {}) == "repair"
    assert order_team(repair, {"category": "card"}) == "metering"
    assert order_team(repair, {"category": "card", "team": "emergency"}) == "emergency"
    assert order_team(shipped.get("complaint"), {}) == ""


DAY, NIGHT = (datetime(2026, 11, 20, hour).astimezone() for hour in (10, 23))


@pytest.mark.parametrize(
    ("form", "answers", "at", "goes", "why"),
    [
        ("gas_repair", {"category": "stove"}, DAY, "repair waits", "by_form ordinary"),
        ("gas_repair", {"category": "card"}, DAY, "metering waits", "by_form ordinary"),
        ("gas_repair", {"category": "no_gas"}, DAY, "conversion_lead urgent", "stops_use at_once_by_day"),
        ("gas_repair", {"category": "no_gas"}, NIGHT, "on_duty urgent", "stops_use at_once_after_hours"),
        ("gas_repair", {"user_type": "industrial"}, DAY, "dispatch_centre", "not_household"),
        ("gas_repair", {"team": "metering"}, DAY, "metering waits", "chosen ordinary"),
        ("gas_leak", {}, NIGHT, "emergency urgent", "alarm"),
        ("gas_leak", {"category": "dug_up"}, DAY, "dispatch_centre urgent", "outdoor_pipe"),
        ("gas_leak", {"user_type": "public"}, DAY, "dispatch_centre urgent", "not_household alarm"),
        ("business", {"category": "gas_on"}, DAY, "conversion", "by_form"),
    ],
)  # fmt: skip
def test_orders_go_by_the_rows_of_the_routing(shipped, form, answers, at, goes, why):
    asked = Asked(shipped.get(form), answers, False, at, shipped.streets)
    routed = shipped.routing.route(asked)
    told = [routed.team, *["urgent"] * routed.urgent, *["waits"] * routed.round]
    assert (" ".join(told), " ".join(routed.why)) == (goes, why)


def test_a_matter_from_the_mayor_must_say_whether_it_is_supervised(shipped):
    case = shipped.get("city_case")
    assert "supervised" in {p.field for p in check(case, {"source": "mayor"}, Stage.SAVE)}
    assert "supervised" not in {p.field for p in check(case, {"source": "hotline"}, Stage.SAVE)}
    assert case.case == "prefiled"


def test_complaints_are_due_in_24_hours_and_a_leak_within_half_an_hour(shipped):
    assert shipped.get("complaint").due_hours == 24
    assert shipped.get("gas_leak").due_hours == 0.5


def test_few_fields_stand_between_a_call_and_its_record(shipped):
    for form in shipped.newest():
        needed = [p.field for p in check(form, {}, Stage.SAVE)]
        assert len(needed) <= 8, (form.name, needed)


def test_the_forms_that_send_somebody_out_make_orders(shipped):
    with_order = {form.name for form in shipped.newest() if form.order}
    assert with_order == {"gas_repair", "gas_leak", "business", "city_case"}


def test_a_check_leaves_the_answers_as_they_were(shipped):
    repair = shipped.get("gas_repair")
    answers = {"name": "  王 ", "company": "藏", "category": ["x"], "odd": {"a": [1]}}
    before = repr(answers)
    check(repair, answers, Stage.CLOSE)
    clean(repair, answers)
    assert repr(answers) == before

"""Alt+Enter: standing phrases at the caret, filled from what is known; what is not is a blank."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.forms.spec import Choice
from app.ui.form.typed import BLANK
from app.ui.phrases import filled

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pick(qtbot):
    def pick(seat, query, key=Qt.Key.Key_Return):
        seat.press(key, ALT)
        picker = seat.workplace.phrases.picker
        qtbot.waitUntil(picker.isVisible)
        qtbot.keyClicks(picker.query, query)
        qtbot.keyClick(picker.query, Qt.Key.Key_Return)
        assert not picker.isVisible()

    return pick


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_phrase_found_by_initials_says_what_the_caller_said(start, pick, key):
    seat = start()
    told = {"name": "王小明", "phone": "+8613800001234", "address": "春晓路88号"}
    page = seat.new("gas_repair", told)
    page.view.focus_field("request")
    pick(seat, "yxldrfs", key)
    text = page.view.answers()["request"]
    assert text == "已向来电人复述：姓名王小明，电话138 0000 1234，地址春晓路88号。"


def test_it_stands_at_the_caret_between_what_was_typed(start, pick, qtbot, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "request", "ab")
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Left)
    pick(seat, "yazskdf")
    assert page.view.answers()["request"] == "a已按知识库答复，来电人表示满意。b"
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.view.answers()["request"] == "ab"


def test_a_note_takes_as_many_phrases_as_are_wanted(start, pick):
    seat = start()
    page = seat.new("gas_repair")
    page.view.focus_field("request")
    pick(seat, "yazskdf")
    pick(seat, "yazskdf")
    assert page.view.answers()["request"] == "已按知识库答复，来电人表示满意。" * 2


def test_a_form_has_phrases_of_its_own_before_those_of_the_centre(start, qtbot):
    seat = start()
    first = []
    for form in ("gas_leak", "gas_repair"):
        seat.new(form)
        seat.press(Qt.Key.Key_Return, ALT)
        picker = seat.workplace.phrases.picker
        qtbot.waitUntil(picker.isVisible)
        first.append((picker.list.item(0).text(), picker.list.count()))
        qtbot.keyClick(picker.query, Qt.Key.Key_Escape)
    (leak, many), (repair, fewer) = first
    assert (leak[:8], many - fewer) == ("已告知在室外等候", 3)
    assert repair.startswith("已向来电人复述")


def test_phrases_that_are_published_are_offered_at_once(start, qtbot, forms):
    seat, older = start(), replace(forms)
    seat.new("gas_repair")
    try:
        forms.renew(replace(forms, lists={**forms.lists, "phrases": (Choice("a", {"zh_CN": "请稍等。"}),)}))
        seat.press(Qt.Key.Key_Return, ALT)
        picker = seat.workplace.phrases.picker
        qtbot.waitUntil(picker.isVisible)
        assert [picker.list.item(n).text() for n in range(picker.list.count())] == ["请稍等。"]
    finally:
        forms.renew(older)


def test_the_blank_is_marked_typed_over_and_tab_goes_to_the_next_then_on(start, pick, qtbot):
    seat = start()
    page = seat.new("gas_repair")
    page.view.focus_field("request")
    pick(seat, "hbwrjt")
    field = page.view.focusWidget()
    assert field.textCursor().selectedText() == BLANK
    qtbot.keyClicks(field, "9:30")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.textCursor().selectedText() == BLANK  # the number nobody has given
    qtbot.keyClicks(field, "8888")
    assert page.view.answers()["request"] == "9:30回拨8888，无人接听。"
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert page.view.focusWidget() is not field
    assert page.view.isAncestorOf(page.view.focusWidget())


def test_a_line_has_its_blanks_too(start, pick, qtbot):
    seat = start()
    page = seat.new("gas_repair")
    page.view.focus_field("address")
    pick(seat, "ldrzj")
    line = page.view.focusWidget()
    assert line.selectedText() == BLANK
    qtbot.keyClicks(line, "now")
    assert page.view.answers()["address"] == "来电人now在家，请上门前先电话联系。"


@pytest.mark.parametrize("name", ["address", "request"])
def test_a_phrase_without_a_blank_marks_none_that_stands_after_it(start, pick, qtbot, name):
    seat = start()
    page = seat.new("gas_repair")
    page.view.set_answers({name: f"{BLANK}楼"})
    page.view.focus_field(name)
    field = page.view.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_Home)
    pick(seat, "yazskdf")
    qtbot.keyClicks(field, "x")
    assert page.view.answers()[name] == f"已按知识库答复，来电人表示满意。x{BLANK}楼"


def test_where_no_call_is_open_nothing_is_offered(start):
    seat = start()
    seat.press(Qt.Key.Key_Return, ALT)
    assert not seat.workplace.phrases.picker.isVisible()


def test_esc_gives_the_caret_back_and_leaves_all_as_it_was(start, qtbot, type_in):
    seat = start()
    page = seat.new("gas_repair")
    type_in(page, "request", "ab")
    field = page.view.focusWidget()
    seat.press(Qt.Key.Key_Return, ALT)
    qtbot.keyClick(seat.workplace.phrases.picker.query, Qt.Key.Key_Escape)
    assert page.view.answers()["request"] == "ab"
    assert page.view.focusWidget() is field


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("{name}", {"name": " 王小明 "}, "王小明"),
        ("{name}", {"name": "{phone}", "phone": "1"}, "{phone}"),
        ("{name}", {"name": {"not_given": "refused"}}, BLANK),
        ("{name} {}", {}, f"{BLANK} {BLANK}"),
        ("{phone}", {"phone": "+8613800001234"}, "138 0000 1234"),
        ("<b>{name}", {"name": "<i>"}, "<b><i>"),
        ("{ 不是 }", {}, "{ 不是 }"),
    ],
)
def test_what_is_known_is_filled_in_once(text, known, said):
    assert filled(text, known) == said

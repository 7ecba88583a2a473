"""A form keeps every word, shows what is asked for, and never moves under the hand."""

from copy import deepcopy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app import places
from app.forms.check import check
from app.forms.load import load
from app.forms.spec import Problem, Stage
from app.ui.form.options import Hint, ManyEditor, OneEditor
from app.ui.form.view import FormView

Key, Held = Qt.Key, Qt.KeyboardModifier

ODD = {
    "name": 7,
    "phone": ["13800001234"],
    "address": None,
    "note": "  spaces and\ttabs\nand lines ",
    "category": {"code": "stove"},
    "urgent": "yes",
    "told": "valve",
    "request": 3.5,
    "due_at": 20261121,
    "count": "十",
    "read_back": "true",
    "solved": ["solved"],
    "asked_by_a_newer_version": {"deep": [1, {"er": True}]},
}
FULL = {
    "name": {"not_given": "refused"},
    "phone": "+8613800001234",
    "category": "other",
    "category_other": "楼道里有响声",
    "urgent": True,
    "told": ["leave", "valve"],
    "request": "一\n二 𠮷",
    "due_at": "2026-11-21T14:05:33+08:00",
    "read_back": True,
    "solved": "partly",
}


# -- answers --


@pytest.mark.parametrize("answers", [{}, ODD, FULL])
def test_answers_come_back_exactly_as_they_were_put_in(desk, answers):
    desk.view.set_answers(deepcopy(answers))
    assert desk.view.answers() == answers
    for name in desk.view._rows:
        desk.view.focus_field(name)
    assert desk.view.answers() == answers
    assert desk.heard == []


def test_the_answers_handed_out_are_a_copy(desk):
    desk.view.set_answers(FULL)
    desk.view.answers()["told"].append("windows")
    assert desk.view.answers() == FULL


def test_an_edit_changes_its_field_and_no_other(desk):
    desk.view.set_answers(ODD)
    desk.at("note").press(Key.Key_End)
    desk.keys("!")
    assert desk.view.answers() == {**ODD, "note": ODD["note"] + "!"}


def test_each_edit_is_told_once_and_the_pause_after_the_last(desk, qtbot):
    desk.at("name").keys("abc")
    desk.at("urgent").keys("y")
    desk.at("request").keys("d")
    desk.compose("lou")
    desk.commit("漏")
    desk.at("category").commit("其他")
    assert desk.heard == ["name"] * 3 + ["urgent"] + ["request"] * 2 + ["category"]
    qtbot.waitUntil(lambda: desk.heard[-1] == "settled")
    assert desk.heard.count("settled") == 1


def test_a_paste_and_its_undoing_are_edits(desk):
    desk.at("note")
    QGuiApplication.clipboard().setText("pasted")
    desk.press(Key.Key_V, Held.ControlModifier)
    assert desk.value("note") == "pasted"
    desk.press(Key.Key_Z, Held.ControlModifier)
    assert desk.value("note") is None
    assert desk.heard == ["note", "note"]


@pytest.mark.parametrize("name", ["name", "request", "category"])
def test_text_still_composing_counts_at_the_caret(desk, name):
    desk.at(name).commit("𠮷X")
    desk.press(Key.Key_Left)
    desk.compose("tian")
    assert desk.view.answers("tian")[name] == "𠮷tianX"
    assert desk.view.answers()[name] == "𠮷X"


def test_a_phrase_goes_in_at_the_caret_of_the_text_last_typed_in(desk):
    for name in ("request", "address"):
        desk.at(name).keys("ad")
        desk.press(Key.Key_Left)
        desk.at("urgent")
        desk.view.insert_text("bc")
        assert desk.value(name) == "abcd"
        assert desk.heard[-1] == name


def test_a_phrase_of_two_lines_is_one_line_in_a_line(desk):
    desk.at("note")
    desk.view.insert_text("one\ntwo")
    assert desk.value("note") == "one two"


def test_a_phrase_with_no_text_touched_yet_goes_into_the_long_text(desk):
    desk.at("urgent")
    desk.view._text_here = ""
    desk.view.insert_text("abc")
    assert desk.value("request") == "abc"


# -- what is shown --


def test_a_field_comes_and_goes_with_the_answer_and_keeps_its_own(desk):
    assert not desk.shown("category_other")
    desk.at("category").commit("其他")
    assert desk.shown("category_other")
    desk.at("category_other").keys("pipe")
    desk.at("category").press(Key.Key_A, Held.ControlModifier)
    desk.commit("阀门损坏")
    assert not desk.shown("category_other")
    assert desk.value("category_other") == "pipe"
    desk.press(Key.Key_A, Held.ControlModifier)
    desk.commit("其他")
    assert desk.shown("category_other")
    assert desk.row("category_other").editor.hand.text() == "pipe"


def test_a_mark_says_from_when_on_a_field_is_asked_for(desk):
    stars = {name: row.star for name, row in desk.view._rows.items()}
    assert stars["name"].text() == stars["category"].text() == stars["read_back"].text() == "*"
    assert stars["note"].text() == stars["why"].text() == ""
    assert stars["name"].toolTip() != stars["category"].toolTip() != ""
    desk.at("urgent").keys("y")
    assert stars["why"].text() == "*"
    desk.keys("n")
    assert stars["why"].text() == ""


def test_short_fields_pair_up_where_there_is_room(show):
    wide = show(width=1000)
    assert wide.row("name").y() == wide.row("phone").y()
    assert wide.row("address").width() > 2 * wide.row("name").width()
    wide.view.resize(600, 500)
    assert wide.row("name").y() < wide.row("phone").y()


@pytest.mark.parametrize("width", [600, 1000])
def test_tab_follows_the_reading_order(show, width):
    desk = show(width=width)
    desk.view.set_answers({"category": "other", "note": {"not_given": "refused"}})
    desk.at("name")
    order = [desk.here()]
    for _ in range(13):
        desk.press(Key.Key_Tab)
        order.append(desk.here())
    assert order == [f.name for f in desk.view._form.fields]
    for _ in range(13):
        desk.press(Key.Key_Backtab, Held.ShiftModifier)
    assert desk.here() == "name"


def test_tab_brings_a_field_below_the_edge_to_sight(show):
    desk = show(height=200)
    desk.at("name").press(Key.Key_Tab, times=11)
    row = desk.row(desk.here())
    assert desk.view.viewport().rect().contains(row.mapTo(desk.view.viewport(), row.rect().center()))


def test_a_field_tab_comes_to_from_outside_is_brought_to_sight(show):
    desk = show(height=200)
    names = [name for name, row in desk.view._rows.items() if row.isVisible()]
    desk.at(names[-1])
    row, seen = desk.row(names[0]), desk.view.viewport()
    assert row.visibleRegion().isEmpty()
    row.place.setFocus(Qt.FocusReason.TabFocusReason)
    assert seen.rect().contains(row.mapTo(seen, row.rect().center()))


def test_the_field_one_types_in_stays_in_sight_in_less_room(show):
    desk = show(height=600)
    last = [name for name, row in desk.view._rows.items() if row.isVisible()][-1]
    desk.at(last)
    row, seen = desk.row(last), desk.view.viewport()
    assert seen.rect().contains(row.mapTo(seen, row.rect().center()))
    desk.view.resize(desk.view.width(), 200)
    assert seen.rect().contains(row.mapTo(seen, row.rect().center()))


def test_every_editor_has_a_name_for_a_screen_reader(desk):
    desk.view.set_answers({"name": {"not_given": "refused"}})
    for name, row in desk.view._rows.items():
        assert desk.view.label(name) in row.place.accessibleName()


# -- what is wrong --


def wrong(desk, stage=Stage.SAVE):
    return check(desk.view._form, desk.view.answers(), stage)


def test_problems_stand_at_their_fields_and_move_nothing(show):
    desk = show(height=240)
    desk.at("request").keys("abc")
    desk.press(Key.Key_Left)
    before = desk.view.place()
    desk.view.show_problems(wrong(desk))
    assert desk.problem("name") == desk.problem("phone") == "required"
    assert desk.problem("read_back") == "read_back_missing"
    assert desk.row("name").place.property("wrong") is True
    assert desk.problem("request") == ""
    assert desk.view.place() == before
    assert desk.value("request") == "abc"


def test_a_problem_is_gone_once_the_check_no_longer_finds_it(desk):
    desk.view.show_problems(wrong(desk))
    desk.at("name").keys("Wang")
    desk.view.show_problems(wrong(desk))
    assert desk.problem("name") == ""
    assert desk.row("name").place.property("wrong") is False
    assert desk.problem("phone") == "required"
    desk.view.show_problems([])
    assert desk.problem("phone") == ""


def test_a_problem_is_told_to_a_screen_reader(desk):
    desk.view.show_problems([Problem("name", "required", Stage.SAVE)])
    assert "required" in desk.row("name").place.accessibleDescription()


def test_a_problem_makes_room_for_its_words(show):
    desk = show(width=1000)
    before = desk.row("address").y()
    desk.view.show_problems([Problem("name", "required", Stage.SAVE)])
    row = desk.row("name")
    assert row._trouble.isVisible()
    desk.qtbot.waitUntil(lambda: desk.row("address").y() > before)
    assert row._trouble.geometry().top() >= row.editor.geometry().bottom()
    assert row.height() >= row.editor.height() + row._trouble.height()


def test_the_field_that_is_wrong_is_in_sight_with_its_words(show, qtbot):
    desk = show(height=240)
    fields = [f.name for f in desk.view._form.fields]
    desk.view.show_problems([Problem(name, "required", Stage.SAVE) for name in fields])
    desk.view.focus_field("solved")
    words, port = desk.row("solved")._trouble, desk.view.viewport()
    qtbot.waitUntil(lambda: port.rect().contains(words.mapTo(port, words.rect().bottomLeft())))


# -- the place --


@pytest.mark.parametrize("name", ["request", "why", "category"])
def test_a_place_left_is_found_again(show, name):
    desk = show(height=240)
    desk.at(name).keys("abcdef")
    desk.press(Key.Key_Left, times=2)
    desk.qtbot.waitUntil(lambda: desk.view.place()[2] > 0)
    place = desk.view.place()
    assert place[:2] == (name, 4)

    again = show(height=240)
    again.view.set_answers(desk.view.answers())
    again.view.go(place)
    again.qtbot.waitUntil(lambda: again.view.place() == place)
    again.keys("X")
    assert again.value(name) == "abcdXef"


def test_a_place_is_found_though_the_form_is_not_on_the_screen_yet(show, qtbot):
    desk = show(height=240)
    desk.at("solved")
    place = desk.view.place()
    view = FormView(desk.view._form, "zh_CN", lambda *_: "")
    qtbot.addWidget(view)
    view.resize(600, 240)
    view.go(place)
    view.show()
    qtbot.waitUntil(lambda: view.place() == place)


@pytest.mark.parametrize("name", ["", "category_other", "of_another_form"])
def test_without_a_field_on_the_screen_the_place_is_the_first(desk, name):
    desk.at("note")
    desk.view.go((name, 3, 0))
    assert desk.row("name").place.hasFocus()
    assert desk.here() == "name"


def test_a_field_asked_for_is_brought_to_sight(show):
    desk = show(height=200)
    desk.at("solved")
    row, port = desk.row("solved"), desk.view.viewport()
    assert port.rect().contains(row.mapTo(port, row.rect().center()))


def test_another_field_is_told_once(desk, qtbot):
    told = []
    desk.view.place_changed.connect(lambda: told.append(desk.here()))
    desk.at("phone")
    desk.view.focusWidget().clearFocus()
    desk.at("phone")
    desk.press(Key.Key_Tab)
    assert told == ["phone", "address"]


def test_the_form_hands_the_focus_to_the_field_left(desk):
    desk.at("note").keys("ab")
    other = QWidget(desk.view)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    assert not desk.row("note").place.hasFocus()
    desk.view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert desk.row("note").place.hasFocus()
    assert desk.view.place()[1] == 2


# -- the kept record --


def test_a_frozen_field_takes_no_key_and_the_others_do(desk):
    desk.view.set_answers(FULL)
    names = {f.name for f in desk.view._form.fields} - {"note"}
    desk.view.freeze(names)
    for name in names:
        desk.at(name)
        for key in (Key.Key_Y, Key.Key_2, Key.Key_Space, Key.Key_Backspace, Key.Key_Down):
            desk.press(key)
    desk.view.insert_text("no")
    assert desk.view.answers() == FULL
    desk.at("note").keys("late")
    assert desk.value("note") == "late"


def test_what_is_frozen_can_be_copied(desk):
    desk.view.set_answers({"request": "copy me"})
    desk.view.freeze({"request"})
    desk.at("request").press(Key.Key_A, Held.ControlModifier)
    desk.press(Key.Key_C, Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == "copy me"


@pytest.mark.parametrize("put_first", [True, False])
def test_what_is_frozen_shows_its_beginning(desk, put_first):
    whole = {"name": "很长的姓名" * 12, "address": "春晓路八十八号" * 20, "phone": "13800001234"}
    if put_first:
        desk.view.set_answers(whole)
    desk.view.freeze(set(whole))
    desk.view.set_answers(whole)
    lines = {name: desk.row(name).editor.line for name in whole}
    assert {name: line.cursorPosition() for name, line in lines.items()} == dict.fromkeys(whole, 0)
    desk.at("note").press(Key.Key_Backtab)
    assert desk.view.focusWidget() is lines["address"]
    assert lines["address"].cursorPosition() == 0
    desk.view.freeze(set())
    desk.view.set_answers({**whole, "name": "王"})
    assert desk.row("name").editor.caret() == 1


def test_freezing_others_thaws_the_first(desk):
    desk.view.freeze({"note", "urgent", "told", "read_back"})
    desk.view.freeze({"name"})
    desk.at("note").keys("a")
    desk.at("urgent").keys("y")
    desk.at("told").keys("1")
    desk.at("read_back").press(Key.Key_Space)
    assert desk.view.answers() == {"note": "a", "urgent": True, "told": ["valve"], "read_back": True}


def test_enter_skips_what_is_frozen(desk):
    desk.view.freeze({"phone", "request"})
    desk.at("name").press(Key.Key_Return)
    assert desk.here() == "read_back"


def test_where_nothing_is_missing_enter_stays_in_the_last_field(desk):
    desk.view.set_answers({"name": "Wang", "phone": "13800001234", "request": "abc", "read_back": True})
    desk.at("solved").press(Key.Key_Return)
    assert desk.here() == "solved"


# -- the forms that ship --


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("form", load(places.forms()).newest(), ids=lambda form: form.name)
def test_what_helps_to_ask_is_never_cut_in_the_narrowest_window(qtbot, form, lang):
    view = FormView(form, lang, lambda problem, field: "")
    qtbot.addWidget(view)
    view.resize(785, 640)  # beside its panes in a window of 1366
    view.show()
    qtbot.waitExposed(view)
    hints = [(hint.toolTip(), hint.text().replace("\n", "")) for hint in view.findChildren(Hint)]
    assert [told.replace(" ", "") for told, _ in hints] == [seen.replace(" ", "") for _, seen in hints]
    for line in view.findChildren(QLineEdit):
        if line.placeholderText() and line.isVisible():
            room = line.width() - 16 - 24 * len(line.actions())
            assert line.fontMetrics().horizontalAdvance(line.placeholderText()) <= room, (
                line.placeholderText()
            )


def test_a_line_that_was_left_shows_its_beginning_and_the_caret_comes_back(desk):
    whole = "春晓路八十八号" * 20
    desk.view.set_answers({"address": whole})
    line, editor = desk.row("address").editor.line, desk.row("address").editor
    assert (line.cursorPosition(), editor.caret()) == (0, len(whole))
    desk.at("address").press(Key.Key_Left, times=3)
    assert line.cursorPosition() == editor.caret() == len(whole) - 3
    desk.at("name")
    assert (line.cursorPosition(), editor.caret()) == (0, len(whole) - 3)
    editor.insert("X")
    assert editor.value() == whole[:-3] + "X" + whole[-3:]
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    assert line.cursorPosition() == len(whole) - 2


def test_a_kept_record_shows_only_what_was_answered(desk):
    fields = desk.view._form.fields
    few = next(f.name for f in fields if isinstance(desk.row(f.name).editor, OneEditor))
    several = next(f.name for f in fields if isinstance(desk.row(f.name).editor, ManyEditor))
    options = {name: desk.row(name).editor.options.buttons for name in (few, several)}
    desk.view.set_answers({several: list(desk.view._form.field(several).codes[1:2])})
    desk.view.freeze({few, several})
    assert not any(button.isVisible() for button in options[few])
    assert [button.isVisible() for button in options[several]][:3] == [False, True, False]
    desk.view.freeze(set())
    assert all(button.isVisible() for button in (*options[few], *options[several]))


def test_a_field_asked_for_before_the_form_is_laid_out_comes_into_sight(show, qtbot):
    desk = show(height=240)
    view = FormView(desk.view._form, "zh_CN", lambda *_: "")
    qtbot.addWidget(view)
    view.resize(600, 240)
    view.show()
    view.focus_field("why")
    hand, port = view._rows["why"].place, view.viewport()
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0)
    assert port.rect().contains(hand.mapTo(port, hand.rect().bottomLeft()))

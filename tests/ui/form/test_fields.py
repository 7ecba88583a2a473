"""Every kind of field is filled by keyboard alone, and loses nothing that was typed."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QToolTip

from app.forms.kinds import Kind
from app.forms.spec import Field, Form, Section, Stage
from app.ui.form import moments
from app.ui.kit.labels import ElidedLabel

Key, Held = Qt.Key, Qt.KeyboardModifier


# -- lines --


def test_a_name_is_typed_with_an_input_method(desk):
    desk.at("name").commit("王")
    desk.commit("小明")
    assert desk.value("name") == "王小明"


@pytest.mark.parametrize(
    "name", ["name", "phone", "address", "note", "count", "due_at", "category", "urgent"]
)
def test_enter_goes_to_what_is_still_asked_for_and_nowhere_else(desk, name):
    before = desk.at(name).view.answers()
    desk.press(Key.Key_Return)
    fields = [f.name for f in desk.view._form.fields if desk.shown(f.name)]
    after = fields[fields.index(name) + 1 :]
    asked = [f for f in map(desk.view._form.field, after) if f.required is Stage.SAVE and not f.required_when]
    assert desk.here() == asked[0].name
    assert desk.view.answers() == before


def test_where_a_save_asks_for_nothing_more_enter_goes_to_the_next_field(desk):
    told = {"name": {"not_given": "refused"}, "phone": "13800001234", "request": "漏气", "read_back": True}
    desk.view.set_answers(told)
    desk.at("name").press(Key.Key_Return)
    assert desk.here() == "phone"


@pytest.mark.parametrize("name", ["name", "category", "phone"])
def test_enter_belongs_to_the_input_method_while_it_composes(unfiltered, desk, name):
    desk.at(name).compose("wang")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Enter)
    assert desk.here() == name
    desk.commit("王")
    assert desk.value(name) == "王"


def test_enter_while_composing_breaks_no_line(unfiltered, desk):
    desk.at("request").compose("louqi")
    desk.press(Key.Key_Return)
    desk.commit("漏气")
    assert desk.value("request") == "漏气"


def test_enter_is_a_new_line_in_a_long_text_and_tab_goes_on(desk):
    desk.at("request").keys("one")
    desk.press(Key.Key_Return)
    desk.keys("two")
    assert desk.value("request") == "one\ntwo"
    desk.press(Key.Key_Tab)
    assert desk.here() == "due_at"


@pytest.mark.parametrize("name", ["note", "category", "request"])
def test_ctrl_down_goes_on_to_what_is_asked_for_out_of_a_long_text_too(desk, name):
    desk.at(name).keys("a")
    before = desk.view.answers()
    desk.press(Key.Key_Down, Held.ControlModifier)
    assert desk.here() == ("read_back" if name == "request" else "request")
    assert desk.view.answers()[name] == before[name]


@pytest.mark.parametrize("held", [Held.ControlModifier, Held.AltModifier])
def test_enter_with_another_key_breaks_no_line_and_leaves_no_field(desk, held):
    for name in ("request", "note", "category", "urgent", "read_back"):
        desk.at(name).press(Key.Key_Return, held)
        assert desk.here() == name
    assert desk.view.answers() == {}


def test_a_long_text_grows_from_two_lines_to_six(desk):
    lines = desk.at("request").row("request").editor.hand
    spacing = lines.fontMetrics().lineSpacing()
    heights = []
    for _ in range(8):
        heights.append((lines.sizeHint().height() - 12) // spacing)
        desk.press(Key.Key_Return)
    assert heights == [2, 2, 3, 4, 5, 6, 6, 6]


def test_more_than_a_field_allows_is_kept_and_named_on_leaving(desk):
    desk.at("name").commit("王" * 120)
    desk.press(Key.Key_Tab)
    assert desk.value("name") == "王" * 120
    assert desk.problem("name") == "too_long"


@pytest.mark.parametrize("name", ["name", "phone", "address", "note", "count", "due_at"])
def test_a_key_after_tab_does_not_wipe_what_stands_there(desk, name):
    desk.view.set_answers({name: "12"})
    desk.at(name).press(Key.Key_Backtab, Held.ShiftModifier)
    desk.press(Key.Key_Tab)
    desk.keys("3")
    assert desk.value(name) == "123"


# -- telephone --


def test_a_number_is_grouped_when_the_caret_leaves_it(desk):
    desk.at("phone").keys("13800001234")
    line = desk.view.focusWidget()
    assert line.text() == "13800001234"
    desk.press(Key.Key_Tab)
    assert line.text() == "138 0000 1234"
    assert desk.value("phone") == "13800001234"
    assert desk.problem("phone") == ""


def test_a_digit_too_few_is_named_on_leaving_and_forgiven_once_mended(desk, qtbot):
    desk.at("phone").keys("1380000123")
    assert desk.problem("phone") == ""
    desk.press(Key.Key_Tab)
    assert desk.problem("phone") == "phone_shape"
    assert desk.value("phone") == "1380000123"
    desk.at("phone").press(Key.Key_End)
    desk.keys("4")
    qtbot.waitUntil(lambda: desk.problem("phone") == "")


# -- choices --


@pytest.mark.parametrize(
    ("typed", "code"),
    [("zjbdh", "stove"), ("bigua", "boiler"), ("rqb", "meter"), ("fm", "valve"), ("qt", "other")],
)
def test_pinyin_or_initials_and_tab_pick_a_choice(desk, typed, code):
    desk.at("category").keys(typed)
    desk.press(Key.Key_Tab)
    assert desk.value("category") == code
    assert desk.here() != "category"


def test_enter_picks_the_marked_choice_and_goes_on(desk):
    desk.at("category").keys("b")
    desk.press(Key.Key_Return)
    assert desk.value("category") == "boiler"
    assert desk.here() == "request"


def test_arrows_open_the_list_and_walk_it(desk):
    desk.at("category").press(Key.Key_Down, times=3)
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Return)
    assert desk.value("category") == "boiler"


def test_a_label_typed_whole_is_that_choice(desk):
    desk.at("category").commit("其他")
    assert desk.value("category") == "other"
    desk.press(Key.Key_Tab)
    assert desk.value("category") == "other"


def test_text_that_is_no_choice_stays_to_be_seen_and_named(desk):
    desk.at("category").commit("水管爆了")
    desk.press(Key.Key_Tab)
    assert desk.value("category") == "水管爆了"
    assert desk.row("category").editor.hand.text() == "水管爆了"
    assert desk.problem("category") == "not_a_choice"


def test_a_list_only_looked_at_picks_nothing(desk, qtbot):
    desk.at("category")
    qtbot.mouseClick(desk.view.focusWidget(), Qt.MouseButton.LeftButton)
    offers = desk.row("category").editor._offers
    assert offers.isVisible()
    offers.entered.emit(offers.model().index(2, 0))  # the mouse lies over it
    desk.press(Key.Key_Tab)
    assert desk.value("category") is None


def test_esc_closes_the_list_and_keeps_what_is_typed(desk):
    desk.at("category").keys("fa")
    assert desk.row("category").editor.line.open
    desk.press(Key.Key_Escape)
    assert not desk.row("category").editor.line.open
    assert desk.value("category") == "fa"


def test_another_choice_replaces_the_first_after_tab(desk):
    desk.view.set_answers({"category": "hose"})
    desk.at("note").press(Key.Key_Tab)
    desk.keys("fm")
    desk.press(Key.Key_Tab)
    assert desk.value("category") == "valve"


def test_the_mouse_picks_from_the_list(desk, qtbot):
    desk.at("category").keys("g")
    offers = desk.row("category").editor._offers
    place = offers.visualRect(offers.model().index(1, 0)).center()
    expected = offers.model().index(1, 0).data()
    qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.row("category").editor.hand.text() == expected
    assert desk.here() == "category"


def test_what_begins_as_typed_is_offered_first(desk):
    desk.at("category").keys("g")  # 壁挂炉故障 has a g inside; no label begins with one but 胶管 has one too
    desk.press(Key.Key_Backspace)
    desk.keys("j")
    offers = desk.row("category").editor._offers
    assert offers.model().index(0, 0).data() == "胶管老化"


def test_an_empty_choice_says_how_its_list_is_come_by(desk):
    line = desk.row("category").editor.line
    assert "↓" in line.placeholderText()
    desk.view.freeze({"category"})
    assert "↓" not in line.placeholderText()


@pytest.mark.parametrize(("keys", "code"), [("2", "partly"), ("3", "unsolved")])
def test_a_short_choice_is_picked_by_its_digit(desk, keys, code):
    desk.at("solved").keys(keys)
    assert desk.value("solved") == code


def test_arrows_walk_a_short_choice_and_backspace_takes_it_back(desk):
    desk.at("solved").press(Key.Key_Right, times=2)
    assert desk.value("solved") == "partly"
    desk.press(Key.Key_Left)
    assert desk.value("solved") == "solved"
    desk.press(Key.Key_Backspace)
    assert desk.value("solved") is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Key.Key_Y, True),
        (Key.Key_N, False),
        (Key.Key_1, True),
        (Key.Key_2, False),
        (Key.Key_Right, True),
        (Key.Key_Left, False),
        (Key.Key_Space, True),
    ],
)
def test_yes_or_no_is_one_key(desk, key, value):
    desk.at("urgent").press(key)
    assert desk.value("urgent") is value


def test_space_turns_yes_into_no(desk):
    desk.at("urgent").press(Key.Key_Space, times=2)
    assert desk.value("urgent") is False


def test_several_choices_are_turned_by_digits_or_by_arrows_and_space(desk):
    desk.at("told").keys("3")
    desk.press(Key.Key_Left, times=2)
    desk.press(Key.Key_Space)
    assert desk.value("told") == ["valve", "leave"]
    desk.keys("1")
    assert desk.value("told") == ["leave"]


def test_a_choice_of_another_version_survives_beside_a_new_one(desk):
    desk.view.set_answers({"told": ["evacuate", "leave"]})
    desk.at("told").keys("1")
    assert desk.value("told") == ["valve", "leave", "evacuate"]


def test_the_tick_is_turned_by_space(desk):
    desk.at("read_back").press(Key.Key_Space)
    assert desk.value("read_back") is True
    desk.press(Key.Key_Space)
    assert desk.value("read_back") is False


# -- moments and numbers --


def local(*parts):
    return datetime(*parts).astimezone()


NOW = datetime(2026, 11, 21, 1, 31, tzinfo=UTC).astimezone()  # the desk's


@pytest.mark.parametrize("moment", [(23, 59), (NOW.hour, NOW.minute)])
def test_a_time_alone_is_today(desk, moment):
    desk.at("due_at").keys("{}:{:02}".format(*moment))
    assert desk.value("due_at") == local(NOW.year, NOW.month, NOW.day, *moment).isoformat()


def test_a_time_alone_that_is_over_is_tomorrow_and_shown_so(desk):
    tomorrow = local(NOW.year, NOW.month, NOW.day + 1, 0, 0)
    desk.at("due_at").keys("0:00")
    line = desk.view.focusWidget()
    assert desk.value("due_at") == tomorrow.isoformat()
    desk.press(Key.Key_Tab)
    assert line.text() == moments.show(tomorrow, NOW, "zh_CN")
    assert desk.value("due_at") == tomorrow.isoformat()


@pytest.mark.parametrize("day", ["今天", f"{NOW:%m-%d}", f"{NOW:%Y-%m-%d}"])
def test_a_day_that_is_told_stays_as_told(desk, day):
    desk.at("due_at").commit(f"{day} 0:00")
    assert desk.value("due_at") == local(NOW.year, NOW.month, NOW.day, 0, 0).isoformat()


def test_an_hour_at_which_something_happened_is_not_moved_ahead(show):
    when = Field("happened_at", Kind.DATE_TIME, {"zh_CN": "发生时间"})
    desk = show(Form("x", 1, {}, (Section("a", {"zh_CN": "甲"}, (when,)),)))
    desk.at("happened_at").keys("0:00")
    assert desk.value("happened_at") == local(NOW.year, NOW.month, NOW.day, 0, 0).isoformat()


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
def test_what_a_field_shows_it_reads_again(lang):
    for days in range(-400, 400, 7):
        at = NOW.replace(second=0, microsecond=0) + timedelta(days=days, hours=days % 24)
        shown = moments.show(at, NOW, lang)
        is_near = at.astimezone().year != NOW.year or abs(days) < 180
        assert moments.read(shown, NOW, ahead=True) == at or not is_near, shown


@pytest.mark.parametrize(
    ("said", "moment"),
    [("凌晨3点", (22, 3)), ("上午9点", (22, 9)), ("大约3点", (21, 15)), ("20号9点", None), ("周一9点", None)],
)
def test_what_is_over_and_named_no_day_of_its_own_comes_again_tomorrow_or_is_not_guessed(said, moment):
    now = local(2026, 11, 21, 10, 0)
    at = local(2026, 11, moment[0], moment[1]) if moment else None
    assert moments.read(said, now, ahead=True) == at


def test_the_last_night_of_the_year_ends_in_the_next():
    now = local(2026, 12, 31, 22, 0)
    assert moments.read("9:00", now, ahead=True) == local(2027, 1, 1, 9, 0)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("11-25 14:05", (2026, 11, 25, 14, 5)),
        ("2026-12-01 8:00", (2026, 12, 1, 8, 0)),
        ("1-3 14:05", (2027, 1, 3, 14, 5)),
        ("11/25 14:05", (2026, 11, 25, 14, 5)),
    ],
)
def test_a_day_without_its_year_is_the_nearest(desk, typed, moment):
    desk.at("due_at").keys(typed)
    assert desk.value("due_at") == local(*moment).isoformat()


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("11月25日 14点05分", (2026, 11, 25, 14, 5)),
        ("11月25日下午", (2026, 11, 25, 18, 0)),
        ("11月25日下午尽快", None),
        ("11-25 14：05", (2026, 11, 25, 14, 5)),
        ("11-25 周三 9点半", (2026, 11, 25, 9, 30)),
        ("11月25号9点整", (2026, 11, 25, 9, 0)),
        ("11-25 周四 9:30", None),  # that is next year's
        ("11月25日周四9点半", None),
        ("1-3 周日 9:00", (2027, 1, 3, 9, 0)),
        ("1月3日周六9点", None),  # this year's, long ago
        ("11-25 Wed 09:30", (2026, 11, 25, 9, 30)),
        ("11-25 sunny 09:30", None),
        ("2-29 9:00", None),
        ("0001-01-01 00:00", None),
    ],
)
def test_a_moment_in_chinese_is_understood_or_left_alone(desk, typed, moment):
    desk.at("due_at").commit(typed)
    assert desk.value("due_at") == (local(*moment).isoformat() if moment else typed)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("明天下午三点", "11-22 周日 15:00"),
        ("后天上午", "11-23 周一 12:00"),
        ("下周一 9 点半", "11-23 周一 09:30"),
        ("下周一", "11-23 周一 23:59"),
        ("明天上午10点之前", "11-22 周日 10:00"),
        ("今天下午5点到6点", "11-21 周六 18:00"),
        ("三个工作日内", "11-25 周三 23:59"),
        ("半小时后", None),
        ("1月3号", "2027-01-03 周日 23:59"),
        ("11-25", "11-25 周三 23:59"),
    ],
)
def test_a_promise_in_words_is_shown_back_in_full(desk, said, shown):
    desk.at("due_at").commit(said)
    line = desk.view.focusWidget()
    desk.press(Key.Key_Tab)
    half_an_hour = moments.show(NOW + timedelta(minutes=30), NOW, "zh_CN")
    assert line.text() == (shown or half_an_hour)


@pytest.mark.parametrize(
    ("said", "hour"), [("三点", 15), ("3点半", 15), ("3:10", 15), ("9点", 33), ("03:10", 27)]
)
def test_an_early_hour_by_itself_that_is_over_is_this_afternoons(said, hour):
    now = local(2026, 11, 21, 10, 0)
    at = moments.read(said, now, ahead=True)
    assert at is not None
    assert (at - local(2026, 11, 21)) // timedelta(hours=1) == hour


def test_what_happened_at_no_hour_stays_as_it_was_said(show):
    when = Field("happened_at", Kind.DATE_TIME, {"zh_CN": "发生时间"})
    desk = show(Form("x", 1, {}, (Section("a", {"zh_CN": "甲"}, (when,)),)))
    desk.at("happened_at").commit("昨天上午")
    assert desk.value("happened_at") == "昨天上午"
    assert moments.read("昨晚8点35分", NOW) == local(2026, 11, 20, 20, 35)


def test_tomorrow_is_the_day_after_today(desk):
    today = datetime(2026, 11, 21, 1, 31, tzinfo=UTC).astimezone()
    desk.at("due_at").commit("明天 9:00")
    assert desk.value("due_at") == local(today.year, today.month, today.day + 1, 9, 0).isoformat()


def test_a_moment_understood_is_shown_with_its_weekday(desk):
    desk.at("due_at").keys("11-25 14:05")
    line = desk.view.focusWidget()
    desk.press(Key.Key_Tab)
    assert line.text() == "11-25 周三 14:05"
    assert desk.value("due_at") == local(2026, 11, 25, 14, 5).isoformat()


@pytest.mark.parametrize(
    "typed", ["soon", "25:00", "13-40 10:00", "2-30 8:00", "11:", "昨天上午", "每周三", "8月十五"]
)
def test_what_is_no_moment_stays_as_typed_and_is_named(desk, typed):
    desk.at("due_at").commit(typed)
    desk.press(Key.Key_Tab)
    assert desk.value("due_at") == typed
    assert desk.row("due_at").editor.hand.text() == typed
    assert desk.problem("due_at") == "not_a_date"


def test_a_number_out_of_range_is_named_on_leaving(desk):
    desk.at("count").keys("0")
    desk.press(Key.Key_Tab)
    assert desk.value("count") == "0"
    assert desk.problem("count") == "out_of_range"


# -- not given --


def reasons(desk) -> QMenu:
    return desk.row("name")._menu


def test_alt_n_and_a_digit_say_why_there_is_no_answer(desk, qtbot):
    desk.at("name").press(Key.Key_N, Held.AltModifier)
    qtbot.waitUntil(lambda: reasons(desk).isVisible())
    qtbot.keyClick(reasons(desk), Key.Key_2)
    assert desk.value("name") == {"not_given": "unknown"}
    assert not desk.row("name").editor.isVisible()
    assert desk.here() == "name"


def test_alt_n_where_an_answer_is_wanted_says_so(desk, qtbot):
    desk.at("phone").press(Key.Key_N, Held.AltModifier)
    label = desk.row("phone").label
    qtbot.waitUntil(lambda: QToolTip.text() == f"“{label}”没有“未提供”可选。")
    assert desk.here() == "phone"


def test_backspace_takes_not_given_back_with_what_stood_there(desk, qtbot):
    desk.at("name").keys("Wang")
    desk.press(Key.Key_N, Held.AltModifier)
    qtbot.waitUntil(lambda: reasons(desk).isVisible())
    qtbot.keyClick(reasons(desk), Key.Key_1)
    assert desk.value("name") == {"not_given": "refused"}
    desk.press(Key.Key_Backspace)
    assert desk.value("name") == "Wang"
    assert isinstance(desk.view.focusWidget(), QLineEdit)
    assert desk.here() == "name"


def test_a_reason_longer_than_its_field_ends_in_an_ellipsis_and_is_told_by_the_tip(show):
    # Drawn as it is, a cut sign would be the last thing seen of it.
    desk = show(width=320)
    desk.view.set_answers({"name": {"not_given": "x" * 200}})
    chip = desk.row("name").place
    said = chip.findChild(ElidedLabel)
    assert said.toolTip() == f"未提供：{'x' * 200}"
    assert 0 < said.width() < said.fontMetrics().horizontalAdvance(said.text())
    assert chip.geometry().right() <= desk.row("name").width()
    assert chip.accessibleName() == f"姓名 未提供：{'x' * 200}"


def test_a_field_that_must_be_answered_offers_no_reasons(desk):
    desk.at("phone").press(Key.Key_N, Held.AltModifier)
    assert desk.row("phone")._menu is None
    assert desk.value("phone") is None


# -- taken back --


def test_ctrl_z_takes_back_every_kind_of_answer_and_ctrl_y_gives_it_again(desk):
    undo, redo = (Key.Key_Z, Held.ControlModifier), (Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)
    typed = {
        "name": ("Wang", "Wang"), "phone": ("13800001234", "13800001234"), "category": ("b", "boiler"),
        "urgent": ("y", True), "told": ("2", ["windows"]), "request": ("leak", "leak"), "count": ("3", "3"),
        "read_back": (" ", True), "solved": ("2", "partly"), "due_at": ("11-25 9:30", None),
    }  # fmt: skip
    for name, (keys, answer) in typed.items():
        desk.at(name).keys(keys)
        if name == "category":
            desk.press(Key.Key_Return)
        desk.at("note").at(name)  # left and come back to: the caret is in another go
        answer = desk.value(name) if answer is None else answer
        assert desk.value(name) == answer
        desk.press(*undo)
        assert not desk.value(name), name
        desk.press(*redo)
        again = desk.value(name)
        assert (again.replace(" ", "") if name == "phone" else again) == answer, name  # grouped by then


def test_ctrl_z_goes_back_answer_by_answer_and_not_beyond_what_was_there(desk):
    desk.view.set_answers({"solved": "solved"})
    desk.at("solved").keys("23")
    desk.view.set_answers({**desk.view.answers(), "name": "Wang"})  # another field is filled beside it
    for said in ("partly", "solved", "solved"):
        desk.press(Key.Key_Z, Held.ControlModifier)
        assert desk.value("solved") == said
    assert desk.heard.count("solved") == 4


def test_ctrl_z_takes_back_that_nothing_was_given(desk, qtbot):
    desk.at("name").keys("Wang")
    desk.row("name")._give_reason("refused")
    assert desk.value("name") == {"not_given": "refused"}
    desk.press(Key.Key_Z, Held.ControlModifier)
    assert desk.value("name") == "Wang"
    assert desk.row("name").editor.line.hasFocus()


def test_ctrl_z_takes_nothing_out_of_a_frozen_field(desk):
    desk.at("solved").keys("2")
    desk.view.freeze({"solved"})
    desk.press(Key.Key_Z, Held.ControlModifier)
    assert desk.value("solved") == "partly"

"""What can be done is said once: what F1 lists is what the keys do."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel

from app.ui.keys import FORM_KEYS, LIST_KEYS, PAGE_KEYS
from app.ui.kit.buttons import KeyButton, KeyHint

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def shown_keys(workplace):
    return [hint.text() for hint in workplace.overview.findChildren(KeyHint)]


def test_no_key_does_two_things(start):
    commands = start().workplace.commands
    keys = Counter(
        [c.key for c in commands if c.key]
        + [key for key, _ in (*FORM_KEYS, *LIST_KEYS, *PAGE_KEYS) if "…" not in key]
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_key_is_one_that_types(start, answers):
    """What is done by a bare letter would be done in the middle of a word."""
    seat = start()
    seat.new("gas_repair", answers["gas_repair"]).save()
    seat.workplace.open("case", seat.workplace.tabs.current().call.case)
    for shortcut in seat.workplace.findChildren(QShortcut):
        (pressed,) = [shortcut.key()[n] for n in range(shortcut.key().count())]
        is_typed = pressed.key() < Qt.Key.Key_Escape  # what stands above has no sign
        held = pressed.keyboardModifiers() & (CTRL | ALT)
        assert held or not is_typed, shortcut.key().toString()


def test_f1_lists_every_key_with_what_it_does(start):
    workplace = start().workplace
    workplace.overview.toggle()
    said = [label.text() for label in workplace.overview.findChildren(QLabel)]
    for command in workplace.commands:
        if command.key and command.listed:
            assert command.key in shown_keys(workplace)
            assert command.text in said
    assert all(c.text for c in workplace.commands if c.listed)


def test_every_key_on_a_button_stands_on_f1(start, answers):
    seat = start()
    seat.new("gas_repair", answers["gas_repair"]).save()
    seat.workplace.open("case", seat.workplace.tabs.current().call.case)
    buttons = [button for button in seat.workplace.findChildren(KeyButton) if button.key]
    seat.workplace.tabs.current().setFocus()
    seat.workplace.overview.toggle()
    seen = {button.key for button in buttons if button.isVisible()}
    assert {"F9", "Alt+Y", "Alt+F"} <= seen
    assert seen <= set(shown_keys(seat.workplace))
    said = {key for key, _ in (*FORM_KEYS, *LIST_KEYS, *PAGE_KEYS)}
    assert {button.key for button in buttons} <= said | {c.key for c in seat.workplace.commands}


def test_f1_tells_in_a_list_what_a_list_does(start):
    seat = start()
    seat.workplace.open("list", "calls")
    seat.workplace.tabs.current().setFocus()
    seat.workplace.overview.toggle()
    assert {key for key, _ in LIST_KEYS} <= set(shown_keys(seat.workplace))
    seat.workplace.overview.toggle()
    seat.workplace.work.close_current()
    seat.workplace.overview.toggle()
    hints = seat.workplace.overview.findChildren(KeyHint)
    assert "Ctrl+Alt+C" not in {hint.text() for hint in hints if hint.isVisible()}


def test_a_key_held_down_repeats_only_what_goes_round(start):
    workplace = start().workplace
    repeating = {c.key for c in workplace.commands if c.repeats}
    for shortcut in workplace.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
        key = shortcut.key().toString()
        assert shortcut.autoRepeat() == (key in repeating), key
    assert repeating == {"F6", "Shift+F6", "Ctrl+Tab", "Ctrl+Shift+Tab"}


@pytest.mark.parametrize("place", [1, 2])
def test_ctrl_and_a_digit_turns_to_the_form_at_that_place(start, place):
    seat = start()
    pages = [seat.new("gas_repair"), seat.new("complaint")]
    seat.press(Qt.Key(Qt.Key.Key_0 + place), Qt.KeyboardModifier.ControlModifier)
    assert seat.workplace.tabs.current() is pages[place - 1]


def test_f1_begins_with_the_keys_of_the_place_the_agent_is_at(start):
    seat = start()

    def here() -> list[str]:
        seat.press(Qt.Key.Key_F1)
        column = seat.workplace.overview._first.itemAt(0)
        found = [label.text() for label in column.widget().findChildren(QLabel)] if column else []
        seat.press(Qt.Key.Key_F1)
        return found

    page = seat.new("gas_repair")
    page.view.focus_field("gas_smell")
    assert "是、否（1、2 也行）" in here()
    page.view.focus_field("request")
    said = here()
    assert {"换行", "保存", "Ctrl+Enter"} <= set(said)
    assert "是、否（1、2 也行）" not in said
    seat.workplace.open("list", "calls")
    assert "换行" not in here()


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("place", ["field", "case", "list"])
def test_f1_is_read_whole_in_the_smallest_window(qapp, start, answers, lang, place):
    qapp.speak(lang)
    try:
        seat = start()
        seat.window.resize(1366, 768)
        page = seat.new("gas_repair", answers["gas_repair"])
        page.view.focus_field("category")
        if place == "case":
            page.save()
            seat.workplace.open("case", page.call.case)
        elif place == "list":
            seat.workplace.open("list", "calls")
        seat.press(Qt.Key.Key_F1)
        overview = seat.workplace.overview
        assert overview.isVisible()
        assert seat.workplace.rect().contains(overview.geometry())
        assert overview.height() >= overview.sizeHint().height()
    finally:
        qapp.speak("zh_CN")

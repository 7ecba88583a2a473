"""What is read back stands there large, its numbers in groups and in the words they are said in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui.readback import in_groups

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def card(start):
    seat = start()
    page = seat.new("gas_repair")
    return seat, page, seat.workplace.readback


def said(card) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_one_key_shows_what_is_told_and_the_agent_types_on(card, qtbot, type_in):
    seat, page, card = card
    page.view.set_answers(
        {"name": "王小明", "phone": "+8613800001234", "address": "春晓路88号", "answer": "好"}
    )
    page.view.focus_field("customer_no")
    seat.press(Qt.Key.Key_B, ALT)
    assert card.isVisible()
    assert {"王小明", "138 0000 1234", "幺三八  零零零零  幺二三四", "春晓路88号", "八八"} <= set(said(card))
    assert "好" not in said(card)  # that is what the caller was told
    qtbot.keyClicks(page.view.focusWidget(), "1234567890")
    qtbot.waitUntil(lambda: "1234 5678 90" in said(card))
    seat.press(Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert page.view.place()[0] == "customer_no"
    seat.press(Qt.Key.Key_B, ALT)
    seat.new("complaint")
    assert not card.isVisible()  # another caller is in front


def test_with_nothing_told_it_says_what_to_do(card):
    seat, _, card = card
    seat.press(Qt.Key.Key_B, ALT)
    assert any("先填" in text for text in said(card))


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("88号", "88号"),
        ("12345", "1234 5"),
        ("户号330102199001011234", "户号3301 0219 9001 0112 34"),
        ("𬱖", "𬱖"),
    ],
)
def test_only_long_numbers_are_parted(text, groups):
    assert in_groups(text) == groups

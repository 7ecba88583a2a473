"""Greeting and closing stand beside the form while it is filled (CALL-2), and say what is known by then."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.ui.script import ScriptCard

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def card(start):
    """Return the seat and its card."""
    seat = start()
    return seat, seat.workplace.findChild(ScriptCard)


def test_the_form_in_front_has_its_greeting_and_closing_beside_it(card):
    seat, card = card
    assert not card.isVisible()
    seat.new("gas_repair")
    assert card.opening.text() == "您好，临江燃气客服中心，工号 1001 为您服务，请问有什么可以帮您？"
    assert card.closing.text().startswith("您的报修已登记")
    complaint = seat.new("complaint")
    assert card.closing.text().startswith("非常抱歉")
    seat.workplace.open("help", "help")
    assert not card.isVisible()
    seat.workplace.tabs.turn_to(complaint)
    assert card.opening.isVisible()
    assert card.closing.isVisible()


def test_it_says_what_is_typed_by_now_and_stays_when_the_call_is_saved(card, qtbot, answers, forms):
    seat, card = card
    page = seat.new("gas_repair", answers["gas_repair"])
    page.form = replace(page.form, closing={"zh_CN": "{name}，{category}，{}再见"})
    page.view.settled.emit()
    assert card.closing.text() == "王小明，灶具不点火、熄火，＿＿再见"
    page.save()
    assert card.closing.isVisible()  # it is said after that


def test_one_key_folds_it_for_good(card, qtbot):
    seat, card = card
    page = seat.new("gas_repair")
    focus = page.view.focusWidget()
    seat.press(Qt.Key.Key_T, ALT)
    assert (card.opening.isVisible(), card.button.isVisible()) == (False, True)
    assert page.view.focusWidget() is focus
    seat.new("complaint")
    assert not card.opening.isVisible()
    seat.press(Qt.Key.Key_T, ALT)
    assert card.opening.isVisible()

"""An address while it is typed: names are offered and never imposed; district and team come with a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.ui.form.address import AddressEditor


@pytest.fixture
def seat(start):
    return start()


@pytest.fixture
def say(qtbot):
    """Type into the address as an input method does, and wait until it was looked at."""

    def _say(page, text):
        page.view.focus_field("address")
        event = QInputMethodEvent()
        event.setCommitString(text)
        with qtbot.waitSignal(page.view.settled):
            QApplication.sendEvent(page.view.focusWidget(), event)
        return page.view.findChild(AddressEditor)

    return _say


def offered(editor):
    return list(editor._names) if editor.line.open else []


def test_a_name_is_taken_by_an_arrow_and_enter_alone(seat, say):
    page = seat.new("gas_repair")
    editor = say(page, "城东")
    assert offered(editor) == ["城东街道"]
    seat.press(Qt.Key.Key_Return)  # nothing was marked: on to the next field
    assert editor.line.text() == "城东"
    assert not editor.line.hasFocus()
    assert not offered(editor)
    say(page, " 5 号")
    assert editor.line.text() == "城东 5 号"
    page.view.set_answers({})
    say(page, "城东")
    seat.press(Qt.Key.Key_Down)
    seat.press(Qt.Key.Key_Return)
    assert editor.line.text() == "城东街道"
    assert page.view.answers()["address"] == "城东街道"
    assert editor.line.hasFocus()


def test_escape_closes_the_names_and_nothing_else(seat, say):
    page = seat.new("gas_repair")
    editor = say(page, "城")
    seat.press(Qt.Key.Key_Down)
    seat.press(Qt.Key.Key_Escape)
    assert not offered(editor)
    assert seat.workplace.tabs.current() is page
    assert editor.line.text() == "城"


def test_the_country_is_offered_from_the_province_down(seat, say, qtbot):
    page = seat.new("gas_repair")
    qtbot.waitUntil(lambda: seat.desk.addresses._loaded)
    editor = say(page, "浙江省杭州市西")
    assert "西湖区" in offered(editor)
    page.view.set_answers({})
    say(page, "杭州市下城区朝晖路3号")
    assert editor.note.text() == "浙江省杭州市拱墅区 · “下城区”今为“拱墅区”"


def test_the_street_says_district_and_team_and_why(seat, say):
    page = seat.new("gas_repair")
    editor = say(page, "城东镇 3 号")
    assert editor.note.text() == "城东（按街道名册：城东街道） · 派往：维修班 · “城东镇”今为“城东街道”"
    page.view.put_answers({"team": "emergency"})
    editor = say(page, "，门口")
    assert "派往" not in editor.note.text()  # the agent chose


def test_a_district_is_filled_in_until_somebody_says_another(seat, say):
    page = seat.new("city_case")
    editor = say(page, "城东街道5号")
    assert page.view.answers()["district"] == "east"
    page.keep()
    assert seat.desk.calls.drafts()[0].answers["district"] == "east"
    editor.line.clear()
    say(page, "城西街道5号")
    assert page.view.answers()["district"] == "west"
    page.view.put_answers({"district": "several"})
    say(page, "对面")
    assert page.view.answers()["district"] == "several"
    assert page.view.answers()["address"] == "城西街道5号对面"

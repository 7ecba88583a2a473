"""An offer of a category stands over the foot of the form: one key takes it, and any other goes by it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.records.cases import CaseState
from app.ui.suggesting import OfferLine

ALT = Qt.KeyboardModifier.AltModifier
TEXTS = {"stove": "stove does not light", "boiler": "boiler leaks water", "hose": "hose worn out"}


@pytest.fixture
def seat(start, answers):
    """A seat that has learned of two dozen closed cases."""
    seat = start()
    calls = seat.desk.calls
    for code, text in list(TEXTS.items()) * 8:
        told = {**answers["gas_repair"], "category": code, "request": text}
        saved = calls.save(replace(calls.new("gas_repair"), answers=told))
        with seat.store.write() as to:
            to.put(replace(saved.case, state=CaseState.CLOSED))
    seat.desk.suggestions.learn()
    return seat


def line_of(page) -> OfferLine:
    return page.findChild(OfferLine)


def test_one_key_takes_the_first_offer_and_the_caret_stays(seat, qtbot, type_in):
    page = seat.new("gas_repair")
    line = line_of(page)
    assert line.isVisible()  # before there is anything to offer: nothing moves then
    type_in(page, "request", "the boiler leaks")
    qtbot.waitUntil(line.first.isVisible)
    assert "boiler" in line.words.text()
    seat.press(Qt.Key.Key_G, ALT)
    assert page.view.answers()["category"] == "boiler"
    assert page.view.place()[:2] == ("request", 16)
    qtbot.waitUntil(lambda: not line.first.isVisible())
    type_in(page, "category", "ms")  # and nobody has to stand by it
    seat.press(Qt.Key.Key_Return)
    assert page.view.answers()["category"] != "boiler"


def test_nothing_is_put_in_by_itself_and_nothing_offered_for_what_is_answered(
    seat, qtbot, type_in, background
):
    page = seat.new("gas_repair", {"category": "hose"})
    type_in(page, "request", "the boiler leaks")
    with qtbot.waitSignal(page.view.settled):
        pass
    answered = []
    background.store.run(lambda: None, answered.append)  # what was asked of the lane comes back before
    qtbot.waitUntil(lambda: bool(answered))
    line = line_of(page)
    assert not line.first.isVisible()
    seat.press(Qt.Key.Key_G, ALT)
    assert page.view.answers()["category"] == "hose"


def test_a_late_answer_is_not_shown_for_another_text(seat, qtbot, type_in, monkeypatch):
    page = seat.new("gas_repair")
    line, jobs = line_of(page), []
    monkeypatch.setattr(line, "_lane", type("Lane", (), {"run": lambda _, *job: jobs.append(job)})())
    type_in(page, "request", "the boiler leaks")
    qtbot.waitUntil(lambda: bool(jobs))
    type_in(page, "request", " hose")
    qtbot.waitUntil(lambda: len(jobs) > 1)
    (job, show), (newer, show_newer) = jobs[0], jobs[-1]
    show(job())
    assert not line.first.isVisible()
    show_newer(newer())
    assert line.first.isVisible()


def test_a_form_nobody_has_closed_a_case_of_has_no_such_line(seat):
    assert not line_of(seat.new("complaint")).isVisible()


def test_saved_the_call_is_offered_nothing(seat, answers, qtbot):
    page = seat.new("gas_repair", answers["gas_repair"])
    assert line_of(page).isVisible()
    page.save()
    assert not line_of(page).isVisible()

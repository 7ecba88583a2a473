"""Entries checked again by one key each, and the register read by who it goes to."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.demo.hands import Hands
from app.desk.reviews import month_of
from app.records.accounts import Role
from app.records.reviews import Outcome, Review
from tests.ui.conftest import ME

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def kept(start, answers):
    """A seat with two entries on file, the first of them in its tab."""
    seat = start()
    with seat.store._door.write() as connection:  # as it came from central
        told = (ME.id, ME.agent_no, ME.name, "agent", "", 1, 1)
        columns = "id, agent_no, name, role, public_key, active, version"
        connection.exec_driver_sql(f"INSERT INTO agents ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", told)
    for address in ("滨江路 18 号", "和平路 7 号"):
        seat.new("gas_repair", {**answers["gas_repair"], "address": address}).save()
    return seat


def all_of(seat):
    return [(r.outcome, r.field, r.note) for r in seat.store.find(Review, agent=ME.id, newest_first=False)]


def test_one_key_says_it_is_right_and_brings_the_next(kept):
    first = kept.workplace.tabs.pages()[0]
    kept.workplace.tabs.turn_to(first)
    kept.press(Qt.Key.Key_K, ALT)
    page = kept.workplace.tabs.current()
    assert page.record == f"review {first.record}"
    for _ in range(2):
        kept.press(Qt.Key.Key_Return, CTRL)
    assert all_of(kept) == [(Outcome.RIGHT, "", "")] * 2
    assert page.right_button.isHidden()


def test_a_wrong_entry_is_registered_with_what_was_true_and_counted(kept):
    hands = Hands(kept.window)
    call = kept.workplace.tabs.pages()[0].record
    kept.workplace.open("review", f"review {call}")
    page = kept.workplace.tabs.current()
    kept.press(Qt.Key.Key_X, ALT)  # without a word nothing is registered, and the line waits for it
    assert all_of(kept) == []
    hands.type("105 记成 501")
    page.which.setCurrentIndex(page.which.findData("address"))
    kept.press(Qt.Key.Key_X, ALT)
    assert all_of(kept) == [(Outcome.WRONG, "address", "105 记成 501")]
    kept.workplace.open("register", "register")
    register = kept.workplace.tabs.current()
    assert register.model.item(0, 1).text() == "1/3"
    assert "105 记成 501" in register.model.item(0).child(0).text()
    register.note.setFocus()
    hands.type("10:20 来电没有登记")
    kept.press(Qt.Key.Key_X, ALT)
    assert kept.desk.calls.reviews.count(ME.id) == 2


def test_the_fourth_is_read_by_a_supervisor_and_leaves_the_list(kept, time, qtbot):
    reviews = kept.desk.calls.reviews
    for n in range(4):
        reviews.missed(ME.id, str(n))
    kept.store.session = replace(kept.store.session, role=Role.SUPERVISOR)
    assert [(i.kind, i.more) for i in kept.desk.worklist.group("reports").items] == [("report", "4/3")]
    kept.workplace.open("report", month_of(time.now()))
    page = kept.workplace.tabs.current()
    assert not page.hear_button.isHidden()
    kept.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.hear_button.isHidden)
    assert kept.desk.worklist.group("reports").count == 0
    kept.press(Qt.Key.Key_Left, ALT)
    assert not page.none.isHidden()  # the month before had none

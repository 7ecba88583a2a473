"""The directory over the work: one key to open it, one to note who was called, by the keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.forms.directory import Listed
from app.forms.rights import Right
from app.records.accesses import Access
from app.ui.directory import DirectoryBox

SHIFT = Qt.KeyboardModifier.ShiftModifier
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def seat(start):
    return start()


def rows(box: DirectoryBox):
    return [box.picker.list.item(n).text() for n in range(box.picker.list.count())]


def test_one_key_notes_who_was_called_and_leaves_the_caret(seat, qtbot, answers, time):
    page = seat.new("gas_repair", answers["gas_repair"])
    page.view.focus_field("request")
    place = page.view.place()
    seat.press(Qt.Key.Key_F4, SHIFT)
    box = seat.workplace.directory
    qtbot.keyClicks(box.picker.query, "86119")
    assert "没有找到" in rows(box)[0]
    box.picker.query.setText("火灾")
    assert rows(box)[0].startswith("火警  119")
    qtbot.keyClick(box.picker.query, Qt.Key.Key_Return)
    noted = page.view.answers()["answer"]
    assert noted.endswith("联系/转接：火警 119")
    assert page.view.place() == place
    box.pop("投诉")
    qtbot.keyClick(box.picker.query, Qt.Key.Key_Return)
    assert page.view.answers()["answer"].startswith(noted + "\n")
    page.keep()
    assert seat.desk.calls.drafts()[0].answers["answer"] == page.view.answers()["answer"]


def test_without_a_call_nothing_is_noted_and_that_is_said(seat, qtbot):
    box = seat.workplace.directory
    box.pop("火警")
    qtbot.keyClick(box.picker.query, Qt.Key.Key_Return)
    assert "没有记" in seat.workplace.toasts.text()


def test_a_number_is_copied_by_the_rules_and_kept(seat, qtbot, monkeypatch):
    box = seat.workplace.directory
    box.pop("火警")
    qtbot.keyClick(box.picker.query, Qt.Key.Key_C, HELD)
    assert QApplication.clipboard().text() == "119"
    assert len(seat.store.find(Access)) == 1
    monkeypatch.setattr(seat.desk.accesses, "may", lambda right: right is not Right.COPY)
    QApplication.clipboard().setText("")
    box.pop("火警")
    qtbot.keyClick(box.picker.query, Qt.Key.Key_C, HELD)
    assert QApplication.clipboard().text() == ""
    assert len(seat.store.find(Access)) == 1


def test_the_command_bar_finds_it_too(seat, qtbot):
    bar = seat.workplace.bar
    seat.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    bar.query.setText("计量表具")
    qtbot.waitUntil(lambda: any(f.kind == "directory" for f in bar._found))
    seat.workplace.open("directory", "计量表具班")
    assert rows(seat.workplace.directory)[0].startswith("计量表具班")


def test_what_is_published_is_there_at_once_even_in_an_open_list(seat, qtbot, forms):
    box, older = seat.workplace.directory, replace(forms)
    box.pop("锅炉专线")
    assert "没有找到" in rows(box)[0]
    try:
        forms.renew(replace(forms, directory=(Listed("锅炉专线", "057186110009", ("锅炉",)),)))
        seat.bridge.changed.emit(frozenset({"definition"}))
        qtbot.waitUntil(lambda: rows(box)[0].startswith("锅炉专线"))
    finally:
        forms.renew(older)

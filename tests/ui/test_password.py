"""A new password: at the door because somebody else has set the one that was typed, or at work."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from app.desk.throttle import AccountRefused
from app.ui import wording
from app.ui.newpassword import NewPasswordPage
from app.ui.panels.password import PasswordDesk, PasswordPage

OLD, NEW = "correct horse", "another long one"


@pytest.fixture
def door(qtbot):
    page = NewPasswordPage(lambda: datetime(2026, 11, 21, 6, 5, tzinfo=UTC), "临江市燃气客服中心", "A03")
    qtbot.addWidget(page)
    page.show()
    return page


def type_twice(qtbot, page, new, again):
    qtbot.keyClicks(page.password, new)
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    qtbot.keyClicks(page.again, again)
    qtbot.keyClick(page.again, Qt.Key.Key_Return)


def test_typed_twice_it_is_asked_for_and_nothing_can_be_changed_meanwhile(door, qtbot):
    asked = []
    door.asked.connect(asked.append)
    type_twice(qtbot, door, NEW, NEW)
    assert asked == [NEW]
    assert not door.again.isEnabled()
    door.refuse("change_away")
    assert door.sentence.text() == wording.refusal("change_away")
    assert (door.password.text(), door.again.text(), door.password.isEnabled()) == ("", "", True)


@pytest.mark.parametrize(
    ("new", "again", "code"),
    [("short", "short", "short_password"), (NEW, OLD, "passwords_differ"), ("", "", "empty_password")],
)
def test_one_that_will_not_do_is_said_at_once(door, qtbot, new, again, code):
    asked = []
    door.asked.connect(asked.append)
    type_twice(qtbot, door, new, again)
    assert asked == []
    assert door.sentence.text() == wording.refusal(code)


# -- at work --


class Door:
    """Changes a password as it is told to, when it is told to."""

    def __init__(self):
        self.asked, self.fails, self.waiting = [], None, []

    def change(self, old, new):
        self.asked.append((old, new))
        if self.fails:
            raise self.fails

    def run(self, job, done, failed):
        self.waiting.append((job, done, failed))

    def go(self):
        job, done, failed = self.waiting.pop()
        try:
            done(job())
        except AccountRefused as error:
            failed(error)


@pytest.fixture
def central():
    return Door()


@pytest.fixture
def page(qtbot, central):
    page = PasswordPage(PasswordDesk(central.change, central.run, is_alone=False))
    qtbot.addWidget(page)
    page.show()
    page.heard = []
    page.told.connect(page.heard.append)
    return page


def fill(page, qtbot, *words):
    for edit, word in zip(page.edits, words, strict=True):
        qtbot.keyClicks(edit, word)
    qtbot.keyClick(page.again, Qt.Key.Key_Return)


def test_it_is_changed_once_and_nothing_of_it_stays(page, qtbot, central):
    fill(page, qtbot, OLD, NEW, NEW)
    page.send()
    assert len(central.waiting) == 1
    assert not page.old.isEnabled()
    central.go()
    assert central.asked == [(OLD, NEW)]
    assert [edit.text() for edit in page.edits] == ["", "", ""]
    assert len(page.heard) == 1


def test_a_wrong_one_is_said_and_the_new_one_stays(page, qtbot, central):
    central.fails = AccountRefused("password", 1)
    fill(page, qtbot, "a guess", NEW, NEW)
    central.go()
    assert page.sentence.text() == wording.refusal("password")
    assert [edit.text() for edit in page.edits] == ["", NEW, NEW]
    central.fails = AccountRefused("password", 15)
    fill(page, qtbot, "a guess", "", "")
    central.go()
    assert "00:15" in page.sentence.text()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("", NEW, NEW), "empty_password"),
        ((OLD, "short", "short"), "short_password"),
        ((OLD, NEW, OLD), "passwords_differ"),
    ],
)
def test_what_will_not_do_is_not_even_asked(page, qtbot, central, words, code):
    fill(page, qtbot, *words)
    assert central.waiting == []
    assert page.sentence.text() == wording.refusal(code)


def test_what_was_typed_goes_when_the_page_does(page, qtbot):
    qtbot.keyClicks(page.old, OLD)
    page.hide()
    assert page.old.text() == ""


def test_the_command_opens_the_page(start):
    seat = start()
    command = next(c for c in seat.workplace.commands if c.text == "修改密码")
    command.act()
    assert isinstance(seat.workplace.tabs.current(), PasswordPage)
    command.act()
    assert len(seat.workplace.tabs.pages()) == 1

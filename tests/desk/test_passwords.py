"""Another password: chosen by the agent, or asked for because somebody else has set it."""

import pytest

from app.desk.throttle import AccountRefused
from tests.desk.conftest import PASSWORD, refused

NEW = "another long password"


def right(accounts, password):
    accounts.sign_in("1001", password).store.close()


@pytest.fixture
def at(joined):
    opened = joined.sign_in("1001", PASSWORD)
    yield opened
    opened.store.close()


def test_a_seat_alone_changes_it_in_its_slot(opened, accounts, clock):
    accounts.change_password(opened, PASSWORD, NEW)
    opened.store.close()
    right(accounts, NEW)
    with refused("password"):
        accounts.sign_in("1001", PASSWORD)


def test_at_a_centre_it_is_changed_there_and_here(at, joined, central):
    joined.change_password(at, PASSWORD, NEW)
    at.store.close()
    assert central.passwords["1001"] == NEW
    for central.away in (True, False):
        right(joined, NEW)


def test_after_a_change_elsewhere_the_old_one_holds_here_without_central(at, joined, central, clock):
    at.store.close()
    central.passwords["1001"] = NEW
    central.away = True
    with refused("password_here"):
        joined.sign_in("1001", NEW)
    clock.go(seconds=1)
    right(joined, PASSWORD)
    central.away = False
    with refused("password"):
        joined.sign_in("1001", PASSWORD)


WILL_NOT_DO = pytest.mark.parametrize(
    ("old", "new", "code"),
    [(PASSWORD, "short", "short_password"), (PASSWORD, PASSWORD, "same_password"), (NEW, NEW, "password")],
)


@WILL_NOT_DO
def test_what_will_not_do_changes_nothing(at, joined, central, old, new, code):
    with refused(code):
        joined.change_password(at, old, new)
    assert central.passwords["1001"] == PASSWORD


@WILL_NOT_DO
def test_nor_at_a_seat_alone(opened, accounts, clock, old, new, code):
    with refused(code):
        accounts.change_password(opened, old, new)
    opened.store.close()
    clock.go(seconds=1)
    right(accounts, PASSWORD)


def test_who_guesses_at_an_open_seat_waits_as_at_the_door(opened, accounts, clock):
    waits = []
    for _ in range(5):
        with pytest.raises(AccountRefused) as said:
            accounts.change_password(opened, "a guess", NEW)
        waits.append(said.value.wait)
        clock.go(seconds=waits[-1])
    assert waits == [1, 1, 2, 5, 15]


def test_without_central_nothing_is_changed_and_that_is_said(at, joined, central):
    central.away = True
    with refused("change_away"):
        joined.change_password(at, PASSWORD, NEW)
    at.store.close()
    right(joined, PASSWORD)


def test_an_answer_that_is_lost_is_no_answer(at, joined, central, monkeypatch):
    monkeypatch.setattr(central, "change", lambda *_: False, raising=False)
    with refused("change_unsure"):
        joined.change_password(at, PASSWORD, NEW)


# -- somebody else has set it --


@pytest.fixture
def reset(joined, central):
    central.to_change.add("1001")
    return joined


def test_before_the_workplace_opens_it_has_to_be_another(reset, central):
    for _ in range(3):
        with refused("must_change"):
            reset.sign_in("1001", PASSWORD)
    reset.sign_in("1001", PASSWORD, NEW).store.close()
    assert central.passwords["1001"] == NEW
    right(reset, NEW)
    central.away = True
    right(reset, NEW)


@pytest.mark.parametrize(("new", "code"), [("short", "short_password"), (PASSWORD, "same_password")])
def test_one_that_will_not_do_opens_nothing(reset, central, new, code):
    with refused(code):
        reset.sign_in("1001", PASSWORD, new)
    assert central.passwords["1001"] == PASSWORD


def test_who_chose_the_password_themselves_is_not_asked(joined, central):
    joined.sign_in("1001", PASSWORD, NEW).store.close()
    assert central.passwords["1001"] == PASSWORD

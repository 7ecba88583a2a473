"""Wrong passwords wait longer and longer, and nobody waits for ever."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.desk.accounts import LEASE, AccountRefused, Accounts
from app.desk.throttle import DELAYS, none, strictest
from app.records.accounts import Role
from tests.desk.conftest import PASSWORD, QUICK, refused

T0 = datetime(2026, 11, 21, 1, 31, 5, tzinfo=UTC)
LONGEST = DELAYS[-1]


def later(seconds):
    return T0 + timedelta(seconds=seconds)


# -- the rule --


def test_each_wrong_one_waits_longer_up_to_five_minutes():
    tries, now, waits = none(T0), T0, []
    for _ in range(10):
        tries = tries.tried("a", now)
        waits.append(tries.wait("a", now))
        now += timedelta(seconds=waits[-1])
    assert waits == [1, 1, 2, 5, 15, 60, 300, 300, 300, 300]


def test_a_wait_is_over_when_it_is_over_and_not_before():
    tries = none(T0)
    for _ in range(4):
        tries = tries.tried("a", T0)
    assert [tries.wait("a", later(seconds)) for seconds in (0, 0.001, 4.999, 5, 9)] == [5, 5, 1, 0, 0]


def test_others_wait_a_second_after_any_wrong_one():
    tries = none(T0).tried("a", T0)
    assert (tries.wait("b", T0), tries.wait("b", later(1))) == (1, 0)


def test_a_right_one_is_forgotten_with_what_went_before():
    tries = none(T0)
    for _ in range(6):
        tries = tries.tried("a", T0).tried("b", T0)
    tries = tries.right("a", later(1))
    assert (tries.wait("a", later(1)), tries.wait("b", later(1))) == (0, 59)


def test_where_nobody_knows_everybody_waits_longest_until_they_were_right():
    tries = strictest(T0)
    assert (tries.wait("a", T0), tries.wait("a", later(LONGEST))) == (LONGEST, 0)
    tries = tries.right("a", later(LONGEST))
    assert (tries.wait("a", later(LONGEST)), tries.wait("b", later(LONGEST))) == (0, 0)
    tries = tries.tried("b", later(LONGEST))
    assert tries.wait("b", later(LONGEST)) == LONGEST
    assert tries.wait("a", later(LONGEST + 1)) == 0


# -- at a seat --


def wrong(accounts, no="1001"):
    """Return for how long the seat says to wait."""
    with pytest.raises(AccountRefused) as said:
        accounts.sign_in(no, "wrong password")
    return said.value.code, said.value.wait


def right(accounts, no="1001"):
    accounts.sign_in(no, PASSWORD).store.close()


@pytest.fixture
def alone(opened, accounts):
    opened.store.close()
    return accounts


@pytest.fixture
def again(tmp_path, secrets, clock):
    """The program started again."""
    return lambda: Accounts(tmp_path / "seat", secrets, clock, lambda *_: None, QUICK)


def lock_out(accounts, clock, no="1001"):
    for _ in range(7):
        _, wait = wrong(accounts, no)
        clock.go(seconds=wait)


def test_too_soon_the_password_is_not_even_looked_at(alone, clock):
    lock_out(alone, clock)
    assert wrong(alone) == ("password", LONGEST)
    with refused("wait") as too_soon:
        alone.sign_in("1001", PASSWORD)
    assert too_soon.value.wait == LONGEST
    clock.go(seconds=LONGEST)
    right(alone)
    assert wrong(alone) == ("password", 1)


def test_an_unknown_number_waits_as_any_other(alone, clock):
    said = {no: [] for no in ("1001", "7777")}
    for no, waits in said.items():
        for _ in range(6):
            waits.append(wrong(alone, no))
            clock.go(seconds=waits[-1][1])
    assert said["1001"] == said["7777"]


def test_the_count_outlives_the_program(alone, again, clock):
    lock_out(alone, clock)
    wrong(alone)
    assert wrong(again()) == ("wait", LONGEST)


def test_a_try_that_was_cut_off_has_counted(alone, again, clock, monkeypatch):
    for _ in range(4):
        clock.go(seconds=20)
        with monkeypatch.context() as cut:
            cut.setattr("app.store.slots.Slots.open", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                alone.sign_in("1001", "wrong password")
    assert wrong(again()) == ("wait", 5)


def test_a_password_nobody_looked_at_has_not_counted(joined, central, clock):
    def unjudged(*_):
        raise AccountRefused("version")

    joined._door = unjudged
    for _ in range(9):
        with refused("version"):
            joined.sign_in("1001", PASSWORD)
    joined._door = central
    right(joined)


@pytest.mark.parametrize("of", ["file", "keychain", "both", "file edited", "file put back"])
def test_a_count_that_is_lost_is_the_longest_wait_and_no_longer(alone, again, clock, tmp_path, secrets, of):
    path, name = tmp_path / "seat" / "tries", f"{alone.seat.install}/tries"
    before = path.read_text("utf-8")
    wrong(alone)
    clock.go(seconds=1)
    if of in ("file", "both"):
        path.unlink()
    if of in ("keychain", "both"):
        secrets.delete(name)
    if of == "file edited":
        path.write_text(path.read_text("utf-8").replace("[1,", "[0,"), "utf-8")
    if of == "file put back":
        path.write_text(before, "utf-8")
    assert wrong(again()) == ("wait", LONGEST)
    clock.go(seconds=LONGEST - 1)
    assert wrong(again()) == ("wait", 1)
    clock.go(seconds=1)
    right(again())
    right(again())


def test_a_clock_set_back_shortens_nothing_and_put_right_by_a_little_does_no_harm(alone, clock):
    clock.go(seconds=-30)
    assert wrong(alone) == ("password", 1)
    clock.go(hours=-1)
    assert wrong(alone) == ("wait", LONGEST)
    clock.go(seconds=LONGEST)
    right(alone)


def test_a_seat_of_before_begins_to_count_without_a_wait(alone, again, tmp_path, secrets):
    (tmp_path / "seat" / "tries").unlink()
    secrets.delete(f"{alone.seat.install}/tries")
    seat = tmp_path / "seat" / "seat.json"
    seat.write_text(seat.read_text("utf-8").replace(', "is_counted": true', ""), "utf-8")
    assert not again().seat.is_counted
    right(again())
    assert again().seat.is_counted


def test_central_is_asked_no_more_often_than_the_slot(joined, central, clock):
    central.passwords["1001"] = "changed elsewhere"
    lock_out(joined, clock)
    wrong(joined)
    assert wrong(joined) == ("wait", LONGEST)
    joined._door = None  # it would not even be asked
    assert wrong(joined) == ("wait", LONGEST)


def test_a_right_password_without_a_key_here_is_no_wrong_one(joined, central, clock):
    central.add("1002", "李雷", PASSWORD)
    for _ in range(9):
        with refused("not_sealed"):
            joined.sign_in("1002", PASSWORD)


def test_who_signs_in_hears_of_wrong_ones_and_a_lead_of_everybodys(joined, central, clock):
    central.add("9001", "周正", PASSWORD, Role.LEAD)
    lock_out(joined, clock)
    lock_out(joined, clock, "9001")
    clock.go(seconds=LONGEST)
    opened = joined.sign_in("1001", PASSWORD)
    with opened.store.write() as to:
        to.put(central.people["9001"][0])
    joined.reseal(opened)
    opened.store.close()
    assert opened.wrong == 7
    lock_out(joined, clock)
    clock.go(seconds=LONGEST)
    for expected in (14, 7):
        lead = joined.sign_in("9001", PASSWORD)
        lead.store.close()
        assert lead.wrong == expected


# -- the lease goes by the latest moment the seat has known --


def test_a_clock_set_back_prolongs_no_lease(joined, central, clock):
    central.away = True
    clock.at += LEASE + timedelta(seconds=1)
    for back in (timedelta(0), timedelta(hours=3), timedelta(days=30)):
        clock.at -= back
        clock.go(seconds=LONGEST)
        wrong(joined)
        clock.go(seconds=LONGEST)
        with refused("lease"):
            joined.sign_in("1001", PASSWORD)


@pytest.mark.parametrize("lost", ["file", "keychain", "both"])
def test_nor_does_a_moment_that_is_lost(joined, central, clock, tmp_path, secrets, lost):
    central.away = True
    clock.at += LEASE + timedelta(seconds=1)
    wrong(joined)
    clock.at -= LEASE
    if lost in ("file", "both"):
        (tmp_path / "seat" / "tries").unlink()
    if lost in ("keychain", "both"):
        secrets.delete(f"{joined.seat.install}/tries")
    assert wrong(joined)[0] == "wait"
    clock.go(seconds=LONGEST)
    with refused("lease"):
        joined.sign_in("1001", PASSWORD)


def test_central_vouches_for_the_clock_again(joined, central, clock):
    clock.go(days=400)  # set by mistake
    central.away = True
    with refused("lease"):
        joined.sign_in("1001", PASSWORD)
    clock.go(days=-400)
    central.away = False
    assert wrong(joined)[0] == "wait"
    clock.go(seconds=LONGEST)
    right(joined)
    central.away = True
    right(joined)


def test_a_clock_that_was_ahead_at_the_last_contact_prolongs_no_lease(joined, central, clock):
    ahead = timedelta(days=400)
    told = clock.at
    clock.at += ahead
    answer = central.__call__

    def by_its_own_clock(*words):
        said = answer(*words)
        return said and replace(said, session=replace(said.session, since=told))

    joined._door = by_its_own_clock
    right(joined)
    central.away = True
    with refused("lease"):
        joined.sign_in("1001", PASSWORD)


@pytest.mark.parametrize("lost", ["file", "keychain"])
def test_either_copy_says_how_late_it_is(joined, central, clock, tmp_path, secrets, lost):
    central.away = True
    if lost == "file":
        (tmp_path / "seat" / "tries").unlink()
    else:
        secrets.delete(f"{joined.seat.install}/tries")
    assert wrong(joined)[0] == "wait"
    clock.go(seconds=LONGEST)
    right(joined)

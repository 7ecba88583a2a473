"""Who may sit down here."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.demo.secrets import DemoSecrets
from app.desk.accounts import LEASE, Accounts
from app.desk.seat import BEGUN, SeatFileBroken
from app.records.accounts import Elsewhere, Role, Session, is_strong
from app.records.drafts import Draft
from app.records.ids import new_id
from app.store import slots
from app.store.slots import SlotRefused
from tests.desk.conftest import PASSWORD, QUICK, refused


def test_before_the_first_start_there_is_no_seat(accounts):
    assert accounts.seat is None
    with refused("not_joined"):
        accounts.sign_in("1001", PASSWORD)


def test_a_seat_alone_opens_again_by_its_slot(opened, accounts):
    again = accounts.sign_in("１００１ ", PASSWORD)
    again.store.close()
    assert (again.agent, again.seat.code, again.agent.role) == (opened.agent, "L01", Role.LEAD)


def test_a_wrong_password_and_an_unknown_number_sound_the_same(opened, accounts, clock):
    for no, password in (("1001", "wrong"), ("7777", PASSWORD), ("1001", ""), ("1001", "x" * 5000)):
        clock.go(seconds=2)
        with refused("password"):
            accounts.sign_in(no, password)


@pytest.mark.parametrize("short", ["", "12345678901", "一 二 三"])
def test_a_short_password_makes_no_seat(accounts, short):
    assert not is_strong(short)
    with refused("short_password"):
        accounts.start_alone("清河", "1001", "王珂", short)
    assert accounts.seat is None


@pytest.mark.parametrize("strong", ["123456789012", "山 水 风 云", "正确的马电池订书钉十二字"])
def test_twelve_signs_or_four_words_are_enough(strong):
    assert is_strong(strong)


def test_a_crash_before_the_seat_file_lets_the_first_start_begin_afresh(accounts, tmp_path):
    accounts.start_alone("清河", "1001", "王珂", PASSWORD).store.close()
    (tmp_path / "seat" / "seat.json").unlink()
    (tmp_path / "seat" / BEGUN).touch()
    opened = accounts.start_alone("清河", "2002", "李雷", PASSWORD)
    opened.store.close()
    assert accounts.seat is not None


def test_without_the_device_secret_the_seat_does_not_open(opened, tmp_path, clock):
    elsewhere = Accounts(tmp_path / "seat", DemoSecrets(), clock, lambda *_: None, QUICK)
    with refused("device"):
        elsewhere.sign_in("1001", PASSWORD)


def test_a_damaged_seat_file_is_said_to_be_damaged(opened, accounts, tmp_path):
    (tmp_path / "seat" / "seat.json").write_text("{", "utf-8")
    with pytest.raises(SeatFileBroken):
        accounts.sign_in("1001", PASSWORD)


@pytest.mark.parametrize("text", ["", "[]", '{"zuoxi": 1}', "\0"])
def test_a_broken_enrolment_file_changes_nothing(accounts, tmp_path, text):
    path = tmp_path / "x.json"
    path.write_text(text, "utf-8")
    with refused("enrolment"):
        accounts.join(path, "1001", PASSWORD)
    assert accounts.seat is None


def test_joining_needs_central_this_once(tmp_path, central, clock, secrets):
    enrolment = tmp_path / "A03.json"
    told = {"zuoxi": 1, "centre": "清河", "host": "h", "port": 1, "database": "d", "seat": "A03"}
    enrolment.write_text(json.dumps({**told, "login": "seat_a03", "password": "pw"}), "utf-8")
    accounts = Accounts(tmp_path / "seat", secrets, clock, central, QUICK)
    central.away = True
    with refused("away"):
        accounts.join(enrolment, "1001", PASSWORD)
    assert accounts.seat is None


def test_central_away_the_slot_opens_and_the_session_is_unconfirmed(joined, central):
    central.away = True
    opened = joined.sign_in("1001", PASSWORD)
    session = opened.store.get(Session, opened.session.id)
    opened.store.close()
    assert session is not None
    assert not session.confirmed
    assert opened.agent.name == "王珂"


def test_central_refusing_is_final_even_if_the_slot_would_open(joined, central):
    central.passwords["1001"] = "changed elsewhere"
    with refused("password"):
        joined.sign_in("1001", PASSWORD)


def test_without_its_seat_file_a_database_is_never_replaced(accounts, tmp_path):
    accounts.start_alone("清河", "1001", "王珂", PASSWORD).store.close()
    (tmp_path / "seat" / "seat.json").unlink()
    before = (tmp_path / "seat" / "seat.db").read_bytes()
    for first_start in (lambda: accounts.seat, lambda: accounts.start_alone("新", "2", "乙", PASSWORD)):
        with pytest.raises(SeatFileBroken):
            first_start()
    assert (tmp_path / "seat" / "seat.db").read_bytes() == before


def test_a_seat_is_set_up_once(opened, accounts):
    with refused("joined"):
        accounts.start_alone("新", "2", "乙", PASSWORD)


def test_offline_somebody_who_never_signed_in_here_is_told_so(joined, central):
    central.away = True
    with refused("first_online"):
        joined.sign_in("1002", "another password")


def test_the_lease_runs_out(joined, central, clock):
    central.away = True
    clock.at += LEASE + timedelta(seconds=1)
    with refused("lease"):
        joined.sign_in("1001", PASSWORD)


def test_the_lease_is_as_long_as_the_centre_says(joined, central, clock, secrets, tmp_path):
    short = Accounts(tmp_path / "seat", secrets, clock, central, QUICK, timedelta(hours=8))
    short.sign_in("1001", PASSWORD).store.close()
    central.away = True
    clock.at += timedelta(hours=8, seconds=1)
    with refused("lease"):
        short.sign_in("1001", PASSWORD)


def test_a_newcomer_needs_somebody_who_can_open_the_seat(joined, central):
    newcomer = central.add("1002", "李雷", "another password")
    with refused("not_sealed"):
        joined.sign_in("1002", "another password")
    opened = joined.sign_in("1001", PASSWORD)
    with opened.store.write() as to:
        to.put(newcomer)  # as the pull does
    joined.reseal(opened)
    opened.store.close()
    theirs = joined.sign_in("1002", "another password")
    theirs.store.close()
    assert theirs.agent.name == "李雷"


# -- locked and opened again --


def locked(joined):
    opened = joined.sign_in("1001", PASSWORD)
    opened.store.close()
    return opened


def test_who_locked_the_seat_goes_on_in_the_same_session_and_central_is_not_asked(joined, central):
    before = locked(joined)
    central.away = True
    again = joined.unlock(before.agent, before.session, PASSWORD)
    assert (again.agent, again.session) == (before.agent, before.session)
    assert again.store.outbox.last_n() == 0
    again.store.close()


def test_a_wrong_password_unlocks_nothing(joined, central, clock):
    before = locked(joined)
    for central.away, code in ((False, "password"), (True, "password_here")):
        clock.go(seconds=1)
        with refused(code):
            joined.unlock(before.agent, before.session, PASSWORD + "x")


def test_a_password_changed_meanwhile_signs_in_afresh(joined, central):
    before = locked(joined)
    agent, wrapped = central.people["1001"]
    private = slots.open_wrapped(wrapped, PASSWORD, QUICK)
    central.passwords["1001"] = "another long password"
    central.people["1001"] = (agent, slots.wrap(private, "another long password", QUICK))
    again = joined.unlock(before.agent, before.session, "another long password")
    assert again.session != before.session
    again.store.close()


def test_locked_for_longer_than_the_lease_it_stays_locked(joined, central, clock):
    before = locked(joined)
    central.away = True
    clock.at += LEASE + timedelta(seconds=1)
    with refused("lease"):
        joined.unlock(before.agent, before.session, PASSWORD)


def test_what_the_file_did_not_take_is_there_at_the_next_opening(opened, accounts, clock):
    draft = Draft(new_id(), opened.agent.id, "inquiry", 1, "phone", clock(), clock(), {"name": "王小明"})
    older, newer = (replace(draft, id=new_id()) for _ in range(2))
    with opened.store.write() as to:
        to.save_draft(replace(older, answers={"name": "是新的"}, saved_at=clock() + timedelta(seconds=1)))
        to.save_draft(replace(newer, answers={"name": "是旧的"}, saved_at=clock() - timedelta(seconds=1)))
    opened.store.close()
    accounts.letters.post(opened.box, [draft, older, newer])
    again = accounts.unlock(opened.agent, opened.session, PASSWORD)
    found = {each.id: each.answers["name"] for each in again.store.drafts.all()}
    assert found == {draft.id: "王小明", older.id: "是新的", newer.id: "王小明"}
    again.store.close()


def test_no_secret_stands_in_the_repr(opened):
    assert opened.key.hex() not in repr(opened)


def test_an_over_long_new_password_is_refused(accounts):
    with pytest.raises(SlotRefused, match="password"):
        accounts.start_alone("清河", "1001", "王珂", "长" * 2000)


def test_who_works_elsewhere_is_asked_before_anything_opens(joined, central, clock):
    central.elsewhere = Elsewhere("A05", clock())
    before = joined._turn
    with refused("elsewhere") as told:
        joined.sign_in("1001", PASSWORD)
    assert told.value.elsewhere == central.elsewhere
    assert joined._turn == before
    with refused("elsewhere"):
        joined.sign_in("1001", PASSWORD, way="refuse")
    joined.sign_in("1001", PASSWORD, way="displace").store.close()
    assert central.ways[-1] == "displace"


def test_being_asked_is_no_wrong_password(joined, central, clock):
    central.elsewhere = Elsewhere("A05", clock())
    for _ in range(9):
        with refused("elsewhere"):
            joined.sign_in("1001", PASSWORD)
    opened = joined.sign_in("1001", PASSWORD, way="displace")
    opened.store.close()
    assert opened.wrong == 0


def test_where_central_is_away_nobody_is_asked(joined, central, clock):
    central.elsewhere, central.away = Elsewhere("A05", clock()), True
    joined.sign_in("1001", PASSWORD).store.close()


def test_an_unlock_and_another_password_ask_of_no_other_seat(joined, central, clock):
    opened = joined.sign_in("1001", PASSWORD)
    central.elsewhere = Elsewhere("A05", clock())
    joined.change_password(opened, PASSWORD, "another long password")
    opened.store.close()
    clock.go(seconds=5)
    joined.unlock(opened.agent, opened.session, "another long password").store.close()
    assert set(central.ways[-2:]) <= {"", "ask"}


def test_who_comes_in_hears_of_no_drafts_but_their_own(joined, central, clock):
    central.add("1002", "李娜", PASSWORD)
    opened = joined.sign_in("1001", PASSWORD)
    with opened.store.write() as to:
        to.put(central.people["1002"][0])
    joined.reseal(opened)
    at = clock()
    draft = Draft(new_id(), opened.agent.id, "gas_repair", 1, "phone", at, at, {"name": "王小明"})
    joined.letters.post(opened.box, [draft])
    opened.store.close()
    clock.go(seconds=5)
    other = joined.sign_in("1002", PASSWORD)
    assert other.delivered == 0
    assert other.store.drafts.of_agent(opened.agent.id) == [draft]
    assert other.store.drafts.of_agent(other.agent.id) == []
    other.store.close()

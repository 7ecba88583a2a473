"""Who leaves takes no key along; and what opens a seat that nobody can open any more."""

import json
import os
from dataclasses import replace

import pytest

from app.demo.secrets import DemoSecrets
from app.desk.accounts import Accounts
from app.desk.keys import keep_recovery
from app.desk.throttle import DELAYS
from app.records.drafts import Draft
from app.records.ids import new_id
from app.store import recovery, slots
from app.store.engine import Key, StoreRefused, connect, look
from app.store.rekey import key_of
from app.store.slots import SlotRefused, Slots
from tests.desk.conftest import PASSWORD, QUICK, refused

OTHER = "another password"


def stored(opened, *agents):
    """Let agents come with the pull."""
    with opened.store.write() as to:
        for agent in agents:
            to.put(agent)


@pytest.fixture
def two(joined, central):
    """A seat that two agents open, the second of them by now dismissed; the first is back at work."""
    second = central.add("1002", "李雷", OTHER)
    opened = joined.sign_in("1001", PASSWORD)
    stored(opened, second)
    joined.reseal(opened)
    opened.store.close()
    joined.sign_in("1002", OTHER).store.close()
    opened = joined.sign_in("1001", PASSWORD)
    stored(opened, replace(second, active=False))
    del central.passwords["1002"]
    yield opened
    opened.store.close()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "seat" / "seat.db"


def opens(path, key):
    try:
        look(path, key)
    except StoreRefused as said:
        return said.code
    return "opens"


# -- dismissal --


def test_who_is_dismissed_has_no_slot_and_no_seal_from_now_on(two, joined, central, tmp_path):
    joined.reseal(two)
    central.away = True
    with refused("first_online"):
        joined.sign_in("1002", OTHER)
    told = json.loads((tmp_path / "seat" / "slots.json").read_text("utf-8"))
    assert [box["agent"] for box in told["sealed"]] == [two.agent.id]


def test_with_the_next_opening_the_key_is_another_without_anybodys_password(two, joined, central, path):
    third = central.add("1003", "韩梅", "third password")
    stored(two, third)
    joined.reseal(two)
    two.store.close()
    again = joined.sign_in("1001", PASSWORD)
    again.store.close()
    assert again.key != two.key
    assert (opens(path, two.key), opens(path, again.key)) == ("wrong_key", "opens")
    theirs = joined.sign_in("1003", "third password")
    theirs.store.close()
    assert theirs.key == again.key


def test_a_change_is_made_once_and_announced(two, joined):
    joined.reseal(two)
    two.store.close()
    keys, said = [], []
    joined.changing = lambda: said.append("changing")
    for _ in range(3):
        opened = joined.sign_in("1001", PASSWORD)
        joined.reseal(opened)
        opened.store.close()
        keys.append(opened.key)
    assert len({two.key, *keys}) == 2
    assert said == ["changing"]


def test_unlocking_is_an_opening_too_and_letters_under_the_old_key_are_read(two, joined, clock):
    joined.reseal(two)
    two.store.close()
    letter = Draft(new_id(), two.agent.id, "inquiry", 1, "phone", clock(), clock(), {"name": "王小明"})
    joined.letters.post(two.box, [letter])
    again = joined.unlock(two.agent, two.session, PASSWORD)
    assert again.key != two.key
    assert again.store.drafts.get(letter.id, letter.agent) == letter
    again.store.close()
    later = replace(letter, id=new_id())
    joined.letters.post(again.box, [later])
    last = joined.unlock(two.agent, two.session, PASSWORD)
    assert last.store.drafts.get(later.id, later.agent) == later
    last.store.close()


def test_nobody_hides_their_leaving_in_the_slot_file(two, joined, tmp_path):
    """They take their seal out of the file themselves, and keep a copy of it."""
    file = tmp_path / "seat" / "slots.json"
    told = json.loads(file.read_text("utf-8"))
    told["sealed"] = [box for box in told["sealed"] if box["agent"] == two.agent.id]
    file.write_text(json.dumps(told), "utf-8")
    joined.reseal(two)
    two.store.close()
    again = joined.sign_in("1001", PASSWORD)
    again.store.close()
    assert again.key != two.key


def test_who_sits_here_as_they_are_dismissed_is_shut_out_as_well(joined, central):
    opened = joined.sign_in("1001", PASSWORD)
    stored(opened, replace(opened.agent, active=False), central.add("1002", "李雷", OTHER))
    joined.reseal(opened)
    opened.store.close()
    with refused("not_sealed"):
        joined.sign_in("1001", PASSWORD)
    joined.sign_in("1002", OTHER).store.close()


def test_copies_of_before_an_upgrade_go_with_the_key_they_have(two, joined, path):
    copy = path.with_name("seat.db.0001.old")
    copy.write_bytes(b"x")
    joined.reseal(two)
    two.store.close()
    joined.sign_in("1001", PASSWORD).store.close()
    assert not copy.exists()


def test_who_has_left_seals_no_key_that_is_the_files_no_more(two, joined):
    joined.reseal(two)
    two.store.close()
    again = joined.sign_in("1001", PASSWORD)
    assert again.key != two.key
    joined.reseal(replace(two, store=again.store))  # a round of the first sitting that ends late
    again.store.close()
    joined.sign_in("1001", PASSWORD).store.close()


@pytest.mark.parametrize("at", ["begin_change", "end_change"])
def test_a_slot_file_that_takes_no_change_keeps_nobody_out(two, joined, monkeypatch, at):
    joined.reseal(two)
    two.store.close()

    def unwritable(*_, **__):
        raise SlotRefused("unwritable")

    with monkeypatch.context() as patch:
        patch.setattr(Slots, at, unwritable)
        if at == "begin_change":
            joined.sign_in("1001", PASSWORD).store.close()
        else:
            with pytest.raises(SlotRefused, match="unwritable"):  # the file has another key by now
                joined.sign_in("1001", PASSWORD)
    joined.sign_in("1001", PASSWORD).store.close()


def test_while_another_program_has_the_file_open_the_change_waits(two, joined, path):
    joined.reseal(two)
    two.store.close()
    other = connect(path, Key(two.key))
    other.execute("SELECT count(*) FROM calls").fetchone()
    again = joined.sign_in("1001", PASSWORD)
    again.store.close()
    assert again.key == two.key
    other.close()
    after = joined.sign_in("1001", PASSWORD)
    after.store.close()
    assert after.key != two.key


def test_a_disk_that_takes_no_change_keeps_nobody_out(two, joined, monkeypatch, tmp_path):
    joined.reseal(two)
    two.store.close()

    def full(*_):
        raise StoreRefused("full")

    with monkeypatch.context() as patch:
        patch.setattr("app.desk.keys.rekey", full)
        again = joined.sign_in("1001", PASSWORD)
        again.store.close()
    assert again.key == two.key
    assert json.loads((tmp_path / "seat" / "slots.json").read_text("utf-8"))["next"] == []
    after = joined.sign_in("1001", PASSWORD)
    after.store.close()
    assert after.key != two.key


def test_a_change_cut_off_is_ended_at_the_next_start(two, joined, path, tmp_path, monkeypatch):
    joined.reseal(two)
    two.store.close()
    with pytest.MonkeyPatch.context() as cut:
        cut.setattr(Slots, "end_change", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            joined.sign_in("1001", PASSWORD)
    keys = (
        Slots(tmp_path / "seat" / "slots.json", QUICK)
        .open("1001", PASSWORD, bytes.fromhex(joined._secrets.get(f"{joined.seat.install}/device")))
        .keys
    )
    assert len(keys) == 2
    assert key_of(path, keys) == keys[0]
    assert opens(path, keys[1]) != "opens"
    holding = connect(path, Key(keys[0]))
    holding.execute("PRAGMA locking_mode=EXCLUSIVE")
    holding.execute("BEGIN EXCLUSIVE")
    with monkeypatch.context() as patch:
        patch.setattr("app.store.engine.BUSY_SECONDS", 0.01)
        with pytest.raises(StoreRefused, match="busy"):  # and neither key is forgotten
            joined.sign_in("1001", PASSWORD)
    holding.close()
    joined.sign_in("1001", PASSWORD).store.close()


# -- the recovery key --


@pytest.fixture
def key_file(tmp_path):
    return tmp_path / "recovery.json"


def with_recovery(accounts, opened, key_file):
    keep_recovery(opened.store, recovery.make(key_file, "清河"))
    accounts.reseal(opened)
    opened.store.close()
    return recovery.read(key_file)


def elsewhere(tmp_path, clock, door=lambda *_: None):
    """The same folder under a system that was set up anew."""
    return Accounts(tmp_path / "seat", DemoSecrets(), clock, door, QUICK)


def test_a_seat_alone_whose_keychain_is_gone_opens_again(opened, accounts, tmp_path, clock, key_file):
    private = with_recovery(accounts, opened, key_file)
    anew = elsewhere(tmp_path, clock)
    with refused("device"):
        anew.sign_in("1001", PASSWORD)
    again = anew.recover(private, "１００１", OTHER)
    assert (again.agent.id, again.agent.name, again.key) == (opened.agent.id, "王珂", opened.key)
    again.store.close()
    anew.sign_in("1001", OTHER).store.close()
    with refused("password"):
        anew.sign_in("1001", PASSWORD)
    anew.recover(private, "1001", PASSWORD).store.close()  # and once more, for it is still sealed to it
    clock.go(seconds=DELAYS[-1])
    anew.sign_in("1001", PASSWORD).store.close()


def test_a_seat_of_a_centre_takes_centrals_word_for_who_it_is(joined, central, tmp_path, clock, key_file):
    opened = joined.sign_in("1001", PASSWORD)
    private = with_recovery(joined, opened, key_file)
    anew = elsewhere(tmp_path, clock, central)
    with refused("password"):
        anew.recover(private, "1001", OTHER)
    again = anew.recover(private, "1001", PASSWORD, "new seat password")
    assert (again.agent, again.login_password) == (opened.agent, "new seat password")
    again.store.close()
    anew.sign_in("1001", PASSWORD).store.close()


def test_without_central_the_password_holds_here_until_it_answers(joined, central, tmp_path, clock, key_file):
    private = with_recovery(joined, joined.sign_in("1001", PASSWORD), key_file)
    anew = elsewhere(tmp_path, clock, central)
    central.away = True
    again = anew.recover(private, "1001", OTHER)
    again.store.close()
    here = anew.sign_in("1001", OTHER)
    here.store.close()
    assert here.agent.public_key == central.people["1001"][0].public_key
    central.away = False
    here = anew.unlock(here.agent, here.session, OTHER)
    anew.reseal(here)
    here.store.close()
    anew.sign_in("1001", PASSWORD).store.close()


def test_who_is_not_there_or_no_longer_works_here_is_not_let_in(two, joined, tmp_path, clock, key_file):
    private = with_recovery(joined, two, key_file)
    anew = elsewhere(tmp_path, clock)
    for no in ("7777", "1002", ""):
        with refused("unknown_agent"):
            anew.recover(private, no, PASSWORD)
    with refused("short_password"):
        anew.recover(private, "1001", "short")
    joined.sign_in("1001", PASSWORD).store.close()  # and nothing was changed


def test_another_recovery_key_opens_nothing(opened, accounts, tmp_path, clock, key_file):
    with_recovery(accounts, opened, key_file)
    recovery.make(tmp_path / "other.json", "清河")
    with refused("recovery"):
        elsewhere(tmp_path, clock).recover(recovery.read(tmp_path / "other.json"), "1001", OTHER)


def test_a_recovery_key_that_was_replaced_makes_for_another_key(opened, accounts, path, key_file, tmp_path):
    old = with_recovery(accounts, opened, key_file)
    again = accounts.sign_in("1001", PASSWORD)
    with_recovery(accounts, again, tmp_path / "second.json")
    last = accounts.sign_in("1001", PASSWORD)
    last.store.close()
    assert opened.key == again.key != last.key
    with refused("recovery"):
        accounts.recover(old, "1001", OTHER)


def test_a_seat_that_joins_seals_to_the_key_its_enrolment_names(tmp_path, central, clock, secrets, key_file):
    public = recovery.make(key_file, "清河")
    enrolment = tmp_path / "A03.json"
    told = {"zuoxi": 1, "centre": "清河", "host": "h", "port": 1, "database": "d", "seat": "A03"}
    enrolment.write_text(
        json.dumps({**told, "login": "seat_a03", "password": "pw", "recovery": public}), "utf-8"
    )
    accounts = Accounts(tmp_path / "seat", secrets, clock, central, QUICK)
    opened = accounts.join(enrolment, "1001", PASSWORD)
    keep_recovery(opened.store, public)  # as the first hello does
    accounts.reseal(opened)
    opened.store.close()
    same = accounts.sign_in("1001", PASSWORD)
    same.store.close()
    assert same.key == opened.key  # nobody has left
    again = elsewhere(tmp_path, clock, central).recover(recovery.read(key_file), "1001", PASSWORD)
    again.store.close()
    assert again.key == opened.key


def test_the_private_half_is_for_its_owner_alone_and_nothing_is_written_over(tmp_path, key_file):
    public = recovery.make(key_file, "清河")
    if os.name == "posix":
        assert key_file.stat().st_mode & 0o077 == 0
    assert slots.public_of(recovery.read(key_file)) == public
    with pytest.raises(FileExistsError):
        recovery.make(key_file, "清河")
    assert slots.public_of(recovery.read(key_file)) == public


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"zuoxi_recovery": 1}', "\0", "[" * 5000])
def test_a_file_that_is_no_recovery_key_is_refused(key_file, text):
    key_file.write_text(text, "utf-8")
    with pytest.raises(SlotRefused, match="recovery_file"):
        recovery.read(key_file)


def test_half_of_another_key_is_none(key_file):
    recovery.make(key_file, "清河")
    told = json.loads(key_file.read_text("utf-8"))
    key_file.write_text(json.dumps({**told, "private": "11" * 32}), "utf-8")
    with pytest.raises(SlotRefused, match="recovery_file"):
        recovery.read(key_file)

"""Rows 17 to 28 of lock.md §6: passwords, slots, the keychain, and what must never be written down.

Rows 20 and 26 are in test_rotation.py.
"""
# ruff: noqa: F811 - fixtures

import faulthandler
import json
import logging
import re
import tracemalloc
import unicodedata
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.asking import ask_central, central_of
from app.central import people, schema
from app.demo.centre import PASSWORD as CENTRE_PASSWORD
from app.demo.secrets import DemoSecrets
from app.desk import clock as real_clock
from app.desk.accounts import LEASE, AccountRefused, Accounts
from app.desk.throttle import DELAYS
from app.records.accounts import Role
from app.store import engine, keyring, slots
from app.store.engine import StoreRefused, create
from app.store.slots import Slots
from app.sync.round import run_round
from app.ui import wording
from app.ui.login import SignInPage
from app.ui.traces import trace
from app.ui.workplace import Workplace
from tests.desk.conftest import (  # noqa: F401 - fixtures
    PASSWORD,
    QUICK,
    accounts,
    central,
    clock,
    joined,
    opened,
    refused,
    secrets,
)
from tests.flows.conftest import ALONE_PASSWORD, centre, seat, seats  # noqa: F401 - fixtures
from tests.store.test_slots import EDITS

pytestmark = pytest.mark.attack
LONGEST = DELAYS[-1]
OTHER = "another password"


def wrong(accounts, no="1001", typed="wrong password"):
    with pytest.raises(AccountRefused) as said:
        accounts.sign_in(no, typed)
    return said.value.code, said.value.wait


# -- 17: somebody else's password --


@pytest.fixture
def two(joined, central):
    """A seat two agents may open; the first has locked it."""
    second = central.add("a1002", "李雷", OTHER)
    first = joined.sign_in("1001", PASSWORD)
    with first.store.write() as to:
        to.put(second)
    joined.reseal(first)
    first.store.close()
    return first, second


@pytest.mark.parametrize("away", [False, True])
def test_17_anothers_password_on_my_lock_page_opens_nothing_as_me(two, joined, central, clock, away):
    first, second = two
    joined.sign_in("a1002", OTHER).store.close()
    central.away = away
    with pytest.raises(AccountRefused, match="password"):
        joined.unlock(first.agent, first.session, OTHER)
    clock.go(seconds=1)
    theirs = joined.sign_in("a1002", OTHER)
    theirs.store.close()
    assert theirs.agent.id == second.id
    assert theirs.session.agent == second.id
    assert theirs.session.id != first.session.id


@pytest.mark.parametrize("no", ["A1002", " a1002\u3000", "Ａ１００２", "a1002\n"])
def test_17_a_number_however_it_is_typed_is_one_identity(two, joined, central, no):
    joined.sign_in("a1002", OTHER).store.close()
    central.away = True
    theirs = joined.sign_in(no, OTHER)
    theirs.store.close()
    assert theirs.agent == two[1]


# -- 19: after a dismissal, against a real central --


@pytest.fixture
def at_centre(centre):
    """Let an administrator do something at the centre."""

    @contextmanager
    def admin():
        made = schema.engine(centre.server.url())
        with made.begin() as connection:
            yield connection
        made.dispose()

    return admin


@pytest.fixture
def dismissed(centre, seats, at_centre):
    """A seat one agent has left for good: central knows, the seat does not."""

    class Now:
        ahead = timedelta(0)

        def __call__(self):
            return real_clock.now() + self.ahead

    here, now = seats["A02"], Now()
    accounts = Accounts(here._folder, here._secrets, now, ask_central)
    accounts.sign_in("1002", CENTRE_PASSWORD).store.close()
    with at_centre() as connection:
        people.set_agent_active(connection, people.agent(connection, "1002"), False)
    yield accounts, now
    with at_centre() as connection:
        people.set_agent_active(connection, people.agent(connection, "1002"), True)


def test_19_dismissed_online_refused_offline_until_the_lease_ends_and_not_by_a_clock_set_back(dismissed):
    accounts, now = dismissed
    assert wrong(accounts, "1002", CENTRE_PASSWORD)[0] in ("password", "rights")
    now.ahead += timedelta(seconds=1)
    accounts._door = lambda *_: None
    accounts.sign_in("1002", CENTRE_PASSWORD).store.close()
    now.ahead = LEASE + timedelta(minutes=1)
    assert wrong(accounts, "1002", CENTRE_PASSWORD)[0] == "lease"
    for hours in (1, 71):
        now.ahead = LEASE - timedelta(hours=hours)
        assert wrong(accounts, "1002", CENTRE_PASSWORD)[0] == "wait"
        now.ahead += timedelta(seconds=LONGEST)
        assert wrong(accounts, "1002", CENTRE_PASSWORD)[0] == "lease"


# -- 21: a slot file edited --


@pytest.mark.timeout(20)
@pytest.mark.parametrize("edit", [*EDITS, "truncated", "10 MB", "not JSON"])
def test_21_an_edited_slot_file_is_a_wrong_password_in_bounded_time_and_memory(
    two, joined, central, tmp_path, edit
):
    joined.sign_in("a1002", OTHER).store.close()
    path, number = tmp_path / "seat" / "slots.json", "a1002" if edit == "number" else "1001"
    told = json.loads(path.read_text("utf-8"))
    text = path.read_text("utf-8")
    if edit in EDITS:
        first, second = sorted(told["slots"], key=lambda slot: slot["no"])
        by_agent = {box["agent"]: box for box in told["sealed"]}
        EDITS[edit](told, first, second, by_agent[first["agent"]], by_agent[second["agent"]])
        text = json.dumps(told)
    path.write_text(
        {"truncated": text[:-9], "10 MB": text + " " * (10 << 20), "not JSON": "{"}.get(edit, text)
    )
    central.away = True
    tracemalloc.start()
    code, _ = wrong(joined, number, PASSWORD)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code in ("password_here", "first_online", "password")
    assert peak < 20 << 20


# -- 22: a slot is not a login --


def test_22_a_lead_slot_made_by_an_insider_gives_no_right_at_central(centre, seats, at_centre):
    accounts = seats["A01"]
    insider = accounts.sign_in("1001", CENTRE_PASSWORD)
    insider.store.close()
    with at_centre() as connection:
        told = connection.exec_driver_sql(
            "SELECT public_key, wrapped_key FROM cc.agent WHERE no = '1001'"
        ).one()
    private, device = slots.open_wrapped(told[1], CENTRE_PASSWORD), accounts._keys.device(accounts.seat)
    minted = Slots(accounts._folder / "slots.json")
    agent = insider.agent
    minted.add(agent.id, "1001", private, told[0], CENTRE_PASSWORD, device, Role.DIRECTOR, "")
    offline = Accounts(accounts._folder, accounts._secrets, real_clock.now, lambda *_: None)
    opened = offline.sign_in("1001", CENTRE_PASSWORD)
    assert opened.session.role is Role.DIRECTOR  # as the slot says: it is the insider's own file
    road = central_of(opened)
    run_round(opened.store, road)
    road.close()
    opened.store.close()
    with at_centre() as connection:
        row = connection.exec_driver_sql(
            "SELECT confirmed FROM cc.session WHERE id = %s", (opened.session.id,)
        ).one()
        role = connection.exec_driver_sql("SELECT role FROM cc.agent WHERE no = '1001'").scalar_one()
    assert row.confirmed is False  # and an unconfirmed session merges as any agent's
    assert role == Role.AGENT
    with at_centre() as connection:
        rows = connection.exec_driver_sql(
            "SELECT role FROM cc.session WHERE agent = %s AND confirmed", (str(agent.id),)
        ).scalars()
        assert set(rows) == {Role.AGENT}


# -- 23: the keychain --


@pytest.mark.parametrize("code", ["absent", "locked", "silent", "unsafe", "failed"])
def test_23_a_keychain_that_does_not_serve_has_its_sentence_and_no_fallback(seat, tmp_path, code, qtbot):
    family = {kind.code: kind for kind in keyring.KeyringRefused.__subclasses__()}

    class Chain:
        def get(self, name):
            raise family[code]

        set = delete = get

    chain = DemoSecrets()
    seat(chain).first_start().leave()
    before = {path.name for path in (tmp_path / "seat").iterdir()}
    at = seat(Chain())
    assert isinstance(at.page, SignInPage)
    at.type_lines("1001", ALONE_PASSWORD)
    at.hands.until(lambda: at.page.sentence.text() == wording.refusal(code), "no sentence")
    assert at.page.password.isEnabled()  # the window lives on
    assert {path.name for path in (tmp_path / "seat").iterdir()} <= before | {"running", "window.ini"}


@pytest.mark.parametrize(("device", "code"), [(None, "device"), ("ab" * 32, "wait")])
def test_23_a_device_secret_that_is_gone_or_anothers_opens_nothing(
    opened, accounts, secrets, clock, device, code
):
    opened.store.close()
    name = f"{accounts.seat.install}/device"
    secrets.delete(name)
    if device:
        secrets.set(name, device)
    assert wrong(accounts, typed=PASSWORD)[0] == code
    clock.go(seconds=LONGEST)
    assert wrong(accounts, typed=PASSWORD)[0] == ("password" if device else "device")


@pytest.mark.parametrize("name", ["keyring.backends.null.Keyring", "keyrings.alt.file.PlaintextKeyring"])
def test_23_the_environment_chooses_no_keychain(monkeypatch, name):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    made = []
    monkeypatch.setattr(keyring, "_make", lambda module, kind: made.append(f"{module}.{kind}"))
    with pytest.raises(keyring.KeyringAbsent):
        keyring.OsSecrets().get("x")
    assert name not in made


# -- 24: guessing --


def test_24_a_thousand_guesses_take_days_and_lock_nobody_out_for_good(two, joined, central, clock):
    central.away = True
    joined.sign_in("1001", PASSWORD).store.close()
    began, looked_at = clock(), 0
    for _ in range(1000):
        code, wait = wrong(joined)
        looked_at += code == "password_here"
        clock.go(seconds=wait)
    assert looked_at == 1000
    assert clock() - began > timedelta(days=3)
    started = Accounts(joined._folder, joined._secrets, clock, lambda *_: None, QUICK)
    wrong(started)
    assert wrong(started, typed=PASSWORD) == ("wait", LONGEST)
    clock.go(seconds=LONGEST)
    central.away = False
    mine = joined.sign_in("1001", PASSWORD)
    mine.store.close()
    assert mine.wrong == 1001  # who signs in hears of it, and a lead of everybody's


def test_24_a_attacks_b_who_waits_five_minutes_at_most(two, joined, central, clock):
    joined.sign_in("a1002", OTHER).store.close()
    central.away = True
    for _ in range(20):
        clock.go(seconds=wrong(joined, "a1002")[1])
    wrong(joined, "a1002")
    clock.go(seconds=1)
    joined.sign_in("1001", PASSWORD).store.close()  # nobody else waits
    clock.go(seconds=LONGEST)
    joined.sign_in("a1002", OTHER).store.close()


@pytest.mark.parametrize("gone", ["file", "keychain", "both", "clock"])
def test_24_a_count_that_is_deleted_or_a_clock_set_back_is_the_longest_wait(
    opened, accounts, secrets, clock, tmp_path, gone
):
    opened.store.close()
    wrong(accounts)
    clock.go(seconds=1)
    if gone in ("file", "both"):
        (tmp_path / "seat" / "tries").unlink()
    if gone in ("keychain", "both"):
        secrets.delete(f"{accounts.seat.install}/tries")
    if gone == "clock":
        clock.go(days=-1)
    assert wrong(accounts, typed=PASSWORD) == ("wait", LONGEST)
    clock.go(seconds=LONGEST)
    accounts.sign_in("1001", PASSWORD).store.close()


def test_24_who_signs_in_reads_of_it_on_the_screen(seat, monkeypatch):
    at = seat().first_start()
    at.page.sign_out_asked.emit(True)
    sign_in = at.program._accounts.sign_in
    monkeypatch.setattr(at.program._accounts, "sign_in", lambda *words: replace(sign_in(*words), wrong=5))
    at.sign_in()
    at.hands.until(lambda: isinstance(at.page, Workplace), "no workplace")
    assert wording.guessed(5) in at.page.toasts.text()


# -- 25: odd passwords --


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "odd",
    [
        "",
        "x" * (1 << 20),
        "😀" * 300,
        "\ud83d",
        "\n",
        "'\"; DROP TABLE calls; --",
        "x'00'\"",
        "\u202eabc",
        "\0",
    ],
)
def test_25_an_odd_password_is_a_wrong_one_and_nothing_else(opened, accounts, clock, odd):
    opened.store.close()
    assert wrong(accounts, typed=odd)[0] == "password"
    clock.go(seconds=1)
    accounts.sign_in("1001", PASSWORD).store.close()


@pytest.mark.parametrize(
    "mine",
    [
        "😀" * 12,
        "كلمة السر الطويلة",
        "'\"; PRAGMA rekey=''; --",
        "e\u0301" * 12,
        "ｌｏｎｇ　ｅｎｏｕｇｈ　１",
    ],
)
def test_25_what_is_odd_and_mine_opens_in_any_writing(accounts, mine):
    accounts.start_alone("清河", "1001", "王珂", mine).store.close()
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        accounts.sign_in("1001", unicodedata.normalize(form, mine)).store.close()


def test_25_a_line_break_that_is_pasted_with_it_is_no_part_of_it_and_asks_nothing(seat):
    seat().first_start().leave()
    at = seat()
    at.type_lines("1001")
    QGuiApplication.clipboard().setText(f"{ALONE_PASSWORD}\r\n")
    at.page.password.paste()
    assert at.page.password.isEnabled()
    at.hands.press(Qt.Key.Key_Return)
    at.hands.until(lambda: isinstance(at.page, Workplace), "no workplace")


def test_25_what_is_typed_on_the_screen_is_bounded(seat):
    page = seat().first_start().leave() or seat().page
    page.password.setText("x" * 5000)
    assert len(page.password.text()) == 256


# -- 27: a file made without its key --


def test_27_a_file_made_without_its_key_is_never_put_in_place(tmp_path, monkeypatch):
    monkeypatch.setattr(engine.Key, "pragma", lambda self, name="key": "SELECT 1")
    with pytest.raises(StoreRefused, match="not_encrypted"):
        create(tmp_path / "seat.db", bytes(32), install="i", seat_code="A", generation=1)
    assert not (tmp_path / "seat.db").exists()


def test_27_nor_does_one_that_is_there_look_like_any_other(opened, tmp_path):
    opened.store.close()
    assert (tmp_path / "seat" / "seat.db").read_bytes()[:16] != b"SQLite format 3\0"


# -- 28: what is written down --


def test_28_no_key_password_or_number_is_in_a_log_an_echo_a_repr_or_a_dump(
    accounts, caplog, tmp_path, secrets, capfd, monkeypatch
):
    caplog.set_level(logging.DEBUG)
    for name in ("sqlalchemy.engine", "sqlalchemy.pool"):
        monkeypatch.setattr(logging.getLogger(name), "level", logging.INFO)  # which is an echo
    phone, said = "13800001234", []
    opened = accounts.start_alone("清河", "1001", "王珂", PASSWORD)
    device = secrets.get(f"{accounts.seat.install}/device")
    for engines in (opened.store._door._engines.write, opened.store._door._engines.read):
        said += [repr(engines), str(engines.url)]
    try:
        with opened.store.write() as to:
            to.set("x", {phone: 1})
            raise ValueError(phone)
    except ValueError as error:
        said.append(trace(error))
    with (
        opened.store._door._engines.write.connect() as connection,
        pytest.raises(sa.exc.OperationalError) as failed,
    ):
        connection.exec_driver_sql("SELECT nothing WHERE 1 = ?", (phone,))
    said.append(str(failed.value))
    key = bytes.fromhex(device)
    tried = accounts._throttle.count(accounts.seat.install, key, "7777")
    tried.none()
    said += [repr(opened), repr(accounts), repr(opened.store), repr(tried)]
    opened.store.close()
    wrong(accounts)
    with (tmp_path / "dump").open("w+") as dump:
        faulthandler.dump_traceback(dump)
    said += [(tmp_path / "dump").read_text("utf-8"), caplog.text, *capfd.readouterr()]
    for path in (tmp_path / "seat").iterdir():
        if path.is_file():
            said.append(path.read_bytes().decode("latin-1"))
    told = "\n".join(said)
    for secret in (opened.key.hex(), repr(opened.key), device, repr(key), PASSWORD, "wrong password", phone):
        assert secret not in told
    assert not re.search(r"PRAGMA (re)?key", told)

"""One number at two seats (lock.md §6, row 18): the first is displaced on the agent's own word, or the second
refused; offline both work and lose nothing, and the leads hear of it."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.demo.centre import PASSWORD
from app.desk import clock
from app.records.calls import Call
from app.records.ids import new_id
from app.records.overlaps import Overlap
from app.records.presence import Action, Directive, Presence, State
from app.ui.elsewhere import ElsewherePage
from app.ui.lock import LockPage
from app.ui.login import SignInPage
from app.ui.panels.floor import FloorPage
from app.ui.panels.overlaps import OverlapPage
from app.ui.workplace import Workplace
from tests.flows.test_presence import Window
from tests.shots.stage import filled

pytestmark = pytest.mark.attack


@pytest.fixture(scope="module")
def windows(qapp, centre, tmp_path_factory):
    """Two seats; at both 1001 and a lead can come in."""
    made = [Window(qapp, tmp_path_factory.mktemp(code)) for code in ("A01", "A02")]
    made[0].join(centre.enrolments["A01"], "1001")
    made[1].join(centre.enrolments["A02"], "9001")
    for window in made:
        sealed = window.program._accounts._keys._slots.sealed_to
        window.hands.until(lambda sealed=sealed: len(sealed()) >= 4, "not sealed")
    yield made
    for window in made:
        window.close()


@pytest.fixture
def known(centre, windows):
    """Wait until central knows that somebody works at a seat."""

    def known(seat):
        query = "SELECT p.state FROM cc.pulse p JOIN cc.seat s USING (seat_id) WHERE s.code = %s"
        with closing(psycopg.connect(centre.server.url(), autocommit=True)) as admin:

            def ready():
                return admin.execute(query, (seat,)).fetchone() == ("ready",)

            windows[0].hands.until(ready, f"{seat} is not known")

    return known


@pytest.fixture
def first(windows, known):
    """1001 works at A01, with a call half typed."""
    here, there = windows
    leave(there)
    leave(here)
    here.front.sign_in_asked.emit("1001", PASSWORD)
    here.hands.until(lambda: isinstance(here.page, Workplace), "not let in")
    here.page.work.new("gas_repair")
    here.page.tabs.current().view.set_answers({"name": "王小明"})
    known("A01")
    yield here
    if isinstance(here.page, Workplace):
        here.page.work.discard()


@pytest.fixture
def second(windows, first):
    return windows[1]


def leave(window):
    """Leave the seat to nobody; two windows of one process: the curtain of one would end the other."""
    if isinstance(window.page, Workplace):
        window.program._sign_out(True)
    elif not isinstance(window.page, SignInPage):
        window.program._leave()
        window.front.show_door()
    window.program._curtain.rise()
    lane(window)


def lane(window):
    """Let what was said to central be said."""
    done = []
    window.program._background.central.run(lambda: None, done.append)
    window.hands.until(lambda: done, "the lane stands still")


def come(window, page, agent_no="1001"):
    window.front.sign_in_asked.emit(agent_no, PASSWORD)
    window.hands.until(lambda: isinstance(window.page, page), f"no {page.__name__}")
    return window.page


def words(page):
    return " ".join(label.text() for label in page.card.findChildren(QLabel))


def test_18_the_second_asks_and_until_it_is_answered_nothing_happens(first, second):
    page = come(second, ElsewherePage)
    assert "1001 已在席位 A01 上登录" in words(page)
    second.hands.come_to_the_front()
    second.hands.press(Qt.Key.Key_Escape)
    assert isinstance(second.page, SignInPage)
    first.program.heartbeat.start()
    lane(first)
    assert isinstance(first.page, Workplace)


def test_18_on_their_word_the_first_locks_says_why_and_keeps_the_draft(first, second):
    page = come(second, ElsewherePage)
    page.button.click()
    second.hands.until(lambda: isinstance(second.page, Workplace), "not let in")
    second.hands.until(lambda: isinstance(first.page, LockPage), "not displaced")
    assert first.page.why.text() == "您的工号在别的席位登录了，本席已锁定"
    assert "A02" in first.page.sentence.text()
    me = second.program.opened.agent.id
    come_again(first, second)
    assert first.page.tabs.current().view.answers()["name"] == "王小明"
    away = next(p for p in first.program.opened.store.find(Presence, agent=me) if p.source == "displaced")
    assert (away.seat, away.note, away.by) == ("A01", "A02", me)


def come_again(first, second):
    """Come back to the first seat; that session is over, so the second is asked about."""
    leave(second)
    first.front.unlock_asked.emit(PASSWORD)
    first.hands.until(lambda: isinstance(first.page, Workplace), "not let in again")


def test_18_the_displaced_seat_does_not_open_by_its_slot_alone(first, second, known):
    come(second, ElsewherePage).button.click()
    second.hands.until(lambda: isinstance(first.page, LockPage), "not displaced")
    known("A02")
    first.front.unlock_asked.emit(PASSWORD)
    first.hands.until(lambda: isinstance(first.page, ElsewherePage), "not asked")
    assert "A02" in words(first.page)


def test_18_both_are_logged_where_leads_see_to_it(first, second):
    come(second, ElsewherePage).button.click()
    second.hands.until(lambda: isinstance(first.page, LockPage), "not displaced")
    second.hands.until(lambda: isinstance(second.page, Workplace), "not let in")  # else they come in later
    leave(first)
    leave(second)
    lead = come(second, Workplace, "9001")
    found = lead._desk.sessions.overlaps
    second.hands.until(lambda: (second.program.heartbeat.start(), found())[1], "not told")
    (item, *_) = lead._desk.worklist.group("overlaps").items
    lead.open(item.kind, item.id)
    page = lead.tabs.current()
    assert isinstance(page, OverlapPage)
    told = second.program.opened.store.get(Overlap, item.id)
    assert (told.first, told.second, told.outcome) == ("A01", "A02", "displaced")
    before = len(found())
    page.see_to()
    assert len(found()) == before - 1


def test_18_a_centre_may_refuse_the_second(first, second, monkeypatch):
    monkeypatch.setattr(second.program.entry, "_usual", "refuse")
    page = come(second, ElsewherePage)
    assert not page.button.isVisible()
    assert "不允许同时在两席" in words(page)
    page.back.click()
    assert isinstance(second.page, SignInPage)
    first.program.heartbeat.start()
    lane(first)
    assert isinstance(first.page, Workplace)


def test_18_a_wrong_password_displaces_nobody_and_learns_nothing(first, second):
    second.front.sign_in_asked.emit("1001", "a wrong password")
    said = second.front._door.sentence
    second.hands.until(lambda: "密码" in said.text() and "核对密码" not in said.text(), "no sentence")
    assert isinstance(second.page, SignInPage)
    assert "A01" not in said.text()
    first.program.heartbeat.start()
    lane(first)
    assert isinstance(first.page, Workplace)
    # Whoever comes next here would come too soon after a wrong one.
    second.hands.until(second.front._door.button.isEnabled, "still waits")


def test_18_a_word_that_comes_late_locks_nobody_else(first):
    """1001 was displaced; by the time the seat hears of it, somebody else works there."""
    me = first.program.opened.agent.id
    leave(first)
    come(first, Workplace, "9001")
    first.program._obey(Directive(new_id(), Action.DISPLACE, "A02", me, "1001 王珂"))
    assert isinstance(first.page, Workplace)


def test_18_offline_both_work_nothing_is_lost_and_leads_hear_of_it(windows, first, second, monkeypatch):
    leave(first)
    calls = []
    for window in windows:
        monkeypatch.setattr(window.program._accounts, "_door", lambda *_: None)
        page = come(window, Workplace)
        page.work.new("suggestion")
        page.tabs.current().view.set_answers(filled(page.tabs.current().form, {"name": "李芳"}))
        page.tabs.current().save()
        calls += [call.id for call in window.program.opened.store.find(Call, form="suggestion", limit=1)]
    began = {window: window.page.presence.stay.since for window in windows}
    later = clock.now() + timedelta(minutes=30)
    monkeypatch.setattr(clock, "now", lambda: later)  # both go on for half an hour
    for window in windows:
        window.page.presence._now = clock.now
        leave(window)
    monkeypatch.undo()
    lead = come(second, Workplace, "9001")
    store = second.program.opened.store

    def told():
        second.program.heartbeat.start()
        return [each for each in store.find(Overlap, seen_at=None) if each.outcome == "both"]

    come(first, Workplace, "1003")  # its records go out with the next who signs in
    second.hands.until(lambda: (first.program.heartbeat.start(), told())[1], "not told")
    (overlap,) = told()
    assert {overlap.first, overlap.second} == {"A01", "A02"}
    assert (overlap.since, overlap.until) == (max(began.values()), later)
    second.hands.until(lambda: (told(), all(store.get(Call, id) for id in calls))[1], "a call is lost")
    assert "overlaps" in lead._desk.worklist.groups
    assert len(set(calls)) == 2


def test_18_a_lead_sees_on_the_floor_who_works_at_two_seats(first, second):
    leave(second)
    lead = come(second, Workplace, "9001")
    lead.open("floor", "floor")
    floor = lead.tabs.current()
    assert isinstance(floor, FloorPage)
    floor.refresh()
    second.hands.until(lambda: not floor._asking, "no answer")
    stand = next(each for each in floor._floor.stands if each.seat == "A01")
    floor._answered(replace(floor._floor, stands=(stand, replace(stand, seat="A07", state=State.BUSY))))
    assert "A01 A07" in floor._about(stand)
    assert "1 人同时在两席" in floor.head.findChildren(type(floor.state))[-1].text()

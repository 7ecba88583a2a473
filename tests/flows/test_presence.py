"""Away with a reason, and a lead who sees it and asks a seat to lock: two windows, a real central between."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.demo.centre import PASSWORD
from app.demo.hands import Hands
from app.demo.secrets import DemoSecrets
from app.desk import clock
from app.program import Program
from app.records.presence import Action, Presence, State
from app.ui import beat
from app.ui.front import Front
from app.ui.lock import LockPage
from app.ui.login import SignInPage
from app.ui.workplace import Workplace


class Window:
    def __init__(self, qapp, folder):
        self.front = Front(qapp, folder, clock.now)
        self.program = Program(qapp, self.front, folder, DemoSecrets())
        self.hands = Hands(self.front.window)

    @property
    def page(self):
        return self.front.window.centralWidget()

    def join(self, enrolment, agent_no):
        self.front.join_asked.emit(enrolment, agent_no, PASSWORD)
        self.hands.until(lambda: isinstance(self.page, Workplace), "no workplace")

    def unlock(self):
        self.front.unlock_asked.emit(PASSWORD)
        self.hands.until(lambda: isinstance(self.page, Workplace), "still locked")

    def close(self):
        self.front.window.close()
        self.front.window.deleteLater()


@pytest.fixture(scope="module")
def windows(qapp, centre, tmp_path_factory):
    """An agent's and a lead's; where one is locked, central hears of it every second."""
    patch = pytest.MonkeyPatch()
    patch.setattr(beat, "_EVERY_MS", 1000)
    made = [Window(qapp, tmp_path_factory.mktemp(code)) for code in ("A01", "A02")]
    made[0].join(centre.enrolments["A01"], "1001")
    made[1].join(centre.enrolments["A02"], "9001")
    yield made
    for window in made:
        window.close()
    patch.undo()


@pytest.fixture
def agent(windows):
    here = windows[0]
    if isinstance(here.page, SignInPage):
        here.front.sign_in_asked.emit("1001", PASSWORD)
        here.hands.until(lambda: isinstance(here.page, Workplace), "not let in")
    elif isinstance(here.page, LockPage):
        here.unlock()
    return here


@pytest.fixture
def floor(windows):
    lead = windows[1]
    lead.page.open("floor", "floor")
    return lead.page.tabs.current()


def stand(window, floor, seat="A01"):
    floor.refresh()
    window.hands.until(lambda: not floor._asking, "no answer")
    return next((each for each in floor._floor.stands if each.seat == seat), None)


def direct(lead, floor, action, why):
    """Have the lead say a word to seat A01."""
    stand(lead, floor)
    floor._choose("A01")
    floor.why.setText(why)
    floor._direct(action)


def test_a_lead_sees_who_is_away_and_why(windows, agent, floor):
    lead = windows[1]
    lead.hands.until(lambda: (s := stand(lead, floor)) and s.state is State.READY, "not ready")
    agent.program.lock()
    lead.hands.until(lambda: stand(lead, floor).state is State.AWAY, "not away")
    assert stand(lead, floor).reason == ""
    agent.page.reasons._pick(1)
    lead.hands.until(lambda: stand(lead, floor).reason == "meal", "no reason")
    assert "用餐" in floor._about(stand(lead, floor))
    agent.unlock()
    lead.hands.until(lambda: stand(lead, floor).state is State.READY, "not back")
    told = agent.program.opened.store.find(Presence, agent=agent.program.opened.agent.id)
    assert [(each.state, each.reason) for each in told[:3]] == [
        (State.READY, ""), (State.AWAY, "meal"), (State.AWAY, ""),
    ]  # fmt: skip
    assert told[1].since == told[2].since


def test_a_lead_sees_who_writes_after_a_call_and_a_lock_takes_nothing_of_it(windows, agent, floor):
    lead, seconds = windows[1], timedelta(seconds=1)
    agent.page.own.call_over()
    lead.hands.until(lambda: stand(lead, floor).allowed == 60 * seconds, "not after a call")
    agent.page.own._extend("long_record", "")
    lead.hands.until(lambda: stand(lead, floor).allowed == 240 * seconds, "no more time")
    # The time stands in the record, the reason comes with the beat: whichever is first.
    lead.hands.until(lambda: floor._about(stand(lead, floor)).startswith("延时：记录多"), "no reason")
    agent.program.lock()
    lead.hands.until(lambda: stand(lead, floor).state is State.AWAY, "not away")
    agent.unlock()
    lead.hands.until(lambda: stand(lead, floor).state is State.WRAP_UP, "not after the call again")
    assert agent.page.top.state.text() == "●  话后"
    assert 180 < agent.program._sitting.presence.stay.allowed <= 240
    agent.page.top.state.click()
    lead.hands.until(lambda: stand(lead, floor).state is State.READY, "not ready")


def test_a_lead_locks_a_seat_and_says_why(windows, agent, floor):
    lead = windows[1]
    direct(lead, floor, Action.LOCK, "电脑没人看着")
    lead.hands.until(lambda: isinstance(agent.page, LockPage), "not locked")
    assert agent.page.sentence.text() == "9001 周正 锁定了本席：电脑没人看着"
    agent.unlock()
    store = agent.program.opened.store
    away = store.find(Presence, agent=agent.program.opened.agent.id)[1]
    assert (away.source, away.note, away.by) == ("lead", "电脑没人看着", lead.program.opened.agent.id)


def test_a_lead_calls_back_who_is_away(windows, agent, floor):
    lead = windows[1]
    agent.program.lock()
    direct(lead, floor, Action.COME_BACK, "来电多")
    words = "9001 周正 请您回席：来电多"
    lead.hands.until(lambda: agent.page.sentence.text() == words, "nothing was said")


def test_a_lead_signs_a_seat_out_and_the_draft_stays(windows, agent, floor):
    lead = windows[1]
    agent.page.work.new("gas_repair")
    agent.page.tabs.current().view.set_answers({"name": "王小明"})
    direct(lead, floor, Action.SIGN_OUT, "换班")
    lead.hands.until(lambda: isinstance(agent.page, SignInPage), "still there")
    lead.hands.until(lambda: stand(lead, floor).state is State.OFFLINE, "not gone")
    agent.front.sign_in_asked.emit("1001", PASSWORD)
    agent.hands.until(lambda: isinstance(agent.page, Workplace), "not let in")
    assert agent.page.tabs.current().view.answers()["name"] == "王小明"


def test_a_lead_signs_out_who_is_away(windows, agent, floor):
    lead = windows[1]
    agent.program.lock()
    direct(lead, floor, Action.SIGN_OUT, "下班了")
    lead.hands.until(lambda: isinstance(agent.page, SignInPage), "still locked")
    lead.hands.until(lambda: stand(lead, floor).state is State.OFFLINE, "not gone")
    agent.front.sign_in_asked.emit("1001", PASSWORD)
    agent.hands.until(lambda: isinstance(agent.page, Workplace), "not let in")
    me = agent.program.opened.agent.id
    back, gone, away = agent.program.opened.store.find(Presence, agent=me)[:3]
    assert [each.state for each in (back, gone, away)] == [State.READY, State.OFFLINE, State.AWAY]
    assert (gone.source, gone.note, gone.by) == ("lead", "下班了", lead.program.opened.agent.id)


def test_without_a_reason_no_word_goes_out(windows, floor):
    lead = windows[1]
    stand(lead, floor)
    told = []
    floor.told.connect(told.append)
    floor._choose("A01")
    floor._direct(Action.LOCK)
    assert "原因" in told[0]
    assert floor.why.hasFocus() or lead.front.window.focusWidget() is floor.why


def test_busy_is_seen_and_turned_back(windows, agent, floor):
    lead = windows[1]
    agent.hands.come_to_the_front()
    agent.hands.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    lead.hands.until(lambda: stand(lead, floor).state is State.BUSY, "not busy")
    agent.page.top.state.click()
    lead.hands.until(lambda: stand(lead, floor).state is State.READY, "not ready")

"""A leave asked for, approved, taken and over: two windows, a real central between."""

from datetime import timedelta

import pytest

from app.records.leaves import Answer, Leave
from app.records.presence import Presence, State
from app.ui.lock import LockPage
from tests.flows.test_presence import agent, floor, stand, windows

__all__ = ["agent", "floor", "windows"]


@pytest.fixture
def ask(agent):
    """Have the agent ask as they do, on the page; return the request."""

    def ask(reason="personal", note="接孩子"):
        agent.page.open("leave", "leave")
        page = agent.page.tabs.current()
        cover = next(each for each in agent.page._desk.leaves.covers() if each.agent_no == "1002")
        page.view.set_answers({**page.view.answers(), "reason": reason, "cover": cover.id, "note": note})
        page._take_minutes("reason")
        page.send()
        return agent.page._desk.leaves.mine()[0].leave

    return ask


def answer(lead, floor, leave, answer, why=""):
    """Have the lead see it, and answer with one key."""

    def comes():
        stand(lead, floor)
        return leave.id in floor._requests

    lead.hands.until(comes, "the request does not come")
    floor._choose(leave.id)
    floor.why.setText(why)
    floor._answer(answer)


def strips(window):
    return [strip.text for strip in window.page.tabs.strips._strips.values()]


def becomes(agent, code):
    agent.hands.until(lambda: agent.page._desk.leaves.mine()[0].code == code, f"never {code}")


def test_a_leave_is_asked_for_approved_taken_and_over(windows, agent, floor, ask):
    lead = windows[1]
    leave = ask()
    assert (leave.minutes, leave.note) == (20, "接孩子")
    lead.hands.until(lambda: any("1 人申请离席" in text for text in strips(lead)), "no hint")
    answer(lead, floor, leave, Answer.APPROVED)
    agent.hands.until(lambda: any("离席已获准" in text for text in strips(agent)), "not told")
    agent.hands.until(lambda: agent.page.granted is not None, "not granted")
    lead.hands.until(lambda: leave.id not in floor._requests, "it waits still")

    agent.program.lock()
    page = agent.page
    assert isinstance(page, LockPage)
    assert "最长 20 分\n已获准 · 代岗 1002" in page.away.text()
    assert "接孩子" not in "".join(each.text() for each in page.findChildren(type(page.away)))
    lead.hands.until(lambda: stand(lead, floor).reason == "personal", "no reason")
    lead.hands.until(lambda: "已获准，代岗 1002" in floor._about(stand(lead, floor)), "no cover")
    assert "最长 20 分" in floor._about(stand(lead, floor))

    agent.unlock()
    back, gone = agent.program.opened.store.find(Presence, agent=leave.agent)[:2]
    assert (gone.state, gone.reason, gone.leave, gone.cover) == (
        State.AWAY,
        "personal",
        leave.id,
        leave.cover,
    )
    (asked,) = [each for each in agent.page._desk.leaves.mine() if each.leave.id == leave.id]
    assert (asked.code, asked.lasted) == ("used", timedelta(seconds=back.lasted))
    assert agent.page.granted is None


def test_a_refusal_comes_with_its_reason(windows, agent, floor, ask):
    lead, leave = windows[1], ask()
    stand(lead, floor)
    told = []
    floor.told.connect(told.append)
    answer(lead, floor, leave, Answer.REFUSED)
    assert "原因" in told[-1]
    answer(lead, floor, leave, Answer.REFUSED, "来电太多")
    agent.hands.until(lambda: any("来电太多" in text for text in strips(agent)), "not told")
    assert agent.program.opened.store.get(Leave, leave.id).state is Answer.REFUSED


def test_what_is_withdrawn_waits_for_nobody_and_is_not_answered_any_more(windows, agent, floor, ask):
    lead, leave = windows[1], ask()
    lead.hands.until(lambda: stand(lead, floor) and leave.id in floor._requests, "it does not come")
    page = agent.page.tabs.current()
    page.refresh()  # nobody sees these windows
    page.withdraw()
    becomes(agent, "withdrawn")
    told = []
    floor.told.connect(told.append)
    floor._requests[leave.id] = leave  # as it stands on a screen that is a second old
    floor._choose(leave.id)
    floor._answer(Answer.APPROVED)
    lead.hands.until(lambda: bool(told), "nothing was said")
    assert "已经答复过，或已撤回" in told[0]


def test_who_goes_for_a_reason_that_wants_approval_without_one_is_shown_so(windows, agent, floor):
    lead = windows[1]
    agent.program.lock()
    agent.page.reasons._pick(6)
    agent.page.reasons.note.setText("急事")
    agent.page.reasons._note_entered()
    lead.hands.until(lambda: stand(lead, floor).reason == "personal", "no reason")
    assert "没有事先申请" in floor._about(stand(lead, floor))
    agent.unlock()
    assert agent.program.opened.store.find(Presence, agent=agent.program.opened.agent.id)[1].leave is None

"""A centre may want whoever leaves signed out, not locked: the door is shown, and drafts come back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.desk import clock
from app.records.ids import new_id
from app.records.leaves import Answer, Leave
from app.records.presence import Presence, State
from app.store.engine import StoreRefused
from app.ui.login import SignInPage
from app.ui.workplace import Workplace
from tests.flows.conftest import ALONE_PASSWORD, LOCK, call_in_front, work


@pytest.fixture
def strict(program):
    """The program at a centre with that rule."""
    program.forms = replace(program.forms, limits=replace(program.forms.limits, sign_out=True))
    return program


@pytest.fixture
def sign_in(strict, hands):
    def sign_in():
        strict._front.sign_in_asked.emit("1001", ALONE_PASSWORD)
        hands.until(lambda: isinstance(strict.window.centralWidget(), Workplace), "not let in")
        return work(strict)

    return sign_in


def leave_by_key(program, hands):
    hands.press(*LOCK)


def leave_alone(program, hands):
    program.lock("system_idle")


@pytest.mark.parametrize(("go", "why"), [(leave_by_key, "key"), (leave_alone, "system_idle")])
def test_who_leaves_is_signed_out_and_comes_back_to_what_was_typed(strict, hands, sign_in, go, why):
    call_in_front(strict).view.set_answers({"name": "王小明"})
    store, me = strict.opened.store, strict.opened.agent.id
    go(strict, hands)
    door = strict.window.centralWidget()
    assert isinstance(door, SignInPage)
    assert door.agent_no.text() == ""
    assert strict.opened is None
    assert strict._locked is None
    with pytest.raises(StoreRefused, match="closed"):
        store.drafts.all()
    page = sign_in()
    assert page.tabs.current().view.answers()["name"] == "王小明"
    told = strict.opened.store.find(Presence, agent=me)[:3]
    assert [(each.state, each.source) for each in told] == [
        (State.READY, "sign_in"), (State.OFFLINE, "sign_out"), (State.AWAY, why),
    ]  # fmt: skip
    assert not page.tabs.strips.holds("why")


def test_a_leave_goes_on_while_they_are_signed_out(strict, hands, sign_in):
    me = strict.opened.agent.id
    leave = Leave(new_id(), me, "personal", clock.now(), 20, clock.now(), state=Answer.APPROVED)
    with strict.opened.store.write() as to:
        to.put(leave)
    hands.until(lambda: work(strict).granted is not None, "not granted")
    hands.press(*LOCK)
    parked = strict._parked[me]
    strict._parked[me] = replace(parked, stay=replace(parked.stay, tick=parked.stay.tick - 600))
    (asked,) = sign_in()._desk.leaves.mine()
    assert asked.code == "used"
    assert asked.lasted >= timedelta(minutes=10)


def test_without_the_rule_it_locks(program, hands):
    hands.press(*LOCK)
    assert not isinstance(program.window.centralWidget(), SignInPage)

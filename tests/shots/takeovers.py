"""What others left, taken over, told of; and one number at two seats."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from app.desk import clock
from app.desk.sessions import Sessions
from app.records.accounts import Agent, Elsewhere, Role
from app.records.drafts import Draft
from app.records.ids import Id, new_id
from app.records.overlaps import Outcome, Overlap
from app.records.presence import Presence, State
from app.records.takeovers import Step, Takeover
from app.ui.elsewhere import ElsewherePage, Seated
from app.ui.panels.calls import CallPage
from app.ui.panels.takeovers import DraftPage
from tests.shots.stage import LONG, PEOPLE, Stage

OTHERS = tuple(
    Agent(Id(f"01900000-0000-7000-8000-00000000100{n}"), f"100{n}", name, Role.AGENT, "")
    for n, name in enumerate(("李娜", "阿依古丽·买买提", "赵磊"), 2)
)
WHY = "客户来电催，本人去医院了"


def elsewhere(stage: Stage, *, may: bool = True) -> None:
    at = Elsewhere("A03", clock.now() - timedelta(minutes=47))
    make = partial(ElsewherePage, Seated("1001", at, may))
    stage.window.show_page(make(clock.now, "临江燃气客服中心", "A05"))


def _others(stage: Stage) -> list[Draft]:
    """Have two leave drafts at this seat, the first of them locked; the third only locked it."""
    assert stage.workplace.isEnabled()
    opened = stage.program.opened
    assert opened is not None
    now, made = clock.now(), []
    with opened.store.write() as to:
        for n, who in enumerate(OTHERS):
            to.put(who)
            since = now - timedelta(minutes=41 - 12 * n)
            state = State.OFFLINE if n == 1 else State.AWAY
            to.put(Presence(new_id(), who.id, "L01", state, since, since, "key", "meal" if not n else ""))
        for n, (name, (number, address)) in enumerate(list(PEOPLE.items())[:3]):
            began = now - timedelta(minutes=70 + 3 * n)
            answers = {"name": name, "phone": number, "address": address, "request": LONG, "gas_smell": False}
            form, owner = ("gas_repair", "complaint", "inquiry")[n], OTHERS[n // 2]
            made.append(
                Draft(
                    Id(f"01900000-0000-7000-8000-0000000001{n:02d}"),
                    owner.id,
                    form,
                    1,
                    "phone",
                    began,
                    began + timedelta(minutes=9),
                    answers,
                )
            )
            to.save_draft(made[-1])
    return made


def left(stage: Stage, *, none: bool = False) -> None:
    if not none:
        _others(stage)
    stage.workplace.open("left", "left")


def one(stage: Stage) -> DraftPage:
    draft = _others(stage)[0]
    stage.workplace.open("left", f"{draft.id} {draft.agent}")
    page = stage.workplace.tabs.current()
    assert isinstance(page, DraftPage)
    page.why.setText(WHY)
    return page


def taken(stage: Stage) -> None:
    one(stage).take()
    assert isinstance(stage.workplace.tabs.current(), CallPage)


def told(stage: Stage) -> None:
    """The owner is back: the strip, and what became of the draft."""
    page = stage.new("gas_repair", name="王小明", phone="13800001234")
    page.keep()
    draft, opened = page.draft, stage.program.opened
    assert draft is not None
    assert opened is not None
    stored = opened.store.drafts.get(draft.id, draft.agent)
    assert stored is not None
    lead, at = OTHERS[0].id, clock.now()
    with opened.store.write() as to:
        to.put(OTHERS[0])
        to.save_draft(replace(stored, agent=lead, owner=stored.agent, base=stored.saved_at, saved_at=at))
        to.put(
            Takeover(
                new_id(), draft.id, draft.agent, Step.TOOK, lead, "L01", draft.form, draft.started_at, at, WHY
            )
        )
    stage.workplace.tabs.remove(page)
    stage.workplace.open("draft", draft.id)
    stage.hands.until(lambda: bool(stage.workplace.tabs.strips._strips), "no strip")


def overlap(stage: Stage, outcome: Outcome) -> None:
    assert stage.workplace.isEnabled()
    opened = stage.program.opened
    assert opened is not None
    since = clock.now() - timedelta(minutes=95)
    told = Overlap(new_id(), opened.agent.id, "A03", "A05", since, since + timedelta(minutes=34), outcome)
    with opened.store.write() as to:
        to.put(told)
    desk = stage.workplace._desk.sessions
    assert isinstance(desk, Sessions)
    desk._door = lambda password: None  # type: ignore[assignment,return-value]
    stage.workplace.open("overlap", told.id)


DOORS = {
    "elsewhere": elsewhere,
    "elsewhere-refused": lambda stage: elsewhere(stage, may=False),
}
SCREENS = {
    "left": left,
    "left-one": one,
    "left-taken": taken,
    "left-told": told,
    "overlap": lambda stage: overlap(stage, Outcome.BOTH),
    "overlap-displaced": lambda stage: overlap(stage, Outcome.DISPLACED),
}

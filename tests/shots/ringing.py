"""Calls that come in: strips over half a form, what the telephone system told of a call, and what is owed."""

from dataclasses import replace
from datetime import timedelta

from app.desk import clock
from app.records.callbacks import Callback, Why
from app.records.ids import new_id
from app.records.rings import Ring
from app.ui.panels.callbacks import CallbackPage
from tests.shots.stage import LONG, PEOPLE, Stage


def _tell(stage: Stage, number: str, event: str = "ring", ref: str = "", line: str = "2") -> None:
    told = {"number": number, "event": event, "ref": ref, "line": line}
    assert stage.program.hear(told) == "taken"


def _seen_to(stage: Stage) -> None:
    rings = stage.workplace._desk.calls.rings
    for each in rings.live():
        rings.take(each.id, None)


def ringing(stage: Stage) -> None:
    """One is on the line, one rings who has called before, one nobody knows; something else waits below."""
    _seen_to(stage)
    day = new_id()  # a call heard of once is not told again: each time they are others
    page = stage.new("inquiry", name="陈䶮", phone="13700009999")
    page.view.focus_field("request")
    first, second, *_ = (number for number, _ in PEOPLE.values())
    _tell(stage, second, ref=f"{day}-a")
    _tell(stage, second, "answer", f"{day}-a")
    _tell(stage, "057155556666", ref=f"{day}-b", line="1")
    _tell(stage, first, ref=f"{day}-c")
    stage.workplace.notices._look_at_clock(timedelta(minutes=7))
    strips = stage.workplace.tabs.strips
    stage.hands.until(lambda: sum(name.startswith("ring ") for name in strips._strips) == 3, "no strips")


def logged(stage: Stage) -> None:
    ringing(stage)
    last = stage.workplace._desk.calls.rings.live()[-1]
    stage.workplace.tabs.strips.answer()
    _tell(stage, "", "answer", last.ref)
    stage.workplace.tabs.current().refresh()


def owed(stage: Stage) -> list[Callback]:
    _seen_to(stage)
    now, numbers = clock.now(), [number for number, _ in PEOPLE.values()]
    me, made = stage.program.opened.agent.id, []
    if found := stage.workplace._desk.calls.callbacks.open():
        return found
    for n, (why, due) in enumerate(((Why.MISSED, -12), (Why.MESSAGE, 25), (Why.PROMISE, 130))):
        since = now - timedelta(minutes=42 - 9 * n)
        handler = me if n else None
        told = Callback(
            new_id(), why, since, now + timedelta(minutes=due), f"+86{numbers[n]}", handler=handler
        )
        made.append(told)
        with stage.program.opened.store.write() as to:
            to.put(told)
            if why is not Why.PROMISE:
                to.put(
                    Ring(
                        new_id(), "L01", since, told.number, rang_at=since, missed_at=since, callback=told.id
                    )
                )
    return made


def callback(stage: Stage, *, done: bool = False) -> CallbackPage:
    one = next(each for each in owed(stage) if each.why is Why.MISSED) if not done else owed(stage)[-1]
    stage.workplace.open("callback", one.id)
    page = stage.workplace.tabs.current()
    assert isinstance(page, CallbackPage)
    stage.workplace._desk.calls.callbacks.note(one.id, "no_answer", "响了一分钟，转语音信箱")
    if done:
        stage.workplace._desk.calls.callbacks.note(one.id, "reached", "已说明停气原因，客户满意")
    page.refresh()
    return page


def complaint(stage: Stage) -> None:
    """What a customer thinks of how their complaint was dealt with is asked; beside it what else is owed."""
    number, address = PEOPLE["王小明"]
    page = stage.new(
        "complaint", name="王小明", phone=number, address=address, category="attitude", request=LONG,
        demand="道歉", solved="unsolved",
    )  # fmt: skip
    page.save()
    stage.close_tabs()
    now = clock.now()
    due = Callback(new_id(), Why.COMPLAINT, now, now + timedelta(hours=8), call=page.call.id)
    due = replace(due, number=f"+86{number}", customer=page.call.customer)
    with stage.program.opened.store.write() as to:
        to.put(due)
    stage.workplace.open("callback", due.id)


def outcome(stage: Stage) -> None:
    callback(stage).pick()


def listed(stage: Stage) -> None:
    owed(stage)
    stage.workplace.open("list", "callbacks")
    page = stage.workplace.tabs.current()
    stage.hands.until(lambda: page._is_all and page.model.at(0) is not None, "the list is not read")


def channels(stage: Stage) -> None:
    stage.new("gas_repair", name="王小明")
    stage.workplace.channels.pop()


def unseen(stage: Stage) -> None:
    assert stage.workplace.isEnabled()
    stage.program.lock()
    _tell(stage, "13800001234", ref="locked")


SCREENS = {
    "list-callbacks": listed,
    "callback": callback,
    "callback-complaint": complaint,
    "callback-outcome": outcome,
    "callback-done": lambda stage: callback(stage, done=True),
    "channels": channels,
    "ringing": ringing,
    "ringing-logged": logged,
    "locked-ring": unseen,
}

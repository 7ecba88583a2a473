"""The screens of what wants a person: conflicts, and entries central refused."""

import json
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.desk import clock
from app.records.calls import Call
from app.records.cases import Case
from app.records.conflicts import Conflict, Decision
from app.records.ids import Id, new_id
from app.records.ops import Cursor, Image, Page, Receipt, Verdict
from app.store.rows import utc_text
from app.store.store import Store
from app.ui.heartbeat import Road
from app.ui.panels.calls import CallPage
from tests.shots.stage import LONG, Stage


def _store(stage: Stage) -> Store:
    assert stage.workplace.isEnabled()  # somebody has signed in
    assert stage.program.opened is not None
    return stage.program.opened.store


def _saved(stage: Stage) -> CallPage:
    page = stage.new("gas_repair", name="王小明", phone="13800001234", request=LONG)
    page.save()
    page.dispatch()
    return page


def _come(
    stage: Stage,
    of: str,
    record: Id,
    field: str,
    kept: object,
    lost: object,
    hours: float = 2,
    by: str | None = None,
) -> Id:
    """Let a conflict come from central: this agent's value lost."""
    store, at = _store(stage), clock.now() - timedelta(hours=hours)
    assert stage.program.opened is not None
    me = stage.program.opened.agent.id
    body = {
        "of": of, "record": record, "field": field, "base": 1, "a.kept": kept, "a.lost": lost,
        "lost_by": me if by is None else by, "lost_seat": "A03", "kept_by": "", "kept_seat": "B07",
        "lost_at": utc_text(at - timedelta(minutes=9)), "kept_at": utc_text(at - timedelta(minutes=12)),
        "found_at": utc_text(at),
    }  # fmt: skip
    id = new_id()
    at_ = Cursor(9, store.count(Conflict) + 1)
    image = Image("conflict", id, 1, json.dumps({k: v for k, v in body.items() if v is not None}), at_, True)
    store.feed.receive(Page((image,)))
    QCoreApplication.processEvents()
    return id


def _conflicts(stage: Stage, page: CallPage, *, long: bool = False) -> list[Id]:
    desk = stage.workplace._desk.conflicts
    for old in (*desk.mine(), *desk.others()):
        desk.decide(old, Decision.KEPT)
    call = _store(stage).get(Call, page.call.id)  # type: ignore[union-attr]
    assert call is not None
    assert call.case is not None
    case = _store(stage).get(Case, call.case)
    assert case is not None
    assert case.due_at is not None
    due = case.due_at
    come = partial(_come, stage)
    if long:
        return [come("call", call.id, "a.request", LONG * 3, LONG.replace("电池", "减压阀") * 4, 30)]
    return [
        come("call", call.id, "a.address", call.answers.get("address"), "滨江区江南大道 1088 号 2 幢 501"),
        come("call", call.id, "a.category", call.answers.get("category"), "water_heater", 1),
        come("call", call.id, "a.customer_no", None, "LJ-0042-7781", 0.5),
        come("case", call.case, "due_at", utc_text(due), utc_text(due + timedelta(days=1)), 0.2),
    ]


def conflict(stage: Stage, place: int = 0, *, long: bool = False, edit: bool = False) -> None:
    ids = _conflicts(stage, _saved(stage), long=long)
    stage.workplace.open("conflict", ids[place])
    if edit:
        stage.workplace.tabs.current().edit()  # type: ignore[union-attr]


def decided(stage: Stage) -> None:
    conflict(stage)
    stage.workplace.tabs.current()._take(stage.workplace.tabs.current().first)  # type: ignore[union-attr]


def on_record(stage: Stage, kind: str) -> None:
    page = _saved(stage)
    _conflicts(stage, page)
    if kind != "call":
        assert page.call is not None
        order = stage.workplace._desk.orders.of_case(page.call.case)[0]  # type: ignore[arg-type]
        _come(stage, "order", order.id, "team", "repair", "metering")
        stage.open(kind, page.call.case if kind == "case" else order.id)  # type: ignore[arg-type]
    QCoreApplication.processEvents()


def refused(stage: Stage, reason: str = "too_long") -> None:
    store = _store(stage)
    page = _saved(stage)
    receipts = []
    for op in store.outbox.waiting(10_000):
        bad = page.call is not None and op.record == page.call.id
        verdict = Verdict.REJECTED if bad else Verdict.APPLIED
        receipts.append(Receipt(op.id, verdict, None if bad else 1, (), reason if bad else ""))
    store.outbox.settle(receipts)
    stage.workplace.open("op", store.outbox.problems()[-1].op)


def road(stage: Stage, code: str, detail: str = "") -> None:
    stage.new("gas_repair", name="王小明")
    QCoreApplication.processEvents()  # what was written before is told before
    now = clock.now()
    waits = 0 if code in ("synced", "attention") else 12
    oldest = now - timedelta(hours=5) if waits else None
    at = now - timedelta(hours=26 if code in ("away", "refused", "stuck") else 0)
    wants = 3 if code not in ("synced", "filling") else 0
    stage.workplace._show_road(Road(code, waits, wants, at, detail, oldest, 48_200))


def recoded(stage: Stage) -> None:
    stage.new("gas_repair", name="王小明")
    stage.workplace.notices._show_code("A03B")


def apart(stage: Stage) -> None:
    stage.new("gas_repair", name="王小明")
    QCoreApplication.processEvents()
    notices = stage.workplace.notices
    heartbeat, since = notices._heartbeat, notices._since
    road, notices._since = heartbeat.road, since - timedelta(hours=60)
    heartbeat.road = Road("away", 12)
    notices.look()
    heartbeat.road, notices._since = road, since


def clock_off(stage: Stage) -> None:
    stage.new("gas_repair", name="王小明")
    QCoreApplication.processEvents()
    notices = stage.workplace.notices
    notices._look_at_clock(timedelta(minutes=-125))


def of_others(stage: Stage) -> None:
    """More conflicts of the team than are listed."""
    page = _saved(stage)
    _conflicts(stage, page)
    store, somebody = _store(stage), new_id()
    assert page.call is not None
    assert page.call.case is not None
    case = store.get(Case, page.call.case)
    assert case is not None
    for place in range(40):
        other = replace(case, id=new_id(), handler=somebody, title=f"{case.title} {place}")
        with store.write() as to:
            to.put(other)
        _come(stage, "case", other.id, "title", "甲", "乙", place, by="")
    pane = stage.workplace.worklist
    pane.choose_group("conflicts")
    stage.hands.until(lambda: pane._head("conflicts").rowCount() > 0, "the list is not read")
    pane.choose_group("conflicts")
    pane.tree.scrollTo(pane._head("conflicts").child(8).index())


def listed(stage: Stage) -> None:
    _conflicts(stage, _saved(stage))
    stage.workplace.open("list", "calls")
    page = stage.workplace.tabs.current()
    stage.hands.until(lambda: page._is_all and page.model.at(0) is not None, "the list is not read")  # type: ignore[union-attr]


SCREENS = {
    "conflict-in-list": listed,
    "road-away": lambda stage: road(stage, "away"),
    "road-refused": lambda stage: road(stage, "refused", "version"),
    **{
        f"road-{code}": lambda stage, code=code: road(stage, code)
        for code in ("synced", "pending", "filling")
    },
    "road-attention": lambda stage: road(stage, "attention"),
    "strip-code": recoded,
    "strip-apart": apart,
    "strip-clock": clock_off,
    "conflict-of-others": of_others,
    "road-stuck": lambda stage: road(stage, "stuck"),
    "conflict": conflict,
    "conflict-choice": lambda stage: conflict(stage, 1),
    "conflict-empty": lambda stage: conflict(stage, 2),
    "conflict-due": lambda stage: conflict(stage, 3),
    "conflict-edit": lambda stage: conflict(stage, edit=True),
    "conflict-long": lambda stage: conflict(stage, long=True),
    "conflict-decided": decided,
    "conflict-on-call": lambda stage: on_record(stage, "call"),
    "conflict-on-case": lambda stage: on_record(stage, "case"),
    "conflict-on-order": lambda stage: on_record(stage, "order"),
    "refused-entry": refused,
    "refused-entry-other": lambda stage: refused(stage, "invalid byte sequence for encoding UTF8: 0x00"),
}

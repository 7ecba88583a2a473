"""The screens of what wants a person: conflicts, and entries central refused."""

import json
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


def _come(stage: Stage, of: str, record: Id, field: str, kept: object, lost: object, hours: float = 2) -> Id:
    """Let a conflict come from central: this agent's value lost."""
    store, at = _store(stage), clock.now() - timedelta(hours=hours)
    assert stage.program.opened is not None
    me = stage.program.opened.agent.id
    body = {
        "of": of, "record": record, "field": field, "base": 1, "a.kept": kept, "a.lost": lost, "lost_by": me,
        "lost_seat": "A03", "lost_at": utc_text(at - timedelta(minutes=9)), "kept_by": "", "kept_seat": "B07",
        "kept_at": utc_text(at - timedelta(minutes=12)), "found_at": utc_text(at),
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
        stage.workplace.open(kind, page.call.case if kind == "case" else order.id)  # type: ignore[arg-type]
    QCoreApplication.processEvents()


def refused(stage: Stage, reason: str = "too_long") -> None:
    store = _store(stage)
    page = _saved(stage)
    for op in store.outbox.waiting(500):
        bad = page.call is not None and op.record == page.call.id
        verdict = Verdict.REJECTED if bad else Verdict.APPLIED
        store.outbox.settle([Receipt(op.id, verdict, None if bad else 1, (), reason if bad else "")])
    stage.workplace.open("op", store.outbox.problems()[-1].op)


def road(stage: Stage, code: str, detail: str = "") -> None:
    stage.new("gas_repair", name="王小明")
    now = clock.now()
    told = Road(code, 12, 3, now - timedelta(hours=26), detail, now - timedelta(hours=5))
    stage.workplace._show_road(told)


def listed(stage: Stage) -> None:
    _conflicts(stage, _saved(stage))
    stage.workplace.open("list", "calls")
    page = stage.workplace.tabs.current()
    stage.hands.until(lambda: page._is_all and page.model.at(0) is not None, "the list is not read")  # type: ignore[union-attr]


SCREENS = {
    "conflict-in-list": listed,
    "road-away": lambda stage: road(stage, "away"),
    "road-refused": lambda stage: road(stage, "refused", "version"),
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

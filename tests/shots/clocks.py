"""What runs against time: clocks that are late, near and still to come, with the rule of one."""

from dataclasses import replace
from datetime import timedelta

from app.desk import clock
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.ids import new_id
from tests.shots.stage import Stage

# Hours ago, form, state, what it is about.
MATTERS = (
    (26.2, "complaint", "received", "投诉维修工没有按约定时间上门 · 滨江区春晓路88号"),
    (23.3, "complaint", "filed", "投诉收费与公示不一致 · 和平路7号"),
    (12.5, "complaint", "received", "投诉抄表读数有误 · 上城区望江街道近江六园"),
    (0.1, "city_case", "prefiled", "占道经营 · 延安路与庆春路口"),
    (0.3, "gas_repair", "received", "灶具打不着火 · 望江街道近江六园12幢"),
)


def put(stage: Stage) -> None:
    store = stage.workplace._desk.clocks._store
    me, before = stage.workplace._desk.agent.id, len(stage.workplace._desk.clocks.board.mine)
    with store.write() as to:
        for hours, form, state, title in MATTERS:
            at, case = clock.now() - timedelta(hours=hours), new_id()
            call = Call(new_id(), to.number(Call.prefix), "phone", form, 1, at, at, me, me, case=case)
            made = Case(case, to.number(Case.prefix), call.id, form, 1, title, CaseState(state), at, me, me)
            to.put(call)
            to.put(replace(made, due_at=at + timedelta(hours=24)))
    board, pane = stage.workplace._desk.clocks, stage.workplace.worklist
    stage.hands.until(lambda: len(board.board.mine) >= before + len(MATTERS), "the clocks were not read")
    stage.hands.until(lambda: not (pane._old and pane.isVisible()), "the work list was not read")


def late(stage: Stage) -> None:
    put(stage)
    stage.new("gas_repair", name="王小明")


def page(stage: Stage, keys: int = 0) -> None:
    put(stage)
    stage.workplace.open("clocks", "clocks")
    tree = stage.workplace.tabs.current().tree
    for _ in range(keys):
        tree.setCurrentIndex(tree.indexBelow(tree.currentIndex()))
    stage.hands.until(lambda: stage.workplace.tabs.current()._means, "the month is not reckoned")
    stage.hands.until(lambda: not stage.workplace.tabs.current()._settling.isActive(), "it does not settle")


SCREENS = {"clocks": page, "clocks-rule": lambda stage: page(stage, 4), "clocks-late": late}

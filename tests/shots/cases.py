"""Cases on their way: what waits to be filed, what is asked before a step, inspectors, questions upward."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from app.desk import clock
from app.desk.cases import Cases
from app.desk.moves import Said
from app.records.accounts import Agent, Role
from app.records.cases import Case
from app.records.ids import Id
from app.records.moves import Verb
from app.records.tasks import Ask, Result
from app.ui.panels.cases import CasePage
from app.ui.panels.lists import ListPage
from tests.shots.stage import LONG, PEOPLE, Stage

LEAD = Agent(Id("01900000-0000-7000-8000-000000001009"), "1009", "赵敏", Role.LEAD, "")
OTHER = Agent(Id("01900000-0000-7000-8000-000000001008"), "1008", "阿依古丽·买买提", Role.AGENT, "")
HEAD = Agent(Id("01900000-0000-7000-8000-000000001007"), "1007", "孙立", Role.SUPERVISOR, "")
WHY = "地址写到路口还不够：请问清是玉鸟路 16 号工地的东门还是西门，并请补一张现场照片。"


def _case(stage: Stage, place: int = 0, **more: str) -> Case:
    """Log a case of the city's; return it. The agent of the stage is a lead."""
    name, (number, address) = list(PEOPLE.items())[place]
    page = stage.new(
        "city_case", name=name, phone=number, address=address, category="noise", request=LONG,
        source="mayor", supervised=True, urgent=place == 1, **more,
    )  # fmt: skip
    page.save()
    assert page.call is not None
    case = stage.workplace._desk.cases.get(page.call.case)
    assert case is not None
    stage.close_tabs()
    return case


def _others(stage: Stage) -> tuple[Cases, Cases]:
    """Return the desks of a supervisor and of an agent who work elsewhere."""
    forms, opened = stage.workplace._desk.calls.forms, stage.program.opened
    assert opened is not None
    with opened.store.write() as to:
        for each in (LEAD, OTHER, HEAD):
            to.put(each)
    made = [Cases(opened.store, forms, who, clock.now) for who in (HEAD, OTHER)]
    return made[0], made[1]


def filing(stage: Stage) -> None:
    _others(stage)
    first = _case(stage)
    for place in (1, 2):
        _case(stage, place)
    stage.open("case", first.id)


def close(stage: Stage) -> None:
    _others(stage)
    _closing(stage, answer="已责令停工，22 时后不再施工")


def lacks(stage: Stage) -> None:
    """What is missing to close it is asked on the call."""
    _closing(stage)


def _closing(stage: Stage, **more: str) -> None:
    case, moves = _case(stage, district="centre", **more), stage.workplace._desk.cases.moves
    for step in (Verb.FILE, Verb.DISPATCH, Verb.HANDLE, Verb.VERIFY):
        moves.take(case.id, step)
    stage.open("case", case.id)
    page = stage.workplace.tabs.current()
    assert isinstance(page, CasePage)
    page.moves.begin(Verb.CLOSE)


def history(stage: Stage) -> None:
    """Everything there can be on a case: sent back, asked, merged."""
    _head, _ = _others(stage)
    cases = stage.workplace._desk.cases
    case, other = _case(stage), _case(stage, 1)
    moves = cases.moves
    moves.take(case.id, Verb.RETURN, Said(WHY))
    moves.take(case.id, Verb.PREFILE)
    asked = cases.tasks.ask(case.id, Ask.ON_SITE, "监督员 周建国", note="噪声是否属实").task
    assert asked is not None
    cases.tasks.chase(asked.id)
    cases.escalations.ask(case.id, "夜间施工有许可，能不能立案？", waits=True)
    moves.take(other.id, Verb.MERGE, Said(of=case.id))
    moves.transfer(case.id, Said("下班交接", OTHER.id))
    stage.open("case", case.id)


def task(stage: Stage) -> None:
    _others(stage)
    cases = stage.workplace._desk.cases
    asked = cases.tasks.ask(_case(stage).id, Ask.ON_SITE, "监督员 周建国", note="噪声是否属实，拍照").task
    assert asked is not None
    late = replace(
        asked, due_at=clock.now() - timedelta(minutes=9), asked_at=clock.now() - timedelta(hours=2)
    )
    opened = stage.program.opened
    assert opened is not None
    with opened.store.write() as to:
        to.put(late)
    for note in ("电话没人接", "说马上到"):
        cases.tasks.chase(asked.id, note)
    stage.workplace.open("task", asked.id)
    stage.hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def question(stage: Stage) -> None:
    _, other = _others(stage)
    case = _case(stage)
    text = (
        "市长信箱督办件，工地说有夜间施工许可，原件看不到。能不能先立案，再请规划部门核对？来电人要一个准话。"
    )
    asked = other.escalations.ask(case.id, text, waits=True).escalation
    assert asked is not None
    stage.workplace.open("escalation", asked.id)


def results(stage: Stage) -> None:
    """What others did with what the agent took first, and the answer to a question."""
    head, _other = _others(stage)
    case, second = _case(stage), _case(stage, 1)
    cases = stage.workplace._desk.cases
    asked = cases.escalations.ask(case.id, "能不能先立案？", waits=False).escalation
    assert asked is not None
    head.moves.take(case.id, Verb.RETURN, Said(WHY))
    head.moves.take(second.id, Verb.FILE)
    head.escalations.answer(asked.id, "可以先立案，许可由规划部门两天内核对。")
    stage.new("inquiry", empty=True)
    stage.hands.until(lambda: len(stage.workplace.tabs.strips._strips) >= 3, "nobody was told")


def register(stage: Stage, *, printed: bool = False) -> None:
    """What inspectors were asked, and on paper."""
    _others(stage)
    tasks = stage.workplace._desk.cases.tasks
    for place, inspector in enumerate(("监督员 周建国", "监督员 吴霞", "监督员 阿依古丽·买买提")):
        asked = tasks.ask(_case(stage, place).id, Ask.ON_SITE, inspector).task
        assert asked is not None
        if place:
            tasks.chase(asked.id)
        if place == 2:
            tasks.answer(asked.id, Result.NOT_MET, "现场没有施工")
    stage.workplace.open("list", "tasks")
    page = stage.workplace.tabs.current()
    assert isinstance(page, ListPage)
    stage.hands.until(lambda: page._is_all and page.model.at(0) is not None, "the list is not read")
    if not printed:
        return
    prints = stage.workplace.paperwork.lists
    page.taking.print_list()
    stage.hands.until(lambda: prints.window is not None, "nothing to look at")
    shown = prints.window
    shown.resize(stage.window.size() * 0.86)
    stage.hands.until(lambda: not shown.view._sheet.pixmap().isNull(), "no page was drawn")
    shown.move(stage.window.rect().center() - shown.rect().center())


SCREENS = {
    "case-filing": filing,
    "case-close": close,
    "case-lacks": lacks,
    "case-history": history,
    "task-answer": task,
    "question-answer": question,
    "results": results,
    "list-tasks": register,
    "list-tasks-printed": lambda stage: register(stage, printed=True),
}

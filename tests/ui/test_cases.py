"""A case in its tab worked by keys alone: the next step, what is asked before one, what comes as a strip."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.desk.cases import Cases
from app.desk.moves import Moves, Said
from app.records.accounts import Agent, Role
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.escalations import Escalation
from app.records.ids import new_id
from app.records.moves import Move, Verb
from app.records.tasks import Ask, Task
from app.ui.commands import of_page
from tests.ui.conftest import ME

CTRL, ALT, SHIFT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Alt", "Shift"))
KNOWN = {"category": "noise", "supervised": True, "address": "玉鸟路16号", "request": "夜里打桩"}
ANSWERED = KNOWN | {"source": "hotline", "name": "王", "phone": "+8613800001234", "solved": "unsolved"}
ANSWERED |= {"district": "centre"}
LEAD = Agent(new_id(), "2001", "赵敏", Role.LEAD, "")


@pytest.fixture
def seat(start):
    seat = start()
    with seat.store.write() as to:
        to.put(ME)
        to.put(LEAD)
    seat.lead = Cases(seat.store, seat.desk.calls.forms, LEAD, seat.desk.cases.moves._now)
    return seat


@pytest.fixture
def case(seat):
    """Put a case of the city's in this state, with its call."""

    def make(state=CaseState.PREFILED, answers=KNOWN, **more):
        at, call = seat.lead.moves._now(), new_id()
        made = Case(
            new_id(),
            f"AA03-{call[-5:]}-K",
            call,
            "city_case",
            1,
            "噪音 · 玉鸟路16号",
            state,
            at,
            ME.id,
            ME.id,
        )
        with seat.store.write() as to:
            to.put(
                Call(
                    call,
                    "LA03-1-K",
                    "phone",
                    "city_case",
                    1,
                    at,
                    at,
                    ME.id,
                    ME.id,
                    None,
                    made.id,
                    False,
                    answers,
                )
            )
            to.put(replace(made, **more))
        return seat.store.get(Case, made.id)

    return make


def opened(seat, case):
    seat.workplace.open("case", case.id)
    return seat.workplace.tabs.current()


def state(seat, case):
    return seat.store.get(Case, case.id).state


def words(page):
    QCoreApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_next_step_is_one_key_and_the_standard_stands_beside_it(seat, case, qtbot):
    here = case(CaseState.RETURNED)
    with seat.store.write() as to:
        at = seat.lead.moves._now()
        to.put(
            Move(
                new_id(), here.id, Verb.RETURN, CaseState.PREFILED, CaseState.RETURNED, LEAD.id, at, at, ME.id
            )
        )
    page = opened(seat, here)
    qtbot.waitUntil(lambda: {"立案标准", "督办", "施工、商业噪声扰民"} <= set(words(page)))
    assert any("夜间 22 时" in text for text in words(page))
    seat.press(Qt.Key.Key_Return, CTRL)
    assert state(seat, here) is CaseState.PREFILED
    qtbot.waitUntil(lambda: not page.moves.next_button.isVisible())  # the rest is a lead's
    assert not page.order_button.isVisible()


def test_what_happened_is_asked_with_its_time_and_esc_changes_nothing(seat, case, qtbot):
    here = case(CaseState.DISPATCHED)
    page = opened(seat, here)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert page.asking.question.code == Verb.HANDLE
    assert page.asking.isAncestorOf(seat.window.focusWidget())
    seat.press(Qt.Key.Key_Return)  # Enter never submits
    seat.press(Qt.Key.Key_Escape)
    assert (page.asking.question, state(seat, here)) == (None, CaseState.DISPATCHED)
    seat.press(Qt.Key.Key_Return, CTRL)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert state(seat, here) is CaseState.HANDLED
    assert "已处置" in seat.workplace.toasts.text()


def test_what_closing_lacks_is_asked_on_the_call_before_the_outcome(seat, case, qtbot, type_in):
    here = case(CaseState.VERIFIED, answers=ANSWERED)
    page = opened(seat, here)
    seat.press(Qt.Key.Key_Return, CTRL)
    call = seat.workplace.tabs.current()
    assert (page.asking.question, call.record) == (None, here.call)
    assert call.view.place()[0] == "answer"
    assert [name for name, _ in call.foot._missing] == ["answer"]
    assert "结案还差几项" in seat.workplace.toasts.text()
    type_in(call, "answer", "gone quiet")
    seat.press(Qt.Key.Key_Return, CTRL)
    assert "案件要的都齐了" in seat.workplace.toasts.text()
    opened(seat, here)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert page.asking.question.code == Verb.CLOSE
    assert state(seat, here) is CaseState.VERIFIED


def test_a_case_that_cannot_be_returned_says_so(seat, case):
    here = case(CaseState.RECEIVED)
    opened(seat, here)
    seat.press(Qt.Key.Key_R, ALT)
    assert seat.workplace.toasts.text() == "这个案件现在不能退回。"
    assert state(seat, here) is CaseState.RECEIVED


def test_a_reason_is_asked_in_place_and_kept_half_typed(seat, case, qtbot):
    here = case(CaseState.HANDLED)
    page = opened(seat, here)
    seat.press(Qt.Key.Key_R, ALT)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert state(seat, here) is CaseState.HANDLED
    assert any("原因" in text for text in words(page))
    qtbot.keyClicks(seat.window.focusWidget(), "not clean")
    seat.workplace.work.close(page)
    again = opened(seat, here)
    assert again.asking.fields.values() == {"why": "not clean"}
    assert seat.window.focusWidget() is not None
    again.asking.fields.take_focus()
    seat.press(Qt.Key.Key_Return, CTRL)
    assert seat.desk.cases.moves.of_case(here.id)[-1].why == "not clean"
    assert state(seat, here) is CaseState.RETURNED


def test_everything_else_is_in_a_menu_and_in_the_command_bar(seat, case):
    page = opened(seat, case())
    texts = [text for text, _ in page.moves.offers()]
    assert texts == ["并入另一案件", "请监督员核实", "转给别人办", "请示上级"]
    seat.press(Qt.Key.Key_M, ALT)
    menu = QApplication.activePopupWidget()
    assert menu.activeAction().text() == texts[0]
    menu.close()
    assert texts == [command.text for command in of_page(page)][:4]


def test_a_merge_is_undone_by_the_toast(seat, case, qtbot):
    here, into = case(), case()
    page = opened(seat, here)
    page.moves.begin(Verb.MERGE)
    qtbot.keyClicks(seat.window.focusWidget(), "1")  # the only other one
    seat.press(Qt.Key.Key_Return)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert state(seat, here) is CaseState.MERGED
    qtbot.waitUntil(lambda: into.number in page.moves.offers()[-1][0])
    seat.press(Qt.Key.Key_Z, ALT)
    assert state(seat, here) is CaseState.PREFILED


def test_an_inspector_is_asked_chased_and_answers_by_keys(seat, case, qtbot):
    here = case(CaseState.HANDLED)
    page = opened(seat, here)
    page.moves.begin(Ask.INSPECTION)
    qtbot.keyClicks(seat.window.focusWidget(), "Zhou")
    seat.press(Qt.Key.Key_Return, CTRL)
    (task,) = seat.store.find(Task, case=here.id)
    seat.workplace.open("task", task.id)
    for _ in range(2):
        seat.press(Qt.Key.Key_C, ALT)
        seat.press(Qt.Key.Key_Return, CTRL)
    assert len(seat.store.get(Task, task.id).chases) == 2
    seat.press(Qt.Key.Key_Return, CTRL)
    qtbot.keyClicks(seat.window.focusWidget(), "2")  # 不合格
    seat.press(Qt.Key.Key_Return, CTRL)
    assert state(seat, here) is CaseState.HANDLED  # what is wrong has to be said
    qtbot.keyClicks(seat.window.focusWidget(), "still there")
    seat.press(Qt.Key.Key_Return, CTRL)
    assert state(seat, here) is CaseState.RETURNED
    seat.press(Qt.Key.Key_O, ALT)
    assert seat.workplace.tabs.current() is page


def test_a_question_is_asked_from_a_call_on_the_line_and_the_answer_comes_as_a_strip(seat, qtbot):
    call = seat.new("inquiry")
    seat.press(Qt.Key.Key_U, CTRL | SHIFT)
    qtbot.keyClicks(seat.window.focusWidget(), "may we waive it?")
    seat.press(Qt.Key.Key_Return, CTRL)
    (asked,) = seat.store.find(Escalation, of=call.record)
    assert (asked.question, asked.level) == ("may we waive it?", Role.LEAD)
    page = seat.workplace.tabs.current()
    assert not page.answer_button.isVisible()  # it is the lead's to give
    seat.workplace.work.close(page)
    assert seat.lead.escalations.answer(asked.id, "可以减免").problems == []
    strips = seat.workplace.tabs.strips
    qtbot.waitUntil(lambda: strips.holds(f"escalation {asked.id}"))
    assert any("可以减免" in line.words.text() for line in strips._lines)
    seat.press(Qt.Key.Key_A, ALT)
    assert seat.workplace.tabs.current().record == asked.id
    assert seat.store.get(Escalation, asked.id).seen_at is not None


def test_the_first_taker_sees_what_a_lead_did_once(seat, case, qtbot):
    here, strips = case(), seat.workplace.tabs.strips
    moved = Moves(seat.store, seat.desk.calls.forms, LEAD, seat.lead.moves._now).take(
        here.id, Verb.RETURN, Said("地址不清")
    )
    qtbot.waitUntil(lambda: strips.holds(f"move {moved.move.id}"))
    (line,) = strips._lines
    assert "已退回" in line.words.text()
    assert "地址不清" in line.words.text()
    seat.press(Qt.Key.Key_A, ALT)
    assert seat.workplace.tabs.current().record == here.id
    assert seat.desk.cases.moves.told() == []


def test_a_strip_is_not_asked_for_where_there_is_nothing_in_front(seat):
    seat.press(Qt.Key.Key_U, CTRL | SHIFT)
    assert "请先打开" in seat.workplace.toasts.text()

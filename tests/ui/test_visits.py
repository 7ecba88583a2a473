"""Calls after service, by keys: a round, the sample, who is satisfied; a strip says when it is time."""

import csv
from datetime import UTC, datetime, timedelta

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.desk.satisfaction import By, Period
from app.records.accounts import Agent, Role
from app.records.callbacks import Callback
from app.records.cases import Case, CaseState
from app.records.households import Household
from app.records.ids import new_id
from app.ui.panels.callbacks import CallbackPage
from app.ui.panels.imports import ImportPage
from app.ui.panels.samples import SamplePage
from app.ui.panels.satisfaction import SatisfactionPage
from app.ui.panels.visits import VisitsPage

KEY, MOD = Qt.Key, Qt.KeyboardModifier
PLACES = ("城东街道1号", "城西街道2号", "城东街道3号")


def local(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute).astimezone(UTC)


@pytest.fixture
def seat(start):
    return start()


@pytest.fixture
def round(seat, time, answers):
    """Three repairs of the morning, at eleven o'clock."""
    time.at = local(23, 9)
    for n, place in enumerate(PLACES):
        draft = seat.desk.calls.new("gas_repair")
        told = {"urgent": True, "name": f"王{n}", "phone": f"138000000{n}0", "address": place}
        told["due_at"] = local(23, 12 + n).isoformat()
        draft.answers.update(answers["gas_repair"] | answers["dispatch"] | told)
        assert seat.desk.orders.save_and_make(draft).problems == []
    time.at = local(23, 11)
    assert seat.desk.following.rounds.build() == 3
    return seat


def typed(line, text):
    """Put in what an input method hands over: keys of the test are ASCII alone."""
    line.setText(text)
    line.textEdited.emit(text)


def shown(page, qtbot, count=1):
    qtbot.waitUntil(lambda: sum(len(found) for _, _, found in page._groups) >= count)


def come_to(seat, kind, page):
    seat.workplace.open(kind, kind)
    here = seat.workplace.tabs.current()
    assert isinstance(here, page)
    return here


@pytest.fixture
def page(round, qtbot):
    here = come_to(round, "visits", VisitsPage)
    shown(here, qtbot, 3)
    here.tree.setFocus()
    return here


def rows(page):
    return [(head.text(), [head.child(n).text() for n in range(head.rowCount())]) for head in page._heads()]


def owed(seat):
    return sorted(seat.store.find(Callback, list="repairs"), key=lambda each: each.number)


def test_the_round_lies_there_by_area_and_each_is_done_by_one_key(page, round, qtbot):
    assert rows(page) == [
        ("城东", ["王0 · 城东街道1号", "王2 · 城东街道3号"]), ("城西", ["王1 · 城西街道2号"]),
    ]  # fmt: skip
    for key in (KEY.Key_1, KEY.Key_2, KEY.Key_3):
        before = len(page.model.findItems("", Qt.MatchFlag.MatchContains))
        assert before
        round.press(key)
        qtbot.waitUntil(lambda: page._wanted == page._chosen_id() or page._wanted is None)
    qtbot.waitUntil(lambda: [group[0] for group in page._groups] == ["west", "done"])
    first, second, third = owed(round)
    assert (first.result, third.result, second.outcome) == ("satisfied", "dissatisfied", None)
    assert [each["outcome"] for each in second.tries] == ["no_answer"]
    assert round.store.get(Case, third.case).state is CaseState.RETURNED
    assert round.store.get(Case, first.case).state is CaseState.DISPATCHED


def test_what_is_typed_goes_with_the_key_and_digits_in_the_line_are_digits(page, round, qtbot):
    page.note.setFocus()
    qtbot.keyClicks(page.note, "12")
    assert [each.tries for each in owed(round)] == [(), (), ()]
    round.press(KEY.Key_Return)
    assert page.tree.hasFocus()
    round.press(KEY.Key_1)
    assert owed(round)[0].tries[0]["note"] == "12"
    assert page.note.text() == ""


def test_the_wrong_key_is_set_right_among_those_done_today(page, round, qtbot):
    round.press(KEY.Key_1)
    qtbot.waitUntil(lambda: page._groups[-1][0] == "done")
    page._choose(owed(round)[0].id)
    round.press(KEY.Key_4)
    qtbot.waitUntil(lambda: owed(round)[0].result == "refused")
    round.press(KEY.Key_3)  # what is done is not owed again
    assert owed(round)[0].result == "refused"


def test_one_is_handed_on_with_the_reason(page, round, qtbot):
    li = Agent(new_id(), "1002", "李敏", Role.AGENT, "")
    with round.store.write() as to:
        to.put(li)
    page.pick()
    assert not page.whom.isVisible()
    assert page.note.hasFocus()
    typed(page.note, "下午调休")
    page.pick()
    qtbot.keyClicks(page.whom, "1002")
    page.give(li.id)
    (given,) = (each for each in owed(round) if each.given)
    assert (given.handler, given.given[0]["why"]) == (li.id, "下午调休")
    qtbot.waitUntil(lambda: sum(len(found) for _, _, found in page._groups) == 2)


def test_enter_opens_the_call_with_what_is_asked_and_of_whom(page, round, qtbot):
    round.press(KEY.Key_Return)
    here = round.workplace.tabs.current()
    assert isinstance(here, CallbackPage)
    assert here.title == "回访 0000"
    texts = [label.text() for label in here.findChildren(type(here.head.what))]
    assert any("临江燃气客服中心回访" in text for text in texts)
    assert any("城东街道1号" in text for text in texts)
    here.say("satisfied")
    assert owed(round)[0].result == "satisfied"
    assert not here.take_button.isVisible()


def test_half_typed_words_are_there_again_after_the_tab_was_closed(page, round, qtbot):
    typed(page.note, "等回电")
    round.workplace.work.close_current()
    again = come_to(round, "visits", VisitsPage)
    assert again.note.text() == "等回电"


def test_an_empty_round_says_when_the_rounds_are(seat, qtbot, time):
    time.at = local(23, 8)
    here = come_to(seat, "visits", VisitsPage)
    qtbot.waitUntil(here.none.isVisible)
    assert not here.tree.isVisible()
    assert "11:00、16:00" in here.head.facts.toolTip() + here.head.facts.text()


# -- the strip --


def test_a_strip_says_that_a_round_has_come_and_takes_no_focus(seat, time, qtbot, answers):
    strips, notes = seat.workplace.tabs.strips, seat.workplace.announcing.rounds
    time.at = local(23, 9)
    notes._builds_at = None
    notes.look()
    qtbot.waitUntil(lambda: not notes._reading)
    draft = seat.desk.calls.new("gas_repair")
    draft.answers.update(answers["gas_repair"] | answers["dispatch"] | {"urgent": True})
    seat.desk.orders.save_and_make(draft)
    page = seat.new("inquiry")
    page.view.focus_field("request")
    where = seat.window.focusWidget()
    time.at = local(23, 11)
    notes.look()
    qtbot.waitUntil(lambda: strips.holds("visits"))
    assert seat.window.focusWidget() is where
    assert "有 1 户要回访" in strips._strips["visits"].text
    strips.answer()
    assert isinstance(seat.workplace.tabs.current(), VisitsPage)
    seat.workplace.announcing.rounds.look()
    qtbot.waitUntil(lambda: not notes._reading)
    assert not strips.holds("visits")  # answered, it is not said again before there is more
    seat.desk.following.visits.note(owed(seat)[0].id, "satisfied")
    qtbot.waitUntil(lambda: not notes._reading and notes._said.due == 0)


def test_the_work_list_has_the_round_in_one_line(round, qtbot):
    (item,) = round.desk.worklist.group("visits").items
    assert (item.title, item.more, item.kind) == ("当日维修回访", "3", "visits")
    assert round.desk.worklist.group("visits").count == 3
    assert round.desk.worklist.group("callbacks").count == 0


# -- the sample --


@pytest.fixture
def listed(seat, time):
    """Last week's list as it came in."""
    time.at = local(23, 9)
    at = local(18, 10)
    with seat.store.write() as to:
        for n in range(60):
            told = {"name": f"户{n}", "phone": f"+86138000{n:05}", "address": f"春晓路{n}号"}
            told |= {"sort": ("居民", "商业")[n % 5 == 0], "area": "滨江", "crew": f"{n % 3}组"}
            to.put(Household(new_id(), "inspections", "2026-11-16", at, "inspections", 1, told))
    return seat


def test_a_list_that_has_not_come_is_said_so_and_one_key_leads_to_its_import(seat, qtbot, time):
    time.at = local(23, 9)
    page = come_to(seat, "sample", SamplePage)
    qtbot.waitUntil(lambda: page.none.isVisible() and page.head.facts.text() != "")
    assert "还没有收到" in page.head.facts.text() + page.head.facts.toolTip()
    assert not page.draw_button.isVisible()
    page.bring()
    here = seat.workplace.tabs.current()
    assert isinstance(here, ImportPage)
    assert here.file.form() == "inspections"


def test_the_sample_is_drawn_called_swapped_and_printed(listed, qtbot, monkeypatch):
    seat, told, sheets = listed, [], []
    page = come_to(seat, "sample", SamplePage)
    page.told.connect(told.append)
    page.sheet_asked.connect(lambda sheet, note: sheets.append(sheet))
    qtbot.waitUntil(page.draw_button.isVisible)
    page.draw()
    qtbot.waitUntil(lambda: len(page._stands.members) == 35)
    assert not page.draw_button.isVisible()
    page.tree.setFocus()
    seat.press(KEY.Key_1)
    qtbot.waitUntil(lambda: page._stands.reached == 1)
    seat.press(KEY.Key_5)
    qtbot.waitUntil(lambda: page._stands.called == 2)
    (wrong,) = (each for each in page._stands.members if each.owed.outcome == "wrong_number")
    page._choose(wrong.household.id)
    page.swap()
    assert "请先写明" in told[-1]
    typed(page.note, "空号")
    page.swap()
    qtbot.waitUntil(lambda: len(page._stands.members) == 36)
    assert (page._stands.size, page._stands.missing) == (35, 0)
    monkeypatch.setattr(page._desk.accesses, "may", lambda right: True)
    page.print_sheet()
    (sheet,) = sheets
    assert len(sheet.rows) == 36
    assert any("已换：空号" in row[-1] for row in sheet.rows)
    assert any("1/35" in fact for fact in sheet.facts)
    page.turn(-1)
    qtbot.waitUntil(page.none.isVisible)
    page.turn(1)
    qtbot.waitUntil(page.tree.isVisible)


# -- satisfaction --


def test_figures_have_both_denominators_and_are_copied_and_kept(page, round, qtbot, tmp_path):
    for key in (KEY.Key_1, KEY.Key_2, KEY.Key_4):
        round.press(key)
        qtbot.waitUntil(lambda: page._wanted == page._chosen_id() or page._wanted is None)
    here = come_to(round, "satisfaction", SatisfactionPage)
    qtbot.waitUntil(lambda: here._figures != [])
    whole = here._figures[-1]
    assert (whole.owed, whole.called, whole.reached, whole.satisfied) == (3, 3, 2, 1)
    assert here.line(whole) == ["合计", "3", "3", "2", "1", "33.3% (1/3)", "50.0% (1/2)"]
    here.copy()
    pasted = QGuiApplication.clipboard().text().splitlines()
    assert pasted[0].split("\t")[-2:] == ["满意/已拨", "满意/访到"]
    assert len(pasted) == 3
    for by, name in ((By.TEAM, "维修"), (By.AGENT, "")):
        here.by.setCurrentIndex(here.by.findData(by))
        qtbot.waitUntil(lambda by=by: here._figures and here._figures[0].key != "repairs")
        assert name in here.line(here._figures[0])[0]
    for name in ("f.csv", "f.xlsx"):
        with qtbot.waitSignal(here.told):
            here.keep(tmp_path / name)
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[-1][1:5] == ["3", "3", "2", "1"]
    assert load_workbook(tmp_path / "f.xlsx").active.max_row == 3
    here.period.setCurrentIndex(here.period.findData(Period.LAST_MONTH))
    qtbot.waitUntil(here.none.isVisible)
    with qtbot.waitSignal(here.told) as said:
        here.keep(tmp_path / "no" / "f.csv")
    assert "没有存成" in said.args[0]


def test_periods_are_whole_days_weeks_and_months(seat, time):
    time.at = local(23, 10)
    desk = seat.desk.following.satisfaction
    assert desk.span(Period.TODAY) == (local(23, 0), local(24, 0))
    assert desk.span(Period.LAST_WEEK) == (local(16, 0), local(23, 0))
    assert desk.span(Period.MONTH)[0] == local(1, 0)
    since, until = desk.span(Period.LAST_MONTH)
    assert (until, until - since >= timedelta(days=30)) == (local(1, 0), True)

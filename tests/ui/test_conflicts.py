"""A conflict on the screen: both values in words, one key each, then the next; a badge where it lies."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.records.calls import Call
from app.records.cases import Case
from app.records.conflicts import Conflict, Decision
from app.records.ids import new_id
from app.records.ops import Cursor, Image, Page
from app.store.rows import utc_text
from app.ui.panels.conflicts import ConflictPage
from tests.ui.conftest import ME

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def seat(start, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"] | answers["dispatch"])
    page.dispatch()
    seat.call = page.call
    seat.kept = page.call.answers["address"]
    return seat


@pytest.fixture
def come(seat, time):
    """Let a conflict come from central: mine lost against seat B07."""
    count = []

    def _come(field="a.address", kept=..., lost="北山路 1 号", record=None, **more):
        record = record or seat.call
        count.append(field)
        body = {
            "of": record.kind, "record": record.id, "field": field,
            "a.kept": seat.kept if kept is ... else kept, "a.lost": lost,
            "lost_by": ME.id, "lost_seat": "A03", "lost_at": utc_text(time.at),
            "kept_by": "", "kept_seat": "B07", "found_at": utc_text(time.at),
        } | more  # fmt: skip
        told = json.dumps({k: v for k, v in body.items() if v is not None})
        id = new_id()
        seat.store.feed.receive(Page((Image("conflict", id, 1, told, Cursor(9, len(count)), True),)))
        return id

    return _come


def shown(seat) -> ConflictPage:
    page = seat.workplace.tabs.current()
    assert isinstance(page, ConflictPage)
    return page


def said(side):
    return side.whose.text(), side.chip.text(), side.value.text()


def open_first(seat, id) -> ConflictPage:
    seat.workplace.open("conflict", id)
    return shown(seat)


def stands(seat):
    return seat.store.get(Call, seat.call.id).answers.get("address")


def test_both_values_are_there_with_who_and_when_and_which_is_used(seat, come):
    with seat.store.write() as to:
        to.put(ME)
    page = open_first(seat, come(lost_at="2026-11-21T01:20:00+00:00"))
    assert said(page.first) == ("我的", "没有采用", "北山路 1 号")
    assert said(page.second) == ("其他席位的座席员", "现在用的", seat.kept)
    assert "1001 王珂" in page.first.facts.text()
    assert "席位 A03" in page.first.facts.text()
    assert "11-21 周六" in page.first.facts.text()
    assert "席位 B07" in page.second.facts.text()
    assert page.head.what.text() == "用气地址"
    assert seat.call.number in page.head.facts.text()
    assert page.title == "冲突 · 用气地址"


@pytest.mark.parametrize(
    ("field", "kept", "lost", "words"),
    [
        ("a.category", "stove", "water_heater", ("热水器故障", "灶具不点火、熄火")),
        ("a.gas_smell", False, True, ("是", "否")),
        ("a.phone", "13800001234", {"not_given": "refused"}, (None, "138 0000 1234")),
        ("a.customer_no", None, "LJ-1", ("LJ-1", "（空）")),
        ("a.mood", "calm", "angry", ("angry", "calm")),
        ("handler", ME.id, "somebody", ("其他席位的座席员", "1001 王珂")),
        ("channel", "phone", "visit", (None, "电话")),
    ],
)
def test_values_read_in_the_words_of_the_form(seat, come, field, kept, lost, words):
    with seat.store.write() as to:
        to.put(ME)
    page = open_first(seat, come(field, kept, lost))
    told = page.first.value.text(), page.second.value.text()
    for found, wanted in zip(told, words, strict=True):
        assert found == wanted if wanted else found not in (str(lost), "")


def test_a_deadline_reads_as_a_day_and_a_time(seat, come):
    case = seat.store.get(Case, seat.call.case)
    page = open_first(seat, come("due_at", utc_text(case.due_at), "2026-11-23T01:00:00+00:00", case))
    assert page.head.what.text() == "时限"
    assert "2026-11-23 周一" in page.first.value.text()
    assert page.second.chip.text() == "现在用的"


@pytest.mark.parametrize(
    ("key", "stands_then", "decision"),
    [(Qt.Key.Key_Q, "北山路 1 号", Decision.LOST), (Qt.Key.Key_W, None, Decision.KEPT)],
)
def test_one_key_keeps_mine_or_theirs(seat, come, key, stands_then, decision):
    id = come()
    open_first(seat, id)
    seat.press(key, ALT)
    assert stands(seat) == (stands_then or seat.kept)
    assert seat.store.get(Conflict, id).decision is decision
    page = shown(seat)
    assert page.head._chips.itemAt(0).widget().text() == "已处理"
    used = [side.code for side in (page.first, page.second) if side.chip.text() == "现在用的"]
    assert used == [decision]


def test_a_third_value_is_typed_where_the_form_would_ask_it(seat, come, qtbot):
    page = open_first(seat, come())
    seat.press(Qt.Key.Key_E, ALT)
    line = seat.window.focusWidget()
    assert line.text() == seat.kept
    line.selectAll()
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert page.is_editing  # an address is mandatory
    assert "请填写" in page.fields._rows["a.address"].problem()
    qtbot.keyClicks(line, "Beishan 12")
    seat.press(Qt.Key.Key_Return)
    assert page.is_editing  # Enter never submits
    seat.press(Qt.Key.Key_Return, CTRL)
    assert stands(seat) == "Beishan 12"
    assert not page.is_editing


def test_what_is_typed_and_not_decided_is_there_after_a_restart(seat, come, start, qtbot):
    id = come()
    open_first(seat, id)
    seat.press(Qt.Key.Key_E, ALT)
    qtbot.keyClicks(seat.window.focusWidget(), " 2F")
    seat.sign_out()
    again = start()
    again.workplace.open("conflict", id)
    page = shown(again)
    assert page.is_editing
    assert page.fields.values() == {"a.address": f"{seat.kept} 2F"}
    again.press(Qt.Key.Key_Return, CTRL)
    again.workplace.open("conflict", id)
    assert not shown(again).is_editing


def test_esc_goes_back_to_the_two(seat, come):
    page = open_first(seat, come())
    seat.press(Qt.Key.Key_E, ALT)
    seat.press(Qt.Key.Key_Escape)
    assert not page.is_editing
    assert page.first_button.isVisible()
    assert stands(seat) == seat.kept


def test_after_the_decision_the_next_one_is_there(seat, come, time):
    first = come()
    time.at += timedelta(minutes=1)
    second = come("a.name", "王小明", "王小名")
    open_first(seat, first)
    seat.press(Qt.Key.Key_Q, ALT)
    page = shown(seat)
    assert (page.record, page.head.what.text()) == (second, "姓名")
    assert [p.record for p in seat.workplace.tabs.pages()] == [seat.call.id, second]
    seat.press(Qt.Key.Key_Q, ALT)
    assert seat.store.get(Call, seat.call.id).answers["name"] == "王小名"
    assert seat.store.count(Conflict, decision=None) == 0


def test_a_decision_is_taken_back_by_the_toast(seat, come):
    id, other = come(), come("a.name", "王小明", "王小名")
    open_first(seat, id)
    seat.press(Qt.Key.Key_Q, ALT)
    assert "北山路 1 号" in seat.workplace.toasts.text()
    assert shown(seat).record == other
    seat.press(Qt.Key.Key_Z, ALT)
    assert stands(seat) == seat.kept
    assert seat.store.get(Conflict, id).decision is None
    page = shown(seat)
    assert page.record == id
    assert page.head._chips.itemAt(0).widget().text() == "冲突待处理"
    assert page.second.chip.text() == "现在用的"
    seat.press(Qt.Key.Key_Q, ALT)  # and may be chosen once more
    assert stands(seat) == "北山路 1 号"


def test_a_value_this_program_cannot_write_is_told_and_nothing_changes(seat, come):
    id = come("mood", "calm", "angry")
    open_first(seat, id)
    seat.press(Qt.Key.Key_Q, ALT)
    assert "更新的程序" in seat.workplace.toasts.text()
    assert seat.store.get(Conflict, id).decision is None
    seat.press(Qt.Key.Key_W, ALT)
    assert seat.store.get(Conflict, id).decision is Decision.KEPT


def test_a_conflict_of_others_is_told_by_the_sides(seat, come):
    page = open_first(seat, come(lost_by=new_id(), kept_by=new_id()))
    assert (page.first_button.words, page.second_button.words) == ("用左边的", "用右边的")
    assert [side.code for side in (page.first, page.second)] == ["kept", "lost"]


# -- where it is seen --


def badge(page):
    return page.head.badge.words if page.head.badge.isVisible() else ""


def test_the_call_shows_it_at_its_head_and_at_the_field(seat, come, qtbot):
    page = seat.workplace.tabs.current()
    assert badge(page) == ""
    id = come()
    qtbot.waitUntil(lambda: badge(page) == "1 项冲突")
    assert page.head.badge.icon_name
    assert "北山路 1 号" in page.view._rows["address"].problem()
    seat.press(Qt.Key.Key_D, ALT)
    assert shown(seat).record == id
    seat.press(Qt.Key.Key_W, ALT)
    seat.workplace.tabs.turn_to(page)
    qtbot.waitUntil(lambda: badge(page) == "")
    assert page.view._rows["address"].problem() == ""


def test_a_page_with_conflicts_is_read_at_once_not_its_badge(seat, come):
    come()
    seat.workplace.open("case", seat.call.case)
    assert seat.window.focusWidget() is seat.workplace.tabs.current()._scroll


def texts(page, title):
    grid = page._sections[title][1]._grid
    return [grid.itemAt(i).widget().text() for i in range(grid.count())]


def test_a_case_and_an_order_show_theirs_and_the_calls(seat, come, qtbot):
    case = seat.store.get(Case, seat.call.case)
    order = seat.desk.orders.of_case(case.id)[0]
    come()
    come("due_at", utc_text(case.due_at), "2026-11-23T01:00:00+00:00", case)
    come("outcome", None, "解决", case)
    come("team", order.team, "metering", order)
    seat.workplace.open("case", case.id)
    page = seat.workplace.tabs.current()
    assert badge(page) == "3 项冲突"
    told = texts(page, "案件")
    assert "2026-11-23" in told[told.index("时限") + 2]
    assert "解决" in told[told.index("处理结果") + 2]
    told = texts(page, "受理内容")
    assert "北山路 1 号" in told[told.index("用气地址") + 2]
    seat.workplace.open("order", order.id)
    page = seat.workplace.tabs.current()
    assert badge(page) == "1 项冲突"
    told = texts(page, "工单")
    assert "计量" in told[told.index("班组") + 2]


def test_the_work_list_has_mine_and_the_teams_with_their_age(seat, come, time, qtbot):
    mine = come()
    case = seat.store.get(Case, seat.call.case)
    with seat.store.write() as to:
        other = replace(case, id=new_id(), handler=new_id())
        to.put(other)
    come("title", "甲", "乙", other, lost_by="", found_at=utc_text(time.at - timedelta(hours=3)))
    pane = seat.workplace.worklist
    model = pane.model
    qtbot.waitUntil(lambda: model.rowCount() and model.item(7, 1).text() == "1")
    head = model.item(6)
    assert (head.child(0).text(), head.child(0, 1).text()) == ("冲突：用气地址", "刚刚")
    head = model.item(7)
    assert (head.text(), head.child(0).text(), head.child(0, 1).text()) == (
        "其他人的冲突",
        "冲突：事项",
        "3 小时",
    )
    pane.choose_group("attention")
    pane.tree.setFocus()
    seat.press(Qt.Key.Key_Return)
    assert shown(seat).record == mine


def test_a_half_typed_value_stays_when_another_conflict_is_opened(seat, come, qtbot):
    first, second = come(), come("a.name", "王小明", "王小名")
    page = open_first(seat, first)
    seat.press(Qt.Key.Key_E, ALT)
    qtbot.keyClicks(seat.window.focusWidget(), " 2F")
    seat.workplace.open("conflict", second)
    assert shown(seat) is not page
    seat.workplace.open("conflict", first)
    assert shown(seat) is page
    assert page.fields.values()["a.address"].endswith("2F")


def test_a_list_shows_it_before_the_number_with_a_sign(seat, come, qtbot):
    come()
    seat.workplace.open("list", "calls")
    page = seat.workplace.tabs.current()
    qtbot.waitUntil(lambda: page._is_all and page.model.at(0) is not None)
    cell = page.cells.show(page.model.at(0), "number")
    assert (cell.text, cell.icon, cell.tip) == (seat.call.number, "alert-triangle", "有冲突待处理")
    room = page.table.horizontalHeader().sectionSize(0)
    assert page.table.fontMetrics().horizontalAdvance(cell.text) + 16 + 18 <= room

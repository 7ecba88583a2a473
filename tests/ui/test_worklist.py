"""The work list: read and shown anew only where something changed, and never while a key waits."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.desk.titles import parts
from app.records.ids import new_id
from app.ui.lines import MORE


@pytest.fixture
def seat(start, qtbot, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    seat.case = seat.desk.cases.get(page.call.case)
    settle(seat, qtbot)
    return seat


@pytest.fixture
def reads(seat, monkeypatch):
    """Which groups are read, in order."""
    codes, group = [], seat.desk.worklist.group
    monkeypatch.setattr(seat.desk.worklist, "group", lambda code: codes.append(code) or group(code))
    return codes


def settle(seat, qtbot):
    QCoreApplication.processEvents()
    pane = seat.workplace.worklist
    qtbot.waitUntil(lambda: not pane._old and not pane._reading.isActive())


def put(seat, *cases):
    with seat.store.write() as to:
        for case in cases:
            to.put(case)


def head(seat, code="mine_open"):
    return seat.workplace.worklist.model.item(seat.desk.worklist.groups.index(code))


def titles(seat, code="mine_open"):
    return [head(seat, code).child(row).text() for row in range(head(seat, code).rowCount())]


def more(seat, title, hours):
    return replace(seat.case, id=new_id(), title=title, due_at=seat.case.opened_at + timedelta(hours=hours))


def test_a_draft_that_is_kept_reads_the_drafts_and_the_discarded_alone(seat, qtbot, type_in, reads):
    page = seat.new("complaint")
    settle(seat, qtbot)
    reads.clear()
    type_in(page, "request", "abc")
    page.keep()
    settle(seat, qtbot)
    assert reads == ["drafts", "discarded"]


def test_changes_that_come_together_are_read_once(seat, qtbot, reads):
    for hours in range(20):
        put(seat, more(seat, f"{hours}", hours + 2))  # none of them near its end
    settle(seat, qtbot)
    assert reads == ["mine_open", "first_taken", "attention", "others_open"]
    assert len(titles(seat)) == 21


def test_keys_go_between_two_groups(seat, qtbot, reads):
    settle(seat, qtbot)
    reads.clear()
    pane = seat.workplace.worklist
    pane._tick()
    qtbot.waitUntil(lambda: bool(reads))
    assert pane._old
    assert pane._reading.interval() > 0  # without, one key waits for as many as are left
    settle(seat, qtbot)
    assert reads == pane._groups


@pytest.mark.unhurried
def test_changes_that_follow_each_other_wait_for_the_rest_between(seat, qtbot, reads):
    put(seat, more(seat, "甲", 1))
    qtbot.waitUntil(lambda: "others_open" in reads)
    reads.clear()
    put(seat, more(seat, "乙", 2))
    QCoreApplication.processEvents()
    pane = seat.workplace.worklist
    assert pane._reading.isActive()
    assert pane._reading.interval() >= 250
    assert reads == []
    qtbot.waitUntil(lambda: "others_open" in reads)
    assert "乙" in titles(seat)


def test_rows_that_did_not_change_are_not_made_again(seat, qtbot):
    put(seat, *(more(seat, f"{n}", 30 + n) for n in range(5)))
    settle(seat, qtbot)
    kept = [head(seat).child(row) for row in range(6)]
    gone, come = [], []
    model = seat.workplace.worklist.model
    model.rowsRemoved.connect(lambda parent, first, last: gone.append(last - first + 1))
    model.rowsInserted.connect(lambda parent, first, last: come.append(last - first + 1))
    put(seat, more(seat, "中间", 32.5))
    settle(seat, qtbot)
    assert titles(seat)[1:] == ["0", "1", "2", "中间", "3", "4"]
    assert (sum(gone), sum(come)) == (0, 1)
    assert [head(seat).child(row) for row in (0, 1, 2, 3, 5, 6)] == kept
    seat.workplace.worklist.refresh()
    assert (sum(gone), sum(come)) == (0, 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "ab"),
        ("ab", ""),
        ("abc", "ac"),
        ("ac", "abc"),
        ("abc", "cba"),
        ("aab", "ab"),
        ("abc", "abcd"),
        ("abc", "xbc"),
    ],
)
def test_whatever_changes_the_rows_are_those_that_were_read(seat, qtbot, before, after):
    made = {sign: more(seat, sign, 0) for sign in "abcdx"}
    for hours in (before, after):
        at = seat.case.opened_at
        gone = [replace(made[s], handler="somebody else") for s in before if s not in after]
        here = [replace(made[s], due_at=at + timedelta(hours=50 + n)) for n, s in enumerate(hours)]
        put(seat, *(gone if hours is after else []), *here)
        settle(seat, qtbot)
    assert titles(seat)[1:] == list(dict.fromkeys(reversed(after)))[::-1]
    assert [parts(each.title)[0] for each in seat.desk.cases.mine_open()] == titles(seat)


def test_what_was_chosen_and_folded_stays_so(seat, qtbot):
    pane = seat.workplace.worklist
    put(seat, *(more(seat, f"{n}", 30 + n) for n in range(3)))
    settle(seat, qtbot)
    pane.tree.setExpanded(head(seat, "others_open").index(), False)
    pane.tree.setCurrentIndex(head(seat).child(2).index())
    chosen = seat.store.get(type(seat.case), pane._chosen()[1])
    put(seat, replace(chosen, due_at=seat.case.opened_at - timedelta(hours=1)), more(seat, "新", 0))
    settle(seat, qtbot)
    assert titles(seat)[0] == chosen.title
    assert pane.tree.currentIndex() == head(seat).child(0).index()
    assert not pane.tree.isExpanded(head(seat, "others_open").index())
    assert pane.tree.isExpanded(head(seat).index())


def test_more_than_the_list_holds_is_counted(seat, qtbot):
    put(seat, *(more(seat, f"{n}", 50) for n in range(210)), more(seat, "最急", -5))
    settle(seat, qtbot)
    model, place = seat.workplace.worklist.model, seat.desk.worklist.groups.index("mine_open")
    assert model.item(place, 1).text() == "212"
    assert head(seat).rowCount() == 200
    assert head(seat).child(0).text() == "最急"
    assert head(seat).child(0, 1).text() == "超时"


def test_with_the_time_the_rows_tell_another_and_what_became_late_says_so(seat, qtbot, time):
    put(seat, replace(seat.case, due_at=seat.case.opened_at + timedelta(minutes=90)))
    settle(seat, qtbot)
    assert head(seat).child(0, 1).text() == "刚刚"
    for minutes, told in ((59, "59 分"), (60, "超时")):
        time.at += timedelta(minutes=minutes)
        seat.workplace.worklist._tick()
        settle(seat, qtbot)
        assert head(seat).child(0, 1).text() == told


def test_a_hidden_list_reads_when_it_is_shown(seat, qtbot, reads):
    pane = seat.workplace.worklist
    pane.hide()
    put(seat, more(seat, "甲", 1))
    QCoreApplication.processEvents()
    assert reads == []
    pane.show()
    settle(seat, qtbot)
    assert "甲" in titles(seat)


def test_a_discarded_draft_is_listed_with_the_time_it_is_kept_and_enter_brings_it_back(
    seat, qtbot, time, type_in
):
    page = seat.new("complaint")
    type_in(page, "name", "Wang")
    answers = page.view.answers()
    seat.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    time.at += timedelta(hours=20)
    pane = seat.workplace.worklist
    pane._tick()
    settle(seat, qtbot)
    discarded = pane._head("discarded")
    assert not pane.tree.isExpanded(discarded.index())  # until it is looked for
    row = discarded.child(0)
    assert (row.text(), row.data(MORE)) == ("投诉", "Wang")
    assert discarded.child(0, 1).text() == "留 4 小时"
    assert pane._head("drafts").rowCount() == 0
    seat.workplace.splitter.bring(pane)
    pane.tree.setCurrentIndex(row.index())
    qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    assert seat.workplace.tabs.current().view.answers() == answers
    assert seat.desk.calls.discards.all() == []


def test_after_a_day_a_discarded_draft_is_gone_for_good(seat, qtbot, time, type_in):
    type_in(seat.new("complaint"), "name", "Wang")
    seat.workplace.work.discard()
    (gone,) = seat.desk.calls.discards.all()
    time.at += timedelta(days=1)
    seat.workplace.work.open("discarded", gone.id)
    assert "不在了" in seat.workplace.toasts.text()
    seat.desk.calls.discards.wipe()
    assert seat.store.drafts.discarded(gone.agent) == []

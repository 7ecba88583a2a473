"""Leaves on the screen: asked for on a page, told by strips, taken at the lock, answered by a key."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.records.accounts import Agent, Role
from app.records.ids import new_id
from app.records.leaves import Answer, Granted, Leave
from app.records.presence import Floor, Stand, State, Stay
from app.sync.port import CentralAway, CentralRefused
from app.ui.lock import Away, LockPage
from app.ui.panels.floor import FloorPage, FloorTools
from app.ui.panels.leaves import LeavePage
from tests.ui.conftest import ME

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
COVER = Agent(new_id(), "1003", "阿依古丽", Role.AGENT, "")


class Line:
    """Central as far as a leave asks it; the real one is tested on a real server in tests/central."""

    def __init__(self):
        self.said, self.fails, self.stands, self.at = [], None, (), None

    def answer_leave(self, session, leave, answer, why):
        if self.fails:
            raise self.fails
        self.said.append((leave, answer, why))

    def floor(self, session):
        return Floor(self.stands, self.at)


@pytest.fixture
def line(time):
    made = Line()
    made.at = time.at
    return made


@pytest.fixture
def seat(start, line, forms):
    seat = start()
    seat.desk.leaves._line = line
    seat.desk.floor.reasons.update({each.code: each for each in forms.lists["away"]})
    with seat.store.write() as to:
        to.put(COVER)
        to.put(ME)
    return seat


@pytest.fixture
def page(seat, qtbot):
    seat.press(Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    page = seat.workplace.tabs.current()
    assert isinstance(page, LeavePage)
    return page


@pytest.fixture
def kept(seat, time):
    """Have a leave stand as central's feed brings it."""

    def kept(state, agent=ME.id, ahead=0, **told):
        start = time.at + timedelta(minutes=ahead)
        leave = Leave(new_id(), agent, "personal", start, 40, time.at, COVER.id, "接孩子", state, **told)
        with seat.store.write() as to:
            to.put(leave)
        return leave

    return kept


def rows(page):
    return [(page.model.item(n).text(), page.model.item(n, 1).text()) for n in range(page.model.rowCount())]


def strips(seat):
    return {name: strip.text for name, strip in seat.workplace.tabs.strips._strips.items()}


# -- asking --


def test_it_begins_now_and_is_as_long_as_the_centre_allows(page, seat, time, qtbot):
    page.view.put_answers({"reason": "personal", "cover": COVER.id, "note": "接孩子"})
    page._take_minutes("reason")
    seat.press(Qt.Key.Key_Return, CTRL)
    (asked,) = seat.desk.leaves.mine()
    assert asked.leave.start == time.at.replace(second=0)
    assert (asked.leave.minutes, asked.leave.cover, asked.leave.note) == (20, COVER.id, "接孩子")
    qtbot.waitUntil(lambda: [state for _, state in rows(page)] == ["还没有送出"])
    assert page.view.answers().get("reason") is None


@pytest.mark.parametrize(
    ("left_out", "says"),
    [
        ("reason", "离席原因"), ("cover", "代岗人"), ("note", "说明"),
        ("start", "从何时起"), ("minutes", "多少分钟"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_in_its_place_and_nothing_is_asked(page, seat, left_out, says):
    told = {"reason": "personal", "minutes": 20, "cover": COVER.id, "note": "接孩子"}
    answers = {**page.view.answers(), **told}
    page.view.set_answers({name: value for name, value in answers.items() if name != left_out})
    seat.press(Qt.Key.Key_Return, CTRL)
    assert any(says in label.text() for label in page.view.findChildren(QLabel) if "请" in label.text())
    assert seat.desk.leaves.mine() == []


@pytest.mark.parametrize("minutes", ["0", "481", "x"])
def test_a_leave_is_a_minute_at_least_and_no_longer_than_a_shift(page, seat, minutes):
    page.view.put_answers({"reason": "rest", "minutes": minutes, "cover": COVER.id})
    seat.press(Qt.Key.Key_Return, CTRL)
    assert seat.desk.leaves.mine() == []


def test_what_became_of_each_stands_beside_it(page, kept, qtbot):
    kept(Answer.REFUSED, ahead=30, decided_by=COVER.id, why="来电太多")
    kept(Answer.APPROVED, ahead=60)
    kept(Answer.ASKED, ahead=-61)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert [state for _, state in rows(page)] == ["过时未用", "已获准", "没有获准"]
    assert "1003 阿依古丽 没有批准：来电太多" in page.model.item(2).data(Qt.ItemDataRole.UserRole + 3)


def test_one_key_withdraws_the_one_that_is_chosen(page, seat, line, kept, qtbot):
    kept(Answer.APPROVED, ahead=10)
    older = kept(Answer.ASKED, ahead=20)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.tree.setCurrentIndex(page.model.index(0, 0))
    assert page._current() == older.id
    told = []
    page.told.connect(told.append)
    seat.press(Qt.Key.Key_W, ALT)
    qtbot.waitUntil(lambda: bool(told))
    assert line.said == [(older.id, Answer.WITHDRAWN, "")]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (CentralAway("x"), "连不上中心库，这一步没有做成"),
        (CentralRefused("answered"), "已经答复过"),
        (CentralRefused("rights"), "由本人"),
    ],
)
def test_why_it_is_not_withdrawn_is_said(page, line, kept, qtbot, error, words):
    kept(Answer.ASKED)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    told, line.fails = [], error
    page.told.connect(told.append)
    page.withdraw()
    qtbot.waitUntil(lambda: bool(told))
    assert words in told[0]


# -- strips --


def test_an_approval_is_told_once_and_goes_when_it_is_over(seat, kept, time, qtbot):
    seat.workplace.leaves._reasons = tuple(seat.desk.floor.reasons.values())
    leave = kept(Answer.APPROVED)
    name = f"leave {leave.id}"
    qtbot.waitUntil(lambda: name in strips(seat))
    start = f"{time.at.astimezone():%H:%M}"
    assert strips(seat)[name] == f"离席已获准：私事 · {start} 起 40 分。走的时候按 Ctrl+Alt+L 锁定。"
    seat.workplace.tabs.strips.take(name)
    seat.workplace.leaves.look()
    assert name not in strips(seat)
    seat.workplace.leaves._said.clear()
    seat.workplace.leaves.look()
    assert name in strips(seat)
    time.at += timedelta(hours=1, seconds=1)
    seat.workplace.leaves.look()
    assert name not in strips(seat)


def test_a_refusal_is_told_for_an_hour(seat, kept, time, qtbot):
    leave = kept(Answer.REFUSED, decided_at=time.at, decided_by=COVER.id, why="来电太多")
    qtbot.waitUntil(lambda: any("来电太多" in text for text in strips(seat).values()))
    old = kept(Answer.REFUSED, decided_at=time.at - timedelta(hours=1), decided_by=COVER.id, why="昨天")
    seat.workplace.leaves.look()
    assert f"leave {leave.id}" in strips(seat)
    assert f"leave {old.id}" not in strips(seat)


def test_a_lead_hears_how_many_wait_again_only_when_it_is_another_number(seat, kept, qtbot):
    lead = replace(seat.desk.leaves._session, role=Role.LEAD)
    seat.desk.leaves._session = lead
    kept(Answer.ASKED, agent=COVER.id)
    qtbot.waitUntil(lambda: strips(seat).get("leaves") == "有 1 人申请离席，等您答复。")
    seat.workplace.tabs.strips.take("leaves")
    seat.workplace.leaves.look()
    assert "leaves" not in strips(seat)
    kept(Answer.ASKED, agent=new_id())
    qtbot.waitUntil(lambda: strips(seat).get("leaves") == "有 2 人申请离席，等您答复。")


def test_the_lock_knows_without_asking_the_file(seat, kept, qtbot):
    leave = kept(Answer.APPROVED)
    qtbot.waitUntil(lambda: seat.workplace.granted is not None)
    seat.store.close()
    assert seat.workplace.granted == Granted(leave, "1003")


# -- the lock page --


@pytest.fixture
def locked(qtbot, forms, time):
    def locked(source="key", granted=None, phone=False, minutes=0):
        stay = Stay(State.AWAY, time.at - timedelta(minutes=minutes), 0.0, source)
        if granted and source == "key":
            stay = stay.said(granted.leave.reason, "", granted.leave)
        away = Away(ME, "临江", "A03", stay, "", forms.lists["away"], "zh_CN", granted, phone)
        page = LockPage(time.now, away)
        qtbot.addWidget(page)
        page.show()
        return page

    return locked


@pytest.fixture
def granted(time):
    leave = Leave(new_id(), ME.id, "personal", time.at, 40, time.at, COVER.id, "接孩子", Answer.APPROVED)
    return Granted(leave, "1003")


def test_on_leave_its_time_counts_down_and_who_stands_in_is_named(locked, granted):
    page = locked(granted=granted, minutes=12)
    assert page.away.text().endswith("已离开 12:00，最长 40 分\n已获准 · 代岗 1003")
    assert page.reasons.options.buttons[6].text() == "7 私事 · 已获准"
    assert page.reasons.options.buttons[6].isChecked()
    assert "超出 01:00" in locked(granted=granted, minutes=41).away.text()


def test_another_reason_is_not_the_leave_and_the_leave_asks_for_no_note(locked, granted):
    page = locked(granted=granted, minutes=12)
    said = []
    page.reason_said.connect(lambda *told: said.append(told))
    page.reasons._pick(0)
    assert "已获准" not in page.away.text()
    assert "超出 02:00" in page.away.text()
    page.reasons._pick(6)
    assert said == [("rest", ""), ("personal", "")]
    assert "已获准 · 代岗 1003" in page.away.text()


def test_one_the_system_locked_is_on_leave_only_once_they_say_so(locked, granted):
    page = locked("system_idle", granted)
    assert "已获准" not in page.away.text()
    page.reasons._pick(6)
    assert "已获准" in page.away.text()


def test_the_telephone_is_thought_of_until_there_is_something_else_to_say(locked, qtbot):
    assert locked().sentence.text() == ""
    page = locked(phone=True)
    assert page.sentence.text() == "请把话机也设为离席或示忙。"
    page.refuse("password")
    assert "话机" not in page.sentence.text()
    page.sentence.hint_caps(False)
    assert "话机" in page.sentence.text()


# -- the lead's list --


@pytest.fixture
def floor(seat, line, time, qtbot):
    seat.desk.leaves._session = replace(seat.desk.leaves._session, role=Role.LEAD)
    seat.desk.floor._line = line

    def at_once(job, done, failed):
        try:
            result = job()
        except (CentralAway, CentralRefused) as error:
            failed(error)
        else:
            done(result)
        return True

    names = {COVER.id: "1003 阿依古丽", ME.id: "1001 王珂"}
    tools = FloorTools(
        seat.desk.floor, lambda id: names.get(id, "?"), at_once, time.now, "zh_CN", seat.desk.jottings
    )
    page = FloorPage(tools)
    seat.workplace.tabs.put(page)
    page.said = []
    page.told.connect(page.said.append)
    return page


def test_one_key_approves_what_is_chosen(floor, seat, line, kept):
    first, second = kept(Answer.ASKED, COVER.id, 5), kept(Answer.ASKED, COVER.id, 10)
    floor.refresh()
    assert floor._current() == first.id
    assert [button.isVisible() for button in (*floor.answers, *floor.buttons)] == [True] * 2 + [False] * 3
    seat.press(Qt.Key.Key_Return, CTRL)
    assert line.said == [(first.id, Answer.APPROVED, "")]
    assert floor._current() == second.id  # the one that was answered is gone before any feed says so


def test_a_refusal_wants_a_reason(floor, seat, line, kept):
    leave = kept(Answer.ASKED, COVER.id)
    floor.refresh()
    seat.press(Qt.Key.Key_R, ALT)
    assert line.said == []
    assert "原因" in floor.said[-1]
    assert floor.why.hasFocus()
    floor.why.setText(" 来电太多 ")
    seat.press(Qt.Key.Key_R, ALT)
    assert line.said == [(leave.id, Answer.REFUSED, "来电太多")]
    assert floor.why.text() == ""


def test_a_word_half_typed_is_there_when_the_page_comes_again_and_gone_once_it_is_said(
    floor, seat, line, kept, qtbot
):
    leave = kept(Answer.ASKED, COVER.id)
    floor.refresh()
    qtbot.keyClicks(floor.why, "too many calls")
    seat.workplace.work.close(floor)
    page = FloorPage(floor._tools)
    assert page.why.text() == "too many calls"
    page.refresh()
    page._choose(leave.id)
    page._answer(Answer.REFUSED)
    assert FloorPage(floor._tools).why.text() == ""


def test_what_somebody_else_answered_is_said_so(floor, line, kept):
    kept(Answer.ASKED, COVER.id)
    floor.refresh()
    line.fails = CentralRefused("answered")
    floor._answer(Answer.APPROVED)
    assert "已经答复过" in floor.said[-1]


def test_a_word_to_a_seat_is_not_offered_for_a_request_nor_an_answer_for_a_seat(floor, line, kept, time):
    line.stands = (Stand("A01", COVER.id, State.AWAY, "personal", time.at, time.at),)
    floor.refresh()
    assert [button.isVisible() for button in floor.answers] == [False] * 2
    floor._answer(Answer.APPROVED)
    assert "选一次申请" in floor.said[-1]
    kept(Answer.ASKED, COVER.id)
    floor.refresh()
    floor._choose("")
    assert floor._current() in floor._requests


def test_without_central_what_waits_is_shown_still(floor, line, kept, monkeypatch):
    leave = kept(Answer.ASKED, COVER.id)
    monkeypatch.setattr(Line, "floor", lambda self, session: (_ for _ in ()).throw(CentralAway("x")))
    floor.refresh()
    assert list(floor._requests) == [leave.id]
    assert floor.state.isVisible()


def test_who_is_parked_stands_with_who_works_there_and_gets_no_word(floor, seat, line, time):
    seat.desk.presence.turn(seat.desk.presence.begun(State.AWAY, "key").said("meal", "", None))
    line.stands = (Stand("A03", COVER.id, State.READY, "", time.at, time.at),)
    time.at += timedelta(minutes=31)
    line.at = time.at
    floor.refresh()
    row, lasting = floor._rows[ME.id]
    assert row.text() == "A03 · 1001 王珂"
    about = row.data(Qt.ItemDataRole.UserRole + 3)
    assert "用餐" in about
    assert "席位现由 1003 阿依古丽 使用" in about
    assert "今天共离席 31 分" in about
    assert lasting.text() == "超出 01:00"
    floor._choose(ME.id)
    floor._direct("lock")
    assert "选一个席位" in floor.said[-1]


def test_a_reason_that_wants_approval_says_whether_there_was_one(floor, line, kept, time):
    leave = kept(Answer.APPROVED, COVER.id)
    line.stands = (
        Stand("A01", COVER.id, State.AWAY, "personal", time.at, time.at),
        Stand("A02", ME.id, State.AWAY, "personal", time.at, time.at),
        Stand("A04", new_id(), State.AWAY, "meal", time.at, time.at),
    )
    floor.refresh()
    told = [floor._about(stand) for stand in line.stands]
    assert "已获准，代岗 1003 阿依古丽" in told[0]
    assert f"最长 {leave.minutes} 分" in told[0]
    assert "没有事先申请" in told[1]
    assert "申请" not in told[2]


def test_at_a_seat_alone_nobody_is_asked(start):
    alone = start()
    alone.press(Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "没有人答复离席申请" in alone.workplace.toasts.text()
    assert not isinstance(alone.workplace.tabs.current(), LeavePage)

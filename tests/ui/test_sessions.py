"""Sessions opened without central, on the screen: marked by a key each, sent with the password once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.records.accounts import Role, Session, Unconfirmed
from app.records.ids import new_id
from app.sync.port import CentralAway, CentralRefused
from app.ui.panels.sessions import DisputedPage, SessionsPage
from tests.ui.conftest import ME

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Central:
    """What an agent's own login is answered; the real one is tested on a real server in tests/sync."""

    def __init__(self):
        self.listed, self.said, self.passwords, self.fails = [], [], [], None

    def __call__(self, password):
        self.passwords.append(password)
        return self

    def unconfirmed(self):
        if self.fails:
            raise self.fails
        return self.listed

    def confirm(self, mine, not_mine):
        if self.fails:
            raise self.fails
        self.said.append((mine, not_mine))
        self.listed = [each for each in self.listed if each.id not in (*mine, *not_mine)]


@pytest.fixture
def door():
    return Central()


@pytest.fixture
def seat(start, door, time, answers):
    """Somebody who sat at another seat yesterday and sits here today, both without central."""
    seat = start()
    there = Session(new_id(), ME.id, ME.role, "elsewhere", time.at - timedelta(days=1))
    with seat.store.write() as to:
        to.put(there)
        to.put(seat.store._session)
    seat.there, seat.here = there, seat.store._session
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    seat.call = page.call
    door.listed = [
        Unconfirmed(there.id, "B07", there.since, 12),
        Unconfirmed(seat.here.id, "A03", time.at, 3),
    ]
    return seat


@pytest.fixture
def opened(seat, qtbot):
    seat.workplace.open("sessions", "sessions")
    page = seat.workplace.tabs.current()
    assert isinstance(page, SessionsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    return page


def rows(page):
    model = page.model
    return [
        (model.item(i).text(), model.item(i).data(259), model.item(i, 1).text())
        for i in range(model.rowCount())
    ]


def test_each_says_since_when_and_what_is_known_of_it(opened, seat):
    first, second = rows(opened)
    assert first == ("11-20 周五 01:31 起 · 别的席位", "先输入密码按 Enter，可以看到席位和条数", "还没有说明")
    assert second[0] == "11-21 周六 01:31 起 · 席位 A03"
    assert second[1] == f"{seat.store.outbox.of_session(seat.here.id)[0]} 条 · 就是这一次"
    head = opened.model.item(1)
    told = [head.child(i).text() for i in range(head.rowCount())]
    assert f"受理记录 {seat.call.number}" in told
    assert opened.head._chips.itemAt(0).widget().text() == "2 次待确认"


def test_one_key_each_then_the_password_once(opened, seat, door, qtbot):
    seat.press(Qt.Key.Key_W, ALT)
    seat.press(Qt.Key.Key_Q, ALT)
    assert [row[2] for row in rows(opened)] == ["不是我", "是我"]
    assert seat.window.focusWidget() is opened.password
    qtbot.keyClicks(opened.password, "my own words")
    seat.press(Qt.Key.Key_Return)
    assert not opened.tree.isEnabled()
    qtbot.waitUntil(lambda: opened.model.rowCount() == 0)
    assert door.said == [((seat.here.id,), (seat.there.id,))]
    assert door.passwords == ["my own words"]
    assert opened.password.text() == ""
    assert "是我 1 次，不是我 1 次" in seat.workplace.toasts.text()
    assert opened.head._chips.itemAt(0).widget().text() == "都已说明"
    assert not opened.send_button.isVisible()
    assert seat.desk.sessions.count() == 0


def test_the_password_alone_shows_what_central_has(opened, seat, door, qtbot):
    opened.password.setText("my own words")
    seat.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: rows(opened)[0][0].endswith("席位 B07"))
    assert rows(opened)[0][1] == "12 条"
    assert door.said == []
    assert "中心库列出 2 次" in opened.sentence.text()
    seat.press(Qt.Key.Key_Q, ALT)
    seat.press(Qt.Key.Key_Return, CTRL)  # asked once: it is still there
    qtbot.waitUntil(lambda: opened.model.rowCount() == 1)
    assert door.said == [((seat.there.id,), ())]


@pytest.mark.parametrize(
    ("fails", "told", "kept"),
    [(CentralRefused("login"), "密码不对", ""), (CentralAway("x"), "连不上中心库", "my own words")],
)
def test_what_was_marked_stays_when_it_could_not_be_sent(opened, seat, door, qtbot, fails, told, kept):
    door.fails = fails
    seat.press(Qt.Key.Key_Q, ALT)
    opened.password.setText("my own words")
    seat.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: told in opened.sentence.text())
    assert [row[2] for row in rows(opened)] == ["是我", "还没有说明"]
    assert opened.password.text() == kept
    assert seat.window.focusWidget() is opened.password
    door.fails = None
    opened.password.setText("my own words")
    seat.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: opened.model.rowCount() == 1)


def test_without_a_password_it_is_asked_for_and_nothing_goes_out(opened, seat, door):
    seat.press(Qt.Key.Key_Q, ALT)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert "请输入密码" in opened.sentence.text()
    assert seat.window.focusWidget() is opened.password
    assert door.passwords == []


def test_the_password_goes_when_the_page_does(opened, seat):
    opened.password.setText("my own words")
    seat.workplace.open("call", seat.call.id)
    assert opened.password.text() == ""


def test_an_entry_is_opened_by_enter(opened, seat):
    head = opened.model.item(1)
    row = next(i for i in range(head.rowCount()) if seat.call.number in head.child(i).text())
    opened.tree.setCurrentIndex(head.child(row).index())
    seat.press(Qt.Key.Key_Return)
    assert seat.workplace.tabs.current().record == seat.call.id


def test_a_quiet_strip_leads_to_it_and_goes_when_all_is_said(seat, door, qtbot):
    strips, heartbeat = seat.workplace.tabs.strips, seat.heartbeat
    assert not strips.holds("sessions")  # a road that leads nowhere
    heartbeat._code = lambda waiting: "synced"
    heartbeat._publish()
    assert strips._lines[0].words.text() == "您有 2 次离线登录待确认。"
    focus = seat.window.focusWidget()
    seat.press(Qt.Key.Key_A, ALT)
    assert seat.window.focusWidget() is not focus
    page = seat.workplace.tabs.current()
    assert isinstance(page, SessionsPage)
    assert not strips.holds("sessions")
    seat.workplace.notices.look()
    assert not strips.holds("sessions")  # it was answered: said again when there are others
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    with seat.store.write() as to:
        to.put(replace(seat.there, id=new_id()))
    qtbot.waitUntil(lambda: strips.holds("sessions"))
    door.listed = []
    page.password.setText("my own words")
    page.send()
    qtbot.waitUntil(lambda: not strips.holds("sessions"))


# -- those that were somebody else --


@pytest.fixture
def lead(seat):
    seat.desk.sessions._session = replace(seat.here, role=Role.LEAD)
    theirs = Session(
        new_id(), ME.id, Role.AGENT, "elsewhere", seat.there.since, disputed=True, seat="B07", ops=4,
        entries=(f"call {seat.call.id}", f"call {new_id()}"),
    )  # fmt: skip
    with seat.store.write() as to:
        to.put(ME)
        to.put(theirs)
    seat.theirs = theirs
    return seat


def test_a_lead_has_a_group_of_them_and_others_have_none(lead, qtbot):
    assert "sessions" not in lead.workplace.worklist._groups
    pane = lead.workplace.rooms.worklist()
    qtbot.addWidget(pane)
    pane.refresh()
    head, row = pane._head("sessions"), pane._groups.index("sessions")
    assert (head.text(), pane.model.item(row, 1).text()) == ("不是本人的登录", "1")
    assert head.child(0).text() == "1001 王珂"
    assert head.child(0).data(259) == "B07"
    with qtbot.waitSignal(pane.open_asked) as asked:
        pane._open(head.child(0).index())
    assert asked.args == ["session", lead.theirs.id]


def test_a_lead_sees_who_where_when_and_what_and_sees_to_it(lead, qtbot):
    lead.workplace.open("session", lead.theirs.id)
    page = lead.workplace.tabs.current()
    assert isinstance(page, DisputedPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert rows(page)[0][:2] == ("11-20 周五 01:31 起 · 席位 B07", "4 条")
    head = page.model.item(0)
    assert [head.child(i).text() for i in range(2)] == [f"受理记录 {lead.call.number}", "受理记录"]
    assert head.child(1).data(259) == "不在本席"
    assert "1001 王珂" in page.why.text()
    page.tree.setFocus()
    lead.press(Qt.Key.Key_Return)
    assert lead.workplace.tabs.current().record == lead.call.id
    lead.workplace.open("session", lead.theirs.id)
    lead.press(Qt.Key.Key_Return, CTRL)
    assert lead.desk.sessions.disputed() == []
    qtbot.waitUntil(lambda: not page.done_button.isVisible())
    assert "已处理" in lead.workplace.toasts.text()


def test_in_a_low_window_the_reason_is_read_whole_above_the_password(opened, seat, door):
    opened.setMaximumHeight(190)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert seat.window.focusWidget() is opened.password
    for widget in (opened.password, opened.sentence):
        assert widget.visibleRegion().boundingRect() == widget.rect()
        assert widget.height() >= widget.heightForWidth(widget.width())

"""Strips: over the work, never in the way of it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.forms.load import FormBroken, load
from app.forms.nodes import Flaw
from app.records.waiting import Waiting
from app.store.changes import Changes
from app.sync.port import CentralAway
from app.ui import flaws
from app.ui.bridge import Bridge
from app.ui.heartbeat import Heartbeat, Pulse
from app.ui.kit.strips import Strip, Strips
from app.ui.notices import Notices

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def place(qtbot):
    """Strips over a field that has the focus."""
    widget = QWidget()
    widget.strips, widget.edit = Strips(), QLineEdit()
    column = QVBoxLayout(widget)
    column.addWidget(widget.strips)
    column.addWidget(widget.edit)
    widget.resize(600, 400)
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    widget.edit.setFocus()
    qtbot.waitUntil(widget.edit.hasFocus)
    return widget


def texts(strips):
    return [line.words.text() for line in strips._lines]


def test_the_newest_is_on_top_and_at_most_three_are_seen(place):
    for number in range(5):
        place.strips.put(str(number), Strip(f"第 {number} 条"))
    assert texts(place.strips) == ["第 4 条", "第 3 条", "第 2 条"]
    assert place.strips.more.text() == "还有 2 条"
    assert place.strips.more.isVisible()
    place.strips.take("4")
    place.strips.take("3")
    assert texts(place.strips) == ["第 2 条", "第 1 条", "第 0 条"]
    assert not place.strips.more.isVisible()


def test_without_strips_there_is_no_room_taken(place):
    assert not place.strips.isVisible()
    place.strips.put("a", Strip("a"))
    assert place.strips.isVisible()
    place.strips.take("a")
    assert not place.strips.isVisible()


def test_no_strip_takes_the_focus(place, qtbot):
    place.strips.put("a", Strip("a", "danger", "查看", print))
    assert place.edit.hasFocus()
    for button in place.strips.findChildren(QWidget):
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    qtbot.keyClick(place.edit, Qt.Key.Key_Tab)
    assert place.edit.hasFocus()


def test_alt_a_answers_the_top_one_once(place, qtbot):
    done = []
    place.strips.put("old", Strip("old", "warn", "查看", lambda: done.append("old")))
    place.strips.put("new", Strip("new", "warn", "查看", lambda: done.append("new")))
    hints = [line.hint.isVisibleTo(line) for line in place.strips._lines]
    assert hints == [True, False]
    qtbot.keyClick(place.edit, Qt.Key.Key_A, ALT)
    assert done == ["new"]
    assert texts(place.strips) == ["old"]
    qtbot.keyClick(place.edit, Qt.Key.Key_A, ALT)
    qtbot.keyClick(place.edit, Qt.Key.Key_A, ALT)
    assert done == ["new", "old"]


def test_the_cross_and_the_button_belong_to_their_own_strip(place, qtbot):
    done = []
    for name in "abc":
        place.strips.put(name, Strip(name, "warn", "查看", lambda name=name: done.append(name)))
    qtbot.waitUntil(place.strips._lines[2].isVisible)
    qtbot.mouseClick(place.strips._lines[1].close_button, Qt.MouseButton.LeftButton)
    assert texts(place.strips) == ["c", "a"]
    qtbot.waitUntil(place.strips._lines[1].isVisible)
    qtbot.mouseClick(place.strips._lines[1].findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert (done, texts(place.strips)) == (["a"], ["c"])


def test_the_same_strip_again_keeps_its_place_with_new_words(place):
    place.strips.put("a", Strip("1"))
    place.strips.put("b", Strip("b"))
    place.strips.put("a", Strip("2"))
    assert texts(place.strips) == ["b", "2"]


def test_markup_in_a_strip_is_shown_as_it_was_written(place):
    place.strips.put("a", Strip("<b>x</b>"))
    assert place.strips._lines[0].words.textFormat() == Qt.TextFormat.PlainText


# -- what goes up by itself --


class Seat:
    """What the strips are about: the outbox, the road to central, and notices that watch both."""

    def __init__(self, strips, broken, given):
        qtbot, background, time, alone = given
        self.qtbot, self.waiting, self.rounds, self.ends_with = qtbot, Waiting(), 0, None
        self.unconfirmed = 0
        self.changes, self.holder = Changes(), QObject()
        self.bridge = Bridge(self.changes, self.holder)
        pulse = Pulse(None if alone else self.round, lambda: self.waiting, lambda: 1.0, time.now)
        self.heartbeat = Heartbeat(pulse, background.central, self.bridge, self.holder)
        self.notices = Notices(strips, self.heartbeat, broken, lambda: self.unconfirmed, time.now)

    def round(self):
        self.rounds += 1
        if self.ends_with:
            raise self.ends_with

    def beat(self, code):
        self.heartbeat.start()
        self.qtbot.waitUntil(lambda: self.heartbeat.road.code == code)

    def wait_for(self, **waiting):
        self.waiting = Waiting(**waiting)
        self.changes.publish(frozenset({"outbox"}))
        self.qtbot.waitUntil(lambda: self.heartbeat.road.attention == self.waiting.attention)

    def close(self):
        self.heartbeat.stop()
        self.bridge.close()
        self.holder.deleteLater()


@pytest.fixture
def seat(place, qtbot, background, time):
    made = []

    def _make(broken=(), alone=False):
        made.append(Seat(place.strips, broken, (qtbot, background, time, alone)))
        return made[-1]

    yield _make
    for each in made:
        each.close()


def test_what_central_refused_is_told_and_leads_to_the_work_list(seat, place, qtbot):
    at, asked = seat(), []
    at.notices.attention_asked.connect(lambda: asked.append(1))
    at.wait_for(attention=2)
    assert "2 条" in texts(place.strips)[0]
    qtbot.keyClick(place.edit, Qt.Key.Key_A, ALT)
    assert asked == [1]
    at.wait_for(attention=2, pending=1)
    assert texts(place.strips) == []
    at.wait_for(attention=3)
    assert "3 条" in texts(place.strips)[0]
    at.wait_for()
    assert texts(place.strips) == []


def test_half_an_hour_without_central_is_told_once_and_again_after_as_long(seat, place, time, qtbot):
    at = seat()
    at.ends_with = CentralAway()
    at.beat("away")
    time.at += timedelta(minutes=30)
    at.notices.look()
    assert texts(place.strips) == []
    time.at += timedelta(minutes=1)
    at.notices.look()
    assert "31 分" in texts(place.strips)[0]
    before = at.rounds
    qtbot.keyClick(place.edit, Qt.Key.Key_A, ALT)
    qtbot.waitUntil(lambda: at.rounds > before)
    at.notices.look()
    assert texts(place.strips) == []
    time.at += timedelta(minutes=30)
    at.notices.look()
    assert "1 小时" in texts(place.strips)[0]
    at.ends_with = None
    at.beat("synced")
    assert texts(place.strips) == []


@pytest.mark.parametrize(("seconds", "says"), [(120, "慢 2 分"), (-7200, "快 2 小时"), (119, ""), (-119, "")])
def test_a_clock_that_is_off_is_told_until_it_is_right(seat, place, seconds, says):
    at = seat()
    at.wait_for(slow=timedelta(seconds=seconds), attention=1)
    assert place.strips.holds("clock") == bool(says)
    assert any(says in text for text in texts(place.strips))
    at.wait_for()
    assert texts(place.strips) == []


def test_a_closed_word_on_the_clock_comes_again_once_it_is_off_by_something_else(seat, place):
    at = seat()
    at.wait_for(slow=timedelta(minutes=5), attention=1)
    place.strips.take("clock")
    at.wait_for(slow=timedelta(minutes=6), attention=2)
    assert not place.strips.holds("clock")
    at.wait_for(slow=timedelta(minutes=7), attention=3)
    assert place.strips.holds("clock")


def test_a_seat_alone_is_never_out_of_touch(seat, place, time):
    at = seat(alone=True)
    time.at += timedelta(days=3)
    at.notices.look()
    assert texts(place.strips) == []


def test_a_refused_form_is_named_with_file_line_and_field(seat, place, tmp_path):
    form = tmp_path / "odd" / "1.yaml"
    form.parent.mkdir()
    form.write_text("title: {zh_CN: 甲}\nsections:\n  - title: {zh_CN: 乙}\n    oddity: 1\n", "utf-8")
    broken = load(tmp_path).broken
    seat(broken)
    (said,) = texts(place.strips)
    assert "odd/1.yaml" in said
    assert f"第 {broken[0].line} 行" in said


@pytest.mark.parametrize("code", list(Flaw))
def test_every_flaw_has_words(code):
    said = flaws.sentence(FormBroken("calls/1.yaml", 12, "name", code, "什么"))
    assert not set("{}") & set(said)
    assert str(code) not in said
    assert "第 12 行" in said
    assert "“name”" in said


def test_a_workplace_with_good_forms_starts_without_strips(start):
    assert not start().workplace.tabs.strips.isVisible()


def test_a_call_that_is_being_logged_is_told_before_the_seat_locks(start, answers):
    seat = start()
    assert not seat.workplace.is_logging()
    page = seat.new("inquiry")
    assert seat.workplace.is_logging()
    strips = seat.workplace.tabs.strips
    for left in (15, 14):
        seat.workplace.notices.warn_of_lock(left)
        assert texts(strips) == [f"{left} 秒后锁定，按任意键继续"]
    seat.workplace.notices.warn_of_lock(0)
    assert texts(strips) == []
    page.view.set_answers(answers["inquiry"])
    page.save()
    assert not seat.workplace.is_logging()

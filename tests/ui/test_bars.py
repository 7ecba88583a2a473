"""The bottom line: what waits and since when, when all was last well, and why it is not."""

from datetime import timedelta

import pytest

from app.records.accounts import Agent, Role
from app.records.ids import Id
from app.ui.bars import BottomLine, TopBar
from app.ui.heartbeat import Road


@pytest.fixture
def line(qtbot, time):
    made = BottomLine(time.now)
    qtbot.addWidget(made)
    return made


def test_it_says_how_much_waits_since_when_and_when_all_was_well(line, time):
    twelve = time.at - timedelta(minutes=12)
    line.show_road(Road("pending", 3, 0, time.at, oldest_at=twelve))
    assert line.words.text() == f"待发送 3 · 最早 12 分 · 最后同步 {time.at.astimezone():%H:%M:%S}"
    assert line.why.text() == ""
    line.show_road(Road("attention", 0, 2, time.at))
    assert "待发送 0 · 需要处理 2" in line.words.text()
    line.show_road(Road("working"))
    assert line.words.text() == "待发送 0 · 最后同步 还没有"


def test_another_day_is_named(line, time):
    line.show_road(Road("away", 0, 0, time.at - timedelta(days=2)))
    assert "最后同步 11-19 周四" in line.words.text()


@pytest.mark.parametrize(
    ("road", "why"),
    [
        (Road("away", 3), "断网，已存本机"),
        (Road("refused", 3, detail="version"), "程序要升级，已存本机"),
        (Road("refused", 3, detail="something new"), "同步出错，已存本机"),
        (Road("stuck", 3), "有记录发不出去，已存本机"),
        (Road("pending", 3), ""),
        (Road("attention", 3, 1), ""),
        (Road("synced"), ""),
    ],
)
def test_it_says_why_not(line, road, why):
    line.show_road(road)
    assert line.why.text() == why
    assert line.why.isVisibleTo(line) == bool(why)
    assert bool(line.words.toolTip())


def test_the_age_goes_on_by_itself(line, time, qtbot):
    line.show_road(Road("away", 3, 0, time.at, oldest_at=time.at))
    assert "最早 刚刚" in line.words.text()
    time.at += timedelta(minutes=31)
    line.looking.timeout.emit()
    assert "最早 31 分" in line.words.text()


def test_a_seat_of_its_own_says_nothing_of_the_road(line):
    line.show_road(Road("alone", 3))
    assert not line.words.isVisibleTo(line)
    assert not line.why.isVisibleTo(line)


@pytest.mark.parametrize("width", [1366, 840])
def test_all_of_it_is_seen_in_a_narrow_window(start, time, width):
    seat = start()
    seat.window.setMinimumSize(0, 0)
    seat.window.resize(width, 500)
    bottom = seat.workplace.bottom
    seat.heartbeat.changed.emit(Road("refused", 1234, 12, time.at, "history", time.at - timedelta(hours=20)))
    assert seat.window.width() == width
    for widget in (bottom.words, bottom.why, bottom.paper, bottom.keys):
        assert widget.visibleRegion().boundingRect() == widget.rect()
        assert widget.width() >= widget.sizeHint().width()
    assert "…" not in bottom.words.text() + bottom.why.text()


def test_what_cannot_be_clicked_gives_way(line, time, qtbot):
    line.resize(420, line.height())
    line.show()
    line.show_road(Road("refused", 1234, 12, time.at, "history", time.at - timedelta(hours=20)))
    for button in (line.paper, line.keys):
        assert button.width() >= button.sizeHint().width()
    assert line.words.text().endswith("…")
    assert line.width() == 420
    assert "最早 20 小时 · 需要处理 12 · 最后同步" in line.words.toolTip()
    line.resize(1300, line.height())
    assert "…" not in line.words.text() + line.why.text()


@pytest.mark.parametrize(
    ("longest", "offered"),
    [(120, ["", "30", "60"]), (60, ["", "30"]), (30, [""]), (600, ["", "30", "60", "120", "300"])],
)
def test_a_seat_can_be_made_to_lock_sooner_than_the_centre_has_it_never_later(qtbot, time, longest, offered):
    bar = TopBar(Agent(Id("1"), "1001", "王珂", Role.AGENT, ""), "A03", time.now)
    qtbot.addWidget(bar)
    bar.offer_waits(longest, "30")
    actions = bar.waits.actions()
    assert [action.data() for action in actions] == offered
    assert [action.data() for action in actions if action.isChecked()] == ["30"][: len(offered) - 1]
    with qtbot.waitSignal(bar.wait_asked) as asked:
        actions[-1].trigger()
    assert asked.args == [offered[-1]]

"""Who talks and who writes after a call, in the lead's list: how long, why longer, who is over."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.desk.presence import FloorDesk, Told
from app.records.accounts import Agent, Role
from app.records.ids import new_id
from app.records.presence import Floor, Stand, State, Stay
from app.ui.panels.floor import FloorPage, FloorTools

NAMES = ("王珂", "李娜", "赵磊", "周敏")
PEOPLE = tuple(Agent(new_id(), f"100{n}", name, Role.AGENT, "") for n, name in enumerate(NAMES))


class Line:
    stands: tuple[Stand, ...] = ()

    def __init__(self, now):
        self._now = now

    def floor(self, session):
        return Floor(self.stands, self._now())


@pytest.fixture
def page(start, forms, time):
    """A list in which one talks and two write: 40 and 200 s of 60, the second with three minutes more."""
    seat, line = start(), Line(time.now)
    since = [time.at - timedelta(seconds=passed) for passed in (75, 40, 200, 5)]
    states = (State.ON_CALL, State.WRAP_UP, State.WRAP_UP, State.READY)
    line.stands = tuple(
        Stand(f"A0{n}", who.id, state, "long_record" if n == 2 else "", at, time.at)
        for n, (who, state, at) in enumerate(zip(PEOPLE, states, since, strict=True))
    )
    with seat.store.write() as to:
        for n, allowed in ((1, 60), (2, 60), (2, 240)):
            stay = Stay(State.WRAP_UP, since[n], 0.0, "key", "", allowed=allowed)
            to.put(stay.record(PEOPLE[n].id, f"A0{n}", time.at))
    session = replace(seat.store._session, role=Role.LEAD)
    desk = FloorDesk(line, session, forms.lists, seat.desk.leaves, Told(seat.store))

    def at_once(job, done, failed):
        done(job())
        return True

    people = {each.id: f"{each.agent_no} {each.name}" for each in PEOPLE}
    made = FloorPage(FloorTools(desk, people.get, at_once, time.now, "zh_CN", seat.desk.jottings))
    seat.workplace.tabs.put(made)
    return made


def heads(page):
    return [page.model.item(row).text() for row in range(page.model.rowCount())]


def lasting(page):
    return {key: cells[1].text() for key, cells in page._rows.items()}


def chips(page):
    return [page.head._chips.itemAt(n).widget().text() for n in range(page.head._chips.count())]


def test_they_stand_between_the_busy_and_the_ready_with_what_is_said(page):
    assert heads(page) == ["通话  1", "话后  2", "示闲  1"]
    assert lasting(page) == {"A00": "01:15", "A01": "00:40", "A02": "03:20", "A03": "00:05"}
    longer, plain = page._about(page._floor.stands[2]), page._about(page._floor.stands[1])
    assert longer.startswith("延时：记录多 · ")
    assert "延时" not in plain


def test_who_is_over_is_marked_and_counted(page, time):
    assert chips(page) == []
    time.at += timedelta(seconds=41)
    page._tick()
    assert lasting(page) == {"A00": "01:56", "A01": "超出 00:21", "A02": "超出 00:01", "A03": "00:46"}
    assert chips(page) == ["2 人超时"]

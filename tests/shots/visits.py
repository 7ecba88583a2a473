"""Calls that follow service: the round, one call of it, the week's sample, how satisfied they are."""

from dataclasses import replace
from datetime import timedelta

from app.desk import clock
from app.records.callbacks import Callback
from app.records.households import Household
from app.records.ids import id_of, new_id
from app.records.orders import Order
from app.ui.panels.samples import SamplePage
from app.ui.panels.satisfaction import SatisfactionPage
from app.ui.panels.visits import VisitsPage
from tests.shots.stage import LONG, Stage

PLACES = (
    "城东街道1号",
    "城西街道27号3幢2单元501室",
    "城东街道3号",
    "城南街道春晓路88号",
    "高新区江南大道1288号",
)


def owed(stage: Stage) -> list[Callback]:
    """Have a round with one of each: new, tried, rolled, left for the handover."""
    assert stage.workplace.isEnabled()  # somebody is signed in
    store, now = stage.program.opened.store, clock.now()
    if found := store.find(Callback, list="repairs", outcome=None):
        return found
    orders = store.find(Order, state="dispatched")
    of = stage.workplace._desk.calls.forms.visiting.lists["repairs"]
    rounds, areas = stage.workplace._desk.following.rounds, ("east", "west", "south")
    for n, order in enumerate((*orders, *orders)[:7]):
        made = rounds._of_order(of, order)
        due = now - timedelta(minutes=20, days=n % 4 == 3)
        told = replace(made, id=new_id(), owed_at=due, due_at=due, area=areas[n % 3])
        with store.write() as to:
            to.put(told)
    visits = stage.workplace._desk.following.visits
    first, second, third, *_ = visits.rows()
    for _ in range(2):
        visits.note(second.owed.id, "no_answer", "响了一分钟没有人接")
    visits.note(third.owed.id, "satisfied")
    return [first.owed]


def shown(stage: Stage) -> VisitsPage:
    owed(stage)
    stage.workplace.open("visits", "visits")
    page = stage.workplace.tabs.current()
    assert isinstance(page, VisitsPage)
    page.refresh()
    stage.hands.until(lambda: len(page._groups) > 1, "the round is not read")
    page.tree.setFocus()
    return page


def handing(stage: Stage) -> None:
    page = shown(stage)
    page.note.setText("下午调休，请代打")
    page.pick()


def one(stage: Stage) -> None:
    (first, *_) = owed(stage)
    stage.workplace.open("callback", first.id)


def _listed(stage: Stage) -> None:
    """Put last week's list there, once."""
    samples = stage.workplace._desk.following.samples
    store = stage.program.opened.store
    (of,) = samples.lists
    if samples.progress(of).total:
        return
    week = samples.last_week()
    at = samples._hours.moment(week, 60 * 60)
    with store.write() as to:
        for n in range(180):
            told = {
                "name": f"王{'小大晓'[n % 3]}明",
                "phone": f"+86138{n:08}",
                "address": f"春晓路{n}号{n % 9}单元",
            }
            told |= {"sort": ("居民", "工商业")[n % 6 == 0], "area": ("滨江片", "西湖片")[n % 2]}
            told |= {
                "crew": f"安检{n % 3 + 1}组",
                "result": ("合格", "胶管老化，已换")[n % 5 == 0],
                "remark": LONG[:20],
            }
            to.put(Household(id_of(at, str(n)), of.code, week.isoformat(), at, of.code, 1, told))


def _sample(stage: Stage) -> SamplePage:
    stage.workplace.open("sample", "sample")
    page = stage.workplace.tabs.current()
    assert isinstance(page, SamplePage)
    return page


def missing(stage: Stage) -> None:
    page = _sample(stage)
    page.turn(-1)
    stage.hands.until(lambda: page.none.isVisible(), "the sample is not read")


def undrawn(stage: Stage) -> None:
    _listed(stage)
    page = _sample(stage)
    stage.hands.until(lambda: page._stands.total > 0, "the list is not read")


def sample(stage: Stage) -> SamplePage:
    _listed(stage)
    page = _sample(stage)
    stage.hands.until(lambda: page._stands.total > 0, "the list is not read")
    page.draw()
    stage.hands.until(lambda: len(page._stands.members) >= 35, "the sample is not read")
    visits, members = stage.workplace._desk.following.visits, page._stands.members
    if not any(each.owed.tries for each in members):
        for each, outcome in zip(
            members, ("satisfied", "no_answer", "wrong_number", "satisfied", "refused"), strict=False
        ):
            visits.note(each.owed.id, outcome, "客户说安检员讲得很清楚" if outcome == "satisfied" else "")
        page._desk.samples.swap(page._of, members[2].household.id, "空号")
    page.refresh()
    stage.hands.until(lambda: any(each.swapped for each in page._stands.members), "nobody is swapped")
    page.tree.setFocus()
    return page


def satisfaction(stage: Stage) -> None:
    owed(stage)
    sample(stage)
    stage.workplace.open("satisfaction", "satisfaction")
    page = stage.workplace.tabs.current()
    assert isinstance(page, SatisfactionPage)
    page.period.setCurrentIndex(3)
    stage.hands.until(lambda: bool(page._figures), "no figures")


SCREENS = {
    "visits": shown,
    "visits-handing": handing,
    "visits-one": one,
    "sample-missing": missing,
    "sample-undrawn": undrawn,
    "sample": sample,
    "satisfaction": satisfaction,
}

"""Orders: one with a history, its result asked for, the round of the ordinary ones, those to close."""

from app.desk import clock
from app.desk.steps import Steps, Told
from app.records.ids import Id
from app.records.orders import Act, Order
from app.ui.panels.bulk import BulkPage
from app.ui.panels.closings import ClosingsPage
from app.ui.panels.orders import OrderPage
from tests.shots.cases import LEAD, OTHER
from tests.shots.stage import PEOPLE, Stage


def _order(stage: Stage, place: int = 0, form: str = "gas_repair", **more: object) -> Order:
    name, (number, address) = list(PEOPLE.items())[place]
    page = stage.new(form, name=name, phone=number, address=address, **more)
    page.dispatch()
    assert page.call is not None
    (order,) = stage.workplace._desk.orders.of_case(Id(page.call.case or ""))
    stage.close_tabs()
    return order


def _others(stage: Stage) -> Steps:
    """Return what an agent who works elsewhere does with orders."""
    assert stage.program.opened is not None
    store, desk = stage.program.opened.store, stage.workplace._desk
    with store.write() as to:
        for each in (LEAD, OTHER):
            to.put(each)
    return Steps(store, desk.calls.forms, OTHER, clock.now)


def history(stage: Stage) -> None:
    """All that can happen to one."""
    other, steps = _others(stage), stage.workplace._desk.orders.steps
    order = _order(stage, urgent=True)
    other.take(order.id, Act.RETURN, Told("春晓路没有 88 号，问清是哪个小区。", clause="wrong_place"))
    steps.take(order.id, Act.REROUTE, Told("就在计量表具班隔壁，师傅顺路。", team="metering"))
    steps.take(order.id, Act.PRESS, Told("客户又来电，家里有老人。"))
    other.take(order.id, Act.UNIT, Told("要登高。", team="engineering"))
    other.take(order.id, Act.PARTLY, Told("换了阀门，缺一个接头，下午送来。"))
    steps.take(order.id, Act.PRESS)
    other.take(order.id, Act.FINISH, Told("装好试火正常。", outcome="repaired", came="李师傅", signed=True))
    stage.open("order", order.id)


def result(stage: Stage) -> None:
    """The result is asked for, once the slip is scanned."""
    _others(stage)
    stage.open("slip", _order(stage, urgent=True).id)
    page = stage.workplace.tabs.current()
    assert isinstance(page, OrderPage)
    assert page.asking.question is not None


def more(stage: Stage) -> None:
    stage.open("order", _order(stage).id)
    page = stage.workplace.tabs.current()
    assert isinstance(page, OrderPage)
    page._pop()


def bulk(stage: Stage, *, empty: bool = False) -> None:
    other, steps = _others(stage), stage.workplace._desk.orders.steps
    for place, category in enumerate(("stove", "card", "boiler", "meter_fault", "valve")):
        _order(stage, place % len(PEOPLE), category=category)
    back = _order(stage, urgent=True)
    other.take(back.id, Act.RETURN, Told("不归我们。", clause="not_ours"))
    waiting = [each.order.id for each in stage.workplace._desk.orders.bulk.waiting()]
    if empty:
        for order in waiting:
            steps.take(order, Act.DISPATCH)
    stage.open("bulk", "bulk")
    page = stage.workplace.tabs.current()
    assert isinstance(page, BulkPage)
    stage.hands.until(page.none.isVisible if empty else page.tree.isVisible, "nothing is read")
    if not empty:
        page._choose(waiting[-1])
        page.keep()


def closings(stage: Stage) -> None:
    other, steps = _others(stage), stage.workplace._desk.orders.steps
    made = [_order(stage, n % len(PEOPLE), "business", category="gas_on") for n in range(6)]
    for order, by in zip(made, (steps, other, other, steps), strict=False):
        by.take(order.id, Act.TAKE)
    for order in made[2:4]:
        other.take(order.id, Act.FINISH, Told(outcome="connected", signed=True))
    other.take(made[2].id, Act.CLOSE)
    stage.open("closings", "closings")
    page = stage.workplace.tabs.current()
    assert isinstance(page, ClosingsPage)
    stage.hands.until(page.tree.isVisible, "nothing is read")


SCREENS = {
    "order-history": history,
    "order-result": result,
    "order-more": more,
    "orders-bulk": bulk,
    "orders-bulk-empty": lambda stage: bulk(stage, empty=True),
    "orders-closings": closings,
}

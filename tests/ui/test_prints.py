"""The print queue in the window: its page, batches, what is set by form, what a lock and a crash leave."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.printing.spooler import SpoolRefused, State
from app.records.ids import new_id
from app.records.orders import Slip
from app.records.prints import Fate, JobState, Wish
from app.ui import slips as slips_module

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(slips_module, "_SOON_MS", 20)
    monkeypatch.setattr("app.ui.panels.prints._REST_MS", 10)


@pytest.fixture
def shelf(shelf):
    """Two printers, and a spooler that tells what becomes of each job."""
    shelf.states = {"派工联": State.READY, "OFFICE": State.READY}
    shelf.fates = {}
    return shelf


@pytest.fixture
def seat(start):
    return start()


@pytest.fixture
def order(seat, answers, qtbot):
    def make():
        page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"]})
        page.dispatch()
        return page.order_id

    choose(seat, qtbot)
    return make


def choose(seat, qtbot, name="派工联"):
    printers = seat.workplace.paperwork.printers
    printers.find()
    printers.choose(name)
    qtbot.waitUntil(lambda: bool(printers.found) and printers.state is not None)


def states(seat):
    return [job.state for job in seat.desk.prints.shown()]


def queue(seat, qtbot, jobs=1):
    seat.press(KEY.Key_F8, SHIFT)
    page = seat.workplace.tabs.current()
    assert page.record == "prints"
    qtbot.waitUntil(lambda: page.model.rowCount() == jobs)
    return page


def line(page, row=0):
    return page.model.item(row, 0).text(), page.model.item(row, 1).text()


def strips(seat):
    return [strip.text for strip in seat.workplace.tabs.strips._strips.values()]


def end(shelf, fate, place=-1):
    shelf.fates[shelf.sent[place].title] = fate


# -- the page --


def test_an_empty_queue_says_how_something_comes_into_it(seat, qtbot):
    seat.press(KEY.Key_F8, SHIFT)
    page = seat.workplace.tabs.current()
    qtbot.waitUntil(page.none.isVisible)


def test_a_job_is_followed_to_its_end(seat, order, shelf, qtbot):
    order()
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    page = queue(seat, qtbot)
    (slip,) = seat.store.find(Slip)
    qtbot.waitUntil(lambda: line(page) == (slip.number, "打印中"))
    shelf.states["派工联"] = State.PAPER
    qtbot.waitUntil(lambda: line(page)[1] == "打印中：缺纸")
    shelf.states["派工联"] = State.READY
    end(shelf, Fate.DONE)
    qtbot.waitUntil(lambda: line(page)[1] == "已打印")
    (slip,) = seat.store.find(Slip)
    assert len(slip.prints) == 1


def test_f8_twice_prints_once_and_says_so(seat, order, shelf, qtbot):
    order()
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    seat.press(KEY.Key_F8)
    assert "还在打，没有再打一张" in seat.workplace.toasts.text()
    assert len(shelf.sent) == 1


def test_what_was_cancelled_at_the_spooler_is_said_and_alt_r_prints_it_again(seat, order, shelf, qtbot):
    order()
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    end(shelf, Fate.CANCELLED)
    qtbot.waitUntil(lambda: strips(seat) == ["派工单：1 张没有打出。请到打印队列里看。"])
    page = queue(seat, qtbot)
    assert line(page)[1] == "没有打出：在打印服务里被取消"
    assert page.again_button.isVisible()
    seat.press(KEY.Key_R, ALT)
    qtbot.waitUntil(lambda: len(shelf.sent) == 2)
    qtbot.waitUntil(lambda: strips(seat) == [])
    (slip,) = seat.store.find(Slip)
    assert len(slip.prints) == 1  # it is the same printing still


def test_another_printer_gets_it_once_the_first_has_let_it_go(seat, order, shelf, qtbot):
    order()
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    page = queue(seat, qtbot)
    qtbot.waitUntil(page.move_button.isVisible)
    seat.press(KEY.Key_P, ALT)
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    assert [action.text() for action in menu.actions()] == ["OFFICE"]
    qtbot.keyClick(menu, KEY.Key_Return)
    qtbot.waitUntil(lambda: [job.printer for job in shelf.sent] == ["派工联", "OFFICE"])
    assert shelf.cancelled[0] == ("派工联", "1")
    end(shelf, Fate.DONE)
    qtbot.waitUntil(lambda: states(seat) == [JobState.DONE])


def test_del_cancels_what_the_spooler_has(seat, order, shelf, qtbot):
    order()
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    page = queue(seat, qtbot)
    qtbot.waitUntil(page.cancel_button.isVisible)
    seat.press(KEY.Key_Delete)
    qtbot.waitUntil(lambda: line(page)[1] == "已取消")
    assert shelf.cancelled


def test_a_spooler_that_may_have_taken_it_leaves_the_question_to_a_person(seat, order, shelf, qtbot):
    order()
    send = shelf.send

    def late(job):
        raise SpoolRefused("unsure")

    shelf.send = late
    with qtbot.waitSignal(seat.workplace.slips.failed):
        seat.press(KEY.Key_F8)
    qtbot.waitUntil(lambda: strips(seat) == ["派工单：1 张不知出纸没有。请到打印队列里看。"])
    shelf.send = send
    seat.press(KEY.Key_F8)
    assert "没有再打" in seat.workplace.toasts.text()
    page = queue(seat, qtbot)
    assert line(page)[1] == "不知出纸没有：送出后没有回应"
    seat.press(KEY.Key_W, ALT)
    qtbot.waitUntil(lambda: len(shelf.sent) == 1)
    qtbot.waitUntil(lambda: len(seat.store.find(Slip)[0].prints) == 1)


# -- batches --


def batch_of(seat, order, count):
    orders = [order() for _ in range(count)]
    seat.workplace.paperwork.print_many(orders)
    return orders


def test_a_batch_goes_out_in_its_order_and_says_how_far_it_is(seat, order, shelf, qtbot):
    batch_of(seat, order, 12)
    qtbot.waitUntil(lambda: strips(seat) == ["12 张派工单都已送出。"], timeout=20_000)
    numbers = [job.title.split()[0] for job in shelf.sent]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == 12
    assert all(len(slip.prints) == 1 for slip in seat.store.find(Slip))


def test_alt_a_stops_the_rest_of_a_batch_and_what_is_out_stays(seat, order, shelf, qtbot):
    begun, go_on = threading.Event(), threading.Event()
    send = shelf.send

    def slowly(job):
        begun.set()
        assert go_on.wait(10)
        return send(job)

    shelf.send = slowly
    batch_of(seat, order, 12)
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: strips(seat) == ["正在打印 12 张派工单：已送出 0 张"])
    seat.press(KEY.Key_A, ALT)
    go_on.set()
    qtbot.waitUntil(lambda: strips(seat) == ["12 张派工单：已送出 1 张，没有打出 11 张"])
    assert len(shelf.sent) == 1
    assert JobState.WAITING not in states(seat)


@pytest.mark.parametrize(("reason", "state"), [("", JobState.CANCELLED), ("paused", JobState.FAILED)])
def test_what_came_into_the_queue_after_its_batch_was_stopped_is_not_printed(seat, shelf, reason, state):
    batch, prints = new_id(), seat.desk.prints
    seat.workplace.slips.stop()
    prints.add(Wish(None, "派工联"), batch=batch, name="TEST")
    out = slips_module.bring_out(prints.run, seat.workplace.slips._press, None, {batch: reason})
    assert (out.job.state, out.job.reason) == (state, reason)
    assert shelf.sent == []


def test_a_printer_that_stops_in_a_batch_is_said_once_and_all_can_be_tried_again(seat, order, shelf, qtbot):
    shelf.states["派工联"] = State.PAUSED
    batch_of(seat, order, 3)
    qtbot.waitUntil(lambda: strips(seat) == ["3 张派工单：已送出 0 张，没有打出 3 张"])
    qtbot.waitUntil(lambda: states(seat) == [JobState.FAILED] * 3)
    shelf.states["派工联"] = State.READY
    queue(seat, qtbot, 3)
    seat.press(KEY.Key_R, ALT | SHIFT)
    qtbot.waitUntil(lambda: len(shelf.sent) == 3)


def test_f8_on_chosen_orders_of_the_list_prints_their_slips(seat, order, shelf, qtbot):
    for _ in range(3):
        order()
    seat.workplace.open("list", "orders")
    page = seat.workplace.tabs.current()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.table.setFocus()
    seat.press(KEY.Key_A, CTRL)
    seat.press(KEY.Key_F8)
    qtbot.waitUntil(lambda: len(shelf.sent) == 3)


# -- how each form is printed --


def test_the_printer_the_tray_the_sets_and_the_copies_are_set_by_form(seat, order, shelf, qtbot, start):
    shelf.offered = {"OFFICE": ["Upper", "Lower"]}
    order()
    paperwork = seat.workplace.paperwork
    paperwork.set_up()
    shown = paperwork.window
    row = next(each for each in shown.lines if each.form.name == "gas_repair")
    row.where.setCurrentIndex(row.where.findData("OFFICE"))
    qtbot.waitUntil(lambda: row.tray.count() == 3)
    row.tray.setCurrentIndex(row.tray.findData("Lower"))
    row.sets.setValue(2)
    row.boxes["stub"].click()
    qtbot.keyClick(shown, KEY.Key_Return, CTRL)
    assert paperwork.window is None
    seat.window.activateWindow()
    qtbot.waitUntil(seat.window.isActiveWindow)
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    (job,), (slip,) = shelf.sent, seat.store.find(Slip)
    assert (job.printer, job.tray, job.sets) == ("OFFICE", "Lower", 2)
    assert slip.prints[0]["copies"] == ["dispatch", "user"]
    seat.press(KEY.Key_F8, CTRL)
    choices = paperwork.window.choices
    assert (choices.printer(), choices.sets(), choices.copies()) == ("OFFICE", 2, ("dispatch", "user"))
    paperwork.window.reject()
    seat.sign_out()
    again = start().workplace.paperwork
    assert again.ways.get("gas_repair").tray == "Lower"
    assert again.ways.wish(None, "inquiry").printer == "派工联"


def test_a_setting_without_a_copy_cannot_be_kept(seat, qtbot):
    seat.workplace.paperwork.set_up()
    shown = seat.workplace.paperwork.window
    for box in shown.lines[0].boxes.values():
        box.click()
    assert not shown.save_button.isEnabled()
    assert "至少选一联" in shown.said.text()
    qtbot.keyClick(shown, KEY.Key_Return, CTRL)
    assert shown.isVisible()
    shown.reject()


def test_a_setting_that_cannot_be_read_is_as_if_there_were_none(seat):
    ways = seat.workplace.paperwork.ways
    seat.workplace._tools.settings.setValue("print/gas_repair", '{"sets": "many"}')
    assert ways.get("gas_repair").sets == 1
    seat.workplace._tools.settings.setValue("print/gas_repair", '{"sets": 900, "copies": ["x"]}')
    assert ways.get("gas_repair").sets == 20


def test_the_test_page_goes_the_way_of_a_slip_and_counts_nothing(seat, shelf, qtbot):
    choose(seat, qtbot)
    seat.workplace.paperwork.try_printer()
    qtbot.waitUntil(lambda: len(shelf.sent) == 1)
    assert shelf.sent[0].title.startswith("测试页 ")
    assert seat.store.find(Slip) == []
    qtbot.waitUntil(lambda: "测试页" in seat.workplace.toasts.text())


# -- what a lock and a restart leave --


def test_what_waited_as_the_seat_was_left_is_printed_at_the_next_sign_in(seat, order, shelf, qtbot, start):
    id = order()
    job, _ = seat.desk.prints.add(Wish(id, "派工联"))  # and nobody was told to begin
    seat.sign_out()
    start()
    qtbot.waitUntil(lambda: len(shelf.sent) == 1)
    assert shelf.sent[0].title.split()[0] == job.number


def test_what_was_handed_over_while_the_file_closed_is_noted_at_the_next_sign_in(
    seat, order, shelf, qtbot, start
):
    shelf.fates = None  # nobody else can tell
    order()
    begun, go_on = threading.Event(), threading.Event()
    send = shelf.send

    def slowly(job):
        begun.set()
        assert go_on.wait(10)
        return send(job)

    shelf.send = slowly
    seat.press(KEY.Key_F8)
    qtbot.waitUntil(begun.is_set)
    seat.sign_out()
    seat.store.close()
    go_on.set()
    again = start()
    qtbot.waitUntil(lambda: states(again) == [JobState.HANDED])
    (slip,) = again.store.find(Slip)
    assert len(slip.prints) == 1
    assert len(shelf.sent) == 1


def test_a_program_killed_as_it_handed_over_prints_nothing_twice_and_asks(seat, order, shelf, qtbot, start):
    id = order()
    job, _ = seat.desk.prints.add(Wish(id, "派工联"))
    seat.desk.prints.run.begin(job, job.number)
    seat.sign_out()
    again = start()
    qtbot.waitUntil(lambda: strips(again) == ["派工单：1 张不知出纸没有。请到打印队列里看。"])
    again.press(KEY.Key_A, ALT)
    page = again.workplace.tabs.current()
    qtbot.waitUntil(page.out_button.isVisible)
    again.press(KEY.Key_Q, ALT)
    qtbot.waitUntil(lambda: line(page)[1] == "已打印")
    assert shelf.sent == []
    (slip,) = again.store.find(Slip)
    assert len(slip.prints) == 1


def test_at_a_lock_nothing_of_the_queue_stays_to_be_seen(seat, qtbot):
    seat.workplace.paperwork.set_up()
    seat.sign_out()
    assert seat.workplace.paperwork.window is None
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isModal()]

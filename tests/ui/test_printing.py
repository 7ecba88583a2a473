"""F8, the preview and the choice of a printer, by keyboard."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.printing.spooler import State
from app.records.orders import Slip
from app.ui.preview import SlipPreview

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


@pytest.fixture
def shelf(shelf):
    shelf.states = {"派工联": State.READY, "OFFICE": State.READY}
    return shelf


@pytest.fixture
def seat(start):
    return start()


@pytest.fixture
def ordered(seat, answers):
    """A call with its order in front."""
    page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"]})
    page.dispatch()
    return page


def slips(seat):
    return seat.store.find(Slip)


def choose(seat, qtbot, name):
    seat.workplace.paperwork.printers.choose(name)
    qtbot.waitUntil(lambda: seat.workplace.paperwork.printers.state is not None)


def strip(seat):
    return next((s.text for n, s in seat.workplace.tabs.strips._strips.items() if n.startswith("slip")), "")


def told(seat):
    return seat.workplace.bottom.paper.text()


# -- F8 --


def test_without_a_printer_f8_keeps_a_pdf_and_the_bottom_line_says_so(seat, ordered, qtbot, tmp_path):
    assert told(seat) == "派工单存为 PDF"
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    (slip,) = slips(seat)
    assert (tmp_path / "slips" / f"{slip.number}.pdf").exists()
    assert len(slip.prints) == 1
    assert "已存为 PDF" in seat.workplace.toasts.text()


def test_f8_prints_at_once_and_opens_no_window(seat, ordered, qtbot, shelf):
    choose(seat, qtbot, "派工联")
    assert told(seat) == "打印机 派工联（就绪）"
    before = set(QApplication.topLevelWidgets())
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
        assert told(seat) == "正在打印派工单…"
    assert not [w for w in set(QApplication.topLevelWidgets()) - before if w.isVisible()]
    (slip,), (job,) = slips(seat), shelf.sent
    assert (job.printer, job.sets, job.tray, job.media) == ("派工联", 1, "", "A5")
    assert job.title.startswith(f"{slip.number} ")
    assert job.path.read_bytes().startswith(b"%PDF")
    (entry,) = slip.prints
    assert (entry["copies"], entry["sets"]) == (["stub", "dispatch", "user"], 1)
    assert seat.workplace.toasts.text() == f"派工单 {slip.number} 已送 派工联。"
    assert told(seat) == "打印机 派工联（就绪）"


def test_the_printer_is_the_seats_and_stays_over_a_sign_out(start, qtbot):
    seat = start()
    choose(seat, qtbot, "OFFICE")
    seat.sign_out()
    again = start()
    qtbot.waitUntil(lambda: told(again) == "打印机 OFFICE（就绪）")


SAID = {
    State.PAUSED: "打印机 派工联 已暂停，派工单 {} 没有送出。PDF 已存好，没有计入打印次数。",
    State.REJECTING: "打印机 派工联 不收任务，派工单 {} 没有送出。PDF 已存好，没有计入打印次数。",
    State.UNKNOWN: "找不到打印机 派工联，派工单 {} 没有送出。PDF 已存好，没有计入打印次数。",
    State.NO_SERVER: "打印服务没有运行，派工单 {} 没有送出。PDF 已存好，没有计入打印次数。",
    State.NO_SPOOLER: "这台电脑没有装打印程序，派工单 {} 没有送出。PDF 已存好，没有计入打印次数。",
    State.SILENT: "打印机 派工联 没有回应，派工单 {} 没有送出。PDF 已存好，没有计入打印次数。",
}


@pytest.mark.parametrize("state", SAID)
def test_a_printer_in_trouble_is_named_and_nothing_is_counted_or_lost(
    seat, ordered, qtbot, shelf, tmp_path, state
):
    choose(seat, qtbot, "派工联")
    shelf.states["派工联"] = state
    with qtbot.waitSignal(seat.workplace.slips.failed):
        seat.press(KEY.Key_F8)
    (slip,) = slips(seat)
    assert strip(seat) == SAID[state].format(slip.number)
    assert slip.prints == ()
    assert (tmp_path / "slips" / f"{slip.number}.pdf").exists()
    qtbot.waitUntil(lambda: told(seat) != "打印机 派工联（就绪）")
    assert told(seat).startswith("打印机 派工联（")


def test_alt_a_tries_again_and_the_strip_goes_when_it_is_out(seat, ordered, qtbot, shelf):
    choose(seat, qtbot, "派工联")
    shelf.states["派工联"] = State.PAUSED
    with qtbot.waitSignal(seat.workplace.slips.failed):
        seat.press(KEY.Key_F8)
    (slip,) = slips(seat)
    shelf.states["派工联"] = State.READY
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_A, ALT)
    assert strip(seat) == ""
    (again,) = slips(seat)
    assert (again.number, len(again.prints)) == (slip.number, 1)
    qtbot.waitUntil(lambda: told(seat) == "打印机 派工联（就绪）")


def test_a_printer_that_is_gone_lets_another_be_chosen(seat, ordered, qtbot, shelf):
    choose(seat, qtbot, "派工联")
    del shelf.states["派工联"]
    with qtbot.waitSignal(seat.workplace.slips.failed):
        seat.press(KEY.Key_F8)
    seat.press(KEY.Key_A, ALT)
    menu = seat.workplace.paperwork.menu
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_a_printer_out_of_paper_takes_the_slip_and_its_state_is_told(seat, ordered, qtbot, shelf):
    shelf.states["派工联"] = State.PAPER
    choose(seat, qtbot, "派工联")
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    assert len(shelf.sent) == 1
    assert told(seat) == "打印机 派工联（缺纸）"
    assert "已送 派工联（缺纸）" in seat.workplace.toasts.text()
    assert "不必再打" in seat.workplace.toasts.text()


def test_a_spooler_that_hangs_does_not_hold_up_typing_or_the_store(seat, ordered, qtbot, shelf, type_in):
    choose(seat, qtbot, "派工联")
    hung, answered = threading.Event(), threading.Event()
    ask = shelf.state

    def hang(name):
        hung.set()
        assert answered.wait(10)
        return ask(name)

    shelf.state = hang
    seat.press(KEY.Key_F8)
    qtbot.waitUntil(hung.is_set)
    page = seat.new("gas_repair")
    type_in(page, "name", "abc")
    page.keep()
    assert page.draft.answers["name"] == "abc"
    done = []
    seat.workplace._tools.background.store.run(lambda: 1, done.append)
    qtbot.waitUntil(lambda: done == [1])
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        answered.set()
    assert len(shelf.sent) == 1


def test_after_sign_out_a_slip_still_under_way_is_told_to_nobody(seat, ordered, qtbot, shelf, background):
    choose(seat, qtbot, "派工联")
    hung = threading.Event()
    ask = shelf.state
    shelf.state = lambda name: (hung.wait(10), ask(name))[1]
    told, done = [], []
    seat.workplace.slips.drawn.connect(told.append)
    seat.press(KEY.Key_F8)
    seat.sign_out()
    background.printer.run(lambda: 1, done.append)
    hung.set()
    qtbot.waitUntil(lambda: done == [1])
    assert len(shelf.sent) == 1
    assert told == []


# -- which printer --


def test_the_printer_is_chosen_by_keyboard(seat, qtbot):
    paperwork = seat.workplace.paperwork
    seat.press(KEY.Key_F8, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(paperwork.printers.found) == 2)
    assert [a.text() for a in paperwork.menu.actions()][:3] == ["存为 PDF", "派工联\t就绪", "OFFICE\t就绪"]
    assert paperwork.menu.activeAction().text() == "存为 PDF"
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Return):
        qtbot.keyClick(paperwork.menu, key)
    qtbot.waitUntil(lambda: told(seat) == "打印机 OFFICE（就绪）")


def test_esc_in_the_menu_changes_nothing(seat, qtbot):
    choose(seat, qtbot, "OFFICE")
    seat.press(KEY.Key_F8, CTRL | SHIFT)
    menu = seat.workplace.paperwork.menu
    qtbot.waitUntil(lambda: menu.activeAction().text().startswith("OFFICE"))
    qtbot.keyClick(menu, KEY.Key_Escape)
    assert told(seat) == "打印机 OFFICE（就绪）"


@pytest.mark.parametrize(
    ("refusal", "words"), [("no_server", "打印服务没有运行"), ("no_spooler", "没有装打印程序")]
)
def test_the_menu_says_why_there_is_no_printer(seat, qtbot, shelf, refusal, words):
    shelf.refusal = refusal
    seat.press(KEY.Key_F8, CTRL | SHIFT)
    menu = seat.workplace.paperwork.menu
    qtbot.waitUntil(lambda: words in [a.text() for a in menu.actions()])
    menu.close()


# -- the preview --


@pytest.fixture
def preview(seat, ordered, qtbot):
    seat.press(KEY.Key_F8, CTRL)
    shown = seat.workplace.paperwork.window
    assert isinstance(shown, SlipPreview)
    qtbot.waitUntil(lambda: not shown.view._sheet.pixmap().isNull())
    qtbot.waitUntil(lambda: shown.choices.where.count() == 3)
    yield shown
    if seat.workplace.paperwork.window is shown:
        shown.reject()


def press(qtbot, shown, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(shown.focusWidget() or shown, key, held)


def test_looking_takes_no_number_and_counts_nothing(seat, preview, qtbot):
    assert "还没有单号，打印时取号" in preview.said.text()
    press(qtbot, preview, KEY.Key_Escape)
    assert seat.workplace.paperwork.window is None
    assert slips(seat) == []


def test_the_page_turns_and_grows_by_keys_and_stays_sharp(preview, qtbot):
    view = preview.view
    assert preview.zoom.page.text() == "第 1/3 页"
    press(qtbot, preview, KEY.Key_PageDown)
    assert preview.zoom.page.text() == "第 2/3 页"
    before = view._sheet.size()
    for _ in range(9):
        press(qtbot, preview, KEY.Key_Equal, CTRL)
    assert preview.zoom.size_label.text() == "400 %"
    qtbot.waitUntil(lambda: abs(view._sheet.pixmap().width() - 4 * 96 * 148 / 25.4) < 2)
    assert abs(view._sheet.width() - view._sheet.pixmap().width() / view.devicePixelRatio()) < 1
    press(qtbot, preview, KEY.Key_0, CTRL)
    qtbot.waitUntil(lambda: abs(view._sheet.pixmap().width() - before.width()) < 2)
    press(qtbot, preview, KEY.Key_PageUp)
    press(qtbot, preview, KEY.Key_PageUp)
    assert preview.zoom.page.text() == "第 1/3 页"


def test_ctrl_enter_prints_what_was_chosen(seat, preview, qtbot, shelf):
    preview.choices.where.setCurrentIndex(preview.choices.where.findData("OFFICE"))
    preview.choices.count.setValue(2)
    preview.choices.boxes["stub"].click()
    qtbot.waitUntil(lambda: preview.zoom.page.text() == "第 1/2 页")
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        press(qtbot, preview, KEY.Key_Return, CTRL)
    (job,), (slip,) = shelf.sent, slips(seat)
    assert (job.printer, job.sets) == ("OFFICE", 2)
    assert (slip.prints[0]["copies"], slip.prints[0]["sets"]) == (["dispatch", "user"], 2)
    assert seat.workplace.paperwork.printers.name == ""  # this once only
    assert seat.workplace.paperwork.window is None


def test_enter_alone_prints_nothing(seat, preview, qtbot, shelf):
    for widget in (preview.view, preview.choices.where, preview.choices.count):
        widget.setFocus()
        qtbot.keyClick(widget, KEY.Key_Return)
    assert preview.isVisible()
    assert slips(seat) == []


def test_without_a_copy_nothing_can_be_printed(preview):
    for box in preview.choices.boxes.values():
        box.click()
    assert not preview.print_button.isEnabled()
    assert not preview.save_button.isEnabled()
    assert preview.said.text() == "至少选一联。"


def test_ctrl_s_saves_where_it_is_told_and_remembers_the_folder(seat, preview, qtbot, tmp_path):
    press(qtbot, preview, KEY.Key_S, CTRL)
    path = tmp_path / "desk" / "slip.pdf"
    path.parent.mkdir()
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        preview.chooser.fileSelected.emit(str(path))
        preview.chooser.close()
    assert path.read_bytes().startswith(b"%PDF")
    assert seat.workplace.toasts.text().endswith("已另存为 slip.pdf。")
    (slip,) = slips(seat)
    assert len(slip.prints) == 1
    assert seat.workplace._tools.settings.value("pdf_folder") == str(path.parent)


def test_a_slip_printed_before_says_how_often_and_that_it_will_be_marked(seat, ordered, qtbot):
    with qtbot.waitSignal(seat.workplace.slips.drawn):
        seat.press(KEY.Key_F8)
    (slip,) = slips(seat)
    seat.press(KEY.Key_F8, CTRL)
    shown = seat.workplace.paperwork.window
    assert slip.number in shown.windowTitle()
    assert "补打 1" in shown.said.text()
    shown.reject()


def test_without_an_order_there_is_nothing_to_look_at_and_none_is_made(seat, answers):
    page = seat.new("gas_repair", {**answers["gas_repair"], **answers["dispatch"]})
    page.view.focus_field("name")
    seat.press(KEY.Key_F8, CTRL)
    assert seat.workplace.paperwork.window is None
    assert "F9" in seat.workplace.toasts.text()
    assert page.draft is not None


def test_the_focus_goes_back_to_the_caret(seat, ordered, qtbot):
    case = seat.new("complaint")
    case.view.focus_field("request") if "request" in case.form.names else None
    seat.workplace.tabs.turn_to(ordered)
    before = seat.window.focusWidget()
    seat.press(KEY.Key_F8, CTRL)
    shown = seat.workplace.paperwork.window
    qtbot.waitUntil(shown.isVisible)
    press(qtbot, shown, KEY.Key_Escape)
    qtbot.waitUntil(seat.window.isActiveWindow)
    assert seat.window.focusWidget() is before
    assert not isinstance(before, QPlainTextEdit) or before.isEnabled()


def test_sign_out_closes_the_preview(seat, preview):
    seat.sign_out()
    assert seat.workplace.paperwork.window is None

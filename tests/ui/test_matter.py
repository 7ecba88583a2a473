"""A case's page: what happened in it, notes and corrections by key, complaints step by step, photos."""

from dataclasses import replace
from datetime import timedelta
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel

from app.desk.complaints import Decision
from app.desk.timeline import Timeline
from app.records.accesses import Access, Deed
from app.records.accounts import Agent, Role
from app.records.attachments import Attachment
from app.records.cases import Case
from app.records.complaints import Complaint
from app.records.ids import new_id
from app.records.notes import Note
from app.ui.complaints import ComplaintStrips
from app.ui.photos import PhotoWindow
from tests.ui.conftest import ME, REPAIR

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
COMPLAINT = {
    "name": "李女士", "phone": "13900002222", "category": "attitude", "request": "接线员挂我电话",
    "demand": "道歉", "solved": "unsolved",
}  # fmt: skip


def opened(seat, form="gas_repair", answers=REPAIR):
    """Keep a call, and open its case."""
    draft = seat.desk.calls.new(form)
    case = seat.desk.calls.save(replace(draft, answers=dict(answers))).case
    seat.workplace.open("case", case.id)
    return seat.workplace.tabs.current()


@pytest.fixture
def seat(start):
    return start()


@pytest.fixture
def page(seat):
    return opened(seat)


def write(page, **answers):
    asking = page.asking
    for name, value in answers.items():
        asking.fields._rows[name].put(value)
    asking.do()


def told(page):
    return [label.text() for label in page.matter.events.findChildren(QLabel) if not label.isHidden()]


def test_a_note_is_written_with_keys_alone_and_stands_in_the_timeline(seat, page, qtbot):
    seat.press(Qt.Key.Key_Y, ALT)
    qtbot.keyClicks(seat.window.focusWidget(), "Meter 123")
    seat.press(Qt.Key.Key_Return)  # Enter is the writer's
    seat.press(Qt.Key.Key_Return, CTRL)
    (note,) = seat.store.find(Note, record=page.record)
    assert (note.text, note.by, note.what) == ("Meter 123", ME.id, "note")
    qtbot.waitUntil(lambda: any("Meter 123" in line for line in told(page)))
    assert not page.asking.isVisible()
    assert page.order_button.isVisible()


def test_nothing_is_written_without_words_and_the_field_says_so(seat, page):
    seat.press(Qt.Key.Key_Y, ALT)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert seat.store.find(Note, record=page.record) == []
    assert page.asking.isVisible()


def test_what_was_half_typed_is_there_after_the_page_was_closed(seat, page, qtbot):
    seat.press(Qt.Key.Key_Y, ALT)
    qtbot.keyClicks(seat.window.focusWidget(), "half")
    seat.workplace.work.close_current()
    seat.workplace.open("case", page.record)
    again = seat.workplace.tabs.current()
    assert again.asking.fields.values()["text"] == "half"
    seat.press(Qt.Key.Key_Return, CTRL)
    seat.workplace.work.close_current()
    seat.workplace.open("case", page.record)
    assert seat.workplace.tabs.current().asking.question is None


def test_a_correction_strikes_out_what_it_corrects_and_leaves_it_there(seat, page, time, qtbot):
    page.matter.note_button.click()
    write(page, text="表号 123", at=(time.now() - timedelta(hours=3)).isoformat())
    step = page.matter._correcting()
    page.asking.ask(step)
    write(page, text="表号 132")
    first, second = reversed(seat.store.find(Note, record=page.record))
    assert (second.corrects, second.at) == (first.id, first.at)
    qtbot.waitUntil(lambda: any("补记" in line for line in told(page)))
    qtbot.waitUntil(lambda: any("已更正" in line for line in told(page)))
    shown = [label for label in page.matter.events.findChildren(QLabel) if not label.isHidden()]
    assert ["表号 123" in label.text() for label in shown if label.font().strikeOut()] == [True]
    assert page.matter._correcting().fields[0].codes == (second.id,)


def test_what_happened_is_not_read_by_the_windows_own_thread(seat, monkeypatch, qtbot):
    readers, of = set(), Timeline.of
    monkeypatch.setattr(Timeline, "of", lambda *given: (readers.add(current_thread()), of(*given))[1])
    page = opened(seat)
    qtbot.waitUntil(lambda: any("受理" in line for line in told(page)))
    assert main_thread() not in readers


def test_what_was_typed_of_each_step_is_there_when_it_is_asked_again_and_nothing_asks_by_itself(
    seat, page, qtbot
):
    for step, text in ((page.matter._noting, "a note"), (page.matter._splitting, "a part")):
        page.asking.ask(step())
        qtbot.keyClicks(seat.window.focusWidget(), text)
        seat.press(Qt.Key.Key_Escape)
    seat.workplace.work.close_current()
    seat.workplace.open("case", page.record)
    again = seat.workplace.tabs.current()
    assert again.asking.question is None
    again.asking.ask(again.matter._noting())
    assert again.asking.fields.values()["text"] == "a note"
    seat.press(Qt.Key.Key_Return, CTRL)
    again.asking.ask(again.matter._splitting())
    assert again.asking.fields.values()["title"] == "a part"
    again.asking.ask(again.matter._noting())
    assert not again.asking.fields.values()["text"]


def test_tab_goes_down_the_page_to_what_was_made_later_and_then_to_the_foot(seat, page, qtbot):
    qtbot.waitUntil(lambda: bool(told(page)))
    page.matter.note_button.click()
    QCoreApplication.processEvents()
    page.reading.setFocus()
    came = []
    for _ in range(4):
        seat.press(Qt.Key.Key_Tab)
        here = seat.window.focusWidget()
        came.append(next(p for p in (page.matter.events, page.asking, page.foot) if p.isAncestorOf(here)))
    assert came == [page.matter.events, page.asking, page.asking, page.foot]


def test_every_step_of_the_menu_is_in_the_command_bar(seat, page):
    from app.ui.commands import of_page

    offered = {command.text for command in of_page(seat.workplace.tabs.current())}
    assert {"拆分案件", "关联另一案件", "登记通话录音"} <= offered


def test_a_split_opens_the_part_and_says_where_it_came_from(seat, page, qtbot):
    page.asking.ask(page.matter._splitting())
    write(page, title="楼上也漏水")
    part = seat.workplace.tabs.current()
    assert part.record != page.record
    assert seat.store.get(Case, part.record).title == "楼上也漏水"
    number = seat.store.get(Case, page.record).number
    qtbot.waitUntil(lambda: any(number in line for line in told(part)))


# -- complaints --


@pytest.fixture
def boss(seat, monkeypatch):
    """The agent at the seat is a supervisor; and there are others."""
    others = [Agent(new_id(), no, name, Role.AGENT, "") for no, name in (("2001", "周宁"), ("2002", "赵一"))]
    with seat.store.write() as to:
        for each in (ME, *others):
            to.put(each)
    monkeypatch.setattr(seat.desk.calls.complaints, "_agent", replace(ME, role=Role.SUPERVISOR))
    return others


def test_a_supervisor_takes_a_complaint_through_its_steps_each_offered_when_it_is_due(seat, boss):
    page = opened(seat, "complaint", COMPLAINT | {"target": "2001"})
    steps = []
    said = {
        "assign": {"handler": ME.id, "sort": "attitude"},
        "handle": {"result": "已道歉", "cause": "培训不足"},
        "feed_back": {"reply": "致歉"},
        "call_back": {"satisfied": "satisfied"},
    }
    for _ in said:
        seat.press(Qt.Key.Key_T, ALT | Qt.KeyboardModifier.ShiftModifier)
        code = page.asking.question.code
        steps.append(code.removeprefix("complaint "))
        write(page, **said[steps[-1]])
        assert page.asking.question is None
    assert steps == list(said)
    assert not page.matter.complaint.button.isVisible()
    kept = seat.store.get(Complaint, page.record)
    assert (kept.about, kept.handler, kept.answers["cause"]) == (boss[0].id, ME.id, "培训不足")
    assert kept.handled_at
    assert kept.fed_back_at
    assert kept.called_at


def test_the_person_complained_of_is_refused_in_words_where_they_were_chosen(seat, boss):
    page = opened(seat, "complaint", COMPLAINT)
    seat.press(Qt.Key.Key_T, ALT | Qt.KeyboardModifier.ShiftModifier)
    write(page, handler=boss[0].id, about=boss[0].id, sort="late")
    assert seat.store.get(Complaint, page.record).handler is None
    shown = [label.text() for label in page.asking.findChildren(QLabel) if not label.isHidden()]
    assert "被投诉人不能处理这件投诉。请选另一个人。" in shown


def test_an_agent_sees_where_a_complaint_stands_and_no_step_of_it(seat):
    page = opened(seat, "complaint", COMPLAINT)
    assert not page.matter.complaint.button.isVisible()
    assert any("上报" in label.text() for label in page.findChildren(QLabel))


def test_a_supervisor_is_told_of_a_complaint_on_a_strip_until_it_is_assigned(seat, boss, qtbot):
    strips = seat.workplace.tabs.strips
    told = ComplaintStrips(strips, seat.desk.calls.complaints, seat.bridge, seat.desk.cases.get)
    opened = []
    told.open_asked.connect(lambda *what: opened.append(what))
    draft = seat.desk.calls.new("complaint")
    case = seat.desk.calls.save(replace(draft, answers=COMPLAINT)).case
    name = f"complaint {case.id}"
    qtbot.waitUntil(lambda: strips.holds(name))
    seat.press(Qt.Key.Key_A, ALT)
    assert opened == [("case", case.id)]
    complaints = seat.desk.calls.complaints
    complaints.assign(complaints.of(case.id), Decision(boss[0].id, None, "late"))
    qtbot.waitUntil(lambda: not strips.holds(name))


def test_a_case_is_printed_by_who_may_with_numbers_masked_and_that_is_kept(seat, boss, monkeypatch):
    page = opened(seat, "complaint", COMPLAINT)
    said = []
    page.told.connect(said.append)
    page.matter.print_sheet()
    assert "打印处理单只有" in said[0]
    monkeypatch.setattr(seat.desk.accesses, "_session", replace(seat.store._session, role=Role.LEAD))
    sheets = []
    page.sheet_asked.connect(lambda *made: sheets.append(made))
    page.matter.print_sheet()
    sheet, note = sheets[0]
    text = str(sheet.sections)
    assert "接线员挂我电话" in text
    assert "13900002222" not in text.replace(" ", "")
    note(sheet)
    (kept,) = seat.store.find(Access, record=page.record)
    assert (kept.deed, kept.of, kept.whole) == (Deed.PRINT, "case", False)


# -- photos --


@pytest.fixture
def photo(tmp_path):
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    path = tmp_path / "现场.jpg"
    image.save(str(path), "JPEG")
    return path


def attached(seat, page, qtbot, count=1):
    qtbot.waitUntil(lambda: len(seat.store.find(Attachment, record=page.record)) == count)
    return seat.store.find(Attachment, record=page.record)


def test_a_photo_comes_from_a_file_a_drag_or_the_clipboard_once(seat, page, qtbot, photo):
    with qtbot.waitSignal(page.told):
        page.matter.attachments.add_files([str(photo)])
    (kept,) = attached(seat, page, qtbot)
    assert (kept.media, kept.name) == ("image/jpeg", "现场.jpg")
    board = QMimeData()
    board.setUrls([QUrl.fromLocalFile(str(photo))])
    with qtbot.waitSignal(page.told) as said:
        page.matter.attachments._take(board)
    assert "已经在附件里" in said.args[0]
    QGuiApplication.clipboard().setImage(QImage(str(photo)))
    page.setFocus()
    seat.press(Qt.Key.Key_V, CTRL)
    assert attached(seat, page, qtbot, 2)[0].media == "image/png"
    qtbot.waitUntil(lambda: any("现场.jpg" in line for line in told(page)))


def test_what_is_no_photo_is_refused_in_words_and_nothing_is_kept(seat, page, qtbot, tmp_path):
    evil = tmp_path / "photo.jpg"
    evil.write_bytes(b"MZ\x90\x00 this is a program")
    with qtbot.waitSignal(page.told) as said:
        page.matter.attachments.add_files([str(evil)])
    assert "不是照片也不是录音" in said.args[0]
    assert seat.store.find(Attachment, record=page.record) == []


def test_a_photo_is_looked_at_in_a_window_that_goes_with_the_page(seat, page, qtbot, photo):
    page.matter.attachments.add_files([str(photo)])
    (kept,) = attached(seat, page, qtbot)
    page.matter.attachments.open(kept.id)
    window = page.matter.attachments.window
    qtbot.waitUntil(lambda: not window.view._sheet.pixmap().isNull())
    assert window.view._sheet.pixmap().toImage().pixelColor(10, 10).green() > 90
    seat.workplace.leave()  # the seat locks
    assert page.matter.attachments.window is None
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, PhotoWindow) and w.isVisible()]

"""What happened in a case; a note, a complaint in its steps, a photo."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QApplication

from app.desk import clock
from app.desk.attachments import Offer
from app.desk.complaints import Decision, Step
from app.desk.notes import Said
from app.records.accounts import Agent, Role
from app.records.cases import Case
from app.records.ids import Id
from app.ui.panels.cases import CasePage
from tests.shots.stage import LONG, PEOPLE, Stage

OTHER = Agent(Id("01900000-0000-7000-8000-000000002001"), "2001", "周宁", Role.AGENT, "")


def _photo(folder: Path) -> Offer:
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    sky = QLinearGradient(0, 0, 0, 1200)
    sky.setColorAt(0, QColor("#9cc4e4"))
    sky.setColorAt(1, QColor("#4a5a48"))
    painter = QPainter(image)
    painter.fillRect(image.rect(), sky)
    painter.fillRect(300, 500, 900, 420, QColor("#b8a58a"))
    painter.setPen(QColor("#333"))
    painter.drawEllipse(900, 300, 200, 200)
    painter.end()
    path = folder / "photo.jpg"
    image.save(str(path), "JPEG")
    return Offer("现场-减压阀.jpg", path.read_bytes())


def _page(stage: Stage, form: str, **more: object) -> CasePage:
    assert stage.workplace.isEnabled()
    name, (number, address) = next(iter(PEOPLE.items()))
    desk = stage.workplace._desk
    with stage.program.opened.store.write() as to:  # type: ignore[union-attr]
        to.put(OTHER)
    draft = desk.calls.new(form)
    told = {"name": name, "phone": number, "address": address, "request": LONG, "solved": "unsolved"} | more
    at = clock.now() - timedelta(hours=5)
    saved = desk.calls.save(replace(draft, answers=told, started_at=at))
    assert saved.case is not None, saved.problems
    stage.open("case", saved.case.id)
    page = stage.workplace.tabs.current()
    assert isinstance(page, CasePage)
    return page


def _case(stage: Stage, page: CasePage) -> Case:
    case = stage.workplace._desk.cases.get(Id(page.record))
    assert case is not None
    return case


def timeline(stage: Stage) -> CasePage:
    page = _page(stage, "gas_repair", category="stove", read_back=True)
    desk, case, now = stage.workplace._desk, _case(stage, page), clock.now()
    notes = desk.matter.notes
    notes.add(case, Said("维修员到场，表号 123，灶具已拆检", now - timedelta(hours=3)))
    (first,) = notes.of(case.id)
    notes.add(case, Said("维修员到场，表号 132，灶具已拆检", first.at, first.id))
    desk.matter.attachments.add(case, _photo(stage.program._folder))
    desk.matter.ties.split(case, "楼上 602 室同样打不着火", "客户同时反映邻居家")
    notes.add(case, Said("客户再次来电催办，已告知师傅在路上；<b>不是标记</b>，𬱖先生。"))
    page.refresh()
    for _ in range(3):
        QApplication.processEvents()
    page._scroll.verticalScrollBar().setValue(page._scroll.verticalScrollBar().maximum())
    return page


def note(stage: Stage) -> None:
    timeline(stage).matter.note_button.click()


def menu(stage: Stage) -> None:
    timeline(stage).more_button.click()


def _complaint(stage: Stage) -> CasePage:
    said = {"category": "attitude", "demand": "当面道歉", "target": "2001 周宁"}
    return _page(stage, "complaint", **said)


def assign(stage: Stage) -> None:
    page = _complaint(stage)
    _head(stage, page)
    page.matter.complaint.button.click()


def _head(stage: Stage, page: CasePage) -> None:
    complaints = stage.workplace._desk.calls.complaints
    complaints._agent = replace(complaints._agent, role=Role.SUPERVISOR)
    page.refresh()


def complaint(stage: Stage) -> None:
    page = _complaint(stage)
    _head(stage, page)
    desk, now = stage.workplace._desk, clock.now()
    complaints, case = desk.calls.complaints, _case(stage, page)
    me = desk.agent.id
    complaints.assign(complaints.of(case.id), Decision(me, OTHER.id, "attitude", "请今天办完"))  # type: ignore[arg-type]
    told = {
        "result": "已向客户电话致歉，周宁书面检讨",
        "cause": "高峰时段情绪失控",
        "improvement": "复训服务用语",
    }
    complaints.handle(complaints.of(case.id), Step(now, told))  # type: ignore[arg-type]
    page.refresh()
    for _ in range(3):
        QApplication.processEvents()
    page._scroll.verticalScrollBar().setValue(360)


def barred(stage: Stage) -> None:
    assert stage.workplace.isEnabled()
    desk = stage.workplace._desk
    _page(stage, "complaint", category="attitude", demand="道歉", target=desk.agent.agent_no)


def photo(stage: Stage) -> None:
    page = timeline(stage)
    found = page.matter.attachments._found()
    page.matter.attachments.open(found[0].id)
    window = page.matter.attachments.window
    assert window is not None
    stage.hands.until(lambda: not window.view._sheet.pixmap().isNull(), "no picture")


def paper(stage: Stage) -> None:
    complaint(stage)
    page = stage.workplace.tabs.current()
    assert isinstance(page, CasePage)
    page.matter.print_sheet()
    shown = stage.workplace.paperwork.lists.window
    assert shown is not None
    stage.hands.until(lambda: not shown.view._sheet.pixmap().isNull(), "no picture")


SCREENS = {
    "complaint-paper": paper,
    "case-timeline": timeline,
    "case-note": note,
    "case-menu": menu,
    "complaint-assign": assign,
    "complaint": complaint,
    "complaint-barred": barred,
    "case-photo": photo,
}

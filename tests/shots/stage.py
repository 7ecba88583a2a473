"""One seat of an invented centre, and what a screen needs on it before it is drawn."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.demo.awake import Awake
from app.demo.hands import Hands
from app.demo.secrets import DemoSecrets
from app.desk import clock
from app.forms.check import check
from app.forms.kinds import Kind
from app.forms.spec import Field, Form
from app.forms.spec import Stage as Due
from app.program import Program
from app.ui.application import Application
from app.ui.front import Front
from app.ui.panels.calls import CallPage
from app.ui.panels.cases import CasePage
from app.ui.workplace import Workplace

PASSWORD = "correct horse battery staple"
LONG = "客户反映厨房灶具点火后十几秒自动熄火，换过电池，邻居家正常，怀疑是熄火保护针脏了或减压阀有问题。"
PEOPLE = {
    "王小明": ("13800001234", "滨江区春晓路88号3幢2单元501室"),
    "李芳": ("13900005678", "上城区望江街道近江六园12幢1单元1402室"),
    "阿依古丽·买买提": ("057188886666", "余杭区五常大道200号西溪花园三期梧桐苑16幢3单元2201室"),
    "陈䶮": ("13700009999", "和平路7号"),
}


class Stage:
    """Doors first, then one agent signed in, with a day's work behind."""

    def __init__(self, application: Application, folder: Path, language: str) -> None:
        self.application, self.language = application, language
        folder.joinpath("window.ini").write_text(f"[General]\nlanguage={language}\n", encoding="utf-8")
        self.front = Front(application, folder, clock.now)
        self.program = Program(application, self.front, folder, DemoSecrets(), Awake())
        self.window = self.program.window
        self.window.resize(1366, 768)
        self.window.show()
        self.hands = Hands(self.window)
        self.hands.come_to_the_front()

    @property
    def page(self) -> QWidget:
        page = self.window.centralWidget()
        assert page is not None
        return page

    @property
    def workplace(self) -> Workplace:
        """The workplace; the first time somebody signs in, and a day's work is done."""
        if not isinstance(self.page, Workplace):
            is_back = self.program._locked is not None
            if is_back:
                self.front.unlock_asked.emit(PASSWORD)
            elif self.program.opened is None:
                self.front.alone_asked.emit("临江燃气客服中心", "1001", "王珂", PASSWORD)
            self.hands.until(lambda: isinstance(self.page, Workplace), "nobody was let in")
            if not is_back:
                self._work_a_day()
        assert isinstance(self.page, Workplace)
        return self.page

    def _work_a_day(self) -> None:
        for place, (name, (number, address)) in enumerate(PEOPLE.items()):
            for form in ("gas_repair", "complaint", "inquiry", "gas_leak")[: 4 - place]:
                page = self.new(form, name=name, phone=number, address=address)
                page.save()
                if place % 2 == 0:
                    page.dispatch()
        self.close_tabs()

    def new(self, form: str, **answers: Any) -> CallPage:
        """Open a call on *form*, all filled that saving and dispatching ask for; nothing at all
        where *answers* are ``empty=True``."""
        work = self.workplace.work
        work.new(form)
        page = work.tabs.current()
        assert isinstance(page, CallPage)
        if not answers.pop("empty", False):
            page.view.set_answers(filled(page.form, answers))
            page._settled()
        return page

    def open(self, kind: str, id: str) -> None:
        """Show the record, with all that is read of it afterwards."""
        self.workplace.open(kind, id)
        page = self.workplace.tabs.current()
        if isinstance(page, CasePage):
            self.hands.until(lambda: page.is_read, "the case is not read")

    def close_tabs(self) -> None:
        for page in self.workplace.tabs.pages():
            if isinstance(page, CallPage) and page.draft:
                self.workplace.tabs.turn_to(page)
                self.workplace.work.discard()
            else:
                self.workplace.work.close(page)
        self.workplace.toasts.clear()

    def rest(self) -> None:
        """Wait until the work list has read what changed: group by group, so that keys go between."""
        if isinstance(self.page, Workplace):
            worklist = self.workplace.worklist
            self.hands.until(
                lambda: not (worklist._old and worklist.isVisible()), "the work list is not read"
            )

    def tidy(self) -> None:
        """Close what lies over the window, and every tab."""
        for over in QApplication.topLevelWidgets():
            if over is not self.window and over.isVisible():
                over.close()
        if isinstance(self.page, Workplace):
            slips = self.workplace.slips
            self.hands.until(lambda: not slips._running, "something is being printed still")
            self.close_tabs()
            self.workplace.overview.hide()
            rings = self.workplace._desk.calls.rings
            for ring in rings.live():
                rings.take(ring.id, None)
            for name in list(self.workplace.tabs.strips._strips):
                self.workplace.tabs.strips.take(name)
            self.workplace.caller.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.hands.come_to_the_front()

    def close(self) -> None:
        self.program.close()
        self.window.close()


def filled(form: Form, answers: dict[str, Any]) -> dict[str, Any]:
    """Return *answers* with what is asked besides."""
    told = {name: value for name, value in answers.items() if name in form.names}
    for _ in form.fields:
        wanting = [p.field for p in check(form, told, Due.DISPATCH if form.order else Due.SAVE)]
        if not any(wanting):
            break
        told |= {name: invented(form.field(name)) for name in wanting if name}
    return told


def invented(field: Field) -> Any:
    if field.choices:
        return [field.codes[0]] if field.kind is Kind.MULTI_CHOICE else field.codes[0]
    return {
        Kind.YES_NO: False,
        Kind.READ_BACK: True,
        Kind.NUMBER: 1,
        Kind.PHONE: "13800001234",
        Kind.LONG_TEXT: LONG,
        Kind.DATE_TIME: clock.now().isoformat(),
    }.get(field.kind, "如来电人所述")

"""A form with a field of every kind, on the screen, answered with real keys."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.forms.kinds import Kind
from app.forms.spec import Choice, Field, Form, Section, Stage
from app.ui.form.view import FormView

NOW = datetime(2026, 11, 21, 1, 31, tzinfo=UTC)
REASONS = tuple(
    Choice(code, {"zh_CN": label}) for code, label in (("refused", "客户不愿提供"), ("unknown", "客户不清楚"))
)


def choices(*pairs):
    return tuple(Choice(code, {"zh_CN": label}) for code, label in pairs)


FAULTS = choices(
    ("stove", "灶具不点火"),
    ("boiler", "壁挂炉故障"),
    ("meter", "燃气表故障"),
    ("valve", "阀门损坏"),
    ("hose", "胶管老化"),
    ("other", "其他"),
)
SOLVED = choices(("solved", "已解决"), ("partly", "部分解决"), ("unsolved", "未解决"))
SAFETY = choices(("valve", "关闭总阀"), ("windows", "开窗通风"), ("leave", "撤离到室外"))


def ask(name, kind, label, **more):
    return Field(name, kind, {"zh_CN": label}, **more)


FORM = Form(
    "every_kind",
    1,
    {"zh_CN": "样样都有"},
    (
        Section(
            "caller",
            {"zh_CN": "来电人"},
            (
                ask(
                    "name",
                    Kind.PERSON,
                    "姓名",
                    required=Stage.SAVE,
                    not_given=True,
                    reasons=frozenset(["refused", "unknown"]),
                ),
                ask("phone", Kind.PHONE, "电话", required=Stage.SAVE),
                ask("address", Kind.ADDRESS, "地址", help={"zh_CN": "问到户"}),
                ask("note", Kind.TEXT, "备注", not_given=True, reasons=frozenset(["refused"])),
            ),
        ),
        Section(
            "fault",
            {"zh_CN": "故障"},
            (
                ask("category", Kind.CHOICE, "类别", choices=FAULTS, required=Stage.DISPATCH),
                ask("category_other", Kind.TEXT, "其他类别", when={"category": ("other",)}),
                ask("urgent", Kind.YES_NO, "紧急"),
                ask("why", Kind.TEXT, "为何紧急", required=Stage.SAVE, required_when={"urgent": (True,)}),
                ask("told", Kind.MULTI_CHOICE, "已告知", choices=SAFETY),
                ask("request", Kind.LONG_TEXT, "诉求", required=Stage.SAVE),
            ),
        ),
        Section(
            "end",
            {"zh_CN": "结束"},
            (
                ask("due_at", Kind.DATE_TIME, "最迟时间"),
                ask("count", Kind.NUMBER, "户数", minimum=1),
                ask("read_back", Kind.READ_BACK, "已复述", required=Stage.SAVE),
                ask("solved", Kind.CHOICE, "是否解决", choices=SOLVED),
            ),
        ),
    ),
)


@dataclass
class Desk:
    """The form and the hands at it."""

    view: FormView
    qtbot: object
    heard: list = field(default_factory=list)  # what the view said, in order

    def press(self, key, held=Qt.KeyboardModifier.NoModifier, times=1) -> None:
        """Press *key* wherever the focus is."""
        for _ in range(times):
            self.qtbot.keyClick(self.view.focusWidget(), key, held)

    def keys(self, text: str) -> None:
        """Type ASCII wherever the focus is."""
        self.qtbot.keyClicks(self.view.focusWidget(), text)

    def commit(self, text: str) -> None:
        """What an input method sends when a word is chosen."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.view.focusWidget(), event)

    def compose(self, text: str) -> None:
        QApplication.sendEvent(self.view.focusWidget(), QInputMethodEvent(text, []))

    def at(self, name: str) -> "Desk":
        self.view.focus_field(name)
        return self

    def here(self) -> str:
        return self.view.place()[0]

    def value(self, name: str):
        return self.view.answers().get(name)

    def row(self, name: str):
        return self.view._rows[name]

    def shown(self, name: str) -> bool:
        return self.row(name).isVisible()

    def problem(self, name: str) -> str:
        row = self.row(name)
        return row.problem() if row._trouble.isVisible() else ""


@pytest.fixture
def show(qtbot):
    """Put a form on the screen."""

    def _show(form: Form = FORM, width: int = 600, height: int = 500) -> Desk:
        view = FormView(form, "zh_CN", lambda problem, _: problem.code, REASONS, lambda: NOW)
        qtbot.addWidget(view)
        desk = Desk(view, qtbot)
        view.changed.connect(lambda name: desk.heard.append(name))
        view.settled.connect(lambda: desk.heard.append("settled"))
        view.resize(width, height)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.go(("", 0, 0))
        return desk

    return _show


@pytest.fixture
def desk(show):
    return show()


@pytest.fixture
def unfiltered(qapp):
    """Without the application's filter, which eats Enter while an input method composes."""
    qapp.removeEventFilter(qapp.composing)
    yield
    qapp.installEventFilter(qapp.composing)

"""An order in words: why it goes where it goes, what was done with it, and what was said of that."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.desk.steps import CLAUSES, OUTCOMES, done_at, last
from app.forms.load import Forms
from app.forms.routing import BY_FORM, BY_STREET, CHOSEN
from app.forms.spec import Form, say
from app.forms.words import in_words
from app.records.ids import Id
from app.records.orders import Act, Order, OrderState
from app.ui import wording
from app.ui.events import EventRow
from app.ui.problems import choice

_LATE = 120  # seconds: what is entered so soon after it happened was entered as it happened


def reasons(forms: Forms, form: Form, order: Order, lang: str) -> list[str]:
    """Return why it goes to its team, by when, at once or not, the last word first."""
    said = [_overridden(step) for step in reversed(order.steps) if step.get("act") == Act.REROUTE]
    return [*said, *(_reason(forms, form, order, code, lang) for code in order.rules)]


def _overridden(step: dict[str, Any]) -> str:
    return QCoreApplication.translate("Orders", "改派：{}").format(step.get("why", ""))


def _reason(forms: Forms, form: Form, order: Order, code: str, lang: str) -> str:
    if row := forms.routing.row(code):
        words = QCoreApplication.translate("Orders", "{why}（{rule}）")
        return words.format(why=say(row.why, lang), rule=row.rule)
    usual = {
        CHOSEN: _chosen(order),
        BY_STREET: QCoreApplication.translate("Orders", "按街道分片（CASE-5）"),
        BY_FORM: QCoreApplication.translate("Orders", "按表单“{}”的规则").format(say(form.title, lang)),
    }
    met = _condition(form, order, lang) if code == BY_FORM else ""
    return f"{usual[code]}  {met}".rstrip() if code in usual else code


def _chosen(order: Order) -> str:
    chosen, why = QCoreApplication.translate("Orders", "座席员选定"), order.answers.get("team_why")
    return QCoreApplication.translate("Orders", "座席员选定：{}").format(why) if why else chosen


def _condition(form: Form, order: Order, lang: str) -> str:
    """Return the answers by which the form's own route chose the team."""
    routes = form.order.routes if form.order else ()
    route = next((each for each in routes if each.team == order.team), None)
    fields = [form.field(name) for name in route.when if name in order.answers] if route else []
    return "  ".join(f"{say(f.label, lang)}：{in_words(f, order.answers[f.name], lang, {})}" for f in fields)


def made(order: Order) -> str:
    """Return what became of an order that was just made."""
    if order.state is OrderState.OPEN:
        return QCoreApplication.translate("Orders", "工单 {} 已开，等整体派工。").format(order.number)
    return QCoreApplication.translate("Orders", "工单 {} 已派出。").format(order.number)


def done(order: Order, act: Act) -> str:
    """Return what was done with it, said to whoever did it."""
    if act is Act.PRESS:
        words = QCoreApplication.translate("Orders", "工单 {number} 已催 {n} 次。")
        return words.format(number=order.number, n=order.taken(Act.PRESS))
    words = QCoreApplication.translate("Orders", "工单 {number}：{did}。")
    return words.format(number=order.number, did=wording.word("acted", act))


class History:
    """What was done with an order, the first of it first."""

    def __init__(self, forms: Forms, people: Callable[[Id], str], lang: str) -> None:
        self._forms, self._people, self._lang = forms, people, lang

    def rows(self, order: Order) -> list[EventRow]:
        made = (wording.day_and_time(order.ordered_at), self._people(order.ordered_by))
        opened = QCoreApplication.translate("Orders", "开单")
        first = EventRow(made[0], f"{made[1]}  ·  {opened}")
        steps = sorted(order.steps, key=lambda step: (done_at(step), done_at(step, "entered_at")))
        return [first, *map(self._row, steps)]

    def _row(self, step: dict[str, Any]) -> EventRow:
        at, entered = done_at(step), done_at(step, "entered_at")
        head = [self._people(Id(str(step.get("by", "")))), wording.word("act", str(step.get("act")))]
        late = (entered - at).total_seconds() > _LATE
        note = QCoreApplication.translate("Orders", "{} 补记").format(wording.day_and_time(entered))
        text = "\n".join(filter(None, ("  ·  ".join(self.told(step)), str(step.get("why", "")))))
        return EventRow(wording.day_and_time(at), "  ·  ".join(head), text, note if late else "")

    def told(self, step: dict[str, Any]) -> list[str]:
        """Return what was said of a step beside why."""
        lists, lang = self._forms.lists, self._lang
        words = [
            choice(lists, CLAUSES, str(step.get("clause", "")), lang),
            choice(lists, "teams", str(step.get("team", "")), lang),
            choice(lists, OUTCOMES, str(step.get("outcome", "")), lang),
            str(step.get("came", "")),
            signed(step.get("signed")),
        ]
        if due := step.get("due_at"):
            at = wording.day_and_time(datetime.fromisoformat(str(due)))
            words.append(QCoreApplication.translate("Orders", "最迟 {}").format(at))
        return [word for word in words if word]


def signed(told: object) -> str:
    if told is None:
        return ""
    if told is True:
        return QCoreApplication.translate("Orders", "用户已签字")
    return QCoreApplication.translate("Orders", "用户没有签字")


def result(forms: Forms, order: Order, lang: str) -> list[tuple[str, str]]:
    """Return the rows of the result that was entered."""
    finish = last(order.steps, Act.FINISH) or {}
    finished = wording.day_and_time(order.finished_at) if order.finished_at else ""
    return [
        (QCoreApplication.translate("Orders", "结果"), choice(forms.lists, OUTCOMES, order.outcome, lang)),
        (QCoreApplication.translate("Orders", "完成时间"), finished),
        (QCoreApplication.translate("Orders", "上门的人"), order.came),
        (QCoreApplication.translate("Orders", "签字"), signed(order.signed)),
        (QCoreApplication.translate("Orders", "说明"), str(finish.get("why", "")) if order.outcome else ""),
    ]

"""Who is to be called after service (回访), in a tab: by area and time, each done by one key (CB-1)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem
from shiboken6 import isValid

from app.desk.owing import said
from app.desk.people import People
from app.desk.visits import Visit, Visits
from app.forms import phone
from app.forms.load import Forms
from app.forms.spec import say
from app.records.callbacks import Callback, Why
from app.records.ids import Id
from app.records.orders import Order
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.facts import Facts
from app.ui.form.blanks import filled
from app.ui.jotting import Jotter
from app.ui.kit.empty import EmptyState
from app.ui.kit.paging import Run
from app.ui.kit.style import as_tip
from app.ui.lines import HEAD, MORE, TONE
from app.ui.picker import Entry, Picker
from app.ui.tree import cell
from app.ui.veil import Veil
from app.ui.visiting import ID, OutcomeKeys, VisitList

_ROOM = 520  # less, and the list would lie in a slit
_DONE, _LATE = "done", "left"
Group = tuple[str, str, list[Visit]]  # code, words, those in it


@dataclass(frozen=True, slots=True)
class VisitDesk:
    """``facts``: what the words that are asked may say of the centre; ``run`` takes what reads long."""

    visits: Visits
    forms: Forms
    people: People
    jotter: Callable[..., Jotter]
    run: Run
    now: Callable[[], datetime]
    lang: str
    facts: dict[str, str]
    veil: Veil


class VisitsPage(VisitList):
    begin_asked = Signal(str, str)  # channel, number
    record = "visits"

    def __init__(self, desk: VisitDesk, bridge: Bridge) -> None:
        super().__init__(bridge, frozenset({"callback", "order", "household", "agent", "definition"}))
        self._desk, self.title = desk, self.tr("回访")
        self._groups: list[Group] = []
        self._everybodys = False
        self._wanted = ""  # to be chosen once it is read
        self.facts = Facts()
        self.note.setPlaceholderText(self.tr("说明：记结果时可以不填，转交时写明原因"))
        self.note.setAccessibleName(self.tr("这次回访的说明，或转交的原因"))
        self.whom = Picker((), self._words(), self)
        self.whom.chosen.connect(self.give)
        self._add_buttons()
        none = EmptyState(self.tr("现在没有要回访的。到了轮次时间，当天的工单会自己列在这里。"))
        self._take(none, OutcomeKeys(desk.visits.outcomes, desk.lang, self.tree), desk.jotter, self.facts)
        self.tree.selectionModel().currentChanged.connect(self._show_chosen)
        self.setFocusProxy(self.tree)

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("工号、姓名或首字母"),
            self.tr("转交给谁"),
            self.tr("↑ ↓ 选择 · Enter 转交 · Esc 返回"),
        )

    def _add_buttons(self) -> None:
        add = self.foot.add_button
        self.all_button = add(self.tr("看所有人的"), "Alt+E", self.turn, icon="users")
        self.all_button.setVisible(self._desk.visits.sees_all)
        add(self.tr("抽样"), "Alt+S", partial(self.open_asked.emit, "sample", "sample"), icon="list")
        self.give_button = add(self.tr("转交"), "Alt+G", self.pick, icon="send")
        self.log_button = add(self.tr("受理"), "Alt+Shift+N", self.log, icon="phone")
        self.open_button = add(
            self.tr("打开"), "Ctrl+Enter", self.open_chosen, icon="folder-open", primary=True
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.facts.setVisible(self.height() > _ROOM and bool(self._chosen()))

    # -- the list --

    def refresh(self) -> None:
        visits, everybodys = self._desk.visits, self._everybodys
        self._desk.run(lambda: (visits.rows(everybodys), visits.done_today()), self._came, self._failed)

    def _came(self, told: tuple[list[Visit], list[Visit]]) -> None:
        if not isValid(self):
            return
        now, (owed, done) = self._desk.now(), told
        later = [each for each in owed if each.owed.owed_at > now]
        here = [each for each in owed if each not in later]
        self._groups = [*self._by_area(here)]
        if later:
            self._groups.append(("later", self.tr("还没到时间"), later))
        if done:
            self._groups.append((_DONE, self.tr("今天已回访，按错了可以再按一次改正"), done))
        self._fill()
        left = sum(each.standing.left for each in here)
        chips = [(self.tr("{} 户留交接").format(left), "danger")] if left else []
        chips += [(self.tr("待回访 {}").format(len(here)), "warn" if here else "good")]
        self.head.show_line(self.title, [self._scope(), self._round(here)], chips)
        has_any = bool(self._groups)
        self.tree.setVisible(has_any)
        self.none.setVisible(not has_any)
        for part in (self.keys, self.note, self.give_button, self.log_button, self.open_button):
            part.setVisible(has_any)
        self.titled.emit()

    def _scope(self) -> str:
        return self.tr("所有人的") if self._everybodys else self.tr("我的，和还没有人的")

    def _round(self, here: Sequence[Visit]) -> str:
        rounds = [each.standing.round for each in here if self._is_of_a_round(each)]
        if not rounds:
            return self.tr("每天 {}").format(self.tr("、").join(_times(self._desk.visits.rules.times)))
        return self.tr("{} 这一轮").format(f"{max(rounds).astimezone():%H:%M}")

    def _is_of_a_round(self, visit: Visit) -> bool:
        return isinstance(visit.of, Order)

    def _by_area(self, here: Sequence[Visit]) -> list[Group]:
        found: dict[str, Group] = {}
        for each in here:
            area = each.owed.area
            found.setdefault(area, (area, self._area(area), []))[2].append(each)
        return list(found.values())

    def _area(self, code: str) -> str:
        known = (each for each in self._desk.forms.lists.get("districts", ()) if each.code == code)
        return next((say(each.label, self._desk.lang) for each in known), code) or self.tr("没有片区")

    def _fill(self) -> None:
        wanted = self._wanted or self._chosen_id()
        self.model.removeRows(0, self.model.rowCount())
        for code, words, found in self._groups:
            head = [cell(words), cell(f"{len(found)}", right=True)]
            for each in head:
                each.setData(True, HEAD)
                each.setData("muted" if code in (_DONE, "later") else "text", TONE)
            self._show_group(head, [self._row(visit) for visit in found])
        self._choose(wanted)
        self._show_chosen()

    def _row(self, visit: Visit) -> list[QStandardItem]:
        owed, hides = visit.owed, self._hides(visit.owed)
        about = " · ".join(filter(None, (self._told(visit, "name"), self._told(visit, "address"))))
        name, right = cell(about or phone.mask(owed.number)), cell(self._when(visit), right=True)
        name.setData(owed.id, ID)
        whose = self._desk.people.name(owed.handler) if self._everybodys and owed.handler else ""
        parts = (self._list_name(owed), phone.mask(owed.number), self._finished(visit), whose)
        name.setData(" · ".join(filter(None, parts)), MORE)
        name.setToolTip(as_tip("\n".join(filter(None, ("" if hides else about, *parts)))))
        right.setData("danger" if visit.standing.left else "muted", TONE)
        return [name, right]

    def _when(self, visit: Visit) -> str:
        """Return what came of it, else how it stands."""
        owed = visit.owed
        if owed.outcome:
            return said(self._desk.forms, Why.VISIT, owed.result, self._desk.lang)
        told = []
        if vain := sum(each["outcome"] == "no_answer" for each in owed.tries):
            told.append(self.tr("未接 {}").format(vain))
        elif owed.tries:
            told.append(said(self._desk.forms, Why.VISIT, owed.tries[-1]["outcome"], self._desk.lang))
        if visit.standing.left:
            told.append(self.tr("留交接"))
        elif owed.again_at and owed.again_at > self._desk.now():
            told.append(self.tr("{} 再拨").format(f"{owed.again_at.astimezone():%H:%M}"))
        elif visit.standing.rolled:
            told.append(self.tr("上轮未完"))
        return " · ".join(told)

    def _finished(self, visit: Visit) -> str:
        if not isinstance(visit.of, Order):
            return ""
        when = f"{wording.day_and_time(visit.at)}"
        told = self.tr("{} · 完工 {}") if visit.is_finished else self.tr("{} · 最迟 {}")
        return told.format(wording.word("order", visit.of.state), when)

    def _list_name(self, owed: Callback) -> str:
        of = self._desk.visits.rules.lists.get(owed.list)
        return say(of.name, self._desk.lang) if of else owed.list

    def _told(self, visit: Visit, name: str) -> str:
        """Return the answer as it may be seen: a customer who is veiled elsewhere is so here."""
        value = visit.answers.get(name)
        return phone.hidden(value) if isinstance(value, str) and not self._hides(visit.owed) else ""

    def _hides(self, owed: Callback) -> bool:
        return self._desk.veil(owed.customer, owed.id)

    # -- the chosen one --

    def _chosen(self) -> Visit | None:
        id = self._chosen_id()
        return next((each for _, _, found in self._groups for each in found if each.owed.id == id), None)

    def _show_chosen(self) -> None:
        visit = self._chosen()
        self.facts.setVisible(visit is not None and self.height() > _ROOM)
        if visit is None:
            self.facts.show_rows([])
            return
        owed, hides = visit.owed, self._hides(visit.owed)
        of = self._desk.visits.rules.lists.get(owed.list)
        number = phone.mask(owed.number) if hides else phone.group(owed.number)
        ask = filled(say(of.ask, self._desk.lang), self._desk.facts) if of else ""
        rows = [(self.tr("电话"), number or self.tr("没有号码")), (self.tr("问什么"), ask)]
        rows += [(self.tr("上次"), self._last(owed)), (self.tr("转交"), self._given(owed))]
        self.facts.show_rows([row for row in rows if row[1]])

    def _last(self, owed: Callback) -> str:
        if not owed.tries:
            return ""
        last = owed.tries[-1]
        at = wording.last(datetime.fromisoformat(last["at"]), self._desk.now())
        outcome = said(self._desk.forms, Why.VISIT, last["outcome"], self._desk.lang)
        return " · ".join(filter(None, (at, outcome, last.get("note"))))

    def _given(self, owed: Callback) -> str:
        if not owed.given:
            return ""
        last = owed.given[-1]
        whom = " → ".join(self._desk.people.name(Id(last[each])) for each in ("by", "to"))
        return f"{whom} · {last['why']}"

    # -- what is done --

    def say(self, outcome: str) -> None:
        """Note what came of calling the chosen one, and go on to the next."""
        visit = self._chosen()
        if visit is None:
            return
        self._wanted = self._next_id()
        done = self._desk.visits.note(visit.owed.id, outcome, self.note.text())
        if done is None:
            return
        words = said(self._desk.forms, Why.VISIT, outcome, self._desk.lang)
        if done.outcome and self._desk.visits.again(outcome):
            self.told.emit(self.tr("已经回访过了，不能改成“{}”。").format(words))
            return
        self._clear()
        if outcome in self._desk.visits.rules.unsatisfied:
            self.told.emit(self.tr("已记“{}”，事项已退回重办。").format(words))
        else:
            self.told.emit(self.tr("已记“{}”。").format(words))

    def _next_id(self) -> str:
        below = self.tree.indexBelow(self.tree.currentIndex())
        while below.isValid() and not below.siblingAtColumn(0).data(ID):
            below = self.tree.indexBelow(below)
        return below.siblingAtColumn(0).data(ID) if below.isValid() else ""

    def pick(self) -> None:
        """Offer to whom the chosen one may be handed; first why has to be said."""
        visit = self._chosen()
        if visit is None or visit.owed.outcome:
            return
        if not self.note.text().strip():
            self.told.emit(self.tr("请先写明为什么转交；还没有转交。"))
            self.note.setFocus()
            return
        people = [each for each in self._desk.people.working() if each.id != visit.owed.handler]
        if not people:
            self.told.emit(self.tr("没有别人可以转交。"))
            return
        self.whom.offer([Entry(each.id, f"{each.agent_no}  {each.name}", each.agent_no) for each in people])
        corner = self.note.mapToGlobal(QPoint(0, 0))
        self.whom.adjustSize()
        self.whom.pop(corner - QPoint(0, self.whom.sizeHint().height()))

    def give(self, agent: str) -> None:
        visit = self._chosen()
        if visit is None:
            return
        if self._desk.visits.give(visit.owed.id, Id(agent), self.note.text()):
            self.told.emit(self.tr("没有转交：这一户已经办了，或已经是这个人的。"))
            return
        self._clear()
        self.told.emit(self.tr("已转交 {}。").format(self._desk.people.name(Id(agent))))

    def turn(self) -> None:
        """Show everybody's, or one's own again."""
        self._everybodys = not self._everybodys
        self.all_button.show_text(self.tr("只看我的") if self._everybodys else self.tr("看所有人的"))
        self.refresh()

    def log(self) -> None:
        """Begin a call with the number: what is said beside satisfaction goes on a form."""
        if visit := self._chosen():
            self.begin_asked.emit("phone", phone.group(visit.owed.number))

    def open_chosen(self, index: QModelIndex | None = None) -> None:
        if visit := self._chosen():
            self.open_asked.emit("callback", visit.owed.id)


def _times(minutes: Sequence[int]) -> list[str]:
    return [f"{each // 60:02}:{each % 60:02}" for each in minutes]

"""The weekly sample (CB-2) in a tab: whether last week's list has come, who was drawn, how far it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QStandardItem
from shiboken6 import isValid

from app.desk.accesses import Accesses
from app.desk.owing import said
from app.desk.samples import Member, Progress, Samples
from app.desk.visits import Visits
from app.forms import phone
from app.forms.load import Forms
from app.forms.rights import Right
from app.forms.spec import say
from app.records.accesses import Deed
from app.records.callbacks import Callback, Why
from app.records.paper import Column, ListSheet
from app.ui.bridge import Bridge
from app.ui.jotting import Jotter
from app.ui.kit.empty import EmptyState
from app.ui.kit.paging import Run
from app.ui.lines import HEAD, MORE, TONE
from app.ui.tree import cell
from app.ui.visiting import ID, OutcomeKeys, VisitList

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class SampleDesk:
    """``person``: agent number and name, as they stand on paper."""

    samples: Samples
    visits: Visits
    forms: Forms
    accesses: Accesses
    jotter: Callable[..., Jotter]
    run: Run
    now: Callable[[], datetime]
    person: str
    centre: str
    lang: str


class SamplePage(VisitList):
    import_asked = Signal(str)  # form
    sheet_asked = Signal(object, object)  # ListSheet; and what keeps that it was printed
    record = "sample"

    def __init__(self, desk: SampleDesk, bridge: Bridge) -> None:
        super().__init__(bridge, frozenset({"household", "sample", "callback", "definition"}))
        self._desk, self._of = desk, desk.samples.lists[0]
        self.title, self._week = say(self._of.name, desk.lang), desk.samples.last_week()
        self._stands = Progress(self._of, self._week, 0)
        self.note.setPlaceholderText(self.tr("说明：记结果时可以不填，换一户时写明原因"))
        self.note.setAccessibleName(self.tr("这次回访的说明，或换一户的原因"))
        self._add_buttons()
        none = EmptyState("", self.tr("导入名单"), "Ctrl+O", owned=False)
        none.asked.connect(self.bring)
        self._take(none, OutcomeKeys(desk.visits.outcomes, desk.lang, self.tree), desk.jotter)

    def _add_buttons(self) -> None:
        add = self.foot.add_button
        add(self.tr("上一周"), "Alt+Left", lambda: self.turn(-1))
        self.next_button = add(self.tr("下一周"), "Alt+Right", lambda: self.turn(1))
        self.print_button = add(self.tr("打印"), "Ctrl+P", self.print_sheet, icon="printer")
        self.swap_button = add(self.tr("换一户"), "Alt+X", self.swap, icon="refresh-cw")
        self.open_button = add(self.tr("打开"), "Alt+O", self.open_chosen, icon="folder-open")
        self.draw_button = add(self.tr("抽样"), "Ctrl+Enter", self.draw, icon="list", primary=True)

    # -- how it stands --

    def refresh(self) -> None:
        samples, of, week = self._desk.samples, self._of, self._week
        self._desk.run(lambda: samples.progress(of, week), self._came, self._failed)

    def _came(self, stands: Progress) -> None:
        if not isValid(self) or stands.week != self._week:
            return
        self._stands = stands
        ends = self._week + timedelta(days=6)
        facts = [self.tr("{} 到 {} 的名单").format(f"{self._week:%m-%d}", f"{ends:%m-%d}"), self._received()]
        self.head.show_line(self.title, facts, self._chips())
        self._fill()
        drawn = stands.sample is not None
        self.tree.setVisible(drawn)
        self.none.setVisible(not drawn)
        self.none.say(self._missing())
        for part in (self.keys, self.note, self.print_button, self.swap_button, self.open_button):
            part.setVisible(drawn)
        self.draw_button.setVisible(not drawn and stands.total > 0)
        self.next_button.setVisible(self._week < self._desk.samples.last_week())
        self.setFocusProxy(self.tree if drawn else self.none)

    def _received(self) -> str:
        stands = self._stands
        if not stands.total:
            return self.tr("还没有收到")
        told = self.tr("收到 {} 户").format(stands.total)
        if stands.sample and stands.total != stands.sample.total:
            told += self.tr("（抽样时 {} 户，样本不变）").format(stands.sample.total)
        return told

    def _chips(self) -> list[tuple[str, str]]:
        stands = self._stands
        if stands.sample is None:
            return [(self.tr("未抽样"), "warn") if stands.total else (self.tr("未收到"), "danger")]
        chips = [(self.tr("缺 {} 户").format(stands.missing), "danger")] if stands.missing else []
        tone = "good" if stands.reached >= stands.size else "warn"
        return [*chips, (self.tr("已访 {}/{}").format(stands.reached, stands.size), tone)]

    def _missing(self) -> str:
        if self._stands.total:
            text = self.tr("名单有 {} 户，还没有抽样。抽 {} 户，按类型、片区、班组分配；抽过不能重抽。")
            return text.format(self._stands.total, self._stands.size)
        return self.tr("这一周的名单还没有收到。收到安检稽查队长的表格（Excel 或 CSV）后，在这里导入。")

    def _fill(self) -> None:
        chosen = self._chosen()
        self.model.removeRows(0, self.model.rowCount())
        order: dict[tuple[str, ...], list[Member]] = {}
        for each in self._stands.members:
            told = each.household.answers
            order.setdefault((str(told.get("sort", "")), str(told.get("area", ""))), []).append(each)
        for kind, members in sorted(order.items()):
            head = [cell(" · ".join(filter(None, kind)) or self.tr("没有分类")), cell("", right=True)]
            for part in head:
                part.setData(True, HEAD)
            head[1].setText(str(sum(not member.swapped for member in members)))
            self._show_group(head, [self._row(member) for member in members])
        self._choose(chosen.household.id if chosen else "")

    def _row(self, member: Member) -> list[QStandardItem]:
        told, owed = member.household.answers, member.owed
        parts = (str(told.get(each, "")) for each in ("name", "address"))
        about = " · ".join(phone.hidden(each) for each in parts if each)
        name, right = cell(about), cell(self._outcome(owed), right=True)
        name.setData(member.household.id, ID)
        number = phone.mask(owed.number) if owed else ""
        more = [number, str(told.get("crew", "")), str(told.get("result", ""))]
        if member.swapped:
            more.insert(0, self.tr("已换：{}").format(member.why))
            name.setData("muted", TONE)
        elif member.stands_in:
            more.insert(0, self.tr("替补"))
        name.setData(" · ".join(filter(None, more)), MORE)
        rules, result = self._desk.forms.visiting, owed.result if owed and not member.swapped else ""
        right.setData(
            "good" if result in rules.satisfied else "danger" if result in rules.unsatisfied else "muted",
            TONE,
        )
        return [name, right]

    def _outcome(self, owed: Callback | None) -> str:
        if owed is None or not owed.tries:
            return ""
        told = said(self._desk.forms, Why.VISIT, owed.result or owed.tries[-1]["outcome"], self._desk.lang)
        vain = sum(each["outcome"] == "no_answer" for each in owed.tries)
        return f"{told} {vain}" if vain and not owed.outcome else told

    def _chosen(self) -> Member | None:
        told = self._chosen_id()
        return next((each for each in self._stands.members if each.household.id == told), None)

    # -- what is done --

    def turn(self, weeks: int) -> None:
        week = self._week + weeks * _WEEK
        if week <= self._desk.samples.last_week():
            self._week = week
            self.refresh()

    def bring(self) -> None:
        """Show the page that imports, with the form of the list."""
        self.import_asked.emit(self._of.code)

    def draw(self) -> None:
        if sample := self._desk.samples.draw(self._of, self._week):
            self.told.emit(self.tr("已抽 {} 户（种子 {}），抽过不能重抽。").format(sample.size, sample.seed))

    def say(self, outcome: str) -> None:
        """Note what came of calling the chosen one, and go on to the next."""
        member = self._chosen()
        if member is None or member.owed is None or member.swapped:
            return
        below = self.tree.indexBelow(self.tree.currentIndex())
        done = self._desk.visits.note(member.owed.id, outcome, self.note.text())
        words = said(self._desk.forms, Why.VISIT, outcome, self._desk.lang)
        if done is not None and done.outcome and self._desk.visits.again(outcome):
            self.told.emit(self.tr("已经回访过了，不能改成“{}”。").format(words))
            return
        self._clear()
        if below.isValid() and done is not None and done.outcome:
            self.tree.setCurrentIndex(below)
        self.told.emit(self.tr("已记“{}”。").format(words))

    def swap(self) -> None:
        """Have another household stand in for the chosen one, which was called in vain."""
        member = self._chosen()
        if member is None:
            return
        if not self.note.text().strip():
            self.told.emit(self.tr("请先写明为什么换一户；还没有换。"))
            self.note.setFocus()
            return
        found = self._desk.samples.swap(self._of, member.household.id, self.note.text(), self._week)
        if found:
            no_other = self.tr("名单里没有别的户可以换了。")
            in_vain = self.tr("打过而没有访成的才能换：未接、拒访或号码错。")
            self.told.emit(no_other if found[0].code == "no_other" else in_vain)
            return
        self._clear()
        self.told.emit(self.tr("已换一户，原来的和原因都留着。"))

    def open_chosen(self, index: QModelIndex | None = None) -> None:
        member = self._chosen()
        if member is not None and member.owed is not None:
            self.open_asked.emit("callback", member.owed.id)

    # -- on paper --

    def print_sheet(self) -> None:
        """Show the sheet: who is to be called, and room for what they say."""
        desk = self._desk
        if not desk.accesses.may(Right.PRINT):
            self.told.emit(self.tr("打印名单要有打印列表的权限。"))
            return
        full, stands = desk.accesses.may(Right.WHOLE), self._stands
        heads = [self.tr("序"), self.tr("姓名"), self.tr("电话"), self.tr("地址"), self.tr("类型")]
        heads += [self.tr("片区"), self.tr("班组"), self.tr("结果"), self.tr("说明")]
        sample, now = stands.sample, desk.now().astimezone()
        facts = [self.tr("名单 {}").format(f"{self._week:%Y-%m-%d}"), self._received()]
        facts += [self.tr("种子 {}").format(sample.seed)] if sample else []
        facts.append(self.tr("已访 {}/{}").format(stands.reached, stands.size))
        rows = tuple(self._line(n, each, full) for n, each in enumerate(stands.members, 1))
        stamp = f"{desk.person.partition(' ')[0]}  {now:%Y-%m-%d %H:%M}"
        sheet = ListSheet(
            self.title, desk.centre, tuple(facts), tuple(map(Column, heads)), rows, now, desk.person, stamp,
            desk.lang,
        )  # fmt: skip
        self.sheet_asked.emit(sheet, lambda made: self._note_printed(made, full))

    def _note_printed(self, sheet: ListSheet, full: bool) -> None:
        count, words = len(sheet.rows), f"{self._of.rule} {self._week}"
        self._desk.accesses.note(Deed.PRINT, Callback.kind, count=count, words=words, whole=full)

    def _line(self, n: int, member: Member, full: bool) -> tuple[str, ...]:
        told, owed = member.household.answers, member.owed
        number = (phone.group if full else phone.mask)(owed.number) if owed else ""
        last = owed.tries[-1] if owed and owed.tries else {}
        why = self.tr("已换：{}").format(member.why) if member.swapped else str(last.get("note", ""))
        name, place, *kind = (str(told.get(each, "")) for each in ("name", "address", "sort", "area", "crew"))
        return (str(n), name, number, place, *kind, self._outcome(owed), why)

"""One number at two seats, in a tab for leads: where and when, what became of it, that somebody saw to it."""

from collections.abc import Callable

from app.desk.sessions import Sessions
from app.records.ids import Id
from app.records.overlaps import Outcome, Overlap
from app.ui import wording
from app.ui.bridge import Bridge
from app.ui.record import RecordPage


class OverlapPage(RecordPage):
    def __init__(self, desk: Sessions, people: Callable[[Id], str], bridge: Bridge, overlap: Id) -> None:
        super().__init__(bridge, frozenset({"overlap", "agent"}), overlap)
        self._desk, self._people = desk, people
        self.title = self.tr("一人两席")
        self.done_button = self.foot.add_button(
            self.tr("已处理"), "Ctrl+Enter", self.see_to, icon="circle-check", primary=True
        )
        self.refresh()

    def refresh(self) -> None:
        if (told := self._desk.overlap(Id(self.record))) is None:
            return
        who = self._people(told.agent)
        chip = (self.tr("已处理"), "good") if told.seen_at else (self.tr("待处理"), "danger")
        self.head.show_line(self.title, [who], [chip])
        self.done_button.setVisible(self._desk.may_see and not told.seen_at)
        rows = [
            (self.tr("工号"), who),
            (self.tr("席位"), self.tr("{}，然后 {}").format(told.first, told.second)),
            (self.tr("时间"), self._when(told)),
            (self.tr("经过"), self._what(told)),
        ]
        self.show_section(self.title, rows)

    def _when(self, told: Overlap) -> str:
        since = wording.day_and_time(told.since)
        if told.outcome is not Outcome.BOTH:
            return since
        span = wording.clock(told.until - told.since)
        return self.tr("{} 起，到 {}，共 {}").format(since, wording.day_and_time(told.until), span)

    def _what(self, told: Overlap) -> str:
        match told.outcome:
            case Outcome.DISPLACED:
                return self.tr("本人在 {} 登录并确认，{} 随即锁定。").format(told.second, told.first)
            case Outcome.REFUSED:
                return self.tr("{} 在用，按中心的规定没有让 {} 登录。").format(told.first, told.second)
        return self.tr(
            "同一工号在两席同时在用，多半当时断网，或没有锁定就走开了。两席的记录都留着；请问清楚是谁，再按“已处理”。"
        )

    def see_to(self) -> None:
        """Take it off the leads' lists."""
        if told := self._desk.overlap(Id(self.record)):
            self._desk.see_to(told)
            self.told.emit(self.tr("已处理，不再列在待办里。"))

"""The columns of the lists: their names, and how every value stands in a cell and in a file."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.desk.listings import Column, Listing
from app.desk.lists import NUMBERS, Row, Value
from app.ui import wording
from app.ui.kit.paged import Cell, Head
from app.ui.wording import QT_TRANSLATE_NOOP

_TITLES: dict[str, str] = {
    "number": QT_TRANSLATE_NOOP("Lists", "编号"),
    "started": QT_TRANSLATE_NOOP("Lists", "来电时间"),
    "opened": QT_TRANSLATE_NOOP("Lists", "受理时间"),
    "ordered": QT_TRANSLATE_NOOP("Lists", "派工时间"),
    "seen": QT_TRANSLATE_NOOP("Lists", "最近来电"),
    "created": QT_TRANSLATE_NOOP("Lists", "建档时间"),
    "form": QT_TRANSLATE_NOOP("Lists", "表单"),
    "category": QT_TRANSLATE_NOOP("Lists", "类别"),
    "name": QT_TRANSLATE_NOOP("Lists", "姓名"),
    "phone": QT_TRANSLATE_NOOP("Lists", "电话"),
    "phones": QT_TRANSLATE_NOOP("Lists", "电话"),
    "address": QT_TRANSLATE_NOOP("Lists", "地址"),
    "addresses": QT_TRANSLATE_NOOP("Lists", "地址"),
    "owes": QT_TRANSLATE_NOOP("Lists", "欠项"),
    "handler": QT_TRANSLATE_NOOP("Lists", "经办人"),
    "first_taker": QT_TRANSLATE_NOOP("Lists", "首问责任人"),
    "ordered_by": QT_TRANSLATE_NOOP("Lists", "派工人"),
    "channel": QT_TRANSLATE_NOOP("Lists", "受理渠道"),
    "case": QT_TRANSLATE_NOOP("Lists", "案件"),
    "call": QT_TRANSLATE_NOOP("Lists", "受理记录"),
    "title": QT_TRANSLATE_NOOP("Lists", "事项"),
    "state": QT_TRANSLATE_NOOP("Lists", "状态"),
    "due": QT_TRANSLATE_NOOP("Lists", "时限"),
    "retention": QT_TRANSLATE_NOOP("Lists", "滞留"),
    "team": QT_TRANSLATE_NOOP("Lists", "班组"),
    "slips": QT_TRANSLATE_NOOP("Lists", "派工单"),
    "open": QT_TRANSLATE_NOOP("Lists", "未结"),
    "at": QT_TRANSLATE_NOOP("Lists", "时间"),
    "agent": QT_TRANSLATE_NOOP("Lists", "谁"),
    "deed": QT_TRANSLATE_NOOP("Lists", "做了什么"),
    "of": QT_TRANSLATE_NOOP("Lists", "哪一类"),
    "record": QT_TRANSLATE_NOOP("Lists", "哪一条"),
    "count": QT_TRANSLATE_NOOP("Lists", "条数"),
    "whole": QT_TRANSLATE_NOOP("Lists", "号码"),
    "words": QT_TRANSLATE_NOOP("Lists", "筛选"),
    "seat": QT_TRANSLATE_NOOP("Lists", "席位"),
    "why": QT_TRANSLATE_NOOP("Lists", "为什么"),
    "owed": QT_TRANSLATE_NOOP("Lists", "欠下"),
    "tries": QT_TRANSLATE_NOOP("Lists", "试过"),
    "outcome": QT_TRANSLATE_NOOP("Lists", "结果"),
    "line": QT_TRANSLATE_NOOP("Lists", "线路"),
    "after_hours": QT_TRANSLATE_NOOP("Lists", "服务时间外"),
    "done": QT_TRANSLATE_NOOP("Lists", "办完"),
    "inspector": QT_TRANSLATE_NOOP("Lists", "监督员"),
    "ask": QT_TRANSLATE_NOOP("Lists", "请求"),
    "asked": QT_TRANSLATE_NOOP("Lists", "请求时间"),
    "asked_by": QT_TRANSLATE_NOOP("Lists", "请求人"),
    "chases": QT_TRANSLATE_NOOP("Lists", "催办"),
    "closer": QT_TRANSLATE_NOOP("Lists", "谁来结单"),
    "result": QT_TRANSLATE_NOOP("Lists", "结果"),
    "answered": QT_TRANSLATE_NOOP("Lists", "答复时间"),
    "slip": QT_TRANSLATE_NOOP("Lists", "派工单号"),
    "fate": QT_TRANSLATE_NOOP("Lists", "去向"),
    "n": QT_TRANSLATE_NOOP("Lists", "第几次"),
    "copies": QT_TRANSLATE_NOOP("Lists", "联次"),
    "order": QT_TRANSLATE_NOOP("Lists", "工单"),
    "reason": QT_TRANSLATE_NOOP("Lists", "作废原因"),
    "other": QT_TRANSLATE_NOOP("Lists", "替代与被替代"),
}
_WIDTHS = {  # those shown first fit the narrowest window beside its panes, 784 px
    "number": 126,  # with the sign of a conflict before it
    "title": 186,
    "address": 168,
    "addresses": 300,
    "phone": 112,
    "phones": 200,
    "name": 80,
    "category": 108,
    "form": 100,
    "team": 96,
    "due": 108,
    "owes": 72,
    "slips": 56,
    "open": 56,
    "state": 100,
    "retention": 72,
    "case": 116,
    "call": 116,
    "agent": 88,
    "deed": 84,
    "of": 84,
    "record": 116,
    "count": 48,
    "whole": 60,
    "words": 168,
    "tries": 48,
    "outcome": 84,
    "why": 96,
    "ask": 64,
    "chases": 48,
    "inspector": 140,
    "slip": 126,
    "fate": 60,
    "n": 56,
    "copies": 148,
    "order": 116,
    "reason": 148,
    "other": 126,
}
_USUAL = 92
_TIMES = frozenset(
    {"started", "opened", "ordered", "seen", "created", "at", "owed", "done", "asked", "answered"}
)
_RIGHT = _TIMES | {"due", "retention", "slips", "open", "count", "tries", "chases", "n"}
_PLACES = frozenset({"title", "address", "addresses", "words", "reason"})
_PEOPLE = frozenset({"handler", "first_taker", "ordered_by", "agent", "asked_by", "closer"})
_FAMILIES = {
    "state": "",
    "deed": "access",
    "fate": "print",
    "of": "kind",
    "why": "why",
    "ask": "asked",
    "result": "result",
}  # of the words for a code; "" is the row's own
_FLAGS = frozenset({"owes", "whole", "after_hours"})
_SHOWN_AT_ONCE = 2  # of several numbers; the tip has all


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lists", text)


def title(column: Column) -> str:
    return _tr(_TITLES[column.code])


def heads(listing: Listing) -> list[Head]:
    return [
        Head(
            column.code,
            title(column),
            _WIDTHS.get(column.code, _USUAL),
            sorts=bool(column.sort),
            right=column.code in _RIGHT,
            ends=column.code in _PLACES,
            shown=column.shown,
        )
        for column in listing.columns
    ]


class Cells:
    """Says a row's values by the clock that is given in."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def show(self, row: Row, code: str) -> Cell:
        """Return the cell as the list has it: times relative, the exact ones in the tip."""
        value = row.cells.get(code)
        if isinstance(value, datetime):
            return self._time(row, code, value)
        if code in NUMBERS and value:
            return _number(value if isinstance(value, tuple) else (str(value),))
        if isinstance(value, tuple):
            first = "、".join(value) if code == "copies" else next(iter(value), "")
            return Cell(first, "\n".join(value))
        if code in _FLAGS:
            return _flag(code, bool(value))
        if code in _FAMILIES:
            return Cell(_word(row, code, str(value)), tone="" if row.is_open else "muted")
        if row.disputed and code == "number":
            tip = _tr(QT_TRANSLATE_NOOP("Lists", "有冲突待处理"))
            return Cell(str(value), tip, tone="danger", icon="alert-triangle")
        text = "" if value in (None, 0, "") else str(value)
        if not text and code in _PEOPLE and row.kind != "callback":
            return Cell(_tr(QT_TRANSLATE_NOOP("Lists", "其他席位")), tone="muted")
        if not text and code == "name" and row.kind == "customer":
            return Cell(_tr(QT_TRANSLATE_NOOP("Lists", "未留姓名")), tone="muted")
        return Cell(text)

    def _time(self, row: Row, code: str, at: datetime) -> Cell:
        now, tip = self._now(), partial(exact, at)
        if code == "retention":
            return Cell(wording.lasting(now - at), tip)
        if code != "due":
            return Cell(_ago(at, now), tip)
        if row.due is None:
            return Cell(_date(at, now), tip, tone="muted")
        if at < now:
            late = _tr(QT_TRANSLATE_NOOP("Lists", "已超 {span}")).format(span=wording.lasting(now - at))
            return Cell(late, tip, tone="danger", icon="alert-triangle")
        left = _tr(QT_TRANSLATE_NOOP("Lists", "还有 {span}")).format(span=wording.lasting(at - now))
        return Cell(left, tip)

    def plain(self, row: Row, code: str) -> str | int | datetime:
        """Return the value as a file has it: times exact and local, nothing relative."""
        value: Value = row.cells.get(code)
        if value is None or isinstance(value, str):  # first, for most are: an export asks it a million times
            return _word(row, code, value) if value and code in _FAMILIES else value or ""
        if isinstance(value, datetime):
            if code == "retention":
                return int((self._now() - value).total_seconds() // 60)
            return value.astimezone().replace(microsecond=0, tzinfo=None)
        if isinstance(value, tuple):
            return "; ".join(value)
        return _flag(code, value).text if isinstance(value, bool) else value

    def file_title(self, head: Head) -> str:
        """Return the title of a column in a file, with the unit where the list shows none."""
        if head.code == "retention":
            return _tr(QT_TRANSLATE_NOOP("Lists", "滞留（分钟）"))
        return head.title

    def line(self, row: Row, codes: list[str]) -> list[str]:
        """Return the cells of a row as they are pasted elsewhere."""
        told = (self.plain(row, code) for code in codes)
        return [f"{each:%Y-%m-%d %H:%M:%S}" if isinstance(each, datetime) else str(each) for each in told]


def _number(numbers: tuple[str, ...]) -> Cell:
    """Return the first two; the tip has all, and how they are seen whole."""
    told = "\n".join(numbers)
    if "*" in told:
        told += "\n" + _tr(QT_TRANSLATE_NOOP("Lists", "Alt+V 显示号码"))
    return Cell("  ".join(numbers[:_SHOWN_AT_ONCE]), told)


def _word(row: Row, code: str, value: str) -> str:
    return wording.word(_FAMILIES[code] or row.kind, value)


def _flag(code: str, is_set: bool) -> Cell:
    if code == "whole":
        told = QT_TRANSLATE_NOOP("Lists", "完整"), QT_TRANSLATE_NOOP("Lists", "掩码")
        return Cell(_tr(told[0] if is_set else told[1]))
    if not is_set:
        return Cell("")
    return Cell(_tr(_TITLES[code]), tone="warn", icon="flag") if code == "owes" else Cell(_tr(_TITLES[code]))


def exact(at: datetime) -> str:
    """Return ``2026-11-21 周六 14:05``."""
    return f"{at.astimezone():%Y}-{wording.day_and_time(at)}"


def _ago(at: datetime, now: datetime) -> str:
    """Return how long since; older than a day or to come, the date."""
    if timedelta(0) <= now - at < timedelta(days=1):
        return wording.ago(at, now)
    return _date(at, now)


def _date(at: datetime, now: datetime) -> str:
    local = at.astimezone()
    return f"{local:%m-%d %H:%M}" if local.year == now.astimezone().year else f"{local:%Y-%m-%d}"

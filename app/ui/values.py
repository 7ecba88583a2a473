"""A field of any record: what it is called, how its value reads, and how it is asked for once more."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.desk.corrections import Corrections
from app.desk.steps import OUTCOMES
from app.forms import phone
from app.forms.kinds import Kind
from app.forms.spec import Choice, Field, say
from app.forms.words import in_words
from app.records.ids import Id
from app.records.kinds import Record
from app.ui import wording
from app.ui.wording import QT_TRANSLATE_NOOP

_NAMES: dict[str, str] = {
    "number": QT_TRANSLATE_NOOP("Fields", "编号"),
    "channel": QT_TRANSLATE_NOOP("Fields", "受理渠道"),
    "form": QT_TRANSLATE_NOOP("Fields", "表单"),
    "form_version": QT_TRANSLATE_NOOP("Fields", "表单版本"),
    "started_at": QT_TRANSLATE_NOOP("Fields", "来电时间"),
    "saved_at": QT_TRANSLATE_NOOP("Fields", "保存时间"),
    "opened_at": QT_TRANSLATE_NOOP("Fields", "受理时间"),
    "ordered_at": QT_TRANSLATE_NOOP("Fields", "开单时间"),
    "created_at": QT_TRANSLATE_NOOP("Fields", "建档时间"),
    "seen_at": QT_TRANSLATE_NOOP("Fields", "最近来电"),
    "due_at": QT_TRANSLATE_NOOP("Fields", "时限"),
    "first_taker": QT_TRANSLATE_NOOP("Fields", "首问责任人"),
    "handler": QT_TRANSLATE_NOOP("Fields", "当前经办人"),
    "ordered_by": QT_TRANSLATE_NOOP("Fields", "开单人"),
    "agent": QT_TRANSLATE_NOOP("Fields", "人员"),
    "customer": QT_TRANSLATE_NOOP("Fields", "客户档案"),
    "call": QT_TRANSLATE_NOOP("Fields", "受理记录"),
    "case": QT_TRANSLATE_NOOP("Fields", "案件"),
    "order": QT_TRANSLATE_NOOP("Fields", "工单"),
    "owes": QT_TRANSLATE_NOOP("Fields", "有欠项"),
    "title": QT_TRANSLATE_NOOP("Fields", "事项"),
    "state": QT_TRANSLATE_NOOP("Fields", "状态"),
    "urgent": QT_TRANSLATE_NOOP("Fields", "紧急"),
    "outcome": QT_TRANSLATE_NOOP("Fields", "处理结果"),
    "team": QT_TRANSLATE_NOOP("Fields", "班组"),
    "rules": QT_TRANSLATE_NOOP("Fields", "依据"),
    "copies": QT_TRANSLATE_NOOP("Fields", "联次"),
    "steps": QT_TRANSLATE_NOOP("Fields", "经过"),
    "finished_at": QT_TRANSLATE_NOOP("Fields", "完成时间"),
    "came": QT_TRANSLATE_NOOP("Fields", "上门的人"),
    "signed": QT_TRANSLATE_NOOP("Fields", "用户签字"),
    "closer": QT_TRANSLATE_NOOP("Fields", "谁来结单"),
    "void": QT_TRANSLATE_NOOP("Fields", "作废"),
    "prints": QT_TRANSLATE_NOOP("Fields", "打印记录"),
    "replaces": QT_TRANSLATE_NOOP("Fields", "替代的派工单"),
    "name": QT_TRANSLATE_NOOP("Fields", "姓名"),
    "phones": QT_TRANSLATE_NOOP("Fields", "电话"),
    "addresses": QT_TRANSLATE_NOOP("Fields", "地址"),
    "verb": QT_TRANSLATE_NOOP("Fields", "步骤"),
    "before": QT_TRANSLATE_NOOP("Fields", "原来的状态"),
    "after": QT_TRANSLATE_NOOP("Fields", "之后的状态"),
    "by": QT_TRANSLATE_NOOP("Fields", "经手人"),
    "at": QT_TRANSLATE_NOOP("Fields", "发生时间"),
    "entered_at": QT_TRANSLATE_NOOP("Fields", "录入时间"),
    "of": QT_TRANSLATE_NOOP("Fields", "相关记录"),
    "why": QT_TRANSLATE_NOOP("Fields", "原因"),
    "ask": QT_TRANSLATE_NOOP("Fields", "请求"),
    "inspector": QT_TRANSLATE_NOOP("Fields", "监督员"),
    "asked_by": QT_TRANSLATE_NOOP("Fields", "请求人"),
    "asked_at": QT_TRANSLATE_NOOP("Fields", "请求时间"),
    "note": QT_TRANSLATE_NOOP("Fields", "说明"),
    "chases": QT_TRANSLATE_NOOP("Fields", "催办记录"),
    "result": QT_TRANSLATE_NOOP("Fields", "结果"),
    "question": QT_TRANSLATE_NOOP("Fields", "问题"),
    "level": QT_TRANSLATE_NOOP("Fields", "请谁答复"),
    "waits": QT_TRANSLATE_NOOP("Fields", "来电人等着"),
    "raised": QT_TRANSLATE_NOOP("Fields", "转请记录"),
    "answer": QT_TRANSLATE_NOOP("Fields", "答复"),
    "answered_by": QT_TRANSLATE_NOOP("Fields", "答复人"),
    "answered_at": QT_TRANSLATE_NOOP("Fields", "答复时间"),
    "initials": QT_TRANSLATE_NOOP("Fields", "拼音首字母"),
    "owed_at": QT_TRANSLATE_NOOP("Fields", "欠下的时间"),
    "again_at": QT_TRANSLATE_NOOP("Fields", "再拨的时间"),
    "tries": QT_TRANSLATE_NOOP("Fields", "试过的"),
    "line": QT_TRANSLATE_NOOP("Fields", "线路"),
    "after_hours": QT_TRANSLATE_NOOP("Fields", "服务时间外"),
    "done_at": QT_TRANSLATE_NOOP("Fields", "办完的时间"),
    "done_by": QT_TRANSLATE_NOOP("Fields", "办完的人"),
    "list": QT_TRANSLATE_NOOP("Fields", "名单"),
    "area": QT_TRANSLATE_NOOP("Fields", "片区"),
    "given": QT_TRANSLATE_NOOP("Fields", "转交记录"),
    "about": QT_TRANSLATE_NOOP("Fields", "被投诉人"),
    "sort": QT_TRANSLATE_NOOP("Fields", "投诉分类"),
    "reported_by": QT_TRANSLATE_NOOP("Fields", "上报人"),
    "reported_at": QT_TRANSLATE_NOOP("Fields", "上报时间"),
    "assigned_by": QT_TRANSLATE_NOOP("Fields", "交办人"),
    "assigned_at": QT_TRANSLATE_NOOP("Fields", "交办时间"),
    "handled_by": QT_TRANSLATE_NOOP("Fields", "处理人"),
    "handled_at": QT_TRANSLATE_NOOP("Fields", "处理完毕时间"),
    "fed_back_by": QT_TRANSLATE_NOOP("Fields", "反馈人"),
    "fed_back_at": QT_TRANSLATE_NOOP("Fields", "反馈时间"),
    "called_by": QT_TRANSLATE_NOOP("Fields", "回访人"),
    "called_at": QT_TRANSLATE_NOOP("Fields", "回访时间"),
    "text": QT_TRANSLATE_NOOP("Fields", "记事"),
}
# What no form asks and an agent may correct all the same.
_ASKED = {
    "due_at": Kind.DATE_TIME,
    "title": Kind.TEXT,
    "outcome": Kind.TEXT,
    "urgent": Kind.YES_NO,
    "name": Kind.PERSON,
    "team": Kind.CHOICE,
    "channel": Kind.CHOICE,
    "finished_at": Kind.DATE_TIME,
    "came": Kind.PERSON,
    "signed": Kind.YES_NO,
}
_LISTS = {"team": "teams", "channel": "channels", "order.outcome": OUTCOMES}  # of one kind of record only
_STEPS = ("reported", "assigned", "handled", "fed_back", "called", "done", "asked", "answered")
_PEOPLE = frozenset(
    {"handler", "first_taker", "ordered_by", "closer", "agent", "about", "by", *(f"{s}_by" for s in _STEPS)}
)
_TIMES = frozenset(
    {
        "owed_at", "again_at", "due_at", "started_at", "saved_at", "opened_at", "ordered_at", "created_at",
        "seen_at", "at", "entered_at", "finished_at", *(f"{step}_at" for step in _STEPS),
    }
)  # fmt: skip
_CODES = {"before": "case", "after": "case", "verb": "verb", "ask": "asked", "level": "role"}
_RECORDS = {"call": "call", "case": "case", "order": "order", "customer": "customer"}


def named(field: str) -> str:
    """Return what a field no form asks is called; one nobody knows, by its own name."""
    text = _NAMES.get(field)
    return QCoreApplication.translate("Fields", text) if text else field.removeprefix("a.")


@dataclass(frozen=True, slots=True)
class Place:
    """One field of one record, be the record here or not."""

    of: str
    record: Id
    field: str


class Values:
    def __init__(self, corrections: Corrections, people: Callable[[Id], str]) -> None:
        self._corrections, self._people, self.lang = corrections, people, corrections.lang

    def record(self, place: Place) -> Record | None:
        return self._corrections.record(place.of, place.record)

    def title(self, of: str, record: Id) -> tuple[str, str]:
        """Return what the record is called, and what it is about: ``受理记录 LA03-00042-K``."""
        number, about = self._corrections.title(of, record)
        return f"{wording.word('kind', of)} {number}".strip(), about

    def label(self, place: Place) -> str:
        field = self._of_form(place)
        return say(field.label, self.lang) if field else named(place.field)

    def asked(self, place: Place) -> Field | None:
        """Return how the field is asked for when it is corrected; None for what nobody types."""
        if field := self._of_form(place):
            # On its own it hangs on no other answer.
            return replace(field, name=place.field, when=None, required_when=None)
        kind = Kind.CHOICE if _list(place) else _ASKED.get(place.field)
        if kind is None or self.record(place) is None:
            return None
        label = {"zh_CN": named(place.field)}
        return Field(place.field, kind, label, choices=self._choices(place))

    def words(self, place: Place, value: Any) -> str:
        """Return *value* as a person reads it."""
        field = self._of_form(place)
        if value in (None, "", [], {}):
            return QCoreApplication.translate("Values", "（空）")
        if field is not None:
            return in_words(field, value, self.lang, self._corrections.forms.lists)
        name = place.field
        if isinstance(value, bool):
            return self._label("yes_no", "yes" if value else "no")
        if isinstance(value, str):
            return self._of_text(place, name, value)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return "\n".join(phone.group(each) if name == "phones" else each for each in value)
        return json.dumps(value, ensure_ascii=False)

    def _of_text(self, place: Place, name: str, value: str) -> str:
        if name in _PEOPLE:
            return self._people(Id(value))
        if name in _TIMES:
            return _moment(value)
        if listed := _list(place):
            return self._label(listed, value)
        if name == "state":
            return wording.word(place.of, value)
        if name in _CODES:
            return wording.word(_CODES[name], value)
        if name in _RECORDS:
            return self.title(_RECORDS[name], Id(value))[0]
        return value

    def _of_form(self, place: Place) -> Field | None:
        return self._corrections.asked(self.record(place), place.field)

    def _choices(self, place: Place) -> tuple[Choice, ...]:
        return self._corrections.forms.lists.get(_list(place), ())

    def _label(self, name: str, code: str) -> str:
        choices = self._corrections.forms.lists.get(name, ())
        return next((say(each.label, self.lang) for each in choices if each.code == code), code)


def _list(place: Place) -> str:
    """Return the centre's list the field is a code of; "" for none."""
    return _LISTS.get(f"{place.of}.{place.field}") or _LISTS.get(place.field, "")


def _moment(text: str) -> str:
    try:
        at = datetime.fromisoformat(text)
        return f"{at.astimezone():%Y}-{wording.day_and_time(at)}"
    except (ValueError, OverflowError, OSError):
        return text

"""A clock in words: how it stands, which rule it keeps to, in which hours it runs, who is told."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.desk.board import Running
from app.desk.clocks import Clocks
from app.desk.retention import Mean
from app.forms.clocks import HANDLER, Length, Rule, Warn, Window
from app.forms.hours import Hours, Parts
from app.forms.spec import say
from app.records.cases import Case
from app.records.orders import Order
from app.ui import wording
from app.ui.wording import QT_TRANSLATE_NOOP

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


def name(clock: Running, lang: str) -> str:
    """Return what it is called; of a centre without rules, just that it is a term."""
    return say(clock.rule.name, lang) or _tr(QT_TRANSLATE_NOOP("Clocks", "办理时限"))


def title(clock: Running, lang: str) -> str:
    """Return its name and what it is of: a number, or of what has none yet, the form."""
    return f"{name(clock, lang)} {clock.facts.number or clock.facts.title}"


def due(clock: Running) -> str:
    text = wording.day_and_time(clock.due)
    return text if clock.is_sure else _tr(QT_TRANSLATE_NOOP("Clocks", "{}（暂定）")).format(text)


def stands(clock: Running, now: datetime) -> str:
    """Return in a word how it stands: never by colour alone."""
    if clock.due < now:
        return _tr(QT_TRANSLATE_NOOP("Clocks", "已超时"))
    if is_near(clock, now):
        return _tr(QT_TRANSLATE_NOOP("Clocks", "快到时限"))
    return _tr(QT_TRANSLATE_NOOP("Clocks", "按时"))


def is_near(clock: Running, now: datetime) -> bool:
    return clock.due >= now and any(at <= now for at, _ in clock.warns)


def about(clock: Running, lang: str) -> list[tuple[str, str]]:
    """Return all there is to say of it, as rows: the rule it keeps to, and in which windows."""
    rule = clock.rule
    between, warns = _tr(QT_TRANSLATE_NOOP("Clocks", "；")), [_warning(warn) for warn in rule.warns]
    late = _tr(QT_TRANSLATE_NOOP("Clocks", "超时：{}")).format(people(rule.tell))
    since = _tr(QT_TRANSLATE_NOOP("Clocks", "{}，从 {} 起算"))
    clause, source = _clause(rule, lang), say(rule.source, lang)
    if source:
        clause = _tr(QT_TRANSLATE_NOOP("Clocks", "{}（{}）")).format(clause, source)
    rows = [
        (
            _tr(QT_TRANSLATE_NOOP("Clocks", "最迟")),
            since.format(due(clock), wording.day_and_time(clock.began)),
        ),
        (_tr(QT_TRANSLATE_NOOP("Clocks", "规则")), clause),
        (_tr(QT_TRANSLATE_NOOP("Clocks", "计时")), between.join([_runs(rule), *map(_window, rule.windows)])),
        (_tr(QT_TRANSLATE_NOOP("Clocks", "告诉")), between.join([*warns, late])),
    ]
    if not clock.is_sure:
        text = QT_TRANSLATE_NOOP("Clocks", "{} 年的放假安排程序还不知道，暂按周一至周五算，知道后会变。")
        rows.insert(1, (_tr(QT_TRANSLATE_NOOP("Clocks", "注意")), _tr(text).format(clock.due.year)))
    return rows


def tip(clock: Running, lang: str) -> str:
    return "\n".join([title(clock, lang), *(f"{label}  {said}" for label, said in about(clock, lang))])


def rows(clocks: Clocks, record: Case | Order, lang: str) -> list[tuple[str, str]]:
    """Return the clocks of one record as it stands: name, when it is due and how it stands, and its rule."""
    now = clocks.now()
    return [
        (
            name(each, lang),
            f"{due(each)}  ·  {stands(each, now)}\n{_clause(each.rule, lang)}".strip(),
        )
        for each in clocks.of(record)
    ]


def _clause(rule: Rule, lang: str) -> str:
    return f"{rule.rule}  {say(rule.clause, lang)}".strip()


def mean(told: Mean, clock: Running | None, lang: str) -> str:
    """Return the month's mean, its parts, and by when the case of *clock* has to leave to keep it."""
    assert told.rule.mean is not None
    none = QT_TRANSLATE_NOOP("Clocks", "{name}：本月还没有转出的，平均限 {limit}")
    text = _tr(
        none
        if not told.count
        else QT_TRANSLATE_NOOP("Clocks", "{name}：本月平均 {mean}，限 {limit}（{count} 件共 {spent}）")
    ).format(
        name=say(told.rule.name, lang),
        mean=wording.clock(told.average),
        limit=wording.clock(told.rule.mean),
        count=told.count,
        spent=wording.clock(told.spent),
    )
    if told.is_cut:
        text += _tr(QT_TRANSLATE_NOOP("Clocks", "；案件太多，只算了最近的"))
    if clock is None:
        return text
    by = told.leave_by(clock)
    if by <= clock.began:
        return text + _tr(QT_TRANSLATE_NOOP("Clocks", "；已超平均，下一件请马上转出"))
    return text + _tr(QT_TRANSLATE_NOOP("Clocks", "；下一件最迟 {} 转出")).format(f"{by.astimezone():%H:%M}")


def people(who: Iterable[str]) -> str:
    between = _tr(QT_TRANSLATE_NOOP("Clocks", "、"))
    handler = _tr(QT_TRANSLATE_NOOP("Clocks", "经办人"))
    return between.join(handler if each == HANDLER else wording.word("role", each) for each in who)


def length(told: Length) -> str:
    """Return ``15 分钟``, ``24 小时``, ``2 天``, ``3 个工作日``."""
    if isinstance(told, int):
        return _tr(QT_TRANSLATE_NOOP("Clocks", "{} 个工作日")).format(told)
    if told % _DAY == timedelta() and told > _DAY:
        return _tr(QT_TRANSLATE_NOOP("Clocks", "{} 天")).format(told // _DAY)
    if told % _HOUR == timedelta():
        return _tr(QT_TRANSLATE_NOOP("Clocks", "{} 小时")).format(told // _HOUR)
    return _tr(QT_TRANSLATE_NOOP("Clocks", "{} 分钟")).format(int(told / timedelta(minutes=1)))


def _runs(rule: Rule) -> str:
    limit = length(rule.limit) if rule.limit is not None else ""
    hours = _hours(rule.hours) if rule.hours else _tr(QT_TRANSLATE_NOOP("Clocks", "按自然时间，日夜都算"))
    return _tr(QT_TRANSLATE_NOOP("Clocks", "{}，{}")).format(limit, hours) if limit else hours


def _hours(hours: Hours) -> str:
    if hours.worked == hours.free:
        return _tr(QT_TRANSLATE_NOOP("Clocks", "只算每天 {}")).format(_parts(hours.worked))
    worked = _tr(QT_TRANSLATE_NOOP("Clocks", "只算工作日 {}")).format(_parts(hours.worked))
    if not hours.free:
        return worked
    return _tr(QT_TRANSLATE_NOOP("Clocks", "{}，休息日 {}")).format(worked, _parts(hours.free))


def _window(window: Window) -> str:
    part = _parts(((window.begins, window.ends),))
    if window.limit is None:
        return _tr(QT_TRANSLATE_NOOP("Clocks", "{} 停走")).format(part)
    text = QT_TRANSLATE_NOOP("Clocks", "{} 放宽到 {}，在这段时间里走得慢")
    return _tr(text).format(part, length(window.limit))


def _warning(warn: Warn) -> str:
    if warn.before is not None:
        when = _tr(QT_TRANSLATE_NOOP("Clocks", "到时限前 {}")).format(length(warn.before))
    else:
        assert warn.after is not None
        when = _tr(QT_TRANSLATE_NOOP("Clocks", "过了 {}")).format(length(warn.after))
    return _tr(QT_TRANSLATE_NOOP("Clocks", "{}：{}")).format(when, people(warn.tell))


def _parts(parts: Parts) -> str:
    between = _tr(QT_TRANSLATE_NOOP("Clocks", "、"))
    return between.join(f"{_time(begins)}–{_time(ends)}" for begins, ends in parts)


def _time(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Clocks", text)

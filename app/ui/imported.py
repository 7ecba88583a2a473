"""What an import has to say: about a row, about a file, and in the end."""

from PySide6.QtCore import QCoreApplication

from app.desk.imports import Tally
from app.desk.judge import ImportRefused
from app.desk.sheets import SheetRefused
from app.forms.load import FormBroken
from app.forms.maps import ImportMap
from app.forms.spec import Form, Problem, say
from app.ui import flaws, problems, wording
from app.ui.wording import QT_TRANSLATE_NOOP

# What stands in the way of one row, beside what the form itself asks.
_ROWS: dict[str, str] = {
    "time_missing": QT_TRANSLATE_NOOP("Imported", "没有来电时间。"),
    "time_unread": QT_TRANSLATE_NOOP("Imported", "时间“{typed}”读不懂。"),
    "time_ahead": QT_TRANSLATE_NOOP("Imported", "来电时间在将来。"),
    "channel_unknown": QT_TRANSLATE_NOOP("Imported", "受理渠道“{typed}”不在选项中。"),
    "closed_unknown": QT_TRANSLATE_NOOP("Imported", "“{typed}”看不出是否结案。"),
    "ragged": QT_TRANSLATE_NOOP("Imported", "这一行有 {have} 格，表头只有 {want} 格。"),
    "open_quote": QT_TRANSLATE_NOOP("Imported", "引号没有合上，这一格吞了后面 {lines} 行。"),
    "not_encoding": QT_TRANSLATE_NOOP("Imported", "有的字不是 {encoding} 编码，读不出来。"),
    "key_missing": QT_TRANSLATE_NOOP("Imported", "编号是空的。"),
    "key_twice": QT_TRANSLATE_NOOP("Imported", "编号“{typed}”在第 {line} 行已有，内容不同。"),
}
_COLUMN = QT_TRANSLATE_NOOP("Imported", "（列“{}”）")
_NO_COLUMN = QT_TRANSLATE_NOOP("Imported", "（没有对应的列）")
_OWN = {
    "time": QT_TRANSLATE_NOOP("Imported", "来电时间"),
    "closed": QT_TRANSLATE_NOOP("Imported", "是否结案"),
    "closed_at": QT_TRANSLATE_NOOP("Imported", "结案时间"),
    "channel": QT_TRANSLATE_NOOP("Imported", "受理渠道"),
    "key": QT_TRANSLATE_NOOP("Imported", "编号"),
}

_FILES: dict[str, str] = {
    "unreadable": QT_TRANSLATE_NOOP(
        "Imported", "文件打不开（{detail}）。请核对路径，或先关掉正占用它的程序。"
    ),
    "empty": QT_TRANSLATE_NOOP("Imported", "文件是空的，没有导入什么。"),
    "no_rows": QT_TRANSLATE_NOOP("Imported", "文件只有表头，没有数据行。"),
    "not_a_table": QT_TRANSLATE_NOOP(
        "Imported", "这是网页格式，不是表格。请在 Excel 里打开，另存为 .xlsx 再导入。"
    ),
    "old_excel": QT_TRANSLATE_NOOP(
        "Imported", "这是旧版 .xls，或加了密码的文件。请在 Excel 里去掉密码、另存为 .xlsx 再导入。"
    ),
    "broken_excel": QT_TRANSLATE_NOOP(
        "Imported", "这个 .xlsx 已损坏，读不下去。请在 Excel 里打开、另存一份再导入。"
    ),
    "too_big": QT_TRANSLATE_NOOP("Imported", "这个 .xlsx 展开后太大，为安全没有打开。请分成几个文件再导入。"),
    "too_wide": QT_TRANSLATE_NOOP("Imported", "表头有 {detail} 列，太多了。请删掉用不到的列再导入。"),
    "cell_too_big": QT_TRANSLATE_NOOP("Imported", "第 {line} 行有一格太大，读不下去，多半是引号没有合上。"),
    "encoding": QT_TRANSLATE_NOOP("Imported", "不能按编码 {detail} 读这个文件。请换一种编码。"),
    "no_column": QT_TRANSLATE_NOOP(
        "Imported", "表里没有列“{column}”（对照表要它作“{feeds}”）。请改对照表，或换文件。"
    ),
    "not_allowed": QT_TRANSLATE_NOOP("Imported", "您的工号不能导入。请告诉值班长或管理员。"),
    "refused_unwritable": QT_TRANSLATE_NOOP(
        "Imported", "没有地方写退回的行：源文件的文件夹和个人文件夹都写不进去。什么都没有导入；请换个位置。"
    ),
}
_BROKEN_MAP = QT_TRANSLATE_NOOP("Imported", "对照表没有采用：{why}。什么都没有导入。")


def problem(found: Problem, form: Form, told: ImportMap, lang: str) -> str:
    """Return the sentence, and the columns it is about."""
    if found.code in _ROWS:
        text = _tr(_ROWS[found.code]).format_map(dict(found.detail))
    else:
        field = form.field(found.field) if found.field in form.names else None
        text = problems.problem(found, field, lang)
    if not found.field:
        return text
    columns = (
        told.key
        if found.field == "key"
        else told.rules()[found.field].columns
        if found.field in told.rules()
        else ()
    )
    if not columns:
        return text + (_tr(_NO_COLUMN) if found.code in ("required", "time_missing") else "")
    return text + _tr(_COLUMN).format("、".join(columns))


def feeds(name: str, form: Form, lang: str) -> str:
    """Return the word for what a column feeds: a field of the form, or the record's own."""
    if name in form.names:
        return say(form.field(name).label, lang)
    return _tr(_OWN[name]) if name in _OWN else name


def refused(error: Exception, form: Form, lang: str) -> str:
    """Return why an import cannot begin, or cannot go on."""
    detail: dict[str, object] = {}
    if isinstance(error, SheetRefused):
        detail = {"line": error.line, "detail": error.detail}
    elif isinstance(error, ImportRefused):
        detail = {"column": error.column, "feeds": feeds(error.feeds, form, lang)}
    code = str(getattr(error, "code", type(error).__name__))
    return _tr(_FILES[code]).format_map(detail) if code in _FILES else wording.refusal(code)


def broken_map(broken: FormBroken) -> str:
    return _tr(_BROKEN_MAP).format(why=flaws.why(broken))


def outcome(tally: Tally, *, dry: bool = False, stopped: bool = False) -> str:
    """Return what an import did, in a sentence."""
    parts = [_tr(_TESTED if dry else _TAKEN).format(n=tally.taken)]
    if tally.there:
        parts.append(_tr(_THERE).format(n=tally.there))
    if tally.refused:
        parts.append(_tr(_REFUSED).format(n=tally.refused))
    if stopped:
        parts.append(_tr(_STOPPED))
    return _tr(_BETWEEN).join(parts) + _tr(_END)


_TAKEN = QT_TRANSLATE_NOOP("Imported", "导入 {n} 条")
_TESTED = QT_TRANSLATE_NOOP("Imported", "可以导入 {n} 条（这次没有写入）")
_THERE = QT_TRANSLATE_NOOP("Imported", "{n} 条早已在本席")
_REFUSED = QT_TRANSLATE_NOOP("Imported", "{n} 条没有导入")
_STOPPED = QT_TRANSLATE_NOOP("Imported", "中途停下，已导入的都在，再导一次会接着来")
_BETWEEN = QT_TRANSLATE_NOOP("Imported", "，")
_END = QT_TRANSLATE_NOOP("Imported", "。")


def heads() -> tuple[str, str]:
    """Return the words over line and reason in the file of refused rows."""
    return (
        _tr(QT_TRANSLATE_NOOP("Imported", "行号")),
        _tr(QT_TRANSLATE_NOOP("Imported", "没有导入的原因")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Imported", text)

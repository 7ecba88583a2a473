"""What is wrong with a form's definition file, in words for whoever wrote it."""

from PySide6.QtCore import QCoreApplication

from app.forms.load import FormBroken
from app.ui.wording import QT_TRANSLATE_NOOP

_FLAWS: dict[str, str] = {
    "unreadable": QT_TRANSLATE_NOOP("Flaws", "文件打不开"),
    "file_name": QT_TRANSLATE_NOOP("Flaws", "文件名要像 名称/版本.yaml"),
    "too_big": QT_TRANSLATE_NOOP("Flaws", "文件超过 1 MB"),
    "not_utf8": QT_TRANSLATE_NOOP("Flaws", "文件不是 UTF-8"),
    "control_character": QT_TRANSLATE_NOOP("Flaws", "有不可见的控制字符"),
    "empty": QT_TRANSLATE_NOOP("Flaws", "文件是空的"),
    "syntax": QT_TRANSLATE_NOOP("Flaws", "YAML 写法不对，常见的是用了 Tab 缩进"),
    "alias": QT_TRANSLATE_NOOP("Flaws", "不能用锚点和引用"),
    "tag": QT_TRANSLATE_NOOP("Flaws", "不能用标签"),
    "too_deep": QT_TRANSLATE_NOOP("Flaws", "套得太深"),
    "duplicate_key": QT_TRANSLATE_NOOP("Flaws", "“{detail}”写了两次"),
    "unknown_key": QT_TRANSLATE_NOOP("Flaws", "不认得“{detail}”"),
    "missing_key": QT_TRANSLATE_NOOP("Flaws", "缺少“{detail}”"),
    "wrong_type": QT_TRANSLATE_NOOP("Flaws", "内容的类型不对"),
    "wrong_value": QT_TRANSLATE_NOOP("Flaws", "内容不对：{detail}"),
    "missing_label": QT_TRANSLATE_NOOP("Flaws", "缺少 {detail} 的名称"),
    "unknown_kind": QT_TRANSLATE_NOOP("Flaws", "没有“{detail}”这种字段"),
    "unknown_stage": QT_TRANSLATE_NOOP("Flaws", "没有“{detail}”这个阶段"),
    "unknown_state": QT_TRANSLATE_NOOP("Flaws", "没有“{detail}”这种案件状态"),
    "unknown_list": QT_TRANSLATE_NOOP("Flaws", "没有“{detail}”这份选项表"),
    "unknown_choice": QT_TRANSLATE_NOOP("Flaws", "选项表里没有“{detail}”"),
    "unknown_field": QT_TRANSLATE_NOOP("Flaws", "字段“{detail}”不在表单中"),
    "wrong_condition": QT_TRANSLATE_NOOP("Flaws", "条件写得不对：{detail}"),
    "duplicate_field": QT_TRANSLATE_NOOP("Flaws", "字段“{detail}”写了两次"),
    "duplicate_choice": QT_TRANSLATE_NOOP("Flaws", "选项“{detail}”写了两次"),
    "duplicate_section": QT_TRANSLATE_NOOP("Flaws", "分节“{detail}”写了两次"),
    "circle": QT_TRANSLATE_NOOP("Flaws", "字段互相等待：{detail}"),
    "well_known": QT_TRANSLATE_NOOP("Flaws", "“{detail}”是固定名称，不能用在这种字段上"),
    "order_without_case": QT_TRANSLATE_NOOP("Flaws", "要开工单，表单先要立案件"),
}
_OTHER = QT_TRANSLATE_NOOP("Flaws", "代码 {code}")


def sentence(broken: FormBroken) -> str:
    """Say which file, line and field, what is wrong, and what is used meanwhile."""
    said = _tr(QT_TRANSLATE_NOOP("Flaws", "表单定义没有采用：{why}。请告诉管理员；其他表单照常使用。"))
    return said.format(why=why(broken))


def why(broken: FormBroken) -> str:
    """Say which file, line and field, and what is wrong there."""
    what = _tr(_FLAWS.get(broken.code, _OTHER)).format_map({"detail": broken.detail, "code": broken.code})
    place = [broken.file]
    if broken.line:
        place.append(_tr(QT_TRANSLATE_NOOP("Flaws", "第 {} 行")).format(broken.line))
    if broken.field:
        place.append(_tr(QT_TRANSLATE_NOOP("Flaws", "字段“{}”")).format(broken.field))
    return _tr(QT_TRANSLATE_NOOP("Flaws", "{place}，{what}")).format(place=" ".join(place), what=what)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Flaws", text)

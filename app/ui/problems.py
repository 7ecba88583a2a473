"""What is wrong with an answer, in words: apart from wording.py, for the door needs no forms."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.forms.kinds import Kind
from app.forms.spec import Choice, Field, Problem, Stage, say
from app.ui.wording import QT_TRANSLATE_NOOP

_STAGES = {
    Stage.SAVE: QT_TRANSLATE_NOOP("Words", "保存前要填"),
    Stage.DISPATCH: QT_TRANSLATE_NOOP("Words", "派工前要填"),
    Stage.CLOSE: QT_TRANSLATE_NOOP("Words", "结案前要填"),
}

_PROBLEMS: dict[str, str] = {
    "required": QT_TRANSLATE_NOOP("Words", "请填写“{field}”。"),
    "required.chosen": QT_TRANSLATE_NOOP("Words", "请选择“{field}”。"),
    "read_back_missing": QT_TRANSLATE_NOOP("Words", "请先向客户复述一遍，再勾选“{field}”。"),
    "not_given_not_allowed": QT_TRANSLATE_NOOP("Words", "“{field}”不能选“未提供”，请问清后填写。"),
    "not_given_reason": QT_TRANSLATE_NOOP("Words", "请选择客户没有提供“{field}”的原因。"),
    "wrong_type": QT_TRANSLATE_NOOP("Words", "“{field}”的内容读不懂，请重填这一项。"),
    "too_long": QT_TRANSLATE_NOOP(
        "Words", "“{field}”有 {length} 字，最多 {max} 字。多出的部分还在，请删短。"
    ),
    "phone_shape": QT_TRANSLATE_NOOP("Words", "“{field}”不像一个电话号码，请与客户核对位数。"),
    "not_a_number": QT_TRANSLATE_NOOP("Words", "“{field}”要填数字。"),
    "out_of_range": QT_TRANSLATE_NOOP("Words", "“{field}”要在 {min} 到 {max} 之间，请核对。"),
    "out_of_range.min": QT_TRANSLATE_NOOP("Words", "“{field}”至少 {min}，请核对。"),
    "out_of_range.max": QT_TRANSLATE_NOOP("Words", "“{field}”至多 {max}，请核对。"),
    "not_a_choice": QT_TRANSLATE_NOOP("Words", "“{field}”要从列表中选一项。"),
    "not_a_date": QT_TRANSLATE_NOOP("Words", "“{field}”要填日期和时间，例如 11-21 14:05。"),
    "beaten": QT_TRANSLATE_NOOP("Words", "“{field}”别席已先存了，以已存的为准；您填的“{typed}”没有存入。"),
    "disputed": QT_TRANSLATE_NOOP("Words", "与别席冲突，待处理：没有采用的是“{lost}”。"),
    "wrong_value": QT_TRANSLATE_NOOP("Words", "这个内容不能用在这一项，记录没有变。请选另一个，或改成别的。"),
    "no_record": QT_TRANSLATE_NOOP(
        "Words", "这条记录不在本席，改不了。两边的内容都留着，请等同步之后再处理。"
    ),
    "unknown_field": QT_TRANSLATE_NOOP(
        "Words", "这一项是更新的程序写的，这个版本改不了。可以保留现在用的，或升级程序之后再处理。"
    ),
    "future": QT_TRANSLATE_NOOP("Words", "“{field}”还没有到。请填已经发生的时间。"),
    "too_early": QT_TRANSLATE_NOOP("Words", "“{field}”比上一步还早。请核对时间。"),
    "not_now": QT_TRANSLATE_NOOP("Words", "这一步现在轮不到：别人已经做了，或要先交办。请看上面的进度。"),
    "complained_of": QT_TRANSLATE_NOOP("Words", "被投诉人不能处理这件投诉。请选另一个人。"),
    "complained_of_you": QT_TRANSLATE_NOOP("Words", "您是被投诉人，这件投诉由别人处理。请告诉主管或主任。"),
    "no_such_case": QT_TRANSLATE_NOOP("Words", "本席没有这个编号的案件。请核对编号，或等同步之后再试。"),
    "same_case": QT_TRANSLATE_NOOP("Words", "这就是本案。请填另一个案件的编号。"),
    "tied_already": QT_TRANSLATE_NOOP("Words", "这两个案件已经有联系。"),
    "no_form": QT_TRANSLATE_NOOP("Words", "本机没有这种表单的定义，存不了。已填的内容都在，请告诉值班长。"),
    "case_closed": QT_TRANSLATE_NOOP(
        "Words", "要并入的案件已经结了，或不在本席。已填的内容都在：按 Alt+J 不并入，再保存。"
    ),
    "no_call": QT_TRANSLATE_NOOP("Words", "这条受理记录不在本席。已填的内容都在，请等同步之后再存。"),
    "no_case": QT_TRANSLATE_NOOP("Words", "这条受理记录没有案件，不能派工。记录本身已保存。"),
    "not_filed": QT_TRANSLATE_NOOP("Words", "这一案件要先由值班长立案才能派工。已填的内容都在，可以先保存。"),
    "no_way": QT_TRANSLATE_NOOP(
        "Words", "案件现在的状态，或您的职责，不能做这一步；什么也没有变。请看“经过”。"
    ),
    "not_yours": QT_TRANSLATE_NOOP("Words", "这一步要由值班长做，记录没有变。请告诉值班长。"),
    "verifying": QT_TRANSLATE_NOOP("Words", "监督员还没有答复核实，不能立案。请先催办，或登记答复。"),
    "merge_into": QT_TRANSLATE_NOOP("Words", "请选另一个还没有办结的案件。"),
    "transfer_to": QT_TRANSLATE_NOOP("Words", "请选另一位在职的同事。"),
    "answered": QT_TRANSLATE_NOOP("Words", "已经有答复，或不由您答复，没有再改。"),
    "nobody_above": QT_TRANSLATE_NOOP("Words", "上面没有可以请示的人，没有送出。已写的内容都在。"),
    "order_way": QT_TRANSLATE_NOOP(
        "Words", "工单现在的状态，或您的职责，不能做这一步；什么也没有变。请看“经过”。"
    ),
    "unchanged": QT_TRANSLATE_NOOP("Words", "没有改动。请选另一个单位、时限或缓急。"),
    "no_order": QT_TRANSLATE_NOOP("Words", "这种表单不开工单。已填的内容都在，请按 Ctrl+Enter 保存。"),
}
_CHOSEN = (Kind.CHOICE, Kind.MULTI_CHOICE, Kind.YES_NO)
_WRONG = QT_TRANSLATE_NOOP("Words", "“{field}”填得不对（代码 {code}），内容都还在，请改后再试。")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)


def problem(found: Problem, field: Field | None, lang: str) -> str:
    """Return the sentence that stands under the field, or in a strip where there is no field."""
    label = say(field.label, lang) if field else ""
    # A limit on one side only has a sentence of its own; so has what is not written but chosen.
    narrow = next(iter(found.detail)) if len(found.detail) == 1 else ""
    if field and field.kind in _CHOSEN:
        narrow = "chosen"
    text = _tr(_PROBLEMS.get(f"{found.code}.{narrow}") or _PROBLEMS.get(found.code, _WRONG))
    return text.format_map({"field": label, "code": found.code, **found.detail})


def stage(code: Stage) -> str:
    return _tr(_STAGES[code])


def choice(lists: Mapping[str, tuple[Choice, ...]], name: str, code: str, lang: str) -> str:
    """Return the label of *code* in the forms' list *name*; a code the list lost stands for itself."""
    found = next((each for each in lists.get(name, ()) if each.code == code), None)
    return say(found.label, lang) if found else code

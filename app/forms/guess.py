"""Which column feeds which field, guessed from a table's headers and its first rows."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.forms import phone
from app.forms.kinds import Kind
from app.forms.maps import ImportMap, Rule
from app.forms.moments import Moments
from app.forms.spec import Form

_MOST = 0.7  # of what a column says must look like what it is taken for

# What other people's tables call the same thing. A Latin word stands for the whole header, a Chinese
# one for any header it is in: 客户姓名, 来电人姓名.
_CALLED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "key": ("caseid", "callid", "id", "ticket", "casenumber", "caseenquiryid", "servicerequestid",
                "编号", "編號", "单号", "單號", "流水号", "流水號"),
        "closed_at": ("closedat", "finishedat", "closeddt", "completedat", "结案", "結案", "办结", "辦結",
                      "完成", "完工", "关闭"),
        "time": ("openedat", "opendt", "createdat", "created", "receivedat", "requesteddatetime", "time",
                 "datetime", "date", "来电时", "來電時", "受理时", "受理時", "时间", "時間", "日期"),
        "phone": ("phone", "tel", "telephone", "mobile", "callerid", "电话", "電話", "手机", "手機", "号码",
                  "號碼"),
        "name": ("name", "caller", "callername", "customer", "customername", "姓名", "来电人", "來電人",
                 "反映人", "通報人", "联系人", "聯絡人", "客户名", "客戶名"),
        "due_at": ("dueat", "duedate", "deadline", "targetdt", "期限", "时限", "時限"),
        "district": ("area", "district", "township", "neighborhood", "neighbourhood", "区域", "區域",
                     "行政区", "行政區"),
        "address": ("address", "location", "street", "地址", "地点", "地點", "住址"),
        "category": ("category", "type", "reason", "servicename", "类别", "類別", "类型", "類型", "分类",
                     "分類"),
        "request": ("content", "detail", "details", "description", "request", "内容", "內容", "诉求",
                    "訴求", "描述", "事由"),
        "answer": ("reply", "answer", "closurereason", "resolution", "答复", "答覆", "回复", "回覆",
                   "处理结", "處理結"),
        "title": ("title", "subject", "casetitle", "serviceitem", "标题", "標題", "主题", "主題"),
    }
)  # fmt: skip
_OWN = ("time", "closed_at")
_SURE = 2  # a field's own label, over a word it has in common with others


@dataclass(frozen=True, slots=True)
class Table:
    """Its columns, and its first rows as wide as these."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def said(self, place: int) -> list[str]:
        return [row[place].strip() for row in self.rows if row[place].strip()]


def guess(form: Form, table: Table) -> ImportMap:
    """Return what the headers let one think; fields nothing was found for are left out."""
    wishes = sorted(_wishes(form, table.columns), key=lambda wish: -wish[0])
    taken: dict[str, str] = {}
    used: set[str] = set()
    for _, feeds, place in wishes:
        column = table.columns[place]
        if feeds not in taken and column not in used and _fits(feeds, form, table.said(place)):
            taken[feeds] = column
            used.add(column)
    key = taken.pop("key", "")
    own = {name: Rule((taken.pop(name),)) if name in taken else Rule() for name in _OWN}
    title = taken.pop("title", "")
    fields = {name: Rule((column,)) for name, column in taken.items()}
    if title and "request" in form.names:
        both = (title, *fields["request"].columns) if "request" in fields else (title,)
        fields["request"] = Rule(both, join="\n" if len(both) > 1 else " ")
    is_key = key and len(said := table.said(table.columns.index(key))) == len(set(said)) == len(table.rows)
    return ImportMap(form.name, fields, own["time"], closed_at=own["closed_at"], key=(key,) if is_key else ())


def _wishes(form: Form, columns: Sequence[str]) -> Iterable[tuple[int, str, int]]:
    """Yield how strongly a header speaks for something, for what, and its place."""
    for place, column in enumerate(columns):
        header = plain(column)
        for field in form.fields:
            if header in (plain(field.name), *(plain(label) for label in field.label.values())):
                yield _SURE, field.name, place
        for feeds, words in _CALLED.items():
            if feeds not in form.names and feeds not in ("key", "title", *_OWN):
                continue
            if any(header == word or (not word.isascii() and word in header) for word in words):
                yield 1, feeds, place


def _fits(feeds: str, form: Form, said: list[str]) -> bool:
    """Tell whether what a column says can be what it is taken for; an empty one may be anything."""
    looks: Callable[[str], object] | None = None
    kind = form.field(feeds).kind if feeds in form.names else None
    if kind is Kind.DATE_TIME or feeds in _OWN:
        looks = Moments().read
    elif kind is Kind.PHONE:
        looks = phone.is_possible
    elif kind in (Kind.PERSON, Kind.ADDRESS):
        looks = _is_no_number
    if looks is None or not said:
        return True
    return sum(bool(looks(text)) for text in said) >= _MOST * len(said)


def _is_no_number(text: str) -> bool:
    return not text.isdecimal()


def plain(text: str) -> str:
    """Return *text* as headers are compared: small letters and signs, no marks between."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())

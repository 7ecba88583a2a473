"""What the paper itself says, in its three languages."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Words:
    tag: str  # language of the document, BCP 47
    slip: str
    heading: str
    order: str
    case: str
    team: str
    due: str
    unnumbered: str
    urgent: str
    void: str
    reprint: str
    reprinted: str
    first: str  # behind that
    is_void: str
    replaced_by: str
    replaces: str
    reason: str
    between: str  # two sentences
    continued: str
    lacking: str
    more: str
    record: str
    signatures: tuple[str, ...]
    printed: str
    page: str
    weekdays: tuple[str, ...]
    weekday_first: bool = False

    def moment(self, at: datetime) -> str:
        day, clock, name = f"{at:%Y-%m-%d}", f"{at:%H:%M}", self.weekdays[at.weekday()]
        return f"{name} {day} {clock}" if self.weekday_first else f"{day} {name} {clock}"

    def head(self, title: str) -> str:
        """A form may bear the word for a slip in its own title: it is not said twice."""
        return title if self.slip in title else self.heading.format(title=title)


_ZH_CN = Words(
    tag="zh-CN",
    slip="派工单",
    heading="{title}派工单",
    order="工单号",
    case="案件号",
    team="派往",
    due="最迟时间",
    unnumbered="打印时取号",
    urgent="紧急",
    void="作废",
    reprint="补打 {count}",
    reprinted="补打 {count}：{by}  {at}",
    first="，首次打印 {at}",
    is_void="本单作废，请收回，不得据此作业。",
    replaced_by="由 {number} 替代。",
    replaces="本单替代作废的 {number}，旧单请收回。",
    reason="作废原因：{reason}",
    between="",
    continued="（续）",
    lacking="□ 是本机字体没有的字：{codes}。请核对后手写补正。",
    more=" 等 {count} 个",
    record="处理情况",
    signatures=("派工人", "维修人员", "用户签字", "日期"),
    printed="打印：{by}  {at}",
    page="第 {page}/{pages} 页",
    weekdays=("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
)
_ZH_TW = Words(
    tag="zh-TW",
    slip="派工單",
    heading="{title}派工單",
    order="工單號",
    case="案件號",
    team="派往",
    due="最遲時間",
    unnumbered="列印時取號",
    urgent="緊急",
    void="作廢",
    reprint="補印 {count}",
    reprinted="補印 {count}：{by}  {at}",
    first="，首次列印 {at}",
    is_void="本單作廢，請收回，不得據此作業。",
    replaced_by="由 {number} 替代。",
    replaces="本單替代作廢的 {number}，舊單請收回。",
    reason="作廢原因：{reason}",
    between="",
    continued="（續）",
    lacking="□ 是本機字型沒有的字：{codes}。請核對後手寫補正。",
    more=" 等 {count} 個",
    record="處理情況",
    signatures=("派工人", "維修人員", "用戶簽名", "日期"),
    printed="列印：{by}  {at}",
    page="第 {page}/{pages} 頁",
    weekdays=("週一", "週二", "週三", "週四", "週五", "週六", "週日"),
)
_EN = Words(
    tag="en",
    slip="Dispatch slip",
    heading="{title} – Dispatch slip",
    order="Order",
    case="Case",
    team="Team",
    due="Latest by",
    unnumbered="Numbered when printed",
    urgent="URGENT",
    void="VOID",
    reprint="Reprint {count}",
    reprinted="Reprint {count} by {by}  {at}",
    first=", first printed {at}",
    is_void="This slip is void: take it back, do not work by it.",
    replaced_by="{number} stands for it.",
    replaces="In place of {number}, which is void: take that one back.",
    reason="Made void because: {reason}",
    between=" ",
    continued=" (cont.)",
    lacking="□ stands for a sign this font lacks: {codes}. Please check and write it in by hand.",
    more=" and {count} in all",
    record="Work done",
    signatures=("Dispatcher", "Technician", "Customer", "Date"),
    printed="Printed by {by}  {at}",
    page="Page {page}/{pages}",
    weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    weekday_first=True,
)
_ALL = {"zh_CN": _ZH_CN, "zh_TW": _ZH_TW, "en": _EN}


def of(lang: str) -> Words:
    return _ALL.get(lang, _ZH_CN)

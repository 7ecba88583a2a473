"""The words a time is said in, each with what it takes of what the words before it have left."""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta

SECOND = timedelta(seconds=1)
CLOCKS = ("hour", "minute", "second")

# -- figures --

_FIGURES = {c: n for n, c in enumerate(("零", "一", "二", "三", "四", "五", "六", "七", "八", "九"))} | {
    "〇": 0,
    "两": 2,
    "兩": 2,
    "俩": 2,
}
FIGURES = "".join(_FIGURES)
_CHINESE = re.compile(rf"[{FIGURES}十百]+")
_OTHER = str.maketrans(
    {"號": "号", "點": "点", "時": "时", "後": "后", "週": "周", "個": "个", "禮": "礼", "鐘": "钟",
     "內": "内", "開": "开", "過": "过", "來": "来", "間": "间", "從": "从", "當": "当", "—": "~", "–": "~",
     "～": "~", "-": "-", "至": "到", "·": "-", "/": "-", "仨": "3个"}
)  # fmt: skip


def in_figures(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip(" 。!").translate(_OTHER)
    plain = re.sub(r"~+", "~", plain)
    plain = re.sub(r"(?<=\d) +(?=\d)", "-", plain)  # 2022 11 23
    plain = re.sub(r"\s+", "", plain.replace("礼拜", "周").replace("星期", "周"))
    return _CHINESE.sub(lambda found: str(_figure(found[0])), plain)


def _figure(signs: str) -> str:
    """Return ``11`` for 十一, ``2020`` for 二〇二〇."""
    if "十" not in signs and "百" not in signs:
        return "".join(str(_FIGURES[c]) for c in signs)
    whole = last = 0
    for c in signs:
        if c in "十百":
            whole += (last or 1) * (10 if c == "十" else 100)
            last = 0
        else:
            last = _FIGURES[c]
    return str(whole + last)


# -- parts of time --

_PARTS = {
    "凌晨": (0, 5), "清晨": (5, 7), "黎明": (4, 7), "1早": (6, 10), "早上": (6, 10), "早晨": (6, 10),
    "早": (6, 10), "上午": (7, 12), "白天": (6, 19), "中午": (12, 14), "正午": (12, 13), "午后": (13, 15),
    "下午": (13, 18), "傍晚": (17, 19), "晚上": (18, 24), "今晚": (18, 24), "晚": (18, 24), "夜里": (20, 24),
    "夜间": (20, 24), "深夜": (22, 24), "半夜": (23, 24), "后半夜": (2, 5), "全天": (0, 24),
}  # fmt: skip
_AFTER_NOON = frozenset({"午后", "下午", "傍晚", "晚上", "晚", "夜里", "夜间", "深夜", "半夜"})
_DAYS = {
    "大前": -3, "前": -2, "昨": -1, "今": 0, "本": 0, "当": 0, "同": 0, "明": 1, "次": 1, "翌": 1, "后": 2,
    "大后": 3,
}  # fmt: skip
_YEARS = {
    "大前": -3,
    "前": -2,
    "去": -1,
    "上": -1,
    "今": 0,
    "本": 0,
    "当": 0,
    "明": 1,
    "下": 1,
    "后": 2,
    "同": 0,
}
_NEAR = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "同": 0, "下": 1, "下下": 2}
_WEEKDAYS = "1234567"
_DAYS_OF_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # as a field shows them in English


class Reader:
    """What the words so far have left: from ``first`` to before ``end``."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.first, self.end, self.unit = now, now, ""
        self.part = ""
        self.lacks = ""  # year, week, month or day, where it was left to now
        self.here = now  # the day that 次日 comes after

    def take(self, first: datetime, end: datetime, unit: str) -> bool:
        self.first, self.end, self.unit = first, end, unit
        return True

    def year(self, year: int) -> bool:
        return not self.unit and self.take(datetime(year, 1, 1), datetime(year + 1, 1, 1), "year")

    def month(self, year: int, month: int, months: int = 1) -> bool:
        first, end = month_of(year, month), month_of(year, month + months)
        return self.take(first, end, "month" if months == 1 else "quarter")

    def week(self, count: int) -> bool:
        """A week belongs where its Monday lies."""
        monday = week_of(self.first + timedelta(days=6)) + timedelta(weeks=count - 1)
        return self.take(monday, monday + timedelta(weeks=1), "week")

    def day(self, day: datetime, days: int = 1) -> bool:
        first = midnight(day)
        return self.take(first, first + timedelta(days=days), "day")

    def begun(self, unit: str) -> datetime:
        """Return where a day or an hour that is said next belongs: where nothing was, its *unit* is now's."""
        if not self.unit:
            self.lacks = unit
        return self.first if self.unit else self.now


def month_of(year: int, month: int) -> datetime:
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def midnight(day: datetime) -> datetime:
    return day.replace(hour=0, minute=0, second=0)


def week_of(day: datetime) -> datetime:
    return midnight(day - timedelta(days=day.weekday()))


Taken = Callable[[Reader, re.Match[str]], bool]
_WORDS: list[tuple[re.Pattern[str], Taken]] = []


def _word(pattern: str) -> Callable[[Taken], Taken]:
    def keep(take: Taken) -> Taken:
        _WORDS.append((re.compile(pattern), take))
        return take

    return keep


@_word(r"(\d{4})(?:年|(?=[-.]\d|$))")
def _full_year(at: Reader, m: re.Match[str]) -> bool:
    return at.year(int(m[1]))


@_word(r"(\d{2})年")
def _short_year(at: Reader, m: re.Match[str]) -> bool:
    century = at.now.year // 100 * 100
    year = century + int(m[1])
    return at.year(year if year <= at.now.year + 10 else year - 100)


@_word(r"(?:(\d{1,2})世纪|上(?:个)?世纪)(?:([1-9]0)年代)?(初|末期?)?")
def _century(at: Reader, m: re.Match[str]) -> bool:
    first = 100 * (int(m[1]) - 1 if m[1] else at.now.year // 100 - 1) + int(m[2] or 0)
    years = 10 if m[2] else 100
    if at.unit or first < 1:
        return False
    begin, end = first, first + years
    if m[3]:
        edge = 3 if m[2] else 20
        begin, end = (begin, begin + edge) if m[3] == "初" else (end - edge, end)
    return at.take(datetime(begin, 1, 1), datetime(end, 1, 1), "year")


@_word(r"今明(?:2|两)?年")
def _two_years(at: Reader, m: re.Match[str]) -> bool:
    year = at.now.year
    return not at.unit and at.take(datetime(year, 1, 1), datetime(year + 2, 1, 1), "year")


@_word(r"(大前|前|去|今|本|当|明|后|同|上1?|下1?)年")
def _near_year(at: Reader, m: re.Match[str]) -> bool:
    return at.year(at.now.year + _YEARS[m[1].rstrip("1")])


@_word(r"(?:第?([1-4])个?季度|(上|本|这|下)1?个?季度)")
def _quarter(at: Reader, m: re.Match[str]) -> bool:
    if m[2]:
        if at.unit:
            return False
        here = (at.now.month - 1) // 3 * 3 + 1
        return at.month(at.now.year, here + 3 * _NEAR[m[2]], 3)
    return at.unit in ("", "year") and at.month(at.begun("year").year, 3 * int(m[1]) - 2, 3)


@_word(r"前(\d)个?季度")
def _first_quarters(at: Reader, m: re.Match[str]) -> bool:
    year = at.first.year
    return at.unit == "year" and at.take(month_of(year, 1), month_of(year, 3 * int(m[1]) + 1), "quarter")


@_word(r"(前|后)(\d{1,2})个?月")
def _months_of_year(at: Reader, m: re.Match[str]) -> bool:
    if at.unit != "year":
        return False
    year, count = at.first.year, int(m[2])
    first = 1 if m[1] == "前" else 13 - count
    return at.take(month_of(year, first), month_of(year, first + count), "month")


@_word(r"(上上|上|本|这|当|同|下下|下)1?个?月")
def _near_month(at: Reader, m: re.Match[str]) -> bool:
    return not at.unit and at.month(at.now.year, at.now.month + _NEAR[m[1]])


@_word(r"首月")
def _first_month(at: Reader, m: re.Match[str]) -> bool:
    return at.unit == "year" and at.month(at.first.year, 1)


@_word(r"[-.]?(1[0-2]|0?[1-9])(?:月份?的?|(?=[-.]\d))")
def _of_year(at: Reader, m: re.Match[str]) -> bool:
    return at.unit in ("", "year") and at.month(at.begun("year").year, int(m[1]))


@_word(r"[-.](1[0-2]|0[1-9])(?=$|~|到)")
def _bare_month(at: Reader, m: re.Match[str]) -> bool:
    return at.unit == "year" and at.month(at.first.year, int(m[1]))


@_word(r"(?:第(\d)|第?(\d)个)周(?![1-7日天末])")
def _nth_week(at: Reader, m: re.Match[str]) -> bool:
    return at.unit in ("month", "year") and at.week(int(m[1] or m[2]))


@_word(r"第(\d{2})周")
def _week_of_year(at: Reader, m: re.Match[str]) -> bool:
    return at.unit == "year" and at.week(int(m[1]))


@_word(r"的?第(\d)个周([1-7日天])")
def _weekday_of_month(at: Reader, m: re.Match[str]) -> bool:
    if at.unit != "month":
        return False
    weekday = _weekday(m[2])
    ahead = (weekday - at.first.weekday()) % 7
    return at.day(at.first + timedelta(days=ahead, weeks=int(m[1]) - 1))


@_word(r"(上上|上|本|这|下下|下)1?个?周(?:周)?([1-7日天])")
def _day_of_near_week(at: Reader, m: re.Match[str]) -> bool:
    monday = week_of(at.now) + timedelta(weeks=_NEAR[m[1]])
    return not at.unit and at.day(monday + timedelta(days=_weekday(m[2])))


@_word(r"(上上|上|本|这|下下|下)1?个?周(末)?")
def _near_week(at: Reader, m: re.Match[str]) -> bool:
    if at.unit:
        return False
    monday = week_of(at.now) + timedelta(weeks=_NEAR[m[1]])
    if m[2]:
        return at.day(monday + timedelta(days=5), 2)
    return at.take(monday, monday + timedelta(weeks=1), "week")


@_word(r"周末")
def _weekend(at: Reader, m: re.Match[str]) -> bool:
    return not at.unit and at.day(week_of(at.now) + timedelta(days=5), 2)


@_word(r"周([1-7日天])|(?i:(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?(?![a-z]))")
def _day_of_week(at: Reader, m: re.Match[str]) -> bool:
    weekday = _weekday(m[1] or m[2].lower())
    if at.unit in ("day", "week"):  # 11月25日周三
        return at.unit == "day" and at.first.weekday() == weekday
    return not at.unit and at.day(week_of(at.begun("week")) + timedelta(days=weekday))


def _weekday(said: str) -> int:
    days = _DAYS_OF_WEEK if len(said) > 1 else _WEEKDAYS
    return days.index(said) if said in days else 6


@_word(r"(?:的?最后|后)(\d{1,2})天")
def _last_days(at: Reader, m: re.Match[str]) -> bool:
    if at.unit != "month":
        return False
    return at.take(at.end - timedelta(days=int(m[1])), at.end, "day")


@_word(r"前(\d{1,2})天")
def _first_days(at: Reader, m: re.Match[str]) -> bool:
    return at.unit == "month" and at.take(at.first, at.first + timedelta(days=int(m[1])), "day")


@_word(r"[-.]?(3[01]|[12]\d|0?[1-9])(?:日|号(?!线|楼))")
def _day_of_month(at: Reader, m: re.Match[str]) -> bool:
    first = at.begun("month")
    return at.unit in ("", "month") and at.day(datetime(first.year, first.month, int(m[1])))


@_word(r"[-.]?(3[01]|[12]\d|0?[1-9])(?=$|-?\d{1,2}[:点时]|~|到|[上下中]|[晚早]|[凌傍]|周|[A-Za-z])")
def _bare_day(at: Reader, m: re.Match[str]) -> bool:
    first = at.first
    return at.unit == "month" and at.day(datetime(first.year, first.month, int(m[1])))


@_word(r"(大前|前|昨|今|本|当|次|翌|明|大后|后)(?:天|日|儿个?|(?=晚|早))")
def _near_day(at: Reader, m: re.Match[str]) -> bool:
    since = at.here if m[1] in ("次", "翌") else at.now
    return not at.unit and at.day(since + timedelta(days=_DAYS[m[1]]))


@_word(r"第(\d{1,2})天")
def _nth_day(at: Reader, m: re.Match[str]) -> bool:
    return not at.unit and at.day(at.now + timedelta(days=int(m[1]) - 1))


@_word(r"年?(初|底|末)")
def _edge(at: Reader, m: re.Match[str]) -> bool:
    if not at.unit and m[0].startswith("年"):
        at.year(at.now.year)
    begins = m[1] == "初"
    match at.unit:
        case "year":
            year = at.first.year
            return at.take(
                *((month_of(year, 1), month_of(year, 3)) if begins else (month_of(year, 11), at.end)), "month"
            )
        case "quarter":
            year, month = at.first.year, at.first.month
            first = month if begins else month + 2
            return at.take(month_of(year, first), month_of(year, first + 1), "month")
        case "month" if begins:
            return at.take(at.first, at.first + timedelta(days=5), "day")
        case "month":
            return at.take(at.first.replace(day=25), at.end, "day")
    return False


@_word(r"月(初|底|末)")
def _edge_of_month(at: Reader, m: re.Match[str]) -> bool:
    if not at.unit:
        at.month(at.now.year, at.now.month)
    return at.unit == "month" and _edge(at, m)


@_word("(" + "|".join(sorted(_PARTS, key=len, reverse=True)) + ")")
def _part(at: Reader, m: re.Match[str]) -> bool:
    if at.unit not in ("", "day"):
        return False
    begin, end = _PARTS[m[1]]
    day = midnight(at.begun("day"))
    at.part = m[1]
    return at.take(day + timedelta(hours=begin), day + timedelta(hours=end), "part")


@_word(r"(?:的|-)?(2[0-4]|1\d|0?\d)(?::([0-5]\d)(?::([0-5]\d))?|[点时](?:(半)|([13])刻|([0-5]?\d)分?)?)")
def _hour(at: Reader, m: re.Match[str]) -> bool:
    if at.unit not in ("", "day", "part"):
        return False
    day = midnight(at.begun("day"))
    hour = _hour_of_day(int(m[1]), at.part)
    minute = 30 if m[4] else 15 * int(m[5]) if m[5] else int(m[2] or m[6] or 0)
    first = day + timedelta(hours=hour, minutes=minute, seconds=int(m[3] or 0))
    unit = "second" if m[3] else "minute" if m[2] or m[4] or m[5] or m[6] else "hour"
    lasts = {"second": SECOND, "minute": timedelta(minutes=1), "hour": timedelta(hours=1)}[unit]
    return at.take(first, first + lasts, unit)


def _hour_of_day(hour: int, part: str) -> int:
    if part in _AFTER_NOON and hour < 12:
        return hour + 12
    if hour == 12 and part in ("夜里", "晚上", "晚", "半夜", "深夜"):
        return 24
    return 12 + hour if part in ("中午", "正午") and hour < 4 else hour


@_word(r"多?钟|多|许|整|左右|前后|大约|大概|约|的时候|的|吧|份|之间|期间|里")
def _filler(at: Reader, m: re.Match[str]) -> bool:
    return bool(at.unit) or m[0] in ("大约", "大概", "约")


def read_on(text: str, at: Reader) -> Reader | None:
    """Return *at* once the whole of *text* has narrowed it."""
    place = 0
    while place < len(text):
        for pattern, take in _WORDS:
            found = pattern.match(text, place)
            if found and take(at, found):
                place = found.end()
                break
        else:
            return None
    return at if at.unit else None

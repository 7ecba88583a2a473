"""Same matter, another caller: how many offers are right, how many of the matters are offered, and how soon.

Judged on what others wrote (`shared/data`, left out where it is not there): pairs of questions that people
said are one or two, and letters of residents told again by somebody else (seeded: other words, another
number, the place said differently), half of them about a matter on file and half about one that is not.
"""

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from time import perf_counter
from typing import Any

from app import places
from app.desk.duplicates import Asked, Duplicates
from app.desk.likeness import like_text, plain
from app.forms.callers import CallerRule
from app.forms.divisions import load_divisions
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.ids import Id, id_of, new_id
from app.store.store import Store
from tests.bench import seat
from tests.bench.figures import Row, alone, percentile

DATA = Path(__file__).parents[3] / "shared" / "data"
CALLS, OPEN = 1_000_000, 20_000  # of the calls the newest, half of which have an open case
_ASKED = 400  # matters on file that are told again, and as many that are not
_TOLD = datetime(2026, 11, 1, tzinfo=UTC)
_RULE = CallerRule()
_country = cache(partial(load_divisions, places.resources() / "divisions" / "divisions.xz"))

_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:小区|花园|广场|大道|公园|家园|市场|中学|小学|医院|公寓|社区|大街|路|街|村|苑|镇)"
)
_OTHER_WORDS = (
    ("严重", "厉害"), ("希望", "盼着"), ("小区", "院子"), ("扰民", "吵得睡不着"), ("噪音", "吵声"),
    ("反映", "说"), ("经常", "老是"), ("每天", "天天"), ("没有", "没"), ("居民", "住户"), ("垃圾", "脏东西"),
    ("车辆", "车子"), ("施工", "干活"), ("解决", "处理"), ("问题", "情况"), ("政府", "上面"),
    ("道路", "路面"), ("孩子", "小孩"), ("学校", "学堂"), ("投诉", "举报"), ("领导", "负责人"),
    ("工资", "工钱"), ("违法", "违规"),
)  # fmt: skip
_SAID_BESIDE = ("您好，", "我要说个事，", "麻烦你们管管，", "请你们来看看。", "我也是打来问这个的，", "")
_AROUND = ("附近", "旁边", "那边", "门口", "")


def duplicates(folder: Path) -> Iterator[Row]:
    if DATA.is_dir():
        yield from _questions()
        yield from _letters(folder / "letters")
    yield _soon(folder / "many")


# -- right, and how many --


def _questions() -> Iterator[Row]:
    pairs = _read("kb_bank_questions/pairs_dev.csv")
    said = [like_text(each["q1"], each["q2"]) >= 1.0 for each in pairs]
    same = [each["same"] == "1" for each in pairs]
    yield from _judged("bank questions by text alone", _Count().of(said, same))


@dataclass
class _Count:
    right: int = 0
    offered: int = 0
    there: int = 0

    def of(self, said: list[bool], same: list[bool]) -> "_Count":
        right = sum(map(lambda a, b: a and b, said, same))
        return _Count(right, sum(said), sum(same))


def _judged(what: str, count: _Count) -> Iterator[Row]:
    precision, recall = count.right / max(count.offered, 1), count.right / max(count.there, 1)
    told = f"{count.right} of {count.offered}"
    yield replace(alone(f"{what}, precision", precision, unit="", at_least=0.9), floor=told)
    told = f"{count.right} of {count.there}"
    yield replace(alone(f"{what}, recall", recall, unit="", at_least=0.0), floor=told)


def _letters(folder: Path) -> Iterator[Row]:
    made = seat.make(folder, 0)
    store = seat.sign_in(made).store
    try:
        dice = random.Random(6)  # noqa: S311 - the same letters each time
        letters = _different(_read("calls_cn_taidi/calls_dev.csv"))
        dice.shuffle(letters)
        there, nowhere = letters[_ASKED:], letters[:_ASKED]
        known = dict(zip(map(id, there), _file(store, there, dice), strict=True))
        offers = Duplicates(store, _RULE, lambda: _TOLD, _country)
        while offers.learn():
            pass
        for how, tell in (("told again", _told_again), ("told in a line", _in_a_line)):
            count = _Count()
            for letter in (*dice.sample(there, _ASKED), *nowhere):
                answers = tell(letter, dice) | {"phone": _number(dice)}
                found = [each.case.id for each in offers.find(Asked(new_id(), "city_case", answers))]
                count.offered += len(found)
                count.right += known.get(id(letter)) in found
                count.there += id(letter) in known
            yield from _judged(f"letters {how} by another", count)
    finally:
        store.close()


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _different(letters: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return each letter once: some were sent again with the same title or the same beginning."""
    by_text = {plain(each["detail"])[:40]: each for each in letters if len(each["detail"]) > 20}
    return list({each["title"]: each for each in by_text.values()}.values())


def _number(dice: random.Random) -> str:
    return f"1{dice.choice('3589')}{dice.randrange(10**9):09d}"


def _file(store: Store, letters: list[dict[str, str]], dice: random.Random) -> list[Id]:
    """Put an open case on file for each letter, of the last weeks; return their ids."""
    cases = []
    for start in range(0, len(letters), 200):
        with store.write() as to:
            for letter in letters[start : start + 200]:
                at = _TOLD - timedelta(minutes=dice.randrange(20 * 24 * 60))
                call, case = id_of(at, letter["call_id"], "call"), id_of(at, letter["call_id"])
                answers = {"phone": _number(dice), "address": _place(letter), "request": letter["detail"]}
                who = "agent"
                to.put(_case(case, call, at, who))
                to.put(_call(call, case, at, who, answers))
                cases.append(case)
    return cases


def _case(id: Id, call: Id, at: datetime, who: str) -> Case:
    return Case(id, id, call, "city_case", 1, "", CaseState.RECEIVED, at, Id(who), Id(who))


def _call(id: Id, case: Id, at: datetime, who: str, answers: dict[str, Any]) -> Call:
    by = Id(who)
    return Call(id, id, "phone", "city_case", 1, at, at, by, by, case=case, answers=answers)


def _place(letter: dict[str, str]) -> str:
    found = _PLACE.search(letter["title"]) or _PLACE.search(letter["detail"])
    area = letter["area_codes"].split("|")[0]
    return area + found[0] if found else ""


def _told_again(letter: dict[str, str], dice: random.Random) -> dict[str, str]:
    """Return it in the words of another: some of its sentences in another order, shorter, with other words
    and slips of the keys, and the place without its city, or not at all."""
    said = [each for each in re.split(r"[。！？；\n，,!?;]+", letter["detail"]) if len(each.strip()) > 3]
    some = dice.sample(said, min(len(said), max(2, int(len(said) * dice.uniform(0.2, 0.5)))))
    return {"request": _retold("，".join(some)[:120], dice), "address": _elsewise(letter, dice)}


def _in_a_line(letter: dict[str, str], dice: random.Random) -> dict[str, str]:
    """Return what its writer put above it: one line that is no part of the text."""
    return {"request": _retold(letter["title"], dice), "address": _elsewise(letter, dice)}


def _retold(text: str, dice: random.Random) -> str:
    for one, other in _OTHER_WORDS:
        if dice.random() < 0.6:
            text = text.replace(one, other)
    typed = "".join(sign for sign in text if dice.random() > 0.03)
    return dice.choice(_SAID_BESIDE) + typed + dice.choice(_SAID_BESIDE)


def _elsewise(letter: dict[str, str], dice: random.Random) -> str:
    place = _place(letter).removeprefix(letter["area_codes"].split("|")[0])
    return place + dice.choice(_AROUND) if place and dice.random() < 0.7 else ""


# -- how soon --


def _soon(folder: Path) -> Row:
    made = seat.make(folder, CALLS, still_open=OPEN)
    store = seat.sign_in(made).store
    try:
        now = seat.FIRST + timedelta(seconds=30 * CALLS)
        offers = Duplicates(store, _RULE, lambda: now, _country)
        while offers.learn():
            pass
        took = [_time(offers, n) for n in range(200)]
        return alone(
            "same matter offered, 1 M calls, 10 k open cases, p95",
            percentile(took, 0.95) * 1e3,
            unit="ms",
            at_most=50,
        )
    finally:
        store.close()


def _time(offers: Duplicates, n: int) -> float:
    whose = (CALLS - 1 - n * 2) % (CALLS // seat.CALLS_EACH)
    answers = {
        "phone": seat.phone_of(n * 37),
        "address": f"春晓路{whose % 900 + 1}-{whose % 30 + 1}",
        "category": "stove",
        "request": "灶具打不着火，换了电池也没有用，按旋钮有声音没有火",
    }
    start = perf_counter()
    assert offers.find(Asked(new_id(), "gas_repair", answers))
    return perf_counter() - start

"""Calls to log in the demonstration: read from a CSV, what it does not tell invented from a seed."""

import csv
import io
import random
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.forms import phone

# What other people's files call the same thing.
HEADERS = {
    "form": ("form",),
    "title": ("title", "subject", "case_title", "service_item"),
    "content": ("content", "detail", "description", "request"),
    "category": ("category", "service_name", "type", "reason"),
    "time": ("time", "opened_at", "received_at"),
    "area": ("area", "township", "neighborhood"),
    "address": ("address",),
    "name": ("name",),
    "phone": ("phone",),
}
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗欧阳司徒"
GIVEN = "伟芳娜敏静磊强洋艳勇军杰娟涛明超秀英霞平刚桂兰子涵雨桐梓萱"
HARD_NAMES = ("𬱖𬱟", "陈䶮", "阿依古丽·买买提", "孙孙孙孙", "<b>李</b>", "=1+1", "O'Brien", "محمد", "㛃")
LONGEST_FIELD = 16 * 1024 * 1024  # signs; csv itself stops at 131 072
GAS = ("燃气", "煤气", "瓦斯", "灶", "热水器", "壁挂炉", "gas")


@dataclass(frozen=True, slots=True)
class Sample:
    form: str
    name: str
    phone: str
    category: str
    address: str
    request: str


class SamplesBroken(Exception):
    """A file that holds no calls; the text names file and line."""


def read(path: Path, seed: int, forms: Collection[str] | None = None) -> list[Sample]:
    """Return the calls of *path*; names, numbers and addresses it lacks come from *seed*.

    A form that is none of *forms* is chosen by the words instead; without *forms* all names are taken.
    """
    chance = random.Random(seed)  # noqa: S311 – invented people, no secret
    before = csv.field_size_limit(LONGEST_FIELD)
    try:
        samples = [_sample(row, chance, forms) for row in _rows(path)]
    finally:
        csv.field_size_limit(before)
    if not samples:
        raise SamplesBroken(f"{path}: 没有可录入的行")
    return samples


def _rows(path: Path) -> Iterator[dict[str, str]]:
    lines = csv.reader(io.StringIO(_text(path), newline=""))
    try:
        yield from _told(path, lines)
    except csv.Error:
        limit = f"{LONGEST_FIELD:,}"
        raise SamplesBroken(f"{path}: 第 {lines.line_num} 行读不了：有一格超过 {limit} 字") from None


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SamplesBroken(f"{path}: {error.strerror}") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding).replace("\0", "")
        except UnicodeDecodeError:
            continue
    raise SamplesBroken(f"{path}: 不是 UTF-8，也不是 GBK")


def _told(path: Path, lines: Iterator[list[str]]) -> Iterator[dict[str, str]]:
    header = [h.strip().lower() for h in next(lines, [])]
    columns = {
        name: next((header.index(a) for a in also if a in header), -1) for name, also in HEADERS.items()
    }
    if all(columns[name] < 0 for name in ("title", "content", "category")):
        raise SamplesBroken(f"{path}: 第 1 行没有 title、content 或 category 列")
    for row in lines:
        told = {n: row[i].strip() if 0 <= i < len(row) else "" for n, i in columns.items()}
        if told["content"] or told["title"] or told["category"]:
            yield told


def _sample(told: dict[str, str], chance: random.Random, forms: Collection[str] | None) -> Sample:
    request = told["content"] or told["title"] or told["category"]
    if told["title"] and told["title"] not in request:
        request = f"{told['title']}：{request}"
    text = f"{told['category']} {request}".lower()
    address = told["address"] or request[:40]
    if told["area"] and told["area"] not in address:
        address = told["area"] + address
    name = told["name"] or _name(chance)
    number = told["phone"]
    if not phone.is_possible(number):
        number = f"12{chance.randrange(10**9):09d}"  # 12x is allotted to no mobile
    form = told["form"]
    if not form or (forms is not None and form not in forms):
        form = "gas_repair" if any(word in text for word in GAS) else "city_case"
    return Sample(form, name, number, told["category"], address, request)


def _name(chance: random.Random) -> str:
    if chance.random() < 0.1:
        return chance.choice(HARD_NAMES)
    return chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.randint(1, 2)))


def nearest(text: str, labels: dict[str, tuple[str, ...]]) -> str:
    """Return the code whose labels share the most pairs of signs with *text*, the last code if none does."""
    pairs = _pairs(text)
    scores = {code: max(len(pairs & _pairs(w)) for w in words) for code, words in labels.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else list(labels)[-1]


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}

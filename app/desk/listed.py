"""The directory from a sheet that a centre keeps, checked row by row: the text of its rules file."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from app.desk.sheets import Sheet
from app.forms.directory import build_directory
from app.forms.load import FormBroken, Forms, dumped, tree_of
from app.forms.nodes import Broken, Flaw

_COLUMNS = {
    "name": ("name", "名称", "名稱"),
    "number": ("number", "号码", "號碼", "电话", "電話"),
    "matters": ("matters", "事项", "事項"),
    "districts": ("districts", "区域", "區域"),
    "streets": ("streets", "街道"),
    "hours": ("hours", "时间", "時間"),
    "note": ("note", "备注", "備註"),
}
_MUST = ("name", "number")
_SEVERAL = re.compile(r"[、,，;；/\n]+")
_DAYS = {"every": ("每天", "every"), "workdays": ("工作日", "workdays"), "days_off": ("休息日", "days_off")}
_PART = re.compile(r"(\D*?)\s*(\d{1,2})[:：](\d\d)\s*[-–—~至到]\s*(\d{1,2})[:：](\d\d)")
_MOST = 5000  # rows


def from_sheet(path: Path, forms: Forms) -> tuple[str, list[FormBroken]]:
    """Return the text of rules/directory.yaml, and what is wrong, by line of the sheet: with anything wrong
    the text is not to be used. Raises SheetRefused where the file is no sheet."""
    rows, broken = [], []
    with closing(Sheet(path)) as sheet:
        places = {key: _place(sheet.columns, names) for key, names in _COLUMNS.items()}
        missing = [key for key in _MUST if places[key] is None]
        if missing:
            return "", [FormBroken(path.name, 1, missing[0], Flaw.MISSING_KEY, _COLUMNS[missing[0]][1])]
        for line in sheet.read(_MOST):
            cells = dict(enumerate(line.cells))
            said = {key: cells.get(at, "").strip() for key, at in places.items() if at is not None}
            try:
                row = _row({key: text for key, text in said.items() if text}, forms)
                build_directory(tree_of(dumped({"directory": [row]})), forms.lists, forms.hours)
                rows.append(row)
            except Broken as why:
                broken.append(FormBroken(path.name, line.number, why.field, why.code, why.detail))
    return dumped({"directory": rows}), broken


def _place(columns: tuple[str, ...], names: tuple[str, ...]) -> int | None:
    return next((at for at, column in enumerate(columns) if column.strip().lower() in names), None)


def _row(said: dict[str, str], forms: Forms) -> dict[str, Any]:
    row: dict[str, Any] = dict(said)
    for key in ("matters", "streets", "districts"):
        if key in said:
            row[key] = [each.strip() for each in _SEVERAL.split(said[key]) if each.strip()]
    codes = {word: each.code for each in forms.lists.get("districts", ()) for word in each.label.values()}
    if "districts" in row:
        row["districts"] = [codes.get(each, each) for each in row["districts"]]
    if "hours" in said and said["hours"] not in forms.hours.named:
        row["hours"] = list(_parts(said["hours"]))
    return row


def _parts(text: str) -> Iterator[dict[str, str]]:
    """Give the parts of days; those past midnight as two: it is then no day of its own that they end in."""
    for piece in filter(None, _SEVERAL.split(text)):
        told = _PART.fullmatch(piece.strip())
        said = told[1].strip() if told else ""
        days = next((code for code, words in _DAYS.items() if said in words), "" if said else "every")
        if told is None or not days:
            raise Broken(Flaw.WRONG_VALUE, 0, piece[:40], "hours")
        begins, ends = f"{int(told[2]):02}:{told[3]}", f"{int(told[4]):02}:{told[5]}"
        if begins < ends:
            yield {"days": days, "from": begins, "to": ends}
            continue
        yield {"days": days, "from": begins, "to": "24:00"}
        if ends > "00:00":
            yield {"days": days, "from": "00:00", "to": ends}

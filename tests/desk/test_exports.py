"""Files for others: whole or not there, readable by what opens them, and no formula in any."""

import csv
import errno
import os
import sys
from datetime import datetime

import pytest
from openpyxl import load_workbook

from app.desk import xlsx
from app.desk.exports import Export, ExportRefused, guarded

AT = datetime(2026, 11, 21, 9, 31, 5)
HEADER = ["编号", "时间", "姓名", "印次"]
ROWS = [
    ["LA03-00001-X", AT, "王小明", 2],
    ["=HYPERLINK(1)", AT, "@SUM", 0],
    ["+86 138", AT, "-1", -3],
    ["a\x07b\ud800", AT, 'say "hi", \n<&>', 1],
]
SUFFIXES = [".csv", ".xlsx"]


@pytest.fixture(params=SUFFIXES)
def path(request, tmp_path):
    return tmp_path / f"受理记录{request.param}"


def write(path, rows=ROWS):
    export = Export(path, HEADER)
    export.add(rows)
    export.finish()
    return export


def read_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def read_xlsx(path):
    return [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].rows]


def test_a_csv_is_what_excel_takes_for_chinese(tmp_path):
    path = tmp_path / "a.csv"
    write(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    told = read_csv(path)
    assert told[0] == HEADER
    assert told[1] == ["LA03-00001-X", "2026-11-21 09:31:05", "王小明", "2"]


def test_no_spreadsheet_finds_a_formula_in_a_csv(tmp_path):
    path = tmp_path / "a.csv"
    write(path)
    told = read_csv(path)
    assert (told[2][0], told[2][2]) == ("'=HYPERLINK(1)", "'@SUM")
    assert (told[3][0], told[3][2], told[3][3]) == ("'+86 138", "'-1", "-3")  # a number is a number
    assert guarded("\t=1") == "'\t=1"


def test_an_xlsx_keeps_texts_times_and_numbers_apart(tmp_path):
    path = tmp_path / "a.xlsx"
    write(path)
    told = read_xlsx(path)
    assert told[:2] == [HEADER, ["LA03-00001-X", AT, "王小明", 2]]
    assert told[2][0] == "=HYPERLINK(1)"
    sheet = load_workbook(path).worksheets[0]
    assert sheet["A3"].data_type == "s"
    assert sheet["B2"].is_date
    assert told[4][0] == "ab"
    assert told[4][2] == 'say "hi", \n<&>'
    assert sheet.freeze_panes == "A2"


def test_what_one_sheet_does_not_hold_goes_on_on_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    write(tmp_path / "a.xlsx")
    sheets = load_workbook(tmp_path / "a.xlsx").worksheets
    assert [[row[0].value for row in sheet.rows] for sheet in sheets] == [
        ["编号", "LA03-00001-X", "=HYPERLINK(1)"],
        ["编号", "+86 138", "ab"],
    ]


def test_nothing_is_in_its_place_before_it_is_whole(path):
    path.write_text("what was there")
    export = Export(path, HEADER)
    export.add(ROWS)
    assert path.read_text() == "what was there"
    export.finish()
    assert path.read_bytes() != b"what was there"
    assert list(path.parent.iterdir()) == [path]


def test_what_is_abandoned_leaves_no_trace(path):
    path.write_text("what was there")
    export = Export(path, HEADER)
    export.add(ROWS)
    export.abandon()
    export.add(ROWS)
    export.finish()
    export.abandon()
    assert path.read_text() == "what was there"
    assert list(path.parent.iterdir()) == [path]


def test_a_row_that_cannot_be_made_leaves_no_trace(path):
    def rows():
        yield ROWS[0]
        raise LookupError("gone")

    export = Export(path, HEADER)
    with pytest.raises(LookupError):
        export.add(rows())
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(path):
    with pytest.raises(ExportRefused) as refused:
        Export(path.parent / "nowhere" / path.name, HEADER)
    assert refused.value.code == "unwritable"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="only where rights bind the user")
def test_a_folder_that_is_only_for_reading_is_refused(path):
    path.parent.chmod(0o500)
    with pytest.raises(ExportRefused) as refused:
        Export(path, HEADER)
    assert refused.value.code == "unwritable"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only where there is a full disk to be had")
def test_a_full_disk_is_told_and_leaves_what_was_there(path):
    path.write_text("what was there")
    path.with_name(f"{path.name}.part").symlink_to("/dev/full")
    with pytest.raises(ExportRefused) as refused:
        write(path, ROWS * 20_000)
    assert refused.value.code == "full"
    assert path.read_text() == "what was there"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_another_program_has_open_is_told(path):
    class Held(OSError):
        winerror = 32

    def rows():
        raise Held(errno.EACCES, "held")
        yield

    export = Export(path, HEADER)
    with pytest.raises(ExportRefused) as refused:
        export.add(rows())
    assert refused.value.code == "locked"


def test_who_took_it_stands_at_the_end_of_the_file(path):
    export = Export(path, HEADER)
    export.add(ROWS)
    export.finish("=导出 1001 王珂")
    told = read_csv(path) if path.suffix == ".csv" else read_xlsx(path)
    assert told[0] == HEADER
    assert len(told) == 1 + len(ROWS) + 1
    assert told[-1][0] in ("'=导出 1001 王珂", "=导出 1001 王珂")
    assert export.rows == len(ROWS)

"""Tables of other people's programs: CSV in four encodings, XLSX, and what only calls itself so."""

import csv
import io
import os
import zipfile
from contextlib import closing
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk import encodings, sheets
from app.desk.refused import Refused, guarded, unguarded
from app.desk.sheets import Line, Sheet, SheetRefused

CN = "编号,来电人,诉求\n1,王小明,路灯不亮\n2,欧阳芳,井盖缺失，请尽快处理\n"
TW = "編號,來電人,訴求\n1,王小明,路燈不亮\n2,歐陽芳,人孔蓋缺失，請儘快處理\n"


@pytest.fixture
def file(tmp_path):
    def make(content, name="old.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


def read(path, encoding=""):
    with closing(Sheet(path, encoding)) as sheet:
        found = []
        while lines := sheet.read(7):
            found += lines
        return sheet, found


def cells(path, encoding=""):
    sheet, lines = read(path, encoding)
    return [sheet.columns, *(line.cells for line in lines)]


def refusal(path, encoding=""):
    with pytest.raises(SheetRefused) as caught:
        read(path, encoding)
    return caught.value.code


# -- encodings --


@pytest.mark.parametrize(
    ("text", "codec", "found"),
    [
        (CN, "utf-8", "utf-8"),
        (CN, "utf-8-sig", "utf-8-sig"),
        (CN, "utf-16", "utf-16"),
        (CN, "utf-16-le", "utf-16-le"),
        (CN, "utf-16-be", "utf-16-be"),
        (CN, "gbk", "gb18030"),
        (CN, "gb18030", "gb18030"),
        (TW, "big5", "cp950"),
        (TW, "cp950", "cp950"),
        (TW, "utf-8", "utf-8"),
        ("a,b\n1,2\n", "ascii", "utf-8"),
    ],
)
def test_the_encoding_is_found_out(file, text, codec, found):
    path = file(text.encode(codec))
    sheet, lines = read(path)
    assert sheet.encoding == found
    assert [list(sheet.columns), *map(list, (line.cells for line in lines))] == list(
        csv.reader(io.StringIO(text))
    )


@pytest.mark.parametrize("name", ["王小明", "陈静", "李伟,138", "欧阳芳,路灯不亮"])
def test_a_line_is_enough_to_know_gbk(name):
    assert encodings.guess(f"name\n{name}\n".encode("gbk")) == "gb18030"


@pytest.mark.parametrize("name", ["王小明", "陳靜怡", "林冠宇,0912", "歐陽芳,路燈不亮"])
def test_a_line_is_enough_to_know_big5(name):
    assert encodings.guess(f"name\n{name}\n".encode("cp950")) == "cp950"


def test_real_texts_of_one_line_are_taken_right(data):
    def texts(folder, column):
        with (data / folder / "calls_dev.csv").open(encoding="utf-8-sig", newline="") as opened:
            return [row[column] for row in csv.DictReader(opened) if not row[column].isascii()]

    wrong = [t for t in texts("calls_cn_taidi", "title") if encodings.guess(t.encode("gb18030")) != "gb18030"]
    big5 = [t.encode("cp950", "ignore") for t in texts("calls_tw_tainan1999", "description")]
    wrong += [raw for raw in big5 if encodings.guess(raw) != "cp950"]
    assert not wrong


def test_utf8_with_a_torn_sign_stays_utf8():
    assert encodings.guess((CN * 20).encode() + b"9,\xff\n") == "utf-8"


def test_a_wrong_guess_can_be_overruled(file):
    path = file(CN.encode("gbk"))
    assert cells(path, "cp950") != cells(path)
    assert cells(path, "gbk") == cells(path)
    assert refusal(path, "klingon") == "encoding"
    assert refusal(path, "base64") == "encoding"


# -- the shape of a CSV --


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(file, delimiter):
    path = file(f'a{delimiter}"b,;|"{delimiter}c\n1{delimiter}2{delimiter}3\n'.encode())
    assert cells(path) == [("a", "b,;|", "c"), ("1", "2", "3")]


def test_excels_own_word_on_the_delimiter_is_no_row(file):
    sheet, (line,) = read(file(b"sep=;\r\na;b\r\n1;2\r\n"))
    assert sheet.columns == ("a", "b")
    assert line == Line(3, ("1", "2"))


def test_titles_over_the_header_are_passed_over_and_lines_are_counted_as_the_file_has_them(file):
    sheet, lines = read(file('二月来电,,\n\na,b,c\n1,"x\ny",3\n,,\n4,5,6\n'.encode()))
    assert sheet.columns == ("a", "b", "c")
    assert [(line.number, line.lines) for line in lines] == [(4, 2), (7, 1)]


def test_no_two_columns_have_one_name(file):
    assert cells(file(b"a,a,,a,\n1,2,3,4,5\n"))[0] == ("a", "a (2)", "#3", "a (3)", "#5")


def test_nul_is_left_out(file):
    assert cells(file(b"a,b\n1\0,2\n")) == [("a", "b"), ("1", "2")]


def test_a_long_cell_is_read_and_the_limit_of_others_stays(file, monkeypatch):
    before = csv.field_size_limit()
    assert len(cells(file(b"a,b\n1," + b"x" * (1 << 20) + b"\n"))[1][1]) == 1 << 20
    assert csv.field_size_limit() == before
    monkeypatch.setattr(sheets, "LONGEST_CELL", 100)
    assert refusal(file(b"a,b\n1," + b"x" * 101 + b"\n")) == "cell_too_big"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\r\n", "empty"),
        (b"\0\0\0\0", "empty"),
        (b"a,b\n", "no_rows"),
        (b"a,b\n,\n \n", "no_rows"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_excel"),
        (b"<html><table><tr><td>1", "not_a_table"),
        (b"PK\x03\x04 is no zip", "broken_excel"),
        (b",".join([b"a"] * 501) + b"\n1\n", "too_wide"),
    ],
)
def test_what_is_no_table_is_refused_by_name(file, content, code):
    assert refusal(file(content)) == code


def test_a_file_that_is_not_there_or_a_folder_is_unreadable(tmp_path):
    assert refusal(tmp_path / "nowhere.csv") == "unreadable"
    assert refusal(tmp_path) == "unreadable"


def test_utf16_that_ends_within_a_sign_is_refused(file):
    assert refusal(file(CN.encode("utf-16") + b"\x41")) == "encoding"


def test_rows_are_read_as_they_are_asked_for(tmp_path):
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8") as out:
        out.write("a,b\n")
        out.writelines(f"{i},{'x' * 90}\n" for i in range(100_000))
    with closing(Sheet(path)) as sheet:
        sheet.read(200)
        assert 0 < sheet.part(201) < 0.02


# -- XLSX --


@pytest.fixture
def book(tmp_path):
    def make(*rows, hidden=False):
        made = openpyxl.Workbook()
        sheet = made.active
        if hidden:
            sheet.sheet_state = "hidden"
            sheet = made.create_sheet("来电")
        for row in rows:
            sheet.append(row)
        made.save(tmp_path / "old.xlsx")
        return tmp_path / "old.xlsx"

    return make


def test_cells_of_a_workbook_are_read_as_a_person_reads_them(book):
    path = book(
        ["a", "b", "c", "d", "e", "f", "g"],
        [13800001234.0, 101000295795, 0.1 + 0.2, datetime(2024, 3, 5, 9, 30, 0, 4), date(2024, 3, 5), True],
        ["王", None, " x ", 1e300, -7.0, False, "=1+1"],
    )
    sheet, (first, second) = read(path)
    assert (sheet.encoding, sheet.sheet, sheet.sheets) == ("", "Sheet", 1)
    assert first.cells[:4] == ("13800001234", "101000295795", "0.3", "2024-03-05 09:30:00")
    assert first.cells[4:] == ("2024-03-05 00:00:00", "TRUE")
    assert second.cells == ("王", "", " x ", "1e+300", "-7", "FALSE")  # a formula nobody reckoned is empty


def test_the_first_sheet_that_is_shown_is_read_and_padding_is_not(book):
    path = book(["a", "b"], ["1"], [None, None, None], ["2", "3", None], hidden=True)
    sheet, lines = read(path)
    assert sheet.sheet == "来电"
    assert [(line.number, line.cells) for line in lines] == [(2, ("1",)), (4, ("2", "3"))]
    assert sheet.part(4) == 1.0


def test_what_would_unpack_to_more_than_a_seat_holds_is_not_opened(book, monkeypatch):
    path = book(["a"], ["1"])
    monkeypatch.setattr(sheets, "LARGEST_PART", 10)
    assert refusal(path) == "too_big"
    monkeypatch.undo()
    monkeypatch.setattr(sheets, "LARGEST_WHOLE_PART", 10)
    assert refusal(path) == "too_big"


def test_a_workbook_that_lies_or_is_cut_is_refused(book, tmp_path):
    whole = book(["a"], ["1"]).read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(whole[: len(whole) // 2])
    assert refusal(tmp_path / "cut.xlsx") == "broken_excel"
    with zipfile.ZipFile(tmp_path / "zip.xlsx", "w") as packed:
        packed.writestr("readme.txt", "x")
    assert refusal(tmp_path / "zip.xlsx") == "broken_excel"
    with (
        zipfile.ZipFile(tmp_path / "old.xlsx") as packed,
        zipfile.ZipFile(tmp_path / "torn.xlsx", "w") as torn,
    ):
        for part in packed.infolist():
            content = packed.read(part)
            torn.writestr(part.filename, content[:200] if "sheet1" in part.filename else content)
    assert refusal(tmp_path / "torn.xlsx") in ("broken_excel", "empty", "no_rows")


# -- refused rows come back as they were --

_CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@given(st.lists(st.lists(_CELL, min_size=3, max_size=3), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_cells_survive_the_file_of_refused_rows(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("refused")
    header = ["=a", "b", "1/2"]
    refused = Refused(folder / "x.csv", ("行", "原因"), header, folder)
    for number, row in enumerate(rows):
        refused.add(number, ["=why"], row)
    sheet, lines = read(refused.close())
    assert sheet.columns == ("=a", "b", "1/2")
    said = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    assert [line.cells for line in lines if any(map(str.strip, line.cells))] == said


def test_what_a_killed_import_left_is_swept_away_and_nothing_else(tmp_path):
    old, fresh, other = (tmp_path / f"{name}.part" for name in ("a[1].csv.x", "a[1].csv.y", "b.csv.x"))
    for file in (old, fresh, other):
        file.write_text("line", "utf-8")
    for file in (old, other):
        os.utime(file, (1e9, 1e9))
    refused = Refused(tmp_path / "a[1].csv", ("行", "原因"), ["a", "b", "c"], tmp_path)
    assert [file.exists() for file in (old, fresh, other)] == [False, True, True]
    refused.close()


_RUN = ["=1+1", "+86 138", "-1", "@x", "\tx", "\rx", "'x"]
_CHANGED = ["0571", "101000295795", "2024-03-05 09:30", "1e5", "12.50"]


@pytest.mark.parametrize("cell", _RUN + _CHANGED)
def test_what_a_spreadsheet_would_run_or_change_is_guarded(cell):
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "王小明", "路灯 3 盏", "7", "12345", "3号楼", "a=b"])
def test_what_is_plain_stays_plain(cell):
    assert guarded(cell) == unguarded(cell) == cell

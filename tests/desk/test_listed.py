"""The directory kept as a sheet: every row checked, nothing written where one is wrong (CALL-14)."""

import pytest
from click.testing import CliRunner

from app import places
from app.cli import main
from app.desk.listed import from_sheet
from app.desk.xlsx import Book
from app.forms.directory import build_directory
from app.forms.load import load, tree_of

HEAD = ("名称", "号码", "事项", "区域", "街道", "时间", "备注")
NIGHT = ("抢修值班", "0571-86110000", "户外管道、泄漏", "城东，城南", "", "每天 18:00-08:00", "先打电话")
HALL = ("营业厅", "86110001", "", "", "和平路", "工作日 8:30-12:00；13:00-17:30", "")
ALWAYS = ("火警", "119", "", "", "", "", "")


@pytest.fixture(scope="module")
def forms():
    return load(places.forms())


@pytest.fixture
def sheet(tmp_path):
    def _sheet(*rows):
        book = Book(tmp_path / "list.xlsx", HEAD)
        for row in rows:
            book.write(row)
        book.save()
        return tmp_path / "list.xlsx"

    return _sheet


def test_a_sheet_becomes_the_rules_file(sheet, forms):
    text, broken = from_sheet(sheet(NIGHT, HALL, ALWAYS), forms)
    assert broken == []
    night, hall, always = build_directory(tree_of(text), forms.lists, forms.hours)
    assert (night.name, night.number, night.matters) == ("抢修值班", "0571-86110000", ("户外管道", "泄漏"))
    assert night.districts == ("east", "south")
    assert night.hours.worked == ((0, 480), (1080, 1440))
    assert (hall.streets, hall.hours.free) == (("和平路",), ((780, 1050),))
    assert always.number == "119"


@pytest.mark.parametrize(
    "wrong",
    [
        ("名", "", "", "", "", "", ""),
        ("", "119", "", "", "", "", ""),
        ("名", "abc", "", "", "", "", ""),
        ("名", "119", "", "月亮", "", "", ""),
        ("名", "119", "", "", "", "傍晚", ""),
        ("名", "119", "", "", "", "25:00-26:00", ""),
        ("名" * 81, "119", "", "", "", "", ""),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_written(sheet, forms, tmp_path, wrong):
    path = sheet(ALWAYS, wrong)
    assert [each.line for each in from_sheet(path, forms)[1]] == [3]
    done = CliRunner().invoke(main, ["directory", str(path), "--to", str(tmp_path / "out.yaml")])
    assert done.exit_code == 1
    assert "3" in done.output
    assert not (tmp_path / "out.yaml").exists()


def test_the_command_writes_what_the_loader_reads(sheet, tmp_path, forms):
    to = tmp_path / "out.yaml"
    assert CliRunner().invoke(main, ["directory", str(sheet(NIGHT)), "--to", str(to)]).exit_code == 0
    assert len(build_directory(tree_of(to.read_text("utf-8")), forms.lists, forms.hours)) == 1


def test_what_is_no_sheet_is_refused_in_words(tmp_path):
    (tmp_path / "none.xlsx").write_bytes(b"")
    for name in ("none.xlsx", "nowhere.csv"):
        done = CliRunner().invoke(main, ["directory", str(tmp_path / name), "--to", str(tmp_path / "x.yaml")])
        assert done.exit_code == 1
        assert "Traceback" not in done.output

"""A list on paper: every page has its heads, its number, and behind it who printed it when."""

from dataclasses import replace
from datetime import datetime

import pytest
from pypdf import PdfReader

from app.printing import listing
from app.printing.page import MM, PaperRefused
from app.printing.press import Press
from app.records.paper import Column, ListSheet

COLUMNS = (Column("编号"), Column("来电时间", right=True), Column("姓名"), Column("地址"))


def sheet(rows=3, **more):
    told = {
        "title": "受理记录",
        "centre": "清河燃气",
        "facts": ("筛选：本班 · 王**", "共 3 条", "号码已掩码", "按来电时间倒序"),
        "columns": COLUMNS,
        "rows": tuple(
            (f"LA03-{n:05d}-X", "2026-11-21 09:31:05", f"客{n}", "东湖路 1 号" * 9) for n in range(rows)
        ),
        "printed_at": datetime(2026, 11, 23, 17, 5),
        "printed_by": "1001 王珂",
        "mark": "1001  2026-11-23 17:05",
        "lang": "zh_CN",
    }
    return ListSheet(**told | more)


@pytest.fixture
def read(tmp_path):
    def pages(made):
        path = tmp_path / "a.pdf"
        assert listing.draw(made, path) == len(PdfReader(path).pages)
        return PdfReader(path)

    return pages


def test_it_stands_across_a4_with_what_it_was_narrowed_by(read):
    told = read(sheet())
    (page,) = told.pages
    assert [round(float(each) / MM) for each in page.mediabox[2:]] == [297, 210]
    text = page.extract_text()
    for each in (
        "受理记录",
        "清河燃气",
        "筛选：本班",
        "王**",
        "按来电时间倒序",
        "LA03-00002-X",
        "1001 王珂",
        "第 1/1 页",
    ):
        assert each in text, each


def test_every_page_has_the_heads_the_watermark_and_its_number(read):
    pages = read(sheet(200)).pages
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert "来电时间" in text
        assert f"第 {number}/{len(pages)} 页" in text
        assert text.count("1001  2026-11-23 17:05") + text.count("1001 2026-11-23 17:05") > 8
    whole = "".join(page.extract_text() for page in pages)
    assert [n for n in range(200) if f"LA03-{n:05d}-X" not in whole] == []


def test_what_a_folder_shows_of_it_names_nobody(read):
    told = read(sheet()).metadata
    assert (told.title, told.author) == ("受理记录", "Zuoxi")
    assert "王" not in str(told)


def test_a_text_too_long_or_without_shape_spoils_nothing(read):
    odd = ("\U000f0000" * 3, "", "x" * 400, "第一行\n第二行\t" * 40)
    assert "第 1/1 页" in read(sheet(0)).pages[0].extract_text()
    (page,) = read(replace(sheet(), rows=(odd,))).pages
    assert "□(U+F0000)" in page.extract_text().replace("\n", "")


def test_what_the_spooler_copies_lies_there_no_longer_than_that(tmp_path):
    press = Press(tmp_path / "slips", None)
    (tmp_path / "slips").mkdir()
    (tmp_path / "slips" / "list-of-a-killed-program.pdf").write_bytes(b"x")
    (tmp_path / "slips" / "PA03-00001-A.pdf").write_bytes(b"x")
    with press.passing() as path:
        press.draw_list(sheet(), path)
        assert path.exists()
        assert path.name.removeprefix("list-").removesuffix(".pdf").replace("-", "").isalnum()
        assert path.name.isascii()
    assert [each.name for each in (tmp_path / "slips").iterdir()] == ["PA03-00001-A.pdf"]


def test_a_disk_that_does_not_take_it_leaves_nothing(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PaperRefused):
        listing.draw(sheet(), tmp_path / "file" / "a.pdf")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]

"""A record on paper: whole, whatever was written; who printed it; room to sign on the last page."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.printing import record
from app.records.paper import RecordSheet, Row

AT = datetime(2026, 11, 21, 1, 31, tzinfo=UTC)


def sheet(*rows, lang="zh_CN"):
    sections = (("受理内容", tuple(rows)),)
    return RecordSheet(
        "投诉处理单 AA03-00042-K",
        "清河燃气",
        sections,
        ("处理人", "主管", "日期"),
        AT,
        "1001 王珂",
        "1001  11-21",
        lang,
    )


def read(made):
    return [page.extract_text() for page in PdfReader(BytesIO(record.in_memory(made))).pages]


def test_it_says_all_of_it_and_who_printed_it():
    (page,) = read(sheet(Row("投诉内容", "接线员挂我电话\n第二行 <b>"), Row("姓名", "𬱖 😀")))
    for said in (
        "投诉处理单 AA03-00042-K",
        "清河燃气",
        "接线员挂我电话",
        "第二行 <b>",
        "1001 王珂",
        "主管",
        "1/1",
    ):
        assert said in page


@pytest.mark.parametrize("lines", [40, 44, 45, 46, 47, 48, 49, 50, 200])
def test_what_is_long_goes_on_and_no_line_is_lost_nor_lies_on_the_signatures(lines):
    pages = read(sheet(*(Row("经过", f"第{n:03}笔") for n in range(lines))))
    text = "".join(pages)
    assert [f"第{n:03}笔" for n in range(lines) if f"第{n:03}笔" not in text] == []
    assert ["主管" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert pages[-1].count("笔") <= 50 - 3

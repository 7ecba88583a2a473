"""A slip to print, and eyes to read it with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest

from app.printing import slip
from app.records.ids import Id
from app.records.paper import Row, SlipSheet

_SHEET = SlipSheet(
    slip=Id("01930000-0000-7000-8000-000000000001"),
    number="PA03-00042-K",
    order_number="GA03-00031-X",
    case_number="CA03-00029-5",
    title="燃气报修",
    centre="湘江燃气客户服务中心",
    team="维修一队",
    copies=("dispatch",),
    rows=(
        Row("用户姓名", "王小明"),
        Row("联系电话", "138 0000 1234"),
        Row("用气地址", "环湖路 1177 号 3 栋 2 单元 1804 室"),
        Row("诉求", "厨房灶具打不着火，已更换电池仍无效。"),
    ),
    due_at=datetime(2026, 11, 22, 16, 5),
    urgent=False,
    printed_at=datetime(2026, 11, 22, 9, 31),
    printed_by="1001 王珂",
    reprint=0,
    void=False,
    lang="zh_CN",
    copy_names={"stub": "存根联", "dispatch": "派工联", "user": "用户联"},
)


@pytest.fixture
def sheet() -> Callable[..., SlipSheet]:
    return lambda **changed: replace(_SHEET, **changed)


@pytest.fixture
def pages(tmp_path: Path, sheet: Callable[..., SlipSheet]) -> Callable[..., list[str]]:
    """Print a sheet and return the words of its pages, read back from the file."""

    def read(**changed: Any) -> list[str]:
        path = tmp_path / "slip.pdf"
        drawn = slip.draw(sheet(**changed), path)
        with pypdf.PdfReader(path) as reader:
            texts = [page.extract_text() for page in reader.pages]
        assert drawn.pages == len(texts)
        return texts

    return read

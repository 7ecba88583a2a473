"""Slips as PDF: one alone, and five hundred in one job, against the same page put down by hand."""

import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode import qr
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A5
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app import places
from app.printing.slip import draw, draw_all
from app.records.ids import Id
from app.records.paper import Row as Line
from app.records.paper import SlipSheet
from tests.bench.figures import Row, against, alone, median

JOB = 500
_REGULAR, _BOLD = "BenchRegular", "BenchBold"
_ROWS = (
    ("姓名", "王小明"), ("联系电话", "138 0000 1234"), ("用气地址", "滨江区春晓路88号3幢2单元501室"),
    ("用户类型", "居民"), ("报修类别", "灶具"),
    ("故障现象", "灶具打不着火，换过电池，旋钮按下去有声音但是没有火。"),
    ("报警器", "未报警"), ("预约时间", "11-22 周日 14:00"), ("客户确认是否解决", "未解决"),
)  # fmt: skip


def slips(folder: Path) -> Iterator[Row]:
    fonts = places.resources() / "fonts"
    for name, file in ((_REGULAR, "NotoSansSC-Regular.ttf"), (_BOLD, "NotoSansSC-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(fonts / file)))
    draw(_sheet(0), folder / "warm.pdf")  # fonts are read once in a program's life
    (folder / "hand.pdf").write_bytes(_by_hand(_sheet(0)))
    floor = median(lambda: _timed(lambda: (folder / "hand.pdf").write_bytes(_by_hand(_sheet(1)))), 15)
    value = median(lambda: _timed(lambda: draw(_sheet(1), folder / "slip.pdf")), 15)
    yield against("slip PDF", value * 1e3, floor * 1e3, unit="ms", at_most=2)
    sheets = [_sheet(n) for n in range(JOB)]
    job = _timed(lambda: draw_all(sheets, folder / "job.pdf"))
    yield alone("500 slips in one job", JOB / job, unit="/s", at_least=40)


def _timed(act: object) -> float:
    start = perf_counter()
    act()  # type: ignore[operator]
    return perf_counter() - start


def _sheet(n: int) -> SlipSheet:
    at = datetime(2026, 11, 22, 9, 30)
    return SlipSheet(
        slip=Id(f"slip-{n}"), number=f"PA03-{n:05d}-K", order_number=f"GA03-{n:05d}-K",
        case_number=f"AA03-{n:05d}-K", title="燃气报修派工单", centre="清河燃气服务热线", team="维修一组",
        copies=("stub", "dispatch", "user"), rows=tuple(Line(label, value) for label, value in _ROWS),
        due_at=at + timedelta(days=1), urgent=False, printed_at=at, printed_by="1001 王珂", reprint=0,
        void=False, lang="zh_CN",
    )  # fmt: skip


def _by_hand(sheet: SlipSheet) -> bytes:
    """The same words, rules and code on the same pages, each at a place known beforehand."""
    into = io.BytesIO()
    canvas = Canvas(into, pagesize=A5)
    facts = [
        ("工单号", sheet.order_number), ("案件号", sheet.case_number), ("派往", sheet.team),
        ("最迟时间", "2026-11-23 周一 09:30"), *((row.label, row.value) for row in sheet.rows),
        ("处理情况", ""), ("维修人员签字", "客户签字"), ("打印", f"{sheet.printed_by} 2026-11-22 09:30"),
    ]  # fmt: skip
    for copy in ("存根联", "派工联", "用户联"):
        canvas.setFont(_REGULAR, 11)
        canvas.drawString(40, 560, copy)
        canvas.drawCentredString(210, 560, sheet.centre)
        canvas.setFont(_BOLD, 16)
        canvas.drawCentredString(210, 535, sheet.title)
        canvas.setFont(_BOLD, 10.5)
        canvas.drawRightString(390, 575, sheet.number)
        code = qr.QrCodeWidget(sheet.number, barLevel="M", barWidth=45, barHeight=45, barBorder=0)
        drawing = Drawing(45, 45)
        drawing.add(code)
        renderPDF.draw(drawing, canvas, 345, 520)
        for place, (label, value) in enumerate(facts):
            top = 500 - 22 * place
            canvas.rect(34, top - 6, 360, 22)
            canvas.line(94, top - 6, 94, top + 16)
            canvas.setFont(_REGULAR, 10)
            canvas.drawString(38, top, label)
            canvas.setFont(_REGULAR, 10.5)
            canvas.drawString(98, top, value)
        canvas.drawRightString(394, 24, "1 / 1")
        canvas.showPage()
    canvas.save()
    return into.getvalue()

"""Slips as PDF: one alone, and five hundred in one job, against the same page put down by hand; and a day of
the register of a million prints, against the same day by one plain question."""

import io
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode import qr
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A5
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app import places
from app.desk.listings import Filters
from app.desk.lists import Lists
from app.desk.register import Register
from app.desk.seat import DATABASE
from app.forms.load import load
from app.printing.slip import draw
from app.records.ids import Id
from app.records.paper import Row as Line
from app.records.paper import SlipSheet
from app.store.engine import Key, connect
from app.store.lists import Wanted
from app.store.rows import utc_text
from tests.bench import seat
from tests.bench.figures import LEAST, Row, against, alone, median

JOB, PRINTS, _PAGE = 500, 1_000_000, 50
_JOB = """
import sys
from pathlib import Path
from time import perf_counter
from app.printing.slip import draw, draw_all
from tests.bench.slips import JOB, sheet
def rss():
    with open("/proc/self/status") as told:
        return {line.split(":")[0]: int(line.split()[1]) / 1024 for line in told if line.startswith("Vm")}
path = Path(sys.argv[1])
sheets = [sheet(n) for n in range(JOB)]
draw(sheet(0), path)
before, start = rss()["VmRSS"], perf_counter()
draw_all(sheets, path)
print(perf_counter() - start, rss()["VmHWM"] - before)
"""
_DAY = """
    SELECT p.*, s.number, r.number, o.number, a.agent_no, a.name
    FROM prints AS p INDEXED BY ix_prints_at LEFT JOIN slips AS s ON s.id = p.slip
    LEFT JOIN slips AS r ON r.id = p.other
    LEFT JOIN orders AS o ON o.id = s."order" LEFT JOIN agents AS a ON a.id = p.agent
    WHERE p.at >= ? AND p.at < ? ORDER BY p.at DESC, p.id DESC
"""
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
    draw(sheet(0), folder / "warm.pdf")  # fonts are read once in a program's life
    (folder / "hand.pdf").write_bytes(_by_hand(sheet(0)))
    floor = median(lambda: _timed(lambda: (folder / "hand.pdf").write_bytes(_by_hand(sheet(1)))), 15)
    value = median(lambda: _timed(lambda: draw(sheet(1), folder / "slip.pdf")), 15)
    yield against("slip PDF", value * 1e3, floor * 1e3, unit="ms", at_most=1.5)
    job, more = median_of(lambda: _job(folder))
    yield alone("500 slips in one job", JOB / job, unit="/s", at_least=40)
    yield alone("RSS more, 500 slips in one job", more, unit="MiB", at_most=150)
    yield from _register(folder)


def median_of(read: Callable[[], tuple[float, float]]) -> tuple[float, float]:
    told = [read() for _ in range(LEAST)]
    return statistics.median(each[0] for each in told), statistics.median(each[1] for each in told)


def _job(folder: Path) -> tuple[float, float]:
    """In a process of its own, as the memory of one before would be there already: seconds, MiB more."""
    called = [sys.executable, "-c", _JOB, str(folder / "job.pdf")]
    told = subprocess.run(called, capture_output=True, check=True, text=True).stdout
    seconds, more = map(float, told.split())
    return seconds, more


def _register(folder: Path) -> Iterator[Row]:
    """The day as the screen has it, all of its places and the rows of a page; and the numbers there are."""
    made = seat.make(folder / "seat", 1_000)
    since = _at(PRINTS // 2)
    day = since, since + timedelta(days=1)
    with closing(connect(made.folder / DATABASE, Key(made.key))) as raw:
        _fill(raw, made.agent)
        told = tuple(map(utc_text, day))
        floor = median(lambda: _timed(lambda: raw.execute(_DAY, told).fetchall()), 15)
        count = len(raw.execute(_DAY, told).fetchall())
    opened = seat.sign_in(made)
    lists = Lists(opened.store, load(places.forms()), opened.agent, "L01", seat.now, "zh_CN")
    wanted = lists.wanted("prints", Filters(since=day[0], until=day[1]))
    try:
        assert len(_walked(lists, wanted)) == count
        value = median(lambda: _timed(lambda: lists.rows("prints", _walked(lists, wanted)[:_PAGE])), 15)
        yield against("open a day of 1 M prints", value * 1e3, floor * 1e3, unit="ms", at_most=2)
        gaps = Register(opened.store, "L01", seat.now).gaps
        missing = median(lambda: _timed(gaps))
        yield alone("numbers missing among 667 k slips", missing, unit="s", at_most=5)
    finally:
        opened.store.close()


def _fill(raw: Any, agent: str) -> None:
    made = "SELECT name, sql FROM sqlite_master WHERE tbl_name IN ('slips', 'prints') AND type = 'index'"
    indexes = raw.execute(f"{made} AND sql IS NOT NULL").fetchall()
    for pragma in ("synchronous=OFF", "cache_size=-200000"):
        raw.execute(f"PRAGMA {pragma}")
    for name, _ in indexes:
        raw.execute(f'DROP INDEX "{name}"')
    raw.executemany(
        'INSERT INTO slips (id, number, "order", void, prints, version) VALUES (?, ?, ?, 0, ?, 1)',
        ((f"s{n:07d}", f"PL01-{n:05d}-X", f"o{n % 900}", "[]") for n in range(PRINTS * 2 // 3)),
    )
    raw.executemany(
        "INSERT INTO prints (id, slip, fate, at, agent, session, seat, n, sets, copies, reason, version)"
        " VALUES (?, ?, 'print', ?, ?, 'x', 'L01', 0, 1, '[\"stub\"]', '', 1)",
        ((f"p{n:07d}", f"s{n * 2 // 3:07d}", utc_text(_at(n)), agent) for n in range(PRINTS)),
    )
    for _, sql in indexes:
        raw.execute(sql)
    raw.commit()


def _walked(lists: Lists, wanted: Wanted) -> list[int]:
    order: list[int] = []
    piece = lists.walk(wanted)
    while True:
        order += piece.order
        if piece.mark is None:
            return order
        piece = lists.walk(wanted, piece.mark)


def _at(n: int) -> datetime:
    return seat.FIRST + timedelta(seconds=84 * n)


def _timed(act: object) -> float:
    start = perf_counter()
    act()  # type: ignore[operator]
    return perf_counter() - start


def sheet(n: int) -> SlipSheet:
    at = datetime(2026, 11, 22, 9, 30)
    return SlipSheet(
        slip=Id(f"slip-{n}"), number=f"PA03-{n:05d}-K", order_number=f"GA03-{n:05d}-K",
        case_number=f"AA03-{n:05d}-K", title="燃气报修派工单", centre="清河燃气服务热线", team="维修一组",
        copies=("stub", "dispatch", "user"), rows=tuple(Line(label, value) for label, value in _ROWS),
        due_at=at + timedelta(days=1), urgent=False, printed_at=at, printed_by="1001 王珂", reprint=0,
        void=False, lang="zh_CN",
        copy_names={"stub": "存根联", "dispatch": "派工联", "user": "用户联"},
    )  # fmt: skip


def _by_hand(told: SlipSheet) -> bytes:
    """The same words, rules and code on the same pages, each at a place known beforehand."""
    into = io.BytesIO()
    canvas = Canvas(into, pagesize=A5)
    facts = [
        ("工单号", told.order_number), ("案件号", told.case_number), ("派往", told.team),
        ("最迟时间", "2026-11-23 周一 09:30"), *((row.label, row.value) for row in told.rows),
        ("处理情况", ""), ("维修人员签字", "客户签字"), ("打印", f"{told.printed_by} 2026-11-22 09:30"),
    ]  # fmt: skip
    for copy in ("存根联", "派工联", "用户联"):
        canvas.setFont(_REGULAR, 11)
        canvas.drawString(40, 560, copy)
        canvas.drawCentredString(210, 560, told.centre)
        canvas.setFont(_BOLD, 16)
        canvas.drawCentredString(210, 535, told.title)
        canvas.setFont(_BOLD, 10.5)
        canvas.drawRightString(390, 575, told.number)
        code = qr.QrCodeWidget(told.number, barLevel="M", barWidth=45, barHeight=45, barBorder=0)
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

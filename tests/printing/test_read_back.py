"""Whatever is typed stands on the paper: slips of every script and length, read back field by field: as
many as ZUOXI_SLIPS says."""

import io
import os

import pypdf
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.printing import slip, words
from app.printing.lines import code_point, printable
from app.printing.page import has
from app.records.paper import Layout, Row

SCRIPTS = (
    "王小明春晓路幢单元室灶具打不着火，。；“”（）", "𬱖䶮龘㐂𰻞𠮷〇囍", "Größe ñ Ł ő Šćž", "Привет ГАЗ",
    "γάζ", "مرحبا غاز", "שלום", "ไทย", "한글", "ひらがなカタカナ", "😀👨‍👩‍👧🏽⚡", "<b>&amp;%s{0}\\n]]>",
    "0123456789-+ ()",
    "\n\r\t\x0b\u2028\u00a0\u3000", "\x00\x07\x1b\u202e\u200b\ufeff\ud800",
)  # fmt: skip
SIGNS = st.one_of(*map(st.sampled_from, SCRIPTS), st.characters())
SHORT, LONG = st.text(SIGNS, max_size=40), st.text(SIGNS, min_size=200, max_size=900)
VALUES = st.lists(st.one_of(SHORT, SHORT, LONG), max_size=9)
LAYOUTS = st.sampled_from(
    [Layout(), Layout("A5", across=True), Layout("A4"), Layout("A4", per_sheet=2), Layout("A4", across=True)]
)
COPY = "◆调度联◆"


def squeezed(text):
    return "".join(text.split())


def paper(text):
    return squeezed(printable(text, has))


def body_of(page, foot):
    """Return what stands between the name of the copy and who printed it, of each part of a sheet."""
    return "".join(part[: part.rindex(foot)] for part in page.split(COPY)[1:])


@settings(
    max_examples=int(os.environ.get("ZUOXI_SLIPS", "60")), deadline=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(values=VALUES, layout=LAYOUTS, lang=st.sampled_from(["zh_CN", "zh_TW", "en"]), team=SHORT)
def test_a_slip_says_what_was_typed_field_by_field(sheet, values, layout, lang, team):
    rows = tuple(Row(f"◇{n}", f"{value}◆") for n, value in enumerate(values))
    told = sheet(rows=rows, layout=layout, lang=lang, team=team, copy_names={"dispatch": COPY})
    say, missing = words.of(lang), slip.missing(told)
    with pypdf.PdfReader(io.BytesIO(slip.in_memory(told))) as reader:
        pages = [squeezed(page.extract_text()) for page in reader.pages]
    foot = squeezed(say.printed.format(by=told.printed_by, at=say.moment(told.printed_at)))
    found = "".join(body_of(page, foot) for page in pages)
    for n, row in enumerate(rows):
        again, wanted = squeezed(f"◇{n}{say.continued}"), f"◇{n}{paper(row.value)}"
        assert wanted in found or wanted in found.replace(again, "")  # a value may be just those words
    assert paper(team) in found
    for n in range(len(rows)):
        found = found.replace(squeezed(f"◇{n}{say.continued}"), "")
    for sign in missing[:24]:
        assert found.count(code_point(sign)) >= 2  # where it stands, and in the note

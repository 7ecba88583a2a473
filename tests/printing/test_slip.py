"""The slip as the technician holds it: read back from the file."""

import subprocess
from pathlib import Path
from shutil import which

import pypdf
import pypdfium2
import pytest

from app.printing import slip
from app.records.paper import Layout, Row

NAMES = ("王小明", "𬱖䶮", "龚䶮", "欧阳娜娜", "阿卜杜拉·买买提", "陳怡君", "José Ñandú", "囍〇㐂𰻞")


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_back_as_it_was_typed(pages, name):
    (text,) = pages(rows=(Row("用户姓名", name),))
    assert name in text


@pytest.mark.skipif(which("pdftotext") is None, reason="apt-get install poppler-utils")
def test_another_reader_reads_the_same_names(sheet, tmp_path):
    path = tmp_path / "slip.pdf"
    slip.draw(sheet(rows=tuple(Row("用户姓名", name) for name in NAMES), title="𬱖氏"), path)
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode(
        "utf-8"
    )
    assert all(name in text for name in NAMES)
    assert "𬱖氏派工单" in text


def test_everything_on_the_sheet_is_on_the_paper(pages, sheet):
    (text,) = pages()
    given = sheet()
    said = (given.number, given.order_number, given.case_number, given.centre, given.team, given.printed_by)
    assert all(part in text for part in said)
    assert all(row.label in text and squeezed(row.value) in squeezed(text) for row in given.rows)
    assert "燃气报修派工单" in text
    assert "派工联" in text
    assert "2026-11-22 周日 16:05" in text
    assert "2026-11-22 周日 09:31" in text
    assert "第 1/1 页" in text
    for signed in ("处理情况", "派工人", "维修人员", "用户签字", "日期"):
        assert signed in text
    for unsaid in ("紧急", "作废", "补打"):
        assert unsaid not in text


def test_a_title_that_is_already_a_slips_is_not_doubled(pages):
    assert pages(title="置换通气派工单")[0].count("派工单") == 1


def test_each_copy_is_a_page_with_its_name(pages):
    texts = pages(copies=("stub", "dispatch", "user"))
    assert ["存根联" in texts[0], "派工联" in texts[1], "用户联" in texts[2]] == [True] * 3
    assert all("第 1/1 页" in text for text in texts)
    assert "调度联" in pages(copies=("调度联",))[0]


def test_a_slip_without_copies_is_still_one_page(pages):
    assert len(pages(copies=())) == 1


def test_urgent_reprint_and_void_are_marked_on_every_page(pages):
    texts = pages(urgent=True, reprint=2, void=True, rows=tuple(Row("诉求", "一" * 60) for _ in range(30)))
    assert len(texts) > 1
    assert all("紧急" in text and "补打 2" in text and "作废" in text for text in texts)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "zh_TW",
            ("燃氣報修派工單", "派工聯", "最遲時間", "緊急", "作廢", "補印 1", "第 1/1 頁", "週日 16:05"),
        ),
        (
            "en",
            ("Gas – Dispatch slip", "Team copy", "URGENT", "VOID", "Reprint 1", "Page 1/1", "Sun 2026-11-22"),
        ),
        ("ug", ("紧急", "作废", "补打 1", "第 1/1 页")),
    ],
)
def test_the_paper_speaks_the_language_of_the_sheet(pages, lang, words):
    title = {"zh_TW": "燃氣報修", "en": "Gas"}.get(lang, "燃气报修")
    copies = {"dispatch": {"zh_TW": "派工聯", "en": "Team copy"}.get(lang, "")}
    (text,) = pages(lang=lang, title=title, urgent=True, reprint=1, void=True, copy_names=copies)
    assert all(word in text for word in words)


def test_a_long_value_runs_on_with_the_head_and_its_label_repeated(pages):
    value = "".join(f"第{n}次来电，客户称“表后阀（球阀）”处仍有异味；" for n in range(45)) + "完。"
    texts = pages(rows=(Row("诉求", value), Row("复述", "是")))
    assert len(texts) == 2
    assert all("PA03-00042-K" in text and "燃气报修派工单" in text for text in texts)
    assert "第 1/2 页" in texts[0]
    assert "第 2/2 页" in texts[1]
    assert "诉求（续）" in texts[1]
    assert "用户签字" not in texts[0]
    assert "用户签字" in texts[1]
    found = squeezed(texts[0] + texts[1])
    assert all(f"第{n}次来电" in found for n in range(45))
    opened = [line[0] for text in texts for line in text.splitlines() if line]
    assert not set(opened) & set("，。；、：）”")


def _height_of(page: pypdf.PageObject) -> dict[str, float]:
    """Say how high above the lower edge each text of the page stands."""
    found: dict[str, float] = {}
    page.extract_text(visitor_text=lambda text, cm, tm, font, size: found.update({text.strip(): tm[5]}))
    return found


@pytest.mark.parametrize("rows", range(14, 34))
def test_the_last_page_always_has_room_to_write_and_to_sign(sheet, tmp_path, rows):
    path = tmp_path / "slip.pdf"
    slip.draw(sheet(rows=tuple(Row(f"项目{n}", f"值{n}" + "，" * 28) for n in range(rows))), path)
    with pypdf.PdfReader(path) as reader:
        texts = [page.extract_text() for page in reader.pages]
        heights = _height_of(reader.pages[-1])
    assert ["用户签字" in text for text in texts] == [False] * (len(texts) - 1) + [True]
    assert all(f"项目{n}" in "".join(texts) for n in range(rows))
    assert heights["处理情况"] - heights["派工人"] > 45
    assert heights["派工人"] - heights["打印：1001 王珂  2026-11-22 周日 09:31"] > 30
    rest = [height for text, height in heights.items() if text.startswith("项目")]
    assert all(height > heights["处理情况"] for height in rest)


def test_markup_is_printed_as_it_was_typed(pages):
    value = '<b>粗</b> &amp; <font color="red"> {name} %s \\n (x) ]]>'
    (text,) = pages(rows=(Row("<i>标</i>", value),), centre="<b>中心</b>", printed_by="{at} <u>")
    assert squeezed(value) in squeezed(text)
    assert "<b>中心</b>" in text
    assert "{at} <u>" in text


def test_a_missing_sign_is_named_where_it_stands_and_in_a_note(pages, sheet):
    rows = (Row("用户姓名", "𠮷田"), Row("备注", "好😀\x00שם"))
    (text,) = pages(rows=rows)
    assert "□(U+20BB7)田" in text
    assert "好□(U+1F600)□(U+0000)□(U+05E9)□(U+05DD)" in squeezed(text)
    assert "U+20BB7 U+1F600 U+0000 U+05E9" in text.replace("\n", " ")
    assert "请核对后手写补正" in squeezed(text)
    assert slip.missing(sheet(rows=rows)) == ("𠮷", "😀", "\x00", "ש", "ם")
    assert slip.missing(sheet()) == ()


def test_missing_signs_are_found_wherever_they_stand(sheet):
    for part in ("centre", "title", "team", "printed_by", "number", "order_number", "case_number"):
        assert slip.missing(sheet(**{part: "甲𠮷"})) == ("𠮷",), part


def test_a_lone_surrogate_is_a_missing_sign_and_no_accident(pages):
    assert "□(U+D842)" in pages(rows=(Row("姓名", "\ud842"),), number="P\ud842")[0]


def test_absurd_settings_do_not_push_the_table_off_the_page(pages):
    absurd = {part: "很长" * 400 for part in ("centre", "title", "number", "printed_by", "team")}
    texts = pages(**absurd, copies=("很长" * 99,), reprint=10**9, rows=(Row("很长" * 300, "值"),))
    assert "用户签字" in texts[-1]
    assert "值" in "".join(texts)


def test_a_megabyte_is_printed_whole(sheet, tmp_path):
    path = tmp_path / "slip.pdf"
    drawn = slip.draw(sheet(rows=(Row("诉求", "厨房灶具打不着火，已换电池；" * 24_000 + "到此为止"),)), path)
    with pypdf.PdfReader(path) as reader:
        assert drawn.pages == len(reader.pages)
        assert "到此为止" in reader.pages[-1].extract_text() + reader.pages[-2].extract_text()


def test_only_embedded_subsets_are_used(sheet, tmp_path):
    path = tmp_path / "slip.pdf"
    slip.draw(sheet(copies=("stub", "dispatch", "user"), urgent=True, void=True), path)
    with pypdf.PdfReader(path) as reader:
        fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
        assert fonts
        assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
        assert all(font["/BaseFont"][7] == "+" for font in fonts)
    assert path.stat().st_size < 200_000


def test_the_paper_is_a5(sheet, tmp_path):
    path = tmp_path / "slip.pdf"
    slip.draw(sheet(), path)
    with pypdf.PdfReader(path) as reader:
        box = reader.pages[0].mediabox
        assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (148, 210)
        assert reader.metadata.title == "PA03-00042-K"


def test_the_same_sheet_gives_the_same_bytes(sheet, tmp_path):
    slip.draw(sheet(), tmp_path / "a.pdf")
    slip.draw(sheet(number="PA03-00043-M"), tmp_path / "other.pdf")
    slip.draw(sheet(), tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.skipif(which("zbarimg") is None, reason="apt-get install zbar-tools")
@pytest.mark.parametrize("dots", [300, 200, 150])
def test_the_code_is_the_number_and_survives_a_fax(sheet, tmp_path, dots):
    path = tmp_path / "slip.pdf"
    slip.draw(sheet(void=True, urgent=True, reprint=1), path)
    with pypdfium2.PdfDocument(path) as document:
        seen = document[0].render(scale=dots / 72).to_pil().convert("1", dither=0)
    seen.save(tmp_path / "fax.png")
    found = subprocess.run(
        ["zbarimg", "-q", "--raw", str(tmp_path / "fax.png")], capture_output=True, check=True
    ).stdout
    assert set(found.decode("utf-8").split()) == {"PA03-00042-K"}


@pytest.mark.skipif(which("zbarimg") is None, reason="apt-get install zbar-tools")
@pytest.mark.parametrize("dots", [300, 200])
def test_so_do_its_bars(sheet, tmp_path, dots):
    slip.draw(sheet(layout=Layout(codes=("code128",))), tmp_path / "slip.pdf")
    with pypdfium2.PdfDocument(tmp_path / "slip.pdf") as document:
        seen = document[0].render(scale=dots / 72).to_pil().convert("1", dither=0)
    seen.save(tmp_path / "fax.png")
    told = ["zbarimg", "-q", str(tmp_path / "fax.png")]
    found = subprocess.run(told, capture_output=True, check=True).stdout
    assert found.decode("utf-8").split() == ["CODE-128:PA03-00042-K"]


def _dark(path: Path) -> tuple[int, int, int, int]:
    with pypdfium2.PdfDocument(path) as document:
        return (
            document[0].render(scale=1).to_pil().convert("L").point(lambda grey: 255 * (grey < 128)).getbbox()
        )


def test_ink_keeps_clear_of_the_edges(sheet, tmp_path):
    path = tmp_path / "slip.pdf"
    slip.draw(sheet(rows=(Row("长" * 40, "w" * 900 + "字" * 900),), urgent=True), path)
    left, top, right, bottom = _dark(path)
    assert left >= 30
    assert top >= 20
    assert right <= 420 - 20
    assert bottom <= 596 - 15


def test_many_slips_are_one_document_with_each_font_once(sheet, tmp_path):
    path = tmp_path / "all.pdf"
    sheets = [sheet(number=f"PA03-{n:05d}-K", copies=("stub", "user")) for n in range(12)]
    sheets[3] = sheet(number="PA03-00003-K", rows=(Row("姓名", "𠮷"), Row("诉求", "一" * 1500)))
    drawn = slip.draw_all(sheets, path)
    assert drawn.missing == ("𠮷",)
    with pypdf.PdfReader(path) as reader:
        texts = [page.extract_text() for page in reader.pages]
        fonts = {
            str(font.get_object()["/BaseFont"]).partition("+")[2]
            for page in reader.pages
            for font in page["/Resources"]["/Font"].values()
        }
        files = {
            font.get_object()["/FontDescriptor"].raw_get("/FontFile2").idnum
            for page in reader.pages
            for font in page["/Resources"]["/Font"].values()
        }
        title = reader.metadata.title
    assert len(texts) == drawn.pages > 24
    assert [text.count("PA03-00005-K") for text in texts].count(1) == 2
    assert "第 3/3 页" in "".join(texts)
    assert title == "PA03-00000-K – PA03-00011-K"
    assert fonts == {"NotoSansSC-Regular", "NotoSansSC-Bold"}
    assert len(files) == 2


def test_a_slip_among_many_looks_as_it_looks_alone(sheet, tmp_path):
    sheets = [sheet(), sheet(number="PA03-00043-8", copies=("stub", "dispatch", "user"), urgent=True)]
    slip.draw_all(sheets, tmp_path / "both.pdf")
    slip.draw(sheets[1], tmp_path / "one.pdf")
    with (
        pypdfium2.PdfDocument(tmp_path / "both.pdf") as both,
        pypdfium2.PdfDocument(tmp_path / "one.pdf") as one,
    ):
        for page in range(3):
            assert both[page + 1].get_textpage().get_text_range().count("PA03-00043-8") == 1
            seen, alone = (d[n].render(scale=2).to_pil() for d, n in ((both, page + 1), (one, page)))
            assert seen.tobytes() == alone.tobytes()


def test_the_copies_differ_in_their_name_alone(sheet, tmp_path):
    slip.draw(sheet(copies=("stub", "dispatch", "user")), tmp_path / "slip.pdf")
    with pypdfium2.PdfDocument(tmp_path / "slip.pdf") as document:
        seen = [page.render(scale=2).to_pil() for page in document]
    head = [page.crop((0, 0, 300, 180)).tobytes() for page in seen]
    assert len(set(head)) == 3
    for page in seen:
        page.paste("white", (0, 0, 300, 180))
    assert len({page.tobytes() for page in seen}) == 1


def test_a_slip_to_be_looked_at_has_no_number_yet_and_says_so(sheet):
    document = pypdfium2.PdfDocument(slip.in_memory(sheet(number="", copies=("stub",))))
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "打印时取号" in text
    assert "存根联" in text


def test_short_values_stand_side_by_side_whatever_their_labels_need(pages):
    labels = ("Type of user", "Smell of gas", "Name, address, phone and request read back", "Solved (ask)")
    rows = tuple(Row(label, "Yes") for label in labels * 2)
    assert len(pages(rows=rows, lang="en")) == 1

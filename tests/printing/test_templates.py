"""Slips as a centre's templates want them: paper, parts, codes, how many to a sheet; void and reprint."""

from datetime import datetime

import pypdf
import pytest

from app.printing import slip
from app.records.paper import Layout, Part, Row

ROWS = (Row("姓名", "王小明", "name"), Row("地址", "环湖路 1177 号", "address"), Row("备注", "有狗", "note"))


def squeezed(text):
    return "".join(text.split())


def sizes(path):
    with pypdf.PdfReader(path) as reader:
        return [tuple(round(float(n) / 72 * 25.4) for n in page.mediabox[2:]) for page in reader.pages]


@pytest.mark.parametrize(
    ("layout", "size", "sheets"),
    [
        (Layout(), (148, 210), 3),
        (Layout("A5", across=True), (210, 148), 3),
        (Layout("A4"), (210, 297), 3),
        (Layout("A4", across=True), (297, 210), 3),
        (Layout("A4", per_sheet=2), (210, 297), 2),
        (Layout("A4", across=True, per_sheet=2), (297, 210), 2),
    ],
)
def test_the_paper_is_what_the_template_says(sheet, tmp_path, layout, size, sheets):
    path = tmp_path / "slip.pdf"
    drawn = slip.draw(sheet(layout=layout, copies=("stub", "dispatch", "user")), path)
    assert sizes(path) == [size] * sheets
    assert drawn.pages == sheets


@pytest.mark.parametrize("across", [False, True])
def test_of_two_on_a_sheet_each_is_whole_and_in_its_own_half(sheet, tmp_path, across):
    path = tmp_path / "slip.pdf"
    layout = Layout("A4", across=across, per_sheet=2)
    slip.draw(sheet(layout=layout, copies=("stub", "dispatch", "user")), path)
    found = []

    def visit(text, cm, tm, font, size):
        if text.strip() in ("存根联", "派工联", "用户联"):
            x, y = cm[4] + tm[4], cm[5] + tm[5]
            found.append((text.strip(), (x if across else -y) > (420 if across else -420)))

    with pypdf.PdfReader(path) as reader:
        for page in reader.pages:
            page.extract_text(visitor_text=visit)
            assert "第 1/1 页" in page.extract_text()
    assert found == [("存根联", False), ("派工联", True), ("用户联", False)]


def test_a_round_of_slips_fills_its_sheets_and_another_paper_begins_a_new_one(sheet, tmp_path):
    path = tmp_path / "all.pdf"
    two = Layout("A4", per_sheet=2)
    sheets = [sheet(number=f"P-{n:05d}-K", layout=two) for n in range(3)] + [sheet(), sheet(layout=two)]
    drawn = slip.draw_all(sheets, path)
    assert sizes(path) == [(210, 297), (210, 297), (148, 210), (210, 297)]
    assert drawn.pages == 4


def test_parts_stand_in_their_order_under_their_titles_and_others_are_the_rest(pages):
    layout = Layout(
        parts=(Part("去哪里", ("address",)), Part("谁", ("others",)), Part("派工", ("team", "order")))
    )
    (text,) = pages(rows=ROWS, layout=layout)
    told = squeezed(text)
    words = ("去哪里", "环湖路1177号", "谁", "王小明", "有狗", "派往", "维修一队", "GA03-00031-X")
    places = [told.index(word) for word in words]
    assert places == sorted(places)
    assert "CA03-00029-5" not in told
    assert told.count("环湖路") == 1


def test_what_no_part_names_is_left_off_and_an_empty_part_has_no_title(pages):
    layout = Layout(parts=(Part("空的", ("gone",)), Part("人", ("name",))))
    (text,) = pages(rows=ROWS, layout=layout)
    assert "空的" not in text
    assert "有狗" not in text
    assert "王小明" in text


@pytest.mark.parametrize("lines", range(24, 40))
def test_a_title_never_stands_alone_at_the_foot_of_a_page(pages, lines):
    layout = Layout(parts=(Part("", ("first",)), Part("尾部标题", ("last",))))
    rows = Row("首项", "\n".join("值" * lines), "first"), Row("尾项", "尾值", "last")
    texts = pages(rows=rows, layout=layout)
    (where,) = [number for number, text in enumerate(texts) if "尾部标题" in text]
    assert "尾值" in texts[where]


def test_signatures_are_the_templates(pages):
    (text,) = pages(layout=Layout(signatures=("班长", "队员")))
    assert "班长" in text
    assert "用户签字" not in text


def test_codes_are_the_templates(sheet, tmp_path):
    drawn = {}
    for codes in ((), ("qr",), ("code128",), ("qr", "code128")):
        slip.draw(sheet(layout=Layout(codes=codes)), path := tmp_path / "slip.pdf")
        with pypdf.PdfReader(path) as reader:
            drawn[codes] = (
                reader.pages[0].get_contents().get_data().count(b" re"),
                "/XObject" in reader.pages[0]["/Resources"],
            )
    assert not drawn[()][1]
    assert drawn[("qr",)][1]
    assert not drawn[("code128",)][1]
    assert drawn[("qr", "code128")][0] == drawn[("code128",)][0] > drawn[()][0] + 40


def test_a_number_no_bars_can_say_still_has_its_square(pages):
    (text,) = pages(number="派-00042")
    assert "派-00042" in text


def test_a_void_slip_says_so_and_which_stands_for_it(pages):
    (text,) = pages(void=True, replaced_by="PA03-00043-M", reason="地址\n写错")
    told = squeezed(text)
    assert "本单作废" in told
    assert "由PA03-00043-M替代" in told
    assert "作废原因：地址写错" in told


def test_the_one_in_its_place_names_it(pages):
    (text,) = pages(replaces="PA03-00041-X", reason="地址写错")
    told = squeezed(text)
    assert "本单替代作废的PA03-00041-X" in told
    assert "作废原因：地址写错" in told
    assert "本单作废" not in told


def test_a_reprint_says_which_by_whom_when_and_when_it_came_out_first(pages):
    (text,) = pages(reprint=2, first_at=datetime(2026, 11, 21, 8, 5))
    told = squeezed(text)
    assert "补打2：1001王珂2026-11-22周日09:31，首次打印2026-11-21周六08:05" in told
    assert told.count("补打2") == 2


def test_signs_the_paper_lacks_are_found_in_what_the_centre_sets_too(sheet):
    for changed in (
        {"layout": Layout(parts=(Part("甲𠮷", ("order",)),))}, {"layout": Layout(signatures=("𠮷",))},
        {"copy_names": {"dispatch": "𠮷"}}, {"reason": "𠮷"}, {"replaces": "𠮷"},
    ):  # fmt: skip
        assert slip.missing(sheet(**changed)) == ("𠮷",), changed

"""A slip shown while its template is edited: however an editor writes, it is seen; mistakes are named."""

import os
import shutil

import pypdfium2
import pytest

from app import places
from app.desk.clock import now
from app.ui.slipwindow import SlipWindow, template_of


@pytest.fixture
def centre(tmp_path):
    return shutil.copytree(places.forms(), tmp_path / "forms")


@pytest.fixture
def shown(qtbot, centre):
    window = SlipWindow(centre / "slips/standard.yaml", "zh_CN", now)
    qtbot.addWidget(window, before_close_func=lambda window: window.close())
    window.show()
    qtbot.waitUntil(lambda: bool(window._pdf))
    return window


def said(window):
    document = pypdfium2.PdfDocument(window._pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def write_over(path, text):
    path.write_text(text, "utf-8")


def put_in_its_place(path, text):
    beside = path.with_suffix(".tmp")
    beside.write_text(text, "utf-8")
    os.replace(beside, path)


@pytest.mark.parametrize("write", [write_over, put_in_its_place])
def test_an_edit_is_seen_each_time(qtbot, shown, centre, write):
    path = centre / "slips/standard.yaml"
    text = path.read_text("utf-8")
    for words in ("春风燃气", "秋水燃气"):
        write(path, f"{text}letterhead: {{zh_CN: {words}, zh_TW: 甲, en: A}}\n")
        qtbot.waitUntil(lambda words=words: words in said(shown))
    write(path, text.replace("paper: A5", "paper: A4\nper_sheet: 2"))
    qtbot.waitUntil(lambda: "A4" in shown.what.text())
    qtbot.waitUntil(lambda: [round(side) for side in shown.view._sizes[0]] == [595, 842])
    qtbot.waitUntil(lambda: not shown.view._sheet.pixmap().isNull())


def test_one_that_is_deleted_and_written_again_is_seen(qtbot, shown, centre):
    path = centre / "slips/standard.yaml"
    text = path.read_text("utf-8")
    path.unlink()
    qtbot.waitUntil(lambda: not shown.what.text())
    path.write_text(text.replace("paper: A5", "paper: A4"), "utf-8")
    qtbot.waitUntil(lambda: "A4" in shown.what.text())


def test_what_is_wrong_is_named_with_file_and_line_and_the_last_good_one_stays(qtbot, shown, centre):
    path = centre / "slips/standard.yaml"
    good, before = path.read_text("utf-8"), shown._pdf
    line = good[: good.index("paper: A5")].count("\n") + 1
    path.write_text(good.replace("paper: A5", "paper: A3"), "utf-8")
    qtbot.waitUntil(lambda: shown.trouble.isVisible())
    assert f"slips/standard.yaml 第 {line} 行" in shown.trouble.text()
    assert shown._pdf == before
    path.write_text(good, "utf-8")
    qtbot.waitUntil(lambda: not shown.trouble.isVisible())


def test_it_is_looked_at_with_each_form_it_is_for_and_in_each_language(qtbot, shown):
    names = [shown.forms.itemData(row) for row in range(shown.forms.count())]
    assert {"gas_repair", "business"} <= set(names)
    assert "inquiry" not in names  # no order, no slip
    shown.forms.setCurrentIndex(names.index("business"))
    shown.languages.setCurrentText("en")
    shown.languages.activated.emit(2)
    qtbot.waitUntil(lambda: "Customer copy" in said(shown))


def test_a_template_is_meant_by_its_file_or_its_name(centre, tmp_path):
    file = centre / "slips/urgent.yaml"
    assert template_of(file, places.forms()) == file
    assert template_of(type(file)("slips/urgent"), centre) == file
    for given in (centre / "inquiry/1.yaml", centre / "slips/gone", tmp_path):
        assert template_of(given, places.forms()) is None

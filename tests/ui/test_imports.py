"""The import page: the file, what feeds what, what the check says, and the run."""

import csv
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from app.forms.maps import Rule
from app.records.calls import Call
from app.ui.panels.imports import ImportPage

MAPS = Path(__file__).parents[1] / "desk" / "maps"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HEADER = ["编号", "来电时间", "姓名", "联系电话", "地点", "案件类别", "反映内容"]
ROW = ["1", "2024-03-05 09:30", "王小明", "13800001234", "春晓路88号", "路灯不亮", "一盏都不亮"]


@pytest.fixture
def file(tmp_path):
    def make(*rows, name="old.csv", encoding="utf-8-sig", header=HEADER):
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as out:
            csv.writer(out).writerows([header, *(rows or [ROW])])
        return path

    return make


@pytest.fixture
def page(start, qtbot):
    seat = start()
    seat.press(Qt.Key.Key_I, CTRL | SHIFT)
    page = seat.workplace.tabs.current()
    assert isinstance(page, ImportPage)
    page.seat = seat

    def shown(path, form="city_case", **more):
        page.take(path, form, **more)
        qtbot.waitUntil(lambda: page.preview.rowCount() > 0 or not page.run.isHidden())

    page.shown = shown
    return page


def verdicts(page):
    return [page.preview.item(row, 1).text() for row in range(page.preview.rowCount())]


def fill_constants(page):
    for name, constant in {"source": "hotline", "supervised": "no", "solved": "solved"}.items():
        page.map.rows[name].otherwise.put(constant)
    page.map.edited.emit()


def missing(page):
    return [name for name, _ in page.foot._missing]


def wait_until_over(qtbot, page):
    qtbot.waitUntil(lambda: page._begun is None and page.go.isEnabled(), timeout=20_000)


def calls(seat):
    return seat.store.find(Call, form="city_case", limit=10_000)


def test_the_key_opens_one_page_and_an_empty_one_says_what_to_do(page):
    assert page.empty.isVisible()
    assert not page.file.isVisible()
    page.seat.press(Qt.Key.Key_I, CTRL | SHIFT)
    assert page.seat.workplace.tabs.pages() == [page]


def test_a_file_shows_its_guessed_columns_and_what_the_check_says_of_its_first_rows(page, file, qtbot):
    page.shown(file(*([str(i), *ROW[1:]] for i in range(30))))
    assert page.map.rows["request"].column.value() == "反映内容"
    assert page.preview.rowCount() == 10
    assert page.preview.item(0, 2 + HEADER.index("姓名")).text() == "王小明"
    assert all("请选择“案件来源”。（没有对应的列）" in said for said in verdicts(page))
    assert missing(page) == ["source", "solved"]
    fill_constants(page)
    qtbot.waitUntil(lambda: set(verdicts(page)) == {"可以导入"})
    assert missing(page) == []


def test_a_choice_of_column_is_judged_anew(page, file, qtbot):
    page.shown(file())
    fill_constants(page)
    qtbot.waitUntil(lambda: verdicts(page) == ["可以导入"])
    editor = page.map.rows["phone"].column
    editor.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "xm")  # its initials
    qtbot.keyClick(editor.line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "不像一个电话号码" in verdicts(page)[0])
    assert page.value().fields["phone"] == Rule(("姓名",))


def test_a_reason_answers_for_what_the_table_has_not_got(page, file, qtbot):
    page.shown(file(ROW[:2] + ROW[4:], header=HEADER[:2] + HEADER[4:]))
    fill_constants(page)
    for name in ("name", "phone"):
        page.map.rows[name].otherwise.put("not given: unknown")
    page.map.edited.emit()
    qtbot.waitUntil(lambda: verdicts(page) == ["可以导入"])
    assert page.value().fields["name"] == Rule(not_given="unknown")


def test_the_run_takes_rows_in_and_says_how_many_and_why_not(page, file, qtbot):
    bad = ["2", *ROW[1:4], "", *ROW[5:]]
    page.shown(file(ROW, bad))
    fill_constants(page)
    page.seat.press(Qt.Key.Key_Return, CTRL)
    wait_until_over(qtbot, page)
    assert page.run.words.text() == "导入 1 条，1 条没有导入。"
    assert page.run.open.isVisible()
    refused = page._peek.path.with_name("old.csv.refused.csv").read_text("utf-8-sig")
    assert "请填写“事发地点”。（列“地点”）" in refused
    (call,) = calls(page.seat)
    assert call.answers["category"] == "street_light"
    page.start()
    wait_until_over(qtbot, page)
    assert page.run.words.text() == "导入 0 条，1 条早已在本席，1 条没有导入。"


def test_a_check_of_all_rows_writes_nothing(page, file, qtbot):
    page.shown(file())
    fill_constants(page)
    page.seat.press(Qt.Key.Key_T, CTRL)
    wait_until_over(qtbot, page)
    assert page.run.words.text() == "可以导入 1 条（这次没有写入）。"
    assert calls(page.seat) == []


def test_a_wrong_guess_of_the_encoding_is_seen_and_overruled(page, file, qtbot):
    page.shown(file(encoding="gb18030"))
    assert page.file.encoding_choice.value() == "gb18030"
    assert page.preview.item(0, 4).text() == "王小明"
    page.file.encoding_choice.put("cp950")
    page.file.encoding_choice.edited.emit()
    qtbot.waitUntil(lambda: page.preview.item(0, 4).text() != "王小明")
    page.file.encoding_choice.put("gb18030")
    page.file.encoding_choice.edited.emit()
    qtbot.waitUntil(lambda: page.preview.item(0, 4).text() == "王小明")


def test_dates_with_the_month_first_are_a_choice(page, file, qtbot):
    page.shown(file([ROW[0], "03/05/2024 09:30", *ROW[2:]]))
    page.map.rows["time"].column.put("来电时间")
    fill_constants(page)
    qtbot.waitUntil(lambda: verdicts(page) == ["时间“03/05/2024 09:30”读不懂。（列“来电时间”）"])
    page.file.dates_choice.put("%m/%d/%Y")
    page.file.dates_choice.edited.emit()
    qtbot.waitUntil(lambda: verdicts(page) == ["可以导入"])


def test_what_fed_what_is_remembered_for_such_a_table(page, file, qtbot):
    page.shown(file())
    fill_constants(page)
    page.start()
    wait_until_over(qtbot, page)
    page.shown(file(name="next.csv"))
    qtbot.waitUntil(lambda: page._peek.path.name == "next.csv")
    assert page.value().fields["source"] == Rule(otherwise="hotline")
    assert verdicts(page) == ["可以导入"]


def test_a_map_is_kept_and_read_again_with_what_the_page_does_not_show(page, data, tmp_path, qtbot):
    path = tmp_path / "calls.csv"
    shutil.copyfile(data / "calls_us_boston311" / "calls_dev.csv", path)
    page.shown(path, table=str(MAPS / "boston311.yaml"))
    assert set(verdicts(page)) == {"可以导入"}
    page.keep_map(tmp_path / "kept.yaml")
    kept = page.value()
    assert kept.fields["category"].values["Trees"] == "greenery"
    page.shown(path, table=str(tmp_path / "kept.yaml"))
    qtbot.waitUntil(lambda: page.value().zone == "America/New_York")
    assert page.value() == kept


def test_a_broken_map_says_file_line_and_field(page, file, tmp_path):
    (tmp_path / "map.yaml").write_text("time: 来电时间\nfields:\n  nope: x\n", "utf-8")
    page.shown(file(), table=str(tmp_path / "map.yaml"))
    said = page.run.words.text()
    assert "map.yaml" in said
    assert "第 3 行" in said
    assert "nope" in said


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "空的"), (b"a,b\n", "没有数据行"), (b"\xd0\xcf\x11\xe0", ".xls"), (b"<html>", "网页")],
)
def test_a_file_without_rows_is_said_in_a_sentence(page, tmp_path, qtbot, content, says):
    (tmp_path / "x.csv").write_bytes(content)
    page.take(tmp_path / "x.csv", "city_case")
    qtbot.waitUntil(lambda: says in page.run.words.text())
    assert not page.go.isVisible()


def test_a_file_can_be_dropped(page, file, qtbot):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file()))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    qtbot.waitUntil(lambda: page.preview.rowCount() == 1)


@pytest.fixture
def long(file):
    return file(*([str(i), *ROW[1:]] for i in range(2000)))


def running(page, qtbot, long):
    page.shown(long)
    fill_constants(page)
    page.start()
    qtbot.waitUntil(lambda: page.run.bar.value() > 50, timeout=20_000)


def test_stopping_keeps_what_is_in_and_the_next_run_goes_on(page, long, qtbot):
    running(page, qtbot, long)
    page.seat.press(Qt.Key.Key_Escape)
    wait_until_over(qtbot, page)
    kept = len(calls(page.seat))
    assert 0 < kept < 2000
    assert kept % 100 == 0
    assert page.run.words.text() == f"导入 {kept} 条，中途停下，已导入的都在，再导一次会接着来。"
    page.start()
    wait_until_over(qtbot, page)
    assert page.run.words.text() == f"导入 {2000 - kept} 条，{kept} 条早已在本席。"


def test_closing_the_tab_stops_the_run_and_says_so(page, long, qtbot):
    running(page, qtbot, long)
    seat = page.seat
    seat.press(Qt.Key.Key_W, CTRL)
    assert seat.workplace.tabs.pages() == []
    assert "中途停下" in seat.workplace.toasts.text()
    kept = len(calls(seat))
    assert 0 < kept < 2000
    seat.press(Qt.Key.Key_I, CTRL | SHIFT)
    again = seat.workplace.tabs.current()
    again.take(long, "city_case")
    qtbot.waitUntil(lambda: again.preview.rowCount() == 10)
    assert len(calls(seat)) == kept
    assert not list(long.parent.glob("*.part"))


def test_signing_out_stops_the_run_cleanly(page, long, qtbot, open_store):
    running(page, qtbot, long)
    page.seat.sign_out()
    page.seat.store.close()
    store = open_store()
    kept = store.find(Call, form="city_case", limit=10_000)
    assert 0 < len(kept) < 2000
    assert len(kept) % 100 == 0
    assert not list(long.parent.glob("*.part"))


def test_while_it_runs_a_call_is_saved_at_once(page, long, qtbot, answers):
    running(page, qtbot, long)
    saved = page.seat.new("inquiry", answers["inquiry"])
    page.seat.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.seat.store.get(Call, saved.record) is not None)
    assert page._begun is not None


def test_another_file_waits_until_the_run_is_over(page, long, file, qtbot):
    running(page, qtbot, long)
    page.take(file(name="next.csv"), "city_case")
    assert "等它完了再换" in page.seat.workplace.toasts.text()
    assert page._peek.path == long


def test_a_file_handed_over_is_shown_and_not_begun(page, file, qtbot):
    page.seat.workplace.import_file({"file": str(file()), "form": "city_case", "map": "", "encoding": ""})
    qtbot.waitUntil(lambda: page.preview.rowCount() == 1)
    assert page.file.form() == "city_case"
    assert page._begun is None
    assert calls(page.seat) == []

"""A form shown while it is edited: however an editor writes, it is seen; what is wrong is named by line."""

import os
import shutil
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from app import places
from app.ui.formwindow import FormWindow, home_of


@pytest.fixture
def centre(tmp_path):
    return shutil.copytree(places.forms(), tmp_path / "forms")


@pytest.fixture
def shown(qtbot, centre):
    window = FormWindow(centre / "inquiry", "zh_CN")
    qtbot.addWidget(window)
    window.show()
    return window


def write_over(path, text):
    path.write_text(text, "utf-8")


def put_in_its_place(path, text):
    """As vim, VS Code and most others do."""
    beside = path.with_suffix(".tmp")
    beside.write_text(text, "utf-8")
    os.replace(beside, path)


@pytest.mark.parametrize("write", [write_over, put_in_its_place])
def test_an_edit_is_seen_twice_over_and_what_was_typed_stays(qtbot, shown, centre, write):
    path = centre / "inquiry/1.yaml"
    text = path.read_text("utf-8")
    shown.view.focus_field("name")
    qtbot.keyClicks(shown.view.focusWidget(), "Li")
    for old, new in (("业务咨询", "用气咨询"), ("用气咨询", "供气咨询")):
        text = text.replace(old, new)
        write(path, text)
        qtbot.waitUntil(lambda new=new: new in shown.what.text())
        assert shown.view.answers()["name"] == "Li"
        assert shown.view.place()[0] == "name"


def test_what_is_wrong_is_named_with_file_line_and_field_and_the_last_good_one_stays(qtbot, shown, centre):
    path = centre / "inquiry/1.yaml"
    good = path.read_text("utf-8")
    before = shown.view
    path.write_text(good.replace("kind: person", "kind: persona"), "utf-8")
    qtbot.waitUntil(lambda: shown.trouble.isVisible())
    line = good[: good.index("kind: person")].count("\n") + 1
    assert f"inquiry/1.yaml 第 {line} 行 字段“name”" in shown.trouble.text()
    assert "persona" in shown.trouble.text()
    assert shown.what.text() == "业务咨询 第 1 版"
    path.write_text(good, "utf-8")
    qtbot.waitUntil(lambda: not shown.trouble.isVisible())
    assert shown.view is not before


def test_a_new_version_and_a_list_are_seen(qtbot, shown, centre):
    text = (centre / "inquiry/1.yaml").read_text("utf-8")
    (centre / "inquiry/2.yaml").write_text(text, "utf-8")
    qtbot.waitUntil(lambda: "第 2 版" in shown.what.text())
    solved = centre / "lists/solved.yaml"
    solved.write_text(solved.read_text("utf-8").replace("已解决", "解决好了"), "utf-8")
    qtbot.waitUntil(
        lambda: "解决好了" in [c.label["zh_CN"] for c in shown._forms.get("inquiry").field("solved").choices]
    )


def test_each_stage_shows_what_it_would_ask(qtbot, shown):
    qtbot.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.view.place()[0] == "name"
    asked = [name for name, _ in shown.foot._missing]
    assert asked[:3] == ["name", "phone", "category"]
    shown.languages.setCurrentText("en")
    assert shown.what.text().startswith("Enquiry")


def test_a_form_is_meant_by_its_folder_its_file_or_its_name(centre, tmp_path):
    for given in (centre / "inquiry", centre / "inquiry/1.yaml"):
        assert home_of(given, places.forms()) == centre / "inquiry"
    assert home_of(type(centre)("inquiry"), places.forms()) == places.forms() / "inquiry"
    for given in (centre / "lists", centre, tmp_path / "gone"):
        assert home_of(given, places.forms()) is None


def test_what_is_no_form_ends_the_command_with_a_sentence():
    done = subprocess.run([sys.executable, "-m", "app", "preview", "gone"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "不是表单" in done.stderr


def test_tab_comes_to_the_form_before_what_is_done_with_it_after_every_edit(qtbot, shown, centre):
    path = centre / "inquiry/1.yaml"
    path.write_text(path.read_text("utf-8").replace("业务咨询", "用气咨询"), "utf-8")
    qtbot.waitUntil(lambda: "用气咨询" in shown.what.text() and shown.view.isVisible())
    shown.languages.setFocus()
    qtbot.keyClick(shown.languages, Qt.Key.Key_Tab)
    assert shown.view.isAncestorOf(shown.focusWidget())
    for _ in range(40):
        if not shown.view.isAncestorOf(shown.focusWidget()):
            break
        qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Tab)
    assert shown.foot.isAncestorOf(shown.focusWidget())

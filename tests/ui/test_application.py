"""The look, the language, one program a seat, and errors nobody expected."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QLabel

from app import places
from app.store.engine import StoreRefused
from app.ui.application import FAMILY, Application
from app.ui.kit import style
from app.ui.single import Single
from app.ui.traces import trace

ROOT = Path(__file__).parents[2]


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("word", ["text", "muted", "danger", "warn", "good", "accent"])
@pytest.mark.parametrize("under", ["ground", "surface", "raised"])
def test_every_word_can_be_read_on_every_ground(dark, word, under):
    tokens = style.load(places.resources() / "style", dark=dark)
    assert contrast(tokens[word], tokens[under]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_the_sheet_names_no_colour_of_its_own(dark):
    folder = places.resources() / "style"
    assert "#" not in (folder / "zuoxi.qss").read_text("utf-8")
    assert "@" not in style.sheet(folder, style.load(folder, dark=dark))


def test_the_named_family_is_on_board(qapp):
    assert isinstance(qapp, Application)
    assert FAMILY in QFontDatabase.families()
    assert qapp.font().family() == FAMILY


def test_every_window_carries_the_programs_icon(qapp):
    drawn = qapp.windowIcon().pixmap(64, 64).toImage()
    assert drawn.size().width() == 64
    assert drawn.pixelColor(32, 30).name() == "#1d5fd1"


def test_both_themes_dress_a_window_that_is_open(qapp, qtbot):
    label = QLabel("字")
    qtbot.addWidget(label)
    label.show()
    grounds = set()
    for theme in ("dark", "light"):
        qapp.set_theme(theme)
        grounds.add(qapp.palette().color(QPalette.ColorRole.Window).name())
    assert grounds == {"#14181f", "#f5f6f8"}


def test_an_unexpected_error_is_one_sentence_and_a_log_without_words(qapp, qtbot, caplog, monkeypatch):
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(qapp.stumbled) as said:
        try:
            raise StoreRefused("full") from ValueError("王小明 13800001234")
        except StoreRefused as error:
            qapp._stumble(type(error), error, error.__traceback__)
    assert said.args == ["磁盘满了，新内容存不进去。已存的数据都在；请先腾出空间，再试一次。"]
    assert "StoreRefused" in caplog.text
    assert "13800001234" not in caplog.text


def test_whoever_stumbles_over_telling_it_is_logged_and_not_told_again(qapp, caplog):
    told = []

    def tell(sentence):
        told.append(sentence)
        error = RuntimeError()
        qapp._stumble(RuntimeError, error, None)  # what the hook gets when a slot raises

    qapp.stumbled.connect(tell)
    try:
        with caplog.at_level(logging.ERROR):
            qapp._stumble(StoreRefused, StoreRefused("full"), None)
            qapp._stumble(StoreRefused, StoreRefused("full"), None)
    finally:
        qapp.stumbled.disconnect(tell)
    assert len(told) == 2
    assert caplog.text.count("RuntimeError") == 2


def test_a_trace_tells_places_and_no_values():
    try:
        {}["王小明"]
    except KeyError as error:
        told = trace(error)
    assert "test_application.py" in told
    assert "王小明" not in told


def test_a_second_start_calls_the_first_to_the_front_and_goes(qapp, qtbot, tmp_path):
    first = Single(tmp_path, qapp)
    assert first.claim()
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from app.ui.single import Single; a = QCoreApplication([]);"
        f"sys.exit(3 if not Single(Path({str(tmp_path)!r})).claim() else 0)"
    )
    other = QProcess()
    other.setWorkingDirectory(str(ROOT))
    with qtbot.waitSignals([first.raised, other.finished], timeout=20_000):
        other.start(sys.executable, ["-c", code])
    assert other.exitCode() == 3
    first.release()
    again = Single(tmp_path, qapp)
    assert again.claim()
    again.release()


def test_a_killed_programs_seat_can_be_taken_at_once(qapp, tmp_path):
    code = (
        "import os; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from app.ui.single import Single; a = QCoreApplication([]);"
        f"s = Single(Path({str(tmp_path)!r})); assert s.claim(); os._exit(9)"
    )
    killed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=os.environ)
    assert killed.returncode == 9
    after = Single(tmp_path, qapp)
    assert after.claim()
    after.release()


def test_a_folder_that_takes_no_lock_is_not_taken_for_a_running_program(qapp, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    blocked = Single(tmp_path / "file" / "seat", qapp)
    assert blocked.claim()
    blocked.release()

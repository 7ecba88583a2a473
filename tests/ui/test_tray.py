"""The icon in the tray, stood in for: what it says and whom it asks. A real one: attacks/test_x11.py."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from app.ui import tray as room
from app.ui.tray import Tray
from app.ui.window import Window
from tests.ui.systems import TrayIcon

CLICKS = QSystemTrayIcon.ActivationReason


@pytest.fixture
def window(qtbot, tmp_path):
    window = Window(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show_page(QWidget())
    return window


@pytest.fixture
def tray(window, monkeypatch):
    monkeypatch.setattr(room, "QSystemTrayIcon", TrayIcon)
    return Tray(window)


def test_before_anybody_signs_in_there_is_nothing_to_lock(tray):
    assert [action.text() for action in tray.menu.actions() if action.isVisible()] == ["显示窗口"]
    assert tray.icon.toolTip() == "坐席工作台"
    assert not tray.icon.icon().isNull()


@pytest.mark.parametrize(
    ("click", "raised"), [(CLICKS.Trigger, 1), (CLICKS.DoubleClick, 1), (CLICKS.Context, 0)]
)
def test_a_click_raises_the_window_and_the_other_button_is_for_the_menu(tray, click, raised):
    asked = []
    tray.raise_asked.connect(lambda: asked.append(click))
    tray.icon.activated.emit(click)
    assert len(asked) == raised


def test_it_goes_with_the_window(tray, window):
    assert tray.icon.isVisible()
    window.close()
    window.show_page(QWidget())
    assert not tray.icon.isVisible()


def test_where_there_is_no_tray_it_is_not_shown(window):
    assert not Tray(window).icon.isVisible()  # this screen has none


def test_a_tray_that_comes_late_is_found_with_the_next_page(window, monkeypatch):
    monkeypatch.setattr(room, "QSystemTrayIcon", TrayIcon)
    monkeypatch.setattr(TrayIcon, "there", False)
    tray = Tray(window)
    assert not tray.icon.isVisible()
    monkeypatch.setattr(TrayIcon, "there", True)
    window.show_page(QWidget())
    assert tray.icon.isVisible()


def test_the_system_is_given_nothing_to_notify_anybody_of():
    """What a notification says stays in its history, and on a locked screen."""
    rooms = Path(room.__file__).parent.rglob("*.py")
    assert not [path.name for path in rooms if "showMessage(" in path.read_text("utf-8")]

"""Every screen of tests/shots, in every language: nothing cut off, nothing nameless, the focus to be seen."""

import os
import subprocess
import sys
from contextlib import contextmanager
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QWidget,
)

from app import places
from app.ui.kit import style
from app.ui.kit.icons import IconLabel
from app.ui.kit.labels import ElidedLabel
from tests.shots.screens import SCREENS
from tests.shots.stage import Stage

pytestmark = pytest.mark.timeout(600)  # every screen is drawn for the first of its tests
LANGUAGES = ("zh_CN", "zh_TW", "en")
SIZES = {"1366x768": QSize(1366, 768), "200 % of a notebook": QSize(960, 500)}
NIGHT = bool(os.environ.get("ZUOXI_NIGHT"))  # by day what finds the most in the least time
RING = 2  # px
SMALLEST = 9  # pt
WORDS = ("text", "muted", "danger", "warn", "good", "accent")
TABBED = ("door", "first", "empty", "form", "saved", "case", "order")
BOTH_THEMES = ("first-alone", "form-gas_repair-refused", "order")
HANDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)  # what is worked with


def settle():
    for _ in range(3):  # what is laid out anew may lay out more
        QCoreApplication.processEvents()


def windows(stage):
    """Return the window and what lies over it."""
    return [w for w in QApplication.topLevelWidgets() if w.isVisible()]


def seen(stage, kind=QWidget):
    return [w for top in windows(stage) for w in top.findChildren(kind) if w.isVisible()]


def told(widget):
    """Return how a complaint names the widget."""
    text = getattr(widget, "text", lambda: "")() or widget.accessibleName()
    return f"{type(widget).__name__} “{str(text)[:40]}” {widget.width()}×{widget.height()}"


# -- the checks: each returns its complaints about what is on the stage --


def cut_off(stage):
    found = []
    for label in seen(stage, QLabel):
        if isinstance(label, ElidedLabel | IconLabel) or not label.text():
            continue
        needs = label.sizeHint() if not label.wordWrap() else QSize(0, label.heightForWidth(label.width()))
        if needs.width() > label.width() or needs.height() > label.height() + 1:
            found.append(f"{told(label)} needs {needs.width()}×{needs.height()}")
    for line in seen(stage, QLineEdit):
        needed = line.fontMetrics().horizontalAdvance(line.placeholderText())
        if not line.text() and needed > line.contentsRect().width():
            found.append(f"{told(line)} needs {needed} for “{line.placeholderText()}”")
    for button in seen(stage, QAbstractButton):
        if isinstance(button.parent(), QTabBar):
            continue  # the bar's own, for scrolling
        needs = button.minimumSizeHint() if button.icon().isNull() else QSize()
        if isinstance(button, QCheckBox | QRadioButton):  # their room around may go
            needs.setHeight(button.fontMetrics().height())
        if button.text() and (needs.width() > button.width() or needs.height() > button.height() + 2):
            found.append(f"{told(button)} needs {needs.width()}×{needs.height()}")
    return found


def narrow(stage):
    """A column whose own name does not fit."""
    found = []
    for head in seen(stage, QHeaderView):
        for place in range(head.count()):
            needed = head.sectionSizeHint(place)
            if not head.isSectionHidden(place) and head.sectionSize(place) < needed:
                found.append(f"{head.model().headerData(place, head.orientation())} needs {needed}")
    return found


def out_of_sight(stage):
    """What stands beyond the edge of the room it is in, and cannot be scrolled to."""
    found = []
    for widget in [*seen(stage, QLabel), *seen(stage, QAbstractButton)]:
        room = widget.parentWidget()
        if room is None or isinstance(room.parentWidget(), QAbstractScrollArea | QTabBar):
            continue
        if not room.rect().contains(widget.geometry()) and not isinstance(room, QTabBar):
            found.append(f"{told(widget)} at {widget.geometry().getRect()} in {room.rect().getRect()}")
    return found


def nameless(stage):
    found = []
    for widget in seen(stage):
        if not isinstance(widget, HANDS) or isinstance(widget, QHeaderView):
            continue
        if isinstance(widget.parent(), QTabBar | QLineEdit | QAbstractSpinBox | QComboBox):
            continue  # a part of what has a name
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None or not face.text(QAccessible.Text.Name).strip():
            found.append(f"{told(widget)} in {type(widget.parent()).__name__}")
    return found


def too_small(stage):
    return [told(w) for w in seen(stage) if 0 < w.fontInfo().pointSizeF() < SMALLEST - 0.05]


def in_front(stage):
    tabs = getattr(stage.page, "tabs", None)
    return (tabs.current() or tabs) if tabs else stage.page


def stops(page):
    """Return where Tab goes in *page*, in its order."""
    found, widget = [], page.window()
    while (widget := widget.nextInFocusChain()) is not page.window():
        takes = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and widget.isEnabled()
        if takes and widget.isVisible() and page.isAncestorOf(widget):
            found.append(widget)
    return found


def unordered(stage):
    """Tab goes down the page, and from left to right."""
    page = in_front(stage)
    found = []
    for one, other in pairwise(stops(page)):
        before, after = rects(one, other, page)
        same_row = before.top() < after.bottom() and after.top() < before.bottom()
        if (same_row and after.left() < before.left()) or (not same_row and after.top() < before.top()):
            found.append(f"{before.getRect()} before {after.getRect()}")
    return found


def rects(one, other, page):
    """Return where two widgets stand; what only one of them scrolls in, is seen as a whole."""

    def scrolls(widget):
        while (widget := widget.parentWidget()) not in (page, None):
            if isinstance(widget, QAbstractScrollArea):
                return widget
        return None

    same = scrolls(one) is scrolls(other)
    shown = [each if same else scrolls(each) or each for each in (one, other)]
    return [QRect(each.mapTo(page, QPoint(0, 0)), each.size()) for each in shown]


def ringless(stage):
    """What has the focus shows it: a ring of the accent, two pixels wide, or a chosen row."""
    over = QApplication.activePopupWidget()
    overview = getattr(stage.page, "overview", None)
    if isinstance(over, QMenu) or (overview and overview.isVisible()):
        return []  # its chosen row shows where the next key goes; the overview lies over the form
    top = over or QApplication.activeWindow() or stage.window
    here = top.focusWidget() or stage.window.focusWidget()
    if here is None or not here.isVisible():
        busy = all(not w.isEnabled() for w in seen(stage) if isinstance(w, HANDS))
        return [] if busy else [f"nothing has the focus in {type(top).__name__}"]
    return [] if shows_focus(here) else [told(here)]


def shows_focus(widget):
    window, ratio = widget.window(), widget.devicePixelRatioF()
    around = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-RING, -RING, RING, RING)
    image = window.grab(around).toImage()
    corner = QPoint(RING, RING)
    accents = {QColor(each).rgb() for each in (tone("accent"), tone("danger"), tone("text"))}
    marked = 0
    middle = corner.y() + widget.height() // 2
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        row = widget.visualRect(widget.currentIndex()).center()
        middle = corner.y() + widget.viewport().mapTo(widget, row).y()
    for x in range(corner.x() - RING, corner.x() + widget.width() + RING):
        at = QPoint(round(x * ratio), round(middle * ratio))
        marked += image.rect().contains(at) and image.pixelColor(at).rgb() in accents
    return marked >= RING


def tone(name):
    return style.tone(QApplication.palette(), name).name()


CHECKS = (cut_off, narrow, out_of_sight, nameless, too_small, unordered, ringless)


@pytest.fixture(scope="module", params=LANGUAGES if NIGHT else ("zh_CN", "en"))
def complaints(request, qapp, tmp_path_factory):
    """Draw every screen once, in the window as small as it may be too, and ask all checks about it."""
    found = {check: [] for check in CHECKS}
    sizes = list(SIZES)[: 2 if request.param == "en" else 1]  # English is the longest
    with acting(qapp, tmp_path_factory, request.param) as stage:
        for name, show in SCREENS.items():
            for n, size in enumerate(sizes):
                wanted = SIZES[size]
                stage.window.setMinimumSize(wanted.boundedTo(stage.window.minimumSize()))
                stage.window.resize(wanted)
                if n == 0:
                    show(stage)
                settle()
                if n and ringless(stage):  # scrolled away by the smaller window: as it is shown in this one
                    stage.tidy()
                    show(stage)
                    settle()
                for check in CHECKS:
                    found[check] += [f"{name}, {size}: {each}" for each in check(stage)]
            stage.tidy()
    return found


@contextmanager
def acting(qapp, tmp_path_factory, language):
    stage = Stage(qapp, tmp_path_factory.mktemp("look"), language)
    stage.window.activateWindow()
    try:
        yield stage
    finally:
        stage.close()
        qapp.speak("zh_CN")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_no_screen_is(check, complaints):
    assert complaints[check] == []


@pytest.mark.skipif(not NIGHT, reason="only at night: every screen once more")
def test_at_200_percent_nothing_is_cut_off():
    """In a program of its own: the scale is that of the whole process."""
    words = ["-q", "-p", "no:cacheprovider", __file__, "-k", "zh_CN and (cut_off or out_of_sight)"]
    environment = os.environ | {"QT_SCALE_FACTOR": "2"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words], env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout


def test_the_focus_shows_wherever_tab_goes(qapp, tmp_path_factory):
    with acting(qapp, tmp_path_factory, "zh_CN") as stage:
        for name, show in SCREENS.items():
            for theme in ("dark", "light") if name in BOTH_THEMES else ("light",):
                if name.startswith(TABBED):
                    stage.front.set_theme(theme)
                    show(stage)
                    settle()
                    if (
                        QApplication.activePopupWidget() is None
                        and QApplication.activeWindow() is stage.window
                    ):
                        walk(stage, f"{name}, {theme}")
                    stage.tidy()


def walk(stage, where):
    """Go through the page by Tab."""
    wanted = stops(in_front(stage))
    if wanted:  # a door that is busy takes nothing
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    for stop in wanted:
        settle()
        assert stop.hasFocus(), f"{where}: Tab does not come to {told(stop)}"
        assert shows_focus(stop), f"{where}: {told(stop)}"
        stage.hands.press(Qt.Key.Key_Tab)


# -- the colours --


def luminance(colour):
    """Return the relative luminance (WCAG 2.2)."""
    parts = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    darker, lighter = sorted(luminance(QColor(each).getRgbF()[:3]) for each in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_every_ground_they_stand_on(dark):
    tokens = style.load(places.resources() / "style", dark=dark)
    pairs = [(word, ground) for word in WORDS for ground in ("ground", "surface", "raised")]
    pairs += [(word, f"{word}-soft") for word in ("danger", "warn", "good")]
    pairs += [("text", f"{word}-soft") for word in ("danger", "warn", "good")]
    pairs += [("accent", f"{word}-soft") for word in ("danger", "warn", "good")]  # what a strip offers
    pairs += [("on-accent", "accent")]
    faint = {pair: round(ratio, 2) for pair in pairs if (ratio := contrast(*map(tokens.get, pair))) < 4.5}
    assert faint == {}


@pytest.mark.parametrize("dark", [False, True])
def test_the_ring_stands_out_from_the_page(dark):
    tokens = style.load(places.resources() / "style", dark=dark)
    assert min(contrast(tokens["accent"], tokens[g]) for g in ("ground", "surface", "raised", "line")) >= 3


@pytest.mark.parametrize(("density", "height"), [("dense", 28), ("easy", 34)])
def test_rows_are_as_high_as_was_chosen_and_it_is_remembered(qapp, tmp_path_factory, density, height):
    with acting(qapp, tmp_path_factory, "zh_CN") as stage:
        tree = stage.workplace.worklist.tree
        stage.hands.until(lambda: tree.model().rowCount() > 0, "the work list stays empty")
        stage.workplace.top.density_asked.emit(density)
        settle()
        assert tree.visualRect(tree.model().index(0, 0)).height() == height
        assert stage.front.settings.value("density") == density
        stage.workplace.top.density_asked.emit("dense")


@pytest.mark.parametrize("name", ["phrases", "identity-call"])
def test_a_form_opened_in_a_small_window_shows_the_field_it_is_opened_at(qapp, tmp_path_factory, name):
    with acting(qapp, tmp_path_factory, "en") as stage:
        stage.window.setMinimumSize(SIZES["200 % of a notebook"])
        stage.window.resize(SIZES["200 % of a notebook"])
        SCREENS[name](stage)
        settle()
        here = stage.window.focusWidget()
        room = here.parentWidget()
        while not isinstance(room, QAbstractScrollArea):
            room = room.parentWidget()
        assert room.viewport().rect().contains(QRect(here.mapTo(room.viewport(), QPoint(0, 0)), here.size()))

"""The centre: several calls at once, each in its tab; with none open, a sentence and the button."""

import unicodedata
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QTabBar, QTabWidget, QToolButton, QVBoxLayout, QWidget

from app.ui.kit.empty import EmptyState
from app.ui.kit.icons import icon
from app.ui.kit.strips import Strips
from app.ui.kit.style import mark

_BETWEEN = " · "
_WIDEST = 28  # of a title, in columns of a plain letter: 14 Chinese signs, or a form and its number


class Page(Protocol):
    """What a tab holds; ``titled`` says that the title is another now."""

    title: str
    record: str

    @property
    def titled(self) -> SignalInstance: ...


class Tabs(QWidget):
    new_asked = Signal()
    close_asked = Signal(object)  # the page
    turned = Signal(object)  # the page now in front, or None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setMovable(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.tabBar().setExpanding(False)
        for each in (self.tabs, self.tabs.tabBar()):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        add = QToolButton()
        add.setIcon(icon("plus"))
        add.setFixedSize(32, 32)
        add.setToolTip(self.tr("新建受理  F2"))
        add.setAccessibleName(self.tr("新建受理"))
        mark(add, bare=True)
        add.clicked.connect(self.new_asked)
        self.add_button = add
        self.tabs.setCornerWidget(add, Qt.Corner.TopRightCorner)
        self.empty = EmptyState(
            self.tr("没有打开的受理。电话来了，按 F2 选表单。"), self.tr("新建受理"), "F2"
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.tabs)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self.strips = Strips()
        page.addWidget(self.strips)
        page.addWidget(self._pages)
        self.setFocusProxy(self.empty)
        self.empty.asked.connect(self.new_asked)
        self.tabs.currentChanged.connect(lambda index: self.turned.emit(self.tabs.widget(index)))

    @property
    def room(self) -> QWidget:
        """What a page is best made a child of: one that moves here later is styled anew, part by part."""
        return self.tabs.findChild(QStackedWidget) or self.tabs

    def pages(self) -> list[QWidget]:
        found = [self.tabs.widget(index) for index in range(self.tabs.count())]
        return [page for page in found if page is not None]

    def current(self) -> QWidget | None:
        return self.tabs.currentWidget()

    def holding(self, record: str) -> QWidget | None:
        """Return the page *record* is open on."""
        return next((p for p in self.pages() if p.record == record), None)  # type: ignore[attr-defined]

    def put(self, page: QWidget, place: int | None = None) -> None:
        """Take *page* in: at *place*, or in front of all as the last."""
        page.titled.connect(lambda: self._name(page))  # type: ignore[attr-defined]
        index = self.tabs.insertTab(-1 if place is None else place, page, "")
        self.tabs.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, self._closer(page))
        self._name(page)
        self._pages.setCurrentWidget(self.tabs)
        self.setFocusProxy(None)  # type: ignore[arg-type]
        if place is None:
            self.turn_to(page)

    def turn_to(self, page: QWidget) -> None:
        """Show *page* with the focus where it was: Qt gives it to the first part of one that had none."""
        inside = page.focusWidget()
        self.tabs.setCurrentWidget(page)
        _focus(page, inside)

    def turn(self, step: int) -> None:
        if pages := self.pages():
            self.turn_to(pages[(self.tabs.currentIndex() + step) % len(pages)])

    def remove(self, page: QWidget) -> None:
        """Take *page* out and delete it; the neighbour gets the focus."""
        self.tabs.removeTab(self.tabs.indexOf(page))
        page.deleteLater()
        if front := self.current():
            self.turn_to(front)
        else:
            self._pages.setCurrentWidget(self.empty)
            self.setFocusProxy(self.empty)
            self.empty.setFocus()

    def _closer(self, page: QWidget) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("x", "muted"))
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(20, 20)
        button.setToolTip(self.tr("关闭  Ctrl+W"))
        button.setAccessibleName(self.tr("关闭"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(button, bare=True, tight=True)
        button.clicked.connect(lambda: self.close_asked.emit(page))
        return button

    def _name(self, page: QWidget) -> None:
        index, title = self.tabs.indexOf(page), page.title  # type: ignore[attr-defined]
        if index >= 0:
            # An ampersand in a name is no mnemonic.
            self.tabs.setTabText(index, shortened(title).replace("&", "&&"))
            self.tabs.setTabToolTip(index, title)


def shortened(title: str) -> str:
    """Return *title* no wider than a tab may be: the wider one of form and name loses its end."""
    parts = title.split(_BETWEEN, 1)
    while _columns(_BETWEEN.join(parts)) > _WIDEST:
        place = max(range(len(parts)), key=lambda each: _columns(parts[each]))
        parts[place] = parts[place].removesuffix("…")[:-1] + "…"
    return _BETWEEN.join(parts)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def focus_inside(pane: QWidget) -> None:
    """Put the focus where it was in *pane*, else on what the pane offers."""
    _focus(pane, pane.focusWidget())


def _focus(pane: QWidget, inside: QWidget | None) -> None:
    target = inside if inside is not None and inside.isVisibleTo(pane) else pane
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)

"""The three panes side by side; where the window is narrow, those at the sides make room for the centre."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui.tabs import focus_inside

_WIDTHS = (240, 786, 340)
_LIMITS = ((200, 260), (560, 16_777_215), (300, 380))
_CENTRE = 1


class Panes(QSplitter):
    """A pane at the side is shown where it fits beside the centre; the one asked for last goes first.

    They are best made as its children: one that moves here later is styled anew, part by part."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def hold(self, panes: tuple[QWidget, QWidget, QWidget]) -> None:
        """Lay them out; asked once."""
        self._panes = panes
        for pane, (low, high) in zip(panes, _LIMITS, strict=True):
            pane.setMinimumWidth(low)
            pane.setMaximumWidth(high)
            self.addWidget(pane)
        self.setStretchFactor(_CENTRE, 1)
        self.setSizes(list(_WIDTHS))
        self._wanted = [2, 0]  # the sides, the first to be shown first

    def bring(self, pane: QWidget) -> None:
        """Show *pane* with the focus, in place of the other side where there is no room for both."""
        place = self._panes.index(pane)
        self._wanted.sort(key=lambda side: side != place)
        pane.show()
        focus_inside(pane)
        if place != _CENTRE:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """The centre alone: where the sides held the room, they would never learn that it is too little."""
        return QSize(_LIMITS[_CENTRE][0], super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        room = self.width() - self._panes[_CENTRE].minimumWidth()
        for side in self._wanted:
            pane = self._panes[side]
            room -= pane.minimumWidth() + self.handleWidth()
            if room < 0 and pane.isAncestorOf(self.focusWidget() or self):
                focus_inside(self._panes[_CENTRE])  # Qt would give it to any field, and move the caret there
            pane.setVisible(room >= 0)

"""A scroll bar that keeps its room: what is scrolled has one width, be there anything to scroll or not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar


class SteadyBar(QScrollBar):
    """The vertical bar of *area*, always there; its handle comes and goes."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._fit(0, 0)
        self.rangeChanged.connect(self._fit)
        area.setVerticalScrollBar(self)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def _fit(self, least: int, most: int) -> None:
        self.setEnabled(most > least)  # the style sheet draws no handle of one that is not

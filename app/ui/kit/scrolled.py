"""What is higher than its room, and scrolls in it."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from app.ui.kit.style import mark


class Scrolled(QScrollArea):
    """Gives wrapped lines their height: a scroll area of Qt asks its widget for no height by its width."""

    laid_out = Signal()

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        mark(inside, room=True)
        inside.installEventFilter(self)
        # By Tab within it Qt scrolls by itself, but not where the focus comes from outside, or is put.
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._inside.isAncestorOf(new):
            self.ensureWidgetVisible(new)

    def fit(self) -> None:
        if self.isVisible() and (layout := self._inside.layout()) is not None:
            self._inside.setMinimumHeight(max(layout.totalHeightForWidth(self.viewport().width()), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self.fit()
            self.laid_out.emit()
        return super().eventFilter(watched, event)

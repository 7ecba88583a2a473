"""Python looks for garbage in cycles on whatever thread allocates. What it finds may be widgets, where an
error came while they were made, and those go on the window's thread or take the program with them."""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 1000


class Collector(QObject):
    """While there are other threads it looks here alone, as often as Python's own thresholds say. What was
    there before it is left alone: so a look takes two milliseconds, not a hundred."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        counts = list(zip(gc.get_count(), gc.get_threshold(), strict=True))
        for generation in (2, 1, 0):
            count, most = counts[generation]
            if count > most:
                gc.collect(generation)
                return

    def stop(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

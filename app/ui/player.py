"""A sound in the system's own player, where the centre allows that: its copy lies open while it must."""

import threading
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.desk.pictures import ENDINGS
from app.records.attachments import Attachment


class Player:
    def __init__(self) -> None:
        self._copies: list[Path] = []
        self._stopped = False
        self._writing = threading.Lock()  # nothing comes to lie open once it is stopped

    def copy(self, sound: Attachment, data: bytes | None) -> Path | None:
        """In a lane: write a copy named by its kind alone; None where there is nothing, or no more time."""
        if data is None:
            return None
        with self._writing:
            if self._stopped:
                return None
            path = (
                Path(mkdtemp(prefix="zuoxi-")) / f"sound{ENDINGS[sound.media]}"
            )  # its owner alone may enter
            self._copies.append(path)
            path.write_bytes(data)
        return path

    def play(self, path: Path) -> bool:
        """Hand it over; False where no program takes it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def stop(self) -> None:
        """Write over what was handed over, and delete it, as far as the other program lets go of it."""
        with self._writing:
            self._stopped = True
            copies, self._copies = self._copies, []
        for path in copies:
            with suppress(OSError):
                path.write_bytes(b"\0" * path.stat().st_size)
                path.unlink()
                path.parent.rmdir()

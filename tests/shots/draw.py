"""The child: every screen in one language at one scale, in the program itself on an invented seat."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from app.ui.application import Application
from tests.shots.screens import SCREENS
from tests.shots.stage import Stage


def picture(stage: Stage) -> QPixmap:
    """Return the window with all that lies over it: popups, menus, dialogs."""
    stage.rest()
    for _ in range(3):  # what is laid out anew may lay out more
        QCoreApplication.processEvents()
    window = stage.window
    drawn = window.grab()
    painter = QPainter(drawn)
    for over in QApplication.topLevelWidgets():
        if over is not window and over.isVisible():
            painter.drawPixmap(over.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0)), over.grab())
    painter.end()
    return drawn


def complain(kind: QtMsgType, context: object, message: str) -> None:
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def main(out: Path, language: str, scale: str, themes: str, sizes: str, only: str) -> None:
    qInstallMessageHandler(complain)
    application = Application(sys.argv[:1], "light")
    ratio = int(scale) / 100
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(application, Path(folder), language)
        for name, show in SCREENS.items():
            if only not in name:
                continue
            for size in sizes.split(","):
                wanted = QSize(1366, 768) if size != "4K" else QSize(3840, 2160) / ratio
                for theme in themes.split(","):
                    stage.front.set_theme(theme)
                    stage.window.resize(wanted)
                    show(stage)
                    path = out / f"{name}-{language}-{theme}-{scale}-{size}.png"
                    picture(stage).save(str(path))
                    stage.tidy()
        stage.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])

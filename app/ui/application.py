"""The QApplication: one look, one language, one program per seat, and the last word on errors."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QDir, QLibraryInfo, QLocale, Qt, QTranslator, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from app import places
from app.ui import wording
from app.ui.composing import Composing
from app.ui.kit import icons, style
from app.ui.traces import trace

FAMILY = "Noto Sans SC"  # named, for without a family each text searches all fonts for Chinese
# Taiwan writes some signs in other shapes than the face that ships: a system's own has them.
_FACES = {"zh_TW": ("Microsoft JhengHei UI", "PingFang TC", "Noto Sans TC", "Noto Sans CJK TC")}
POINTS = 10.5

_log = logging.getLogger(__name__)


class Application(QApplication):
    stumbled = Signal(str)  # a sentence for the agent, after an error nobody expected

    def __init__(self, argv: list[str], theme: str = "auto", language: str = "zh_CN") -> None:
        super().__init__(argv)
        self.setApplicationName("zuoxi")
        self.setStyle("Fusion")
        for file in sorted((places.resources() / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        QDir.addSearchPath(icons.PLACE, str(places.resources() / "icons"))
        self.setWindowIcon(QIcon(f"{icons.PLACE}:zuoxi.svg"))
        self._theme, self._density = theme, style.DENSE
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()
        self._translators: list[QTranslator] = []
        self.speak(language)
        self.composing = Composing(self)
        self._stumbling = False
        sys.excepthook = self._stumble
        # By default these two print what an error says, and it may say a customer's words.
        threading.excepthook = lambda told: _note("a thread ended", told.exc_value)
        sys.unraisablehook = lambda told: _note("nobody could be told", told.exc_value)

    def set_theme(self, theme: str) -> None:
        """*theme*: auto (as the system), light or dark."""
        if theme != self._theme:
            self._theme = theme
            self._dress()

    def set_density(self, density: str) -> None:
        """*density*: dense or easy, how high the rows of lists are."""
        if density != self._density:
            self._density = density
            self._dress()

    def _dress(self) -> None:
        system = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self._theme == "dark" or (self._theme == "auto" and system)
        folder = places.resources() / "style"
        tokens = style.load(folder, dark=dark, density=self._density)
        self.setPalette(style.palette(tokens))
        self.setStyleSheet(style.sheet(folder, tokens))

    def speak(self, language: str) -> None:
        """Use *language* for every window made from now on; what has no translation stays Chinese."""
        for old in self._translators:
            self.removeTranslator(old)
        self._translators = []
        system = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if system.load(QLocale(language), "qtbase", "_", folder):
            self._translators.append(system)
        own = QTranslator(self)
        compiled = self._translation(language)
        if compiled is not None and own.load(str(compiled)):
            self._translators.append(own)
        for translator in self._translators:
            self.installTranslator(translator)
        font = QFont([*filter(QFontDatabase.hasFamily, _FACES.get(language, ())), FAMILY])
        font.setPointSizeF(POINTS)
        self.setFont(font)

    def _translation(self, language: str) -> Path | None:
        source = places.resources() / "i18n" / f"zuoxi_{language}.ts"
        shipped = source.with_suffix(".qm")
        if shipped.exists() or not source.exists():
            return shipped if shipped.exists() else None
        from app.ui.translation import compiled  # what it needs takes 10 ms that Chinese does not

        return compiled(source)

    def _stumble(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """Log where it happened, without what was said; tell the agent one sentence."""
        if issubclass(kind, KeyboardInterrupt):
            self.exit(130)
            return
        _note("unexpected", error.with_traceback(where))
        if self._stumbling:
            return  # whoever should tell it stumbled over it too: the log has both
        self._stumbling = True
        try:
            self.stumbled.emit(wording.refusal(str(getattr(error, "code", kind.__name__))))
        finally:
            self._stumbling = False


def _note(what: str, error: BaseException | None) -> None:
    _log.error("%s\n%s", what, trace(error) if error else "")

"""The QApplication: one look, one language, one program per seat, and the last word on errors."""

import hashlib
import logging
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QDir, QLibraryInfo, QLocale, Qt, QTranslator, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from app import places
from app.ui import wording
from app.ui.composing import Composing
from app.ui.kit import icons, style
from app.ui.traces import trace

FAMILY = "Noto Sans SC"  # named, for without a family each text searches all fonts for Chinese
POINTS = 10.5
_COMPILE_SECONDS = 20

_log = logging.getLogger(__name__)


class Application(QApplication):
    stumbled = Signal(str)  # a sentence for the agent, after an error nobody expected

    def __init__(self, argv: list[str], theme: str = "auto", language: str = "zh_CN") -> None:
        super().__init__(argv)
        self.setApplicationName("zuoxi")
        self.setStyle("Fusion")
        for file in sorted((places.resources() / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        font = QFont(FAMILY)
        font.setPointSizeF(POINTS)
        self.setFont(font)
        QDir.addSearchPath(icons.PLACE, str(places.resources() / "icons"))
        self._theme = theme
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()
        self._translators: list[QTranslator] = []
        self.speak(language)
        self.composing = Composing(self)
        self.installEventFilter(self.composing)
        sys.excepthook = self._stumble

    def set_theme(self, theme: str) -> None:
        """*theme*: auto (as the system), light or dark."""
        self._theme = theme
        self._dress()

    def _dress(self) -> None:
        system = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self._theme == "dark" or (self._theme == "auto" and system)
        folder = places.resources() / "style"
        tokens = style.load(folder, dark=dark)
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
        compiled = _compiled(language)
        if compiled is not None and own.load(str(compiled)):
            self._translators.append(own)
        for translator in self._translators:
            self.installTranslator(translator)

    def _stumble(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """Log where it happened, without what was said; tell the agent one sentence."""
        if issubclass(kind, KeyboardInterrupt):
            self.exit(130)
            return
        _log.error("unexpected\n%s", trace(error.with_traceback(where)))
        self.stumbled.emit(wording.refusal(str(getattr(error, "code", kind.__name__))))


def _compiled(language: str) -> Path | None:
    """Return the compiled translation. Where none is shipped it is made in the user's cache, under a name
    that tells the source's content: file times do not survive every installer."""
    source = places.resources() / "i18n" / f"zuoxi_{language}.ts"
    shipped = source.with_suffix(".qm")
    if shipped.exists():
        return shipped
    if not source.exists():
        return None
    try:
        mark = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
        made = places.cache() / "i18n" / f"{source.stem}-{mark}.qm"
        if not made.exists():
            _compile(source, made)
    except (OSError, subprocess.SubprocessError) as error:
        _log.warning("no translation for %s: %s", language, type(error).__name__)
        return None
    return made


def _compile(source: Path, made: Path) -> None:
    """Put *made* in its place whole, and take away what older sources left."""
    tools = Path(PySide6.__file__).parent
    program = tools / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    made.parent.mkdir(parents=True, exist_ok=True)
    half = made.with_suffix(f".{os.getpid()}")
    try:
        subprocess.run(  # noqa: S603 – Qt's own tool on our own file
            [program, "-silent", source, "-qm", half],
            check=True,
            capture_output=True,
            timeout=_COMPILE_SECONDS,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        half.replace(made)
    finally:
        half.unlink(missing_ok=True)
    for old in made.parent.glob(f"{source.stem}-*.qm"):
        if old != made:
            old.unlink(missing_ok=True)

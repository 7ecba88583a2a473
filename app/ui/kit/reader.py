"""Pages of Markdown shown in the look of the program: local files of one folder, nothing from outside."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from app.ui.kit.dressing import dress, frame, pictures
from app.ui.kit.scrollbar import SteadyBar
from app.ui.kit.style import tone

PICTURES = (".png", ".jpg")
_MARGIN = 16
_SETTLED_MS = 60  # without a further change of size, pictures are drawn anew

_Resource = QTextDocument.ResourceType


class Reader(QTextBrowser):
    """Follows links inside *root* by itself; what leads out is only told. Pictures fit the width; each is
    a link to itself in full size."""

    outside = Signal(str)  # a web address somebody chose
    turned = Signal(str)  # the file now shown, relative to root

    def __init__(self, root: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._root = root.resolve()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(_MARGIN)
        SteadyBar(self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._fit)
        self._undrawn: list[tuple[str, str, int]] = []  # name, file, width
        self._drawing = QTimer(self, interval=0)
        self._drawing.timeout.connect(self._draw_next)
        self._read_to: dict[str, int] = {}  # how far down each file was when it was left
        self.anchorClicked.connect(self._follow)

    @property
    def shown(self) -> str:
        """The file being shown, relative to the root."""
        return self._inside(self.source())

    def show_file(self, file: str) -> None:
        self._leave()
        self.setSource(QUrl.fromLocalFile(str(self._root / file)), _Resource.MarkdownResource)
        self._arrive()

    def backward(self) -> None:
        self._leave()
        super().backward()
        self._arrive(self._read_to.get(self.shown, 0))

    def forward(self) -> None:
        self._leave()
        super().forward()
        self._arrive(self._read_to.get(self.shown, 0))

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Give nothing but files under the root; of a picture asked for as a page, the page around it."""
        file = self._inside(QUrl(url))
        if not file:
            return None
        if kind == _Resource.ImageResource:
            blank = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)  # until it is drawn
            blank.fill(0)
            return blank
        if Path(file).suffix in PICTURES:
            return f"![]({Path(file).name})"
        try:
            return (self._root / file).read_text("utf-8")
        except OSError:
            return ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settled.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._settled.start()

    def _inside(self, url: QUrl) -> str:
        """Return where *url* lies under the root, or nothing."""
        whole = self.source().resolved(url)
        if not whole.isLocalFile():
            return ""
        path = Path(whole.toLocalFile()).resolve()
        return path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else ""

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https", "mailto"):
            self.outside.emit(url.toString())
        elif file := self._inside(url):
            self.show_file(file)

    def _leave(self) -> None:
        self._read_to[self.shown] = self.verticalScrollBar().value()

    def _arrive(self, place: int = 0) -> None:
        # Not at sourceChanged, which comes while the source is still the one before.
        self._fit()
        self.verticalScrollBar().setValue(place)
        self.turned.emit(self.shown)

    # -- the look --

    def _fit(self) -> None:
        """Dress the document for the room there is, and stay where the reader was."""
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        width = self.viewport().width() - 2 * _MARGIN
        dress(self.document(), self.font(), QGuiApplication.palette(), width)
        self._size_pictures(width)
        bar.setValue(round(place * bar.maximum()))

    def _size_pictures(self, width: int) -> None:
        """Give each picture its room at once; what is in it comes after, one at a time."""
        alone = Path(self.shown).suffix in PICTURES
        self._undrawn = []
        for picture in pictures(self.document()):
            self._size(picture, 0 if alone else width)
        self._drawing.start()

    def _size(self, cursor: QTextCursor, width: int) -> None:
        """Make the picture no wider than *width*; 0: as large as it is, and no link."""
        form = cursor.charFormat().toImageFormat()
        name = form.name()
        file = str(self._root / self._inside(QUrl(name)))
        size = QImageReader(file).size()
        if not size.isValid():
            return
        shown = min(width or size.width(), size.width())
        form.setWidth(shown)
        form.setHeight(round(size.height() * shown / size.width()))
        form.setAnchor(bool(width))
        form.setAnchorHref(name if width else "")
        cursor.setCharFormat(form)
        self._undrawn.append((name, file, shown))

    def _draw_next(self) -> None:
        """Draw one picture smooth for this screen: it takes some 40 ms, and the text is read meanwhile."""
        if not self._undrawn:
            self._drawing.stop()
            return
        name, file, width = self._undrawn.pop(0)
        ratio = self.devicePixelRatioF()
        drawn = QImage(file).scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        drawn.setDevicePixelRatio(ratio)
        frame(drawn, tone(QGuiApplication.palette(), "line-strong"))
        place = self.document().baseUrl().resolved(QUrl(name))
        self.document().addResource(_Resource.ImageResource, place, drawn)
        self.viewport().update()

"""Photos of a matter, one after the other, whole or larger; gone with the page, and at the lock."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.desk.attachments import Attachments
from app.records.attachments import Attachment
from app.ui import wording
from app.ui.kit.buttons import KeyButton
from app.ui.kit.paging import Run
from app.ui.kit.paper import POINTS, SCREEN, PaperView
from app.ui.kit.style import mark
from app.ui.preview_choices import ZoomBar

_MOST_MB = 256  # of a picture that is unpacked: a small file may claim to be a huge one
_UNKNOWN = (POINTS * 8.0, POINTS * 6.0)  # of one that is not here: a page to say so on


class PhotoWindow(QDialog):
    def __init__(
        self,
        photos: Sequence[Attachment],
        first: Attachment,
        attachments: Attachments,
        run: Run,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._photos, self._attachments, self._run = list(photos), attachments, run
        self._over = False
        self._images: dict[int, QImage] = {}
        self.view, self.zoom, self.said = PaperView(), ZoomBar(), QLabel()
        self.close_button = KeyButton(self.tr("关闭"), "Esc")
        self.close_button.clicked.connect(self.reject)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("照片"))
        self._lay_out()
        self._connect()
        self.view.page = self._photos.index(first)
        self._read(self.view.page)

    def _lay_out(self) -> None:
        mark(self.said, tone="muted")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.close_button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.view, 1)
        page.addWidget(self.zoom)
        page.addLayout(foot)
        self.view.setFocus()

    def _connect(self) -> None:
        self.view.wanted.connect(self._draw)
        self.view.turned.connect(self._turned)
        self.view.zoomed.connect(self.zoom.show_zoom)
        self.zoom.turn_asked.connect(self.view.turn)
        self.zoom.zoom_asked.connect(self.view.zoom)
        self.zoom.fit_asked.connect(self.view.fit)
        for key, act in (
            ("Ctrl++", partial(self.view.zoom, 1)),
            ("Ctrl+=", partial(self.view.zoom, 1)),
            ("Ctrl+-", partial(self.view.zoom, -1)),
            ("Ctrl+0", self.view.fit),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _turned(self, page: int, pages: int) -> None:
        self.zoom.show_page(page, pages)
        photo = self._photos[page - 1]
        told = f"{photo.name}  ·  {wording.day_and_time(photo.at)}"
        self.view.setAccessibleName(told)
        self.said.setText(told)
        self._read(page - 1)

    def _read(self, page: int) -> None:
        """Unpack a photo in the lane, then show it in its own size."""
        if page in self._images:
            return
        photo, attachments = self._photos[page], self._attachments
        self._run(
            lambda: _unpacked(attachments.bytes(photo)), partial(self._came, page), partial(self._came, page)
        )

    def _came(self, page: int, image: object) -> None:
        if self._over:
            return
        made = image if isinstance(image, QImage) else QImage()
        self._images = {page: made}  # one at a time: unpacked they are large
        self.view.show_pages([self._size(n) for n in range(len(self._photos))])
        if made.isNull():
            self.said.setText(self.tr("这张照片还没有到本席，或不能显示。在后台取到后再打开。"))

    def _size(self, page: int) -> tuple[float, float]:
        image = self._images.get(page)
        if image is None or image.isNull():
            return _UNKNOWN
        return image.width() * POINTS / SCREEN, image.height() * POINTS / SCREEN

    def _draw(self, page: int, dots: float) -> None:
        image = self._images.get(page)
        if image is None or image.isNull():
            return
        wanted = image.size() * (dots / SCREEN)
        self._run(lambda: _scaled(image, wanted), partial(self._put, page, dots), _pass)

    def _put(self, page: int, dots: float, image: QImage) -> None:
        if not self._over:
            self.view.put(page, dots, image)

    def done(self, result: int) -> None:
        self._over = True
        self._images = {}
        super().done(result)


def _unpacked(data: bytes | None) -> QImage:
    """Return the picture the right way up; a null one for what is none."""
    if data is None:
        return QImage()
    held = QByteArray(data)
    buffer = QBuffer(held)
    reader = QImageReader(buffer)
    QImageReader.setAllocationLimit(_MOST_MB)
    reader.setAutoTransform(True)
    return reader.read()


def _scaled(image: QImage, to: QSize) -> QImage:
    mode = Qt.TransformationMode.SmoothTransformation
    return image.scaled(to.expandedTo(QSize(1, 1)), Qt.AspectRatioMode.IgnoreAspectRatio, mode)


def _pass(_: object) -> None:
    """What is not drawn is asked for again by the next look."""

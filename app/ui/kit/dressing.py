"""The look of a text read from Markdown: its lines, heads, keys, code and tables."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetrics,
    QImage,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from app.ui.kit.style import tone

_LINE_SIGNS = 40  # a line of reading text, in Chinese signs
_LEADING, _CELL = 115, 6
_POINTS, _SMALL = {1: 13.0, 2: 11.0}, 9.0  # of heads, of code

_Property = QTextFormat.Property


def dress(document: QTextDocument, font: QFont, colours: QPalette, width: int) -> None:
    """Dress *document* in *font* for a column of *width*: lines are no longer than can be read, pictures
    and code have all of it. May be asked again."""
    text = min(width, QFontMetrics(font).horizontalAdvance("国") * _LINE_SIGNS)
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for block in _blocks(document):
        _dress(block, font, tone(colours, "ground"), width - text)
    edit.endEditBlock()
    for inner in document.rootFrame().childFrames():
        if isinstance(inner, QTextTable):
            _rule(inner, tone(colours, "line"), text)


def pictures(document: QTextDocument) -> Iterator[QTextCursor]:
    """Give each picture, selected."""
    for block in _blocks(document):
        for run in _fragments(block):
            if run.charFormat().isImageFormat():
                yield run


def _rule(table: QTextTable, line: QColor, width: int) -> None:
    form = table.format().toTableFormat()
    form.setBorder(1)
    form.setBorderBrush(line)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setCellPadding(_CELL)
    form.setTopMargin(4)
    form.setBottomMargin(12)
    form.setWidth(QTextLength(QTextLength.Type.FixedLength, width))
    table.setFormat(form)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextCursor]:
    """Give each run of one look, selected."""
    runs = []
    walker = block.begin()
    while not walker.atEnd():
        fragment = walker.fragment()
        runs.append((fragment.position(), fragment.length()))
        walker += 1
    for start, length in runs:
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        yield cursor


def _dress(block: QTextBlock, font: QFont, ground: QColor, beside: int) -> None:
    """Space the lines, mark heads and keys; *beside* is the room a line of text leaves free."""
    form, level = QTextBlockFormat(), block.blockFormat().headingLevel()
    code = _is_code(block)
    in_table = QTextCursor(block).currentTable() is not None
    runs = list(_fragments(block))
    pictured = any(run.charFormat().isImageFormat() for run in runs)
    leading = 100 if code or pictured else _LEADING
    form.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setTopMargin({1: 0, 2: 16, 3: 8}.get(level, 0))
    form.setBottomMargin(_under(block, in_table))
    form.setRightMargin(0 if in_table or code or pictured else beside)
    if code:
        form.setBackground(ground)
        form.setNonBreakableLines(False)  # a long command runs on below rather than out of sight
    QTextCursor(block).mergeBlockFormat(form)
    for run in runs:
        if not run.charFormat().isImageFormat():
            run.setCharFormat(_letters(run.charFormat(), font, ground, (level, code)))


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(_Property.BlockCodeFence)


def _under(block: QTextBlock, in_table: bool) -> int:
    if in_table or (_is_code(block) and _is_code(block.next())):
        return 0
    return 4 if block.textList() else 8


def _letters(has: QTextCharFormat, font: QFont, ground: QColor, of: tuple[int, bool]) -> QTextCharFormat:
    form, (level, code) = QTextCharFormat(has), of
    families = [font.family()]
    if code:
        form.setFontStyleHint(QFont.StyleHint.Monospace)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        families.insert(0, QFontInfo(fixed).family())  # the face that stands behind "monospace"
    elif has.fontFixedPitch():  # a key, or a word as it stands on the screen
        form.setBackground(ground)
    form.setFontFamilies(families)
    form.clearProperty(_Property.FontSizeAdjustment)  # heads in multiples of the text, code in its own size
    form.setFontPointSize(_SMALL if code else _POINTS.get(level, font.pointSizeF()))
    if level or has.fontWeight() > QFont.Weight.Normal:
        form.setFontWeight(QFont.Weight.DemiBold)
    return form


def frame(image: QImage, colour: QColor) -> None:
    painter = QPainter(image)
    painter.setPen(colour)
    size = image.deviceIndependentSize()
    painter.drawRect(QRectF(0, 0, size.width() - 1, size.height() - 1))
    painter.end()

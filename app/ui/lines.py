"""How rows of a list are painted: one line, or two with what is to be known of it in small."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.kit.icons import draw
from app.ui.kit.style import tone

TONE = Qt.ItemDataRole.UserRole + 2
MORE = Qt.ItemDataRole.UserRole + 3  # the second line
HEAD = Qt.ItemDataRole.UserRole + 4  # true for what stands over a group
ICON = Qt.ItemDataRole.UserRole + 5  # the name of an icon, before the words; empty keeps its place
ASIDE = Qt.ItemDataRole.UserRole + 6  # small, at the right: a key, a kind
_PAD, _SIDE, _GAP, _ICON = 3, 8, 2, 16

Index = QModelIndex | QPersistentModelIndex


class Lines(QStyledItemDelegate):
    """The row with the focus stands on the accent; one that is only chosen, on the ground.

    How high a row is at least, the style sheet says.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(_font(option, index)) if index.data(HEAD) else option.fontMetrics
        # One more: the words are a part of a dot wider than whole ones say.
        width, height = metrics.horizontalAdvance(index.data() or "") + 2 * _SIDE + 1, metrics.height()
        if index.column():  # the first one says how high the row is; this is asked for each row there is
            return QSize(width, height)
        if index.data(MORE) is not None:
            height += QFontMetrics(_small(option.font)).height() + _GAP + 2 * _PAD
        return QSize(width, max(height, super().sizeHint(option, index).height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # The style sheet mixes its own placeholder colour into every widget's palette, not into this one.
        colours, more = QGuiApplication.palette(), index.data(MORE)
        view = option.widget
        # Qt marks a row when the list is entered, and selects it only when it is moved to.
        chosen = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus))
        # A list beside a search line never has the focus itself: its chosen row is where Enter goes.
        passive = view is not None and view.focusPolicy() == Qt.FocusPolicy.NoFocus
        here = chosen and view is not None and (view.hasFocus() or passive)
        first = QColor(tone(colours, "on-accent" if here else index.data(TONE) or "text"))
        second = first if here else tone(colours, "muted")
        painter.save()
        if chosen:
            painter.fillRect(option.rect, tone(colours, "accent" if here else "line"))
        box = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        box = _aside(painter, _icon(painter, box, index, second), index, (_small(option.font), second))
        font = _font(option, index)
        if more is None:
            _line(painter, box, index, (index.data(), font, first))
        else:
            small = _small(option.font)
            used, under = QFontMetrics(font).height(), QFontMetrics(small).height()
            top = box.y() + (box.height() - used - under - _GAP) // 2
            _line(painter, QRect(box.x(), top, box.width(), used), index, (index.data(), font, first))
            low = QRect(box.x(), top + used + _GAP, box.width(), under)
            _line(painter, low, index, (more, small, second), ends=True)
        painter.restore()


def _font(option: QStyleOptionViewItem, index: Index) -> QFont:
    font = QFont(option.font)
    font.setBold(bool(index.data(HEAD)))
    return font


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(9.0, font.pointSizeF() - 1.5))
    return small


def _icon(painter: QPainter, box: QRect, index: Index, colour: QColor) -> QRect:
    """Paint the icon of a row that has one, and return the room left for the words."""
    name = index.data(ICON)
    if name is None:
        return box
    if name:
        ratio = painter.device().devicePixelRatioF()
        top = box.y() + (box.height() - _ICON) // 2
        painter.drawPixmap(box.x(), top, draw(name, _ICON, colour.name(), ratio))
    return box.adjusted(_ICON + _SIDE, 0, 0, 0)


def _aside(painter: QPainter, box: QRect, index: Index, look: tuple[QFont, QColor]) -> QRect:
    """Paint what stands at the right, and return the room left for the words."""
    text, (font, colour) = index.data(ASIDE), look
    if not text:
        return box
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
    return box.adjusted(0, 0, -QFontMetrics(font).horizontalAdvance(text) - _SIDE, 0)


def _line(
    painter: QPainter, box: QRect, index: Index, words: tuple[str, QFont, QColor], *, ends: bool = False
) -> None:
    """Paint one line, cut with an ellipsis: in the middle with *ends*, or where it says what and where."""
    text, font, colour = words
    painter.setFont(font)
    painter.setPen(colour)
    # Of many alike only the ends differ.
    mode = Qt.TextElideMode.ElideMiddle if ends or " · " in text else Qt.TextElideMode.ElideRight
    cut = QFontMetrics(font).elidedText(text, mode, box.width())
    aligned = index.data(Qt.ItemDataRole.TextAlignmentRole) or int(Qt.AlignmentFlag.AlignLeft)
    painter.drawText(box, int(aligned) | Qt.AlignmentFlag.AlignVCenter, cut)

"""The look: tokens filled into the style sheet and the palette. Nothing else names a colour."""

import json
import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtGui import Qt as Markup
from PySide6.QtWidgets import QWidget

Tokens = dict[str, str]
DENSE = "dense"

_TOKEN = re.compile(r"@([a-z]+(?:-[a-z]+)*)")
_Role = QPalette.ColorRole

# The palette carries every tone a delegate or an icon paints with, so both follow the theme by themselves.
# Roles Fusion and the sheet do not paint with stand for the tones Qt has no name for.
_ROLES = {
    "ground": _Role.Window,
    "surface": _Role.Base,
    "raised": _Role.ToolTipBase,
    "line": _Role.Mid,
    "line-strong": _Role.Dark,
    "text": _Role.WindowText,
    "muted": _Role.PlaceholderText,
    "accent": _Role.Accent,
    "on-accent": _Role.HighlightedText,
    "danger": _Role.BrightText,
    "warn": _Role.LinkVisited,
    "good": _Role.Midlight,
}
_ALSO = {
    "surface": (_Role.Button,),
    "ground": (_Role.AlternateBase,),
    "text": (_Role.Text, _Role.ButtonText, _Role.ToolTipText),
    "accent": (_Role.Highlight, _Role.Link),
}


def load(folder: Path, *, dark: bool, density: str = DENSE) -> Tokens:
    sets: dict[str, Tokens] = json.loads((folder / "tokens.json").read_text("utf-8"))
    return sets["dark" if dark else "light"] | sets["both"] | sets.get(density, sets[DENSE])


def sheet(folder: Path, tokens: Tokens) -> str:
    """Return the style sheet with every ``@token`` filled; an unknown token raises KeyError."""
    text = (folder / "zuoxi.qss").read_text("utf-8")
    pictures = {name: (folder / value).as_posix() for name, value in tokens.items() if value.endswith(".svg")}
    filled = tokens | pictures
    return _TOKEN.sub(lambda found: filled[found[1]], text)


def palette(tokens: Tokens) -> QPalette:
    made = QPalette()
    for name, role in _ROLES.items():
        for each in (role, *_ALSO.get(name, ())):
            made.setColor(each, QColor(tokens[name]))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["disabled"]))
    return made


def tone(colours: QPalette, name: str) -> QColor:
    """Return the colour of a tone (``danger``, ``muted`` …) in a widget's or an option's palette."""
    return colours.color(_ROLES[name])


def soft(colours: QPalette, name: str) -> QColor:
    """Return the background that goes with a tone: a tenth of it over the surface."""
    over, under = tone(colours, name), colours.color(_Role.Base)
    share = 0.12
    return QColor.fromRgbF(
        *(
            a * share + b * (1 - share)
            for a, b in zip(over.getRgbF()[:3], under.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Set properties the style sheet selects by and let it look again."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    # What was never shown is looked at then.
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()


def as_tip(text: str) -> str:
    """Return *text* for a tooltip: what somebody typed is shown as typed, be it markup."""
    return Markup.convertFromPlainText(text) if Markup.mightBeRichText(text) else text


def figures(font: QFont) -> QFont:
    """Return *font* with figures of one width, for clocks and columns of numbers."""
    tabular = QFont(font)
    tabular.setFeature(QFont.Tag("tnum"), 1)
    return tabular

"""What can be done, each said once: shortcuts, the F1 page and the command bar (Ctrl+K) read these."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.kit.buttons import KeyButton, sequences


@dataclass(frozen=True, slots=True)
class Command:
    """``key`` as it stands on the keyboard, empty for what only the command bar offers. ``listed`` is
    false for what F1 and the command bar say in another line."""

    text: str  # translated
    act: Callable[[], object]
    key: str = ""
    repeats: bool = False  # while the key is held down
    icon: str = ""
    listed: bool = True


def bind(commands: Iterable[Command], window: QWidget) -> None:
    """Let each key work anywhere in *window*."""
    for command in commands:
        if command.key:
            shortcut = QShortcut(window)
            shortcut.setKeys(sequences(command.key))
            shortcut.setAutoRepeat(command.repeats)
            act = command.act
            shortcut.activated.connect(lambda act=act: act())


def of_buttons(window: QWidget) -> Iterator[Command]:
    """Return what the buttons with a key offer that can be seen and pressed now."""
    for button in window.findChildren(KeyButton):
        if button.key and button.isVisible() and button.isEnabled():
            yield Command(button.words, button.click, button.key, icon=button.icon_name)


def of_page(page: QWidget | None) -> Iterator[Command]:
    """Return what the menu of the page in front offers, where it has one."""
    if (menu := getattr(page, "menu", None)) is not None:
        yield from of_menu(menu())


def of_menu(menu: QMenu, over: str = "") -> Iterator[Command]:
    """Return what *menu* offers; of a menu in it, with its name before."""
    for action in menu.actions():
        if isinstance(inner := action.menu(), QMenu):
            yield from of_menu(inner, action.text())
        elif action.text() and action.isEnabled():
            text = f"{over} · {action.text()}" if over else action.text()
            yield Command(text, action.trigger, icon="settings" if over else "")

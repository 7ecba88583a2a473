"""The window with its door: painted before anything heavy is imported, and again at every sign-out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.desk.seat import SeatFileBroken, known
from app.records.seat import Seat
from app.ui.application import Application
from app.ui.door import Door
from app.ui.elsewhere import ElsewherePage
from app.ui.kit.style import DENSE
from app.ui.login import FirstStartPage, SignInPage
from app.ui.newpassword import NewPasswordPage
from app.ui.window import Window

if TYPE_CHECKING:
    from app.ui.lock import Away


class Front(QObject):
    """One seat's window, its settings, and who knocks. What is typed before anybody listens waits."""

    sign_in_asked = Signal(str, str)
    join_asked = Signal(Path, str, str)
    alone_asked = Signal(str, str, str, str)
    unlock_asked = Signal(str)
    somebody_else_asked = Signal()
    reason_said = Signal(str, str)  # code, note

    def __init__(self, application: Application, folder: Path, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._application, self._folder, self._now = application, folder, now
        self.settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        application.set_theme(str(self.settings.value("theme", "auto")))
        application.set_density(str(self.settings.value("density", DENSE)))
        self.window = Window(self.settings)
        self._door: Door
        self.show_door()

    @property
    def lang(self) -> str:
        return str(self.settings.value("language", "zh_CN"))

    def show_door(self, agent_no: str = "") -> None:
        self._application.speak(self.lang)
        try:
            seat, broken = known(self._folder), ""
        except SeatFileBroken as error:
            seat, broken = Seat("", 0, "", ""), error.code
        if seat is None:
            first = FirstStartPage(self._now)
            first.join_asked.connect(self.join_asked)
            first.alone_asked.connect(self.alone_asked)
            self._door = first
        else:
            page = SignInPage(self._now, seat.centre, seat.code, agent_no)
            page.asked.connect(self.sign_in_asked)
            self._door = page
        if broken:
            self._door.refuse(broken)
        self.window.show_page(self._door)

    def ask(self, make: Callable[..., NewPasswordPage | ElsewherePage], enter: Callable[[str], None]) -> None:
        """Ask what is to be known before the workplace opens, and *enter* with it."""
        page = make(self._now, self._door.centre.text(), "")
        page.seat.setText(self._door.seat.text())
        page.asked.connect(enter)
        page.back_asked.connect(self.show_door)
        self._door = page
        self.window.show_page(page)

    def lock(self, away: Away) -> None:
        """Show the lock page, painted before this returns."""
        from app.ui.lock import LockPage  # in memory by then: the first door is painted without it

        page = LockPage(self._now, away)
        page.unlock_asked.connect(self.unlock_asked)
        page.reason_said.connect(self.reason_said)
        page.somebody_else_asked.connect(self.somebody_else_asked)
        self._door = page
        self.window.show_page(page)
        self.window.repaint()

    def busy(self) -> None:
        self._door.busy(True)

    def refuse(self, code: str, wait: int = 0) -> None:
        self._door.refuse(code, wait)

    def tell(self, sentence: str, tone: str = "danger") -> None:
        self._door.sentence.say(sentence, tone)

    @Slot()
    def say_key_changes(self) -> None:
        self._door.sentence.say(self.tr("有人离开了中心，正在给本席换钥匙。数据都在，请稍等…"), "muted")

    def let_in(self, workplace: QWidget) -> None:
        self.window.show_page(workplace)

    def come_to_the_front(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def set_theme(self, theme: str) -> None:
        self.settings.setValue("theme", theme)
        self._application.set_theme(theme)

    def set_density(self, density: str) -> None:
        self.settings.setValue("density", density)
        self._application.set_density(density)

    def set_language(self, lang: str) -> None:
        """Speak *lang* from the next door on; what is open stays as it is."""
        self.settings.setValue("language", lang)

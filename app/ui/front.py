"""The window with its door: painted before anything heavy is imported, and again at every sign-out."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.desk.seat import SeatFileBroken, known
from app.records.accounts import Agent
from app.records.seat import Seat
from app.ui import causes
from app.ui.application import Application
from app.ui.door import Door
from app.ui.kit.style import DENSE
from app.ui.lock import LockPage
from app.ui.login import FirstStartPage, SignInPage
from app.ui.window import Window


class Front(QObject):
    """One seat's window, its settings, and who knocks. What is typed before anybody listens waits."""

    sign_in_asked = Signal(str, str)
    join_asked = Signal(Path, str, str)
    alone_asked = Signal(str, str, str, str)
    unlock_asked = Signal(str)
    somebody_else_asked = Signal()

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

    def lock(self, agent: Agent, centre: str, seat_code: str, why: str = causes.KEY, after: int = 0) -> None:
        """Show the lock page, painted before this returns."""
        page = LockPage(self._now, centre, seat_code, agent, why, after)
        page.unlock_asked.connect(self.unlock_asked)
        page.somebody_else_asked.connect(self.somebody_else_asked)
        self._door = page
        self.window.show_page(page)
        self.window.repaint()

    def wishes(self) -> dict[str, object]:
        """Return how long, in seconds, whoever works here would have the seat wait before it locks."""
        return {name: self.settings.value(f"lock/{name}") for name in ("system_idle", "idle")}

    def busy(self) -> None:
        self._door.busy(True)

    def refuse(self, code: str) -> None:
        self._door.refuse(code)

    def tell(self, sentence: str) -> None:
        self._door.sentence.say(sentence)

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

    def set_wait(self, seconds: str) -> None:
        """Lock when nobody touched the computer for so long; "" for as long as the centre has it."""
        self.settings.setValue("lock/system_idle", seconds)

"""A seat of its own with somebody signed in, on the desktop it is started on: `python seated.py FOLDER`.

It tells what happens to it line by line, and answers the questions it is asked on its standard input.
"""

import os
import sys
import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer

from app.desk import clock
from app.desk.seat import known
from app.forms.limits import Limits
from app.program import Program
from app.ui import watchdog
from app.ui.application import Application
from app.ui.front import Front
from app.ui.session.here import here
from app.ui.workplace import Workplace
from tests.bench.seat import KeptSecrets

PASSWORD = "correct horse 电池"


def say(*words):
    print(*words, flush=True)


class Seated:
    def __init__(self, folder):
        self.application = Application(sys.argv[:1])
        self.front = Front(self.application, folder, clock.now)
        self.front.window.show()
        self.system = here()
        self.system.left.connect(lambda why: say("left", why))
        self.program = Program(
            self.application, self.front, folder, KeptSecrets(folder / "secrets.json"), self.system
        )
        self.shown = None
        self.held = self.kept = ""
        self.looking = QTimer(interval=20)
        self.looking.timeout.connect(self.look)
        self.looking.start()
        self.asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self.asked.activated.connect(self.answer)
        if known(folder) is None:
            self.front.alone_asked.emit("清河燃气", "1001", "王珂", PASSWORD)

    def look(self):
        page = self.front.window.centralWidget()
        if page is not self.shown:
            self.shown = page
            locked = self.program._locked
            say("page", type(page).__name__, locked.stay.source if locked else "")

    def answer(self):
        if not (asked := os.read(sys.stdin.fileno(), 1000).decode().split()):
            self.application.quit()  # whoever asked is gone
            return
        word, *rest = asked
        say("answer", getattr(self, "on_" + word)(*rest))

    def on_unlock(self, *limits):
        """Come back, and be watched by other limits from now on."""
        given = dict(each.split("=") for each in limits)
        rule = replace(Limits(system_idle=3600), **{name: int(value) for name, value in given.items()})
        self.program.forms = replace(self.program.forms, limits=rule)
        if isinstance(self.front.window.centralWidget(), Workplace):
            self.program.lock()
        self.front.unlock_asked.emit(PASSWORD)

    def on_hang(self):
        """Answer, and then nothing more; half a minute is left out."""
        watchdog._STILL = 1
        QTimer.singleShot(0, threading.Event().wait)

    def on_sign_in(self):
        self.front.sign_in_asked.emit("1001", PASSWORD)

    def on_type(self, name):
        self.program.window.centralWidget().work.new("inquiry")
        self.page.view.set_answers({"name": name})
        self.page.keep()

    def on_typed(self):
        return self.page.view.answers()["name"]

    @property
    def page(self):
        return self.program.window.centralWidget().tabs.current()

    def on_lock(self):
        self.program.lock()

    def on_idle(self):
        return self.system.idle_ms()

    def on_locked(self):
        return self.system.is_locked

    def on_held(self):
        """Tell whether what keeps the system awake is open, whoever thinks so."""
        if held := self.system._held:
            self.held = f"/proc/self/fd/{held.fileDescriptor()}"
            self.kept = os.readlink(self.held)
        return os.path.lexists(self.held) and os.readlink(self.held) == self.kept

    def on_sentence(self):
        return self.front._door.sentence.text()


if __name__ == "__main__":
    seated = Seated(Path(sys.argv[1]))
    sys.exit(seated.application.exec())

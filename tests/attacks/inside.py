"""A program of its own, to be attacked from outside: `python -m tests.attacks.inside FOLDER`.

Each line it reads is an expression, answered in JSON within the program's event loop.
"""

import json
import os
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from app import logs
from app.desk import clock
from app.main import favour_the_window
from app.program import Program
from app.records.presence import Presence
from app.store import slots
from app.ui.application import Application
from app.ui.front import Front
from app.ui.session.memory import wipe_what_is_freed
from tests.attacks import mutants
from tests.bench.seat import KeptSecrets

PASSWORD = "correct horse"


class Asked(QObject):
    line = Signal(str)

    def listen(self):
        for line in sys.stdin:
            self.line.emit(line)
        self.line.emit("application.quit()")


class Handle(QLabel):
    """Is dragged by the mouse."""

    def __init__(self, page, heard):
        super().__init__("13912345678", page)
        self._heard = heard

    def mouseMoveEvent(self, event):
        self._heard.append("dragging")
        drag, data = QDrag(self), QMimeData()
        data.setText(self.text())
        drag.setMimeData(data)
        done = drag.exec()
        self._heard.append("dropped nowhere" if done == Qt.DropAction.IgnoreAction else "dropped")


class Inside:
    def __init__(self, application, folder):
        self.application = application
        self.front = Front(application, folder, clock.now)
        self.program = Program(application, self.front, folder, KeptSecrets(folder.with_suffix(".secrets")))
        self.front.window.show()
        self.heard = []

    @property
    def page(self):
        return self.front.window.centralWidget()

    @property
    def is_locked(self):
        return type(self.page).__name__ == "LockPage"

    @property
    def is_open(self):
        return type(self.page).__name__ == "Workplace"

    def alone(self):
        self.front.alone_asked.emit("清河燃气", "1001", "王珂", PASSWORD)

    def call(self, form="gas_repair", **answers):
        """A new call, half typed."""
        self.page.work.new(form)
        self.page.tabs.current().view.set_answers(answers)
        self.page.tabs.current().view.focus_field("request")

    def answers(self):
        return self.page.tabs.current().view.answers()

    def states(self):
        """What brought about each state of whoever is here, the newest first."""
        return [each.source for each in self.program.opened.store.find(Presence)]

    def focus(self):
        here = QApplication.focusWidget()
        return "" if here is None else here.accessibleName() or type(here).__name__

    def leave_a_shortcut(self, key):
        """A shortcut of the whole program, as somebody may leave it in the code."""
        shortcut = QShortcut(QKeySequence(key), self.front.window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.activated.connect(lambda: self.heard.append(key))

    def float(self, x=1600):
        """A window beside the first, on the other screen."""
        tool = QWidget(self.front.window, Qt.WindowType.Tool)  # not of the page, which goes by itself
        tool.move(x, 100)
        tool.show()

    def covered(self):
        """Whether the page fills the window, to its last dot."""
        window = self.front.window
        return self.page.isVisible() and self.page.geometry() == window.rect()

    def ask_something(self):
        """A question that comes late."""
        said = QMessageBox.question(self.front.window, "欧阳落霞", "13912345678")
        self.heard.append("yes" if said == QMessageBox.StandardButton.Yes else "no")

    def show_a_question(self):
        """One as the program asks them: of its window, without a loop of its own."""
        box = QMessageBox(self.front.window)
        box.setText("13912345678")
        box.open()

    def drag(self):
        """Let what the mouse moves be dragged."""
        self.handle = Handle(self.page, self.heard)
        self.handle.move(self.page.rect().center() - self.handle.rect().center())
        self.handle.show()

    def place(self, part=None):
        """The middle of *part* on the screen."""
        part = part or self.page
        where = part.mapToGlobal(part.rect().center())
        return where.x(), where.y()

    def soon(self, act):
        """Do it in a turn of its own: whoever asks wants an answer before a question's loop ends."""
        QTimer.singleShot(0, act)

    def windows(self):
        return [w for w in QApplication.topLevelWidgets() if w.isVisible()]

    def seen(self):
        return len(self.windows())


def main(folder):
    stretched = slots.stretched  # what a password costs is measured elsewhere
    slots.stretched = lambda password, salt, *cost: stretched(password, salt, 64, 1, 1)
    mutants.apply(os.environ.get("ZUOXI_MUTANT", ""))
    wipe_what_is_freed()
    application = Application(sys.argv[:1])
    logs.start(folder / "logs")
    inside, asked = Inside(application, folder), Asked()
    favour_the_window()
    names = {"at": inside, "application": application, "program": inside.program, "clock": clock}

    def answer(line):
        try:
            told = eval(line, names)  # noqa: S307
        except Exception as error:
            told = f"! {error!r}"
        print(json.dumps(told, ensure_ascii=False, default=str), flush=True)

    asked.line.connect(answer, Qt.ConnectionType.QueuedConnection)
    threading.Thread(target=asked.listen, daemon=True).start()
    print(json.dumps("here"), flush=True)
    application.exec()
    inside.program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

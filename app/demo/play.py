"""The two ways through the demonstration: everything by itself, or a window to try things in."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from app.demo.awake import Awake
from app.demo.centre import AGENTS, PASSWORD, Centre, open_centre
from app.demo.guide import Guide
from app.demo.headless import play
from app.demo.relay import Relay
from app.demo.samples import Sample
from app.demo.secrets import DemoSecrets
from app.desk import clock
from app.program import Program
from app.ui.application import Application
from app.ui.front import Front

SCREEN = (1366, 768)  # where there is none


def start(application: Application, folder: Path) -> Program:
    """One seat of the demonstration, with secrets of its own."""
    front = Front(application, folder, clock.now)
    return Program(application, front, folder, DemoSecrets(), Awake())


@contextmanager
def _venue(folder: Path, theme: str) -> Iterator[tuple[Application, Centre, Relay]]:
    """A running centre, reached by the seats through a wire with a plug."""
    application = Application(sys.argv[:1], theme)
    centre = open_centre(folder)
    relay = Relay(centre.server.host, centre.server.port, application)
    try:
        centre.enrol_through(relay.port)
        yield application, centre, relay
    finally:
        relay.cut()
        centre.server.stop("immediate")


def _quiet(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Say what Qt says, but not that a screen that is not there cannot bring a window to the front."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def without_window(folder: Path, samples: Sequence[Sample], out: Path) -> int:
    qInstallMessageHandler(_quiet)
    programs: list[Program] = []
    with _venue(folder, "light") as (application, centre, relay):

        def seat(code: str) -> Program:
            programs.append(start(application, folder / code))
            programs[-1].window.resize(*SCREEN)
            return programs[-1]

        try:
            count = play(centre, relay, seat, samples, out)
        finally:
            for program in programs:
                program.window.close()
    print(count.line())
    return 0 if count.lost == count.doubled == 0 else 1


def in_window(folder: Path) -> int:
    with _venue(folder, "auto") as (application, centre, relay):
        first = start(application, folder / "A01")
        second = start(application, folder / "A02")
        guide = Guide(relay, first, second)
        first.entry.join(centre.enrolments["A01"], AGENTS[0][0], PASSWORD)
        second.entry.join(centre.enrolments["A02"], AGENTS[1][0], PASSWORD)
        first.window.show()
        guide.show()
        return application.exec()

"""A program of its own for the tests to kill: `python half_typed.py FOLDER type|look`."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from app.demo.hands import Hands
from app.desk import clock
from app.program import Program
from app.ui.application import Application
from app.ui.front import Front
from app.ui.workplace import Workplace
from tests.filesecrets import FileSecrets

NO, PASSWORD = "1001", "correct horse 电池"
FORMS = ("燃气报修", "业务咨询", "投诉", "建议", "业务办理")


def main(folder: Path, what: str) -> None:
    application = Application(sys.argv[:1])
    program = Program(
        application,
        Front(application, folder, clock.now),
        folder,
        FileSecrets(folder.with_suffix(".secrets")),
    )
    hands = Hands(program.window)
    hands.come_to_the_front()
    if what == "type":
        hands.press(Qt.Key.Key_Down)  # the second way: this seat alone
        hands.press(Qt.Key.Key_Tab)
        told = ("清河燃气", NO, "王珂", PASSWORD, PASSWORD)
    else:
        told = (NO, PASSWORD)
    for word in told:
        hands.type(word)
        hands.press(Qt.Key.Key_Return)
    hands.until(lambda: program.opened is not None, "nobody was let in")
    hands.until(lambda: isinstance(program.window.centralWidget(), Workplace), "no workplace")
    workplace = program.window.centralWidget()
    if what == "type":
        for n, form in enumerate(FORMS):
            hands.press(Qt.Key.Key_F2)
            hands.type(form)
            hands.press(Qt.Key.Key_Return)
            hands.type(f"王小明{n}")
            hands.press(Qt.Key.Key_Tab)
            hands.type(f"1390000{n}")
            hands.press(Qt.Key.Key_Backtab)
            hands.press(Qt.Key.Key_End)
            for _ in range(n):
                hands.press(Qt.Key.Key_Left)
    hands.until(lambda: workplace.tabs.current().view.place()[0] != "", "no field has the focus")
    pages = []
    for _ in FORMS:  # once round, so that each comes to the front
        page = workplace.tabs.current()
        pages.append({"form": page.form.name, "answers": page.view.answers(), "place": page.view.place()[:2]})
        hands.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    pages.sort(key=lambda page: page["form"])
    print(json.dumps(pages), flush=True)
    if what == "type":
        application.exec()
    program.window.close()


main(Path(sys.argv[1]), sys.argv[2])

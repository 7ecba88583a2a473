"""How a call is taken on, checked again and known to be the caller's: and a form while it is edited."""

import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import places
from app.forms.aside import RAISED
from app.ui.formwindow import FormWindow
from tests.shots.stage import PEOPLE, Stage


class Room(QWidget):
    titled = Signal()
    title = record = "preview"

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(window)


NAME, (NUMBER, ADDRESS) = next(iter(PEOPLE.items()))


def emergency(stage: Stage, *, sent: bool = False, whole: bool = False) -> None:
    work = stage.workplace.work
    work.intake.emergency()
    page = work.tabs.current()
    page.view.put_answers({"address": ADDRESS, "phone": NUMBER, RAISED: page.draft.answers[RAISED]})
    if whole:
        work.intake.emergency()
    if sent:
        page.dispatch()


def switched(stage: Stage) -> None:
    stage.new("gas_repair", name=NAME, phone=NUMBER, address=ADDRESS)
    stage.workplace.work.intake.switch("inquiry")


def review(stage: Stage, outcome: str = "") -> None:
    page = stage.new("gas_repair", name=NAME, phone=NUMBER, address=ADDRESS)
    page.save()
    stage.workplace.open("review", f"review {page.record}")
    page = stage.workplace.tabs.current()
    if outcome:
        page.note.setText("501 记成了 105，按录音更正")
        page.which.setCurrentIndex(page.which.findData("address"))
        stage.workplace._desk.calls.reviews.wrong(page._call, "address", page.note.text())
        page.refresh()


def register(stage: Stage) -> None:
    review(stage, "wrong")
    reviews, me = stage.workplace._desk.calls.reviews, stage.workplace._desk.agent.id
    for hour in (9, 10, 14):
        reviews.missed(me, f"{hour}:20 来电问停气，没有登记")
    stage.workplace.open("register", "register")
    stage.workplace.tabs.current().refresh()


def identity(stage: Stage, *, card: bool) -> None:
    page = stage.new("inquiry", empty=True)
    page.view.put_answers({"phone": NUMBER, "name": NAME})
    caller = stage.workplace.caller
    stage.workplace.splitter.bring(caller)
    caller.follow(NUMBER, NAME)
    caller._look()
    if card:
        stage.workplace.identity.ask()


def preview(stage: Stage, *, broken: bool) -> None:
    """A window of its own: drawn in the place of a call."""
    folder = Path(shutil.copytree(places.forms(), Path(tempfile.mkdtemp()) / "forms"))
    window = FormWindow(folder / "inquiry", stage.language)
    window._ask(window._stage)
    if broken:
        path = folder / "inquiry/1.yaml"
        path.write_text(path.read_text("utf-8").replace("kind: person", "kind: persona"), "utf-8")
        window.read()
    stage.workplace.tabs.put(Room(window))
    assert window.view is not None
    window.view.setFocus()


SCREENS = {
    "emergency": emergency,
    "emergency-whole": lambda stage: emergency(stage, whole=True),
    "emergency-sent": lambda stage: emergency(stage, sent=True),
    "form-switched": switched,
    "review": review,
    "review-wrong": lambda stage: review(stage, "wrong"),
    "register": register,
    "register-none": lambda stage: stage.workplace.open("register", "register"),
    "identity": lambda stage: identity(stage, card=False),
    "identity-card": lambda stage: identity(stage, card=True),
    "preview-form": lambda stage: preview(stage, broken=False),
    "preview-form-broken": lambda stage: preview(stage, broken=True),
}

"""How a call is taken on, checked again, and who calls is known."""

from app.forms.aside import RAISED
from app.ui.panels.cases import CasePage
from app.ui.twolines import _KEY
from tests.shots.stage import PEOPLE, Stage

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
    page.view._settle()


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
    stage.hands.until(lambda: caller._pages.currentIndex() == 2, "the file is not read")
    if card:
        stage.workplace.identity.ask()


def veiled(stage: Stage, kind: str) -> None:
    """What the file leads to, while who calls has still to say who they are."""
    identity(stage, card=False)
    matters = stage.workplace.caller.matters
    rows = (matters.item(row).data(_KEY) for row in range(matters.count()))
    _, id = next(key for key in rows if key and key[0] == kind)
    stage.workplace.open(kind, id)
    page = stage.workplace.tabs.current()
    if isinstance(page, CasePage):
        stage.hands.until(lambda: bool(page._more.clocks), "the case is not read")


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
    "identity-call": lambda stage: veiled(stage, "call"),
    "identity-case": lambda stage: veiled(stage, "case"),
    "identity-card": lambda stage: identity(stage, card=True),
}

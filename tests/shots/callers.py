"""The screens of who calls: a case offered as the same matter, a call that joins it, a file of several with
its marks, what can be done with it, and a reason that is asked."""

from PySide6.QtCore import Qt

from app.desk.files import Told
from app.records.marks import Word
from app.ui.callercard import AskCard
from tests.shots.stage import Stage

_WHY = {"zh_CN": "三次约好上门都不在家，辱骂维修工", "en": "Three visits missed, shouted at the fitter"}


def _opened(stage: Stage, **more: str):
    """Log a call that opens a case, and return it."""
    page = stage.new(
        "gas_repair", name="王小明", phone="13800001234", address="滨江区春晓路88号3幢2单元501室", **more
    )
    page.save()
    call = page.call
    stage.workplace.work.close_current()
    return call


def offered(stage: Stage) -> None:
    call = _opened(stage)
    again = {
        "address": "春晓路88-3-2-501",
        "category": call.answers["category"],
        "request": call.answers["request"],
    }
    page = stage.new("gas_repair", empty=True)
    page.view.set_answers({"phone": "13911112222", "name": "李芳", **again})
    page.view.focus_field("request")
    page.view.changed.emit("request")
    box = stage.workplace.caller.likely
    stage.workplace.splitter.bring(stage.workplace.caller)
    page.view.focus_field("request")
    stage.hands.until(box.isVisible, "nothing is offered")


def joined(stage: Stage) -> None:
    offered(stage)
    stage.hands.press(Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)


def case(stage: Stage) -> None:
    offered(stage)
    page = stage.workplace.tabs.current()
    page.view.set_answers({**page.view.answers(), "read_back": True, "solved": "unsolved", "name": "李芳"})
    stage.hands.press(Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    stage.open("case", page.call.case)


def card(stage: Stage, *, menu: bool = False):
    """Show somebody of two files, who called often, with a mark and a proposal."""
    call = _opened(stage)
    other = stage.new("gas_repair", name="王小明", phone="057188886666", address="长河路12号")
    other.save()
    stage.workplace.work.close_current()
    callers = stage.workplace._desk.callers
    why = _WHY.get(stage.workplace._tools.lang, _WHY["zh_CN"])
    if callers.mergers.merge(call.customer, other.call.customer):
        callers.marks._is_alone = True
        confirmed = callers.marks.propose(call.customer, "difficult", why)
        callers.marks.propose(call.customer, "hard_of_hearing", why)
        callers.marks._put(call.customer, "difficult", Word.CONFIRMED, "", confirmed.id)
    pane = stage.workplace.caller
    stage.workplace.splitter.bring(pane)
    pane.show_customer(call.customer)
    stage.hands.until(lambda: pane.customer is not None, "the file is not read")
    if menu:
        pane.card._pop()
    return pane


def asked(stage: Stage) -> None:
    pane = card(stage)
    pane.card._propose(pane.card._callers.kinds_of_mark[0])
    shown = next(w for w in stage.window.findChildren(AskCard) if w.isVisible())
    shown.move(stage.window.rect().center() - shown.rect().center())


def corrected(stage: Stage) -> None:
    """A file that was set right once, and is again."""
    call = _opened(stage)
    files = stage.workplace._desk.matter.files
    person = files.person(call.customer)
    wrong = Told("王小民", ("+8613800009999", *person.phones), person.addresses)
    files.correct(person.id, wrong)
    files.correct(person.id, Told(person.name, person.phones, person.addresses))
    stage.workplace.open("file", person.id)


SCREENS = {
    "caller-corrected": corrected,
    "matter-offered": offered,
    "matter-joined": joined,
    "matter-case": case,
    "caller-file": card,
    "caller-file-menu": lambda stage: card(stage, menu=True),
    "caller-mark": asked,
}

"""The screens of printing: the preview, the choice of a printer, a printer in trouble."""

from app.printing.spooler import Printer, SpoolRefused, State
from app.ui.slips import Wish
from tests.shots.stage import LONG, Stage


def _ordered(stage: Stage, **more: str) -> None:
    page = stage.new("gas_repair", name="王小明", phone="13800001234", **more)
    page.save()
    page.dispatch()


def _printers(stage: Stage, chosen: str = "派工联") -> None:
    printers = stage.workplace.paperwork.printers
    printers.stop()  # nobody is asked: these are invented
    printers.found = [
        Printer("派工联", State.READY),
        Printer("HP-LaserJet-M404dn-前台", State.PAPER),
        Printer("备用", State.PAUSED),
    ]
    printers.name, printers.state = chosen, State.READY
    printers.changed.emit()


def preview(stage: Stage, steps: int = 0, **more: str) -> None:
    _ordered(stage, **more)
    _printers(stage)
    stage.workplace.paperwork.preview()
    shown = stage.workplace.paperwork.window
    assert shown is not None
    shown.resize(stage.window.size() * 0.86)
    stage.hands.until(lambda: not shown.view._sheet.pixmap().isNull(), "no page was drawn")
    for _ in range(steps):
        shown.view.zoom(1)
    wanted = shown.view._asked[1] * shown.view._sizes[0][0] / 72
    stage.hands.until(lambda: abs(shown.view._sheet.pixmap().width() - wanted) < 2, "no page was drawn again")
    shown.move(stage.window.rect().center() - shown.rect().center())


def menu(stage: Stage) -> None:
    _ordered(stage)
    _printers(stage)
    stage.workplace.paperwork.choose_printer()


def failed(stage: Stage) -> None:
    _ordered(stage)
    _printers(stage)
    paperwork = stage.workplace.paperwork
    paperwork.printers.state = State.PAUSED
    paperwork.printers.changed.emit()
    order = stage.workplace.tabs.current().order_id  # type: ignore[union-attr]
    sheet = stage.workplace._desk.orders.sheet(order)
    paperwork._failed(sheet, Wish(order, "派工联"), SpoolRefused(State.PAUSED))


def printed(stage: Stage) -> None:
    _ordered(stage)
    drawn: list[object] = []
    stage.workplace.slips.drawn.connect(lambda *out: drawn.append(out))
    stage.workplace.paperwork.printers.name = ""
    stage.workplace.paperwork.print_slip(stage.workplace.tabs.current().order_id)  # type: ignore[union-attr]
    stage.hands.until(lambda: bool(drawn), "no slip was printed")


def void(stage: Stage) -> None:
    printed(stage)
    stage.workplace.paperwork.voiding.ask()
    asked = stage.workplace.paperwork.voiding.window
    assert asked is not None
    asked.reason.setText("地址写错，改派抢修队")
    asked.move(stage.window.rect().center() - asked.rect().center())


def reissued(stage: Stage) -> None:
    """The order's page, with what became of both its slips."""
    void(stage)
    asked = stage.workplace.paperwork.voiding.window
    assert asked is not None
    asked.both.click()
    order = stage.workplace.tabs.current().order_id  # type: ignore[union-attr]
    stage.workplace.tabs.current().open_asked.emit("order", order)  # type: ignore[union-attr]


SCREENS = {
    "void-slip": void,
    "reissued": reissued,
    "print-preview": preview,
    "print-preview-near": lambda stage: preview(stage, 3),
    "print-preview-long": lambda stage: preview(stage, request=LONG * 40),
    "print-menu": menu,
    "print-failed": failed,
    "printed": printed,
}

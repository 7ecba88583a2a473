"""The screens of printing: the preview, the choice of a printer, a printer in trouble."""

from dataclasses import replace

from app.printing.spooler import Printer, SpoolRefused, State
from app.records.ids import Id, new_id
from app.records.prints import JobState, PrintJob, Wish
from app.ui.printsetup import Way
from app.ui.slips import Out
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
    job = PrintJob(
        new_id(), sheet.printed_at, JobState.FAILED, stage.workplace._desk.agent.id, order,
        number=sheet.number, printer="派工联", reason="paused",
    )  # fmt: skip
    paperwork._failed(Out(job, error=SpoolRefused(State.PAUSED)))


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
    stage.window.activateWindow()  # as a screen does once what lay over it is closed
    order = stage.workplace.tabs.current().order_id  # type: ignore[union-attr]
    stage.workplace.tabs.current().open_asked.emit("order", order)  # type: ignore[union-attr]


def _queue(stage: Stage) -> None:
    """A queue in which everything has gone wrong that can."""
    _ordered(stage)
    _printers(stage)
    stage.workplace.slips.stop()  # these are invented
    desk = stage.workplace._desk
    order = stage.workplace.tabs.current().order_id  # type: ignore[union-attr]
    run, at = desk.prints.run, desk.orders.sheet(order).printed_at
    for place, (state, reason, printer, tray) in enumerate(
        (
            (JobState.DONE, "", "", ""),
            (JobState.DONE, "", "派工联", ""),
            (JobState.CANCELLED, "", "派工联", ""),
            (JobState.FAILED, "elsewhere", "派工联", "Tray2"),
            (JobState.FAILED, "paused", "备用", ""),
            (JobState.UNKNOWN, "interrupted", "派工联", ""),
            (JobState.TAKEN, "paper", "HP-LaserJet-M404dn-前台", ""),
            (JobState.WAITING, "", "派工联", ""),
        )
    ):
        number = f"PA03-000{40 + place}-K"
        run.keep(
            PrintJob(
                new_id(), at, state, desk.agent.id, order, number=number, printer=printer, tray=tray,
                reason=reason, sets=1 + (place == 3),
            )
        )  # fmt: skip


def queue(stage: Stage) -> None:
    _queue(stage)
    stage.workplace.open("prints", "prints")
    page = stage.workplace.tabs.current()
    stage.hands.until(lambda: page.model.rowCount() >= 8, "the queue was not read")  # type: ignore[union-attr]
    page.tree.setCurrentIndex(page.model.index(1, 0))  # type: ignore[union-attr]
    page.tree.setFocus()  # type: ignore[union-attr]


def lost(stage: Stage) -> None:
    _queue(stage)
    stage.workplace.paperwork._lost(2, 1)


def batch(stage: Stage) -> None:
    _queue(stage)
    batches, slips = stage.workplace.paperwork.batches, stage.workplace.slips
    slips.draw_many = lambda wishes: Id("batch")  # type: ignore[method-assign]
    desk, order = stage.workplace._desk, stage.workplace.tabs.current().order_id  # type: ignore[union-attr]
    job = desk.prints.shown()[0]
    for state, count in ((JobState.TAKEN, 117), (JobState.WAITING, 180)):
        for _ in range(count):
            desk.prints.run.keep(replace(job, id=new_id(), state=state, batch=Id("batch"), order=order))
    batches.begin([Wish(order)] * 300)


def setup(stage: Stage) -> None:
    _ordered(stage)
    _printers(stage)
    paperwork = stage.workplace.paperwork
    paperwork.printers._trays = {"派工联": ["Tray1", "Tray2"]}
    paperwork.ways.set("gas_repair", Way("派工联", "Tray2", 2, ("dispatch", "user")))
    paperwork.set_up()


SCREENS = {
    "void-slip": void,
    "reissued": reissued,
    "print-preview": preview,
    "print-preview-near": lambda stage: preview(stage, 3),
    "print-preview-long": lambda stage: preview(stage, request=LONG * 40),
    "print-menu": menu,
    "print-failed": failed,
    "printed": printed,
    # Last: what stands in their queue is invented, and nothing is printed any more.
    "print-queue": queue,
    "print-lost": lost,
    "print-batch": batch,
    "print-setup": setup,
}

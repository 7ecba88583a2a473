"""The seat of that day, a program to be killed: `python -m tests.offline_day.seat FOLDER WHAT PLAN`.
It says what it does, a JSON object a line, each once it is kept: whoever reads a line may rely on it."""

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
from PySide6.QtCore import Qt

from app.demo.agent import AtSeat
from app.demo.awake import Awake
from app.demo.centre import AGENTS, PASSWORD
from app.desk import clock
from app.program import Program
from app.records.orders import Order, Slip
from app.records.prints import JobState
from app.records.register import Fate, Print
from app.ui.application import Application
from app.ui.front import Front
from tests.filesecrets import FileSecrets

PRINTER, EVERYTHING = "SLIPS", 1_000_000
_TRIES = 5
_PARALLEL = 8  # slips asked for before their paper is waited for
_SIGNS = "灶具不点火热水器漏气表走得快阀门关不上𬱖䶮㙍𠮷"


class Day(AtSeat):
    """``plan``: orders, reprints, voids (how many), seed, kept (the folder the paper falls into)."""

    def __init__(self, program: Program, plan: dict[str, Any]) -> None:
        super().__init__(program, Path())
        self.plan = plan

    def sign_in(self) -> None:
        self.hands.come_to_the_front()
        for word in (AGENTS[0][0], PASSWORD):
            self.hands.type(word)
            self.hands.press(Qt.Key.Key_Return)
        self.hands.until(lambda: self.program.opened is not None, "nobody was let in")

    def work(self) -> None:
        """Do what is left of the day."""
        self.workplace.paperwork.printers.choose(PRINTER)
        self.settle()
        made = self.store.find(Order, limit=EVERYTHING, newest_first=False)
        for n in range(len(made), self.plan["orders"]):
            self.log(n)
        for order in made:  # was it asked for before the end came?
            if not self.orders.slips(order.id):
                self.print(order.id)
        self.until_printed()
        some = random.Random(self.plan["seed"])  # noqa: S311 - which ones
        orders = self.store.find(Order, limit=EVERYTHING, newest_first=False)
        chosen = some.sample(orders, self.plan["reprints"] + self.plan["voids"])
        for order in chosen[: self.plan["reprints"]]:
            self.print(order.id)
            self.until_printed()
        for order in chosen[self.plan["reprints"] :]:
            other = self.orders.void_slip(order.id, "改派", reissue=True)
            assert other is not None
            tell(slip=other.number)
            self.print(order.id)
        self.until_printed()

    @property
    def orders(self):  # type: ignore[no-untyped-def]
        return self.workplace._desk.orders

    def log(self, n: int) -> None:
        dice = random.Random(f"{self.plan['seed']} {n}")  # noqa: S311 - invented
        draft = self.workplace._desk.calls.new("gas_repair")
        draft.answers.update(
            name="".join(dice.choices("王李张𬱖陈䶮买买提·O'", k=dice.randint(2, 9))),
            phone=f"13{dice.randrange(10**9):09d}",
            address=f"春晓路{dice.randrange(999)}号{dice.randrange(30)}幢{dice.randrange(3000)}室",
            category="stove", read_back=True, solved="unsolved", user_type="residential", gas_smell=False,
            request="".join(dice.choices(_SIGNS + "，。 ab1\n", k=dice.choice((6, 40, 400)))),
        )  # fmt: skip
        saved = self.orders.save_and_make(draft)
        assert saved.order is not None, saved.problems
        tell(order=saved.order.number)
        self.print(saved.order.id)

    def print(self, order: str) -> None:
        queue = self.store.prints
        self.workplace.paperwork.print_slip(order)
        self.hands.until(
            lambda: len(queue.standing(JobState.WAITING, JobState.SENDING)) < _PARALLEL,
            "the queue stands still",
        )

    def until_printed(self) -> None:
        """Wait for the paper, and try again what did not come out, as an agent does."""
        queue, prints = self.store.prints, self.workplace._desk.prints
        for _ in range(_TRIES):
            self._until(lambda: not queue.standing(*_OPEN), "something does not come out")
            failed = queue.standing(JobState.FAILED)
            if not failed:
                return
            for job in failed:
                tell(failed=job.number, reason=job.reason)
                prints.again(job.id)
        raise RuntimeError("some do not come out")

    def settle(self) -> None:
        """Say of each slip nobody knows of whether it lies there, as an agent does who goes and looks."""
        self._until(lambda: not self.store.prints.standing(JobState.SENDING), "what was being handed over")
        for job in self.store.prints.standing(JobState.UNKNOWN):
            lies = any(job.number in text for text in map(text_of, Path(self.plan["kept"]).glob("*.pdf")))
            self.workplace._desk.prints.settle(job.id, came_out=lies)
            tell(settled=job.number, came_out=lies)

    def _until(self, seen: Callable[[], bool], what: str) -> None:
        for _ in range(6):  # patience: a real queue of hundreds takes its time
            try:
                return self.hands.until(seen, what)
            except RuntimeError:
                self.hands.press(Qt.Key.Key_Shift)
        self.hands.until(seen, what)
        return None

    def report(self) -> None:
        """Tell what the seat knows of itself."""
        slips = {slip.id: slip.number for slip in self.store.find(Slip, limit=EVERYTHING)}
        lines = self.store.find(Print, limit=EVERYTHING)
        gaps: dict[str, int] = {}
        for gap in self.orders.register.gaps():
            gaps[gap.why] = gaps.get(gap.why, 0) + gap.count
        tell(
            pending=self.store.outbox.state().pending,
            gaps=gaps,
            slips=sorted(slips.values()),
            register=[(slips[line.slip], line.fate) for line in lines],
            out=[slips[line.slip] for line in lines if line.fate is not Fate.VOID],
        )


_OPEN = (JobState.WAITING, JobState.SENDING, JobState.TAKEN, JobState.UNKNOWN)


def text_of(path: Path) -> str:
    with pypdf.PdfReader(path) as reader:
        return "".join(page.extract_text() for page in reader.pages)


def tell(**said: Any) -> None:
    print(json.dumps(said, ensure_ascii=False), flush=True)


def main(folder: Path, what: str, plan: dict[str, Any]) -> None:
    application = Application(sys.argv[:1])
    front = Front(application, folder, clock.now)
    program = Program(application, front, folder, FileSecrets(folder.with_suffix(".secrets")), Awake())
    day = Day(program, plan)
    if what == "join":
        day.join(Path(plan["enrolment"]), AGENTS[0][0])
        day.until_road("synced")
    else:
        day.sign_in()
    if what == "work":
        day.work()
        day.report()
    elif what == "sync":
        day.until_road("synced")
        day._until(lambda: not day.store.outbox.state().pending, "something is not sent")
        day.report()
    program.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3]))

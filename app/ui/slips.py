"""The print queue at work in its lane: each job drawn, handed to the spooler, and followed to its end."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.desk.printrun import CANCELLING, PrintRun
from app.desk.prints import Prints
from app.printing.press import Press
from app.printing.spooler import Job, Spooler, SpoolRefused, State
from app.records.ids import Id, new_id
from app.records.paper import Paper, SlipSheet
from app.records.prints import JobState, PrintJob, Wish
from app.ui.background import Background
from app.ui.bridge import Bridge

UNSURE = "unsure"
_SOON_MS, _LATE_MS = 1_000, 30_000
_AT_ONCE = 10  # slips of a batch numbered before others may ask the store
_BROKEN_PRINTER = frozenset({*(state for state in State if not state.takes), "refused"})

Trial = Callable[[PrintJob], SlipSheet]


@dataclass(frozen=True, slots=True)
class Out:
    """A job as it stands after its turn. ``state``: how its printer stood."""

    job: PrintJob
    paper: Paper | None = None
    state: State = State.READY
    error: Exception | None = None


class Slips(QObject):
    drawn = Signal(object)  # Out: it is out, and counted
    failed = Signal(object)  # Out, with its error
    standing = Signal(object)  # PrintJob that was asked for again while it is not over
    batched = Signal(object)  # Id of a batch of which something has changed
    lost = Signal(int, int)  # how many did not come out, and of how many nobody knows
    busy = Signal(bool)

    def __init__(
        self, prints: Prints, press: Press, lanes: Background, bridge: Bridge, trial: Trial, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._prints, self._press, self._trial = prints, press, trial
        self._lane, self._store = lanes.printer, lanes.store
        self._stopped = self._following = False
        self._running = 0  # turns in the lane
        self._halted: dict[Id, str] = {}  # batches of which no more is to be printed, and why
        self._wait = _SOON_MS
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._follow)
        bridge.changed.connect(self._changed)
        self._lane.run(partial(prints.run.recover, press.outcomes), self._recovered, self._stumbled)

    def draw(self, wish: Wish) -> None:
        """Put the slip into the queue; asked again for the same order meanwhile, say so and do nothing."""
        if self._stopped:
            return
        job, is_new = self._prints.add(wish)
        if is_new:
            self._run()  # beside one that may be over: locked now, the seat hears of neither
            self.busy.emit(True)
        else:
            self.standing.emit(job)

    def draw_many(self, wishes: Iterable[Wish]) -> Id:
        """Put many into the queue, some at a time, and return what the batch is called."""
        batch = new_id()
        self._fill(batch, iter(tuple(wishes)))
        return batch

    def try_printer(self, wish: Wish, name: str) -> None:
        self._prints.add(wish, name=name)
        self._go()

    def halt(self, batch: Id) -> None:
        """Have the rest of the batch not printed."""
        self._halt(batch, "")
        self.batched.emit(batch)

    def is_halted(self, batch: Id) -> bool:
        return batch in self._halted

    def stop(self) -> None:
        """Deliver nothing more: the store is about to close."""
        self._stopped = True
        self._timer.stop()

    # -- in --

    def _fill(self, batch: Id, wishes: Iterator[Wish]) -> None:
        if not self._stopped and batch not in self._halted and (some := tuple(islice(wishes, _AT_ONCE))):
            add = partial(_add, self._prints, batch, some)
            self._store.run(add, lambda none: self._filled(batch, wishes), self._stumbled)

    def _filled(self, batch: Id, wishes: Iterator[Wish]) -> None:
        self._go()
        self._fill(batch, wishes)

    def _halt(self, batch: Id, reason: str) -> None:
        """What is put into the queue still, meets its end in bring_out()."""
        self._halted[batch] = reason
        self._prints.stop_batch(batch, reason)

    # -- out --

    def _changed(self, kinds: frozenset[str]) -> None:
        if "print_job" in kinds and not self._stopped:
            self._go(told=False)
            self._wait = _SOON_MS
            if not self._timer.isActive():
                self._timer.start(self._wait)

    def _go(self, *, told: bool = True) -> None:
        if not self._running and not self._stopped:
            self._run()
            if told:
                self.busy.emit(True)

    def _run(self) -> None:
        run = partial(bring_out, self._prints.run, self._press, self._trial, self._halted)
        self._running += self._lane.run(run, self._out, self._broken)

    def _out(self, out: Out | None) -> None:
        self._running -= 1
        if self._stopped:
            return
        if out is None:
            self.busy.emit(bool(self._running))
            return
        self.busy.emit(out.job.batch is not None)
        if batch := out.job.batch:
            if out.job.state is JobState.FAILED and out.job.reason in _BROKEN_PRINTER:
                self._halt(batch, out.job.reason)
            self.batched.emit(batch)
        elif out.error is not None:
            self.failed.emit(out)
        elif out.paper is not None:
            self.drawn.emit(out)
        self._go(told=False)

    def _broken(self, error: Exception) -> None:
        """The file does not answer: what waits, waits for the next key or the next sign-in."""
        self._running -= 1
        if not self._stopped:
            self.busy.emit(bool(self._running))

    def _stumbled(self, error: Exception) -> None:
        self._following = False

    # -- what becomes of it --

    def _recovered(self, none: None) -> None:
        self._press.outcomes.clear()
        self._go()
        self._follow()

    def _follow(self) -> None:
        if not self._stopped and not self._following:
            self._following = self._lane.run(
                partial(follow, self._prints.run, self._press.spooler), self._followed, self._stumbled
            )

    def _followed(self, told: tuple[bool, int, int]) -> None:
        goes_on, *lost = told
        self._following = False
        if self._stopped:
            return
        self.lost.emit(*lost)
        if goes_on:
            self._timer.start(self._wait)
            self._wait = min(2 * self._wait, _LATE_MS)


def _add(prints: Prints, batch: Id, wishes: Iterable[Wish]) -> None:
    for wish in wishes:
        prints.add(wish, batch=batch)


def bring_out(run: PrintRun, press: Press, trial: Trial, halted: Mapping[Id, str]) -> Out | None:
    """In the lane: take the next job through; None where none waits."""
    job = run.next()
    if job is None:
        return None
    if job.batch and (reason := halted.get(job.batch)) is not None:
        return Out(run.turn(job, JobState.FAILED if reason else JobState.CANCELLED, reason=reason))
    sheet = run.sheet(job)
    if sheet is None and job.order is not None:
        return Out(run.turn(job, JobState.FAILED, reason="gone"), error=LookupError(job.number))
    try:
        paper = press.draw(sheet or trial(job), Path(job.path) if job.path else None)
    except Exception as error:
        code = getattr(error, "code", type(error).__name__)
        return Out(run.turn(job, JobState.FAILED, reason=code), error=error)
    if not job.printer:
        return Out(run.turn(job, JobState.DONE, sheet), paper)
    begun = run.begin(job, sheet.number if sheet else job.number)
    return _send(run, press, begun, sheet, paper) if begun else Out(job)


def _send(run: PrintRun, press: Press, job: PrintJob, sheet: SlipSheet | None, paper: Paper) -> Out:
    """Hand it over; what came of it is known to the press even where the file is closed by then."""
    handed = Job(paper.path, job.printer, job.sets, job.title, paper.media, job.tray)
    try:
        sent = press.spooler.send(handed)
    except SpoolRefused as refusal:
        unsure = refusal.code == UNSURE
        if not unsure:
            press.outcomes[job.id] = f"-{refusal.code}"
        state = JobState.UNKNOWN if unsure else JobState.FAILED
        return Out(run.turn(job, state, reason=refusal.code), paper, error=refusal)
    except Exception as error:  # half a page may be out
        return Out(run.turn(job, JobState.UNKNOWN, reason=UNSURE), paper, error=error)
    press.outcomes[job.id] = sent.ref
    state = JobState.TAKEN if sent.ref else JobState.HANDED
    done = run.turn(job, state, sheet, ref=sent.ref)
    press.outcomes.pop(job.id, None)
    return Out(done, paper, sent.state)


def follow(run: PrintRun, spooler: Spooler) -> tuple[bool, int, int]:
    """In the lane: ask what became of those whose end is not known; return whether to ask again, and how
    many want a person."""
    jobs = run.followed()
    goes_on = bool(jobs) and _follow(run, jobs, spooler)
    return goes_on, *run.lost()


def _follow(run: PrintRun, jobs: Sequence[PrintJob], spooler: Spooler) -> bool:
    for job in jobs:
        if job.reason == CANCELLING and job.ref:
            spooler.cancel(job.printer, job.ref)
    try:
        told = spooler.jobs()
    except SpoolRefused as refusal:
        run.unheard(jobs, refusal.code)
        return True
    states = {name: spooler.state(name) for name in {job.printer for job in jobs}}
    well = (State.READY, State.BUSY)
    run.follow(jobs, told, {name: state for name, state in states.items() if state not in well})
    return told is not None and bool(run.followed())

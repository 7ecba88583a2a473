"""The print queue at work: what is handed over next, and what became of it by what the spooler remembers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.desk.orders import Orders
from app.records.ids import Id
from app.records.paper import SlipSheet
from app.records.prints import Fate, JobState, PrintJob, Spooled
from app.store.store import Store

# Reasons: it is to be dropped; the program ended as it was handed over; the spooler knows nothing of it any
# more; somebody dropped it at the spooler.
CANCELLING, INTERRUPTED, VANISHED, ELSEWHERE = "cancelling", "interrupted", "vanished", "elsewhere"
_LOST = (ELSEWHERE, Fate.ABORTED)
_UNHEARD = ("no_server", "silent")
_KEPT = timedelta(days=30)
_ENDS = {Fate.DONE: JobState.DONE, Fate.CANCELLED: JobState.CANCELLED, Fate.ABORTED: JobState.FAILED}


class PrintRun:
    """May be asked on any thread. A job is noted before it is handed over and after: one that is found
    between, the program having died, nobody knows of."""

    def __init__(self, store: Store, orders: Orders, now: Callable[[], datetime]) -> None:
        self._store, self._orders, self._now = store, orders, now

    def next(self) -> PrintJob | None:
        return self._store.prints.first(JobState.WAITING)

    def sheet(self, job: PrintJob) -> SlipSheet | None:
        """Return what the paper says now; none for the page that tries a printer, or of an order that is
        gone."""
        try:
            sheet = self._orders.sheet(job.order, of=job.slip) if job.order else None
        except LookupError:
            return None
        if sheet is None:
            return None
        copies = tuple(copy for copy in sheet.copies if copy in job.copies) or sheet.copies
        return replace(sheet, copies=copies, reprint=job.reprint if job.is_counted else sheet.reprint)

    def begin(self, job: PrintJob, number: str) -> PrintJob | None:
        """Note that it is handed over now; None where it was cancelled meanwhile."""
        with self._store.write() as to:
            before = self._store.prints.get(job.id)
            if before is None or before.state is not JobState.WAITING:
                return None
            begun = replace(before, state=JobState.SENDING, number=number, seen_at=self._now())
            to.put_job(begun)
        return begun

    def turn(
        self, job: PrintJob, state: JobState, out: SlipSheet | None = None, *, ref: str = "", reason: str = ""
    ) -> PrintJob:
        """Note how it stands; the sheet that is *out* is counted as a printing, once however often it is
        told."""
        if out is not None:
            self._orders.printed(out, job.sets, job.id)
            job = replace(job, is_counted=True, reprint=out.reprint)
        return self.keep(replace(job, state=state, ref=ref or job.ref, reason=reason))

    def keep(self, job: PrintJob) -> PrintJob:
        job = replace(job, seen_at=self._now())
        with self._store.write() as to:
            to.put_job(job)
        return job

    # -- what the spooler says --

    def recover(self, outcomes: Mapping[Id, str]) -> None:
        """Find those that were being handed over as the seat locked, or the program died. *outcomes*: the
        spooler's number, of those that were taken; ``-`` and a code, of those that were not."""
        for job in self._store.prints.standing(JobState.SENDING):
            told = outcomes.get(job.id)
            if told is None:
                self.turn(job, JobState.UNKNOWN, reason=INTERRUPTED)
            elif told.startswith("-"):
                self.turn(job, JobState.FAILED, reason=told[1:])
            else:
                self.turn(job, JobState.TAKEN if told else JobState.HANDED, self.sheet(job), ref=told)
        with self._store.write(background=True) as to:
            to.wipe_jobs(self._now() - _KEPT)

    def followed(self) -> list[PrintJob]:
        """Return those whose end is not known yet."""
        return self._store.prints.standing(JobState.TAKEN, JobState.UNKNOWN)

    def lost(self) -> tuple[int, int]:
        """Return how many did not come out of a printer that once had them, and of how many nobody knows."""
        jobs = self._store.prints.standing(JobState.FAILED, JobState.UNKNOWN)
        unknown = sum(job.state is JobState.UNKNOWN for job in jobs)
        return sum(job.reason in _LOST for job in jobs), unknown

    def unheard(self, jobs: Sequence[PrintJob], reason: str) -> None:
        """Note that the spooler, which has them, does not answer."""
        for job in jobs:
            if job.state is JobState.TAKEN and job.reason not in (reason, CANCELLING):
                self.turn(job, JobState.TAKEN, reason=reason)

    def follow(
        self, jobs: Sequence[PrintJob], told: Sequence[Spooled] | None, stands: Mapping[str, str]
    ) -> None:
        """Note what became of *jobs* by what the spooler remembers (None: it never tells), and how their
        printers stand."""
        remembers = any(each.fate in _ENDS for each in told or ())
        for job in jobs:
            mine = next((each for each in told or () if _is(each, job)), None)
            if mine is not None:
                self._told(job, mine, stands.get(job.printer, ""))
            elif job.state is JobState.TAKEN:
                lost = told is not None and (remembers or job.reason in _UNHEARD)
                self.turn(job, JobState.UNKNOWN if lost else JobState.HANDED, reason=VANISHED if lost else "")

    def _told(self, job: PrintJob, told: Spooled, stands: str) -> None:
        end = _ENDS.get(told.fate)
        if end is None:
            self._waits(job, told, stands)
        elif end is JobState.CANCELLED and job.moves_to:
            self.keep(afresh(job, job.moves_to))
        elif end is JobState.CANCELLED and job.reason != CANCELLING:
            self.turn(job, JobState.FAILED, ref=told.ref, reason=ELSEWHERE)
        else:
            reason = told.fate if end is JobState.FAILED else ""
            out = self.sheet(job) if end is JobState.DONE else None
            self.turn(job, end, out, ref=told.ref, reason=reason)

    def _waits(self, job: PrintJob, told: Spooled, stands: str) -> None:
        reason = told.fate if told.fate in (Fate.HELD, Fate.STOPPED) else stands
        reason = CANCELLING if job.reason == CANCELLING else reason
        if (job.state, job.ref, job.reason) != (JobState.TAKEN, told.ref, reason):
            self.turn(job, JobState.TAKEN, self.sheet(job), ref=told.ref, reason=reason)


def _is(told: Spooled, job: PrintJob) -> bool:
    """A spooler that does not tell names tells numbers."""
    return told.title == job.title or bool(job.ref and told.ref == job.ref and not told.title)


def afresh(job: PrintJob, printer: str) -> PrintJob:
    """Return it as it waits to be handed over once more, by itself."""
    fresh = replace(job, state=JobState.WAITING, printer=printer, tries=job.tries + 1)
    return replace(fresh, ref="", reason="", moves_to="", batch=None)

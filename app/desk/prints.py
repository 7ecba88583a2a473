"""The print queue, as people ask things of it. What nobody knows is asked, not guessed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.desk.orders import Orders
from app.desk.printrun import CANCELLING, PrintRun, afresh
from app.records.accounts import Agent
from app.records.ids import Id, new_id
from app.records.prints import JobState, PrintJob, Wish
from app.store.store import Store

_LISTED = 500


class Prints:
    """May be asked on any thread."""

    def __init__(self, store: Store, orders: Orders, agent: Agent, now: Callable[[], datetime]) -> None:
        self._store, self._orders, self._agent, self._now = store, orders, agent, now
        self.run = PrintRun(store, orders, now)

    def add(self, wish: Wish, *, batch: Id | None = None, name: str = "") -> tuple[PrintJob, bool]:
        """Put a slip into the queue and take its number; one whose printing is not over yet is not printed
        beside itself: then return that, and False. *name*: of the page that tries a printer."""
        before = self._store.prints.of_order(wish.order) if wish.order else None
        sheet = self._orders.sheet(wish.order, of=wish.of) if wish.order else None
        if wish.path or (before and (before.path or before.slip not in (None, sheet and sheet.slip))):
            before = None
        if before and before.is_open:
            return before, False
        job = PrintJob(
            id=new_id(),
            made_at=self._now(),
            state=JobState.WAITING,
            by=self._agent.id,
            order=wish.order,
            number=sheet.number if sheet else name,
            printer="" if wish.path else wish.printer,
            tray=wish.tray,
            sets=wish.sets,
            copies=wish.copies,
            path=wish.path,
            batch=batch,
            slip=sheet.slip if sheet else None,
        )
        if before and before.state is JobState.FAILED:
            # It never came out: this is the same printing, tried again as it is wanted now.
            job = replace(
                job, id=before.id, made_at=before.made_at, tries=before.tries + 1,
                is_counted=before.is_counted, reprint=before.reprint,
            )  # fmt: skip
        return self.run.keep(job), True

    def again(self, id: Id, printer: str | None = None) -> None:
        """Try once more, on another *printer* if one is named; what a spooler still has, it must let go of
        first. One nobody knows of, a person settles."""
        job = self._store.prints.get(id)
        if job is None or job.state in (JobState.WAITING, JobState.SENDING, JobState.UNKNOWN):
            return
        wanted = job.printer if printer is None else printer
        if job.state is JobState.TAKEN:
            self.run.keep(replace(job, reason=CANCELLING, moves_to=wanted))
        elif job.state in (JobState.FAILED, JobState.CANCELLED):
            self.run.keep(afresh(job, wanted))

    def cancel(self, id: Id) -> None:
        """Have it not printed; what the spooler has, it is asked to drop."""
        job = self._store.prints.get(id)
        if job is None:
            return
        if job.state in (JobState.WAITING, JobState.FAILED):
            self.run.keep(replace(job, state=JobState.CANCELLED))
        elif job.state is JobState.TAKEN:
            self.run.keep(replace(job, reason=CANCELLING, moves_to=""))

    def settle(self, id: Id, *, came_out: bool) -> None:
        """Take a person's word on one nobody knew of: out it is, and counted, or it is printed again."""
        job = self._store.prints.get(id)
        if job is None or job.state is not JobState.UNKNOWN:
            return
        if came_out:
            self.run.turn(job, JobState.DONE, self.run.sheet(job))
        else:
            self.run.keep(afresh(job, job.printer))

    def stop_batch(self, batch: Id, reason: str = "") -> None:
        """Have what still waits of the batch not printed: for somebody said so, or for a *reason*."""
        with self._store.write() as to:
            to.turn_batch(batch, JobState.FAILED if reason else JobState.CANCELLED, reason)

    def tally(self, batch: Id) -> dict[str, int]:
        """Return how many of the batch stand how."""
        return self._store.prints.tally(batch)

    def shown(self) -> list[PrintJob]:
        """Return the newest, those first that are not over."""
        return self._store.prints.newest(_LISTED)

    def get(self, id: Id) -> PrintJob | None:
        return self._store.prints.get(id)

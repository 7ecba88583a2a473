"""Imports: rows of other people's tables become calls, by the one check and the way a call is logged; or
households of a list that are to be called."""

import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from app.desk.calls import Way, log
from app.desk.customers import Answers, learned
from app.desk.judge import ImportRefused, Judge, Judged, Rows
from app.desk.owing import of_household
from app.desk.refused import Refused
from app.desk.samples import week_of
from app.desk.sheets import Line, Sheet
from app.forms import phone
from app.forms.hours import SERVICE
from app.forms.load import Forms
from app.forms.maps import ImportMap, missing_columns
from app.forms.spec import Form, Problem
from app.records.accounts import Agent
from app.records.calls import Call
from app.records.cases import CaseState
from app.records.customers import Customer
from app.records.drafts import Draft
from app.records.households import Household
from app.records.ids import Id, id_of
from app.store.store import Bulk, Store

PEEKED = 200  # rows to guess by and to look at
BATCH = 100  # rows of one transaction, after which the window has its turn
ALONE = 500  # the same where no window has the file open
TOLD_EVERY = 20  # transactions: whoever shows records reads them again each time it is told
CLOSED_AT = "closed_at"  # the answer that keeps when the case ended; no form asks it

Say = Callable[[Problem, Form, ImportMap], str]  # a problem as a sentence
Kept = tuple[int, frozenset[str]]  # how many were not there yet, and the kinds that changed
Keep = Callable[[Sequence[Judged], Callable[[], None]], Kept]
Tell = Callable[[frozenset[str]], None]


@dataclass(frozen=True, slots=True)
class Tally:
    """How far an import is. ``part``: of the file, 0 to 1; ``reasons`` by field and code."""

    taken: int = 0
    there: int = 0  # from an earlier run, or from another seat
    refused: int = 0
    part: float = 0.0
    done: bool = False
    refused_file: Path | None = None
    reasons: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return self.taken + self.there + self.refused


@dataclass(frozen=True, slots=True)
class Words:
    """What the file of refused rows is written in, and the folder it goes to where its own takes none."""

    say: Say
    heads: tuple[str, str]
    also: Path


class Peek:
    """The first rows of a file, kept: each judge() begins at the first."""

    def __init__(self, path: Path, encoding: str = "") -> None:
        """Read them, which may take a second; raises SheetRefused."""
        with closing(Sheet(path, encoding)) as sheet:
            self.path, self.encoding, self.columns = path, sheet.encoding, sheet.columns
            self.sheet, self.sheets, self.table = sheet.sheet, sheet.sheets, sheet.table(PEEKED)
            self.lines = sheet.peek(PEEKED)

    def read(self, most: int) -> Sequence[Line]:
        return self.lines[:most]


class Imports:
    def __init__(
        self, store: Store, forms: Forms, agent: Agent, now: Callable[[], datetime], lang: str
    ) -> None:
        self._store, self.forms, self._agent, self._now, self._lang = store, forms, agent, now, lang

    def may(self) -> bool:
        """Tell whether the agent may import: for now everybody may."""
        return self._agent.active

    def judge(self, sheet: Rows, told: ImportMap) -> Judge:
        """Raise ImportRefused where *told* does not fit the sheet."""
        if not self.may():
            raise ImportRefused("not_allowed")
        for feeds, column, line in missing_columns(told, sheet.columns):
            raise ImportRefused("no_column", feeds, column, line)
        return Judge(sheet, told, self.forms, self._now())

    def start(self, sheet: Sheet, told: ImportMap, words: Words, *, dry: bool = False) -> "Import":
        """Begin to take in *sheet*, or with *dry* only to look at it; the sheet is closed with the import,
        or where none begins."""
        try:
            judge = self.judge(sheet, told)
            refused = Refused(sheet.path, words.heads, sheet.header, words.also)
        except BaseException:
            sheet.close()
            raise
        keep = partial(self._look if dry else self._enrol if judge.form.roll else self._keep, judge.form)
        return Import(sheet, judge, keep, self._store.tell, refused, words.say)

    def _look(self, form: Form, rows: Sequence[Judged], sent: Callable[[], None]) -> Kept:
        kind = Household if form.roll else Call
        return len(rows) - len(self._store.there(kind, [row.id for row in rows])), frozenset()

    def _keep(self, form: Form, rows: Sequence[Judged], sent: Callable[[], None]) -> Kept:
        """Write those that are not there yet in one transaction."""
        at = self._now()

        def fill(to: Bulk) -> int:
            there = to.there(Call, [row.id for row in rows])
            fresh = [row for row in rows if row.id not in there]
            callers = _Callers(to, fresh)
            for row in fresh:
                self._log(to, form, row, callers, at)
            return len(fresh)

        return self._store.write_many(fill, sent)

    def _enrol(self, form: Form, rows: Sequence[Judged], sent: Callable[[], None]) -> Kept:
        """Write the households that are not there yet; those of a list without a sample are all called."""
        of, hours = self.forms.visiting.lists.get(form.name), self.forms.hours.named[SERVICE]

        def fill(to: Bulk) -> int:
            there = to.there(Household, [row.id for row in rows])
            fresh = [row for row in rows if row.id not in there]
            for row in fresh:
                at = row.filled.at
                assert at is not None  # a row without a time has a problem
                week = week_of(hours, at).isoformat()
                new = Household(row.id, form.name, week, at, form.name, form.version, row.filled.answers)
                to.put(new)
                if of is not None and not of.sample:
                    to.put(of_household(of, new, at, at + timedelta(hours=of.within)))
            return len(fresh)

        return self._store.write_many(fill, sent)

    def _log(self, to: Bulk, form: Form, row: Judged, callers: "_Callers", at: datetime) -> None:
        filled = row.filled
        heard = filled.at
        assert heard is not None  # a row without a time has a problem
        answers = filled.answers
        if filled.closed_at:
            answers = {**answers, CLOSED_AT: filled.closed_at.isoformat()}
        draft = Draft(row.id, self._agent.id, form.name, form.version, filled.channel, heard, at, answers)
        way = Way(
            at,
            self._agent.id,
            self._lang,
            lambda given: callers.remember(given, heard, lambda: id_of(heard, "customer", row.id)),
            lambda: id_of(heard, "case", row.id),
        )
        _, case = log(to, form, draft, way)
        if case is not None:
            state = CaseState.CLOSED if filled.closed else case.state
            to.put(replace(case, opened_at=heard, state=state))


class _Callers:
    """Who has which number: in the file, and in this transaction so far."""

    def __init__(self, to: Bulk, rows: Sequence[Judged]) -> None:
        self._to = to
        told = (row.filled.answers.get("phone") for row in rows)
        numbers = {phone.digits(phone.normalise(text)) for text in told if isinstance(text, str)}
        self._known: dict[str, Customer] = {}
        for customers in to.owners(numbers - {""}).values():
            for customer in reversed(customers):  # who was heard last has the last word
                self._note(customer)

    def remember(self, answers: Answers, at: datetime, make_id: Callable[[], Id]) -> Id | None:
        number = answers.get("phone")
        known = self._known.get(number) if isinstance(number, str) else None
        caller = learned(known, answers, at, make_id)
        if caller is None:
            return None
        self._to.put(caller)
        self._note(caller)
        return caller.id

    def _note(self, customer: Customer) -> None:
        for number in customer.phones:
            self._known[number] = customer


class Import:
    """One run through one file, a batch at a time; what is taken in stays, whenever it is closed."""

    def __init__(
        self, sheet: Sheet, judge: Judge, keep: Keep, tell: Tell, refused: Refused, say: Say
    ) -> None:
        self._sheet, self._judge, self._keep, self._tell = sheet, judge, keep, tell
        self._refused, self._say = refused, say
        self._turn = threading.Lock()
        self._pool = ThreadPoolExecutor(1, "judge")
        self._ahead: Future[list[Judged]] | None = None  # the next rows, judged while the last are committed
        self._untold: frozenset[str] = frozenset()
        self._steps = 0
        self._reasons: Counter[tuple[str, str]] = Counter()
        self._closed = False
        self.tally = Tally()

    def step(self, batch: int = BATCH) -> Tally:
        """Take in the next rows, a *batch* that is the same each time; ``done`` at the end, and closed
        then. Closed before, do nothing."""
        with self._turn:
            if self._closed:
                return self.tally
            rows = self._next(batch)
            if rows:
                self._take(rows, partial(self._look_ahead, batch))
                self._steps += 1
                if self._steps % TOLD_EVERY == 0:
                    self._tell_all()
            else:
                self.tally = replace(self.tally, part=1.0, done=True)
                self._close()
            return self.tally

    def _next(self, batch: int) -> list[Judged]:
        ahead, self._ahead = self._ahead, None
        return ahead.result() if ahead else self._judge.rows(batch)

    def _look_ahead(self, batch: int) -> None:
        self._ahead = self._pool.submit(self._judge.rows, batch)

    def _take(self, rows: Sequence[Judged], sent: Callable[[], None]) -> None:
        good = [row for row in rows if not row.problems and not row.again]
        fresh, changed = self._keep(good, sent) if good else (0, frozenset())
        self._untold |= changed
        bad = [row for row in rows if row.problems]
        for row in bad:
            self._refuse(row)
        was = self.tally
        self.tally = Tally(
            was.taken + fresh,
            was.there + len(rows) - len(bad) - fresh,
            was.refused + len(bad),
            self._sheet.part(rows[-1].line.number),
            reasons=dict(self._reasons),
        )

    def _refuse(self, row: Judged) -> None:
        form, told = self._judge.form, self._judge.told
        self._refused.add(row.line.number, (self._say(p, form, told) for p in row.problems), row.line.cells)
        self._reasons.update((p.field, p.code) for p in row.problems)

    def _tell_all(self) -> None:
        kinds, self._untold = self._untold, frozenset()
        self._tell(kinds)

    def close(self) -> None:
        """Close the files, after the batch that is under way on whatever thread; from then on the tally
        names the file of the refused rows. Again, it does nothing."""
        with self._turn:
            if not self._closed:
                self._close()

    def _close(self) -> None:
        self._closed = True
        self._tell_all()
        self._pool.shutdown()
        self._sheet.close()
        self.tally = replace(self.tally, refused_file=self._refused.close())

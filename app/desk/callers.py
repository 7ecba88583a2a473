"""Who is calling, in one piece: the person under all their files, open matters, last calls, marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.desk.callbacks import owed_to
from app.desk.cases import open_of_customer
from app.desk.customers import Customers, files_of
from app.desk.duplicates import Duplicates
from app.desk.marks import Marks, Standing
from app.desk.mergers import Mergers
from app.forms.divisions import Divisions
from app.forms.kinds import Kind
from app.forms.load import Forms
from app.forms.spec import Choice, Form
from app.records.accounts import Session
from app.records.callbacks import Callback
from app.records.calls import Call
from app.records.cases import Case
from app.records.customers import Customer
from app.records.ids import Id
from app.store.store import Store

_LAST = 5
_COUNTED = 50  # of the newest calls, to say how often somebody has called
# What one caller says of the matter another does not: whose it is, in whose words, whether it is solved.
_OF_ONE = frozenset({Kind.PERSON, Kind.PHONE, Kind.LONG_TEXT, Kind.DATE_TIME, Kind.READ_BACK})
_OF_ONE_NAMED = frozenset({"confidential", "solved", "customer_no", "source_no", "identity_checked"})


@dataclass(frozen=True, slots=True)
class Seen:
    """``person`` has the numbers and addresses of all ``files``; ``often``: calls of late, 0 where it is not
    often; open ``cases`` first, then the last ``calls``; ``owed``: calls not made yet."""

    person: Customer
    files: tuple[Id, ...]
    cases: Sequence[Case]
    calls: Sequence[Call]
    marks: Sequence[Standing]
    often: int
    owed: Sequence[Callback]


class Callers:
    def __init__(
        self,
        store: Store,
        forms: Forms,
        session: Session,
        now: Callable[[], datetime],
        country: Callable[[], Divisions],
        *,
        is_alone: bool,
    ) -> None:
        self._store, self._now, self._rule = store, now, forms.callers
        self._customers = Customers(store)
        self.kinds_of_mark: tuple[Choice, ...] = forms.lists.get("marks", ())
        self.mergers = Mergers(store, session, now)
        self.marks = Marks(store, session, now, is_alone=is_alone)
        self.duplicates = Duplicates(store, forms.callers, now, country)

    @property
    def often_within(self) -> int:
        """Days."""
        return self._rule.repeat_days

    def see(self, customer: Id) -> Seen | None:
        """Return whoever this file is of."""
        person = self._customers.whole(customer)
        if person is None:
            return None
        files = files_of(self._store, customer)
        calls = self._store.find(Call, customer=files, limit=_COUNTED)
        since = self._now() - timedelta(days=self._rule.repeat_days)
        lately = sum(call.started_at >= since for call in calls)
        often = lately if lately >= self._rule.repeat_calls else 0
        cases, marks = open_of_customer(self._store, customer), self.marks.of(customer)
        owed = owed_to(self._store, person, files)
        return Seen(person, files, cases, calls[:_LAST], marks, often, owed)


def shared(form: Form, call: Call) -> dict[str, Any]:
    """Return what stands in *call* of the matter itself, which *form* asks of the next caller too; of another
    form only the place."""
    names = [f.name for f in form.fields if f.kind not in _OF_ONE and f.name not in _OF_ONE_NAMED]
    wanted = names if form.name == call.form else [name for name in names if name in ("address", "district")]
    return {name: call.answers[name] for name in wanted if call.answers.get(name)}

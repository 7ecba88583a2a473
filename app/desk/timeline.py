"""All that happened in a case, in the order it happened: read from what was kept of it, never kept itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.desk.cases import calls_about
from app.desk.notes import Notes
from app.desk.steps import done_at
from app.records.attachments import Attachment
from app.records.calls import Call
from app.records.cases import Case
from app.records.conflicts import Conflict
from app.records.ids import Id
from app.records.moves import Move, Verb
from app.records.notes import Note
from app.records.orders import Act, Order, Slip
from app.store.store import Not, Store

ORDER = "order_"  # before what was done with one
_WHOM = (Verb.MERGE, Verb.TRANSFER)  # steps that name another case, or who has it now
_LATER = timedelta(minutes=2)  # what is entered so soon after it happened was entered as it happened


@dataclass(frozen=True, slots=True)
class Event:
    """``what`` is a code (words: ``note.…``, of a step ``verb.…``), ``by`` who did it, "" for nobody;
    ``text`` what was written, or the number of the record it is about. ``id``: of the note or the record.
    ``corrected``: it was said anew, so that this does not hold."""

    at: datetime
    entered_at: datetime
    what: str
    by: str
    text: str
    id: Id
    corrects: Id | None = None
    other: Id | None = None
    corrected: bool = False

    @property
    def is_late(self) -> bool:
        """Tell whether it was entered some time after it happened."""
        return self.entered_at - self.at > _LATER


class Timeline:
    def __init__(self, store: Store, notes: Notes) -> None:
        self._store, self._notes = store, notes

    def of(self, case: Case) -> list[Event]:
        """Return what happened, the first of it first."""
        calls = calls_about(self._store, case)
        found = [*map(_call, calls), *self._orders(case), *self._decided(case, calls)]
        found += map(_move, self._moves(case))
        found += self._attached(case, calls)
        found += map(_linked_here, self._linked(case))
        notes = self._notes.of(*_ids(case, calls))
        gone = {note.corrects for note in notes}
        found += (_note(note, corrected=note.id in gone) for note in notes)
        return sorted(found, key=_order)

    def _moves(self, case: Case) -> list[Move]:
        """Return its steps; of one that an order was, the order stands there."""
        found = self._store.find(Move, case=case.id, verb=Not(Verb.SEEN.value), limit=1000)
        return [move for move in found if move.verb is not Verb.DISPATCH or move.of is None]

    def _orders(self, case: Case) -> Iterator[Event]:
        for order in self._store.find(Order, case=case.id):
            at, by = order.ordered_at, order.ordered_by
            yield Event(at, at, "ordered", by, order.number, order.id)
            yield from _steps(order)
            for slip in self._store.find(Slip, order=order.id):
                for each in slip.prints:
                    at = datetime.fromisoformat(str(each["at"]))
                    yield Event(at, at, "printed", str(each.get("by", "")), slip.number, slip.id)

    def _decided(self, case: Case, calls: list[Call]) -> Iterator[Event]:
        for each in self._store.find(Conflict, record=_ids(case, calls)):
            if each.decision and each.decided_at:
                yield Event(each.decided_at, each.decided_at, "decided", each.decided_by or "", "", each.id)

    def _attached(self, case: Case, calls: list[Call]) -> Iterator[Event]:
        for each in self._store.find(Attachment, record=_ids(case, calls)):
            yield Event(each.at, each.entered_at, "attached", each.by, each.name, each.id)

    def _linked(self, case: Case) -> list[Note]:
        return [note for note in self._store.find(Note, other=case.id) if note.what in ("linked", "unlinked")]


def _ids(case: Case, calls: list[Call]) -> tuple[Id, ...]:
    return case.id, *(call.id for call in calls)


def _order(event: Event) -> tuple[datetime, datetime, Id]:
    """What somebody typed knows no seconds: within a minute the order is that of the entries."""
    return event.at.replace(second=0, microsecond=0), event.entered_at, event.id


def _call(call: Call) -> Event:
    return Event(call.started_at, call.saved_at, "received", call.first_taker, call.number, call.id)


def _move(move: Move) -> Event:
    other = move.of if move.verb in _WHOM else None
    return Event(move.at, move.entered_at, move.verb, move.by, move.why, move.id, other=other)


def _steps(order: Order) -> Iterator[Event]:
    """Give what was done with it; of one that went out as it was made, that stands there already."""
    for step in order.steps:
        at, entered = done_at(step), done_at(step, "entered_at")
        if step.get("act") != Act.DISPATCH or at != order.ordered_at:
            text = "  ".join(filter(None, (order.number, str(step.get("why", "")))))
            yield Event(at, entered, f"{ORDER}{step.get('act')}", str(step.get("by", "")), text, order.id)


def _note(note: Note, *, corrected: bool) -> Event:
    return Event(
        note.at, note.entered_at, note.what, note.by, note.text, note.id, note.corrects, note.other, corrected
    )


def _linked_here(note: Note) -> Event:
    """Return what was said of another case about this one, as it is seen from here."""
    return Event(note.at, note.entered_at, note.what, note.by, "", note.id, other=note.record)

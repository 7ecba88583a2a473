"""Entries central refused: what was sent, and the way to send it again or to set it aside."""

from typing import Any

from app.desk.corrections import Corrections, Values
from app.forms.spec import Problem, Stage
from app.records.accounts import LEADS, Session
from app.records.ids import Id
from app.records.refused import Refused
from app.store import tables
from app.store.store import Store


class Refusals:
    """An op is never changed and never dropped: what is corrected goes as another one."""

    def __init__(self, store: Store, corrections: Corrections, session: Session) -> None:
        self._store, self.corrections, self._session = store, corrections, session

    def open(self) -> list[Refused]:
        """Return those nobody has seen to, the oldest first."""
        return self._store.outbox.problems()

    def get(self, op: Id) -> Refused | None:
        return self._store.outbox.refused(op)

    def told(self, refused: Refused) -> dict[str, Any]:
        """Return by field what to begin the correction with: what was sent; of a record central never had,
        what stands here by now."""
        record = self.corrections.record(refused.kind, refused.record)
        if record is None or not tables.creates(refused.kind, refused.patch):
            return refused.patch
        return {name: tables.value_of(record, name) for name in refused.patch}

    def send_again(self, refused: Refused, given: Values) -> list[Problem]:
        """Correct the record and send it once more; return what is wrong with *given*, if anything."""
        record = self.corrections.record(refused.kind, refused.record)
        if record is None:
            return [Problem("", "no_record", Stage.SAVE)]
        changed, found = self.corrections.corrected(record, {**self.told(refused), **given})
        if not found:
            self._store.outbox.send_again(refused, changed, self._session)
        return found

    @property
    def may_set_aside(self) -> bool:
        return self._session.role in LEADS

    def set_aside(self, refused: Refused, note: str) -> None:
        """Leave it unsent, with the reason: central does not get it. Nothing of it is deleted."""
        if not self.may_set_aside:
            raise PermissionError
        self._store.outbox.close(refused.op, self._session.agent, note)

"""Files of one customer taken for one, and parted again: whoever looks sees one person; the files stay."""

from collections.abc import Callable
from datetime import datetime

from app.desk.customers import files_of
from app.records.accounts import Session
from app.records.ids import Id, new_id
from app.records.mergers import Merger
from app.store.store import Store


class Mergers:
    def __init__(self, store: Store, session: Session, now: Callable[[], datetime]) -> None:
        self._store, self._session, self._now = store, session, now

    def files(self, customer: Id) -> tuple[Id, ...]:
        """Return all files of this person, the one that is shown first."""
        return files_of(self._store, customer)

    def merge(self, kept: Id, merged: Id) -> Merger | None:
        """Show the person of *merged* as that of *kept*; None where they are one already."""
        kept, merged = self.files(kept)[0], self.files(merged)[0]
        if kept == merged:
            return None
        return self._put(kept, merged)

    def part(self, customer: Id) -> tuple[Id, Id] | None:
        """Undo the last merger of this person, whoever's it was; return which two files it was of."""
        edges = self._store.families.edges(customer)
        if not edges:
            return None
        ends = {edges[0].kept, edges[0].merged}
        for edge in edges:  # of two seats that merged the same ones, both
            if {edge.kept, edge.merged} == ends:
                self._put(Id(edge.kept), Id(edge.merged), Id(edge.id))
        return Id(edges[0].kept), Id(edges[0].merged)

    def _put(self, kept: Id, merged: Id, undoes: Id | None = None) -> Merger:
        by = self._session
        merger = Merger(new_id(), kept, merged, by.agent, by.id, self._now(), undoes)
        with self._store.write() as to:
            to.put(merger)
        return merger

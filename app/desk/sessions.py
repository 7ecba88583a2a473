"""Sessions opened without central: the agent says which were their own; leads see to those that were not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from app.records.accounts import LEADS, Session, Unconfirmed
from app.records.ids import Id
from app.records.moves import Move
from app.records.orders import Slip
from app.records.overlaps import Overlap
from app.store.store import Store

Entry = tuple[str, Id]  # kind, id


class Talk(Protocol):
    """With central, over the agent's own login."""

    def unconfirmed(self) -> list[Unconfirmed]: ...

    def confirm(self, mine: Sequence[Id], not_mine: Sequence[Id]) -> None: ...


Door = Callable[[str], Talk]  # by the agent's password


@dataclass(frozen=True, slots=True)
class Asked:
    """A session the agent is asked about. ``seat`` is "" and ``ops`` None where only central knows them;
    ``entries`` as far as they were made at this seat. ``is_this``: the one that goes on now."""

    id: Id
    since: datetime
    seat: str
    ops: int | None
    entries: tuple[Entry, ...] = ()
    is_here: bool = False
    is_this: bool = False


class Sessions:
    def __init__(
        self, store: Store, session: Session, now: Callable[[], datetime], door: Door | None
    ) -> None:
        """*door* is None at a seat alone: there is nobody to confirm to."""
        self._store, self._session, self._now, self._door = store, session, now, door
        self._settled: frozenset[Id] = frozenset()

    # -- the agent's own --

    @property
    def may_ask(self) -> bool:
        return self._door is not None

    def count(self) -> int:
        """Return how many the agent is asked about, as far as the seat knows."""
        return len(self._open())

    def asked(self, told: Sequence[Unconfirmed] = ()) -> list[Asked]:
        """Return what the agent is asked about, the oldest first; *told*: what central itself listed."""
        told_of = {each.id: each for each in told}
        here = [self._known(session, told_of.pop(session.id, None)) for session in self._open()]
        beyond = [Asked(each.id, each.since, each.seat, each.ops) for each in told_of.values()]
        return sorted([*here, *beyond], key=lambda each: (each.since, each.id))

    def _open(self) -> list[Session]:
        if self._door is None:
            return []
        me = self._session.agent
        found = self._store.find(Session, agent=me, confirmed=False, disputed=False)
        return [each for each in found if each.id not in self._settled]

    def _known(self, session: Session, told: Unconfirmed | None) -> Asked:
        count, entries = self._store.outbox.of_session(session.id)
        is_here = session.install == self._session.install or bool(count)
        seat = told.seat if told else self._store.feed.seat_code() if is_here else ""
        ops = told.ops if told else count if is_here else None
        is_this = session.id == self._session.id
        return Asked(session.id, session.since, seat, ops, self._shown(entries), is_here, is_this)

    def answer(self, password: str, mine: Sequence[Id], not_mine: Sequence[Id]) -> list[Unconfirmed]:
        """Tell central, and return what it still asks. For the lane of the network; safe to repeat.

        Raises CentralTrouble; a wrong password is CentralRefused("login").
        """
        assert self._door is not None
        talk = self._door(password)
        if mine or not_mine:
            talk.confirm(mine, not_mine)
        return talk.unconfirmed()

    def settle(self, left: Iterable[Unconfirmed]) -> None:
        """Note that central asks about *left* alone: the rest is answered, though no feed has said so yet."""
        self._settled = frozenset()
        self._settled = frozenset(each.id for each in self._open()) - {each.id for each in left}
        self._store.tell(frozenset({Session.kind}))

    # -- those that were somebody else --

    @property
    def may_see(self) -> bool:
        """Tell whether whoever sits here looks after what others dispute."""
        return self.may_ask and self._session.role in LEADS

    def disputed(self) -> list[Session]:
        """Return those no lead has seen to, the newest first; none where it is not this agent's matter."""
        return self._store.find(Session, disputed=True, seen_at=None) if self.may_see else []

    def get(self, session: Id) -> Session | None:
        return self._store.get(Session, session)

    def entries(self, session: Session) -> tuple[Entry, ...]:
        pairs = (entry.partition(" ") for entry in session.entries)
        return self._shown((kind, Id(id)) for kind, _, id in pairs)

    def see_to(self, told: Session | Overlap) -> None:
        """Take it off every lead's list; it stays what it is."""
        if not self.may_see:
            raise PermissionError
        with self._store.write() as to:
            to.put(replace(told, seen_at=self._now()))

    # -- one number at two seats --

    def overlaps(self) -> list[Overlap]:
        """Return those no lead has seen to; none where it is not this agent's matter."""
        return self._store.find(Overlap, seen_at=None) if self.may_see else []

    def overlap(self, id: Id) -> Overlap | None:
        return self._store.get(Overlap, id)

    def _shown(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Return the records to look at, each once: of a slip its order, of a step its case."""
        return tuple(dict.fromkeys(self._opened(*entry) for entry in entries))

    def _opened(self, kind: str, id: Id) -> Entry:
        slip = self._store.get(Slip, id) if kind == Slip.kind else None
        move = self._store.get(Move, id) if kind == Move.kind else None
        return ("order", slip.order) if slip else ("case", move.case) if move else (kind, id)

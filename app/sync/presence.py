"""How this seat stands, and how all the others do: said and asked over the seat's own connection."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.records.ids import Id
from app.records.leaves import Answer
from app.records.presence import Action, Directive, Floor, Stand, State
from app.sync.postgres import PostgresCentral


@dataclass(frozen=True, slots=True)
class SeatLine:
    """Used by one thread at a time, that of the rounds. Every method raises CentralTrouble."""

    central: PostgresCentral

    def beat(self, agent: Id | None, state: State, reason: str, heard: Sequence[Id]) -> list[Directive]:
        rows = self.central.rows(
            "SELECT id, action, why, by_agent, by_name FROM api.beat_v2(%s, %s, %s, %s::text[])",
            (agent, state, reason, list(heard)),
        )
        known = tuple(Action)
        return [
            Directive(Id(id), Action(do), why, Id(by), name) for id, do, why, by, name in rows if do in known
        ]

    def floor(self, session: Id) -> Floor:
        rows = self.central.rows(
            "SELECT seat, agent, state, reason, since, heard_at, at FROM api.floor_v1(%s)", (session,)
        )
        stands = tuple(
            Stand(seat, Id(agent) if agent else None, State(state), reason, since, heard_at)
            for seat, agent, state, reason, since, heard_at, _ in rows
            if state in tuple(State)
        )
        return Floor(stands, rows[0][-1] if rows else None)

    def direct(self, session: Id, seat: str, action: Action, why: str) -> None:
        self.central.rows("SELECT api.direct_v1(%s, %s, %s, %s)", (session, seat, action, why))

    def answer_leave(self, session: Id, leave: Id, answer: Answer, why: str) -> None:
        self.central.rows("SELECT api.answer_leave_v1(%s, %s, %s, %s)", (session, leave, answer, why))

    def close(self) -> None:
        self.central.close()

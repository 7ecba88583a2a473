"""One agent at the seat: the desk, the window's page and the road, from the open store to the closed one."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from app import places
from app.asking import central_of, door_of, pieces_of
from app.desk import clock
from app.desk.accesses import Accesses
from app.desk.accounts import Opened
from app.desk.addresses import Addresses
from app.desk.callers import Callers
from app.desk.calls import Calls
from app.desk.cases import Cases
from app.desk.clocks import Clocks
from app.desk.conflicts import Conflicts
from app.desk.corrections import Corrections
from app.desk.customers import Customers
from app.desk.definitions import Definitions
from app.desk.desk import Desk
from app.desk.directory import Directory
from app.desk.find import Finder
from app.desk.following import following_of
from app.desk.imports import Imports
from app.desk.jottings import Jottings
from app.desk.leaves import Leaves
from app.desk.lists import Lists
from app.desk.matter import matter_of
from app.desk.orders import Letterhead, Orders
from app.desk.past import past_of
from app.desk.people import People
from app.desk.presence import FloorDesk, Line, Presences, Told
from app.desk.prints import Prints
from app.desk.refusals import Refusals
from app.desk.retention import Retention
from app.desk.sessions import Sessions
from app.desk.suggestions import Suggestions
from app.desk.worklist import Worklist
from app.forms.load import Forms
from app.records.accounts import Agent, Session
from app.records.leaves import Granted
from app.records.presence import Directive, Presence, State, Stay
from app.records.progress import Progress
from app.sending.outgoing import Outgoing
from app.store.blobs import CHANGED
from app.store.engine import StoreRefused
from app.sync.blobs import move_piece
from app.sync.presence import SeatLine
from app.sync.round import Round, run_round
from app.ui import causes
from app.ui.background import Background
from app.ui.bridge import Bridge
from app.ui.courier import Courier
from app.ui.heartbeat import Heartbeat, Pulse
from app.ui.views import View
from app.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Locked:
    """Who locked which seat, the session and the stay that go on, and whom letters are sealed to."""

    agent: Agent
    session: Session
    seat_code: str
    box: str
    stay: Stay
    granted: Granted | None = None
    is_displaced: bool = False  # by the agent, at another seat: to come back they sign in

    def record(self, stay: Stay, lasted: int = 0) -> Presence:
        """Return what tells of *stay*, said now."""
        return stay.record(self.agent.id, self.seat_code, clock.now(), lasted)

    def gone(self, told: Directive | None) -> Stay:
        """Return the stay of who does not come back: the program is closed, or a lead has said so. A leave
        they are on goes on."""
        gone = Stay(State.OFFLINE, clock.now(), clock.tick(), "sign_out", granted=self.stay.granted)
        return gone.told(told)

    def said(self, reason: str, note: str) -> "Locked":
        """Return it with why the agent is away."""
        stay = self.stay.said(reason, note, self.granted.leave if self.granted else None)
        return replace(self, stay=stay)


@dataclass(frozen=True, slots=True)
class Parked:
    """What stood open where an agent locked the seat, and since when they are away."""

    view: View
    stay: Stay
    before: Stay  # what they left: a call, or the time after it, goes on


class Sitting:
    """One agent at the seat, from the open store to the closed one."""

    def __init__(
        self,
        opened: Opened,
        background: Background,
        make: Callable[[Bridge, Heartbeat, Line | None], Workplace],
        reseal: Callable[[Opened], None],
        beat: Callable[[], None],
        definitions: Definitions,
    ) -> None:
        """*definitions* take what central has published before the window hears that there is something."""
        self.opened, self._background = opened, background
        self._reseal, self._beat, self._definitions = reseal, beat, definitions
        self.warned = False
        self._central = central_of(opened)
        self._agents_changed = True
        opened.store.changes.listen(self._note)
        self._bridge = Bridge(opened.store.changes, background)
        waiting = partial(opened.store.outbox.state, opened.agent.id)
        pulse = Pulse(None, waiting, random.random, clock.now)
        if self._central is not None:
            pulse = replace(pulse, round=self._round, news=self._central.news, rest=self._central.close)
        self.heartbeat = Heartbeat(pulse, background.central, self._bridge, self._bridge)
        self.line: Line | None = SeatLine(self._central) if self._central is not None else None
        self.workplace = make(self._bridge, self.heartbeat, self.line)
        background.slow.run(opened.store.blobs.sweep, None, lambda error: None)
        forms = definitions.forms
        out = Outgoing(opened.store, opened.store.feed.install(), lambda: forms.notify, clock.now)
        self._couriers = [self._courier(out.send_next, lambda: None, frozenset({"message"}))]
        if (road := pieces_of(opened)) is not None:
            move = partial(move_piece, opened.store, road)
            self._couriers.append(self._courier(move, road.close, frozenset({CHANGED, "attachment"})))

    @property
    def presence(self) -> Presences:
        return self.workplace.presence

    def _courier(
        self, move: Callable[[], Progress], rest: Callable[[], None], kinds: frozenset[str]
    ) -> Courier:
        made = Courier(move, rest, random.random, kinds, self._bridge)
        made.begin(self._background.slow, self._bridge)
        return made

    def lock(self, why: str, told: Directive | None) -> Locked:
        """Return who locks the seat. By their own hand they go on the leave that may begin now, unless they
        say otherwise."""
        opened, granted = self.opened, self.workplace.granted
        stay = self.presence.begun(State.AWAY, why).told(told)
        locked = Locked(opened.agent, opened.session, opened.seat.code, opened.box, stay, granted)
        return locked.said(granted.leave.reason, "") if granted and why in causes.OWN else locked

    def leave(self) -> None:
        """Close; what is typed is on disk already, and the line to central is the beat's."""
        self.workplace.leave()
        self.heartbeat.stop()
        for courier in self._couriers:
            courier.stop()
        self._bridge.close()
        self._bridge.deleteLater()
        self.opened.store.close()

    def _note(self, kinds: frozenset[str]) -> None:
        self._agents_changed = self._agents_changed or not kinds.isdisjoint({"agent", "recovery"})
        if "definition" in kinds:  # on the thread of the round that brought it
            with suppress(StoreRefused):
                self._definitions.look(self.opened.store)

    def _round(self) -> Round:
        """Runs in the central lane. Who may open the seat follows who works in the centre."""
        assert self._central is not None
        self._beat()
        done = run_round(self.opened.store, self._central)
        if self._agents_changed:
            self._agents_changed = False
            self._reseal(self.opened)
        return done


def desk_of(opened: Opened, forms: Forms, lang: str, line: Line | None) -> Desk:
    store, agent, session, now = opened.store, opened.agent, opened.session, clock.now
    calls, cases = Calls(store, forms, agent, now, lang), Cases(store, forms, agent, now)
    orders = Orders(store, calls, agent, now, Letterhead(opened.seat.centre, lang, opened.seat.code))
    conflicts = Conflicts(store, corrections := Corrections(store, forms, lang), agent, now)
    sessions, refusals = Sessions(store, session, now, door_of(opened)), Refusals(store, corrections, session)
    clocks = Clocks(store, forms, agent, clock.now, lang, past := past_of(store))
    worklist = Worklist(calls, cases, conflicts, refusals, sessions, clocks)
    addresses = Addresses(forms, places.resources() / "divisions" / "divisions.xz")
    return Desk(
        calls=calls,
        cases=cases,
        orders=orders,
        prints=Prints(store, orders, agent, now),
        matter=matter_of(store, calls, agent, clock.now),
        customers=Customers(store),
        callers=Callers(store, forms, opened.session, clock.now, addresses.country, is_alone=line is None),
        conflicts=conflicts,
        refusals=refusals,
        sessions=sessions,
        clocks=clocks,
        retention=Retention(store, forms, agent, clock.now, past),
        following=following_of(store, calls, agent, now),
        worklist=worklist,
        finder=Finder(store, calls, worklist, opened.seat.code, lang),
        imports=Imports(store, forms, agent, clock.now, lang),
        lists=Lists(store, forms, agent, opened.seat.code, clock.now, lang),
        accesses=(accesses := Accesses(store, forms.rights, opened.session, opened.seat.code, now)),
        directory=Directory(forms, accesses, clock.now, lang),
        addresses=addresses,
        people=People(store),
        presence=Presences(store, agent.id, opened.seat.code, now, clock.tick, forms),
        leaves=(leaves := Leaves(store, opened.session, line, now)),
        floor=FloorDesk(line, opened.session, forms.lists, leaves, Told(store)),
        jottings=Jottings(store, agent, clock.now),
        suggestions=Suggestions(store),
        agent=agent,
        seat_code=opened.seat.code,
        centre=opened.seat.centre,
    )

"""Seats and a central as Hypothesis plays them: whatever comes after whatever, the laws hold after each."""

import json
import os
import random
import sys
import tempfile
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import hypothesis.strategies as st
import psycopg
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.records.accounts import Role
from app.store import rows, tables
from app.sync import round
from app.sync.port import CentralAway, CentralTrouble
from tests.central import rig
from tests.faults import checks, harness, worker
from tests.faults.stage import Struck

SEATS = 3
ACTS = (
    "take_call", "_change_call", "open_case", "_advance_case", "order", "_advance_order", "_slip", "print",
    "_change_customer", "newer", "_odd", "_poison",
)  # fmt: skip
ROUNDS_TO_PEACE = 12


def _strike() -> None:
    raise Struck


class Dead:
    """The road where there is none."""

    def close(self) -> None: ...

    def __getattr__(self, name):
        raise CentralAway("offline")


class Player:
    """A seat in this very process, which can be struck down and started again on its file."""

    def __init__(self, file: Path, words: dict) -> None:
        self.file, self.words = file, words
        self.is_online, self.ahead = True, timedelta()
        self.start()

    def start(self) -> None:
        self.seat = worker.Seat(str(self.file), self.words)
        self.seat.doom._strike, self.seat.ahead = _strike, self.ahead
        self.connect(self.is_online)

    def connect(self, online: bool) -> None:
        self._hang_up()
        self.is_online, self.seat.patience = online, harness.CALM
        self.seat.central = self.seat.road(answer_timeout=harness.CALM) if online else Dead()

    def _hang_up(self) -> None:
        if self.seat.central is not None:
            self.seat.central.close()

    def stop(self) -> None:
        self._hang_up()
        self.seat.store.close()
        os.close(self.seat.hands._promises)

    def again(self) -> None:
        self.stop()
        self.start()

    def act(self, name: str, dice, die_at: int = 0) -> None:
        hands = self.seat.hands
        hands.dice = dice
        hands._hot.clear()
        self._doomed(getattr(hands, name), die_at)

    def round(self, die_at: int = 0) -> None:
        self._doomed(lambda: round.run_round(self.seat.store, self.seat.central), die_at)

    def _doomed(self, do, at: int) -> None:
        """Do it, and lose the power before statement *at* (0: never)."""
        self.seat.doom.left = at
        try:
            do()
        except Struck:
            self.again()
        finally:
            self.seat.doom.left = 0

    def sign_in(self, session: str) -> None:
        self.words |= {"session": session, "signed_in": True}
        self.again()

    def asked(self, query: str) -> list:
        with self.seat.store._door.read() as connection:
            return connection.exec_driver_sql(query).mappings().all()

    def unsaid(self) -> list:
        """Return what this seat wrote last in a field, still waits to say, and shows otherwise."""
        said: dict = {}
        for op in self.asked("SELECT kind, record, body FROM outbox WHERE state = 'pending' ORDER BY n"):
            patch = json.loads(op["body"].replace("1e999999", "0"))["patch"]
            if op["kind"] in tables.KINDS and "mood" not in patch:  # what is new here was not typed in
                said.setdefault((op["kind"], op["record"]), {}).update(patch)
        return [
            (key, patch, shown)
            for key, patch in said.items()
            if (shown := self._shown(*key)) is not None
            and any(shown.get(name) != value for name, value in patch.items())
        ]

    def _shown(self, name: str, record: str) -> dict | None:
        kind = tables.KINDS[name]
        with self.seat.store._door.read() as connection:
            row = connection.exec_driver_sql(kind.read, (record,)).mappings().one_or_none()
        return None if row is None else json.loads(json.dumps(rows.body_of_row(kind.shape, row)))


class World:
    """A central, some seats, and what is known of both from outside."""

    def __init__(self, server, mutant=None) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="zuoxi-machine-")
        self.place = rig.Place(server)
        if mutant:
            mutant.patch_central(self.place)
        self.periods: list = [(self.epoch(), {})]
        self.backup = ""
        self.players = [self._player() for _ in range(SEATS)]

    def _player(self) -> Player:
        enrolment, folder = self.place.enrol(), Path(self._folder.name)
        words = {
            "code": enrolment["seat"], "install": uuid4().hex, "login": enrolment["login"],
            "port": self.place.server.port, "password": enrolment["password"],
            "database": self.place.database, "signed_in": False, "hot": 3, "session": str(uuid4()),
        }  # fmt: skip
        return Player(folder / f"{enrolment['seat']}.db", words)

    def epoch(self) -> str:
        return str(self.place.rows("SELECT epoch FROM cc.epoch")[0]["epoch"])

    def back_up(self) -> None:
        name = f"{self.place.database}_backup"
        harness.copy(self.place, name, self.place.database)
        self.backup = name
        self.place.engine.dispose()  # a copy sends everybody away

    def restore(self) -> None:
        harness.put_back(self.place, self.backup)
        self.place.engine.dispose()
        records = self.place.rows("SELECT kind, id::text, ver FROM cc.record")
        self.periods.append((self.epoch(), {(r["kind"], r["id"]): r["ver"] for r in records}))

    def close(self) -> None:
        for player in self.players:
            player.stop()
        if self.backup:
            with closing(psycopg.connect(self.place.server.url(), autocommit=True)) as admin:
                admin.execute(f'DROP DATABASE "{self.backup}" WITH (FORCE)')
        self.place.drop()
        self._folder.cleanup()

    def heal(self) -> None:
        """Everybody comes back, and says and hears until nobody has anything to say or to hear."""
        for player in self.players:
            player.connect(True)
        for _ in range(ROUNDS_TO_PEACE):
            done = [round.run_round(player.seat.store, player.seat.central) for player in self.players]
            if [one.pushed + one.pulled for one in done] == [0] * SEATS:
                return
        raise AssertionError("no peace")

    def central_errs(self) -> dict:
        """What central holds and must not, whatever the seats still have to say."""
        log, records = checks.told_by(self.place)
        return _found(
            doubled=checks.doubled(self.place, log), collisions=checks.collisions(log),
            overwritten=checks.overwritten(self.place, log, records, self.periods),
            broken_chains=checks.broken_chains(self.place, log),
        )  # fmt: skip

    def all_errs(self) -> dict:
        """What is not as it must be in peace."""
        looks = [player.seat.look() for player in self.players]
        log, records = checks.told_by(self.place)
        return self.central_errs() | _found(
            lost=checks.lost(self.players, looks, log),
            bodies=checks.voids_without_body(self.place, self.players, looks),
            diverged=checks.diverged(self.players, looks, records),
            misheard=checks.misheard(self.players, looks, log),
            waiting=[player.words["code"] for player, look in zip(self.players, looks, strict=True)
                     if checks._waits(look)],
            copies=self.place.rows("SELECT code FROM cc.seat WHERE copy_of IS NOT NULL"),
        )  # fmt: skip


def _found(**lists) -> dict:
    return {name: what[:3] for name, what in lists.items() if what}


who = st.integers(0, SEATS - 1)
any_dice = st.integers(0, 1 << 16).map(random.Random)


class Machine(RuleBasedStateMachine):
    """Subclasses give ``server``, and ``mutant`` where one thing is to be broken."""

    server, mutant = None, None

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.server, self.mutant)
        self.moved = self.has_new_kind = False

    def _of(self, n: int) -> Player:
        return self.world.players[n]

    # -- what an agent does --

    @rule(who=who, acts=st.lists(st.sampled_from(ACTS), min_size=1, max_size=4), dice=any_dice)
    def _work(self, who, acts, dice):
        for act in acts:
            self._of(who).act(act, dice)

    @rule(who=who, act=st.sampled_from(ACTS), dice=any_dice, at=st.integers(1, 25))
    def _work_and_die(self, who, act, dice, at):
        self._of(who).act(act, dice, at)

    @rule(who=who, role=st.sampled_from((Role.AGENT, Role.LEAD, Role.SUPERVISOR)))
    def _sign_in(self, who, role):
        player = self._of(who)
        player.sign_in(harness.sign_in(self.world.place, role, player.words["install"]))

    # -- the road --

    @rule(who=who)
    def _round(self, who):
        self._talk(self._of(who).round)

    @rule(who=who, at=st.integers(1, 60))
    def _round_and_die(self, who, at):
        self._talk(lambda: self._of(who).round(at))

    @rule(who=who, count=st.integers(1, 5), heard=st.booleans())
    def _push_part(self, who, count, heard):
        """So many ops, and the answer, or not that."""
        seat = self._of(who).seat

        def push():
            epoch = round._greet(seat.store, seat.central).epoch
            ops = seat.store.outbox.waiting(count)
            receipts = seat.central.push(epoch, [op.body for op in ops])
            if heard:
                seat.store.outbox.settle(receipts)

        self._talk(push)

    @rule(who=who, count=st.integers(1, 6))
    def _pull_part(self, who, count):
        seat = self._of(who).seat

        def pull():
            epoch = round._greet(seat.store, seat.central).epoch
            seat.store.feed.receive(seat.central.pull(epoch, seat.store.feed.cursor(), count))

        self._talk(pull)

    def _talk(self, do) -> None:
        self.moved = True
        with suppress(CentralTrouble):
            do()

    @rule(who=who)
    def _off_or_on(self, who):
        self._of(who).connect(not self._of(who).is_online)

    # -- the world --

    @rule(who=who)
    def _start_again(self, who):
        self._of(who).again()

    @rule(who=who, days=st.integers(-3650, 3650))
    def _clock_jumps(self, who, days):
        player = self._of(who)
        player.ahead = player.seat.ahead = timedelta(days=days)

    @precondition(lambda self: not self.has_new_kind)
    @rule()
    def _central_learns_a_kind(self):
        self.has_new_kind = True
        self.world.place.rows("INSERT INTO cc.kind VALUES ('spell', '{}', 1000) ON CONFLICT DO NOTHING")

    @precondition(lambda self: not self.world.backup)
    @rule()
    def _back_up(self):
        self.world.back_up()

    @precondition(lambda self: self.world.backup and len(self.world.periods) < 3)
    @rule()
    def _restore(self):
        self.world.restore()
        self.moved = True

    # -- the laws --

    @invariant()
    def _every_seat_shows_what_it_has_to_say(self):
        assert [player.unsaid() for player in self.world.players] == [[]] * SEATS

    @invariant()
    def _turns_have_no_gap_and_numbers_one_bearer(self):
        told = []
        for player in self.world.players:
            ops = player.asked("SELECT n, body FROM outbox ORDER BY n")
            assert [op["n"] for op in ops] == list(range(1, len(ops) + 1))
            told += ops
        assert checks.collisions(told) == []

    @invariant()
    def _central_is_what_was_said(self):
        if self.moved:
            self.moved = False
            errs = self.world.central_errs()
            assert errs == {}, errs

    def teardown(self):
        try:
            if sys.exc_info()[0] is None:
                self.world.heal()
                errs = self.world.all_errs()
                assert errs == {}, errs
        finally:
            self.world.close()

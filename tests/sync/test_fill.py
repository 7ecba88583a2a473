"""First sync: the newest before the rest, resumed where it stopped, nothing missed that happens meanwhile."""

import json
from datetime import timedelta

import pytest

from app.records.accounts import Role, Session
from app.records.calls import Call
from app.records.ids import Id
from app.store import fill
from app.store.fill import Filling
from app.sync import round as rounds
from app.sync.port import CentralAway
from tests.central.rig import a_call
from tests.faults.harness import sign_in
from tests.sync.rig import START

PUT = "INSERT INTO cc.record (tenant, kind, id, ver, body, fv) VALUES (1, 'call', %s, 1, %s::jsonb, '{}')"


def id_at(days: float, n: int) -> str:
    """The id of a record made so many days before the tests' now."""
    ms = int((START - timedelta(days=days)).timestamp() * 1000)
    text = f"{ms:012x}"
    return f"{text[:8]}-{text[8:]}-7000-8000-{n:012x}"


def put_past(place, days, n=0):
    id = id_at(days, n)
    place.rows(PUT, id, json.dumps(a_call(number=f"L-{days}-{n}")))
    return Id(id)


def here(seat):
    return {call.id for call in seat.store.find(Call, form="inquiry", limit=100_000)}


class Cut:
    """The real road, that breaks at the so-maniest page of the first sync."""

    def __init__(self, seat, pages):
        self._central, self._pages = seat.central, pages
        self.asked = []

    def __getattr__(self, name):
        return getattr(self._central, name)

    def fill(self, epoch, kind, before, limit):
        if len(self.asked) == self._pages:
            raise CentralAway("cut")
        self.asked.append((kind, before))
        return self._central.fill(epoch, kind, before, limit)


@pytest.fixture
def few_at_a_time(monkeypatch):
    monkeypatch.setattr(rounds, "PAGE", 2)
    monkeypatch.setattr(rounds, "_FILLED", 1)


def test_what_is_recent_comes_in_the_first_round_and_the_rest_bit_by_bit(place, seat_at, few_at_a_time):
    recent = {put_past(place, days) for days in (1, 5, 10, 20, 29)}
    past = {put_past(place, 40 + n) for n in range(6)}
    seat = seat_at()
    seat.round()
    assert recent <= here(seat)
    assert not past <= here(seat)
    rounds_ = 1
    while not seat.store.feed.filling().is_done:
        seat.round()
        rounds_ += 1
    assert here(seat) == recent | past
    assert rounds_ > 2


def test_a_seat_works_while_the_past_still_comes(place, seat_at, few_at_a_time):
    for n in range(8):
        put_past(place, 100 + n)
    new, old = seat_at(), seat_at()
    new.round()
    assert not new.store.feed.filling().is_done
    mine = new.take_call()
    theirs = old.take_call()
    old.round()
    new.round()
    assert {mine.id, theirs.id} <= here(new)
    assert new.pending == 0


def test_a_first_sync_goes_on_where_it_was_cut(place, seat_at, few_at_a_time):
    all_ = {put_past(place, 1, n) for n in range(9)}
    seat = seat_at()
    cut = Cut(seat, 6)
    with pytest.raises(CentralAway):
        seat.round(cut)
    half = here(seat)
    assert 0 < len(half) < 9
    again = Cut(seat, 1000)
    seat.round(again)
    assert not set(cut.asked[:-1]) & set(again.asked)
    assert here(seat) == all_


def test_what_changes_during_the_first_sync_is_not_missed(place, seat_at, few_at_a_time):
    ids = [put_past(place, 1, n) for n in range(6)]
    other, seat = seat_at(), seat_at()
    other.round()

    class Meanwhile(Cut):
        def fill(self, epoch, kind, before, limit):
            page = super().fill(epoch, kind, before, limit)
            if kind == "call" and not changed:
                other.change(ids[5], name="changed after it was read")
                other.change(ids[0], name="changed before it was read")
                changed.extend([other.take_call().id])
                other.round()
            return page

    changed: list[Id] = []
    seat.round(Meanwhile(seat, 1000))
    seat.round()
    assert seat.call(ids[5]).answers["name"] == "changed after it was read"
    assert seat.call(ids[0]).answers["name"] == "changed before it was read"
    assert changed[0] in here(seat)


def test_a_kind_learnt_later_is_asked_for_then(place, seat_at, monkeypatch):
    seat = seat_at()
    with monkeypatch.context() as older:
        older.setattr(fill.tables, "KINDS", {k: v for k, v in fill.tables.KINDS.items() if k != "call"})
        made = put_past(place, 3)
        seat.round()
    assert here(seat) == set()
    seat.round()
    assert here(seat) == {made}


def test_a_file_of_before_asks_for_nothing_twice(place, seat_at):
    seat = seat_at()
    seat.round()
    with seat.store._door.write() as connection:
        connection.exec_driver_sql("DELETE FROM meta WHERE name = 'fill'")
    put_past(place, 3)  # beside the feed: only a first sync would find it
    seat.round()
    assert here(seat) == set()


def test_the_order_is_recent_first_and_ends():
    filling, seen = Filling.begun(START), []
    while step := filling.next():
        seen.append((step.kind, step.is_recent))
        filling.came(step.kind, (), more=False)
        filling = Filling(filling.text)
    assert [kind for kind, _ in seen][:4] == ["agent", "definition", "conflict", "case"]
    assert {kind for kind, _ in seen} == set(fill.tables.KINDS)


def test_an_agent_central_has_no_more_after_a_restore_is_gone_here_too(place, seat_at):
    seat = seat_at()
    kept, _ = place.agent(Role.AGENT)
    place.agent(Role.AGENT)
    seat.round()
    before = {agent.id for agent in seat.agents()}
    (gone,) = (id for id in before if str(id) != str(kept) and id != seat.agent)
    place.rows("DELETE FROM cc.change_log WHERE kind = 'agent' AND id::text = %s RETURNING 1", gone)
    place.rows("DELETE FROM cc.record WHERE kind = 'agent' AND id::text = %s RETURNING 1", gone)
    place.rows("UPDATE cc.epoch SET epoch = gen_random_uuid() RETURNING 1")
    seat.round()
    seat.round()
    assert {agent.id for agent in seat.agents()} == before - {gone}


def test_a_session_central_opened_and_has_no_more_after_a_restore_is_gone_here_too(place, seat_at):
    seat, other = seat_at(), seat_at()
    kept = sign_in(place, Role.AGENT, other.store.feed.install())
    gone = sign_in(place, Role.AGENT, other.store.feed.install())
    seat.round()
    assert {kept, gone} <= {str(session.id) for session in seat.store.find(Session)}
    place.rows("DELETE FROM cc.change_log WHERE kind = 'session' AND id::text = %s", gone)
    place.rows("DELETE FROM cc.record WHERE kind = 'session' AND id::text = %s", gone)
    place.rows("UPDATE cc.epoch SET epoch = gen_random_uuid()")
    seat.round()
    left = {str(session.id) for session in seat.store.find(Session)}
    assert kept in left
    assert gone not in left

"""Sessions opened without central: what the agent is asked about, and what a lead sees of the others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.desk.sessions import Sessions
from app.records.accounts import Role, Session, Unconfirmed
from app.records.ids import new_id
from app.records.orders import Slip
from app.sync.port import CentralAway


class Talk:
    """What central says over the agent's own login; the real one is tested on a real server in tests/sync."""

    def __init__(self, listed=(), *, away=False):
        self.listed, self.away, self.said, self.passwords = list(listed), away, [], []

    def __call__(self, password):
        self.passwords.append(password)
        return self

    def unconfirmed(self):
        if self.away:
            raise CentralAway("away")
        return [each for each in self.listed if each.id not in {id for said in self.said for id in said}]

    def confirm(self, mine, not_mine):
        self.said.append((*mine, *not_mine))


@pytest.fixture
def talk():
    return Talk()


@pytest.fixture
def sessions(opened, clock, talk):
    return Sessions(opened.store, opened.session, clock, talk)


def put(opened, **given):
    made = replace(opened.session, id=new_id(), **given)
    with opened.store.write() as to:
        to.put(made)
    return made


def test_the_agents_own_unconfirmed_sessions_are_asked_about_the_oldest_first(sessions, opened, clock):
    old = put(opened, since=clock() - timedelta(days=1), install="elsewhere")
    for other in ({"agent": new_id()}, {"confirmed": True}, {"disputed": True}):
        put(opened, **other)
    assert [each.id for each in sessions.asked()] == [old.id, opened.session.id]
    assert sessions.count() == 2


def test_a_seat_alone_asks_nothing(opened, clock):
    alone = Sessions(opened.store, opened.session, clock, None)
    assert (alone.count(), alone.asked(), alone.may_ask, alone.may_see) == (0, [], False, False)


def test_of_a_session_at_this_seat_its_entries_are_known(sessions, opened, calls, orders, repair):
    saved = orders.save_and_make(repair(user_type="residential", gas_smell=False))
    with opened.store.write() as to:
        to.put(Slip(new_id(), "PL01-00001-X", saved.order.id))
        to._session = replace(opened.session, id=new_id())  # somebody central has let in
        to.put(replace(saved.call, channel="visit"))
    (asked,) = sessions.asked()
    assert (asked.is_here, asked.is_this, asked.seat) == (True, True, "L01")
    kinds = [kind for kind, _ in asked.entries]  # a slip is shown as its order
    assert sorted(kinds) == ["call", "case", "customer", "order"]
    assert ("call", saved.call.id) in asked.entries
    sent = [op for op in opened.store.outbox.waiting(500) if op.kind != "session"]
    assert asked.ops == len(sent) - 1  # the last was written in another session


def test_what_the_next_one_wrote_is_not_in_it(sessions, opened, calls, repair):
    next_one = put(opened)
    opened.store._session = next_one
    call = calls.save(repair()).call
    first, second = sessions.asked()
    assert (first.ops, first.entries) == (0, ())
    assert ("call", call.id) in second.entries


def test_of_a_session_elsewhere_only_central_knows_the_seat_and_how_many(sessions, opened, clock):
    old = put(opened, since=clock() - timedelta(days=1), install="elsewhere")
    first = sessions.asked()[0]
    assert (first.seat, first.ops, first.is_here) == ("", None, False)
    told = [Unconfirmed(old.id, "B07", old.since, 12), Unconfirmed(new_id(), "C01", clock(), 3)]
    asked = sessions.asked(told)
    assert [(each.seat, each.ops) for each in asked if not each.is_here] == [("B07", 12), ("C01", 3)]


def test_what_was_answered_is_asked_no_more_before_the_feed_says_so(sessions, opened, talk, clock):
    old = put(opened, since=clock() - timedelta(days=1))
    talk.listed = [Unconfirmed(each.id, "L01", each.since, 0) for each in (old, opened.session)]
    told = []
    opened.store.changes.listen(told.append)
    left = sessions.answer("secret", [old.id], [])
    assert (talk.passwords, talk.said) == (["secret"], [(old.id,)])
    sessions.settle(left)
    assert told == [frozenset({"session"})]
    assert [each.id for each in sessions.asked()] == [opened.session.id]
    assert sessions.count() == 1


def test_with_nothing_marked_central_is_only_asked(sessions, talk):
    assert sessions.answer("secret", [], []) == []
    assert talk.said == []


def test_with_central_away_all_is_asked_as_before(sessions, talk):
    talk.away = True
    with pytest.raises(CentralAway):
        sessions.answer("secret", [], [])
    assert sessions.count() == 1


# -- those that were somebody else --


def test_a_lead_sees_what_was_disputed_until_one_has_seen_to_it(sessions, opened, clock):
    theirs = put(opened, agent=new_id(), disputed=True, seat="B07", ops=2, entries=("call x", "slip y"))
    put(opened, agent=new_id())
    assert sessions.may_see  # who sets a seat up is a lead
    assert sessions.disputed() == [theirs]
    assert sessions.entries(theirs) == (("call", "x"), ("slip", "y"))
    sessions.see_to(theirs)
    assert sessions.disputed() == []
    (*_, op) = opened.store.outbox.waiting()
    assert op.patch.keys() == {"seen_at"}
    assert opened.store.get(Session, theirs.id).disputed


def test_an_agent_sees_nobody_elses(opened, clock, talk):
    agent = Sessions(opened.store, replace(opened.session, role=Role.AGENT), clock, talk)
    theirs = put(opened, agent=new_id(), disputed=True)
    assert agent.disputed() == []
    with pytest.raises(PermissionError):
        agent.see_to(theirs)

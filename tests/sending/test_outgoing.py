"""What waits to go out: once, in its turn, patiently; and never what somebody settled meanwhile."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.forms.notifying import Hook, NotifyRules
from app.records.ids import new_id
from app.records.messages import Message, MessageState
from app.records.orders import OrderState
from app.records.progress import Progress
from app.sending.outgoing import Outgoing
from app.sending.port import SendRefused
from app.store.engine import open_engines
from app.store.store import Store
from tests.seatfile import KEY, new_file
from tests.store.conftest import Clock, Make

HERE = "inst-1"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def make(clock):
    return Make(clock)


@pytest.fixture
def store(tmp_path, make, clock):
    new_file(path := tmp_path / "seat.db")
    store = Store(open_engines(path, KEY), make.session(), clock)
    yield store
    store.close()


class Roads:
    """Stands where mail and gateways stand; ``answers`` are what the next tries meet."""

    def __init__(self):
        self.sent, self.answers = [], []

    def __call__(self, out, way):
        self.way = way
        return self

    def send(self, letter):
        if self.answers and (answer := self.answers.pop(0)):
            raise answer
        self.sent.append(letter)


@pytest.fixture
def roads():
    return Roads()


@pytest.fixture
def out(store, clock, roads):
    return Outgoing(store, HERE, NotifyRules, clock, roads)


@pytest.fixture
def put(store, make, clock):
    """Keep an order with one message of it."""

    def made(state=OrderState.DISPATCHED, **given):
        order = make.order(state=state)
        message = Message(
            **{
                "id": new_id(), "order": order.id, "way": "gateway", "to": "139", "name": "队长",
                "text": "派工\n地址", "at": clock(), "by": make.agent_id, "seat": HERE, **given,
            }
        )  # fmt: skip
        with store.write() as to:
            to.put(order)
            to.put(message)
        return message

    return made


def state(store, message):
    return store.get(Message, message.id).state


def test_the_oldest_goes_first_each_once_and_is_noted(out, put, store, roads, clock):
    first, second = put(), put()
    assert [out.send_next() for _ in range(3)] == [Progress.ON, Progress.ON, Progress.DONE]
    assert [letter.id for letter in roads.sent] == [first.id, second.id]
    assert (roads.sent[0].to, roads.sent[0].subject) == ("139", "派工")
    kept = store.get(Message, first.id)
    assert (kept.state, kept.done_at, kept.tries) == (MessageState.SENT, clock(), ())


def test_what_another_seat_made_or_a_person_has_to_say_stays(out, put, store, roads):
    theirs, spoken = put(seat="inst-2"), put(way="")
    assert out.send_next() is Progress.DONE
    assert (roads.sent, state(store, theirs), state(store, spoken)) == ([], "waiting", "waiting")


def test_one_that_does_not_get_through_waits_longer_each_time(out, put, store, roads, clock):
    message, rests = put(), []
    roads.answers = [SendRefused("away")] * 8
    for _ in range(8):
        since = clock()
        while out.send_next() is Progress.WAITS:
            clock.move(seconds=5)
        rests.append((clock() - since).total_seconds())
    assert rests == [0, 15, 30, 60, 120, 240, 480, 600]
    kept = store.get(Message, message.id)
    assert (kept.state, [each["error"] for each in kept.tries]) == (MessageState.WAITING, ["away"] * 8)
    clock.move(minutes=10)
    out.send_next()
    assert state(store, message) is MessageState.SENT


def test_one_message_in_trouble_holds_up_no_other(out, put, store, roads):
    stuck, other = put(), put()
    roads.answers = [SendRefused("away")]
    assert [out.send_next() for _ in range(3)] == [Progress.ON, Progress.ON, Progress.WAITS]
    assert (state(store, stuck), state(store, other)) == (MessageState.WAITING, MessageState.SENT)


def test_what_is_no_use_is_given_up_at_once_and_what_is_a_day_old_too(out, put, store, roads, clock):
    final = put()
    roads.answers = [SendRefused("address", final=True)]
    out.send_next()
    assert state(store, final) is MessageState.FAILED
    old = put()
    clock.move(hours=25)
    roads.answers = [SendRefused("away")]
    out.send_next()
    assert state(store, old) is MessageState.FAILED
    assert out.send_next() is Progress.DONE


def test_of_a_void_order_nobody_hears(out, put, store, roads):
    message = put(state=OrderState.VOID)
    out.send_next()
    assert (state(store, message), roads.sent) == (MessageState.DROPPED, [])


def test_what_somebody_read_out_meanwhile_stays_told(out, put, store, roads, make):
    message = put()

    def told_then_taken(letter):
        with store.write() as to:
            to.put(replace(message, state=MessageState.TOLD, done_by=make.agent_id))

    roads.send = told_then_taken
    out.send_next()
    assert state(store, message) is MessageState.TOLD


def test_killed_between_sending_and_noting_it_goes_once_more_under_the_same_name(
    out, put, store, roads, monkeypatch
):
    message = put()
    with monkeypatch.context() as dying:
        dying.setattr(Outgoing, "_keep", lambda *words: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            out.send_next()
    out.send_next()
    assert [letter.id for letter in roads.sent] == [message.id] * 2
    assert state(store, message) is MessageState.SENT


def test_a_way_the_rules_do_not_have_any_more_is_said(store, put, clock):
    message = put()
    Outgoing(store, HERE, NotifyRules, clock).send_next()
    assert [each["error"] for each in store.get(Message, message.id).tries] == ["way"]


def test_by_a_real_gateway_with_the_key_typed_in_at_the_seat(store, put, clock, gateway):
    with store.write() as to:
        to.set("way gateway", "key")
    message = put()
    rules = NotifyRules({"gateway": Hook(gateway.url)})
    Outgoing(store, HERE, lambda: rules, lambda: datetime.now(UTC)).send_next()
    assert len(gateway.taken) == 1
    assert state(store, message) is MessageState.SENT

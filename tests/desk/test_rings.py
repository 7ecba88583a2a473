"""Calls that come in: each word of the telephone system's counts once; who reached nobody is called back."""

from datetime import UTC, datetime, timedelta

import pytest

from app.desk.letters import TOLD
from app.desk.rings import Rings
from app.forms.telephony import RingRefused, told_of
from app.records.callbacks import Callback, Why
from app.records.rings import Ring

PHONE = "13800001234"


@pytest.fixture
def rings(calls):
    return calls.rings


@pytest.fixture
def tell(rings, clock):
    def tell(event="ring", number=PHONE, ref="", **said):
        return rings.hear(told_of({"event": event, "number": number, "ref": ref, **said}, clock()))

    return tell


def owed(calls):
    return calls.callbacks.open()


def test_a_call_is_told_word_by_word_and_shown_until_somebody_sees_to_it(tell, rings, clock):
    ring = tell(ref="pbx-1", line="2")
    clock.go(seconds=8)
    tell("answer", "", ref="pbx-1")
    clock.go(minutes=3)
    last = tell("end", "", ref="pbx-1")
    assert (last.number, last.line) == ("+8613800001234", "2")
    assert [last.answered_at - last.rang_at, last.ended_at - last.answered_at] == [
        timedelta(seconds=8), timedelta(minutes=3),
    ]  # fmt: skip
    assert rings.live() == [last]  # answered, and nobody has logged it
    rings.take(ring.id, "the call")
    assert rings.live() == []
    assert rings.of_call("the call").taken_by


def test_the_same_word_again_changes_nothing(tell, opened, rings, clock):
    first = tell(ref="pbx-1")
    before = opened.store.outbox.state().pending
    clock.go(seconds=2)
    assert tell(ref="pbx-1") == first
    assert tell(number="120", ref="pbx-1") == first
    assert len(rings.live()) == 1
    assert opened.store.outbox.state().pending == before


def test_without_an_id_words_find_their_call_by_its_number(tell, rings, clock):
    first = tell()
    clock.go(seconds=2)
    assert tell().id == first.id  # still the same ringing
    other = tell(number="13900001111")
    assert tell("answer").id == first.id
    clock.go(minutes=1)
    tell("end")
    assert rings.live()[1] == other
    assert tell().id != first.id


def test_what_came_behind_a_lock_is_heard_once_even_if_the_program_ended_on_the_way(
    rings, opened, calls, clock
):
    said = [told_of({"event": event, "number": PHONE}, clock()).texts() for event in ("ring", "missed")]
    for _ in range(2):
        with opened.store.write() as to:
            to.set(TOLD, [*said, ["?", "ring", clock().isoformat(), "+8613800001234", "", "x"]])
        assert [each.ref for each in rings.catch_up()] == ["", "x"]
        assert rings.catch_up() == []
    assert opened.store.setting(TOLD) == []
    assert opened.store.count(Ring, ref="") == 1
    assert len(owed(calls)) == 1


def test_an_id_that_is_given_out_again_the_next_day_is_another_call(tell, clock):
    first = tell(ref="7")
    tell("answer", "", ref="7")
    clock.go(hours=24)
    second = tell("missed", ref="7")
    assert second.id != first.id
    clock.go(hours=24)
    assert tell(ref="7").id not in (first.id, second.id)


@pytest.mark.parametrize("event", ["missed", "end", "message"])
def test_whoever_reached_nobody_is_called_back(tell, calls, rings, clock, event):
    clock.at = datetime(2026, 11, 21, 10, 31).astimezone(UTC)
    tell()
    clock.go(seconds=20)
    tell(event)
    (one,) = owed(calls)
    assert (one.number, one.handler, one.after_hours) == ("+8613800001234", None, False)
    assert one.why is (Why.MESSAGE if event == "message" else Why.MISSED)
    assert one.due_at == clock() + timedelta(minutes=30)
    assert rings.live() == []


def test_after_hours_it_is_owed_when_somebody_is_there_again(tell, calls, clock):
    clock.at = datetime(2026, 11, 21, 23, 10).astimezone(UTC)
    tell("missed")
    (one,) = owed(calls)
    assert one.after_hours
    assert one.due_at == datetime(2026, 11, 22, 8, 30).astimezone(UTC)


def test_who_tries_again_and_again_is_owed_one_call(tell, calls, clock):
    for ref in "abc":
        tell("missed", ref=ref)
        clock.go(minutes=2)
    tell("message", ref="d")
    (one,) = owed(calls)
    assert (one.why, len(calls.callbacks.rings(one.id))) == (Why.MESSAGE, 4)
    calls.callbacks.note(one.id, "reached")
    tell("missed", ref="e")
    (two,) = owed(calls)
    assert two.id != one.id


def test_a_number_that_was_withheld_is_owed_only_a_message(tell, calls, opened):
    tell("missed", "anonymous", ref="a")
    assert owed(calls) == []
    tell("message", "", ref="b")
    assert [each.number for each in owed(calls)] == [""]
    assert opened.store.count(Ring, seat="L01") == 2


def test_what_another_seat_answered_is_not_owed_and_what_both_missed_is_owed_once(
    tell, calls, opened, rings, clock, forms
):
    there = Ring("there", "B07", clock(), "+8613800001234", ref="g1", rang_at=clock(), answered_at=clock())
    with opened.store.write() as to:
        to.put(there)
    tell(ref="g1")
    tell("end", "", ref="g1")
    assert owed(calls) == []
    # The other seat's answer comes by the road afterwards.
    tell("missed", "13900001111", ref="g2")
    with opened.store.write() as to:
        to.put(Ring("late", "B07", clock(), "+8613900001111", ref="g2", answered_at=clock()))
    rings.sweep()
    assert owed(calls) == []
    (done,) = opened.store.find(Callback, outcome="answered")
    assert done.done_by is None
    # Two seats that know nothing of each other owe the same.
    assert tell("missed", "13700001111", ref="g3").callback == _elsewhere(opened, forms, clock, "g3")


def _elsewhere(opened, forms, clock, ref):
    class Elsewhere(Rings):
        def _known(self, told):
            return None

    told = told_of({"event": "missed", "number": "13700001111", "ref": ref}, clock())
    return Elsewhere(opened.store, forms, opened.agent.id, clock).hear(told).callback


def test_what_rang_and_was_never_told_of_again_counts_as_missed(tell, calls, rings, clock):
    tell()
    clock.go(minutes=9)
    rings.sweep()
    assert owed(calls) == []
    clock.go(minutes=2)
    rings.sweep()
    (one,) = owed(calls)
    assert rings.live() == []
    (ring,) = calls.callbacks.rings(one.id)
    assert ring.missed_at is None  # nobody but the telephone system says that
    rings.sweep()
    assert len(owed(calls)) == 1


def test_a_late_answer_takes_back_what_was_owed(tell, calls, opened, clock):
    tell(ref="a")
    clock.go(seconds=30)
    at = clock().isoformat()
    clock.go(seconds=30)
    tell("end", "", ref="a")
    assert len(owed(calls)) == 1
    tell("answer", "", ref="a", at=at)
    assert owed(calls) == []


def test_what_is_of_no_call_is_refused_and_makes_none(tell, opened):
    for said in (
        {"ref": "x", "event": "end"},
        {"ref": "x", "event": "answer", "number": ""},
        {"event": "end"},
    ):
        with pytest.raises(RingRefused, match="unknown"):
            tell(**said)
    assert opened.store.count(Ring, seat="L01") == 0


def test_what_contradicts_itself_is_refused_and_what_was_told_stays(tell, rings, clock):
    ring = tell(ref="a")
    before = (clock() - timedelta(minutes=1)).isoformat()
    with pytest.raises(RingRefused, match="order"):
        tell("answer", "", ref="a", at=before)
    answered = tell("answer", "", ref="a")
    with pytest.raises(RingRefused, match="order"):
        tell("missed", "", ref="a")
    assert rings.live() == [answered]
    assert answered.id == ring.id


def test_a_call_logged_by_another_way_needs_the_strip_no_more(tell, calls, rings, clock, repair):
    tell("answer", ref="a")
    clock.go(minutes=2)
    saved = calls.save(repair())
    assert saved.problems == []
    rings.settle()
    assert rings.live() == []
    assert rings.of_call(saved.call.id).ref == "a"


def test_a_telephone_long_silent_is_spoken_of_in_service_hours_alone(tell, rings, clock):
    assert rings.silent() == timedelta()  # no telephone system tells anything here
    clock.at = datetime(2026, 11, 21, 21, 30).astimezone(UTC)
    tell()
    clock.go(minutes=19)
    assert rings.silent() == timedelta()
    clock.go(minutes=6)
    assert rings.silent() == timedelta(minutes=25)
    clock.go(minutes=60)
    assert rings.silent() == timedelta(minutes=30)  # at ten the desk closes

"""The print queue: what stands how, what is counted, and what nobody can know."""

import pytest

from app.desk.printrun import CANCELLING, ELSEWHERE, INTERRUPTED, VANISHED
from app.desk.prints import Prints
from app.records.accounts import Agent, Role
from app.records.ids import Id, new_id
from app.records.orders import Slip
from app.records.prints import Fate, JobState, Spooled, Wish


@pytest.fixture
def prints(opened, orders, clock):
    return Prints(opened.store, orders, Agent(opened.agent.id, "1001", "王珂", Role.AGENT, ""), clock)


@pytest.fixture
def order(calls, orders, repair):
    call = calls.save(repair(user_type="residential", gas_smell=False)).call
    return orders.make(call.id, {}).order.id


def slip(opened):
    (found,) = opened.store.find(Slip)
    return found


def send(prints, wish, ref="7"):
    """Have a job handed over, as the lane does it."""
    job, _ = prints.add(wish)
    begun = prints.run.begin(job, job.number)
    return prints.run.turn(
        begun, JobState.TAKEN if ref else JobState.HANDED, prints.run.sheet(begun), ref=ref
    )


def told(job, fate, ref="7"):
    return [Spooled(ref, job.title, fate)]


def follow(prints, spooled, **stands):
    prints.run.follow(prints.run.followed(), spooled, stands)
    return prints.shown()[0]


def test_a_slip_that_is_being_printed_is_not_printed_beside_itself(prints, order):
    first, is_new = prints.add(Wish(order, "A"))
    assert is_new
    assert prints.add(Wish(order, "B")) == (first, False)
    assert prints.add(Wish(order, path="slip.pdf"))[1]  # a copy that is kept is no second paper
    follow(prints, told(send(prints, Wish(None, "A")), Fate.DONE))
    assert [job.printer for job in prints.shown() if job.order == order] == ["", "A"]


def test_a_job_is_counted_once_when_it_is_out_however_often_it_is_told(prints, order, opened):
    job = send(prints, Wish(order, "A", sets=2))
    assert len(slip(opened).prints) == 1
    prints.run.turn(job, JobState.TAKEN, prints.run.sheet(job))
    done = follow(prints, told(job, Fate.DONE))
    assert (done.state, done.reason) == (JobState.DONE, "")
    (entry,) = slip(opened).prints
    assert (entry["id"], entry["sets"]) == (job.id, 2)


def test_the_next_printing_is_a_reprint_and_a_try_again_is_not(prints, order):
    job = send(prints, Wish(order, "A"))
    follow(prints, told(job, Fate.ABORTED))
    again, is_new = prints.add(Wish(order, "B"))
    assert is_new
    assert (again.id, again.tries, again.printer) == (job.id, 2, "B")
    assert prints.run.sheet(again).reprint == 0  # it never came out
    begun = prints.run.begin(again, again.number)
    follow(prints, told(prints.run.turn(begun, JobState.TAKEN, ref="8"), Fate.DONE))
    other, _ = prints.add(Wish(order, "B"))
    assert other.id != job.id
    assert prints.run.sheet(other).reprint == 1


@pytest.mark.parametrize(
    ("fate", "state", "reason"),
    [
        (Fate.WAITS, JobState.TAKEN, "paper"),  # the printer's
        (Fate.HELD, JobState.TAKEN, "held"),
        (Fate.STOPPED, JobState.TAKEN, "stopped"),
        (Fate.DONE, JobState.DONE, ""),
        (Fate.ABORTED, JobState.FAILED, "aborted"),
        (Fate.CANCELLED, JobState.FAILED, ELSEWHERE),
    ],
)
def test_it_stands_as_the_spooler_says(prints, order, fate, state, reason):
    job = follow(prints, told(send(prints, Wish(order, "A")), fate), A="paper")
    assert (job.state, job.reason) == (state, reason)


def test_what_was_cancelled_here_is_cancelled_and_not_called_failed(prints, order):
    job = send(prints, Wish(order, "A"))
    prints.cancel(job.id)
    assert follow(prints, told(job, Fate.PRINTS), A="paper").reason == CANCELLING
    assert follow(prints, told(job, Fate.CANCELLED)).state is JobState.CANCELLED


def test_one_that_moves_waits_for_the_other_printer_once_the_first_let_it_go(prints, order):
    job = send(prints, Wish(order, "A"))
    prints.again(job.id, "B")
    follow(prints, told(job, Fate.WAITS))
    assert prints.run.next() is None
    moved = follow(prints, told(job, Fate.CANCELLED))
    assert (moved.state, moved.printer, moved.ref) == (JobState.WAITING, "B", "")
    assert moved.title != job.title  # the spooler still tells of the first try


def test_one_that_came_out_before_it_could_move_stays_out(prints, order):
    job = send(prints, Wish(order, "A"))
    prints.again(job.id, "B")
    assert follow(prints, told(job, Fate.DONE)).state is JobState.DONE
    assert prints.run.next() is None


def test_what_was_being_handed_over_as_the_program_died_is_asked_not_guessed(prints, order, opened):
    job, _ = prints.add(Wish(order, "A"))
    prints.run.begin(job, job.number)
    prints.run.recover({})
    job = prints.get(job.id)
    assert (job.state, job.reason) == (JobState.UNKNOWN, INTERRUPTED)
    assert prints.add(Wish(order, "A")) == (job, False)
    prints.again(job.id)
    assert prints.get(job.id) == job
    prints.settle(job.id, came_out=True)
    assert prints.get(job.id).state is JobState.DONE
    assert len(slip(opened).prints) == 1


def test_a_persons_no_prints_it_again(prints, order, opened):
    job, _ = prints.add(Wish(order, "A"))
    prints.run.begin(job, job.number)
    prints.run.recover({})
    prints.settle(job.id, came_out=False)
    assert prints.run.next().id == job.id
    assert slip(opened).prints == ()


def test_a_spooler_that_knows_it_answers_for_the_person(prints, order, opened):
    job, _ = prints.add(Wish(order, "A"))
    begun = prints.run.begin(job, job.number)
    prints.run.recover({})
    assert follow(prints, told(begun, Fate.DONE)).state is JobState.DONE
    assert len(slip(opened).prints) == 1


@pytest.mark.parametrize(
    ("outcome", "state", "reason", "counted"),
    [
        ("12", JobState.TAKEN, "", 1),
        ("", JobState.HANDED, "", 1),
        ("-paused", JobState.FAILED, "paused", 0),
    ],
)
def test_what_the_press_knows_after_a_lock_is_noted_then(
    prints, order, opened, outcome, state, reason, counted
):
    job, _ = prints.add(Wish(order, "A"))
    prints.run.begin(job, job.number)
    prints.run.recover({job.id: outcome})
    job = prints.get(job.id)
    assert (job.state, job.reason) == (state, reason)
    assert len(slip(opened).prints) == counted


def test_one_the_spooler_has_forgotten_is_asked_where_it_remembers_others(prints, order):
    send(prints, Wish(order, "A"))
    other = [Spooled("1", "other", Fate.DONE)]
    job = follow(prints, other)
    assert (job.state, job.reason) == (JobState.UNKNOWN, VANISHED)


def test_where_a_spooler_remembers_none_it_is_called_handed_over_and_no_more(prints, order):
    send(prints, Wish(order, "A"))
    assert follow(prints, []).state is JobState.HANDED


def test_after_a_spooler_was_gone_what_it_has_forgotten_is_asked(prints, order):
    job = send(prints, Wish(order, "A"))
    prints.run.unheard([job], "no_server")
    assert prints.get(job.id).reason == "no_server"
    assert follow(prints, []).state is JobState.UNKNOWN


def test_a_spooler_that_never_tells_leaves_it_handed_over(prints, order):
    send(prints, Wish(order, "A"))
    assert follow(prints, None).state is JobState.HANDED


def test_one_that_was_cancelled_meanwhile_is_not_handed_over(prints, order):
    job, _ = prints.add(Wish(order, "A"))
    prints.cancel(job.id)
    assert prints.run.begin(job, job.number) is None
    assert prints.get(job.id).state is JobState.CANCELLED


def test_the_rest_of_a_batch_stops_and_what_is_out_stays(prints, order):
    batch = new_id()
    job, _ = prints.add(Wish(order, "A"), batch=batch)
    for _ in range(3):
        prints.add(Wish(None, "A"), batch=batch, name="TEST")
    prints.run.turn(prints.run.begin(job, job.number), JobState.TAKEN, ref="7")
    prints.stop_batch(batch, "paused")
    assert prints.tally(batch) == {"taken": 1, "failed": 3}
    assert prints.run.next() is None


def test_a_slip_asked_for_by_itself_goes_before_the_rest_of_a_batch(prints, order):
    for _ in range(2):
        prints.add(Wish(None, "A"), batch=new_id(), name="TEST")
    urgent, _ = prints.add(Wish(order, "A"))
    assert prints.run.next() == urgent


def test_of_a_printing_only_the_chosen_copies_are_made(prints, order):
    job, _ = prints.add(Wish(order, "A", copies=("user",)))
    assert prints.run.sheet(job).copies == ("user",)
    job, _ = prints.add(Wish(order, path="x.pdf"))
    assert prints.run.sheet(job).copies == ("stub", "dispatch", "user")


def test_an_order_that_is_gone_stops_nobody_else(prints):
    job = prints.run.keep(prints.add(Wish(None, "A"), name="TEST")[0])
    lost = prints.run.keep(type(job)(new_id(), job.made_at, JobState.TAKEN, job.by, Id("nowhere"), ref="7"))
    assert prints.run.sheet(lost) is None
    assert follow(prints, told(lost, Fate.DONE)).id


def test_what_was_over_a_month_ago_is_forgotten_and_what_is_open_is_not(prints, order, clock):
    send(prints, Wish(None, "A"), ref="")
    job = send(prints, Wish(order, "A"))
    clock.go(days=31)
    prints.run.recover({})
    assert [each.id for each in prints.shown()] == [job.id]

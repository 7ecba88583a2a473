"""Central is killed: what it had acknowledged it still has, what it had not comes again."""

import random
import threading
from contextlib import closing

import psycopg
import pytest

from app.central import embedded
from app.sync.port import CentralAway


@pytest.fixture(autouse=True)
def _running(server):
    yield
    if not embedded._running_port(server.folder):
        server.start()


def _calls(place):
    return sorted(row["id"] for row in place.rows("SELECT id::text FROM cc.record WHERE kind = 'call'"))


class Pushing:
    """A round that runs beside the test, and how it ended."""

    def __init__(self, seat):
        self.error = None
        self._thread = threading.Thread(target=self._run, args=(seat,))
        self._thread.start()

    def _run(self, seat):
        try:
            seat.round()
        except CentralAway as away:
            self.error = away

    def end(self):
        self._thread.join(30)
        assert not self._thread.is_alive()
        return self.error


def _until_waiting(admin, event_type):
    query = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'zuoxi' AND wait_event_type = %s"
    while admin.execute(query, (event_type,)).fetchone() is None:
        pass


def test_a_server_killed_during_a_push_has_taken_nothing(place, server, seat_at):
    seat = seat_at()
    seat.round()
    made = [seat.take_call().id for _ in range(5)]
    admin = psycopg.connect(place.url)
    admin.execute("LOCK TABLE cc.change_log IN ACCESS EXCLUSIVE MODE")
    pushing = Pushing(seat)
    with closing(psycopg.connect(place.url, autocommit=True)) as watch:
        _until_waiting(watch, "Lock")
    server.stop("immediate")
    assert pushing.end() is not None
    admin.close()
    server.start()
    assert (_calls(place), seat.pending) == ([], 5)
    seat.round()
    assert (_calls(place), seat.pending) == (sorted(made), 0)


SLOW_COMMIT = """
CREATE FUNCTION public.dawdle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
  $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON cc.op_log DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION public.dawdle();
"""


def test_a_server_killed_at_commit_leaves_no_doubt(place, server, seat_at):
    seat = seat_at()
    seat.round()
    made = [seat.take_call().id for _ in range(5)]
    place.rows(SLOW_COMMIT)
    pushing = Pushing(seat)
    with closing(psycopg.connect(place.url, autocommit=True)) as watch:
        _until_waiting(watch, "Timeout")
    server.stop("immediate")
    assert pushing.end() is not None
    server.start()
    place.rows("DROP TRIGGER dawdle ON cc.op_log; DROP FUNCTION public.dawdle")
    seat.round()
    assert (_calls(place), seat.pending) == (sorted(made), 0)


def test_a_server_killed_at_any_moment_loses_and_doubles_nothing(place, server, seat_at):
    seats, made = [seat_at(), seat_at()], []
    moment = random.Random(7)  # noqa: S311 - the same moments each time
    for _ in range(6):
        for seat in seats:
            made += [seat.take_call().id for _ in range(40)]
        pushing = [Pushing(seat) for seat in seats]
        threading.Event().wait(moment.random() * 0.15)
        server.stop("immediate")
        for each in pushing:
            each.end()
        server.start()
    for seat in (*seats, *seats):
        try:
            seat.round()
        except CentralAway:  # it still held the connection of before
            seat.round()
    assert _calls(place) == sorted(made)
    logged = place.rows("SELECT count(*) AS c, count(DISTINCT op_id) AS d FROM cc.op_log")
    assert logged == [{"c": len(made) + 2, "d": len(made) + 2}]
    assert all(seat.call(id) for seat in seats for id in made)
    assert [seat.pending for seat in seats] == [0, 0]


def test_without_central_the_seat_works_on_and_all_of_it_arrives_later(place, server, seat_at):
    seat = seat_at()
    server.stop()
    made = []
    for _ in range(3):
        made.append(seat.take_call().id)
        with pytest.raises(CentralAway):
            seat.round()
    seat.change(made[0], name="李四")
    assert seat.pending == 5
    server.start()
    seat.round()
    assert (_calls(place), seat.pending) == (sorted(made), 0)
    assert place.record(made[0])["body"]["a.name"] == "李四"


def test_a_server_that_is_still_starting_or_full_is_away(place, server, seat_at):
    seat = seat_at()
    place.rows(f"ALTER ROLE {seat.enrolment['login']} CONNECTION LIMIT 0")
    with pytest.raises(CentralAway):
        seat.round()
    place.rows(f"ALTER ROLE {seat.enrolment['login']} CONNECTION LIMIT 3")
    assert seat.round().pushed == 1

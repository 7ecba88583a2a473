"""Photos on the road, complaints within one round, and what central refuses: whole seats, a real central."""

import hashlib
import os
import threading

import pytest

from app import places
from app.desk.attachments import Attachments, Offer
from app.desk.calls import Calls
from app.desk.complaints import Decision, Step
from app.forms.attachable import Attachable
from app.forms.load import load
from app.records.accounts import Agent, Role
from app.records.attachments import PIECE, Attachment
from app.records.cases import Case
from app.records.complaints import Stage
from app.records.ids import Id
from app.records.progress import Progress
from app.store.blobs import Place
from app.sync.blobs import PieceRoad, move_piece
from app.sync.port import CentralAway
from app.sync.postgres import Address
from tests.faults.harness import sign_in
from tests.sync.rig import Wire

FORMS = load(places.forms())
COMPLAINT = {
    "name": "李女士", "phone": "13900002222", "category": "attitude", "request": "接线员挂我电话",
    "demand": "道歉", "solved": "unsolved",
}  # fmt: skip


def png(length):
    """A picture by its head alone is enough: what is in it central never asks."""
    return b"ID3" + os.urandom(length - 3)


def complain(seat, role=Role.AGENT, **more):
    desk = Calls(seat.store, FORMS, Agent(seat.agent, "1", "王珂", role, ""), seat.now, "zh_CN")
    draft = desk.new("complaint")
    draft.answers.update(COMPLAINT, **more)
    return desk, desk.save(draft).case


def attach(seat, case, data):
    me = Agent(seat.agent, "1", "王珂", Role.AGENT, "")
    return Attachments(seat.store, me, seat.now, Attachable()).add(case, Offer("a.mp3", data))


def road(seat, **words):
    return PieceRoad(seat.road(install=seat.install, **words))


def move(seat, line):
    while (moved := move_piece(seat.store, line)) is Progress.ON:
        pass
    return moved


@pytest.fixture
def lines():
    made = []
    yield lambda seat, **words: made.append(road(seat, **words)) or made[-1]
    for line in made:
        line.close()


def test_a_photo_reaches_the_other_seat_and_goes_on_where_it_was_cut_off(two, lines):
    here, there = two
    _, case = complain(here)
    data = png(2 * PIECE + 77)
    kept = attach(here, case, data)
    line = lines(here)
    assert move(here, line) is Progress.DONE  # central does not have its record yet
    here.round()
    assert move_piece(here.store, line) is Progress.ON
    line.close()  # the line breaks
    there.round()
    there.store.blobs.want([there.store.get(Attachment, kept.id)])
    other = lines(there)
    assert move(there, other) is Progress.WAITS
    assert here.store.blobs.to_send() == Place(kept.sha, 1)
    assert move(here, line) is Progress.DONE
    assert move(there, other) is Progress.DONE
    assert there.store.blobs.read(kept.sha) == data


def test_an_answer_that_was_lost_costs_one_piece_at_most(place, two, lines):
    here, _ = two
    wire = Wire(place.server.host, place.server.port)
    _, case = complain(here)
    kept = attach(here, case, png(2 * PIECE))
    here.round()
    line = lines(here, address=Address("127.0.0.1", wire.port, place.database))
    wire.cut_the_answer_to(b"put_piece")
    with pytest.raises(CentralAway):
        move_piece(here.store, line)
    assert move(here, line) is Progress.DONE
    assert here.store.blobs.to_send() is None
    rows = place.rows("SELECT have FROM cc.blob WHERE sha = %s", kept.sha)
    assert rows == [{"have": 2}]
    line.close()
    wire.close()


def test_records_never_wait_for_photos(place, two, lines):
    """While a photo crawls over a slow line, a whole round of records goes out and comes in beside it."""
    here, there = two
    wire = Wire(place.server.host, place.server.port)
    wire.delay = 0.05
    _, case = complain(here)
    attach(here, case, png(4 * PIECE))
    here.round()
    line = lines(here, address=Address("127.0.0.1", wire.port, place.database))
    slow = threading.Thread(target=move, args=(here, line))
    slow.start()
    call = here.take_call()
    here.round()
    there.round()
    assert there.call(call.id) is not None
    assert slow.is_alive()
    assert here.store.blobs.to_send() is not None
    wire.delay = 0.0
    slow.join(20)
    assert here.store.blobs.to_send() is None
    wire.close()


def test_a_central_that_lost_the_bytes_gets_them_again(place, two, lines):
    here, _ = two
    _, case = complain(here)
    kept = attach(here, case, png(300))
    here.round()
    line = lines(here)
    move(here, line)
    place.rows("DELETE FROM cc.blob")
    place.rows("UPDATE cc.epoch SET epoch = gen_random_uuid()")  # restored from a backup
    here.round()
    assert move(here, line) is Progress.DONE
    assert [row["sha"] for row in place.rows("SELECT sha FROM cc.blob")] == [kept.sha]


def test_bytes_that_came_damaged_are_not_kept_and_come_again(two):
    here, _ = two
    _, case = complain(here)
    data = png(300)
    sha = hashlib.sha256(data).hexdigest()
    made = attach(here, case, data)
    with here.store.write() as to:
        to.put(
            Attachment(
                Id(made.id[:-1] + "x"),
                "case",
                case.id,
                "audio/mpeg",
                "b",
                made.by,
                made.at,
                made.at,
                "0" * 64,
                9,
            )
        )
    false = here.store.get(Attachment, Id(made.id[:-1] + "x"))
    here.store.blobs.want([false])
    assert not here.store.blobs.came(Place(false.sha, 0), b"123456789")
    assert here.store.blobs.to_fetch() == Place(false.sha, 0)
    assert here.store.blobs.read(sha) == data


# -- complaints --


@pytest.fixture
def boss(place, two):
    """A supervisor at the other seat, whose password central has checked."""
    _, there = two
    session = sign_in(place, Role.SUPERVISOR, there.install)
    there.agent = Id(place.rows("SELECT agent FROM cc.session WHERE id = %s", session)[0]["agent"])
    return Calls(there.store, FORMS, Agent(there.agent, "9", "主管", Role.SUPERVISOR, ""), there.now, "zh_CN")


def test_a_complaint_is_before_the_supervisor_within_one_round_of_each_seat(two, boss):
    here, there = two
    _, case = complain(here)
    here.round()
    there.round()
    (told,) = boss.complaints.open()
    assert (told.case, told.stage) == (case.id, Stage.ASSIGN)
    assert there.store.get(Case, case.id) is not None


def test_what_the_person_complained_of_did_without_knowing_it_central_refuses_and_says_why(two, boss):
    here, there = two
    desk, case = complain(here)
    for seat in (here, there):
        seat.round()
    assert boss.complaints.assign(boss.complaints.of(case.id), Decision(here.agent, None, "late")) == []
    for seat in (there, here):
        seat.round()
    boss.complaints.assign(boss.complaints.of(case.id), Decision(there.agent, here.agent, "late"))
    there.round()
    step = Step(here.now(), {"result": "我没有错"})
    assert desk.complaints.handle(desk.complaints.of(case.id), step) == []  # the network is cut
    here.round()
    found = [each for each in here.store.outbox.problems() if each.kind != "move"]  # no agents of the centre
    assert [(each.kind, each.reason) for each in found] == [
        ("complaint", "complained_of"),
        ("note", "complained_of"),
    ]
    there.round()
    assert boss.complaints.of(case.id).handled_at is None
    assert [p.code for p in desk.complaints.handle(desk.complaints.of(case.id), step)] == [
        "complained_of_you"
    ]

"""Steps of cases as central takes them: by whom they may be taken, once, and never changed."""

import itertools
from contextlib import closing
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

from app.records.accounts import Role
from app.records.escalations import UPWARD, rank
from app.records.moves import WAYS, Fact, Verb
from tests.central import rig
from tests.faults.harness import sign_in


class Staff:
    """One seat, and somebody of each role who has signed in there, or says so."""

    def __init__(self, place, seat) -> None:
        self.place, self.seat, self.agents, self.sessions = place, seat, {}, {}
        for role in Role:
            self.sessions[role] = sign_in(place, role, seat.install)
            self.agents[role] = place.rows("SELECT agent FROM cc.session WHERE id = %s", self.sessions[role])[
                0
            ]["agent"]

    def offline(self, role):
        """Open a session of somebody's that central has not checked, as their seat says it."""
        session = str(uuid4())
        body = {"agent": self.agents[role], "role": role.value, "install": self.seat.install, "since": "x"}
        self.seat.put("session", session, body, s=session)
        return session

    def case(self, state="prefiled", role=Role.AGENT, **more):
        id = str(uuid4())
        body = {
            "number": "A-1", "call": str(uuid4()), "form": "city_case", "form_version": 1, "title": "噪音",
            "state": "received" if state == "received" else "prefiled", "opened_at": "x",
            "first_taker": self.agents[Role.AGENT], "handler": self.agents[Role.AGENT],
        }  # fmt: skip
        assert self.seat.put("case", id, body | more, s=self.sessions[role])["status"] == "applied"
        if state not in ("received", "prefiled"):
            self.place.rows(
                "UPDATE cc.record SET body = body || jsonb_build_object('state', %s::text) WHERE id = %s",
                state,
                id,
            )
        return id

    def move(self, case, verb, before, after, session, by, **more):
        body = {
            "case": case, "verb": verb, "before": before, "after": after, "by": by, "at": "x",
            "entered_at": "x", "first_taker": self.agents[Role.AGENT],
        }  # fmt: skip
        return self.seat.put("move", str(uuid4()), body | more, s=session)

    def go(self, case, after, session, base=1):
        return self.seat.put("case", case, {"state": after}, base, s=session)

    def state(self, case):
        return self.place.record(case)["body"]["state"]


@pytest.fixture(scope="module")
def both(server):
    """Two seats of one central, each with its own people; each test has cases of its own."""
    place = rig.Place(server)
    seats = [place.seat(), place.seat()]
    yield [Staff(place, seat) for seat in seats]
    for seat in seats:
        seat.close()
    place.drop()


@pytest.fixture
def staff(both):
    return both[0]


@pytest.fixture
def there(both):
    return both[1]


@pytest.fixture
def place(staff):
    return staff.place


def told(answer):
    return answer["reason"] or answer["status"]


def test_central_has_the_same_ways_as_the_desk(place):
    rows = place.rows("SELECT * FROM cc.way")
    assert {
        (
            r["verb"],
            r["before"],
            r["after"],
            frozenset(r["roles"]),
            frozenset(r["needs"]),
            frozenset(r["bars"]),
        )
        for r in rows
    } == {(w.verb, w.before, w.after, w.roles, w.needs, w.bars) for w in WAYS}
    assert len(rows) == len(WAYS)


def test_an_agent_files_nothing_by_whatever_way_it_comes(staff):
    case, mine = staff.case(), staff.sessions[Role.AGENT]
    for session in (mine, staff.offline(Role.AGENT), staff.sessions[Role.QA], str(uuid4())):
        for base in (0, 1, 9):
            assert told(staff.go(case, "filed", session, base)) == "role"
    assert staff.state(case) == "prefiled"
    for state in ("filed", "verified", "returned"):
        body = staff.place.record(case)["body"] | {"state": state}
        answer = staff.seat.put("case", str(uuid4()), body, s=mine)
        assert (told(answer) == "role") == (state == "filed"), state
    claims = {"role": "lead", "agent": staff.agents[Role.AGENT], "install": staff.seat.install, "since": "x"}
    forged = str(uuid4())
    staff.seat.put("session", forged, claims, s=forged)
    assert told(staff.go(case, "filed", forged)) == "role"
    assert told(staff.move(case, "file", "prefiled", "filed", mine, staff.agents[Role.AGENT])) == "role"


def test_a_lead_files_it_and_the_step_is_kept(staff):
    case, lead = staff.case(), staff.sessions[Role.LEAD]
    assert told(staff.move(case, "file", "prefiled", "filed", lead, staff.agents[Role.LEAD])) == "applied"
    assert told(staff.go(case, "filed", lead)) == "applied"
    assert staff.state(case) == "filed"


def test_each_way_of_the_table_is_open_to_its_roles_and_every_other_is_shut(staff):
    states, case = sorted({way.before.value for way in WAYS}), staff.case()
    patch = "body = jsonb_set(body, '{state}', to_jsonb(%s::text))"
    back = f"UPDATE cc.record SET ver = 1, fv = '{{}}', {patch} WHERE id = %s"
    with closing(psycopg.connect(staff.place.url, autocommit=True)) as admin:
        for role, (before, after) in itertools.product(
            (Role.AGENT, Role.LEAD, Role.QA), itertools.permutations(states, 2)
        ):
            fits = any(
                (w.before, w.after) == (before, after) and role in w.roles and not w.needs - {Fact.UNFILED}
                for w in WAYS
            )
            admin.execute(back, (before, case))
            answer = staff.go(case, after, staff.sessions[role])
            if fits:  # back in rank is kept for a person to decide, as ever
                assert answer["status"] in ("applied", "conflict"), (role, before, after)
            else:
                assert answer["reason"] in ("role", "way"), (role, before, after)


def test_a_complaint_alone_is_handled_without_anybody_being_sent(staff):
    agent, me = staff.sessions[Role.AGENT], staff.agents[Role.AGENT]
    case, other = staff.case("received"), staff.case("received")
    staff.seat.put("complaint", case, {"case": case, "reported_at": "x", "reported_by": me}, s=agent)
    for here, answer in ((case, "applied"), (other, "way")):
        assert told(staff.move(here, "handle", "received", "handled", agent, me)) == "applied"
        assert told(staff.go(here, "handled", agent)) == answer
    assert (staff.state(case), staff.state(other)) == ("handled", "received")


def test_what_a_lead_sent_back_does_not_slip_past_filing(staff):
    case, agent, lead = staff.case(), staff.sessions[Role.AGENT], staff.sessions[Role.LEAD]
    staff.move(case, "return", "prefiled", "returned", lead, staff.agents[Role.LEAD], why="地址不清")
    assert told(staff.go(case, "returned", lead)) == "applied"
    for after in ("dispatched", "closed"):
        assert told(staff.go(case, after, agent, 2)) == "way"
    assert told(staff.go(case, "prefiled", agent, 2)) == "applied"


def test_a_leads_offline_filing_waits_until_they_say_it_was_them(staff, place):
    case, offline = staff.case(), staff.offline(Role.LEAD)
    staff.move(case, "file", "prefiled", "filed", offline, staff.agents[Role.LEAD])
    answer = staff.go(case, "filed", offline)
    assert (answer["status"], answer["fields"]) == ("conflict", ["state"])
    assert told(staff.go(case, "dispatched", offline)) == "conflict"  # what was done after it waits too
    assert staff.state(case) == "prefiled"
    no = place.rows("SELECT no FROM cc.agent WHERE agent_id::text = %s", staff.agents[Role.LEAD])[0]["no"]
    with closing(place.login(f"agent_{no}", rig.PASSWORD)) as door:
        assert door.execute("SELECT api.confirm_v1(%s, '{}')", ([offline],)).fetchone() == (1,)
    assert staff.state(case) == "dispatched"
    kept = place.rows("SELECT resolved_by IS NULL AS open, record_id FROM cc.conflict WHERE id = %s", case)
    assert [row["open"] for row in kept] == [False, False]
    assert {place.record(row["record_id"])["body"]["decision"] for row in kept} == {"kept"}


def test_a_filing_somebody_disputes_never_stands(staff, place):
    case, offline = staff.case(), staff.offline(Role.LEAD)
    staff.go(case, "filed", offline)
    no = place.rows("SELECT no FROM cc.agent WHERE agent_id::text = %s", staff.agents[Role.LEAD])[0]["no"]
    with closing(place.login(f"agent_{no}", rig.PASSWORD)) as door:
        door.execute("SELECT api.confirm_v1('{}', %s)", ([offline],))
    assert staff.state(case) == "prefiled"


def test_two_seats_that_moved_it_at_once_lose_nothing(staff, place, there):
    """What came second is kept aside, and both steps are on record."""
    case = staff.case("received")
    mine, theirs = staff.sessions[Role.AGENT], there.sessions[Role.AGENT]
    staff.move(case, "cancel", "received", "cancelled", mine, staff.agents[Role.AGENT], why="误报")
    there.move(case, "prefile", "received", "prefiled", theirs, there.agents[Role.AGENT])
    assert told(staff.go(case, "cancelled", mine)) == "applied"
    assert there.go(case, "prefiled", theirs)["fields"] == ["state"]
    assert staff.state(case) == "cancelled"
    (kept,) = place.rows("SELECT lost, kept FROM cc.conflict WHERE id = %s", case)
    assert (kept["lost"], kept["kept"]) == ("prefiled", "cancelled")
    query = (
        "SELECT body ->> 'verb' AS v FROM cc.record WHERE kind = 'move' AND body ->> 'case' = %s ORDER BY 1"
    )
    verbs = place.rows(query, case)
    assert [row["v"] for row in verbs] == ["cancel", "prefile"]


def test_the_first_taker_stays_whoever_says_otherwise(staff):
    case = staff.case()
    for role in (Role.AGENT, Role.LEAD, Role.DIRECTOR):
        for base in (0, 1):
            answer = staff.seat.put(
                "case", case, {"first_taker": staff.agents[role] + "x"}, base, s=staff.sessions[role]
            )
            assert answer["fields"] == ["first_taker"]
    assert staff.place.record(case)["body"]["first_taker"] == staff.agents[Role.AGENT]


@pytest.mark.parametrize("patch", [{"why": "改"}, {"note": "x"}, {"by": "b"}, {"after": "closed"}])
def test_a_step_is_never_changed_nor_deleted(staff, patch, place):
    case, me = staff.case(), staff.agents[Role.AGENT]
    id = str(uuid4())
    body = {
        "case": case,
        "verb": "seen",
        "before": "a",
        "after": "a",
        "by": me,
        "at": "x",
        "entered_at": "x",
        "first_taker": me,
    }
    staff.seat.put("move", id, body, s=staff.sessions[Role.AGENT])
    for role in (Role.AGENT, Role.DIRECTOR):
        with pytest.raises(errors.DataError):
            staff.seat.put("move", id, patch, 1, s=staff.sessions[role])
        staff.seat.n -= 1
    with pytest.raises(errors.DataError):
        place.rows("DELETE FROM cc.record WHERE id = %s", id)
    assert place.record(id)["body"] == body


def test_nobody_says_a_step_was_anothers(staff):
    case, agents = staff.case(), staff.agents
    mine = staff.sessions[Role.AGENT]
    assert told(staff.move(case, "file", "prefiled", "filed", mine, agents[Role.LEAD])) == "author"
    assert told(staff.move(case, "file", "prefiled", "filed", str(uuid4()), agents[Role.LEAD])) == "author"
    assert told(staff.move(case, "transfer", "prefiled", "filed", mine, agents[Role.AGENT])) == "role"
    assert (
        told(staff.move(case, "file", "received", "filed", staff.sessions[Role.LEAD], agents[Role.LEAD]))
        == "role"
    )


def a_question(staff, role=Role.AGENT, level="lead", **more):
    id = str(uuid4())
    body = {
        "of": str(uuid4()),
        "question": "?",
        "asked_by": staff.agents[role],
        "asked_at": "x",
        "level": level,
    }
    return id, staff.seat.put(
        "escalation", id, body | {"answer": "", "waits": False, "raised": []} | more, s=staff.sessions[role]
    )


def test_a_question_is_answered_from_its_level_up(staff):
    for level, role in itertools.product(UPWARD, Role):
        if role is Role.AGENT:  # their own
            continue
        id, _ = a_question(staff, Role.AGENT, level)
        said = {"answer": "可以", "answered_by": staff.agents[role], "answered_at": "x"}
        answer = staff.seat.put("escalation", id, said, 1, s=staff.sessions[role])
        assert told(answer) == ("applied" if rank(role) >= rank(level) else "role"), (level, role)


def test_nobody_answers_their_own_question_nor_in_anothers_name(staff):
    id, _ = a_question(staff, Role.LEAD)
    for session, by in ((Role.LEAD, Role.LEAD), (Role.SUPERVISOR, Role.DIRECTOR)):
        said = {"answer": "可以", "answered_by": staff.agents[by], "answered_at": "x"}
        answer = staff.seat.put("escalation", id, said, 1, s=staff.sessions[session])
        assert told(answer) == ("role" if session is by else "author")
    _, made = a_question(staff, answer="可以")
    assert told(made) == "role"


def test_of_two_answers_the_first_stands_and_a_level_only_rises(staff, place, there):
    id, _ = a_question(staff)
    for desk, text in ((staff, "可以"), (there, "不行")):
        said = {"answer": text, "answered_by": desk.agents[Role.LEAD], "answered_at": text}
        desk.seat.put("escalation", id, said, 1, s=desk.sessions[Role.LEAD])
    assert place.record(id)["body"]["answer"] == "可以"
    up = {"level": "supervisor", "raised": [{"id": "1"}]}
    staff.seat.put("escalation", id, up, 9, s=staff.sessions[Role.LEAD])
    staff.seat.put("escalation", id, {"level": "lead"}, 9, s=staff.sessions[Role.LEAD])
    assert place.record(id)["body"]["level"] == "supervisor"


def test_a_task_is_asked_and_answered_in_ones_own_name_and_chased_from_everywhere(staff, place, there):
    id = str(uuid4())
    body = {
        "case": str(uuid4()), "ask": "on_site", "inspector": "老周", "asked_at": "x", "due_at": "x",
        "chases": [], "asked_by": staff.agents[Role.AGENT],
    }  # fmt: skip
    assert told(staff.seat.put("task", id, body, s=staff.sessions[Role.LEAD])) == "author"
    assert told(staff.seat.put("task", id, body, s=staff.sessions[Role.AGENT])) == "applied"
    for desk, n in ((staff, "1"), (there, "2")):
        assert not desk.seat.put("task", id, {"chases": [{"id": n}]}, 1, s=desk.sessions[Role.AGENT])[
            "fields"
        ]
    assert [chase["id"] for chase in place.record(id)["body"]["chases"]] == ["1", "2"]
    said = {"result": "met", "answered_by": staff.agents[Role.AGENT], "answered_at": "y"}
    assert told(there.seat.put("task", id, said, 9, s=there.sessions[Role.AGENT])) == "author"
    assert told(staff.seat.put("task", id, said, 9, s=staff.sessions[Role.QA])) == "author"
    assert told(staff.seat.put("task", id, said, 9, s=staff.sessions[Role.AGENT])) in ("applied", "merged")


def test_what_an_erasure_leaves_of_a_step_is_no_word_of_anybodys(staff, place):
    case, lead = staff.case(), staff.sessions[Role.LEAD]
    staff.move(
        case, "return", "prefiled", "returned", lead, staff.agents[Role.LEAD], why="王小明 13800000000"
    )
    place.rows("SELECT cc.erase(1, gen_random_uuid(), 'x', 'x', '{case}', %s)", [case])
    (move,) = place.rows("SELECT body FROM cc.record WHERE kind = 'move' AND body ->> 'case' = %s", case)
    assert move["body"]["verb"] == "return"
    assert "why" not in move["body"]


def test_verbs_are_those_of_the_table(staff):
    unknown = {verb for verb in Verb} - {way.verb for way in WAYS}
    assert unknown == {Verb.TRANSFER, Verb.SEEN}

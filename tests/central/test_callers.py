"""Mergers and marks as central takes them: once, from who says it, and what a mark comes to from a lead."""

from uuid import uuid4

import pytest
from psycopg import errors

from app.records.accounts import Role
from tests.central.test_access import agent_of
from tests.faults.harness import sign_in

WHO = "0192f0c1-2d3e-7abc-8def-0123456789ab"
AT = "2026-11-23T01:00:00+00:00"


@pytest.fixture
def at(place, seats):
    """One seat, the sessions opened there by role, and who says what."""
    seat = seats()

    def say(kind, who, **more):
        by = agent_of(place, who)
        usual = (
            {"kept": WHO, "merged": str(uuid4())}
            if kind == "merger"
            else {"customer": WHO, "code": "difficult", "word": "proposed", "why": "三次爽约"}
        )
        id = str(uuid4())
        body = usual | {"by": by, "session": who, "at": AT} | more
        try:
            assert seat.put(kind, id, body, s=who)["status"] == "applied"
        except errors.DataError:
            seat.n -= 1
            return None
        return id

    say.seat = seat
    say.sign_in = lambda role: sign_in(place, role, seat.install)
    return say


def test_what_a_mark_comes_to_is_a_leads_word_whatever_the_window_says(place, at):
    agent, lead, offline = at.sign_in(Role.AGENT), at.sign_in(Role.SUPERVISOR), str(uuid4())
    claimed = {"agent": agent_of(place, lead), "role": "lead", "install": at.seat.install, "since": AT}
    at.seat.put("session", offline, claimed, s=offline)
    proposal = at("mark", agent)
    assert proposal
    for word in ("confirmed", "refused", "lifted"):
        assert at("mark", agent, word=word, of=proposal) is None
        assert at("mark", at.sign_in(Role.QA), word=word, of=proposal) is None
        assert at("mark", agent, word=word, of=proposal, by=agent_of(place, lead)) is None
        assert at("mark", offline, word=word, of=proposal) is None  # nobody has seen that it was the lead
        assert at("mark", lead, word=word, of=proposal)


def test_nobody_changes_or_deletes_a_word(place, at):
    agent = at.sign_in(Role.AGENT)
    for kind, patch in (("mark", {"word": "confirmed"}), ("mark", {"why": ""}), ("merger", {"merged": WHO})):
        id = at(kind, agent)
        before = place.record(id)
        with pytest.raises(errors.DataError):
            at.seat.put(kind, id, patch, 1, s=agent)
        at.seat.n -= 1
        with pytest.raises(errors.DataError):
            place.rows("DELETE FROM cc.record WHERE id = %s", id)
        assert place.record(id) == before


def test_nobody_speaks_in_the_name_of_another(place, at):
    agent, other = at.sign_in(Role.AGENT), at.sign_in(Role.AGENT)
    for kind in ("merger", "mark"):
        assert at(kind, agent, by=agent_of(place, other)) is None
        assert at(kind, agent, session=str(uuid4())) is None


def test_of_an_erased_customer_the_reason_of_a_mark_goes_and_that_there_was_one_stays(place, at):
    agent = at.sign_in(Role.AGENT)
    person = {
        "name": "王小明",
        "phones": ["+8613800001234"],
        "addresses": [],
        "created_at": AT,
        "seen_at": AT,
    }
    at.seat.put("customer", WHO, person, s=agent)
    proposal = at("mark", agent)
    place.rows("SELECT cc.erase(1, gen_random_uuid(), 'x', 'x', '{customer}', %s) IS NULL AS done", [WHO])
    body = place.record(proposal)["body"]
    assert (body["why"], body["code"], body["customer"]) == ("", "difficult", WHO)
    late = at("mark", agent)
    assert place.record(late)["body"]["why"] == ""

"""A case on its way: the table of who may do what, tried whole, and at random against a plain model of it."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from app.desk.moves import Moves, Said, ways
from app.records.accounts import LEADS, Agent, Role
from app.records.cases import Case, CaseState
from app.records.ids import new_id
from app.records.moves import REASONED, WAYS, Verb
from tests.desk.conftest import a_case

S = CaseState
AGENT = frozenset({Role.AGENT, *LEADS})
# As a centre would write it on a wall: from where, by what, to where, for whom.
TABLE = """
received prefile prefiled all | received dispatch dispatched all | received close closed all
received merge merged all     | received cancel cancelled all
prefiled file filed lead      | prefiled return returned lead
prefiled merge merged all     | prefiled cancel cancelled lead
filed dispatch dispatched all | filed return returned lead
filed merge merged lead       | filed cancel cancelled lead
dispatched handle handled all | dispatched return returned all  | dispatched close closed all
dispatched merge merged lead  | dispatched cancel cancelled lead
handled verify verified all   | handled return returned all     | handled close closed all
handled merge merged lead     | handled cancel cancelled lead
verified close closed all     | verified return returned all
verified merge merged lead    | verified cancel cancelled lead
returned dispatch dispatched all | returned close closed all
returned merge merged all     | returned cancel cancelled lead
closed reopen returned lead
"""


@pytest.fixture
def desk(opened, forms, clock, people):
    """Return the desk of somebody with this role."""
    return lambda role=Role.AGENT: Moves(opened.store, forms, people[role], clock)


def walk(desk, case, *verbs, role=Role.SUPERVISOR):
    """Take these steps one after another; return the case."""
    for verb in verbs:
        moved = desk(role).take(case.id, verb, Said("x", outcome="solved"))
        assert not moved.problems, (verb, moved.problems)
        case = moved.case
    return case


def test_every_state_has_just_the_ways_of_the_table_for_each_role():
    lines = [cell.split() for line in TABLE.strip().splitlines() for cell in line.split("|")]
    for state in CaseState:
        for role in Role:
            who = Agent("i", "1", "n", role, "00")
            here = Case("c", "A1", "k", "f", 1, "", state, None, "t", "t")
            wanted = {
                (verb, after)
                for before, verb, after, whose in lines
                if before == state and role in (LEADS if whose == "lead" else AGENT)
            }
            found = ways(here, who, [])
            assert {(way.verb.value, way.after.value) for way in found.values()} == wanted, (state, role)


def test_what_a_lead_returned_is_prefiled_again_and_never_slips_past_filing(desk, case):
    sent_back = walk(desk, case(S.PREFILED), Verb.RETURN)
    assert Verb.PREFILE in desk().ways(sent_back)
    assert not {Verb.DISPATCH, Verb.CLOSE} & desk().ways(sent_back).keys()
    again = walk(desk, sent_back, Verb.PREFILE, Verb.FILE, Verb.DISPATCH, Verb.HANDLE)
    assert Verb.CLOSE not in desk().ways(again)  # CASE-3: what was filed is verified first
    rework = walk(desk, again, Verb.RETURN)
    assert Verb.PREFILE not in desk().ways(rework)
    assert walk(desk, rework, Verb.DISPATCH, Verb.HANDLE, Verb.VERIFY, Verb.CLOSE).state is S.CLOSED


@pytest.mark.parametrize("verb", [Verb.MERGE, Verb.CANCEL])
@pytest.mark.parametrize("state", [s for s in CaseState if s.is_open])
def test_what_was_put_aside_comes_back_to_where_it_was(desk, case, verb, state):
    lead, into = desk(Role.LEAD), case()
    here = case(state)
    assert not lead.take(here.id, verb, Said("重复", into.id)).problems
    back = lead.take(here.id, Verb.RESTORE)
    assert back.case.state is state
    assert [move.verb for move in lead.of_case(here.id)] == [verb, Verb.RESTORE]


def test_a_merge_is_found_from_both_sides_and_forgotten_when_undone(desk, case):
    here, into = case(), case()
    merged = desk().take(here.id, Verb.MERGE, Said(of=into.id)).case
    assert desk().merged_into(merged).id == into.id
    assert [each.id for each in desk().merged_here(into.id)] == [here.id]
    desk().take(here.id, Verb.RESTORE)
    assert desk().merged_here(into.id) == []


@pytest.mark.parametrize("into", ["itself", "closed", "nothing", "nobody knows"])
def test_a_case_is_merged_into_another_open_one_alone(desk, case, into):
    here = case()
    of = {"itself": here.id, "closed": case(S.CLOSED).id, "nothing": None, "nobody knows": new_id()}[into]
    assert [p.code for p in desk().take(here.id, Verb.MERGE, Said(of=of)).problems] == ["merge_into"]
    assert desk().of_case(here.id) == []


@pytest.mark.parametrize("why", ["", "  \n", "长" * 501])
@pytest.mark.parametrize("verb", sorted(REASONED - {Verb.TRANSFER, Verb.REOPEN}))
def test_what_needs_a_reason_is_not_done_without_one_of_its_length(desk, case, verb, why, opened):
    here = case(S.PREFILED)
    (problem,) = desk(Role.LEAD).take(here.id, verb, Said(why)).problems
    assert (problem.field, problem.code) == ("why", "too_long" if why.strip() else "required")
    assert opened.store.get(Case, here.id) == here


@pytest.mark.parametrize("why", ["𬱖䶮 😀", "a\0b", "'; DROP TABLE moves; --", "<b>x</b>"])
def test_any_words_are_a_reason(desk, case, why):
    here = case(S.PREFILED)
    desk(Role.LEAD).take(here.id, Verb.RETURN, Said(why))
    assert desk().of_case(here.id)[0].why == why.replace("\0", "\ufffd")


def test_a_step_says_who_when_it_happened_and_when_it_was_entered(desk, case, clock, people):
    here, earlier = case(), clock() - timedelta(hours=2)
    assert desk().take(here.id, Verb.CLOSE).problems[0].field == "outcome"
    closed = desk().take(here.id, Verb.CLOSE, Said("已答复", at=earlier, outcome="partly"))
    move = closed.move
    assert closed.case.outcome == "partly"
    assert (move.by, move.at, move.entered_at) == (people[Role.AGENT].id, earlier, clock())
    late = desk(Role.LEAD).take(here.id, Verb.REOPEN, Said("x", at=clock() + timedelta(hours=1))).move
    assert late.at == clock()


def test_a_case_goes_to_another_handler_and_never_to_another_first_taker(desk, case, people, opened):
    here, to = case(), people[Role.LEAD].id
    assert not desk().transfer(here.id, Said("下班", to)).problems
    stands = opened.store.get(Case, here.id)
    assert (stands.handler, stands.first_taker) == (to, here.first_taker)
    for wrong in (to, None, new_id()):
        assert desk().transfer(here.id, Said("x", wrong)).problems[0].code == "transfer_to"
    assert desk().transfer(here.id, Said("", people[Role.AGENT].id)).problems[0].field == "why"
    assert desk(Role.QA).transfer(here.id, Said("x", people[Role.AGENT].id)).problems[0].code == "no_way"


def test_the_first_taker_is_told_of_every_result_once_and_the_new_handler_of_what_was_given(
    desk, case, people, clock
):
    me, lead = people[Role.AGENT].id, people[Role.LEAD].id
    here = case(S.PREFILED, first_taker=me, handler=lead)
    walk(desk, here, Verb.FILE, Verb.DISPATCH, role=Role.LEAD)
    desk().take(here.id, Verb.HANDLE)  # one's own step is no news
    assert [move.verb for move in desk().told()] == [Verb.FILE, Verb.DISPATCH]
    desk().see(desk().told()[0])
    assert [move.verb for move in desk().told()] == [Verb.DISPATCH]
    assert desk(Role.LEAD).told() == []
    desk().transfer(case(first_taker=me).id, Said("换班", lead))
    assert [move.verb for move in desk(Role.LEAD).told()] == [Verb.TRANSFER]


def test_the_queue_is_what_waits_to_be_filed_and_what_i_took_first_stays_on_my_list(
    cases, case, opened, desk, clock
):
    first = case(S.PREFILED, due_at=clock(), first_taker=opened.agent.id)
    case(S.PREFILED, due_at=clock() + timedelta(days=1))
    case(S.FILED)
    assert cases.to_file()[0].id == first.id
    assert cases.count_to_file() == 2
    assert [each.id for each in cases.first_taken()] == [first.id]
    walk(desk, first, Verb.FILE, Verb.DISPATCH, Verb.HANDLE, Verb.VERIFY, Verb.CLOSE)
    assert cases.count_first_taken() == 0


def test_nobody_is_sent_before_a_lead_has_filed_the_case(orders, calls, desk, opened):
    draft = calls.new("city_case")
    draft.answers.update(
        source="hotline", supervised=False, name="王", phone="138 0000 1234", address="江南大道1288号",
        category="noise", request="夜里打桩", solved="unsolved", district="centre",
    )  # fmt: skip
    assert [p.code for p in orders.save_and_make(draft).problems] == ["not_filed"]
    saved = calls.save(draft)
    assert saved.case.state is S.PREFILED
    assert [p.code for p in orders.make(saved.call.id, {}).problems] == ["not_filed"]
    walk(desk, saved.case, Verb.FILE)
    made = orders.make(saved.call.id, {})
    assert (made.problems, opened.store.get(Case, saved.case.id).state) == ([], S.DISPATCHED)
    assert [(m.verb, m.of) for m in desk().of_case(saved.case.id)][1:] == [(Verb.DISPATCH, made.order.id)]


def test_the_order_of_a_call_is_a_step_like_any_other(orders, repair, desk):
    made = orders.save_and_make(repair(user_type="residential", gas_smell=False, urgent=True))
    assert [(m.verb, m.before, m.of) for m in desk().of_case(made.case.id)] == [
        (Verb.DISPATCH, S.RECEIVED, made.order.id)
    ]


# -- at random --


class Walks(RuleBasedStateMachine):
    """Whatever people of any role try: what stands is what the steps kept lead to, and no step is lost."""

    cases = Bundle("cases")
    store = forms = people = now = None

    @initialize()
    def begin(self):
        self.kept, self.first = {}, {}

    @rule(target=cases, state=st.sampled_from([S.RECEIVED, S.PREFILED]))
    def open(self, state):
        case = a_case(self.store, self.now(), state)
        self.kept[case.id], self.first[case.id] = [state], case.first_taker
        return case.id

    @rule(case=cases, role=st.sampled_from(Role), verb=st.sampled_from(Verb), into=cases)
    def step(self, case, role, verb, into):
        moves = Moves(self.store, self.forms, self.people[role], self.now)
        before = self.store.get(Case, case).state
        if verb is Verb.TRANSFER:
            moves.transfer(case, Said("x", self.people[Role.LEAD].id))
            return
        moved = moves.take(case, verb, Said("x", into, outcome="solved"))
        if moved.problems:
            assert self.store.get(Case, case).state is before
        else:
            assert any((w.verb, w.before) == (verb, before) and role in w.roles for w in WAYS)
            self.kept[case].append(moved.case.state)
            assert role in LEADS or moved.case.state is not S.FILED

    def teardown(self):
        """Nothing is lost, and the first taker stays."""
        for case, states in self.kept.items():
            stands = self.store.get(Case, case)
            assert (stands.state, stands.first_taker) == (states[-1], self.first[case])
            moves = Moves(self.store, self.forms, self.people[Role.AGENT], self.now).of_case(case)
            told = [move.after for move in moves if move.verb is not Verb.TRANSFER]
            assert told == states[1:]


def test_at_random(opened, forms, people, clock):
    class Here(Walks):
        store, now = opened.store, staticmethod(clock)

    Here.people, Here.forms = people, forms
    quick = settings(
        max_examples=8, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Here, settings=quick)


def test_nobody_below_a_lead_ever_reaches_what_is_filed():
    assert {
        role for way in WAYS if way.after is S.FILED and way.verb is Verb.FILE for role in way.roles
    } == LEADS
    assert all(Role.QA not in way.roles for way in WAYS)

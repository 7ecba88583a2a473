"""What waits for this agent."""

from dataclasses import replace


def counts(worklist):
    return {group.code: len(group.items) for group in worklist.entries()}


def test_an_empty_desk_has_every_group_and_nothing_in_it(worklist):
    assert counts(worklist) == {"drafts": 0, "mine_open": 0, "owed": 0, "attention": 0, "others_open": 0}


def test_drafts_open_cases_and_debts_are_counted(worklist, calls, repair):
    calls.keep(repair())
    leak = calls.new("gas_leak", phone="13800001234")
    leak.answers["address"] = "近江六园"
    calls.save(leak)
    assert counts(worklist) == {"drafts": 1, "mine_open": 1, "owed": 1, "attention": 0, "others_open": 0}


def test_a_case_past_its_time_is_late(worklist, calls, clock, repair):
    calls.save(repair())
    clock.go(hours=25)
    (case,) = next(g.items for g in worklist.entries() if g.code == "mine_open")
    assert case.late


def test_what_others_have_open_is_seen_apart(worklist, calls, cases, opened, repair):
    saved = calls.save(repair())
    with opened.store.write() as to:
        to.put(replace(saved.case, handler="somebody else"))
    assert (counts(worklist)["mine_open"], counts(worklist)["others_open"]) == (0, 1)

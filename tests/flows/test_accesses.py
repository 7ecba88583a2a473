"""What is done with numbers at one seat, a lead reads at another; whatever the wire did."""

import pytest

from app.desk import clock
from app.desk.accesses import Accesses
from app.desk.listings import AUDIT, Filters
from app.desk.lists import Lists
from app.forms.rights import Rights
from app.records.accesses import Access, Deed
from app.sync.port import CentralAway


def note(at, deed, call, **more):
    accesses = Accesses(at.store, Rights(), at.opened.session, at.opened.seat.code, clock.now)
    accesses.note(deed, "call", record=call.id, whole=True, **more)


def shown(at):
    opened = at.opened
    lists = Lists(at.store, at.calls.forms, opened.agent, opened.seat.code, clock.now, "zh_CN")
    rows = lists.rows(AUDIT, lists.walk(lists.wanted(AUDIT, Filters())).order)
    return [tuple(row.cells[code] for code in ("agent", "deed", "record", "seat")) for row in rows]


def test_what_was_done_at_one_seat_is_read_at_another(sit):
    here, there = sit("A01", "1001"), sit("A02", "1002")
    call = here.log().call
    note(here, Deed.REVEAL, call)
    note(there, Deed.COPY, call)
    assert [at.sync().rejected for at in (here, there, here)] == [0, 0, 0]
    one, other = (f"{at.opened.agent.agent_no} {at.opened.agent.name}" for at in (here, there))
    done = [(one, "reveal", call.number, "A01"), (other, "copy", call.number, "A02")]
    assert sorted(shown(here)) == sorted(shown(there)) == done


def test_what_was_done_without_central_comes_when_it_is_there_again(sit, centre):
    centre.server.stop("immediate")
    try:
        here = sit("A01", "1001")
        assert not here.opened.session.confirmed
        call = here.log().call
        note(here, Deed.REVEAL, call)
        with pytest.raises(CentralAway):
            here.sync()
    finally:
        centre.server.start()
    done = here.sync()
    assert (done.rejected, done.conflicts) == (0, 0)
    there = sit("A02", "1002")
    there.sync()
    (kept,) = there.store.find(Access, record=call.id)
    assert (kept.deed, kept.session) == (Deed.REVEAL, here.opened.session.id)

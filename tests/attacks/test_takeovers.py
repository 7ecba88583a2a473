"""A lead takes over what somebody left half done (lock.md §6, row 29): the owner is told, no word is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from app.desk import clock
from app.records.accesses import Access, Deed
from app.records.calls import Call
from app.records.takeovers import Takeover
from app.store.mailbox import Mailbox
from app.ui.lines import MORE
from app.ui.lock import LockPage
from app.ui.login import SignInPage
from app.ui.panels.calls import CallPage
from app.ui.panels.takeovers import DraftPage, LeftPage
from app.ui.workplace import Workplace
from tests.flows.conftest import LOCK
from tests.flows.test_presence import Window
from tests.ui.conftest import REPAIR

pytestmark = pytest.mark.attack
NAME, PHONE, WHY = "欧阳落霞", "13912345678", "客户在等，本人去医院了"


@pytest.fixture(scope="module")
def windows(qapp, centre, tmp_path_factory):
    """Two seats: what is half typed lies at the first."""
    made = [Window(qapp, tmp_path_factory.mktemp(code)) for code in ("A01", "A02")]
    made[0].join(centre.enrolments["A01"], "1001")
    made[1].join(centre.enrolments["A02"], "1003")
    for window in made:
        window.hands.until(
            lambda w=window: len(w.program._accounts._keys._slots.sealed_to()) >= 4, "not sealed"
        )
    yield made
    for window in made:
        window.close()


@pytest.fixture
def here(windows):
    return windows[0]


@pytest.fixture
def there(windows):
    return windows[1]


def enter(window, agent_no):
    """Have *agent_no* sign in, whoever is there."""
    if isinstance(window.page, Workplace):
        window.program._sign_out(True)
    if isinstance(window.page, LockPage):
        window.page.other.click()
    window.program.entry.sign_in(agent_no, "zuoxi demo 2026", "displace")
    window.hands.until(lambda: isinstance(window.page, Workplace), "not let in")
    window.hands.come_to_the_front()
    window.hands.until(lambda: not window.page.announcing.later.isActive(), "its strips")
    return window.page


@pytest.fixture
def half(here):
    """A call half typed by 1001, who walked away from the first seat."""
    page = enter(here, "1001")
    page.opening.finish()
    for old in page.tabs.pages():
        page.tabs.remove(old)
    for old in page._desk.calls.drafts():
        page._desk.calls.discard(old.id)
    for told in page._desk.calls.takeovers.told():
        page._desk.calls.takeovers.see(told)
    page.work.new("gas_repair")
    call = page.tabs.current()
    call.view.set_answers({"name": NAME, "phone": PHONE})
    call.keep()
    here.program.lock()
    return call.draft


def group(page, code):
    return page._desk.worklist.group(code).items


def left(page):
    """What the lead finds of it, opened from the work list."""
    (item,) = group(page, "left")
    page.open("left", item.id)
    return page.tabs.current()


def take(page, why=WHY):
    draft = left(page)
    draft.why.setText(why)
    draft.take()
    return page.tabs.current()


def strips(page):
    return [strip.text for strip in page.tabs.strips._strips.values()]


def test_29_another_agent_at_the_seat_finds_nothing_of_it(here, half):
    page = enter(here, "1002")
    assert group(page, "drafts") == ()
    assert "left" not in page._desk.worklist.groups
    assert page._desk.finder.find("燃气报修") == ()
    assert page.tabs.pages() == []
    assert "遗留草稿" not in [command.text for command in page.commands]
    for kind, id in (("draft", half.id), ("taken", half.id), ("left", f"{half.id} {half.agent}")):
        page.open(kind, id)
        assert page.tabs.pages() == []


def text_of(page):
    return " ".join(each.text() for kind in (QLabel, QLineEdit) for each in page.findChildren(kind))


def test_29_who_reads_anothers_draft_is_kept_with_what_was_seen_in_lists(here, half):
    page = enter(here, "9001")
    page.open("left", "left")
    store = here.program.opened.store
    assert store.find(Access) == []
    left(page)
    (seen,) = store.find(Access)
    assert (seen.deed, seen.of, seen.record, seen.whole) == (Deed.REVEAL, "call", half.id, True)
    assert seen.agent == here.program.opened.agent.id


def test_29_a_reason_half_typed_is_there_again_after_a_lock(here, half):
    page = enter(here, "9001")
    draft = left(page)
    draft.why.setFocus()
    here.hands.type(WHY)
    here.hands.press(Qt.Key.Key_Left)
    here.program.lock()
    here.unlock()
    again = here.page.tabs.current()
    assert isinstance(again, DraftPage)
    assert (again.why.text(), again.why.cursorPosition()) == (WHY, len(WHY) - 1)


def test_29_the_lead_sees_whose_and_since_when_but_no_word_before_it_is_opened(here, half):
    page = enter(here, "9001")
    page.open("left", "left")
    shown = page.tabs.current()
    assert isinstance(shown, LeftPage)
    head = shown.model.item(0)
    assert head.text() == "1001 王珂"
    assert "离席" in head.data(MORE)
    row = head.child(0)
    assert row.text() == "燃气报修"
    assert row.data(MORE).startswith("139 **** 5678 · ")
    items = group(page, "left")
    assert [item.title for item in items] == [half.agent]
    assert NAME not in repr(items)


def test_29_the_lead_finishes_it_and_the_call_names_both(here, half):
    page = enter(here, "9001")
    call = take(page)
    assert isinstance(call, CallPage)
    call.view.set_answers({**call.view.answers(), **REPAIR, "name": NAME, "phone": PHONE})
    call.save()
    store, lead = here.program.opened.store, here.program.opened.agent
    saved = store.get(Call, half.id)
    assert (saved.first_taker, saved.handler) == (half.agent, lead.id)
    assert store.drafts.of_agent(half.agent) == []
    (told,) = store.find(Takeover, draft=half.id)
    assert (told.by, told.owner, told.why, told.seat) == (lead.id, half.agent, WHY, "A01")


def test_29_without_a_reason_nothing_is_taken_over_and_nothing_is_in_the_way_of_a_lock(here, half):
    page = enter(here, "9001")
    draft = left(page)
    draft.take()
    assert isinstance(page.tabs.current(), DraftPage)
    here.hands.type("客户在")
    assert draft.why.text() == "客户在"
    here.hands.press(*LOCK)
    here.hands.until(lambda: isinstance(here.page, LockPage), "not locked")
    page = enter(here, "1001")
    assert strips(page) == []
    assert page.tabs.current().view.answers()["name"] == NAME


def test_29_the_owner_comes_back_reads_who_has_it_and_types_nothing_into_it(here, half):
    call = take(enter(here, "9001"))
    call.view.set_answers({**call.view.answers(), "address": "和平路7号"})
    page = enter(here, "1001")
    shown = page.tabs.current()
    assert isinstance(shown, DraftPage)
    assert not shown.take_button.isVisible()
    words = text_of(shown)
    assert all(told in words for told in ("9001 周正", WHY, NAME))
    assert "和平路7号" not in words
    (strip,) = strips(page)
    assert all(told in strip for told in ("9001 周正", "燃气报修", WHY, "A01"))
    page.tabs.strips.answer()
    page = enter(here, "9001")
    page = enter(here, "1001")
    assert strips(page) == []  # read once


def test_29_the_owner_at_another_seat_is_told_while_they_type_and_goes_on_typing(here, there, half):
    here.program._leave()
    here.front.show_door()
    here.program._curtain.rise()  # two windows of one process: it would end the other's
    page = enter(there, "1001")
    page.work.new("inquiry")
    mine = page.tabs.current()
    mine.view.focus_field("name")
    there.hands.type("李")
    lead = enter(here, "9001")
    take(lead)
    here.program.heartbeat.start()
    there.hands.until(lambda: (there.program.heartbeat.start(), strips(there.page))[1], "not told")
    assert all(told in strips(there.page)[0] for told in ("9001 周正", WHY, "A01"))
    there.hands.come_to_the_front()
    there.hands.type("芳")
    assert mine.view.answers()["name"] == "李芳"
    assert there.page.tabs.current() is mine
    mine.keep()
    assert [d.answers["name"] for d in there.page._desk.calls.drafts()] == ["李芳"]
    there.program._sign_out(True)


def test_29_what_the_owner_typed_at_the_last_moment_is_a_draft_of_its_own(here, half):
    """It lay in the mailbox, and comes out at an unlock after the take-over."""
    page = enter(here, "9001")
    box = here.program.opened.box
    take(page)
    here.program.lock()
    late = replace(
        half, saved_at=clock.now() + timedelta(seconds=1), answers={**half.answers, "address": "和平路7号"}
    )
    Mailbox(here.program._folder / "mailbox").put(late, box)
    page = enter(here, "1001")
    shown = page.tabs.current()
    assert isinstance(shown, CallPage)
    assert shown.view.answers()["address"] == "和平路7号"
    lead = enter(here, "9001")
    (mine,) = [each for each in lead._desk.calls.drafts() if each.id == half.id]
    assert not mine.answers.get("address")


def test_29_undone_at_once_it_is_the_owners_again(here, half):
    page = enter(here, "9001")
    take(page)
    here.hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert half.id not in [each.id for each in page._desk.calls.drafts()]
    page = enter(here, "1001")
    assert strips(page) == []
    assert page.tabs.current().view.answers()["name"] == NAME
    steps = here.program.opened.store.find(Takeover, draft=half.id)
    assert [each.step for each in steps] == ["gave_back", "took"]


def test_29_once_the_lead_has_typed_an_undo_loses_nothing_of_it(here, half):
    page = enter(here, "9001")
    call = take(page)
    call.view.set_answers({**call.view.answers(), "address": "和平路7号"})
    page.work._give_back(call.draft)
    assert page.tabs.current() is call
    assert call.view.answers()["address"] == "和平路7号"
    page.work.discard()
    page = enter(here, "1001")
    assert page.tabs.current().view.answers()["name"] == NAME


def test_29_the_owner_finds_the_call_where_the_draft_was(here, half):
    page = enter(here, "9001")
    call = take(page)
    call.view.set_answers({**call.view.answers(), **REPAIR})
    call.save()
    page = enter(here, "1001")
    page.tabs.strips.answer()
    shown = page.tabs.current()
    assert isinstance(shown, CallPage)
    assert shown.call.id == half.id


@pytest.mark.usefixtures("half")
def test_29_the_page_the_lead_had_open_is_gone_at_the_door(here):
    page = enter(here, "9001")
    left(page)
    here.program.lock()
    assert isinstance(here.page, LockPage)
    here.page.other.click()
    assert isinstance(here.page, SignInPage)
    assert NAME not in text_of(here.page)

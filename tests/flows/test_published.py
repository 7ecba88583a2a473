"""A form published while somebody works: no restart, nothing open changes, and the next sign-in has it."""

import json

from PySide6.QtCore import Qt

from app import places
from app.records.definitions import definition_id
from app.records.ops import Cursor, Image, Page
from tests.flows.conftest import LOCK, call_in_front, work

TEXT = (places.forms() / "inquiry/1.yaml").read_text("utf-8").replace("业务咨询", "用气咨询")


def test_a_new_version_is_offered_at_once_and_after_a_lock_while_open_forms_stay(program, hands, come_back):
    page = call_in_front(program, "inquiry")
    body = {"path": "inquiry/2.yaml", "text": TEXT, "published_at": "2026-11-23T01:00:00.000000+00:00"}
    image = Image("definition", definition_id("inquiry/2.yaml"), 1, json.dumps(body), Cursor(9, 1), True)
    program.opened.store.feed.receive(Page((image,)))
    picker = work(program).work.picker
    hands.until(lambda: "用气咨询" in [e.title for e in picker._entries], "not offered")
    assert (page.form.version, page.draft.form_version) == (1, 1)
    hands.press(Qt.Key.Key_F2)
    hands.type("3")
    assert work(program).tabs.current().form.version == 2
    hands.come_to_the_front()
    hands.press(*LOCK)
    program.forms.renew(type(program.forms)())  # as if the program were started again
    program._definitions._taken = frozenset()
    versions = {p.form.version for p in come_back().tabs.pages()}
    assert versions <= {1, 2}
    assert work(program)._desk.calls.forms.get("inquiry").version == 2

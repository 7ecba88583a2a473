"""What was said of an order stays; what became of it is told by whoever knows more."""

from uuid import uuid4

import pytest

from tests.central.test_callbacks import AT, LATER, pair  # noqa: F401 - a fixture

SAID = {
    "order": str(uuid4()), "way": "gateway", "to": "13900000000", "name": "队长", "text": "派工 滨江路 18 号",
    "at": AT, "by": str(uuid4()), "seat": "inst-1", "state": "waiting", "tries": [],
}  # fmt: skip


def test_what_was_said_and_to_whom_stays(place, pair):  # noqa: F811
    (here, mine, _), (there, others, _) = pair
    id = str(uuid4())
    assert here.put("message", id, SAID, s=mine)["status"] == "applied"
    there.put("message", id, {"text": "别的", "to": "110"}, 1, s=others)
    body = place.record(id)["body"]
    assert (body["text"], body["to"]) == (SAID["text"], SAID["to"])


@pytest.mark.parametrize("first", ["sent", "told"])
def test_sent_here_and_told_there_it_was_sent_whoever_comes_first(place, pair, first):  # noqa: F811
    (here, mine, _), (there, others, agent) = pair
    id = str(uuid4())
    here.put("message", id, SAID, s=mine)
    sent = lambda: here.put("message", id, {"state": "sent", "done_at": AT}, 1, s=mine)  # noqa: E731
    told = lambda: there.put(  # noqa: E731
        "message", id, {"state": "told", "done_at": LATER, "done_by": agent}, 1, s=others
    )
    for act in (sent, told) if first == "sent" else (told, sent):
        act()
    body = place.record(id)["body"]
    assert (body["state"], body["done_at"], body["done_by"]) == ("sent", LATER, agent)

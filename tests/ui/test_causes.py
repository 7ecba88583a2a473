"""What locks a seat has its words; a machine's limit is told in the unit it is set in."""

import pytest

from app.ui import causes

ALL = ["system_idle", "idle", "os_lock", "sleep", "gap", "hang", "tray", "lead"]


@pytest.mark.parametrize("why", ALL)
def test_every_cause_is_told(why):
    said = causes.cause(why, 120)
    assert said
    assert why not in said
    assert "{" not in said


def test_the_agents_own_key_needs_no_words():
    assert causes.cause(causes.KEY) == ""


@pytest.mark.parametrize(
    ("after", "words"), [(120, "2 分钟"), (600, "10 分钟"), (30, "30 秒"), (90, "90 秒")]
)
def test_how_long_nobody_was_there_is_told(after, words):
    assert words in causes.cause("system_idle", after)

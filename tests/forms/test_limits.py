"""When a seat locks by itself: the centre says it, an agent may only make it shorter."""

import pytest

from app.forms.limits import Limits
from app.forms.nodes import Flaw

RULE = (
    "system_idle: 90\nidle: 300\non_call: 600\nos_lock: true\nsign_out: true\nphone: false\nlease_hours: 24\n"
    "capture: exclude\nsame_agent: refuse\n"
)


def test_what_is_shipped_is_what_was_decided(shipped):
    assert shipped.limits == Limits()
    assert shipped.limits == Limits(
        system_idle=120,
        idle=600,
        on_call=120,
        os_lock=False,
        sign_out=False,
        phone=True,
        lease_hours=72,
        capture=True,
        same_agent="displace",
    )


def test_a_centre_has_its_own_limits_and_one_that_says_nothing_the_usual_ones(folder):
    assert folder.load().limits == Limits()
    folder.write("rules/lock.yaml", RULE)
    assert folder.load().limits == Limits(90, 300, 600, True, True, False, 24, False, "refuse")


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("system_idle: 0\nidle: 600\n", Flaw.WRONG_VALUE),
        ("system_idle: 120\nidle: never\n", Flaw.WRONG_TYPE),
        ("system_idle: 120\nidle: 600\ncapture: never\n", Flaw.WRONG_VALUE),
        ("system_idle: 120\nidle: 600\ncapture: true\n", Flaw.WRONG_TYPE),
        ("system_idle: 120\n", Flaw.MISSING_KEY),
        ("system_idle: 120\nidle: 600\nidel: 600\n", Flaw.UNKNOWN_KEY),
        ("system_idle: 120\nidle: 600\nsame_agent: both\n", Flaw.WRONG_VALUE),
        ("\t", Flaw.SYNTAX),
    ],
)
def test_a_broken_rule_is_named_and_switches_nothing_off(folder, text, flaw):
    folder.write("rules/lock.yaml", RULE)
    before = folder.load()
    folder.write("rules/lock.yaml", text)
    after = folder.load(before)
    assert [(b.file, b.code) for b in after.broken] == [("rules/lock.yaml", flaw)]
    assert after.limits == before.limits
    assert folder.load().limits == Limits()


def test_an_agent_can_only_shorten():
    limits = Limits(system_idle=120, idle=600)
    assert limits.shortened({"system_idle": "60", "idle": 300}) == Limits(system_idle=60, idle=300)
    assert limits.shortened({"system_idle": "121", "idle": "86400"}) == limits


@pytest.mark.parametrize("wish", [None, "", "0", "-5", "9", "1e3", "٣٠", "nan", "9" * 30, [], True])
def test_a_wish_that_is_none_changes_nothing(wish):
    assert Limits().shortened({"system_idle": wish, "idle": wish}) == Limits()


def test_a_call_stretches_and_never_switches_off():
    assert Limits(on_call=300).while_logging() == Limits(system_idle=300, idle=600, on_call=300)
    assert Limits(system_idle=60, on_call=60).while_logging().idle == 600

"""The rule of who hears of orders as a centre writes it: read, or named with its line."""

from datetime import UTC, datetime

import pytest

from app.forms.notifying import Hook, Mail, NotifyRules

MESSAGE = 'message: {zh_CN: "派工 {order}", zh_TW: "派工 {order}", en: "Order {order}"}\n'
WAYS = """\
ways:
  mail: {kind: mail, host: mail.example.cn, port: 465, security: tls, user: u, sender: s@example.cn}
  gateway: {kind: hook, url: "https://example.cn/m"}
"""
HEARERS = """\
hearers:
  - {name: 队长, teams: [refused], way: gateway, to: "1",
     hours: [{days: every, from: "08:00", to: "17:00"}]}
  - {name: 全部, way: mail, to: a@example.cn, urgent: false}
  - {name: 值班, to: "0571-00000001"}
"""
NAME = "rules/notify.yaml"


def at(hour):
    return datetime(2026, 11, 23, hour, tzinfo=UTC)


def test_what_ships_tells_nobody_and_has_its_words(shipped):
    assert shipped.notify.hearers == ()
    assert "{address}" in shipped.notify.text["zh_CN"]


def test_ways_and_hearers_are_read(folder):
    folder.write(NAME, MESSAGE + WAYS + HEARERS)
    loaded = folder.load()
    assert loaded.broken == ()
    rules = loaded.notify
    assert rules.ways == {
        "mail": Mail("mail.example.cn", 465, "s@example.cn", "tls", "u"),
        "gateway": Hook("https://example.cn/m"),
    }

    def names(team, hour, *, urgent):
        return [each.name for each in rules.hears(team, at(hour), urgent=urgent)]

    assert names("refused", 9, urgent=True) == ["队长", "全部", "值班"]
    assert names("refused", 20, urgent=True) == ["全部", "值班"]
    assert names("unknown", 9, urgent=True) == ["全部", "值班"]
    assert names("refused", 9, urgent=False) == ["全部"]


@pytest.mark.parametrize(
    ("text", "line", "flaw"),
    [
        (WAYS, 1, "missing_key"),
        (MESSAGE.replace("{order}", "{password}", 1), 1, "unknown_field"),
        (MESSAGE + WAYS.replace("https:", "http:"), 4, "wrong_value"),
        (MESSAGE + WAYS.replace("https://example.cn", "https://"), 4, "wrong_value"),
        (MESSAGE + WAYS.replace("kind: hook", "kind: fax"), 4, "wrong_value"),
        (MESSAGE + WAYS.replace("security: tls", "security: none"), 3, "wrong_value"),
        (MESSAGE + WAYS.replace("s@example.cn", "nobody"), 3, "wrong_value"),
        (MESSAGE + WAYS.replace("port: 465", "port: 0"), 3, "wrong_value"),
        (MESSAGE + WAYS + HEARERS.replace("way: gateway", "way: fax"), 6, "unknown_choice"),
        (MESSAGE + WAYS + HEARERS.replace("[refused]", "[nobody]"), 6, "unknown_choice"),
        (MESSAGE + WAYS + HEARERS.replace("a@example.cn", "nobody"), 8, "wrong_value"),
        (MESSAGE + WAYS + HEARERS.replace("0571-00000001", "总机"), 9, "wrong_value"),
        (MESSAGE + WAYS + HEARERS.replace("name: 值班", "nam: 值班"), 9, "unknown_key"),
    ],
)
def test_what_is_broken_is_named_with_its_line_and_the_rule_stays(folder, text, line, flaw):
    folder.write(NAME, text)
    (broken,) = folder.load().broken
    assert (broken.file, broken.line, broken.code) == (NAME, line, flaw)
    assert folder.load().notify == NotifyRules()


def test_the_computers_own_gateway_may_be_asked_in_the_open(folder):
    folder.write(NAME, MESSAGE + 'ways: {here: {kind: hook, url: "http://127.0.0.1:9/m"}}\n')
    assert folder.load().notify.ways == {"here": Hook("http://127.0.0.1:9/m")}

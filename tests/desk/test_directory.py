"""Whom to call: found by all that is known of it; who is there now comes first (CALL-14)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from app import places
from app.desk.accesses import Accesses
from app.desk.directory import Directory
from app.forms.directory import Listed
from app.forms.hours import Hours
from app.forms.load import load
from app.records.accesses import Access, Deed

HERE = timezone(timedelta(hours=8))
DAY, NIGHT = (480, 1080), (1080, 1440)
LISTED = (
    Listed("东区维修", "057186110001", ("户外管道",), ("east",), hours=Hours((DAY,), (DAY,), zone=HERE)),
    Listed(
        "抢修值班",
        "057186110002",
        ("户外管道",),
        ("east", "south"),
        hours=Hours((NIGHT,), (NIGHT,), zone=HERE),
    ),
    Listed("王工", "13800001234", ("燃气表",), streets=("和平路",), note="先发短信"),
)


class Clock:
    at = datetime(2026, 11, 23, 19, 0, tzinfo=HERE)

    def now(self):
        return self.at


@pytest.fixture
def directory(opened):
    forms, clock = load(places.forms()), Clock()
    forms = replace(forms, directory=LISTED)
    accesses = Accesses(opened.store, forms.rights, opened.session, "A03", lambda: datetime.now(UTC))
    directory = Directory(forms, accesses, clock.now, "zh_CN")
    directory.load()
    return directory, clock


def names(found):
    return [entry.listed.name for entry in found]


def test_after_six_who_has_the_night_is_first(directory):
    directory, clock = directory
    assert names(directory.find("户外管道 城东")) == ["抢修值班", "东区维修"]
    clock.at = clock.at.replace(hour=9)
    first, second = directory.find("户外管道 城东")
    assert (first.listed.name, first.opens) == ("东区维修", None)
    assert second.opens == datetime(2026, 11, 23, 18, tzinfo=HERE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("王工", ["王工"]),
        ("wg", ["王工"]),
        ("rqb", ["王工"]),
        ("和平路", ["王工"]),
        ("1234", ["王工"]),
        ("城南", ["抢修值班"]),
        ("HWGD", ["抢修值班", "东区维修"]),
        ("户外管道 王工", []),
        ("", ["抢修值班", "王工", "东区维修"]),
        ("'; DROP TABLE", []),
        ("😀\x00", []),
        ("东" * 5000, []),
    ],
)
def test_it_is_found_by_whatever_is_known(directory, text, found):
    assert sorted(names(directory[0].find(text))) == sorted(found)


def test_a_copied_number_is_kept_who_took_it(directory, opened):
    entry = directory[0].find("王工")[0]
    assert directory[0].copied(entry) == LISTED[2].number
    (kept,) = opened.store.find(Access, deed=Deed.COPY.value)
    assert (kept.of, kept.words, kept.agent) == ("directory", "王工", opened.agent.id)


def test_any_record_is_looked_for_with_it(directory):
    (found,) = directory[0].found("王工")
    assert (found.kind, found.title) == ("directory", "王工")
    assert directory[0].found("  ") == directory[0].found("1380") == ()


def test_what_was_published_is_found_by_all_that_is_known_of_it_once_it_is_loaded(directory):
    directory, _ = directory
    newer = replace(LISTED[2], name="赵工", matters=("锅炉",))
    forms = directory._forms
    forms.renew(replace(forms, directory=(newer, LISTED[0])))
    directory.load()
    for text in ("赵工", "锅炉", "zg", "gl", "13800001234"):
        assert names(directory.find(text)) == ["赵工"], text
    assert names(directory.find("王工")) == names(directory.find("抢修值班")) == []

"""zuoxi-admin publish: checked as the seats will have it, shown, given to all, never altered silently."""

import shutil
from uuid import uuid4

import pytest
from psycopg import errors

from app import places
from app.records.accounts import Role
from tests.central.admin import Admin
from tests.faults.harness import sign_in

pytestmark = pytest.mark.parametrize("server", ["18"], indirect=True, scope="session")  # any version will do


@pytest.fixture
def admin(place):
    return Admin(place)


@pytest.fixture
def centre(tmp_path):
    """A centre's own copy of the forms, in which somebody works."""
    return shutil.copytree(places.forms(), tmp_path / "forms")


def second(centre, old="title: {zh_CN: 业务咨询", new="title: {zh_CN: 用气咨询"):
    """Write the next version of the enquiry."""
    text = (centre / "inquiry/1.yaml").read_text("utf-8")
    assert old in text
    path = centre / "inquiry/2.yaml"
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_a_new_version_is_shown_and_every_seat_hears_of_it(place, admin, centre, seats):
    path = second(centre)
    shown = admin.ok("publish", str(centre), "--dry-run")
    assert "-title: {zh_CN: 业务咨询" in shown
    assert "+title: {zh_CN: 用气咨询" in shown
    assert admin.json("publish", str(centre), "--dry-run")["published"] == []
    assert seats().pull() == []
    assert admin.json("publish", str(path), "--yes")["published"] == ["inquiry/2.yaml"]
    (told,) = seats().pull()
    assert (told["kind"], told["img"]["path"]) == ("definition", "inquiry/2.yaml")
    assert told["img"]["text"] == path.read_text("utf-8")
    assert "没有要发布的" in admin.ok("publish", str(centre), "--yes")


@pytest.mark.parametrize("answer", ["n\n", ""])
def test_nothing_is_published_without_a_yes(place, admin, centre, answer):
    second(centre)
    assert "没有继续" in admin.refused("publish", str(centre), input=answer)
    assert place.rows("SELECT 1 FROM cc.record") == []


def test_what_the_seats_could_not_read_is_named_with_its_line_and_not_published(place, admin, centre):
    second(centre, "kind: person", "kind: persona")
    said = admin.refused("publish", str(centre), "--yes")
    assert "inquiry/2.yaml 第" in said
    assert "unknown_kind" in said
    teams = centre / "lists/teams.yaml"
    second(centre)
    teams.write_text(teams.read_text("utf-8").replace("code: dispatch_centre", "code: control"), "utf-8")
    said = admin.refused("publish", str(teams), "--yes")  # what was not given goes by it
    assert "rules/routing.yaml 第" in said
    assert place.rows("SELECT 1 FROM cc.record") == []


def test_a_version_that_was_asked_is_neither_altered_nor_gone_below(place, admin, centre):
    first = centre / "inquiry/1.yaml"
    first.write_text(first.read_text("utf-8").replace("required: save", "required: close"), "utf-8")
    assert "inquiry/2.yaml" in admin.refused("publish", str(first), "--yes")
    first.write_text(
        first.read_text("utf-8").replace("required: close", "required: save") + "# more\n", "utf-8"
    )
    assert "没有要发布的" in admin.ok("publish", str(first), "--yes")
    fifth = second(centre).rename(centre / "inquiry/5.yaml")
    admin.ok("publish", str(fifth), "--yes")
    assert "inquiry/6.yaml" in admin.refused("publish", str(second(centre)), "--yes")
    fifth.write_text(fifth.read_text("utf-8").replace("用气", "供气"), "utf-8")
    assert "inquiry/6.yaml" in admin.refused("publish", str(fifth), "--yes")
    assert len(place.rows("SELECT 1 FROM cc.record")) == 1


def test_of_a_list_the_codes_that_go_are_told(admin, centre, seats):
    path = centre / "lists/districts.yaml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if line != lines[-1]) + "\n", "utf-8")
    assert "去掉了" in admin.ok("publish", str(path), "--yes")
    admin.ok("publish", str(places.forms() / "lists/districts.yaml"), "--yes")
    assert seats().pull()[-1]["ver"] == 2  # one record, whose text is the last


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("inquiry/2.yaml", b"\xff\xfe\x00"),
        ("inquiry/2.yaml", b""),
        ("inquiry/2.yaml", b"# " + b"x" * 256_000),
        ("inquiry/2.txt", b"title: x"),
        ("rules/unheard.yaml", b"a: 1"),
    ],
)
def test_what_is_no_definition_is_refused_in_a_sentence(place, admin, centre, name, raw):
    (centre / name).write_bytes(raw)
    assert "没有任何改动" in admin.refused("publish", str(centre / name), "--yes")
    assert place.rows("SELECT 1 FROM cc.record") == []


def test_a_seat_publishes_nothing(place, admin, centre, seats):
    admin.ok("publish", str(second(centre)), "--yes")
    seat = seats()
    (told,) = seat.pull()
    for record in (told["id"], str(uuid4())):
        assert seat.put("definition", record, {**told["img"], "text": "title: mine"})["status"] == "rejected"
    assert place.record(told["id"])["body"] == told["img"]


# -- entries checked again --


def a_review(place, opened, **said):
    me = place.rows("SELECT agent FROM cc.session WHERE id = %s", opened)[0]["agent"]
    return {
        "call": str(uuid4()), "agent": me, "outcome": "wrong", "month": "2026-11", "by": me,
        "session": opened, "seat": "A03", "at": "2026-11-23T01:00:00+00:00", "field": "address", "note": "",
    } | said  # fmt: skip


@pytest.mark.parametrize(
    ("role", "said", "taken"),
    [
        (Role.AGENT, {}, True),
        (Role.AGENT, {"agent": "another"}, False),
        (Role.AGENT, {"agent": "another", "outcome": "missed"}, False),
        (Role.AGENT, {"agent": "another", "outcome": "right"}, True),
        (Role.AGENT, {"by": "another"}, False),
        (Role.QA, {"agent": "another"}, True),
        (Role.LEAD, {"agent": "another", "outcome": "missed"}, True),
        (Role.LEAD, {"outcome": "heard"}, False),
        (Role.SUPERVISOR, {"outcome": "heard"}, True),
        (Role.SUPERVISOR, {"outcome": "forgiven"}, False),
    ],
)
def test_who_may_say_what_of_an_entry(place, seats, role, said, taken):
    seat = seats()
    opened, id = sign_in(place, role, seat.install), str(uuid4())
    told = a_review(place, opened, **said)
    if not taken:
        with pytest.raises(errors.DataError):
            seat.put("review", id, told, s=opened)
        return
    assert seat.put("review", id, told, s=opened)["status"] == "applied"
    with pytest.raises(errors.DataError):
        seat.put("review", id, {"note": "anders"}, 1, s=opened)
    assert place.record(id)["body"] == told

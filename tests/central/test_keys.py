"""What central knows of keys: the public half of the recovery key, and who has to change a password."""

import json
from contextlib import closing

import psycopg
import pytest

from app.store import recovery, slots
from tests.central import rig
from tests.central.admin import Admin

pytestmark = pytest.mark.parametrize("server", ["18"], indirect=True, scope="session")  # any version will do
NEW = "another horse 电池"
HELLO = "api.hello_v3(%s, '', '', 't', 1, 0, 0, '')"


@pytest.fixture
def admin(place):
    return Admin(place)


@pytest.fixture
def out(tmp_path):
    return tmp_path / "recovery.json"


def kept(place):
    return place.rows("SELECT recovery_key AS k FROM cc.centre")[0]["k"]


def test_the_private_half_goes_to_a_file_and_the_public_one_to_every_seat(place, admin, seats, out):
    seat = seats(hello=False)
    assert seat.call(HELLO, seat.install)[0]["recovery"] == ""
    said = admin.ok("recovery-key", "--out", str(out))
    public = slots.public_of(recovery.read(out))
    assert kept(place) == public
    assert recovery.read(out).hex() not in said
    assert "zuoxi recover --key" in said
    assert out.stat().st_mode & 0o077 == 0
    assert seat.call(HELLO, seat.install)[0]["recovery"] == public
    assert place.enrol()["recovery"] == public


def test_a_new_centre_has_one_from_the_beginning_and_keeps_it(place, admin, out, tmp_path):
    said = admin.ok("init", "--centre", "清河", "--recovery-key", str(out))
    assert kept(place) == slots.public_of(recovery.read(out))
    assert recovery.read(out).hex() not in said
    assert str(out) in said
    assert out.stat().st_mode & 0o077 == 0
    before = kept(place)
    assert "恢复密钥" not in admin.ok("init", "--centre", "清河", "--recovery-key", str(tmp_path / "b"))
    assert (kept(place), (tmp_path / "b").exists()) == (before, False)


def test_one_that_is_not_wanted_is_not_made_and_no_file_is_written_over(place, admin, out):
    out.write_text("kept", "utf-8")
    assert "没有覆盖" in admin.refused("init", "--centre", "清河", "--recovery-key", str(out))
    admin.ok("init", "--centre", "清河", "--recovery-key", str(out), "--no-recovery-key")
    assert (kept(place), out.read_text("utf-8")) == ("", "kept")


def test_a_second_one_is_asked_about_and_nothing_is_written_over(place, admin, out, tmp_path):
    admin.ok("recovery-key", "--out", str(out))
    before, file = kept(place), out.read_bytes()
    assert "什么都没有改动" in admin.refused("recovery-key", "--out", str(tmp_path / "b"), input="n\n")
    assert "没有覆盖" in admin.refused("recovery-key", "--out", str(out), "--yes")
    assert (kept(place), out.read_bytes(), (tmp_path / "b").exists()) == (before, file, False)
    assert admin.json("recovery-key", "--out", str(tmp_path / "b"), "--yes")["replaced"] is True
    assert kept(place) != before


def test_a_key_central_does_not_hear_of_is_not_left_lying_about(admin, out, monkeypatch):
    def broken(*_):
        raise psycopg.OperationalError("gone")

    monkeypatch.setattr("app.central.people.set_recovery_key", broken)
    assert admin.run("recovery-key", "--out", str(out)).exit_code != 0
    assert not out.exists()


def test_a_seat_whose_password_is_lost_gets_another_and_stays_the_seat_it_was(place, admin, seats, tmp_path):
    seat = seats()
    seat.put("call", "0192f0c1-2d3e-7abc-8def-0123456789ab", rig.a_call())
    out = tmp_path / "again.json"
    said = admin.ok("add-seat", seat.code, "--again", "--out", str(out))
    told = json.loads(out.read_text("utf-8"))
    assert "已换席位密码" in said
    assert (told["seat"], told["login"]) == (seat.code, seat.enrolment["login"])
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        place.login(told["login"], seat.enrolment["password"])
    with closing(place.login(told["login"], told["password"])) as again:
        query = "SELECT last_n FROM api.hello_v1(%s, 1, 1)"
        assert again.execute(query, (seat.install,)).fetchone() == (1,)
    assert "没有这个席位" in admin.refused(
        "add-seat", "NONE", "--again", "--out", str(tmp_path / "none.json")
    )


def test_a_password_somebody_else_has_set_is_to_be_changed_until_it_is(place, admin):
    _, no = place.agent()

    with closing(place.login(f"agent_{no}", rig.PASSWORD)) as door:
        agent = door.execute("SELECT agent FROM api.sign_in_v1('x')").fetchone()[0]
    assert agent["must_change"] is False
    admin.ok("reset-password", no, "--password-stdin", "--yes", input=f"{NEW}\n")
    with closing(place.login(f"agent_{no}", NEW)) as door:
        for expected in (True, False):
            agent, wrapped = door.execute("SELECT agent, wrapped_key FROM api.sign_in_v1('x')").fetchone()
            assert agent["must_change"] is expected
            door.execute("SELECT api.change_password_v1(%s::jsonb)", (json.dumps(wrapped),))


def test_a_central_of_before_is_brought_up_with_who_is_in_it(place, admin, seats):
    rig.take_back(place, "0013")
    place.rows(
        "INSERT INTO cc.agent (agent_id, tenant, login, no, name, role, public_key, wrapped_key)"
        " VALUES (gen_random_uuid(), 1, 'agent_x', 'x', 'x', 'agent', '', '{}')"
    )
    seat = seats()
    admin.ok("upgrade")
    assert place.rows("SELECT must_change AS m FROM cc.agent") == [{"m": False}]
    assert kept(place) == ""
    assert seat.call(HELLO, seat.install)[0]["recovery"] == ""

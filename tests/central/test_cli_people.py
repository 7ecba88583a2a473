"""zuoxi-admin: agents and seats kept out, let in again, given new passwords."""

import json
from contextlib import closing
from uuid import uuid4

import psycopg
import pytest

from app.records.accounts import Role
from app.records.ids import number, number_in_run
from app.store import slots
from tests.central import rig
from tests.central.admin import Admin, calls

NEW = "another horse 电池"
pytestmark = pytest.mark.parametrize("server", ["18"], indirect=True, scope="session")  # any version will do


@pytest.fixture
def admin(place):
    return Admin(place)


def told_of(seat, agent: str) -> list[dict]:
    """What the seats hear of an agent, oldest first."""
    return [row["img"] for row in seat.pull() if row["id"] == str(agent)]


# -- agents --


def test_a_disabled_agent_is_out_at_once_and_every_seat_hears_of_it(place, admin, seats):
    agent, no = place.agent(Role.LEAD)
    seat, door = seats(), place.login(f"agent_{no}", rig.PASSWORD)
    done = admin.json("disable-agent", no.upper(), "--yes")
    assert done == {"agent_no": no, "name": "王小明", "active": False, "changed": True, "ended": 1}
    with closing(door), pytest.raises(psycopg.OperationalError):
        door.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        place.login(f"agent_{no}", rig.PASSWORD)
    heard = told_of(seat, agent)
    assert [image["active"] for image in heard] == [True, False]
    assert heard[-1]["public_key"] == heard[0]["public_key"]
    assert place.rows("SELECT active FROM cc.agent") == [{"active": False}]


def test_a_disabled_agent_can_be_let_in_again(place, admin, seats):
    agent, no = place.agent()
    admin.ok("disable-agent", no, "--yes")
    assert "本来就是停用的" in admin.ok("disable-agent", no, "--yes")
    assert "已重新启用" in admin.ok("disable-agent", no, "--undo")
    assert not admin.json("disable-agent", no, "--undo")["changed"]
    with closing(place.login(f"agent_{no}", rig.PASSWORD)) as door:
        assert door.execute("SELECT * FROM api.sign_in_v1('x')").fetchone()
    assert told_of(seats(), agent)[-1]["active"] is True


@pytest.mark.parametrize("answer", ["n\n", "", "\n"])
def test_nobody_is_disabled_without_a_yes(place, admin, answer):
    _, no = place.agent()
    said = admin.refused("disable-agent", no, input=answer)
    assert f"停用座席员 {no} 王小明" in said
    assert "什么都没有改动" in said
    place.login(f"agent_{no}", rig.PASSWORD).close()
    admin.ok("disable-agent", no, input="y\n")
    assert place.rows("SELECT active FROM cc.agent") == [{"active": False}]


@pytest.mark.parametrize(
    "words",
    [
        ["disable-agent", "nobody", "--yes"],
        ["disable-agent", "'; DROP ROLE x", "--yes"],
        ["reset-password", "nobody", "--yes", "--password-stdin"],
    ],
)
def test_an_agent_who_is_not_there_is_a_sentence(admin, words):
    assert "没有这个工号" in admin.refused(*words, input=f"{NEW}\n")


def test_a_new_password_comes_with_a_new_pair(place, admin, seats):
    agent, no = place.agent()
    seat = seats()
    said = admin.ok("reset-password", no, "--password-stdin", "--yes", input=f"{NEW}\n")
    assert NEW not in said
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        place.login(f"agent_{no}", rig.PASSWORD)
    with closing(place.login(f"agent_{no}", NEW)) as door:
        wrapped = door.execute("SELECT wrapped_key FROM api.sign_in_v1('x')").fetchone()[0]
    old, new = told_of(seat, agent)
    assert old["public_key"] != new["public_key"]
    assert old["name"] == new["name"]
    assert slots.public_of(slots.open_wrapped(wrapped, NEW, rig.CHEAP)) == new["public_key"]


@pytest.mark.parametrize(("password", "says"), [("short", "密码太短"), (" " * 12, "不能全是空格")])
def test_a_bad_new_password_changes_nothing(place, admin, password, says):
    _, no = place.agent()
    before = place.rows("SELECT public_key, wrapped_key FROM cc.agent")
    words = ["reset-password", no, "--password-stdin"]
    assert says in admin.refused(*words, "--yes", input=f"{password}\n")
    assert "--yes" in admin.refused(*words, code=2)
    assert place.rows("SELECT public_key, wrapped_key FROM cc.agent") == before
    place.login(f"agent_{no}", rig.PASSWORD).close()


def test_a_disabled_agent_gets_no_new_password(place, admin):
    _, no = place.agent()
    admin.ok("disable-agent", no, "--yes")
    assert "--undo" in admin.refused("reset-password", no, "--yes", "--password-stdin", input=f"{NEW}\n")


def test_who_may_not_end_connections_is_told_so_and_the_rest_is_done(place, admin, seats):
    seat, name = seats(), f"admin_{place.database}"
    place.rows(f"CREATE ROLE {name} LOGIN CREATEROLE PASSWORD 'secret-of-a-test'")
    place.rows(f"GRANT cc_owner, {seat.enrolment['login']} TO {name} WITH ADMIN OPTION")
    place.rows(f"GRANT CONNECT ON DATABASE {place.database} TO {name}")
    dsn = place.url.replace(f"{place.server.user}:{place.server.password}", f"{name}:secret-of-a-test")
    assert "已有的连接没有断开" in admin.ok("revoke-seat", seat.code, "--yes", dsn=dsn)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):  # the connection is there, the seat is not
        seat.pull()
    done = admin.json("revoke-seat", seat.code, "--yes")
    assert (done["changed"], done["ended"]) == (False, 1)
    with pytest.raises(psycopg.OperationalError):
        seat.pull()


# -- seats --


def test_a_revoked_seat_is_out_at_once_and_what_it_sent_stays(place, admin, seats):
    seat = seats()
    calls(seat, 3)
    done = admin.json("revoke-seat", seat.code.lower(), "--yes")
    assert done == {"seats": [seat.code], "active": False, "changed": True, "received": 3, "ended": 1}
    with pytest.raises(psycopg.OperationalError):
        seat.pull()
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        place.login(seat.enrolment["login"], seat.enrolment["password"])
    assert place.rows("SELECT count(*) AS n FROM cc.op_log") == [{"n": 3}]
    assert "已停用" in admin.ok("status")


def test_a_revoked_seat_let_in_again_brings_what_it_had_left(place, admin, seats):
    seat = seats()
    calls(seat, 2)
    admin.ok("revoke-seat", seat.code, "--yes")
    assert not admin.json("revoke-seat", seat.code, "--yes")["changed"]
    assert "已重新放行" in admin.ok("revoke-seat", seat.code, "--undo")
    seat.close()
    seat.connection = place.login(
        seat.enrolment["login"], seat.enrolment["password"], row_factory=psycopg.rows.dict_row
    )
    calls(seat, 1)
    assert place.rows("SELECT last_seq AS n FROM cc.seat") == [{"n": 3}]


def test_a_seat_is_revoked_with_its_copies(place, admin, seats):
    seat = seats()
    calls(seat, 2)
    place.rows(
        "INSERT INTO cc.seat (tenant, login, code, install_id, first_n, last_seq, copy_of)"
        " SELECT tenant, login, code || 'B', 'other', 3, 6, seat_id FROM cc.seat"
    )
    done = admin.json("revoke-seat", f"{seat.code}B", "--yes")
    assert (done["seats"], done["received"]) == ([seat.code, f"{seat.code}B"], 6)
    assert place.rows("SELECT DISTINCT active AS a FROM cc.seat") == [{"a": False}]


def test_no_seat_is_revoked_without_a_yes(place, admin):
    code = place.enrol()["seat"]
    assert "什么都没有改动" in admin.refused("revoke-seat", code, input="n\n")
    assert "没有这个席位" in admin.refused("revoke-seat", "NONE", "--yes")
    assert place.rows("SELECT active AS a FROM cc.seat") == [{"a": True}]


# -- scopes --


def test_a_seat_is_given_other_scopes(place, admin, seats):
    code = seats().code
    told = admin.json("set-scopes", code, "7", "7", "--yes")
    assert told == {"seats": [code], "scopes": [7, 0], "before": [0], "changed": True}
    assert place.rows("SELECT scopes FROM cc.seat") == [{"scopes": [7, 0]}]
    assert not admin.json("set-scopes", code, "7", "0")["changed"]
    assert "从 7、0 改为 3、0" in admin.ok("set-scopes", code, "3", "--yes")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [(["3"], 1, "没有改动"), (["-1", "--yes"], 2, ""), (["x", "--yes"], 2, "x"), (["--yes"], 2, "SCOPES")],
)
def test_scopes_that_are_none_change_nothing(place, admin, seats, words, code, says):
    assert says in admin.refused("set-scopes", seats().code, *words, code=code)
    assert place.rows("SELECT scopes FROM cc.seat") == [{"scopes": [0]}]


# -- numbers --


def test_a_kind_is_numbered_in_one_run_and_says_where_numbers_are_missing(place, admin, seats):
    assert "没有领过号" in admin.ok("numbers", "P")
    told = admin.json("set-series", "p", "10", "--yes")
    assert told == {"prefix": "P", "size": 10, "before": 0, "changed": True}
    seat = seats()
    (block,) = seat.call("api.lease_v1(%s, %s, %s, %s)", seat.epoch, "P", -1, 0)
    assert (block["lo"], block["hi"]) == (1, 10)
    for count in (2, 3, 7):
        seat.put("slip", str(uuid4()), {"number": number_in_run("P", 0, count), "order": str(uuid4())})
    seat.put("slip", str(uuid4()), {"number": number("P", seat.code, 5), "order": str(uuid4())})
    (told,) = admin.json("numbers", "P")["blocks"]
    assert (told["seat"], told["used"], told["unused"]) == (seat.code, 3, [[1, 1], [4, 6], [8, 10]])
    assert "用了 3 个　空着 1、4–6、8–10" in admin.ok("numbers", "P")
    assert not admin.json("set-series", "P", "10")["changed"]
    assert "按席位代码编号" in admin.ok("set-series", "P", "0", "--yes")
    assert seat.call("api.lease_v1(%s, %s, %s, %s)", seat.epoch, "P", 0, 10) == []


@pytest.mark.parametrize(
    ("words", "code"), [(["P", "5"], 1), (["P", "-1", "--yes"], 2), (["X", "5", "--yes"], 2), (["P"], 2)]
)
def test_a_series_that_is_none_changes_nothing(place, admin, words, code):
    admin.refused("set-series", *words, code=code)
    assert place.rows("SELECT 1 FROM cc.series") == []


# -- auditors --


def test_an_auditor_reads_reports_and_nothing_else(place, admin, seats):
    name = f"a{place.database.split('_')[1]}"
    calls(seats(), 2)
    told = admin.json("add-auditor", name)
    with closing(place.login(told["login"], told["password"])) as auditor:
        assert auditor.execute("SELECT count(*) FROM report.calls").fetchone() == (2,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            auditor.execute("SELECT * FROM cc.record")
    other = admin.json("add-auditor", f"{name}b", "--scope", "1", "--scope", "2")
    with closing(place.login(other["login"], other["password"])) as auditor:
        assert auditor.execute("SELECT count(*) FROM report.calls").fetchone() == (0,)
        place.rows("UPDATE cc.record SET scope = 2 RETURNING 1")
        assert auditor.execute("SELECT count(*) FROM report.calls").fetchone() == (2,)
    assert "已经有了" in admin.refused("add-auditor", name)
    assert "英文字母和数字" in admin.refused("add-auditor", "a b")


# -- how a seat knows central --


@pytest.fixture(scope="session")
def ca_file(tmp_path_factory):
    import datetime

    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    folder, key = tmp_path_factory.mktemp("ca"), Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Invented CA")])
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + datetime.timedelta(days=9999))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, None)
    )
    (folder / "ca.pem").write_bytes(made.public_bytes(Encoding.PEM))
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "both.pem").write_bytes(made.public_bytes(Encoding.PEM) + private)
    (folder / "junk.pem").write_text("certificate", "utf-8")
    (folder / "binary.pem").write_bytes(b"\xff\xfe\x00")
    return folder / "ca.pem"


@pytest.mark.parametrize(
    ("words", "tls", "warned"),
    [
        ([], "prefer", False),
        (["--host", "localhost"], "prefer", False),
        (["--host", "::1"], "prefer", False),
        (["--host", "db.example"], "verify-full", False),
        (["--host", "10.0.0.7"], "verify-full", False),
        (["--host", "db.example", "--tls", "verify-ca"], "verify-ca", True),
        (["--host", "127.0.0.1", "--tls", "verify-full"], "verify-full", False),
    ],
)
def test_a_seat_checks_who_central_is_unless_it_is_on_its_own_computer(
    place, admin, tmp_path, words, tls, warned
):
    out, code = tmp_path / "seat.json", f"V{place.database.split('_')[1]}"
    said = admin.ok("add-seat", code, "--out", str(out), *words)
    told = json.loads(out.read_text("utf-8"))
    assert (told["tls"], told["ca"]) == (tls, "")
    assert ("可以冒充" in said) == warned


def test_the_certificate_of_the_ca_goes_into_the_enrolment(place, admin, tmp_path, ca_file):
    out, code = tmp_path / "seat.json", f"W{place.database.split('_')[1]}"
    admin.ok("add-seat", code, "--out", str(out), "--host", "db.example", "--ca", str(ca_file))
    assert json.loads(out.read_text("utf-8"))["ca"] == ca_file.read_text("ascii")


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [
        ("junk.pem", 1, "PEM"),
        ("binary.pem", 1, "PEM"),
        ("both.pem", 1, "私钥"),
        ("missing.pem", 2, "missing.pem"),
    ],
)
def test_what_is_no_certificate_makes_no_seat(place, admin, tmp_path, ca_file, name, code, says):
    out = tmp_path / "seat.json"
    words = ["add-seat", "X1", "--out", str(out), "--ca", str(ca_file.parent / name)]
    assert says in admin.refused(*words, code=code)
    assert not out.exists()
    assert place.rows("SELECT 1 FROM cc.seat") == []

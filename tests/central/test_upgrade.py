"""zuoxi-admin upgrade: an older central is brought up, and who writes meanwhile notices nothing."""

import pytest

from tests.central import rig
from tests.central.admin import Admin, calls


@pytest.fixture
def admin(place):
    return Admin(place)


def head(place):
    return place.rows("SELECT version_num AS v FROM cc.alembic_version")[0]["v"]


def test_an_upgrade_says_from_where_to_where_and_does_nothing_twice(place, admin):
    newest = head(place)
    rig.take_back(place, "0004")
    assert head(place) == "0004"
    assert admin.json("upgrade") == {"from": "0004", "to": newest, "hardened": True}
    assert admin.json("upgrade") == {"from": newest, "to": newest, "hardened": True}
    assert "没有任何改动" in admin.ok("upgrade")


@pytest.mark.parametrize("older", ["0004", "0003"])
def test_a_seat_of_a_release_before_drains_before_and_after(place, admin, seats, older):
    rig.take_back(place, older)
    seat = seats()
    calls(seat, 3)
    assert f"已升级：结构 {older} → " in admin.ok("upgrade")
    calls(seat, 3)  # over the same connection, not knowing of anything
    assert len(seat.pull()) == 6
    assert admin.json("verify")["entries"] == 6


def test_an_empty_database_is_not_upgraded_but_told_of_init(admin, server):
    assert "zuoxi-admin init" in admin.refused("upgrade", dsn=server.url())


def test_a_central_that_is_away_is_told(admin):
    assert "连不上" in admin.refused("upgrade", code=3, dsn="postgresql://x:y@127.0.0.1:1/z")


def test_who_is_no_superuser_is_told_what_is_missing(place, admin):
    name = f"admin_{place.database}"
    place.rows(f"CREATE ROLE {name} LOGIN CREATEROLE PASSWORD 'secret-of-a-test'")
    place.rows(f"GRANT cc_owner, cc_seats, cc_agents, cc_watch TO {name} WITH ADMIN OPTION")
    place.rows(f"ALTER DATABASE {place.database} OWNER TO {name}; ALTER SCHEMA public OWNER TO {name}")
    dsn = place.url.replace(f"{place.server.user}:{place.server.password}", f"{name}:secret-of-a-test")
    assert admin.json("upgrade", dsn=dsn)["hardened"] is False
    assert "超级用户" in admin.ok("upgrade", dsn=dsn)

"""Make central's schema in a database, or bring it up to date; needs no ini file."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, make_url, text

from app.central import lineage, scripts
from app.central.refused import AdminRefused

OLDEST, NEWEST = 15, 18  # PostgreSQL versions the tests run against
TENANT = 1
GROUPS = ("cc_owner", "cc_seats", "cc_agents", "cc_watch", "cc_audit")  # as in roles.sql
_MIGRATIONS = Path(__file__).resolve().parent / "migrations"


class CentralUnfit(AdminRefused):
    """The database cannot serve as central: ``too_old``, ``too_new``, ``not_made``, ``behind``."""


def engine(dsn: str) -> Engine:
    """Return an engine for *dsn*, a ``postgresql://`` URL, without connecting."""
    url = make_url(dsn).set(drivername="postgresql+psycopg")
    return create_engine(url, connect_args={"connect_timeout": 5, "application_name": "zuoxi-admin"})


def server_version(connection: Connection) -> int:
    number = connection.execute(text("SELECT current_setting('server_version_num')::int")).scalar_one()
    return int(number) // 10000


def check_version(connection: Connection) -> int:
    """Return the server's major version; refuse one that is too old for the functions used."""
    version = server_version(connection)
    if version < OLDEST:
        raise CentralUnfit("too_old", str(version))
    return version


def is_made(connection: Connection) -> bool:
    return bool(connection.execute(text("SELECT to_regclass('cc.centre') IS NOT NULL")).scalar_one())


def check_made(connection: Connection) -> None:
    check_version(connection)
    if not is_made(connection):
        raise CentralUnfit("not_made")


def init(target: Engine, centre: str, *, rename: bool = False) -> bool:
    """Make or upgrade central in one transaction; run again it changes nothing, and the name with *rename*.

    Returns whether the catalog's functions could be taken from PUBLIC, which needs a superuser.
    """
    with target.begin() as connection:
        check_version(connection)
        hardened = bring_up(connection)
        connection.execute(
            text(
                "INSERT INTO cc.centre (tenant, name) VALUES (:tenant, :name)"
                " ON CONFLICT (tenant) DO UPDATE SET name = excluded.name WHERE :rename"
            ),
            {"tenant": TENANT, "name": centre, "rename": rename},
        )
    return hardened


def bring_up(connection: Connection) -> bool:
    """Bring roles, schema and rights up to this program's, in the caller's transaction; as init returns."""
    scripts.run(connection, "roles")
    connection.execute(text("SET LOCAL ROLE cc_owner"))
    _migrate(connection)
    connection.execute(text("RESET ROLE"))
    lineage.begin(connection)
    return _harden(connection)


def revision(connection: Connection) -> str:
    found: str | None = connection.execute(text("SELECT version_num FROM cc.alembic_version")).scalar()
    if found is None:  # the tables alone, as a dump of the schema leaves them
        raise CentralUnfit("not_made")
    return found


def check_current(connection: Connection) -> None:
    """Refuse a central this program's statements are not true of."""
    known = ScriptDirectory.from_config(_config())
    if (found := revision(connection)) != known.get_current_head():
        raise CentralUnfit("behind" if _is_known(known, found) else "too_new", found)


def _is_known(known: ScriptDirectory, found: str) -> bool:
    return found in {script.revision for script in known.walk_revisions()}


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _migrate(connection: Connection) -> None:
    config = _config()
    made = connection.execute(text("SELECT to_regclass('cc.alembic_version') IS NOT NULL")).scalar_one()
    if made and not _is_known(ScriptDirectory.from_config(config), found := revision(connection)):
        raise CentralUnfit("too_new", found)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _harden(connection: Connection) -> bool:
    able = connection.execute(text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).scalar_one()
    if able:
        scripts.run(connection, "harden")
    return bool(able)

"""Make central's schema in a database, or bring it up to date; needs no ini file."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, make_url, text

from app.central import scripts

OLDEST, NEWEST = 15, 18  # PostgreSQL versions the tests run against
TENANT = 1
_MIGRATIONS = Path(__file__).resolve().parent / "migrations"


class CentralUnfit(Exception):
    """The database cannot serve as central; ``code`` says why: ``too_old``, ``not_made``."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


def engine(dsn: str) -> Engine:
    """Return an engine for *dsn*, a ``postgresql://`` URL, without connecting."""
    url = make_url(dsn).set(drivername="postgresql+psycopg")
    return create_engine(url, connect_args={"connect_timeout": 5})


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
        scripts.run(connection, "roles")
        connection.execute(text("SET LOCAL ROLE cc_owner"))
        _migrate(connection)
        connection.execute(
            text(
                "INSERT INTO cc.centre (tenant, name) VALUES (:tenant, :name)"
                " ON CONFLICT (tenant) DO UPDATE SET name = excluded.name WHERE :rename"
            ),
            {"tenant": TENANT, "name": centre, "rename": rename},
        )
        connection.execute(text("RESET ROLE"))
        return _harden(connection)


def _migrate(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _harden(connection: Connection) -> bool:
    able = connection.execute(text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).scalar_one()
    if able:
        scripts.run(connection, "harden")
    return bool(able)

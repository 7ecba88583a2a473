"""Bring an older file to the tables of this program: copy it first, then alembic, then check."""

import logging
from pathlib import Path

import sqlalchemy as sa

from app.store import tables
from app.store.engine import Key, StoreRefused, connect, engine_over, look, os_refusal, refusal, refusals

log = logging.getLogger(__name__)

MIGRATIONS = Path(__file__).with_name("migrations")


class UpgradeFailed(StoreRefused):
    """The file stands as it was (code ``upgrade``); the cause is chained."""

    def __init__(self) -> None:
        super().__init__("upgrade")


def upgrade(path: Path, key: bytes) -> None:
    """Bring the file to the newest revision; where it is there already, that is one SELECT.

    Raises StoreRefused: what look() finds wrong with the file, or what migrate() does.
    """
    revision = look(path, key)
    if revision != tables.REVISION:
        log.info("upgrading the seat's file from %s to %s", revision, tables.REVISION)
        migrate(path, key, path.with_name(f"{path.name}.{revision}.old"), MIGRATIONS)


def migrate(path: Path, key: bytes, old: Path, migrations: Path) -> None:
    """Copy the file to *old* (same key, kept), then take every step in one transaction or none at all.

    Raises StoreRefused: ``full`` where the copy finds no room, ``upgrade`` where a step fails.
    """
    with refusals():
        _copy(path, key, old)
        _take_steps(path, key, migrations)


def _copy(path: Path, key: bytes, to: Path) -> None:
    # Not a copy of bytes: other connections may be writing, and closing our own look at it drops their locks.
    try:
        to.unlink(missing_ok=True)
    except OSError as error:
        raise os_refusal(error) from error
    raw = connect(path, Key(key))
    try:
        raw.execute("VACUUM INTO ?", (str(to),))
    finally:
        raw.close()


def _take_steps(path: Path, key: bytes, migrations: Path) -> None:
    # Here and not above: most starts need no alembic, and it costs as much as all else.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    # With foreign keys ON, rebuilding a parent table deletes its children.
    engine = engine_over(connect(path, Key(key), foreign_keys=False))
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise UpgradeFailed
    except sa.exc.DBAPIError as error:
        raise refusal(error.orig) or UpgradeFailed() from error
    except (sa.exc.SQLAlchemyError, CommandError) as error:
        raise UpgradeFailed from error
    finally:
        engine.dispose()

"""A real central for tests: a server, a fresh database in it, and people who come with their own logins."""

import glob
import itertools
import json
import os
import tempfile
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from alembic import command
from psycopg.rows import dict_row

from app.central import embedded, people, schema
from app.records.accounts import Role
from app.store.slots import Cost

PASSWORD = "correct horse 电池"
CHEAP = Cost(m=64, t=1, p=1, floor_kib=64)
_numbers = itertools.count(1)
_BY_FILE = "STRATEGY file_copy"  # a third of what it takes page by page, through the log; and as quickly gone
# They are not copied with a database.
_SAME_RIGHTS = (
    "UPDATE pg_database SET datacl = (SELECT datacl FROM pg_database WHERE datname = 'zuoxi_template')"
    " WHERE datname = '{}'"
)


def system_binaries() -> Path | None:
    found = sorted(glob.glob("/usr/lib/postgresql/15/bin"))
    return Path(found[0]) if found else None


def start_server(version: str = "18"):
    """Yield a server of PostgreSQL *version*: 18 out of the wheel, 15 of the system."""
    binaries = None
    if version == "15":
        binaries = system_binaries()
        if binaries is None:
            pytest.skip("PostgreSQL 15 is not here: apt-get install postgresql-15")
    # Not pytest's own folder: only its owner may pass that, and as root the server runs as somebody else.
    with tempfile.TemporaryDirectory(prefix="zuoxi-test-") as folder:
        server = embedded.start(Path(folder), binaries)
        # A machine that loses its power is not what these tests are about; a server that is killed is.
        with closing(psycopg.connect(server.url(), autocommit=True)) as admin:
            admin.execute("ALTER SYSTEM SET fsync = off")
            admin.execute("ALTER SYSTEM SET full_page_writes = off")
            if version != "15":
                _cheapen_logins(admin, server)
            admin.execute("SELECT pg_reload_conf()")
        make_template(server)
        try:
            yield server
        finally:
            if embedded._running_port(server.folder):
                server.stop("immediate")


def _cheapen_logins(admin, server) -> None:
    """Half of what a login costs is the password: it stays SCRAM, with one round of it."""
    admin.execute("ALTER SYSTEM SET scram_iterations = 1")
    admin.execute("SET scram_iterations = 1")
    given = (server.password.encode(), server.user.encode(), b"scram-sha-256")
    verifier = admin.pgconn.encrypt_password(*given).decode()
    admin.execute(f"ALTER ROLE {server.user} PASSWORD '{verifier}'")


def _autocommit(engine, statement: str) -> None:
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(statement)


def make_template(server) -> None:
    """Make the database the others are copied from: three times quicker than making each from nothing."""
    admin = schema.engine(server.url())
    _autocommit(admin, "CREATE DATABASE zuoxi_template")
    admin.dispose()
    first = schema.engine(server.url("zuoxi_template"))
    schema.init(first, "某市热线")
    first.dispose()


def take_back(place: "Place", revision: str) -> None:
    """Make *place* a central of an older release."""
    with place.engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL ROLE cc_owner")
        config = schema._config()
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


class Place:
    """One central, and ways to be somebody there."""

    def __init__(self, server) -> None:
        self.server = server
        self.database = f"zuoxi_{next(_numbers)}_{os.getpid()}"
        self._admin = schema.engine(server.url())
        _autocommit(self._admin, f'CREATE DATABASE "{self.database}" TEMPLATE zuoxi_template {_BY_FILE}')
        _autocommit(self._admin, _SAME_RIGHTS.format(self.database))
        self.url = server.url(self.database)
        self.engine = schema.engine(self.url)
        self.rows("UPDATE cc.epoch SET epoch = gen_random_uuid()")

    def drop(self) -> None:
        self.engine.dispose()
        self._admin.dispose()  # its connection may be one to a server that was killed meanwhile
        if embedded._running_port(self.server.folder):
            _autocommit(self._admin, f'DROP DATABASE "{self.database}" WITH (FORCE)')
        self._admin.dispose()

    def enrol(self) -> dict:
        """Make a seat with a code nobody had before (logins are the whole server's)."""
        with self.engine.begin() as connection:
            return people.add_seat(connection, f"T{next(_numbers):03d}")

    def agent(self, role: Role = Role.AGENT) -> tuple[str, str]:
        """Make an agent; return id and number."""
        no = f"{os.getpid()}{next(_numbers):04d}"
        with self.engine.begin() as connection:
            return people.add_agent(connection, no, "王小明", role, PASSWORD), no

    def seat(self) -> "RawSeat":
        return RawSeat(self, self.enrol())

    def login(self, login: str, password: str, **words) -> psycopg.Connection:
        return psycopg.connect(
            host=self.server.host, port=self.server.port, dbname=self.database,
            user=login, password=password, autocommit=True, **words,
        )  # fmt: skip

    def rows(self, query: str, *values) -> list[dict]:
        """What lies in central's tables, asked by the superuser."""
        with closing(psycopg.connect(self.url, row_factory=dict_row, autocommit=True)) as connection:
            cursor = connection.execute(query, values or None)
            return cursor.fetchall() if cursor.description else []

    def record(self, id: str) -> dict:
        return self.rows("SELECT * FROM cc.record WHERE id = %s", id)[0]


class RawSeat:
    """A seat that speaks SQL: what an honest one says, or anything else."""

    def __init__(self, place: Place, enrolment: dict, hello: bool = True) -> None:
        self.enrolment = enrolment
        self.code = enrolment["seat"]
        self.install = uuid4().hex
        self.connection = place.login(enrolment["login"], enrolment["password"], row_factory=dict_row)
        self.n = 0
        self.session = str(uuid4())
        self.epoch = self.hello()["epoch"] if hello else ""

    def hello(self, install: str | None = None, generation: int = 1, last_n: int | None = None) -> dict:
        last = self.n if last_n is None else last_n
        return self.call(
            "api.hello_v1(%s, %s, %s)", self.install if install is None else install, generation, last
        )[0]

    def call(self, function: str, *values) -> list[dict]:
        return self.connection.execute(f"SELECT * FROM {function}", values).fetchall()

    def op(self, kind: str, record: str, patch: dict, base: int = 0, **header) -> str:
        self.n += 1
        body = {
            "op": str(uuid4()), "n": self.n, "k": "put", "e": kind, "id": record, "base": base,
            "ep": self.epoch, "s": self.session, "sv": 1, "at": "2026-11-22T01:00:00+00:00", "off": 0,
            "salt": "00", "patch": patch,
        }  # fmt: skip
        return json.dumps(body | header, ensure_ascii=False, separators=(",", ":"))

    def _epoch(self, epoch: str | None) -> str:
        return self.epoch if epoch is None else epoch

    def push(self, *bodies: str, epoch: str | None = None) -> list[dict]:
        return self.call("api.push_v1(%s, %s::text[])", self._epoch(epoch), list(bodies))

    def put(self, kind: str, record: str, patch: dict, base: int = 0, **header) -> dict:
        return self.push(self.op(kind, record, patch, base, **header))[0]

    def pull(self, after: tuple[int, int] = (0, 0), limit: int = 500, epoch: str | None = None) -> list[dict]:
        xid, seq = after
        return self.call(
            "api.pull_v1(%s, %s::text::xid8, %s, %s)",
            self.epoch if epoch is None else epoch,
            str(xid),
            seq,
            limit,
        )

    def close(self) -> None:
        self.connection.close()


def a_call(**fields) -> dict:
    return {
        "number": "LT-00001-X", "channel": "phone", "form": "inquiry", "form_version": 1,
        "started_at": "2026-11-22T01:00:00.000000+00:00", "saved_at": "2026-11-22T01:01:00.000000+00:00",
        "first_taker": "a", "handler": "a", "owes": False, "a.name": "王小明", "a.phone": "13800000000",
    } | fields  # fmt: skip


def a_message(**fields) -> dict:
    return {
        "order": str(uuid4()), "way": "mail", "to": "east@gas.example", "name": "东区", "text": "新工单",
        "at": "2026-11-22T01:00:00.000000+00:00", "by": "a", "seat": "1", "state": "waiting",
    } | fields  # fmt: skip


def an_order(**fields) -> dict:
    return {
        "number": "GT-00001-X", "case": str(uuid4()), "form": "gas_repair", "form_version": 1, "team": "east",
        "state": "open", "ordered_at": "2026-11-22T01:00:00.000000+00:00", "ordered_by": "a", "urgent": False,
    } | fields  # fmt: skip

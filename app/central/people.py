"""Agents and seats: their rows, and the PostgreSQL logins they come with."""

import json
import re
import secrets
import ssl
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import ProgrammingError

from app.central.refused import AdminRefused
from app.central.schema import TENANT
from app.records.accounts import Role, is_strong
from app.records.ids import Id, new_id
from app.records.seat import is_loopback
from app.store import slots

_NO = re.compile(r"[A-Za-z0-9]{1,20}")
_CODE = re.compile(r"[A-Z0-9]{1,8}")
LONGEST_NAME = 100  # signs
TLS = ("verify-full", "verify-ca")  # libpq's words: over a network a seat takes no less
EVERYONE = 0  # the scope of what central itself says: who works here, what was erased
_SEAT_LIMITS = {
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "15s",
    "lock_timeout": "20s",
}


class PersonRefused(AdminRefused):
    """An account cannot be made or changed.

    ``code``: ``bad_no``, ``bad_name``, ``bad_code``, ``short_password``, ``blank_password``, ``exists``,
    ``unknown_agent``, ``unknown_seat``, ``disabled``, ``bad_ca``, ``private_key``.
    """


@dataclass(frozen=True, slots=True)
class AgentRow:
    id: Id
    login: str
    no: str
    name: str
    role: str
    active: bool


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat and the copies of it, which share its login. ``received``: ops of them all; ``scopes``: its own
    first, then the others it sees."""

    login: str
    codes: tuple[str, ...]
    active: bool
    received: int
    scopes: tuple[int, ...]


def is_name(name: str) -> bool:
    """Tell whether *name* can be shown and printed: 1 to 100 signs, no control among them, not all blank."""
    odd = any(unicodedata.category(sign) in ("Cc", "Cs") for sign in name)
    return bool(name.strip()) and len(name) <= LONGEST_NAME and not odd


def add_agent(connection: Connection, no: str, name: str, role: Role, password: str) -> Id:
    """Make an agent: login ``agent_<no>``, key pair wrapped by *password*, and the record all seats pull."""
    if not _NO.fullmatch(no):
        raise PersonRefused("bad_no")
    name = name.strip()
    if not is_name(name):
        raise PersonRefused("bad_name")
    _check_password(password)
    login = f"agent_{slots.agent_no_of(no)}"
    _make_login(connection, login, password, group="cc_agents", limit=5)
    public, wrapped = slots.new_pair(password)
    agent = new_id()
    connection.execute(
        text(
            "INSERT INTO cc.agent (agent_id, tenant, login, no, name, role, public_key, wrapped_key)"
            " VALUES (:id, :tenant, :login, :no, :name, :role, :public, CAST(:wrapped AS jsonb))"
        ),
        {
            "id": agent, "tenant": TENANT, "login": login, "no": no, "name": name, "role": str(role),
            "public": public, "wrapped": json.dumps(wrapped),
        },
    )  # fmt: skip
    body = {"agent_no": no, "name": name, "role": str(role), "public_key": public, "active": True}
    _publish(connection, agent, body)
    return agent


def agent(connection: Connection, no: str) -> AgentRow:
    query = text("SELECT agent_id::text, login, no, name, role, active FROM cc.agent WHERE login = :login")
    row = connection.execute(query, {"login": f"agent_{slots.agent_no_of(no)}"}).one_or_none()
    if row is None:
        raise PersonRefused("unknown_agent")
    return AgentRow(*row)


def set_agent_active(connection: Connection, agent: AgentRow, active: bool) -> None:
    """Let an agent in or keep them out; every seat hears of it and seals its key anew."""
    _let_in(connection, agent.login, active)
    connection.execute(
        text("UPDATE cc.agent SET active = :active WHERE login = :login"),
        {"active": active, "login": agent.login},
    )
    _publish(connection, agent.id, {"active": active})


def reset_password(connection: Connection, agent: AgentRow, password: str) -> None:
    """Give an agent a new password, to be changed at once, and a new pair: the old private key went with the
    old password."""
    if not agent.active:
        raise PersonRefused("disabled")
    _check_password(password)
    verifier = _verifier(connection, agent.login, password)
    connection.exec_driver_sql(f"ALTER ROLE {_quoted(connection, agent.login)} PASSWORD '{verifier}'")
    public, wrapped = slots.new_pair(password)
    connection.execute(
        text(
            "UPDATE cc.agent SET public_key = :public, wrapped_key = CAST(:wrapped AS jsonb),"
            " must_change = true WHERE login = :login"
        ),
        {"public": public, "wrapped": json.dumps(wrapped), "login": agent.login},
    )
    _publish(connection, agent.id, {"public_key": public})


def add_seat(
    connection: Connection, code: str, host: str = "", port: int = 0, *, tls: str = "", ca: str = ""
) -> dict[str, Any]:
    """Make a seat and return its enrolment: the only place where its password is ever written down.

    *host* and *port* are central's as the seats see it; by default those of *connection*. *tls* is
    verify-full unless central is on the seat's own computer; *ca* is who signed central's certificate.
    """
    code = code.upper()
    if not _CODE.fullmatch(code):
        raise PersonRefused("bad_code")
    login = f"seat_{code.lower()}"
    password = secrets.token_urlsafe(32)
    _make_login(connection, login, password, group="cc_seats", limit=3)
    connection.execute(
        text("INSERT INTO cc.seat (tenant, login, code) VALUES (:tenant, :login, :code)"),
        {"tenant": TENANT, "login": login, "code": code},
    )
    return _enrolment(connection, code, password, (host, port, tls, ca))


def renew_seat(
    connection: Connection, seat: SeatRow, host: str = "", port: int = 0, *, tls: str = "", ca: str = ""
) -> dict[str, Any]:
    """Give a seat's login another password, and return its enrolment as add_seat does."""
    password = secrets.token_urlsafe(32)
    verifier = _verifier(connection, seat.login, password)
    connection.exec_driver_sql(f"ALTER ROLE {_quoted(connection, seat.login)} PASSWORD '{verifier}'")
    return _enrolment(connection, seat.codes[0], password, (host, port, tls, ca))


def _enrolment(
    connection: Connection, code: str, password: str, where: tuple[str, int, str, str]
) -> dict[str, Any]:
    host, port, tls, ca = where
    url = connection.engine.url
    host = host or url.host or "127.0.0.1"
    return {
        "zuoxi": 1,
        "centre": centre(connection),
        "host": host,
        "port": port or url.port or 5432,
        "database": connection.execute(text("SELECT current_database()")).scalar_one(),
        "seat": code,
        "login": f"seat_{code.lower()}",
        "password": password,
        "tls": tls or ("prefer" if is_loopback(host) else "verify-full"),
        "ca": ca,
        "recovery": recovery_key(connection),
    }


def seat(connection: Connection, code: str) -> SeatRow:
    found = connection.execute(
        text(
            "SELECT login, code, active, last_seq - first_n + 1 AS received, scopes FROM cc.seat"
            " WHERE login = (SELECT login FROM cc.seat WHERE code = :code) ORDER BY copy_of NULLS FIRST, code"
        ),
        {"code": code.upper()},
    ).all()
    if not found:
        raise PersonRefused("unknown_seat")
    return SeatRow(
        found[0].login, tuple(row.code for row in found), found[0].active,
        sum(row.received for row in found), tuple(found[0].scopes),
    )  # fmt: skip


def set_seat_active(connection: Connection, seat: SeatRow, active: bool) -> None:
    _let_in(connection, seat.login, active)
    connection.execute(
        text("UPDATE cc.seat SET active = :active WHERE login = :login"),
        {"active": active, "login": seat.login},
    )


def set_scopes(connection: Connection, seat: SeatRow, scopes: Sequence[int]) -> None:
    """Let *seat* see the records of *scopes*; what it makes lies in the first. Its records so far stay where
    they lie."""
    connection.execute(
        text("UPDATE cc.seat SET scopes = :scopes WHERE login = :login"),
        {"scopes": list(scopes), "login": seat.login},
    )


def end_connections(connection: Connection, login: str) -> int | None:
    """End what *login* has open and return how many there were, or None where the administrator may not.

    A login just shut opens no more. To be the last thing in its transaction.
    """
    query = text(
        "SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
        " WHERE usename = :login"
    )
    try:
        return int(connection.execute(query, {"login": login}).scalar_one())
    except ProgrammingError:
        return None


def read_ca(path: Path) -> str:
    """Return the certificates in *path* as they go into an enrolment."""
    try:
        pem = path.read_text("ascii")
        ssl.create_default_context(cadata=pem)
    except (OSError, ValueError, ssl.SSLError) as error:
        raise PersonRefused("bad_ca") from error
    if "PRIVATE KEY" in pem:
        raise PersonRefused("private_key")
    return pem


def centre(connection: Connection) -> str:
    name: str = connection.execute(
        text("SELECT name FROM cc.centre WHERE tenant = :tenant"), {"tenant": TENANT}
    ).scalar_one()
    return name


def recovery_key(connection: Connection) -> str:
    """Return the public half of the key that opens any seat, "" where none was made."""
    # As JSON: a central that is not upgraded yet has no such column, and makes seats all the same.
    query = text("SELECT to_jsonb(c) ->> 'recovery_key' FROM cc.centre c WHERE c.tenant = :tenant")
    return connection.execute(query, {"tenant": TENANT}).scalar_one() or ""


def set_recovery_key(connection: Connection, public: str) -> None:
    query = text("UPDATE cc.centre SET recovery_key = :public WHERE tenant = :tenant")
    connection.execute(query, {"public": public, "tenant": TENANT})


def _check_password(password: str) -> None:
    if not is_strong(password):
        raise PersonRefused("short_password")
    if not password.strip():
        raise PersonRefused("blank_password")


def _publish(connection: Connection, agent: Id, body: dict[str, Any]) -> None:
    connection.execute(
        text("SELECT cc.publish(:tenant, 'agent', CAST(:id AS uuid), CAST(:body AS jsonb))"),
        {"tenant": TENANT, "id": agent, "body": json.dumps(body)},
    )


def _make_login(connection: Connection, login: str, password: str, *, group: str, limit: int) -> None:
    known = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :login"), {"login": login})
    if known.scalar() is not None:
        raise PersonRefused("exists")
    verifier = _verifier(connection, login, password)
    # login is made of letters, digits and "_".
    connection.exec_driver_sql(
        f"CREATE ROLE {login} LOGIN INHERIT CONNECTION LIMIT {limit} PASSWORD '{verifier}' IN ROLE {group}"
    )
    for name, value in _SEAT_LIMITS.items():
        connection.exec_driver_sql(f"ALTER ROLE {login} SET {name} = '{value}'")


def _verifier(connection: Connection, login: str, password: str) -> str:
    """The server gets a SCRAM verifier only: a password in a statement could end up in its log.

    It is made of base64, "$" and ":".
    """
    driver: Any = connection.connection.driver_connection
    verifier: bytes = driver.pgconn.encrypt_password(
        password.encode("utf-8"), login.encode("ascii"), b"scram-sha-256"
    )
    return verifier.decode("ascii")


def _let_in(connection: Connection, login: str, active: bool) -> None:
    may = "LOGIN" if active else "NOLOGIN"
    connection.exec_driver_sql(f"ALTER ROLE {_quoted(connection, login)} {may}")


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(name)


def add_auditor(connection: Connection, name: str, scopes: Sequence[int] = (EVERYONE,)) -> str:
    """Make a login ``audit_<name>`` that reads what the views of schema report say of *scopes*; return its
    password, said once."""
    if not _NO.fullmatch(name):
        raise PersonRefused("bad_no")
    login, password = f"audit_{name.lower()}", secrets.token_urlsafe(32)
    _make_login(connection, login, password, group="cc_audit", limit=3)
    connection.execute(
        text("INSERT INTO cc.auditor (login, tenant, scopes) VALUES (:login, :tenant, :scopes)"),
        {"login": login, "tenant": TENANT, "scopes": list(scopes)},
    )
    return password

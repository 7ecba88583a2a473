"""Agents and seats: their rows, and the PostgreSQL logins they come with."""

import json
import re
import secrets
import unicodedata
from typing import Any

from sqlalchemy import Connection, text

from app.central.schema import TENANT
from app.records.accounts import Role, is_strong
from app.records.ids import Id, new_id
from app.store import slots

_NO = re.compile(r"[A-Za-z0-9]{1,20}")
_CODE = re.compile(r"[A-Z0-9]{1,8}")
LONGEST_NAME = 100  # signs
_SEAT_LIMITS = {
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "15s",
    "lock_timeout": "20s",
}


class PersonRefused(Exception):
    """An account cannot be made.

    ``code``: ``bad_no``, ``bad_name``, ``bad_code``, ``short_password``, ``blank_password``, ``exists``.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


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
    if not is_strong(password):
        raise PersonRefused("short_password")
    if not password.strip():
        raise PersonRefused("blank_password")
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
    connection.execute(
        text("SELECT cc.publish(:tenant, 'agent', CAST(:id AS uuid), CAST(:body AS jsonb))"),
        {"tenant": TENANT, "id": agent, "body": json.dumps(body)},
    )
    return agent


def add_seat(connection: Connection, code: str, host: str = "", port: int = 0) -> dict[str, Any]:
    """Make a seat and return its enrolment: the only place where its password is ever written down.

    *host* and *port* are central's as the seats see it; by default those of *connection*.
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
    url = connection.engine.url
    return {
        "zuoxi": 1,
        "centre": centre(connection),
        "host": host or url.host or "127.0.0.1",
        "port": port or url.port or 5432,
        "database": connection.execute(text("SELECT current_database()")).scalar_one(),
        "seat": code,
        "login": login,
        "password": password,
    }


def centre(connection: Connection) -> str:
    name: str = connection.execute(
        text("SELECT name FROM cc.centre WHERE tenant = :tenant"), {"tenant": TENANT}
    ).scalar_one()
    return name


def _make_login(connection: Connection, login: str, password: str, *, group: str, limit: int) -> None:
    """The server gets a SCRAM verifier only: a password in a statement could end up in its log."""
    known = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :login"), {"login": login})
    if known.scalar() is not None:
        raise PersonRefused("exists")
    driver: Any = connection.connection.driver_connection
    verifier = driver.pgconn.encrypt_password(
        password.encode("utf-8"), login.encode("ascii"), b"scram-sha-256"
    ).decode("ascii")
    # login is made of letters, digits and "_"; a verifier of base64, "$" and ":".
    connection.exec_driver_sql(
        f"CREATE ROLE {login} LOGIN INHERIT CONNECTION LIMIT {limit} PASSWORD '{verifier}' IN ROLE {group}"
    )
    for name, value in _SEAT_LIMITS.items():
        connection.exec_driver_sql(f"ALTER ROLE {login} SET {name} = '{value}'")

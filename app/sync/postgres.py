"""The real central: a PostgreSQL whose whole surface is the functions of schema ``api``."""

import re
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from app.records.accounts import Agent, Role, Session, SignedIn
from app.records.ids import Id
from app.records.ops import Cursor, Hello, Image, Page, Receipt, Verdict, Welcome
from app.store.slots import agent_no_of
from app.sync.port import CentralAway, CentralRefused, CentralTrouble, DataRefused, EpochChanged, Gap

if TYPE_CHECKING:
    import psycopg

T = TypeVar("T")

CONNECT_TIMEOUT = 5  # seconds
ANSWER_TIMEOUT = 20.0  # seconds until a silent central counts as away
_DATA = ("21", "22", "23", "54", "P0")
_WRONG_LOGIN = re.compile(r"password authentication failed|not permitted to log in|pg_hba|认证|認證", re.I)


@dataclass(frozen=True, slots=True)
class Address:
    """Where central is. ``tls`` is libpq's sslmode: ``require`` or better wherever a network lies between."""

    host: str
    port: int
    database: str
    tls: str = "prefer"


class PostgresCentral:
    """Connects when first asked, keeps the connection, and drops it after any doubt.

    Used by one thread at a time. ``answer_timeout`` is how long a silent central is waited for.
    """

    def __init__(
        self, address: Address, login: str, password: str, answer_timeout: float = ANSWER_TIMEOUT
    ) -> None:
        self._address = address
        self._login = login
        self._password = password
        self._answer_timeout = answer_timeout
        self._connection: psycopg.Connection[Any] | None = None

    def hello(self, hello: Hello) -> Welcome:
        row = self._rows(
            "SELECT epoch, last_n, seat_code, generation, at, head_xid, head_seq"
            " FROM api.hello_v1(%s, %s, %s)",
            (hello.install, hello.generation, hello.last_n),
        )[0]
        epoch, last_n, seat_code, generation, at, xid, seq = row
        return Welcome(epoch, last_n, seat_code, generation, at, Cursor(int(xid), seq))

    def push(self, epoch: str, bodies: Sequence[str]) -> list[Receipt]:
        # In binary: as text the driver escapes every quotation mark by itself, 40 ms for 200 ops.
        rows = self._rows(
            "SELECT op, status, ver, fields, reason FROM api.push_v1(%s, %b::text[])", (epoch, list(bodies))
        )
        return [
            Receipt(Id(op), Verdict(status), version, tuple(fields), reason)
            for op, status, version, fields, reason in rows
        ]

    def pull(self, epoch: str, after: Cursor, limit: int) -> Page:
        rows = self._rows(
            "SELECT kind, id, ver, img::text, xid, seq, settled FROM api.pull_v1(%s, %s::text::xid8, %s, %s)",
            (epoch, str(after.xid), after.seq, limit),
        )
        images = tuple(
            Image(kind, Id(record), version, body, Cursor(int(xid), seq), settled)
            for kind, record, version, body, xid, seq, settled in rows
        )
        return Page(images, more=len(images) >= limit)

    def beat(self, agent: Id | None, state: str) -> None:
        self._rows("SELECT api.beat_v1(%s, %s)", (agent, state))

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[Any]:
        """Run one statement, which is one transaction: an answer that comes back is committed."""

        def ask() -> list[Any]:
            if self._connection is None:
                self._connection = _connect(self._address, self._login, self._password, self._answer_timeout)
            return self._connection.execute(query, values).fetchall()

        try:
            return _told(ask)
        except DataRefused:
            raise  # the connection is as good as before
        except CentralTrouble:
            self.close()
            raise


def sign_in(address: Address, agent_no: str, password: str, install: str) -> SignedIn:
    """Open a session over the agent's own login, so that central itself checks the password."""

    login = f"agent_{agent_no_of(agent_no)}"

    def ask() -> Any:
        with _connect(address, login, password, ANSWER_TIMEOUT) as connection:
            query = "SELECT agent, session, wrapped_key FROM api.sign_in_v1(%s)"
            return connection.execute(query, (install,)).fetchone()

    agent, session, wrapped_key = _told(ask)
    return SignedIn(
        Agent(
            Id(agent["id"]), agent["agent_no"], agent["name"], Role(agent["role"]),
            agent["public_key"], agent["active"],
        ),
        Session(
            Id(session["id"]), Id(session["agent"]), Role(session["role"]), session["install"],
            datetime.fromisoformat(session["since"]), session["confirmed"],
        ),
        wrapped_key,
    )  # fmt: skip


def _connect(address: Address, login: str, password: str, timeout: float) -> "psycopg.Connection[Any]":
    import psycopg  # not before it is needed: 0.1 s and 20 MB

    class Bounded(psycopg.Connection[Any]):
        """A central that accepts and then says nothing must not hold the lane for ever."""

        def wait(self, gen: Generator[Any, Any, T], *args: Any, **kwargs: Any) -> T:
            late = psycopg.OperationalError("central is silent")
            return super().wait(_bounded(gen, timeout, late), *args, **kwargs)

    return Bounded.connect(
        host=address.host, port=address.port, dbname=address.database, user=login, password=password,
        sslmode=address.tls, connect_timeout=CONNECT_TIMEOUT, autocommit=True, prepare_threshold=None,
        keepalives=1, keepalives_idle=10, keepalives_interval=5, keepalives_count=3,
        tcp_user_timeout=int(timeout * 1000), gssencmode="disable", client_encoding="UTF8",
        application_name="zuoxi", options=f"-c statement_timeout={int(timeout * 1000)}",
    )  # fmt: skip


def _bounded(steps: Generator[Any, Any, T], timeout: float, late: Exception) -> Generator[Any, Any, T]:
    end = monotonic() + timeout
    try:
        wanted = next(steps)
        while True:
            ready = yield wanted
            if not ready and monotonic() > end:
                raise late
            wanted = steps.send(ready)
    except StopIteration as finished:
        result: T = finished.value
        return result


def _told(ask: Callable[[], T]) -> T:
    """Do *ask*, saying in our words what the driver raises."""
    import psycopg

    try:
        return ask()
    except UnicodeEncodeError as error:  # a lone surrogate never leaves the seat
        raise DataRefused("22021", error.reason) from error
    except psycopg.Error as error:
        raise _in_our_words(error) from error


def _in_our_words(error: "psycopg.Error") -> CentralTrouble:
    state = error.sqlstate or ""
    if state == "CC001":
        return EpochChanged(state)
    if state == "CC003":
        return Gap(int(error.diag.message_detail or 0))
    if state == "CC005":
        return CentralRefused("copy")
    if state == "CC002" or state.startswith(_DATA) or _is_client_side(error):
        return DataRefused(state or "22000", _first_line(error))
    if state.startswith("28") or (not state and _WRONG_LOGIN.search(str(error))):
        return CentralRefused("login")
    if state == "42501":
        return CentralRefused("rights")
    if state.startswith(("42", "3F", "0A")):
        return CentralRefused("version")  # a function this program needs is not there
    return CentralAway(_first_line(error))


def _is_client_side(error: "psycopg.Error") -> bool:
    """The driver itself could not put a value on the wire (NUL in a text)."""
    import psycopg

    return isinstance(error, psycopg.DataError) and not error.sqlstate


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]

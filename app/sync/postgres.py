"""The real central: a PostgreSQL whose whole surface is the functions of schema ``api``."""

import json
import re
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from app.records.erasures import Erasure
from app.records.ids import Block, Id
from app.records.ops import Cursor, Hello, Image, Page, Receipt, Verdict, Welcome
from app.records.seat import is_loopback
from app.sync.port import (
    CentralAway,
    CentralRefused,
    CentralTrouble,
    Copied,
    DataRefused,
    EpochChanged,
    Gap,
)

if TYPE_CHECKING:
    import psycopg

T = TypeVar("T")

CONNECT_TIMEOUT = 5  # seconds
ANSWER_TIMEOUT = 20.0  # seconds until a silent central counts as away
_CHECKED = ("verify-full", "verify-ca")  # who answers is who they say
_LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff"
_DATA = ("21", "22", "23", "54", "P0")
_REFUSED = {"CC006": "history", "CC007": "quota", "CC008": "answered", "42501": "rights"}
# In libpq's words, which no language changes here: who answers is not who the seat's authority vouches for.
_NO_TRUST = re.compile(r"certificate|signature failure|does not support SSL", re.I)
_WRONG_LOGIN = re.compile(r"password authentication failed|not permitted to log in|pg_hba|认证|認證", re.I)


@dataclass(frozen=True, slots=True)
class Address:
    """Where central is. ``tls`` is libpq's sslmode: ``verify-full`` wherever a network lies between;
    ``ca`` the file of who vouches for central, "" for whom the system trusts."""

    host: str
    port: int
    database: str
    tls: str = "prefer"
    ca: str = ""


class PostgresCentral:
    """Connects when first asked, keeps the connection, and drops it after any doubt.

    Used by one thread at a time. ``answer_timeout`` is how long a silent central is waited for.
    """

    def __init__(
        self,
        address: Address,
        login: str,
        password: str,
        answer_timeout: float = ANSWER_TIMEOUT,
        install: str = "",
    ) -> None:
        self._address = address
        self._login = login
        self._password = password
        self._answer_timeout = answer_timeout
        self._install = install  # which of the copies with this login we are
        self._connection: psycopg.Connection[Any] | None = None

    def hello(self, hello: Hello) -> Welcome:
        if hello.install != self._install:
            self.close()
            self._install = hello.install
        row = self.rows(
            "SELECT epoch, last_n, seat_code, generation, at, head_xid, head_seq, mark_xid, scopes, series,"
            " recovery FROM api.hello_v3(%s, %s, %s, %s, %s, %s, %s, %s)",
            (
                hello.install, hello.was, hello.token, hello.next,
                hello.first_n, hello.last_n, hello.head.n, hello.head.chain,
            ),
        )[0]  # fmt: skip
        epoch, last_n, seat_code, generation, at, xid, seq, mark, *rest = row
        return Welcome(
            epoch, last_n, seat_code, generation, at, Cursor(int(xid), seq), Cursor(int(mark), 0), *rest
        )

    def push(self, epoch: str, bodies: Sequence[str]) -> list[Receipt]:
        # In binary: as text the driver escapes every quotation mark by itself, 40 ms for 200 ops.
        rows = self.rows(
            "SELECT op, status, ver, fields, reason FROM api.push_v1(%s, %b::text[])", (epoch, list(bodies))
        )
        return [
            Receipt(Id(op), Verdict(status), version, tuple(fields), reason)
            for op, status, version, fields, reason in rows
        ]

    def pull(self, epoch: str, after: Cursor, limit: int) -> Page:
        rows = self.rows(
            "SELECT kind, id, ver, img::text, xid, seq, settled FROM api.pull_v1(%s, %s::text::xid8, %s, %s)",
            (epoch, str(after.xid), after.seq, limit),
        )
        images = tuple(
            Image(kind, Id(record), version, body, Cursor(int(xid), seq), settled)
            for kind, record, version, body, xid, seq, settled in rows
        )
        return Page(images, more=len(images) >= limit)

    def fill(self, epoch: str, kind: str, before: Id | None, limit: int) -> Page:
        rows = self.rows(
            "SELECT id, ver, img::text FROM api.fill_v1(%s, %s, %s, %s)",
            (epoch, kind, before or _LAST_ID, limit),
        )
        images = tuple(
            Image(kind, Id(record), version, body, Cursor(), settled=False) for record, version, body in rows
        )
        return Page(images, more=len(images) >= limit)

    def erased(self, told: Sequence[Erasure]) -> list[str]:
        # In pieces: one statement takes 8 MiB, and a seat with a history may know of many.
        found: list[str] = []
        for erasure in told:
            said = json.dumps([{"id": erasure.id, "kinds": erasure.kinds}])
            found += (id for (id,) in self.rows("SELECT id FROM api.erased_v1(%s::text::jsonb)", (said,)))
        return found

    def gone(self, epoch: str, kind: str, ids: Sequence[Id]) -> list[Id]:
        rows = self.rows("SELECT id FROM api.gone_v1(%s, %s, %s::text[])", (epoch, kind, list(ids)))
        return [Id(id) for (id,) in rows]

    def lease(self, epoch: str, newest: Block) -> Block | None:
        told = (epoch, newest.prefix, newest.run, newest.hi)
        rows = self.rows("SELECT run, lo, hi FROM api.lease_v1(%s, %s, %s, %s)", told)
        return Block(newest.prefix, *rows[0]) if rows else None

    def pulse(self) -> None:
        self.rows("SELECT api.pulse_v1()", ())

    def news(self) -> int | None:
        """Return the socket that can be read once central has something to say; None without a connection."""
        connection = self._connection
        return None if connection is None or connection.closed else connection.fileno()

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def rows(self, query: str, values: tuple[Any, ...]) -> list[Any]:
        """Run one statement, which is one transaction: an answer that comes back is committed."""

        def ask() -> list[Any]:
            if self._connection is None:
                self._connection = connect(
                    self._address, self._login, self._password, self._answer_timeout, self._install
                )
                self._connection.add_notify_handler(_heard)
                self._connection.execute("LISTEN zuoxi")
            return self._connection.execute(query, values).fetchall()

        try:
            return told(ask)
        except DataRefused:
            raise  # the connection is as good as before
        except CentralTrouble:
            self.close()
            raise


def connect(
    address: Address, login: str, password: str, timeout: float, install: str = ""
) -> "psycopg.Connection[Any]":
    """Raises CentralRefused("plain") where a network lies between and nobody vouches for central."""
    if address.tls not in _CHECKED and not is_loopback(address.host):
        raise CentralRefused("plain")
    import psycopg  # not before it is needed: 0.1 s and 20 MB

    class Bounded(psycopg.Connection[Any]):
        """A central that accepts and then says nothing must not hold the lane for ever."""

        def wait(self, gen: Generator[Any, Any, T], *args: Any, **kwargs: Any) -> T:
            late = psycopg.OperationalError("central is silent")
            return super().wait(_bounded(gen, timeout, late), *args, **kwargs)

    options = f"-c statement_timeout={int(timeout * 1000)} -c zuoxi.install={install}"
    return Bounded.connect(
        host=address.host, port=address.port, dbname=address.database, user=login, password=password,
        sslmode=address.tls, connect_timeout=CONNECT_TIMEOUT, autocommit=True, prepare_threshold=None,
        keepalives=1, keepalives_idle=10, keepalives_interval=5, keepalives_count=3,
        tcp_user_timeout=int(timeout * 1000), gssencmode="disable", client_encoding="UTF8",
        application_name="zuoxi", sslrootcert=_root(address), options=options,
    )  # fmt: skip


def _heard(notify: object) -> None:
    """That there was something to read is all it says; unheard, the driver would keep it for ever."""


def _root(address: Address) -> str | None:
    """None leaves it to libpq's own file, which a connection that checks nobody does not need."""
    return address.ca or ("system" if address.tls in _CHECKED else None)


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


def told(ask: Callable[[], T]) -> T:
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
        return Copied(state)
    if state in _REFUSED:
        return CentralRefused(_REFUSED[state])
    if state == "CC002" or state.startswith(_DATA) or _is_client_side(error):
        return DataRefused(state or "22000", _first_line(error))
    if not state and _NO_TRUST.search(str(error)):
        return CentralRefused("plain")
    if state.startswith("28") or (not state and _WRONG_LOGIN.search(str(error))):
        return CentralRefused("login")
    if state.startswith(("42", "3F", "0A")):
        return CentralRefused("version")  # a function this program needs is not there
    return CentralAway(_first_line(error))


def _is_client_side(error: "psycopg.Error") -> bool:
    """The driver itself could not put a value on the wire (NUL in a text)."""
    import psycopg

    return isinstance(error, psycopg.DataError) and not error.sqlstate


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]

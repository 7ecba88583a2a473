"""Whole seats for tests: a real encrypted file, a real road, and wires that can be cut."""

import socket
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.records.accounts import Agent, Role, Session
from app.records.calls import Call
from app.records.ids import Id, new_id
from app.store.engine import create, open_engines
from app.store.store import Store
from app.sync.postgres import Address, PostgresCentral
from app.sync.round import run_round

KEY = bytes(range(32))
START = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


class Seat:
    """A seat with its own file and clock; somebody is signed in offline."""

    def __init__(self, place, folder, address: Address | None = None, timeout: float = 20.0) -> None:
        self.enrolment = place.enrol()
        self.install = new_id()
        self.at = START
        path = folder / f"{self.enrolment['seat']}.db"
        create(path, KEY, install=self.install, seat_code=self.enrolment["seat"], generation=1)
        self.agent = Id("0192f0c1-2d3e-7abc-8def-0123456789ab")
        self.session = Session(new_id(), self.agent, Role.AGENT, self.install, START)
        self.store = Store(open_engines(path, KEY), self.session, self.now)
        self.address = address or Address(place.server.host, place.server.port, place.database)
        self.timeout = timeout
        self.central = self.road()
        with self.store.write() as writer:
            writer.put(self.session)

    def now(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at

    def road(self, **words) -> PostgresCentral:
        words = {
            "address": self.address, "login": self.enrolment["login"],
            "password": self.enrolment["password"], "answer_timeout": self.timeout,
        } | words  # fmt: skip
        return PostgresCentral(**words)

    def round(self, central=None):
        return run_round(self.store, central or self.central)

    def take_call(self, **fields) -> Call:
        with self.store.write() as writer:
            made = Call(
                id=new_id(), number=writer.number(Call.prefix), channel="phone",
                form="inquiry", form_version=1, started_at=self.at, saved_at=self.now(),
                first_taker=self.agent, handler=self.agent,
                answers={"name": "王小明", "phone": "13800000000"},
            )  # fmt: skip
            made = replace(made, **fields)
            writer.put(made)
        return made

    def change(self, call: Id, **answers) -> None:
        """Type into the call as this seat has it now."""
        now = self.call(call)
        assert now is not None
        with self.store.write() as writer:
            writer.put(replace(now, answers={**now.answers, **answers}))

    def call(self, id: Id) -> Call | None:
        return self.store.get(Call, id)

    def agents(self) -> list[Agent]:
        return self.store.find(Agent)

    @property
    def pending(self) -> int:
        return self.store.outbox.state().pending

    def close(self) -> None:
        self.central.close()
        self.store.close()


class Wire:
    """A TCP proxy to central. ``way`` is what it does to bytes that come back: pass, swallow, or cut.

    cut: break the connection instead of handing the answer on, once; the next one passes.
    """

    def __init__(self, host: str, port: int) -> None:
        self._to = (host, port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._sockets: list[socket.socket] = [self._listener]
        self._threads: list[threading.Thread] = []
        self._open = True
        self.port = self._listener.getsockname()[1]
        self.way = "pass"
        self.delay = 0.0  # seconds, each way
        self._clock = threading.Event()  # never set: only its waiting is wanted
        self.trap = b""  # what must have gone to central before `way` counts
        self._sprung = False
        self._spawn(self._accept)

    def cut_the_answer_to(self, words: bytes) -> None:
        self.trap, self._sprung, self.way = words, False, "cut"

    def swallow(self) -> None:
        """Half open: accepts and reads, and never says a word."""
        self.trap, self._sprung, self.way = b"", True, "swallow"

    def mend(self) -> None:
        self.trap, self._sprung, self.way = b"", False, "pass"

    def drop(self) -> None:
        """Break what is connected now."""
        for held in self._sockets[1:]:
            _break(held)
        del self._sockets[1:]

    def close(self) -> None:
        self._open = False
        _break(self._listener)
        self.drop()
        for thread in self._threads:
            thread.join(5)

    def _spawn(self, work, *words) -> None:
        thread = threading.Thread(target=work, args=words)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while self._open:
            try:
                near, _ = self._listener.accept()
                far = socket.create_connection(self._to, timeout=5)
            except OSError:
                continue
            far.settimeout(None)
            self._sockets += [near, far]
            self._spawn(self._pump, near, far, True)
            self._spawn(self._pump, far, near, False)

    def _pump(self, source: socket.socket, sink: socket.socket, out: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if self.delay:
                    self._clock.wait(self.delay)
                if out and self.trap and self.trap in data:
                    self._sprung = True
                if not out and self._sprung and self.way == "swallow":
                    continue
                if not out and self._sprung and self.way == "cut":
                    self.mend()
                    break
                sink.sendall(data)
        _break(source)
        _break(sink)


def _break(held: socket.socket) -> None:
    with suppress(OSError):
        held.shutdown(socket.SHUT_RDWR)
    held.close()

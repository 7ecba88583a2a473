"""What an agent does all day, at random: every action one transaction, most of them on what others made."""

import json
import os
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.records.accounts import Session
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.customers import Customer
from app.records.ids import Id, new_id
from app.records.orders import Order, OrderState, Slip
from app.store import tables

AGENTS = tuple(Id(f"0192f0c1-2d3e-7abc-8def-0123456789a{n}") for n in "abc")
ANSWERS = ("name", "phone", "address", "note")
NAMES = {Call: "calls", Case: "cases", Order: "orders", Slip: "slips", Customer: "customers"}


class Hands:
    """``n`` is the last op of the file; each new one is promised, in a file beside, once committed."""

    def __init__(self, store, promises: Path, hot: int) -> None:
        self.store, self._reach = store, hot  # of the newest records everybody has a hand in
        self.n = store.outbox.last_n()
        self._promises = os.open(promises, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        self._hot: dict[type, list[Id]] = {}

    def work(self, ops: int, dice, poison: int = 0) -> None:
        self.dice = dice
        end = self.n + ops
        self._hot.clear()
        for _ in range(poison):
            self._poison()
        acts = (
            (5, self.take_call), (7, self._change_call), (3, self.open_case), (4, self._advance_case),
            (3, self.order), (4, self._advance_order), (2, self._slip), (3, self.print),
            (2, self._change_customer), (0.3, self._odd),
        )  # fmt: skip
        weights = [weight for weight, _ in acts]
        for _ in range(10 * ops):
            if self.n >= end:
                return
            (_, act) = dice.choices(acts, weights)[0]
            act()

    def sign_in(self, session: Session) -> None:
        self._put(session)

    @contextmanager
    def _write(self):
        """One action; once it is committed, an agent is told so: central must have it in the end."""
        with self.store.write() as to:
            yield to
        if to._n:
            os.write(self._promises, "".join(f"{n}\n" for n in range(self.n + 1, to._n + 1)).encode())
            self.n = to._n

    # -- calls --

    def take_call(self) -> None:
        with self._write() as to:
            call = Call(
                id=new_id(), number=to.number(Call.prefix), channel="phone", form="inquiry", form_version=1,
                started_at=_now(), saved_at=_now(), first_taker=self._agent(), handler=self._agent(),
                answers={"name": "王小明", "phone": "13800000000"},
            )  # fmt: skip
            customer = Customer(new_id(), "王小明", (self._phone(),), (self._word(),), _now(), _now())
            to.put(replace(call, customer=customer.id))
            to.put(customer)

    def _change_call(self) -> None:
        if call := self._any(Call):
            answers = {name: self._word() for name in self.dice.sample(ANSWERS, self.dice.randint(1, 2))}
            if self.dice.random() < 0.1:
                answers = {"note": None}
            self._put(replace(call, answers={**call.answers, **answers}, saved_at=_now()))

    # -- cases --

    def open_case(self) -> None:
        if call := self._any(Call):
            with self._write() as to:
                case = Case(
                    id=new_id(), number=to.number(Case.prefix), call=call.id, form=call.form, form_version=1,
                    title=self._word(), state=CaseState.RECEIVED, opened_at=_now(),
                    first_taker=self._agent(), handler=self._agent(),
                )  # fmt: skip
                to.put(case)
                to.put(replace(call, case=case.id))

    def _advance_case(self) -> None:
        if case := self._any(Case):
            self._put(
                replace(case, **self.dice.choice((
                    {"state": self.dice.choice(tuple(CaseState))},
                    {"urgent": self.dice.random() < 0.5}, {"handler": self._agent()},
                    {"due_at": _now() + timedelta(hours=self.dice.randint(1, 99))},
                    {"outcome": self._word()}, {"title": self._word(), "handler": self._agent()},
                    {"first_taker": self._agent()},
                )))
            )  # fmt: skip

    # -- orders and slips --

    def order(self) -> None:
        if case := self._any(Case):
            with self._write() as to:
                order = Order(
                    id=new_id(), number=to.number(Order.prefix), case=case.id, form=case.form, form_version=1,
                    team="east", state=OrderState.OPEN, ordered_at=_now(), ordered_by=self._agent(),
                    answers={"name": "王小明"},
                )  # fmt: skip
                to.put(order)
                to.put(Slip(new_id(), to.number(Slip.prefix), order.id))
                to.put(replace(case, state=CaseState.DISPATCHED))

    def _advance_order(self) -> None:
        if order := self._any(Order):
            self._put(
                replace(order, **self.dice.choice((
                    {"state": self.dice.choice(tuple(OrderState))}, {"team": self._word()},
                    {"urgent": self.dice.random() < 0.5},
                    {"answers": {**order.answers, "name": self._word()}},
                )))
            )  # fmt: skip

    def _slip(self) -> None:
        if slip := self._any(Slip):
            with self._write() as to:
                to.put(replace(slip, void=self.dice.random() < 0.8))
                to.put(Slip(new_id(), to.number(Slip.prefix), slip.order))

    def print(self) -> None:
        if slip := self._any(Slip):
            entry = {"id": new_id(), "at": _now().isoformat(), "by": self._agent(), "sets": 1}
            self._put(replace(slip, prints=(*slip.prints, entry)))

    # -- customers --

    def _change_customer(self) -> None:
        if customer := self._any(Customer):
            seen = _now() - timedelta(minutes=self.dice.randint(0, 9))
            if self.dice.random() < 0.5:
                customer = replace(customer, phones=(self._phone(), *customer.phones)[:3])
            self._put(replace(customer, seen_at=seen))

    # -- what no seat of today would write --

    def _poison(self) -> None:
        """An op central cannot read: a NUL, a number beyond all numbers, a version that is none."""
        words = self.dice.choice(
            ({"patch": {"a.name": "a\0b"}}, {"patch": {"owes": "1e999999"}}, {"base": 10**12})
        )
        self._raw("call", words)

    def newer(self) -> None:
        """What a program of tomorrow says of a call: a field none of today knows, beside one they do."""
        if call := self._any(Call):
            with self.store._door.read() as connection:
                query = "SELECT version FROM calls WHERE id = ?"
                base = connection.exec_driver_sql(query, (call.id,)).scalar()
            patch = {"mood": self._word(), "a.note": self._word()}
            self._raw("call", {"id": call.id, "base": base, "patch": patch})

    def _odd(self) -> None:
        """An op central can read and does not take."""
        self._raw("spell", {"patch": {"word": self._word()}})

    def _raw(self, kind: str, words: dict) -> None:
        op, record = new_id(), words.get("id") or new_id()
        with self._write() as to:
            n = to._next_n()
            told = {
                "op": op, "n": n, "k": "put", "e": kind, "id": record, "base": 0, "ep": to._known("epoch"),
                "s": to._session.id, "sv": 1, "at": to._at, "off": 0, "salt": "", "patch": {},
            } | words  # fmt: skip
            body = json.dumps(told, separators=(",", ":")).replace('"1e999999"', "1e999999")
            to._connection.exec_driver_sql(tables.PUT_OP, (n, op, kind, record, body, to._stored_at))

    # -- dice --

    def _any(self, kind):
        """One of the oldest or the newest of *kind*, more often one that the others know too."""
        if not self._hot.get(kind):
            query = f"SELECT id FROM {NAMES[kind]} WHERE version >= ? ORDER BY id {{}} LIMIT {self._reach}"
            with self.store._door.read() as connection:
                old, known, own = (
                    connection.exec_driver_sql(query.format(way), (version,)).scalars().all()
                    for way, version in (("ASC", 1), ("DESC", 1), ("DESC", 0))
                )
            self._hot[kind] = [*old, *old, *known, *own[:2]]
        ids = self._hot[kind]
        return self.store.get(kind, self.dice.choice(ids)) if ids else None

    def _put(self, record) -> None:
        with self._write() as to:
            to.put(record)

    def _agent(self) -> Id:
        return self.dice.choice(AGENTS)

    def _word(self) -> str:
        return f"字{self.dice.randrange(1 << 30):x}"

    def _phone(self) -> str:
        return f"138{self.dice.randrange(10**8):08d}"


def _now() -> datetime:
    return datetime.now(UTC)

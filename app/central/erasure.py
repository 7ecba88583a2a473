"""A person's data erased from central, and which seats have said that theirs is gone too."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

from app.central.refused import AdminRefused
from app.central.schema import TENANT
from app.forms import phone
from app.records.ids import new_id

# Calls, rings, callbacks and listed households of nobody on file that name the number are the same person's.
_OF_NUMBER = """
    SELECT kind, id::text FROM cc.record
    WHERE tenant = :tenant AND (
        kind = 'customer' AND EXISTS (SELECT 1 FROM jsonb_array_elements_text(body -> 'phones') AS p
            WHERE regexp_replace(p, '\\D', '', 'g') = ANY (:numbers))
        OR kind IN ('call', 'household') AND NOT body ? 'customer'
            AND regexp_replace(body ->> 'a.phone', '\\D', '', 'g') = ANY (:numbers)
        OR kind IN ('ring', 'callback') AND NOT body ? 'customer'
            AND regexp_replace(body ->> 'number', '\\D', '', 'g') = ANY (:numbers))
"""
_LEFT = """
    SELECT b.kind, b.id FROM cc.belonging(:tenant, :kinds, :ids) AS b
    WHERE NOT cc.is_erased(:tenant, b.kind, b.id) ORDER BY b.kind, b.id
"""
_SEATS = """
    SELECT s.code, CASE WHEN t.at IS NOT NULL THEN 'told' WHEN NOT s.active THEN 'revoked'
        WHEN s.seen_at IS NULL THEN 'never_seen' ELSE 'waiting' END
    FROM cc.seat s LEFT JOIN cc.erasure_told t ON t.seat_id = s.seat_id AND t.erasure = :erasure
    ORDER BY s.code
"""
_CLAIMS = """
    SELECT c.erasure::text, array_agg(s.code ORDER BY s.code), min(c.at), jsonb_agg(c.kinds)
    FROM cc.erasure_claim c JOIN cc.seat s USING (seat_id) GROUP BY c.erasure ORDER BY 3, 1
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Whose data: ``customers`` are (name, numbers, addresses), ``records`` (kind, id)."""

    customers: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    records: tuple[tuple[str, str], ...]

    @property
    def counts(self) -> dict[str, int]:
        return dict(Counter(kind for kind, _ in self.records))


@dataclass(frozen=True, slots=True)
class Standing:
    """One erasure: how many records of each kind, how many of them made ``late`` by a seat that had not heard
    of it; the seats that have told central that nothing is left there, and those that have not."""

    id: str
    at: datetime
    by: str
    basis: str
    records: dict[str, int]
    late: int
    told: tuple[str, ...]
    waiting: tuple[str, ...]
    never_seen: tuple[str, ...]
    revoked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """An erasure that ``seats`` know of and central does not: it was restored from an older backup."""

    id: str
    seats: tuple[str, ...]
    at: datetime
    records: tuple[tuple[str, str], ...]


def person(connection: Connection, *, customer: str = "", number: str = "") -> Person:
    """Return whose data *customer* (an id) or *number* is.

    Raises AdminRefused: ``nobody``, or ``several`` where a number is more than one customer's.
    """
    if customer:
        roots = [("customer", customer.strip().lower())]
    else:
        told = {phone.digits(number), phone.digits(phone.normalise(number))} - {""}
        found = connection.execute(text(_OF_NUMBER), {"tenant": TENANT, "numbers": list(told)})
        roots = [(kind, id) for kind, id in found]
    owners = [id for kind, id in roots if kind == "customer"]
    if len(owners) > 1:
        raise AdminRefused("several", "、".join(sorted(owners)))
    given = {"tenant": TENANT, "kinds": [kind for kind, _ in roots], "ids": [id for _, id in roots]}
    records = tuple((kind, id) for kind, id in connection.execute(text(_LEFT), given))
    if not records:
        raise AdminRefused("nobody")
    return Person(_customers(connection, owners), records)


def _customers(connection: Connection, ids: list[str]) -> Any:
    query = (
        "SELECT body FROM cc.record WHERE tenant = :tenant AND kind = 'customer' AND id::text = ANY (:ids)"
    )
    bodies = connection.execute(text(query), {"tenant": TENANT, "ids": ids}).scalars()
    return tuple((b["name"], tuple(b["phones"]), tuple(b["addresses"])) for b in bodies)


def erase(connection: Connection, records: tuple[tuple[str, str], ...], basis: str, id: str = "") -> Standing:
    """Erase *records* and what hangs on them, whoever made that meanwhile; seats hear of it as of any
    record. *id*: of an erasure done once before."""
    made = id or new_id()
    connection.execute(
        text("SELECT cc.erase(:tenant, CAST(:id AS uuid), session_user, :basis, :kinds, :ids)"),
        {
            "tenant": TENANT, "id": made, "basis": basis,
            "kinds": [kind for kind, _ in records], "ids": [id for _, id in records],
        },
    )  # fmt: skip
    return next(each for each in standing(connection) if each.id == made)


def standing(connection: Connection) -> list[Standing]:
    """Return every erasure, the oldest first."""
    erasures = connection.execute(text("SELECT id, at, by, basis FROM cc.erasure ORDER BY at, id")).all()
    return [_standing(connection, *row) for row in erasures]


def _standing(connection: Connection, id: Any, at: datetime, by: str, basis: str) -> Standing:
    query = (
        "SELECT kind, count(*), count(*) FILTER (WHERE late) FROM cc.erased"
        " WHERE erasure = :erasure GROUP BY kind ORDER BY kind"
    )
    kinds = connection.execute(text(query), {"erasure": id}).all()
    seats: dict[str, list[str]] = {"told": [], "waiting": [], "never_seen": [], "revoked": []}
    for code, state in connection.execute(text(_SEATS), {"erasure": id}):
        seats[state].append(code)
    return Standing(
        id=str(id), at=at, by=by, basis=basis,
        records={kind: count for kind, count, _ in kinds}, late=sum(late for _, _, late in kinds),
        **{state: tuple(codes) for state, codes in seats.items()},
    )  # fmt: skip


def claims(connection: Connection) -> list[Claim]:
    """Return what seats say was erased and central does not know of, the first told first."""
    return [
        Claim(id, tuple(seats), at, tuple(sorted(set(_named(kinds)))))
        for id, seats, at, kinds in connection.execute(text(_CLAIMS))
    ]


def _named(told: list[Any]) -> list[tuple[str, str]]:
    """Return the records in what seats sent, which may be anything."""
    kinds = [each for one in told for each in one if isinstance(each, dict)]
    return [
        (kind, id)
        for each in kinds
        if isinstance(kind := each.get("kind"), str) and isinstance(ids := each.get("ids"), list)
        for id in ids
        if isinstance(id, str)
    ]

"""The reckoning: seats' files, what they promised, and central's tables held against each other."""

import hashlib
import json
from collections import Counter

from app.store import tables
from tests.faults import oracle

STATES = {"applied": "acked", "merged": "acked", "conflict": "conflict", "rejected": "rejected"}
LISTS = ("prints", "phones", "addresses", "entries", "rules", "copies", "steps")  # as JSON in one column
ZEROS = ("lost", "doubled", "diverged", "overwritten", "collisions", "broken_chains", "stuck", "copies")


def figures(place, seats, looks: list[dict], periods: list) -> dict:
    """Return each figure; the findings behind them go to the standard output, a few of each."""
    log, records = told_by(place)
    codes = {row["code"] for row in place.rows("SELECT code FROM cc.seat")}
    found = {
        "lost": [*lost(seats, looks, log), *voids_without_body(place, seats, looks)],
        "doubled": doubled(place, log),
        "diverged": [*diverged_anywhere(seats, looks, records), *misheard(seats, looks, log)],
        "overwritten": overwritten(place, log, records, periods),
        "collisions": collisions(log),
        "broken_chains": broken_chains(place, log),
        "stuck": [seat.words["code"] for seat, look in zip(seats, looks, strict=True) if _waits(look)],
        "copies": sorted(
            codes - {seat.words["code"] for seat in seats}
        ),  # seats taken for two: there are none
    }
    for name, what in found.items():
        for one in what[:5]:
            print(f"{name}: {str(one)[:600]}")
    return {
        "ops": sum(len(look["ops"]) for look in looks),
        **{name: len(what) for name, what in found.items()},
    }


def told_by(place) -> tuple[list[dict], list[dict]]:
    """Return central's log in the order of its seats, and its records."""
    log = place.rows(
        "SELECT s.code, l.* FROM cc.op_log l JOIN cc.seat s USING (tenant, seat_id)"
        " ORDER BY seat_id, seat_seq"
    )
    return log, place.rows("SELECT kind, id::text, ver, body, scope FROM cc.record WHERE kind <> 'conflict'")


def _waits(look: dict) -> bool:
    return any(state == "pending" for _, _, state, _, _ in look["ops"])


def lost(seats, looks, log) -> list:
    """What a seat wrote or promised and central has not, or has otherwise."""
    central = {(line["seat_seq"], str(line["op_id"])): line["body"] for line in log}
    missing = []
    for seat, look in zip(seats, looks, strict=True):
        code = seat.words["code"]
        promised = Counter(int(n) for n in seat.file.with_suffix(".told").read_text().split())
        promised.subtract({n: 1 for n, *_ in look["ops"] if n in promised})
        missing += [(code, n, "promised", times) for n, times in promised.items() if times]
        for n, op, _, _, body in look["ops"]:
            if not _alike(central.get((n, op), ""), body):
                missing.append((code, n, body, central.get((n, op))))
    return missing


def _alike(one: str, other: str) -> bool:
    """Two voids of one op may give other reasons; what it wanted to say is the same."""
    if one == other or not one:
        return one == other
    a, b = json.loads(one), json.loads(other)
    return a.get("k") == b.get("k") == "void" and a.get("patch") == b.get("patch")


def voids_without_body(place, seats, looks) -> list:
    """Refused ops of which central did not keep all that they wanted to say."""
    kept = {str(row["op_id"]): row["body"] for row in place.rows("SELECT op_id, body FROM cc.rejected")}
    refused = [
        (seat.words["code"], op, body)
        for seat, look in zip(seats, looks, strict=True)
        for _, op, state, _, body in look["ops"]
        if state == "rejected"
    ]
    return [one for one in refused if one[1] not in kept or not _alike(kept[one[1]], one[2])]


def doubled(place, log) -> list:
    ops = Counter(line["op_id"] for line in log)
    turns = Counter((line["seat_id"], line["seat_seq"]) for line in log)
    images = place.rows(
        "SELECT kind, id, ver, count(*) AS times FROM cc.change_log GROUP BY 1, 2, 3 HAVING count(*) > 1"
    )
    holes = place.rows(
        "SELECT s.code, s.first_n, s.last_seq, count(*) AS taken"
        " FROM cc.seat s JOIN cc.op_log l USING (seat_id)"
        " GROUP BY 1, 2, 3 HAVING count(*) <> s.last_seq - s.first_n + 1"
    )
    return [*(one for one, times in (ops + turns).items() if times > 1), *images, *holes]


def diverged_anywhere(seats, looks, records) -> list:
    """Whatever is not the same all over a department, or was seen by another."""
    found = []
    for scope in {seat.scope for seat in seats}:
        those = [(seat, look) for seat, look in zip(seats, looks, strict=True) if seat.scope == scope]
        theirs = [record for record in records if record["scope"] in (scope, 0)]
        found += diverged(*zip(*those, strict=True), theirs)
    return found


def diverged(seats, looks, records) -> list:
    """Seats that do not say the same, and records that they have otherwise than central."""
    other = [
        ("seat", seat.words["code"], _first_difference(seats[0], seat))
        for seat, look in zip(seats, looks, strict=True)
        if look["digest"] != looks[0]["digest"]
    ]
    rows = {
        kind: {row["id"]: row for row in found}
        for kind, found in _rows(seats[0]).items()
        if kind != "conflict"
    }
    known = [record for record in records if record["kind"] in rows]
    for record in known:
        row = rows[record["kind"]].pop(record["id"], None)
        if row is None or row["version"] != record["ver"] or _said(row) != _told(record):
            other.append(("central", record, row))
    return other + [("central", "lacks", row) for left in rows.values() for row in left.values()]


def _rows(seat) -> dict:
    return json.loads(seat.file.with_suffix(".rows").read_text(encoding="utf-8"))


def _first_difference(one, other) -> tuple:
    """A record of which the two say other things, or one says nothing."""
    a, b = _rows(one), _rows(other)
    for kind in a:
        here, there = ({row["id"]: row for row in rows[kind]} for rows in (a, b))
        for id in sorted(here.keys() | there.keys()):
            if here.get(id) != there.get(id):
                return kind, here.get(id), there.get(id)
    return ()


def _said(row: dict) -> dict:
    """The body a row of the file stands for, without what is empty or false."""
    body = {name: value for name, value in row.items() if name not in ("id", "version", "answers")}
    body |= {f"a.{name}": value for name, value in json.loads(row.get("answers") or "{}").items()}
    body |= {name: json.loads(body[name]) for name in LISTS if name in body}
    return {name: value for name, value in body.items() if value}


def _told(record: dict) -> dict:
    """The body at central likewise, but for what no program of today has a place for."""
    return {
        name: value for name, value in record["body"].items() if value and tables.knows(record["kind"], name)
    }


def misheard(seats, looks, log) -> list:
    """Ops whose answer is another at the seat than at central."""
    answers = {str(line["op_id"]): (STATES[line["status"]], line["ver"]) for line in log}
    return [
        ("answer", seat.words["code"], op, (state, version), answers.get(op))
        for seat, look in zip(seats, looks, strict=True)
        for _, op, state, version, _ in look["ops"]
        if answers.get(op) != (state, version)
    ]


def overwritten(place, log, records, periods) -> list:
    """Records and conflicts that are not what the ops come to by the rules."""
    rules = {
        (row["kind"], row["field"]): (row["rule"], row["data"])
        for row in place.rows("SELECT * FROM cc.merge_rule")
    }
    chiefs = place.rows("SELECT id::text FROM cc.session WHERE role IN ('lead', 'supervisor', 'director')")
    taken = [
        line for line in log if line["status"] != "rejected" and line["kind"] not in ("session", "agent")
    ]
    taken.sort(key=lambda line: (line["kind"], line["id"], line["ver"]))
    expected, conflicts = oracle.replay(taken, rules, {row["id"] for row in chiefs}, periods)
    actual = {
        (r["kind"], r["id"]): (r["ver"], r["body"]) for r in records if r["kind"] not in ("session", "agent")
    }
    kept = {
        (row["op_id"], row["field"]): (row["lost"], row["kept"])
        for row in place.rows("SELECT * FROM cc.conflict WHERE kind NOT IN ('session', 'agent')")
    }
    return [
        (key, "expected", here.get(key), "found", there.get(key))
        for here, there in ((expected, actual), (conflicts, kept))
        for key in here.keys() | there.keys()
        if here.get(key) != there.get(key)
    ]


def collisions(log) -> list:
    """Numbers that two records were given, as their makers said it."""
    bearers: dict[str, set] = {}
    for line in log:
        if '"number"' in line["body"]:
            told = json.loads(line["body"])
            if number := told["patch"].get("number"):
                bearers.setdefault(number, set()).add(told["id"])
    return [(number, ids) for number, ids in bearers.items() if len(ids) > 1]


def broken_chains(place, log) -> list:
    broken, heads = [], {}
    for line in log:
        before = heads.get(line["seat_id"], b"")
        heads[line["seat_id"]] = hashlib.sha256(
            before + hashlib.sha256(line["body"].encode()).digest()
        ).digest()
        if line["chain"] != heads[line["seat_id"]]:
            broken.append((line["code"], line["seat_seq"]))
    ends = place.rows("SELECT seat_id, code, chain FROM cc.seat")
    return broken + [row["code"] for row in ends if row["chain"] != heads.get(row["seat_id"], b"")]

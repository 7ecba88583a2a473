"""What central must hold: its log of ops replayed by the rules, without a look at its own code."""

import json

NOTHING = object()  # no value was ever given; None is a value that was taken away


def replay(ops: list[dict], rules: dict, leads: set, periods: list[tuple[str, dict]]) -> tuple[dict, dict]:
    """Return each record as (version, body), and each conflict as (lost, kept) by op and field.

    *ops* in the order of their versions; *periods*: the epochs one after the other, each with the versions
    of the records it began with.
    """
    records: dict = {}
    conflicts: dict = {}
    for op in ops:
        told, key = json.loads(op["body"]), (op["kind"], op["id"])
        version, body, stamps = records.get(key, (0, {}, {}))
        epoch, began = [(e, v.get(key, 0)) for e, v in periods if v.get(key, 0) <= version][-1]
        base, lead = told["base"], op["confirmed"] and op["session"] in leads
        if told["ep"] != epoch or base > version:  # said of another timeline
            base = min(base, began)
        for field, new in told["patch"].items():
            rule, data = rules.get((op["kind"], field)) or rules.get((op["kind"], "*")) or ("first_wins", {})
            by = stamps.get(field, (0, op["seat_id"], False))
            others = by[0] > base and by[1] != op["seat_id"]
            old = body.get(field, NOTHING)
            verdict, value = meet(rule, data, old, new, others, lead, by[2])
            shown = None if old is NOTHING else old
            if verdict in ("lost", "won"):
                conflicts[op["op_id"], field] = (new, shown) if verdict == "lost" else (shown, new)
            if verdict in ("take", "won"):
                body[field], stamps[field] = value, (version + 1, op["seat_id"], lead)
        records[key] = (version + 1, body, stamps)
    return {key: (version, body) for key, (version, body, _) in records.items()}, conflicts


def meet(rule, data, old, new, others: bool, lead: bool, by_lead: bool) -> tuple[str, object]:
    """Return what becomes of *new* where *old* stands: take, keep, lost, or won (old is put aside)."""
    if rule == "append" and isinstance(old, list) and isinstance(new, list):
        return "take", old + [one for one in new if one not in old]
    if old is not NOTHING and json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True):
        return "keep", old
    first = "lost" if others else "take"
    if rule == "pull_only" or (rule == "append" and old not in (NOTHING, None)):
        return "lost", new
    if old in (NOTHING, None):
        return first, new
    if rule == "max_rank" and data.get("by") == "text":
        return ("take" if new is not None and new > old else "keep"), new
    if rule == "max_rank" and old in data["ranks"] and new in data["ranks"]:
        higher = data["ranks"].index(new) > data["ranks"].index(old)
        back = "take" if data.get("back") else "lost"  # seen, and set back all the same
        return ("take" if higher else "keep" if others else back), new
    if rule == "set_wins" and new is True:
        return "take", new
    if rule == "lead_wins" and others and lead and not by_lead:
        return "won", new
    return ("lost" if data.get("immutable") else first), new

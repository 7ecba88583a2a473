"""The tables of the seat's file, and the hot statements as text the driver keeps prepared."""

from typing import Any, TypeVar

import sqlalchemy as sa

from app.records.accesses import Access
from app.records.accounts import Agent, Session
from app.records.attachments import Attachment
from app.records.callbacks import Callback
from app.records.calls import Call
from app.records.cases import Case
from app.records.complaints import Complaint
from app.records.conflicts import Conflict
from app.records.customers import Customer
from app.records.definitions import Definition
from app.records.drafts import Draft
from app.records.erasures import Erasure
from app.records.escalations import Escalation
from app.records.households import Household, Sample
from app.records.kinds import Record
from app.records.leaves import Leave
from app.records.marks import Mark
from app.records.mergers import Merger
from app.records.messages import Message
from app.records.moves import Move
from app.records.notes import Note
from app.records.orders import Order, Slip
from app.records.overlaps import Overlap
from app.records.presence import Presence
from app.records.prints import PrintJob
from app.records.register import Print
from app.records.reviews import Review
from app.records.rings import Ring
from app.records.takeovers import Takeover
from app.records.tasks import Task
from app.store import rows
from app.store.kinds import Kind as Kind
from app.store.kinds import by_ids as by_ids
from app.store.kinds import columns_of, kind_of
from app.store.kinds import metadata as metadata
from app.store.kinds import upsert as upsert

REVISION = "0031"  # of the newest migration; four digits, so that newer ones compare greater

R = TypeVar("R", bound=Record)

# What stands beside a column: a list of that value alone comes in its order from the index.
CALLS = kind_of(
    Call, "calls", "number", "customer", "case", "handler", "first_taker", "form",
    # Of the first taker: who owes what.
    beside={"handler": ("started_at",), "form": ("started_at",), "first_taker": ("owes",)},
    seldom=frozenset({"customer", "case"}),
)  # fmt: skip
CASES = kind_of(
    Case, "cases", "number", "call", "customer", "state", "handler", "first_taker",
    # Of the states: whose open ones are due next. Of the first taker: which others work on.
    beside={
        "state": ("handler", "due_at"), "handler": ("opened_at",),
        "first_taker": ("state", "handler", "due_at"),
    },
)  # fmt: skip
ORDERS = kind_of(
    Order, "orders", "number", "case", "state", "team", "closer",
    beside={"state": ("ordered_at",), "team": ("ordered_at",)}, seldom=frozenset({"closer"}),
)  # fmt: skip
SLIPS = kind_of(Slip, "slips", "number", "order")
CUSTOMERS = kind_of(Customer, "customers", "name")
AGENTS = kind_of(Agent, "agents", "agent_no")
SESSIONS = kind_of(
    Session, "sessions", "agent", "disputed", beside={"agent": ("confirmed",), "disputed": ("seen_at",)}
)
PRESENCES = kind_of(Presence, "presences", "agent", "leave", beside={"agent": ("since", "at")})
LEAVES = kind_of(Leave, "leaves", "agent", "state")
OVERLAPS = kind_of(Overlap, "overlaps", "seen_at")
TAKEOVERS = kind_of(Takeover, "takeovers", "draft", "owner")
ACCESSES = kind_of(Access, "accesses", "agent", "record", "deed", beside={"deed": ("at",)})
# Of the fates: a day's, without the others.
PRINTS = kind_of(Print, "prints", "slip", "fate", beside={"fate": ("at",)})
MOVES = kind_of(Move, "moves", "case", "first_taker", "of", seldom=frozenset({"of"}))
# Of those answered by nobody yet, whose term ends first.
TASKS = kind_of(Task, "tasks", "case", "answered_by", beside={"answered_by": ("due_at",)})
ESCALATIONS = kind_of(Escalation, "escalations", "of", "asked_by", "answered_by")
DEFINITIONS = kind_of(Definition, "definitions")
REVIEWS = kind_of(
    Review, "reviews", "call", "agent", "month", beside={"agent": ("month",), "month": ("outcome",)}
)
RINGS = kind_of(
    Ring, "rings", "seat", "ref", "call", "callback", seldom=frozenset({"call", "callback"}),
)  # fmt: skip
CALLBACKS = kind_of(
    Callback, "callbacks", "number", "outcome", "handler", "call", "list",
    # Of the outcomes: those that are owed still, by when.
    beside={"outcome": ("due_at",), "handler": ("owed_at",), "list": ("due_at",)},
    seldom=frozenset({"handler", "call"}),
)  # fmt: skip
HOUSEHOLDS = kind_of(Household, "households", "week", beside={"week": ("list",)})
SAMPLES = kind_of(Sample, "samples", "week")
MERGERS = kind_of(Merger, "mergers", "kept", "merged", "undoes", seldom=frozenset({"undoes"}))
MARKS = kind_of(Mark, "marks", "customer", "word")
NOTES = kind_of(Note, "notes", "record", "other", seldom=frozenset({"other"}))
# Of the ends: the open ones, the oldest first.
COMPLAINTS = kind_of(Complaint, "complaints", "called_at", beside={"called_at": ("reported_at",)})
MESSAGES = kind_of(Message, "messages", "order", "state")
ATTACHMENTS = kind_of(Attachment, "attachments", "record", "sha")
# Of the decisions: the open ones, the oldest first.
CONFLICTS = kind_of(Conflict, "conflicts", "record", "decision", beside={"decision": ("found_at",)})
ERASURES = kind_of(Erasure, "erasures")
# Which central has heard, from which install, that nothing is left here: epoch and install.
ERASURES.table.append_column(sa.Column("told", sa.Text, nullable=False, server_default=""))

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        CALLS, CASES, ORDERS, SLIPS, CUSTOMERS, AGENTS, SESSIONS, CONFLICTS, ERASURES, PRESENCES, LEAVES,
        TAKEOVERS, OVERLAPS, ACCESSES, MOVES, TASKS, ESCALATIONS, DEFINITIONS, REVIEWS, RINGS, CALLBACKS,
        MERGERS, MARKS, NOTES, COMPLAINTS, ATTACHMENTS, MESSAGES,
        HOUSEHOLDS, SAMPLES, PRINTS,
    )
}  # fmt: skip


def knows(kind: str, field: str) -> bool:
    """Tell whether a record of this kind has such a field, named as in a body."""
    if field.startswith(rows.ANSWER):
        return any(f.sort is rows.Sort.ANSWERS for f in KINDS[kind].shape.fields)
    return field in KINDS[kind].shape.columns


def creates(kind: str, patch: rows.Body) -> bool:
    """Tell whether *patch* has all a new record of this kind cannot be without."""
    return kind in KINDS and all(f.name in patch for f in KINDS[kind].shape.fields[1:] if f.required)


def value_of(record: Record, field: str) -> Any:
    """Return what *record* says in a field as a body names it, as JSON; None where it says nothing."""
    return rows.body_of(KINDS[record.kind].shape, record).get(field)


def with_values(record: R, values: rows.Body) -> R:
    """Return *record* with these fields of its body; raises BodyBroken where that makes none."""
    shape = KINDS[record.kind].shape
    changed: R = rows.record_of(shape, record.id, rows.patched(rows.body_of(shape, record), values))
    return changed


# Central's own: what a seat writes of them stays at the seat.
PULL_ONLY = frozenset({"agent", "erasure", "definition"})
UNSENT = {
    "session": frozenset({"confirmed", "disputed", "seat", "ops", "entries"}),
    "leave": frozenset({"state", "decided_by", "decided_at", "why"}),
}

# What a list can be sorted by; a few open among very many closed have an index of their own.
OWING = "owes = 1"
OPEN_CASES = "state NOT IN ('closed', 'merged', 'cancelled')"
OPEN_ORDERS = "state NOT IN ('done', 'closed', 'void')"
OPEN_CALLBACKS = "outcome IS NULL"
OPEN_TASKS = "answered_by IS NULL"


def _sorted_by(kind: Kind, column: str, name: str = "", where: str = "") -> None:
    made = kind.table
    partial: dict[str, Any] = {"sqlite_where": sa.text(where)} if where else {}
    sa.Index(f"ix_{made.name}_{name or column}", made.c[column], made.c.id, **partial)


_sorted_by(CALLS, "started_at")
_sorted_by(CALLS, "started_at", "owing", OWING)
_sorted_by(CASES, "opened_at")
_sorted_by(CASES, "due_at")
_sorted_by(CASES, "due_at", "open", OPEN_CASES)
_sorted_by(ORDERS, "ordered_at")
_sorted_by(ORDERS, "due_at")
_sorted_by(ACCESSES, "at")
_sorted_by(PRINTS, "at")
_sorted_by(ORDERS, "due_at", "open", OPEN_ORDERS)
_sorted_by(CALLBACKS, "owed_at")
_sorted_by(CALLBACKS, "due_at")
_sorted_by(TASKS, "asked_at")
_sorted_by(TASKS, "due_at")

# Covers the lookup by name, initials and address, newest first, without reading the records.
sa.Index(
    "ix_customers_lookup",
    CUSTOMERS.table.c.seen_at,
    CUSTOMERS.table.c.id,
    CUSTOMERS.table.c.name,
    CUSTOMERS.table.c.initials,
    CUSTOMERS.table.c.addresses,
)

# Of some hundreds the newest, without reading them.
sa.Index("ix_customers_seen", CUSTOMERS.table.c.id, CUSTOMERS.table.c.seen_at)

customer_phones = sa.Table(
    "customer_phones",
    metadata,
    sa.Column("customer", sa.Text, sa.ForeignKey("customers.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("digits", sa.Text, primary_key=True),
    sa.Index("ix_customer_phones_digits", "digits"),
    sqlite_with_rowid=False,
)

# Every four digits in a row of a number on file.
phone_parts = sa.Table(
    "phone_parts",
    metadata,
    sa.Column("part", sa.Text, primary_key=True),
    sa.Column("digits", sa.Text, primary_key=True),
    sqlite_with_rowid=False,
)

# The open cases by what is said in them, as far as they were looked at: `parts` of each, and each by part.
likely = sa.Table(
    "likely",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("case", sa.Text, nullable=False, unique=True),
    sa.Column("parts", sa.Text, nullable=False),
)
likely_parts = sa.Table(
    "likely_parts",
    metadata,
    sa.Column("part", sa.Text, primary_key=True),
    sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# The calls whose words the index does not have yet: triggers note them. The index itself is no table to
# SQLAlchemy; its rows have the calls' own rowids, which no statement of ours changes. (Not INSERT OR IGNORE:
# within an upsert a trigger's own way with conflicts does not count.)
said_due = sa.Table("said_due", metadata, sa.Column("n", sa.Integer, primary_key=True))
SAID = (
    "CREATE VIRTUAL TABLE said USING fts5(parts, content='', contentless_delete=1, detail=none,"
    " tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER said_new AFTER INSERT ON calls"
    " BEGIN INSERT INTO said_due SELECT new.rowid"
    " WHERE NOT EXISTS (SELECT 1 FROM said_due WHERE n = new.rowid); END",
    "CREATE TRIGGER said_changed AFTER UPDATE OF answers, form, form_version ON calls"
    " WHEN old.answers IS NOT new.answers OR old.form IS NOT new.form"
    " OR old.form_version IS NOT new.form_version"
    " BEGIN INSERT INTO said_due SELECT new.rowid"
    " WHERE NOT EXISTS (SELECT 1 FROM said_due WHERE n = new.rowid); END",
    "CREATE TRIGGER said_gone AFTER DELETE ON calls BEGIN DELETE FROM said WHERE rowid = old.rowid;"
    " DELETE FROM said_due WHERE n = old.rowid; END",
)

DRAFT = rows.shape(Draft)
drafts = sa.Table("drafts", metadata, *columns_of(DRAFT, 2), sa.Index("ix_drafts_agent", "agent"))
PUT_DRAFT = upsert("drafts", DRAFT.columns, 2)
# Of one that was taken over, those too it was taken from, as long as nobody typed on in them.
FINISH_DRAFT = """
    WITH RECURSIVE under (at) AS (
        SELECT base FROM drafts WHERE id = :id AND agent = :agent
        UNION SELECT base FROM drafts JOIN under ON saved_at = at WHERE id = :id)
    DELETE FROM drafts WHERE id = :id AND (agent = :agent OR saved_at IN (SELECT at FROM under))
"""

PRINT_JOB = rows.shape(PrintJob)
print_jobs = sa.Table(
    "print_jobs",
    metadata,
    *columns_of(PRINT_JOB),
    sa.Index("ix_print_jobs_state", "state", "id"),
    sa.Index("ix_print_jobs_order", "order", "id"),
    sa.Index("ix_print_jobs_batch", "batch", "state"),
)
PUT_PRINT_JOB = upsert("print_jobs", PRINT_JOB.columns)
WIPE_JOBS = "DELETE FROM print_jobs WHERE state IN ('done', 'handed', 'failed', 'cancelled') AND seen_at <= ?"
TURN_BATCH = "UPDATE print_jobs SET state = ?, reason = ?, seen_at = ? WHERE batch = ? AND state = 'waiting'"

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("op", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("void", sa.Text),  # sent in place of the body once central could not take it
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False, server_default="pending"),
    sa.Column("version", sa.Integer),  # of the record at central, once the op is in it
    sa.Column("result", sa.Text),
    sa.Column("attempts", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("acked_at", sa.Text),
    sa.Column("acked_epoch", sa.Text),
    sa.Column("closed_at", sa.Text),  # when a person had seen to a refusal or a conflict
    sa.Column("body_hash", sa.Text),  # of what was sent, where of an erased one only this and a rest are left
    sa.CheckConstraint("state IN ('pending', 'acked', 'conflict', 'rejected')", name="ck_outbox_state"),
    sa.Index("ix_outbox_state", "state", "n"),
    sa.Index("ix_outbox_record", "record", "n"),
)
PUT_OP = 'INSERT INTO outbox (n, op, kind, record, body, "at") VALUES (?, ?, ?, ?, ?, ?)'

# What a person said of a refusal. The op itself is never changed.
seen_to = sa.Table(
    "seen_to",
    metadata,
    sa.Column("op", sa.Text, primary_key=True),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("again", sa.Text),  # the op that went in its place
)
PUT_SEEN_TO = upsert("seen_to", ("op", "by", "note", "again"))

# The bytes of attachments, by their SHA-256: how many ``pieces``, ``here`` in this file, ``sent`` to central.
blobs = sa.Table(
    "blobs",
    metadata,
    sa.Column("sha", sa.Text, primary_key=True),
    sa.Column("pieces", sa.Integer, nullable=False),
    sa.Column("here", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("sent", sa.Integer, nullable=False, server_default=sa.text("0")),
)
pieces = sa.Table(
    "pieces",
    metadata,
    sa.Column("sha", sa.Text, primary_key=True),
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("bytes", sa.LargeBinary, nullable=False),
)

inbox_skipped = sa.Table(
    "inbox_skipped",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("record", sa.Text, primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
)

series = sa.Table(
    "series",
    metadata,
    sa.Column("prefix", sa.Text, primary_key=True),
    sa.Column("seat_code", sa.Text, primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
)
NEXT_IN_SERIES = (
    "INSERT INTO series (prefix, seat_code, last) VALUES (?, ?, 1)"
    " ON CONFLICT (prefix, seat_code) DO UPDATE SET last = last + 1 RETURNING last"
)
PUT_SERIES = (
    "INSERT INTO series (prefix, seat_code, last) VALUES (?, ?, ?)"
    " ON CONFLICT (prefix, seat_code) DO UPDATE SET last = excluded.last"
)

blocks = sa.Table(
    "blocks",
    metadata,
    sa.Column("prefix", sa.Text, primary_key=True),
    sa.Column("run", sa.Integer, primary_key=True),
    sa.Column("lo", sa.Integer, primary_key=True),
    sa.Column("hi", sa.Integer, nullable=False),
    sa.Column("next", sa.Integer, nullable=False),
)
NEXT_IN_BLOCK = (
    "UPDATE blocks SET next = next + 1 WHERE rowid ="
    " (SELECT rowid FROM blocks WHERE prefix = ? AND next <= hi ORDER BY run, lo LIMIT 1)"
    " RETURNING run, next - 1"
)

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

settings = sa.Table(
    "settings",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
SETTING = "SELECT value FROM settings WHERE name = ?"
PUT_SETTING = upsert("settings", ("name", "value"))
PUT_META = upsert("meta", ("name", "value"))

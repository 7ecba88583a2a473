"""Central and seat with one thing broken each, to see that the tests bite.

A mutant of central looks its line up in the newest definition the database has, and says so where it is not.
``red`` names the interleaving that must fail on it.
"""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
import sqlalchemy as sa

from app.records.ops import Cursor, Receipt, Verdict
from app.store import feed, inbox, tables
from app.store.feed import Feed
from app.store.outbox import Outbox
from app.store.store import Store
from app.store.writer import Writer
from app.sync import postgres, round

DEFINITIONS = """
    SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('cc', 'api') AND n.nspname || '.' || p.proname LIKE %s
"""
Patch = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Mutant:
    name: str
    red: str
    central: tuple[
        tuple[str, str, str], ...
    ] = ()  # function (LIKE), what stands there, what stands there instead
    seat: Patch = lambda patch: None
    before: str = ""

    def patch_central(self, place) -> None:
        if self.before:
            place.rows(self.before)
        for function, old, new in self.central:
            found = [row["text"] for row in place.rows(DEFINITIONS, function) if old in row["text"]]
            if not found:
                raise LookupError(f"{self.name}: {function} has no {old!r}")
            for text in found:
                place.rows(text.replace(old, new))

    def patch_seat(self, patch: pytest.MonkeyPatch | None = None) -> None:
        self.seat(patch or pytest.MonkeyPatch())


# -- seats --


def _ack_first(patch) -> None:
    def push_all(store, central, epoch, done):
        while ops := store.outbox.waiting():
            store.outbox.settle([Receipt(op.id, Verdict.APPLIED, None) for op in ops])
            central.push(epoch, [op.body for op in ops])

    patch.setattr(round, "_push_all", push_all)


def _no_version_guard(patch) -> None:
    here = inbox.here
    patch.setattr(inbox, "here", lambda *given: replace(here(*given), versions={}))


def _cursor_over_unsettled(patch) -> None:
    receive = Feed.receive

    def blind(self, page, *noted):
        settled = tuple(i._replace(settled=True) for i in page.images)
        return receive(self, replace(page, images=settled), *noted)

    patch.setattr(Feed, "receive", blind)


def _cursor_apart(patch) -> None:
    receive = Feed.receive

    def early(self, page, *noted):
        firm = [image for image in page.images if image.settled]
        with self._door.write(background=True) as connection:
            feed._move(connection, firm)
        return receive(self, page, *noted)

    patch.setattr(Feed, "receive", early)


def _nothing_on_top(patch) -> None:
    patch.setattr(inbox, "_with_own", lambda one, found: one)


def _refused_left_standing(patch) -> None:
    patch.setattr(inbox, "let_go", lambda connection, ops: [])


def _answered_not_on_top(patch) -> None:
    patch.setattr(inbox, "_OWN", inbox._OWN.replace("'acked', 'conflict'", "'none'"))


def _resend_one_late(patch) -> None:
    resend = Outbox.resend_after
    patch.setattr(Outbox, "resend_after", lambda self, n: resend(self, n + 1))


def _versions_kept(patch) -> None:
    patch.setattr(Feed, "_forget_versions", lambda self, table: None)


def _head_not_looked_at(patch) -> None:
    hello = postgres.PostgresCentral.hello
    beyond = Cursor(1 << 60, 0)
    patch.setattr(postgres.PostgresCentral, "hello", lambda *given: replace(hello(*given), head=beyond))


def _feed_from_the_head(patch) -> None:
    hello = postgres.PostgresCentral.hello

    def late(*given):
        told = hello(*given)
        return replace(told, mark=told.head)

    patch.setattr(postgres.PostgresCentral, "hello", late)


def _number_apart(patch) -> None:
    of_engine: dict = {}  # gone with the process

    def late(self, prefix):
        key = (prefix, self._known("seat_code"))
        given_out = of_engine.setdefault(self._connection.engine, {})
        query = "SELECT last FROM series WHERE prefix = ? AND seat_code = ?"
        stored = self._connection.exec_driver_sql(query, key).scalar() or 0
        last = max(stored, given_out.get(key, 0))
        self._connection.exec_driver_sql(tables.PUT_SERIES, (*key, last))
        given_out[key] = last + 1
        return last + 1

    patch.setattr(Writer, "_next_in_series", late)


class _Apart:
    """A connection on which ops do not go yet."""

    def __init__(self, connection: sa.Connection, ops: list) -> None:
        self._connection, self._ops = connection, ops

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def exec_driver_sql(self, query, *told):
        if query == tables.PUT_OP:
            return self._ops.append(told)
        return self._connection.exec_driver_sql(query, *told)


def _op_apart(patch) -> None:
    whole = Store.write

    @contextmanager
    def write(self, *, background=False):
        ops: list = []
        with whole(self, background=background) as writer:
            writer._connection = _Apart(writer._connection, ops)
            yield writer
        with self._door.write() as connection:
            for told in ops:
                connection.exec_driver_sql(tables.PUT_OP, *told)

    patch.setattr(Store, "write", write)


def _poison_forgotten(patch) -> None:
    def void(store, central, epoch, op, refused):
        return [Receipt(op.id, Verdict.REJECTED)]

    patch.setattr(round, "_void", void)


def _whole_batch_voided(patch) -> None:
    def part(store, central, epoch, ops, refused, done):
        return all(
            round._settle(store, [op], round._void(store, central, epoch, op, refused), done) for op in ops
        )

    patch.setattr(round, "_part", part)


# -- all of them --

SEATS = (
    Mutant("acknowledged before central committed", "lost_answer", seat=_ack_first),
    Mutant("no version guard", "lower_xid_higher_version", seat=_no_version_guard),
    Mutant("cursor moved by unsettled images", "late_commit", seat=_cursor_over_unsettled),
    Mutant("cursor and rows in two transactions", "crash_in_a_page", seat=_cursor_apart),
    Mutant("own waiting changes not laid on top", "waiting_on_top", seat=_nothing_on_top),
    Mutant("own answered changes not laid on top", "answered_on_top", seat=_answered_not_on_top),
    Mutant("refused changes left standing", "refused", seat=_refused_left_standing),
    Mutant("resend off by one", "central_lost_its_end", seat=_resend_one_late),
    Mutant("versions of the old timeline kept", "restored", seat=_versions_kept),
    Mutant("a head behind the cursor not noticed", "restored_in_silence", seat=_head_not_looked_at),
    Mutant(
        "feed begins at the head after a first sync", "first_sync_beside_a_writer", seat=_feed_from_the_head
    ),
    Mutant("number noted with the next action", "killed_between_numbers", seat=_number_apart),
    Mutant("row and op in two transactions", "killed_writing", seat=_op_apart),
    Mutant("poison dropped at the seat", "poison", seat=_poison_forgotten),
    Mutant("the whole batch voided for one", "poison", seat=_whole_batch_voided),
)
CENTRALS = (
    Mutant("seat row not locked", "two_at_once", (("cc.my_seat_locked", "FOR UPDATE", ""),)),
    Mutant("no replay answer", "said_twice", (("api.push%", "l.op_id = (t.o ->> 'op')::uuid", "false"),)),
    Mutant("gap not noticed", "gap", (("api.push%", "n > s.last_seq + 1", "false"),)),
    Mutant("epoch not compared", "wrong_epoch", (
        ("cc.expect_epoch", "IS DISTINCT FROM p_epoch", "IS NULL"),
    )),
    Mutant("base of another timeline trusted", "another_timeline", (
        ("cc.merge_op", "b := least(b, w.epoch_ver)", "b := b"),
    )),
    Mutant("base ignored", "all_rules", (
        ("cc.merge_op", "nv := w.ver + 1;", "nv := w.ver + 1; b := w.ver;"),
    )),
    Mutant("one's own earlier change counts as another's", "all_rules", (
        ("cc.merge_op", "(stamp ->> 0)::int > b AND (stamp ->> 1)::int <> seat,", "(stamp ->> 0)::int > b,"),
    )),
    Mutant("conflict not written", "all_rules", (
        ("cc.merge_op", "IF m.verdict IN ('lost', 'won')", "IF false"),
    )),
    Mutant("set_wins ignored", "all_rules", (("cc.merge", "rule = 'set_wins'", "false"),)),
    Mutant("lead_wins ignored", "all_rules", (("cc.merge", "rule = 'lead_wins'", "false"),)),
    Mutant("every session a lead's", "all_rules", (
        ("cc.merge_op", "((q).session).confirmed AND ((q).session).role IN (", "true OR 'lead' IN ("),
    )),
    Mutant("immutable ignored", "all_rules", (("cc.merge", "rule = 'first_wins' AND", "false AND"),)),
    Mutant("max_rank reversed", "all_rules", (("cc.merge_rank", "rn > rc", "rn < rc"),)),
    Mutant("nothing goes back", "all_rules", (("cc.merge_rank", "data -> 'back' = 'true'", "false"),)),
    Mutant("all goes back", "all_rules", (("cc.merge_rank", "data -> 'back' = 'true'", "true"),)),
    Mutant("latest text reversed", "all_rules", (("cc.merge_rank", '"C" > (', '"C" < ('),)),
    Mutant("append replaces", "all_rules", (
        ("cc.merge", "cc.union_of(cur, new)", "new"), ("cc.after_of_any", "cc.union_of(cur, value)", "value"),
    )),
    Mutant("nobody else's change looked for", "all_rules", (
        ("cc.after_of_any", "WHEN others OR rule", "WHEN rule"),
    )),
    Mutant("immutable ignored where all goes at once", "all_rules", (
        ("cc.after_of_any", """ AND NOT data @> '{"immutable": true}'""", ""),
    )),
    Mutant("change not told where all goes at once", "all_rules", (
        ("cc.take_easy", "WHERE a.told", "WHERE a.ver % 5 <> 0"),
    )),
    Mutant("stamps not renewed", "all_rules", (("cc.merge_op", "w.fv := jsonb_set", "stamp := jsonb_set"),)),
    Mutant("change not told", "all_rules", (
        ("cc.merge_op", "IF w.body ?&", "IF nv % 5 <> 0 AND w.body ?&"),
    )),
    Mutant("chain without the hash before", "chains", (
        ("cc.take", "s.chain || sha256(", "sha256("), ("cc.take_plain", "chain || sha256(", "sha256("),
        ("cc.take_easy", "chain || sha256(", "sha256("),
    )),
    Mutant("void without its body", "poison", (
        ("cc.take", "o ->> 'sqlstate', b)", "o ->> 'sqlstate', '{}')"),
    )),
    Mutant("xids ordered as text", "ten_thousand", (
        ("api.pull%", "ORDER BY c.xid,", 'ORDER BY c.xid::text COLLATE "C",'),
    )),
    Mutant("all images settled", "late_commit", (("api.pull%", "c.xid < (SELECT wm.x FROM wm)", "true"),)),
    Mutant("watermark of what comes next", "late_commit", (
        ("api.pull%", "pg_snapshot_xmin", "pg_snapshot_xmax"),
    )),
    Mutant("feed read by seq alone", "lower_seq_higher_xid", (
        ("api.pull%", "(c.xid, c.seq) > (p_xid, p_seq)", "c.seq > p_seq"),
        ("api.pull%", "ORDER BY c.xid, c.seq", "ORDER BY c.seq"),
    )),
    Mutant("departments not kept apart", "two_departments", (
        ("api.pull%", "AND c.scope = ANY (s.scopes)", ""),
    )),
    Mutant("made for everyone", "two_departments", (("cc.take_plain", "s.scopes[1]", "0"),)),
    Mutant("made for everyone, one by one", "two_departments", (
        ("cc.my_scope", "x.scopes[1]", "0"),
    )),
    Mutant("watermark in a later statement", "watermark", (
        ("api.pull%", "c.xid < (SELECT wm.x FROM wm)", "cc.is_settled_later(c.xid)"),
    ), before="""
        CREATE FUNCTION cc.is_settled_later(x xid8) RETURNS bool LANGUAGE plpgsql VOLATILE AS
        $$ BEGIN PERFORM pg_sleep(0.3); RETURN x < pg_snapshot_xmin(pg_current_snapshot()); END $$;
        ALTER FUNCTION cc.is_settled_later OWNER TO cc_owner;
        GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(float8) TO cc_owner
    """),
)  # fmt: skip
MUTANTS = {mutant.name: mutant for mutant in (*SEATS, *CENTRALS)}

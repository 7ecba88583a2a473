"""What comes from central: pages of images and the cursor, applied together."""

import json
from collections import deque
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain

import sqlalchemy as sa

from app.records.ids import Id, new_id
from app.records.ops import Cursor, Hello, Image, Page, Welcome
from app.store import chain as chains
from app.store import inbox, tables
from app.store.changes import Changes
from app.store.clock import Clock, is_vouched
from app.store.door import BATCH, Door
from app.store.fill import Filling
from app.store.outbox import again_after
from app.store.slots import RECOVERY
from app.store.writer import meta_of

_STEP = 25  # rows between two looks whether the window wants to write
_VOUCHED_AGAIN = timedelta(hours=1)  # no write for every hello
_CLOCK_STEP_MS = 1000  # a smaller change of the clock's offset is not worth a write

_AGENTS, _SESSIONS = tables.KINDS["agent"], tables.KINDS["session"].table


class Feed:
    def __init__(self, door: Door, changes: Changes, clock: Clock) -> None:
        self._door, self._changes, self._clock = door, changes, clock
        self._greeted = False  # central knows the token of this start
        self._asked, self._said = clock.now(), ("", "")  # the last hello: when, and by what tokens

    # -- who and where we are --

    def epoch(self) -> str:
        """Return the epoch of central this file follows; empty before the first hello."""
        return self._meta().get("epoch", "")

    def cursor(self) -> Cursor:
        return _cursor(self._meta())

    def install(self) -> str:
        return self._meta()["install"]

    def generation(self) -> int:
        return int(self._meta()["generation"])

    def seat_code(self) -> str:
        return self._meta()["seat_code"]

    def hello(self) -> Hello:
        """Return what this seat says when it comes, all of one moment.

        At each start it brings a new token, on disk before central hears of it: where the answer is lost,
        the same goes again.
        """
        if not self._greeted:
            self._take_token()
        with self._door.read() as connection:
            meta = meta_of(connection)
            last = connection.exec_driver_sql("SELECT max(n) FROM outbox").scalar() or 0
        token, fresh = meta.get("token", ""), meta.get("token_next", "")
        self._asked, self._said = self._clock.now(), (token, fresh or token)
        return Hello(
            meta["install"], meta.get("was", ""), token, fresh or token,
            int(meta.get("first_n") or 1), last, chains.head_of(meta),
        )  # fmt: skip

    def _take_token(self) -> None:
        # Read and written in one transaction: two processes of one seat that start at once take the same.
        with self._door.write(background=True) as connection:
            if not meta_of(connection).get("token_next"):
                connection.exec_driver_sql(tables.PUT_META, ("token_next", new_id()))

    def part(self) -> None:
        """Go on as an install of its own: another copy of this file has gone on as the one it was.

        What waits to leave is the first of the new one; central then gives the seat another code. Where
        another process of this very file has said hello meanwhile, nothing happens: it was that one's token.
        """
        with self._door.write(background=True) as connection:
            meta = meta_of(connection)
            token = meta.get("token", "")
            if self._said != (token, meta.get("token_next") or token):
                return
            query = "SELECT coalesce(min(n) FILTER (WHERE state = 'pending'), max(n) + 1, 1) FROM outbox"
            first = connection.exec_driver_sql(query).scalar()
            told = {"install": new_id(), "was": meta["install"], "first_n": str(first)}
            told |= {"token": "", "token_next": "", "sent_n": "0"}
            connection.exec_driver_sql(tables.PUT_META, list(told.items()))
            connection.execute(sa.delete(tables.blocks))  # the other copy uses them
            chains.forget(connection)
        self._greeted = False

    def welcomed(self, welcome: Welcome, offset_ms: int | None = None) -> None:
        """Keep what central told this seat: code, generation, clock (*offset_ms*: central's minus ours).

        What could not be understood before is tried again, for the program may be newer by now.
        """
        if offset_ms is None:  # central spoke half way between question and answer
            offset_ms = round(
                (welcome.at - (self._asked + (self._clock.now() - self._asked) / 2)).total_seconds() * 1000
            )
        self._clock.vouch()
        meta, now = self._meta(), self._clock.now()
        told = {"seat_code": welcome.seat_code, "generation": str(welcome.generation)}
        told |= {"scopes": welcome.scopes, "series": welcome.series}
        if "scopes_kept" not in meta:
            told["scopes_kept"] = welcome.scopes
        if "fill" not in meta:
            told |= self._begin(meta, welcome)
        if abs(offset_ms - int(meta.get("clock_offset_ms", 0))) >= _CLOCK_STEP_MS:
            told["clock_offset_ms"] = str(offset_ms)
        if not is_vouched(now, meta.get("clock_at", ""), _VOUCHED_AGAIN):
            told["clock_at"] = now.isoformat()
        if welcome.last_n > int(meta.get("sent_n", 0)):
            told["sent_n"] = str(welcome.last_n)
        fresh = {name: value for name, value in told.items() if meta.get(name) != value}
        if fresh or meta.get("token_next"):
            with self._door.write(background=True) as connection:
                if fresh := fresh | self._token_taken(meta_of(connection)):
                    connection.exec_driver_sql(tables.PUT_META, list(fresh.items()))
        self._hear_recovery(welcome.recovery)
        self._greeted = True
        self._retry_skipped()

    def _hear_recovery(self, public: str) -> None:
        told = json.dumps(public)
        with self._door.read() as connection:
            known = connection.exec_driver_sql(tables.SETTING, (RECOVERY,)).scalar() or json.dumps("")
        if told != known:
            with self._door.write(background=True) as connection:
                connection.exec_driver_sql(tables.PUT_SETTING, (RECOVERY, told))
            self._changes.publish(frozenset({RECOVERY}))

    def _token_taken(self, meta: dict[str, str]) -> dict[str, str]:
        """Return what to note of the token central has heard from us; not one that another process of this
        file has taken meanwhile, and not said yet."""
        heard = meta.get("token_next") and meta["token_next"] == self._said[1]
        return {"token": self._said[1], "token_next": ""} if heard else {}

    # -- first sync --

    def _begin(self, meta: dict[str, str], welcome: Welcome) -> dict[str, str]:
        """Return what to keep as the first sync begins: the feed goes on from the moment before it."""
        filling = Filling.begun(self._clock.now())
        if _cursor(meta) == Cursor():
            at = min(welcome.head, welcome.mark)  # never ahead of central's own head: that means a restore
            return {"cursor": f"{at.xid} {at.seq}", "fill": filling.text}
        filling.came_all()
        return {"fill": filling.text}

    def filling(self) -> Filling:
        """Return how far the first sync is."""
        return Filling(self._meta().get("fill", ""))

    def fill(self, page: Page, filling: Filling) -> None:
        """Take a *page* of the first sync in, and note with its last rows that it came."""
        self.receive(page, ("fill", filling.text))
        if filling.has_all(_AGENTS.name) and all(image.kind == _AGENTS.name for image in page.images[:1]):
            self._forget_agents()  # their last page; those of other kinds tell nothing of them

    def _forget_agents(self) -> None:
        """Let go of those central does not have: made after the backup it was restored from."""
        unknown = f"FROM {_AGENTS.table.name} WHERE version = 0"
        with self._door.read() as connection:
            if not connection.exec_driver_sql(f"SELECT 1 {unknown}").scalar():
                return
        with self._door.write(background=True) as connection:
            connection.exec_driver_sql(f"DELETE {unknown}")
        self._changes.publish(frozenset({_AGENTS.name}))

    # -- images --

    def receive(self, page: Page, note: tuple[str, str] | None = None) -> int:
        """Apply *page*, rows and cursor in one transaction for every 200, or for fewer where the window
        waits to write; return how many rows changed. *note*: a word of meta that is true with the last.

        Only settled images move the cursor, and none past one that is not.
        """
        settled = next((i for i, image in enumerate(page.images) if not image.settled), len(page.images))
        firm, count, start = page.images[:settled], 0, 0
        # A cursor may pass an older image before the newer one is in: that one still lies ahead of it.
        counts = inbox.newest(page.images)
        ready: deque[list[inbox.Prepared]] = deque()
        while start < len(page.images) or note:
            self._prepare(page.images[start : start + BATCH], counts, ready)
            taken: list[Image] = []
            end = start
            with self._door.write(background=True) as connection:
                found = inbox.here(connection, chain(*ready))
                while ready and not (end > start and self._door.is_awaited):
                    taken += inbox.apply(connection, ready.popleft(), found)
                    end += _STEP
                _move(connection, firm[start:end])
                if note and end >= len(page.images):
                    connection.exec_driver_sql(tables.PUT_META, note)
                    note = None
            start = end
            count += len(taken)
            self._changes.publish(frozenset(image.kind for image in taken))
        return count

    def _prepare(
        self, images: Sequence[Image], counts: dict[tuple[str, Id], Image], ready: deque[list[inbox.Prepared]]
    ) -> None:
        """Make *images* ready in steps, but for the first ones that are it already."""
        for at in range(len(ready) * _STEP, len(images), _STEP):
            self._door.give_way()
            ready.append(inbox.prepare(images[at : at + _STEP], counts))

    def restart(self, epoch: str, last_n: int) -> None:
        """Follow a new *epoch*: central was restored and has this install's ops up to *last_n* only.

        The rest goes again, and every record is taken anew; of what seats write nothing is dropped.
        """
        for kind in tables.KINDS.values():
            self._forget_versions(kind.table.name)
        meta = [("epoch", epoch), ("cursor", "0 0"), ("sent_n", str(last_n))]
        with self._door.write(background=True) as connection:
            connection.execute(again_after(last_n))
            connection.execute(sa.delete(tables.inbox_skipped))
            # Central made them, or said so much of them: those it still has come with the first sync, and
            # a session opened at a seat once more from there.
            connection.execute(sa.delete(tables.KINDS["conflict"].table))
            connection.execute(sa.delete(_SESSIONS).where(_SESSIONS.c.confirmed))
            connection.exec_driver_sql("DELETE FROM meta WHERE name = 'fill'")
            connection.exec_driver_sql("UPDATE blobs SET sent = 0")
            chains.forget(connection)
            connection.exec_driver_sql(tables.PUT_META, meta)
        self._changes.publish(frozenset({"outbox"}))

    def _forget_versions(self, table: str) -> None:
        # In small steps, so that the window can write between them: a version of 0 takes any image and
        # at worst reports a conflict too many, so a crash half way does no harm.
        with self._door.read() as connection:
            last = connection.exec_driver_sql(f'SELECT max(rowid) FROM "{table}"').scalar() or 0  # noqa: S608
        for start in range(0, last, BATCH):
            with self._door.write(background=True) as connection:
                connection.exec_driver_sql(
                    f'UPDATE "{table}" SET version = 0 WHERE rowid > ? AND rowid <= ?',  # noqa: S608
                    (start, start + BATCH),
                )

    def _retry_skipped(self) -> None:
        with self._door.read() as connection:
            query = sa.select(tables.inbox_skipped).where(
                tables.inbox_skipped.c.kind.in_(tuple(tables.KINDS))
            )
            waiting = [inbox.image_of(row) for row in connection.execute(query.limit(BATCH))]
        if waiting:
            prepared = inbox.prepare(waiting, inbox.newest(waiting))
            with self._door.write(background=True) as connection:
                taken = inbox.apply(connection, prepared, inbox.here(connection, prepared))
            self._changes.publish(frozenset(image.kind for image in taken))

    def _meta(self) -> dict[str, str]:
        with self._door.read() as connection:
            return meta_of(connection)


def _cursor(meta: dict[str, str]) -> Cursor:
    xid, _, seq = meta.get("cursor", "0 0").partition(" ")
    return Cursor(int(xid), int(seq))


def _move(connection: sa.Connection, settled: tuple[Image, ...]) -> None:
    at = _cursor(meta_of(connection))
    furthest = max((image.at for image in settled), default=at)
    if furthest > at:
        connection.exec_driver_sql(tables.PUT_META, ("cursor", f"{furthest.xid} {furthest.seq}"))

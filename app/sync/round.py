"""One round on the road: say hello, all out, then all in."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from app.records.ids import Id
from app.records.ops import Op, Page, Receipt, Verdict, Welcome
from app.store.fill import Step
from app.store.store import Store
from app.sync.port import Central, CentralAway, Copied, DataRefused, EpochChanged, Gap

BATCH = 200
PAGE = 400
_FILLED = 25  # pages of the rest of a first sync in one round: what is typed meanwhile goes out between
_WHY_LENGTH = 200
_OF_MANY = ("54", "CC")  # too much at once: each of them alone may be as good as any


@dataclass(slots=True)
class Round:
    """What went over the road."""

    pushed: int = 0
    pulled: int = 0
    conflicts: int = 0
    rejected: int = 0
    code: str = ""  # the seat's new one, where it was found to be a copy


def run_round(store: Store, central: Central) -> Round:
    """Raises CentralTrouble, but for what it can see to itself; what was done until then stays done."""
    done, code = Round(), store.feed.seat_code()
    store.erasures.blot()  # what was begun before, be central there or not
    for _ in range(3):
        try:
            welcome = _greet(store, central)
            _push_all(store, central, welcome.epoch, done)
            _lease(store, central, welcome.epoch)
            _rescope(store, central, welcome.epoch)
            _fill(store, central, welcome.epoch, done)
            _pull_all(store, central, welcome.epoch, done)
            if erased := store.erasures.blot():
                store.erasures.told(central.erased(erased))
            if done.pushed:
                central.pulse()
        except EpochChanged:
            continue
        except Copied:
            store.feed.part()
            continue
        except Gap as gap:
            store.outbox.resend_after(gap.last_n)
            continue
        if store.feed.seat_code() != code:
            done.code = store.feed.seat_code()
        return done
    raise CentralAway("central keeps contradicting itself")


def _greet(store: Store, central: Central) -> Welcome:
    feed, outbox = store.feed, store.outbox
    welcome = central.hello(feed.hello())
    # A head behind our cursor: restored from a backup by somebody who forgot the new epoch.
    if welcome.epoch != feed.epoch() or welcome.head < feed.cursor():
        feed.restart(welcome.epoch, welcome.last_n)
    feed.welcomed(welcome)
    next_out = next((op.n for op in outbox.waiting(1)), outbox.last_n() + 1)
    if next_out > welcome.last_n + 1:
        outbox.resend_after(welcome.last_n)
    return welcome


def _push_all(store: Store, central: Central, epoch: str, done: Round) -> None:
    """Batch by batch; while central takes one, the answers to the one before are noted.

    Where the noting fails, central has more than the file knows: sent that again, it answers the same.
    """
    ops = store.outbox.waiting(BATCH)
    answered: tuple[Sequence[Op], Sequence[Receipt]] = ((), ())
    with ThreadPoolExecutor(1, "push") as road:
        while ops:
            sending = road.submit(central.push, epoch, [op.body for op in ops])
            whole = _settle(store, *answered, done)
            after = store.outbox.waiting(BATCH, ops[-1].n)
            try:
                answered = ops, sending.result()
            except DataRefused as refused:
                answered = (), ()
                whole &= _part(store, central, epoch, ops, refused, done)
            ops = after if whole else []
    _settle(store, *answered, done)


def _part(
    store: Store, central: Central, epoch: str, ops: Sequence[Op], refused: DataRefused, done: Round
) -> bool:
    """Send *ops*, refused as a whole, but for those central cannot read, which are voided.

    The first *doubt* of them hold such a one: half of those at a time, until it stands alone. Behind it as
    many go at once as seem to be good. Returns False if central left an op without an answer.
    """
    doubt, went, step, tried = len(ops), 0, 1, len(ops)
    while ops:
        if doubt == 1 and (tried == 1 or not refused.sqlstate.startswith(_OF_MANY)):
            receipts, size = _void(store, central, epoch, ops[0], refused), 1
            went, step = 0, 2 * went or 1
        else:
            size = (doubt + 1) // 2 or min(step, len(ops))
            try:
                receipts = central.push(epoch, [op.body for op in ops[:size]])
            except DataRefused as again:
                refused, doubt, tried = again, size, size
                continue
            went, step = went + size, 2 * step
        if not _settle(store, ops[:size], receipts, done):
            return False
        ops, doubt = ops[size:], max(doubt - size, 0)
    return True


def _void(store: Store, central: Central, epoch: str, op: Op, refused: DataRefused) -> list[Receipt]:
    voided = store.outbox.void(op, refused.text[:_WHY_LENGTH], refused.sqlstate)
    try:
        return central.push(epoch, [voided.body])
    except DataRefused as again:
        raise CentralAway("central does not even take the void") from again


def _settle(store: Store, ops: Sequence[Op], receipts: Sequence[Receipt], done: Round) -> bool:
    sent: set[Id] = {op.id for op in ops}
    answers = [receipt for receipt in receipts if receipt.op in sent]
    store.outbox.settle(answers)
    done.pushed += len(answers)
    done.conflicts += sum(r.verdict is Verdict.CONFLICT for r in answers)
    done.rejected += sum(r.verdict is Verdict.REJECTED for r in answers)
    return {r.op for r in answers} == sent


def _lease(store: Store, central: Central, epoch: str) -> None:
    """Have two blocks of each run of numbers here, and another when three tenths of the first are left."""
    while newest := store.blocks.wanted():
        block = central.lease(epoch, newest)
        if block is None:
            return
        store.blocks.keep(block)


def _rescope(store: Store, central: Central, epoch: str) -> None:
    """Where this seat was given other scopes: let go of what it sees no more, which central has by now."""
    if not store.scopes.have_changed():
        return
    for kind, ids in store.scopes.pages():
        if gone := central.gone(epoch, kind, ids):
            store.scopes.drop(kind, gone)
    store.scopes.settle()


def _fill(store: Store, central: Central, epoch: str, done: Round) -> None:
    """Bring what a first sync still lacks: all that is recent, and of the rest a part; as in a pull, the
    next page is on its way while one is taken in."""
    filling = store.feed.filling()
    with ThreadPoolExecutor(1, "fill") as road:

        def ask(step: Step | None, pages: int) -> Future[Page] | None:
            if step is None or not (step.is_recent or pages < _FILLED):
                return None
            return road.submit(central.fill, epoch, step.kind, step.before, PAGE)

        step, pages = filling.next(), 0
        asked = ask(step, pages)
        while step and asked:
            page = asked.result()
            filling.came(step.kind, page.images, more=page.more)
            step, pages = filling.next(), pages + 1
            asked = ask(step, pages)
            store.feed.fill(page, filling)
            done.pulled += len(page.images)


def _pull_all(store: Store, central: Central, epoch: str, done: Round) -> None:
    """Page by page, the next one on its way while one is taken in.

    Rows that are not settled are applied too, but nothing follows them.
    """
    page = central.pull(epoch, store.feed.cursor(), PAGE)
    with ThreadPoolExecutor(1, "pull") as road:
        while True:
            firm = [image.at for image in page.images if image.settled]
            on = road.submit(central.pull, epoch, firm[-1], PAGE) if page.more and firm else None
            store.feed.receive(page)
            done.pulled += len(page.images)
            if on is None:
                return
            page = on.result()

"""What lies at a seat of somebody central erased: kept papers, notes, drafts, what was not understood."""

import json
from hashlib import sha256

import pytest

from app.records.attachments import Attachment
from app.records.customers import Customer
from app.records.ids import Id, new_id
from app.records.ops import Cursor, Image, Page, Receipt, Verdict
from app.store import engine, said, upgrade
from app.store.engine import Key, connect
from app.store.erasure import Rule

NAME, PHONE = "赵铁柱", "+8613912345678"
KEPT = {
    "customer": (["created_at", "seen_at"], {"name": "", "phones": [], "addresses": []}),
    "call": (
        ["number", "channel", "form", "form_version", "started_at", "saved_at", "first_taker", "handler"],
        {},
    ),
    "order": (["number", "case", "form", "form_version", "team", "state", "ordered_at", "ordered_by"], {}),
    "slip": (["number", "order", "void", "prints"], {}),
    "attachment": (["of", "record", "media", "by", "at", "entered_at", "size"], {"name": "", "sha": ""}),
}


@pytest.fixture
def erase(store):
    """Let central's word come: these ids of each kind."""

    def come(**ids: list[Id]) -> list[str]:
        kinds = [
            {"kind": kind, "kept": kept, "blank": blank, "ids": ids.get(kind, [])}
            for kind, (kept, blank) in KEPT.items()
        ]
        body = json.dumps({"at": "2026-03-02T09:00:00.000000+00:00", "kinds": kinds})
        with store._door.write() as connection:
            connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES ('epoch', 'e1')")
        store.feed.receive(Page((Image("erasure", new_id(), 1, body, Cursor(9, 9), settled=True),)))
        return [erasure.id for erasure in store.erasures.blot()]

    return come


def taken(store, verdict=Verdict.APPLIED, reason=""):
    store.outbox.settle([Receipt(op.id, verdict, 1, (), reason) for op in store.outbox.waiting()])


def learn(store):
    while store.said.learn(lambda call: call.answers.get("request", "")):
        pass


def rows(store, query):
    with store._door.read() as connection:
        return connection.exec_driver_sql(query).all()


def test_of_an_op_that_was_sent_its_hash_stays_and_no_salt_to_guess_by(store, make, erase):
    customer = make.customer(name=NAME, phones=(PHONE,))
    with store.write() as to:
        to.put(customer)
    (sent,) = store.outbox.waiting()
    taken(store)
    assert erase(customer=[customer.id])
    ((body, hashed),) = rows(store, "SELECT body, body_hash FROM outbox")
    assert hashed == sha256(sent.body.encode()).hexdigest()
    told = json.loads(body)
    assert told.keys() == json.loads(sent.body).keys() - {"salt"}
    assert (told["op"], told["n"], told["patch"]["name"]) == (sent.id, 1, "")
    assert NAME not in body
    # Sent anew after a restore of central, what is left goes, and counts.
    store.outbox.resend_after(0)
    (again,) = store.outbox.waiting()
    assert again.body == body
    assert rows(store, "SELECT body_hash FROM outbox") == [(None,)]


def test_what_waits_is_left_as_it_may_have_been_sent(store, make, erase):
    customer = make.customer(name=NAME)
    with store.write() as to:
        to.put(customer)
    before = store.outbox.waiting()
    assert erase(customer=[customer.id]) == []
    assert store.outbox.waiting() == before
    assert store.get(Customer, customer.id).name == ""
    taken(store)
    assert len(store.erasures.blot()) == 1
    assert NAME not in repr(rows(store, "SELECT * FROM outbox"))


def test_a_poisoned_op_leaves_neither_its_words_nor_why_it_was_not_read(store, make, erase):
    call = make.call(answers={"name": NAME})
    with store.write() as to:
        to.put(call)
    with store._door.write() as connection:  # no JSON at all
        connection.exec_driver_sql("UPDATE outbox SET body = '{' || body")
    store.outbox.void(store.outbox.waiting()[0], f"invalid: {NAME}", "22P02")
    (sent,) = store.outbox.waiting()
    taken(store, Verdict.REJECTED, f"invalid: {NAME}")
    (refused,) = store.outbox.problems()
    assert erase(call=[call.id])
    assert NAME not in repr(rows(store, "SELECT * FROM outbox"))
    assert rows(store, "SELECT body_hash FROM outbox") == [(sha256(sent.body.encode()).hexdigest(),)]
    assert store.outbox.problems() == []  # and wants nobody any more
    store.outbox.refused(refused.op)
    store.outbox.resend_after(0)
    told = json.loads(store.outbox.waiting()[0].body)
    assert (told["op"], told["n"], told["k"], told["why"]) == (sent.id, sent.n, "void", "erased")


def test_what_was_not_understood_a_draft_and_a_note_go_too(store, make, erase):
    call, other = make.call(answers={"name": NAME}), make.call(answers={"name": "王"})
    with store.write() as to:
        to.put(call)
        to.put(other)
        to.save_draft(make.draft(id=call.id, answers={"name": NAME}))
        to.save_draft(make.draft(id=other.id, answers={"name": "王"}))
    taken(store)
    op = rows(store, "SELECT op FROM outbox ORDER BY n")
    for (each,) in op:
        store.outbox.close(each, "a", f"问过 {NAME}")
    broken = make.call_body(form_version="x", **{"a.name": NAME})
    store.feed.receive(Page((make.image(broken, record=call.id, version=7, at=Cursor(1, 7)),)))
    assert rows(store, "SELECT count(*) FROM inbox_skipped") == [(1,)]
    assert erase(call=[call.id])
    assert NAME not in repr(rows(store, "SELECT * FROM inbox_skipped"))
    assert NAME not in repr(rows(store, "SELECT * FROM outbox"))
    assert [draft.id for draft in store.drafts.all()] == [other.id]
    assert sorted(rows(store, "SELECT note FROM seen_to")) == [("",), (f"问过 {NAME}",)]


def test_a_number_somebody_else_has_too_still_finds_them(store, make, erase):
    gone, stays = (
        make.customer(name=name, phones=(PHONE, more))
        for name, more in (("甲", "+8675512345678"), ("乙", "5555"))
    )
    with store.write() as to:
        to.put(gone)
        to.put(stays)
    taken(store)
    assert erase(customer=[gone.id])
    assert [each.id for each in store.customers("5678")] == [stays.id]
    assert rows(store, "SELECT DISTINCT digits FROM phone_parts ORDER BY 1") == [("5555",), (PHONE[1:],)]


def test_kept_slips_and_copies_of_the_file_go(store, make, erase, path):
    mine, others = make.slip(number="PA03-00007-K"), make.slip(number="PA03-00008-X")
    with store.write() as to:
        to.put(mine)
        to.put(others)
    taken(store)
    folder = path.with_name("slips")
    folder.mkdir()
    names = {
        "PA03-00007-K": False, "PA03-00007-K-2": False, "PA03-00007-K-PA03-00008-X-2": False,
        "PA03-00001-A-PA03-00009-B-9": False,              # it may be among the nine
        "PA03-00001-A-P-00009-B-9": False, "P-00001-A-P-1-00009-B-9": False,
        "PA03-00008-X": True, "PA03-00008-X-1": True, "PA03-00001-A-PA03-00008-X-2": True, "其他": True,
    }  # fmt: skip
    for name in names:
        (folder / f"{name}.pdf").touch()
    path.with_name("seat.db.0005.old").touch()
    assert erase(slip=[mine.id])
    assert {name: (folder / f"{name}.pdf").exists() for name in names} == names
    assert not path.with_name("seat.db.0005.old").exists()


def test_what_cannot_be_removed_now_is_not_said_to_be_gone(store, make, erase, path, monkeypatch):
    slip = make.slip(number="PA03-00007-K")
    with store.write() as to:
        to.put(slip)
    taken(store)
    paper = path.with_name("slips") / "PA03-00007-K.pdf"
    paper.mkdir(parents=True)  # as good as open in another program
    assert erase(slip=[slip.id]) == []
    paper.rmdir()
    assert len(store.erasures.blot()) == 1


def test_once_central_has_heard_nothing_more_is_done_until_it_is_another(store, make, erase):
    customer = make.customer(name=NAME)
    with store.write() as to:
        to.put(customer)
    taken(store)
    (id,) = erase(customer=[customer.id])
    store.erasures.told([])
    assert [erasure.id for erasure in store.erasures.blot()] == [id]
    store.erasures.told([id])
    assert store.erasures.blot() == []
    store.feed.restart("e2", 1)
    assert [erasure.id for erasure in store.erasures.blot()] == [id]
    store.erasures.told([id])
    store.feed.hello()
    store.feed.part()  # to central it is another seat now
    assert [erasure.id for erasure in store.erasures.blot()] == [id]


def test_a_photos_bytes_go_unless_another_has_them_and_so_does_what_was_half_typed(store, clock, erase):
    kept, shared = store.blobs.keep(b"a face"), store.blobs.keep(b"a pipe")
    of = new_id()
    names = [(sha, Id(new_id())) for sha in (kept, shared, shared)]
    with store.write() as to:
        for n, (sha, id) in enumerate(names):
            on = of if n < 2 else new_id()
            to.put(Attachment(id, "case", on, "image/png", NAME, of, clock(), clock(), sha, 6))
        to.set(f"typed {names[0][1]} {of} note", {"text": NAME})
        to.set(f"typed {new_id()} {of} note", {"text": "another's"})
    taken(store)
    assert erase(attachment=[id for _, id in names[:2]])
    assert (store.blobs.read(kept), store.blobs.read(shared)) == (None, b"a pipe")
    left = store.get(Attachment, names[0][1])
    assert (left.name, left.sha) == ("", "")
    assert len(rows(store, "SELECT 1 FROM settings WHERE name LIKE 'typed %'")) == 1


def test_listeners_hear_what_changed_and_only_once(store, make, erase):
    customer = make.customer(name=NAME)
    with store.write() as to:
        to.put(customer)
    taken(store)
    heard = []
    store.changes.listen(heard.append)
    erase(customer=[customer.id])
    store.erasures.blot()
    assert heard == [frozenset({"erasure"}), frozenset({"customer", "outbox"})]


def test_numbers_that_were_on_file_once_go_with_the_upgrade(tmp_path, key, steps_until):
    path = tmp_path / "old.db"
    engine._connect(path, Key(key)).close()
    upgrade.migrate(path, key, tmp_path / "empty.db", steps_until("v0006"))
    raw = connect(path, Key(key))
    at = "2026-03-02T09:00:00.000000+00:00"
    raw.execute("INSERT INTO customers VALUES ('c', '乙', '[\"5555\"]', '[]', ?, ?, 'y', 1, NULL)", (at, at))
    raw.execute("INSERT INTO customer_phones VALUES ('c', '5555')")
    raw.execute("INSERT INTO phone_parts VALUES ('5555', '5555'), ('1391', '13912345678')")
    raw.close()
    upgrade.upgrade(path, key)
    raw = connect(path, Key(key))
    assert raw.execute("SELECT digits FROM phone_parts").fetchall() == [("5555",)]
    raw.close()


def test_what_a_rule_does_not_name_goes():
    rule = Rule(frozenset({"number"}), {"title": ""})
    assert rule.left({"number": "1", "title": "x", "a.new_field": "y"}) == {"number": "1", "title": ""}
    assert rule.left({"title": None}) == {"title": ""}
    for text in ("", "{", "[]", '{"patch": 7}', "[" * 100_000):
        told = json.loads(rule.left_of_op(Id("o"), 3, text))
        assert told == {"op": "o", "n": 3, "k": "void", "why": "erased", "patch": {}}


def test_nothing_that_was_said_leads_to_an_erased_case_any_more(store, make, erase):
    call = make.call(answers={"request": "漏气"})
    case, other = make.case(call=call.id), make.case()
    with store.write() as to:
        for record in (call, case, other):
            to.put(record)
    taken(store)
    store.likely.keep({case.id: ["漏气", "@东湖"], other.id: ["@东湖"]})
    assert set(store.likely.find(["@东湖"], 9)) == {case.id, other.id}
    erase(call=[call.id])
    assert store.likely.find(["漏气", "@东湖"], 9) == [other.id]
    assert rows(store, "SELECT DISTINCT part FROM likely_parts") == [("@东湖",)]
    assert "漏气" not in str(rows(store, "SELECT parts FROM likely"))


def test_no_word_of_an_erased_call_is_left_in_the_text_index(store, make, erase):
    calls = [make.call(answers={"request": f"灶具打不着火 {n}"}) for n in range(60)]
    gone = make.call(answers={"request": "厨房漏气 smell 𬱖䶮"})
    with store.write() as to:
        for call in (*calls, gone):
            to.put(call)
    taken(store)
    learn(store)
    with store._door.read() as connection:
        assert said.find(connection, "漏气 sme", 9) == [gone.id]
    erase(call=[gone.id])
    learn(store)
    with store._door.read() as connection:
        assert said.find(connection, "漏气", 9) == []
        assert len(said.find(connection, "打不着", 99)) == 60
    with store._door.write() as connection:
        connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, said, row)")
        words = set(connection.exec_driver_sql("SELECT term FROM temp.words").scalars())
    assert "打不" in words
    assert not words & {"厨房", "房漏", "漏气", "smell", "𬱖䶮"}
    assert rows(store, "SELECT count(*) FROM said_data WHERE instr(block, CAST('smell' AS BLOB))") == [(0,)]

"""The file: encrypted, or not opened; and every refusal has its own code."""

import gc
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.store import engine, tables
from app.store.engine import Engines, Key, StoreRefused, create, open_engines

PLAIN_HEADER = b"SQLite format 3\0"


def _code(path: Path, key: bytes) -> str:
    with pytest.raises(StoreRefused) as refused:
        open_engines(path, key)
    return refused.value.code


def _pragma(on: sa.Engine, name: str) -> object:
    with on.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_a_new_file_is_encrypted_from_its_first_byte(path):
    assert path.read_bytes()[:16] != PLAIN_HEADER
    assert b"CREATE TABLE" not in path.read_bytes()


def test_what_is_stored_is_readable_in_no_file(store, path, make):
    secret = "13899997777"
    with store.write() as to:
        to.put(make.customer(name="欧阳锋", phones=(secret,)))
        to.save_draft(make.draft(answers={"phone": secret}))
    for file in path.parent.iterdir():
        content = file.read_bytes()
        assert secret.encode() not in content
        assert "欧阳锋".encode() not in content


def test_a_file_that_came_out_plain_is_refused_and_removed(tmp_path, key, monkeypatch):
    monkeypatch.setattr(Key, "pragma", lambda _self: "PRAGMA user_version")
    with pytest.raises(StoreRefused) as refused:
        create(tmp_path / "seat.db", key, install="i", seat_code="A03", generation=1)
    assert refused.value.code == "not_encrypted"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("which", ["write", "read"])
def test_every_connection_keeps_the_promises_of_the_file(engines, which):
    on = getattr(engines, which)
    assert _pragma(on, "journal_mode") == "wal"
    assert _pragma(on, "synchronous") == 2  # FULL
    assert _pragma(on, "foreign_keys") == 1
    assert _pragma(on, "secure_delete") == 1
    assert _pragma(on, "temp_store") == 2  # memory
    assert _pragma(on, "cipher_provider") == "openssl"


def test_a_reading_connection_cannot_write(engines):
    with engines.read.connect() as connection, pytest.raises(sa.exc.DBAPIError, match="readonly"):
        connection.exec_driver_sql("DELETE FROM meta")


def test_a_file_that_is_not_there_is_not_made_by_opening_it(tmp_path, key):
    assert _code(tmp_path / "seat.db", key) == "missing"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_vanished_is_not_made_anew_by_reading_it(path, key):
    engines = open_engines(path, key)
    path.unlink()
    with pytest.raises(StoreRefused) as refused, engines.read.connect():
        pass
    assert refused.value.code == "missing"
    assert not path.exists()
    engines.dispose()


def test_an_existing_file_is_never_made_anew(path, key):
    before = path.read_bytes()
    with pytest.raises(StoreRefused) as refused:
        create(path, key, install="i", seat_code="A03", generation=1)
    assert refused.value.code == "exists"
    assert path.read_bytes() == before


def test_another_key_is_told_from_damage(path, key):
    assert _code(path, bytes(32)) == "wrong_key"
    _flip(path, 100)
    assert _code(path, key) == "damaged"
    assert _code(path, bytes(32)) == "wrong_key"


def test_without_the_key_check_a_file_that_does_not_open_counts_as_damaged(path, key):
    engine.check_path(path).unlink()
    assert _code(path, bytes(32)) == "damaged"
    open_engines(path, key).dispose()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"salt": 1, "mac": 2}', '{"salt": "zz", "mac": ""}', "\0"])
def test_a_broken_key_check_does_not_keep_the_owner_out(path, key, text):
    engine.check_path(path).write_text(text, encoding="utf-8")
    open_engines(path, key).dispose()


def test_the_key_check_tells_nothing_of_the_key(path, key):
    told = engine.check_path(path).read_text("utf-8")
    assert key.hex() not in told
    assert set(engine.json.loads(told)) == {"zuoxi_check", "salt", "mac"}


@pytest.mark.parametrize("keep", [0, 1, 16, 1000, 4096, 5000, 0.5, -4096, -1])
def test_a_truncated_file_is_refused(path, key, keep):
    whole = path.read_bytes()
    length = int(len(whole) * keep) if isinstance(keep, float) else keep if keep >= 0 else len(whole) + keep
    path.write_bytes(whole[:length])
    assert _code(path, key) == "damaged"


def test_a_plain_file_is_refused_as_not_encrypted(tmp_path, path, key):
    path.unlink()
    plain = dbapi2.connect(str(path))
    plain.execute("CREATE TABLE t (a)")
    plain.close()
    assert path.read_bytes()[:16] == PLAIN_HEADER
    assert _code(path, key) == "not_encrypted"
    assert _code(path, bytes(32)) == "not_encrypted"


def test_a_file_of_something_else_is_damaged(path, key):
    path.write_bytes(os.urandom(8192))
    assert _code(path, key) == "damaged"


def test_an_encrypted_file_that_is_not_ours_is_damaged(path, key):
    path.unlink()
    raw = engine._connect(path, Key(key))
    raw.execute("CREATE TABLE t (a)")
    raw.close()
    assert _code(path, key) == "damaged"


@pytest.mark.parametrize(("revision", "code"), [("0000", "older"), ("0900", "newer"), ("9999", "newer")])
def test_tables_of_another_age_are_refused(path, key, revision, code):
    raw = engine.connect(path, Key(key))
    raw.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    raw.close()
    assert _code(path, key) == code


def test_a_newer_file_is_not_touched(path, key):
    raw = engine.connect(path, Key(key))
    raw.execute("UPDATE alembic_version SET version_num = '0999'")
    raw.close()
    before = path.read_bytes()
    assert _code(path, key) == "newer"
    assert path.read_bytes() == before


def test_a_flipped_bit_is_found_when_it_is_read(store, path, make, key):
    with store.write() as to:
        for i in range(300):
            to.put(make.customer(name=f"客户{i}"))
    store.close()
    _flip(path, path.stat().st_size - 3000)
    engines = open_engines(path, key)
    with pytest.raises(StoreRefused) as refused:
        _read_all(engines)
    assert refused.value.code == "damaged"
    engines.dispose()


def _read_all(engines):
    with engine.refusals(), engines.read.connect() as connection:
        for table in tables.metadata.sorted_tables:
            connection.execute(sa.select(table)).all()
        for index in ("ix_customers_lookup", "ix_customers_name"):
            connection.exec_driver_sql(f"SELECT count(name) FROM customers INDEXED BY {index}").all()


def test_a_full_disk_loses_the_save_and_nothing_else(store, engines, make):
    with store.write() as to:
        to.save_draft(make.draft(answers={"request": "漏气"}))
    with engines.write.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(StoreRefused) as refused, store.write() as to:
        to.put(make.customer(addresses=tuple("长" * 4000 for _ in range(20))))
    assert refused.value.code == "full"
    assert store.count(tables.Customer) == 0
    assert store.outbox.state().pending == 0
    assert [d.answers for d in store.drafts.all()] == [{"request": "漏气"}]
    with engines.write.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    with store.write() as to:
        to.put(make.customer())
    assert store.count(tables.Customer) == 1


def test_a_folder_that_is_a_file_cannot_hold_a_store(tmp_path, key):
    (tmp_path / "data").write_text("", encoding="utf-8")
    with pytest.raises(StoreRefused) as refused:
        create(tmp_path / "data" / "seat.db", key, install="i", seat_code="A03", generation=1)
    assert refused.value.code == "unwritable"


_OPEN_AS_NOBODY = """
import os, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from app.store.engine import StoreRefused, create, open_engines
if len(sys.argv) > 3:
    os.setgid(65534)
    os.setuid(65534)
for act in (
    lambda: open_engines(Path(sys.argv[1]), bytes(range(32))).dispose(),
    lambda: create(Path(sys.argv[1] + "x"), bytes(32), install="i", seat_code="A", generation=1),
):
    try:
        act()
        print("opened")
    except StoreRefused as refused:
        print(refused.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
@pytest.mark.parametrize("mode", [0o444, 0o644])
def test_a_folder_or_file_only_for_reading_is_found_when_it_is_opened(key, mode):
    """Really without the right to write: in a child that has given up being root."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        create(folder / "seat.db", key, install="inst-1", seat_code="A03", generation=1)
        for file in folder.iterdir():
            file.chmod(mode)
        folder.chmod(0o777 if mode == 0o444 else 0o555)
        asroot = ["root"] if os.geteuid() == 0 else []
        repo = str(Path(__file__).parents[2])
        done = subprocess.run(
            [sys.executable, "-c", _OPEN_AS_NOBODY, str(folder / "seat.db"), repo, *asroot],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        folder.chmod(stat.S_IRWXU)
    opening, making = done.stdout.split() or pytest.skip(f"no child without rights: {done.stderr[-200:]}")
    assert opening == "unwritable"
    assert making == ("opened" if mode == 0o444 else "unwritable")


def test_a_file_another_program_keeps_locked_is_busy(engines, store, path, key, make, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    other = engine.connect(path, Key(key))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreRefused) as refused, store.write() as to:
        to.put(make.call())
    assert refused.value.code == "busy"
    other.execute("ROLLBACK")
    with store.write() as to:
        to.put(make.call())
    other.close()


def test_closed_means_closed(store, path, make):
    with store.write() as to:
        to.put(make.call())
    store.close()
    assert not path.with_name("seat.db-wal").exists()  # the last connection folded it in
    for act in (store.outbox.state, store.drafts.all, store.feed.epoch, lambda: store.find(tables.Call)):
        with pytest.raises(StoreRefused) as refused:
            act()
        assert refused.value.code == "closed"
    with pytest.raises(StoreRefused), store.write():
        pass
    store.close()


def test_nothing_shows_the_key(engines, key):
    for shown in (repr(engines), repr(engines.write), str(engines.write.url), repr(vars(engines))):
        assert key.hex() not in shown
        assert repr(key) not in shown


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_has_32_bytes(tmp_path, length):
    with pytest.raises(ValueError, match="32"):
        create(tmp_path / "seat.db", bytes(length), install="i", seat_code="A", generation=1)


def test_closing_leaves_no_resource_open(path, key, make, clock):
    from app.store.store import Store

    for _ in range(3):
        store = Store(open_engines(path, key), make.session(), clock)
        with store.write() as to:
            to.put(make.call())
        store.close()
    gc.collect()  # an unclosed connection would warn now, and warnings are errors
    if Path("/proc/self/fd").exists():
        held = [os.readlink(f) for f in Path("/proc/self/fd").iterdir() if f.is_symlink()]
        assert not [name for name in held if str(path) in name]


def test_engines_know_their_path(engines: Engines, path):
    assert engines.path == path


def _flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x01
    path.write_bytes(bytes(content))

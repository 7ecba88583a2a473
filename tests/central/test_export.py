"""zuoxi-admin export: all of it, provably whole, or nothing."""

import csv
import hashlib
import json
import os
import stat
import sys

import pytest

from app.central import export
from tests.central import rig
from tests.central.admin import Admin, calls

WORDS = '他说"好"，\n=1+1'


pytestmark = pytest.mark.parametrize("server", ["18"], indirect=True, scope="session")  # any version will do


@pytest.fixture
def admin(place, seats):
    seat = seats()
    calls(seat, 4)
    seat.put(
        "call", calls(seat, 1)[0], {"a.name": WORDS, "a.tags": ["急", 2], "a.phone": "=HYPERLINK()"}, base=1
    )
    seat.put("order", "0192f0c1-2d3e-7abc-8def-0123456789ab", rig.an_order())
    return Admin(place)


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_everything_is_written_with_a_manifest_that_proves_it(place, admin, tmp_path):
    out = tmp_path / "new" / "export"
    told = admin.json("export", str(out))
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert {name: file["rows"] for name, file in manifest["files"].items()} == {
        "call.jsonl": 5,
        "order.jsonl": 1,
        "op_log.jsonl": 7,
    }
    assert told["files"] == manifest["files"]
    assert sorted(path.name for path in out.iterdir()) == sorted([*manifest["files"], "manifest.json"])
    for name, file in manifest["files"].items():
        raw = (out / name).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == file["sha256"]
        assert raw.count(b"\n") == file["rows"]
    stored = {str(row["id"]): row for row in place.rows("SELECT * FROM cc.record WHERE kind = 'call'")}
    for row in lines(out / "call.jsonl"):
        kept = stored[row["id"]]
        assert row == {"id": row["id"], "ver": kept["ver"], "deleted_at": None} | kept["body"]
    log = lines(out / "op_log.jsonl")
    assert [row["n"] for row in log] == list(range(1, 8))
    chain = b""
    for row in log:
        chain = hashlib.sha256(chain + hashlib.sha256(row["body"].encode()).digest()).digest()
        assert row["chain"] == chain.hex()


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_only_the_owner_may_read_it(admin, tmp_path):
    out = tmp_path / "export"
    admin.ok("export", str(out))
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in out.iterdir()} == {0o600}


def test_a_spreadsheet_reads_the_table_and_takes_nothing_for_a_formula(admin, tmp_path):
    out = tmp_path / "export"
    admin.ok("export", str(out), "--format", "csv")
    assert (out / "call.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (out / "call.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (
        len(rows) == json.loads((out / "manifest.json").read_text("utf-8"))["files"]["call.csv"]["rows"] == 5
    )
    odd = next(row for row in rows if row["a.tags"])
    assert (odd["a.name"], odd["a.phone"], odd["a.tags"]) == (WORDS, "'=HYPERLINK()", '["急", 2]')
    assert (odd["ver"], odd["owes"], odd["deleted_at"]) == ("2", "false", "")
    assert (out / "op_log.jsonl").is_file()


def test_a_folder_with_something_in_it_is_left_alone(admin, tmp_path):
    (tmp_path / "kept.txt").write_text("kept", "utf-8")
    assert "不是空文件夹" in admin.refused("export", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
    assert "写不了" in admin.refused("export", str(tmp_path / "kept.txt"))


def test_an_export_that_breaks_off_leaves_nothing(admin, tmp_path, monkeypatch):
    def full(*words, **more):
        raise OSError(28, "No space left on device", "order.jsonl")

    write = export._file
    monkeypatch.setattr(
        export, "_file", lambda path, *a, **k: (full if path.stem == "order" else write)(path, *a, **k)
    )
    said = admin.refused("export", str(tmp_path / "export"))
    assert "写不了：order.jsonl No space left on device" in said
    assert list((tmp_path / "export").iterdir()) == []
    monkeypatch.undo()
    admin.ok("export", str(tmp_path / "export"))  # so that it can be tried again


def test_an_empty_central_exports_its_log_of_nothing(server, tmp_path):
    place = rig.Place(server)
    manifest = Admin(place).json("export", str(tmp_path / "export"))
    place.drop()
    assert {name: file["rows"] for name, file in manifest["files"].items()} == {"op_log.jsonl": 0}
    assert os.path.getsize(tmp_path / "export" / "op_log.jsonl") == 0

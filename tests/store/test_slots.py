"""Slots: the right password on the right machine, and nothing else, at no cost to whoever waits."""

import copy
import json
import secrets
import threading
import tracemalloc
import unicodedata

import pytest

from app.store import slots
from app.store.slots import COST, Cost, SlotRefused, Slots

QUICK = Cost(m=64, t=1, p=1, floor_kib=64)
DEVICE = b"d" * 32
DEK = bytes(range(32))
PASSWORD = "correct horse 电池"


def _agent(file, agent_id, agent_no, password=PASSWORD, not_after="2026-03-05T09:00:00+00:00"):
    public, wrapped = slots.new_pair(password, QUICK)
    private = slots.open_wrapped(wrapped, password, QUICK)
    file.add(agent_id, agent_no, private, public, password, DEVICE, "agent", not_after)
    return public, private


@pytest.fixture
def path(tmp_path):
    return tmp_path / "slots.json"


@pytest.fixture
def file(path):
    """A slot file with two agents, the key sealed to both."""
    file = Slots(path, QUICK)
    publics = {id: _agent(file, id, no)[0] for id, no in (("agent-a", "1001"), ("agent-b", "1002"))}
    file.seal(DEK, publics)
    return file


def _refused(act):
    with pytest.raises(SlotRefused) as refused:
        act()
    return refused.value.code


def test_the_right_password_on_the_right_machine_opens_the_key(file):
    opened = file.open("1001", PASSWORD, DEVICE)
    assert (opened.keys, opened.agent_id, opened.role) == ((DEK,), "agent-a", "agent")
    assert opened.not_after == "2026-03-05T09:00:00+00:00"
    assert DEK.hex() not in repr(opened)
    assert repr(DEK) not in repr(opened)


@pytest.mark.parametrize(
    ("no", "password", "device"),
    [
        ("1001", "wrong", DEVICE),
        ("1001", PASSWORD, b"e" * 32),
        ("1003", PASSWORD, DEVICE),
        ("", "", b""),
        ("1001", "", DEVICE),
        ("1001", PASSWORD + "\n", DEVICE),
        ("1001", "x" * 1_000_000, DEVICE),
        ("1001", "\ud83d", DEVICE),
        ("1001", "'; DROP TABLE slots; --", DEVICE),
    ],
)
def test_anything_else_is_refused_with_one_code(file, no, password, device):
    assert _refused(lambda: file.open(no, password, device)) == "refused"


def test_one_password_in_any_writing_is_one_password(file):
    _agent(file, "agent-c", "1003", "café　ｐａｓｓ")
    file.seal(DEK, {"agent-c": _public(file, "agent-c")})
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert file.open("1003", unicodedata.normalize(form, "café　ｐａｓｓ"), DEVICE).keys == (DEK,)
    assert _refused(lambda: file.open("1003", "cafe pass", DEVICE)) == "refused"


@pytest.mark.parametrize("no", ["A7", " a7 ", "Ａ７", "a7\n"])
def test_a_number_is_the_same_number_however_it_is_typed(file, no):
    public, _ = _agent(file, "agent-c", "A7")
    file.seal(DEK, {"agent-c": public})
    assert file.open(no, PASSWORD, DEVICE).agent_id == "agent-c"


@pytest.mark.parametrize("password", ["😀" * 8, "كلمة السر", "'\"; --", " ", "\t", "a" * 1024, "密" * 341])
def test_any_password_up_to_1024_bytes_will_do(file, password):
    public, _ = _agent(file, "agent-c", "1003", password)
    file.seal(DEK, {"agent-c": public})
    assert file.open("1003", password, DEVICE).keys == (DEK,)


@pytest.mark.parametrize("password", ["", "a" * 1025, "密" * 342, "ﷺ" * 60, "\ud83d"])
def test_a_new_password_of_no_or_too_many_bytes_is_refused(file, password):
    assert _refused(lambda: slots.new_pair(password, QUICK)) == "password"
    public, private = _agent(file, "agent-c", "1003")
    assert _refused(lambda: file.add("c", "3", private, public, password, DEVICE, "agent", "")) == "password"


def test_a_newcomer_needs_somebody_who_can_open_the_seat(file):
    public, private = _agent(file, "agent-c", "1003")
    assert _refused(lambda: file.open("1003", PASSWORD, DEVICE)) == "not_sealed"
    assert _refused(lambda: file.open("1003", "wrong", DEVICE)) == "refused"
    assert _refused(lambda: file.unseal("agent-c", private)) == "not_sealed"
    (dek,) = file.open("1001", PASSWORD, DEVICE).keys
    file.seal(dek, {"agent-a": _public(file, "agent-a"), "agent-c": public})
    assert file.open("1003", PASSWORD, DEVICE).keys == (DEK,)
    assert file.unseal("agent-c", private) == (DEK,)


def test_sealing_anew_shuts_out_who_is_left_out_slot_and_all(file):
    file.seal(DEK, {"agent-a": _public(file, "agent-a")})
    assert file.open("1001", PASSWORD, DEVICE).keys == (DEK,)
    assert _refused(lambda: file.open("1002", PASSWORD, DEVICE)) == "refused"
    assert file.agent_numbers() == ["1001"]


def test_a_slot_of_a_pair_that_is_no_more_the_agents_goes(file):
    other, _ = slots.new_pair(PASSWORD, QUICK)
    file.seal(DEK, {"agent-a": other, "agent-b": _public(file, "agent-b")})
    assert file.agent_numbers() == ["1002"]


# -- from one key to the next --


@pytest.fixture
def changing(file):
    """The key is on its way to another, sealed to one agent and to a newcomer."""
    new = secrets.token_bytes(32)
    file.begin_change(new, {"agent-a": _public(file, "agent-a")})
    return new


def test_on_the_way_both_keys_open_the_newest_first_and_then_one(file, changing):
    assert file.open("1001", PASSWORD, DEVICE).keys == (changing, DEK)
    assert file.open("1002", PASSWORD, DEVICE).keys == (DEK,)
    file.end_change(changed=True)
    assert file.open("1001", PASSWORD, DEVICE).keys == (changing,)
    assert _refused(lambda: file.open("1002", PASSWORD, DEVICE)) == "not_sealed"


def test_a_change_that_came_to_nothing_leaves_the_key_that_was(file, changing):
    file.end_change(changed=False)
    assert file.open("1001", PASSWORD, DEVICE).keys == (DEK,)


def test_after_a_change_the_key_is_sealed_for_its_own_epoch(file, changing, path):
    file.end_change(changed=True)
    file.seal(changing, {"agent-a": _public(file, "agent-a")})
    assert json.loads(path.read_text("utf-8"))["epoch"] == 2
    assert file.open("1001", PASSWORD, DEVICE).keys == (changing,)


def test_a_file_of_before_keys_were_changed_still_opens(file, path):
    told = json.loads(path.read_text("utf-8"))
    del told["next"]
    path.write_text(json.dumps(told), encoding="utf-8")
    assert file.open("1001", PASSWORD, DEVICE).keys == (DEK,)


def test_the_key_of_the_next_epoch_cannot_be_passed_for_this_one(file, changing, path):
    told = json.loads(path.read_text("utf-8"))
    told["sealed"], told["next"] = told["next"], told["sealed"]
    path.write_text(json.dumps(told), encoding="utf-8")
    assert _refused(lambda: file.open("1001", PASSWORD, DEVICE)) == "refused"


def test_a_key_of_another_epoch_is_not_taken_for_this_one(file, path):
    told = json.loads(path.read_text("utf-8"))
    told["epoch"] = 2
    path.write_text(json.dumps(told), encoding="utf-8")
    assert _refused(lambda: file.open("1001", PASSWORD, DEVICE)) == "refused"


def test_with_another_secret_of_the_computer_all_slots_go_and_the_key_stays_sealed(file):
    _, private = _agent(file, "agent-c", "1003")
    file.seal(DEK, {"agent-c": slots.public_of(private)})
    file.drop_all()
    assert file.agent_numbers() == []
    assert file.unseal("agent-c", private) == (DEK,)


def test_a_new_password_replaces_the_old_one(file):
    _, private = _agent(file, "agent-c", "1003")
    public = slots.public_of(private)
    file.seal(DEK, {"agent-c": public})
    file.add("agent-c", "1003", private, public, "another one", DEVICE, "lead", "")
    assert file.open("1003", "another one", DEVICE).role == "lead"
    assert _refused(lambda: file.open("1003", PASSWORD, DEVICE)) == "refused"
    again = slots.wrap(private, "another one", QUICK)
    assert slots.open_wrapped(again, "another one", QUICK) == private


def test_a_number_given_to_somebody_else_opens_only_for_them(file):
    public, _ = _agent(file, "agent-c", "1001", "third password")
    file.seal(DEK, {"agent-c": public, "agent-b": _public(file, "agent-b")})
    assert file.open("1001", "third password", DEVICE).agent_id == "agent-c"
    assert _refused(lambda: file.open("1001", PASSWORD, DEVICE)) == "refused"
    assert file.agent_numbers() == ["1001", "1002"]


def test_neither_key_nor_password_nor_secret_stands_in_the_file(file, path):
    _, private = _agent(file, "agent-c", "1003")
    text = path.read_text("utf-8")
    for secret in (DEK, private, DEVICE, PASSWORD.encode()):
        assert secret.hex() not in text
    assert PASSWORD not in text


def test_the_same_key_for_two_agents_looks_unlike_and_every_writing_differs(file, path):
    boxes = [box["box"] for box in json.loads(path.read_text("utf-8"))["sealed"]]
    assert boxes[0] != boxes[1]
    file.seal(DEK, {"agent-a": _public(file, "agent-a")})
    assert json.loads(path.read_text("utf-8"))["sealed"][0]["box"] not in boxes


def test_a_public_key_that_is_none_is_refused(file):
    _, private = _agent(file, "agent-c", "1003")
    for bad in ("", "zz", "00" * 31, "00" * 32):
        assert _refused(lambda bad=bad: file.seal(DEK, {"x": bad})) == "key"
    other, _ = slots.new_pair("p", QUICK)
    assert _refused(lambda: file.add("c", "3", private, other, "p", DEVICE, "agent", "")) == "key"
    assert file.open("1001", PASSWORD, DEVICE).keys == (DEK,)  # nothing was written


# -- tampering --


def _swap(one, two, *names):
    for name in names:
        one[name], two[name] = two[name], one[name]


# What is done to the file: s and t are two slots, k and m the keys sealed to their agents.
EDITS = {
    "role": lambda f, s, t, k, m: s.update(role="director"),
    "lease": lambda f, s, t, k, m: s.update(not_after="2099-01-01T00:00:00+00:00"),
    "number": lambda f, s, t, k, m: (t.update(no="1009"), s.update(no="1002")),
    "agent": lambda f, s, t, k, m: s.update(agent="agent-x"),
    "public": lambda f, s, t, k, m: s.update(public=t["public"]),
    "salt": lambda f, s, t, k, m: s["kdf"].update(salt="00" * 16),
    "short salt": lambda f, s, t, k, m: s["kdf"].update(salt="00"),
    "passes": lambda f, s, t, k, m: s["kdf"].update(t=2),
    "extra": lambda f, s, t, k, m: s["kdf"].update(x=1),
    "new field": lambda f, s, t, k, m: s.update(admin=True),
    "field gone": lambda f, s, t, k, m: s.pop("role"),
    "swapped slots": lambda f, s, t, k, m: _swap(s, t, "box"),
    "swapped keys": lambda f, s, t, k, m: _swap(k, m, "box", "once"),
    "swapped agents": lambda f, s, t, k, m: _swap(k, m, "agent"),
    "weak once": lambda f, s, t, k, m: k.update(once="00" * 32),
    "cut box": lambda f, s, t, k, m: s.update(box=s["box"][:-2]),
    "empty box": lambda f, s, t, k, m: s.update(box=""),
    "flipped box": lambda f, s, t, k, m: s.update(box=s["box"][:-1] + "01"[s["box"][-1] == "0"]),
    "database": lambda f, s, t, k, m: f.update(db="00" * 16),
    "format": lambda f, s, t, k, m: f.update(zuoxi_slots=2),
    "twice": lambda f, s, t, k, m: f["slots"].append(copy.deepcopy(s)),
    "number twice": lambda f, s, t, k, m: f["slots"].append({**copy.deepcopy(s), "agent": "agent-z"}),
    "next twice": lambda f, s, t, k, m: f.update(next=[k, k]),
    "next not a list": lambda f, s, t, k, m: f.update(next=7),
    "sealed twice": lambda f, s, t, k, m: f["sealed"].append(copy.deepcopy(k)),
    "not a list": lambda f, s, t, k, m: f.update(slots={"a": s}),
    "not text": lambda f, s, t, k, m: s.update(box=7),
    "not kdf": lambda f, s, t, k, m: s.update(kdf=[]),
    "epoch text": lambda f, s, t, k, m: f.update(epoch="1"),
    "64 GiB": lambda f, s, t, k, m: s["kdf"].update(m=64 << 20),
    "8 KiB": lambda f, s, t, k, m: s["kdf"].update(m=8),
    "true": lambda f, s, t, k, m: s["kdf"].update(t=True),
    "years": lambda f, s, t, k, m: s["kdf"].update(t=1 << 40),
    "lanes": lambda f, s, t, k, m: s["kdf"].update(p=1 << 20),
    "minus": lambda f, s, t, k, m: s["kdf"].update(m=-1),
    "huge": lambda f, s, t, k, m: s["kdf"].update(m=10**400),
    "half": lambda f, s, t, k, m: s["kdf"].update(m=64.5),
    "nothing": lambda f, s, t, k, m: s["kdf"].update(m=None),
    "1 GiB many times": lambda f, s, t, k, m: s["kdf"].update(m=1 << 20, t=8),
}


@pytest.mark.timeout(20)  # a hostile file asks for hours of key derivation
@pytest.mark.parametrize("name", EDITS)
def test_an_edited_file_opens_for_nobody_it_was_edited_for_and_costs_nothing(file, path, name):
    told = json.loads(path.read_text("utf-8"))
    EDITS[name](told, *told["slots"], *told["sealed"])
    path.write_text(json.dumps(told), encoding="utf-8")
    tracemalloc.start()
    for no in ("1002", "1001") if name == "number" else ("1001",):
        assert _refused(lambda no=no: file.open(no, PASSWORD, DEVICE)) == "refused"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 << 20


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"7", b'"x"', b"\xff\xfe\x00", b"{}", b'{"zuoxi_slots": 1}',
        b"[" * 200_000, b'{"a":' * 100_000, b" " * (10 << 20), b"\0" * 100,
    ],
    ids=lambda content: repr(content[:12]),
)  # fmt: skip
@pytest.mark.timeout(20)
def test_a_file_of_rubbish_is_refused_quickly(path, content):
    path.write_bytes(content)
    file = Slots(path, QUICK)
    assert _refused(lambda: file.open("1001", PASSWORD, DEVICE)) == "refused"
    assert file.agent_numbers() == []


def test_a_file_of_ten_megabytes_is_not_even_read(file, path):
    path.write_bytes(path.read_bytes() + b" " * (10 << 20))
    assert _refused(lambda: file.open("1001", PASSWORD, DEVICE)) == "refused"


def test_a_truncated_file_is_refused_wherever_it_was_cut(file, path):
    whole = path.read_bytes()
    for length in range(0, len(whole) - 1, 37):
        path.write_bytes(whole[:length])
        assert _refused(lambda: file.open("1001", PASSWORD, DEVICE)) == "refused"
    path.write_bytes(whole)
    assert file.open("1001", PASSWORD, DEVICE).keys == (DEK,)


def test_no_file_and_a_folder_are_refused_alike(path):
    assert _refused(lambda: Slots(path, QUICK).open("1001", PASSWORD, DEVICE)) == "refused"
    path.mkdir()
    assert _refused(lambda: Slots(path, QUICK).open("1001", PASSWORD, DEVICE)) == "refused"


def test_a_slot_taken_to_another_seat_opens_nothing_there(file, path, tmp_path):
    there = tmp_path / "there.json"
    other = Slots(there, QUICK)
    public, _ = _agent(other, "agent-x", "9000")
    other.seal(secrets.token_bytes(32), {"agent-x": public})
    told, theirs = (json.loads(p.read_text("utf-8")) for p in (path, there))
    theirs["slots"] += told["slots"]
    theirs["sealed"] += told["sealed"]
    there.write_text(json.dumps(theirs), encoding="utf-8")
    assert _refused(lambda: other.open("1001", PASSWORD, DEVICE)) == "refused"


def test_a_power_cut_while_writing_leaves_the_old_file(file, path, monkeypatch):
    before = path.read_bytes()

    def power_cut(_fd):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.store.files.os.fsync", power_cut)
    assert _refused(lambda: file.seal(bytes(32), {})) == "unwritable"
    assert path.read_bytes() == before


# -- central's copy --


def test_central_keeps_the_private_key_under_the_password_alone():
    public, wrapped = slots.new_pair(PASSWORD, QUICK)
    private = slots.open_wrapped(json.loads(json.dumps(wrapped)), PASSWORD, QUICK)
    assert slots.public_of(private) == public
    assert _refused(lambda: slots.open_wrapped(wrapped, "wrong", QUICK)) == "refused"
    assert private.hex() not in json.dumps(wrapped)


@pytest.mark.parametrize(
    "edit",
    [
        {"v": 2}, {"public": "00" * 32}, {"box": ""}, {"box": "00" * 60}, {"box": None},
        {"kdf": {}}, {"kdf": 1},
        {"kdf": {"m": 64 << 20, "t": 1, "p": 1, "salt": "00" * 16}},
    ],
)  # fmt: skip
def test_an_edited_copy_is_refused(edit):
    _, wrapped = slots.new_pair(PASSWORD, QUICK)
    assert _refused(lambda: slots.open_wrapped({**wrapped, **edit}, PASSWORD, QUICK)) == "refused"
    assert _refused(lambda: slots.open_wrapped({}, PASSWORD, QUICK)) == "refused"


# -- the real cost --


def test_what_is_made_for_tests_is_refused_by_the_program(file, path):
    assert _refused(lambda: Slots(path).open("1001", PASSWORD, DEVICE)) == "refused"
    _, wrapped = slots.new_pair(PASSWORD, QUICK)
    assert _refused(lambda: slots.open_wrapped(wrapped, PASSWORD)) == "refused"


def test_the_program_asks_for_64_mib_and_accepts_19_mib_to_1_gib():
    assert (COST.m, COST.t, COST.p) == (65536, 3, 4)
    assert COST.bears(19 * 1024, 1, 1)
    assert COST.bears(1 << 20, 3, 4)
    for figures in (
        (19 * 1024 - 1, 1, 1),
        ((1 << 20) + 1, 1, 1),
        (1 << 20, 4, 4),
        (65536, 0, 1),
        (65536, 3, 17),
    ):
        assert not COST.bears(*figures)


def test_a_slot_at_the_real_cost_opens(path):
    file = Slots(path)
    public, wrapped = slots.new_pair(PASSWORD)
    private = slots.open_wrapped(wrapped, PASSWORD)
    file.add("agent-a", "1001", private, public, PASSWORD, DEVICE, "agent", "")
    file.seal(DEK, {"agent-a": public})
    assert file.open("1001", PASSWORD, DEVICE).keys == (DEK,)


def _public(file, agent_id):
    told = json.loads(file._path.read_text("utf-8"))
    return next(slot["public"] for slot in told["slots"] if slot["agent"] == agent_id)


@pytest.mark.timeout(60)  # without a lock of ours the two wait for each other for ever
def test_two_seats_may_open_at_once():
    done = []
    both = [
        threading.Thread(target=lambda: done.append(slots.new_pair(PASSWORD)), daemon=True) for _ in range(2)
    ]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(done) == 2

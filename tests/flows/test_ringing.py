"""`zuoxi call` and the program that has the seat: signed in, locked, not there, somebody else's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from app.records.presence import Presence, State
from app.records.rings import Ring
from app.ui.single import Single
from tests.flows.conftest import call_in_front, work

ROOT = Path(__file__).parents[2]
PHONE = "13876543210"


@pytest.fixture
def single(at, program, tmp_path):
    """The program that has the seat, as main() makes it."""
    single = Single(tmp_path / "seat", program)
    assert single.claim()
    single.raised.connect(at.front.come_to_the_front)
    single.handed.connect(program.take)
    single.hear = program.hear
    yield single
    single.release()


@pytest.fixture
def zuoxi(hands, tmp_path):
    """Run `zuoxi call` as a telephone system does; return its exit code and what it says."""

    def zuoxi(*words, folder="seat"):
        where = {**os.environ, "ZUOXI_DATA": str(tmp_path / folder)}
        command = [sys.executable, "-m", "app", "call", *words]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        run = subprocess.Popen(command, cwd=ROOT, env=where, **pipes)
        hands.until(lambda: run.poll() is not None, "it does not end")
        said, wrong = run.communicate()
        assert "Traceback" not in wrong
        return run.returncode, said + wrong

    return zuoxi


def shown(program):
    """All that can be read in the window."""
    parts = program.window.findChildren(QLabel) + program.window.findChildren(QLineEdit)
    return " ".join(each.text() for each in parts)


def test_a_call_reaches_the_program_that_runs_and_takes_no_focus(single, program, hands, zuoxi):
    page = call_in_front(program)
    page.view.focus_field("request")
    focus = QApplication.focusWidget()
    raised = []
    single.raised.connect(lambda: raised.append(True))
    assert zuoxi("--from", PHONE, "--to", "2", "--id", "pbx-1") == (0, "")
    assert zuoxi("--from", PHONE, "--id", "pbx-1") == (0, "")  # told again, it is the same one
    strips = work(program).tabs.strips
    hands.until(lambda: strips.isVisible(), "no strip")
    assert PHONE[-4:] in strips._lines[0].words._text
    assert raised == []
    assert QApplication.focusWidget() is focus
    assert program.opened.store.count(Ring, ref="pbx-1") == 1
    for words, said in (
        (("--event", "end", "--id", "nobody's"), "没有这次来电"),
        (("--from", "王小明"), "不是电话号码"),
        (("--from", PHONE, "--event", "answer", "--id", "pbx-1", "--at", "2020-01-01"), "--at"),
    ):
        code, told = zuoxi(*words)
        assert code == 2
        assert said in told


def test_a_locked_seat_shows_and_keeps_nothing_of_who_calls_until_somebody_is_there(
    single, program, hands, zuoxi, come_back, tmp_path
):
    assert zuoxi("--from", PHONE, "--id", "before")[0] == 0
    program.lock()
    assert zuoxi("--from", PHONE, "--id", "missed")[0] == 0
    assert zuoxi("--event", "missed", "--id", "missed")[0] == 0
    assert "有新来电" in shown(program)
    digits = "".join(filter(str.isdecimal, shown(program)))
    assert PHONE not in digits
    assert PHONE[-8:] not in digits
    held = [file.read_bytes() for file in (tmp_path / "seat").rglob("*") if file.is_file()]
    assert not any(PHONE.encode() in each for each in held)
    place = come_back()
    # Who rang before the lock rings still; who was missed meanwhile is owed, and no strip.
    hands.until(lambda: place.tabs.strips.isVisible(), "no strip")
    (line,) = (each for each in place.tabs.strips._lines if "来电" in each.words._text)
    assert "138 7654 3210" in line.words._text
    assert "欠回电 1" in line.words._text
    (owed,) = place._desk.calls.callbacks.open()
    assert owed.number == f"+86{PHONE}"
    assert not (tmp_path / "seat" / "mailbox").exists()


def test_a_call_that_ends_behind_a_lock_leaves_the_time_after_it_and_the_form_as_it_was(
    single, program, hands, zuoxi, come_back
):
    call_in_front(program).view.set_answers({"name": "half a na"})
    assert zuoxi("--from", PHONE, "--event", "answer", "--id", "talk") == (0, "")
    place = work(program)
    assert (place.top.state.text(), place.is_logging()) == ("●  通话", True)
    program.lock()
    assert zuoxi("--event", "end", "--id", "talk")[0] == 0
    place = come_back()
    hands.until(lambda: place.top.state.text() == "●  话后", "no time after the call")
    assert place.presence.stay.allowed == 60
    assert place.tabs.current().view.answers()["name"] == "half a na"
    told = program.opened.store.find(Presence, agent=program.opened.agent.id, newest_first=False)
    assert [(each.state, each.source) for each in told][1:] == [
        (State.ON_CALL, "telephony"), (State.AWAY, "key"), (State.ON_CALL, "unlock"),
        (State.WRAP_UP, "telephony"),
    ]  # fmt: skip


def test_where_nobody_can_keep_it_the_command_says_so(seat, zuoxi, single, program, tmp_path, hands):
    code, said = zuoxi("--from", PHONE, folder="elsewhere")
    assert code == 1
    assert "没有记下" in said
    program._accounts.letters.box = ""  # as after a start, before anybody signs in
    program.lock()
    program._accounts.letters.box = ""
    code, said = zuoxi("--from", PHONE)
    assert code == 1
    assert "还没有人登录过" in said


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root becomes somebody else")
def test_another_user_of_the_computer_tells_this_program_nothing(single, program, hands, tmp_path):
    code = (
        "import os, sys; from pathlib import Path; from app.ui.single import Single;"
        "s = Single(Path(sys.argv[1])); os.setgroups([]); os.setgid(int(sys.argv[2]));"
        "os.setuid(int(sys.argv[2])); print(repr(s.ask({'event': 'ring', 'number': '13876543210'})))"
    )
    for user, answer in (("65534", "''"), ("0", "'taken'")):
        command = [sys.executable, "-c", code, str(tmp_path / "seat"), user]
        other = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        hands.until(lambda other=other: other.poll() is not None, "it does not end")
        assert other.communicate()[0].strip() == answer
    assert program.opened.store.count(Ring, seat="L01") == 1

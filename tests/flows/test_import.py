"""`zuoxi import` at the terminal, and handed over to a window that has the seat."""

import csv
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from PySide6.QtCore import QCoreApplication, QProcess, QProcessEnvironment
from PySide6.QtNetwork import QLocalSocket

from app import importing, places
from app.demo.secrets import DemoSecrets
from app.desk import clock
from app.desk.accounts import Accounts
from app.forms.load import load
from app.importing import Job, run
from app.records.calls import Call
from app.store.slots import Cost
from app.ui.single import Single

ROOT = Path(__file__).parents[2]
PASSWORD = "correct horse 电池"
HEADER = "编号,来电时间,姓名,联系电话,地点,案件类别,反映内容\n"
ROW = "{},2024-03-05 09:30,王小明,13800001234,{},路灯不亮,一盏都不亮\n"
MAP = """
key: 编号
time: 来电时间
fields:
  source: {value: hotline}
  name: 姓名
  phone: 联系电话
  address: 地点
  category: 案件类别
  request: 反映内容
  solved: {value: solved}
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "seat"


@pytest.fixture
def accounts(folder):
    made = Accounts(folder, DemoSecrets(), clock.now, None, Cost(m=64, t=1, p=1, floor_kib=64))
    made.start_alone("清河燃气", "1001", "王珂", PASSWORD).store.close()
    return made


@pytest.fixture
def file(tmp_path):
    def make(good=3, bad=0, encoding="gb18030"):
        rows = [ROW.format(i, "春晓路") for i in range(good)] + [
            ROW.format(10_000 + i, "") for i in range(bad)
        ]
        (tmp_path / "old.csv").write_text(HEADER + "".join(rows), encoding)
        (tmp_path / "map.yaml").write_text(MAP, "utf-8")
        return tmp_path / "old.csv"

    return make


@pytest.fixture
def bring(folder, accounts, tmp_path):
    """Run the command as somebody at the terminal does; *typed* is what they answer."""
    forms = load(places.forms())

    def _run(file, typed=f"1001\n{PASSWORD}\n", form="city_case", **more):
        job = Job(file, form, **{"map": tmp_path / "map.yaml", **more})

        @click.command()
        def command():
            sys.exit(run(job, folder, forms, lambda: accounts))

        return CliRunner().invoke(command, input=typed)

    return _run


def calls(accounts):
    opened = accounts.sign_in("1001", PASSWORD)
    try:
        return opened.store.find(Call, form="city_case", limit=10_000)
    finally:
        opened.store.close()


def test_all_in_is_nought(bring, file, accounts):
    done = bring(file())
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "导入 3 条。")
    assert PASSWORD not in done.output
    assert len(calls(accounts)) == 3
    again = bring(file())
    assert (again.exit_code, again.stdout.splitlines()[-1]) == (0, "导入 0 条，3 条早已在本席。")


def test_some_refused_is_one_and_says_where_they_are(bring, file, accounts):
    done = bring(file(good=2, bad=1))
    assert done.exit_code == 1
    said = done.stdout.splitlines()
    assert said[-2] == "导入 2 条，1 条没有导入。"
    refused = Path(said[-1].split("：", 1)[1])
    header, row = csv.reader(refused.read_text("utf-8-sig").splitlines())
    assert header[:2] == ["行号 [zuoxi:line]", "没有导入的原因 [zuoxi:reason]"]
    assert row[:2] == ["4", "请填写“事发地点”。（列“地点”）"]


def test_a_dry_run_writes_nothing(bring, file, accounts):
    done = bring(file(good=2, bad=1), dry=True)
    assert done.exit_code == 1
    assert "可以导入 2 条（这次没有写入），1 条没有导入。" in done.stdout
    assert calls(accounts) == []


def test_without_a_map_the_guess_is_said(bring, file):
    done = bring(file(), map=None)
    assert "反映内容 ← 反映内容" in done.stderr
    assert "没有对应的列：案件来源、反映人确认是否解决" in done.stderr
    assert done.exit_code == 1


def test_a_wrong_password_is_two_and_nothing_is_in(bring, file, accounts):
    done = bring(file(), typed="1001\nwrong horse\n")
    assert done.exit_code == 2
    assert "工号或密码不对" in done.stderr
    threading.Event().wait(1.0)  # after a wrong one the next is looked at a second later
    assert calls(accounts) == []


def test_the_agent_number_may_be_given(bring, file):
    assert bring(file(), typed=f"{PASSWORD}\n", agent_no="1001").exit_code == 0


def test_what_cannot_be_used_is_two_and_a_sentence(bring, file, tmp_path):
    path = file()
    assert "没有“moon”这种表单" in bring(path, form="moon").stderr
    assert "打不开" in bring(tmp_path / "nowhere.csv").stderr
    (tmp_path / "empty.csv").write_bytes(b"")
    assert "空的" in bring(tmp_path / "empty.csv").stderr
    assert "klingon" in bring(path, encoding="klingon").stderr
    (tmp_path / "map.yaml").write_text(MAP.replace("地点", "哪里"), "utf-8")
    assert "表里没有列“哪里”" in bring(path).stderr
    (tmp_path / "map.yaml").write_text(MAP.replace("  source:", "  sauce:"), "utf-8")
    broken = bring(path)
    assert "map.yaml 第 5 行 字段“sauce”" in broken.stderr
    assert broken.exit_code == 2


def test_ctrl_c_ends_after_the_batch_and_the_next_run_goes_on(bring, file, accounts, monkeypatch):
    path, step = file(good=450), importing.Import.step

    def pressed(self, batch):
        os.kill(os.getpid(), signal.SIGINT)
        return step(self, batch)

    monkeypatch.setattr(importing.Import, "step", pressed)
    monkeypatch.setattr(importing, "ALONE", 100)
    done = bring(path)
    assert done.exit_code == 130
    assert "中途停下" in done.stdout
    assert len(calls(accounts)) == 100
    monkeypatch.undo()
    assert bring(path).stdout.splitlines()[-1] == "导入 350 条，100 条早已在本席。"


def test_the_command_asks_and_tells_like_any_other(tmp_path, file):
    where = {**os.environ, "ZUOXI_DATA": str(tmp_path / "none")}
    command = [sys.executable, "-m", "app", "import"]
    said = subprocess.run([*command, "--help"], cwd=ROOT, capture_output=True, text=True, env=where)
    for option in ("--form", "--map", "--encoding", "--agent-no", "--dry-run"):
        assert option in said.stdout
    missing = subprocess.run(
        [*command, str(tmp_path / "no.csv"), "--form", "city_case"],
        cwd=ROOT, capture_output=True, text=True, env=where,
    )  # fmt: skip
    assert missing.returncode == 2
    assert "no.csv" in missing.stderr or "打不开" in missing.stderr
    assert "Traceback" not in missing.stderr


def test_a_window_that_has_the_seat_is_given_the_file_and_nobody_is_asked_for_a_password(
    qapp, qtbot, folder, file, tmp_path
):
    window = Single(folder, qapp)
    assert window.claim()
    path, where = file(), QProcessEnvironment.systemEnvironment()
    where.insert("ZUOXI_DATA", str(folder))
    other = QProcess()
    other.setWorkingDirectory(str(ROOT))
    other.setProcessEnvironment(where)
    words = ["-m", "app", "import", str(path), "--form", "city_case", "--map", str(tmp_path / "map.yaml")]
    jobs = []
    window.handed.connect(jobs.append)
    with qtbot.waitSignals([window.handed, window.raised, other.finished], timeout=30_000):
        other.start(sys.executable, words)
    window.release()
    (job,) = jobs
    assert job == {"file": str(path), "form": "city_case", "map": str(tmp_path / "map.yaml"), "encoding": ""}
    assert other.exitCode() == 0
    assert "交给它的窗口" in bytes(other.readAllStandardOutput().data()).decode()


def test_what_is_no_job_disturbs_no_window(qapp, qtbot, folder):
    window = Single(folder, qapp)
    assert window.claim()
    heard = []
    window.handed.connect(heard.append)
    window.raised.connect(lambda: heard.append("raised"))
    for told in (b"{\n", b"[]\n", b'{"file": 7}\n', b"x" * 100_000):
        socket = QLocalSocket()
        with qtbot.waitSignal(window._server.newConnection):
            socket.connectToServer(window._name)
        socket.write(told)
        socket.flush()
        socket.waitForBytesWritten(100)
        QCoreApplication.processEvents()
        socket.abort()
    window.release()
    assert heard == []

"""The one starter of the embedded PostgreSQL."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import closing

import psycopg
import pytest

from app.central import embedded
from tests.central import rig


@pytest.fixture(scope="module", params=["18"])
def server(request):
    yield from rig.start_server(request.param)


def _ask(server):
    with closing(psycopg.connect(server.url(), connect_timeout=5)) as connection:
        return connection.execute("SELECT count(*) FROM kept").fetchone()[0]


@pytest.fixture
def kept(server):
    """A table with one row, to see that the data outlived what is done to the server."""
    with closing(psycopg.connect(server.url(), autocommit=True)) as connection:
        connection.execute("CREATE TABLE kept (a int)")
        connection.execute("INSERT INTO kept VALUES (1)")
    yield
    with closing(psycopg.connect(server.url(), autocommit=True)) as connection:
        connection.execute("DROP TABLE kept")


def test_a_wrong_password_is_refused(server):
    wrong = server.url().replace(server.password, "wrong")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong, connect_timeout=5)


def test_nobody_was_ever_trusted(server):
    hba = (server.folder / "data" / "pg_hba.conf").read_text("utf-8")
    assert {line.split()[-1] for line in hba.splitlines()} == {"scram-sha-256"}


def test_it_listens_on_loopback_only(server):
    with closing(psycopg.connect(server.url())) as connection:
        shown = connection.execute(
            "SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories')"
        )
        assert shown.fetchone() == ("127.0.0.1", "")


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_it_starts_again_with_all_its_data(server, kept, mode):
    server.stop(mode)
    server.start()
    assert _ask(server) == 1


def test_starting_what_runs_finds_it(server, kept):
    again = embedded.start(server.folder)
    assert (again.port, again.password) == (server.port, server.password)
    assert _ask(again) == 1


def test_the_pid_file_of_a_killed_owner_is_swept(server, kept):
    server.stop("immediate")
    # Its number belongs to another process by now: to this one.
    (server.folder / "data" / "postmaster.pid").write_text(
        f"{os.getpid()}\n{server.folder / 'data'}\n1\n{server.port}\n\n127.0.0.1\n1 1\nready\n", "utf-8"
    )
    again = embedded.start(server.folder)
    assert again.port == server.port
    assert _ask(again) == 1


def test_a_pid_file_cut_short_is_swept(server, kept):
    server.stop("immediate")
    (server.folder / "data" / "postmaster.pid").write_text("12", "utf-8")
    server.start()
    assert _ask(server) == 1


def test_two_who_start_at_once_get_the_same_server(server, kept):
    server.stop()
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(embedded.start(server.folder).port)) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [server.port] * 2
    assert _ask(server) == 1


def test_a_server_killed_outright_comes_back(server, kept):
    pid = int((server.folder / "data" / "postmaster.pid").read_text("utf-8").split()[0])
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(psycopg.OperationalError):
        _ask(server)
    again = embedded.start(server.folder)
    assert _ask(again) == 1


def test_no_warning_of_the_wheel_reaches_us():
    words = "from app.central import embedded; print(embedded.wheel_binaries().is_dir())"
    environment = {k: v for k, v in os.environ.items() if k != "XDG_RUNTIME_DIR"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", words], env=environment, capture_output=True, text=True
    )
    assert (done.stdout.strip(), done.stderr) == ("True", "")


@pytest.mark.skipif(not embedded._is_root(), reason="only root can become somebody else")
def test_it_starts_for_somebody_who_is_not_root():
    words = (
        "import os, pathlib, pwd, tempfile\n"
        "from app.central import embedded\n"
        "binaries = embedded.wheel_binaries()\n"
        "embedded._make_passable(pathlib.Path(tempfile.gettempdir()), binaries)\n"
        "os.setgroups([]), os.setgid(65534), os.setuid(pwd.getpwnam('nobody').pw_uid)\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    server = embedded.start(pathlib.Path(folder), binaries)\n"
        "    server.stop('immediate')\n"
        "    server.start()\n"
        "    server.stop('immediate')\n"
        "    print('went')\n"
    )
    environment = {"PATH": os.environ["PATH"], "LOGNAME": "nobody"}
    done = subprocess.run([sys.executable, "-c", words], env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == "went", done.stderr

"""A desktop to lock a seat on: a screen with a window manager, two buses, and what a desktop says on them."""

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

import pytest

from tests.installer.at_work import screen

ROOT = Path(__file__).parents[2]
DEBIAN_PYTHON = "/usr/bin/python3"  # the one python3-dbusmock is installed for
PACKAGES = "xvfb openbox xdotool xprintidle x11-xserver-utils libxss1 dbus libglib2.0-bin python3-dbusmock"
TOOLS = ("Xvfb", "openbox", "xdotool", "xprintidle", "xset", "dbus-daemon", "gdbus")
PATIENCE = 30.0

SAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver")
MUTTER = ("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core")
LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1")
SESSION = ("org.freedesktop.login1", "/org/freedesktop/login1/session/c1")
MOCK = "org.freedesktop.DBus.Mock"
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>{kind}</type><listen>unix:dir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""
_wait = threading.Event()  # never set: only its waiting is wanted


def missing():
    """Return why there can be no desktop here."""
    has_mock = (
        Path(DEBIAN_PYTHON).exists()
        and not subprocess.run([DEBIAN_PYTHON, "-c", "import dbusmock"], capture_output=True).returncode
    )
    if has_mock and all(shutil.which(tool) for tool in TOOLS):
        return ""
    return f"apt-get install {PACKAGES}"


class Desktop:
    """``env``: what a program is started with here."""

    def __init__(self, folder, stack):
        self._folder, self._stack = folder, stack
        self.env = {**os.environ, "XDG_SESSION_ID": "c1", "XDG_RUNTIME_DIR": str(folder)}
        for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            self.env.pop(name, None)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._bus("session")
        self.env["DBUS_SYSTEM_BUS_ADDRESS"] = self._bus("system")
        self.env["DISPLAY"] = stack.enter_context(screen())
        self.start("openbox")
        self._mock("--system", "--template", "logind")
        self._mock("--session", *SAVER, SAVER[0])
        self._mock("--session", *MUTTER, MUTTER[0])
        for bus, name in (("system", LOGIND[0]), ("session", SAVER[0]), ("session", MUTTER[0])):
            self._run("gdbus", "wait", f"--{bus}", "--timeout", "20", name)
        self.call("system", *LOGIND, f"{MOCK}.AddSession", "c1", "seat0", "500", "wangke", "true")
        self.call("session", *SAVER, f"{MOCK}.AddMethod", "", "Lock", "", "", "")
        self.idles(0)

    def start(self, *words, **more):
        process = subprocess.Popen([*words], env=self.env, stderr=subprocess.DEVNULL, **more)
        self._stack.enter_context(process)
        self._stack.callback(process.terminate)
        return process

    def _bus(self, kind):
        config = self._folder / f"{kind}.conf"
        config.write_text(_BUS.format(kind=kind, folder=self._folder), "utf-8")
        words = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"]
        bus = self.start(*words, stdout=subprocess.PIPE, text=True)
        return bus.stdout.readline().strip()

    def _mock(self, *words):
        self.start(DEBIAN_PYTHON, "-m", "dbusmock", *words, stdout=subprocess.DEVNULL)

    def _run(self, *words):
        done = subprocess.run(words, env=self.env, capture_output=True, text=True, timeout=PATIENCE)
        assert not done.returncode, done.stderr
        return done.stdout

    def call(self, bus, name, path, method, *words):
        return self._run("gdbus", "call", f"--{bus}", "-d", name, "-o", path, "-m", method, *words)

    def emits(self, bus, name, path, signal, kind="", value=""):
        interface, member = signal.rsplit(".", 1)
        values = f"[<{value}>]" if value else "@av []"
        self.call(bus, name, path, f"{MOCK}.EmitSignal", interface, member, kind, values)

    def forges(self, bus, path, signal, value):
        """Emit a signal from a program that does not own the name it speaks under."""
        self._run("gdbus", "emit", f"--{bus}", "-o", path, "-s", signal, *value)

    def changes(self, **properties):
        """Change this session at logind."""
        told = ", ".join(f"'{name}': <{json.dumps(value)}>" for name, value in properties.items())
        self.call(
            "system", *SESSION, f"{MOCK}.UpdateProperties", "org.freedesktop.login1.Session", f"{{{told}}}"
        )

    def idles(self, ms):
        """Let Mutter say for how long nobody was there."""
        self.call("session", *MUTTER, f"{MOCK}.AddMethod", "", "GetIdletime", "", "t", f"ret = {ms}")

    def log(self, bus, name, path):
        return self.call(bus, name, path, f"{MOCK}.GetCalls")

    def hands(self, *words):
        return self._run(*words)


class Seated:
    """The program at that desktop, in a process of its own."""

    def __init__(self, desktop, folder, **env):
        self.heard = []
        self._lines = queue.Queue()
        self._answers = queue.Queue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.attacks.seated", str(folder)],
            cwd=ROOT, env={**desktop.env, "PYTHONPATH": str(ROOT), **env},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        )  # fmt: skip
        self._ears = threading.Thread(target=self._listen)
        self._ears.start()

    def _listen(self):
        for line in self._process.stdout:
            kind, _, rest = line.strip().partition(" ")
            (self._answers if kind == "answer" else self._lines).put(
                rest if kind == "answer" else line.strip()
            )

    def leave(self):
        with self._process:
            self._process.kill()
            self._ears.join()

    def ends(self):
        """Wait until it has ended by itself, and tell whether it failed."""
        return self._process.wait(PATIENCE) != 0

    def ask(self, *words):
        self._process.stdin.write(" ".join(words) + "\n")
        return self._answers.get(timeout=PATIENCE)

    def until(self, line, patience=PATIENCE):
        """Hear it say *line*; all that came before is in ``heard``."""
        end = monotonic() + patience
        while not self.heard or self.heard[-1] != line:
            if not self.hears_within(max(0.0, end - monotonic())):
                pytest.fail(f"never said {line!r}, but {self.heard}")

    def hears_within(self, seconds):
        """Wait for its next line, and tell whether there was one."""
        try:
            self.heard.append(self._lines.get(timeout=seconds))
        except queue.Empty:
            return False
        return True

    def come_back(self, **limits):
        """Sign in again, and be watched by *limits*."""
        self.ask("unlock", *(f"{name}={value}" for name, value in limits.items()))
        self.heard.clear()
        self.until("page Workplace")


def opened(folder):
    """Return a desktop and what closes it."""
    stack = ExitStack()
    try:
        return Desktop(folder, stack), stack
    except BaseException:
        stack.close()
        raise


def until(seen, what, patience=PATIENCE):
    end = monotonic() + patience
    while not seen():
        assert monotonic() < end, f"waited in vain: {what}"
        _wait.wait(0.05)

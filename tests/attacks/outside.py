"""Whoever attacks a running program: asks it what it shows, presses real keys, ends it, reads its memory."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds
_clock = threading.Event()  # never set: only its waiting is wanted


def until(look_for: Callable[[], Any], what: str) -> Any:
    end = monotonic() + PATIENCE
    while not (found := look_for()):
        assert monotonic() < end, f"waited in vain: {what}"
        _clock.wait(0.02)
    return found


class Outside:
    def __init__(self, folder: Path, display: str = "") -> None:
        platform = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} if display else {}
        self._env = {**os.environ, "PYTHONPATH": str(ROOT), **platform}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.attacks.inside", str(folder)],
            cwd=ROOT,
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._answer() == "here"

    def _answer(self) -> Any:
        line = self.process.stdout.readline()
        assert line, "it is gone"
        return json.loads(line)

    def ask(self, expression: str) -> Any:
        self.process.stdin.write(expression + "\n")
        self.process.stdin.flush()
        told = self._answer()
        assert not str(told).startswith("! "), told
        return told

    def until(self, expression: str) -> None:
        until(lambda: self.ask(expression), expression)

    def sign_in_first(self) -> None:
        self.ask("at.alone()")
        self.until("at.is_open")

    def unlock(self) -> None:
        self.until("not at.page._deaf.isActive()")
        self.ask("at.front.unlock_asked.emit('correct horse')")
        self.until("at.is_open")

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    # -- real keys and hands --

    def hands(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._env, capture_output=True, text=True, check=True)
        return done.stdout

    def press(self, *keys: str) -> None:
        self.hands("key", "--delay", "30", *keys)
        self.ask("0")  # what was pressed is in the queue before

    def type(self, text: str) -> None:
        self.hands("type", "--delay", "15", text)
        self.ask("0")

    # -- clipboards, as another program sees them --

    def copied(self, board: str) -> str:
        words = ["xclip", "-o", "-selection", board]
        done = subprocess.run(words, env=self._env, capture_output=True, text=True, timeout=PATIENCE)
        return done.stdout

    def copy(self, board: str, text: str) -> None:
        """Let another program have copied *text*."""
        words = ["xclip", "-i", "-selection", board]
        subprocess.run(words, env=self._env, input=text, text=True, stdout=subprocess.DEVNULL, check=True)

    # -- its memory --

    def count(self, *needles: bytes) -> list[int]:
        """Return how often each of *needles* stands in the memory of the process."""
        found = [0] * len(needles)
        maps = Path(f"/proc/{self.process.pid}/maps").read_text("utf-8").splitlines()
        with Path(f"/proc/{self.process.pid}/mem").open("rb", 0) as memory:
            for line in maps:
                span, rights, *_ = line.split()
                if "r" not in rights or line.endswith(("[vvar]", "[vsyscall]")):
                    continue
                begin, end = (int(edge, 16) for edge in span.split("-"))
                try:
                    memory.seek(begin)
                    held = memory.read(end - begin)
                except OSError:
                    continue
                found = [n + held.count(needle) for n, needle in zip(found, needles, strict=True)]
        return found

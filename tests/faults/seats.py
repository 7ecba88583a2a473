"""Seats as the harness sees them: a process that can be asked, dies, and is started again on its file."""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.faults.wires import Wire

ROOT = Path(__file__).parents[2]


class Died(Exception):
    """The process is gone; its file is as it left it."""


class Broken(Exception):
    """A seat raised what nobody expects: a fault of the program."""


class Process:
    def __init__(self, nursery: "Nursery", pid: int, reader, writer) -> None:
        self._nursery, self._pid, self._in, self._out = nursery, pid, reader, writer

    async def ask(self, do: str, **words) -> dict:
        try:
            self._out.write(json.dumps({"do": do, **words}).encode() + b"\n")
            line = await self._in.readline()
        except ConnectionError:
            line = b""
        if not line.endswith(b"\n"):
            self.leave()
            raise Died
        told = json.loads(line)
        if "crash" in told:
            raise Broken(told["crash"])
        return told

    def kill(self) -> None:
        self._nursery.tell(kill=self._pid)

    def leave(self) -> None:
        self._out.close()


class Nursery:
    """Where seats are started: the zygote, and the door at which they report."""

    def __init__(self, folder: Path, mutant: str = "") -> None:
        self._door, self._mutant = folder / "door", mutant
        self._awaited: dict[int, asyncio.Future] = {}

    async def open(self) -> None:
        self._server = await asyncio.start_unix_server(self._report, self._door, limit=1 << 26)
        words = [sys.executable, "-m", "tests.faults.zygote", *([self._mutant] if self._mutant else [])]
        self._zygote = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE)

    def tell(self, **order) -> None:
        self._zygote.stdin.write(json.dumps(order).encode() + b"\n")
        self._zygote.stdin.flush()

    async def start(self, file: Path, seat: dict) -> Process:
        token = len(self._awaited)
        arrived = self._awaited[token] = asyncio.get_running_loop().create_future()
        self.tell(door=str(self._door), token=token, file=str(file), seat=seat)
        return Process(self, *await asyncio.wait_for(arrived, 60))

    async def _report(self, reader, writer) -> None:
        told = json.loads(await reader.readline())
        self._awaited[told["token"]].set_result((told["pid"], reader, writer))

    async def close(self) -> None:
        self._zygote.stdin.close()
        await asyncio.to_thread(self._zygote.wait, 30)
        self._server.close()
        await self._server.wait_closed()


class Seat:
    """One seat and its wire; ``scope`` is its department's, ``faults`` counts what was done to it."""

    def __init__(self, nursery: Nursery, wire: Wire, file: Path, words: dict, scope: int) -> None:
        self._nursery, self.wire, self.file, self.words, self.scope = nursery, wire, file, words, scope
        self.faults: Counter[str] = Counter()
        self.troubles: Counter[str] = Counter()
        self.n = 0
        self._process: Process | None = None

    async def process(self) -> Process:
        if self._process is None:
            self._process = await self.another()
        return self._process

    async def another(self) -> Process:
        return await self._nursery.start(self.file, self.words)

    async def ask(self, do: str, *, process: Process | None = None, **words) -> dict:
        at = process or await self.process()
        try:
            told = await at.ask(do, **words)
        except Died:
            if at is self._process:
                self._process = None
            raise
        if "trouble" in told:
            self.troubles[f"{told['trouble']} {told['text']}"[:90]] += 1
        self.n = max(self.n, told.get("n", 0))
        return told

    async def end(self) -> None:
        """Leave the process, if there is one; its file has everything."""
        if self._process is not None:
            self._process.kill()
            self._process.leave()
            self._process = None

"""One seat's way to central, and what can happen to it. Everything runs in one loop, without threads."""

import asyncio
import socket
import struct
from contextlib import suppress

READY = b"Z\x00\x00\x00\x05I"  # the last words of PostgreSQL's answer, said after the commit
LINGER = struct.pack("ii", 1, 0)  # closing means a reset
FAULTS = ("before", "after", "torn", "reset", "half_open", "delay")


class Wire:
    """``arm`` a fault for the next message with these words in it; ``sprung`` says whether it came to that.

    before: breaks instead of handing the question on. after, torn, reset: once central has committed, the
    answer is dropped, cut in two, or the connection reset. half_open: the answer is swallowed, and all that
    would follow it. delay: everything is late. A wire that is ``off`` lets nobody in.
    """

    def __init__(self, host: str, port: int) -> None:
        self._to = (host, port)
        self._held: set[asyncio.StreamWriter] = set()
        self.off, self.sprung, self.pause = False, False, 0.0
        self._fault, self._words = "", b""

    async def open(self) -> int:
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        return self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        self._server.close()
        self.drop()
        await self._server.wait_closed()

    def arm(self, fault: str, words: bytes, pause: float = 0.0) -> None:
        self._fault, self._words, self.pause, self.sprung = fault, words, pause, False

    def mend(self) -> None:
        self._fault, self.pause = "", 0.0

    def drop(self) -> None:
        """Break what is connected now."""
        for held in self._held:
            held.transport.abort()

    async def _carry(self, near_in: asyncio.StreamReader, near: asyncio.StreamWriter) -> None:
        self._held.add(near)
        far = None
        try:
            if not self.off:
                far_in, far = await asyncio.open_connection(*self._to)
                self._held.add(far)
                road = Road(self, near, far)
                await asyncio.gather(road.ask(near_in), road.answer(far_in))
        except OSError:
            pass
        finally:
            for end in (near, far):
                if end is not None:
                    self._held.discard(end)
                    end.transport.abort()


class Road:
    """One connection."""

    def __init__(self, wire: Wire, near: asyncio.StreamWriter, far: asyncio.StreamWriter) -> None:
        self._wire, self._near, self._far = wire, near, far
        self._fate = ""

    async def ask(self, source: asyncio.StreamReader) -> None:
        wire = self._wire
        while data := await source.read(65536):
            if wire.pause:
                await asyncio.sleep(wire.pause)
            if wire._fault and wire._words in data:
                wire.sprung, self._fate = True, wire._fault
                if self._fate != "delay":
                    wire._fault = ""
            if self._fate == "before":
                break
            self._far.write(data)
            await self._far.drain()
        # A seat that is gone leaves central with what it had sent; central may still commit that.
        with suppress(OSError, RuntimeError):
            self._far.write_eof()
        if self._fate == "before":
            self._near.transport.abort()

    async def answer(self, source: asyncio.StreamReader) -> None:
        while data := await source.read(65536):
            if self._wire.pause:
                await asyncio.sleep(self._wire.pause)
            if self._fate in ("after", "torn", "reset", "half_open"):
                if not data.endswith(READY) or self._fate == "half_open":
                    continue
                if self._fate == "torn":
                    self._near.write(data[: len(data) // 2])
                    await self._near.drain()
                break
            if not self._near.transport.is_closing():
                self._near.write(data)
                await self._near.drain()
        if self._fate == "reset":
            self._near.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER)
            self._near.transport.abort()
        else:
            self._near.close()
        self._far.transport.abort()

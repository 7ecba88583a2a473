"""A screen of its own for what needs a real one (X11), in memory."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "1366x768x24"


@contextmanager
def screen(size: str = SIZE) -> Iterator[str]:
    """Yield the display's address."""
    ours, its = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(its), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[its],
        stderr=subprocess.DEVNULL,
    )
    os.close(its)
    try:
        with os.fdopen(ours) as told:
            number = told.readline().strip()
        assert number, "there is no screen"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()

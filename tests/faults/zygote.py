"""Forks seats: everything is imported here and no thread runs, so that a seat stands within milliseconds.

The one place of the harness that needs POSIX. Orders come line by line: a seat to start, or ``kill`` a pid.
"""

import gc
import json
import os
import signal
import sys

from tests.faults import worker


def main(mutant: str = "") -> None:
    if mutant:
        from tests.faults import mutants  # brings much along

        mutants.MUTANTS[mutant].patch_seat()
    gc.disable()  # a seat does not live that long
    gc.freeze()
    children: set[int] = set()
    for line in sys.stdin:
        order = json.loads(line)
        if "kill" in order:
            if order["kill"] in children:  # not reaped yet: the number is still that seat's
                os.kill(order["kill"], signal.SIGKILL)
        else:
            children.add(_fork(order))
        children = {pid for pid in children if os.waitpid(pid, os.WNOHANG) == (0, 0)}
    for pid in children:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _fork(order: dict) -> int:
    pid = os.fork()
    if pid == 0:
        try:
            worker.serve(**order)
        finally:
            os._exit(0)
    return pid


if __name__ == "__main__":
    main(*sys.argv[1:])

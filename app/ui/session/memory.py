"""What was freed still lies in memory until something else is written there. Here it is written over, so that
of customers and keys little is to be found in a program that is locked.

glibc keeps some freed pieces for the same thread as they are, and may hand them out so: only started with
GLIBC_TUNABLES=glibc.malloc.tcache_count=0 a program has none at all.
"""

import ctypes
import gc
import sys
from typing import Any

_HEAD = sys.getsizeof(b"")
_SIZES = range(48, 513, 16)  # Python keeps what is smaller than this in pools of its own, by size
_FREE = 2 << 20  # bytes of each size: more than lies free of it
_PERTURB, _PATTERN = -6, 0xA5  # glibc's M_PERTURB
_NO_HEAP, _SET_DUMPABLE = 1, 4  # WER_FAULT_REPORTING_FLAG_NOHEAP, PR_SET_DUMPABLE
_KEPT, _KEPT_SIZES = 8, range(24, 1033, 16)


def wipe_what_is_freed() -> None:
    """From now on, as early as can be."""
    if libc := _glibc():
        libc.mallopt(_PERTURB, _PATTERN)


def keep_out_of_dumps() -> None:
    """Should the program crash, the system writes down none of its memory: neither to a file nor to whom its
    dumps are sent. Where it cannot be told so, it goes by its own rules."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.WerSetFlags(_NO_HEAP)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)  # a limit says nothing to a dump by pipe


def forget_freed() -> None:
    """Write over what Python and this thread have freed, and give back what is empty; some 70 ms."""
    gc.collect()
    for size in _SIZES:
        [bytes(size - _HEAD) for _ in range(_FREE // size)]
    forget_kept()
    if libc := _glibc():
        libc.malloc_trim(0)


def forget_kept() -> None:
    """Write over what the system keeps for this thread; some 3 ms."""
    if libc := _glibc():
        for size in _KEPT_SIZES:
            for kept in [libc.calloc(1, size) for _ in range(_KEPT)]:
                libc.free(kept)


def _glibc() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "malloc_trim"):
        return None
    libc.calloc.restype, libc.calloc.argtypes = ctypes.c_void_p, (ctypes.c_size_t, ctypes.c_size_t)
    libc.free.argtypes = (ctypes.c_void_p,)
    return libc

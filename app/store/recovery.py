"""The recovery key: a pair whose private half lies in one file, kept away from every computer."""

import json
import os
from pathlib import Path

from app.store.sealing import WRONG, new_private, public_of
from app.store.slots import SlotRefused

_LARGEST = 4096


def make(path: Path, of: str) -> str:
    """Write the private half to a file nobody else may read, and return the public one.

    *of*: the centre's name, for whoever finds the file. Raises FileExistsError, OSError.
    """
    private = new_private()
    told = {"zuoxi_recovery": 1, "of": of, "public": public_of(private), "private": private.hex()}
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(told, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    return public_of(private)


def read(path: Path) -> bytes:
    """Return the private half; raises SlotRefused("recovery_file")."""
    try:
        if path.stat().st_size > _LARGEST:
            raise SlotRefused("recovery_file")
        told = json.loads(path.read_text("utf-8"))
        private = bytes.fromhex(told["private"])
        if told["zuoxi_recovery"] != 1 or public_of(private) != told["public"]:
            raise SlotRefused("recovery_file")
    except (OSError, *WRONG) as error:
        raise SlotRefused("recovery_file") from error
    return private

"""Small files beside the database, written whole or not at all."""

import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Replace *path* by *text* so that after a power cut it holds the old or the new, never a part."""
    fresh = path.with_name(path.name + ".tmp")
    with fresh.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def append_line(path: Path, line: str) -> None:
    """Add one line; one that a power cut tears does not spoil the next."""
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write("\n" + line + "\n")
        file.flush()
        os.fsync(file.fileno())

"""Translations that no installer compiled: made by Qt's own tool when a language is first spoken."""

import hashlib
import logging
import os
import subprocess
import sys
from pathlib import Path

import PySide6

from app import places

_COMPILE_SECONDS = 20

_log = logging.getLogger(__name__)


def compiled(source: Path) -> Path | None:
    """Return *source* compiled: made in the user's cache, under a name that tells the source's content,
    for file times do not survive every installer. None where that fails."""
    try:
        mark = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
        made = places.cache() / "i18n" / f"{source.stem}-{mark}.qm"
        if not made.exists():
            _compile(source, made)
    except (OSError, subprocess.SubprocessError) as error:
        _log.warning("no translation from %s: %s", source.name, type(error).__name__)
        return None
    return made


def _compile(source: Path, made: Path) -> None:
    """Put *made* in its place whole, and take away what older sources left."""
    tools = Path(PySide6.__file__).parent
    program = tools / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    made.parent.mkdir(parents=True, exist_ok=True)
    half = made.with_suffix(f".{os.getpid()}")
    try:
        subprocess.run(  # noqa: S603 – Qt's own tool on our own file
            [program, "-silent", source, "-qm", half],
            check=True,
            capture_output=True,
            timeout=_COMPILE_SECONDS,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        half.replace(made)
    finally:
        half.unlink(missing_ok=True)
    for old in made.parent.glob(f"{source.stem}-*.qm"):
        if old != made:
            old.unlink(missing_ok=True)

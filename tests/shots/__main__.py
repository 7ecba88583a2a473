"""`python -m tests.shots` takes the pictures of README and help anew; `python -m tests.shots OUTDIR` draws
every screen in every language, theme, scale and size, each pair of language and scale by a child process."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

import pypdfium2

from tests.shots.templates import templates

ROOT = Path(__file__).parents[2]
# Its own screen is 800 wide, and menus of a wider window would not stand at their buttons.
PLATFORM = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"
SHOTS = ROOT / "resources" / "help" / "shots"
KEPT = {
    "2-refused": "refused",
    "3-dispatched": "dispatched",
    "4-cut": "cut",
    "6-second-seat": "second-seat",
}
DRAWN = {"list-calls": "lists", "print-preview": "preview"}
# The demonstration speaks Chinese: what other languages can be shown of it without a network to cut.
SPOKEN = DRAWN | {"form-gas_repair-refused": "refused", "saved": "dispatched"}


def readme() -> int:
    os.environ["QT_QPA_PLATFORM"] = PLATFORM
    from app.demo.run import run

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        if code := run(headless=True, calls=None, out=out, seed=1):
            return code
        SHOTS.mkdir(parents=True, exist_ok=True)
        for taken, name in KEPT.items():
            shutil.copy(out / f"{taken}.png", SHOTS / f"{name}.png")
        document = pypdfium2.PdfDocument(sorted((out / "slips").glob("*.pdf"))[0])
        document[0].render(scale=1.5).to_pil().save(SHOTS / "slip.png")
        document.close()
        templates(SHOTS)
        return _drawn(out)


def _drawn(out: Path) -> int:
    """Take those the demonstration does not pass, and in the other languages what can be shown alone."""
    for language, screens in (("zh_CN", DRAWN), ("zh_TW", SPOKEN), ("en", SPOKEN)):
        folder = SHOTS if language == "zh_CN" else SHOTS / language
        folder.mkdir(parents=True, exist_ok=True)
        look = [language, "100", "light", "1366x768"]
        for screen, name in screens.items():
            command = [sys.executable, "-m", "tests.shots.draw", str(out), *look, screen]
            if code := subprocess.run(command, cwd=ROOT).returncode:
                return code
            shutil.copy(out / f"{screen}-{language}-light-100-1366x768.png", folder / f"{name}.png")
    return 0


def every_screen(asked: argparse.Namespace) -> int:
    asked.outdir.mkdir(parents=True, exist_ok=True)
    failed = 0
    for language, scale in product(asked.language, asked.scale):
        environment = os.environ | {"QT_QPA_PLATFORM": PLATFORM, "QT_SCALE_FACTOR": str(int(scale) / 100)}
        words = [str(asked.outdir.resolve()), language, scale, ",".join(asked.theme), ",".join(asked.size)]
        command = [sys.executable, "-m", "tests.shots.draw", *words, asked.only]
        failed |= subprocess.run(command, cwd=ROOT, env=environment).returncode
    return int(bool(failed))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("outdir", type=Path, nargs="?")
    parser.add_argument("--only", default="", help="screens whose name holds this")
    for name, values in (
        ("language", ("zh_CN", "zh_TW", "en")),
        ("theme", ("light", "dark")),
        ("scale", ("100", "150", "200")),
        ("size", ("1366x768", "4K")),
    ):
        parser.add_argument(f"--{name}", nargs="+", choices=values, default=values)
    asked = parser.parse_args()
    return every_screen(asked) if asked.outdir else readme()


sys.exit(main())

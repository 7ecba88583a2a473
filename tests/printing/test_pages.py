"""A PDF's pages as pictures."""

import pytest

from app.printing import slip
from app.printing.pages import opened


def test_a_page_is_as_large_as_it_is_asked_for(sheet):
    with opened(slip.in_memory(sheet(copies=("stub", "user")))) as pages:
        assert len(pages) == 2
        assert [round(side) for side in pages.size(0)] == [420, 595]
        picture = pages.picture(1, 144)
    assert (picture.width, picture.height) == (840, 1191)
    assert len(picture.dots) == picture.stride * picture.height


def test_it_is_black_on_white(sheet, tmp_path):
    path = tmp_path / "slip.pdf"
    slip.draw(sheet(), path)
    with opened(path) as pages:
        dots = pages.picture(0, 150).dots
    assert (min(dots), max(dots)) == (0, 255)
    assert sum(dot < 128 for dot in dots) / len(dots) == pytest.approx(0.03, abs=0.02)

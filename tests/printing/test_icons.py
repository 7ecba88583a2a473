"""The icons the program draws itself with."""

import xml.etree.ElementTree as ET

import pytest

from app import places

ICONS = sorted((places.resources() / "icons").glob("*.svg"))


def test_there_are_icons_and_their_licence():
    assert len(ICONS) > 40
    assert "ISC License" in (places.resources() / "icons" / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("path", [icon for icon in ICONS if icon.stem != "zuoxi"], ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_of_the_palette(path):
    picture = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 our own file
    assert picture.get("stroke") == "currentColor"
    assert picture.get("viewBox") == "0 0 24 24"

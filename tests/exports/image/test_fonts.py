"""The faces of images are those of the page, one file a weight, and their widths are true."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dashboard.exports.image import fonts
from scripts import fonts as made

FAMILIES = {family.name: family for family in made.FAMILIES}
FACES = [(name, weight) for name, weights in made.FACES.items() for weight in weights]


@pytest.mark.parametrize("path", fonts.files(), ids=lambda path: Path(path).name)
def test_a_face_bears_the_name_that_images_ask_for(path: str) -> None:
    with TTFont(path) as font:
        assert font["name"].getDebugName(1) in (fonts.SANS, fonts.SERIF)
        assert font["OS/2"].usWeightClass == int(Path(path).stem[-3:])
        assert "fvar" not in font
        assert "Source" not in font["name"].getDebugName(1)


@pytest.mark.parametrize(("name", "weight"), FACES)
def test_a_face_and_its_widths_come_from_the_font_of_the_page(name: str, weight: int) -> None:
    font = made.face(FAMILIES[name], weight)
    held = json.loads((fonts.FOLDER / "largeurs.json").read_text(encoding="utf-8"))
    assert held[name][str(weight)] == made.widths(font)
    with TTFont(fonts.FOLDER / f"{FAMILIES[name].target}-{weight}.ttf") as kept:
        assert made.widths(kept) == made.widths(font)


def test_a_narrow_no_break_space_parts_digits_in_images_too() -> None:
    whole, parted = (fonts.width(text, fonts.SANS, 400, 1000) for text in ("1234", "1\u202f234"))
    assert parted - whole == made.THIN_SPACE

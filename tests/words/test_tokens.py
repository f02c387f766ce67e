"""Colours are told apart by every eye, and stand in one file."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from dashboard.web import static_files
from dashboard.words import tokens
from tests.conftest import ROOT

PILLARS = ("cadre", "emploi", "social", "pilotage")
TEXTS = ("ink", "ink-2", "ink-3", "qpv", *(f"{name}-text" for name in PILLARS), "better", "worse")
MARKS = ("qpv", "qva", "reference", *PILLARS, "class-4", "class-5", "focus")
Vector = tuple[float, float, float]

# Linear RGB → what a protanope, a deuteranope, a tritanope sees (Viénot 1999, Brettel 1997).
EYES = {
    "protan": ((0.112, 0.888, 0.0), (0.112, 0.888, 0.0), (0.004, -0.004, 1.0)),
    "deutan": ((0.292, 0.708, 0.0), (0.292, 0.708, 0.0), (-0.022, 0.022, 1.0)),
    "tritan": ((1.0, 0.145, -0.145), (0.0, 0.859, 0.141), (0.0, 0.859, 0.141)),
}


def linear(colour: str) -> Vector:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lab(rgb: Vector) -> Vector:
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, eye: str) -> Vector:
    rgb = linear(colour)
    values = [max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True))) for row in EYES[eye]]
    return lab((values[0], values[1], values[2]))


@pytest.mark.parametrize("ground", ["paper", "ground"])
@pytest.mark.parametrize("name", TEXTS)
def test_every_text_colour_reads_on_paper_and_on_the_ground(name: str, ground: str) -> None:
    assert contrast(tokens.colour(name), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", MARKS)
def test_every_mark_stands_out_on_paper(name: str) -> None:
    assert contrast(tokens.colour(name), tokens.colour("paper")) >= 3


def test_the_notice_reads_on_its_ground() -> None:
    assert contrast(tokens.colour("notice"), tokens.colour("notice-ground")) >= 4.5


@pytest.mark.parametrize("eye", EYES)
def test_pillars_are_told_apart_by_colour_blind_eyes(eye: str) -> None:
    """Grey is no pillar of the contract: it stands for steering, and is named beside its bars."""
    for one, other in itertools.combinations(PILLARS[:3], 2):
        first, second = (seen(tokens.colour(name), eye) for name in (one, other))
        distance = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5
        assert distance >= 20, (one, other)


def test_neighbouring_classes_differ_enough_in_grey() -> None:
    classes = [luminance(tokens.colour(f"class-{i}")) + 0.05 for i in range(1, 6)]
    for light, dark in itertools.pairwise(classes):
        assert light / dark >= 1.5


def test_a_colour_seen_through_is_that_of_its_role() -> None:
    assert tokens.veil("paper", 0.85) == "rgba(255,255,255,0.85)"


WRITTEN = re.compile(r"(?<![&\w])#(?:[0-9a-fA-F]{3,4}){1,2}\b|rgba?\(\d")
CLEAR = re.compile(r"rgba?\(0 ?,? ?0 ?,? ?0[^)]*\)")
"""What sees through, and a shadow, are no colours of the palette."""
SPEAKING = (".py", ".typ", ".css", ".js", ".svg")


def coloured() -> list[Path]:
    """Every file of ours that could write a colour, but the tokens."""
    found = [path for place in ("dashboard", "assets") for path in (ROOT / place).rglob("*.*")]
    ours = [path for path in found if path.suffix in SPEAKING and "vendor" not in path.parts]
    return [path for path in ours if path != tokens.PATH]


def test_no_colour_is_written_outside_the_tokens() -> None:
    assert {path.suffix for path in coloured()} == set(SPEAKING)
    for path in coloured():
        found = WRITTEN.findall(CLEAR.sub("", path.read_text(encoding="utf-8")))
        assert not found, (path, found)


def test_the_icon_of_the_window_follows_them_too() -> None:
    icon = static_files.file("icone.svg")
    assert icon is not None
    said = icon.content.decode()
    assert f'fill="{tokens.colour("qpv")}"' in said
    assert "var(" not in said

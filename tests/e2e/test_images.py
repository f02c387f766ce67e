"""Each check of an image finds the fault that it is there for: a true export, spoilt one way."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.e2e import images
from tests.e2e.images import Due

pytestmark = pytest.mark.slow

TITLE = "Nombre des subventions de l’État par pilier, 2016-2025"


@pytest.fixture(scope="module")
def pair(context: BrowserContext, real: str) -> tuple[bytes, bytes]:
    """The SVG and the PNG of one figure, as the server makes them."""
    page = context.new_page()
    address = f"{real}/figure/actions/nombres"
    svg, png = (
        page.request.get(f"{address}.{form}?format=demi-page").body() for form in ("svg", "png")
    )
    page.close()
    return svg, png


@pytest.fixture(scope="module")
def reader(context: BrowserContext) -> Iterator[Page]:
    """A page on which images are opened."""
    page = context.new_page()
    yield page
    page.close()


DUE = Due(
    TITLE,
    "subventionsdel’État",
    ("Lecture", "pilier proposé", "Source"),
    (1240, 877),
    ("Une note.",),
)


def spoilt(old: str, new: str) -> Callable[[str], str]:
    """A change of the drawing that is sure to change it."""

    def change(svg: str) -> str:
        assert re.search(old, svg)
        return re.sub(old, new, svg, count=1)

    return change


def more(text: str) -> Callable[[str], str]:
    """Something more at the end of the sheet."""
    return spoilt(r"</svg>$", f"{text}</svg>")


def label(words: str, x: int, y: int, family: str = "Observatoire Sans") -> str:
    return f'<text x="{x}" y="{y}" font-size="13" font-family="{family}">{words}</text>'


SPOILT = {
    "nothing": ("", spoilt("^", "")),
    "size": ("size", spoilt('width="1240"', 'width="1241"')),
    "shape": ("frame", spoilt('viewBox="0 0 (\\d+)', 'viewBox="0 0 9\\1')),
    "no title": ("title", spoilt("<title.*?</title>", "")),
    "another title": ("title", spoilt("<title([^>]*)>", "<title\\1>x")),
    "no alternative": ("alternative", spoilt("(?s)<desc.*?</desc>", "")),
    "no reading": ("unsaid: Lecture", spoilt("<text[^>]*><tspan[^>]*>Lecture.*?</text>", "")),
    "no tag": (
        "unsaid: pilier proposé",
        spoilt("<text[^>]*><tspan[^>]*>pilier prop.*?</text>", ""),
    ),
    "no source": ("unsaid: Source", spoilt("<text[^>]*><tspan[^>]*>Source.*?</text>", "")),
    "no date": ("unsaid: date", spoilt("Exporté le", "Exporté")),
    "a note left out": ("left out", spoilt("limites se lisent", "limites se liront")),
    "too far left": ("outside: loin", more(label("loin", -3, 300))),
    "too far right": (
        "outside: une ligne trop longue",
        more(label("une ligne trop longue", 790, 4)),
    ),
    "too low": ("outside: bas", more(label("bas", 300, 9000))),
    "one over another": ("overlap: un", more(label("un", -200, 9000) + label("deux", -203, 9004))),
    "cut": (
        "clipped: coupé",
        more(
            f'<clipPath id="c"><path d="M40 40h9v9h-9z"/></clipPath><g clip-path="url(#c)">'
            f"{label('coupé', 40, 48)}</g>"
        ),
    ),
    "a glyph that the face lacks": ("glyph: ['Ж']", more(label("Ж", 4, 20))),
    "a face that is not inside": ("glyph", more(label("a", 4, 20, "Arial"))),
    "a face taken out": ("glyph", spoilt("@font-face{[^}]*Serif[^}]*}", "")),
    "not vector": ("raster", more('<image width="9" height="9"/>')),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_wrong_with_a_drawing_is_found(
    reader: Page, pair: tuple[bytes, bytes], tmp_path: Path, name: str
) -> None:
    fault, spoil = SPOILT[name]
    svg = spoil(pair[0].decode()).encode()
    found = images.faults(images.opened(reader, svg, tmp_path), DUE)
    assert [one for one in found if one.startswith(fault)] if fault else found == []


def rewritten(png: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The PNG with the content of its chunks changed, or some of them left out."""
    parts = [png[:8]]
    for name, body in images.chunks(png):
        new = change(name, body)
        if new is not None:
            named = name.encode() + new
            parts.append(struct.pack(">I", len(new)) + named + struct.pack(">I", zlib.crc32(named)))
    return b"".join(parts)


def test_a_png_left_as_it_is_has_no_fault(reader: Page, pair: tuple[bytes, bytes]) -> None:
    svg, png = pair
    kept = rewritten(png, lambda name, body: body)
    assert kept == png
    assert images.picture_faults(reader, png, svg, DUE, 1) == []


def test_a_png_that_says_nothing_is_found(reader: Page, pair: tuple[bytes, bytes]) -> None:
    svg, png = pair
    mute = rewritten(png, lambda name, body: None if name == "iTXt" else body)
    assert images.picture_faults(reader, mute, svg, DUE, 1) == ["title", "alternative"]


def test_a_png_of_another_size_is_found(reader: Page, pair: tuple[bytes, bytes]) -> None:
    svg, png = pair
    assert images.picture_faults(reader, png, svg, DUE, 2) == ["size: (1240, 877)"]


@pytest.mark.parametrize("lost", ["Lecture", "Source", "pilier proposé"])
def test_a_png_where_words_are_not_painted_is_found(
    reader: Page, pair: tuple[bytes, bytes], lost: str
) -> None:
    svg, png = pair
    whole = spoilt(f"(<text[^>]*>)<tspan[^>]*>{lost}.*?</text>", "\\1</text>")(svg.decode())
    found = images.picture_faults(reader, png, whole.encode(), DUE, 1)
    assert [fault.split(":")[0] for fault in found] == ["unlike"]


def test_a_chunk_that_was_damaged_is_found(pair: tuple[bytes, bytes]) -> None:
    png = bytearray(pair[1])
    png[60] ^= 1
    with pytest.raises(AssertionError):
        list(images.chunks(bytes(png)))

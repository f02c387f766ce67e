"""An image says all that its card says, at the size asked, and its words are painted."""

from __future__ import annotations

import datetime as dt
import re
import struct
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterator

import pytest

from dashboard.content import Exhibit
from dashboard.exports.image import composition, png
from dashboard.exports.image.composition import PRESETS
from dashboard.exports.image.content import ImageContent, ImageOrigin
from tests.components import gallery

ORIGIN = ImageOrigin(
    "http://ville.exemple/actions?annee=2016", dt.date(2026, 3, 1), "Un avis de page."
)
SVG = "{http://www.w3.org/2000/svg}"
EXHIBITS = {item.slug: item for item in (gallery.money(), gallery.gap(), gallery.place_map())}


def content(item: Exhibit, origin: ImageOrigin = ORIGIN) -> ImageContent:
    assert item.chart is not None
    return ImageContent(item, item.chart, origin)


def flat(words: str) -> str:
    return re.sub(r"\s+", "", words)


def said(svg: str) -> str:
    texts = ET.fromstring(svg).iter(f"{SVG}text")
    return flat(" ".join("".join(text.itertext()) for text in texts))


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("slug", EXHIBITS)
def test_an_image_says_all_that_its_card_says(slug: str, preset: str) -> None:
    it = content(EXHIBITS[slug])
    words = said(composition.image(it, PRESETS[preset]).svg())
    due = [it.exhibit.title, it.exhibit.subtitle, it.filters, it.source, it.verdict, "Un avis"]
    due += [*it.exhibit.tags, *(label for _, label in it.exhibit.legend)]
    due += ["".join(run.text for run in it.reading), "Exporté le 1er mars 2026", "annee=2016"]
    assert [one for one in due if flat(one) not in words] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_notes_that_do_not_fit_are_told(preset: str) -> None:
    it = content(gallery.money())
    words = said(composition.image(it, PRESETS[preset]).svg())
    left = [note for note in it.exhibit.notes if flat(note) not in words]
    assert not left or "limitesselisentàl’adressedelavue." in words


@pytest.mark.parametrize("preset", [name for name, one in PRESETS.items() if one.height])
def test_an_image_has_the_size_of_its_preset(preset: str) -> None:
    root = ET.fromstring(composition.image(content(gallery.money()), PRESETS[preset]).svg())
    size = (int(root.get("width", "")), int(root.get("height", "")))
    assert size == (PRESETS[preset].width, PRESETS[preset].height)


def test_an_image_tells_what_stands_for_it_and_carries_its_faces() -> None:
    it = content(gallery.money())
    svg = composition.image(it, PRESETS["carre"]).svg()
    root = ET.fromstring(svg)
    assert root.findtext(f"{SVG}title") == it.exhibit.title
    assert it.exhibit.alt in (root.findtext(f"{SVG}desc") or "")
    assert svg.count("@font-face") == 2
    assert "http://ville.exemple" not in svg.replace(it.stamp, "") or "url(http" not in svg


def chunks(raw: bytes) -> Iterator[tuple[str, bytes]]:
    at = 8
    while at < len(raw):
        (size,) = struct.unpack(">I", raw[at : at + 4])
        named, (told,) = raw[at + 4 : at + 8 + size], struct.unpack(">I", raw[at + 8 + size :][:4])
        assert zlib.crc32(named) == told
        yield named[:4].decode("ascii"), named[4:]
        at += 12 + size


def dark(raw: bytes) -> int:
    """How many pixels of an RGBA image are as dark as letters are."""
    found = list(chunks(raw))
    width, height, _, kind = struct.unpack(">IIBB", dict(found)["IHDR"][:10])
    assert kind == 6
    data = zlib.decompress(b"".join(body for name, body in found if name == "IDAT"))
    rows = _unfiltered(data, width * 4, height)
    return sum(max(row[at : at + 3]) < 110 for row in rows for at in range(0, width * 4, 4))


def _unfiltered(data: bytes, stride: int, height: int) -> Iterator[bytes]:
    above = bytes(stride)
    for line in range(height):
        start = line * (stride + 1)
        row = bytearray(data[start + 1 : start + 1 + stride])
        for at in range(stride):
            left, up = (row[at - 4] if at > 3 else 0), above[at]
            corner = above[at - 4] if at > 3 else 0
            row[at] = (row[at] + _predicted(data[start], left, up, corner)) & 255
        yield bytes(row)
        above = bytes(row)


def _predicted(how: int, left: int, up: int, corner: int) -> int:
    if how == 4:
        guess = left + up - corner
        return min((left, up, corner), key=lambda one: abs(guess - one))
    return (0, left, up, (left + up) // 2)[how]


SMALL = composition.Preset(400, 400, 800, 150, 3)


def test_the_words_of_an_image_are_painted() -> None:
    it = content(gallery.gap())
    whole = composition.image(it, SMALL)
    mute = composition.Image(
        re.sub(r"<tspan font[^>]*>[^<]*</tspan>", "", whole.body), 400, whole.height, 150
    )
    lost = composition.Image(
        re.sub(r"Observatoire \w+", "Une Autre", whole.body), 400, whole.height, 150
    )
    inks = [dark(png.painted(one, it, 1)) for one in (whole, mute, lost)]
    assert inks[0] > 1.5 * inks[1]
    assert inks[0] > 1.5 * inks[2]


@pytest.mark.parametrize("scale", png.SCALES)
def test_a_png_is_as_fine_as_asked_and_says_what_it_is(scale: int) -> None:
    it = content(gallery.money())
    raw = png.painted(composition.image(it, PRESETS["a4"]), it, scale)
    found = dict(chunks(raw))
    assert struct.unpack(">II", found["IHDR"][:8]) == (1240 * scale, 1754 * scale)
    per_metre, _, unit = struct.unpack(">IIB", found["pHYs"])
    assert (round(1240 * scale / per_metre * 1000), unit) == (210, 1)
    texts = [body.split(b"\0", 5) for name, body in chunks(raw) if name == "iTXt"]
    words = {parts[0].decode(): parts[5].decode() for parts in texts}
    assert words == {
        "Title": it.exhibit.title,
        "Description": it.description,
        "Copyright": it.exhibit.source,
        "Comment": it.citation,
    }


def test_a_fictional_territory_is_marked_in_its_images() -> None:
    it = content(gallery.place_map())
    assert [notice for label, notice in it.tags if label == "Territoire fictif"] == [
        True for tag in it.exhibit.tags if tag == "Territoire fictif"
    ]

"""An exported image as it was saved: what it holds, and what is wrong with it."""

from __future__ import annotations

import base64
import re
import struct
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont
from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"
EMPTY = "about:blank"
"""Where pictures are compared: to go there from a drawing, and back, is most of the work."""
SLIVER = 1.0
"""Pixels that two labels may share: what rounding makes of two that touch."""
ALIKE = 22.0
"""Of 255: how much darker or lighter a tile of the PNG may be than the same one of the SVG. A line
that a browser alone sets on a whole pixel differs by 19; lost words by 25 and more."""
DATE = re.compile(r"Exportéle(1er|\d+)[a-zéû]+\d{4}·vuefigée:(http|page/)")
ELSEWHERE = "limitesselisentàl’adressedelavue."
"""What an image says where it leaves notes out, as ``flat`` gives it."""
FACE = re.compile(rb"@font-face\{font-family:\"?([^;\"]+)\"?;[^}]*base64,([A-Za-z0-9+/=]+)")
LINES = """() => {
  const root = document.documentElement;
  const out = root.getScreenCTM().inverse();
  const pen = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas").getContext("2d");

  const bounds = (points) => {
    const [xs, ys] = ["x", "y"].map((side) => points.map((point) => point[side]));
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };

  const placed = (element, corners) => {
    const matrix = out.multiply(element.getScreenCTM());
    return bounds(corners.map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix)));
  };

  const boxes = (line, style) => {
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const tall = pen.measureText(line.textContent);
    const start = line.getStartPositionOfChar(0);
    const end = line.getEndPositionOfChar(line.getNumberOfChars() - 1);
    const box = (up, down) =>
      placed(line.closest("text"), [[start.x, start.y - up], [end.x, end.y + down]]);
    return [
      box(tall.fontBoundingBoxAscent, tall.fontBoundingBoxDescent),
      box(tall.actualBoundingBoxAscent, tall.actualBoundingBoxDescent),
    ];
  };

  /* The windows through which a text is seen: those of its ancestors that cut. */
  const windows = (element) => {
    const found = [];
    for (let at = element; at && at !== root; at = at.parentElement) {
      const named = getComputedStyle(at).clipPath.match(/#([^")]+)/);
      const shape = named && document.getElementById(named[1])?.firstElementChild;
      if (!shape) continue;
      const { x, y, width, height } = shape.getBBox();
      found.push(placed(at, [[x, y], [x + width, y + height]]));
    }
    return found;
  };

  const lines = (text) => {
    const spans = [...text.querySelectorAll("tspan[x]")];
    return (spans.length ? spans : [text]).filter((line) => line.textContent.trim());
  };

  const seen = (text) => text.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const read = (text) => lines(text).map((line) => {
    const style = getComputedStyle(line);
    const size = parseFloat(style.fontSize);
    return [line.textContent, style.fontFamily, size, text.parentNode === root,
      ...boxes(line, style), windows(text)];
  });
  const late = new Promise((done) => setTimeout(done, 10000));
  return Promise.race([document.fonts.ready, late]).then(() =>
    [...root.querySelectorAll("text")].filter(seen).flatMap(read));
}"""
"""Each line of each text: its words, its face, the box of the line, the box of its ink."""
APART = """async ([png, svg, scale]) => {
  const TILE = 16;
  const loaded = async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  };
  const [one, other] = await Promise.all([png, svg].map(loaded));
  const [width, height] = [one.width / scale, one.height / scale];
  const dots = (image) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0, width, height);
    return pen.getImageData(0, 0, width, height).data;
  };
  const [painted, drawn] = [dots(one), dots(other)];
  const across = Math.ceil(width / TILE);
  const sums = new Float64Array(across * Math.ceil(height / TILE));
  for (let at = 0; at < painted.length; at += 4) {
    const dot = at / 4;
    const tile = Math.floor(Math.floor(dot / width) / TILE) * across
      + Math.floor((dot % width) / TILE);
    sums[tile] += painted[at + 1] - drawn[at + 1];
  }
  return Math.max(...sums.map(Math.abs)) / TILE / TILE;
}"""
"""How far two pictures are where they differ most, tile by tile at scale 1: lost words show."""


class Box(NamedTuple):
    """Sides in the pixels of the view."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: Box) -> bool:
        """Whether nothing of it stands outside the other."""
        return (
            self.left >= other.left - SLIVER
            and self.top >= other.top - SLIVER
            and self.right <= other.right + SLIVER
            and self.bottom <= other.bottom + SLIVER
        )

    def shared(self, other: Box) -> float:
        """The smaller side of what both cover; below zero where they are apart."""
        return min(
            min(self.right, other.right) - max(self.left, other.left),
            min(self.bottom, other.bottom) - max(self.top, other.top),
        )


@dataclass(frozen=True)
class LineBox:
    """A line of text. ``own``: of the sheet itself, not of the drawing that it frames."""

    text: str
    family: str
    size: float
    own: bool
    box: Box
    ink: Box
    windows: tuple[Box, ...]

    def follows(self, other: LineBox) -> bool:
        """Whether both may be lines of one paragraph, whose boxes are taller than their step."""
        return self.own and other.own and (self.size, self.family) == (other.size, other.family)

    def shared(self, other: LineBox) -> float:
        """The smaller side of what both cover."""
        if self.follows(other):
            return self.ink.shared(other.ink)
        return self.box.shared(other.box)


@dataclass(frozen=True)
class Drawing:
    """An SVG opened by itself in a browser: with no other face than those it carries."""

    root: ET.Element
    faces: dict[str, frozenset[str]]
    lines: tuple[LineBox, ...]

    @property
    def frame(self) -> Box:
        """The sheet, in the pixels of the view."""
        return Box(*map(float, self.root.get("viewBox", "").split()))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height at which it shows."""
        return int(self.root.get("width", "0")), int(self.root.get("height", "0"))

    @property
    def words(self) -> str:
        """All that it says, without the blanks that depend on where lines break."""
        return flat(" ".join(line.text for line in self.lines))


@dataclass(frozen=True)
class Due:
    """What an image owes to its reader. ``size`` in pixels, no height where it is free.

    Unless it must be ``whole``, an image may leave notes out: it then says where they are read.
    """

    title: str
    alternative: str
    said: tuple[str, ...]
    size: tuple[int, int]
    notes: tuple[str, ...] = ()
    whole: bool = False


def opened(reader: Page, svg: bytes, folder: Path) -> Drawing:
    """The drawing as a reader's software shows it."""
    copy = folder / "dessin.svg"
    copy.write_bytes(svg)
    reader.goto(copy.as_uri())
    found: Any = reader.evaluate(LINES)
    lines = tuple(
        LineBox(text, family, size, own, Box(*box), Box(*ink), tuple(Box(*one) for one in through))
        for text, family, size, own, box, ink, through in found
    )
    faces = {name.decode(): _known(face) for name, face in FACE.findall(svg)}
    return Drawing(ET.fromstring(svg), faces, lines)


@cache
def _known(face: bytes) -> frozenset[str]:
    with TTFont(BytesIO(base64.b64decode(face))) as font:
        return frozenset(chr(code) for code in font.getBestCmap())


def flat(words: str) -> str:
    """Words without any blank."""
    return re.sub(r"\s+", "", words)


def faults(drawing: Drawing, due: Due) -> list[str]:
    """What is wrong with a drawing, each with the words that it is about; empty: nothing."""
    return [*_undue(drawing, due), *_ill_set(drawing), *_untrue(drawing)]


def _undue(drawing: Drawing, due: Due) -> Iterator[str]:
    yield from _misshapen(drawing, due)
    if drawing.root.findtext(f"{SVG}title") != due.title:
        yield "title"
    if due.alternative not in flat(drawing.root.findtext(f"{SVG}desc") or ""):
        yield "alternative"
    yield from (f"unsaid: {words}" for words in due.said if flat(words) not in drawing.words)
    if not DATE.search(drawing.words):
        yield "unsaid: date"
    left = [note for note in due.notes if flat(note) not in drawing.words]
    if left and (due.whole or ELSEWHERE not in drawing.words):
        yield f"left out: {left}"


def _misshapen(drawing: Drawing, due: Due) -> Iterator[str]:
    width, height = drawing.size
    if (width, height if due.size[1] else 0) != due.size:
        yield f"size: {drawing.size}"
    if abs(drawing.frame.right / drawing.frame.bottom - width / height) > 0.002:
        yield f"frame: {drawing.frame}"


def _ill_set(drawing: Drawing) -> Iterator[str]:
    for line in drawing.lines:
        if not line.box.within(drawing.frame):
            yield f"outside: {line.text}"
        if not all(line.ink.within(window) for window in line.windows):
            yield f"clipped: {line.text}"
    for one, other in combinations(drawing.lines, 2):
        if one.shared(other) > SLIVER:
            yield f"overlap: {one.text} | {other.text} | {one.shared(other):.1f}"


def _untrue(drawing: Drawing) -> Iterator[str]:
    for line in drawing.lines:
        family = line.family.split(",")[0].strip("\"' ")
        missing = set(line.text) - drawing.faces.get(family, frozenset()) - {"\n"}
        if missing:
            yield f"glyph: {sorted(missing)} of {family} | {line.text}"
    if next(drawing.root.iter(f"{SVG}image"), None) is not None:
        yield "raster"


def chunks(png: bytes) -> Iterator[tuple[str, bytes]]:
    """The chunks of a PNG, each checked against its own sum."""
    at = 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        named, (told,) = png[at + 4 : at + 8 + size], struct.unpack(">I", png[at + 8 + size :][:4])
        assert zlib.crc32(named) == told
        yield named[:4].decode("ascii"), named[4:]
        at += 12 + size


def texts(png: bytes) -> dict[str, str]:
    """What a PNG says of itself, by keyword."""
    found = [body.split(b"\0", 5) for name, body in chunks(png) if name == "iTXt"]
    return {parts[0].decode("latin-1"): parts[5].decode("utf-8") for parts in found}


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels."""
    width, height = struct.unpack(">II", dict(chunks(png))["IHDR"][:8])
    return width, height


def dots_per_inch(png: bytes) -> float:
    """How fine it prints."""
    per_metre, _, unit = struct.unpack(">IIB", dict(chunks(png))["pHYs"])
    assert unit == 1
    return float(per_metre * 0.0254)


def picture_faults(reader: Page, png: bytes, svg: bytes, due: Due, scale: int) -> list[str]:
    """What is wrong with a PNG, the SVG of the same sheet being right."""
    said = texts(png)
    addresses = [
        f"data:image/{kind};base64,{base64.b64encode(raw).decode()}"
        for kind, raw in (("png", png), ("svg+xml", svg))
    ]
    if reader.url != EMPTY:
        reader.goto(EMPTY)
    apart = reader.evaluate(APART, [*addresses, scale])
    found = {
        f"size: {size(png)}": size(png) == (due.size[0] * scale, due.size[1] * scale),
        "title": said.get("Title") == due.title,
        "alternative": due.alternative in flat(said.get("Description", "")),
        f"unlike: {apart:.1f}": apart < ALIKE,
    }
    return [fault for fault, right in found.items() if not right]

"""The sheet of an image at a preset: the first way of laying it whose figure stays legible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import takewhile
from math import inf

from dashboard.exports.image import fonts, layouts
from dashboard.exports.image.blocks import short
from dashboard.exports.image.content import ImageContent
from dashboard.exports.image.layouts import BESIDE, MARGIN, SPARSE, STACKED, Laid, SheetRoom
from dashboard.words import tokens

LEGIBLE = 0.8
GROWTHS = (1, 1.1, 1.2, 1.35, 1.5, 1.8)
"""A sheet too full is set smaller: its view is that many times wider."""
LARGER = (0.73, 0.8, 0.9)
"""A sheet left white is set larger, the largest first."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A sheet in pixels at scale 1; no height where it is free.

    ``view`` is the width in which text keeps its size on screen, so that 13 pixels of a chart read
    like 10 points on paper. ``notes``: how many fit without crowding.
    """

    width: int
    height: int
    view: int
    per_inch: int
    notes: float = inf
    beside: bool = False


PRESETS = {
    "diapositive": Preset(1600, 900, 1000, 120, 2, beside=True),
    "a4": Preset(1240, 1754, 760, 150),
    "demi-page": Preset(1240, 877, 800, 150, 2, beside=True),
    "carre": Preset(1200, 1200, 800, 150, 3),
    "ecran": Preset(960, 0, 960, 96),
}


@dataclass(frozen=True, slots=True)
class Image:
    """A sheet as SVG, without its faces, and the pixels that it takes at scale 1."""

    body: str
    width: int
    height: int
    per_inch: int

    def svg(self, faces: bool = True) -> str:
        """The file; it carries its ``faces`` for whoever opens it."""
        style = f"<style>{fonts.embedded()}</style>" if faces else ""
        return self.body.replace(_STYLE, style, 1)


_STYLE = "<style/>"


@dataclass(frozen=True, slots=True)
class _Offer:
    """A way that holds: its view, its number of notes, how large it sets the figure."""

    laid: Laid
    page: SheetRoom
    growth: float
    count: int

    @property
    def figure(self) -> float:
        return self.laid.box.scale / self.growth


def image(content: ImageContent, preset: Preset) -> Image:
    """The image of a content at a preset."""
    chosen = _arranged(content, preset)
    view = preset.view * chosen.growth
    height = round(chosen.page.tall * preset.width / view)
    body = _figure(content, chosen.laid) + chosen.laid.draw(0)
    frame = (view, chosen.page.tall, preset.width, height)
    return Image(_assembled(content, frame, body), preset.width, height, preset.per_inch)


def _arranged(content: ImageContent, preset: Preset) -> _Offer:
    tried: list[_Offer] = []
    for offer in _every(content, preset, GROWTHS):
        if offer.laid.box.scale >= LEGIBLE:
            return _larger(content, preset, offer) or offer
        tried.append(offer)
    return max(tried, key=lambda offer: offer.figure)


def _every(content: ImageContent, preset: Preset, growths: Iterable[float]) -> Iterator[_Offer]:
    """Every way that holds, from the most notes to none, the letters smaller and smaller; a sheet
    that is to say every note is tried smaller before it leaves one out."""
    every, most = tuple(growths), len(content.exhibit.notes)
    for growth in every if preset.notes == inf else ():
        yield from takewhile(lambda one: one.count == most, _offers(content, preset, growth))
    for growth in every:
        yield from _offers(content, preset, growth)


def _offers(content: ImageContent, preset: Preset, growth: float) -> Iterator[_Offer]:
    view = preset.view * growth
    room = view - 2 * MARGIN
    natural = preset.height * view / preset.width or layouts.natural_height(content, room)
    page = SheetRoom(room, natural)
    most = int(min(preset.notes, len(content.exhibit.notes)))
    for count in range(most, -1, -1):
        for way in BESIDE if preset.beside else STACKED:
            laid = way(content, page, count)
            if laid.possible:
                yield _Offer(laid, page, growth, count)


def _larger(content: ImageContent, preset: Preset, fine: _Offer) -> _Offer | None:
    """The same said in larger letters, where the sheet would stay white."""
    if not preset.height or fine.laid.free <= SPARSE * fine.page.tall:
        return None
    found = _every(content, preset, LARGER)
    return next((it for it in found if it.laid.box.scale >= 1 and it.count == fine.count), None)


def _figure(content: ImageContent, laid: Laid) -> str:
    """The drawing itself, nested as true vector."""
    box = laid.box
    width, height = round(box.width), round(box.height)
    return (
        f'<svg x="{short(laid.left)}" y="{short(laid.top)}" width="{short(width * box.scale)}" '
        f'height="{short(height * box.scale)}" viewBox="0 0 {width} {height}" overflow="visible" '
        f'font-family="{fonts.SANS}" aria-hidden="true">{content.drawn(width, height)}</svg>'
    )


def _assembled(content: ImageContent, frame: tuple[float, float, int, int], body: str) -> str:
    wide, tall, width, height = frame
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{width}" height="{height}" viewBox="0 0 {short(wide)} {short(tall)}" role="img" '
        'aria-labelledby="image-titre image-description" xml:lang="fr" lang="fr">'
        f'<title id="image-titre">{escape(content.exhibit.title)}</title>'
        f'<desc id="image-description">{escape(content.description)}</desc>'
        f"{_metadata(content)}{_STYLE}"
        f'<rect width="{short(wide)}" height="{short(tall)}" fill="{tokens.colour("paper")}"/>'
        f"{body}</svg>"
    )


def _metadata(content: ImageContent) -> str:
    """What a program reads of the image, in the terms of Dublin Core."""
    said = {
        "source": content.exhibit.source,
        "identifier": content.origin.address,
        "bibliographicCitation": content.citation,
    }
    terms = "".join(f"<dc:{name}>{escape(one)}</dc:{name}>" for name, one in said.items())
    return f'<metadata xmlns:dc="http://purl.org/dc/terms/">{terms}</metadata>'

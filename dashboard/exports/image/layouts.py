"""Ways of laying an image: head, figure, words and foot, where they fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.exports.image import blocks
from dashboard.exports.image.blocks import EMPTY, ImageBlock, face, paragraph, stack
from dashboard.exports.image.content import ImageContent
from dashboard.exports.image.legend import legend

MARGIN, GAP = 36, 14
STRETCH = 1.6
NARROWEST, LOWEST = 480, 120
SPARSE = 0.1
"""A sheet left white over more than that share is set larger."""
ABOVE = 0.4
"""Of what stays white, the share that goes above."""


@dataclass(frozen=True, slots=True)
class SheetRoom:
    """The room of a sheet, margins out: its width, its height, where its words end."""

    room: float
    tall: float
    bottom: float = 0


@dataclass(frozen=True, slots=True)
class FigureBox:
    """A figure laid out: drawn at that size, then scaled."""

    scale: float
    width: float
    height: float

    @property
    def taken(self) -> float:
        """How tall it stands on the sheet."""
        return self.height * self.scale


@dataclass(frozen=True, slots=True)
class Laid:
    """One way of laying a sheet: where the figure stands, what is drawn around it (moved down by
    what is given), how much stays white, whether it holds."""

    box: FigureBox
    left: float
    top: float
    draw: Callable[[float], str]
    free: float
    possible: bool


Way = Callable[[ImageContent, SheetRoom, int], Laid]
"""(content, page, number of notes) → the sheet."""


def head(content: ImageContent, room: float) -> ImageBlock:
    """Title, subtitle, filters and tags."""
    item = content.exhibit
    said = [blocks.inline(content.filters, room)] if content.filters else []
    boxes = [*said, *(blocks.tag(label, notice) for label, notice in content.tags)]
    return stack(
        (
            blocks.title(item.title, room, (27, 23, 20)),
            paragraph(item.subtitle, face(15), room),
            blocks.flow(boxes, room, 10, 5),
        ),
        6,
    )


def said(content: ImageContent, room: float, count: float) -> ImageBlock:
    """Legend, names of numbers, « Lecture », verdict, and that many notes."""
    notes = content.exhibit.notes[: int(count)]
    if len(notes) < len(content.exhibit.notes):
        notes = (*notes, _elsewhere(bool(notes)))
    return stack(
        (
            legend(content.exhibit.legend, room),
            paragraph(content.key, face(12.5), room),
            paragraph(content.reading, face(14, "ink"), room),
            blocks.boxed(content.verdict, room),
            stack((paragraph(note, face(12), room) for note in notes), 3),
        ),
        9,
    )


def _elsewhere(some: bool) -> str:
    return f"Les {'autres ' if some else ''}limites se lisent à l’adresse de la vue."


def foot(content: ImageContent, room: float) -> ImageBlock:
    """Source, notice of the territory, day and address."""
    notice = content.origin.notice
    return stack(
        (
            blocks.rule(room),
            paragraph(content.source, face(12), room),
            paragraph(notice, face(12), room) if notice else EMPTY,
            paragraph(content.stamp, face(12, "ink-3"), room),
        ),
        3,
    )


def fitted(room: float, height: float, content: ImageContent) -> FigureBox:
    """The figure in that room: never drawn lower or narrower than it was designed, but scaled
    down, so that its labels cannot collide; nor stretched out of shape."""
    natural = content.height
    scale = max(min(1.0, height / natural, room / NARROWEST), 0.01)
    width = room / scale
    tallest = max(width * content.ratio, natural) if content.ratio else natural * STRETCH
    return FigureBox(scale, width, min(height / scale, tallest))


def lowest(content: ImageContent) -> float:
    """What a figure needs of height, at least: it is not small because it was designed so."""
    return min(LOWEST, content.height - 1)


def one_column(content: ImageContent, page: SheetRoom, count: int) -> Laid:
    """Head above, figure over the whole width, words below."""
    above, texts = head(content, page.room), said(content, page.room, count)
    top = MARGIN + above.height + GAP
    height = page.bottom - top - (texts.height + GAP if texts.height else 0)
    box = fitted(page.room, height, content)

    def draw(drop: float) -> str:
        below = texts.draw(MARGIN, top + box.taken + GAP + drop)
        return above.draw(MARGIN, MARGIN + drop) + below

    return Laid(box, MARGIN, top, draw, height - box.taken, height > lowest(content))


def _split(room: float) -> tuple[float, float]:
    wide = round(room * 0.64)
    return wide, room - wide - 2 * GAP


def two_columns(content: ImageContent, page: SheetRoom, count: int) -> Laid:
    """Head above, figure at the left, words at its right."""
    wide, narrow = _split(page.room)
    above, texts = head(content, page.room), said(content, narrow, count)
    top = MARGIN + above.height + GAP
    height = page.bottom - top
    box = fitted(wide, height, content)

    def draw(drop: float) -> str:
        beside = texts.draw(MARGIN + wide + 2 * GAP, top + drop)
        return above.draw(MARGIN, MARGIN + drop) + beside

    free = height - max(box.taken, texts.height)
    return Laid(box, MARGIN, top, draw, free, texts.height <= height)


def aside(content: ImageContent, page: SheetRoom, count: int) -> Laid:
    """Head and words at the left, the figure beside them over the whole height."""
    wide, narrow = _split(page.room)
    texts = stack((head(content, narrow), said(content, narrow, count)), GAP)
    height = page.bottom - MARGIN
    box = fitted(wide, height, content)
    free = height - max(box.taken, texts.height)
    return Laid(
        box,
        MARGIN + narrow + 2 * GAP,
        MARGIN,
        lambda drop: texts.draw(MARGIN, MARGIN + drop),
        free,
        texts.height <= height,
    )


def poster(content: ImageContent, page: SheetRoom, count: int) -> Laid:
    """The same with the foot under the words: the figure has the whole height."""
    wide, narrow = _split(page.room)
    texts = stack((head(content, narrow), said(content, narrow, count)), GAP)
    below = foot(content, narrow)
    end = page.tall - MARGIN - below.height
    box = fitted(wide, page.tall - 2 * MARGIN, content)
    possible = MARGIN + texts.height + 2 * GAP <= end
    return Laid(
        box,
        MARGIN + narrow + 2 * GAP,
        MARGIN,
        lambda _: texts.draw(MARGIN, MARGIN) + below.draw(MARGIN, end),
        0,
        possible,
    )


def footed(way: Way) -> Way:
    """A way whose foot runs under everything: at the foot of the sheet, or right under the words
    of a sheet that stays white."""

    def whole(content: ImageContent, page: SheetRoom, count: int) -> Laid:
        below = foot(content, page.room)
        end = page.tall - MARGIN - below.height
        found = way(content, replace(page, bottom=end - GAP), count)
        free = found.free - GAP if found.free > SPARSE * page.tall else 0
        drop = free * ABOVE

        def draw(_: float) -> str:
            return found.draw(drop) + below.draw(MARGIN, end - free + drop)

        return replace(found, top=found.top + drop, draw=draw)

    return whole


STACKED: tuple[Way, ...] = (footed(one_column),)
BESIDE: tuple[Way, ...] = (*STACKED, footed(two_columns), footed(aside), poster)


def natural_height(content: ImageContent, room: float) -> float:
    """A height that holds everything at its natural size."""
    parts = (head(content, room), said(content, room, len(content.exhibit.notes)))
    heights = [block.height for block in (*parts, foot(content, room))]
    return 2 * MARGIN + content.height + sum(heights) + GAP * len(heights)

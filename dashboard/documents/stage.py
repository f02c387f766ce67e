"""A slide as a stage: where things stand on it, what it holds, what every form of deck can show."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dashboard.documents import flow
from dashboard.documents.docx_parts import FACE, SERIF
from dashboard.documents.flow import Head
from dashboard.documents.office_chart import OfficeChart
from dashboard.documents.runs import ItemPlace, Run
from dashboard.domain.logo import Logo
from dashboard.exports.image import fonts, png

WIDE, TALL = 13.333, 7.5
"""Inches of a slide: 16 by 9."""

EDGE, TOP, FOOT = 0.6, 1.75, 6.95
"""Inches: the margin at both sides, where what a slide shows begins, where its foot stands."""

LARGE, TITLE, BODY, SUBTITLE, TABLE, SMALL = 44, 26, 20, 14, 13, 10
"""Points of a key figure, of a title, of sentences, of what stands under a title, of a table, of a
foot."""

LINE, LETTER = 1.2, 0.52
"""How tall a line is and how wide a letter, in their points."""

DRAWN, SHARP = 800, 3
"""Pixels of the width of a drawing; pixels of its image for each of them."""

LEAST, OVER, SIDE = 0.3, 0.04, 0.08
"""Inches of the lowest row of a table; of what stands over and beside the words of a cell."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words, their size in points, the role of their colour."""

    words: str
    size: float
    role: str = "ink"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a slide, in a list where they are an ``item``. What ``heads`` others never stands
    without them."""

    runs: Sequence[Run]
    item: ItemPlace | None = None
    heads: bool = False

    @property
    def depth(self) -> int:
        """How many lists hold it."""
        return self.item.depth if self.item else 0

    @property
    def letters(self) -> int:
        """How many letters it holds."""
        return sum(len(run.words) for run in self.runs)


@dataclass(frozen=True, slots=True)
class SlideBox:
    """Where something stands on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


MARK = SlideBox(EDGE, 0.1, WIDE - 2 * EDGE, 0.22)
HEAD = SlideBox(EDGE, 0.3, WIDE - 2 * EDGE, 0.95)
UNDER = SlideBox(EDGE, 1.3, WIDE - 2 * EDGE, 0.4)
INSIDE = SlideBox(EDGE, TOP, WIDE - 2 * EDGE, FOOT - TOP - 0.1)
LOGO = SlideBox(WIDE - EDGE - 2.4, FOOT - 0.75, 2.4, 0.65)
SOLE = SlideBox(EDGE, FOOT, WIDE - 2 * EDGE - 0.7, 0.35)
NUMBER = SlideBox(WIDE - EDGE - 0.6, FOOT, 0.6, 0.35)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in our faces, and the text alternative of what it shows."""

    svg: str
    alt: str

    @property
    def pixels(self) -> bytes:
        """It as a PNG, painted when it is asked."""
        return png.pixels(self.svg, DRAWN * SHARP)

    @property
    def vectors(self) -> str:
        """It as an SVG whose words name faces that every suite has, no wider than ours, and keep
        the space between two of them."""
        named = self.svg.replace(fonts.SANS, FACE).replace(fonts.SERIF, SERIF)
        return named.replace("<svg ", '<svg xml:space="preserve" ', 1)


def at_right(box: SlideBox, logo: Logo) -> SlideBox:
    """Where that logo stands in the box: as large as it holds it, at its right, at its foot."""
    width, height = logo.fitting(box.width, box.height)
    return SlideBox(box.left + box.width - width, box.top + box.height - height, width, height)


class Slide(Protocol):
    """One slide, its title and its foot already there."""

    def sentences(self, said: Sequence[Sentence], size: float) -> None:
        """Paragraphs under the title, of letters of so many points."""

    def words(self, box: SlideBox, said: Sequence[TextLine]) -> None:
        """Lines in a box of their own, one under the other."""

    def chart(self, box: SlideBox, chart: OfficeChart, picture: Picture) -> None:
        """A chart that the suite draws by itself, with the text alternative of its picture, which
        stands behind it where the form of file keeps one for who draws no chart."""

    def picture(self, box: SlideBox, picture: Picture) -> None:
        """An image as large as the box holds, drawn from its vectors where the suite reads them."""

    def logo(self, box: SlideBox, logo: Logo) -> None:
        """A logo as large as the box holds, at its right."""

    def table(
        self, box: SlideBox, heads: Sequence[Head], rows: Sequence[Sequence[str]], caption: str
    ) -> None:
        """A table with its row of heads; a row of one cell heads those that follow."""

    def notes(self, said: Sequence[str]) -> None:
        """What the speaker reads."""


class DeckStage(Protocol):
    """A deck in one form of file."""

    def slide(self, title: str, foot: str, told: bool = False) -> Slide:
        """A new slide; ``told`` has sentences under its title."""


def tall(letters: int, width: float, size: float) -> float:
    """Inches that so many letters take, in lines of that many inches."""
    held = max(1.0, width * 72 / (size * LETTER))
    return math.ceil(max(letters, 1) / held) * size * LINE / 72


def widths(heads: Sequence[Head], whole: float) -> list[float]:
    """Inches of each column."""
    return flow.widths(heads, whole, TABLE * LETTER / 72, 2 * SIDE)


def fitting(rows: Sequence[Sequence[str]], heads: Sequence[Head], box: SlideBox) -> int:
    """How many of these rows the box holds under their heads, none of which heads others that it
    leaves out."""
    shares = widths(heads, box.width)
    left = box.height - _row_height([head.label for head in heads], shares)
    for rank, row in enumerate(rows):
        left -= _row_height(row, shares if len(row) > 1 else [sum(shares)])
        if left < 0:
            return rank - (len(rows[rank - 1]) == 1)
    return len(rows)


def _row_height(row: Sequence[str], shares: Sequence[float]) -> float:
    held = zip(row, shares, strict=False)
    lines = (
        sum(tall(len(part), wide - 2 * SIDE, TABLE) for part in said.split("\n"))
        for said, wide in held
    )
    return max(LEAST, max(lines, default=0.0) + 2 * OVER + 0.02)

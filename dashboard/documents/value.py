"""A document as a value: its titles, its words, its exhibits. Every file of it is written from it.

It holds no number of its own: each one stands in an exhibit, a key figure or a sentence of the page
that the document was made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.content import Authored, Exhibit, KeyFigures, Notice, Prose, Table, Terms, Text
from dashboard.exports.image.content import ImageOrigin
from dashboard.pages import imprint, paper

SMALL, LARGE = 0.185, 0.2
"""Millimetres that a pixel of a figure takes: its letters, 12 or 13 pixels, are over six points, or
over seven."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An exhibit drawn, ``width`` millimetres wide, with its « Lecture » and its verdict. A pixel
    of it takes ``pixel`` millimetres; ``level`` is that of its title."""

    exhibit: Exhibit
    width: float
    pixel: float = SMALL
    level: int = 2


@dataclass(frozen=True, slots=True)
class PrintedRows:
    """The table of an exhibit, with the columns that are printed: as many of its first rows as the
    page holds, from ``fewest`` to ``most``. ``level`` is that of its title."""

    exhibit: Exhibit
    table: Table
    fewest: int
    most: int
    level: int = 2

    @property
    def counts(self) -> range:
        """How many rows may be printed."""
        held = len(self.table.rows)
        return range(min(self.fewest, held), min(self.most, held) + 1)

    def first(self, count: int) -> Table:
        """The table with so many rows."""
        return replace(self.table, rows=tuple(self.table.rows[:count]))

    def left_out(self, count: int) -> str:
        """« 6 lignes sur 18 », where so many rows are printed; empty where none is left out."""
        return paper.left_out(self.table, self.first(count))


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Two columns, read one after the other; ``share`` is that of the first in the width."""

    left: tuple[DocumentBlock, ...]
    right: tuple[DocumentBlock, ...]
    share: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentImprint(imprint.Imprint):
    """Whose document it is, of which view and of which day."""

    origin: ImageOrigin


@dataclass(frozen=True, slots=True)
class PrintedView:
    """What is printed of one view: ``kind`` is what it is called, ``rest`` says what was left out
    and where it is, ``notes`` how many millimetres are left to write, where rows may give way.
    ``project`` is what every sheet says while it is submitted for opinion: its lines are then
    numbered, for remarks; empty otherwise."""

    kind: str
    title: str
    kicker: str
    filters: str
    lead: Text
    blocks: tuple[DocumentBlock, ...]
    rest: str
    imprint: DocumentImprint
    file_name: str
    language: str = "fr"
    notes: float = 0.0
    project: str = ""

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """Every exhibit that it shows, in the order in which it is read."""
        return tuple(_exhibits(self.blocks))

    @property
    def marks(self) -> tuple[str, ...]:
        """« pilier proposé », « tracé indicatif »…: the marks of all that it shows, each once."""
        return tuple(dict.fromkeys(mark for item in self.exhibits for mark in item.tags))

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of all that it shows, each once, the longest form of each."""
        return paper.sources(self.exhibits)


DocumentBlock = Prose | Authored | Terms | KeyFigures | Notice | Figure | PrintedRows | TwoColumns


def _exhibits(blocks: tuple[DocumentBlock, ...]) -> Iterator[Exhibit]:
    for block in blocks:
        if isinstance(block, Figure | PrintedRows):
            yield block.exhibit
        elif isinstance(block, TwoColumns):
            yield from _exhibits((*block.left, *block.right))

"""What an image says: all that the card of its figure says, and where the view is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from dashboard.charts import kinds, svg
from dashboard.content import Exhibit, Row, Text, plain
from dashboard.domain import french
from dashboard.domain.chart import Chart
from dashboard.exhibits.common import FICTIONAL
from dashboard.exports.about import citation
from dashboard.exports.image.lines import LetterRun, Runs
from dashboard.pages.imprint import NOBODY, Imprint
from dashboard.words.typography import typeset

_NUMBERED = re.compile(r"(\d+)\. (.+)")


@dataclass(frozen=True, slots=True)
class ImageOrigin:
    """Where and when an image is made: the address of its view on its publication, whole where the
    public address is known, the day, what a territory says of itself on every page, whose pages
    these are."""

    address: str
    day: dt.date
    notice: str = ""
    by: Imprint = NOBODY


class ImageContent:
    """An exhibit that has a chart, ready to be laid on a sheet."""

    def __init__(self, exhibit: Exhibit, chart: Chart, origin: ImageOrigin) -> None:
        self.exhibit, self.origin = exhibit, origin
        self.scene = kinds.draw(chart)
        self.height = exhibit.height
        self.ratio = 1 / self.scene.ratio if self.scene.ratio else None
        """Height over width of a map; None where a figure may stretch."""
        self.tags = [(label, label == FICTIONAL) for label in exhibit.tags]
        """Each with whether it must be seen first."""
        self.filters = exhibit.frame.whole
        self.reading = _reading(exhibit)
        self.verdict = plain(exhibit.verdict)
        self.source = f"Source{french.NBSP}: {exhibit.source}"
        self.key = tuple(_key(exhibit))
        """Names behind the numbers of a map: on paper nothing else tells them."""

    @property
    def stamp(self) -> str:
        """« Exporté le 26 novembre 2026 · vue figée : https://… », or « page /v/… du site »."""
        address = unquote(self.origin.address)
        where = f"page {address} du site" if address.startswith("/") else address
        return f"Exporté le {french.date(self.origin.day)} · vue figée{french.NBSP}: {where}"

    @property
    def description(self) -> str:
        """What stands for the image where it is not seen."""
        reading = "".join(run.text for run in self.reading)
        said = (self.exhibit.alt, self.filters, reading, self.source)
        return "\n".join(part for part in said if part)

    @property
    def citation(self) -> str:
        """How to name the figure, ready to be pasted."""
        item, address = self.exhibit, unquote(self.origin.address)
        return citation(item.title, item.source, self.origin.by, address, item.frame.sentence)

    def drawn(self, width: float, height: float) -> str:
        """The figure at that size, in pixels."""
        return svg.sized(self.scene, width, height, self.exhibit.slug)


def _reading(exhibit: Exhibit) -> Runs:
    label = LetterRun(f"{exhibit.frame.reading}{french.NBSP}:", strong=True)
    return (label, LetterRun(" "), *_runs(exhibit.reading)) if exhibit.reading else ()


def _runs(text: Text) -> Iterator[LetterRun]:
    return (LetterRun(span.text, span.strong) for span in text)


def _key(exhibit: Exhibit) -> Iterator[LetterRun]:
    named = ((row, _NUMBERED.fullmatch(row.cells[0].text)) for row in exhibit.table.rows)
    for rank, (row, found) in enumerate((row, found) for row, found in named if found):
        yield LetterRun(f"{' · ' if rank else ''}{found[1]}{french.NBSP}", strong=True)
        yield LetterRun(typeset(_named(found[2], row)))


def _named(name: str, row: Row) -> str:
    where = row.cells[1].text
    return f"{name} ({where})" if where else name

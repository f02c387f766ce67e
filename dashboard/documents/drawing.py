"""The drawing of an exhibit in a document: its figure, its legend, the names of its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.content import Exhibit, Row
from dashboard.domain.chart import Chart
from dashboard.exhibits.common import ALT_END
from dashboard.exports.image import blocks, fonts
from dashboard.exports.image.blocks import ImageBlock, face, short
from dashboard.exports.image.content import ImageContent, ImageOrigin
from dashboard.exports.image.legend import legend

GAP = 8
TALL = 0.6
"""How high beside its width a figure is, where it is tall."""

SPOKEN = 12
"""Rows of the table that the text alternative tells, at most."""


@dataclass(frozen=True, slots=True)
class FigureDrawing:
    """A figure as an SVG file of its own; ``alt`` tells it to who does not see it."""

    svg: str
    alt: str


def drawing(
    exhibit: Exhibit, chart: Chart, origin: ImageOrigin, wide: int, narrow: int | None = None
) -> FigureDrawing:
    """The figure that many pixels wide, or ``narrow`` where it is tall; its letters keep their size
    whatever the width."""
    content = ImageContent(exhibit, chart, origin)
    if narrow and (content.ratio or 0) > TALL:
        wide = narrow
    tall = round(wide * content.ratio) if content.ratio else content.height
    below = blocks.stack((legend(exhibit.legend, wide), _names(content, wide)), GAP)
    body = _nested(content.drawn(wide, tall), wide, tall) + _under(below, tall)
    whole = tall + (below.height + GAP if below.height else 0)
    return FigureDrawing(_file(body, wide, whole), alternative(exhibit))


def _names(content: ImageContent, wide: int) -> ImageBlock:
    """The names behind the numbers of a map; a number that stands alone has its own in the
    legend."""
    alone = len(content.key) <= 2
    return blocks.EMPTY if alone else blocks.paragraph(content.key, face(12), wide)


def _nested(drawn: str, wide: int, tall: int) -> str:
    return (
        f'<svg width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}" overflow="visible">'
        f"{drawn}</svg>"
    )


def _under(below: ImageBlock, tall: int) -> str:
    return below.draw(0, tall + GAP) if below.height else ""


def _file(body: str, wide: int, tall: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{short(tall)}" '
        f'viewBox="0 0 {wide} {short(tall)}" font-family="{fonts.SANS}">{body}</svg>'
    )


def alternative(exhibit: Exhibit) -> str:
    """The text alternative of a figure whose table may not be printed: what it is, then its
    values."""
    rows = [row for row in exhibit.table.rows if not row.group]
    told = " ; ".join(_spoken(row) for row in rows[:SPOKEN])
    rest = " ; et d’autres" if len(rows) > SPOKEN else ""
    said = exhibit.alt.removesuffix(ALT_END).strip()
    return f"{said} {told}{rest}.".strip() if told else said


def _spoken(row: Row) -> str:
    head, *cells = (cell.text for cell in row.cells)
    return f"{head} : {', '.join(text for text in cells if text)}"

"""Figures that stack rows of a fixed height: places down are pixels from the top."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.charts import base
from dashboard.charts.scene import WHOLE, Axis, Bar, BarGroup, Margins, Note, TextAnchor
from dashboard.charts.style import Fill, Hatch, Stroke
from dashboard.domain import french
from dashboard.text import Span
from dashboard.words import tokens

EDGE = 4
"""Pixels over the first row and under the last."""
NAMED = 22
"""Pixels of a line of words."""
SIDE = 4
LONGEST = 46
"""Letters of a line of words: what the narrowest screen holds."""


def margins(right: int, foot: int = EDGE) -> Margins:
    """What surrounds the rows, with words at the right of bars."""
    return Margins(SIDE, right, EDGE, foot)


def down(inside: float) -> Axis:
    """The axis that counts pixels from the top."""
    return Axis(inside, 0)


def total(inside: float, foot: int = EDGE) -> int:
    """Pixels of such a figure, margins included."""
    return round(inside) + EDGE + foot


def title(words: str, at: float, strong: bool = True, ground: str = "") -> Note:
    """Words at the left, as the head of what is under them; ``at`` is their middle."""
    said = base.emphasised(base.shorten(words, LONGEST), strong)
    font = base.font(role="ink" if strong else "ink-2")
    return Note(said, 0, at, font, "left", right=-2, ground=ground, x_axis=WHOLE)


def value(
    said: str | Span,
    x: float,
    at: float,
    held: TextAnchor = "left",
    right: float = 4,
    ground: str = "",
) -> Note:
    """What a bar says, after its end."""
    font = base.font(base.SMALL)
    return Note(base.words(said), x, at, font, held, right=right, ground=ground)


def fill(rank: int, quarter: bool = True) -> tuple[Fill, Stroke]:
    """How the bars of a place are filled and edged: full, hatched, light, hollow; a reference is
    grey. Neither hue nor words are needed to tell them apart."""
    colour = tokens.colour("qpv" if quarter else "reference")
    grounds = ("qpv", "paper", "class-2", "paper") if quarter else ("rule-2",)
    if quarter and rank % 4 == 1:
        return Hatch("/", colour, solidity=0.2), Stroke(colour)
    return tokens.colour(grounds[rank % len(grounds)]), Stroke(colour)


def bars(
    name: str,
    found: Iterable[tuple[float, float | None, str]],
    thick: float,
    look: tuple[Fill, Stroke],
) -> BarGroup:
    """Bars from the left: the place of each, where it ends, what it is to a pointer; none where
    nothing is known."""
    drawn = [
        Bar(at, 0, end, *look, told=french.typeset(told))
        for at, end, told in found
        if end is not None
    ]
    return BarGroup(name, tuple(drawn), thick)

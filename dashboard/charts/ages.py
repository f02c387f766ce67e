"""Women at the left and men at the right by band of ages, the oldest at the top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.charts import base, stack
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import Axis, BarGroup, Note, Scene
from dashboard.domain import french
from dashboard.domain.chart import Ages
from dashboard.domain.pyramid import AgeBand, Pyramid

BAR, BAND, AFTER = 20, 46, 10
"""Pixels of a bar, of a band with its words, under a pyramid."""
ROOM = 1.22
"""The length of each side, in longest bars: the words of a bar stand after its end."""


def draw(chart: Ages) -> Scene:
    """A pyramid a place, one under the other, on one scale."""
    pyramids = chart.pyramids
    far = ROOM * max((item.top for item in pyramids), default=1.0)
    placed = [(item, rank * _tall(pyramids)) for rank, item in enumerate(pyramids)]
    return Scene(
        stack.margins(stack.SIDE),
        (Axis(-far, far),),
        (stack.down(_inside(pyramids)),),
        bars=tuple([_side(placed, name, sign) for name, sign in (("Femmes", -1), ("Hommes", 1))]),
        notes=tuple(
            [
                note
                for item, at in placed
                for note in (*_heads(item, at, len(pyramids) > 1), *_words(item, at, pyramids))
            ]
        ),
    )


def height(chart: Ages) -> int:
    """Pixels of all the pyramids, their heads included."""
    return stack.total(_inside(chart.pyramids))


KIND = ChartKind(Ages, draw, height)


def _inside(pyramids: Sequence[Pyramid]) -> float:
    return len(pyramids) * _tall(pyramids) - AFTER


def _lines(pyramids: Sequence[Pyramid]) -> int:
    """Lines of words over a pyramid: its place where there are several, then the two sides."""
    return 2 if len(pyramids) > 1 else 1


def _tall(pyramids: Sequence[Pyramid]) -> float:
    bands = max((len(item.bands) for item in pyramids), default=0)
    return _lines(pyramids) * stack.NAMED + bands * BAND + AFTER


def _middles(item: Pyramid, at: float, several: bool) -> Iterator[tuple[AgeBand, float]]:
    """Each band, the oldest first, and the middle of its bars."""
    start = at + (2 if several else 1) * stack.NAMED
    for rank, band in enumerate(reversed(item.bands)):
        yield band, start + rank * BAND + stack.NAMED + BAR / 2


def _side(placed: list[tuple[Pyramid, float]], name: str, sign: int) -> BarGroup:
    several = len(placed) > 1
    found = [
        (item, band, middle, band.women if sign < 0 else band.men)
        for item, at in placed
        for band, middle in _middles(item, at, several)
    ]
    told = [
        (middle, sign * n, f"{item.place.name}, {name.lower()}, {band.label} : {_said(n)}")
        for item, band, middle, n in found
    ]
    return stack.bars(name, told, BAR, stack.fill(0 if sign < 0 else 2))


def _heads(item: Pyramid, at: float, several: bool) -> Iterator[Note]:
    """The name of the place where there are several, then those of the two sides."""
    if several:
        yield stack.title(item.place.name, at + stack.NAMED / 2)
    row = at + stack.NAMED * (1.5 if several else 0.5)
    yield stack.value(base.strong("Femmes"), 0, row, "right", -8)
    yield stack.value(base.strong("Hommes"), 0, row, "left", 8)


def _words(item: Pyramid, at: float, pyramids: Sequence[Pyramid]) -> Iterator[Note]:
    for band, middle in _middles(item, at, len(pyramids) > 1):
        yield Note(base.words(band.label), 0, middle - BAR / 2 - stack.NAMED / 2 + 2, base.quiet())
        yield stack.value(_said(band.women), -band.women, middle, "right", -4)
        yield stack.value(_said(band.men), band.men, middle)


def _said(share: float) -> str:
    return f"{french.number(round(share))} %"

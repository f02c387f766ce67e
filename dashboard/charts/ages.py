"""Women at the left and men at the right by band of ages, the oldest at the top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.charts import base, stack
from dashboard.charts.base import Figure
from dashboard.domain import french
from dashboard.domain.pyramid import Band, Pyramid
from dashboard.words import tokens

BAR, BAND, AFTER = 20, 46, 10
"""Pixels of a bar, of a band with its words, under a pyramid."""
ROOM = 1.22
"""The length of each side, in longest bars: the words of a bar stand after its end."""


def draw(pyramids: Sequence[Pyramid]) -> Figure:
    """A pyramid a place, one under the other, on one scale."""
    far = ROOM * max((item.top for item in pyramids), default=1.0)
    tops = [rank * _tall(pyramids) for rank in range(len(pyramids))]
    placed = list(zip(pyramids, tops, strict=True))
    return {
        "data": [_side(placed, name, sign) for name, sign in (("Femmes", -1), ("Hommes", 1))],
        "layout": stack.layout(
            _inside(pyramids),
            stack.SIDE,
            xaxis={"range": [-far, far], "visible": False, "fixedrange": True},
            annotations=[
                note
                for item, at in placed
                for note in (*_heads(item, at, len(pyramids) > 1), *_words(item, at, pyramids))
            ],
            barmode="overlay",
        ),
    }


def height(pyramids: Sequence[Pyramid]) -> int:
    """Pixels of all the pyramids, their heads included."""
    return stack.total(_inside(pyramids))


def _inside(pyramids: Sequence[Pyramid]) -> float:
    return len(pyramids) * _tall(pyramids) - AFTER


def _lines(pyramids: Sequence[Pyramid]) -> int:
    """Lines of words over a pyramid: its place where there are several, then the two sides."""
    return 2 if len(pyramids) > 1 else 1


def _tall(pyramids: Sequence[Pyramid]) -> float:
    bands = max((len(item.bands) for item in pyramids), default=0)
    return _lines(pyramids) * stack.NAMED + bands * BAND + AFTER


def _middles(item: Pyramid, at: float, several: bool) -> Iterator[tuple[Band, float]]:
    """Each band, the oldest first, and the middle of its bars."""
    start = at + (2 if several else 1) * stack.NAMED
    for rank, band in enumerate(reversed(item.bands)):
        yield band, start + rank * BAND + stack.NAMED + BAR / 2


def _side(placed: list[tuple[Pyramid, float]], name: str, sign: int) -> Figure:
    several = len(placed) > 1
    found = [
        (item, band, middle, band.women if sign < 0 else band.men)
        for item, at in placed
        for band, middle in _middles(item, at, several)
    ]
    return stack.bars(
        name,
        [sign * amount for *_, amount in found],
        [middle for _, _, middle, _ in found],
        BAR,
        [f"{i.place.name}, {name.lower()}, {b.label} : {_said(n)}" for i, b, _, n in found],
        marker=stack.fill(0 if sign < 0 else 2),
    )


def _heads(item: Pyramid, at: float, several: bool) -> Iterator[Figure]:
    """The name of the place where there are several, then those of the two sides."""
    if several:
        yield stack.title(item.place.name, at + stack.NAMED / 2)
    row = at + stack.NAMED * (1.5 if several else 0.5)
    for name, held, shift in (("Femmes", "right", -8), ("Hommes", "left", 8)):
        yield stack.value(f"<b>{name}</b>", 0, row, xanchor=held, xshift=shift)


def _words(item: Pyramid, at: float, pyramids: Sequence[Pyramid]) -> Iterator[Figure]:
    for band, middle in _middles(item, at, len(pyramids) > 1):
        yield base.note(
            band.label,
            0,
            middle - BAR / 2 - stack.NAMED / 2 + 2,
            xanchor="center",
            yanchor="middle",
            font={"size": base.SMALL, "color": tokens.colour("ink-2")},
        )
        yield stack.value(_said(band.women), -band.women, middle, xanchor="right", xshift=-4)
        yield stack.value(_said(band.men), band.men, middle)


def _said(share: float) -> str:
    return f"{french.number(round(share))} %"

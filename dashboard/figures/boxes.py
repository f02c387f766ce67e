"""Boxes that labels take on a map, in metres: where one may stand without touching another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from dashboard.domain.quarter_map import MapArea
from dashboard.figures.base import Figure

Box = tuple[float, float, float, float]
"""West, south, east, north."""
Boxes = tuple[Box, ...]
"""The box of one thing at each scale."""
Tables = Sequence[Sequence[Boxes]]
"""The boxes of each label in each of its spots."""
Size = tuple[float, float]
"""Width and height in pixels."""
ROUNDS = 8
WEIGHTS = (1, 2, 5)
"""How much worse a label that covers a shape, or is cut, is than one that touches another: labels
settle under one weight after the other, and the best of it all is judged by the last.
"""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a label: a point of the map, the side held there, and pixels away from it."""

    x: float
    y: float
    xanchor: str = "center"
    yanchor: str = "middle"
    xshift: float = 0
    yshift: float = 0

    def box(self, size: Size, metres: float) -> Box:
        """The box of a label of that size, where a pixel is so many metres."""
        side = {"left": 0.5, "center": 0.0, "right": -0.5}[self.xanchor]
        rise = {"bottom": 0.5, "middle": 0.0, "top": -0.5}[self.yanchor]
        x = self.x + (self.xshift + side * size[0]) * metres
        y = self.y + (self.yshift + rise * size[1]) * metres
        half, tall = size[0] * metres / 2, size[1] * metres / 2
        return (x - half, y - tall, x + half, y + tall)

    def keys(self) -> Figure:
        """What plotly needs to hold a label there."""
        return {
            "xanchor": self.xanchor,
            "yanchor": self.yanchor,
            "xshift": self.xshift,
            "yshift": self.yshift,
        }


@dataclass(frozen=True, slots=True)
class Label:
    """A label to place: where it may stand, the best first, and its size at each scale."""

    spots: Sequence[Spot]
    sizes: Sequence[Size]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A map being labelled: its window, the metres of a pixel at each scale (a phone, a wide
    card), the boxes already taken at each of them.
    """

    window: Box
    scales: tuple[float, ...]
    taken: list[Boxes] = field(default_factory=list)

    def settle(self, labels: Sequence[Label]) -> list[Spot]:
        """A spot for each label: those that touch another move, until none can do better.

        Where the first order of the labels leaves some touching, others are tried.
        """
        tables = [[self.boxes(spot, label.sizes) for spot in label.spots] for label in labels]
        ranks = list(range(len(tables)))
        best, least = [0] * len(tables), math.inf
        for weight, order in product(WEIGHTS, (ranks, ranks[::-1])):
            chosen = self._moved(tables, order, weight)
            total = sum(self._among(tables, chosen, rank) for rank in ranks)
            if total < least:
                best, least = chosen, total
            if not least:
                break
        self.taken.extend(table[at] for table, at in zip(tables, best, strict=True))
        return [label.spots[at] for label, at in zip(labels, best, strict=True)]

    def _moved(self, tables: Tables, order: Sequence[int], weight: int) -> list[int]:
        chosen = [0] * len(tables)
        for _ in range(ROUNDS):
            before = list(chosen)
            for rank in order:
                chosen[rank] = self._best(
                    tables[rank], chosen[rank], _others(tables, chosen, rank), weight
                )
            if chosen == before:
                break
        return chosen

    def _among(self, tables: Tables, chosen: list[int], rank: int) -> float:
        return self.cost(tables[rank][chosen[rank]], _others(tables, chosen, rank))

    def _best(self, table: Sequence[Boxes], now: int, others: Sequence[Boxes], weight: int) -> int:
        """The first spot that costs nothing, else the cheapest, else where the label stands."""
        best, least = now, self.cost(table[now], others, weight)
        for rank, boxes in enumerate(table):
            cost = self.cost(boxes, others, weight) if least else least
            if cost < least:
                best, least = rank, cost
        return best

    def boxes(self, spot: Spot, sizes: Sequence[Size]) -> Boxes:
        """The boxes of a label there, at each scale."""
        pairs = zip(sizes, self.scales, strict=True)
        return tuple(spot.box(size, metres) for size, metres in pairs)

    def cost(self, boxes: Boxes, others: Sequence[Boxes] = (), weight: int = WEIGHTS[-1]) -> float:
        """Square pixels that a label would cover or lose outside, at all scales."""
        return sum(self._cost(rank, box, others, weight) for rank, box in enumerate(boxes))

    def _cost(self, rank: int, box: Box, others: Sequence[Boxes], weight: int) -> float:
        cut = area(box) - overlap(box, self.window)
        covered = sum(overlap(box, boxes[rank]) for boxes in self.taken)
        touched = sum(overlap(box, boxes[rank]) for boxes in others)
        return round((weight * (cut + covered) + touched) / self.scales[rank] ** 2)


def _others(tables: Tables, chosen: list[int], rank: int) -> list[Boxes]:
    return [
        table[at] for i, (table, at) in enumerate(zip(tables, chosen, strict=True)) if i != rank
    ]


def area(box: Box) -> float:
    """Square metres of a box."""
    return (box[2] - box[0]) * (box[3] - box[1])


def overlap(one: Box, other: Box) -> float:
    """Square metres that two boxes share."""
    if one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]:
        return 0.0
    wide = min(one[2], other[2]) - max(one[0], other[0])
    return wide * (min(one[3], other[3]) - max(one[1], other[1]))


def outline(drawn: MapArea, least: float = 0.0) -> Box:
    """The box around the shape of a quarter, and around a disc of that radius at its centre."""
    points = [point for ring in drawn.shape.rings for point in ring]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    x, y = drawn.shape.centre
    return (min(*xs, x - least), min(*ys, y - least), max(*xs, x + least), max(*ys, y + least))


def inside(rings: Sequence[Sequence[tuple[float, float]]], x: float, y: float) -> bool:
    """Whether a point stands inside a polygon, holes left out."""
    found = False
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                found = not found
    return found

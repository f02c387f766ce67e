"""Boxes that labels take on a map, in metres: where one may stand without touching another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.charts.scene import Hung, Note, TextAnchor
from dashboard.charts.style import Font
from dashboard.domain.quarter_map import BoundingBox
from dashboard.text import Text

Boxes = Sequence[BoundingBox]
"""The box of one thing at each scale."""
Size = tuple[float, float]
"""Width and height in pixels."""
ROUNDS = 8
WEIGHTS = (1, 2, 5)
"""How much worse a label that covers a shape, or is cut, is than one that touches another: labels
settle under one weight after the other, and the best of it all is judged by the last.
"""


@dataclass(frozen=True, slots=True)
class LabelSpot:
    """A place for a label: a point of the map, the side held there, and pixels away from it."""

    x: float
    y: float
    held: TextAnchor = "center"
    hung: Hung = "middle"
    right: float = 0
    up: float = 0

    def box(self, size: Size, metres: float) -> BoundingBox:
        """The box of a label of that size, where a pixel is so many metres."""
        side = {"left": 0.5, "center": 0.0, "right": -0.5}[self.held]
        rise = {"bottom": 0.5, "middle": 0.0, "top": -0.5}[self.hung]
        x = self.x + (self.right + side * size[0]) * metres
        y = self.y + (self.up + rise * size[1]) * metres
        half, tall = size[0] * metres / 2, size[1] * metres / 2
        return (x - half, y - tall, x + half, y + tall)

    def note(self, text: Text, font: Font, ground: str, pick: str = "") -> Note:
        """A label that stands there."""
        place = (self.held, self.hung, self.right, self.up)
        return Note(text, self.x, self.y, font, *place, ground=ground, pick=pick)


@dataclass(frozen=True, eq=False)
class Label:
    """A label to place: where it may stand, the best first, its size at each scale, and the
    metres of a pixel there.
    """

    spots: Sequence[LabelSpot]
    sizes: Sequence[Size]
    scales: Sequence[float]

    @cached_property
    def boxes(self) -> npt.NDArray[Any]:
        """Its boxes: spots × scales × 4."""
        pairs = list(zip(self.sizes, self.scales, strict=True))
        return np.array([[spot.box(*pair) for pair in pairs] for spot in self.spots])

    @cached_property
    def first(self) -> list[BoundingBox]:
        """Its boxes in its first spot, one a scale."""
        return self.at(self.spots[0])

    def at(self, spot: LabelSpot) -> list[BoundingBox]:
        """Its boxes in that spot, one a scale."""
        return [spot.box(*pair) for pair in zip(self.sizes, self.scales, strict=True)]


@dataclass(frozen=True, eq=False)
class Canvas:
    """A map to label: its window, the metres of a pixel at each scale (a phone, a wide card), the
    boxes that do not move there (things × scales × 4).
    """

    window: BoundingBox
    scales: tuple[float, ...]
    fixed: npt.NDArray[Any] = field(default_factory=lambda: np.empty((0, 1, 4)))

    def settle(self, labels: Sequence[Label]) -> list[LabelSpot]:
        """A spot for each label: those that touch another move, until none can do better.

        Where the first order of the labels leaves some touching, others are tried.
        """
        if not labels:
            return []
        starts = np.array([label.first for label in labels])
        lost = self._unmoved(starts)
        held = [_Held(label, self, lost[rank]) for rank, label in enumerate(labels)]
        ranks = list(range(len(held)))
        best, least = _Standing(held, starts, lost), math.inf
        for weight, order in product(WEIGHTS, (ranks, ranks[::-1])):
            chosen = self._moved(_Standing(held, starts.copy(), lost.copy()), order, weight)
            total = float(self._costs(chosen, WEIGHTS[-1]).sum())
            if total < least:
                best, least = chosen, total
            if not least:
                break
        return [label.spots[at] for label, at in zip(labels, best.chosen, strict=True)]

    def _moved(self, standing: _Standing, order: Sequence[int], weight: int) -> _Standing:
        costs = self._costs(standing, weight)
        for _ in range(ROUNDS):
            before = list(standing.chosen)
            for rank in order:
                if not costs[rank]:
                    continue
                tried = self._tried(standing, rank, weight)
                cheapest = int(tried.argmin())
                if tried[cheapest] < tried[standing.chosen[rank]]:
                    standing.move(rank, cheapest)
                    costs = self._costs(standing, weight)
            if standing.chosen == before:
                break
        return standing

    def _costs(self, standing: _Standing, weight: int) -> npt.NDArray[Any]:
        """What each label costs where it stands."""
        touched = overlap(standing.boxes[:, None], standing.boxes)
        itself = np.arange(len(touched))
        touched[itself, itself] = 0
        return self._pixels(weight * standing.lost + touched.sum(axis=1))

    def _tried(self, standing: _Standing, rank: int, weight: int) -> npt.NDArray[Any]:
        """What each spot of a label costs while the others stand where they are."""
        own = standing.held[rank]
        touched = overlap(own.label.boxes[:, None], standing.boxes)
        touched[:, rank] = 0
        return self._pixels(weight * own.lost + touched.sum(axis=1))

    def clear(self, labels: Sequence[Label], taken: Sequence[Boxes]) -> list[bool]:
        """Which labels, in their order, stand in their first spot clear of all, of what is taken
        and of each other.
        """
        if not labels:
            return []
        lost = self._unmoved(np.array([label.first for label in labels])).tolist()
        held = list(taken)
        found = []
        for label, own in zip(labels, lost, strict=True):
            free = not any(
                round(WEIGHTS[-1] * (own[level] + _covered(label, level, held)) / scale**2)
                for level, scale in enumerate(self.scales)
            )
            if free:
                held.append(label.first)
            found.append(free)
        return found

    def _unmoved(self, boxes: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Square metres cut by the window or over what is taken: boxes × scales."""
        lost: npt.NDArray[Any] = area(boxes) - overlap(boxes, np.array(self.window))
        near = self._near(boxes)
        if len(near):
            lost += overlap(boxes[:, None], near).sum(axis=1)
        return lost

    def _near(self, boxes: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """What does not move and stands, at one scale at least, where those boxes do."""
        flat = boxes.reshape(-1, 4)
        west, south = flat[:, :2].min(axis=0)
        east, north = flat[:, 2:].max(axis=0)
        held = self.fixed
        beside = (held[..., 2] <= west) | (held[..., 0] >= east)
        away = (beside | (held[..., 3] <= south) | (held[..., 1] >= north)).all(axis=1)
        found: npt.NDArray[Any] = held[~away]
        return found

    def _pixels(self, metres: npt.NDArray[Any]) -> npt.NDArray[Any]:
        found: npt.NDArray[Any] = np.round(metres / np.array(self.scales) ** 2).sum(axis=1)
        return found


@dataclass(frozen=True, eq=False)
class _Held:
    """A label on its canvas; ``start``: what its first spot loses, that most labels never leave."""

    label: Label
    canvas: Canvas
    start: npt.NDArray[Any]

    @cached_property
    def lost(self) -> npt.NDArray[Any]:
        """Square metres that each of its spots covers of what does not move, or has outside."""
        return self.canvas._unmoved(self.label.boxes)


class _Standing:
    """Where labels stand: the spot of each, its boxes (labels × scales × 4), the square metres
    that it covers of what does not move, or has outside (labels × scales).
    """

    def __init__(
        self, held: Sequence[_Held], boxes: npt.NDArray[Any], lost: npt.NDArray[Any]
    ) -> None:
        self.held, self.boxes, self.lost = held, boxes, lost
        self.chosen = [0] * len(held)

    def move(self, rank: int, at: int) -> None:
        """Move one label to another of its spots."""
        own = self.held[rank]
        self.chosen[rank] = at
        self.boxes[rank], self.lost[rank] = own.label.boxes[at], own.lost[at]


PLACED = 256
"""Sets of labels whose places are remembered: a map says the same of its quarters from view to
view, whatever else the reader filters."""


@lru_cache(PLACED)
def placed(
    canvas: Canvas, labels: tuple[Label, ...], others: tuple[Label, ...]
) -> tuple[tuple[LabelSpot, ...], tuple[bool, ...]]:
    """The spot of each label, and which others stand clear of them where they must be."""
    spots = canvas.settle(labels)
    taken = [label.at(spot) for label, spot in zip(labels, spots, strict=True)]
    return tuple(spots), tuple(canvas.clear(others, taken))


def _covered(label: Label, level: int, taken: Sequence[Boxes]) -> float:
    """Square metres that a label shares, at one scale, with what is taken."""
    return sum(shared(label.first[level], held[level]) for held in taken)


def area(boxes: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Square metres of boxes (… × 4)."""
    found: npt.NDArray[Any] = (boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1])
    return found


def overlap(ones: npt.NDArray[Any], others: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Square metres that boxes (… × 4) share, pair by pair."""
    wide = np.minimum(ones[..., 2], others[..., 2]) - np.maximum(ones[..., 0], others[..., 0])
    tall = np.minimum(ones[..., 3], others[..., 3]) - np.maximum(ones[..., 1], others[..., 1])
    found: npt.NDArray[Any] = np.maximum(wide, 0) * np.maximum(tall, 0)
    return found


def shared(one: BoundingBox, other: BoundingBox) -> float:
    """Square metres that two boxes share."""
    west, south, east, north = one
    if east <= other[0] or other[2] <= west or north <= other[1] or other[3] <= south:
        return 0.0
    wide = min(east, other[2]) - max(west, other[0])
    return wide * (min(north, other[3]) - max(south, other[1]))

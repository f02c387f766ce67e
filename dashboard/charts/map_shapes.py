"""The shapes of a map as columns: what every view of the same quarters shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.domain import french
from dashboard.domain.quarter_map import BoundingBox, QuarterShape
from dashboard.domain.territory import Outline, TerritoryKind
from dashboard.domain.track import Track


@dataclass(frozen=True, eq=False)
class Shapes:
    """The quarters that have an outline.

    ``places``: where each stands among all the quarters, ``marked``: where those without outline
    do; ``kinds``: what there is of kinds and of outlines, ``kind``: which each is; ``boxes``:
    quarters × 4, ``centres``: quarters × 2, in metres; ``tracks``: their outlines; ``clicks``
    selects each, ``said`` opens what is said of each.
    """

    held: tuple[QuarterShape, ...]
    places: tuple[int, ...]
    marked: tuple[int, ...]
    kinds: tuple[tuple[TerritoryKind, Outline], ...]
    kind: tuple[int, ...]
    boxes: npt.NDArray[Any]
    centres: npt.NDArray[Any]
    tracks: tuple[tuple[Track, Track], ...]
    clicks: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def across(self) -> list[float]:
        """The abscissa of each centre, to the metre."""
        found: list[float] = self.centres[:, 0].round().astype(int).tolist()
        return found

    @property
    def along(self) -> list[float]:
        """The ordinate of each centre, to the metre."""
        found: list[float] = self.centres[:, 1].round().astype(int).tolist()
        return found


@lru_cache(16)
def drawn(shapes: tuple[QuarterShape, ...]) -> Shapes:
    """Those that have an outline, the same for every view of a publication."""
    places = tuple(place for place, shape in enumerate(shapes) if shape.rings)
    held = tuple(shapes[place] for place in places)
    kinds = list(dict.fromkeys((shape.territory.kind, shape.territory.outline) for shape in held))
    return Shapes(
        held,
        places,
        tuple(place for place, shape in enumerate(shapes) if not shape.rings),
        tuple(kinds),
        tuple(kinds.index((shape.territory.kind, shape.territory.outline)) for shape in held),
        np.array([shape.outlines.box for shape in held], dtype=float).reshape(-1, 4),
        np.array([shape.centre for shape in held], dtype=float).reshape(-1, 2),
        tuple(shape.outlines.tracks for shape in held),
        tuple(f"quartier={shape.territory.code}" for shape in held),
        tuple(french.typeset(f"{shape.territory.name}\u00a0: ") for shape in held),
    )


def outline(shape: QuarterShape, wide: float = 0.0, tall: float = 0.0) -> BoundingBox:
    """The box around the shape of a quarter, and around so many metres on each side of its centre,
    across and up."""
    west, south, east, north = shape.outlines.box
    x, y = shape.centre
    return (
        min(west, x - wide),
        min(south, y - tall),
        max(east, x + wide),
        max(north, y + tall),
    )


def inside(
    rings: Sequence[Sequence[tuple[float, float]]], points: Sequence[tuple[float, float]]
) -> list[bool]:
    """Which points stand inside a polygon, holes left out."""
    held = np.array(points, dtype=float)
    found = np.zeros(len(points), dtype=bool)
    for ring in rings:
        start = np.array(ring, dtype=float)
        (x0, y0), (x1, y1) = start.T, np.roll(start, -1, axis=0).T
        x, y = held[:, :1], held[:, 1:]
        crosses = (y0 > y) != (y1 > y)
        with np.errstate(divide="ignore", invalid="ignore"):
            left = x < x0 + (y - y0) * (x1 - x0) / (y1 - y0)
        found ^= (crosses & left).sum(axis=1) % 2 == 1
    return [bool(item) for item in found]

"""The features of one quarter: its parts are joined, a copy is left aside, a rival is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

_SAME = 0.99
"""Share of their union that two outlines hold in common when one is a copy of the other."""
_OVER = 0.5
"""Share of the smaller one beyond which two outlines are rivals, not neighbours."""


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A feature of a quarter: its rank in the file, and its valid outline in degrees."""

    rank: int
    shape: BaseGeometry


def rivals(parts: Sequence[OutlinePart]) -> bool:
    """Whether two of them draw the same place otherwise: none can be believed."""
    return any(_overlap(one, other) for one, other in _pairs(parts) if not _same(one, other))


def copies(parts: Sequence[OutlinePart]) -> tuple[OutlinePart, ...]:
    """Those that draw an earlier one again."""
    return tuple(dict.fromkeys(other for one, other in _pairs(parts) if _same(one, other)))


def joined(parts: Sequence[OutlinePart]) -> BaseGeometry:
    """The outline that the parts make together."""
    shapes = [part.shape for part in parts]
    return shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)


def _pairs(parts: Sequence[OutlinePart]) -> Iterator[tuple[OutlinePart, OutlinePart]]:
    for rank, one in enumerate(parts):
        for other in parts[rank + 1 :]:
            yield one, other


def _same(one: OutlinePart, other: OutlinePart) -> bool:
    common = one.shape.intersection(other.shape).area
    return bool(common >= _SAME * one.shape.union(other.shape).area)


def _overlap(one: OutlinePart, other: OutlinePart) -> bool:
    common = one.shape.intersection(other.shape).area
    return bool(common > _OVER * min(one.shape.area, other.shape.area))

"""Outlines made valid, in bounded time."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Segments = np.ndarray[tuple[int], np.dtype[np.object_]]

_MAX_CROSSINGS = 2_000
"""Places where an outline may cross itself and still be mended: an official one does at a few."""

_AT_ONCE = 10
"""Segments compared with all the others at once."""


def mend(shape: BaseGeometry | None) -> tuple[BaseGeometry | None, str]:
    """The outline made valid, as polygons, and what was wrong with it; None without surface.

    None too, and why, for one that crosses itself so often that no mending means anything.
    """
    if shape is None or shape.is_empty:
        return None, ""
    reason = "" if shape.is_valid else _french(shapely.is_valid_reason(shape))
    if reason and _is_tangled(shape):
        return None, "le contour se croise en trop d’endroits"
    whole = shape if shape.is_valid else shapely.make_valid(shape)
    parts = [part for part in shapely.get_parts(whole, return_index=False) if part.area > 0]
    flat = [piece for part in parts for piece in shapely.get_parts(part) if piece.area > 0]
    if not flat:
        return None, reason
    return (flat[0] if len(flat) == 1 else shapely.union_all(flat)), reason


def _is_tangled(shape: BaseGeometry) -> bool:
    """Whether its segments cross one another more often than what can be mended in time."""
    segments = _segments(shape)
    tree = shapely.STRtree(segments)
    crossings = 0
    for start in range(0, len(segments), _AT_ONCE):
        pairs = tree.query(segments[start : start + _AT_ONCE], predicate="crosses")
        crossings += pairs.shape[1]
        if crossings > 2 * _MAX_CROSSINGS:
            return True
    return False


def _segments(shape: BaseGeometry) -> Segments:
    points = map(shapely.get_coordinates, shapely.get_rings(shape))
    ends = [np.stack([ring[:-1], ring[1:]], axis=1) for ring in points]
    return np.asarray(shapely.linestrings(np.concatenate(ends)) if ends else ends, dtype=object)


def _french(reason: str) -> str:
    known = {
        "Self-intersection": "le contour se croise",
        "Ring Self-intersection": "le contour se touche lui-même",
        "Hole lies outside shell": "un trou sort du contour",
        "Too few points": "trop peu de points",
        "Nested shells": "des contours se recouvrent",
        "Duplicate Rings": "un contour est répété",
    }
    return known.get(reason.split("[", maxsplit=1)[0].strip(), "géométrie non valide")

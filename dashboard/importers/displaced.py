"""Outlines that an import would put elsewhere than those held: asked about, never written unasked.

Two surveys of one quarter cover one another; exchanged codes, a map shifted or cut do not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import shapely

from dashboard.importers.territory_folder import SHAPES
from dashboard.schema import Problem

_SHARED = 0.8
"""Part of the ground of both outlines that they have in common, at least."""
_REMEDY = "Comparez les deux tracés ; si le nouveau est le bon, relancez avec --confirmer."

NamedShapes = Mapping[str, Any]


def moved(held: NamedShapes, fresh: NamedShapes | None) -> Iterator[Problem]:
    """A question for each quarter whose new outline covers little of the one that is held."""
    before = {item["properties"]["code"]: item["geometry"] for item in held["features"]}
    for item in (fresh or {"features": ()})["features"]:
        code = item["properties"]["code"]
        old = before.get(code)
        if old and old != item["geometry"]:
            shared = _shared(old, item["geometry"])
            if shared < _SHARED:
                yield _question(code, shared)


def _question(code: str, shared: float) -> Problem:
    message = f"n’a que {shared:.0%} de sol commun avec le contour tenu.".replace("%", "\u00a0%")
    return Problem(f"{SHAPES}.geojson", 0, "code", code, message, _REMEDY, False)


def _shared(one: NamedShapes, other: NamedShapes) -> float:
    first, second = (shapely.from_geojson(json.dumps(shape)) for shape in (one, other))
    whole = float(shapely.union(first, second).area)
    return float(shapely.intersection(first, second).area) / whole if whole else 1.0

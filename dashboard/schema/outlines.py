"""The outlines of a territory: what a map can draw, and a publication can keep.

Held in the same way by whoever verifies and by whoever publishes: what one accepts the other draws.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain import french, overseas
from dashboard.schema.problem import Problem, Problems, Unreadable

QUARTERS = "contours_quartiers"
COMMUNES = "communes"
WATER = "eau"
UNIT = "contour"

DegreeWindow = tuple[float, float, float, float]

_NEAR = {QUARTERS: 0.5, COMMUNES: 2.0, WATER: 5.0}
"""Degrees around the window of the map within which each document stands."""

_POLYGONS = ("Polygon", "MultiPolygon")
_HALL = ("mairie_lon", "mairie_lat")
_REDRAW = "Donnez de nouveau le fichier officiel par « importer », qui répare ce qui peut l’être."
_FROM_EXAMPLE = "Comparez-le avec celui de data/exemple."
_IMPORTED = "Il vient d’un fichier officiel, par « importer »."


@dataclass(frozen=True, slots=True)
class OutlinePlace:
    """What the territory says of where its outlines stand, and of which quarters."""

    window: DegreeWindow
    codes: Collection[str]


def read_outlines(path: Path) -> Any:
    """The document of that file; Unreadable where it is no JSON in UTF-8."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        message = f"le fichier ne peut pas être lu ({type(error).__name__})."
        raise Unreadable(Problem(path.name, 0, "", "", message, _IMPORTED)) from error


def outline_problems(documents: Mapping[str, Any], place: OutlinePlace) -> Problems:
    """What is wrong in the outlines of a territory, by document."""
    return tuple(
        problem
        for name, document in sorted(documents.items())
        if name in _NEAR
        for problem in _Checked(name, place).problems(document)
    )


@dataclass(frozen=True, slots=True)
class _Checked:
    """One document being checked."""

    name: str
    place: OutlinePlace

    @property
    def file(self) -> str:
        return f"{self.name}.geojson"

    def problems(self, document: Any) -> Iterator[Problem]:
        features = document.get("features") if isinstance(document, dict) else None
        if not isinstance(features, list):
            message = "ce n’est pas une liste de contours (FeatureCollection)."
            yield Problem(self.file, 0, "", "", message, _FROM_EXAMPLE)
            return
        seen: set[str] = set()
        for rank, feature in enumerate(features, start=1):
            yield from self._feature(rank, feature, seen)

    def _feature(self, rank: int, feature: Any, seen: set[str]) -> Iterator[Problem]:
        told = feature.get("properties") if isinstance(feature, dict) else None
        told = told if isinstance(told, dict) else {}
        code = told.get("code")
        if self.name != WATER:
            yield from self._code(rank, code, seen)
        if self.name == COMMUNES:
            yield from self._commune(rank, told)
        wrong = _wrong(feature.get("geometry") if isinstance(feature, dict) else None)
        wrong = wrong or self._misplaced(feature["geometry"])
        if wrong:
            yield self._problem(rank, "code", code, wrong, _REDRAW)

    def _code(self, rank: int, code: Any, seen: set[str]) -> Iterator[Problem]:
        if not isinstance(code, str) or not code.strip():
            yield self._problem(rank, "code", "", "le code manque.", _REDRAW)
        elif code in seen:
            yield self._problem(rank, "code", code, "est là deux fois.", "Gardez-en un seul.")
        elif self.name == QUARTERS and code not in self.place.codes:
            remedy = "Ajoutez-le dans territoires.csv, ou retirez ce contour."
            yield self._problem(rank, "code", code, "n’est pas dans territoires.csv.", remedy)
        seen.add(str(code))

    def _commune(self, rank: int, told: Mapping[str, Any]) -> Iterator[Problem]:
        if not isinstance(told.get("nom"), str):
            yield self._problem(rank, "nom", "", "le nom manque.", _FROM_EXAMPLE)
        if not all(_is_number(told.get(column)) for column in _HALL):
            message = "la mairie n’a pas de longitude et de latitude."
            yield self._problem(rank, _HALL[0], "", message, _FROM_EXAMPLE)

    def _misplaced(self, geometry: Any) -> str:
        shape = shapely.from_geojson(json.dumps(geometry))
        west, south, east, north = shape.bounds
        room, window = _NEAR[self.name], self.place.window
        inside = (
            window[0] - room <= west
            and window[1] - room <= south
            and east <= window[2] + room
            and north <= window[3] + room
        )
        apart = overseas.spans(window) and overseas.zone_of(shape.bounds)
        if inside or apart:
            return ""
        return "est loin de la fenêtre de la carte (emprise, territoire.toml)."

    def _problem(self, rank: int, column: str, value: Any, message: str, remedy: str) -> Problem:
        shown = value if isinstance(value, str) else ""
        return Problem(self.file, rank, column, shown, french.typeset(message), remedy, unit=UNIT)


def _wrong(geometry: Any) -> str:
    """Why no map can draw that geometry; nothing where it can."""
    if not isinstance(geometry, dict) or geometry.get("type") not in _POLYGONS:
        return "n’est pas un polygone."
    try:
        shape = shapely.from_geojson(json.dumps(geometry))
    except (shapely.GEOSException, ValueError):
        return "n’est pas un polygone que l’on puisse dessiner."
    return _undrawable(shape)


def _undrawable(shape: BaseGeometry) -> str:
    if shape.is_empty or not all(map(math.isfinite, shape.bounds)):
        return "n’a pas de surface."
    if shape.has_z:
        return "porte des altitudes : un contour est plat."
    if not shape.is_valid:
        return "se croise ou se recouvre."
    return "" if shape.area > 0 else "n’a pas de surface."


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)

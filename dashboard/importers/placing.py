"""Where outlines stand: in degrees, inside the box of the territory, or what they look like.

A coordinate system that a file does not say is never believed: the territory's box decides.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import shapely
from pyproj.exceptions import ProjError
from shapely.geometry.base import BaseGeometry

from dashboard.importers.imported import refuse

_DEGREES = 4326
_LAMBERT = 2154
_MARGIN = 0.05
"""Degrees around the box of the settings, which is drawn for the map: some 4 km."""

_SYSTEMS = (
    (3857, "mètres (Mercator) sans le dire ?"),
    (27572, "Lambert II étendu sans le dire ?"),
    (32631, "mètres (UTM 31 Nord) sans le dire ?"),
    (32632, "mètres (UTM 32 Nord) sans le dire ?"),
)
_REMEDY = (
    "Enregistrez le fichier en WGS 84 (longitude puis latitude) ou en Lambert-93, et donnez-le."
)


@dataclass(frozen=True, slots=True)
class DegreeBox:
    """West, south, east and north of a territory, in degrees, with some room around."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, west: float, south: float, east: float, north: float) -> DegreeBox:
        """The box of the settings with its room."""
        return cls(west - _MARGIN, south - _MARGIN, east + _MARGIN, north + _MARGIN)

    def holds(self, shape: BaseGeometry) -> bool:
        """Whether the whole shape is inside."""
        west, south, east, north = shape.bounds
        return self.west <= west <= east <= self.east and self.south <= south <= north <= self.north

    def covers(self, lon: float, lat: float) -> bool:
        """Whether that point is inside."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


METROPOLE = DegreeBox(-5.5, 41.0, 10.0, 51.5)
"""Where Lambert-93 is written."""

_FRANCE = (
    METROPOLE,
    DegreeBox(-63.5, 2.0, -51.0, 18.5),
    DegreeBox(-57.0, 46.5, -56.0, 47.5),
    DegreeBox(44.5, -22.0, 56.5, -12.0),
    DegreeBox(158.0, -23.5, 172.5, -18.0),
    DegreeBox(-178.5, -15.0, -175.5, -12.5),
    DegreeBox(-155.0, -28.0, -134.0, -7.0),
)
"""Where a quarter may stand: the mainland, the Antilles and Guyane, Saint-Pierre, Réunion and
Mayotte, New Caledonia, Wallis, Polynesia."""


def in_degrees(frame: gpd.GeoDataFrame, box: DegreeBox, file: str) -> gpd.GeoDataFrame:
    """The frame in WGS 84; Refused where its system is not said and the box does not tell it.

    ``frame`` holds the outlines of the territory, of which some are no surface.
    """
    said = frame.crs.to_epsg() if frame.crs is not None else None
    if frame.crs is not None and said != _DEGREES:
        return _converted(frame, file)
    if _is_degrees(frame):
        return frame.set_crs(_DEGREES, allow_override=True)
    if _lands(frame, _LAMBERT, box):
        return frame.set_crs(_LAMBERT, allow_override=True).to_crs(_DEGREES)
    looks = (words for system, words in _SYSTEMS if _lands(frame, system, box))
    message = f"les coordonnées ne sont pas des degrés : {next(looks, 'quel système ?')}"
    raise refuse(file, message, _REMEDY)


def elsewhere(shape: BaseGeometry, box: DegreeBox) -> tuple[str, str]:
    """What is wrong with a shape outside the box, and what to do; nothing where it is inside."""
    if box.holds(shape):
        return "", ""
    turned = shapely.transform(shape, lambda points: points[:, ::-1])
    looks = " : latitude et longitude inversées ?" if box.holds(turned) else "."
    return f"est hors du territoire{looks}", _REMEDY


def abroad(shape: BaseGeometry | None) -> tuple[str, str]:
    """What is wrong with a shape that is in no part of France; nothing where it is in one."""
    if shape is None or any(box.holds(shape) for box in _FRANCE):
        return "", ""
    turned = shapely.transform(shape, lambda points: points[:, ::-1])
    looks = any(box.holds(turned) for box in _FRANCE)
    return f"est hors de France{' : latitude et longitude inversées ?' if looks else '.'}", _REMEDY


def _converted(frame: gpd.GeoDataFrame, file: str) -> gpd.GeoDataFrame:
    try:
        return frame.to_crs(_DEGREES)
    except ProjError as error:
        message = "les coordonnées sont dans un système qui n’est pas lu."
        raise refuse(file, message, _REMEDY) from error


def _is_degrees(frame: gpd.GeoDataFrame) -> bool:
    west, south, east, north = frame.total_bounds
    return bool(west >= -180 and east <= 180 and south >= -180 and north <= 180)


def _lands(frame: gpd.GeoDataFrame, system: int, box: DegreeBox) -> bool:
    """Whether the outlines, read in that system, are inside the box."""
    moved = frame.set_crs(system, allow_override=True).to_crs(_DEGREES)
    return any(shape is not None and box.holds(shape) for shape in moved.geometry)

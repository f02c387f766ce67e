"""The places that a map tells: the outline of each, what is said of it, how sure its line is."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from dashboard.content import Cell, Exhibit
from dashboard.domain.chart import PlaceMap
from dashboard.domain.indicator import absence
from dashboard.domain.location import MapPoint
from dashboard.domain.quarter_map import MapArea, QuarterMap
from dashboard.store import Store
from dashboard.store.geopackage import Feature
from dashboard.words.typography import typeset

RingOfPoints = list[MapPoint]
POLYGON, MULTIPOLYGON = 3, 6
_ENVELOPES = (0, 32, 48, 48, 64)
"""Bytes of the envelope before a geometry, by the kind that its header says."""


def draws(value: Exhibit) -> bool:
    """Whether a figure is a map."""
    return isinstance(value.chart, PlaceMap)


def features(value: Exhibit, store: Store) -> tuple[Feature, ...]:
    """The places of a map in the order of its table, whose values they are; none for what is none.
    One whose place is not published has no outline."""
    if not isinstance(value.chart, PlaceMap):
        return ()
    shown = value.chart.quarters.part_of or value.chart.quarters
    rows = [row.cells for row in value.table.rows if not row.group]
    areas = [*shown.areas, *(shown.around or ())]
    outlines = store.outlines()
    return tuple(
        (_outline(area, outlines), dict(_said(area, cells, shown, value)))
        for area, cells in zip(areas, rows, strict=True)
    )


def _outline(area: MapArea, outlines: dict[str, bytes]) -> bytes | None:
    return outlines.get(area.shape.territory.code) if area.shape.rings else None


def _said(
    area: MapArea, cells: tuple[Cell, ...], shown: QuarterMap, value: Exhibit
) -> Iterator[tuple[str, str | float | int | None]]:
    place, told = area.shape.territory, cells[3]
    known = isinstance(told.value, int | float)
    found, item = area.observation, shown.indicator
    yield "code", place.code
    yield "nom", place.name
    yield "communes", cells[1].text
    yield "genre", str(place.kind)
    yield "generation", place.generation
    yield "mesure", item.slug if item else "lignes"
    yield "libelle", item.label if item else value.subtitle
    yield "unite", str(item.unit) if item else "nb"
    yield "annee", shown.year
    yield "valeur", float(told.value) if isinstance(told.value, int | float) else None
    yield "texte", told.text
    yield "statut", str(found.status) if found else ""
    absent = absence(found.status if found else None) if item else told.text
    yield "motif", "" if known else absent
    yield "trace", cells[4].text
    yield "limite", typeset(place.drawing.limit)
    yield "source", value.source


def geometry(held: bytes) -> dict[str, object]:
    """The GeoJSON of an outline of a GeoPackage: outer rings turn left, as its standard wants.
    ValueError where it is no surface."""
    start = 8 + _ENVELOPES[(held[3] >> 1) & 7]
    order, kind = _header(held, start)
    if kind == POLYGON:
        rings, _ = _polygon(held, start)
        return {"type": "Polygon", "coordinates": rings}
    if kind != MULTIPOLYGON:
        raise ValueError(f"un tracé est une surface, pas une géométrie {kind}")
    (count,) = struct.unpack_from(f"{order}I", held, start + 5)
    place, polygons = start + 9, []
    for _ in range(count):
        rings, place = _polygon(held, place)
        polygons.append(rings)
    return {"type": "MultiPolygon", "coordinates": polygons}


def _header(held: bytes, place: int) -> tuple[str, int]:
    order = "<" if held[place] else ">"
    (kind,) = struct.unpack_from(f"{order}I", held, place + 1)
    return order, int(kind)


def _polygon(held: bytes, place: int) -> tuple[list[RingOfPoints], int]:
    """The rings of the polygon that begins there, and where the next thing begins."""
    order, _ = _header(held, place)
    (count,) = struct.unpack_from(f"{order}I", held, place + 5)
    place, rings = place + 9, []
    for rank in range(count):
        (points,) = struct.unpack_from(f"{order}I", held, place)
        numbers = struct.unpack_from(f"{order}{2 * points}d", held, place + 4)
        ring = list(zip(numbers[::2], numbers[1::2], strict=True))
        rings.append(ring if (_turn(ring) > 0) is (rank == 0) else ring[::-1])
        place += 4 + 16 * points
    return rings, place


def _turn(ring: RingOfPoints) -> float:
    """Twice the area of a ring, positive where it turns left."""
    return sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairwise(ring))

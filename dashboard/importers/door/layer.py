"""Files of outlines, each read as the format that its bytes are, never as what its name says.

GeoJSON and GeoPackage are read here; a shapefile by its own driver, from files that we wrote under
names of ours. Nothing virtual is opened, no address is asked, no other file is reached.
"""

from __future__ import annotations

import json
import math
import re
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain import french
from dashboard.importers.door import geopackage
from dashboard.importers.door.archive import is_zip, unzipped
from dashboard.importers.door.items import json_of
from dashboard.importers.door.text import clean
from dashboard.importers.door.workbook import is_workbook
from dashboard.importers.imported import Document, Refused, refuse

MAX_FEATURES = 20_000
MAX_POINTS = 500_000
MAX_OUTLINE = 20_000
"""Points of one outline: the longest official one has 763."""
_SHAPE = b"\0\0\x27\x0a"
BESIDE = (".shx", ".dbf", ".prj", ".cpg")
"""What stands beside a shapefile and is read with it."""
_POLYGONS = ("Polygon", "MultiPolygon")
_OFFLINE = {
    "GDAL_HTTP_CONNECTTIMEOUT": "1",
    "GDAL_HTTP_TIMEOUT": "1",
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": "{none}",
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "SHAPE_RESTORE_SHX": "YES",
}


@dataclass(frozen=True)
class Layer:
    """The features of a file in the system that it says, flat; ``notes`` tells what was changed."""

    frame: gpd.GeoDataFrame
    notes: tuple[str, ...] = ()


def holds_layer(document: Document) -> bool:
    """Whether the bytes are GeoJSON, GeoPackage, or a ZIP that holds one of them or a shapefile."""
    if is_zip(document.content):
        return not is_workbook(document) and _best(_opened(document)) is not None
    return _rank(document) is not None


def layer_files(document: Document) -> tuple[Document, ...]:
    """The file in which the layer is read, then those that stand beside it where it is a shapefile:
    one of each sort. Refused where the document has none, or cannot be opened."""
    files = unzipped(document) if is_zip(document.content) else (document,)
    best = _best(files)
    if best is None:
        message = "le fichier ne contient ni GeoJSON, ni GeoPackage, ni shapefile."
        raise refuse(document.name, message, "Donnez le ZIP des contours publié par l’ANCT.")
    return (best, *(_beside(best, files) if is_shapefile(best) else ()))


def is_geopackage(document: Document) -> bool:
    """Whether the bytes are a base, as a GeoPackage is one."""
    return document.content.startswith(geopackage.MAGIC)


def is_shapefile(document: Document) -> bool:
    """Whether the bytes are the outlines of a shapefile, whose attributes stand beside."""
    return document.content.startswith(_SHAPE)


def read_layer(document: Document) -> Layer:
    """The layer of the file; Refused where it cannot be read, has none, or is out of bounds."""
    frame = _frame(document.name, *layer_files(document))
    if not isinstance(frame, gpd.GeoDataFrame) or frame.empty:
        message = "le fichier ne contient aucun contour."
        raise refuse(document.name, message, "Donnez le fichier des contours, pas la liste.")
    _check_bounds(document.name, frame)
    return _flat(frame)


def _opened(document: Document) -> tuple[Document, ...]:
    try:
        return unzipped(document)
    except Refused:
        return ()


def _best(files: Sequence[Document]) -> Document | None:
    """The layer to read: GeoJSON first, then GeoPackage, then shapefile; WGS 84 before others."""
    ranked = [
        ("wgs84" not in item.name.lower(), rank, item.name.lower(), item)
        for item in files
        if (rank := _rank(item)) is not None
    ]
    return min(ranked, key=lambda item: item[:3])[3] if ranked else None


def _rank(document: Document) -> int | None:
    """What the bytes are: 0 GeoJSON, 1 GeoPackage, 2 shapefile, None anything else."""
    content = document.content
    start = content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith(b"{") and b'"FeatureCollection"' in content[:100_000]:
        return 0
    if is_geopackage(document):
        return 1
    return 2 if is_shapefile(document) else None


def _beside(layer: Document, files: Sequence[Document]) -> tuple[Document, ...]:
    """The last file of each sort that bears the name of that shapefile."""
    stem = Path(layer.name).stem.lower()
    named = ((Path(item.name.lower()), item) for item in files)
    found = {n.suffix: item for n, item in named if n.stem == stem and n.suffix in BESIDE}
    return tuple(found.values())


def _frame(file: str, layer: Document, *beside: Document) -> gpd.GeoDataFrame:
    readers = (
        lambda: _of_geojson(layer),
        lambda: geopackage.read(layer.content, MAX_FEATURES + 1),
        lambda: _of_shapefile(layer, beside),
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return readers[_rank(layer) or 0]()
    except Refused:
        raise
    except Exception as error:  # Each format has many exceptions of its own for its damage.
        message = "les contours ne peuvent pas être lus."
        remedy = "Téléchargez le fichier de nouveau\u00a0; d’un shapefile, donnez le ZIP entier."
        raise refuse(file, message, remedy) from error


def _of_geojson(layer: Document) -> gpd.GeoDataFrame:
    document = json_of(layer)
    features = document["features"]
    _check_features(layer.name, len(features))
    shapes = [_geometry(layer.name, item.get("geometry")) for item in features]
    rows = [_properties(item.get("properties")) for item in features]
    titles = dict.fromkeys(title for row in rows for title in row)
    columns = {title: [row.get(title) for row in rows] for title in titles}
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=_system(document.get("crs")))


def _geometry(file: str, found: object) -> BaseGeometry | None:
    """The polygon of a feature; None for what has no surface."""
    if not isinstance(found, Mapping) or found.get("type") not in _POLYGONS:
        return None
    if "null" in json.dumps(found.get("coordinates") or ""):
        raise _no_number(file)
    return shapely.from_geojson(json.dumps(found))


def _properties(found: object) -> dict[str, object]:
    held = found if isinstance(found, Mapping) else {}
    return {
        clean(str(title)): clean(value) if isinstance(value, str) else value
        for title, value in held.items()
        if not isinstance(value, list | dict)
    }


def _system(found: object) -> int:
    """The EPSG code that an older GeoJSON declares; WGS 84, that of the standard, otherwise."""
    code = re.search(r"EPSG:{1,2}(?:[\d.]*:)?(\d{4,6})\b", json.dumps(found or {}))
    return int(code[1]) if code else 4326


def _of_shapefile(layer: Document, beside: Sequence[Document]) -> gpd.GeoDataFrame:
    pyogrio.set_gdal_config_options(_OFFLINE)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "couche.shp").write_bytes(layer.content)
        for item in beside:
            (home / f"couche{Path(item.name.lower()).suffix}").write_bytes(item.content)
        return gpd.read_file(home / "couche.shp", engine="pyogrio", rows=MAX_FEATURES + 1)


def _check_bounds(file: str, frame: gpd.GeoDataFrame) -> None:
    _check_features(file, len(frame))
    points = shapely.get_num_coordinates(frame.geometry.array)
    if int(points.sum()) > MAX_POINTS:
        message = f"les contours ont plus de {french.number(MAX_POINTS)} points."
        raise refuse(file, message, _FEWER)
    if int(points.max()) > MAX_OUTLINE:
        message = f"un contour a plus de {french.number(MAX_OUTLINE)} points."
        raise refuse(file, message, _FEWER)
    if not all(_finite(shape) for shape in frame.geometry):
        raise _no_number(file)


def _no_number(file: str) -> Refused:
    return refuse(file, "une coordonnée n’est pas un nombre.", "Téléchargez le fichier de nouveau.")


_FEWER = "Donnez les seuls contours de votre département."


def _check_features(file: str, count: int) -> None:
    if count > MAX_FEATURES:
        message = f"le fichier a plus de {french.number(MAX_FEATURES)} contours."
        raise refuse(file, message, _FEWER)


def _finite(shape: BaseGeometry | None) -> bool:
    return shape is None or shape.is_empty or all(map(math.isfinite, shape.bounds))


def _flat(frame: gpd.GeoDataFrame) -> Layer:
    raised = int(shapely.has_z(frame.geometry.array).sum())
    if not raised:
        return Layer(frame)
    flat = frame.set_geometry(gpd.GeoSeries(shapely.force_2d(frame.geometry.array), crs=frame.crs))
    return Layer(flat, tuple(_said(raised)))


def _said(raised: int) -> Iterator[str]:
    count = french.counted(raised, "contour portait", "contours portaient")
    yield f"{count} une altitude : elle n’est pas gardée."

"""Files of outlines as frames, and outlines made valid."""

from __future__ import annotations

import json
import re
import tempfile
import warnings
from pathlib import Path

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain import french
from dashboard.importers.imported import Document, Refused, refuse
from dashboard.importers.reading import is_zip, unzipped

_LAYERS = (".geojson", ".json", ".gpkg", ".shp")


def holds_outlines(document: Document) -> bool:
    """Whether the bytes are GeoJSON, GeoPackage or a ZIP that holds one of them or a shapefile."""
    if document.content.startswith(b"SQLite format 3\0"):
        return True
    if is_zip(document.content):
        return any(_is_layer(item) for item in _opened(document))
    return _is_geojson(document)


def read_outlines(document: Document) -> gpd.GeoDataFrame:
    """The features of the file, in the system that it says; Refused where they cannot be read."""
    return _frame(document)


def _is_geojson(document: Document) -> bool:
    start = document.content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    return start.startswith(b"{") and b'"FeatureCollection"' in document.content[:100_000]


def _is_layer(document: Document) -> bool:
    return Path(document.name.lower()).suffix in _LAYERS or _is_geojson(document)


def _opened(document: Document) -> tuple[Document, ...]:
    """The files of a ZIP, those of the ZIPs it holds included; nothing where it is damaged."""
    try:
        members = unzipped(document)
        inner = (item for item in members if is_zip(item.content) and ".xlsx" not in item.name)
        return (*members, *(file for item in inner for file in unzipped(item)))
    except Refused:
        return ()


def _frame(document: Document) -> gpd.GeoDataFrame:
    if not is_zip(document.content):
        return _layer(document.name, (document,), document.name)
    unzipped(document)
    files = _opened(document)
    layer = _best(files)
    if layer is None:
        message = "le ZIP ne contient ni GeoJSON, ni GeoPackage, ni shapefile."
        raise refuse(document.name, message, "Donnez le ZIP des contours publié par l’ANCT.")
    return _layer(document.name, files, layer.name)


def _best(files: tuple[Document, ...]) -> Document | None:
    """The layer to read: GeoJSON first, then GeoPackage, then shapefile; WGS 84 before others."""
    layers = [item for item in files if Path(item.name.lower()).suffix in _LAYERS]
    order = {suffix: rank for rank, suffix in enumerate(_LAYERS)}

    def rank(item: Document) -> tuple[bool, int, str]:
        name = item.name.lower()
        return "wgs84" not in name, order[Path(name).suffix], name

    return min(layers, key=rank, default=None)


def _layer(file: str, files: tuple[Document, ...], name: str) -> gpd.GeoDataFrame:
    suffix = Path(name.lower()).suffix
    if suffix not in _LAYERS:
        name = f"{name}.gpkg" if files[0].content.startswith(b"SQLite") else f"{name}.geojson"
        files = (Document(name, files[0].content),)
    with tempfile.TemporaryDirectory() as folder:
        for item in files:
            (Path(folder) / _safe(item.name)).write_bytes(item.content)
        return _read_layer(file, Path(folder) / _safe(name))


def _safe(name: str) -> str:
    return re.sub(r"[^\w.-]", "_", Path(name).name)[-100:]


def _read_layer(file: str, path: Path) -> gpd.GeoDataFrame:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if path.suffix.lower() in (".geojson", ".json"):
                json.loads(path.read_bytes())
            frame = gpd.read_file(path)
    except Exception as error:  # GDAL reports damage by many exceptions of its own.
        message = "les contours ne peuvent pas être lus."
        remedy = "Téléchargez le fichier de nouveau ; d’un shapefile, donnez le ZIP entier."
        raise refuse(file, message, french.typeset(remedy)) from error
    if not isinstance(frame, gpd.GeoDataFrame) or frame.empty:
        message = "le fichier ne contient aucun contour."
        raise refuse(file, message, "Donnez le fichier des contours, pas la liste des quartiers.")
    return frame


def mend(shape: BaseGeometry | None) -> tuple[BaseGeometry | None, str]:
    """The outline made valid, as polygons, and what was wrong with it; None without surface."""
    if shape is None or shape.is_empty:
        return None, ""
    reason = "" if shape.is_valid else _french(shapely.is_valid_reason(shape))
    whole = shape if shape.is_valid else shapely.make_valid(shape)
    parts = [part for part in shapely.get_parts(whole, return_index=False) if part.area > 0]
    flat = [piece for part in parts for piece in shapely.get_parts(part) if piece.area > 0]
    if not flat:
        return None, reason
    return (flat[0] if len(flat) == 1 else shapely.union_all(flat)), reason


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

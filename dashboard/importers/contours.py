"""Outlines of quarters: GeoJSON, shapefile, GeoPackage, or a ZIP of these.

Names of attributes of 2015 and of 2024, WGS 84 or Lambert-93. An invalid outline is mended and
said. A file that is refused changes nothing: the outlines held stay served.
"""

from __future__ import annotations

import json
import re
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain import french
from dashboard.domain.territory import Outline
from dashboard.importers import sourcing
from dashboard.importers.ground import SHAPES, Ground, blank
from dashboard.importers.imported import Document, Imported, Refused, Row, refuse
from dashboard.importers.reading import bounded, is_zip, plain, unzipped
from dashboard.importers.sheet import key
from dashboard.schema import Problem

KIND = "contours"
TITLE = "Contours des quartiers"
SOURCE_ID = "anct-contours-qpv"

_CODES = ("codeqp", "codequartier", "codeqpv", "codgeo", "code")
_NAMES = ("libqp", "nomqp", "nomquartier", "libqpv", "nom")
_KNOWN_CODE = r"QP\d[\dAB]\d\d{3}|QP\d{2}[\dAB]\d{3}|QN\d{2}[\dAB]\d{2}[NMI]"
_ACCEPTED = (4326, 2154)
_DIGITS = 6
"""Decimals of a degree kept: a tenth of a metre."""
_WORLD = (-180.0, -90.0, 180.0, 90.0)
_LAYERS = (".geojson", ".json", ".gpkg", ".shp")


def recognises(document: Document) -> bool:
    """Whether the bytes are of a format of outlines, before any is read."""
    head = document.content[:64]
    if head.startswith(b"SQLite format 3\0"):
        return True
    if is_zip(document.content):
        return any(_is_layer(item) for item in _opened(document))
    return _is_geojson(document)


def read(document: Document, ground: Ground) -> Imported:
    """The outlines of the territory's quarters in that file, mended where they need it."""
    frame = _in_degrees(_frame(bounded(document)), document.name)
    column = _column(frame, _CODES)
    if column is None:
        message = "aucune colonne ne porte le code des quartiers."
        raise refuse(document.name, message, "Il faut code_qp, CODE_QP ou code_quartier.")
    quarters = ground.codes("qpv", "qva")
    kept, problems, mended = _features(frame, column, quarters, document.name)
    if not kept:
        count = french.counted(len(frame), "contour")
        message = f"aucun des {count} n’est un quartier du territoire."
        raise refuse(document.name, message, _strangers(frame, column, quarters))
    return Imported(
        kind=KIND,
        title=TITLE,
        taken={
            "territoires": tuple(_territories(ground, set(kept))),
            "sources": sourcing.own(ground, _source(document.name)),
        },
        shapes={SHAPES: tuple(kept.values())},
        refused=tuple(problems),
        notes=tuple(_notes(frame, kept, mended, quarters)),
    )


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


def _in_degrees(frame: gpd.GeoDataFrame, file: str) -> gpd.GeoDataFrame:
    """The frame in WGS 84; Lambert-93 is told by its coordinates where nothing says it."""
    crs = frame.crs.to_epsg() if frame.crs is not None else None
    west, south, east, north = frame.total_bounds
    degrees = _WORLD[0] <= west and east <= _WORLD[2] and _WORLD[1] <= south and north <= _WORLD[3]
    if not degrees and (crs in (None, 4326)):
        frame = frame.set_crs(2154, allow_override=True)
    elif crs is None:
        frame = frame.set_crs(4326)
    elif crs not in _ACCEPTED and not frame.crs.is_geographic:
        message = f"les coordonnées sont dans un système qui n’est pas lu (EPSG {crs})."
        raise refuse(file, message, "Enregistrez en WGS 84 (4326) ou en Lambert-93 (2154).")
    return frame.to_crs(4326)


def _column(frame: gpd.GeoDataFrame, names: tuple[str, ...]) -> str | None:
    keys = {key(str(column)): str(column) for column in frame.columns}
    return next((keys[name] for name in names if name in keys), None)


def _features(
    frame: gpd.GeoDataFrame, column: str, quarters: frozenset[str], file: str
) -> tuple[dict[str, dict[str, Any]], list[Problem], list[str]]:
    kept: dict[str, dict[str, Any]] = {}
    problems, mended = [], []
    for rank, (text, shape) in enumerate(zip(frame[column], frame.geometry, strict=True), start=1):
        for code in _codes_in(text, quarters):
            valid, reason = mend(shape)
            if valid is None:
                message = "n’a pas de surface."
                remedy = "L’ancien tracé de ce quartier reste."
                problems.append(Problem(file, rank, column, code, message, remedy, False))
                continue
            if reason:
                mended.append(f"{code} ({reason})")
            kept[code] = _feature(code, valid)
    return kept, problems, mended


def _codes_in(text: object, quarters: frozenset[str]) -> Iterator[str]:
    if isinstance(text, str):
        yield from (code for code in [plain(text)] if code in quarters)


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


def _feature(code: str, shape: BaseGeometry) -> dict[str, Any]:
    rounded = shapely.set_precision(shape, 10.0**-_DIGITS)
    whole = shape if rounded.is_empty else rounded
    return {
        "type": "Feature",
        "properties": {"code": code, "trace": str(Outline.OFFICIAL), "source": SOURCE_ID},
        "geometry": json.loads(shapely.to_geojson(whole)),
    }


def _territories(ground: Ground, codes: set[str]) -> Iterator[Row]:
    for row in ground.rows("territoires"):
        if row["code"] in codes:
            yield row | {"trace": str(Outline.OFFICIAL)}


def _strangers(frame: gpd.GeoDataFrame, column: str, quarters: frozenset[str]) -> str:
    found = [plain(str(text)) for text in frame[column].dropna().head(3)]
    wanted = french.listed(sorted(quarters)[:3]) or "aucun"
    return f"Le fichier parle de {french.listed(found)} ; le territoire attend {wanted}."


def _notes(
    frame: gpd.GeoDataFrame,
    kept: dict[str, dict[str, Any]],
    mended: list[str],
    quarters: frozenset[str],
) -> Iterator[str]:
    count = french.counted(len(kept), "contour officiel", "contours officiels")
    others = len(frame) - len(kept)
    yield f"{count} : {french.listed(sorted(kept))}."
    if others > 0:
        left = french.counted(others, "contour d’un autre territoire", "contours d’ailleurs")
        yield f"{left}, laissés de côté."
    if mended:
        yield f"Contours réparés : {french.listed(mended)}."
    waiting = sorted(quarters - set(kept))
    if waiting:
        yield f"Inchangés, absents du fichier : {french.counted(len(waiting), 'quartier')}."


def _source(file: str) -> Row:
    return blank(
        "sources",
        id=SOURCE_ID,
        titre="Contours des quartiers prioritaires de la politique de la ville",
        producteur="ANCT",
        licence="Licence Ouverte 2.0",
        obtention=f"{sourcing.OFFICIAL} : {file}",
    )

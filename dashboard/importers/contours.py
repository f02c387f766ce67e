"""Outlines of quarters: GeoJSON, shapefile, GeoPackage, or a ZIP of these.

Names of attributes of 2015 and of 2024, WGS 84 or Lambert-93. An invalid outline is mended and
said. A file that is refused changes nothing: the outlines held stay served.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain import french
from dashboard.domain.territory import Outline
from dashboard.importers import sourcing
from dashboard.importers.ground import SHAPES, Ground, blank
from dashboard.importers.imported import Document, Imported, Row, refuse
from dashboard.importers.outlines import holds_outlines, mend, read_outlines
from dashboard.importers.reading import bounded, plain
from dashboard.importers.sheet import key
from dashboard.schema import Problem

KIND = "contours"
TITLE = "Contours des quartiers"
SOURCE_ID = "anct-contours-qpv"

_CODES = ("codeqp", "codequartier", "codeqpv", "codgeo", "code")
_NAMES = ("libqp", "nomqp", "nomquartier", "libqpv", "nom")
_DIGITS = 6
"""Decimals of a degree kept: a tenth of a metre."""


def recognises(document: Document) -> bool:
    """Whether the bytes are of a format of outlines, before any is read."""
    return holds_outlines(document)


def read(document: Document, ground: Ground) -> Imported:
    """The outlines of the territory's quarters in that file, mended where they need it."""
    frame = read_outlines(bounded(document))
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

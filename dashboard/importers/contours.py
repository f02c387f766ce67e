"""Outlines of quarters: GeoJSON, shapefile, GeoPackage, or a ZIP of these.

Names of attributes of 2015 and of 2024, WGS 84 or Lambert-93. An invalid outline is mended and
said; one that was simplified says so. A file that is refused changes nothing: the outlines held
stay served.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain import french
from dashboard.domain.territory import Drawing, Outline
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
_DIGITS = 7
"""Decimals of a degree kept: a centimetre, what the official file gives."""
_COARSE = 5
"""Decimals of a degree to which simplified copies round: a metre. The official file has more."""
_EXACT = str(Outline.OFFICIAL)
_SAID = re.compile(r"simplif\w*\W{0,3}(?:a )?(?:environ )?(\d+) ?m\b")
"""What a copy says of itself: « simplifié à 5 m », « simplifie ~5 m »."""


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
            "territoires": tuple(_territories(ground, kept)),
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
    told = frame.drop(columns=str(frame.geometry.name)).to_dict("records")
    lines = zip(frame[column], frame.geometry, told, strict=True)
    for rank, (text, shape, cells) in enumerate(lines, start=1):
        for code in _codes_in(text, quarters):
            valid, reason = mend(shape)
            if valid is None:
                message = "n’a pas de surface."
                remedy = "L’ancien tracé de ce quartier reste."
                problems.append(Problem(file, rank, column, code, message, remedy, False))
                continue
            if reason:
                mended.append(f"{code} ({reason})")
            kept[code] = _feature(code, valid, _drawing(cells, shape))
    return kept, problems, mended


def _codes_in(text: object, quarters: frozenset[str]) -> Iterator[str]:
    if isinstance(text, str):
        yield from (code for code in [plain(text)] if code in quarters)


def _drawing(cells: Mapping[str, object], shape: BaseGeometry) -> Drawing:
    """Whether the outline is the official one or a simplified copy of it, by how much it says."""
    said = (_SAID.search(french.fold(text)) for text in cells.values() if isinstance(text, str))
    metres = next((int(found[1]) for found in said if found), None)
    if metres or _is_coarse(shape):
        return Drawing(Outline.SIMPLIFIED, metres)
    return Drawing(Outline.OFFICIAL)


def _is_coarse(shape: BaseGeometry) -> bool:
    scaled = shapely.get_coordinates(shape) * 10.0**_COARSE
    return bool(np.allclose(scaled, np.round(scaled), rtol=0, atol=1e-3))


def _feature(code: str, shape: BaseGeometry, drawing: Drawing) -> dict[str, Any]:
    rounded = shapely.set_precision(shape, 10.0**-_DIGITS)
    whole = shape if rounded.is_empty else rounded
    how = {"trace": str(drawing.outline)}
    simplified = {"simplification": drawing.metres} if drawing.metres else {}
    return {
        "type": "Feature",
        "properties": {"code": code, "source": SOURCE_ID} | how | simplified,
        "geometry": json.loads(shapely.to_geojson(whole)),
    }


def _territories(ground: Ground, kept: Mapping[str, dict[str, Any]]) -> Iterator[Row]:
    for row in ground.rows("territoires"):
        if row["code"] in kept:
            told = kept[row["code"]]["properties"]
            simplification = str(told.get("simplification", ""))
            yield row | {"trace": told["trace"], "simplification": simplification}


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
    coarse = sorted(code for code, item in kept.items() if item["properties"]["trace"] != _EXACT)
    if coarse:
        yield f"Tracés simplifiés, dits comme tels : {french.listed(coarse)}."
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

"""The features of a territory's quarters in a file of outlines, and what becomes of each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain import french
from dashboard.domain.territory import Outline, PlaceDrawing
from dashboard.importers.account import Left, refusal, unit_of
from dashboard.importers.outlines import mend
from dashboard.importers.parts import OutlinePart, copies, joined, rivals
from dashboard.importers.placing import elsewhere
from dashboard.importers.reading import plain
from dashboard.importers.roles import ColumnRole, played
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import Problem

UNIT = "contour"
SOURCE_ID = "anct-contours-qpv"

_RIVALS = "Aucun n’est pris : gardez le bon tracé."
_DIGITS = 7
"""Decimals of a degree kept: a centimetre, what the official file gives."""
_COARSE = 5
"""Decimals of a degree to which simplified copies round: a metre. The official file has more."""
_SAID = re.compile(r"simplif\w*\W{0,3}(?:a )?(?:environ )?(\d+) ?m\b")
"""What a copy says of itself: « simplifié à 5 m », « simplifie ~5 m »."""


@dataclass(frozen=True, slots=True)
class DrawnFeature:
    """A feature of a quarter: its rank, its code, its outline made valid, and how it is drawn.

    ``part`` is None where nothing with a surface is left; ``mended`` says what was wrong.
    """

    rank: int
    code: str
    part: OutlinePart | None
    mended: str
    drawing: PlaceDrawing


def code_of(text: object) -> str:
    """The code of a quarter as the tables write it, in capitals; empty for what is no text."""
    return "".join(plain(text).split()).upper() if isinstance(text, str) else ""


def columns_in(frame: gpd.GeoDataFrame, roles: Sequence[ColumnRole], file: str) -> dict[str, str]:
    """The attribute of the outlines that plays each role, where one does; as ``played``."""
    titles = [str(title) for title in frame.columns if title != frame.geometry.name]
    wanted = [title for role in roles for title in role.columns(titles)]
    records = frame[wanted].to_dict("records")
    lines = [
        (rank, {title: plain(v) if isinstance(v, str) else "" for title, v in record.items()})
        for rank, record in enumerate(records, start=1)
    ]
    return played(file, titles, lines, roles, UNIT)


def left_of(frame: gpd.GeoDataFrame, column: str, mine: list[bool]) -> Iterator[Left]:
    """The features of other places, or of none."""
    for rank, (text, ours) in enumerate(zip(frame[column], mine, strict=True), start=1):
        if not ours:
            code = plain(text) if isinstance(text, str) else ""
            reason = "d’un autre territoire" if code else "sans code de quartier"
            yield Left(rank, column, code, reason)


def drawn(frame: gpd.GeoDataFrame, column: str) -> list[DrawnFeature]:
    """Each feature of that frame in degrees, under its number in the file."""
    told = frame.drop(columns=str(frame.geometry.name)).to_dict("records")
    found = []
    for rank, text, shape, cells in zip(
        frame.index, frame[column], frame.geometry, told, strict=True
    ):
        valid, reason = mend(shape)
        part = OutlinePart(rank, valid) if valid is not None else None
        found.append(DrawnFeature(rank, code_of(text), part, reason, _drawing(cells, shape)))
    return found


def refused_of(
    found: Sequence[DrawnFeature], column: str, territory: TerritoryFolder, file: str
) -> Iterator[Problem]:
    """Why a feature is not taken: no surface, another place, or two drawings that disagree."""
    inside: dict[str, list[DrawnFeature]] = {}
    for item in found:
        message, remedy = _misplaced(item, territory)
        if message:
            yield _refusal(file, item, column, message, remedy)
        else:
            inside.setdefault(item.code, []).append(item)
    for items in inside.values():
        if rivals(_parts(items)):
            message = "est dessiné deux fois au même endroit, différemment."
            yield from (_refusal(file, item, column, message, _RIVALS) for item in items)


def _misplaced(item: DrawnFeature, territory: TerritoryFolder) -> tuple[str, str]:
    if item.part is None:
        return "n’a pas de surface.", "L’ancien tracé de ce quartier reste."
    return elsewhere(item.part.shape, territory.box)


def _refusal(file: str, item: DrawnFeature, column: str, message: str, remedy: str) -> Problem:
    return unit_of(refusal(file, item.rank, column, item.code, message, remedy), UNIT)


def _parts(items: Sequence[DrawnFeature]) -> list[OutlinePart]:
    return [item.part for item in items if item.part is not None]


def kept_of(found: list[DrawnFeature], refused: set[int]) -> dict[str, list[DrawnFeature]]:
    """The features that are not refused, by quarter."""
    kept: dict[str, list[DrawnFeature]] = {}
    for item in found:
        if item.rank not in refused:
            kept.setdefault(item.code, []).append(item)
    return kept


def again_of(kept: Mapping[str, list[DrawnFeature]], column: str) -> Iterator[Left]:
    """Those that draw again what another feature of the quarter draws."""
    for code, items in kept.items():
        for copy in copies(_parts(items)):
            yield Left(copy.rank, column, code, "en double")


def _drawing(cells: Mapping[str, object], shape: BaseGeometry | None) -> PlaceDrawing:
    """Whether the outline is the official one or a simplified copy of it, by how much it says."""
    said = (_SAID.search(french.fold(text)) for text in cells.values() if isinstance(text, str))
    metres = next((int(found[1]) for found in said if found), None)
    if metres or _is_coarse(shape):
        return PlaceDrawing(Outline.SIMPLIFIED, metres)
    return PlaceDrawing(Outline.OFFICIAL)


def _is_coarse(shape: BaseGeometry | None) -> bool:
    if shape is None or shape.is_empty:
        return False
    scaled = shapely.get_coordinates(shape) * 10.0**_COARSE
    return bool(np.allclose(scaled, np.round(scaled), rtol=0, atol=1e-3))


def feature(code: str, items: list[DrawnFeature]) -> dict[str, Any]:
    """The feature of a quarter, all its parts together; simplified where one of them is."""
    shape = joined(_parts(items))
    coarse = [d.drawing for d in items if d.drawing.outline is Outline.SIMPLIFIED]
    drawing = max(coarse, key=lambda item: item.metres or 0, default=items[0].drawing)
    rounded = shapely.set_precision(shape, 10.0**-_DIGITS)
    whole = shape if rounded.is_empty else rounded
    how = {"trace": str(drawing.outline)}
    simplified = {"simplification": drawing.metres} if drawing.metres else {}
    return {
        "type": "Feature",
        "properties": {"code": code, "source": SOURCE_ID} | how | simplified,
        "geometry": json.loads(shapely.to_geojson(whole)),
    }

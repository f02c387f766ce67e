"""Outlines of quarters: GeoJSON, shapefile, GeoPackage, or a ZIP of these.

Names of attributes of 2015 and of 2024, WGS 84 or Lambert-93. An invalid outline is mended and
said; one that was simplified says so. A file that is refused changes nothing: the outlines held
stay served.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import geopandas as gpd
import shapely

from dashboard.domain import french
from dashboard.domain.territory import Outline
from dashboard.importers import sourcing
from dashboard.importers.account import account_of
from dashboard.importers.door.layer import holds_layer, is_shapefile, layer_files, read_layer
from dashboard.importers.imported import Document, Imported, Refused, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.placing import in_degrees
from dashboard.importers.quarter_features import (
    SOURCE_ID,
    UNIT,
    DrawnFeature,
    again_of,
    code_of,
    columns_in,
    drawn,
    feature,
    kept_of,
    left_of,
    refused_of,
)
from dashboard.importers.reading import plain
from dashboard.importers.roles import ColumnRole
from dashboard.importers.territory_folder import SHAPES, TerritoryFolder, blank
from dashboard.schema import Record

KIND = "contours"
TITLE = "Contours des quartiers"

CODES = ("codeqp", "codequartier", "codequart", "codeqpv", "codgeo", "code")
"""``codequart`` is ``code_quartier`` as a shapefile cuts it, at ten letters."""
_MAX_POINTS = 100_000
"""Points of the territory's outlines together: the 1,609 of France have 81,000 when simplified."""
_MAX_PARTS = 20
"""Features of one quarter, compared two by two: an official file has one."""
_SHOWN = 40
"""Characters of a code that a sentence repeats."""
_EXACT = str(Outline.OFFICIAL)
_CODED = (
    "Donnez les contours des quartiers : leur colonne code_qp, CODE_QP ou code_quartier dit lequel "
    "est lequel."
)


def recognises(document: Document) -> bool:
    """Whether the bytes are of a format of outlines, before any is read."""
    return holds_layer(document)


def opened(document: Document) -> tuple[Document, ...]:
    """The files of the layer that is read of a ZIP; Refused where it cannot be. A shapefile is not
    read yet: its reading is written on the disk, where nothing that names a person may be."""
    files = layer_files(document)
    if not is_shapefile(files[0]):
        read_layer(document)
    return files


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """The outlines of the territory's quarters in that file, mended where they need it;
    Refused without a column of codes, or where none is theirs."""
    layer = read_layer(document)
    frame = layer.frame
    quarters = territory.codes("qpv", "qva")
    column = columns_in(frame, (_code_role(quarters),), document.name).get("code")
    if column is None:
        message = "ce sont des tracés dont aucune colonne ne porte le code d’un quartier."
        raise refuse(document.name, message, _CODED)
    mine = [code_of(text) in quarters for text in frame[column]]
    if not any(mine):
        strangers = _strangers(frame, column, quarters)
        raise refuse(document.name, _none_of(len(frame)), strangers)
    _check_mine(document.name, frame[mine], column)
    left = tuple(left_of(frame, column, mine))
    found = drawn(in_degrees(_numbered(frame)[mine], territory.box, document.name), column)
    refused = tuple(refused_of(found, column, territory, document.name))
    kept = kept_of(found, {problem.row for problem in refused})
    if not kept:
        raise Refused(replace(refused[0], blocking=True))
    again = tuple(again_of(kept, column))
    features = {code: feature(code, items) for code, items in sorted(kept.items())}
    taken = [item.rank for items in kept.values() for item in items]
    return Imported(
        kind=KIND,
        title=TITLE,
        account=account_of(
            range(1, len(frame) + 1),
            set(taken) - {item.line for item in again},
            refused,
            (*left, *again),
            UNIT,
        ),
        taken={
            "territoires": tuple(_territories(territory, features)),
            "sources": sourcing.own(territory, _source(document.name)),
        },
        shapes={SHAPES: tuple(features.values())},
        refused=refused,
        notes=(*layer.notes, *_notes(features, kept, quarters)),
    )


def _check_mine(file: str, frame: gpd.GeoDataFrame, column: str) -> None:
    """Refuse, before any is compared, more points or more parts of a quarter than can be mended."""
    if int(shapely.get_num_coordinates(frame.geometry.array).sum()) > _MAX_POINTS:
        message = f"les contours du territoire ont plus de {french.number(_MAX_POINTS)} points."
        raise refuse(file, message, "Donnez les contours officiels des quartiers.")
    if int(frame[column].map(code_of).value_counts().max()) > _MAX_PARTS:
        message = f"un quartier est dessiné plus de {_MAX_PARTS} fois."
        raise refuse(file, message, "Donnez les contours officiels des quartiers.")


def _code_role(quarters: frozenset[str]) -> ColumnRole:
    """The code of a quarter of the territory: « code » alone may hold that of something else."""
    return ColumnRole(
        "code", CODES, lambda text: code if (code := code_of(text)) in quarters else ""
    )


def _numbered(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.set_axis(range(1, len(frame) + 1), axis=0)


def _territories(
    territory: TerritoryFolder, kept: Mapping[str, dict[str, Any]]
) -> Iterator[Record]:
    for row in territory.rows("territoires"):
        if row["code"] in kept:
            told = kept[row["code"]]["properties"]
            simplification = str(told.get("simplification", ""))
            yield row | {"trace": told["trace"], "simplification": simplification}


def _none_of(count: int) -> str:
    if count == 1:
        return "son seul contour n’est pas un quartier du territoire."
    return f"aucun de ses {french.counted(count, 'contour')} n’est un quartier du territoire."


def _strangers(frame: gpd.GeoDataFrame, column: str, quarters: frozenset[str]) -> str:
    found = [plain(str(text))[:_SHOWN] for text in frame[column].dropna().unique()[:3]]
    wanted = french.listed(sorted(quarters)[:3]) or "aucun"
    told = f"Le fichier parle de {french.listed(found)} ; le territoire attend {wanted}."
    return f"{told} Donnez les contours de ces quartiers."


def _notes(
    features: Mapping[str, dict[str, Any]],
    kept: Mapping[str, list[DrawnFeature]],
    quarters: frozenset[str],
) -> Iterator[str]:
    count = french.counted(len(kept), "quartier reçoit son", "quartiers reçoivent leur")
    yield f"{count} contour officiel : {french.listed(sorted(kept))}."
    several = sorted(code for code, items in kept.items() if len(items) > 1)
    if several:
        yield f"En plusieurs morceaux, tous gardés : {french.listed(several)}."
    coarse = sorted(c for c, item in features.items() if item["properties"]["trace"] != _EXACT)
    if coarse:
        yield f"Tracés simplifiés, dits comme tels : {french.listed(coarse)}."
    mended = [f"{d.code} ({d.mended})" for items in kept.values() for d in items if d.mended]
    if mended:
        yield f"Contours réparés : {french.listed(mended)}."
    waiting = sorted(quarters - set(kept))
    if waiting:
        yield f"Inchangés, absents du fichier : {french.counted(len(waiting), 'quartier')}."


def _source(file: str) -> Record:
    return blank(
        "sources",
        id=SOURCE_ID,
        titre="Contours des quartiers prioritaires de la politique de la ville",
        producteur="ANCT",
        licence="Licence Ouverte 2.0",
        obtention=f"{sourcing.OFFICIAL} : {file}",
    )


IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example(
            "contours-2024.geojson",
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties":',
            ' {"code_qp": "QN09901M"}, "geometry": {"type": "Polygon", "coordinates":',
            " [[[5.9, 45.5], [5.91, 45.5], [5.91, 45.51], [5.9, 45.51], [5.9, 45.5]]]}}]}",
        ),
    ),
    lookalikes=(example("contours-2024.json", '{"code_qp": "QN09901M", "surface": 12}'),),
    opened=opened,
)

"""The places that inhabitants know: each with its point and the quarters whose perimeter holds it.

With them the quarters that grants are proposed to are computed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import geopandas as gpd
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.domain import french
from dashboard.domain.funding import Origin
from dashboard.domain.territory import Outline, PlaceDrawing
from dashboard.importers import sourcing
from dashboard.importers.account import account_of
from dashboard.importers.gazetteer import gazetteer_of, located, spelled
from dashboard.importers.imported import Document, Imported, Records
from dashboard.importers.importer import Importer, example
from dashboard.importers.points import LocatedLine, has_points, read_points
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.schema import Record
from dashboard.schema.problem import quote

KIND = "lieux"
TITLE = "Lieux connus d’une ville (écoles, gymnases, culture)"
SOURCE_ID = "equipements-ville"

_COLUMNS = ("id", "nom", "type")
_KINDS = {
    "ENS": "enseignement",
    "SPO": "sport",
    "CUL": "culture",
    "ADM": "administration",
    "COM": "commerce",
}
_SCHOOL = re.compile(r"^École (?:Élémentaire|Maternelle|Primaire) ", re.IGNORECASE)
_LYCEE = re.compile(r"^Lycée ", re.IGNORECASE)
_METRES = "EPSG:2154"
_NAMED = 3
"""Names kept that are said; the others are counted."""


def recognises(document: Document) -> bool:
    """Whether the columns are those of a list of places."""
    return has_points(document, *_COLUMNS)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """Every place of the file, and the actions as the places now propose their quarters."""
    points = read_points(document, territory, *_COLUMNS)
    rows = _aside(tuple(_rows(points.held, territory)))
    kept = _kept(rows, territory)
    others = (row for row in territory.rows("lieux_nommes") if row["source"] != SOURCE_ID)
    actions = located(territory.rows("actions"), gazetteer_of(territory, (*others, *kept)))
    return Imported(
        kind=KIND,
        title=TITLE,
        account=points.account(),
        lines={"lieux_nommes": tuple(point.line for point in points.held)},
        taken={
            "lieux_nommes": kept,
            "sources": sourcing.own(territory, _source(document.name)),
            "actions": actions,
        },
        scopes={"lieux_nommes": ({"source": SOURCE_ID},)},
        refused=points.refused,
        notes=(*points.notes, *_notes(kept), *_names_kept(rows, kept), *_proposals(actions)),
    )


def again(territory: TerritoryFolder) -> Imported:
    """The actions as the places of the territory propose their quarters: staff changed a table."""
    actions = located(territory.rows("actions"), gazetteer_of(territory))
    return Imported(
        kind="propositions",
        title="Quartiers proposés par les lieux nommés",
        account=account_of((), ()),
        taken={"actions": actions},
        notes=tuple(_proposals(actions)),
    )


def _rows(points: tuple[LocatedLine, ...], territory: TerritoryFolder) -> Iterator[Record]:
    """The places, each in the quarters that surely hold it: beyond what their lines leave open."""
    outlines = gpd.GeoSeries(dict(_outlines(territory)), crs=4326).to_crs(_METRES)
    doubts = _doubts(territory)
    corners = [shapely.Point(float(point.lon), float(point.lat)) for point in points]
    where = gpd.GeoSeries(corners, crs=4326).to_crs(_METRES)
    for point, place in zip(points, where, strict=True):
        far = outlines.boundary.distance(place)
        near = {code: round(far[code]) for code in outlines.index if far[code] <= doubts[code]}
        inside = outlines.index[outlines.contains(place)]
        held = [code for code in inside if code not in near]
        yield _row(point, held, _reason(held, near))


def _outlines(territory: TerritoryFolder) -> Iterator[tuple[str, BaseGeometry]]:
    for item in territory.shapes["features"]:
        yield item["properties"]["code"], shape(item["geometry"])


def _doubts(territory: TerritoryFolder) -> dict[str, int]:
    """By quarter, the metres of its line within which its outline leaves the answer open."""
    rows = territory.rows("territoires")
    return {row["code"]: PlaceDrawing(Outline(row["trace"]), _metres(row)).doubt for row in rows}


def _metres(row: Record) -> int | None:
    return int(row["simplification"]) if row["simplification"] else None


def _reason(held: list[str], near: Mapping[str, int]) -> str:
    close = [f"à {metres} m de la ligne simplifiée de {code}" for code, metres in near.items()]
    if held:
        said = "point dans le périmètre"
    else:
        said = "point trop près d’une ligne" if near else "point hors de tout périmètre"
    return f"{said} ; {french.listed(close)}, rien n’est sûr" if close else said


def _row(point: LocatedLine, held: list[str], reason: str) -> Record:
    name = point.cells["nom"].replace("'", "’")
    return blank(
        "lieux_nommes",
        code=point.cells["id"],
        nom=name[:1].upper() + name[1:],
        autres_noms="|".join(_others(name)),
        genre=_KINDS.get(point.cells["type"], "autre"),
        lon=point.lon,
        lat=point.lat,
        quartiers="|".join(held),
        motif=reason,
        source=SOURCE_ID,
    )


def _others(name: str) -> Iterator[str]:
    """Other ways to write that name: an école without its level, a lycée as grants write it."""
    if _SCHOOL.search(name):
        yield _SCHOOL.sub("École ", name)
    if _LYCEE.search(name):
        yield _LYCEE.sub("LPO ", name)


def _aside(rows: Records) -> Records:
    """The places, with why the name of some serves no rule."""
    quarters: dict[str, set[str]] = {}
    for row in rows:
        for name in _spellings(row):
            quarters.setdefault(name, set()).add(row["quartiers"])
    shared = {name for name, found in quarters.items() if len(found) > 1}
    return tuple(row | {"ecarte": _why_aside(row, shared)} for row in rows)


def _why_aside(row: Record, shared: set[str]) -> str:
    names = _spellings(row)
    if any(name in shared for name in names):
        return "deux lieux de ce nom, dans des quartiers différents"
    if all(len(name.split()) == 1 for name in names):
        return "un seul mot, qui peut dire autre chose"
    return ""


def _spellings(row: Record) -> tuple[str, ...]:
    return tuple(spelled(name) for name in (row["nom"], *row["autres_noms"].split("|")) if name)


def _kept(rows: Records, territory: TerritoryFolder) -> Records:
    """The places, with the names, the spellings and the setting aside that staff wrote for those
    held: a name of the file that is not theirs is one more spelling."""
    held = {row["code"]: row for row in territory.rows("lieux_nommes")}
    return tuple(_as_held(row, held.get(row["code"], row)) for row in rows)


def _as_held(row: Record, held: Record) -> Record:
    others = [name for name in held["autres_noms"].split("|") if name]
    if spelled(row["nom"]) not in map(spelled, (held["nom"], *others)):
        others.append(row["nom"])
    return row | {
        "nom": held["nom"],
        "autres_noms": "|".join(others),
        "ecarte": held["ecarte"],
    }


def _names_kept(rows: Records, kept: Records) -> Iterator[str]:
    """The places that keep a name which is not that of the file."""
    pairs = zip(rows, kept, strict=True)
    found = [(was["nom"], row["nom"]) for was, row in pairs if was["nom"] != row["nom"]]
    if found:
        count = french.counted(len(found), "lieu garde le nom", "lieux gardent les noms")
        said = [f"{quote(ours)} (le fichier dit {quote(theirs)})" for theirs, ours in found]
        more = " ; …" if len(said) > _NAMED else ""
        yield f"{count} que le territoire a corrigé : {' ; '.join(said[:_NAMED])}{more}."


def _source(file: str) -> Record:
    return blank(
        "sources",
        id=SOURCE_ID,
        titre="Lieux connus des habitants (écoles, sport, culture, administration)",
        producteur="Ville",
        licence="Licence Ouverte 2.0",
        obtention=f"{sourcing.OFFICIAL} : {file}",
    )


def _notes(rows: Records) -> Iterator[str]:
    inside = sum(bool(row["quartiers"]) for row in rows)
    aside = sum(bool(row["ecarte"]) for row in rows)
    yield f"{french.counted(len(rows), 'lieu', 'lieux')}, dont {inside} dans un périmètre."
    if aside:
        count = french.counted(aside, "nom ambigu écarté", "noms ambigus écartés")
        yield f"{count} : ils ne proposent aucun quartier."


def _proposals(actions: Records) -> Iterator[str]:
    """What the places do for the lines: a quarter proposed, or none."""
    proposed = sum(row["quartier_origine"] == Origin.PLACE for row in actions)
    yield f"{french.counted(proposed, 'ligne')} : quartier proposé d’après un lieu nommé."
    named = sum(bool(row["quartier_lieu"]) for row in actions) - proposed
    if named:
        yield (
            f"{french.counted(named, 'ligne')} : un lieu est nommé, mais hors des périmètres de "
            "l’année, écarté ou contredit par un autre ; aucun quartier n’est proposé."
        )


IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example(
            "equipements.csv",
            "id,nom,type,longitude,latitude",
            "E1,École Élémentaire du Rouet,ENS,5.9,45.5",
        ),
    ),
    lookalikes=(example("equipements.csv", "id,nom,type", "E1,École du Rouet,ENS"),),
)

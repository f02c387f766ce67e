"""The named streets of a town, one point inside each."""

from __future__ import annotations

from dashboard.domain import french
from dashboard.importers import sourcing
from dashboard.importers.imported import Document, Imported, Records
from dashboard.importers.importer import Importer, example
from dashboard.importers.points import LocatedLine, has_points, read_points
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.schema import Record

KIND = "voies"
TITLE = "Voies nommées d’une ville"
SOURCE_ID = "referentiel-voies"
_COLUMNS = ("idvoie", "nom")


def recognises(document: Document) -> bool:
    """Whether the columns are those of a list of streets."""
    return has_points(document, *_COLUMNS)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """Every street of the file, in place of those that the territory held from that source."""
    points = read_points(document, territory, *_COLUMNS)
    held = sorted(points.held, key=_order)
    rows = tuple(_row(point) for point in held)
    return Imported(
        kind=KIND,
        title=TITLE,
        account=points.account(),
        taken={"voies": rows, "sources": sources(territory, document.name)},
        lines={"voies": tuple(point.line for point in held)},
        scopes={"voies": ({"source": SOURCE_ID},)},
        refused=points.refused,
        notes=(
            *points.notes,
            f"{french.counted(len(rows), 'voie')}, un point intérieur chacune.",
        ),
    )


def sources(territory: TerritoryFolder, file: str) -> Records:
    """The row of ``sources`` that streets come from, with the file."""
    source = blank(
        "sources",
        id=SOURCE_ID,
        titre="Référentiel des voies (BD TOPO et Base adresse nationale)",
        producteur="IGN, Base adresse nationale",
        licence="Licence Ouverte 2.0",
        obtention=f"{sourcing.OFFICIAL} : {file}",
    )
    return sourcing.own(territory, source)


def _order(point: LocatedLine) -> tuple[str, str]:
    return french.fold(point.cells["nom"]), point.cells["idvoie"]


def _row(point: LocatedLine) -> Record:
    return blank(
        "voies",
        code=point.cells["idvoie"],
        nom=point.cells["nom"].replace("'", "’"),
        lon=point.lon,
        lat=point.lat,
        secteur=point.cells.get("quartier", ""),
        source=SOURCE_ID,
    )


IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example(
            "voies.csv",
            "id_voie,nom,longitude,latitude",
            "99001-0001,rue de la Crécelière,5.9,45.5",
        ),
    ),
    lookalikes=(example("voies.csv", "id_voie,nom", "99001-0001,rue de la Crécelière"),),
)

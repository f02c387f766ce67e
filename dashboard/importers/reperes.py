"""Approximate marks of quarters without outline: the street of the same name, never a shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.domain import french
from dashboard.domain.territory import Outline
from dashboard.importers import voies
from dashboard.importers.account import Left
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.points import LocatedLine, PointFile, has_points, read_points
from dashboard.importers.territory_folder import TerritoryFolder, folded
from dashboard.importers.twins import Naming, settled
from dashboard.schema import Record

KIND = "reperes"
TITLE = "Repères approximatifs des quartiers en veille active"

REASON = "la rue du même nom"
_COLUMNS = ("qva", "repere", "statut")


def recognises(document: Document) -> bool:
    """Whether the columns are those of a list of marks."""
    return has_points(document, *_COLUMNS)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """The quarters of the territory that the file places; those with an outline keep it;
    Refused for another file."""
    points = _agreeing(read_points(document, territory, *_COLUMNS), document.name)
    rows = tuple(_marked(points.held, territory))
    if not rows:
        message = "aucune ligne n’est un quartier sans tracé du territoire."
        raise refuse(document.name, message, "La colonne qva porte le nom du quartier.")
    placed = {folded(row["nom"]) for row in rows}
    strangers = [point for point in points.held if folded(point.cells["qva"]) not in placed]
    count = french.counted(len(rows), "repère posé", "repères posés")
    return Imported(
        kind=KIND,
        title=TITLE,
        account=points.account(Left(p.line, "qva", p.cells["qva"], _NONE) for p in strangers),
        taken={"territoires": rows, "sources": voies.sources(territory, document.name)},
        refused=points.refused,
        notes=(
            *points.notes,
            f"{count} : {french.listed([row['nom'] for row in rows])}.",
        ),
    )


def _agreeing(points: PointFile, file: str) -> PointFile:
    """The points, without the lines that place one quarter again, or elsewhere."""
    named = (
        Naming(point.line, point.cells["qva"], folded(point.cells["qva"]), _place(point))
        for point in points.held
    )
    refused, again = settled(file, "qva", named)
    gone = {problem.row for problem in refused} | {item.line for item in again}
    return replace(
        points,
        held=tuple(point for point in points.held if point.line not in gone),
        refused=(*points.refused, *refused),
        left=(*points.left, *again),
    )


def _place(point: LocatedLine) -> tuple[str, ...]:
    return point.lon, point.lat, *(point.cells[name] for name in _COLUMNS[1:])


def _marked(points: tuple[LocatedLine, ...], territory: TerritoryFolder) -> Iterator[Record]:
    by_name = {folded(point.cells["qva"]): point for point in points}
    for row in territory.rows("territoires"):
        point = by_name.get(folded(row["nom"]))
        if point and row["genre"] == "qva" and row["trace"] in _UNDRAWN:
            yield row | _mark(point)


_NONE = "sans quartier de ce nom qui manque de tracé"
_UNDRAWN = (Outline.UNKNOWN, Outline.APPROXIMATE)


def _mark(point: LocatedLine) -> Record:
    very = ", très approximatif" if point.cells["statut"].startswith("tres") else ""
    detail = point.cells["repere"].replace("interieur", "intérieur")
    return {
        "trace": str(Outline.APPROXIMATE),
        "repere_lon": point.lon,
        "repere_lat": point.lat,
        "repere_motif": REASON,
        "repere_detail": f"{detail}{very}",
        "repere_source": voies.SOURCE_ID,
    }


IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example(
            "reperes.csv",
            "qva,repere,statut,longitude,latitude",
            "Aunettes,milieu de la rue,approximatif,5.9,45.5",
        ),
    ),
    lookalikes=(example("reperes.csv", "qva,repere,statut", "Aunettes,rue,approximatif"),),
)

"""The figures of the quarters of 2024 gathered in one table, a public copy of what Insee publishes.

Population, census, Filosofi, Cnaf and social dwellings stand side by side, each with a year of its
own that the file does not write (``catalogue.calendar``). What its author computed is never read.
"""

from __future__ import annotations

from dashboard.domain import french
from dashboard.importers import alike, distributions, sourcing
from dashboard.importers.alike import Columns
from dashboard.importers.extract import Extract, PlaceColumns, by_source, extract
from dashboard.importers.imported import Document, Imported, Records, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.measures import EMPTY, MeasuredColumn, measures
from dashboard.importers.packed_lines import Cells
from dashboard.importers.source_table import SourceTable, has_header, key, read_source_table
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import Record

KIND = "quartiers-2024"
TITLE = "Insee et Cnaf, chiffres des quartiers de 2024 (copie publique)"
FAMILY, GENERATION = "QPV2024", 2024

_MARKS = frozenset({"codeqpv", "popmuniqpv", "tauxdemploi"})
_COMPUTED = ("nombre_menages", "taux_logements_sociaux")
"""Columns that the author of the copy computed: rates above a hundred occur."""
_SOURCES = {"insee-filosofi": "insee-filosofi-2024"}
_OTHER_SOURCE = "insee-qpv-2024"


def recognises(document: Document) -> bool:
    """Whether the columns are those of the table."""
    return has_header(document, _is_header)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """The figures of the territory's quarters of 2024 in that file; Refused for another file."""
    sheet = read_source_table(document, _is_header)
    if sheet is None:
        message = "ce n’est pas le tableau des quartiers de 2024."
        raise refuse(document.name, message, "Il faut codeQPV, popMuniQPV et taux_d_emploi.")
    found = measures(sheet.header, FAMILY, GENERATION)
    taken = extract(sheet, found, _places(sheet, territory), lambda *_: EMPTY, lambda _: True)
    rows = tuple(_sourced(row) for row in taken.rows)
    return Imported(
        kind=KIND,
        title=TITLE,
        account=taken.account,
        taken={
            "indicateurs": rows,
            "repartitions": _distributions(sheet, found),
            "semblables": _alike(sheet, found, territory),
            "sources": sourcing.copied(territory, by_source(rows), document.name),
        },
        lines={"indicateurs": taken.lines},
        refused=taken.refused,
        remarks=taken.remarks,
        notes=(*sheet.notes, *_notes(sheet, rows, taken)),
    )


def _is_header(columns: frozenset[str]) -> bool:
    return columns >= _MARKS


def _places(sheet: SourceTable, territory: TerritoryFolder) -> PlaceColumns:
    """The quarter of 2024 that a line speaks of."""
    column = next(title for title in sheet.header if key(title) == "codeqpv")
    codes = _codes(territory)

    def of_line(cells: Cells) -> str:
        code = cells[column].upper()
        return code if code in codes else ""

    return PlaceColumns(column, of_line)


def _codes(territory: TerritoryFolder) -> frozenset[str]:
    """The quarters of 2024 of the territory."""
    return frozenset(
        row["code"]
        for row in territory.rows("territoires")
        if row["genre"] == "qpv" and row["generation"] == str(GENERATION)
    )


def _sourced(row: Record) -> Record:
    """The row under the source of these perimeters: that of 2015 is another page of Insee."""
    return row | {"source": _SOURCES.get(row["source"], _OTHER_SOURCE)}


def _distributions(sheet: SourceTable, found: tuple[MeasuredColumn, ...]) -> Records:
    column = next(title for title in sheet.header if key(title) == "codeqpv")
    return tuple(_sourced(row) for row in distributions.of_sheet(sheet, found, column))


def _alike(
    sheet: SourceTable, found: tuple[MeasuredColumn, ...], territory: TerritoryFolder
) -> Records:
    """The quarters most alike ours; none where the file names neither quarters nor communes."""
    titles = {key(title): title for title in sheet.header}
    if not {"libqp", "libcom"} <= titles.keys():
        return ()
    columns = Columns(titles["codeqpv"], titles["libqp"], titles["libcom"])
    return tuple(_sourced(row) for row in alike.rows(sheet, found, columns, _codes(territory)))


def _notes(sheet: SourceTable, rows: Records, taken: Extract) -> tuple[str, ...]:
    places = len({row["territoire"] for row in rows})
    years = sorted({row["annee"] for row in rows})
    computed = [title for title in sheet.header if title in _COMPUTED]
    notes = [
        f"{french.counted(places, 'quartier')} du contrat sur "
        f"{french.counted(len(taken.account.rows), 'ligne')}.",
        "Copie publique, à recharger du fichier officiel.",
    ]
    if years:
        notes.append(f"Les données sont de {french.listed(years)} : le fichier ne le dit pas.")
    if computed:
        notes.append(f"Jamais lu, calculé par la copie : {french.listed(computed)}.")
    return tuple(french.typeset(note) for note in notes)


IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example(
            "quartiers.csv",
            "codeQPV,lib_qp,popMuniQPV,taux_d_emploi",
            "QN09901M,Le Rouet,1820,48.1",
        ),
    ),
    lookalikes=(example("quartiers.csv", "codeQPV,lib_qp,popMuniQPV", "QN09901M,Le Rouet,1820"),),
)

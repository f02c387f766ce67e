"""INSEE « Données sur les quartiers » by theme: DEMO, IPRO, REVN, in every form met.

The family is read from the columns, the edition from the name of the file: the year of the data
is neither (``catalogue.calendar``). ``A`` means households in DEMO and REVN, jobseekers in IPRO.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard import catalogue
from dashboard.domain import french
from dashboard.domain.indicator import Unit
from dashboard.importers import distributions, sourcing
from dashboard.importers.extract import PlaceColumns, by_source, extract
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.measures import EMPTY, MeasuredColumn, measures
from dashboard.importers.packed_lines import Cells
from dashboard.importers.roles import ColumnRole, in_table
from dashboard.importers.source_table import SourceTable, has_header, key, read_source_table
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import Record

KIND = "insee-qpv"
TITLE = "Insee, données sur les quartiers de la politique de la ville"

_MARKS = {
    "REVN": {"dispq2", "decucq2", "pmimp"},
    "IPRO": {"abcde", "txtotempl", "abc25"},
    "DEMO": {"popmun", "txtot0a24", "indjeune"},
}
_CODE = ColumnRole("code", ("codgeo", "qp", "codeqp"))
_ALL = "ENSEMBLE"
_OF_COMMUNE = ("popcom", "popcomqp")
"""Columns that repeat, in the row of a quarter, a figure of its commune."""
_NOTES = {
    "insee-rp": ("NOTE_RP",),
    "insee-filosofi": ("NOTE_FILO",),
    "caf": ("NOTE_CNAF",),
    "cnam": ("NOTE_CNAM",),
    "asp": ("NOTE_ASP_E", "NOTE_ASP"),
    "france-travail": ("NOTE_PE_T", "NOTE_PE"),
}


def recognises(document: Document) -> bool:
    """Whether the columns are those of one of the three families."""
    return has_header(document, _is_header)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """The indicators of the territory's QPV (and of all QPV together) in that file; Refused
    for columns of no family, or of several."""
    known = family(document)
    sheet, found = known.sheet, known.measures
    codes = territory.codes("qpv")
    taken = extract(sheet, found, _places(sheet, territory), _note, lambda code: code in codes)
    rows = tuple(_own_rounding(row, territory) for row in taken.rows)
    return Imported(
        kind=KIND,
        title=f"{TITLE}, famille {known.name}, fichier {known.edition}",
        account=taken.account,
        taken={
            "indicateurs": rows,
            "repartitions": distributions.of_sheet(sheet, known.own, _code(sheet)),
            "sources": sourcing.national(territory, by_source(rows), document.name),
        },
        lines={"indicateurs": taken.lines},
        refused=taken.refused,
        remarks=taken.remarks,
        notes=(*sheet.notes, *_notes(sheet, rows, found)),
    )


@dataclass(frozen=True, slots=True)
class Family:
    """A file of one of the three families: which, the year in its name, its lines, its columns."""

    name: str
    edition: int
    sheet: SourceTable
    measures: tuple[MeasuredColumn, ...]

    @property
    def own(self) -> tuple[MeasuredColumn, ...]:
        """Its measures of the quarter itself, and not of its commune."""
        return tuple(item for item in self.measures if key(item.column) not in _OF_COMMUNE)


def family(document: Document) -> Family:
    """That file; Refused for columns of no family, or of several, and for a name without a year."""
    sheet = read_source_table(document, _is_header)
    if sheet is None:
        raise refuse(document.name, "ce n’est pas un fichier DEMO, IPRO ou REVN.", _EXPECTED)
    name = _family(sheet)
    edition = _edition(document.name, name)
    return Family(name, edition, sheet, measures(sheet.header, name, edition))


_EXPECTED = "Donnez un fichier de la page « Données sur les quartiers » de l’Insee."


def _is_header(columns: frozenset[str]) -> bool:
    return _CODE.is_played(columns) and any(columns & marks for marks in _MARKS.values())


def _family(sheet: SourceTable) -> str:
    """The family whose columns the sheet has; Refused where it has those of several."""
    told = {
        family: title for title in sheet.header for family in _MARKS if key(title) in _MARKS[family]
    }
    if len(told) > 1:
        said = french.listed([f"{family} (« {title} »)" for family, title in told.items()])
        remedy = "Donnez chaque fichier de l’Insee à part."
        raise refuse(sheet.name, f"ses colonnes sont de plusieurs familles : {said}.", remedy)
    return next(iter(told))


def _edition(name: str, family: str) -> int:
    found = re.search(r"(DEMO|IPRO|REVN)[ _-]?(20\d\d)", name, re.IGNORECASE)
    if found is None:
        message = "le nom du fichier ne dit pas son année, qui n’est écrite nulle part ailleurs."
        raise refuse(name, message, f"Renommez-le, par exemple {family}_2022.csv.")
    if found[1].upper() != family:
        message = f"le nom dit {found[1].upper()}, les colonnes disent {family}."
        remedy = f"Renommez le fichier {family}_{found[2]}, ou donnez le bon."
        raise refuse(name, message, remedy)
    return int(found[2])


def _places(sheet: SourceTable, territory: TerritoryFolder) -> PlaceColumns:
    """The quarter that a line speaks of, or its commune for some columns."""
    communes = {row["code"]: row["communes"] for row in territory.rows("territoires")}
    codes, known = territory.codes("qpv"), territory.codes("commune")
    together = next(iter(territory.codes("ensemble_qpv")), "")
    column = _code(sheet)

    def of_line(cells: Cells) -> str:
        code = cells[column].upper()
        return together if code == _ALL else code if code in codes else ""

    def of_cell(code: str, measure: MeasuredColumn) -> str:
        if key(measure.column) not in _OF_COMMUNE or code == together:
            return code
        return communes[code] if communes.get(code) in known else ""

    return PlaceColumns(column, of_line, of_cell)


def _code(sheet: SourceTable) -> str:
    return in_table(sheet, (_CODE,))["code"]


def _note(cells: Cells, measure: MeasuredColumn) -> str:
    """Why the cell is empty: the note of its block, where INSEE gives one."""
    change = key(measure.column).startswith("evol") or "_T4" in measure.column.upper()
    columns = _NOTES.get(measure.indicator.source, ())
    named = {key(title): code for title, code in cells.items()}
    for column in columns if change or len(columns) < 2 else columns[1:]:
        code = named.get(key(column), "")
        if code and code != "0":
            return f"note INSEE {code}"
    return EMPTY


def _own_rounding(row: Record, territory: TerritoryFolder) -> Record:
    """The row; the counts of all quarters together are rounded more than those of each of them."""
    together = row["territoire"] in territory.codes("ensemble_qpv")
    count = catalogue.indicator(row["indicateur"]).unit is Unit.COUNT
    return row | {"pas": ""} if together and count else row


def _notes(
    sheet: SourceTable, rows: tuple[Record, ...], found: tuple[MeasuredColumn, ...]
) -> list[str]:
    years = sorted({measure.year for measure in found})
    spread = french.listed([str(year) for year in years])
    places = len({row["territoire"] for row in rows})
    notes = [
        f"{french.counted(len(found), 'colonne reconnue', 'colonnes reconnues')} sur "
        f"{len(sheet.header)}, pour {french.counted(places, 'territoire')} du contrat.",
        f"Les données sont de {spread} : l’année du fichier n’est pas celle des données.",
    ]
    presumed = sorted({str(item.year) for item in found if item.presumed})
    if presumed:
        notes.append(f"Année présumée pour {french.listed(presumed)} : statut « présumé ».")
    if not rows:
        notes.append("Aucun quartier du territoire n’est dans ce fichier.")
    return [french.typeset(note) for note in notes]


IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example("DEMO_2021.csv", "CODGEO;POP_MUN;TX_F;NOTE_RP", "QP099001;3631;53,5;0"),
        example("IPRO_2021.csv", "CODGEO;LIBGEO;ABCDE;NOTE_PE", "QP099001;La Crécelière;812;0"),
    ),
    lookalikes=(
        example("DEMO_2021.csv", "CODGEO;LIBGEO;SURFACE", "QP099001;La Crécelière;12"),
        example("REVN_2021.csv", "COMMUNE;DISP_Q2;PMIMP", "99001;23000;52"),
    ),
)

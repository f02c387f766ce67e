"""INSEE Filosofi by true year: QPV (revdis), comparators (DISP), communes (cc_filosofi).

The year stands at the end of each column (``DISP_MED_A18``, ``Q214``, ``TP6021``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dashboard.domain import french
from dashboard.importers import distributions, sourcing
from dashboard.importers.extract import PlaceColumns, by_source, extract
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.measures import EMPTY, MeasuredColumn, measures
from dashboard.importers.packed_lines import Cells
from dashboard.importers.source_table import SourceTable, has_header, key, read_source_table
from dashboard.importers.territory_folder import TerritoryFolder, folded

KIND = "insee-filosofi"
TITLE = "Insee, Filosofi"

_FAMILIES = (
    ("FILO_QP", r"dispmeda([0-9]{2})", "quartiers, revenu disponible"),
    ("FILO_COM", r"med([0-9]{2})", "communes"),
    ("FILO_DISP", r"q2([0-9]{2})", "territoires de comparaison, revenu disponible"),
)
_Form = tuple[str, str, str]
_KINDS = {
    "FILO_QP": ("qpv", "ensemble_qpv"),
    "FILO_COM": ("commune",),
    "FILO_DISP": ("commune", "epci", "departement", "region", "pays"),
}


def recognises(document: Document) -> bool:
    """Whether the columns are those of one of the three forms."""
    return has_header(document, _is_header)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """The income indicators of the territory's places in that file; Refused for
    other columns, or of several kinds."""
    sheet = read_source_table(document, _is_header)
    if sheet is None:
        message = "ce n’est pas un fichier Filosofi connu."
        raise refuse(document.name, message, "Il faut CODGEO et une médiane (Q2.., MED..).")
    family, suffix, label = _one_form(sheet)
    year = 2000 + int(suffix)
    found = measures(sheet.header, family, year, suffix)
    places = _places(territory, family, sheet.header)
    taken = extract(sheet, found, places, _note, lambda _: family != "FILO_DISP")
    count = len({row["territoire"] for row in taken.rows})
    summary = (
        f"{french.counted(len(found), 'colonne reconnue', 'colonnes reconnues')}, "
        f"{french.counted(count, 'territoire')} du contrat."
    )
    return Imported(
        kind=KIND,
        title=f"{TITLE}, {label}, {year}",
        account=taken.account,
        taken={
            "indicateurs": taken.rows,
            "repartitions": distributions.of_sheet(sheet, found, places.column),
            "sources": sourcing.national(territory, by_source(taken.rows), document.name),
        },
        lines={"indicateurs": taken.lines},
        refused=taken.refused,
        remarks=taken.remarks,
        notes=(*sheet.notes, summary),
    )


def _is_header(columns: frozenset[str]) -> bool:
    return "codgeo" in columns and any(_forms(columns))


def _one_form(sheet: SourceTable) -> _Form:
    """The form of that sheet; Refused where its columns are of several forms or years."""
    forms = {form: title for title in sheet.header for form in _forms((key(title),))}
    if len(forms) > 1:
        titles = french.listed([f"« {title} »" for title in forms.values()])
        message = f"ses colonnes sont de plusieurs sortes ou de plusieurs années : {titles}."
        raise refuse(sheet.name, message, "Donnez un fichier par sorte et par année.")
    return next(iter(forms))


def _forms(columns: Iterable[str]) -> Iterator[_Form]:
    """The family, the year on two digits and the words of these columns; none for others."""
    for column in columns:
        for family, pattern, label in _FAMILIES:
            if found := re.fullmatch(pattern, column):
                yield family, found[1], label


def _places(territory: TerritoryFolder, family: str, header: tuple[str, ...]) -> PlaceColumns:
    """The territory of a line: INSEE writes ``73`` for Savoie, ``84`` for a region, ``1`` for all.

    Two places may share a number: the name decides.
    """
    known = [row for row in territory.rows("territoires") if row["genre"] in _KINDS[family]]
    direct = {row["code"]: row["code"] for row in known}
    named = {(_bare(row["code"]), folded(row["nom"])): row["code"] for row in known}
    together = next((row["code"] for row in known if row["genre"] == "ensemble_qpv"), "")
    titles = {key(title): title for title in header}

    def of_line(cells: Cells) -> str:
        code, name = (
            cells[titles["codgeo"]].upper(),
            folded(cells.get(titles.get("libgeo", ""), "")),
        )
        if code == "ENSEMBLE":
            return together
        return direct.get(code) or named.get((code, name)) or named.get(("FM", name), "")

    return PlaceColumns(titles["codgeo"], of_line)


def _bare(code: str) -> str:
    return code[1:] if re.fullmatch(r"[DR]\d\w{1,2}", code) else code


def _note(cells: Cells, _: MeasuredColumn) -> str:
    column = next((title for title in cells if key(title).startswith("dispnote")), "")
    code = cells.get(column, "")
    return f"note INSEE {code}" if code not in ("", "0") else EMPTY


IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example("filosofi-qp-2018.csv", "CODGEO;DISP_MED_A18;DISP_TP60_A18", "QP099001;14900;36,4"),
        example("filosofi-communes-2021.csv", "CODGEO;MED21;TP6021", "99001;21950;19"),
    ),
    lookalikes=(
        example("filosofi-communes.csv", "CODGEO;NBMENFISC;NBPERS", "99001;27000;56000"),
        example("filosofi-2021.csv", "COMMUNE;MED21;TP6021", "99001;21950;19"),
    ),
)

"""INSEE Filosofi by true year: QPV (revdis), comparators (DISP), communes (cc_filosofi).

The year stands at the end of each column (``DISP_MED_A18``, ``Q214``, ``TP6021``).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dashboard.domain import french
from dashboard.importers import sourcing
from dashboard.importers.ground import Ground, words
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.measures import EMPTY, Line, Measure, by_source, extract, measures
from dashboard.importers.sheet import has_header, read_sheet

KIND = "insee-filosofi"
TITLE = "Insee, Filosofi"

_FAMILIES = (
    ("FILO_QP", r"DISP_MED_A(\d\d)", "quartiers, revenu disponible"),
    ("FILO_COM", r"MED(\d\d)", "communes"),
    ("FILO_DISP", r"Q2(\d\d)", "territoires de comparaison, revenu disponible"),
)
_KINDS = {
    "FILO_QP": ("qpv", "ensemble_qpv"),
    "FILO_COM": ("commune",),
    "FILO_DISP": ("commune", "epci", "departement", "region", "pays"),
}


def recognises(document: Document) -> bool:
    """Whether the columns are those of one of the three forms."""
    return has_header(document, _is_header)


def read(document: Document, ground: Ground) -> Imported:
    """The income indicators of the territory's places in that file."""
    sheet = read_sheet(document, _is_header)
    if sheet is None:
        message = "ce n’est pas un fichier Filosofi connu."
        raise refuse(document.name, message, "Il faut CODGEO et une médiane (Q2.., MED..).")
    family, suffix, label = _form(sheet.header)
    year = 2000 + int(suffix)
    found = measures(sheet.header, family, year, suffix)
    place = _place(ground, family)
    taken = extract(sheet, found, place, _note, lambda _: family != "FILO_DISP")
    count = len({row["territoire"] for row in taken.rows})
    summary = (
        f"{french.counted(len(found), 'colonne reconnue', 'colonnes reconnues')}, "
        f"{french.counted(count, 'territoire')} du contrat."
    )
    return Imported(
        kind=KIND,
        title=f"{TITLE}, {label}, {year}",
        taken={
            "indicateurs": taken.rows,
            "sources": sourcing.national(ground, by_source(taken.rows), document.name),
        },
        refused=taken.problems,
        notes=(summary,),
    )


def _is_header(columns: frozenset[str]) -> bool:
    return "codgeo" in columns and any(
        re.fullmatch(r"dispmeda\d\d|med\d\d|q2\d\d", column) for column in columns
    )


def _form(header: tuple[str, ...]) -> tuple[str, str, str]:
    for family, pattern, label in _FAMILIES:
        for column in header:
            found = re.fullmatch(pattern, column.strip(), re.IGNORECASE)
            if found:
                return family, found[1], label
    raise AssertionError("the header was recognised")


def _place(ground: Ground, family: str) -> Callable[[Line, Measure], str]:
    """The territory of a line: INSEE writes ``73`` for Savoie, ``84`` for a region, ``1`` for all.

    Two places may share a number: the name decides.
    """
    known = [row for row in ground.rows("territoires") if row["genre"] in _KINDS[family]]
    direct = {row["code"]: row["code"] for row in known}
    named = {(_bare(row["code"]), words(row["nom"])): row["code"] for row in known}

    def place(cells: Line, _: Measure) -> str:
        code, name = cells["CODGEO"], words(cells.get("LIBGEO", ""))
        if code.upper() == "ENSEMBLE":
            return next((row["code"] for row in known if row["genre"] == "ensemble_qpv"), "")
        if code in direct:
            return direct[code]
        return named.get((code, name)) or named.get(("FM", name), "")

    return place


def _bare(code: str) -> str:
    return code[1:] if re.fullmatch(r"[DR]\d\w{1,2}", code) else code


def _note(cells: Line, _: Measure) -> str:
    column = next((title for title in cells if title.upper().startswith("DISP_NOTE")), "")
    code = cells.get(column, "")
    return f"note INSEE {code}" if code not in ("", "0") else EMPTY

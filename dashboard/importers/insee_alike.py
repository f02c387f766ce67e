"""The quarters of 2015 most alike ours: INSEE publishes their size and age in one file (DEMO),
their income in another (REVN), which are given together, in one ZIP."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.domain import french
from dashboard.importers import alike, insee_qpv, sourcing
from dashboard.importers.account import Left, account_of
from dashboard.importers.alike import Columns
from dashboard.importers.distributions import LEAST
from dashboard.importers.door.archive import is_zip, names_of, unzipped
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.insee_qpv import Family
from dashboard.importers.measures import MeasuredColumn
from dashboard.importers.packed_lines import Cells, PackedLines
from dashboard.importers.source_table import SourceTable, key
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.writing.zipped import zipped

KIND = "insee-qpv-semblables"
TITLE = "Insee, données sur les quartiers : DEMO et REVN d’une même année, dans un ZIP"
_PAIR = ("DEMO", "REVN")
_NAME = re.compile(r"(DEMO|REVN)[ _-]?20\d\d", re.IGNORECASE)
_REMEDY = "Mettez dans un ZIP le fichier DEMO et le fichier REVN d’une même année, et rien d’autre."


def recognises(document: Document) -> bool:
    """Whether it is a ZIP of a DEMO and a REVN file."""
    if not is_zip(document.content):
        return False
    found = (_NAME.search(name) for name in names_of(document))
    return {match[1].upper() for match in found if match} == set(_PAIR)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """The quarters most alike those of the territory; Refused for other files in the ZIP."""
    demo, revn = (family for _, family in _pair(document))
    measures = (*demo.own, *revn.own)
    sheet = _joined(demo, revn)
    titles = {key(title): title for title in demo.sheet.header}
    if not {"codgeo", "libgeo", "libcom"} <= titles.keys():
        raise refuse(document.name, "DEMO ne nomme ni les quartiers ni leurs communes.", _REMEDY)
    columns = Columns(titles["codgeo"], titles["libgeo"], titles["libcom"])
    ours = territory.codes("qpv")
    rows = tuple(
        row | {"source": "|".join(_sources(measures))}
        for row in alike.rows(sheet, measures, columns, ours)
    )
    compared = {row["quartier"] for row in rows}
    taken = tuple(n for n, cells in sheet.lines if cells[columns.code].upper() in compared)
    return Imported(
        kind=KIND,
        title=TITLE,
        account=account_of(sheet.rows, taken, sheet.problems, _left(sheet, columns.code, taken)),
        taken={
            "semblables": rows,
            "sources": sourcing.national(territory, _sources(measures), sheet.name),
        },
        refused=sheet.problems,
        notes=(f"{french.counted(len(compared), 'quartier')} du contrat, {sheet.name}.",),
    )


def opened(document: Document) -> tuple[Document, ...]:
    """The two files of the ZIP; Refused for others in it."""
    return tuple(file for file, _ in _pair(document))


def _pair(document: Document) -> tuple[tuple[Document, Family], tuple[Document, Family]]:
    """The two families, of one edition, each with its file."""
    families = ((file, insee_qpv.family(file)) for file in unzipped(document))
    found = {family.name: (file, family) for file, family in families}
    if set(found) != set(_PAIR) or len({item.edition for _, item in found.values()}) > 1:
        message = "il ne contient pas un DEMO et un REVN d’une même année."
        raise refuse(document.name, message, _REMEDY)
    return found["DEMO"], found["REVN"]


def _joined(demo: Family, revn: Family) -> SourceTable:
    """The lines of DEMO, each with the cells of REVN of the same quarter; a title that both have
    is that of DEMO."""
    code = next(title for title in revn.sheet.header if key(title) == "codgeo")
    income = {cells[code]: cells for _, cells in revn.sheet.lines}
    none: Cells = dict.fromkeys(revn.sheet.header, "")
    own = next(title for title in demo.sheet.header if key(title) == "codgeo")
    joined = ((line, {**income.get(cells[own], none), **cells}) for line, cells in demo.sheet.lines)
    header = tuple(dict.fromkeys((*demo.sheet.header, *revn.sheet.header)))
    lines = PackedLines.of(header, joined)
    name = f"DEMO_{demo.edition} et REVN_{revn.edition}"
    return SourceTable(name, header, lines, demo.sheet.problems)


def _sources(measures: tuple[MeasuredColumn, ...]) -> tuple[str, ...]:
    """Where the three values come from."""
    used = {item.indicator.slug: item.indicator.source for item in measures}
    return tuple(dict.fromkeys(used[slug] for slug in alike.VARIABLES if slug in used))


def _left(sheet: SourceTable, code: str, taken: tuple[int, ...]) -> Iterator[Left]:
    """The quarters that ours are compared with."""
    for line, cells in sheet.lines:
        if line not in taken:
            yield Left(line, code, cells[code], "d’un autre territoire")


_OTHERS = range(1, LEAST + 1)
_DEMO = example(
    "DEMO_2021.csv",
    "CODGEO;LIBGEO;POP_MUN;POP_COM;LIB_COM;IND_JEUNE",
    "QP099001;La Crécelière;3631;58000;Auzelande;1,4",
    *(
        f"QP001{n:03};Quartier {n};{2000 + 30 * n};40000;Ville {n};{1 + n / 80:.1f}"
        for n in _OTHERS
    ),
)
_REVN = example(
    "REVN_2021.csv",
    "CODGEO;LIBGEO;DISP_Q2;TP60",
    "QP099001;La Crécelière;13000;40",
    *(f"QP001{n:03};Quartier {n};13000;{30 + n % 20}" for n in _OTHERS),
)
IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(zipped("quartiers.zip", _DEMO, _REVN),),
    lookalikes=(zipped("demo.zip", _DEMO), _REVN),
    opened=opened,
)

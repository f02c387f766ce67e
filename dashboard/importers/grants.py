"""The State's grants as its files give them: ANCT's « Subventions politique de la ville », under
every yearly header, and what an instructor exports from GIS-PRO (Dauphin).

ANCT: A (2016-2020): no département. B (2021-2024): with the département. C (2025): B without the
date. Amounts take a decimal comma, sometimes with three decimals (``123483,780``). GIS-PRO: the
headers that two public programs read (anct-carto/ci-ville, betagouv/api-subventions-asso); the
contract has a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.importers import dates
from dashboard.importers.account import Left, refusal
from dashboard.importers.door.marks import is_gap
from dashboard.importers.identifiers import identifier
from dashboard.importers.imported import Document, refuse
from dashboard.importers.numbers import cents, number, remedy_for, why_not
from dashboard.importers.roles import ColumnRole, as_year, in_table
from dashboard.importers.source_table import SourceTable, has_header, read_source_table
from dashboard.importers.totals import left_as_header, left_as_total
from dashboard.schema import Problem, Problems
from dashboard.schema.tables import AMOUNT_LIMIT


@dataclass(frozen=True, slots=True)
class GrantLayout:
    """One sort of file: the source of what it says, its columns, those that it must have, and the
    headers of which one tells it from any other."""

    source: str
    roles: tuple[ColumnRole, ...]
    needed: tuple[str, ...]
    marks: frozenset[str]

    def is_header(self, columns: frozenset[str]) -> bool:
        """Whether these headers are its own."""
        told = bool(columns & self.marks)
        return told and all(role.is_played(columns) for role in self.roles if self._needs(role))

    def _needs(self, role: ColumnRole) -> bool:
        return role.name in self.needed


ANCT = GrantLayout(
    "anct-p147",
    (
        ColumnRole("service", ("nomdelattribuant",)),
        ColumnRole("department", ("codedepartement(direction)?",)),
        ColumnRole("department_name", ("libelledepartement(direction)?",)),
        ColumnRole("date", ("datedelaconvention(desubvention)?|dateconvention",), as_year),
        ColumnRole("holder_id", ("identificationdubeneficiaire",)),
        ColumnRole("holder", ("nomdubeneficiaire",)),
        ColumnRole("title", ("objetdelasubvention",)),
        ColumnRole("amount", ("montanttotaldelasubvention",)),
    ),
    ("service", "holder_id", "holder", "title", "amount"),
    frozenset({"rae", "notificationue", "codedepartementdirection"}),
)
GIS_PRO = GrantLayout(
    "gis-pro",
    (
        ColumnRole("service", ("directiondugestionnairedudossier",)),
        ColumnRole("date", ("exercice(budgetaire)?",), as_year),
        ColumnRole("contract", ("codecontrat(de)?ville",)),
        ColumnRole("contract_name", ("libellecontrat(de)?ville",)),
        ColumnRole("holder_id", ("codesiret",)),
        ColumnRole("holder", ("raisonsocialelongue",)),
        ColumnRole("title", ("libelledelaction",)),
        ColumnRole("amount", ("(mt|montant)engage",)),
    ),
    ("holder", "title", "amount"),
    frozenset(
        {"numerodelactionprj", "actiondedemandecodedossier", "actioncodedossier",
         "projetcodedossier", "codeprojet", "codecontratville"}
    ),
)  # fmt: skip
LAYOUTS = (ANCT, GIS_PRO)
_AWAY = "La ligne est laissée de côté : vérifiez le fichier officiel."


@dataclass(frozen=True, slots=True)
class Grant:
    """One line as published. ``amount`` in euros; ``department`` empty where the file has none,
    ``contract`` and ``contract_name`` too: only GIS-PRO names it apart.

    ``siren`` is empty where the file holds none that is sure: ``remarks`` then says why.
    """

    line: int
    year: int
    service: str
    department: str
    department_name: str
    holder: str
    siren: str
    title: str
    amount: Decimal
    three_decimals: bool
    remarks: Problems = ()
    contract: str = ""
    contract_name: str = ""


@dataclass(frozen=True, slots=True)
class GrantFile:
    """A file of grants: the number of each line, those read, those refused, those left aside."""

    lines: tuple[int, ...]
    grants: tuple[Grant, ...]
    refused: Problems
    left: tuple[Left, ...]
    title: str
    """The name that the file gives to the column of titles."""
    source: str
    notes: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years of its lines, each once."""
        return tuple(sorted({grant.year for grant in self.grants}))


def recognises(document: Document) -> bool:
    """Whether the columns are those of one of the layouts."""
    return any(has_header(document, layout.is_header) for layout in LAYOUTS)


def read_grants(document: Document) -> GrantFile:
    """Every line of the file, of whatever contract; Refused where nothing says their year."""
    sheet, layout = _sheet(document)
    columns = in_table(sheet, layout.roles)
    given = tuple(_each(sheet, columns))
    return GrantFile(
        sheet.rows,
        tuple(item for item in given if isinstance(item, Grant)),
        (*sheet.problems, *(item for item in given if isinstance(item, Problem))),
        tuple(item for item in given if isinstance(item, Left)),
        columns["title"],
        layout.source,
        sheet.notes,
    )


def _sheet(document: Document) -> tuple[SourceTable, GrantLayout]:
    for layout in LAYOUTS:
        sheet = read_source_table(document, layout.is_header)
        if sheet is not None:
            return sheet, layout
    message = "ce n’est ni un fichier « Subventions politique de la ville », ni un export GIS-PRO."
    raise refuse(document.name, message, "Donnez le fichier annuel publié par l’ANCT.")


def _each(sheet: SourceTable, columns: Mapping[str, str]) -> Iterator[Grant | Left | Problem]:
    named = dates.year_in_name(sheet.name)
    if named is None and "date" not in columns:
        message = "rien ne dit l’année : ni une colonne de date, ni le nom du fichier."
        raise refuse(sheet.name, message, "Renommez-le avec son année, par exemple p147-2025.csv.")
    for line, cells in sheet.lines:
        total = left_as_total(line, cells, columns["holder"], columns.get("holder_id", ""))
        left = left_as_header(line, cells) or total
        if left:
            yield left
        else:
            yield from _fates(sheet.name, line, cells, columns, named)


def _fates(
    file: str, line: int, cells: Mapping[str, str], columns: Mapping[str, str], named: int | None
) -> Iterator[Grant | Problem]:
    """The line, or everything that is wrong with it."""
    got = {name: cells[title] for name, title in columns.items()}
    amount = number(got["amount"])
    year = _year(file, line, got, columns, named)
    wrong = [
        *_gap_problems(file, line, got, columns),
        *_amount_problems(file, line, got["amount"], amount, columns["amount"]),
        *([year] if isinstance(year, Problem) else ()),
    ]
    yield from wrong
    if wrong or isinstance(year, Problem):
        return
    said = got.get("holder_id", "")
    holder = identifier(said)
    told = (file, line, columns.get("holder_id", ""), said, holder.wrong, holder.remedy)
    yield Grant(
        line=line,
        year=year,
        service=got.get("service", ""),
        department=got.get("department", ""),
        department_name=got.get("department_name", ""),
        holder=got["holder"],
        siren=holder.siren,
        title=got["title"],
        amount=cents(amount or Decimal()),
        three_decimals=bool(re.search(r"[.,][0-9]{3}$", got["amount"])),
        remarks=(refusal(*told),) if holder.wrong else (),
        contract=got.get("contract", ""),
        contract_name=got.get("contract_name", ""),
    )


def _gap_problems(
    file: str, line: int, got: Mapping[str, str], columns: Mapping[str, str]
) -> Iterator[Problem]:
    for name in ("holder", "title"):
        if is_gap(got[name]):
            remedy = remedy_for(got[name], _AWAY)
            told = (columns[name], got[name], "tient la place d’un texte.", remedy)
            yield refusal(file, line, *told)


def _year(
    file: str, line: int, got: Mapping[str, str], columns: Mapping[str, str], named: int | None
) -> int | Problem:
    """The year of the agreement, or that of the budget; that of the file's name where the line
    says none."""
    text = got.get("date", "")
    day = dates.date(text)
    told = day.year if day else dates.year(text)
    if told and dates.FIRST <= told <= dates.LAST:
        return told
    if named and not text:
        return named
    message = "n’est pas une date du contrat." if text else "rien ne dit l’année."
    return refusal(file, line, columns.get("date", ""), text, message, _AWAY)


def _amount_problems(
    file: str, line: int, text: str, amount: Decimal | None, column: str
) -> Iterator[Problem]:
    if amount is None:
        message = why_not(text)
    elif amount < 0:
        message = "est un montant négatif."
    elif amount >= AMOUNT_LIMIT:
        message = "est hors de l’ordre de grandeur d’une subvention (5 M€ et plus)."
    else:
        return
    yield refusal(file, line, column, text, message, remedy_for(text, _AWAY))

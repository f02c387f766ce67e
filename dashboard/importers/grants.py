"""The lines of ANCT's « Subventions politique de la ville », under every yearly header.

A (2016-2020): no département. B (2021-2024): with the département. C (2025): B without the date.
Amounts take a decimal comma, sometimes with three decimals (``123483,780``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.importers.imported import Document, refuse
from dashboard.importers.reading import date, number, siret
from dashboard.importers.sheet import Sheet, has_header, key, read_sheet
from dashboard.schema import Problem
from dashboard.schema.tables import AMOUNT_LIMIT

_NAMES = {
    "service": ("nomdelattribuant",),
    "department": ("codedepartementdirection", "codedepartement"),
    "department_name": ("libelledepartementdirection", "libelledepartement"),
    "date": ("datedelaconventiondesubvention",),
    "holder_id": ("identificationdubeneficiaire",),
    "holder": ("nomdubeneficiaire",),
    "title": ("objetdelasubvention",),
    "amount": ("montanttotaldelasubvention",),
}
_NEEDED = ("service", "holder_id", "holder", "title", "amount")
_STATE = frozenset({"rae", "notificationue", "codedepartementdirection"})
_AWAY = "La ligne est laissée de côté : vérifiez le fichier officiel."


@dataclass(frozen=True, slots=True)
class Grant:
    """One line as published. ``amount`` in euros; ``department`` empty under header A."""

    line: int
    year: int
    service: str
    department: str
    department_name: str
    holder: str
    siren: str
    title: str
    amount: float
    three_decimals: bool


@dataclass(frozen=True, slots=True)
class GrantFile:
    """A file of grants of one year: its lines, and those that cannot be read right."""

    year: int
    lines: int
    grants: tuple[Grant, ...]
    problems: tuple[Problem, ...]


def recognises(document: Document) -> bool:
    """Whether the columns are those of one of the yearly headers."""
    return has_header(document, _is_header)


def read_grants(document: Document) -> GrantFile:
    """Every line of the file, of the whole country; Refused where its year cannot be known."""
    sheet = read_sheet(document, _is_header)
    if sheet is None:
        message = "ce n’est pas un fichier « Subventions politique de la ville »."
        raise refuse(document.name, message, "Donnez le fichier annuel publié par l’ANCT.")
    columns = _columns(sheet.header)
    year = _year(document.name, sheet, columns)
    given = tuple(_each(sheet, columns, year))
    return GrantFile(
        year,
        len(sheet.lines),
        tuple(item for item in given if isinstance(item, Grant)),
        tuple(item for item in given if isinstance(item, Problem)),
    )


def _is_header(columns: frozenset[str]) -> bool:
    state = bool(columns & _STATE)
    return state and all(columns & set(_NAMES[name]) for name in _NEEDED)


def _columns(header: tuple[str, ...]) -> dict[str, str]:
    keys = {key(title): title for title in header}
    return {
        name: keys[variant]
        for name, variants in _NAMES.items()
        for variant in variants
        if variant in keys
    }


def _year(name: str, sheet: Sheet, columns: Mapping[str, str]) -> int:
    """The year of the file: its name, else the year of most of its agreements."""
    named = re.findall(r"(?<!\d)20[12]\d(?!\d)", name)
    if len(set(named)) == 1:
        return int(named[0])
    dates = (date(cells[columns["date"]]) for _, cells in sheet.lines if "date" in columns)
    years = Counter(day.year for day in dates if day)
    if not years:
        message = "le nom du fichier ne dit pas son année."
        raise refuse(name, message, "Renommez-le avec son année, par exemple p147-2025.csv.")
    return years.most_common(1)[0][0]


def _each(sheet: Sheet, columns: Mapping[str, str], year: int) -> Iterator[Grant | Problem]:
    for line, cells in sheet.lines:
        got = {name: cells[title] for name, title in columns.items()}
        if any(got.values()):
            yield _grant(sheet.name, line, got, columns, year)


def _grant(
    file: str, line: int, got: Mapping[str, str], columns: Mapping[str, str], year: int
) -> Grant | Problem:
    amount = number(got["amount"])
    problem = _amount_problem(file, line, got["amount"], amount, columns["amount"])
    if problem or amount is None:
        return problem or Problem(file, line, columns["amount"], "", "manque.", _AWAY, False)
    return Grant(
        line=line,
        year=year,
        service=got["service"],
        department=got.get("department", ""),
        department_name=got.get("department_name", ""),
        holder=got["holder"],
        siren=siret(got["holder_id"])[:9],
        title=got["title"],
        amount=round(amount, 2),
        three_decimals=bool(re.search(r"[.,]\d{3}$", got["amount"])),
    )


def _amount_problem(
    file: str, line: int, text: str, amount: float | None, column: str
) -> Problem | None:
    if amount is None:
        message = "n’est pas un montant sûr." if text else "le montant manque."
    elif amount < 0:
        message = "est un montant négatif."
    elif amount >= AMOUNT_LIMIT:
        message = "est hors de l’ordre de grandeur d’une subvention (5 M€ et plus)."
    else:
        return None
    return Problem(file, line, column, text, message, _AWAY, blocking=False)

"""A model as a workbook: what it is for, the sheet to fill, the lists that its cells offer."""

from __future__ import annotations

import io
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain import french
from dashboard.importers.templates.choices import NamedCodes, choices_of
from dashboard.importers.templates.template import EXAMPLE, Template
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema.field import CellKind, Field
from dashboard.spreadsheet import inert

MOST = 5000
"""Rows of the sheet to fill whose cells offer their list."""
DATA, LISTS = "Données", "Listes"
_HEAD = PatternFill("solid", fgColor="E4E9EE")
_ASIDE = Font(italic=True, color="5B6470")
_WRITE = {
    CellKind.YEAR: "une année, par exemple 2026",
    CellKind.DATE: "une date, par exemple 30/06/2026",
    CellKind.AMOUNT: "un montant en euros, par exemple 3200 ou 3200,50",
    CellKind.INTEGER: "un nombre entier",
    CellKind.NUMBER: "un nombre",
    CellKind.FLAG: "oui ou non",
    CellKind.MARKDOWN: "un texte en Markdown : titres, listes, gras, italique, liens",
    CellKind.IDENTIFIER: "14 ou 9 chiffres, en texte",
}


def workbook(template: Template, territory: TerritoryFolder) -> bytes:
    """The XLSX of that model for that territory: « Lisez-moi », « Données », « Listes »."""
    listed = [(field, choices_of(field, territory)) for field in template.fields]
    book = Workbook()
    book.remove(book.worksheets[0])
    _about(book.create_sheet("Lisez-moi"), template, territory, listed)
    page = book.create_sheet(DATA)
    _lists(book.create_sheet(LISTS), listed)
    _data(page, template, listed)
    for sheet in book.worksheets:
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.active = 1
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _about(
    page: Worksheet,
    template: Template,
    territory: TerritoryFolder,
    listed: list[tuple[Field, NamedCodes]],
) -> None:
    said = (
        f"{template.title} : modèle à remplir pour {territory.name}",
        template.purpose,
        f"Remplissez la feuille « {DATA} », sans changer ses titres. Une ligne qui commence par "
        f"« {EXAMPLE.strip()} » montre comment faire : elle n’est jamais prise.",
        "Ce qui est pris est publié : n’écrivez ni nom, ni adresse, ni téléphone d’une personne.",
    )
    for text in said:
        page.append([text])
    page["A1"].font = Font(bold=True, size=14)
    page.append([])
    page.append(["Colonne", "À remplir", "Ce qu’elle contient"])
    _bold(page, page.max_row)
    for field, choices in listed:
        page.append([field.title, _need(field), _holds(field, choices)])
    for row in page.iter_rows():
        inert(row)
    for letter, width in zip("ABC", (28, 14, 90), strict=True):
        page.column_dimensions[letter].width = width


def _need(field: Field) -> str:
    return "toujours" if field.required else "si on le sait"


def _holds(field: Field, choices: NamedCodes) -> str:
    kind = f"un choix de la feuille « {LISTS} »" if choices else _WRITE.get(field.kind, "un texte")
    said = field.description and f" {field.description.rstrip('.')}."
    return f"{french.capital(kind)}.{said}"


def _lists(page: Worksheet, listed: list[tuple[Field, NamedCodes]]) -> None:
    columns = [(field.title, choices) for field, choices in listed if choices]
    page.append([title for title, _ in columns] or ["Aucune liste"])
    _bold(page, 1)
    for rank, (_, choices) in enumerate(columns, start=1):
        for line, choice in enumerate(choices, start=2):
            inert([page.cell(line, rank, choice.label)])
        page.column_dimensions[get_column_letter(rank)].width = 40
    page.freeze_panes = "A2"


def _data(page: Worksheet, template: Template, listed: list[tuple[Field, NamedCodes]]) -> None:
    page.append([field.title for field, _ in listed])
    _bold(page, 1)
    for rank, (field, choices) in enumerate(listed, start=1):
        shown = template.example.get(field.name) or _first(field, choices, template.year)
        cell = page.cell(2, rank, shown or None)
        inert([cell])
        cell.font = _ASIDE
        letter = get_column_letter(rank)
        page.column_dimensions[letter].width = max(14, min(44, len(field.title) + 6))
        if field.kind in (CellKind.IDENTIFIER, CellKind.CODE):
            page.column_dimensions[letter].number_format = "@"
    for rule in _validations(listed):
        page.add_data_validation(rule)
    page.freeze_panes = "A2"


def _first(field: Field, choices: NamedCodes, year: int) -> str:
    """The first thing that the line of example may name, where it must name one."""
    held = (choice.label for choice in choices if choice.stands(year))
    return next(held, "") if field.required else ""


def _validations(listed: list[tuple[Field, NamedCodes]]) -> Iterator[DataValidation]:
    """The list that each cell of a column offers; what it may also hold is not forbidden."""
    rank = 0
    for column, (field, choices) in enumerate(listed, start=1):
        if choices:
            rank += 1
            letter = get_column_letter(rank)
            rule = DataValidation(
                type="list",
                formula1=f"{LISTS}!${letter}$2:${letter}${len(choices) + 1}",
                allow_blank=not field.required,
                showErrorMessage=not field.many,
                errorTitle=field.title[:32],
                error="Choisissez une valeur de la liste.",
            )
            where = get_column_letter(column)
            rule.add(f"{where}2:{where}{MOST}")
            yield rule


def _bold(page: Worksheet, line: int) -> None:
    for cell in page[line]:
        cell.font, cell.fill = Font(bold=True), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="top")

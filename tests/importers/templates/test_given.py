"""The workbook of a model: opened and filled as a person does."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.importers.imported import Document
from dashboard.importers.recognise import read
from dashboard.importers.templates import TEMPLATES
from dashboard.importers.templates.given import DATA, LISTS, workbook
from dashboard.importers.templates.template import Template
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def fictional() -> TerritoryFolder:
    return open_territory(ROOT / "data" / "exemple")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda item: item.slug)
def test_a_model_given_back_as_it_is_holds_only_its_example(
    template: Template, fictional: TerritoryFolder
) -> None:
    imported = read(Document("m.xlsx", workbook(template, fictional)), fictional)
    assert imported.kind == template.kind
    assert (len(imported.account.rows), imported.account.left) == (1, 1)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda item: item.slug)
def test_the_example_of_a_model_would_be_taken_without_its_mark(
    template: Template, fictional: TerritoryFolder
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(template, fictional)))
    for cell in book[DATA][2]:
        if isinstance(cell.value, str):
            cell.value = cell.value.removeprefix("Exemple : ")
    target = io.BytesIO()
    book.save(target)
    imported = read(Document("m.xlsx", target.getvalue()), fictional)
    assert imported.refused == ()
    assert len(imported.account.taken) == 1


def _letters(page: Worksheet) -> dict[object, str]:
    """The letter of the column of each head."""
    heads = enumerate(page.iter_cols(max_row=1, values_only=True), start=1)
    return {head: get_column_letter(number) for number, (head,) in heads}


def test_a_cell_offers_the_list_of_its_column(fictional: TerritoryFolder) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(TEMPLATES[0], fictional)))
    heads = _letters(book[DATA])
    lists = _letters(book[LISTS])
    offered = {
        str(rule.sqref)[0]: rule.formula1 for rule in book[DATA].data_validations.dataValidation
    }
    assert offered[heads["Pilier"]].startswith(f"Listes!${lists['Pilier']}$2:")
    quarters = [cell.value for cell in book[LISTS][lists["Quartiers"]]]
    assert all(name in str(quarters) for name in ("QP099001", "QP099006"))

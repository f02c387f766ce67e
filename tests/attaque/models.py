"""Workbooks that staff fill, filled wrong in every way that a spreadsheet allows."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import settings as bounded
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.importers.imported import Document
from dashboard.importers.templates.choices import choices_of
from dashboard.importers.templates.given import DATA, workbook
from dashboard.importers.templates.template import Template
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema.field import CellKind, Field
from tests.attaque.mutants import NASTY, Mutant

Damage = Callable[[st.DrawFn, Workbook, Worksheet], None]

_PLAIN = {
    CellKind.YEAR: ("2024", "2026"),
    CellKind.DATE: ("30/06/2026", "2026-06-30"),
    CellKind.AMOUNT: ("3200", "3 200,50"),
    CellKind.INTEGER: ("12",),
    CellKind.NUMBER: ("1,5",),
    CellKind.FLAG: ("oui", "non"),
    CellKind.IDENTIFIER: ("", "77567227224553"),
}
_FORMULAS = ("=1+1", "=A1", "=SUM(A1:A9)", "=[1]Feuil1!A1", '=HYPERLINK("http://x")', "=1/0")
_ODD = st.one_of(
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(dt.date(1900, 1, 1), dt.date(9999, 1, 1)),
    st.floats(40_000, 50_000).map(int),
    st.text(max_size=40),
    st.sampled_from((*NASTY, *_FORMULAS, "é" * 2_000, "mot " * 500)),
).map(lambda cell: ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell)


def attacked(
    template: Template, territory: TerritoryFolder, count: int, attack: Callable[[Mutant], None]
) -> None:
    """Give the attack that many of that model filled wrong, the same ones each time."""
    contents = filled_wrong(workbook(template, territory), DATA, honest(template, territory))

    @seed(20_263)
    @bounded(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(contents)
    def each(content: bytes) -> None:
        attack(Mutant(Document(f"modele-{template.slug}.xlsx", content), (template.slug,)))

    each()


def honest(template: Template, territory: TerritoryFolder) -> tuple[tuple[str, ...], ...]:
    """What each column of that model may hold."""
    return tuple(_plain(field, territory) for field in template.fields)


def _plain(field: Field, territory: TerritoryFolder) -> tuple[str, ...]:
    choices = [choice.label for choice in choices_of(field, territory)][:6]
    return tuple(choices) or _PLAIN.get(field.kind, ("Un atelier", "Une maison", "3"))


@st.composite
def filled_wrong(
    draw: st.DrawFn, content: bytes, sheet: str, cells: Sequence[Sequence[str]]
) -> bytes:
    """That workbook, some lines of its sheet filled with those cells or with others, and then made
    wrong as a whole."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    page = book[sheet]
    for line in range(3, 3 + draw(st.integers(1, 4))):
        for rank, known in enumerate(cells, start=1):
            odd = draw(st.integers(0, 15)) == 0
            page.cell(line, rank).value = draw(_ODD if odd else st.sampled_from(known))
    for damage in draw(st.lists(st.sampled_from(_DAMAGES), max_size=3)):
        damage(draw, book, page)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def swap_columns(draw: st.DrawFn, _: Workbook, page: Worksheet) -> None:
    if page.merged_cells.ranges:
        return
    one, other = (draw(st.integers(1, page.max_column)) for _ in range(2))
    for line in range(1, page.max_row + 1):
        left, right = page.cell(line, one), page.cell(line, other)
        left.value, right.value = right.value, left.value


def add_a_sheet(draw: st.DrawFn, book: Workbook, page: Worksheet) -> None:
    extra = book.create_sheet(draw(st.sampled_from(("Feuil1", "Données (2)", "Vide"))), 0)
    copied: list[Sequence[Any]] = list(page.iter_rows(values_only=True))
    rows: list[list[Sequence[Any]]] = [[], [["a", 1]], copied]
    for row in draw(st.sampled_from(rows)):
        extra.append(list(row))


def lose_a_sheet(draw: st.DrawFn, book: Workbook, _: Worksheet) -> None:
    if len(book.worksheets) > 1:
        book.remove(draw(st.sampled_from(book.worksheets)))


def merge_cells(draw: st.DrawFn, _: Workbook, page: Worksheet) -> None:
    line, column = draw(st.integers(1, 6)), draw(st.integers(1, page.max_column))
    if not page.merged_cells.ranges:
        page.merge_cells(None, line, column, line + draw(st.integers(0, 3)), column + 2)


def hide(draw: st.DrawFn, _: Workbook, page: Worksheet) -> None:
    page.row_dimensions[draw(st.integers(1, 6))].hidden = True
    page.column_dimensions["B"].hidden = draw(st.booleans())
    page.sheet_state = draw(st.sampled_from(("visible", "hidden", "veryHidden")))


def push_down(draw: st.DrawFn, _: Workbook, page: Worksheet) -> None:
    if not page.merged_cells.ranges:
        page.insert_rows(1, draw(st.sampled_from((1, 3, 40))))


def lose_a_row_or_a_column(draw: st.DrawFn, _: Workbook, page: Worksheet) -> None:
    if page.merged_cells.ranges:
        return
    if draw(st.booleans()):
        page.delete_rows(draw(st.integers(1, 3)))
    else:
        page.delete_cols(draw(st.integers(1, max(1, page.max_column))))


def spoil_the_head(draw: st.DrawFn, _: Workbook, page: Worksheet) -> None:
    if not page.merged_cells.ranges:
        page.cell(1, draw(st.integers(1, max(1, page.max_column)))).value = draw(_ODD)


def far_cell(draw: st.DrawFn, _: Workbook, page: Worksheet) -> None:
    page.cell(draw(st.sampled_from((90, 9_000, 900_000))), draw(st.integers(1, 900))).value = "x"


_DAMAGES: tuple[Damage, ...] = (
    *(swap_columns, add_a_sheet, lose_a_sheet, merge_cells, hide),
    *(push_down, lose_a_row_or_a_column, spoil_the_head, far_cell),
)

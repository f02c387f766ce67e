"""The lines of a filled model held against its columns, one column after the other: what many lines
say is judged once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from dashboard.importers.account import Left, refusal
from dashboard.importers.door import pace
from dashboard.importers.imported import Document, refuse
from dashboard.importers.source_table import SourceTable, key, read_source_table
from dashboard.importers.templates.cells import Fault, as_held
from dashboard.importers.templates.choices import NamedCodes, choices_of
from dashboard.importers.templates.filled import Filled, FilledRows
from dashboard.importers.templates.template import EXAMPLE, Template
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.totals import left_as_header, left_as_total
from dashboard.schema import PackedRows, Problem
from dashboard.schema.field import CellKind, Field

Asked = TypeVar("Asked")

_EXAMPLE = EXAMPLE.strip()
_DATED = (CellKind.YEAR, CellKind.DATE)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the model in a file: its title there, what each line writes in it, what it may
    name."""

    field: Field
    title: str
    said: list[str]
    choices: NamedCodes

    def held(self, text: str, year: int = 0) -> str | Fault:
        """That cell as our tables hold it, on a row of that year; whatever the year, for 0."""
        return as_held(text, self.field, self.choices, year)

    def of_year(self, asked: tuple[str, int]) -> str | Fault:
        """The same of a cell and of the year of its row."""
        return self.held(*asked)


@dataclass(frozen=True, slots=True)
class _Held:
    """What our tables would hold of a column, line after line; and why not, by the ranks of the
    lines whose cell cannot be kept, which is then empty."""

    cells: list[str]
    faults: dict[int, Fault]


def filled(document: Document, template: Template, territory: TerritoryFolder) -> Filled:
    """What a person wrote in that model; Refused where nothing is written in it."""
    table = read_source_table(document, template.is_header, template.long)
    if table is None or not table.rows:
        message = "ce modèle est vide."
        raise refuse(document.name, message, "Remplissez une ligne au moins sous les titres.")
    columns = tuple(_columns(table, template, territory))
    names, height = [item.name for item in template.fields], len(table.lines)
    held = list(_held(columns, height))
    left = _examples(columns, table.lines.numbers)
    refused = _refused(columns, held, table, left)
    left |= _asides(columns, table.lines.numbers, refused)
    refused = {line: wrong for line, wrong in refused.items() if line not in left}
    lines = FilledRows(
        table.lines.numbers,
        PackedRows(dict(zip(names, (one.cells for one in held), strict=True)), height),
        PackedRows(dict(zip(names, (one.said for one in columns), strict=True)), height),
    )
    return Filled(
        table,
        template,
        lines.without(frozenset((*left, *refused))),
        (*table.problems, *chain.from_iterable(refused[line] for line in sorted(refused))),
        tuple(left[line] for line in sorted(left)),
    )


def _columns(
    table: SourceTable, template: Template, territory: TerritoryFolder
) -> Iterator[_Column]:
    """Each column of the model; what it holds where the file has it not is said of every line."""
    titles = {key(title): title for title in table.header}
    for item in template.fields:
        header = titles.get(key(template.heading(item)), "")
        title = titles.get(key(template.called(item.name)), item.title)
        given = template.given.get(item.name, "")
        told = bool(header) and not given
        said = table.lines.rows.column(header) if told else [given] * len(table.lines)
        yield _Column(item, title, said, choices_of(item, territory))


def _held(columns: Sequence[_Column], height: int) -> Iterator[_Held]:
    """What is held of each column; each distinct cell is judged once, or once a year where what it
    may name changes from one year to another."""
    years = _years(columns, height)
    for rank, column in enumerate(columns):
        pace.judged(rank, len(columns))
        if any(choice.dated for choice in column.choices):
            yield _judged(list(zip(column.said, years, strict=True)), column.of_year)
        else:
            yield _judged(column.said, column.held)


def _judged(asked: list[Asked], judge: Callable[[Asked], str | Fault]) -> _Held:
    found = {one: judge(one) for one in set(asked)}
    wrong = {one: held for one, held in found.items() if isinstance(held, Fault)}
    right = {one: "" if isinstance(held, Fault) else held for one, held in found.items()}
    faults = {rank: wrong[one] for rank, one in enumerate(asked) if one in wrong} if wrong else {}
    return _Held([right[one] for one in asked], faults)


def _years(columns: Sequence[_Column], height: int) -> list[int]:
    """The year of each line: that of its column of years or of dates; 0 where none reads."""
    years = [0] * height
    for column in (column for column in columns if column.field.kind in _DATED):
        read = {text: _year(text, column) for text in set(column.said)}
        years = [year or read[text] for year, text in zip(years, column.said, strict=True)]
    return years


def _year(text: str, column: _Column) -> int:
    held = column.held(text)
    return int(held[:4]) if isinstance(held, str) and held[:4].isdigit() else 0


def _examples(columns: Sequence[_Column], numbers: Sequence[int]) -> dict[int, Left]:
    """The lines that show how to fill, by their numbers."""
    found: dict[int, Left] = {}
    for column in columns:
        shown = {cell for cell in set(column.said) if cell.startswith(_EXAMPLE)}
        for number, cell in zip(numbers, column.said, strict=True) if shown else ():
            if cell in shown:
                found.setdefault(number, Left(number, column.title, cell, "d’exemple"))
    return found


def _refused(
    columns: Sequence[_Column],
    held: Sequence[_Held],
    table: SourceTable,
    left: Container[int],
) -> dict[int, list[Problem]]:
    """Every fault of each line that has some, by its number: who corrects it meets none that the
    first one hid. None of a line left aside."""
    found: dict[int, list[Problem]] = defaultdict(list)
    for column, cells in zip(columns, held, strict=True):
        for rank, fault in cells.faults.items():
            number = table.lines.numbers[rank]
            if number not in left:
                told = (column.title, column.said[rank], fault.message, fault.remedy)
                found[number].append(refusal(table.name, number, *told))
    return found


def _asides(
    columns: Sequence[_Column], numbers: Sequence[int], refused: Container[int]
) -> dict[int, Left]:
    """The lines, among those refused, that say no more than a total, or the header again."""
    lines = ((rank, number) for rank, number in enumerate(numbers) if number in refused)
    told = (
        _aside(number, columns, [column.said[rank] for column in columns]) for rank, number in lines
    )
    return {one.line: one for one in told if one}


def _aside(number: int, columns: Sequence[_Column], said: Sequence[str]) -> Left | None:
    cells = {column.title: cell for column, cell in zip(columns, said, strict=True)}
    whole = all(cells[column.title] for column in columns if column.field.required)
    total = None if whole else left_as_total(number, cells, "", "")
    return total or left_as_header(number, cells)

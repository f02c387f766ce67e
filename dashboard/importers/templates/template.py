"""A model of file that the project gives to fill: its columns, and how its lines are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from dashboard.importers.account import Left, RowAccount, account_of, refusal
from dashboard.importers.imported import Document, refuse
from dashboard.importers.source_table import Cells, SourceTable, has_header, key, read_source_table
from dashboard.importers.templates.cells import Fault, as_held
from dashboard.importers.templates.choices import NamedCodes, choices_of
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.twins import Naming, settled
from dashboard.schema import Problem, Problems, Record
from dashboard.schema.field import CellKind, Field

EXAMPLE = "Exemple : "
"""What the line that shows how to fill begins with: it is never taken."""

REMEMBERED = 4_096
"""Cells of a column that are judged once."""


@dataclass(frozen=True, slots=True)
class Template:
    """A model: its name in a path, its title, what it is for, its columns in order, and what the
    line of example says in some of them.

    A file is of that model where its header has every title, in any order. ``headings`` holds, for
    a file that has others, the heading of each column that it has; ``given`` what every line of it
    is to hold in some of those that it has not.
    """

    slug: str
    title: str
    purpose: str
    fields: tuple[Field, ...]
    example: Mapping[str, str]
    headings: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Its name among the sorts of files."""
        return f"modele-{self.slug}"

    @property
    def year(self) -> int:
        """The year of its example."""
        return int((self.example.get("annee") or self.example.get("date", "0"))[:4])

    @property
    def long(self) -> frozenset[str]:
        """The columns, as ``key``, whose cells hold several lines."""
        return frozenset(
            key(self.heading(item)) for item in self.fields if item.kind is CellKind.MARKDOWN
        )

    def heading(self, column: Field) -> str:
        """The heading of that column in the file; empty where the file has none."""
        return self.headings.get(column.name, "") if self.headings else column.title

    def called(self, name: str) -> str:
        """What a line's fault calls that column: its heading, its own title where it has none."""
        column = next(item for item in self.fields if item.name == name)
        return self.heading(column) or column.title

    def is_header(self, columns: frozenset[str]) -> bool:
        """Whether these columns, as ``key``, are those of the model."""
        return {key(self.heading(item)) for item in self.fields} - {""} <= columns

    def recognises(self, document: Document) -> bool:
        """Whether the document is this model, filled."""
        return has_header(document, self.is_header)


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A line as our tables would hold its cells, by the name of their column; and as they are
    ``written``."""

    number: int
    cells: Record
    written: Record


@dataclass(frozen=True, slots=True)
class Filled:
    """A model that was filled: its lines, those refused, those left aside."""

    table: SourceTable
    template: Template
    lines: tuple[FilledRow, ...]
    refused: Problems
    left: tuple[Left, ...]

    def without(self, wrong: Problems) -> Filled:
        """The same, these lines being refused too."""
        out = {problem.row for problem in wrong}
        lines = tuple(line for line in self.lines if line.number not in out)
        return replace(self, lines=lines, refused=(*self.refused, *wrong))

    def settled(self, column: str, naming: Callable[[FilledRow], Naming]) -> Filled:
        """The same, what several lines say of one thing being taken once, or not at all where they
        differ; ``column`` is the one that names the thing."""
        twins, repeated = settled(self.table.name, column, map(naming, self.lines))
        told = self.without(twins)
        out = {item.line for item in repeated}
        lines = tuple(line for line in told.lines if line.number not in out)
        return replace(told, lines=lines, left=(*self.left, *repeated))

    @property
    def account(self) -> RowAccount:
        """The fate of each line of the file."""
        taken = (line.number for line in self.lines)
        return account_of(self.table.rows, taken, self.refused, self.left)


def filled(document: Document, template: Template, territory: TerritoryFolder) -> Filled:
    """What a person wrote in that model; Refused where nothing is written in it."""
    table = read_source_table(document, template.is_header, template.long)
    if table is None or not table.rows:
        message = "ce modèle est vide."
        raise refuse(document.name, message, "Remplissez une ligne au moins sous les titres.")
    reader = _Reader(table, template, territory)
    fates = tuple(reader.fates())
    return Filled(
        table,
        template,
        tuple(item for item in fates if isinstance(item, FilledRow)),
        (*table.problems, *(item for item in fates if isinstance(item, Problem))),
        tuple(item for item in fates if isinstance(item, Left)),
    )


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the model in a file: where it stands there (empty: nowhere), what it is called,
    what every line holds in it (empty: what the line says)."""

    field: Field
    header: str
    title: str
    given: str
    held: Callable[[str, int], str | Fault]
    """The cell as our tables hold it, on a row of that year."""

    def cell(self, cells: Cells) -> str:
        """What that line holds in it."""
        return self.given or cells.get(self.header, "")


def _holding(field: Field, choices: NamedCodes) -> Callable[[str, int], str | Fault]:
    """How a cell of that column is held; what was met is not judged again: a long table says the
    same few words on most of its lines."""

    @lru_cache(REMEMBERED)
    def held(text: str, year: int) -> str | Fault:
        return as_held(text, field, choices, year)

    return held


class _Reader:
    """Reads each line of a table by the columns of a model."""

    def __init__(self, table: SourceTable, template: Template, territory: TerritoryFolder) -> None:
        titles = {key(title): title for title in table.header}
        self.table = table
        self.columns = tuple(
            _Column(
                item,
                titles.get(key(template.heading(item)), ""),
                titles.get(key(template.called(item.name)), item.title),
                template.given.get(item.name, ""),
                _holding(item, choices_of(item, territory)),
            )
            for item in template.fields
        )

    def fates(self) -> Iterator[FilledRow | Problem | Left]:
        """What becomes of each line."""
        return (self._fate(number, cells) for number, cells in self.table.lines)

    def _fate(self, number: int, cells: Cells) -> FilledRow | Problem | Left:
        written = {column.field.name: column.cell(cells) for column in self.columns}
        shown = next((name for name, cell in written.items() if _is_example(cell)), None)
        if shown is not None:
            titles = {column.field.name: column.title for column in self.columns}
            return Left(number, titles[shown], written[shown], "d’exemple")
        year = self._year(written)
        held: Record = {}
        for column in self.columns:
            name = column.field.name
            found = column.held(written[name], year)
            if isinstance(found, Fault):
                told = (column.title, written[name], found.message, found.remedy)
                return refusal(self.table.name, number, *told)
            held[name] = found
        return FilledRow(number, held, written)

    def _year(self, written: Record) -> int:
        """The year of the line: that of its column of years or of dates; 0 where none reads."""
        for column in self.columns:
            if column.field.kind in (CellKind.YEAR, CellKind.DATE):
                said = column.held(written[column.field.name], 0)
                if isinstance(said, str) and said[:4].isdigit():
                    return int(said[:4])
        return 0


def _is_example(cell: str) -> bool:
    return cell.startswith(EXAMPLE.strip())

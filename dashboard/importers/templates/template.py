"""A model of file that the project gives to fill: its columns, and how its lines are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import repeat

from dashboard.importers.account import Left, RowAccount, account_of, refusal
from dashboard.importers.door import pace
from dashboard.importers.imported import Document, refuse
from dashboard.importers.source_table import SourceTable, has_header, key, read_source_table
from dashboard.importers.templates.cells import Fault, as_held
from dashboard.importers.templates.choices import NamedCodes, choices_of
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.twins import Naming, settled
from dashboard.schema import Problem, Problems, Record
from dashboard.schema.field import CellKind, Field

EXAMPLE = "Exemple : "
_EXAMPLE = EXAMPLE.strip()
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
        """What a line's fault calls that column."""
        return self.titles[name]

    @property
    def titles(self) -> dict[str, str]:
        """What each of its columns is called, by its name: its heading, its own title where it has
        none."""
        return {item.name: self.heading(item) or item.title for item in self.fields}

    def is_header(self, columns: frozenset[str]) -> bool:
        """Whether these columns, as ``key``, are those of the model."""
        return {key(self.heading(item)) for item in self.fields} - {""} <= columns

    def recognises(self, document: Document) -> bool:
        """Whether the document is this model, filled."""
        return has_header(document, self.is_header)


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A line as our tables would hold its cells, in the order of ``names``; and as they are
    written."""

    number: int
    names: tuple[str, ...]
    held: tuple[str, ...]
    said: tuple[str, ...]

    def cell(self, name: str) -> str:
        """What our tables would hold in that column."""
        return self.held[self.names.index(name)]

    def holding(self, name: str, text: str) -> FilledRow:
        """The same line, with that text in that column of our tables."""
        return replace(self, held=tuple((self.cells | {name: text}).values()))

    @property
    def cells(self) -> Record:
        """What our tables would hold, by the name of its column."""
        return dict(zip(self.names, self.held, strict=True))

    @property
    def written(self) -> Record:
        """What is written, by the name of its column."""
        return dict(zip(self.names, self.said, strict=True))


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

    def cells(self, table: SourceTable) -> Iterable[str]:
        """What each line of that table holds in it."""
        if self.given or not self.header:
            return repeat(self.given, len(table.lines))
        return table.lines.rows.column(self.header)


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
        self.names = tuple(column.field.name for column in self.columns)
        self.dated = tuple(
            (rank, column)
            for rank, column in enumerate(self.columns)
            if column.field.kind in (CellKind.YEAR, CellKind.DATE)
        )

    def fates(self) -> Iterator[FilledRow | Problem | Left]:
        """What becomes of each line."""
        said = zip(*(column.cells(self.table) for column in self.columns), strict=True)
        numbers = self.table.lines.numbers
        for rank, (number, cells) in enumerate(zip(numbers, said, strict=True)):
            pace.judged(rank, len(numbers))
            fate = self._fate(number, cells)
            if isinstance(fate, tuple):
                yield from fate
            else:
                yield fate

    def _fate(self, number: int, said: tuple[str, ...]) -> FilledRow | Left | Problems:
        if _EXAMPLE in "".join(said):
            shown = next((rank for rank, cell in enumerate(said) if _is_example(cell)), None)
            if shown is not None:
                return Left(number, self.columns[shown].title, said[shown], "d’exemple")
        year = self._year(said)
        held = [column.held(cell, year) for column, cell in zip(self.columns, said, strict=True)]
        if Fault in map(type, held):
            return self._refused(number, said, held)
        return FilledRow(number, self.names, tuple(held), said)  # type: ignore[arg-type]

    def _refused(self, number: int, said: tuple[str, ...], held: Sequence[str | Fault]) -> Problems:
        """Every fault of the line: who corrects it meets none that the first one hid."""
        return tuple(
            refusal(self.table.name, number, column.title, cell, found.message, found.remedy)
            for column, cell, found in zip(self.columns, said, held, strict=True)
            if isinstance(found, Fault)
        )

    def _year(self, said: tuple[str, ...]) -> int:
        """The year of the line: that of its column of years or of dates; 0 where none reads."""
        for rank, column in self.dated:
            held = column.held(said[rank], 0)
            if isinstance(held, str) and held[:4].isdigit():
                return int(held[:4])
        return 0


def _is_example(cell: str) -> bool:
    return cell.startswith(_EXAMPLE)

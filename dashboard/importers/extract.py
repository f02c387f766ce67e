"""Lines of an official table of indicators: which territory each speaks of, and its fate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from dashboard.domain.indicator import Status
from dashboard.importers.account import Left, RowAccount, account_of, refusal
from dashboard.importers.imported import Records
from dashboard.importers.measures import MeasuredColumn, row_of
from dashboard.importers.packed_lines import Cells
from dashboard.importers.precision import counted, tells, too_coarse
from dashboard.importers.source_table import SourceTable
from dashboard.importers.twins import Naming, settled
from dashboard.schema import Problem, Problems, Record
from dashboard.schema.problem import quote

AbsenceNote = Callable[[Cells, MeasuredColumn], str]
"""Why a line says no value of that measure, in the words of its file."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What a table gave: rows of ``indicateurs``, the line of each, and the fate of every line.

    ``refused`` says why lines are, ``remarks`` which cells of the others say nothing readable.
    """

    rows: Records
    lines: tuple[int, ...]
    account: RowAccount
    refused: Problems
    remarks: Problems


@dataclass(frozen=True, slots=True)
class PlaceColumns:
    """Which territory a line speaks of, by the column of its code; and for some cells, another.

    Both give a code of the territory, or nothing.
    """

    column: str
    of_line: Callable[[Cells], str]
    of_cell: Callable[[str, MeasuredColumn], str] = lambda code, _: code


def extract(
    sheet: SourceTable,
    found: tuple[MeasuredColumn, ...],
    places: PlaceColumns,
    note: AbsenceNote,
    every_gap: Callable[[str], bool],
) -> Extract:
    """The rows of these measures, for each line and column that ``places`` gives a territory.

    ``note`` says why a value is absent. ``every_gap`` says for which territories an empty cell
    deserves a row « non diffusé ». A territory on two lines whose measures differ is refused on
    both; where they agree the first is taken, as in a file that has a line for each commune.
    """
    contradicted, again = settled(
        sheet.name, places.column, _named(sheet, places, partial(_said, found, note))
    )
    refused: list[Problem] = [*sheet.problems, *contradicted]
    left = [*_strangers(sheet, places), *again]
    judged = {item.row for item in refused} | {item.line for item in left}
    measured = counted(sheet, found)
    told = tuple(item for item in measured if tells(item))
    coarse = [too_coarse(sheet.name, item) for item in measured if item not in told]
    gathered = _Gathered(sheet.name, {}, [], refused, coarse, left)
    for line, cells in sheet.lines:
        if line not in judged:
            given = list(_cells(sheet.name, line, cells, told, places, note))
            kept = [row for row in given if isinstance(row, dict) and _deserves(row, every_gap)]
            wrong = [item for item in given if isinstance(item, Problem)]
            gathered.add(line, kept, wrong, places.column, cells)
    return gathered.extract(sheet)


@dataclass(slots=True)
class _Gathered:
    """What the lines read so far gave."""

    file: str
    rows: dict[tuple[str, str, str], tuple[int, Record]]
    taken: list[int]
    refused: list[Problem]
    remarks: list[Problem]
    left: list[Left]

    def add(
        self, line: int, kept: list[Record], wrong: list[Problem], column: str, cells: Cells
    ) -> None:
        """One more line: taken where it gives a row, else refused, else without a value."""
        for row in kept:
            name = row["territoire"], row["indicateur"], row["annee"]
            first, held = self.rows.setdefault(name, (line, row))
            if held != row:
                self.remarks.append(_otherwise(self.file, line, row, first, held))
        if kept:
            self.taken.append(line)
            self.remarks += wrong
        elif wrong:
            self.refused += wrong
        else:
            self.left.append(Left(line, column, cells[column], "sans valeur"))

    def extract(self, sheet: SourceTable) -> Extract:
        """What all the lines of the sheet gave."""
        refused = tuple(self.refused)
        return Extract(
            tuple(row for _, row in self.rows.values()),
            tuple(line for line, _ in self.rows.values()),
            account_of(sheet.rows, self.taken, refused, self.left),
            refused,
            tuple(self.remarks),
        )


def _otherwise(file: str, line: int, row: Record, first: int, held: Record) -> Problem:
    """A figure of one place that two lines repeat, as a commune's in the lines of its quarters."""
    told, kept = (item["valeur"] or item["statut"] for item in (row, held))
    message = f"diffère de la ligne {first} ({quote(kept)}), pour {row['territoire']}."
    remedy = f"La ligne {first} est gardée : vérifiez le fichier."
    return refusal(file, line, row["indicateur"], told, message, remedy)


def _cells(
    file: str,
    line: int,
    cells: Cells,
    found: tuple[MeasuredColumn, ...],
    places: PlaceColumns,
    note: AbsenceNote,
) -> Iterator[Record | Problem]:
    for measure in found:
        code = places.of_cell(places.of_line(cells), measure)
        if code:
            yield row_of(file, line, code, cells, measure, note)


def _deserves(row: Record, every_gap: Callable[[str], bool]) -> bool:
    held = row["valeur"] or row["statut"] == Status.SECRET
    return bool(held) or every_gap(row["territoire"])


def _strangers(sheet: SourceTable, places: PlaceColumns) -> Iterator[Left]:
    for line, cells in sheet.lines:
        if not places.of_line(cells):
            code = cells[places.column]
            reason = "d’un autre territoire" if code else "sans code de territoire"
            yield Left(line, places.column, code, reason)


def _named(
    sheet: SourceTable, places: PlaceColumns, said: Callable[[Cells], object]
) -> Iterator[Naming]:
    """The lines that speak of a territory, with what they say of it."""
    for line, cells in sheet.lines:
        if code := places.of_line(cells):
            yield Naming(line, cells[places.column], code, said(cells))


def _said(found: tuple[MeasuredColumn, ...], note: AbsenceNote, cells: Cells) -> object:
    """What a line measures, with the reason of what is absent."""
    return tuple((cells[item.column], note(cells, item)) for item in found)


def by_source(rows: Records) -> Iterator[str]:
    """The sources of these rows, each once."""
    yield from dict.fromkeys(row["source"] for row in rows)

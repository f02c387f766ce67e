"""Which column of a file says each thing; where two could, they must say the same on every line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dashboard.domain import french
from dashboard.importers import dates
from dashboard.importers.account import LINE
from dashboard.importers.identifiers import identifier
from dashboard.importers.imported import Refused
from dashboard.importers.numbers import number
from dashboard.importers.packed_lines import Cells
from dashboard.importers.source_table import SourceTable, key
from dashboard.schema import Problem
from dashboard.schema.problem import quote

NumberedLines = Sequence[tuple[int, Cells]]
"""The number of each line of a file, and its cells by header."""


@dataclass(frozen=True, slots=True)
class ColumnRole:
    """One thing that a line says: the headers that hold it, and what a cell of them means.

    ``headers`` are expressions that a header, as ``key`` writes it, answers; the first is read
    first. Two cells that mean the same do not differ, however they are written; a cell that means
    ``""`` says nothing.
    """

    name: str
    headers: tuple[str, ...]
    means: Callable[[str], object] = key

    def is_played(self, keys: Iterable[str]) -> bool:
        """Whether one of these headers, as ``key`` writes them, could play it."""
        return any(re.fullmatch(item, written) for item in self.headers for written in keys)

    def columns(self, header: Sequence[str]) -> tuple[str, ...]:
        """The columns that could play it, in the order in which they are read."""
        ranked = (t for item in self.headers for t in header if re.fullmatch(item, key(t)))
        return tuple(dict.fromkeys(ranked))


def as_amount(text: str) -> object:
    """What the cell of an amount means: its number, however it is grouped."""
    value = number(text)
    return key(text) if value is None else value


def as_year(text: str) -> object:
    """What the cell of a date or of a year means to us: its year."""
    day = dates.date(text)
    return day.year if day else dates.year(text) or key(text)


def as_identifier(text: str) -> object:
    """What the cell of a SIRET or SIREN means: the number, however it is spaced."""
    found = identifier(text)
    return found.siret or found.siren or key(text)


def in_table(sheet: SourceTable, roles: Iterable[ColumnRole]) -> dict[str, str]:
    """The column of the sheet that plays each role, where one does; as ``played``."""
    return played(sheet.name, sheet.header, sheet.lines, roles)


def played(
    file: str,
    header: Sequence[str],
    lines: NumberedLines,
    roles: Iterable[ColumnRole],
    unit: str = LINE,
) -> dict[str, str]:
    """The column that plays each role, where one does; ``unit`` is what a line is called.

    Refused where several could and do not mean the same on some line: none is believed. A column
    that says nothing on any line plays no role beside another.
    """
    found = {}
    for role in roles:
        rivals = _rivals(role.columns(header), lines, role)
        for other in rivals[1:]:
            _check_agreement(file, (rivals[0], other), lines, role, unit)
        if rivals:
            found[role.name] = rivals[0]
    return found


def _rivals(titles: tuple[str, ...], lines: NumberedLines, role: ColumnRole) -> tuple[str, ...]:
    if len(titles) < 2:
        return titles
    return tuple(title for title in titles if _speaks(title, lines, role)) or titles[:1]


def _check_agreement(
    file: str, titles: tuple[str, str], lines: NumberedLines, role: ColumnRole, unit: str
) -> None:
    apart = [(line, cells) for line, cells in lines if _differ(*titles, cells, role)]
    if apart:
        line, cells = apart[0]
        told = " et ".join(f"{quote(title)} {_said(cells[title])}" for title in titles)
        count = french.counted(len(apart), f"{unit} diffère", f"{unit}s diffèrent")
        message = f"{told}, alors que ces deux colonnes disent la même chose ({count})."
        remedy = "Gardez la bonne, ou renommez l’autre."
        raise Refused(Problem(file, line, "", "", message, remedy, unit=unit))


def _said(cell: str) -> str:
    return f"dit {quote(cell)}" if cell else "ne dit rien"


def _speaks(title: str, lines: NumberedLines, role: ColumnRole) -> bool:
    return any(_meaning(title, cells, role) != "" for _, cells in lines)


def _differ(one: str, other: str, cells: Cells, role: ColumnRole) -> bool:
    return _meaning(one, cells, role) != _meaning(other, cells, role)


def _meaning(title: str, cells: Cells, role: ColumnRole) -> object:
    """What the cell means; nothing where the line says the header again."""
    return "" if key(cells[title]) == key(title) else role.means(cells[title])

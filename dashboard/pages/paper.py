"""What fits on one A4: how large a figure is drawn, how many rows of a table follow it.

Lengths are in CSS pixels, 96 to the inch; assets/sheet.css sets the same sizes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from dashboard.content import Cell, Column, Exhibit, Printed, Row, Table, Text, plain
from dashboard.domain import french

ROOM = 1000
"""The height of the sheet, margins out."""

FIXED = 376
"""What stands on every sheet: head, titles, source, notes, foot."""

LINE = 17.0
"""A line of a sentence; a row of the table is as high."""

SIGNS = 118
"""Signs on a line of a sentence, the width of the sheet."""

TABLE_SIGNS = 128
"""Signs on a line of the table, the gaps between columns included."""

GAP = 3
TABLE_HEAD = 50
WRAPPED = 1.25
"""Lines that the words of a narrow column take, for one that they would fill."""

TALLEST_ROW = 2
"""Lines of a row, at most, before the columns of detail are left out."""

FEWEST, MOST = 2, 12
LONG_TITLE = 100
"""Signs from which a title is set smaller."""

TALLEST = 400
MAP = 350
"""A map is 400 wide and keeps its shape; its legend stands beside it."""

LARGEST, SMALLEST = 0.82, 0.68
"""Texts of a figure are 12 or 13 pixels: not under six points on paper."""

YEAR = "Année"


@dataclass(frozen=True, slots=True)
class FittedScale:
    """The scale of a figure and the height that it takes; zero where it would not hold."""

    scale: float
    height: float


def fitted(item: Exhibit, title: str, sentences: Sequence[Text]) -> Printed:
    """The figure, the rows of its table that fit under it, and what the table leaves out."""
    lines = sum(_lines(plain(said), SIGNS) for said in sentences)
    room = ROOM - FIXED - (lines + bool(item.frame.line)) * LINE - _title_height(title)
    drawn = draw(item)
    left = room - drawn.height - TABLE_HEAD
    most = MOST if drawn.scale else 99
    whole = replace(item.table, rows=tuple(item.table.rows))
    table = cut(narrowed(whole), left, most)
    said = filter(None, (left_out(whole, table), _columns_left_out(whole, table)))
    return Printed(replace(item, table=table), drawn.scale, " et ".join(said))


def draw(item: Exhibit) -> FittedScale:
    """How large a figure is on paper; nothing where it would be too small to read."""
    if item.chart is None or item.table_first:
        return FittedScale(0.0, 0.0)
    if item.full_screen:
        return FittedScale(LARGEST, MAP)
    scale = min(LARGEST, int(1000 * TALLEST / item.height) / 1000)
    legend = LINE * bool(item.legend)
    return (
        FittedScale(scale, item.height * scale + legend)
        if scale >= SMALLEST
        else FittedScale(0.0, 0.0)
    )


def narrowed(table: Table) -> Table:
    """The columns that hold side by side: those of detail go where all of them do not."""
    if _holds(table):
        return table
    kept = [place for place, column in enumerate(table.columns) if not column.detail]
    columns = tuple(table.columns[place] for place in kept)
    return replace(table, columns=columns, rows=tuple(_of(row, kept) for row in table.rows))


def _of(row: Row, kept: Sequence[int]) -> Row:
    return row if row.group else replace(row, cells=tuple(row.cells[place] for place in kept))


def _holds(table: Table) -> bool:
    """Whether every number stands whole and every word uncut, no row over a few lines."""
    rows = [row for row in table.rows if not row.group]
    said = [
        [*column.label.split(), *_parts(column, [row.cells[place] for row in rows])]
        for place, column in enumerate(table.columns)
    ]
    if sum(max(map(len, words), default=1) + GAP for words in said) > TABLE_SIGNS:
        return False
    widths = _widths(table)
    return all(_height(row, widths) <= TALLEST_ROW * LINE + 2 for row in rows)


def _parts(column: Column, cells: Sequence[Cell]) -> Sequence[str]:
    """What no line cuts: a number with its marks, each word of the others."""
    if column.numeric:
        return [" ".join((cell.text, *cell.tags)) for cell in cells]
    return " ".join(cell.text for cell in cells).split()


def _columns_left_out(whole: Table, shown: Table) -> str:
    """« 7 colonnes sur 17 », or nothing where every column is there."""
    kept, total = len(shown.columns), len(whole.columns)
    return f"{french.counted(kept, 'colonne')} sur {french.number(total)}" if kept < total else ""


def cut(table: Table, room: float, most: int) -> Table:
    """The first rows that fit, the last ones where rows are years, and the row of the reader. What
    it leaves out is said by ``left_out`` alone."""
    rows = tuple(table.rows)
    widths = _widths(replace(table, rows=rows))
    kept: list[Row] = []
    for row in foremost(table):
        room -= _height(row, widths)
        if len(kept) >= FEWEST and (room < 0 or len(kept) >= most):
            break
        kept.append(row)
    return replace(table, rows=_in_order(rows, kept), notes=(), total=0)


def foremost(table: Table) -> tuple[Row, ...]:
    """The rows of a table that may be cut: that of the reader first, the last years before the
    others."""
    rows = tuple(table.rows)
    years = bool(table.columns) and table.columns[0].label == YEAR and _rising(rows)
    return _current_first(rows[::-1] if years else rows)


def _rising(rows: Sequence[Row]) -> bool:
    return len(rows) > 1 and rows[0].cells[0].text < rows[-1].cells[0].text


def _current_first(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: not row.current)) if len(rows) > FEWEST else rows


def _in_order(rows: tuple[Row, ...], kept: Sequence[Row]) -> tuple[Row, ...]:
    """The rows kept as they stood; the head of a group that lost its rows goes."""
    marks = {id(row) for row in kept}
    found = [row for row in rows if id(row) in marks]
    while found and found[-1].group:
        found.pop()
    return tuple(found)


def height(table: Table) -> float:
    """What the rows of a table take."""
    widths = _widths(table)
    return sum(_height(row, widths) for row in table.rows)


def _height(row: Row, widths: Sequence[float]) -> float:
    if row.group:
        return LINE
    cells = zip(row.cells, widths, strict=True)
    return LINE * max(_wrapped(_signs(cell) / width) for cell, width in cells) + 2


def _wrapped(lines: float) -> int:
    """The lines of a cell whose words fill that many: where they wrap, each ends short."""
    return 1 if lines <= 1 else ceil(WRAPPED * lines)


def _widths(table: Table) -> list[float]:
    """Signs on a line of each column: a browser shares the width by what the columns hold."""
    rows = [row.cells for row in table.rows if not row.group]
    heads = [max(map(len, column.label.split()), default=1) for column in table.columns]
    held = zip(*rows, strict=True) if rows else [() for _ in heads]
    wanted = [max((head, *map(_signs, cells))) for head, cells in zip(heads, held, strict=True)]
    room = TABLE_SIGNS - GAP * len(wanted)
    return [sign * min(1.0, room / sum(wanted)) for sign in wanted]


def _signs(cell: Cell) -> int:
    return len(cell.text) + len(cell.note) + sum(len(tag) + 3 for tag in cell.tags)


def _title_height(title: str) -> float:
    """A title of several lines is set smaller."""
    return 21 * _lines(title, 72) if len(title) > LONG_TITLE else 30 * _lines(title, 44)


def _lines(said: str, signs: int) -> int:
    return max(1, ceil(len(said) / signs))


def sources(shown: Iterable[Exhibit]) -> tuple[str, ...]:
    """The sources of what is shown, each once, the longest form of each."""
    found = dict.fromkeys(item.source for item in shown)
    return tuple(one for one in found if not any(_holds_whole(other, one) for other in found))


def _holds_whole(source: str, other: str) -> bool:
    return source != other and source.startswith(other)


def part(whole: Table, start: int, end: int) -> str:
    """« lignes 15 à 28 sur 30 », the rows from ``start`` to before ``end``; nothing where that is
    the whole table."""
    before, shown = (sum(not row.group for row in whole.rows[:at]) for at in (start, end))
    total = whole.total or sum(not row.group for row in whole.rows)
    if shown - before in (0, total):
        return ""
    first, last, count = (french.number(rank) for rank in (before + 1, shown, total))
    return f"{whole.noun[1]} {first} à {last} sur {count}"


def left_out(whole: Table, shown: Table) -> str:
    """« 6 lignes sur 18 », or nothing where the table is whole."""
    total = whole.total or sum(not row.group for row in whole.rows)
    kept = sum(not row.group for row in shown.rows)
    if kept == total:
        return ""
    return f"{french.counted(kept, *whole.noun)} sur {french.number(total)}"

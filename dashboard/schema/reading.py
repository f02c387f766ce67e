"""Read one table of a territory: all text, each row known by its line in the file."""

from __future__ import annotations

import csv
import io
import re
from array import array
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.schema.later import completed
from dashboard.schema.packed import BLOCK, PackedRows
from dashboard.schema.problem import Problem, Unreadable
from dashboard.system import progress

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

LINE = "ligne"
"""Name of the index that holds the line of each row; the header is line 1."""

Numbered = tuple[int, list[str]]
_BREAK = re.compile("\r\n|\r|\n")


def read_table(path: Path) -> pd.DataFrame:
    """The table of that file, every cell text, indexed by its line.

    Unreadable, with its problem, for what no table can be made of: bytes that are not UTF-8,
    another separator, a row longer or shorter than the header, a column named twice.
    """
    return table_of(path.read_bytes(), path.name)


def records_of(table: pd.DataFrame) -> PackedRows:
    """The rows of a table of texts, each cell by the name of its column."""
    columns = {str(name): table[name].tolist() for name in table.columns}
    return PackedRows(columns, len(table))


def table_of(content: bytes, name: str) -> pd.DataFrame:
    """The table in those bytes, as ``read_table``, with the columns that its schema gained since;
    Unreadable calls the file ``name``."""
    rows = _rows(_text(content, name), name)
    _, header = next(rows, (0, None))
    if header is None:
        raise _refused(name, 1, "le fichier est vide.", "Il faut au moins la ligne d’en-têtes.")
    header = [cell.strip() for cell in header]
    _check_header(header, name)
    lines = array("q")
    held = PackedRows.of_cells(header, _whole(rows, len(header), name, lines))
    index = pd.Index(np.array(lines, dtype="int64"), name=LINE, dtype="int64")
    return completed(pd.DataFrame(held.columns, columns=header, index=index, dtype=str), name)


def lines_of(frame: pd.DataFrame) -> Sequence[int]:
    """The line of each row in its file, even where the table was read by other means."""
    if frame.index.name == LINE:
        found: list[int] = frame.index.tolist()
        return found
    return range(2, len(frame) + 2)


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _refused(
            name,
            line,
            "le fichier n’est pas en UTF-8.",
            "Enregistrez-le au format « CSV UTF-8 », séparateur point-virgule.",
        ) from error


def _rows(text: str, name: str) -> Iterator[Numbered]:
    """Each row that holds something, after the line that it begins at."""
    reader, line, total = _reader(text), 1, text.count("\n")
    try:
        while block := list(islice(reader, BLOCK)):
            plain = reader.line_num - line + 1 == len(block)
            heights = repeat(1) if plain else map(_height, block)
            for row, height in zip(block, heights, strict=False):
                if any(row):
                    yield line, row
                line += height
            progress.counted(name, line - 1, total)
    except csv.Error as error:
        raise _refused(
            name,
            _unclosed(text),
            "les guillemets de cette ligne ne se ferment pas.",
            "Doublez chaque guillemet qui fait partie du texte.",
        ) from error


def _reader(text: str) -> CsvReader:
    return csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)


def _height(row: list[str]) -> int:
    """How many lines of the file that row takes."""
    return 1 + sum(len(_BREAK.findall(cell)) for cell in row)


def _unclosed(text: str) -> int:
    """The line at which a row begins that cannot be read."""
    reader, before = _reader(text), 0
    with suppress(csv.Error):
        for _ in reader:
            before = reader.line_num
    return before + 1


def _whole(
    rows: Iterator[Numbered], width: int, name: str, lines: array[int]
) -> Iterator[list[str]]:
    """The cells of each row, its line being added to those; Unreadable for one that is shorter or
    longer than the header."""
    for line, row in rows:
        if len(row) != width:
            raise _wrong_length(name, line, len(row), width)
        lines.append(line)
        yield row


def _check_header(header: list[str], name: str) -> None:
    if len(header) == 1 and "," in header[0]:
        raise _refused(
            name,
            1,
            "les colonnes sont séparées par des virgules.",
            "Enregistrez le fichier avec le point-virgule comme séparateur.",
        )
    twice = next((cell for cell in header if header.count(cell) > 1), None)
    if twice is not None:
        raise _refused(name, 1, f"la colonne « {twice} » est là deux fois.", "Gardez-en une seule.")


def _wrong_length(name: str, line: int, cells: int, columns: int) -> Unreadable:
    return _refused(
        name,
        line,
        f"la ligne a {cells} cases pour {columns} colonnes.",
        "Un point-virgule manque, est de trop, ou devrait être entre guillemets.",
    )


def _refused(name: str, line: int, message: str, remedy: str) -> Unreadable:
    return Unreadable(Problem(name, line, "", "", message, remedy))

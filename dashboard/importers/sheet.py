"""A CSV or XLSX as lines of cells, each with its number, under the headers that are looked for."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import openpyxl

from dashboard.domain import french
from dashboard.importers.imported import Document, Refused, refuse
from dashboard.importers.reading import bounded, is_zip, plain, text_of, unzipped

MAX_LINES = 300_000
_HEADER_WITHIN = 30
_SEPARATORS = ";,\t|"

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The header, and each line as number and cells by header. Empty trailing columns are gone."""

    name: str
    header: tuple[str, ...]
    lines: tuple[tuple[int, Mapping[str, str]], ...]


def key(header: str) -> str:
    """A header as it is compared: letters and digits only, without accents nor case."""
    return "".join(char for char in french.fold(header) if char.isalnum())


def has_header(document: Document, is_header: Callable[[frozenset[str]], bool]) -> bool:
    """Whether one of the first 30 lines is such a header; False for bytes that cannot be read."""
    try:
        head = itertools.islice(_lines(bounded(document)), _HEADER_WITHIN)
        return any(is_header(frozenset(map(key, map(plain, cells)))) for _, cells in head)
    except Refused:
        return False


def read_sheet(document: Document, is_header: Callable[[frozenset[str]], bool]) -> Sheet | None:
    """The sheet whose header (as ``key``) satisfies the test, sought in the first 30 lines.

    None where no line is such a header. Refused where the bytes cannot be read.
    """
    lines = iter(_lines(bounded(document)))
    for number, cells in itertools.islice(lines, _HEADER_WITHIN):
        header = [plain(cell) for cell in cells]
        if is_header(frozenset(key(cell) for cell in header if cell)):
            return _sheet(document.name, header, number, lines)
    return None


def _sheet(name: str, header: list[str], number: int, lines: Iterator[Line]) -> Sheet:
    while header and not header[-1]:
        header.pop()
    named = [(rank, cell) for rank, cell in enumerate(header) if cell]
    twice = next((cell for _, cell in named if header.count(cell) > 1), "")
    if twice:
        message = f"la colonne « {twice} » est là deux fois."
        raise refuse(name, message, "Gardez-en une seule.", number)
    found = []
    for line, cells in lines:
        padded = [*cells, *[""] * (len(header) - len(cells))]
        if any(padded):
            found.append((line, {title: plain(padded[rank]) for rank, title in named}))
    return Sheet(name, tuple(cell for _, cell in named), tuple(found))


def _lines(document: Document) -> Iterator[Line]:
    rows = _of_workbook(document) if is_zip(document.content) else _of_text(document)
    for count, line in enumerate(rows):
        if count >= MAX_LINES:
            message = f"le fichier a plus de {MAX_LINES} lignes."
            raise refuse(document.name, message, "Donnez le fichier officiel d’une seule année.")
        yield line


def _of_text(document: Document) -> Iterator[Line]:
    text = text_of(document)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    before = 0
    try:
        for row in reader:
            yield before + 1, row
            before = reader.line_num
    except csv.Error as error:
        message = "cette ligne ne peut pas être découpée en colonnes."
        remedy = "Vérifiez les guillemets, ou enregistrez de nouveau en CSV."
        raise refuse(document.name, message, remedy, before + 1) from error


def _separator(text: str) -> str:
    head = text[:20_000]
    return max(_SEPARATORS, key=head.count) if any(s in head for s in _SEPARATORS) else ";"


def _of_workbook(document: Document) -> Iterator[Line]:
    unzipped(document)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                io.BytesIO(document.content), read_only=True, data_only=True
            )
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            rows = list(itertools.islice(sheet.iter_rows(values_only=True), MAX_LINES))
            book.close()
    except Exception as error:  # openpyxl raises whatever its XML meets: KeyError, TypeError…
        message = "le classeur ne peut pas être ouvert."
        remedy = "Enregistrez la feuille en CSV UTF-8, ou téléchargez-la de nouveau."
        raise refuse(document.name, message, remedy) from error
    for number, row in enumerate(rows, start=1):
        yield number, [_cell(value) for value in row]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

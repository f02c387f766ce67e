"""A CSV larger than any other, compressed or not: read line by line, for a few of its columns."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from functools import partial
from operator import itemgetter

from dashboard.domain import french
from dashboard.importers.door import pace
from dashboard.importers.door.lines import MAX_LINE
from dashboard.importers.imported import Document, refuse

MOST_BYTES = 300 * 1024 * 1024
"""Bytes of the file once decompressed: three times the addresses of the largest département."""
_GZIP = b"\x1f\x8b"
_HEAD = 2_000
"""Bytes that hold the header."""
_AGAIN = "Téléchargez-le de nouveau."


def header(document: Document) -> frozenset[str]:
    """The columns that the first line names; none for what cannot be read."""
    try:
        start = _opened(document).read1(_HEAD)
    except (OSError, EOFError, zlib.error):
        return frozenset()
    line = start.split(b"\n", 1)[0].decode("utf-8", "replace").strip("\ufeff\r")
    return frozenset(_key(cell) for cell in line.split(";"))


def is_compressed(document: Document) -> bool:
    """Whether the bytes are those of a file compressed alone."""
    return document.content.startswith(_GZIP)


def rows(document: Document, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The number and the needed cells of each line under the header. Refused for a damaged file, or
    one that swells beyond measure."""
    try:
        yield from _rows(document, needed)
    except (OSError, EOFError, zlib.error) as error:
        raise refuse(document.name, "le fichier compressé est abîmé.", _AGAIN) from error
    except UnicodeDecodeError as error:
        raise refuse(document.name, "le fichier n’est pas en UTF-8.", _AGAIN) from error
    except csv.Error as error:
        raise refuse(document.name, "une ligne ne se lit pas.", _AGAIN) from error


def _rows(document: Document, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    text = io.TextIOWrapper(_opened(document), encoding="utf-8-sig", newline="")
    reader = csv.reader(_bounded(text, document.name), delimiter=";")
    columns = [_key(cell) for cell in next(reader)]
    places = [columns.index(name) for name in needed]
    pick, last = itemgetter(*places), max(places)
    for cells in reader:
        line = reader.line_num
        pace.said(line, line)
        if any(cells):
            whole = cells if len(cells) > last else cells + [""] * (last + 1 - len(cells))
            yield line, dict(zip(needed, map(str.strip, pick(whole)), strict=True))


def _opened(document: Document) -> io.BytesIO | gzip.GzipFile:
    """The bytes of the file, decompressed where they are compressed."""
    stream = io.BytesIO(document.content)
    return gzip.GzipFile(fileobj=stream) if is_compressed(document) else stream


def _bounded(text: io.TextIOWrapper, name: str) -> Iterator[str]:
    """The lines one after the other, none read further than a line may go."""
    read = 0
    for line in iter(partial(text.readline, MAX_LINE), ""):
        read += len(line)
        if read > MOST_BYTES or len(line) == MAX_LINE:
            raise refuse(name, "le fichier est trop lourd.", "Donnez celui d’un seul département.")
        yield line


def _key(cell: str) -> str:
    """A header as it is compared: small letters, without accents."""
    return french.fold(cell.strip().strip('"'))

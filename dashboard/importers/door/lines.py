"""The lines of a table of text: counted on its bytes first, then decoded piece by piece."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from typing import TextIO

from dashboard.domain import french
from dashboard.importers.door.text import encoding_of
from dashboard.importers.imported import Document, Refused, refuse

MAX_LINES = 1_000_000
MAX_ROWS = 300_000
"""Rows of a sheet of a workbook."""
MAX_LINE = 128 * 1024
"""Bytes of one line, as the largest cell that is read; official lines have some thousands."""
_PIECE = 250_000
"""Characters of the lines that are decoded at once."""
_BESIDE = 2
"""Lines beside those: the header, and the nothing after the end of the last one."""


class DecodedLines(Iterable[str]):
    """The lines of a table of text, decoded as they are asked for, as often as they are; the first
    ones once, for each importer looks at them in turn."""

    def __init__(self, document: Document, total: int) -> None:
        """``total`` is how many lines its bytes seem to hold."""
        self.total = total
        self._document, self._encoding = document, encoding_of(document)

    def __iter__(self) -> Iterator[str]:
        """Each line; Refused on the way for more of them than a table has."""
        return chain.from_iterable(self._blocks())

    def _blocks(self) -> Iterator[list[str]]:
        yield self._first
        stream, count = self._stream(), len(self._first)
        _block(stream)
        while block := _block(stream):
            count += len(block)
            _check_count(self._document.name, count)
            yield block

    @cached_property
    def _first(self) -> list[str]:
        return _block(self._stream())

    def _stream(self) -> TextIO:
        content = io.BytesIO(self._document.content)
        return io.TextIOWrapper(content, self._encoding.name, self._encoding.errors, newline=None)


def _block(stream: TextIO) -> list[str]:
    """The next lines, without their ends; none at the end of the text."""
    text = stream.read(_PIECE) + stream.readline()
    return text.removesuffix("\n").split("\n") if text else []


def lines_of(document: Document) -> DecodedLines:
    """The lines as an editor numbers them: LF, CRLF or CR alone.

    Refused for more lines, or longer ones, than a table has, and for bytes that are no text.
    """
    found = _found(document)
    if isinstance(found, Refused):
        raise found
    return found


@lru_cache(maxsize=1)
def _found(document: Document) -> DecodedLines | Refused:
    """The last lines or their refusal are kept: each importer looks at them in turn."""
    content = document.content
    total = max(content.count(b"\n"), content.count(b"\r"))
    try:
        _check_count(document.name, total)
        _check_length(document)
        return DecodedLines(document, total + 1)
    except Refused as refusal:
        return Refused(refusal.problem)


def _check_length(document: Document) -> None:
    """Refused for a line that is too long, sought from the end of as many bytes as one may have."""
    content, start = document.content, 0
    while len(content) - start > MAX_LINE:
        end = max(content.rfind(mark, start, start + MAX_LINE + 1) for mark in (b"\n", b"\r"))
        if end < 0:
            number = len(content[:start].splitlines()) + 1
            message = f"la ligne a plus de {french.number(MAX_LINE)} octets."
            raise refuse(document.name, message, "Ce n’est pas un tableau : vérifiez-le.", number)
        start = end + 1


def _check_count(name: str, lines: int) -> None:
    if lines > MAX_LINES + _BESIDE:
        message = f"le fichier a plus de {french.number(MAX_LINES)} lignes."
        raise refuse(name, message, "Donnez le fichier officiel d’une seule année.")

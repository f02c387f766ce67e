"""A text as it is written: its lines with their ends, decoded as they are asked for."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterable, Iterator
from typing import TextIO

from dashboard.importers.door.text import MARKED, encoding_of
from dashboard.importers.imported import Document

_PIECE = 250_000
"""Characters that are decoded at once."""


class WrittenText(Iterable[str]):
    """The text of a document, read as often as it is asked for. No more than a piece of it is held
    at once."""

    def __init__(self, document: Document) -> None:
        """Refused for bytes that are no text."""
        self.name, self._content = document.name, document.content
        self._encoding = encoding_of(document)

    def __iter__(self) -> Iterator[str]:
        """Each line without its end: LF, CRLF or CR alone."""
        return map(without_end, self.lines())

    def lines(self) -> Iterator[str]:
        """Each line with its end."""
        return iter(self._stream())

    def blocks(self) -> Iterator[str]:
        """The whole text by blocks of whole lines, with their ends."""
        stream = self._stream()
        while block := stream.read(_PIECE) + stream.readline():
            yield block

    def bytes_of(self, blocks: Iterable[str]) -> bytes:
        """The bytes of what takes its place, in UTF-8, under a mark where it had one."""
        mark = "\ufeff" if self._encoding.name in MARKED else ""
        return b"".join(block.encode() for block in itertools.chain([mark], blocks))

    def _stream(self) -> TextIO:
        content = io.BytesIO(self._content)
        return io.TextIOWrapper(content, self._encoding.name, self._encoding.errors, newline="")


def without_end(line: str) -> str:
    """The line without its end."""
    return line.rstrip("\r\n")

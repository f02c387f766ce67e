"""The table that stands beside a shapefile (dBase), as the bytes of its cells."""

from __future__ import annotations

import codecs
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEAD, _FIELD = 32, 32
"""Bytes of what is said of the table, and of each of its columns."""
_LAST = b"\r"
"""What ends the list of columns."""
DELETED, LIVE = b"*", b" "
_NUMBERS = b"NFDL"
"""Types of the columns that hold no text: numbers, dates, yes or no."""

PLAIN = "iso8859-1"
"""What a table is read in that does not say it, or says what nobody knows."""
_LANGUAGES = {
    0x01: "cp437", 0x02: "cp850", 0x03: "cp1252", 0x04: "mac_roman", 0x58: "cp1252", 0x59: "cp1252",
    0x0E: "cp850", 0x1B: "cp437", 0x1D: "cp850", 0x25: "cp850", 0x37: "cp850", 0x57: PLAIN,
}  # fmt: skip
"""Those that the table itself says, by a number: what is written from left to right in Latin."""
_KNOWN = re.compile(r"utf-8|cp\d+|iso8859-\d+|mac-roman")
_ISO = re.compile(r"(?:ISO)?[ _-]*8859[ _-]*(\d{1,2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DbaseColumn:
    """A column: its name as it is written, its type, the bytes of each of its cells, of which so
    many are decimals."""

    name: bytes
    kind: bytes
    width: int
    decimals: int

    @property
    def is_text(self) -> bool:
        """Whether its cells are read as texts."""
        return self.kind not in _NUMBERS


@dataclass(frozen=True, slots=True)
class DbaseTable:
    """A table: when it was written, its language, its columns, and its records one after the other,
    each the mark of what is deleted, then its cells."""

    date: bytes
    language: int
    columns: tuple[DbaseColumn, ...]
    records: bytes
    gap: int = 0
    """Bytes of each record after its cells."""

    @property
    def width(self) -> int:
        """Bytes of a record."""
        return 1 + sum(column.width for column in self.columns) + self.gap

    def rows(self) -> Iterator[tuple[bytes, ...]]:
        """The cells of each record; none of one that is deleted."""
        ends = itertools.accumulate((column.width for column in self.columns), initial=1)
        spans = [slice(*span) for span in itertools.pairwise(ends)]
        for start in range(0, len(self.records), self.width):
            record = self.records[start : start + self.width]
            live = record[:1] != DELETED
            yield tuple(record[span] for span in spans) if live else ()


def table_of(content: bytes) -> DbaseTable | None:
    """The table of these bytes, without what nobody reads of them: a record cut short, what comes
    after the last one. None where they are no table."""
    head, width = int.from_bytes(content[8:10], "little"), int.from_bytes(content[10:12], "little")
    columns = tuple(_columns(content[_HEAD:head]))
    gap = width - 1 - sum(column.width for column in columns)
    if len(content) < head or gap < 0 or not columns:
        return None
    count = min(int.from_bytes(content[4:8], "little"), (len(content) - head) // width)
    records = content[head : head + count * width]
    return DbaseTable(content[1:4], content[29], columns, records, gap)


def _columns(told: bytes) -> Iterator[DbaseColumn]:
    for start in range(0, len(told) - _FIELD + 1, _FIELD):
        one = told[start : start + _FIELD]
        if one.startswith(_LAST):
            return
        decimals = one[17] if one[11:12] in (b"N", b"F") else 0
        yield DbaseColumn(one[:11].partition(b"\0")[0], one[11:12], one[16], decimals)


def encoding_of(table: DbaseTable, said: str | None) -> str:
    """The encoding of its texts: UTF-8 where they all are, else what the file beside it says, else
    what it says itself."""
    try:
        table.records.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        told = _LANGUAGES.get(table.language, PLAIN)
        return told if said is None else encoding_said(said)


def encoding_said(said: str) -> str:
    """The encoding of that name, which may be a number; ISO 8859-1 for what is none."""
    name = said.strip()
    if name == "65001":
        return "utf-8"
    iso, ansi = _ISO.fullmatch(name), re.fullmatch(r"(?:ANSI ?|CP)?(\d{3,5})", name, re.IGNORECASE)
    told = f"iso8859-{iso[1]}" if iso else f"cp{ansi[1]}" if ansi else name
    try:
        found = codecs.lookup(told).name
    except (LookupError, ValueError):
        return PLAIN
    return found if _KNOWN.fullmatch(found) else PLAIN

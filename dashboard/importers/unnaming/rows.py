"""The rows of a table of text without the persons of their cells, each written as it was but for
them."""

from __future__ import annotations

import io
import itertools
import re
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dashboard.importers.door.records import SEPARATORS, SourceLine, records
from dashboard.importers.imported import Refused
from dashboard.importers.personal_data import may_be_personal
from dashboard.importers.personal_headings import columns_below, may_tell_a_person
from dashboard.importers.unnaming.columns import (
    WITHIN,
    MetColumns,
    PersonalColumns,
    header_of,
    of_organisations,
    said_in,
)
from dashboard.importers.unnaming.withdrawn import WITHDRAWN, holds_nobody
from dashboard.importers.unnaming.written import WrittenText, without_end
from dashboard.importers.writing.rows import text_of_rows

TextChange = tuple[str, str]
"""A part of the text, and what takes its place; the parts follow one another."""
_QUOTE = '"'
_KEPT = 100_000
"""Cells of which it is remembered what takes their place."""
_UNQUOTED = re.compile(r'[^"]+')


@dataclass(frozen=True)
class TextTable:
    """A text as a table: its first rows under its separator."""

    text: WrittenText
    separator: str
    head: tuple[SourceLine, ...]

    @classmethod
    def of(cls, text: WrittenText) -> TextTable:
        """The text under the separator that gives its first rows, most of them, the most cells."""
        heads = ((mark, _head(text, mark)) for mark in SEPARATORS)
        return max((cls(text, mark, head) for mark, head in heads), key=TextTable._wide)

    @property
    def of_organisations(self) -> bool:
        """Whether it says how to reach organisations: nothing is taken out of it."""
        return any(of_organisations(row.cut) for row in self.head)

    @property
    def columns(self) -> PersonalColumns:
        """Its columns that hold a person, as its first rows tell them."""
        return PersonalColumns.of([row.cut for row in self.head])

    @cached_property
    def holds_persons(self) -> bool:
        """Whether a column of it may hold a person, told by its first rows or by one below."""
        return bool(self.columns.found) or any(map(self._may_name, self._lines_of_words()))

    def _lines_of_words(self) -> Iterator[str]:
        """The lines of which no cell begins with a figure: few, and a header is among them."""
        mark = re.escape(self.separator)
        figure = re.compile(rf"(?:\A|{mark})(?:[^\S{mark}]|[{_QUOTE}(+-])*+\d").search
        return (line for line in self.text if not figure(line))

    def _may_name(self, line: str) -> bool:
        """Whether the line may be a header that names such a column, wherever it stands."""
        if not may_tell_a_person(line):
            return False
        cells = line.replace(_QUOTE, "").split(self.separator)
        return bool(columns_below(said_in(cells), True))

    def changes(self, out_of: Callable[[str], str]) -> Iterator[TextChange]:
        """The whole text, part by part, ``out_of`` giving each cell without its persons. It is cut
        into rows where it must be: where a column holds a person, or a cell runs over lines."""
        out_of = lru_cache(_KEPT)(out_of)
        if self.holds_persons or self._runs_over():
            return self._by_rows(out_of)
        return self._by_blocks(out_of)

    def _wide(self) -> float:
        return statistics.median([len(row.cut) for row in self.head] or [0])

    def _runs_over(self) -> bool:
        """Whether the mark that opens a cell may be closed on another line than its own."""
        quoted = (io.StringIO(block, newline="") for block in self.text.blocks() if _QUOTE in block)
        return any(line.count(_QUOTE) % 2 for block in quoted for line in block)

    def _by_blocks(self, out_of: Callable[[str], str]) -> Iterator[TextChange]:
        for block in self.text.blocks():
            if may_be_personal(block):
                lines = io.StringIO(block, newline="")
                told = (
                    self._told(line, out_of) if may_be_personal(line) else line for line in lines
                )
                yield block, "".join(told)
            else:
                yield block, block

    def _by_rows(self, out_of: Callable[[str], str]) -> Iterator[TextChange]:
        lines, read, met = self.text.lines(), 0, MetColumns(self.columns)
        for rank, row in enumerate(self._rows()):
            blank = "".join(itertools.islice(lines, row.line - 1 - read))
            written = "".join(itertools.islice(lines, row.after - row.line + 1))
            read = row.after
            yield blank, blank
            yield written, self._row(written, row, met.at(rank), out_of)
            met.meet(rank, said_in(row.cut), bool(blank))
        rest = "".join(lines)
        yield rest, rest

    def _rows(self) -> Iterator[SourceLine]:
        """Every row; those under the header as an importer cuts them."""
        name, text, mark = self.text.name, self.text, self.separator
        rank = header_of([row.cut for row in self.head])
        if rank < 0:
            return records(name, text, mark)
        header = self.head[rank]
        below = records(name, text, mark, header.after, len(header.cut))
        return itertools.chain(self.head[: rank + 1], below)

    def _row(
        self, written: str, row: SourceLine, ranks: frozenset[int], out_of: Callable[[str], str]
    ) -> str:
        """The row without the persons of its cells, nor what its columns of these ranks hold."""
        line = without_end(written)
        end = written[len(line) :]
        told = self._withdrawn(line, row, ranks).replace("\n", end or "\n") if ranks else line
        return self._told(told + end, out_of) if may_be_personal(told) else told + end

    def _withdrawn(self, line: str, row: SourceLine, ranks: frozenset[int]) -> str:
        quoted = _QUOTE in line and bool(row.cut)
        cells = row.cut if quoted else tuple(line.split(self.separator))
        told = [_withdrawn(cell, quoted, rank in ranks) for rank, cell in enumerate(cells)]
        if told == list(cells):
            return line
        if quoted:
            return text_of_rows(((1, tuple(told)),), self.separator).removesuffix("\n")
        return self.separator.join(told)

    def _told(self, written: str, out_of: Callable[[str], str]) -> str:
        """A line, or a row of several, without its persons: none runs over what parts two cells."""
        line = without_end(written)
        parts = re.split(f"([{_QUOTE}{re.escape(self.separator)}])", line)
        return "".join(map(out_of, parts)) + written[len(line) :]


def _head(text: WrittenText, separator: str) -> tuple[SourceLine, ...]:
    """The first rows of the text, cut at that separator; none where they have too many cells."""
    try:
        return tuple(itertools.islice(records(text.name, text, separator), WITHIN))
    except Refused:
        return ()


def _withdrawn(cell: str, quoted: bool, personal: bool) -> str:
    """What stands for the cell; a mark that opens or closes it, in a line that is cut without
    regard to marks, stays where it is."""
    if not personal or holds_nobody(cell.strip(_QUOTE)):
        return cell
    return WITHDRAWN if quoted else _UNQUOTED.sub(WITHDRAWN, cell)

"""Which columns of a sheet hold who a person is, or how to reach one, whatever their cells say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.importers.personal_data import ORGANISATIONS
from dashboard.importers.personal_headings import (
    LONGEST,
    columns_below,
    is_surely_one,
    personal_columns,
)
from dashboard.importers.reading import plain
from dashboard.importers.source_table import key
from dashboard.importers.templates import TEMPLATES

WITHIN = 30
"""First rows of a sheet among which its header stands."""


@dataclass(frozen=True, slots=True)
class PersonalColumns:
    """The columns of one sheet that hold a person: ``found`` is, for each row that names some, its
    rank in the sheet, from 0, and their ranks in the row; ``header`` the rank of the header, -1
    where none is told."""

    found: tuple[tuple[int, frozenset[int]], ...] = ()
    header: int = -1

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]]) -> PersonalColumns:
        """Those of a sheet whose first rows are these, blank ones among them; no more than
        ``WITHIN`` are looked at. None of a sheet of organisations."""
        first = rows[:WITHIN]
        if any(map(of_organisations, first)):
            return cls()
        header, cut = header_of(first), list(map(_is_cut, first))
        if not any(cut):
            return cls(tuple(_of_lists(first)))
        named = ((rank, personal_columns(row)) for rank, row in enumerate(first))
        return cls(
            tuple(
                (rank, held)
                for rank, held in named
                if len(held) > 1 or (held and (rank == header or (header < 0 and cut[rank])))
            ),
            header,
        )

    def at(self, rank: int) -> frozenset[int]:
        """The ranks of the cells of that row that hold a person: each is to be ``WITHDRAWN`` unless
        it ``holds_nobody``. None of a header, nor of what stands above it."""
        if any(rank == header for header, _ in self.found):
            return frozenset()
        return frozenset().union(*(held for header, held in self.found if header < rank))


class MetColumns:
    """The columns of a sheet that hold a person, as its rows are gone through: those that its head
    tells, and those of each header that stands below."""

    def __init__(self, head: PersonalColumns, untouched: bool = False) -> None:
        """None of a sheet that is ``untouched``."""
        self._head, self._untouched = head, untouched
        self._below, self._parted = frozenset[int](), False

    def at(self, rank: int) -> frozenset[int]:
        """The ranks of the cells of that row that hold a person, once the rows above it are met."""
        return self._head.at(rank) | self._below

    def meet(self, rank: int, cells: Mapping[int, str], parted: bool = False) -> None:
        """Take note of that row of the sheet, by the ranks of its cells that are not blank;
        ``parted`` where blank rows stand between the one that was met before and it."""
        if rank > self._head.header and not self._untouched:
            self._below |= columns_below(cells, parted or self._parted)
        self._parted = len(cells) < 2


def said_in(row: Sequence[str]) -> dict[int, str]:
    """The cells of that row that are not blank, by their ranks."""
    return {rank: cell for rank, cell in enumerate(row) if cell and not cell.isspace()}


def _of_lists(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, frozenset[int]]]:
    """The cells that head a list, where each row has one: no importer reads such a sheet."""
    for rank, row in enumerate(rows):
        held = frozenset(place for place, cell in said_in(row).items() if is_surely_one(cell))
        if held:
            yield rank, held


def header_of(rows: Sequence[Sequence[str]]) -> int:
    """The rank of the first of these rows that says more than half as many different words as the
    one that says the most, two at least; -1 where none does."""
    said = [_words_of(row) for row in rows]
    most = max(said, default=0)
    ranks = (rank for rank, words in enumerate(said) if words > 1 and 2 * words > most)
    return next(ranks, -1)


def of_organisations(row: Sequence[str]) -> bool:
    """Whether that row is the header of a model that says how to reach organisations: nothing is
    taken out of its sheet."""
    keys = frozenset(key(plain(cell)) for cell in row if len(cell) <= LONGEST)
    return any(item.is_header(keys) for item in TEMPLATES if item.slug in ORGANISATIONS)


def _is_cut(row: Sequence[str]) -> bool:
    """Whether the row has several cells that are not blank."""
    return len(list(filter(str.strip, row))) > 1


def _words_of(row: Sequence[str]) -> int:
    """How many different cells of the row may be headings."""
    return len({cell for cell in row if len(cell) <= LONGEST and cell.strip()[:1].isalpha()})

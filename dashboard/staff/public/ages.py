"""How old the data of each source are, and which are awaited: from the years that the territory
holds, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from dashboard.depot import Files
from dashboard.depot.compare import readable
from dashboard.schema import TABLES
from dashboard.staff.indexes.index_shelf import IndexOf, in_memory

YEAR, SOURCE = "annee", "source"


@dataclass(frozen=True, slots=True)
class Age:
    """One source of the territory. ``years`` are those of its data, without any for places or
    outlines. ``awaited`` is the year of the data that come next by the pace so far, None where one
    year alone tells none."""

    title: str
    producer: str
    vintage: str
    years: tuple[int, ...]
    awaited: int | None

    @property
    def last(self) -> int | None:
        """The last year of its data; None where they have no year."""
        return self.years[-1] if self.years else None

    def age(self, today: int) -> int | None:
        """How many years ago that was; None where they have no year."""
        return None if self.last is None else today - self.last

    def is_late(self, today: int) -> bool:
        """Whether the data that come next are of a year that is over."""
        return self.awaited is not None and self.awaited < today


def ages(files: Files, of: IndexOf = in_memory) -> tuple[Age, ...]:
    """Every source that the territory names, those whose data are the oldest first, those without
    years last; ``of`` gives the index of each table."""
    known = _years(files, of)
    found = [
        Age(
            row.get("titre", ""),
            row.get("producteur", ""),
            row.get("millesime", ""),
            known.get(row.get("id", ""), ()),
            _awaited(known.get(row.get("id", ""), ())),
        )
        for row in readable("sources.csv", files)
    ]
    return tuple(sorted(found, key=lambda one: (one.last is None, one.last, one.title)))


def _years(files: Files, of: IndexOf) -> dict[str, tuple[int, ...]]:
    held: dict[str, set[int]] = defaultdict(set)
    for table in TABLES.values():
        if {YEAR, SOURCE} <= {*table.header}:
            for year, source in of(table, files).pairs(YEAR, SOURCE):
                if year.isdigit():
                    held[source].add(int(year))
    return {source: tuple(sorted(years)) for source, years in held.items()}


def _awaited(years: tuple[int, ...]) -> int | None:
    """The year after the last one by the longest step of late: a year that was skipped may be
    again."""
    steps = [after - before for before, after in pairwise(years)][-3:]
    return years[-1] + max(steps) if steps else None

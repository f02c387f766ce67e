"""A line drawn small beside many others: what it shows, whatever draws it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.domain.indicator import Break
from dashboard.domain.series import Series, parted

Extent = tuple[int, float, float]
"""A year, the lowest and the highest value of many territories that year."""


@dataclass(frozen=True, slots=True)
class Sparkline:
    """An indicator by year, drawn small beside many: a few quarters, their references.

    ``span`` are the first and the last year of them all; the ``chosen`` quarters stand out.
    ``extents`` are the lowest and the highest
    value of each year where the quarters are too many to be drawn one by one, cut by ``breaks``.
    """

    quarters: tuple[Series, ...]
    references: tuple[Series, ...]
    span: tuple[int, int]
    chosen: tuple[str, ...] = ()
    extents: tuple[Extent, ...] = ()
    breaks: tuple[Break, ...] = ()
    looks: Mapping[str, int] = field(default_factory=dict)

    @property
    def values(self) -> tuple[float, ...]:
        """Every number that is drawn."""
        lines = (*self.quarters, *self.references)
        ends = tuple(value for _, low, high in self.extents for value in (low, high))
        return (*(float(p.value or 0) for line in lines for p in line.known), *ends)

    @property
    def years(self) -> tuple[int, ...]:
        """Every year that is drawn, in order."""
        lines = (*self.quarters, *self.references)
        drawn = {point.year for line in lines for point in line.known}
        return tuple(sorted(drawn | {year for year, _, _ in self.extents}))

    @property
    def stretches(self) -> tuple[tuple[Extent, ...], ...]:
        """The runs of extents that may be joined: cut at each break and at each missing year."""
        runs: list[list[Extent]] = []
        for item in self.extents:
            before = runs[-1][-1][0] if runs else item[0] - 2
            joined = item[0] - before == 1 and not parted(self.breaks, before, item[0])
            if joined:
                runs[-1].append(item)
            else:
                runs.append([item])
        return tuple(tuple(run) for run in runs)

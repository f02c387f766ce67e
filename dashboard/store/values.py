"""Indicator values: one observation, one series, where a quarter stands."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import Any

import numpy as np

from dashboard import catalogue
from dashboard.domain.indicator import Break, Indicator, Observation, Status
from dashboard.domain.scale import Scale
from dashboard.domain.series import Gap, Series, Standing, YearValue
from dashboard.domain.territory import Territory
from dashboard.store import reading
from dashboard.store.archive import Archive
from dashboard.store.places import Places
from dashboard.store.reading import ABSENT, Flags, Reading


@dataclass(frozen=True)
class Values:
    """Questions about indicators. Nothing is computed that was not published."""

    archive: Archive
    places: Places

    @cached_property
    def _axes(self) -> dict[str, Any]:
        axes: dict[str, Any] = self.archive.axes["values"]
        return {
            "indicator": {slug: i for i, slug in enumerate(axes["indicators"])},
            "territory": {code: i for i, code in enumerate(axes["territories"])},
            "years": tuple(axes["years"]),
            "statuses": tuple(Status(item) for item in axes["statuses"]),
            "steps": tuple(axes["steps"]),
            "origins": tuple(tuple(item) for item in axes["origins"]),
        }

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of the catalogue that hold at least one value here."""
        status = self.archive.arrays["status"]
        rank = self._axes["indicator"]
        return tuple(
            item
            for item in catalogue.INDICATORS
            if item.slug in rank and bool((status[rank[item.slug]] != ABSENT).any())
        )

    def observation(self, indicator: Indicator, code: str, year: int) -> Observation | None:
        """The value of that year, or its absence with the reason; None where no row exists."""
        axes, arrays = self._axes, self.archive.arrays
        if year not in axes["years"] or code not in axes["territory"]:
            return None
        at = (
            axes["indicator"][indicator.slug],
            axes["territory"][code],
            axes["years"].index(year),
        )
        status = int(arrays["status"][at])
        if status == ABSENT:
            return None
        value, origin = float(arrays["value"][at]), self._origins[int(arrays["origin"][at])]
        known = None if math.isnan(value) else value
        step = axes["steps"][int(arrays["step"][at])]
        return Observation(
            code, indicator.slug, year, known, axes["statuses"][status], *origin, step
        )

    def column(self, indicator: Indicator, codes: Sequence[str], year: int | None) -> Reading:
        """What is published of each of those territories that year."""
        axes = self._axes
        if year is None or year not in axes["years"]:
            return reading.nothing(len(codes))
        at = (axes["indicator"][indicator.slug], slice(None), axes["years"].index(year))
        found = [self.archive.arrays[name][at].tolist() for name in ("value", "status", "step")]
        ranks = [axes["territory"].get(code, -1) for code in codes]
        return reading.of(found, ranks, axes["statuses"], axes["steps"])

    def scale(self, indicator: Indicator, codes: Iterable[str]) -> Scale | None:
        """All that is published of those territories, whatever the year; None where nothing is."""
        axes = self._axes
        at = axes["indicator"][indicator.slug]
        rows = [axes["territory"][code] for code in codes if code in axes["territory"]]
        held = (self.archive.arrays[name][at][rows] for name in ("value", "step"))
        return reading.scale(tuple(held), axes["years"], axes["steps"])

    def numbers(
        self, indicator: Indicator, codes: Sequence[str], year: int | None
    ) -> list[float | None]:
        """The value of each of those territories that year; None where there is none."""
        return self.column(indicator, codes, year).values

    @cached_property
    def _origins(self) -> list[tuple[str, str]]:
        """The source of each kind of row, and what is noted of it."""
        return [
            (source, " · ".join(part for part in (file, note) if part))
            for source, file, note in self._axes["origins"]
        ]

    def years(self, indicator: Indicator, codes: Iterable[str]) -> tuple[int, ...]:
        """The years for which at least one of those territories has a row."""
        _, rows = self._rows(indicator, codes)
        return tuple(compress(self._axes["years"], np.logical_or.reduce(rows, axis=0)))

    def measured(self, indicator: Indicator, codes: Iterable[str]) -> tuple[str, ...]:
        """Those of these territories that have a row, whatever its year."""
        known, rows = self._rows(indicator, codes)
        return tuple(compress(known, np.logical_or.reduce(rows, axis=1)))

    def _rows(self, indicator: Indicator, codes: Iterable[str]) -> tuple[list[str], Flags]:
        status = self.archive.arrays["status"][self._axes["indicator"][indicator.slug]]
        return reading.rows_of(status, self._axes["territory"], codes)

    def highest(
        self, indicator: Indicator, codes: Sequence[str], year: int, count: int
    ) -> tuple[str, ...]:
        """The territories with the highest values of the last year up to ``year`` that is known."""
        known, axes = self._last_known(indicator, codes, year), self._axes
        if known is None:
            return ()
        at = (axes["indicator"][indicator.slug], slice(None), axes["years"].index(known))
        values = self.archive.arrays["value"][at][[axes["territory"][code] for code in codes]]
        order = np.argsort(-values, kind="stable")[:count]
        return tuple(codes[rank] for rank in order if not np.isnan(values[rank]))

    def last_year(self, indicator: Indicator, codes: Iterable[str], year: int) -> int | None:
        """The chosen year, else the last earlier one that exists, else None."""
        earlier = [item for item in self.years(indicator, codes) if item <= year]
        return earlier[-1] if earlier else None

    def last_year_of(self, indicator: Indicator, generation: str, year: int) -> int | None:
        """The same for the quarters of a generation of perimeters; None where no year has one."""
        earlier = [item for item in self.years_of(indicator, generation) if item <= year]
        return earlier[-1] if earlier else None

    def years_of(self, indicator: Indicator, generation: str) -> tuple[int, ...]:
        """The years for which at least one quarter of that generation has a row."""
        asked = (indicator.slug, generation)
        if asked not in self._known_of:
            codes = self.places.codes(generation)
            self._known_of[asked] = self.years(indicator, codes)
        return self._known_of[asked]

    @cached_property
    def _known_of(self) -> dict[tuple[str, str], tuple[int, ...]]:
        """The years of each indicator and generation that were asked: the same for every view."""
        return {}

    def last_years(self, code: str, year: int) -> dict[str, int]:
        """The last year up to ``year`` of each indicator that has a row for that territory."""
        axes, upto = self._axes, sum(item <= year for item in self._axes["years"])
        if code not in axes["territory"]:
            return {}
        known = self.archive.arrays["status"][:, axes["territory"][code], :upto] != ABSENT
        return reading.last(known, axes["indicator"], axes["years"])

    def series(self, indicator: Indicator, code: str) -> Series:
        """Every year of one territory, with the breaks that cut it."""
        territory = self.places.by_code[code]
        years = self.years(indicator, [code])
        found = [(year, self.observation(indicator, code, year)) for year in years]
        points = tuple(YearValue(year, one.value if one else None, one) for year, one in found)
        return Series(indicator, territory, points, self.breaks(indicator, (code,)))

    def breaks(self, indicator: Indicator, codes: Collection[str]) -> tuple[Break, ...]:
        """The known breaks: those of the catalogue, and those that these territories declare."""
        return reading.breaks(self.archive.document("ruptures"), indicator, codes)

    def generation(self, indicator: Indicator, year: int, over_time: bool = False) -> str:
        """The perimeters in force by that year with the most recent value up to it, of two as
        recent those with the most years; ``over_time``: the most years first."""
        known = {}
        for generation in self.places.in_force(year):
            years = [item for item in self.years_of(indicator, generation) if item <= year]
            last, count = (years[-1] if years else -1), len(years)
            known[generation] = (count, last) if over_time else (last, count)
        return max(known, key=lambda generation: known[generation], default="")

    def reference_codes(self, indicator: Indicator, generation: str = "") -> tuple[str, ...]:
        """The references with a value, the own one first; those that may stand beside quarters."""
        known = self._references.get(indicator.slug)
        if known is None:
            known = self.measured(indicator, self._wide)
            self._references[indicator.slug] = known
        by_code = self.places.by_code
        return tuple(code for code in known if by_code[code].stands_beside(generation))

    @cached_property
    def _references(self) -> dict[str, tuple[str, ...]]:
        """The references of each indicator that was asked: the same for every view."""
        return {}

    @cached_property
    def _wide(self) -> tuple[str, ...]:
        """Every territory that may be a reference, the own one first."""
        chosen = self.places.settings
        wide = [item.code for item in self.places.references() if item.kind.is_wide]
        return tuple(dict.fromkeys([chosen.reference, *chosen.epci, chosen.centre, *wide]))

    def comparator(
        self, indicator: Indicator, quarters: Sequence[str], year: int
    ) -> tuple[str, int] | None:
        """The reference to say first, and the last year up to ``year`` that both sides know.

        The agglomeration in the perimeter of the time, else the central commune. None where no
        year is shared: nothing is borrowed.
        """
        settings = self.places.settings
        here = set(self._known_years(indicator, quarters))
        best: tuple[str, int] | None = None
        for code in dict.fromkeys([settings.reference, *settings.epci, settings.centre]):
            known = self._known_years(indicator, [code]) if code in self._axes["territory"] else ()
            shared = [item for item in known if item in here and item <= year]
            if shared and (best is None or shared[-1] > best[1]):
                best = (code, shared[-1])
        return best

    def standing(
        self, indicator: Indicator, codes: Sequence[str], year: int, quarter: str | None
    ) -> Standing | None:
        """Where they stand in the last year up to ``year`` that both sides know; None without."""
        if not codes:
            return None
        other = self.comparator(indicator, codes, year)
        shown = other[1] if other else self._last_known(indicator, codes, year)
        if shown is None:
            return None
        beside = dict.fromkeys([*codes, *self._beside(indicator, codes)])
        found = ((code, self.observation(indicator, code, shown)) for code in beside)
        entries = [(self.places.by_code[code], one) for code, one in found if one is not None]
        gap = self._gap(indicator, entries, quarter or codes[0], other[0] if other else None)
        return Standing(indicator, shown, tuple(entries), gap)

    def _beside(self, indicator: Indicator, codes: Sequence[str]) -> tuple[str, ...]:
        return self.reference_codes(indicator, self.places.by_code[codes[0]].generation)

    def _last_known(self, indicator: Indicator, codes: Sequence[str], year: int) -> int | None:
        earlier = [item for item in self._known_years(indicator, codes) if item <= year]
        return earlier[-1] if earlier else None

    def _known_years(self, indicator: Indicator, codes: Sequence[str]) -> tuple[int, ...]:
        axes = self._axes
        rows = [axes["territory"][code] for code in codes]
        values = self.archive.arrays["value"][axes["indicator"][indicator.slug]][rows]
        known = ~np.isnan(values).all(axis=0)
        return tuple(compress(axes["years"], known.tolist()))

    def _gap(
        self,
        indicator: Indicator,
        entries: list[tuple[Territory, Observation]],
        quarter: str,
        reference: str | None,
    ) -> Gap | None:
        by_code = {territory.code: (territory, found) for territory, found in entries}
        if quarter not in by_code or reference not in by_code:
            return None
        (here, mine), (there, other) = by_code[quarter], by_code[reference]
        if mine.value is None or other.value is None:
            return None
        return Gap(indicator, mine, other, here, there)

"""What a view explores: a cut, a measure, the years, what they are compared with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from dashboard import keys
from dashboard.domain import french
from dashboard.domain.cut import Cut, CutPart, Measure
from dashboard.exhibits import choose
from dashboard.keys import against
from dashboard.view import View

_NO_YEAR = (against.NOTHING, against.MEAN)
"""What may be compared with that is no year."""


@dataclass(frozen=True)
class Explored:
    """What one view explores; ``asked`` is the measure of the address, which its cut may refuse."""

    view: View
    cut: Cut
    measure: Measure
    asked: Measure

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last year chosen."""
        return self.view.selection.years

    @cached_property
    def parts(self) -> tuple[CutPart, ...]:
        """Those that have a line in these years, in order."""
        return self.cut.ranked(self.measure, *self.span)

    @cached_property
    def lined(self) -> bool:
        """Whether a part has a value for two years, hence a small line."""
        series = (self.cut.series(part, self.measure) for part in self.parts)
        return any(len([value for value in one if value is not None]) > 1 for one in series)

    @property
    def narrowed(self) -> bool:
        """Whether a filter keeps some of the parts and leaves the others."""
        return any(part.chosen for part in self.cut.parts)

    def value(self, part: CutPart) -> float | None:
        """Its measure over these years, in euros, lines, euros a head or per cent; None where
        no data say it."""
        return self.cut.value(part, self.measure, *self.span)

    def said(self, value: float | None) -> str:
        """A value of the measure as it is shown."""
        if value is None:
            return french.NOT_AVAILABLE
        if self.measure is Measure.COUNT:
            return french.number(value)
        return french.share(value) if self.measure is Measure.SHARE else french.euros(value)

    @property
    def year_beside(self) -> int | None:
        """The one year that the chosen one is compared with; None for a mean or for nothing."""
        asked = keys.AGAINST.value(self.view.selection) or against.BEFORE
        if self.why_alone or self.span[0] != self.span[1] or asked in _NO_YEAR:
            return None
        return against.year_of(self.view.store, self.view.selection)

    @property
    def why_alone(self) -> str:
        """Why nothing is compared though something is asked; empty elsewhere."""
        asked = keys.AGAINST.value(self.view.selection) or against.BEFORE
        if asked == against.NOTHING:
            return ""
        if self.span[0] != self.span[1] and not keys.AGAINST.value(self.view.selection):
            return ""
        if self.span[0] != self.span[1]:
            held = f"pas comparées à {asked}" if asked.isdigit() else "comparées à rien"
            return f"Plusieurs années sont additionnées : elles ne sont {held}."
        if asked == against.MEAN:
            return ""
        other = against.year_of(self.view.store, self.view.selection)
        if other is None:
            return f"Aucune année publiée avant {self.span[1]} : rien à comparer."
        found = self.cut.parted(self.measure, other, self.span[1])
        reason = found[0].reason if found else self._elsewhere(other)
        pair = f"{min(other, self.span[1])} et {max(other, self.span[1])}"
        return f"{pair} ne se comparent pas : {reason}." if reason else ""

    def _elsewhere(self, year: int) -> str:
        """That no part has inhabitants in the perimeters of that year, where they are counted."""
        if self.measure is not Measure.CAPITA or not self.parts:
            return ""
        held = any(part.inhabited(year, year) for part in self.parts if self.value(part))
        return "" if held else "les quartiers n’y ont pas le même périmètre"

    @property
    def beside(self) -> str:
        """What the ticks are: « 2024 », « moyenne de 2022 à 2025 »; empty where there are none."""
        if self.year_beside is not None:
            return str(self.year_beside)
        asked = keys.AGAINST.value(self.view.selection)
        if asked != against.MEAN or self.why_alone or self.span[0] != self.span[1]:
            return ""
        years = self.cut.comparable(self.measure, self.span[1])
        return f"moyenne {french.when(years).replace('en ', 'de ', 1)}"

    def compared(self, part: CutPart) -> float | None:
        """What a part is compared with, in the same unit; None where it is with nothing."""
        if self.year_beside is not None:
            return self.cut.value(part, self.measure, self.year_beside, self.year_beside)
        return self.cut.mean(part, self.measure, self.span[1]) if self.beside else None


def explored(view: View) -> Explored:
    """What the address asks; a measure that its cut does not offer gives place to the amount, and
    the view no more asks it."""
    axis = keys.CUT.value(view.selection) or keys.CUT.default
    inhabitants = choose.known(view, choose.INHABITANTS) if axis == keys.QUARTER.name else None
    found = view.store.cuts.of(view.selection, axis, inhabitants)
    asked = Measure(keys.QUANTITY.value(view.selection) or Measure.AMOUNT)
    if found.offers(asked):
        return Explored(view, found, asked, asked)
    plain = replace(view, selection=view.selection.having(keys.QUANTITY.name, None))
    return Explored(plain, found, Measure.AMOUNT, asked)

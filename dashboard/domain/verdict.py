"""What may be said of the change of a gap, and why not when it may not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain import french
from dashboard.domain.claim import Measured
from dashboard.domain.difference import Difference
from dashboard.domain.indicator import Break, Status
from dashboard.domain.series import RuleBroken, Series, ValueChange, apart

MINIMUM_YEARS = 2


class TrendVerdict(StrEnum):
    """The four answers, as a reader meets them."""

    CLOSING = "se réduit"
    STABLE = "stable"
    WIDENING = "se creuse"
    UNKNOWN = "on ne peut pas dire"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer with its reason; ``change`` is that of the gap, where two years compare.

    ``gaps`` are those that the reason says, in order: as it writes them, and of what they are.
    """

    trend: TrendVerdict
    reason: str
    change: ValueChange | None = None
    gaps: tuple[tuple[str, Measured], ...] = ()

    def __post_init__(self) -> None:
        if not self.reason:
            raise RuleBroken("un verdict dit toujours sa raison")
        if (self.change is None) != (self.trend is TrendVerdict.UNKNOWN):
            raise RuleBroken("un verdict tient à deux années qui se comparent (règle 3)")


def judge(quarter: Series, reference: Series | None, year: int) -> Verdict:
    """The change of the gap up to ``year``, over the longest stretch that no break cuts.

    Two consecutive vintages are never compared (Insee's rule for infra-communal figures).
    """
    if not any(point.year <= year for point in quarter.known):
        return Verdict(TrendVerdict.UNKNOWN, _unknown(quarter, year))
    if reference is None:
        said = "aucune référence n’est publiée pour les années connues du quartier"
        return Verdict(TrendVerdict.UNKNOWN, said)
    years = _common_years(quarter, reference, year)
    if not years:
        return Verdict(
            TrendVerdict.UNKNOWN, "le quartier et la référence n’ont pas d’année commune"
        )
    last = years[-1]
    start = [first for first in years if not _breaks(quarter, reference, first, last)]
    if start[0] > last - MINIMUM_YEARS:
        return Verdict(TrendVerdict.UNKNOWN, _why_not(quarter, reference, years))
    return _compare(quarter, reference, start[0], last)


def _unknown(quarter: Series, year: int) -> str:
    """Why nothing is known of the quarter itself: its value is secret, or is not published."""
    held = [point.observation for point in quarter.points if point.year <= year]
    if any(item is not None and item.status is Status.SECRET for item in held):
        return "la valeur du quartier est tenue secrète (« s »)"
    return f"aucune valeur du quartier n’est publiée jusqu’en {year}"


def _common_years(quarter: Series, reference: Series, year: int) -> list[int]:
    known = {point.year for point in reference.known}
    return [point.year for point in quarter.known if point.year in known and point.year <= year]


def _breaks(quarter: Series, reference: Series, first: int, last: int) -> tuple[Break, ...]:
    return quarter.parted(first, last) + reference.parted(first, last)


def _why_not(quarter: Series, reference: Series, years: list[int]) -> str:
    if len(years) == 1:
        return f"une seule année est connue du quartier et de sa référence : {years[0]}"
    found = _breaks(quarter, reference, years[0], years[-1])
    parted = sorted(set(found), key=lambda b: b.year)
    if not parted:
        return "deux années qui se suivent ne suffisent pas à mesurer une évolution (Insee)"
    method = sorted({str(item.year) for item in parted if not item.territory})
    reasons = [f"la méthode a changé en {french.listed(method)}"] if method else []
    reasons += [item.reason for item in parted if item.territory]
    return french.listed(list(dict.fromkeys(reasons)))


def _compare(quarter: Series, reference: Series, first: int, last: int) -> Verdict:
    before, after = (_gap(quarter, reference, year) for year in (first, last))
    values = before.value, after.value
    found = ValueChange(first, last, *values, quarter.breaks + reference.breaks)
    change, doubt = abs(found.after) - abs(found.before), before.margin + after.margin
    tolerance = quarter.indicator.tolerance
    lowest, highest = (_trend(bound, tolerance) for bound in (change - doubt, change + doubt))
    span = f"de {french.years(first, last).replace('-', ' à ')}"
    moved = f"{french.elide('de', before.signed)} à {after.signed}"
    sides = f"{quarter.territory.of} (référence : {reference.territory.name})"
    reason = f"{span}, l’écart {sides} passe {moved}"
    code, other = quarter.territory.code, reference.territory.code
    pairs = ((first, before), (last, after))
    said = tuple(
        (gap.signed, Measured(quarter.indicator.slug, code, year, other)) for year, gap in pairs
    )
    if lowest is highest:
        return Verdict(lowest, reason, found, said)
    years = [str(year) for year, gap in pairs if gap.margin]
    return Verdict(TrendVerdict.UNKNOWN, f"{reason}, mais {_too_small(years)}", gaps=said)


def _too_small(rounded: list[str]) -> str:
    return (
        f"la source arrondit les chiffres de {french.listed(rounded)}, et un changement aussi "
        "petit ne se lit pas"
    )


def _trend(change: float, tolerance: float) -> TrendVerdict:
    if abs(change) <= tolerance:
        return TrendVerdict.STABLE
    return TrendVerdict.WIDENING if change > 0 else TrendVerdict.CLOSING


def _gap(quarter: Series, reference: Series, year: int) -> Difference:
    return apart(quarter.indicator, quarter.point(year), reference.point(year))

"""Ages of women and men, worked out of the shares that the census publishes."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.series import RuleBroken
from dashboard.domain.territory import Territory

UNDER, MIDDLE, OVER = "Moins de 25 ans", "25 à 59 ans", "60 ans et plus"


@dataclass(frozen=True, slots=True)
class AgeBand:
    """One band of ages: women and men of these ages, out of a hundred inhabitants."""

    label: str
    women: float
    men: float


@dataclass(frozen=True, slots=True)
class Pyramid:
    """The bands of one place and year, the youngest first: all of them make a hundred."""

    place: Territory
    year: int
    bands: tuple[AgeBand, ...]

    def __post_init__(self) -> None:
        parts = [part for band in self.bands for part in (band.women, band.men)]
        if min(parts) < 0 or round(sum(parts), 6) != 100:
            raise RuleBroken("les femmes et les hommes de tous les âges font cent habitants")

    @property
    def top(self) -> float:
        """Its longest bar, for a hundred inhabitants."""
        return max(max(band.women, band.men) for band in self.bands)


@dataclass(frozen=True, slots=True)
class Shares:
    """What the census publishes, in percent: women among inhabitants, then the under 25 and the
    over 60, each among inhabitants and among women."""

    women: float
    under: float
    under_of_women: float
    over: float
    over_of_women: float


def of(place: Territory, year: int, shares: Shares) -> Pyramid:
    """The pyramid that those shares make; RuleBroken where they contradict one another."""
    young, old = (
        shares.women * part / 100 for part in (shares.under_of_women, shares.over_of_women)
    )
    under = AgeBand(UNDER, young, shares.under - young)
    over = AgeBand(OVER, old, shares.over - old)
    rest = AgeBand(
        MIDDLE,
        shares.women - young - old,
        100 - shares.women - under.men - over.men,
    )
    return Pyramid(place, year, (under, rest, over))

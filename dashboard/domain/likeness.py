"""A quarter and those of the country most like it: company, never a ranking."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.series import RuleBroken


@dataclass(frozen=True, slots=True)
class Companion:
    """A quarter of the country with the three values by which it was compared: inhabitants, youth
    index, poverty rate (per cent). ``distance`` has no unit."""

    code: str
    name: str
    communes: str
    values: tuple[float, float, float]
    distance: float


@dataclass(frozen=True, slots=True)
class Company:
    """One of our quarters beside those most like it, the nearest first.

    ``years`` are those of the three values, ``compared`` how many quarters have all three.
    """

    own: Companion
    others: tuple[Companion, ...]
    years: tuple[int, int, int]
    compared: int
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        distances = [other.distance for other in self.others]
        if not distances or distances != sorted(distances):
            raise RuleBroken("les quartiers semblables vont du plus proche au plus éloigné")
        if any(other.code == self.own.code for other in self.others):
            raise RuleBroken("un quartier n’est pas son propre semblable")

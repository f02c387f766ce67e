"""What keys ask of a publication. The Store answers it; keys know no more of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from dashboard.domain.breakdown import Breakdown
from dashboard.domain.indicator import Indicator
from dashboard.domain.option import AllowedValues
from dashboard.domain.pillar import Pillar
from dashboard.domain.selection import Selection
from dashboard.domain.settings import Settings
from dashboard.domain.territory import Territory


class PublishedPlaces(Protocol):
    """The territories of the publication."""

    @property
    def by_code(self) -> Mapping[str, Territory]:
        """Every territory by its code."""

    @property
    def generations(self) -> tuple[str, ...]:
        """The generations of perimeters, the one that was first."""

    def quarters(self, generation: str) -> tuple[Territory, ...]:
        """The quarters of a generation, in their order."""

    def in_force(self, year: int) -> tuple[str, ...]:
        """The generations in force that year."""

    @property
    def place_of(self) -> Mapping[str, int]:
        """The place of each quarter: one for the same quarter under two generations."""

    @property
    def place_names(self) -> tuple[str, ...]:
        """Of each place, the code of its oldest quarter; « non ventilé » last."""


class PublishedValues(Protocol):
    """The values of indicators."""

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Those that have a value."""


class PublishedMoney(Protocol):
    """The lines of money."""

    @property
    def holders(self) -> Mapping[str, str]:
        """The name of every holder by its slug."""

    def values(self, mark: str) -> tuple[str, ...]:
        """The values that lines bear in a column that marks them."""

    def by_pillar(self, selection: Selection) -> Breakdown:
        """The lines of a selection by pillar."""

    def pillars(self, selection: Selection) -> tuple[Pillar, ...]:
        """The pillars that a selection may show."""


class PublishedCoverage(Protocol):
    """What the sources hold and lack."""

    @property
    def money(self) -> bool:
        """Whether any line of money is published."""


class Published(Protocol):
    """One publication, as keys see it."""

    @property
    def settings(self) -> Settings:
        """The settings of the territory."""

    @property
    def choices(self) -> AllowedValues:
        """What the address may say."""

    @property
    def places(self) -> PublishedPlaces:
        """Its territories."""

    @property
    def values(self) -> PublishedValues:
        """Its indicators."""

    @property
    def money(self) -> PublishedMoney:
        """Its lines of money."""

    @property
    def coverage(self) -> PublishedCoverage:
        """What its sources hold."""

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A small table as published."""

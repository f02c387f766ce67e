"""Small values of the trade that tests share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dashboard.domain.indicator import (
    Break,
    Direction,
    Indicator,
    Observation,
    Status,
    Unit,
)
from dashboard.domain.series import Series, YearValue
from dashboard.domain.territory import Outline, Territory, TerritoryKind

MEDIAN = Indicator(
    slug="mediane",
    label="Niveau de vie médian",
    subject="le niveau de vie médian",
    definition="La moitié des habitants vit avec moins.",
    theme="revenus",
    pillars=("emploi",),
    unit=Unit.EURO,
    decimals=0,
    direction=Direction.GOOD,
    summable=False,
    low=0,
    high=100_000,
    source="insee-filosofi",
    tolerance=150,
)
RATE = replace(MEDIAN, slug="taux", unit=Unit.PERCENT, decimals=1, tolerance=1.0)
COUNT = Indicator(
    slug="population",
    label="Population",
    subject="la population",
    definition="Les habitants.",
    theme="demographie",
    pillars=(),
    unit=Unit.COUNT,
    decimals=0,
    direction=Direction.NEUTRAL,
    summable=True,
    low=0,
    high=1e6,
    source="insee-rp",
)


def quarter(code: str = "QP000001", kind: TerritoryKind = TerritoryKind.QPV) -> Territory:
    return Territory(
        code=code,
        name="Les Hauts",
        kind=kind,
        at="aux Hauts",
        of="des Hauts",
        generation="2015",
        communes=("99001",),
        outline=Outline.INDICATIVE,
    )


def reference(code: str = "999000001") -> Territory:
    return Territory(
        code, "Agglomération", TerritoryKind.EPCI, "dans l’agglomération", "de l’agglomération"
    )


def observation(
    year: int,
    value: float | None,
    code: str = "QP000001",
    indicator: Indicator = MEDIAN,
    step: float = 0.0,
) -> Observation:
    status = Status.FINAL if value is not None else Status.SECRET
    return Observation(code, indicator.slug, year, value, status, "insee-filosofi", step=step)


def series(
    values: dict[int, float | None],
    territory: Territory | None = None,
    breaks: tuple[int, ...] = (),
    indicator: Indicator = MEDIAN,
    steps: Mapping[int, float] = MappingProxyType({}),
) -> Series:
    place = territory or quarter()
    points = tuple(
        YearValue(
            year, value, observation(year, value, place.code, indicator, steps.get(year, 0.0))
        )
        for year, value in values.items()
    )
    cuts = tuple(Break(year, "la méthode a changé", "insee") for year in breaks)
    return Series(indicator, place, points, cuts)

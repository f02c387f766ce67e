"""The kinds of charts, each with the module that draws it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.charts import (
    ages,
    bars,
    distribution,
    flows,
    incomes,
    multiples,
    participations,
    quarter_map,
    ranking,
    side_by_side,
    standing,
    trend,
    waterfall,
    whereabouts,
    years,
)
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import Scene
from dashboard.domain.chart import Chart

MODULES = (
    bars,
    ranking,
    waterfall,
    years,
    trend,
    standing,
    quarter_map,
    whereabouts,
    distribution,
    participations,
    side_by_side,
    ages,
    incomes,
    multiples,
    flows,
)
KINDS: Mapping[type, ChartKind[Any]] = {module.KIND.of: module.KIND for module in MODULES}


def draw(chart: Chart) -> Scene:
    """What the chart draws; TypeError for what is no chart."""
    return _kind(chart).draw(chart)


def height(chart: Chart) -> int:
    """Pixels of the drawing, margins included; TypeError for what is no chart."""
    return _kind(chart).height(chart)


def _kind(chart: Chart) -> ChartKind[Any]:
    kind = KINDS.get(type(chart))
    if kind is None:
        raise TypeError(f"{type(chart).__name__} n’est pas une figure")
    return kind

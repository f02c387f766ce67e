"""How tall a chart is drawn, whatever draws it."""

from __future__ import annotations

from dashboard.charts import kinds
from dashboard.domain.chart import Chart

NOTHING = 120
"""Pixels of the sentence that stands where nothing can be drawn."""


def height(chart: Chart | None) -> int:
    """Pixels of the drawing, margins included; those of a sentence where there is none."""
    return NOTHING if chart is None else kinds.height(chart)

"""A sample of each kind of chart, for who draws: « python -m dashboard atelier » shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dashboard.charts import demo_money, demo_places
from dashboard.charts.demo_money import ShownChart

FIGURES: Mapping[str, Callable[[], ShownChart]] = {
    "ages": demo_places.ages,
    "bars": demo_money.bars,
    "distribution": demo_places.distribution,
    "flows": demo_money.flows,
    "incomes": demo_places.incomes,
    "multiples": demo_money.multiples,
    "participations": demo_places.participations,
    "quarter_map": demo_places.quarter_map,
    "ranking": demo_money.ranking,
    "side_by_side": demo_places.side_by_side,
    "standing": demo_places.standing,
    "trend": demo_places.trend,
    "waterfall": demo_money.waterfall,
    "whereabouts": demo_places.whereabouts,
    "years": demo_money.years,
}
"""A chart by the module that draws it."""

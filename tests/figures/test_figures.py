"""What figures draw: the names, the order, the gaps, the marks; never the whole JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.figures import bars, people, quarter_map, standing, trend, years
from tests.figures import samples

Figure = Mapping[str, Any]


def figures() -> dict[str, Figure]:
    lines = samples.trend_series()
    return {
        "trend": trend.draw(lines, [], 2018, None),
        "standing": standing.draw(samples.standing()),
        "years": years.draw(samples.grid(), "amount", 2022, 2022, None),
        "years-count": years.draw(samples.grid(), "count", 2020, 2022, None),
        "bars": bars.draw(samples.breakdown(), samples.NOUN),
        "map": quarter_map.draw(samples.place_map(), samples.BACKGROUND),
        "people": people.draw(samples.people()),
    }


@pytest.mark.parametrize("name", figures())
def test_every_figure_fits_the_schema_of_plotly_and_is_plain_json(name: str) -> None:
    figure = figures()[name]
    go.Figure(figure)
    assert json.loads(json.dumps(figure)) == figure


@pytest.mark.parametrize("name", figures())
def test_every_figure_is_lean_and_draws_the_same_twice(name: str) -> None:
    figure = figures()[name]
    assert "template" not in figure["layout"]
    assert len(json.dumps(figure)) < 12_000
    assert figures()[name] == figure


@pytest.mark.parametrize("name", figures())
def test_nothing_can_be_dragged_and_no_legend_is_needed(name: str) -> None:
    layout = figures()[name]["layout"]
    assert layout["dragmode"] is False
    assert layout["showlegend"] is False

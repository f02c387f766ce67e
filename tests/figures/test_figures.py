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
        "bars": bars.draw(samples.breakdown(), "amount"),
        "map": quarter_map.draw(samples.place_map(), samples.BACKGROUND),
        "people": people.draw(samples.people()),
    }


def notes(figure: Figure) -> str:
    return " ".join(str(item["text"]) for item in figure["layout"]["annotations"])


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


def test_an_indicative_outline_is_dashed_a_secret_hatched_and_a_hidden_place_a_mark() -> None:
    traces = {trace["name"]: trace for trace in figures()["map"]["data"]}
    assert traces["Les Hauts"]["line"]["dash"] == "dash"
    assert "fillpattern" not in traces["Les Hauts"]
    assert traces["Secret"]["fillpattern"]["shape"] == "x"
    assert traces["emplacement non publié"]["x"]
    assert "Veille" not in traces


def test_every_quarter_of_the_map_can_be_clicked() -> None:
    traces = {trace["name"]: trace for trace in figures()["map"]["data"]}
    clicks = traces["quartiers"]["customdata"] + traces["emplacement non publié"]["customdata"]
    assert clicks == ["quartier=QP000001", "quartier=QP000003", "quartier=QVA-1"]


def test_the_map_has_a_scale_and_a_north() -> None:
    assert "km" in notes(figures()["map"])
    assert "N" in notes(figures()["map"])


def test_a_masked_count_has_no_bar_and_says_s() -> None:
    planned, real = figures()["people"]["data"]
    assert real["x"] == [98, 0]
    assert real["text"][1] == "Réel\u00a0: s"
    assert planned["marker"]["pattern"]["shape"] == "/"

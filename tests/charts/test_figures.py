"""What figures draw: the names, the order, the gaps, the marks; never the whole JSON."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import plotly.graph_objects as go
import pytest

from dashboard.charts import kinds, plotly
from dashboard.charts.height import height
from dashboard.charts.svg import to_svg
from dashboard.domain.chart import (
    Ages,
    Bars,
    Chart,
    Groups,
    Incomes,
    Ladder,
    Level,
    PlaceMap,
    Shift,
    SideBySide,
    Trend,
    Waterfall,
    Years,
)
from dashboard.pages import router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.words import tokens
from tests.charts import samples
from tests.test_gallery import BY_SLUG, DRAWN, params, street

Figure = Mapping[str, Any]

CHARTS: dict[str, Chart] = {
    "trend": Trend(tuple(samples.trend_series()), (), 2018),
    "standing": Ladder(samples.standing()),
    "years": Years(samples.grid(), "amount", 2022, 2022),
    "years-count": Years(samples.grid(), "count", 2020, 2022),
    "bars": Bars(samples.breakdown(), samples.NOUN),
    "ranking": samples.ranking(),
    "waterfall": Waterfall(
        Level("2024", 900.0),
        (Shift("arrêtées", -400.0), Shift("incertaines", 50.0, True), Shift("commencées", 100.0)),
        Level("2025", 650.0),
    ),
    "map": PlaceMap(samples.place_map(), samples.BACKGROUND),
    "whereabouts": samples.whereabouts(),
    "strip": samples.strip(),
    "participations": Groups(samples.participations()),
    "side-by-side": SideBySide(samples.profile()),
    "ages": Ages(samples.pyramids()),
    "incomes": Incomes(samples.spread()),
    "multiples": samples.multiples(),
    "flows": samples.flows(),
}


def figures() -> dict[str, Figure]:
    return {name: plotly.figure(chart) for name, chart in CHARTS.items()}


def test_every_kind_of_chart_has_a_sample_here_and_one_module_that_draws_it() -> None:
    declared = set(get_args(Chart))
    assert {type(chart) for chart in CHARTS.values()} == declared
    assert set(kinds.KINDS) == declared
    assert len(kinds.MODULES) == len(declared)


@pytest.mark.parametrize("name", CHARTS)
def test_every_kind_of_chart_has_every_renderer(name: str) -> None:
    chart = CHARTS[name]
    assert go.Figure(plotly.figure(chart)).data
    assert height(chart) > 0
    still = ET.fromstring(to_svg(kinds.draw(chart), height(chart), "Un essai"))
    assert next(still.iter("text"), None) is not None


def test_no_renderer_draws_what_is_no_chart() -> None:
    with pytest.raises(TypeError, match="n’est pas une figure"):
        plotly.figure(object())  # type: ignore[arg-type]


def charts(store: Store) -> Iterator[Chart]:
    """The charts of every page as one first opens it, and of all that a page may be of."""
    for page in (BY_SLUG[slug] for slug in DRAWN):
        for param in params(page, store):
            view = router.view_of(page, param, f"lieu={street(store)}", store)
            yield from (item.chart for item in exhibits_of(page, view) if item.chart)


def test_the_pages_hold_every_kind_of_chart_and_no_other(chambery: Store, example: Store) -> None:
    met = {type(chart) for store in (chambery, example) for chart in charts(store)}
    assert met == set(get_args(Chart))


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


@pytest.mark.parametrize("name", figures())
def test_no_number_and_no_year_is_left_to_the_browser_to_write(name: str) -> None:
    """It would write « 10,000 » and « Sep »: every tick and every bubble comes written."""
    figure = figures()[name]
    axes = [axis for key, axis in figure["layout"].items() if key[1:5] == "axis"]
    assert axes
    for axis in axes:
        assert axis.get("visible") is False or len(axis["tickvals"]) == len(axis["ticktext"])
    for trace in figure["data"]:
        assert trace["hoverinfo"] in ("skip", "text")
        assert not {"hovertemplate", "texttemplate", "colorbar"} & set(trace)


@pytest.mark.parametrize("name", figures())
def test_every_figure_wears_the_colours_and_the_letters_of_the_page(name: str) -> None:
    layout = figures()[name]["layout"]
    assert layout["font"]["family"] == layout["hoverlabel"]["font"]["family"] == tokens.sans()
    assert layout["font"]["color"] == tokens.colour("ink-2")
    assert layout["hoverlabel"]["bgcolor"] == layout["modebar"]["bgcolor"] == tokens.colour("paper")
    assert "transition" not in layout

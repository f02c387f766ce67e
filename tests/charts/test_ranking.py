"""The explorer's figure: values at the end of bars, ticks to compare with, small lines cut."""

from __future__ import annotations

from dashboard.charts import ranking
from dashboard.charts.base import Figure
from dashboard.domain.chart import Ranking
from dashboard.words import tokens
from tests.charts.test_figures import CHARTS

CHART = CHARTS["ranking"]
assert isinstance(CHART, Ranking)
FIGURE = ranking.draw(CHART)


def traces(kind: str) -> list[Figure]:
    return [trace for trace in FIGURE["data"] if trace.get("mode", trace["type"]) == kind]


def test_each_bar_says_its_value_and_filters_where_it_can() -> None:
    [bars] = traces("bar")
    assert bars["x"] == [40.0, 10.0, 5.0]
    assert bars["customdata"] == ["pilier=emploi", "", ""]
    said = [note["text"] for note in FIGURE["layout"]["annotations"]]
    assert "<b>40\u00a0€</b>" in said


def test_what_is_not_kept_is_lighter_and_what_is_not_classed_is_hatched() -> None:
    [bars] = traces("bar")
    full, tint = tokens.colour("emploi"), tokens.colour("pilotage-tint")
    assert bars["marker"]["color"][:2] == [full, tint]
    assert bars["marker"]["pattern"]["shape"] == ["", "", "/"]


def test_a_tick_stands_where_something_is_compared_and_nowhere_else() -> None:
    ticks, _ = traces("lines")
    assert ticks["x"] == [60.0, 60.0, None]


def test_small_lines_are_cut_at_a_break_and_at_a_year_without_line() -> None:
    _, lines = traces("lines")
    assert lines["x"] == [2024, None, 2025, None, 2023, None, 2025, None, 2023, None, 2025, None]


def test_the_last_year_chosen_has_its_point() -> None:
    *_, points = traces("markers")
    assert points["x"] == [2025, 2025, 2025]


def test_a_year_between_two_gaps_has_a_small_point() -> None:
    alone, _ = traces("markers")
    assert alone["x"] == [2024, 2025, 2023, 2025, 2023, 2025]

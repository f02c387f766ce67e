"""Lines by year: cut where they must be, told apart without colour, each with its own label."""

from __future__ import annotations

import itertools
from typing import Any

from dashboard.charts import trend
from dashboard.domain.series import Series
from dashboard.domain.territory import Kind, Territory
from tests.charts import samples
from tests.domain.samples import reference, series

LINES = samples.trend_series()


def figure(*selected: str) -> dict[str, Any]:
    return trend.draw(LINES, [], 2018, selected)


def crowd(count: int) -> list[Series]:
    """Quarters that all end at nearly the same value."""
    return [
        series(
            {2018: 14_000, 2019: 14_000 + 40 * rank},
            Territory(
                f"QP00000{rank}", f"Quartier {rank}", Kind.QPV, "", "", "2015", communes=("1",)
            ),
        )
        for rank in range(count)
    ]


def test_a_line_is_cut_at_the_break_and_at_the_missing_year() -> None:
    line = figure()["data"][0]
    assert line["x"] == [2012, 2013, None, 2016, None, 2018]
    assert line["y"][2] is None


def test_the_change_of_method_is_named_once_and_drawn_at_its_year() -> None:
    named = [n for n in figure()["layout"]["annotations"] if "changement de méthode" in n["text"]]
    assert len(named) == 1
    rules = [s["x0"] for s in figure()["layout"]["shapes"] if s["line"].get("dash") == "dot"]
    assert rules == [2015.5]


def test_eight_lines_differ_by_more_than_their_colour() -> None:
    looks = [
        (trace["marker"]["symbol"], trace["line"]["dash"])
        for trace in trend.draw(crowd(8), [], 2019, ())["data"]
    ]
    assert len(set(looks)) == 8


def test_a_reference_is_told_from_the_quarters() -> None:
    (quarter, other) = trend.draw(
        LINES[:1], [series({2012: 20_000, 2013: 21_000}, reference())], 2013, ()
    )["data"]
    assert quarter["line"]["color"] != other["line"]["color"]
    assert quarter["line"]["dash"] != other["line"]["dash"]


def test_a_chosen_quarter_leaves_the_other_in_grey() -> None:
    first, second = figure("QP000002")["data"]
    assert first["line"]["color"] != second["line"]["color"]
    assert second["line"]["width"] > first["line"]["width"]


def test_a_trend_says_when_its_axis_does_not_start_at_zero() -> None:
    assert "l’axe commence à" in trend.axis_note(LINES, [])
    assert trend.axis_note([], []) == ""


def test_every_line_has_its_label_inside_the_chart_and_none_meets_another() -> None:
    lines = crowd(8)
    layout = trend.draw(lines, [], 2019, ())["layout"]
    low, high = layout["yaxis"]["range"]
    margin = layout["margin"]
    pixel = (high - low) / (trend.height(lines, []) - margin["t"] - margin["b"])
    places = sorted(n["y"] for n in layout["annotations"] if "Quartier" in n["text"])
    assert len(places) == 8
    assert low <= places[0]
    assert places[-1] <= high
    assert min(b - a for a, b in itertools.pairwise(places)) >= 30 * pixel


def test_a_label_that_had_to_move_is_tied_to_its_line() -> None:
    lines = crowd(8)
    shapes = trend.draw(lines, [], 2019, ())["layout"]["shapes"]
    ends = {line.known[-1].value for line in lines}
    assert len([s for s in shapes if s.get("y0") in ends and s["x1"] > 2019]) >= 6
    alone = trend.draw(crowd(1), [], 2019, ())["layout"]["shapes"]
    assert not [s for s in alone if s["x1"] > s["x0"] >= 2019]


def test_the_margin_holds_the_longest_label_and_no_more() -> None:
    short = trend.draw(crowd(2), [], 2019, ())["layout"]["margin"]["r"]
    long_name = Territory("QP9", "Les Hauts-de-Chambéry", Kind.QPV, "", "", "2015", communes=("1",))
    longer = trend.draw([series({2018: 1.0, 2019: 2.0}, long_name)], [], 2019, ())
    assert short < longer["layout"]["margin"]["r"] <= 160


def test_a_name_too_long_for_a_line_is_whole_on_two() -> None:
    whole = Territory("QPV", "Ensemble des quartiers prioritaires", Kind.ALL_QPV, "", "")
    drawn = trend.draw(crowd(1), [series({2019: 14_500}, whole)], 2019, ())
    said = " ".join(n["text"] for n in drawn["layout"]["annotations"])
    assert "Ensemble des quartiers<br>prioritaires" in said


def test_the_last_year_of_an_older_line_is_said() -> None:
    said = [n["text"] for n in figure()["layout"]["annotations"]]
    assert any("(2013)" in text for text in said)

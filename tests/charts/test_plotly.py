"""Plotly draws all that a scene holds, and is sent nothing that it takes by itself."""

from __future__ import annotations

from typing import Any, get_args

import plotly.graph_objects as go
import pytest

from dashboard.charts import base, plotly, svg
from dashboard.charts.plotly import to_plotly
from dashboard.charts.scene import (
    WHOLE,
    Area,
    Axis,
    Band,
    Bar,
    BarGroup,
    Margins,
    Mark,
    Note,
    Point,
    Points,
    Polyline,
    Rule,
    Scene,
    TextMark,
    Tiles,
    Word,
)
from dashboard.charts.style import Font, Hatch, Stroke, Symbol
from dashboard.domain.track import Track
from dashboard.text import text

FONT = Font(12, "#112233")
INK = Stroke("#112233", 2, "dash")
DOT = Symbol("circle", 8, "#112233")


def figure(**more: Any) -> dict[str, Any]:
    found = to_plotly(Scene(Margins(1, 2, 3, 4), (Axis(0, 1),), (Axis(0, 1),), **more))
    go.Figure(found)
    return found


def trace(mark: Mark) -> dict[str, Any]:
    (found,) = figure(marks=(mark,))["data"]
    return dict(found)


@pytest.mark.parametrize("kind", get_args(Mark))
def test_every_mark_has_its_two_painters_but_images_that_a_page_alone_shows(kind: type) -> None:
    assert (kind in plotly.marks.mark.registry) == (kind is not Tiles)
    assert kind in svg.marks.mark.registry


def test_a_bar_is_as_long_as_it_says_from_where_it_starts() -> None:
    bars = (Bar(1, 10, 30, "#aaa", INK, "a=b", "dit"), Bar(2, 0, -5, Hatch("/", "#bbb"), INK))
    (found,) = figure(bars=(BarGroup("barres", bars, 0.5),))["data"]
    assert (found["orientation"], found["y"], found["width"]) == ("h", [1, 2], 0.5)
    assert (found["base"], found["x"]) == ([10, 0], [20, -5])
    assert (found["customdata"], found["hovertext"]) == (["a=b", ""], ["dit", ""])


def test_a_hatch_of_a_bar_has_the_colour_of_the_bar() -> None:
    """Of several colours, plotly hatches each bar with its own."""
    bars = (Bar(1, 0, 1, "#aaa", INK), Bar(2, 0, 1, Hatch("/", "#bbb"), INK))
    (found,) = figure(bars=(BarGroup("barres", bars, 0.5),))["data"]
    assert found["marker"]["color"] == ["#aaa", "#bbb"]
    assert found["marker"]["pattern"]["shape"] == ["", "/"]


def test_a_bar_is_hatched_over_nothing() -> None:
    with pytest.raises(ValueError, match="pas de fond"):
        BarGroup("barres", (Bar(1, 0, 1, Hatch("/", "#aaa", "#bbb"), INK),), 0.5)


def test_a_line_is_cut_between_its_runs_and_each_point_keeps_what_it_says() -> None:
    runs = ((Point(1, 2, "annee=1", "un"), Point(2, 3)), (Point(4, 5, told="quatre"),))
    found = trace(Polyline("ligne", runs, INK, DOT))
    assert (found["x"], found["y"]) == ([1, 2, None, 4], [2, 3, None, 5])
    assert found["customdata"] == ["annee=1", "", "", ""]
    assert found["hovertext"] == ["un", "", "", "quatre"]
    assert found["mode"] == "lines+markers"


def test_points_differ_by_their_own_symbols_only_where_they_do() -> None:
    own = Symbol("square", 20, "#445566", Stroke("#778899", 3), hollow=True, opacity=0.5)
    alike = trace(Points("points", (Point(0, 0), Point(1, 1)), DOT))["marker"]
    other = trace(Points("points", (Point(0, 0), Point(1, 1, own=own)), DOT))["marker"]
    line = trace(Polyline("ligne", ((Point(0, 0), Point(1, 1, own=own)),), INK, DOT))["marker"]
    assert (alike["size"], alike["opacity"], alike["line"]["width"]) == (8, 1, 0)
    assert (other["size"], other["color"]) == ([8, 20], ["#112233", "#445566"])
    assert (other["symbol"], other["opacity"]) == (["circle", "square-open"], [1, 0.5])
    assert other["line"] == {"width": [0, 3], "color": ["#112233", "#778899"]}
    assert line == other


def test_a_hatched_area_lies_on_its_ground() -> None:
    found = trace(
        Area("surface", Track([0, 1, 0]), Track([0, 1, 1]), Hatch("x", "#aaa", "#bbb"), INK)
    )
    assert found["fillcolor"] == found["fillpattern"]["bgcolor"] == "#bbb"
    assert "fill" not in trace(Area("tour", Track([0, 1]), Track([0, 1]), "", INK))


def test_words_stand_clear_of_their_point_by_an_unseen_disc() -> None:
    word = (Word(0, 0, text("un"), FONT),)
    over = trace(TextMark("mots", word, over=11.0))
    assert (over["textposition"], over["marker"]) == ("top center", {"size": 16.0, "opacity": 0})
    assert trace(TextMark("mots", word))["textposition"] == "middle center"


def test_rules_and_bands_lie_where_they_say() -> None:
    rules = (
        Rule(0, 0, 1, 1, INK, x=WHOLE),
        Rule(0, 0, 1, 1, INK, under=True),
        Band(0, 0, 1, 1, "#aaa"),
    )
    over, under, band = figure(rules=rules)["layout"]["shapes"]
    assert (over["xref"], over.get("layer")) == ("paper", None)
    assert (under["layer"], band["layer"], band["type"]) == ("below", "below", "rect")


def test_a_label_says_its_words_and_not_its_markup() -> None:
    said = text(base.strong("Nord & Sud"), "\n<b>")
    note = Note(said, 0, 0, FONT, "left", right=6, ground="#fff", pick="quartier=a")
    (found,) = figure(notes=(note,))["layout"]["annotations"]
    assert found["text"] == "<b>Nord &amp; Sud</b><br>&lt;b&gt;"
    assert (found["name"], found["captureevents"]) == ("quartier=a", True)
    assert (found["xanchor"], found["xshift"], found["bgcolor"]) == ("left", 6, "#fff")


def test_an_axis_without_ticks_is_not_seen_and_one_of_the_whole_is_free() -> None:
    years = base.ticked(0, 1, (0.5,), (text("2016"),), Stroke("#eee"), crosses=WHOLE)
    layout = to_plotly(Scene(Margins(0, 0, 0, 0), (years,), (Axis(0, 1), Axis(0, 2, 0.5, 1))))[
        "layout"
    ]
    assert (layout["xaxis"]["anchor"], layout["xaxis"]["position"]) == ("free", 0)
    assert (layout["xaxis"]["ticktext"], layout["xaxis"]["gridcolor"]) == (["2016"], "#eee")
    assert (layout["yaxis2"]["visible"], layout["yaxis2"]["domain"]) == (False, [0.5, 1])


def test_a_map_is_as_long_across_as_up() -> None:
    layout = figure(tied=True)["layout"]
    assert (layout["yaxis"]["scaleanchor"], layout["xaxis"]["constrain"]) == ("x", "domain")
    assert "scaleanchor" not in figure()["layout"]["yaxis"]

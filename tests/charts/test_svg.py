"""The still figure says what the plotly dict says, at any width, and can be trusted as markup."""

import re
from xml.etree import ElementTree

import pytest

from dashboard.charts import bars, participations, quarter_map, standing, trend, years
from dashboard.charts.svg import to_svg
from dashboard.charts.svg_text import parse, width
from tests.charts import samples

FLUSH = {"l": 0, "r": 0, "t": 0, "b": 0}


def _svg(data, height=200, label="Figure", **layout):
    figure = {"data": data, "layout": {"margin": FLUSH, **layout}}
    return ElementTree.fromstring(to_svg(figure, height, label))


def _all(root, tag, **attributes):
    found = [item for item in root.iter(tag) if not set(attributes) - set(item.attrib)]
    return [i for i in found if all(i.get(k) == v for k, v in attributes.items())]


def _words(root):
    return ["".join(item.itertext()) for item in root.iter("text")]


def _axis(low, high, **more):
    return {"range": [low, high], "visible": False, **more}


def test_an_empty_figure_is_an_empty_svg_of_that_height():
    root = ElementTree.fromstring(to_svg({"data": [], "layout": {}}, 210, "Rien"))
    assert (root.tag, root.get("role"), root.get("height"), len(root)) == ("svg", "img", "210", 0)


@pytest.mark.parametrize("figure", [{}, {"data": None}, {"layout": None, "data": [{}]}])
def test_a_figure_that_lacks_parts_is_drawn_without_them(figure):
    assert ElementTree.fromstring(to_svg(figure, 100, "")).get("role") == "img"


def test_the_label_and_every_text_are_escaped():
    note = {"text": "a < b & <script>c</script>", "x": 0, "y": 0, "xref": "paper", "yref": "paper"}
    markup = to_svg({"data": [], "layout": {"annotations": [note]}}, 80, '« "a" » <b>')
    root = ElementTree.fromstring(markup)
    assert root.get("aria-label") == '« "a" » <b>'
    assert _words(root) == ["a < b & c"]
    assert "<script" not in markup


def test_the_margins_are_the_padding_of_the_box():
    root = _svg([], margin={"l": 52, "r": 150, "t": 26, "b": 30})
    assert "padding:26px 150px 30px 52px" in root.get("style")
    assert root.get("width") == "100%"


def test_each_value_has_one_bar_as_wide_as_it_says():
    data = [{"type": "bar", "orientation": "h", "x": [25, 100], "y": [0, 1], "width": 0.5}]
    root = _svg(data, xaxis=_axis(0, 100), yaxis=_axis(1.5, -0.5))
    drawn = [(r.get("x"), r.get("y"), r.get("width"), r.get("height")) for r in root.iter("rect")]
    assert drawn == [("0%", "12.5%", "25%", "25%"), ("0%", "62.5%", "100%", "25%")]


def test_each_value_has_one_bar_as_tall_as_it_says():
    data = [{"type": "bar", "x": [1, 2], "y": [10, 40]}]
    root = _svg(data, barmode="overlay", bargap=0.2, xaxis=_axis(0.5, 2.5), yaxis=_axis(0, 40))
    drawn = [(r.get("x"), r.get("y"), r.get("width"), r.get("height")) for r in root.iter("rect")]
    assert drawn == [("5%", "75%", "40%", "25%"), ("55%", "0%", "40%", "100%")]


def test_stacked_bars_stand_on_each_other():
    data = [{"type": "bar", "x": [1], "y": [10]}, {"type": "bar", "x": [1], "y": [30]}]
    root = _svg(data, barmode="stack", xaxis=_axis(0, 2), yaxis=_axis(0, 40))
    assert [(r.get("y"), r.get("height")) for r in root.iter("rect")] == [
        ("75%", "25%"),
        ("0%", "75%"),
    ]


def test_grouped_bars_stand_side_by_side():
    data = [{"type": "bar", "x": [1], "y": [1]}, {"type": "bar", "x": [1], "y": [1]}]
    root = _svg(data, barmode="group", bargap=0, xaxis=_axis(0.5, 1.5), yaxis=_axis(0, 1))
    assert [(r.get("x"), r.get("width")) for r in root.iter("rect")] == [
        ("0%", "50%"),
        ("50%", "50%"),
    ]


def test_a_bar_that_leads_nowhere_still_says_what_it_is_to_a_pointer():
    trace = {"type": "bar", "x": ["a", "b"], "y": [1, 2], "text": ["a : 1 €", "b : 2 €"]}
    told = {"textposition": "none", "hoverinfo": "text"}
    root = _svg([trace | told], xaxis={"type": "category"}, yaxis=_axis(0, 2))
    assert [title.text for title in _all(root, "title")] == ["a : 1 €", "b : 2 €"]
    assert not _all(_svg([trace | told | {"hoverinfo": "skip"}]), "title")


def test_a_line_is_cut_where_a_value_is_missing():
    data = [{"type": "scatter", "mode": "lines", "x": [0, 1, 2, 3, 4], "y": [0, 1, None, 1, 0]}]
    (path,) = _svg(data, xaxis=_axis(0, 4), yaxis=_axis(0, 1)).iter("path")
    assert path.get("d") == "M0,1000L250,0M750,0L1000,1000"
    assert path.get("vector-effect") == "non-scaling-stroke"


def test_a_line_is_as_tall_as_its_marks_in_a_box_that_something_stretches():
    data = [{"type": "scatter", "mode": "lines+markers", "x": [0, 1], "y": [0, 1]}]
    root = _svg(data, height=200, xaxis=_axis(0, 1), yaxis=_axis(0, 1))
    (lines,) = [item for item in root.iter("svg") if item.get("preserveAspectRatio") == "none"]
    assert lines.get("height") == "100%"
    assert [circle.get("cy") for circle in root.iter("circle")] == ["100%", "0%"]


def test_a_point_alone_has_its_mark_and_no_line():
    data = [{"type": "scatter", "mode": "lines+markers", "x": [0, 1, 2], "y": [1, None, 1]}]
    root = _svg(data, xaxis=_axis(0, 2), yaxis=_axis(0, 1))
    assert not list(root.iter("path"))
    assert [circle.get("cx") for circle in root.iter("circle")] == ["0%", "100%"]


def test_marks_and_texts_keep_their_pixels_and_are_placed_in_percent():
    data = [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [1],
            "y": [1],
            "text": ["un"],
            "textposition": "middle right",
            "textfont": {"size": 11},
            "marker": {"size": 8},
        }
    ]
    root = _svg(data, xaxis=_axis(0, 4), yaxis=_axis(0, 2))
    (circle,), (text,) = root.iter("circle"), root.iter("text")
    assert (circle.get("cx"), circle.get("cy"), circle.get("r")) == ("25%", "50%", "4")
    assert (text.get("x"), text.get("font-size"), text.get("text-anchor")) == (
        "25%",
        "11px",
        "start",
    )


def test_a_mark_of_no_opacity_is_not_drawn():
    data = [{"type": "scatter", "mode": "markers", "x": [1], "y": [1], "marker": {"opacity": 0}}]
    assert not list(_svg(data, xaxis=_axis(0, 4), yaxis=_axis(0, 2)).iter("circle"))


def test_categories_follow_the_order_said_and_not_that_of_the_data():
    axis = {"range": [-0.5, 2.5], "categoryarray": ["c", "b", "a"], "tickvals": ["a", "b", "c"]}
    data = [{"type": "bar", "x": ["a", "b", "c"], "y": [1, 2, 3], "width": 1}]
    root = _svg(data, xaxis={**axis, "showgrid": False}, yaxis=_axis(0, 3), barmode="overlay")
    assert [rect.get("x") for rect in root.iter("rect")] == ["66.667%", "33.333%", "0%"]
    places = {"".join(text.itertext()): text.get("x") for text in root.iter("text")}
    assert places == {"a": "83.333%", "b": "50%", "c": "16.667%"}


def test_categories_without_an_order_come_as_they_appear():
    data = [{"type": "bar", "x": ["b", "a"], "y": [1, 2], "width": 1}]
    root = _svg(data, yaxis=_axis(0, 3), barmode="overlay")
    assert _words(root) == ["b", "a"]


def test_a_tick_out_of_the_range_is_left_out_and_one_at_its_end_has_no_line():
    axis = {"range": [0, 10], "tickvals": [0, 5, 20], "ticktext": ["zéro", "cinq", "vingt"]}
    root = _svg([], xaxis=_axis(0, 1), yaxis={**axis, "gridcolor": "#abc", "zeroline": False})
    assert _words(root) == ["zéro", "cinq"]
    assert [line.get("y1") for line in _all(root, "line", stroke="#abc")] == ["50%"]


def test_each_band_is_drawn_in_its_domain():
    data = [
        {"type": "bar", "x": [1], "y": [1]},
        {"type": "bar", "x": [1], "y": [1], "yaxis": "y2"},
    ]
    root = _svg(
        data,
        barmode="overlay",
        xaxis=_axis(0, 2),
        yaxis=_axis(0, 1, domain=[0.5, 1]),
        yaxis2=_axis(0, 1, domain=[0, 0.25]),
    )
    assert [(r.get("y"), r.get("height")) for r in root.iter("rect")] == [
        ("0%", "50%"),
        ("75%", "25%"),
    ]


@pytest.mark.parametrize("shape", ["/", "\\", "x", "-", "|", ".", "+"])
def test_a_hatched_bar_is_filled_with_its_pattern(shape):
    pattern = {"shape": shape, "fgcolor": "#123456", "bgcolor": "#fff"}
    data = [{"type": "bar", "x": [1], "y": [1], "marker": {"color": "#fff", "pattern": pattern}}]
    root = _svg(data, xaxis=_axis(0, 2), yaxis=_axis(0, 1))
    (drawn,) = root.iter("pattern")
    assert "#123456" in ElementTree.tostring(drawn, encoding="unicode")
    assert len(_all(root, "rect", fill=f"url(#{drawn.get('id')})")) == 1


def test_a_hatched_area_is_not_stretched():
    data = [
        {
            "type": "scatter",
            "mode": "lines",
            "fill": "toself",
            "x": [0, 1, 1, 0],
            "y": [0, 0, 1, 0],
            "fillpattern": {"shape": "/", "fgcolor": "#000"},
        }
    ]
    root = _svg(data, xaxis=_axis(0, 2), yaxis=_axis(0, 1))
    (clip,), (pattern,) = root.iter("clipPath"), root.iter("pattern")
    (rect,) = _all(root, "rect", fill=f"url(#{pattern.get('id')})")
    assert rect.get("clip-path") == f"url(#{clip.get('id')})"
    assert (rect.get("width"), rect.get("height")) == ("100%", "100%")
    assert clip.find("path").get("transform") == "scale(0.001)"


def test_ids_of_two_figures_never_meet():
    made = [
        to_svg(samples_map(), 520, "Carte", f"carte-{rank}")
        + to_svg(bars_hatched(), 200, "Barres", f"barres-{rank}")
        for rank in (1, 2)
    ]
    ids = re.findall(r' id="([^"]+)"', "".join(made))
    assert len(ids) > 3
    assert len(ids) == len(set(ids))


def test_the_same_figure_is_drawn_the_same_twice():
    assert to_svg(samples_map(), 520, "Carte") == to_svg(samples_map(), 520, "Carte")


def test_a_note_keeps_bold_italic_lines_and_colours_only():
    markup = '<b>14 %</b><br><i>en</i> <span style="color:#c00">rouge</span><a href="x">lien</a>'
    lines = parse(markup)
    assert [[run.text for run in line] for line in lines] == [
        ["14 %"],
        ["en", " ", "rouge", "lien"],
    ]
    assert lines[0][0].bold
    assert lines[1][0].italic
    assert [run.colour for run in lines[1]] == ["", "", "#c00", ""]


def test_a_note_is_held_by_its_anchor_and_moved_by_its_shift():
    note = {"text": "x", "x": 1, "y": 1, "xanchor": "left", "yanchor": "bottom", "xshift": 6}
    root = _svg([], xaxis=_axis(0, 2), yaxis=_axis(0, 2), annotations=[{**note, "yshift": 3}])
    (text,) = root.iter("text")
    assert (text.get("x"), text.get("y")) == ("50%", "50%")
    assert text.get("transform") == "translate(8 -5)"
    assert (text.get("text-anchor"), text.get("dominant-baseline")) == ("start", "text-after-edge")


def test_a_note_whose_point_is_out_of_the_range_is_left_out():
    notes = [{"text": "hors", "x": 3, "y": 1}, {"text": "dedans", "x": 2, "y": 1}]
    assert _words(_svg([], xaxis=_axis(0, 2), yaxis=_axis(0, 2), annotations=notes)) == ["dedans"]


def test_a_rule_across_the_paper_crosses_every_band():
    rule = {"type": "line", "x0": 1, "x1": 1, "yref": "paper", "y0": 0, "y1": 1}
    dotted = {**rule, "line": {"color": "#777", "width": 1, "dash": "dot"}}
    (line,) = _svg([], xaxis=_axis(0, 4), yaxis=_axis(0, 1), shapes=[dotted]).iter("line")
    assert [line.get(k) for k in ("x1", "x2", "y1", "y2")] == ["25%", "25%", "100%", "0%"]
    assert line.get("stroke-dasharray") == "3,3"


def test_what_lies_below_is_drawn_first():
    rect = {"type": "rect", "x0": 0, "x1": 1, "y0": 0, "y1": 1, "fillcolor": "#eee"}
    data = [{"type": "scatter", "mode": "markers", "x": [1], "y": [1]}]
    spots = {"xaxis": _axis(0, 4), "yaxis": _axis(0, 1)}
    under = _svg(data, shapes=[{**rect, "layer": "below"}], **spots)
    over = _svg(data, shapes=[rect], **spots)
    assert [item.tag for item in under] == ["rect", "circle"]
    assert [item.tag for item in over] == ["circle", "rect"]


def test_a_map_keeps_the_ratio_of_its_window_and_its_texts_their_size():
    root = ElementTree.fromstring(to_svg(samples_map(), 520, "Carte"))
    assert "/1.16667)/2" in root.get("style")
    assert {text.get("font-size") for text in root.iter("text")} == {"12px", "13px"}
    assert all(text.get("y").endswith("%") for text in root.iter("text"))


def test_a_longer_text_is_reckoned_wider():
    assert width(parse("Les Hauts"), 12) < width(parse("Les Hauts-de-Chambéry"), 12)


def samples_map():
    return quarter_map.draw(samples.place_map(), samples.BACKGROUND)


def bars_hatched():
    return participations.draw(samples.participations())


@pytest.mark.parametrize(
    "figure",
    [
        trend.draw(samples.trend_series(), [], 2018, ()),
        standing.draw(samples.standing()),
        years.draw(samples.grid(), "amount", 2022, 2022),
        bars.draw(samples.breakdown(), samples.NOUN),
        participations.draw(samples.participations()),
        samples_map(),
    ],
    ids=["trend", "standing", "years", "bars", "people", "map"],
)
def test_every_label_of_our_figures_is_in_the_still_figure(figure):
    words = " ".join(_words(ElementTree.fromstring(to_svg(figure, 400, "Figure"))))
    borne = [text for t in figure["data"] if "text" in t.get("mode", "") for text in t["text"]]
    for text in [*(note["text"] for note in figure["layout"]["annotations"]), *borne]:
        said = re.sub("<br>", "", text)
        assert re.sub("<[^>]+>", "", said) in words

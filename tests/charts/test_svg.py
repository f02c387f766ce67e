"""The still figure draws all that its scene holds, at any width, and can be trusted as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from dashboard.charts import base, kinds
from dashboard.charts.scene import (
    WHOLE,
    Area,
    Axis,
    Band,
    Bar,
    BarGroup,
    Margins,
    Note,
    Point,
    Points,
    Polyline,
    Rule,
    Scene,
    TextMark,
    Word,
)
from dashboard.charts.style import Font, Hatch, HatchTile, Stroke, Symbol
from dashboard.charts.svg import to_svg
from dashboard.charts.svg.text import parted
from dashboard.domain.track import Track
from dashboard.text import plain, text
from tests.charts.test_figures import CHARTS

Element = ElementTree.Element
FLUSH = Margins(0, 0, 0, 0)
UNIT = (Axis(0, 1),)
FONT = Font(12, "#123")
INK = Stroke("#123", 2)
DOT = Symbol("circle", 8, "#123")


def scene(across: tuple[Axis, ...] = UNIT, up: tuple[Axis, ...] = UNIT, **more: Any) -> Scene:
    return Scene(more.pop("margins", FLUSH), across, up, **more)


def drawn(found: Scene, height: int = 200, label: str = "Figure") -> Element:
    return ElementTree.fromstring(to_svg(found, height, label))


def all_of(root: Element, tag: str, **attributes: str) -> list[Element]:
    return [i for i in root.iter(tag) if all(i.get(k) == v for k, v in attributes.items())]


def words(root: Element) -> list[str]:
    return ["".join(item.itertext()) for item in root.iter("text")]


def rects(root: Element) -> list[tuple[str | None, ...]]:
    return [tuple(r.get(k) for k in ("x", "y", "width", "height")) for r in root.iter("rect")]


def bar(at: float, end: float, **more: Any) -> Bar:
    return Bar(at, 0, end, more.pop("fill", "#123"), Stroke("#123", 0), **more)


def note(said: str, x: float, y: float, **more: Any) -> Note:
    return Note(text(said), x, y, FONT, **more)


def test_an_empty_scene_is_an_empty_svg_of_that_height() -> None:
    root = drawn(scene(), 210, "Rien")
    assert (root.tag, root.get("role"), root.get("height"), len(root)) == ("svg", "img", "210", 0)


def test_the_label_and_every_text_are_escaped() -> None:
    said = note("a < b & <script>c</script>", 0, 0, x_axis=WHOLE, y_axis=WHOLE)
    markup = to_svg(scene(notes=(said,)), 80, '« "a" » <b>')
    root = ElementTree.fromstring(markup)
    assert root.get("aria-label") == '« "a" » <b>'
    assert words(root) == ["a < b & <script>c</script>"]
    assert "<script" not in markup


def test_the_margins_are_the_padding_of_the_box() -> None:
    root = drawn(scene(margins=Margins(52, 150, 26, 30)))
    assert "padding:26px 150px 30px 52px" in str(root.get("style"))
    assert root.get("width") == "100%"


def test_each_value_has_one_bar_as_wide_as_it_says() -> None:
    group = BarGroup("", (bar(0, 25), bar(1, 100)), 0.5)
    root = drawn(scene((Axis(0, 100),), (Axis(1.5, -0.5),), bars=(group,)))
    assert rects(root) == [("0%", "12.5%", "25%", "25%"), ("0%", "62.5%", "100%", "25%")]


def test_each_value_has_one_bar_as_tall_as_it_says() -> None:
    group = BarGroup("", (bar(1, 10), bar(2, 40)), 0.8, flat=False)
    root = drawn(scene((Axis(0.5, 2.5),), (Axis(0, 40),), bars=(group,)))
    assert rects(root) == [("5%", "75%", "40%", "25%"), ("55%", "0%", "40%", "100%")]


def test_a_bar_starts_where_it_says_and_may_go_back() -> None:
    group = BarGroup("", (replace(bar(0, 30), start=10), replace(bar(1, -20), start=0)), 0.5)
    root = drawn(scene((Axis(-50, 50),), (Axis(1.5, -0.5),), bars=(group,)))
    assert [(x, wide) for x, _, wide, _ in rects(root)] == [("60%", "20%"), ("30%", "20%")]


def test_a_bar_that_leads_nowhere_still_says_what_it_is_to_a_pointer() -> None:
    group = BarGroup("", (bar(0, 1, told="a : 1 €"), bar(1, 2)), 0.5)
    root = drawn(scene(bars=(group,)))
    assert [title.text for title in root.iter("title")] == ["a : 1 €"]


def line(*runs: tuple[tuple[float, float], ...], symbol: Symbol | None = None) -> Polyline:
    return Polyline("", tuple(tuple(Point(*at) for at in run) for run in runs), INK, symbol)


def test_a_line_is_cut_between_its_runs() -> None:
    found = line(((0, 0), (1, 1)), ((3, 1), (4, 0)))
    (path,) = drawn(scene((Axis(0, 4),), marks=(found,))).iter("path")
    assert path.get("d") == "M0,1000L250,0M750,0L1000,1000"
    assert path.get("vector-effect") == "non-scaling-stroke"


def test_a_line_is_as_tall_as_its_marks_in_a_box_that_something_stretches() -> None:
    root = drawn(scene(marks=(line(((0, 0), (1, 1)), symbol=DOT),)))
    (lines,) = all_of(root, "svg", preserveAspectRatio="none")
    assert lines.get("height") == "100%"
    assert [circle.get("cy") for circle in root.iter("circle")] == ["100%", "0%"]


def test_a_point_alone_has_its_mark_and_no_line() -> None:
    root = drawn(scene((Axis(0, 2),), marks=(line(((0, 1),), ((2, 1),), symbol=DOT),)))
    assert not list(root.iter("path"))
    assert [circle.get("cx") for circle in root.iter("circle")] == ["0%", "100%"]


def test_marks_and_texts_keep_their_pixels_and_are_placed_in_percent() -> None:
    found = Points("", (Point(1, 1, word="un"),), DOT, Font(11, "#123"))
    root = drawn(scene((Axis(0, 4),), (Axis(0, 2),), marks=(found,)))
    (circle,), (word,) = root.iter("circle"), root.iter("text")
    assert (circle.get("cx"), circle.get("cy"), circle.get("r")) == ("25%", "50%", "4")
    said = (word.get("x"), word.get("font-size"), word.get("text-anchor"))
    assert said == ("25%", "11px", "middle")


@pytest.mark.parametrize("shape", ["square", "diamond", "triangle-up", "triangle-down"])
def test_a_hollow_mark_is_its_ring_alone(shape: Any) -> None:
    symbol = Symbol(shape, 8, "#456", Stroke("#456", 2), hollow=True)
    root = drawn(scene(marks=(Points("", (Point(0, 0),), symbol),)))
    (path,) = root.iter("path")
    look = (path.get("fill"), path.get("stroke"), path.get("stroke-width"))
    assert look == ("none", "#456", "2")


def test_an_unseen_mark_is_drawn_only_to_be_pressed() -> None:
    unseen = replace(DOT, opacity=0)
    points = (Point(0, 0), Point(1, 1, pick="quartier=a"))
    (circle,) = drawn(scene(marks=(Points("", points, unseen),))).iter("circle")
    assert (circle.get("fill"), circle.get("pointer-events")) == ("none", "all")


def test_marks_that_a_pointer_alone_finds_are_left_to_plotly() -> None:
    found = Points("", (Point(0, 0, "a=b", "dit"),), DOT, pointed=True)
    assert len(drawn(scene(marks=(found,)))) == 0


def test_words_stand_over_their_points_or_on_them() -> None:
    word = Word(0.5, 0.5, text("un"), FONT)
    over, on = TextMark("", (word,), over=0), TextMark("", (word,))
    moves = [
        next(drawn(scene(marks=(found,))).iter("text")).get("transform") for found in (over, on)
    ]
    assert moves == ["translate(0 -3)", "translate(0 3)"]


def test_a_tick_out_of_the_range_is_left_out_and_one_at_its_end_has_no_line() -> None:
    labels = [text(said) for said in ("zéro", "cinq", "vingt")]
    axis = base.ticked(0, 10, (0, 5, 20), labels, Stroke("#abc"))
    root = drawn(scene(up=(axis,)))
    assert words(root) == ["zéro", "cinq"]
    assert [item.get("y1") for item in all_of(root, "line", stroke="#abc")] == ["50%"]


def test_ticks_stand_at_the_start_of_the_axis_that_theirs_crosses() -> None:
    bands = (Axis(0, 1, 0.5, 1), Axis(0, 1, 0, 0.4))
    places = []
    for crosses in (0, 1, WHOLE):
        axis = base.ticked(0, 1, (0.5,), (text("milieu"),), crosses=crosses)
        places.append(next(drawn(scene((axis,), bands)).iter("text")).get("y"))
    assert places == ["50%", "100%", "100%"]


def test_each_band_is_drawn_in_its_part() -> None:
    bands = (Axis(0, 1, 0.5, 1), Axis(0, 1, 0, 0.25))
    groups = tuple(BarGroup("", (bar(1, 1),), 1, flat=False, y=rank) for rank in (0, 1))
    root = drawn(scene((Axis(0, 2),), bands, bars=groups))
    assert [(y, tall) for _, y, _, tall in rects(root)] == [("0%", "50%"), ("75%", "25%")]


@pytest.mark.parametrize("shape", ["/", "\\", "x"])
def test_a_hatched_bar_is_filled_with_its_pattern(shape: HatchTile) -> None:
    group = BarGroup("", (bar(0, 1, fill=Hatch(shape, "#123456")),), 1)
    root = drawn(scene(bars=(group,)))
    (pattern,) = root.iter("pattern")
    assert "#123456" in ElementTree.tostring(pattern, encoding="unicode")
    assert len(all_of(root, "rect", fill=f"url(#{pattern.get('id')})")) == 1


def area(fill: str | Hatch, ring: Stroke = INK) -> Area:
    return Area("", Track([0, 1, 1, 0]), Track([0, 0, 1, 0]), fill, ring)


def test_an_area_is_filled_then_drawn_around() -> None:
    paths = list(drawn(scene(marks=(area("#eee"),))).iter("path"))
    assert [path.get("d") for path in paths] == [
        "M0,1000L1000,1000L1000,0L0,1000Z",
        "M0,1000L1000,1000L1000,0L0,1000",
    ]
    assert [path.get("fill") for path in paths] == ["#eee", "none"]
    assert len(list(drawn(scene(marks=(area("", INK),))).iter("path"))) == 1
    assert len(list(drawn(scene(marks=(area("#eee", Stroke("#123", 0)),))).iter("path"))) == 1


def test_a_hatched_area_is_not_stretched() -> None:
    root = drawn(scene((Axis(0, 2),), marks=(area(Hatch("/", "#000"), Stroke("#123", 0)),)))
    (clip,), (pattern,) = root.iter("clipPath"), root.iter("pattern")
    (rect,) = all_of(root, "rect", fill=f"url(#{pattern.get('id')})")
    assert rect.get("clip-path") == f"url(#{clip.get('id')})"
    assert (rect.get("width"), rect.get("height")) == ("100%", "100%")
    (path,) = clip
    assert path.get("transform") == "scale(0.001)"


def test_ids_of_two_figures_never_meet() -> None:
    made = [
        to_svg(kinds.draw(CHARTS[name]), 200, "Figure", f"{name}-{rank}")
        for rank in (1, 2)
        for name in ("map", "participations")
    ]
    ids = re.findall(r' id="([^"]+)"', "".join(made))
    assert len(ids) > 3
    assert len(ids) == len(set(ids))


def test_the_same_figure_is_drawn_the_same_twice() -> None:
    one, other = (to_svg(kinds.draw(CHARTS["map"]), 520, "Carte") for _ in range(2))
    assert one == other


def test_a_text_keeps_its_lines_and_its_bold_letters() -> None:
    lines = parted(text(base.strong("14 %"), "\nen tout"))
    assert [plain(tuple(line)) for line in lines] == ["14 %", "en tout"]
    assert lines[0][0].strong
    said = Note(text(base.strong("14 %"), "\nen tout"), 0.5, 0.5, FONT)
    (found,) = drawn(scene(notes=(said,))).iter("text")
    assert [span.get("font-weight") for span in found.iter("tspan")] == [None, "bold", None]


def test_a_note_is_held_by_its_side_and_moved() -> None:
    said = note("x", 1, 1, held="left", hung="bottom", right=6, up=3)
    (found,) = drawn(scene((Axis(0, 2),), (Axis(0, 2),), notes=(said,))).iter("text")
    assert (found.get("x"), found.get("y")) == ("50%", "50%")
    assert found.get("transform") == "translate(8 -5)"
    hung = (found.get("text-anchor"), found.get("dominant-baseline"))
    assert hung == ("start", "text-after-edge")


def test_a_note_whose_point_is_out_of_the_range_is_left_out() -> None:
    found = (note("hors", 3, 1), note("dedans", 2, 1))
    assert words(drawn(scene((Axis(0, 2),), (Axis(0, 2),), notes=found))) == ["dedans"]


def test_a_rule_across_the_whole_crosses_every_band() -> None:
    rule = Rule(1, 0, 1, 1, Stroke("#777", 1, "dot"), y=WHOLE)
    (found,) = drawn(scene((Axis(0, 4),), rules=(rule,))).iter("line")
    assert [found.get(k) for k in ("x1", "x2", "y1", "y2")] == ["25%", "25%", "100%", "0%"]
    assert found.get("stroke-dasharray") == "3,3"


def test_what_lies_under_is_drawn_first() -> None:
    dot = Points("", (Point(1, 1),), DOT)
    over, under = Rule(0, 0, 1, 1, INK), Rule(0, 0, 1, 1, INK, under=True)
    rules = (over, Band(0, 0, 1, 1, "#eee"), under)
    tags = [item.tag for item in drawn(scene(marks=(dot,), rules=rules))]
    assert tags == ["rect", "line", "circle", "line"]


def test_a_map_keeps_the_ratio_of_its_window_and_its_texts_their_size() -> None:
    root = drawn(kinds.draw(CHARTS["map"]), 520)
    assert "/1.16667)/2" in str(root.get("style"))
    assert {text.get("font-size") for text in root.iter("text")} == {"12px", "13px"}
    assert all(str(text.get("y")).endswith("%") for text in root.iter("text"))


def test_the_ground_of_a_longer_label_is_wider() -> None:
    names = ("Les Hauts", "Les Hauts-de-Chambéry")
    short, long = (
        drawn(scene(notes=(note(name, 0, 0, ground="#fff"),))).find("rect") for name in names
    )
    assert short is not None
    assert long is not None
    assert float(str(short.get("width"))) < float(str(long.get("width")))


def said(found: Scene) -> Iterator[str]:
    """The words of a scene, each line of them."""
    for item in found.notes:
        yield from plain(item.text).split("\n")
    for mark in found.marks:
        for word in mark.words if isinstance(mark, TextMark) else ():
            yield plain(word.text)
    for axis in (*found.across, *found.up):
        for tick in axis.ticks.ticks if axis.ticks else ():
            yield plain(tick.label)


@pytest.mark.parametrize("name", CHARTS)
def test_every_label_of_our_figures_is_in_the_still_figure(name: str) -> None:
    found = kinds.draw(CHARTS[name])
    written = " ".join(words(drawn(found, 400)))
    assert [label for label in said(found) if label not in written] == []

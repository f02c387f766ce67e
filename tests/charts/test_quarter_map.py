"""The map: shapes by what is known of them, marks in their commune, words that never collide."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np

from dashboard.charts import map_marks, measure, quarter_map
from dashboard.charts.label_placement import Box, Spot, overlap
from dashboard.charts.map_shapes import inside
from dashboard.domain.chart import PlaceMap
from dashboard.domain.quarter_map import Background, MapArea, Outlines, QuarterMap, Shape
from dashboard.domain.territory import Kind, Outline, Territory
from dashboard.exhibits import place_map
from dashboard.store import Store
from dashboard.words import tokens
from tests.charts import samples
from tests.domain.samples import COUNT, MEDIAN, observation, quarter
from tests.views import seen

Figure = dict[str, Any]
TOWN = (((-4e3, -4e3), (8e3, -4e3), (8e3, 6e3), (-4e3, 6e3)),)
GROUND = Background(
    (("99001", TOWN),), Outlines(()), (("Grande-Commune", 500.0, 500.0),), (-5e3, -5e3, 9e3, 7e3)
)


def traces(figure: Figure) -> dict[str, Figure]:
    return {trace["name"]: trace for trace in figure["data"]}


def notes(figure: Figure) -> list[Figure]:
    """The labels, those that a trace bears included."""
    borne = [
        note
        for trace in figure["data"]
        if "text" in trace.get("mode", "")
        for note in _borne(trace)
    ]
    return [*figure["layout"]["annotations"], *borne]


def _borne(trace: Figure) -> Iterator[Figure]:
    over = trace["textposition"] == "top center"
    away = trace["marker"]["size"] / 2 / 0.8 + 1 if over else 0
    places = {"yanchor": "bottom", "yshift": away} if over else {}
    for text, x, y in zip(trace["text"], trace["x"], trace["y"], strict=True):
        yield {"text": text, "x": x, "y": y, "font": trace["textfont"], **places}


def drawn() -> Figure:
    return quarter_map.draw(samples.place_map(), samples.BACKGROUND)


def watched(mark: int) -> MapArea:
    place = Territory(
        f"QVA-{mark}", f"Veille {mark}", Kind.QVA, "", "", "2015", communes=("99001",), mark=mark
    )
    return MapArea(Shape(place, Outlines(()), (500.0, 500.0)), "")


def crowded(measure_by: str = "colour") -> QuarterMap:
    """A quarter in the middle of a commune, four marks at the same place."""
    area = MapArea(
        Shape(quarter(), samples.SQUARE, (500.0, 500.0)),
        "14\u202f280\u00a0€",
        observation(2019, 14_280.0) if measure_by == "colour" else None,
        12 if measure_by == "circle" else None,
    )
    indicator = MEDIAN if measure_by == "colour" else COUNT
    return QuarterMap((area, *(watched(n) for n in range(3, 7))), measure_by, 2019, indicator)


def shared(one: Box, other: Box) -> float:
    return float(overlap(np.array(one), np.array(other)))


def words(figure: Figure, box: tuple[int, int]) -> dict[str, Box]:
    """The box of each label, in metres, where the map is drawn in that many pixels."""
    (west, east), (south, north) = (figure["layout"][name]["range"] for name in ("xaxis", "yaxis"))
    metres = max((east - west) / box[0], (north - south) / box[1])
    found = {}
    for note in notes(figure):
        spot = Spot(
            note["x"],
            note["y"],
            note.get("xanchor", "center"),
            note.get("yanchor", "middle"),
            note.get("xshift", 0),
            note.get("yshift", 0),
        )
        size = note["font"]["size"]
        lines = note["text"].split("<br>")
        wide = max(measure.width(line, size) for line in lines)
        found[note["text"]] = spot.box((wide, size * (1.3 * len(lines) - 0.3)), metres)
    return found


def discs(figure: Figure, box: tuple[int, int]) -> dict[str, Box]:
    """The square within each numbered mark, in metres, under the number that it bears."""
    (west, east), (south, north) = (figure["layout"][name]["range"] for name in ("xaxis", "yaxis"))
    half = 0.7 * map_marks.MARK * max((east - west) / box[0], (north - south) / box[1])
    trace = traces(figure).get("quartiers sans tracé", {"text": (), "x": (), "y": ()})
    spots = zip(trace["text"], trace["x"], trace["y"], strict=True)
    return {text: (x - half, y - half, x + half, y + half) for text, x, y in spots}


def test_an_indicative_outline_is_dashed_a_secret_hatched_and_a_hidden_place_a_mark() -> None:
    found = traces(drawn())
    assert found["Les Hauts"]["line"]["dash"] == "dash"
    assert "fillpattern" not in found["Les Hauts"]
    assert found["Secret"]["fillpattern"]["shape"] == "x"
    assert found["quartiers sans tracé"]["x"]
    assert "Veille" not in found


def test_a_watched_quarter_a_secret_and_no_data_have_each_their_hatch() -> None:
    value = samples.place_map()
    hidden, secret = value.areas[0], value.areas[1]
    place = replace(quarter("QVA-9", Kind.QVA), name="Veillé")
    areas = (
        replace(hidden, observation=None),
        secret,
        MapArea(Shape(place, samples.SQUARE, (500.0, 500.0)), ""),
    )
    found = traces(quarter_map.draw(replace(value, areas=areas), samples.BACKGROUND))
    shapes = [found[name]["fillpattern"]["shape"] for name in ("Les Hauts", "Secret", "Veillé")]
    assert len(set(shapes)) == 3


def test_every_quarter_of_the_map_can_be_clicked() -> None:
    figure = drawn()
    hit = [t for t in figure["data"] if t["name"] in ("quartiers", "quartiers sans tracé")]
    clicks = sorted(click for trace in hit for click in trace["customdata"])
    assert clicks == ["quartier=QP000001", "quartier=QP000003", "quartier=QVA-1"]


def test_the_map_has_a_scale_and_a_north() -> None:
    said = " ".join(note["text"] for note in notes(drawn()))
    assert "2\u00a0km" in said
    assert "N" in said


def test_no_label_touches_another_on_a_phone_nor_in_a_card() -> None:
    for by in ("colour", "circle"):
        figure = quarter_map.draw(crowded(by), GROUND)
        for box in ((358, 313), (640, 560)):
            placed = words(figure, box)
            for one, other in combinations(placed, 2):
                assert shared(placed[one], placed[other]) == 0, (by, box, one, other)


def test_no_word_of_the_map_touches_a_mark_or_another_on_the_narrowest_phone(
    chambery: Store,
) -> None:
    """Four pixels, each 45 metres wide there, are what a corner may take."""
    corner = 4 * 45.0**2
    for generation in ("2015", "2024"):
        chart = place_map.exhibit(seen(chambery, "/", f"generation={generation}")).chart
        assert isinstance(chart, PlaceMap)
        figure = quarter_map.draw(chart.quarters, chart.ground)
        placed = words(figure, (296, 259)) | discs(figure, (296, 259))
        for one, other in combinations(placed, 2):
            assert shared(placed[one], placed[other]) < corner, (generation, one, other)


def test_no_name_touches_the_count_of_a_quarter_smaller_than_it() -> None:
    def tiny(code: str, name: str, y: float, count: int) -> MapArea:
        ring = ((490.0, y - 10), (510.0, y - 10), (510.0, y + 10), (490.0, y + 10))
        place = replace(quarter(code), name=name)
        return MapArea(Shape(place, Outlines((ring,)), (500.0, y)), str(count), None, count)

    metres = 14e3 / 358
    areas = (tiny("QP000001", "Bas", 500, 0), tiny("QP000002", "Haut", 500 + 26 * metres, 1))
    ground = replace(GROUND, names=())
    figure = quarter_map.draw(QuarterMap(areas, "circle", 2019, COUNT), ground)
    placed = words(figure, (358, 313))
    assert len(placed) == 6
    for one, other in combinations(placed, 2):
        assert shared(placed[one], placed[other]) == 0, (one, other)


def test_no_word_covers_the_shape_of_a_quarter() -> None:
    figure = quarter_map.draw(crowded(), GROUND)
    for box in ((358, 313), (640, 560)):
        assert not [w for w, at in words(figure, box).items() if shared(at, (0, 0, 1e3, 1e3))]


def test_marks_stand_apart_on_a_phone_in_their_commune_under_its_name() -> None:
    figure = quarter_map.draw(crowded(), GROUND)
    marks = traces(figure)["quartiers sans tracé"]
    metres = 14e3 / 358
    assert marks["x"][1] - marks["x"][0] > (marks["marker"]["size"] + 1.5) * metres
    assert all(inside(TOWN, [(x, y)])[0] for x, y in zip(marks["x"], marks["y"], strict=True))
    (name,) = (note for note in notes(figure) if note["text"] == "Grande-Commune")
    assert (name["y"], name["yanchor"]) == (marks["y"][0], "bottom")
    assert name["yshift"] == marks["marker"]["size"] / 2


def test_an_approximate_mark_stands_beside_its_point_and_is_tied_to_it() -> None:
    area = watched(3)
    about = replace(area.shape.territory, outline=Outline.APPROXIMATE)
    area = replace(area, shape=replace(area.shape, territory=about))
    found = traces(quarter_map.draw(replace(samples.place_map(), areas=(area,)), GROUND))
    tie, disc = found["repères approximatifs"], found["quartiers sans tracé"]
    assert (tie["x"][0], tie["y"][0]) == area.shape.centre
    assert (tie["x"][1], tie["y"][1]) == (disc["x"][0], disc["y"][0])
    away = math.dist((tie["x"][0], tie["y"][0]), (tie["x"][1], tie["y"][1]))
    metres = (GROUND.window[2] - GROUND.window[0]) / 358
    assert away / metres > disc["marker"]["size"] / 2 + tie["marker"]["size"] / 2


def test_a_name_of_a_quarter_filters_as_its_shape_does() -> None:
    names = [n["name"] for n in notes(drawn()) if n["text"].startswith("<b>Les Hauts")]
    assert names == ["quartier=QP000001"]


def test_a_rate_is_a_colour_and_a_count_a_circle() -> None:
    colour = traces(quarter_map.draw(crowded(), GROUND))
    circle = traces(quarter_map.draw(crowded("circle"), GROUND))
    assert "nombre" not in colour
    assert len(circle["nombre"]["marker"]["size"]) == 1
    assert colour["Les Hauts"]["fillcolor"] == tokens.colour("class-4")


def test_the_area_of_a_circle_says_the_count() -> None:
    value = crowded("circle")
    other = replace(value.areas[0].shape, territory=quarter("QP000002"), centre=(3000.0, 0.0))
    four_times = MapArea(other, "48", None, 48)
    figure = quarter_map.draw(replace(value, areas=(*value.areas, four_times)), GROUND)
    small, large = traces(figure)["nombre"]["marker"]["size"]
    assert large == 2 * small


def test_a_map_of_too_many_quarters_names_none() -> None:
    one = crowded().areas[0]
    areas = tuple(
        replace(one, shape=replace(one.shape, territory=quarter(f"QP{n:06d}"))) for n in range(60)
    )
    figure = quarter_map.draw(QuarterMap(areas, "colour", 2019, MEDIAN), GROUND)
    assert not [n for n in notes(figure) if "Les Hauts" in n["text"]]
    assert len(traces(figure)["quartiers"]["customdata"]) == 60


def test_letters_of_a_map_are_never_under_eleven_pixels() -> None:
    assert min(note["font"]["size"] for note in notes(drawn())) >= 11


def test_a_place_that_is_known_is_not_said_to_be_unknown() -> None:
    official = replace(quarter(), outline=Outline.OFFICIAL)
    value = samples.place_map()
    first = replace(value.areas[0], shape=replace(value.areas[0].shape, territory=official))
    found = traces(quarter_map.draw(replace(value, areas=(first,)), samples.BACKGROUND))
    assert found["Les Hauts"]["line"]["dash"] == "solid"
    assert found["quartiers sans tracé"]["x"] == []


def test_the_chosen_quarter_has_a_ring_under_its_line_and_the_only_bold_name() -> None:
    value = samples.place_map()
    figure = quarter_map.draw(replace(value, chosen=(0,)), samples.BACKGROUND)
    names = [trace["name"] for trace in figure["data"]]
    own = value.areas[0].shape.territory.name
    ring = figure["data"][names.index("quartier choisi")]
    assert names.index("quartier choisi") < names.index(own)
    assert ring["line"]["width"] > traces(figure)[own]["line"]["width"]
    assert "quartier choisi" not in traces(drawn())
    bold = [note["text"] for note in notes(figure) if note["text"].startswith("<b>")]
    assert len([text for text in bold if own in text]) == 1
    others = [area.shape.territory.name for area in value.areas[1:]]
    assert not [text for text in bold if any(other in text for other in others)]


def test_the_mark_of_the_chosen_quarter_is_dark_and_still_selects_it() -> None:
    found = traces(quarter_map.draw(replace(crowded(), chosen=(2,)), GROUND))
    strong, light = found["quartier choisi"], found["quartiers sans tracé"]
    assert strong["customdata"] == ["quartier=QVA-4"]
    assert strong["marker"]["color"] == light["textfont"]["color"]
    assert "quartier=QVA-4" not in light["customdata"]
    assert len(light["customdata"]) == 3


def test_no_bubble_of_the_map_ends_on_nothing() -> None:
    place = replace(watched(3).shape.territory, outline=Outline.OFFICIAL)
    area = MapArea(Shape(place, samples.SQUARE, (500.0, 500.0)), "")
    figure = quarter_map.draw(QuarterMap((area,), "colour", 2019, MEDIAN), samples.BACKGROUND)
    bubbles = np.hstack([trace["hovertext"] for trace in figure["data"] if "hovertext" in trace])
    assert f"Veille 3\u00a0: {quarter_map.NOTHING}" in bubbles
    assert not [said for said in bubbles if said.rstrip().endswith(":")]

"""The map: shapes by what is known of them, marks in their commune, words that never collide."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import numpy as np

from dashboard.charts import map_marks, measure, quarter_map
from dashboard.charts.label_placement import LabelSpot, overlap
from dashboard.charts.map_shapes import inside
from dashboard.charts.scene import Area, Hung, Mark, Note, Points, Polyline, Scene, TextMark, Tiles
from dashboard.charts.style import Hatch
from dashboard.domain.chart import PlaceMap
from dashboard.domain.ground import Background
from dashboard.domain.quarter_map import BoundingBox, MapArea, Outlines, QuarterMap, QuarterShape
from dashboard.domain.territory import Outline, Territory, TerritoryKind
from dashboard.exhibits import place_map
from dashboard.store import Store
from dashboard.text import Span, plain
from dashboard.words import tokens
from tests.charts import samples
from tests.domain.samples import COUNT, MEDIAN, observation, quarter
from tests.views import seen
from tests.walked import some

TOWN = (((-4e3, -4e3), (8e3, -4e3), (8e3, 6e3), (-4e3, 6e3)),)
GROUND = Background(
    (("99001", TOWN),), Outlines(()), (("Grande-Commune", 500.0, 500.0),), (-5e3, -5e3, 9e3, 7e3)
)


def draw(value: QuarterMap, ground: Background = GROUND) -> Scene:
    return quarter_map.draw(PlaceMap(value, ground))


def marks(scene: Scene) -> dict[str, Mark]:
    return {mark.name: mark for mark in scene.marks if not isinstance(mark, Tiles)}


def areas(scene: Scene) -> dict[str, Area]:
    return {mark.name: mark for mark in scene.marks if isinstance(mark, Area)}


def points(scene: Scene) -> dict[str, Points]:
    return {mark.name: mark for mark in scene.marks if isinstance(mark, Points)}


def notes(scene: Scene) -> list[Note]:
    """The labels, the words of a mark included."""
    return [*scene.notes, *(note for mark in scene.marks for note in _borne(mark))]


def _borne(mark: Mark) -> list[Note]:
    if isinstance(mark, Points) and mark.font:
        return [Note((Span(point.word),), point.x, point.y, mark.font) for point in mark.points]
    if isinstance(mark, TextMark):
        hung: Hung = "middle" if mark.over is None else "bottom"
        return [Note(w.text, w.x, w.y, w.font, hung=hung, up=mark.over or 0) for w in mark.words]
    return []


def drawn() -> Scene:
    return draw(samples.place_map(), samples.BACKGROUND)


def watched(mark: int) -> MapArea:
    place = Territory(
        f"QVA-{mark}",
        f"Veille {mark}",
        TerritoryKind.QVA,
        "",
        "",
        "2015",
        communes=("99001",),
        mark=mark,
    )
    return MapArea(QuarterShape(place, Outlines(()), (500.0, 500.0)), "")


def crowded(measure_by: str = "colour") -> QuarterMap:
    """A quarter in the middle of a commune, four marks at the same place."""
    area = MapArea(
        QuarterShape(quarter(), samples.SQUARE, (500.0, 500.0)),
        "14\u202f280\u00a0€",
        observation(2019, 14_280.0) if measure_by == "colour" else None,
        12 if measure_by == "circle" else None,
    )
    indicator = MEDIAN if measure_by == "colour" else COUNT
    return QuarterMap((area, *(watched(n) for n in range(3, 7))), measure_by, 2019, indicator)


def shared(one: BoundingBox, other: BoundingBox) -> float:
    return float(overlap(np.array(one), np.array(other)))


def metres_of(scene: Scene, box: tuple[int, int]) -> float:
    """The metres of a pixel where the map is drawn in that many."""
    (x,), (y,) = scene.across, scene.up
    return max((x.high - x.low) / box[0], (y.high - y.low) / box[1])


def words(scene: Scene, box: tuple[int, int]) -> dict[str, BoundingBox]:
    """The box of each label, in metres, where the map is drawn in that many pixels."""
    metres = metres_of(scene, box)
    found = {}
    for note in notes(scene):
        spot = LabelSpot(note.x, note.y, note.held, note.hung, note.right, note.up)
        size = note.font.size
        said = plain(note.text)
        tall = size * (1.3 * len(said.split("\n")) - 0.3)
        found[said] = spot.box((measure.width(note.text, size), tall), metres)
    return found


def discs(scene: Scene, box: tuple[int, int]) -> dict[str, BoundingBox]:
    """The square within each numbered mark, in metres, under the number that it bears."""
    half = 0.7 * map_marks.MARK * metres_of(scene, box)
    found = points(scene)["quartiers sans tracé"].points
    return {p.word: (p.x - half, p.y - half, p.x + half, p.y + half) for p in found}


def test_an_indicative_outline_is_dashed_a_secret_hatched_and_a_hidden_place_a_mark() -> None:
    found = areas(drawn())
    assert found["Les Hauts"].stroke.dash == "dash"
    assert not isinstance(found["Les Hauts"].fill, Hatch)
    secret = found["Secret"].fill
    assert isinstance(secret, Hatch)
    assert secret.shape == "x"
    assert points(drawn())["quartiers sans tracé"].points
    assert "Veille" not in found


def test_a_watched_quarter_a_secret_and_no_data_have_each_their_hatch() -> None:
    value = samples.place_map()
    hidden, secret = value.areas[0], value.areas[1]
    place = replace(quarter("QVA-9", TerritoryKind.QVA), name="Veillé")
    three = (
        replace(hidden, observation=None),
        secret,
        MapArea(QuarterShape(place, samples.SQUARE, (500.0, 500.0)), ""),
    )
    found = areas(draw(replace(value, areas=three), samples.BACKGROUND))
    fills = [found[name].fill for name in ("Les Hauts", "Secret", "Veillé")]
    assert len({fill.shape for fill in fills if isinstance(fill, Hatch)}) == 3


def test_every_quarter_of_the_map_can_be_pressed() -> None:
    hit = [points(drawn())[name] for name in ("quartiers", "quartiers sans tracé")]
    picks = sorted(point.pick for mark in hit for point in mark.points)
    assert picks == ["quartier=QP000001", "quartier=QP000003", "quartier=QVA-1"]


def test_the_map_has_a_scale_and_a_north() -> None:
    said = " ".join(plain(note.text) for note in notes(drawn()))
    assert "2\u00a0km" in said
    assert "N" in said


def test_no_label_touches_another_on_a_phone_nor_in_a_card() -> None:
    for by in ("colour", "circle"):
        figure = draw(crowded(by))
        for box in ((358, 313), (640, 560)):
            placed = words(figure, box)
            for one, other in some(combinations(placed, 2)):
                assert shared(placed[one], placed[other]) == 0, (by, box, one, other)


def test_no_word_of_the_map_touches_a_mark_or_another_on_the_narrowest_phone(
    chambery: Store,
) -> None:
    """Four pixels, each 45 metres wide there, are what a corner may take."""
    corner = 4 * 45.0**2
    for generation in ("2015", "2024"):
        chart = place_map.exhibit(seen(chambery, "/", f"generation={generation}")).chart
        assert isinstance(chart, PlaceMap)
        figure = quarter_map.draw(chart)
        placed = words(figure, (296, 259)) | discs(figure, (296, 259))
        for one, other in some(combinations(placed, 2)):
            assert shared(placed[one], placed[other]) < corner, (generation, one, other)


def test_no_name_touches_the_count_of_a_quarter_smaller_than_it() -> None:
    def tiny(code: str, name: str, y: float, count: int) -> MapArea:
        ring = ((490.0, y - 10), (510.0, y - 10), (510.0, y + 10), (490.0, y + 10))
        place = replace(quarter(code), name=name)
        return MapArea(QuarterShape(place, Outlines((ring,)), (500.0, y)), str(count), None, count)

    metres = 14e3 / 358
    both = (tiny("QP000001", "Bas", 500, 0), tiny("QP000002", "Haut", 500 + 26 * metres, 1))
    ground = replace(GROUND, names=())
    figure = draw(QuarterMap(both, "circle", 2019, COUNT), ground)
    placed = words(figure, (358, 313))
    assert {"1", "Bas\n0"} < {*placed}
    for one, other in some(combinations(placed, 2)):
        assert shared(placed[one], placed[other]) == 0, (one, other)


def test_no_word_covers_the_shape_of_a_quarter() -> None:
    figure = draw(crowded())
    for box in ((358, 313), (640, 560)):
        assert not [w for w, at in words(figure, box).items() if shared(at, (0, 0, 1e3, 1e3))]


def test_marks_stand_apart_on_a_phone_in_their_commune_under_its_name() -> None:
    figure = draw(crowded())
    found = points(figure)["quartiers sans tracé"]
    first, second = found.points[:2]
    assert second.x - first.x > (found.symbol.size + 1.5) * 14e3 / 358
    assert all(inside(TOWN, [(point.x, point.y)])[0] for point in found.points)
    (name,) = (note for note in notes(figure) if plain(note.text) == "Grande-Commune")
    assert (name.y, name.hung) == (first.y, "bottom")
    assert name.up == found.symbol.size / 2


def test_an_approximate_mark_stands_beside_its_point_and_is_tied_to_it() -> None:
    area = watched(3)
    about = replace(area.shape.territory, outline=Outline.APPROXIMATE)
    area = replace(area, shape=replace(area.shape, territory=about))
    scene = draw(replace(samples.place_map(), areas=(area,)))
    tie = marks(scene)["repères approximatifs"]
    assert isinstance(tie, Polyline)
    assert tie.symbol
    disc = points(scene)["quartiers sans tracé"]
    ((start, end),) = tie.runs
    assert (start.x, start.y) == area.shape.centre
    assert (end.x, end.y) == (disc.points[0].x, disc.points[0].y)
    away = math.dist((start.x, start.y), (end.x, end.y))
    metres = (GROUND.window[2] - GROUND.window[0]) / 358
    assert away / metres > disc.symbol.size / 2 + tie.symbol.size / 2


def test_a_name_of_a_quarter_filters_as_its_shape_does() -> None:
    picks = [n.pick for n in notes(drawn()) if plain(n.text).startswith("Les Hauts")]
    assert picks == ["quartier=QP000001"]


def test_a_rate_is_a_colour_and_a_count_a_circle() -> None:
    assert "nombre" not in marks(draw(crowded()))
    assert len(points(draw(crowded("circle")))["nombre"].points) == 1
    assert areas(draw(crowded()))["Les Hauts"].fill == tokens.colour("class-4")


def test_the_area_of_a_circle_says_the_count() -> None:
    value = crowded("circle")
    other = replace(value.areas[0].shape, territory=quarter("QP000002"), centre=(3000.0, 0.0))
    four_times = MapArea(other, "48", None, 48)
    scene = draw(replace(value, areas=(*value.areas, four_times)))
    large, small = (point.own.size for point in points(scene)["nombre"].points if point.own)
    assert large == 2 * small


def test_a_map_of_too_many_quarters_names_none() -> None:
    one = crowded().areas[0]
    many = tuple(
        replace(one, shape=replace(one.shape, territory=quarter(f"QP{n:06d}"))) for n in range(60)
    )
    scene = draw(QuarterMap(many, "colour", 2019, MEDIAN))
    assert not [n for n in notes(scene) if "Les Hauts" in plain(n.text)]
    assert len(points(scene)["quartiers"].points) == 60
    assert points(scene)["quartiers"].pointed


def test_letters_of_a_map_are_never_under_eleven_pixels() -> None:
    assert min(note.font.size for note in notes(drawn())) >= 11


def test_a_place_that_is_known_is_not_said_to_be_unknown() -> None:
    official = replace(quarter(), outline=Outline.OFFICIAL)
    value = samples.place_map()
    first = replace(value.areas[0], shape=replace(value.areas[0].shape, territory=official))
    scene = draw(replace(value, areas=(first,)), samples.BACKGROUND)
    assert areas(scene)["Les Hauts"].stroke.dash == "solid"
    assert points(scene)["quartiers sans tracé"].points == ()


def test_the_chosen_quarter_has_a_ring_under_its_line_and_the_only_bold_name() -> None:
    value = samples.place_map()
    scene = draw(replace(value, chosen=(0,)), samples.BACKGROUND)
    names = list(marks(scene))
    own = value.areas[0].shape.territory.name
    assert names.index("quartier choisi") < names.index(own)
    assert areas(scene)["quartier choisi"].stroke.width > areas(scene)[own].stroke.width
    assert "quartier choisi" not in marks(drawn())
    bold = [plain(note.text) for note in notes(scene) if note.text[0].strong]
    assert len([text for text in bold if own in text]) == 1
    others = [area.shape.territory.name for area in value.areas[1:]]
    assert not [text for text in bold if any(other in text for other in others)]


def test_the_mark_of_the_chosen_quarter_is_dark_and_still_selects_it() -> None:
    found = points(draw(replace(crowded(), chosen=(2,))))
    strong, light = found["quartier choisi"], found["quartiers sans tracé"]
    assert [point.pick for point in strong.points] == ["quartier=QVA-4"]
    assert light.font
    assert strong.symbol.colour == light.font.colour
    assert "quartier=QVA-4" not in [point.pick for point in light.points]
    assert len(light.points) == 3


def test_no_bubble_of_the_map_ends_on_nothing() -> None:
    place = replace(watched(3).shape.territory, outline=Outline.OFFICIAL)
    area = MapArea(QuarterShape(place, samples.SQUARE, (500.0, 500.0)), "")
    scene = draw(QuarterMap((area,), "colour", 2019, MEDIAN), samples.BACKGROUND)
    bubbles = [point.told for mark in points(scene).values() for point in mark.points]
    assert f"Veille 3\u00a0: {quarter_map.NOTHING}" in bubbles
    assert not [said for said in bubbles if said.rstrip().endswith(":")]

"""What is drawn apart: a box a part, its name leads nearer, the scale is that of what is seen."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts import map_insets, map_scale, quarter_map
from dashboard.charts.scene import Area, Points
from dashboard.domain.chart import PlaceMap
from dashboard.domain.ground import Background, Inset
from dashboard.domain.quarter_map import BoundingBox
from dashboard.text import plain
from tests.charts import samples

APART = (
    Inset("Guyane", (-9_000.0, 0.0, -7_000.0, 2_000.0), 0.5, "4000_-8000_1000"),
    Inset("Mayotte", (-9_000.0, -3_000.0, -7_000.0, -1_000.0), 4.0, "4000_-8000_-2000"),
)


def ground(window: BoundingBox = (-10_000.0, -5_000.0, 7_000.0, 6_000.0)) -> Background:
    return replace(samples.BACKGROUND, insets=APART, window=window)


def test_each_part_has_its_box_and_its_name_and_both_lead_nearer() -> None:
    found = map_insets.draw(ground())
    assert [mark.name for mark in found if isinstance(mark, Area)] == ["Guyane", "Mayotte"]
    (targets,) = (mark for mark in found if isinstance(mark, Points))
    picks = ["cadre=4000_-8000_1000", "cadre=4000_-8000_-2000"]
    assert [point.pick for point in targets.points] == picks
    names = map_insets.names(ground())
    assert [(plain(note.text), note.pick) for note in names] == [
        ("Guyane", picks[0]),
        ("Mayotte", picks[1]),
    ]


def test_seen_closely_a_part_is_named_at_its_head_and_leads_nowhere() -> None:
    near = ground((-9_200.0, -200.0, -6_800.0, 2_200.0))
    (name,) = map_insets.names(near)
    assert (plain(name.text), name.pick, name.hung) == ("Guyane", "", "top")


def test_the_scale_is_that_of_what_is_seen() -> None:
    near = ground((-9_200.0, -3_200.0, -6_800.0, -800.0))
    assert (ground().scale, near.scale) == (1.0, 4.0)
    rule = map_scale.bar(near.window, 10.0, near.scale)
    assert map_scale.length(near.window, near.scale) == 100
    assert rule.x1 - rule.x0 == 400


def test_a_map_that_shows_none_draws_none() -> None:
    away = ground((0.0, 0.0, 7_000.0, 6_000.0))
    assert map_insets.draw(away) == []
    assert map_insets.names(away) == []


def test_the_map_draws_the_boxes_under_the_quarters() -> None:
    scene = quarter_map.draw(PlaceMap(samples.place_map(), ground()))
    names = [getattr(mark, "name", "") for mark in scene.marks]
    assert names.index("communes") < names.index("Guyane") < names.index("quartiers")

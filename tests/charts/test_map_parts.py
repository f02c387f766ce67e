"""A circle split by pillar: the whole by its area, the parts by their angles, without hue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts import map_circles, map_parts
from dashboard.charts.scene import Area
from dashboard.domain.pillar import Pillar
from dashboard.domain.quarter_map import QuarterMap
from tests.charts import samples

ROLES = ("cadre", "emploi", "social", "pilotage")
PILLARS = tuple(Pillar(role, role.capitalize(), role, role) for role in ROLES)


def split(*parts: tuple[float, ...]) -> QuarterMap:
    area = samples.place_map().areas[0]
    areas = tuple(
        replace(area, observation=None, size=sum(held) or None, parts=held) for held in parts
    )
    return QuarterMap(areas, "circle", 2021, None, pillars=PILLARS)


def surface(area: Area) -> float:
    """The square metres of a ring."""
    points = [
        (x, y) for x, y in zip(area.x, area.y, strict=True) if x is not None and y is not None
    ]
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def test_each_sector_is_its_share_of_the_circle() -> None:
    *sectors, ring = map_parts.draw(split((10.0, 30.0, 60.0, 0.0)), 10.0)
    assert [area.name for area in sectors] == ["part cadre", "part emploi", "part social"]
    shares = [surface(area) / surface(ring) for area in sectors]
    assert shares == pytest.approx([0.1, 0.3, 0.6], abs=0.01)


def test_four_times_the_euros_is_four_times_the_surface_and_the_largest_is_drawn_first() -> None:
    found = map_parts.draw(split((25.0, 0.0, 0.0, 0.0), (100.0, 0.0, 0.0, 0.0)), 10.0)
    large, small = (area for area in found if area.name == "cercle")
    assert surface(large) == pytest.approx(4 * surface(small), rel=0.01)


def test_a_part_that_is_the_whole_is_a_disc_and_nothing_known_draws_none() -> None:
    sector, ring = map_parts.draw(split((0.0, 5.0, 0.0, 0.0), (0.0, 0.0, 0.0, 0.0)), 10.0)
    assert surface(sector) == surface(ring)


def test_sectors_are_told_apart_without_hue() -> None:
    assert len({str(map_parts.texture(role)).replace(role, "") for role in ROLES}) == len(ROLES)
    kinds = {(type(map_parts.texture(r)), getattr(map_parts.texture(r), "shape", r)) for r in ROLES}
    assert len(kinds) == len(ROLES)


def test_a_size_that_its_circle_cannot_hold_stands_with_its_name() -> None:
    value = split((100.0, 0.0, 0.0, 0.0))
    whole = replace(value, pillars=())
    area = replace(value.areas[0], label="12")
    assert map_circles.bears(whole, area)
    assert not map_circles.bears(value, area)
    assert not map_circles.bears(whole, replace(area, size=0.5))

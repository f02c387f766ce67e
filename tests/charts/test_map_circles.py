"""The area of a circle says its count, and a circle keeps its room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts import map_circles
from dashboard.domain.quarter_map import QuarterMap
from tests.charts import samples
from tests.domain.samples import COUNT


def counted(*counts: int) -> QuarterMap:
    area = samples.place_map().areas[0]
    areas = tuple(replace(area, observation=None, size=count) for count in counts)
    return QuarterMap(areas, "circle", 2019, COUNT)


def test_four_times_the_count_is_twice_the_radius() -> None:
    value = counted(25, 100)
    small, large = (map_circles.radius(value, count) for count in (25, 100))
    assert large == pytest.approx(2 * small)
    assert large == map_circles.CIRCLE


def test_what_counts_nothing_has_no_disc() -> None:
    (discs,) = map_circles.draw(counted(0, 4))
    assert len(discs.points) == 1


def test_a_rate_has_no_circle_and_takes_no_room() -> None:
    value = samples.place_map()
    assert map_circles.draw(value) == []
    assert map_circles.reaches(value) == ()

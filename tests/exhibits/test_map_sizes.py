"""The key of circles: round sizes that the map really meets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.domain.quarter_map import QuarterMap
from dashboard.exhibits import map_sizes
from tests.charts import samples


@pytest.mark.parametrize(
    ("largest", "shown"),
    [
        (0, ()),
        (0.5, ()),
        (1, (1,)),
        (3, (2,)),
        (9, (2, 8)),
        (37, (5, 20)),
        (119_083, (20_000, 80_000)),
    ],
)
def test_the_key_shows_round_sizes_under_the_largest(
    largest: float, shown: tuple[float, ...]
) -> None:
    assert map_sizes.sizes(largest) == shown


def test_the_key_says_each_size_in_the_words_of_the_map() -> None:
    area = samples.place_map().areas[0]
    value = QuarterMap((replace(area, observation=None, size=37.0),), "circle", 2021)
    found = map_sizes.keyed(value, lambda size: f"{size:g} lignes")
    assert found.key == ((5.0, "5 lignes"), (20.0, "20 lignes"))
    bare = replace(value, areas=(replace(area, observation=None),))
    assert map_sizes.keyed(bare, str).key == ()

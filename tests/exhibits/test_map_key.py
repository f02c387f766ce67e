"""The key of a map: published extremes only, and how many values each class holds."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.domain.classes import Method
from dashboard.domain.indicator import Observation, Status
from dashboard.domain.quarter_map import MapArea, QuarterMap
from dashboard.exhibits import map_key
from dashboard.store import Store
from tests.charts import samples
from tests.domain.samples import MEDIAN
from tests.views import seen
from tests.walked import some


def drawn(*values: float) -> QuarterMap:
    """A map of as many quarters as there are values."""
    shape = samples.place_map().areas[0].shape
    areas = tuple(
        MapArea(
            shape,
            MEDIAN.format(value),
            Observation("QP000001", MEDIAN.slug, 2019, value, Status.FINAL, MEDIAN.source),
        )
        for value in values
    )
    return QuarterMap(areas, "colour", 2019, MEDIAN)


def test_the_classes_go_from_the_lowest_to_the_highest_value_and_hold_them_all(
    chambery: Store,
) -> None:
    found = drawn(*(10_000.0 + 500 * rank for rank in range(12)))
    (title, _), *classes = map_key.of(seen(chambery, "/quartiers"), found)
    assert title == map_key.TITLE
    said = [words for _, words in some(classes)]
    assert said[0].startswith("de 10\u202f000\u00a0€ à ")
    assert "à 15\u202f500\u00a0€" in said[-1]
    counts = [re.search(r"\((\d+)\)$", words) for words in said]
    assert sum(int(count[1]) for count in counts if count) == 12


def test_few_values_have_neither_key_nor_a_choice_of_method(chambery: Store) -> None:
    found = drawn(10_000.0)
    assert map_key.of(seen(chambery, "/quartiers"), found) == ()
    assert not map_key.offered(found)


def test_the_method_is_the_one_that_the_reader_asks(chambery: Store) -> None:
    assert map_key.method(seen(chambery, "/quartiers")) is Method.NATURAL
    asked = map_key.method(seen(chambery, "/quartiers", "classes=quantiles"))
    assert asked is Method.QUANTILES
    found = replace(drawn(*map(float, range(1_000, 13_000, 1_000))), method=asked)
    assert "quantiles" in map_key.of(seen(chambery, "/quartiers"), found)[0][1]

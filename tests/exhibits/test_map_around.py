"""The communes under a map of quarters: a rate published that year, or nothing."""

from __future__ import annotations

import pytest

from dashboard import catalogue
from dashboard.exhibits import map_around
from dashboard.store import Store
from tests.views import seen

POVERTY, PEOPLE = catalogue.indicator("taux-pauvrete"), catalogue.indicator("population")


def test_each_commune_that_has_an_outline_is_told_with_its_value_or_its_mark(
    chambery: Store,
) -> None:
    told = map_around.told(seen(chambery, "/quartiers"), POVERTY, 2021)
    assert told is not None
    said = {area.shape.territory.name: area.label for area in told}
    assert len(said) == len(map_around.codes(seen(chambery, "/quartiers")))
    assert (said["Barberaz"], said["Arith"]) == ("9\u00a0%", "s")
    assert set(told.sizes) == {None}


def test_nothing_stands_around_where_nothing_is_published_or_asked(chambery: Store) -> None:
    view = seen(chambery, "/quartiers")
    assert map_around.told(view, POVERTY, 1999) is None
    assert map_around.told(view, POVERTY, None) is None
    assert map_around.told(view, PEOPLE, 2021) is None
    alone = seen(chambery, "/quartiers", "autour=aucun")
    assert map_around.known(alone, POVERTY, 2021)
    assert map_around.told(alone, POVERTY, 2021) is None


@pytest.mark.parametrize("path", ["/", "/quartiers/QP073001"])
def test_other_maps_than_that_of_the_quarters_tell_no_commune(chambery: Store, path: str) -> None:
    view = seen(chambery, path)
    assert not map_around.wanted(view, POVERTY)
    assert not map_around.known(view, POVERTY, 2021)

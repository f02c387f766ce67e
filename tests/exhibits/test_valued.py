"""An indicator in a sentence: of any quarter, it says its value or that none is published."""

from __future__ import annotations

from dashboard import catalogue
from dashboard.content import plain
from dashboard.domain.territory import TerritoryKind
from dashboard.exhibits import valued
from dashboard.store import Store
from tests.claims import spaced
from tests.views import seen

POVERTY = catalogue.indicator("taux-pauvrete")


def test_every_indicator_is_told_of_any_quarter_those_under_watch_too(store: Store) -> None:
    view, silent = seen(store, "/recherche"), 0
    held = [place for place in store.places.by_code.values() if place.kind.is_quarter]
    watched = next(place for place in held if place.kind is TerritoryKind.QVA)
    ours = next(place for place in held if place.kind is TerritoryKind.QPV)
    for item in store.values.indicators:
        said = plain(valued.indicator(view, item, (ours, watched)))
        assert item.label in said
        silent += f"{watched.name}." in said
    assert silent > 0


def test_a_value_keeps_its_year_its_perimeters_and_its_source(chambery: Store) -> None:
    quarter = chambery.places.by_code["QP073001"]
    said = spaced(plain(valued.indicator(seen(chambery, "/recherche"), POVERTY, (quarter,))))
    assert "Biollay - Bellevue (périmètre de 2015) : 40 % en 2021." in said
    assert " Source : Insee, Filosofi" in said


def test_where_quarters_are_many_and_none_is_named_their_spread_is_told(example: Store) -> None:
    view = seen(example, "/recherche", "generation=2015&annee=2021")
    said = spaced(plain(valued.indicator(view, POVERTY, ())))
    assert "Les 6 quartiers : 28,0 % à 46,3 % en 2021." in said

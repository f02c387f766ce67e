"""Values as published, never borrowed, never averaged."""

from __future__ import annotations

import pytest

from dashboard import catalogue
from dashboard.domain.territory import TerritoryKind
from dashboard.store import Store
from tests.walked import some

POVERTY = {
    "QP073001": (32.3, 34.2, 34.0, 36.7, 35.5, 35.4, 36.4, 36.7, 37.6, 40.0),
    "QP073002": (38.1, 39.0, 39.3, 41.4, 42.8, 41.0, 41.3, 41.5, 40.7, 43.0),
}
MEDIAN = {
    "QP073001": (14104, 14377, 14163, 14438, 14530, 14750, 14900, 14870, 15380, 15540),
    "QP073002": (13070, 13424, 13496, 13397, 13350, 13730, 14200, 14280, 14650, 14920),
}


@pytest.mark.parametrize(
    ("slug", "table"), [("taux-pauvrete", POVERTY), ("niveau-vie-median", MEDIAN)]
)
@pytest.mark.parametrize("code", ["QP073001", "QP073002"])
def test_the_series_of_the_two_quarters_are_those_of_insee(
    chambery: Store, slug: str, table: dict[str, tuple[float, ...]], code: str
) -> None:
    found = chambery.values.series(catalogue.indicator(slug), code)
    assert [(p.year, p.value) for p in found.points] == list(
        zip(range(2012, 2022), table[code], strict=True)
    )


def test_the_gap_of_2019_is_8_900_euros(chambery: Store) -> None:
    median = catalogue.indicator("niveau-vie-median")
    standing = chambery.values.standing(median, ["QP073001", "QP073002"], 2019, "QP073002")
    assert standing is not None
    assert standing.gap is not None
    assert (standing.year, standing.gap.value) == (2019, -8_900)


def test_a_later_year_shows_the_last_earlier_one(chambery: Store) -> None:
    poverty = catalogue.indicator("taux-pauvrete")
    assert chambery.values.last_year(poverty, ["QP073001"], 2025) == 2021
    assert chambery.values.last_year(poverty, ["QP073001"], 2011) is None


def test_no_poverty_rate_is_borrowed_from_a_wider_place_before_2021(chambery: Store) -> None:
    poverty = catalogue.indicator("taux-pauvrete")
    codes = chambery.values.reference_codes(poverty)
    for code in some(c for c in codes if chambery.places.by_code[c].kind is TerritoryKind.COMMUNE):
        assert chambery.values.years(poverty, [code]) == (2021,)


def test_no_watched_quarter_has_a_national_value(chambery: Store) -> None:
    watched = [t.code for t in chambery.places.by_code.values() if t.kind is TerritoryKind.QVA]
    assert len(watched) == 16
    for indicator in chambery.values.indicators:
        assert chambery.values.years(indicator, watched) == ()


def test_the_agglomeration_that_grew_is_two_references(chambery: Store) -> None:
    median = catalogue.indicator("niveau-vie-median")
    assert chambery.values.years(median, ["247300098"])[-1] == 2015
    assert chambery.values.years(median, ["200069110"])[0] == 2016


def test_the_catalogue_is_wide_enough(chambery: Store) -> None:
    assert len(chambery.values.indicators) >= 40


def test_the_perimeters_of_2024_are_not_those_of_a_year_before_them(chambery: Store) -> None:
    population = catalogue.indicator("population")
    assert chambery.values.generation(population, 2025) == "2024"
    assert chambery.values.generation(population, 2021) == "2015"


def test_of_two_perimeters_as_recent_the_one_with_a_history_is_shown(chambery: Store) -> None:
    poverty = catalogue.indicator("taux-pauvrete")
    assert chambery.values.generation(poverty, 2025) == "2015"


def test_a_trend_follows_the_perimeters_with_the_most_years(chambery: Store) -> None:
    employment = catalogue.indicator("taux-emploi")
    assert chambery.values.generation(employment, 2025) == "2024"
    assert chambery.values.generation(employment, 2025, over_time=True) == "2015"


def test_two_generations_of_perimeters_are_never_one_line(chambery: Store) -> None:
    poverty = catalogue.indicator("taux-pauvrete")
    assert [p.year for p in chambery.values.series(poverty, "QN07302M").points] == [2021]
    assert chambery.values.series(poverty, "QP073002").points[-1].value == 43

"""Lines on the map: counts and euros as circles, by pillar on demand; what names no quarter."""

from __future__ import annotations

import pytest

from dashboard.content import Exhibit, plain
from dashboard.domain.chart import PlaceMap
from dashboard.domain.funding import UNNAMED
from dashboard.exhibits import place_map
from dashboard.store import Store
from tests.views import seen

SPLIT = "annee=2021&generation=2015&cercles=piliers&mesure="


def shown(store: Store, query: str) -> Exhibit:
    return place_map.exhibit(seen(store, "/quartiers", query))


@pytest.mark.parametrize("measure", ["montants", "actions"])
def test_a_column_a_pillar_makes_the_total_of_each_quarter(example: Store, measure: str) -> None:
    table = shown(example, f"{SPLIT}{measure}").table
    heads = [column.label for column in table.columns]
    first, last = heads.index("Genre") + 1, heads.index("Total 2021")
    assert last - first == 3
    told = [row for row in table.rows if row.cells[last].text != UNNAMED]
    assert len(told) > 5
    for row in told:
        parts = [cell.value or 0 for cell in row.cells[first:last]]
        assert sum(map(float, parts)) == pytest.approx(float(row.cells[last].value or 0), abs=0.02)


def test_what_names_no_quarter_is_a_row_of_the_table_and_stands_in_the_subtitle(
    example: Store,
) -> None:
    found = shown(example, "annee=2021&mesure=montants")
    assert "sans quartier nommé : 2,6\u00a0% de tout le montant de 2021" in found.subtitle
    assert found.table.rows[-1].cells[0].text == "Sans quartier nommé"


def test_a_map_of_lines_offers_no_indicator(example: Store) -> None:
    def offered(query: str) -> set[str]:
        return {control.key for control in shown(example, query).controls}

    assert offered("") - offered("mesure=montants") >= {"indicateur"}


def test_euros_are_circles_and_never_colours(example: Store) -> None:
    chart = shown(example, "annee=2021&mesure=montants").chart
    assert isinstance(chart, PlaceMap)
    assert chart.quarters.measure == "circle"
    assert chart.quarters.classes is None


def test_the_sentence_says_the_largest_pillar_and_the_legend_filters(example: Store) -> None:
    found = shown(example, f"{SPLIT}montants")
    assert ", dont 79\u202f692\u00a0€ pour « Développement économique" in plain(found.reading)
    assert found.legend_picks["Cohésion sociale"] == "pilier=cohesion-sociale"
    assert {label for _, label in found.legend} > {*found.legend_picks}
    assert "par pilier" in found.alt


def test_a_pillar_that_rules_propose_says_so_on_the_map(chambery: Store) -> None:
    found = shown(chambery, "annee=2024&mesure=montants&cercles=piliers")
    assert "pilier proposé" in found.tags
    assert "pilier proposé" not in shown(chambery, "annee=2024&mesure=montants").tags


def test_circles_of_people_are_not_split(example: Store) -> None:
    found = shown(example, "indicateur=population&cercles=piliers")
    assert found.legend_picks == {}
    assert "cercles" not in [control.key for control in found.controls]

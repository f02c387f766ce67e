"""The map: a rate by colour, a count by circle, an absence by its mark, its sources said."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.domain.chart import PlaceMap
from dashboard.domain.quarter_map import QuarterMap
from dashboard.exhibits import place_map
from dashboard.store import Store
from tests.views import seen


def drawn(store: Store, query: str) -> QuarterMap:
    chart = place_map.exhibit(seen(store, "/quartiers", query)).chart
    assert isinstance(chart, PlaceMap)
    return chart.quarters


def test_a_rate_is_a_colour_and_a_count_is_a_circle(chambery: Store) -> None:
    assert drawn(chambery, "indicateur=taux-pauvrete").measure == "colour"
    assert drawn(chambery, "indicateur=population").measure == "circle"
    assert drawn(chambery, "mesure=actions").measure == "circle"


def test_every_quarter_of_the_generation_has_its_row(store: Store) -> None:
    found = place_map.exhibit(seen(store, "/quartiers", "autour=aucun"))
    quarters = drawn(store, "")
    assert len(found.table.rows) == len(quarters.told.shapes) > 1


def test_every_commune_around_has_its_row_with_its_value_or_why_there_is_none(
    chambery: Store,
) -> None:
    found = place_map.exhibit(seen(chambery, "/quartiers", "indicateur=taux-pauvrete"))
    at = next(rank for rank, row in enumerate(found.table.rows) if row.group)
    said = {row.cells[0].text: row.cells[3].text for row in found.table.rows[at + 1 :]}
    assert len(said) == len(chambery.places.towns) == 38
    assert said["Barberaz"] == "9\u00a0%"
    assert said["Arith"] == "s"
    assert "communes : Insee, Filosofi 2021" in found.source


def test_quarters_and_communes_share_their_classes(chambery: Store) -> None:
    found = drawn(chambery, "indicateur=taux-pauvrete")
    assert found.classes is not None
    known = [*found.told.values, *(found.around.values if found.around else ())]
    assert found.classes.bounds[-1] == max(value for value in known if value is not None)


def test_the_communes_stay_silent_under_circles_and_where_the_reader_wants_nothing(
    chambery: Store,
) -> None:
    for query in ("mesure=actions", "indicateur=population", "autour=aucun"):
        assert drawn(chambery, query).around is None


def test_the_sentence_sets_the_quarter_against_its_whole_commune(chambery: Store) -> None:
    found = place_map.exhibit(seen(chambery, "/quartiers", "indicateur=taux-pauvrete"))
    assert plain(found.reading).endswith("Pour toute la commune de Chambéry : 19\u00a0%.")


def test_a_quarter_that_statistics_do_not_cover_has_no_value(chambery: Store) -> None:
    told = drawn(chambery, "indicateur=taux-pauvrete").told
    watched = [at for at, shape in enumerate(told.shapes) if shape.watched]
    assert watched
    assert all(told.values[at] is None for at in watched)


def test_a_quarter_that_no_line_names_has_no_circle_rather_than_a_null_one(
    chambery: Store,
) -> None:
    told = drawn(chambery, "mesure=actions&annee=2024").told
    assert 0 not in told.sizes
    assert None in told.sizes
    named = sum(count or 0 for count in told.sizes)
    assert named >= sum(1 for count in told.sizes if count)


def test_the_source_names_the_figures_and_what_lies_under_them(chambery: Store) -> None:
    said = place_map.exhibit(seen(chambery, "/quartiers", "indicateur=taux-pauvrete")).source
    assert "Insee, Filosofi" in said
    assert "fond : IGN" in said


def test_an_outline_that_is_not_exact_is_said_with_the_map(chambery: Store) -> None:
    found = place_map.exhibit(seen(chambery, "/quartiers"))
    exact = {shape.territory.outline for shape in drawn(chambery, "").told.shapes}
    assert any("tracé" in tag for tag in found.tags) is any(
        outline.name in ("SIMPLIFIED", "INDICATIVE") for outline in exact
    )

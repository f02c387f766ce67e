"""Money per inhabitant: the perimeter of each year, and why one cannot say."""

from __future__ import annotations

from dashboard.content import Prose, plain
from dashboard.domain.chart import Multiples
from dashboard.exhibits import per_head
from dashboard.store import Store
from tests.views import figures, seen


def test_each_year_has_the_inhabitants_of_its_perimeter(chambery: Store) -> None:
    view = seen(chambery, "/quartiers/QP073001")
    heads = {h.year: h for h in per_head.heads(view, chambery.places.by_code["QP073001"])}
    found = ((year, head.inhabitants) for year, head in heads.items())
    people = {year: (one.territory, one.year) for year, one in found if one}
    assert people[2016] == ("QP073001", 2013)
    assert people[2023] == ("QP073001", 2018)
    assert people[2025] == ("QN07301M", 2020)


def test_both_portraits_of_a_place_say_the_same_money_per_head(chambery: Store) -> None:
    old, new = (
        [row.cells[4].value for row in figures(chambery, path)["par-habitant"].table.rows]
        for path in ("/quartiers/QP073001", "/quartiers/QN07301M")
    )
    assert old == new
    assert old[-1] == 15


def test_the_change_of_perimeter_is_drawn_and_said(chambery: Store) -> None:
    found = figures(chambery, "/quartiers/QP073001")["par-habitant"]
    assert isinstance(found.chart, Multiples)
    assert {item.year for item in found.chart.breaks} == {2022, 2024}
    assert any("2024" in note and "pointillé" in note for note in found.notes)


def test_a_pillar_changes_what_is_divided(chambery: Store) -> None:
    found = figures(chambery, "/quartiers/QP073001", "pilier=emploi")["par-habitant"]
    assert found.table.rows[-1].cells[4].value == 1
    assert found.table.rows[0].cells[2].text == "aucune ligne"


def test_a_quarter_under_watch_is_told_why_one_cannot_say(store: Store) -> None:
    code = next(c for c in store.choices.quarters if c.startswith("QVA"))
    found = per_head.block(seen(store, f"/quartiers/{code}"), store.places.by_code[code])
    assert isinstance(found, Prose)
    assert "On ne peut pas dire. Aucune population" in plain(found.paragraphs[0])

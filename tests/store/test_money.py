"""Totals hold whatever the cut; nothing is counted twice."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.selection import Selection, parse
from dashboard.store import Store

REAL = {
    2016: (64, 447_268),
    2017: (60, 372_288),
    2018: (84, 434_174),
    2019: (73, 511_228),
    2020: (113, 601_557),
    2021: (80, 543_867),
    2022: (78, 835_571),
    2023: (72, 785_741),
    2024: (63, 829_043),
    2025: (61, 781_400),
}
once = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def select(store: Store, query: str) -> Selection:
    return parse(query, store.choices).selection


@pytest.mark.parametrize("year", REAL)
def test_the_lines_and_euros_of_each_real_year_are_those_of_the_source(
    chambery: Store, year: int
) -> None:
    amount, count = chambery.money.total(select(chambery, f"annee={year}"))
    assert (count, round(amount)) == REAL[year]


def test_all_years_together_make_748_lines_and_6_142_137_euros(chambery: Store) -> None:
    amount, count = chambery.money.total(select(chambery, "periode=2016-2025"))
    assert count == 748
    assert round(amount, 2) == 6_142_137.15


@once
@given(data=st.data())
def test_every_cut_adds_up_to_the_same_total(store: Store, data: st.DataObject) -> None:
    choices = store.choices
    first, last = sorted(
        (data.draw(st.sampled_from(choices.years)), data.draw(st.sampled_from(choices.years)))
    )
    selection = replace(
        select(store, ""),
        year=last,
        first_year=first if first < last else None,
        pillars=tuple(data.draw(st.sets(st.sampled_from(choices.pillars), max_size=3))),
        quarters=tuple(data.draw(st.sets(st.sampled_from(choices.quarters), max_size=6))),
    )
    amount, count = store.money.total(selection)
    generation = store.places.generations[0]
    cuts = [
        store.money.by_pillar(selection),
        store.money.by_mark(selection, "theme"),
        store.money.by_holder(selection),
        store.money.by_mark(selection, "public"),
        store.money.by_quarter(selection, generation),
        store.fundings.by_funder(selection),
    ]
    for cut in cuts:
        assert sum(item.amount for item in cut.slices) == pytest.approx(amount, abs=1.0), cut.axis
        if cut.exclusive:
            assert sum(item.count for item in cut.slices) == count, cut.axis
        else:
            assert sum(item.count for item in cut.slices) >= count or not count, cut.axis


@once
@given(data=st.data())
def test_the_cube_and_the_rows_give_the_same_grid(store: Store, data: st.DataObject) -> None:
    selection = replace(
        select(store, ""),
        pillars=tuple(data.draw(st.sets(st.sampled_from(store.choices.pillars), max_size=3))),
        quarters=tuple(data.draw(st.sets(st.sampled_from(store.choices.quarters), max_size=1))),
    )
    row_filter = store.money.row_filter(selection)
    amounts, counts = store.money._cube_grid(row_filter)
    other_amounts, other_counts = store.money._aggregated_grid(row_filter)
    assert np.allclose(amounts, other_amounts, rtol=0, atol=0.01)
    assert (np.asarray(counts) == other_counts).all()


def test_a_row_filter_is_heard_by_every_cut(chambery: Store) -> None:
    slug = chambery.money.by_holder(select(chambery, "annee=2020")).slices[0].slug
    option = (("porteur", slug),)
    chosen = replace(select(chambery, "annee=2020"), options=option)
    amount, count = chambery.money.total(chosen)
    assert 0 < count < 113
    assert chambery.money.by_pillar(chosen).amount == amount
    grid = chambery.money.grid(chosen)
    assert sum(grid.counts[grid.years.index(2020)]) == count


def test_a_later_stage_never_exceeds_the_request(example: Store) -> None:
    slices = {
        item.slug: item.amount for item in example.fundings.by_stage(select(example, "annee=2023"))
    }
    assert slices["demandé"] >= slices["accordé"] >= slices["versé"]


def test_no_natural_person_is_ever_named(store: Store) -> None:
    rows = store.archive.query(
        "select porteur, intitule from actions where porteur_nature = 'personne physique'"
    )
    assert bool(rows) is store.settings.fictional, "la source réelle n’a aucune ligne à taire"
    for row in rows:
        assert row == {
            "porteur": "Bénéficiaire (personne physique)",
            "intitule": "Aide individuelle",
        }


def test_lines_are_counted_by_any_column_that_marks_them(chambery: Store) -> None:
    selection = select(chambery, "annee=2024")
    for mark in ("service", "theme"):
        found = chambery.money.by_mark(selection, mark)
        assert len(found.slices) > 1
        assert sum(part.count for part in found.slices) == found.count
        assert (found.amount, found.count) == pytest.approx(chambery.money.total(selection))

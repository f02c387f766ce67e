"""Funders and stages agree with the published fundings, asked one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.selection import Selection, parse
from dashboard.pages import actions
from dashboard.store import Store
from tests.store.test_aggregates import drawn, many
from tests.walked import some

FUNDINGS = (
    "select f.{axis} as part, sum(f.montant) as euros, count(distinct a.id) as lines"
    " from actions a join financements f on f.action = a.id"
    " where a.annee between ? and ? {filters} group by f.{axis}"
)
COLUMNS = {"pilier": "pilier", "theme": "theme", "public": "public", "age": "age"}


def published(
    store: Store, selection: Selection, axis: str, only: str = ""
) -> dict[str, tuple[Any, ...]]:
    """Euros and lines of each funder or stage, straight from the tables."""
    first, last = selection.years
    chosen = dict(selection.options)
    if "porteur" in chosen:
        chosen["porteur_slug"] = chosen.pop("porteur")
    filters = "".join(f" and a.{column} = ?" for column in chosen)
    if selection.pillars:
        filters += f" and a.pilier in ({','.join('?' * len(selection.pillars))})"
    sql = FUNDINGS.format(axis=axis, filters=filters + only)
    values = (*chosen.values(), *selection.pillars)
    rows = store.archive.query(sql, (str(first), str(last), *values))
    return {row["part"]: (pytest.approx(row["euros"]), row["lines"]) for row in rows}


@many
@given(data=st.data())
def test_each_funder_has_its_own_euros_and_lines(store: Store, data: st.DataObject) -> None:
    selection = drawn(store, data, holder=True)
    stage = str(store.settings.stage)
    found = store.fundings.by_funder(selection)
    only = f" and f.etape = '{stage}' and a.montant > 0"
    assert {s.slug: (s.amount, s.count) for s in found.slices} == published(
        store, selection, "financeur", only
    )
    assert (found.amount, found.count) == pytest.approx(store.money.total(selection))


@many
@given(data=st.data())
def test_each_stage_has_its_own_euros_and_lines(store: Store, data: st.DataObject) -> None:
    selection = drawn(store, data, holder=True)
    found = store.fundings.by_stage(selection)
    assert {s.slug: (s.amount, s.count) for s in found} == published(store, selection, "etape")


def test_a_quarter_has_its_part_of_the_lines_that_it_shares(example: Store) -> None:
    selection = parse(
        "periode=2015-2025&quartier=QP099001", actions.PAGE.choices(example)
    ).selection
    found = example.fundings.by_funder(selection)
    assert found.amount == pytest.approx(example.money.total(selection)[0], abs=1)


@pytest.mark.parametrize("query", ["periode=2015-2024", "annee=2023", "annee=2020&theme=sante"])
def test_parts_by_funder_and_by_stage_add_up_to_the_cent(example: Store, query: str) -> None:
    selection = parse(query, actions.PAGE.choices(example)).selection
    stage = str(example.settings.stage)
    codes = {place: code for code, place in example.places.place_of.items()}
    made: dict[str, float] = {}
    for code in some(codes.values()):
        here = replace(selection, quarters=(code,))
        amount = example.money.total(here)[0]
        funders = example.fundings.by_funder(here).slices
        assert sum(item.amount for item in funders) == pytest.approx(amount, abs=0.001)
        stages = {item.slug: item.amount for item in example.fundings.by_stage(here)}
        assert stages.get(stage, 0.0) == pytest.approx(amount, abs=0.001)
        for item in funders:
            made[item.slug] = made.get(item.slug, 0.0) + item.amount
    only = f" and f.etape = '{stage}' and a.montant > 0 and a.quartiers <> ''"
    whole = published(example, selection, "financeur", only)
    assert {slug: pytest.approx(euros, abs=0.001) for slug, euros in made.items()} == {
        slug: euros.expected for slug, (euros, _) in whole.items()
    }

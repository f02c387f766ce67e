"""The sentence of the explorer: the part that is chosen, its value, what stands beside it."""

from __future__ import annotations

import pytest

from dashboard.content import plain
from dashboard.store import Store
from tests.claims import spaced
from tests.exhibits.test_explorer import shown


def said(store: Store, query: str) -> str:
    return spaced(plain(shown(store, query).reading))


def test_two_years_that_do_not_compare_are_both_told_and_nothing_of_their_gap(
    chambery: Store,
) -> None:
    query = "pilier=emploi&annee=2025&face-a=2016"
    assert said(chambery, query).endswith("en 2025 : 55 900 € ; 2016 : 22 900 €.")
    found = shown(chambery, query)
    assert "2016 et 2025 ne se comparent pas" in spaced(plain(found.verdict))
    assert {item.compared for item in getattr(found.chart, "entries", ())} == {None}


@pytest.mark.parametrize("query", ["annee=2025&face-a=rien", "periode=2016-2025&face-a=2016"])
def test_nothing_stands_beside_what_is_not_compared(chambery: Store, query: str) -> None:
    assert " ; " not in said(chambery, query)

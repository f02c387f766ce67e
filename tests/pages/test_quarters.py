"""The page « Quartiers » names what it shows, and nothing else."""

from __future__ import annotations

import pytest

from dashboard.content import Control
from dashboard.keys import compare
from dashboard.pages import PAGES, bar, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store


def source(store: Store, query: str) -> str:
    found = router.visit(PAGES, "/quartiers", query, store)
    assert found is not None
    return next(item.source for item in exhibits_of(*found) if item.slug == "comparaison")


def test_a_comparison_names_the_producers_of_its_rows(chambery: Store) -> None:
    assert "Cnam" in source(chambery, "")
    compared = source(chambery, "comparer=QP073001,QP073002")
    assert "Insee" in compared
    assert "Cnam" not in compared


def test_a_fictional_comparison_names_no_real_producer(store: Store) -> None:
    assert ("Insee" in source(store, "")) is not store.settings.fictional


def compared(store: Store, query: str) -> Control:
    """The control of the quarters to compare."""
    found = router.visit(PAGES, "/quartiers", query, store)
    assert found is not None
    (control,) = next(item for item in exhibits_of(*found) if item.slug == "comparaison").controls
    return control


def test_all_are_offered_where_they_are_few(store: Store) -> None:
    control = compared(store, "")
    assert len(control.choices) >= 4
    assert control.hint == ""


def test_where_they_are_many_those_near_the_chosen_one_are_offered_and_how_is_said(
    example: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = compared(example, "").choices
    monkeypatch.setattr(compare, "FEW", len(every) - 1)
    bare = compared(example, "")
    assert bare.choices == ()
    assert "dans le filtre" in bare.hint
    first = every[-1].value
    near = [choice.value for choice in compared(example, f"quartier={first}").choices]
    assert near[0] == first
    communes = {*example.places.by_code[first].communes}
    assert all(communes & {*example.places.by_code[code].communes} for code in near)
    both = f"comparer={first},{every[0].value}"
    assert {first, every[0].value} <= {choice.value for choice in compared(example, both).choices}


@pytest.mark.parametrize(
    ("query", "said", "acts"),
    [
        ("cercles=piliers", "Cercles", False),
        ("mesure=actions&cercles=piliers", "Cercles", True),
        ("mesure=actions&classes=quantiles", "Classes", False),
        ("classes=quantiles", "Classes", True),
        ("mesure=montants&autour=aucun", "Autour", False),
    ],
)
def test_a_choice_that_changes_nothing_on_the_map_is_no_filter_and_is_said(
    chambery: Store, query: str, said: str, acts: bool
) -> None:
    found = router.visit(PAGES, "/quartiers", query, chambery)
    assert found is not None
    view = found[1]
    assert any(chip.words.startswith(said) for chip in bar.chips(view)) == acts
    idle = [line for line in view.remarks if line.endswith("n’agit pas sur cette carte.")]
    assert [line.startswith(said) for line in idle] == ([] if acts else [True])

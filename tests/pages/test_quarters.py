"""The page « Quartiers » names what it shows, and nothing else."""

from __future__ import annotations

from dashboard.pages import PAGES, router
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

"""The page of the lines: its list, its axes, its years of one holder."""

from __future__ import annotations

from dashboard.content import Hero, plain
from dashboard.store import Store
from tests.views import figures, visited


def test_the_head_says_how_many_lines_and_euros(chambery: Store) -> None:
    page, view = visited(chambery, "/actions", "annee=2024")
    hero = next(block for block in page.blocks(view) if isinstance(block, Hero))
    said = plain(hero.lead).replace("\u00a0", " ").replace("\u202f", " ")
    assert "63 subventions" in said
    assert "829 043 €" in said


def test_one_figure_explores_the_lines_and_the_years_follow(chambery: Store) -> None:
    shown = list(figures(chambery, "/actions"))
    assert shown[0] == "explorer"
    assert {"montants", "nombres", "changements"} <= set(shown)


def test_participations_are_shown_where_some_are_published(chambery: Store, example: Store) -> None:
    assert "participations" in figures(example, "/actions")
    assert "participations" not in figures(chambery, "/actions")


def test_a_holder_has_its_years(chambery: Store) -> None:
    slug = next(iter(chambery.money.holders))
    assert "par-an" in figures(chambery, "/actions", f"porteur={slug}")
    assert "par-an" not in figures(chambery, "/actions")

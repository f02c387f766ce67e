"""The home page says the year in three figures and three sentences, each borne out by the store."""

from __future__ import annotations

from dashboard.content import Block, Hero, Notice, Prose, plain
from dashboard.pages import home
from dashboard.store import Store
from tests.views import seen, visited


def panel(store: Store, slug: str, query: str = "") -> tuple[Block, ...]:
    page, view = visited(store, "/", query)
    found = page.panel(slug)
    assert found is not None
    return found.blocks(view)


def test_three_key_figures_stand_at_the_head(chambery: Store) -> None:
    (hero,) = panel(chambery, "tete")
    assert isinstance(hero, Hero)
    assert hero.key_figures is not None
    assert len(hero.key_figures.items) == 3


def test_a_contract_is_not_given_the_quarters_of_another(chambery: Store, example: Store) -> None:
    told = {year: plain(home._lead(seen(chambery, "/", f"annee={year}"))) for year in (2020, 2025)}
    assert "seize quartiers en veille active (contrat 2015-2023). Voyez" in told[2020]
    assert told[2025].startswith("Deux quartiers prioritaires (contrat 2024-2030). ")
    assert "Le contrat 2015-2023 comptait aussi seize quartiers en veille active." in told[2025]
    own = plain(home._lead(seen(example, "/", "annee=2024")))
    assert "trois quartiers en veille active (contrat 2024-2030). Voyez" in own


def test_the_largest_line_is_the_first_of_the_list(chambery: Store) -> None:
    view = seen(chambery, "/", "annee=2024")
    (action,) = chambery.actions.largest(view.selection, 1)
    said = home._largest(view)
    assert action.title in plain(said)
    assert any(span.href.startswith(f"/actions/{action.code}") for span in said)


def test_a_year_without_orientation_says_which_years_have_some(chambery: Store) -> None:
    known = {int(row["annee"]) for row in chambery.rows("orientations")}
    without = next(year for year in chambery.choices.years if year not in known)
    (notice,) = panel(chambery, "orientations", f"annee={without}")
    assert isinstance(notice, Notice)
    assert all(str(year) in plain(notice.paragraphs[0]) for year in known)


def test_the_essential_leads_to_the_report_of_the_year(chambery: Store) -> None:
    (prose,) = panel(chambery, "essentiel", "annee=2023")
    assert isinstance(prose, Prose)
    assert any(span.href.startswith("/bilan/2023") for line in prose.paragraphs for span in line)


def test_where_the_chosen_indicator_has_no_reference_the_one_of_the_gap_is_told(
    chambery: Store,
) -> None:
    (figure,) = home._standing(seen(chambery, "/", "annee=2024"))
    assert "aucune valeur" not in figure.title  # type: ignore[union-attr]

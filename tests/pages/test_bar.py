"""The bar, its chips, its sentence, the title of the window: each filter is said once."""

from __future__ import annotations

from dashboard.pages import bar
from dashboard.store import Store
from tests.views import visited


def test_the_bar_offers_the_filters_of_the_page(chambery: Store) -> None:
    page, view = visited(chambery, "/actions", "annee=2024&pilier=emploi")
    held = {item.key: item.value for item in bar.controls(page, view)}
    assert {key.name for key in page.filters} <= set(held)
    assert (held["annee"], held["pilier"]) == ("2024", "emploi")


def test_a_list_whose_choice_opens_another_page_says_so(chambery: Store) -> None:
    page, view = visited(chambery, "/bilan/2023")
    (year,) = [item for item in bar.controls(page, view) if item.key == "annee"]
    assert year.hint == bar.OTHER_PAGE


def test_each_filter_of_the_address_has_its_chip_and_no_other(chambery: Store) -> None:
    _, view = visited(chambery, "/actions", "pilier=emploi&theme=sante")
    assert [chip.key for chip in bar.chips(view)] == ["pilier", "theme"]
    _, bare = visited(chambery, "/actions")
    assert bar.chips(bare) == ()


def test_each_of_several_values_has_its_chip_that_removes_it_alone(chambery: Store) -> None:
    asked = "pilier=cohesion-sociale,emploi&quartier=QP073002,QP073001"
    page, view = visited(chambery, "/actions", asked)
    found = [(chip.words, chip.rest) for chip in bar.chips(view)]
    assert found == [
        ("Pilier : Développement économique et emploi", "cohesion-sociale"),
        ("Pilier : Cohésion sociale", "emploi"),
        ("Quartier : Biollay - Bellevue", "QP073002"),
        ("Quartier : Les Hauts-de-Chambéry", "QP073001"),
    ]
    said = bar.sentence(page, view).replace("\u00a0", " ")
    assert "piliers : Développement économique et emploi et Cohésion sociale" in said
    assert "quartiers : Biollay - Bellevue et Les Hauts-de-Chambéry" in said
    assert view.selection.query() == "pilier=emploi%2Ccohesion-sociale&quartier=QP073001%2CQP073002"


def test_the_chip_of_a_quarter_knows_each_code_of_its_place(chambery: Store) -> None:
    for code in ("QP073001", "QN07301M"):
        _, view = visited(chambery, "/", f"quartier={code}&pilier=emploi")
        alike = {chip.key: set(chip.alike) for chip in bar.chips(view)}
        assert alike == {"quartier": {"QP073001", "QN07301M"}, "pilier": set()}


def test_one_year_alone_is_a_choice_that_asks_for_nothing(chambery: Store) -> None:
    page, view = visited(chambery, "/actions", "depuis=tous")
    since = next(item for item in bar.controls(page, view) if item.key == "depuis")
    chosen = next(choice for choice in since.choices if choice.value == since.value)
    assert chosen.label == "Cette année seule"
    assert (view.remarks, bar.chips(view)) == ((), ())


def test_the_sentence_says_the_year_first_and_what_is_not_filtered(chambery: Store) -> None:
    page, view = visited(chambery, "/actions", "annee=2024")
    said = bar.sentence(page, view)
    assert said.startswith("2024, ")
    assert "tous les piliers" in said


def test_the_window_says_the_view_the_filters_and_the_contract(
    chambery: Store, example: Store
) -> None:
    title = bar.title(*visited(chambery, "/actions", "annee=2024&pilier=emploi"))
    assert title.endswith("Contrat de ville de Grand Chambéry")
    assert "2024" in title
    assert "emploi" in title.lower()
    assert bar.title(*visited(example, "/")).endswith("Territoire fictif")


def test_what_changed_is_announced_with_its_numbers(chambery: Store) -> None:
    _, view = visited(chambery, "/actions", "annee=2024")
    said = bar.announcement(view).replace("\u202f", " ").replace("\u00a0", " ")
    assert "63 subventions" in said
    assert "829 043 €" in said

"""The explorer: what is measured, by what, beside what; what cannot be asked says why."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.charts import plotly
from dashboard.content import Exhibit, plain
from dashboard.domain.chart import Ranking
from dashboard.exhibits import explorer, explorer_table
from dashboard.pages import PAGES, router
from dashboard.store import Store
from dashboard.web.routes import data_file_of
from tests.claims import spaced

ACTIONS = next(page for page in PAGES if page.slug == "actions")


def shown(store: Store, query: str) -> Exhibit:
    return explorer.exhibit(router.view_of(ACTIONS, "", query, store))


def why(item: Exhibit, key: str, value: str) -> str:
    control = next(control for control in item.controls if control.key == key)
    return next(choice.why for choice in control.choices if choice.value == value)


def test_a_pillar_of_a_year_stands_beside_the_year_before(chambery: Store) -> None:
    found = shown(chambery, "annee=2025")
    assert found.title == "Montant des subventions de l’État par pilier, 2025"
    said = spaced(plain(found.reading))
    assert said == "« Cohésion sociale », en 2025 : 669 000 € ; 2024 : 746 350 €."
    assert isinstance(found.chart, Ranking)
    assert found.chart.entries[0].compared == 746_350


def test_a_pointer_reads_the_whole_of_a_bar(chambery: Store) -> None:
    found = shown(chambery, "annee=2025")
    assert isinstance(found.chart, Ranking)
    said = spaced(found.chart.entries[0].full)
    assert said == "Cohésion sociale : 669 000 €, soit 85,6 % du montant ; 2024 : 746 350 €"
    each = shown(chambery, "annee=2025&combien=moyenne&selon=theme").chart
    assert isinstance(each, Ranking)
    assert all(item.full.startswith(item.label.split(" ")[0]) for item in each.entries)


def test_what_is_not_chosen_stays_lighter(chambery: Store) -> None:
    found = shown(chambery, "annee=2025&pilier=emploi")
    assert isinstance(found.chart, Ranking)
    kept = {item.label: item.kept for item in found.chart.entries}
    assert kept["Développement économique et emploi"]
    assert not kept["Cohésion sociale"]
    assert "Mis en avant" in found.frame.beside[0]
    assert "Développement économique et emploi" in plain(found.reading)


def test_one_part_alone_beside_the_first_and_the_chosen_keeps_its_name(
    chambery: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = shown(chambery, "annee=2025&selon=porteur").table.rows
    slug = parse_qs(urlsplit(every[-1].cells[0].href).query)["porteur"][0]
    monkeypatch.setattr(explorer, "LIMIT", len(every) - 2)
    found = shown(chambery, f"annee=2025&selon=porteur&porteur={slug}")
    assert isinstance(found.chart, Ranking)
    drawn = {item.label for item in found.chart.entries}
    assert drawn == {row.cells[0].text for row in every}


def test_across_a_break_nothing_is_compared_and_it_is_said(chambery: Store) -> None:
    found = shown(chambery, "annee=2022")
    assert "2021 et 2022 ne se comparent pas" in spaced(plain(found.verdict))
    assert isinstance(found.chart, Ranking)
    assert {item.compared for item in found.chart.entries} == {None}
    assert shown(chambery, "annee=2022&combien=nombre").verdict == ()
    assert why(found, "face-a", "2019") == "ne se compare pas"


def test_several_years_are_added_up_and_compared_with_nothing(chambery: Store) -> None:
    found = shown(chambery, "depuis=2016&annee=2025&selon=porteur&face-a=2020")
    assert found.title.endswith("par porteur, 2016-2025")
    first = found.table.rows[0]
    assert first.cells[2].value == pytest.approx(
        chambery.money.by_holder(router.view_of(ACTIONS, "", "depuis=2016", chambery).selection)
        .slices[0]
        .amount
    )
    assert "additionnées" in plain(found.verdict)
    assert plain(found.verdict).endswith("pas comparées à 2020.")
    assert why(found, "face-a", "2019") == "pour une seule année"
    control = next(control for control in found.controls if control.key == "face-a")
    assert control.value == "rien"
    mean = shown(chambery, "depuis=2016&face-a=moyenne")
    assert plain(mean.verdict).endswith("comparées à rien.")
    assert "la moyenne" not in mean.frame.sentence


def test_parts_known_in_one_year_alone_have_no_small_line_and_it_is_said(example: Store) -> None:
    found = shown(example, "annee=2024&selon=quartier&combien=habitant")
    assert isinstance(found.chart, Ranking)
    assert not found.chart.lined
    assert "2023 et 2024 ne se comparent pas" in spaced(plain(found.verdict))
    assert "trait" not in found.subtitle
    assert explorer_table.ONE_YEAR in found.notes
    drawn = plotly.figure(found.chart)
    assert [trace["type"] for trace in drawn["data"]] == ["bar"]
    other = shown(example, "annee=2024&selon=quartier")
    assert isinstance(other.chart, Ranking)
    assert other.chart.lined
    assert explorer_table.OWN_SCALE in other.notes


def test_euros_a_head_are_told_of_quarters_that_have_a_population(chambery: Store) -> None:
    found = shown(chambery, "annee=2025&selon=quartier&combien=habitant")
    assert "Population municipale" in " ".join(found.notes)
    heads = {row.cells[0].text: row.cells for row in found.table.rows}
    people = chambery.values.observation(
        next(item for item in chambery.values.indicators if item.slug == "population"),
        "QN07302M",
        2020,
    )
    cells = heads["Les Hauts-de-Chambéry"]
    assert people is not None
    assert people.value is not None
    assert cells[8].value == pytest.approx(float(cells[2].value or 0) / people.value, abs=0.01)
    assert "(2020)" in cells[7].text
    assert why(shown(chambery, "annee=2025"), "combien", "habitant") == (
        "selon le quartier seulement"
    )


def test_euros_a_head_are_not_told_across_two_perimeters(chambery: Store) -> None:
    found = shown(chambery, "depuis=2022&annee=2025&selon=quartier&combien=habitant")
    assert {row.cells[8].value for row in found.table.rows} == {None}
    assert found.chart is None
    assert found.empty == explorer.NOTHING
    said = spaced(plain(found.reading))
    assert "on ne peut pas dire : les périmètres des quartiers changent en 2024" in said
    same = shown(chambery, "depuis=2022&annee=2023&selon=quartier&combien=habitant")
    assert same.chart is not None


def test_a_measure_that_the_cut_does_not_offer_is_refused_and_no_more_said_to_be_shown(
    chambery: Store,
) -> None:
    found = shown(chambery, "selon=pilier&combien=habitant")
    assert found.title.startswith("Montant")
    assert spaced(plain(found.verdict)).startswith(
        "Euros par habitant : selon le quartier seulement, le montant est montré."
    )
    assert "habitant" not in found.frame.whole + found.frame.reading + found.file_name
    assert "habitant" not in plain(shown(chambery, "selon=pilier&combien=part").verdict)


def test_a_holder_beyond_the_first_is_drawn_where_it_is_chosen(chambery: Store) -> None:
    bare = shown(chambery, "selon=porteur")
    assert isinstance(bare.chart, Ranking)
    last = bare.table.rows[-1].cells[0]
    slug = last.href.rpartition("porteur=")[2]
    found = shown(chambery, f"selon=porteur&porteur={slug}")
    assert isinstance(found.chart, Ranking)
    assert [item.label for item in found.chart.entries if item.kept] == [last.text]


@pytest.mark.parametrize("former", [item.slug for item in ACTIONS.former])
def test_the_address_of_a_figure_that_was_still_gives_its_file(store: Store, former: str) -> None:
    found = router.visit(PAGES, "/actions", "", store)
    assert found is not None
    assert data_file_of(*found, former) is not None


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        ("public", "Public : la source ne le dit pas, il n’y a rien à répartir."),
        ("financeur", "Financeur : un seul financeur connu, il n’y a rien à répartir."),
        ("etape", "Étape : une seule étape connue, il n’y a rien à répartir."),
        ("pilier", ""),
    ],
)
def test_a_bar_that_stands_alone_says_why(chambery: Store, cut: str, said: str) -> None:
    assert spaced(plain(shown(chambery, f"selon={cut}").verdict)) == said


def test_what_the_others_make_together_is_neither_a_bar_nor_a_tick(store: Store) -> None:
    found = shown(store, "selon=porteur").chart
    assert isinstance(found, Ranking)
    (others,) = (item for item in found.entries if item.label.endswith("autres, ensemble"))
    assert (others.value, others.compared) == (None, None)
    assert found.entries[0].compared


def test_euros_per_inhabitant_are_the_same_in_the_drawing_and_in_the_sentence(
    chambery: Store,
) -> None:
    found = shown(chambery, "selon=quartier&combien=habitant")
    assert isinstance(found.chart, Ranking)
    assert found.chart.entries[0].said in plain(found.reading)

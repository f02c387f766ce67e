"""What changed between two years: its words, a break, the first year, the home page."""

from __future__ import annotations

import pytest

from dashboard.components import assembly
from dashboard.content import plain
from dashboard.domain.chart import Waterfall
from dashboard.domain.selection import Selection
from dashboard.exhibits import changes, moved
from dashboard.html.plain import to_html
from dashboard.pages import PAGES, router
from dashboard.store import Store
from dashboard.store.money import Money
from dashboard.view import View
from tests.claims import spaced

ACTIONS = next(page for page in PAGES if page.slug == "actions")
HOME = next(page for page in PAGES if page.slug == "accueil")


def view(store: Store, query: str) -> View:
    return router.view_of(ACTIONS, "", query, store)


def test_the_two_years_are_said_and_their_totals_are_the_ends(chambery: Store) -> None:
    found = changes.exhibit(view(chambery, "annee=2025&face-a=2023"))
    assert found.title == "Ce qui a changé de 2023 à 2025"
    assert isinstance(found.chart, Waterfall)
    assert (found.chart.start.amount, found.chart.end.amount) == (785_741.0, 781_400.0)
    assert "785 741 € en 2023 à 781 400 € en 2025" in spaced(plain(found.reading))
    last = found.table.rows[-1]
    assert [cell.value for cell in last.cells[1:5]] == [72, 785_741.0, 61, 781_400.0]


def test_a_year_that_follows_is_compared_the_right_way_round(chambery: Store) -> None:
    found = changes.exhibit(view(chambery, "annee=2018&face-a=2020"))
    assert found.title == "Ce qui a changé de 2018 à 2020"


def test_a_period_is_told_from_its_first_year_to_its_last(chambery: Store) -> None:
    found = changes.exhibit(view(chambery, "periode=2018-2020"))
    assert found.title == "Ce qui a changé de 2018 à 2020"


@pytest.mark.parametrize(
    ("query", "held"),
    [
        ("annee=2025", "avant"),
        ("annee=2025&face-a=moyenne", "avant"),
        ("annee=2025&face-a=rien", "avant"),
        ("annee=2025&face-a=2023", "2023"),
        ("annee=2025&depuis=2018", "2018"),
        ("annee=2016", "avant"),
    ],
)
def test_the_control_shows_what_is_compared(chambery: Store, query: str, held: str) -> None:
    found = changes.exhibit(view(chambery, query))
    control = found.controls[0]
    offered = [choice.value for choice in control.choices]
    assert control.value == held
    assert held in offered
    assert not {"rien", "moyenne"} & set(offered)
    assert ("comparé à" in found.frame.line) is ("face-a=2023" in query)


def test_across_a_break_only_what_is_renewed_is_drawn_and_it_is_said(chambery: Store) -> None:
    found = changes.exhibit(view(chambery, "annee=2022"))
    assert "ne se comparent pas : la cité éducative" in spaced(plain(found.verdict))
    assert isinstance(found.chart, Waterfall)
    assert found.chart.end.amount < 835_571
    assert found.table.rows[-1].cells[-1].text == "ne se comparent pas"
    holders = changes.exhibit(view(chambery, "annee=2022&detail=porteurs"))
    assert holders.chart is None
    assert holders.empty == "Les montants ne se comparent pas."


def test_the_first_year_has_nothing_before_it_and_says_so(store: Store) -> None:
    first = store.choices.years[0]
    found = changes.exhibit(view(store, f"annee={first}"))
    assert found.chart is None
    assert str(first) in found.empty
    assert moved.exhibit(view(store, f"annee={first}")) is None


def test_a_doubtful_match_is_neither_started_nor_ended(chambery: Store) -> None:
    found = moved.exhibit(view(chambery, "annee=2025"))
    assert found is not None
    said = {row.cells[0].text: row.cells[2].text for row in found.table.rows}
    assert said["La ludothèque de quartier (la ludo des loupiots)"] == "au suivi incertain"
    assert said["Lieux multi ressources dans les QPV"] == "arrêtée"
    assert any("« Suivi incertain »" in note for note in found.notes)


def test_the_home_page_says_what_changed_and_leads_to_where_it_is_told(chambery: Store) -> None:
    said = moved.sentence(router.view_of(HOME, "", "", chambery))
    words = spaced(plain(said))
    assert words.startswith(
        "Depuis 2024, pour le contrat de ville : 5 porteurs commencent, 4 ne reçoivent plus rien"
    )
    assert "En tout, 47 643 € de moins." in words
    path, _, anchor = said[-2].href.partition("#")
    found = router.visit(PAGES, path, "", chambery)
    assert found is not None
    assert f'id="{anchor}"' in to_html(assembly.whole(*found))


def test_the_home_page_compares_no_amount_across_a_break(chambery: Store) -> None:
    said = spaced(plain(moved.sentence(router.view_of(HOME, "", "annee=2022", chambery))))
    assert "Les montants de 2022 ne se comparent pas à ceux de 2021." in said
    assert "reçoivent plus" not in said.replace("ne reçoivent plus rien", "")


def test_a_year_without_amount_at_the_counted_stage_is_compared_with_none(
    chambery: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = type(chambery.money).total

    def without(self: Money, asked: Selection) -> tuple[float, int]:
        return (0.0, 0) if asked.years == (2025, 2025) else held(self, asked)

    monkeypatch.setattr(type(chambery.money), "total", without)
    for query in ("annee=2025", "annee=2024&face-a=2025"):
        found = changes.exhibit(view(chambery, query))
        assert found.chart is None
        assert found.empty == "Aucun montant engagé n’est publié pour 2025 : rien à comparer."
    assert changes.exhibit(view(chambery, "annee=2024")).chart is not None
    assert moved.sentence(router.view_of(HOME, "", "annee=2025", chambery)) == ()

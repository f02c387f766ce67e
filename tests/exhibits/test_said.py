"""Small words of figures and lists: tags, names, empty lists, years without a line."""

from __future__ import annotations

import pytest

from dashboard import keys
from dashboard.content import Exhibit, plain
from dashboard.domain.indicator import Break
from dashboard.exhibits import action_list
from dashboard.pages import PAGES, bar, router
from dashboard.pages.page import Page, exhibits_of
from dashboard.store import Store
from dashboard.view import View


def visited(store: Store, path: str, query: str = "") -> tuple[Page, View]:
    found = router.visit(PAGES, path, query, store)
    assert found is not None
    return found


def shown(store: Store, path: str, query: str = "") -> dict[str, Exhibit]:
    return {item.slug: item for item in exhibits_of(*visited(store, path, query))}


def test_a_figure_is_tagged_by_what_it_shows(chambery: Store) -> None:
    themes = shown(chambery, "/actions", "annee=2021&selon=theme")["explorer"]
    assert "thème proposé" in themes.tags
    assert "pilier proposé" not in themes.tags
    assert "pilier proposé" in shown(chambery, "/actions", "annee=2021")["explorer"].tags


def test_one_lifts_a_filter_only_where_there_is_one(chambery: Store) -> None:
    for query, lifted in (("recherche=zzzz", True), ("", False)):
        listed = action_list.table(visited(chambery, "/actions", query)[1], (), "Rien")
        assert ("Retirez un filtre" in listed.empty) is lifted


def test_a_page_beyond_the_last_is_said(chambery: Store) -> None:
    beyond = action_list.listing(visited(chambery, "/actions", "page=999")[1])
    assert "la page 999 n’existe pas" in beyond.summary
    assert "n’existe pas" not in action_list.listing(visited(chambery, "/actions")[1]).summary


def test_two_perimeters_of_one_place_are_two_names_that_do_not_compare(chambery: Store) -> None:
    places = chambery.places
    first = places.quarters("2015")[0]
    second = places.same_place(first.code, "2024")
    assert second is not None
    asked = f"comparer={first.code},{second.code}"
    said = plain(shown(chambery, "/quartiers", asked)["comparaison"].reading)
    assert f"{first.name} (2015)" in said
    assert f"{second.name} (2024)" in said
    assert "ne se comparent pas" in said


def test_the_menu_groups_a_quarter_by_its_kind_in_the_year_chosen(example: Store) -> None:
    groups = {}
    for year in (2019, 2025):
        view = visited(example, "/", f"annee={year}")[1]
        offered = keys.QUARTER.choices(example, view.selection)
        groups[year] = {item.label: item.group for item in offered}
    assert groups[2019]["Les Trois-Quenouilles"] == "Quartiers prioritaires"
    assert groups[2025]["Les Trois-Quenouilles"] == "En veille active"


def test_a_year_without_a_line_has_no_amount_rather_than_zero(chambery: Store) -> None:
    table = shown(chambery, "/actions")["montants"].table
    texts = [cell.text for row in table.rows for cell in row.cells]
    assert "–" in texts
    assert not any(text.replace("\u00a0", " ") == "0 €" for text in texts)


def test_the_scale_of_all_pillars_is_said_where_several_are_drawn(chambery: Store) -> None:
    assert "même échelle" in shown(chambery, "/actions")["montants"].subtitle
    assert "même échelle" not in shown(chambery, "/actions", "pilier=emploi")["montants"].subtitle


def test_one_pillar_alone_is_named_once_by_its_reading(chambery: Store) -> None:
    found = shown(chambery, "/bilan/2021", "pilier=emploi")["piliers"]
    assert "emploi" in found.frame.reading
    assert "emploi" not in plain(found.reading)


@pytest.mark.parametrize(
    ("reason", "said"),
    [("la méthode a changé", "2018 : la méthode a changé"), ("un an, 2018", "Un an, 2018")],
)
def test_a_break_says_its_year_once(reason: str, said: str) -> None:
    assert Break(2018, reason, "x").dated == said


def test_the_title_of_a_report_says_its_year_once(chambery: Store) -> None:
    assert bar.title(*visited(chambery, "/bilan/2025")).count("2025") == 1

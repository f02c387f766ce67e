"""« Fiche de séance »: one for each page that has figures, made from the same exhibits."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from dashboard.charts import plotly
from dashboard.content import Exhibit, Sheet, plain
from dashboard.pages import PAGES, router, sheet
from dashboard.pages.page import Page, exhibits_of
from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.samples import param
from tests.walked import some

SHEETS = sheet.of_each(PAGES)
each = pytest.mark.parametrize("page", SHEETS, ids=lambda page: page.slug)


def made(page: Page, store: Store, query: str = "") -> Sheet:
    [one] = page.panels
    found = one.blocks(router.view_of(page, param(page, store), query, store))[-1]
    assert isinstance(found, Sheet)
    return found


def drawn(item: Exhibit) -> object:
    return item.chart and plotly.figure(item.chart)


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def test_every_page_that_has_figures_has_its_sheet(store: Store) -> None:
    for page in some(PAGES):
        given = param(sheet.of(page), store) if page.path.endswith("/*") else ""
        view = router.view_of(page, given, "", store)
        assert bool(exhibits_of(page, view)) is (page.slug in sheet.MAIN), page.slug


@each
def test_it_says_three_things_none_of_which_is_in_another(page: Page, store: Store) -> None:
    said = [plain(sentence).rstrip(". ") for sentence in made(page, store).sentences]
    assert len(said) == sheet.SENTENCES
    for place, one in enumerate(said):
        assert one[0].isupper() or not one[0].isalpha()
        assert not any(one in other for other in said[:place] + said[place + 1 :])


@each
def test_what_it_shows_is_an_exhibit_of_its_page(page: Page, store: Store) -> None:
    value = made(page, store)
    path, _, query = value.href.partition("?")
    found = router.find(PAGES, path, store)
    assert found is not None
    shown = exhibits_of(found[0], router.view_of(*found, query, store))
    same = next(item for item in shown if item.slug == value.shown.exhibit.slug)
    assert value.shown.exhibit.title == same.title
    assert drawn(value.shown.exhibit) == drawn(same)
    held = [set(row.cells) for row in same.table.rows]
    assert value.shown.exhibit.table.rows
    for row in value.shown.exhibit.table.rows:  # a column of detail may be left out
        assert any(set(row.cells) <= whole for whole in held)


def test_the_figure_asked_is_the_one_printed(store: Store) -> None:
    page = next(item for item in SHEETS if item.slug == "fiche-actions")
    assert made(page, store, "figure=nombres").shown.exhibit.slug == "nombres"
    former = made(page, store, "figure=themes")
    shown = former.shown.exhibit
    assert (shown.slug, "par thème" in shown.title) == ("explorer", True)
    assert "selon=theme" in former.href


def test_a_figure_that_the_view_has_not_is_told_and_replaced(client: FlaskClient) -> None:
    page = client.get("/fiche/actions?figure=inconnue").get_data(as_text=True)
    assert "Cette vue n’a pas de figure" in page
    assert 'class="trace"' in page


def test_the_filters_of_the_view_are_all_written(chambery: Store) -> None:
    page = next(item for item in SHEETS if item.slug == "fiche-actions")
    holder = chambery.archive.axes["money"]["holders"][1]
    said = made(page, chambery, f"annee=2016&pilier=emploi&porteur={holder[0]}&recherche=sport")
    for part in ("2016", "Développement économique et emploi", holder[1], "sport"):
        assert part in said.filters
    assert said.href.startswith("/actions?pilier=emploi&annee=2016&")


@each
def test_it_is_light_html_that_no_search_engine_keeps(
    page: Page, store: Store, client: FlaskClient
) -> None:
    answer = client.get(page.path.replace("*", param(page, store)))
    text = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert '<meta name="robots" content="noindex">' in text
    assert text.count("<script") == 1
    assert "_dash-layout" not in text
    assert text.count("<h1>") == 1


def test_it_is_not_on_the_site_map(client: FlaskClient) -> None:
    assert "/fiche" not in client.get("/plan.xml").get_data(as_text=True)


def test_a_sheet_of_nothing_is_not_found(client: FlaskClient) -> None:
    for path in ("/fiche", "/fiche/aide", "/fiche/quartiers/nulle-part", "/fiche/bilan/1515"):
        assert client.get(path).status_code == 404


def test_another_year_of_a_report_is_the_sheet_of_that_year(client: FlaskClient) -> None:
    answer = client.get("/fiche/bilan/2016?annee=2018&pilier=emploi")
    assert answer.headers["Location"] == "/fiche/bilan/2018?pilier=emploi"


def test_every_view_offers_its_sheet_with_its_filters(client: FlaskClient) -> None:
    page = client.get("/actions?annee=2016&pilier=emploi").get_data(as_text=True)
    assert 'href="/fiche/actions?pilier=emploi&amp;annee=2016"' in page


def test_the_marks_of_the_figure_are_on_paper(store: Store, client: FlaskClient) -> None:
    page = client.get("/fiche/accueil").get_data(as_text=True)
    drawn = {
        "exemple": ("tracé indicatif", "tracé officiel simplifié (5 m)"),
        "grand-chambery": ("tracé officiel",),
    }
    assert all(words in page for words in drawn[store.settings.slug])
    assert ("Territoire fictif" in page) is store.settings.fictional

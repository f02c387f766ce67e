"""A page on a wall: every figure of its page, one by one, with what must be said of it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from dashboard.content import Projection
from dashboard.pages import PAGES, projection, router
from dashboard.pages.page import exhibits_of
from dashboard.pages.sheet import MAIN
from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.test_gallery import BY_SLUG, Case, params
from tests.walked import some

PROJECTED = projection.of_each(PAGES)
SCREEN = re.compile(r'<section id="(diapo-\d+)".*?</section>', re.DOTALL)
LINK = re.compile(r'<a [^>]*href="([^"]*)"[^>]*>([^<]*)')


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("slug", MAIN)
def test_every_figure_of_a_page_has_its_screen_with_its_filters_and_its_source(
    client: FlaskClient, store: Store, slug: str
) -> None:
    page = BY_SLUG[slug]
    query = "" if slug == "bilan" else f"annee={store.choices.years[0]}"
    case = Case(page, params(page, store)[0], query)
    shown = [i for i in exhibits_of(page, case.view(store)) if i.chart or i.table.rows]
    address = str(case) if case.page.path != "/" else f"/accueil?{query}"
    document = client.get(f"/projection{address}").get_data(as_text=True)
    screens = list(SCREEN.finditer(document))
    assert [screen[1] for screen in screens] == [f"diapo-{n + 1}" for n in range(len(shown))]
    for rank, (screen, item) in enumerate(zip(screens, shown, strict=True), 1):
        said = squeezed(unescape(re.sub(r"<[^>]*>", " ", screen[0])))
        for part in (item.title, item.frame.whole, item.source, *item.tags, *item.notes):
            assert squeezed(part) in said, (address, item.slug, part)
        assert squeezed(store.settings.notice) in said
        assert f"{rank}/{len(shown)}" in said
    assert document.count("<h1") == 1


def test_links_lead_from_a_screen_to_the_next_and_to_where_the_reader_was(
    client: FlaskClient, store: Store
) -> None:
    year = store.choices.years[0]
    document = client.get(f"/projection/actions?annee={year}").get_data(as_text=True)
    screens = [unescape(found[0]) for found in SCREEN.finditer(document)]
    panels = {f'id="panneau-{panel.slug}"' for panel in BY_SLUG["actions"].panels}
    for rank, screen in some(enumerate(screens, 1)):
        leads = {words: href for href, words in LINK.findall(screen)}
        assert leads.get("Précédent") == (f"#diapo-{rank - 1}" if rank > 1 else None)
        assert leads.get("Suivant") == (f"#diapo-{rank + 1}" if rank < len(screens) else None)
        where, _, part = leads["Quitter"].partition("#")
        assert where == f"/actions?annee={year}"
        assert f'id="{part}"' in panels


def test_every_page_with_figures_leads_to_its_projection(client: FlaskClient, store: Store) -> None:
    year = store.choices.years[0]
    page = client.get(f"/evolutions?annee={year}&indicateur=taux-pauvrete").get_data(as_text=True)
    [href] = [unescape(one) for one, words in LINK.findall(page) if words == "Projeter"]
    assert client.get(href).status_code == 200
    assert f"annee={year}" in href
    assert "indicateur=taux-pauvrete" in href


def test_a_report_of_another_year_is_shown_at_the_address_of_that_year(
    client: FlaskClient, store: Store
) -> None:
    years = store.choices.years
    found = client.get(f"/projection/bilan/{years[0]}?annee={years[1]}")
    assert found.headers["Location"] == f"/projection/bilan/{years[1]}"


def test_a_figure_is_as_large_as_the_screen_lets_it_be_and_a_table_is_short(store: Store) -> None:
    [page] = [page for page in PROJECTED if page.slug == "projection-actions"]
    blocks = page.blocks(router.view_of(page, "", "", store))
    [shown] = [block for block in blocks if isinstance(block, Projection)]
    for slide in shown.slides:
        item = slide.exhibit
        if item.chart is None:
            assert len(item.table.rows) <= projection.ROWS
        else:
            across, down = slide.scale * projection.NARROWEST, slide.scale * item.height
            assert across <= projection.ASIDE + 5
            assert down <= projection.FULL + 5
            assert across >= projection.ASIDE - 5 or down >= projection.FULL - 5

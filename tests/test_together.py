"""What pages owe one another: a title of their own, the same menu, a map that leads to each."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from dashboard.pages import PAGES
from dashboard.store import Store
from dashboard.web.factory import create_app

FIXED = [page.path for page in PAGES if not page.path.endswith("/*")]


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store=store).server.test_client()


def paths(store: Store) -> list[str]:
    reports = [f"/bilan/{year}" for year in store.choices.years]
    quarters = [f"/quartiers/{code}" for code in store.choices.quarters]
    return [*FIXED, reports[0], reports[-1], quarters[0], quarters[-1]]


def title(document: str) -> str:
    found = re.search(r"<title>(.*?)</title>", document)
    return unescape(found[1]) if found else ""


def menu(document: str) -> list[tuple[str, str]]:
    (navigation,) = re.findall(r"<nav[^>]*Menu principal.*?</nav>", document, re.S)
    links = re.findall(r'<a [^>]*?href="([^"?]*)[^"]*"[^>]*>(.*?)</a>', navigation, re.S)
    return [(href, unescape(label)) for href, label in links]


def test_every_page_has_a_title_of_its_own(client: FlaskClient, store: Store) -> None:
    titles = [title(client.get(path).text) for path in paths(store)]
    assert all(titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("path", ["/", "/quartiers", "/actions", "/evolutions"])
def test_a_title_follows_the_filters(client: FlaskClient, store: Store, path: str) -> None:
    first, second = store.choices.years[0], store.choices.years[-1]
    titles = {title(client.get(f"{path}?annee={year}").text) for year in (first, second)}
    assert len(titles) == 2


def test_the_menu_is_the_same_everywhere(client: FlaskClient, store: Store) -> None:
    menus = [menu(client.get(path).text) for path in paths(store)]
    assert len(menus[0]) >= 5
    assert all(found == menus[0] for found in menus)


def test_the_map_of_the_site_leads_to_every_page(client: FlaskClient, store: Store) -> None:
    found = set(re.findall(r"<main.*</main>", client.get("/plan-du-site").text, re.S)[0:1])
    links = set(re.findall(r'href="([^"#?]+)', "".join(found)))
    assert set(FIXED) - {"/plan-du-site"} <= links
    assert {f"/bilan/{year}" for year in store.choices.years} <= links
    assert {f"/quartiers/{code}" for code in store.choices.quarters} <= links


def test_every_link_of_the_map_is_a_page(client: FlaskClient) -> None:
    (main,) = re.findall(r"<main.*</main>", client.get("/plan-du-site").text, re.S)
    found = set(re.findall(r'href="(/[^"#]*)', main))
    assert len(found) > 20
    for href in found:
        assert client.get(unescape(href), follow_redirects=True).status_code == 200, href

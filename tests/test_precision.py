"""Nothing that is shown or leaves has a digit that its source does not publish."""

from __future__ import annotations

import io
import re

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.web.factory import create_app

VIEWS = (
    "/?annee=2021",
    "/quartiers?annee=2021",
    "/quartiers/QP073001?annee=2021",
    "/quartiers/QP073002?annee=2021",
    "/quartiers?annee=2021&comparer=QP073001,QP073002",
    "/evolutions?annee=2021&indicateur=taux-pauvrete",
    "/bilan/2021",
    "/fiche/evolutions?annee=2021&indicateur=taux-pauvrete",
)
INVENTED = re.compile(r"\b(?:40|43|19|21|24),0\b")
"""The rates of 2021 and their gaps, with the decimal that nobody published."""


@pytest.fixture(scope="module")
def client(chambery: Store) -> FlaskClient:
    return create_app(chambery).server.test_client()


def words(client: FlaskClient, address: str) -> str:
    text = client.get(address).get_data(as_text=True)
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\\u00a0", " ")


@pytest.mark.parametrize("address", VIEWS)
def test_no_page_of_2021_shows_a_decimal_of_poverty(client: FlaskClient, address: str) -> None:
    assert not INVENTED.search(words(client, address))


def test_the_portrait_says_40_percent_and_about_21_points(client: FlaskClient) -> None:
    page = words(client, "/quartiers/QP073001?annee=2021")
    assert "40 %" in page
    assert "environ +21 pts" in page
    assert "environ 24 points de plus" in words(
        client, "/evolutions?annee=2021&indicateur=taux-pauvrete"
    )


def exports(store: Store, form: str) -> list[str]:
    """The address of each file of those views."""
    found = []
    for address in VIEWS:
        path, _, query = address.partition("?")
        visit = router.visit(PAGES, path, query, store)
        slugs = [item.slug for item in exhibits_of(*visit)] if visit else []
        place = path.strip("/") or "accueil"
        found += [f"/export/{place}/{slug}.{form}?{query}" for slug in slugs]
    return found


def test_no_csv_of_2021_holds_a_decimal_of_poverty(client: FlaskClient, chambery: Store) -> None:
    addresses = exports(chambery, "csv")
    assert addresses
    for address in addresses:
        assert not INVENTED.search(words(client, address)), address


def test_a_workbook_shows_40_without_a_decimal(client: FlaskClient) -> None:
    answer = client.get("/export/evolutions/ecart.xlsx?annee=2021")
    page = load_workbook(io.BytesIO(answer.get_data()))["Données"]
    shown = {(box.value, box.number_format) for row in page.iter_rows() for box in row}
    assert {(40, "#,##0"), (43, "#,##0"), (24, "#,##0")} <= shown


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("/quartiers?annee=2021", "carte"),
        ("/quartiers?annee=2021", "liste"),
        ("/bilan/2021", "situation"),
        ("/evolutions?annee=2021&indicateur=taux-pauvrete", "ecart"),
    ],
)
def test_a_figure_that_shows_a_rounded_value_says_how_its_source_rounds(
    chambery: Store, address: str, slug: str
) -> None:
    path, _, query = address.partition("?")
    visit = router.visit(PAGES, path, query, chambery)
    assert visit is not None
    shown = next(item for item in exhibits_of(*visit) if item.slug == slug)
    notes = [note for note in shown.notes if "la source arrondit" in note]
    assert any("à l’unité" in note and "2021" in note for note in notes)
    assert len(notes) == len(set(notes))

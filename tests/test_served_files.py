"""Files that readers take away: a French spreadsheet opens them, and they say what they are."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from dashboard.content import Table
from dashboard.pages import PAGES, Page, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.samples import param
from tests.walked import some

FIGURED = (
    *("accueil", "quartiers", "portrait", "comparaison"),
    *("actions", "action", "evolutions", "bilan"),
)
DRAWN = tuple(page for page in PAGES if page.slug in FIGURED)
NUMBER = re.compile(r"-?\d+(,\d+)?(e-?\d+)?")


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


@pytest.fixture(scope="module")
def real(chambery: Store) -> FlaskClient:
    return create_app(chambery).server.test_client()


def heads_of(table: Table) -> tuple[str, ...]:
    """What its file calls the columns of a table and those of the notes of its cells."""
    return tuple(name for column in table.columns for name in (column.label, column.note) if name)


def files(page: Page, store: Store) -> list[tuple[str, tuple[str, ...]]]:
    """The address of the file of each figure of a page, without its extension, and its heads."""
    asked = param(page, store)
    view = router.view_of(page, asked, "", store)
    place = page.path.replace("*", asked).strip("/") or "accueil"
    return [
        (f"/export/{quote(place)}/{item.slug}", heads_of(item.table))
        for item in exhibits_of(page, view)
    ]


@pytest.mark.parametrize("which", DRAWN, ids=lambda page: page.slug)
def test_the_csv_of_every_figure_opens_in_a_french_spreadsheet(
    client: FlaskClient, store: Store, which: Page
) -> None:
    for address, heads in some(files(which, store)):
        answer = client.get(f"{address}.csv")
        assert answer.status_code == 200, address
        content = answer.get_data()
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        assert tuple(rows[0]) in (heads, ("Rubrique", *heads))
        end = rows.index([])
        assert all(len(row) == len(rows[0]) for row in rows[1:end])
        about = {row[0]: row[1] for row in rows[end + 1 :]}
        assert about["Source et licence"]
        assert ("Territoire fictif" in content.decode()) is store.settings.fictional
        assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
        name = re.search(r'filename="([^"]+)"', answer.headers["Content-Disposition"])
        assert name is not None
        assert re.fullmatch(r"[a-z0-9_-]+\.csv", name[1])


@pytest.mark.parametrize("which", DRAWN, ids=lambda page: page.slug)
def test_the_workbook_of_every_figure_holds_numbers_as_numbers(
    client: FlaskClient, store: Store, which: Page
) -> None:
    for address, heads in some(files(which, store)):
        answer = client.get(f"{address}.xlsx")
        assert answer.status_code == 200, address
        book = load_workbook(io.BytesIO(answer.get_data()))
        assert book.sheetnames == ["Lisez-moi", "Données"]
        first, *rows = book["Données"].iter_rows(values_only=True)
        assert first in (heads, ("Rubrique", *heads))
        spelled = list(csv.reader(io.StringIO(client.get(f"{address}.csv").text), delimiter=";"))
        for row, said in zip(rows, spelled[1:], strict=False):
            for value, words in zip(row, said, strict=True):
                if isinstance(value, (int, float)):
                    assert NUMBER.fullmatch(words), (address, value, words)
        notes = set(book["Lisez-moi"].iter_rows(values_only=True))
        assert "Source et licence" in {label for label, _ in notes}
        assert (("Mention", "Territoire fictif") in notes) is store.settings.fictional


def test_a_decimal_stands_after_a_comma_and_no_space_cuts_a_number(real: FlaskClient) -> None:
    text = real.get("/export/evolutions/tendance.csv").get_data().decode("utf-8-sig")
    assert text.startswith("Année;")
    assert "\r\n2012;32,3;" in text


def test_the_list_of_a_year_holds_every_line_of_it(real: FlaskClient) -> None:
    text = real.get("/export/actions/actions.csv?annee=2020").get_data().decode("utf-8-sig")
    lines = text.split("\r\n")
    assert lines[0].startswith("Intitulé;Porteur;Année")
    assert len([line for line in lines if ";2020;" in line]) == 113
    assert "ANCT" in text


def test_the_list_says_in_columns_of_its_own_what_the_screen_marks(chambery: Store) -> None:
    client = create_app(chambery).server.test_client()
    content = client.get("/export/actions/actions.csv?annee=2021").get_data().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content.split("\r\n\r\n")[0]), delimiter=";"))
    assert "proposé : lieu nommé" in {row["Origine du quartier"] for row in rows}
    assert {row["Origine du pilier"] for row in rows} == {"proposé par règle"}
    assert {row["Complément"] for row in rows} <= {"oui", "non"}
    assert any(row["Périmètre"] == "probable" for row in rows)
    assert all(row["Intitulé affiché"] and row["Porteur affiché"] for row in rows)
    assert any(row["Intitulé affiché"] != row["Intitulé"] for row in rows)


def test_a_file_says_the_unit_of_its_cells(client: FlaskClient) -> None:
    content = client.get("/export/actions/montants.csv").get_data().decode()
    assert "en euros" in content
    assert "milliers d’euros" not in content


def test_the_file_says_which_view_it_is_a_file_of(real: FlaskClient, chambery: Store) -> None:
    text = real.get("/export/accueil/montants.csv?annee=2016&pilier=emploi").get_data().decode()
    assert f"\r\nVue figée;/v/{chambery.digest}/?pilier=emploi&annee=2016\r\n" in text


def test_the_view_of_a_file_names_its_year_where_it_is_the_last_one(chambery: Store) -> None:
    client = create_app(chambery).server.test_client()
    year = chambery.choices.default_year
    text = client.get("/export/actions/montants.csv").get_data().decode()
    assert f"\r\nVue figée;/v/{chambery.digest}/actions?annee={year}\r\n" in text
    report = client.get("/export/bilan/2016/piliers.csv").get_data().decode()
    assert f"\r\nVue figée;/v/{chambery.digest}/bilan/2016\r\n" in report


def test_every_open_file_of_the_publication_can_be_taken(client: FlaskClient, store: Store) -> None:
    assert "actions.csv" in store.files
    for name in store.files:
        with client.get(f"/telecharger/{name}") as answer:
            assert answer.status_code == 200, name
            assert "attachment" in answer.headers["Content-Disposition"]
            assert answer.get_data()


@pytest.mark.parametrize(
    "name", ["manifeste.json", "donnees.sqlite", "..%2fmanifeste.json", "actions.csv%00", "x"]
)
def test_no_other_file_can_be_taken(real: FlaskClient, name: str) -> None:
    answer = real.get(f"/telecharger/{name}")
    assert answer.status_code == 404
    assert "n’existe pas" in answer.text or "ne mène à aucune page" in answer.text

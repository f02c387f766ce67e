"""What is served, without any script: true figures, a French sentence for every bad address."""

from __future__ import annotations

import io
import random
import string

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from dashboard.factory import create_app
from dashboard.store import Store

PAGES = (
    "/",
    "/quartiers",
    "/actions",
    "/evolutions",
    "/bilan/2016",
    "/aide",
    "/donnees",
    "/accessibilite",
    "/mentions-legales",
    "/plan-du-site",
)


@pytest.fixture(scope="module")
def client(chambery: Store) -> FlaskClient:
    return create_app(chambery).server.test_client()


def words(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True).replace("\u202f", " ").replace("\u00a0", " ")


def test_the_portrait_of_biollay_in_2021_holds_its_poverty_and_its_median(
    client: FlaskClient,
) -> None:
    page = words(client, "/quartiers/QP073001?annee=2021")
    assert "40,0 %" in page
    assert "15 540 €" in page


def test_the_actions_of_2020_are_113_lines_and_601_557_euros(client: FlaskClient) -> None:
    page = words(client, "/actions?annee=2020")
    assert "113 subventions" in page
    assert "601 557 €" in page


def test_the_report_of_2016_holds_64_lines_447_268_euros_and_the_citizens_councils(
    client: FlaskClient,
) -> None:
    page = words(client, "/bilan/2016")
    for said in ("64 subventions", "447 268 €", "conseils citoyens", "31 269 €"):
        assert said in page


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_whole_before_any_script(client: FlaskClient, address: str) -> None:
    page = words(client, address)
    assert '<html lang="fr">' in page
    assert page.count("<h1>") == 1
    assert "<main" in page
    assert "Contrat de ville de Grand Chambéry" in page


def test_an_unknown_year_falls_back_and_says_so(client: FlaskClient) -> None:
    page = words(client, "/?annee=2035")
    assert "L’année « 2035 » n’a pas de données" in page


def test_an_unknown_page_is_404_with_ways_out(client: FlaskClient) -> None:
    answer = client.get("/quartiers/QP999999")
    assert answer.status_code == 404
    assert "Page introuvable" in answer.get_data(as_text=True)


def hostile() -> list[str]:
    chance = random.Random(73)
    seeds = [
        "/?pilier=<script>alert(1)</script>",
        "/?annee='; drop table actions;--",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/?quartier=%00",
        "/actions?recherche=%22%3E%3Cimg%20src=x%3E",
        "/actions?page=-1",
        "/actions?page=99999999999999",
        "/actions?tri=montant;drop",
        "/bilan/99999",
        "/bilan/..",
        "/quartiers/%3Cscript%3E",
        "/?periode=2016-",
        "/?periode=-",
        "/export/accueil/../../x.csv",
        "/export/actions/actions.exe",
        "/telecharger/..%2fmanifeste.json",
        "/statique/../app.py",
        "/?" + "a=b&" * 400,
        "/?annee=" + "9" * 3000,
        "/" + "x" * 500,
        "/evolutions?indicateur=" + "é" * 90,
        "/?pilier[]=emploi",
        "/?annee=２０１６",
    ]
    letters = string.ascii_letters + string.digits + "<>'\"%&=;/\\é€😀\u202e"
    paths = ("/", "/actions", "/quartiers", "/evolutions", "/bilan/2016", "/quartiers/QP073001")
    keys = (
        "pilier",
        "annee",
        "quartier",
        "periode",
        "generation",
        "recherche",
        "tri",
        "page",
        "indicateur",
        "comparer",
        "mesure",
        "x",
    )
    while len(seeds) < 300:
        value = "".join(chance.choice(letters) for _ in range(chance.randint(1, 40)))
        seeds.append(f"{chance.choice(paths)}?{chance.choice(keys)}={value}")
    return seeds


def test_three_hundred_hostile_addresses_break_nothing_and_echo_nothing(
    client: FlaskClient,
) -> None:
    for address in hostile():
        answer = client.get(address)
        assert answer.status_code in (200, 302, 308, 400, 404), address
        page = answer.get_data(as_text=True)
        assert "Traceback" not in page
        assert "<script>alert" not in page
        assert "<img src=x>" not in page


def test_two_apps_live_in_one_process(chambery: Store, example: Store) -> None:
    first, second = (create_app(store).server.test_client() for store in (chambery, example))
    assert "Grand Chambéry" in first.get("/").get_data(as_text=True)
    assert "Territoire fictif" in second.get("/").get_data(as_text=True)
    assert "Territoire fictif" not in first.get("/").get_data(as_text=True)


def test_every_page_of_the_fictional_territory_says_that_it_is(example: Store) -> None:
    client = create_app(example).server.test_client()
    for address in ("/", "/quartiers", "/actions", "/evolutions", "/bilan/2023", "/donnees"):
        assert "Territoire fictif" in client.get(address).get_data(as_text=True)
        assert "noindex" in client.get(address).get_data(as_text=True)


def test_health_says_what_is_served(client: FlaskClient, chambery: Store) -> None:
    answer = client.get("/sante").get_json()
    assert answer["statut"] == "ok"
    assert answer["publication"] == chambery.digest
    assert answer["comptes"]["actions"] == 748


def test_no_cookie_is_set_and_scripts_come_from_here_only(client: FlaskClient) -> None:
    answer = client.get("/")
    assert "Set-Cookie" not in answer.headers
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy.replace("https://", "").split("script-src")[1].split(";")[0]


def test_the_csv_of_what_is_shown_opens_in_a_french_spreadsheet(client: FlaskClient) -> None:
    answer = client.get("/export/actions/actions.csv?annee=2020")
    text = answer.get_data().decode("utf-8-sig")
    assert answer.get_data().startswith(b"\xef\xbb\xbf")
    lines = text.split("\r\n")
    assert lines[0].startswith("Année;Intitulé;Porteur")
    assert len([line for line in lines if line.startswith("2020;")]) == 113
    assert "ANCT" in text


def test_the_workbook_holds_numbers_and_its_reading_notes(client: FlaskClient) -> None:
    book = load_workbook(io.BytesIO(client.get("/export/accueil/montants.xlsx").get_data()))
    assert book.sheetnames == ["Lisez-moi", "Données"]
    assert book["Données"]["A2"].value == 2016
    assert isinstance(book["Données"]["D2"].value, int | float)

"""What is served, without any script: true figures, a French sentence for every bad address."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote, unquote, urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.store import Store
from dashboard.web.factory import create_app

PAGES = (
    "/",
    "/quartiers",
    "/actions",
    "/evolutions",
    "/bilan/2016",
    "/aide",
    "/donnees",
    "/donnees/changements",
    "/accessibilite",
    "/mentions-legales",
    "/plan-du-site",
)


@pytest.fixture(scope="module")
def client(chambery: Store) -> FlaskClient:
    return create_app(chambery).server.test_client()


SITE = "https://observatoire.exemple"


@pytest.fixture(scope="module")
def public(chambery: Store) -> Iterator[FlaskClient]:
    """A service whose operator said its public address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADRESSE_PUBLIQUE", f"{SITE}/")
        yield create_app(chambery).server.test_client()


def words(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True).replace("\u202f", " ").replace("\u00a0", " ")


def test_the_portrait_of_biollay_in_2021_holds_its_poverty_and_its_median(
    client: FlaskClient,
) -> None:
    page = words(client, "/quartiers/QP073001?annee=2021")
    assert "40 %" in page
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


@pytest.mark.parametrize("path", ["/bilan", "/bilan/2019", "/bilan/2025"])
def test_a_report_of_an_unknown_year_is_the_last_one_and_says_so(
    client: FlaskClient, path: str
) -> None:
    found = client.get(f"{path}?annee=2031", follow_redirects=True)
    assert found.request.path == "/bilan/2025"
    assert "2031" in unescape(found.get_data(as_text=True))
    assert "n’existe pas, le choix de la page reste" in unescape(found.get_data(as_text=True))


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


REFUSED = (
    "Cette adresse ne mène à aucune page",
    "Ce fichier n’existe pas",
    "Fichier introuvable",
    "Cette adresse ne se consulte pas",
    "Page introuvable",
)
"""What a refusal says: a French sentence, never the server's own words."""


def hold(client: FlaskClient, address: str) -> None:
    """Whatever is asked: an answer, nothing of ours shown, nothing of theirs unescaped."""
    answer = client.get(address)
    page = answer.get_data(as_text=True)
    assert answer.status_code in (200, 302, 308, 404), f"{answer.status_code} {address}"
    assert "Traceback" not in page
    assert "Internal Server Error" not in page
    if answer.status_code == 404:
        assert any(sentence in page for sentence in REFUSED), address
    for raw in re.findall(r"<[^&]{5,}", unquote(address)):
        assert raw not in page, address


def test_three_hundred_hostile_addresses_break_nothing_and_echo_nothing(
    client: FlaskClient,
) -> None:
    asked = hostile()
    assert len(asked) == 300
    for address in asked:
        hold(client, address)


@settings(max_examples=80, derandomize=True)
@given(
    path=st.sampled_from((*PAGES, "/quartiers/", "/bilan/", "/actions/", "/export/", "/statique/")),
    rest=st.text(max_size=12),
    pairs=st.lists(
        st.tuples(
            st.sampled_from(
                ("pilier", "annee", "periode", "quartier", "indicateur", "page", "tri", "comparer")
            )
            | st.text(max_size=8),
            st.text(max_size=60),
        ),
        max_size=5,
    ),
)
def test_no_address_at_all_breaks_a_page(
    client: FlaskClient, path: str, rest: str, pairs: list[tuple[str, str]]
) -> None:
    end = quote(rest, errors="replace") if path.endswith("/") and path != "/" else ""
    hold(client, f"{path}{end}?{urlencode(pairs, errors='replace')}")


def test_a_key_said_twice_counts_once_and_both_do_no_harm(client: FlaskClient) -> None:
    twice = words(client, "/actions?annee=2020&annee=2016&pilier=tous")
    assert "113 subventions" in twice


def test_a_fault_is_told_in_french_and_as_what_it_is(client: FlaskClient) -> None:
    told = {
        405: client.post("/actions"),
        413: client.post("/_dash-update-component", json={"x": "x" * 300_000}),
        404: client.get("/export/accueil/montants.docx"),
    }
    for status, answer in told.items():
        assert answer.status_code == status
        said = answer.get_data(as_text=True)
        assert any(word in said for word in ("Cette adresse", "La demande", "Ce fichier")), status


@pytest.mark.parametrize(
    ("address", "taken"),
    [("/actions", "GET"), ("/api/v1/indicateurs", "GET"), ("/_dash-update-component", "POST")],
)
def test_a_method_that_an_address_does_not_take_is_told_those_that_it_takes(
    client: FlaskClient, address: str, taken: str
) -> None:
    found = client.delete(address)
    assert found.status_code == 405
    allowed = found.headers["Allow"].split(", ")
    assert {*taken.split(", "), "OPTIONS"} <= set(allowed)
    assert "DELETE" not in allowed


HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


@pytest.mark.parametrize(
    "address",
    ["/", "/nulle-part", "/sante", "/robots.txt", "/plan.xml", "/export/accueil/montants.csv"],
)
def test_every_answer_bears_the_security_headers_and_no_cookie(
    client: FlaskClient, address: str
) -> None:
    answer = client.get(address)
    assert "Set-Cookie" not in answer.headers
    policy = dict(
        part.strip().partition(" ")[::2]
        for part in answer.headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert not any("://" in value or "*" in value for value in policy.values())
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_every_address_of_the_site_map_answers(public: FlaskClient) -> None:
    assert f"Sitemap: {SITE}/plan.xml" in public.get("/robots.txt").text
    found = re.findall(rf"<loc>{SITE}([^<]*)</loc>", public.get("/plan.xml").text)
    assert len(found) >= 30
    for address in found:
        status = public.get(address).status_code
        assert status == (302 if address == "/bilan" else 200), address


def test_without_a_public_address_no_site_map_is_announced_nor_given(client: FlaskClient) -> None:
    assert "Sitemap" not in client.get("/robots.txt").text
    answer = client.get("/plan.xml")
    assert (answer.status_code, "adresse publique" in answer.text) == (404, True)


SAYING = (
    *PAGES,
    "/fiche/accueil",
    "/figure/accueil/montants.svg",
    "/export/accueil/montants.csv",
    "/encart/accueil/montants",
    "/nulle-part",
    "/bilan",
    "/robots.txt",
    "/plan.xml",
    "/sante",
    "/_dash-layout",
    "/statique/absent",
)


@pytest.mark.parametrize("service", ["client", "public"])
def test_no_answer_says_the_host_that_a_request_claims(
    service: str, request: pytest.FixtureRequest
) -> None:
    asked = request.getfixturevalue(service)
    headers = {
        "Host": "mechant.exemple",
        "X-Forwarded-Host": "mechant.exemple",
        "Referer": "http://mechant.exemple/actions",
    }
    for address in SAYING:
        answer = asked.get(address, headers=headers)
        assert "mechant" not in f"{answer.headers}{answer.get_data(as_text=True)}", address


def test_paper_and_search_engines_read_the_public_address_else_a_relative_one(
    client: FlaskClient, public: FlaskClient
) -> None:
    for asked, site in ((client, ""), (public, SITE)):
        page = asked.get("/quartiers/QP073001?annee=2016").text
        assert f'<link rel="canonical" href="{site}/quartiers/QP073001">' in page
        assert f'data-adresse="1">{site}/quartiers/QP073001?annee=2016<' in page
        assert "canonical" not in asked.get("/nulle-part").text


@pytest.mark.parametrize("encoding", ["br", "identity"])
def test_an_answer_that_may_be_compressed_says_so_to_whoever_asks(
    client: FlaskClient, encoding: str
) -> None:
    suite = "/_dash-component-suites/dash/html/dash_html_components.min.js"
    for address in ("/", "/nulle-part", "/sante", "/bilan", "/statique/icone.svg", suite):
        answer = client.get(address, headers={"Accept-Encoding": encoding})
        assert answer.headers["Vary"] == "Accept-Encoding", address
    known = {"Accept-Encoding": encoding, "If-None-Match": client.get(suite).headers["ETag"]}
    answer = client.get(suite, headers=known)
    assert (answer.status_code, answer.headers["Vary"]) == (304, "Accept-Encoding")


@pytest.mark.slow
def test_every_link_of_every_page_leads_somewhere(client: FlaskClient) -> None:
    linked = {
        href.partition("#")[0]
        for address in (*PAGES, "/quartiers/QP073001", "/actions/P147-2016-001")
        for href in re.findall(r'<a [^>]*href="([^"]+)"', client.get(address).text)
        if href.startswith("/")
    }
    paths = {href.partition("?")[0]: unescape(href) for href in sorted(linked)}
    assert len(paths) > 60
    for address in paths.values():
        with client.get(address) as answer:
            assert answer.status_code in (200, 302), address


@pytest.mark.parametrize("address", ["/quartiers/QP073001", "/?quartier=QP073001", "/evolutions"])
def test_a_link_to_the_page_of_a_quarter_carries_no_quarter(
    client: FlaskClient, address: str
) -> None:
    linked = re.findall(r'href="(/quartiers/[^"]+)"', client.get(address).text)
    assert linked
    assert not [href for href in linked if "quartier=" in href or "generation=" in href]


@pytest.mark.parametrize("code", ["QN07301M", "QN07302M"])
def test_no_reference_of_the_quarters_of_2015_stands_on_a_page_of_2024(
    client: FlaskClient, code: str
) -> None:
    assert "Ensemble des quartiers prioritaires" in words(client, "/quartiers/QP073001")
    assert "Ensemble des quartiers prioritaires" not in words(client, f"/quartiers/{code}")


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


def test_the_portrait_of_the_perimeter_of_2024_holds_its_inhabitants_of_2020(
    client: FlaskClient,
) -> None:
    page = words(client, "/quartiers/QN07302M")
    assert "7 078" in page
    assert "année présumée" in page
    assert "2 822" not in page


def test_an_address_that_a_mail_mangled_leads_to_the_one_that_was_meant(
    client: FlaskClient,
) -> None:
    answer = client.get("/actions?annee=2016&amp;pilier=emploi&amp%3Bquartier=QP073001")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/actions?annee=2016&pilier=emploi&quartier=QP073001"
    path = {"PATH_INFO": "//ailleurs.example/"}
    elsewhere = client.get("/?a=1&amp;b=2", environ_overrides=path)
    assert elsewhere.headers["Location"] == "/ailleurs.example/?a=1&b=2"

"""/encart/…: any figure alone, with its words, its table and its source, without a script."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from dashboard.content import Exhibit
from dashboard.pages.page import exhibits_of
from dashboard.store import Store, citations, open_store
from dashboard.web.factory import create_app
from tests.e2e.checks.markup import faults_of
from tests.test_gallery import BY_SLUG, DRAWN, Case, params

SITE = "https://observatoire.exemple"
BLANKS = re.compile(r"\s+")
CODE = re.compile(r"<textarea[^>]*>(.*?)</textarea>", re.DOTALL)
LINK = re.compile(r'<a [^>]*href="([^"]*)"')


def squeezed(words: str) -> str:
    return BLANKS.sub("", words)


def client_of(store: Store, **said: str) -> FlaskClient:
    with pytest.MonkeyPatch.context() as operator:
        for name in ("ADRESSE_PUBLIQUE", "ENCARTS"):
            operator.delenv(name, raising=False)
        for name, value in said.items():
            operator.setenv(name, value)
        return create_app(store).server.test_client()


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    """A site whose figures all sites may show."""
    return client_of(store, ADRESSE_PUBLIQUE=SITE, ENCARTS="oui")


def codes(client: FlaskClient, address: str) -> list[dict[str, str]]:
    """The attributes of each frame whose code a page offers."""
    found = [unescape(code) for code in CODE.findall(client.get(address).text)]
    for code in found:
        assert re.fullmatch(r"<iframe( [a-z]+=\"[^\"<>]*\")+></iframe>", code), code
    return [
        {name: unescape(held) for name, held in re.findall(r'([a-z]+)="([^"]*)"', code)}
        for code in found
    ]


def case_of(store: Store, slug: str) -> Case:
    page = BY_SLUG[slug]
    query = "" if page is BY_SLUG["bilan"] else f"annee={store.choices.years[0]}"
    return Case(page, params(page, store)[0], query)


def hold(client: FlaskClient, store: Store, item: Exhibit, frame: dict[str, str]) -> None:
    """The frame says all that the card of its figure says, and leads to its page alone."""
    answer = client.get(frame["src"].removeprefix(SITE))
    assert answer.status_code == 200, frame["src"]
    page = answer.text
    said = squeezed(unescape(re.sub(r"<[^>]*>", " ", page)))
    words = (item.title, item.subtitle, item.frame.whole, item.source, *item.tags, *item.notes)
    for part in (*words, store.settings.notice, store.digest[:6]):
        assert squeezed(part) in said, (frame["src"], part)
    assert frame["title"].startswith(item.title)
    assert re.search(r"<title>[^<]*\S – Contrat de ville", page)
    assert ("<svg" in page) is (item.chart is not None and not item.table_first)
    assert (" aria-label=" in page) is True
    assert ("<table" in page) is bool(item.table.rows)
    assert "<script" not in page
    assert faults_of(page.partition("<body>")[2].partition("</body>")[0]) == []
    [leads] = LINK.findall(page)
    assert unescape(leads).startswith(f"{SITE}/")


@pytest.mark.parametrize("slug", DRAWN)
def test_every_figure_of_every_page_stands_alone_in_its_frame(
    client: FlaskClient, store: Store, slug: str
) -> None:
    case = case_of(store, slug)
    shown = [
        item for item in exhibits_of(case.page, case.view(store)) if item.chart or item.table.rows
    ]
    frames = codes(client, str(case))
    assert len(frames) == 2 * len(shown)
    for item, live, frozen in zip(shown, frames[::2], frames[1::2], strict=True):
        hold(client, store, item, live)
        where = urlsplit(live["src"])
        assert urlsplit(frozen["src"]).path == f"/v/{store.digest}{where.path}"
        assert urlsplit(frozen["src"]).query == where.query
        assert 200 <= int(live["height"]) <= 3_000


def test_what_is_frozen_says_so_and_leads_to_the_frozen_page(
    client: FlaskClient, store: Store
) -> None:
    page = client.get(f"/v/{store.digest}/encart/actions/montants").text
    assert "figure figée, ses chiffres ne changent plus" in page
    [leads] = LINK.findall(page)
    assert unescape(leads).startswith(f"{SITE}/v/{store.digest}/actions?annee=")
    frames = codes(client, f"/v/{store.digest}/actions")
    assert frames
    assert all(f"{SITE}/v/{store.digest}/encart/" in frame["src"] for frame in frames)


def test_a_site_that_was_not_said_to_allow_it_offers_no_code_and_says_why(store: Store) -> None:
    for said in ({}, {"ENCARTS": "non"}, {"ENCARTS": "ville.fr"}):
        closed = client_of(store, ADRESSE_PUBLIQUE=SITE, **said)
        assert codes(closed, "/actions") == []
        answer = closed.get("/encart/actions/montants")
        assert (answer.status_code, "ne permet pas d’encart" in answer.text) == (403, True)


def test_without_a_public_address_no_code_can_be_written(store: Store) -> None:
    unknown = client_of(store, ENCARTS="oui")
    assert codes(unknown, "/actions") == []
    assert unknown.get("/encart/actions/montants").status_code == 200


def test_no_code_holds_what_its_reader_looks_for(client: FlaskClient) -> None:
    assert codes(client, "/quartiers?lieu=rue+du+Test") == []


def test_panels_drawn_anew_offer_the_same_code(client: FlaskClient, store: Store) -> None:
    frames = codes(client, "/actions?annee=2022")
    assert {"annee=2022"} == {urlsplit(frame["src"]).query for frame in frames}


REFUSED = {
    "/encart/actions/inconnue": (404, "pas de figure de ce nom"),
    "/encart/fiche/actions/montants": (404, "aucune page"),
    "/encart/nulle/part": (404, "aucune page"),
    f"/v/{'0' * 16}/encart/actions/montants": (410, "n’est plus conservée"),
}


@pytest.mark.parametrize("address", REFUSED)
def test_a_bad_address_is_told_in_french(client: FlaskClient, address: str) -> None:
    code, why = REFUSED[address]
    answer = client.get(address)
    assert (answer.status_code, why in answer.text) == (code, True)


def test_a_frame_is_only_asked(client: FlaskClient) -> None:
    for method in ("post", "put", "delete"):
        assert getattr(client, method)("/encart/actions/montants").status_code == 405


def test_nothing_that_an_address_says_is_echoed_unescaped(client: FlaskClient) -> None:
    for query in (
        "annee=%3Cscript%3E",
        "recherche=%22%3E%3Cimg%3E",
        "zut=%3Cb%3E&theme=%00",
    ):
        page = client.get(f"/encart/actions/montants?{query}").text
        assert not re.search(r"<script|<img|<b>", page), query


@pytest.fixture
def service(var: Path) -> tuple[FlaskClient, str]:
    """A site that follows publications, and the one that it serves."""
    with pytest.MonkeyPatch.context() as operator:
        operator.setenv("ENCARTS", "oui")
        made = create_app(var=var, territory="exemple").server.test_client()
    return made, open_store(var, "exemple").digest


def test_a_frozen_frame_keeps_its_publication_and_a_live_one_does_not(
    service: tuple[FlaskClient, str], var: Path
) -> None:
    client, digest = service
    (var / citations.FOLDER / digest).unlink(missing_ok=True)
    client.get("/encart/actions/montants")
    assert digest not in citations.cited(var)
    client.get(f"/v/{digest}/encart/actions/montants")
    assert digest in citations.cited(var)

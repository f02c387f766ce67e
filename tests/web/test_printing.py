"""/document/…: a file for every page that has a document, a French sentence for every refusal."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from dashboard.documents import pdf
from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.documents import tagged
from tests.walked import some

LINK = re.compile(r'href="(/document/[^"]*)"')


@pytest.fixture(scope="module")
def client(chambery: Store) -> FlaskClient:
    return create_app(chambery).server.test_client()


def test_the_portrait_leads_to_its_sheet_with_the_same_filters(client: FlaskClient) -> None:
    asked = "/quartiers/QP073001?pilier=cohesion-sociale&annee=2016"
    href = unescape(LINK.findall(client.get(asked).get_data(as_text=True))[0])
    found = client.get(href)
    assert (found.status_code, found.mimetype) == (200, "application/pdf")
    said = found.headers["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="[a-z0-9_-]+qp073001_2016[a-z0-9_-]*\.pdf"', said)
    assert "Cohésion sociale" in tagged.texts(found.get_data())[0]
    assert found.headers["X-Content-Type-Options"] == "nosniff"


def test_every_sheet_is_two_presses_away_as_a_pdf_and_as_a_zip(client: FlaskClient) -> None:
    asked = "/quartiers?annee=2025&pilier=emploi&generation=2024"
    hrefs = list(map(unescape, LINK.findall(client.get(asked).get_data(as_text=True))))
    found = [
        client.get(href) for href in hrefs if href.partition("?")[0].endswith((".pdf", ".zip"))
    ]
    assert [item.mimetype for item in found] == ["application/pdf", "application/zip"]
    for item in found:
        assert "fiches_2025_emploi" in item.headers["Content-Disposition"]


def test_the_same_document_is_made_once(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get("/document/quartiers/QP073002.pdf?annee=2019").get_data()
    monkeypatch.setattr(pdf, "several", None)
    assert client.get("/document/quartiers/QP073002.pdf?annee=2019").get_data() == first


def test_the_report_leads_to_its_file(client: FlaskClient) -> None:
    hrefs = LINK.findall(client.get("/bilan/2016?pilier=emploi").get_data(as_text=True))
    found = client.get(unescape(hrefs[0]))
    assert (found.status_code, found.mimetype) == (200, "application/pdf")
    assert "_bilan_2016_emploi.pdf" in found.headers["Content-Disposition"]


def test_the_report_is_also_offered_to_be_completed(client: FlaskClient) -> None:
    hrefs = LINK.findall(client.get("/bilan/2016").get_data(as_text=True))
    for href, form in some(zip(hrefs[1:5], ("odt", "docx", "odp", "pptx"), strict=True)):
        found = client.get(unescape(href))
        assert found.status_code == 200
        assert found.headers["Content-Disposition"].endswith(f'_bilan_2016.{form}"')
        assert found.get_data().startswith(b"PK")


def test_the_figures_of_a_page_are_offered_under_export_and_follow_the_filters(
    client: FlaskClient,
) -> None:
    asked = "/evolutions?annee=2019&indicateur=taux-pauvrete"
    text = client.get(asked).get_data(as_text=True)
    hrefs = set(map(unescape, re.findall(r'href="(/figures/[^"]*)"', text)))
    assert len(hrefs) == 1
    found = client.get(hrefs.pop())
    assert (found.status_code, found.mimetype) == (200, "application/zip")
    assert "2019" in found.headers["Content-Disposition"]


REFUSED = {
    "/figures/aide.zip": "pas de figure",
    "/figures/fiche/accueil.zip": "pas de figure",
    "/figures/nulle/part.zip": "aucune page",
    "/document/quartiers/QP073001.rtf": ": PDF, DOCX, PPTX, ODT, ODP, ZIP.",
    "/document/aide.odp": "pas de document",
    "/document/quartiers/QP000000.pdf": "aucune page",
    "/document/donnees.pdf": "pas de document",
    "/document/.pdf": "pas de document",
}


@pytest.mark.parametrize("address", REFUSED)
def test_a_bad_address_is_told_in_french(client: FlaskClient, address: str) -> None:
    found = client.get(address)
    assert found.status_code == 404
    assert REFUSED[address] in found.get_data(as_text=True)

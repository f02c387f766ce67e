"""/figure/…: an image for every figure that is drawn, a French sentence for every bad address."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html import unescape
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.spied import spied
from tests.test_gallery import BY_SLUG, DRAWN, Case, params

SVG = "{http://www.w3.org/2000/svg}"
ASKED = re.compile(r'<form[^>]*action="(/figure/[^"]*)\.png"')


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def words(svg: str) -> str:
    texts = ET.fromstring(svg).iter(f"{SVG}text")
    return re.sub(r"\s+", "", " ".join("".join(text.itertext()) for text in texts))


@pytest.mark.parametrize("slug", DRAWN)
def test_every_figure_that_is_drawn_has_its_image(
    client: FlaskClient, store: Store, slug: str
) -> None:
    page = BY_SLUG[slug]
    query = "" if page is BY_SLUG["bilan"] else f"annee={store.choices.years[0]}"
    case = Case(page, params(page, store)[0], query)
    shown = exhibits_of(page, case.view(store))
    drawn = [item for item in shown if item.chart and not item.table_first]
    offered = ASKED.findall(client.get(str(case)).get_data(as_text=True))
    assert [where.rpartition("/")[2] for where in offered] == [item.slug for item in drawn]
    for where, item in zip(offered, drawn, strict=True):
        found = client.get(f"{where}.svg?{query}&format=demi-page")
        assert (found.status_code, found.mimetype) == (200, "image/svg+xml")
        said = words(found.get_data(as_text=True))
        assert re.sub(r"\s+", "", item.frame.whole) in said
        assert query in unquote(said)


def test_an_image_is_a_file_with_a_french_name_and_every_header(client: FlaskClient) -> None:
    found = client.get("/figure/actions/montants.png?format=carre")
    assert found.mimetype == "image/png"
    assert found.get_data().startswith(b"\x89PNG")
    said = found.headers["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="[a-z0-9_.-]+-carre\.png"', said)
    assert found.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" in found.headers


REFUSED = {
    "/figure/actions/montants.gif": (404, "PNG et SVG"),
    "/figure/montants": (404, "PNG et SVG"),
    "/figure/actions/inconnue.png": (404, "ne dessine pas"),
    "/figure/quartiers/liste.png": (404, "ne dessine pas"),
    "/figure/nulle/part.png": (404, "aucune page"),
    "/figure/actions/montants.png?format=timbre": (400, "diapositive, a4"),
    "/figure/actions/montants.png?finesse=4": (400, "1, 2, 3"),
    "/figure/actions/montants.png?finesse=1e9": (400, "1, 2, 3"),
    "/figure/actions/montants.svg?format=": (400, "diapositive, a4"),
}


@pytest.mark.parametrize("address", REFUSED)
def test_a_bad_address_is_told_in_french(client: FlaskClient, address: str) -> None:
    code, why = REFUSED[address]
    found = client.get(address)
    assert found.status_code == code
    assert why in found.get_data(as_text=True)


def test_an_image_is_painted_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[object, ...]] = []
    real = __import__("resvg_py").svg_to_bytes
    monkeypatch.setattr("resvg_py.svg_to_bytes", spied(real, made))
    client = create_app(store).server.test_client()
    first, second = (client.get("/figure/actions/montants.png") for _ in range(2))
    assert first.data == second.data
    assert len(made) == 1
    client.get("/figure/actions/montants.png?finesse=2")
    assert len(made) == 2


PREVIEW = re.compile(r'<meta property="og:image" content="([^"]*)">')


def test_a_public_page_is_shown_elsewhere_by_its_first_figure(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADRESSE_PUBLIQUE", "https://observatoire.exemple/")
    client = create_app(store).server.test_client()
    year = store.choices.years[0]
    [image] = PREVIEW.findall(client.get(f"/actions?annee={year}").get_data(as_text=True))
    image = unescape(image)
    where = "https://observatoire.exemple/figure/actions/explorer.png"
    assert image == f"{where}?annee={year}&apercu=oui"
    assert client.get(image.removeprefix("https://observatoire.exemple")).mimetype == "image/png"
    assert PREVIEW.findall(client.get("/aide").get_data(as_text=True)) == []


def test_no_page_says_an_address_that_nobody_gave(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ADRESSE_PUBLIQUE", raising=False)
    client = create_app(store).server.test_client()
    assert "og:image" not in client.get("/actions").get_data(as_text=True)

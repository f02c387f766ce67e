"""Images of another site under the maps: none unless the operator says so, and then nowhere else
than under the maps of a screen."""

from __future__ import annotations

import re
from html import unescape

import geopandas as gpd
import pytest
from flask.testing import FlaskClient

from dashboard.store import Store
from dashboard.web import basemaps
from dashboard.web.factory import create_app
from tests.conftest import ROOT

SITE = "https://fond.exemple"
IMAGES = f"{SITE}/wms?CRS=EPSG:2154&BBOX={{bbox}}&WIDTH=512&HEIGHT=512"
MENTION = "© Exemple, Licence Ouverte 2.0"
MAP = "/quartiers?autour=aucun"


@pytest.fixture(scope="module")
def client(chambery: Store) -> FlaskClient:
    """The real territory over the images of another site."""
    app = create_app(chambery.over(basemaps.read(IMAGES, mention=MENTION)))
    return app.server.test_client()


def images(client: FlaskClient, address: str) -> list[str]:
    """The addresses of the images of other sites that a page shows."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    found = re.findall(r'<image href="([^"]*)"', answer.get_data(as_text=True))
    return [unescape(href) for href in found]


def sources(client: FlaskClient, address: str) -> str:
    """The sites of which the policy of an answer lets images come."""
    policy = client.get(address).headers["Content-Security-Policy"]
    return next(part for part in policy.split("; ") if part.startswith("img-src"))


@pytest.mark.parametrize("said", ["", "non", "Non"])
def test_no_image_is_asked_where_the_operator_says_nothing(said: str) -> None:
    assert basemaps.read(said) is None


def test_the_plan_of_ign_is_asked_in_the_projection_of_the_maps_and_its_licence_is_said() -> None:
    found = basemaps.read("ign")
    assert found
    assert found.origin == "https://data.geopf.fr"
    assert "LAYERS=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&" in found.address
    assert "CRS=EPSG:2154" in found.address
    assert "IGN" in found.mention
    assert "Licence Ouverte 2.0" in found.mention
    other = basemaps.read("ign", "ORTHOIMAGERY.ORTHOPHOTOS", "© IGN, photographies")
    assert other
    assert "LAYERS=ORTHOIMAGERY.ORTHOPHOTOS&" in other.address
    assert other.mention.startswith("© IGN")


@pytest.mark.parametrize(
    ("said", "layer", "mention", "named"),
    [
        ("https://fond.exemple/wms?BBOX={bbox}", "", "", "FOND_DE_CARTE_MENTION"),
        ("https://fond.exemple/wms", "", MENTION, "FOND_DE_CARTE"),
        ("https://fond.exemple/{z}/{x}/{y}.png", "", MENTION, "FOND_DE_CARTE"),
        ("fond.exemple/wms?BBOX={bbox}", "", MENTION, "FOND_DE_CARTE"),
        ("https://*/wms?BBOX={bbox}", "", MENTION, "FOND_DE_CARTE"),
        ("https://a.fr;script-src *;/{bbox}", "", MENTION, "FOND_DE_CARTE"),
        ("https://a.fr/ {bbox}", "", MENTION, "FOND_DE_CARTE"),
        ("https://qui:mot@a.fr/{bbox}", "", MENTION, "FOND_DE_CARTE"),
        ("javascript:{bbox}", "", MENTION, "FOND_DE_CARTE"),
        ("ign", "A&LAYERS=B", "", "FOND_DE_CARTE_COUCHE"),
    ],
)
def test_what_cannot_be_asked_or_said_shows_nothing_and_the_journal_says_why(
    said: str, layer: str, mention: str, named: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert basemaps.read(said, layer, mention) is None
    assert caplog.messages[0].startswith(f"{named} :")


def test_the_maps_of_a_screen_lie_over_them_and_say_whose_they_are(client: FlaskClient) -> None:
    for address in ("/", MAP, f"{MAP}&cadre=QP073001", "/quartiers/QP073001", "/?mesure=actions"):
        assert 4 <= len(images(client, address)) <= 20, address
        assert all(href.startswith(f"{SITE}/wms?") for href in images(client, address))
        page = client.get(address).get_data(as_text=True)
        assert page.count("mention-fond") == page.count('class="fond"') == 1
        assert "© Exemple" in page


def test_a_page_lets_images_of_that_site_alone_come_and_only_where_it_has_a_map(
    client: FlaskClient,
) -> None:
    own = "img-src 'self' data: blob:"
    for address in ("/", "/quartiers", "/quartiers/QP073001"):
        assert sources(client, address) == f"{own} {SITE}", address
        assert sources(client, address) == f"{own} {SITE}", "la réponse gardée"
    for address in ("/actions", "/evolutions", "/mentions-legales", "/nulle-part", "/sante"):
        assert sources(client, address) == own, address


ELSEWHERE = (
    "/quartiers",
    "/actions",
    "/fiche/quartiers?autour=aucun",
    "/projection/quartiers?autour=aucun",
    "/quartiers?lieu=Avenue de Bassens",
)
"""Communes in colour, no map, paper, a wall, and where a reader looks for something."""


def test_nothing_else_asks_for_them(client: FlaskClient, chambery: Store) -> None:
    for address in ELSEWHERE:
        assert SITE not in "".join(images(client, address)), address
    assert "carte-ou-est-ce" in client.get(ELSEWHERE[-1]).get_data(as_text=True)
    frozen = f"/v/{chambery.digest}/quartiers?autour=aucun"
    assert images(client, frozen) == []
    assert "fond.exemple" not in sources(client, frozen)
    for address in ("/figure/quartiers/carte.svg", "/export/quartiers/carte.csv"):
        answer = client.get(f"{address}?autour=aucun")
        assert answer.status_code == 200
        assert b"fond.exemple" not in answer.data


def test_the_site_says_who_is_asked(client: FlaskClient, chambery: Store) -> None:
    plain = create_app(chambery).server.test_client()
    for address in ("/mentions-legales", "/accessibilite"):
        assert "fond.exemple" in client.get(address).get_data(as_text=True)
        assert "fond.exemple" not in plain.get(address).get_data(as_text=True)
    said = "aucune requête vers un tiers."
    assert said in plain.get("/mentions-legales").get_data(as_text=True)
    assert said not in client.get("/mentions-legales").get_data(as_text=True)
    assert "le fond de carte" in client.get(MAP).get_data(as_text=True)


def test_an_image_lies_under_the_outlines_to_within_a_pixel(client: FlaskClient) -> None:
    """Both are in the metres of Lambert-93: what the page draws of a quarter has the corners of its
    official outline, projected by PROJ, in the box in which the images are laid."""
    file = ROOT / "data" / "grand-chambery" / "contours_quartiers.geojson"
    outlines = gpd.read_file(file).set_index("code").to_crs("EPSG:2154")
    corners = outlines.loc["QP073001"].geometry.bounds
    page = client.get(f"{MAP}&cadre=QP073001").get_data(as_text=True)
    boxes = re.findall(
        r'<svg [^>]*viewBox="([^"]*)"[^>]*>(?:<g class="fond">|<path d="(M[^"]*)")', page
    )
    [under] = {box for box, path in boxes if not path}
    across, up = zip(*(points(path) for box, path in boxes if box == under and path), strict=True)
    drawn = [(min(x), -max(y), max(x), -min(y)) for x, y in zip(across, up, strict=True)]
    assert any(box == pytest.approx(corners, abs=1) for box in drawn)


def points(path: str) -> tuple[list[float], list[float]]:
    """The abscissas and the ordinates of a path made of steps."""
    across, up = [], []
    for ring in filter(None, path.split("Z")):
        first, _, rest = ring.removeprefix("M").partition("l")
        x = y = 0.0
        for step in (first, *rest.split()):
            dx, dy = map(float, step.split(","))
            x, y = x + dx, y + dy
            across.append(x)
            up.append(y)
    return across, up

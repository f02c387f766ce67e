"""Which sites may show our pages in a frame: none, but for the frames that the operator allows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from dashboard.store import Store
from dashboard.view import EMBEDS
from dashboard.web import framing
from dashboard.web.factory import Observatory, create_app
from tests.walked import some

SITE = "https://ville.exemple"


def app_of(store: Store, said: str | None) -> Iterator[Observatory]:
    with pytest.MonkeyPatch.context() as operator:
        operator.setenv("ADRESSE_PUBLIQUE", "https://observatoire.exemple")
        operator.delenv("ENCARTS", raising=False)
        if said is not None:
            operator.setenv("ENCARTS", said)
        yield create_app(store)


@pytest.fixture(scope="module")
def closed(example: Store) -> Iterator[Observatory]:
    """A site whose operator said nothing."""
    yield from app_of(example, None)


@pytest.fixture(scope="module")
def opened(example: Store) -> Iterator[Observatory]:
    """A site whose figures one other site may show."""
    yield from app_of(example, SITE)


@pytest.mark.parametrize(
    ("said", "sites"),
    [
        ("", ""),
        ("non", ""),
        ("Non", ""),
        ("oui", "*"),
        (SITE, SITE),
        (
            " https://A.fr , https://*.b.fr:8443  http://c.fr",
            "https://a.fr https://*.b.fr:8443 http://c.fr",
        ),
    ],
)
def test_the_operator_says_no_every_site_or_some(said: str, sites: str) -> None:
    assert framing.read(said).sites == sites


@pytest.mark.parametrize(
    "said",
    [
        "ville.fr",
        "https://ville.fr/page",
        "https://ville.fr; script-src *",
        "*",
        "https://*",
        "oui https://ville.fr",
        "https://ville.fr 'self'",
        "https://ville.fr\r\nX: y",
        "https://é.fr",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_address_of_a_site_opens_nothing_and_is_said(
    said: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert framing.read(said).sites == ""
    assert "ENCARTS" in caplog.text


def addresses(app: Observatory) -> list[str]:
    """An address of each route, one that answers and one that is refused."""
    places = {"path:where": "actions/montants", "path:place": "nulle-part", "path:path": "actions"}
    found = ["/nulle-part", "/v/zz/", f"/v/{'0' * 16}/actions", "/figure/actions/montants.gif"]
    for rule in app.server.url_map.iter_rules():
        address = str(rule)
        for name in rule.arguments:
            for kind in ("path:", ""):
                held = places.get(f"{kind}{name}", "x")
                address = address.replace(f"<{kind}{name}>", held)
        assert "<" not in address or "string" in address, address
        found.append(address)
    return found


def framed(client: FlaskClient, address: str) -> tuple[str | None, str]:
    """What forbids every frame, and the sites that a policy lets show the answer."""
    with client.get(address) as answer:
        policy = answer.headers["Content-Security-Policy"].split("; ")
        [sites] = [part for part in policy if part.startswith("frame-ancestors")]
        return answer.headers.get("X-Frame-Options"), sites.partition(" ")[2]


def test_no_answer_may_be_framed_but_those_made_for_it(
    opened: Observatory, closed: Observatory
) -> None:
    asked = addresses(opened)
    assert sum(address.startswith(EMBEDS) for address in asked) == 1
    assert len(asked) > 25
    for address in some(asked):
        for app in (opened, closed):
            frame = app is opened and address.startswith(EMBEDS)
            said = framed(app.server.test_client(), address)
            assert said == ((None, SITE) if frame else ("DENY", "'none'")), address


@pytest.mark.parametrize(
    "rest", ["actions/inconnue", "nulle/part", "", "actions/montants?annee=zz"]
)
def test_a_frame_may_show_why_its_figure_is_not_there(opened: Observatory, rest: str) -> None:
    assert framed(opened.server.test_client(), f"{EMBEDS}{rest}") == (None, SITE)


def test_a_kept_answer_is_framed_as_the_first_one_was(opened: Observatory) -> None:
    client = opened.server.test_client()
    for _ in range(2):
        assert framed(client, "/encart/actions/montants?annee=2022") == (None, SITE)
        assert framed(client, "/actions?annee=2022") == ("DENY", "'none'")

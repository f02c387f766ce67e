"""Several territories behind one address: no link leads out of one, no answer shows another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from werkzeug.test import Client, TestResponse

from dashboard.store import NotPublished, Store, publication_pointer
from dashboard.system.mounts import WrongMounts
from dashboard.web import awaited
from dashboard.web.service import create_service
from tests.e2e.checks.markup import faults_of
from tests.walked import some

SITE = "https://observatoire.exemple"
PATHS = "chambery=grand-chambery exemple"
HOSTS = "https://chambery.exemple=grand-chambery https://fictif.exemple=exemple"
LOCAL = re.compile(r'\b[a-z-]+=\\?"(/[^"\\]*)')
OF_EACH = 1
"""Addresses followed of each kind, in each territory."""

Make = Callable[..., Client]


@pytest.fixture(scope="module")
def make(var: Path) -> Iterator[Make]:
    """The service of those territories, where the operator says them so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENCARTS", "oui")

        def made(said: str, site: str = SITE, home: Path = var) -> Client:
            patch.setenv("TERRITOIRES", said)
            patch.setenv("ADRESSE_PUBLIQUE", site)
            return Client(create_service(var=home).answer)

        yield made


@pytest.fixture(scope="module")
def by_path(make: Make) -> Client:
    return make(PATHS)


@pytest.fixture(scope="module")
def by_host(make: Make) -> Client:
    return make(HOSTS)


def kind(address: str) -> tuple[str, bool, str]:
    """Addresses of one kind are answered by the same code: a few of each are followed."""
    where = urlsplit(address)
    parts, suffix = where.path.split("/"), Path(where.path).suffix
    frozen, head = parts[2] == "v", parts[4:5] if parts[2] == "v" else parts[2:3]
    if suffix:
        return head[0], False, suffix
    return "/".join(["v", *head] if frozen else head), bool(where.query), ""


def led(answer: TestResponse) -> list[str]:
    """The addresses of this server to which that answer leads."""
    found = LOCAL.findall(answer.text) if answer.mimetype == "text/html" else []
    moved = answer.headers.get("Location", "")
    whole = [unescape(one) for one in [*found, moved] if one and not one.startswith("//")]
    return [one.partition("#")[0] for one in whole]


@pytest.mark.parametrize("territory", ["chambery", "exemple"])
def test_every_link_under_a_path_stays_under_it_and_answers(
    by_path: Client, territory: str
) -> None:
    before, waiting, seen = f"/{territory}/", [f"/{territory}/"], Counter[tuple[str, bool, str]]()
    while waiting:
        address = waiting.pop()
        seen[kind(address)] += 1
        if seen[kind(address)] > OF_EACH:
            continue
        long = "/document/" in address or "/figures/" in address
        answer = by_path.open(address, method="HEAD" if long else "GET", buffered=True)
        assert answer.status_code < 400, address
        for found in led(answer):
            assert found.startswith(before), f"{address} mène à {found}"
            waiting.append(found)
    heads = {head for head, _, _ in some(seen)}
    asked = {"", "actions", "quartiers", "bilan", "export", "document", "figure", "encart", "api"}
    assert asked | {"v/actions", "statique", "telecharger", "recherche", "fiche"} <= heads


def test_what_is_printed_says_the_whole_address_of_its_territory(
    by_path: Client, chambery: Store
) -> None:
    page = by_path.get("/chambery/actions?annee=2016").text
    assert f'rel="canonical" href="{SITE}/chambery/actions"' in page
    assert f'property="og:image" content="{SITE}/chambery/figure/actions/' in page
    assert f"{SITE}/chambery/encart/actions/" in unescape(page)
    file = by_path.get("/chambery/export/actions/montants.csv?annee=2016").get_data(as_text=True)
    assert f"{SITE}/chambery/v/{chambery.digest}/actions" in file
    told = by_path.get("/chambery/api/v1/territoire")
    assert told.get_json()["publication"]["adresse_figee"].startswith("/chambery/v/")
    assert "</chambery/donnees/api>" in told.headers["Link"]
    servers = by_path.get("/chambery/api/v1/openapi.json").get_json()["servers"]
    assert servers == [{"url": "/chambery/api/v1"}]
    assert f"<loc>{SITE}/exemple/quartiers</loc>" in by_path.get("/exemple/plan.xml").text


def test_without_a_public_address_what_is_printed_says_the_path(make: Make) -> None:
    client = make(PATHS, site="")
    assert ">/chambery/v/" in client.get("/chambery/figure/actions/montants.svg").text
    assert 'href="/chambery/actions"' in client.get("/chambery/actions").text
    assert client.get("/chambery/plan.xml").status_code == 404


def test_the_live_page_is_asked_under_its_path(by_path: Client) -> None:
    page = by_path.get("/chambery/").text
    assert r'"requests_pathname_prefix":"\u002fchambery\u002f"' in page
    assert 'data-portraits="/chambery/quartiers/"' in page
    from_page = by_path.get("/chambery/_dash-layout", headers={"Referer": "http://localhost/x"})
    assert from_page.status_code == 200


def test_the_first_page_lists_the_territories_and_its_markup_is_right(by_path: Client) -> None:
    page = by_path.get("/").text
    assert faults_of(page) == []
    assert '<a href="/chambery/">Contrat de ville de Grand Chambéry</a>' in page
    assert "Territoire fictif" in page
    assert by_path.get("/actions").status_code == 404
    moved = by_path.get("/chambery?annee=2016")
    assert moved.headers["Location"] == "/chambery/?annee=2016"


def test_health_and_robots_speak_of_every_territory(by_path: Client) -> None:
    told = by_path.get("/sante").get_json()
    assert told["statut"] == "ok"
    assert told["territoires"]["/chambery"]["territoire"] == "grand-chambery"
    assert set(told["territoires"]) == {"/chambery", "/exemple"}
    robots = by_path.get("/robots.txt").text
    assert "Disallow: /exemple/export/" in robots
    assert f"Sitemap: {SITE}/chambery/plan.xml" in robots


def test_the_same_question_to_two_territories_has_two_answers(
    by_path: Client, by_host: Client
) -> None:
    hosts = {"/chambery": "chambery.exemple", "/exemple": "fictif.exemple:8050"}
    for _ in range(2):
        for path, host in hosts.items():
            under = by_path.get(f"{path}/actions?annee=2022").text
            there = by_host.get("/actions?annee=2022", headers={"Host": host}).text
            for page in (under, there):
                assert ("Territoire fictif" in page) == (path == "/exemple")
                assert ("Grand Chambéry" in page) == (path == "/chambery")


def test_a_host_that_is_none_of_ours_is_told_so_and_shown_nothing(
    by_host: Client, chambery: Store, example: Store
) -> None:
    for host in ("ailleurs.exemple", "chambery.exemple.ailleurs.fr", "127.0.0.1:8050"):
        for path in ("/", "/actions", "/statique/icone.svg", "/api/v1/territoire"):
            answer = by_host.get(path, headers={"Host": host})
            assert answer.status_code == 421
            assert "ne mène à aucun territoire" in answer.text
        health = by_host.get("/sante", headers={"Host": host})
        assert health.get_json() == {"statut": "ok"}
    for named in ("chambery.exemple", "CHAMBERY.exemple.:443"):
        assert chambery.digest in by_host.get("/sante", headers={"Host": named}).text
    forged = {"Host": "chambery.exemple", "X-Forwarded-Host": "fictif.exemple"}
    assert example.digest not in by_host.get("/sante", headers=forged).text


def place(var: Path, slug: str, home: Path) -> None:
    """Have in ``home`` what ``var`` serves of that territory."""
    (home / "publications").mkdir(exist_ok=True)
    for name in (f"publications/{publication_pointer.named(var, slug)}", f"courante-{slug}"):
        (home / name).symlink_to(var / name)


def test_a_territory_without_publication_stops_no_other_and_comes_when_it_is_published(
    make: Make, var: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(awaited, "DELAY", -1.0)
    place(var, "exemple", tmp_path)
    client = make(PATHS, home=tmp_path)
    assert client.get("/exemple/").status_code == 200
    answer = client.get("/chambery/actions")
    assert (answer.status_code, "Rien n’est encore publié" in answer.text) == (503, True)
    assert "grand-chambery" in client.get("/").text
    assert client.get("/sante").get_json()["statut"] == "dégradé"
    place(var, "grand-chambery", tmp_path)
    assert client.get("/chambery/actions").status_code == 200
    with pytest.raises(NotPublished):
        make("autre", home=tmp_path)


@pytest.mark.parametrize("path", ["actions", "statique", "v", "api"])
def test_no_territory_takes_the_name_of_a_page(make: Make, path: str) -> None:
    with pytest.raises(WrongMounts, match="d’une page du site"):
        make(f"{path}=exemple")


def test_a_territory_alone_is_served_as_before(make: Make, var: Path) -> None:
    client = make("")
    assert client.get("/actions").status_code == 200
    assert 'data-portraits="/quartiers/"' in client.get("/").text
    assert "territoires" not in client.get("/sante").get_json()

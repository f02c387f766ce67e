"""/v/<publication>/…: the same page and the same files for as long as that publication is kept."""

from __future__ import annotations

import os
import re
import shutil
import time
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.publication import keeping, publish
from dashboard.store import citations
from dashboard.web import frozen
from dashboard.web.factory import Observatory, create_app
from tests.conftest import ROOT
from tests.documents import tagged
from tests.publication.stopped import changed

NOTICE = "Ces chiffres ne changent plus"
ADDRESS = re.compile(r'\b(?:href|action|formaction|src)="(/[^"]*)"')
PAGE = "/actions?annee=2023"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Two publications of the fictional territory, whose amounts differ, and where they lie."""
    return two(tmp_path_factory.mktemp("fige"))


def two(base: Path) -> tuple[Path, list[str]]:
    """The same in that folder."""
    folder = Path(shutil.copytree(ROOT / "data" / "exemple", base / "exemple"))
    names = []
    for turn in (1, 2):
        changed(folder, turn)
        names.append(publish(folder, base / "var").digest)
    return base / "var", names


@pytest.fixture(scope="module")
def app(home: tuple[Path, list[str]]) -> Observatory:
    """A service whose press never comes."""
    app = create_app(var=home[0], territory="exemple")
    app.desk._start = lambda: None  # type: ignore[union-attr]
    return app


@pytest.fixture
def client(app: Observatory) -> FlaskClient:
    return app.server.test_client()


def read(client: FlaskClient, address: str) -> str:
    found = client.get(address)
    assert found.status_code == 200, address
    return found.get_data(as_text=True)


def test_a_page_says_of_its_publication_what_it_said_then(
    client: FlaskClient, home: tuple[Path, list[str]]
) -> None:
    old, new = home[1]
    today = read(client, PAGE)
    then, now = (read(client, f"/v/{name}{PAGE}") for name in (old, new))
    assert old[:6] in then
    assert new[:6] in now
    assert then != now
    table = re.compile(r"<table.*?</table>", re.DOTALL)
    assert [re.sub(r"<[^>]*>", " ", part) for part in table.findall(now)] == [
        re.sub(r"<[^>]*>", " ", part) for part in table.findall(today)
    ]
    assert NOTICE in then
    assert NOTICE not in today
    assert 'name="robots" content="noindex"' in then
    assert "_dash-layout" not in then


def test_no_address_leads_out_of_it_but_to_the_view_of_today(
    client: FlaskClient, home: tuple[Path, list[str]]
) -> None:
    root = f"/v/{home[1][0]}"
    page = read(client, f"{root}{PAGE}")
    led = {unescape(href) for href in ADDRESS.findall(page)}
    out = {href for href in led if not href.startswith((root, "/statique/"))}
    assert out == {"/actions", PAGE}  # the address that search engines keep, the view of today
    for href in sorted(href for href in led if href.startswith(root))[::7]:
        assert client.get(href).status_code in (200, 302, 303), href


def test_who_is_sent_elsewhere_stays_on_that_publication(
    client: FlaskClient, home: tuple[Path, list[str]]
) -> None:
    root = f"/v/{home[1][0]}"
    found = client.get(f"{root}/bilan")
    assert found.status_code == 302
    assert found.headers["Location"].startswith(f"{root}/bilan/")


@pytest.mark.parametrize(
    ("before", "named", "where", "led"),
    [
        ("/v/abcdef", "abcdef", "/v/012345/actions", "/v/012345/actions"),
        ("/brouillon", "", "/v/012345/actions", "/brouillon/v/012345/actions"),
        ("/brouillon/v/abcdef", "abcdef", "/v/012345/actions", "/brouillon/v/012345/actions"),
        ("/brouillon/v/abcdef", "abcdef", "/actions", "/brouillon/v/abcdef/actions"),
    ],
)
def test_who_is_sent_to_a_publication_stays_in_the_draft_that_staff_look_at(
    before: str, named: str, where: str, led: str
) -> None:
    server = Flask("essai")
    frozen.guard(server)
    server.add_url_rule("/", "index", lambda: ("", 302, {"Location": where}))
    within = {frozen.ROOT: before, frozen.PINNED: named}
    found = server.test_client().get("/", environ_overrides=within)
    assert found.headers["Location"] == led


def test_a_publication_that_is_not_kept_is_said_gone(client: FlaskClient) -> None:
    for address in (f"/v/{'0' * 16}/", f"/v/{'0' * 16}/document/bilan/2023.pdf"):
        found = client.get(address)
        assert found.status_code == 410
        assert "n’est plus conservée" in found.get_data(as_text=True)


@pytest.mark.parametrize("address", ["/v/", "/v/zz/actions", "/v/0123", "/v/../etc", "/v//x"])
def test_what_names_no_publication_leads_nowhere(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_document_bears_the_address_of_its_publication_which_is_then_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    var, (old, new) = two(tmp_path)
    client = create_app(var=var, territory="exemple").server.test_client()
    text = tagged.texts(client.get(f"/v/{old}/document/fiche/actions.pdf?annee=2023").get_data())[0]
    assert f"/v/{old}/actions?annee=2023" in re.sub(r"\s", "", text)
    assert citations.cited(var) == {old}
    monkeypatch.setenv("PUBLICATIONS_GARDEES", "1")
    monkeypatch.setattr("dashboard.store.store_provider.DELAY", 0.0)
    folder = Path(shutil.copytree(ROOT / "data" / "exemple", var.parent / "encore" / "exemple"))
    changed(folder, 3)
    last = publish(folder, var).digest
    kept = {path.name for path in (var / "publications").iterdir()}
    assert kept == {old, last}
    assert client.get(f"/v/{old}{PAGE}").status_code == 200
    assert client.get(f"/v/{new}{PAGE}").status_code == 410


FILES = ("/figure/actions/montants.svg", "/export/actions/montants.csv")


@pytest.mark.parametrize("where", FILES)
def test_a_file_names_the_publication_that_it_is_of_which_is_then_kept(
    home: tuple[Path, list[str]], where: str
) -> None:
    var, (old, new) = home
    asked = create_app(var=var, territory="exemple").server.test_client()
    for name, root in ((new, ""), (old, f"/v/{old}")):
        (var / citations.FOLDER / name).unlink(missing_ok=True)
        found = asked.get(f"{root}{where}?annee=2023")
        said = found.get_data(as_text=True)
        assert f"/v/{name}/actions?annee=2023" in re.sub(r"<[^>]*>|\s", "", said)
        assert "vue figée" in said.replace("Vue", "vue")
        assert name in citations.cited(var)


def test_a_file_that_is_refused_keeps_no_publication(home: tuple[Path, list[str]]) -> None:
    var, (old, _) = home
    (var / citations.FOLDER / old).unlink(missing_ok=True)
    asked = create_app(var=var, territory="exemple").server.test_client()
    for where in ("/figure/actions/inconnue.svg", "/export/actions/inconnue.csv"):
        assert asked.get(f"/v/{old}{where}").status_code == 404
    assert old not in citations.cited(var)


def test_a_preview_on_another_site_keeps_no_publication(home: tuple[Path, list[str]]) -> None:
    var, (old, _) = home
    (var / citations.FOLDER / old).unlink(missing_ok=True)
    asked = create_app(var=var, territory="exemple").server.test_client()
    image = f"/v/{old}/figure/actions/montants.svg?annee=2023"
    assert asked.get(f"{image}&apercu=oui").status_code == 200
    assert old not in citations.cited(var)
    assert asked.get(image).status_code == 200
    assert old in citations.cited(var)


def aged(var: Path, digest: str, years: float) -> None:
    """Have the last document of that publication be so many years old."""
    old = time.time() - years * citations.YEAR
    os.utime(var / citations.FOLDER / digest, (old, old))


def test_what_documents_cite_is_kept_for_years_after_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    citations.cite(tmp_path, "abc")
    aged(tmp_path, "abc", 9.9)
    assert citations.cited(tmp_path) == {"abc"}
    monkeypatch.setenv("CITATIONS_GARDEES", "9")
    assert citations.cited(tmp_path) == set()
    citations.cite(tmp_path, "abc")
    assert citations.cited(tmp_path) == {"abc"}


def test_asking_frozen_addresses_again_does_not_keep_them_for_ever(
    home: tuple[Path, list[str]],
) -> None:
    var, (old, new) = home
    asked = create_app(var=var, territory="exemple").server.test_client()
    for name, root, lasts in ((old, f"/v/{old}", False), (new, "", True)):
        citations.cite(var, name)
        aged(var, name, 11)
        assert asked.get(f"{root}{FILES[1]}?annee=2023").status_code == 200
        assert (name in citations.cited(var)) is lasts
        citations.cite(var, name)


def test_a_publication_that_is_forgotten_leaves_no_citation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    var, (old, _) = two(tmp_path)
    citations.cite(var, old)
    aged(var, old, 11)
    monkeypatch.setenv("PUBLICATIONS_GARDEES", "1")
    keeping.forget(var, "exemple", [])
    assert not (var / "publications" / old).exists()
    assert not (var / citations.FOLDER / old).exists()


def test_a_disk_that_takes_nothing_keeps_no_document_from_its_reader(tmp_path: Path) -> None:
    (tmp_path / citations.FOLDER).write_text("un fichier à la place du dossier")
    citations.cite(tmp_path, "abc")
    assert not citations.cited(tmp_path)


def test_files_that_no_publication_changes_keep_their_address() -> None:
    page = '<link href="/statique/x.css"><a href="/actions">a</a><a href="//ailleurs">b</a>'
    moved = frozen.within(page, "/v/abc")
    assert moved == (
        '<link href="/statique/x.css"><a href="/v/abc/actions">a</a><a href="//ailleurs">b</a>'
    )

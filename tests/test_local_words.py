"""A territory that names things in its own words says no other on any page."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from flask.testing import FlaskClient

from dashboard.pages import PAGES
from dashboard.publication import publish
from dashboard.schema import check_folder
from dashboard.store import Store, open_store
from dashboard.web.factory import create_app

HEADER = "notion;singulier;pluriel;genre;court"
PLEDGES = "engagements quartiers 2030"
ROWS = (
    f"contrat de ville;{PLEDGES};{PLEDGES};masculin pluriel;",
    "quartier en veille active;zone suivie;zones suivies;féminin;suivie",
    "conseil citoyen;assemblée de quartier;assemblées de quartier;féminin;",
)
STANDARD = re.compile("contrats? de ville|veille active|conseils? citoyens?", re.IGNORECASE)
BROKEN = re.compile(
    r"\b(?:le|du|au|un|ce|aucun) (?:engagements|zone|zones|assemblée)|\b(?:le|la|de) assemblée"
)
"""An article that does not agree."""


def named(folder: Path, *rows: str) -> Path:
    """That folder of a territory, with those words of its own."""
    text = "\n".join((HEADER, *rows, ""))
    (folder / "mots.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def local(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The fictional territory in words of its own; its sources hold none of the standard ones."""
    home = tmp_path_factory.mktemp("mots")
    folder = named(shutil.copytree(small, home / "exemple"), *ROWS)
    for path in (*folder.glob("*.csv"), folder / "territoire.toml"):
        if path.name != "mots.csv":
            text = path.read_text(encoding="utf-8")
            path.write_text(STANDARD.sub("dispositif", text), encoding="utf-8")
    report = publish(folder, home / "var")
    assert report.accepted, report.problems
    return open_store(home / "var", "exemple")


@pytest.fixture(scope="module")
def client(local: Store) -> FlaskClient:
    return create_app(local, kept=0).server.test_client()


def addresses(store: Store) -> list[str]:
    """Every page, and those of a quarter of each kind."""
    fixed = [page.path for page in PAGES if "*" not in page.path]
    kinds = {quarter.kind: quarter.code for quarter in store.places.by_code.values()}
    shown = [kinds[kind] for kind in kinds if kind.is_quarter]
    years = [f"/bilan/{year}" for year in store.choices.years[-2:]]
    return [
        *fixed,
        *years,
        *(f"/quartiers/{code}" for code in shown),
        *(f"/?quartier={code}" for code in shown),
        f"/comparer?quartier={','.join(shown)}",
        "/recherche?mots=veille+habitant+argent",
    ]


def read(client: FlaskClient, address: str) -> str:
    """The text of that page, spaces plain."""
    page = unescape(client.get(address).get_data(as_text=True))
    return re.sub(r"<[^>]*>", "", page).replace("\u00a0", " ").replace("\u202f", " ")


def said(client: FlaskClient, address: str) -> str:
    """What is read of that page, but for the meaning of words."""
    answer = client.get(address, follow_redirects=True)
    assert answer.status_code == 200, address
    page = re.sub(r"<script.*?</script>", "", answer.get_data(as_text=True), flags=re.DOTALL)
    page = unescape(page).replace("\u00a0", " ").replace("\u202f", " ")
    page = re.sub(r'<div[^>]*class="definition"[^>]*>.*?</div>', "", page, flags=re.DOTALL)
    return re.sub(r"<dl.*?</dl>|<[^>]*href=\"[^\"]*\"[^>]*>", " ", page, flags=re.DOTALL)


def test_no_page_says_the_standard_word_and_every_article_agrees(
    client: FlaskClient, local: Store
) -> None:
    pages = {address: said(client, address) for address in addresses(local)}
    for address, page in pages.items():
        for found in (*STANDARD.finditer(page), *BROKEN.finditer(page)):
            pytest.fail(f"{address} : …{page[max(0, found.start() - 80) : found.end() + 40]}…")
    whole = " ".join(pages.values())
    for word in (
        "Engagements quartiers 2030 d’Auzelande",
        "zones suivies",
        "Zone suivie",
        "Assemblées de quartier et participation",
    ):
        assert word in whole


def test_the_glossary_keeps_the_word_of_the_law_and_says_the_local_one(
    client: FlaskClient,
) -> None:
    page = client.get("/aide").get_data(as_text=True)
    for word in (PLEDGES, "zone suivie", "assemblée de quartier"):
        assert re.search(rf"Ici\s?: {word}", unescape(page).replace("\u00a0", " ")), word


@pytest.mark.parametrize(
    ("local_word", "law_word", "found"),
    [
        ("assemblée de quartier", "conseil citoyen", "Assemblée de quartier (conseil citoyen)"),
        ("zones suivies", "quartier en veille", "Zone suivie (quartier en veille active)"),
        (PLEDGES, "contrat de ville", "Engagements quartiers 2030 (contrat de ville)"),
        ("zone suivie habitant argent", "veille habitant argent", "par habitant dans une zone"),
        ("zones suivies", "quartier en veille", "Quels quartiers, dans quelles communes ?"),
    ],
)
def test_the_search_finds_by_either_word(
    client: FlaskClient, local_word: str, law_word: str, found: str
) -> None:
    for word in (local_word, law_word):
        page = read(client, f"/recherche?mots={quote_plus(word)}")
        assert found in page, word
        assert "compris ici" not in page, word


def test_what_is_typed_is_offered_in_the_word_of_the_territory(client: FlaskClient) -> None:
    offered = [
        client.get("/propositions", query_string={"mots": word}).get_json()
        for word in ("assemblée", "conseil citoyen", "zone suivie argent habitant")
    ]
    names = [[item["nom"] for item in one] for one in offered]
    assert "Assemblée de quartier (conseil citoyen)" in names[0]
    assert "Assemblée de quartier (conseil citoyen)" in names[1]
    assert "Combien d’argent par habitant dans une zone suivie ?" in names[2]


def test_the_words_of_a_page_list_the_local_ones(client: FlaskClient) -> None:
    page = read(client, "/")
    fold = page[page.index("Les mots de cette page") :]
    assert "Zone suivie (quartier en veille active)" in fold


def test_its_documents_bear_the_local_name(local: Store, client: FlaskClient) -> None:
    assert "Engagements quartiers 2030" in client.get("/api/v1/openapi.json").text


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("conseil citoyens;table;tables;féminin;", "Vouliez-vous dire « conseil citoyen »"),
        ("conseil citoyen;<b>table</b>;tables;féminin;", "n’est pas un mot"),
        ("conseil citoyen;[table](http://a.fr);tables;féminin;", "n’est pas un mot"),
        (f"conseil citoyen;{'x' * 61};tables;féminin;", "dépasse 60 signes"),
        ("conseil citoyen;;tables;féminin;", "la case est vide"),
        ("conseil citoyen;table;tables;neutre;", "masculin"),
        ("quartier en veille active;zone;zones;féminin;", "forme courte"),
        (f"{ROWS[2]}\n{ROWS[2]}", "est déjà à la ligne 2"),
    ],
)
def test_a_word_that_does_not_fit_is_refused_by_a_sentence(
    small: Path, tmp_path: Path, row: str, why: str
) -> None:
    folder = named(shutil.copytree(small, tmp_path / "exemple"), row)
    found = [one.sentence() for one in check_folder(folder) if one.blocking]
    assert why in " ".join(found).replace("\u00a0", " ").replace("\u202f", " ")


def test_its_words_are_published_with_it(local: Store) -> None:
    assert [word.plural for word in local.settings.words.words][1] == "zones suivies"


def test_a_local_word_is_explained_as_the_one_it_stands_for(client: FlaskClient) -> None:
    page = unescape(client.get("/").get_data(as_text=True)).replace("\u00a0", " ")
    assert "<strong>Zones suivies</strong> Quartier que le contrat suit" in page

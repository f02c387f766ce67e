"""French as it is read: every page, both territories, in the typography and the words of French."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.heard import heard as heard_in

PAGES = (
    "/",
    "/?annee={first}&pilier=emploi",
    "/quartiers",
    "/quartiers?comparer={quarters}",
    "/quartiers/{quarter}",
    "/quartiers/{watched}",
    "/actions",
    "/actions?annee={first}&recherche=sport",
    "/actions/{line}",
    "/evolutions",
    "/evolutions?indicateur=population&pilier=emploi",
    "/bilan/{first}",
    "/bilan/{last}",
    "/fiche/accueil",
    "/fiche/quartiers/{quarter}",
    "/fiche/actions/{line}",
    "/fiche/bilan/{first}",
    "/aide",
    "/donnees",
    "/accessibilite",
    "/mentions-legales",
    "/plan-du-site",
    "/nulle-part",
    "/?annee=1999&quartier=nulle-part",
)
SPOKEN = frozenset({"aria-label", "title", "alt", "placeholder", "data-alt"})
SILENT = frozenset({"script", "style"})
FAULTS = {
    "apostrophe droite": re.compile(r"\w'\w"),
    "guillemets droits": re.compile(r'"\w|\w"'),
    "espace sécable avant « : »": re.compile(r"\w :(\s|$)"),
    "espace sécable avant ; ! ? %  €": re.compile(r"\w [;!?%€]"),
    "rien avant ; ! ?": re.compile(r"[a-zà-ÿ][;!?](\s|$)"),
    "guillemet sans espace insécable": re.compile(r"«(?!\u00a0)|(?<!\u00a0)»"),
    "milliers sans espace insécable": re.compile(r"\b\d{1,3} \d{3}\b(?! ?\d{2})"),
    "point décimal": re.compile(r"\b\d+\.\d+\s?(%|€|k€|M€)"),
    "points de suspension": re.compile(r"\.\.\."),
    "valeur nue": re.compile(r"\b(None|nan|NaN|undefined|True|False|null)\b"),
    "double espace": re.compile(r"\w {2,}\w"),
}
POINTING = re.compile(r"\b(ci-contre|à droite|en rouge|en vert|en bleu)\b", re.IGNORECASE)
"""Words that only some readers follow: a place on the screen, a colour."""
ENGLISH = re.compile(
    r"\b(the|of|with|your|loading|updating|download|reset|toggle|click|previous|next|submit|"
    r"dashboard|chart|error|search|filter|show|hide)\b",
    re.IGNORECASE,
)
BORROWED = ("the posse 33",)
"""Names of bodies are kept as they write them."""


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


@pytest.fixture(scope="module")
def heard(client: FlaskClient, store: Store) -> dict[str, list[str]]:
    choices = store.choices
    names = {
        "first": choices.years[0],
        "last": choices.years[-1],
        "quarter": choices.quarters[0],
        "quarters": ",".join(choices.quarters[:2]),
        "watched": choices.quarters[-1],
        "line": store.archive.query("select id from actions limit 1")[0]["id"],
    }
    found = {}
    for pattern in PAGES:
        address = pattern.format(**names)
        said = client.get(address).get_data(as_text=True)
        found[address] = heard_in(said, SPOKEN, SILENT).texts
    return found


@pytest.mark.parametrize("fault", FAULTS)
def test_no_page_holds_that_fault(heard: dict[str, list[str]], fault: str) -> None:
    found = {
        text.strip()[:120]: address
        for address, texts in heard.items()
        for text in texts
        if FAULTS[fault].search(text)
    }
    assert found == {}


def test_no_page_points_at_a_place_or_a_colour(heard: dict[str, list[str]]) -> None:
    found = [text for texts in heard.values() for text in texts if POINTING.search(text)]
    assert found == []


def test_no_english_word_is_left(heard: dict[str, list[str]]) -> None:
    found = {
        text.strip()[:120]
        for texts in heard.values()
        for text in texts
        if ENGLISH.search(text) and not any(name in text.lower() for name in BORROWED)
    }
    assert found == set()


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("apostrophe droite", "l'action"),
        ("espace sécable avant « : »", "Source : Insee"),
        ("espace sécable avant ; ! ? %  €", "12 €"),
        ("guillemet sans espace insécable", "« un mot »"),
        ("milliers sans espace insécable", "447 268 euros"),
        ("point décimal", "12.5\u00a0%"),
        ("valeur nue", "Quartier None"),
    ],
)
def test_the_check_of_a_fault_finds_it(fault: str, text: str) -> None:
    assert FAULTS[fault].search(text)

"""One server callback answers every panel, as the browser asks it; ids live in one module."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.components import ids
from dashboard.exhibits import promised
from dashboard.pages import PAGES, Page, refused
from dashboard.pages.absent import ABSENCES
from dashboard.store import Store
from dashboard.web.callbacks import GONE
from dashboard.web.factory import create_app
from tests.conftest import ROOT
from tests.samples import param

CODE = sorted((ROOT / "dashboard").rglob("*.py"))
Json = dict[str, Any]


def sample(page: Page, store: Store) -> str:
    """An address of that page where it has the most to show."""
    return page.path.replace("*", param(page, store))


def component_ids(node: Any) -> Iterator[tuple[Any, Json]]:
    """Every id of a layout as the browser receives it, with the props beside it."""
    if isinstance(node, list):
        for item in node:
            yield from component_ids(item)
    if isinstance(node, dict) and "props" in node:
        if "id" in node["props"]:
            yield node["props"]["id"], node["props"]
        yield from component_ids(node["props"].get("children"))


class Visitor:
    """A browser without a screen: it reads the document and asks what the document says to ask."""

    def __init__(self, store: Store) -> None:
        self.client: FlaskClient = create_app(store).server.test_client()
        self.wiring: list[Json] = []

    def open(self, address: str) -> list[tuple[Any, Json]]:
        """The components that have an id, as the document at that address holds them."""
        page = self.client.get(address).get_data(as_text=True)
        self.wiring = held(page, "_dash-dependencies")
        return list(component_ids(held(page, "_dash-layout")))

    def server_callbacks(self) -> list[Json]:
        """The callbacks that ask the server; the others run in the browser."""
        return [item for item in self.wiring if item["clientside_function"] is None]

    def move(self, before: str, query: str) -> Json:
        """What the server answers when the address of an open page changes to that query."""
        answer = self.ask(before, query)
        assert answer.status_code == 200, f"{before} {query}"
        found: Json = answer.get_json()["response"]
        return found

    def ask(self, before: str, query: str, publication: str = "") -> TestResponse:
        """The whole answer to that change, to a page made from that publication."""
        known = self.open(before)
        for ident, props in known:
            if ident == ids.PUBLICATION and publication:
                props["data"] = publication
        [callback] = self.server_callbacks()
        body = {
            "output": callback["output"],
            "outputs": outputs(callback["output"], known),
            "inputs": [
                {"id": item["id"], "property": item["property"], "value": query}
                for item in callback["inputs"]
            ],
            "changedPropIds": [f"{ids.ADDRESS}.search"],
            "state": [valued(item["id"], item["property"], known) for item in callback["state"]],
        }
        return self.client.post("/_dash-update-component", json=body)


def held(page: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.S)
    assert found, name
    return json.loads(found[1])


def matching(wanted: str, known: list[tuple[Any, Json]]) -> list[tuple[Any, Json]]:
    if not wanted.startswith("{"):
        return [(ident, props) for ident, props in known if ident == wanted]
    kind = json.loads(wanted)["type"]
    return [pair for pair in known if isinstance(pair[0], dict) and pair[0]["type"] == kind]


def valued(wanted: str, prop: str, known: list[tuple[Any, Json]]) -> Any:
    found = [
        {"id": ident, "property": prop, "value": ident if prop == "id" else props.get(prop)}
        for ident, props in matching(wanted, known)
    ]
    return found if wanted.startswith("{") else found[0]


def outputs(spelled: str, known: list[tuple[Any, Json]]) -> list[Any]:
    parts = [part.rpartition(".") for part in spelled.strip(".").split("...")]
    found = []
    for wanted, _, prop in parts:
        listed = [{"id": ident, "property": prop} for ident, _ in matching(wanted, known)]
        found.append(listed if wanted.startswith("{") else listed[0])
    return found


def panels(known: list[tuple[Any, Json]]) -> dict[str, Any]:
    """The children of each panel, by its slug."""
    return {
        ident["slug"]: props.get("children")
        for ident, props in known
        if isinstance(ident, dict) and ident["type"] == ids.PANEL_TYPE
    }


@pytest.fixture(scope="module")
def visitor(store: Store) -> Visitor:
    return Visitor(store)


def test_the_pages_have_their_own_slug_and_address() -> None:
    assert len({page.slug for page in PAGES}) == len(PAGES)
    assert len({page.path for page in PAGES}) == len(PAGES)


EVERY_PAGE = pytest.mark.parametrize("which", PAGES, ids=lambda page: page.slug)
SILENT = {
    "pilier",
    "concordance",
    "personnes",
    "absents",
    refused.SLUG,
    promised.SLUG,
    *(item.slug for item in ABSENCES),
}
"""Panels with nothing to say in most views: a remark, tables that a territory may lack, questions
that it answers."""


@EVERY_PAGE
def test_every_panel_of_the_page_is_in_its_layout(
    visitor: Visitor, store: Store, which: Page
) -> None:
    slugs = [panel.slug for panel in which.panels]
    laid = list(panels(visitor.open(sample(which, store))))
    assert laid in (slugs, [*slugs, ids.WORDS])
    assert len(set(slugs)) == len(slugs)


@EVERY_PAGE
def test_every_panel_is_drawn_in_the_view_that_opens(
    visitor: Visitor, store: Store, which: Page
) -> None:
    drawn = panels(visitor.open(sample(which, store)))
    assert {slug for slug, children in drawn.items() if not children} <= SILENT


def test_what_is_silent_on_the_real_territory_speaks_on_the_fictional_one(
    example: Store,
) -> None:
    visitor = Visitor(example)
    lines = {page.slug: sample(page, example) for page in PAGES}
    assert panels(visitor.open(lines["action"]))["personnes"]
    assert panels(visitor.open(lines["donnees"]))["concordance"]
    assert panels(visitor.open("/bilan/2016"))[promised.SLUG]
    asked = "/evolutions?pilier=emploi&indicateur=population"
    assert panels(visitor.open(asked))["pilier"]


def test_exactly_one_server_callback_answers_panels(visitor: Visitor) -> None:
    visitor.open("/")
    [callback] = visitor.server_callbacks()
    assert ids.PANEL_TYPE in callback["output"]
    assert [item["id"] for item in callback["inputs"]] == [ids.ADDRESS]


@EVERY_PAGE
def test_a_change_of_year_draws_what_a_visit_of_that_year_would_draw(
    visitor: Visitor, store: Store, which: Page
) -> None:
    here = sample(which, store)
    query = f"?pilier={store.choices.pillars[1]}"
    if which.slug != "bilan":
        query += f"&annee={store.choices.years[1]}"
    before = panels(visitor.open(here))
    answered = visitor.move(here, query)
    wanted = panels(visitor.open(here + query))
    for slug in wanted:
        name = json.dumps(ids.panel(slug), separators=(",", ":"), sort_keys=True)
        drawn = answered.get(name, {}).get("children", before[slug])
        assert outlined(drawn, store) == json.dumps(wanted[slug]), slug


def outlined(drawn: Any, store: Store) -> str:
    """What a panel shows, as text, its outlines in place of their ranks."""
    held = json.loads(store.places.outlines)

    def path(found: re.Match[str]) -> str:
        return f' d=\\"{"".join(held[int(rank)] for rank in found[1].split())}\\"'

    return re.sub(r' data-contours=\\"([\d ]*)\\"', path, json.dumps(drawn))


def test_a_move_says_what_is_shown_in_the_bar_the_status_and_the_title(visitor: Visitor) -> None:
    answered = visitor.move("/", "?annee=2018&pilier=emploi")
    assert "2018" in answered[ids.ANNOUNCE]["children"]
    assert "2018" in answered[ids.TITLE]["data"]
    assert "2018" in json.dumps(answered[ids.ACTIVE])
    assert "2018" in answered[ids.SUMMARY]["children"]
    assert "2018" in answered[ids.PRINT_VIEW]["children"]


@pytest.mark.parametrize(
    "query", ["?annee=2035", "?pilier=<script>", "?" + "a=b&" * 600, "?recherche=%", "nimporte"]
)
def test_a_hostile_move_is_answered_as_a_visit_is(visitor: Visitor, query: str) -> None:
    answered = visitor.move("/actions", query)
    assert answered[ids.TITLE]["data"]


def test_a_page_whose_publication_is_gone_is_told_to_load_anew(visitor: Visitor) -> None:
    assert visitor.ask("/", "?annee=2018", publication="disparue").status_code == GONE
    assert visitor.ask("/", "?annee=2018").status_code == 200


def test_a_broken_question_is_refused_without_a_trace(visitor: Visitor) -> None:
    for body in ({}, {"output": "x.y"}, {"output": "..x..", "outputs": [], "inputs": []}):
        answer = visitor.client.post("/_dash-update-component", json=body)
        assert answer.status_code in (400, 500)
        assert "Traceback" not in answer.get_data(as_text=True)


def test_every_id_of_the_live_page_is_named_in_one_module(visitor: Visitor) -> None:
    named = {value for name, value in vars(ids).items() if name.isupper()}
    for address in ("/", "/actions", "/quartiers"):
        for ident, _ in visitor.open(address):
            assert (ident["type"] if isinstance(ident, dict) else ident) in named


def spelled_ids(path: Path) -> Iterator[str]:
    """Where a module spells an id: ``id="…"``, ``id={…}``, ``Input("…", …)``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        said = [item.value for item in node.keywords if item.arg == "id"]
        said += node.args[:1] if called in ("Input", "Output", "State") else []
        if any(isinstance(item, (ast.Constant, ast.Dict)) for item in said):
            yield f"{path.relative_to(ROOT)}:{node.lineno}"


def test_no_id_is_spelled_outside_its_module() -> None:
    found = [place for path in CODE if path.name != "ids.py" for place in spelled_ids(path)]
    assert found == []


def test_callback_exceptions_are_never_hidden() -> None:
    for path in CODE:
        assert "suppress_callback_exceptions" not in path.read_text(encoding="utf-8")

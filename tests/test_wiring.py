"""One server callback answers every panel, as the browser asks it; ids live in one module."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.components import ids
from dashboard.domain.yearly_report import ReportPart
from dashboard.exhibits import promised, structure
from dashboard.html.attributes import VOID
from dashboard.pages import PAGES, Page, refused, team
from dashboard.pages.absent import ABSENCES
from dashboard.store import Store
from dashboard.web.callbacks import GONE
from dashboard.web.factory import create_app
from tests.conftest import ROOT
from tests.samples import param
from tests.walked import some

CODE = sorted((ROOT / "dashboard").rglob("*.py"))
Json = dict[str, Any]


def sample(page: Page, store: Store) -> str:
    """An address of that page where it has the most to show."""
    return page.path.replace("*", param(page, store))


class Visitor:
    """A browser without a screen: it reads the document and asks what the document says to ask."""

    def __init__(self, store: Store) -> None:
        self.client: FlaskClient = create_app(store).server.test_client()
        self.wiring: list[Json] = []
        self.page = ""

    def open(self, address: str) -> Json:
        """What Dash holds of the document at that address."""
        self.page = self.client.get(address).get_data(as_text=True)
        self.wiring = held(self.page, "_dash-dependencies")
        props: Json = held(self.page, "_dash-layout")["props"]
        return props

    def places(self, address: str) -> dict[str, str]:
        """What each place of the document at that address holds, by its id."""
        self.open(address)
        reader = Reader()
        reader.feed(self.page)
        return reader.places

    def panels(self, address: str) -> dict[str, str]:
        """The content of each panel of that page, by its slug."""
        found = self.places(address).items()
        return {name.removeprefix(ids.PANEL): it for name, it in found if is_panel(name)}

    def move(self, before: str, query: str) -> Json:
        """What the server answers when the address of an open page changes to that query."""
        answer = self.ask(before, query)
        assert answer.status_code == 200, f"{before} {query}"
        found: Json = answer.get_json()["response"][ids.PAGE]
        return found

    def ask(self, before: str, query: str, **changes: Any) -> TestResponse:
        """The whole answer to that change, to a page that holds ``changes``."""
        known = self.open(before) | {"search": query} | changes
        [callback] = self.wiring
        wanted = callback["output"].strip(".").split("...")
        body = {
            "output": callback["output"],
            "outputs": [{"id": ids.PAGE, "property": one.rpartition(".")[2]} for one in wanted],
            "inputs": [slot(item["property"], known) for item in callback["inputs"]],
            "changedPropIds": [f"{ids.PAGE}.search"],
            "state": [slot(item["property"], known) for item in callback["state"]],
        }
        return self.client.post("/_dash-update-component", json=body)


def slot(name: str, known: Json) -> Json:
    return {"id": ids.PAGE, "property": name, "value": known.get(name)}


def is_panel(name: str) -> bool:
    return name.startswith(ids.PANEL)


class Reader(HTMLParser):
    """Finds the places of a page: the HTML that stands in each element that has an id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.places: dict[str, str] = {}
        self.open: list[tuple[str, int]] = []

    def feed(self, data: str) -> None:
        self.lines = [0]
        for line in data.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.whole = data
        super().feed(data)

    def at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            started = self.at() + len(self.get_starttag_text() or "")
            self.open.append((dict(attrs).get("id") or "", started))

    def handle_endtag(self, tag: str) -> None:
        name, start = self.open.pop()
        if name:
            self.places[name] = self.whole[start : self.at()]


def held(page: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.S)
    assert found, name
    return json.loads(found[1])


@pytest.fixture(scope="module")
def visitor(store: Store) -> Visitor:
    return Visitor(store)


def test_the_pages_have_their_own_slug_and_address() -> None:
    assert len({page.slug for page in PAGES}) == len(PAGES)
    assert len({page.path for page in PAGES}) == len(PAGES)


EVERY_PAGE = pytest.mark.parametrize("which", PAGES, ids=lambda page: page.slug)
STRUCTURES = (structure.CHILDREN, structure.HOUSEHOLDS, structure.ROOMS, structure.PERIODS)
SILENT = {
    "pilier",
    "concordance",
    "personnes",
    "absents",
    "semblables",
    refused.SLUG,
    promised.SLUG,
    *(parts.slug for parts in STRUCTURES),
    *(item.slug for item in ABSENCES),
    *(team.panel(part, "").slug for part in ReportPart),
}
"""Panels with nothing to say in most views: a remark, tables that a territory may lack, questions
that it answers, parts of which the team wrote nothing."""
OPENED = {"ecart", "tendance", "verdicts", "parmi-tous", "definition"}
"""Panels of one indicator: they speak where it is opened, and those of the gallery do not."""


@EVERY_PAGE
def test_every_panel_of_the_page_is_on_the_page(
    visitor: Visitor, store: Store, which: Page
) -> None:
    slugs = [panel.slug for panel in which.panels]
    laid = list(visitor.panels(sample(which, store)))
    assert laid in (slugs, [*slugs, ids.WORDS])
    assert len(set(slugs)) == len(slugs)


@EVERY_PAGE
def test_every_panel_is_drawn_in_the_view_that_opens(
    visitor: Visitor, store: Store, which: Page
) -> None:
    drawn = visitor.panels(sample(which, store))
    assert {slug for slug, content in drawn.items() if not content} <= SILENT | OPENED


def test_an_opened_indicator_takes_the_place_of_the_gallery(visitor: Visitor) -> None:
    gallery = visitor.panels("/evolutions")
    opened = visitor.panels("/evolutions?indicateur=taux-pauvrete")
    assert gallery.keys() == opened.keys() >= OPENED
    spoken = {slug for slug, children in gallery.items() if children}
    assert not spoken & OPENED
    assert {slug for slug, children in opened.items() if children} >= OPENED
    assert not [slug for slug in opened if slug.startswith("theme-") and opened[slug]]
    assert [slug for slug in spoken if slug.startswith("theme-")]


def test_what_is_silent_on_the_real_territory_speaks_on_the_fictional_one(
    example: Store,
) -> None:
    visitor = Visitor(example)
    lines = {page.slug: sample(page, example) for page in PAGES}
    assert visitor.panels(lines["action"])["personnes"]
    assert visitor.panels(lines["donnees"])["concordance"]
    assert visitor.panels("/bilan/2016")[promised.SLUG]
    written = visitor.panels("/bilan/2023")
    assert all(written[team.panel(part, "").slug] for part in ReportPart)
    asked = "/evolutions?pilier=emploi&indicateur=population"
    assert visitor.panels(asked)["pilier"]


def test_one_callback_answers_all_that_follows_the_address(visitor: Visitor) -> None:
    visitor.open("/")
    [callback] = visitor.wiring
    assert callback["clientside_function"] is None
    assert [(item["id"], item["property"]) for item in callback["inputs"]] == [(ids.PAGE, "search")]


@EVERY_PAGE
def test_a_change_of_year_draws_what_a_visit_of_that_year_would_draw(
    visitor: Visitor, store: Store, which: Page
) -> None:
    here = sample(which, store)
    query = f"?pilier={store.choices.pillars[1]}"
    if which.slug != "bilan":
        query += f"&annee={store.choices.years[1]}"
    before = visitor.panels(here)
    answered = visitor.move(here, query)["answer"]["places"]
    wanted = visitor.panels(here + query)
    for slug, content in some(wanted.items()):
        drawn = answered.get(ids.panel(slug), before[slug])
        assert outlined(drawn, store) == content, slug


def outlined(drawn: str, store: Store) -> str:
    """What a panel shows, its outlines in place of their ranks."""
    held = json.loads(store.places.outlines)

    def path(found: re.Match[str]) -> str:
        return f' d="{"".join(held[int(rank)] for rank in found[1].split())}"'

    return re.sub(r' data-contours="([\d ]*)"', path, drawn)


def test_a_page_is_sent_only_what_it_does_not_show(visitor: Visitor) -> None:
    first = visitor.move("/", "?annee=2018")
    again = visitor.ask("/", "?annee=2018", marks=first["marks"]).get_json()["response"][ids.PAGE]
    assert first["answer"]["places"].keys() == first["marks"].keys() == again["marks"].keys()
    assert again["answer"]["places"] == {}


def test_a_move_says_what_is_shown_in_the_bar_the_status_and_the_title(visitor: Visitor) -> None:
    answer = visitor.move("/", "?annee=2018&pilier=emploi")["answer"]
    assert "2018" in answer["title"]
    for name in (ids.ANNOUNCE, ids.ACTIVE, ids.SUMMARY, ids.PRINT_VIEW):
        assert "2018" in answer["places"][name], name


@pytest.mark.parametrize(
    "query", ["?annee=2035", "?pilier=<script>", "?" + "a=b&" * 600, "?recherche=%", "nimporte"]
)
def test_a_hostile_move_is_answered_as_a_visit_is(visitor: Visitor, query: str) -> None:
    assert visitor.move("/actions", query)["answer"]["title"]


def test_a_page_whose_publication_is_gone_is_told_to_load_anew(visitor: Visitor) -> None:
    assert visitor.ask("/", "?annee=2018", publication="disparue").status_code == GONE
    assert visitor.ask("/", "?annee=2018").status_code == 200


def test_a_broken_question_is_refused_without_a_trace(visitor: Visitor) -> None:
    for body in ({}, {"output": "x.y"}, {"output": "..x..", "outputs": [], "inputs": []}):
        answer = visitor.client.post("/_dash-update-component", json=body)
        assert answer.status_code in (400, 500)
        assert "Traceback" not in answer.get_data(as_text=True)


def test_every_place_that_an_answer_fills_is_on_the_page(visitor: Visitor) -> None:
    for address in ("/", "/actions", "/quartiers"):
        filled = visitor.move(address, "?annee=2018")["answer"]["places"].keys()
        assert filled <= visitor.places(address).keys() | {ids.panel(ids.WORDS)}


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
    for path in some(CODE):
        assert "suppress_callback_exceptions" not in path.read_text(encoding="utf-8")

"""A key of the address is declared once: what knows it derives from there."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dashboard import keys
from dashboard.components import assembly, filters
from dashboard.domain.selection import parse
from dashboard.keys import Key
from dashboard.pages import PAGES, bar, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.view import View
from dashboard.web.routes import data_file_of
from dashboard.web.static_files import ROOT as ASSETS
from tests.components.reading import found, prop, words
from tests.walked import some

MADE_UP = replace(keys.THEME, name="sujet", label="Sujet", chosen="du sujet choisi", shared=True)
"""A shared key that no page names: all that it takes is its line in the list."""


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> Key:
    monkeypatch.setattr(keys, "KEYS", (*keys.KEYS, MADE_UP))
    return MADE_UP


def visit(store: Store, path: str, query: str) -> View:
    visited = router.visit(PAGES, path, query, store)
    assert visited is not None
    return visited[1]


def test_each_key_has_a_name_of_its_own() -> None:
    names = [name for key in keys.KEYS for name in key.names]
    assert len(names) == len(set(names))


def test_each_filter_says_how_a_figure_that_it_does_not_reach_names_it() -> None:
    for key in some(keys.KEYS):
        assert key.chosen or key.role is not keys.KeyRole.FILTER


def test_every_value_of_every_key_is_worded_and_parsed_back(store: Store) -> None:
    for page in some(PAGES):
        for key in (*keys.shared(), *page.keys):
            for value in key.values(store):
                query = f"{key.name}={value}"
                parsed = parse(query, page.choices(store))
                assert parsed.remarks == ()
                if key.value(parsed.selection):
                    said = key.said(store, parsed.selection)
                    assert said.value
                    assert said.sentence
                    assert said.file


def test_a_shared_key_is_one_declaration_and_one_line(registered: Key, chambery: Store) -> None:
    view = visit(chambery, "/", "sujet=sante")
    amount, count = chambery.money.total(view.selection)
    assert (amount, count) == (20_000.0, 2)
    assert [chip.words for chip in bar.chips(view)] == ["Sujet : Santé"]
    assert view.link("/evolutions") == "/evolutions?sujet=sante"
    assert "sujet" in json.loads(keys.told(None))["suivent"]
    assert "sujet\u00a0: Santé" in bar.sentence(PAGES[0], view)
    assert "sujet\u00a0: Santé" in bar.announcement(view)
    assert "sujet\u00a0: Santé" in bar.title(PAGES[0], view)


def test_a_figure_says_the_new_key_or_that_it_does_not_reach_it(
    registered: Key, chambery: Store
) -> None:
    shown = {item.slug: item for item in exhibits_of(PAGES[0], visit(chambery, "/", "sujet=sante"))}
    assert "sujet\u00a0: Santé" in shown["montants"].frame.sentence
    assert shown["montants"].file_name.endswith("sujet-sante")
    assert shown["ecart"].frame.beside == ("Ne dépend pas du sujet choisi.",)


def test_every_export_of_a_theme_says_it(chambery: Store) -> None:
    visited = router.visit(PAGES, "/actions", "theme=sante", chambery)
    bare = router.visit(PAGES, "/actions", "", chambery)
    assert visited
    assert bare
    for slug in ("montants", "piliers", "actions", "porteurs"):
        sheet, other = data_file_of(*visited, slug), data_file_of(*bare, slug)
        assert sheet
        assert other
        assert "thème\u00a0: Santé" in dict(sheet.about)["Filtres"]
        assert any(label.startswith("Lecture (thème\u00a0: Santé") for label, _ in sheet.about)
        assert sheet.name != other.name
        assert "theme-sante" in sheet.name


def test_a_search_narrows_the_headline_the_figures_and_the_list_alike(chambery: Store) -> None:
    view = visit(chambery, "/actions", "recherche=atelier&periode=2016-2025")
    amount, count = chambery.money.total(view.selection)
    page = chambery.actions.page(view.selection)
    assert (page.amount, page.count) == (amount, count)
    assert 0 < count < 748
    assert chambery.money.by_pillar(view.selection).count == count
    assert chambery.money.by_quarter(view.selection, "2015").count == count
    grid = chambery.money.grid(view.selection)
    assert sum(map(sum, grid.counts)) == count


def test_each_chip_is_a_link_that_removes_its_filter_alone(chambery: Store) -> None:
    visited = router.visit(PAGES, "/actions", "theme=sante&recherche=atelier&tri=annee", chambery)
    assert visited is not None
    at = assembly.context(*visited)
    links = found(filters.active(bar.chips(visited[1]), at), css="puce")
    assert [prop(link, "href") for link in links] == [
        "/actions?theme=sante&tri=annee",
        "/actions?recherche=atelier&tri=annee",
    ]
    assert words(links[0]).startswith("Retirer le filtre Recherche")


def test_no_script_spells_a_filter_of_the_address() -> None:
    filters = [key for key in keys.KEYS if key.role is keys.KeyRole.FILTER]
    names = {f'"{name}"' for key in filters for name in key.names}
    folders = (ASSETS, ASSETS / "page")
    for path in (path for folder in folders for path in some(folder.glob("*.js"))):
        found = {name for name in names if name in path.read_text(encoding="utf-8")}
        assert not found, path.name


@pytest.mark.parametrize(
    "query", ["?lieu=Rue", "?annee=2020&mots=a", "?m%6Fts=a", "?a=1&amp;lieu=b"]
)
def test_what_a_reader_looks_for_is_private_however_the_address_spells_it(query: str) -> None:
    assert keys.is_private(query)
    assert not keys.is_private("?recherche=lieu&quartier=mots")


def test_whatever_pillar_the_address_chooses_is_among_those_offered(store: Store) -> None:
    filtered = [p for p in PAGES if keys.PILLAR in p.filters and "*" not in p.path]
    for page in some(filtered):
        for slug in some(store.choices.pillars):
            view = router.view_of(page, "", f"pilier={slug}", store)
            control = keys.PILLAR.control(store, view.selection)
            assert slug in {choice.value for choice in control.choices}, (page.slug, slug)

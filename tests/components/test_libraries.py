"""One script holds all that the live page needs, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dash import dcc
from dash.development.base_component import Component

from dashboard.components import assembly, libraries
from dashboard.pages import PAGES, router
from dashboard.pages.page import Page
from dashboard.store import Store

LOADED_LATER = {
    path.stem.removeprefix("async-") for path in Path(dcc.__file__).parent.glob("async-*.js")
}


def components(node: object) -> Iterator[Component]:
    if isinstance(node, Component):
        yield node
        yield from components(getattr(node, "children", None))
    if isinstance(node, (list, tuple)):
        for item in node:
            yield from components(item)


def test_the_script_starts_the_renderer_once_everything_it_needs_has_run() -> None:
    script = libraries.script()
    order = [b"react.production", b"dash_bootstrap_components", b"webpackChunkdash_core_components"]
    places = [script.index(mark) for mark in order]
    assert places == sorted(places)
    assert script.endswith(b"new DashRenderer();")


def test_tables_of_another_library_and_old_browsers_are_not_sent() -> None:
    script = libraries.script()
    assert b"dash_table" not in script
    assert len(script) < 1_400_000


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_no_page_holds_a_component_whose_script_would_be_missing(
    page: object, store: Store
) -> None:
    shown = router.view_of(page, _param(page, store), "", store)  # type: ignore[arg-type]
    used = {
        type(item).__name__.lower()
        for item in components(assembly.whole(page, shown))
        if item._namespace == "dash_core_components"
    }
    assert not used & LOADED_LATER


def _param(page: Page, store: Store) -> str:
    path = page.path
    if path.startswith("/bilan/"):
        return str(store.choices.default_year)
    if path.startswith("/quartiers/"):
        return store.choices.quarters[0]
    if path.startswith("/actions/"):
        return store.actions.all(router.view_of(PAGES[0], "", "", store).selection)[0].code
    return ""

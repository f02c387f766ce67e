"""All the wiring. Each body calls a pure function; nothing is registered outside ``register``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import ALL, MATCH, ClientsideFunction, Dash, Input, Output, State, no_update

from dashboard.components import assembly, filters, ids
from dashboard.pages import bar, router
from dashboard.pages.page import Page
from dashboard.store.shelf import Shelf, Single

CLIENT = "observatoire"


def register(app: Dash, shelf: Shelf | Single, pages: Sequence[Page]) -> None:
    """Wire one app: the address changes by the controls, the panels follow the address."""

    @app.callback(
        Output(ids.panel(MATCH), "children"),
        Input(ids.ADDRESS, "search"),
        State(ids.ADDRESS, "pathname"),
        State(ids.panel(MATCH), "id"),
        State(ids.PUBLICATION, "data"),
        prevent_initial_call=True,
    )
    def show_panel(query: str, path: str, which: dict[str, Any], digest: str) -> Any:
        return panel(shelf, pages, path, query, which["slug"], digest)

    @app.callback(
        Output(ids.ACTIVE, "children"),
        Output(ids.SUMMARY, "children"),
        Output(ids.PRINT_VIEW, "children"),
        Output(ids.ANNOUNCE, "children"),
        Output(ids.TITLE, "data"),
        Input(ids.ADDRESS, "search"),
        State(ids.ADDRESS, "pathname"),
        prevent_initial_call=True,
    )
    def tell(query: str, path: str) -> Any:
        return told(shelf, pages, path, query)

    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction(CLIENT, "adresse"),
        Output(ids.ADDRESS, "search"),
        Input(ids.control(ALL, ALL), "value"),
        Input(ids.graph(ALL), "clickData"),
        Input(ids.graph(ALL), "clickAnnotationData"),
        State(ids.control(ALL, ALL), "id"),
        State(ids.ADDRESS, "search"),
        prevent_initial_call=True,
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction(CLIENT, "titre"),
        Output(ids.TITLE, "modified_timestamp"),
        Input(ids.TITLE, "data"),
        prevent_initial_call=True,
    )


def panel(
    shelf: Shelf | Single, pages: Sequence[Page], path: str, query: str, slug: str, digest: str
) -> Any:
    """The new children of one panel; an unknown address or panel changes nothing."""
    store = shelf.named(digest) or shelf.current()
    found = router.find(pages, path or "/", store)
    one = found[0].panel(slug) if found else None
    if found is None or one is None:
        return no_update
    view = router.view_of(*found, query or "", store)
    return assembly.panel(found[0], one, view)


def told(shelf: Shelf | Single, pages: Sequence[Page], path: str, query: str) -> tuple[Any, ...]:
    """What the bar, the paper, the status region and the window say of the view."""
    store = shelf.current()
    found = router.find(pages, path or "/", store)
    if found is None:
        return (no_update,) * 5
    page, view = found[0], router.view_of(*found, query or "", store)
    controls = bar.controls(page, view)
    context = assembly.context(page, view)
    said = filters.sentence(controls)
    return (
        filters.active(controls, context),
        filters.summary(controls),
        said,
        bar.announcement(view),
        bar.title(page, view),
    )

"""The figures of a view as JSON: what its files hold, with all that travels with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from dashboard.api.resource import Answered, Arguments, Resource, Unanswerable, paged
from dashboard.api.resources import RESOURCES
from dashboard.content import Exhibit, plain
from dashboard.exports import data_file, geography
from dashboard.pages import imprint, router
from dashboard.pages.page import Page, exhibits_of
from dashboard.store import Store
from dashboard.web.mounting import mount, under


def answered(pages: Sequence[Page]) -> tuple[Resource, ...]:
    """Every declared address, those of views answered from those pages."""
    of_views = {
        "/vues": lambda store, asked: _figures(pages, store, asked),
        "/vues/{figure}": lambda store, asked: _values(pages, store, asked),
    }
    return tuple(replace(item, answer=of_views.get(item.path, item.answer)) for item in RESOURCES)


def _shown(pages: Sequence[Page], store: Store, asked: Arguments) -> tuple[str, Sequence[Exhibit]]:
    """The address of the view that is asked, and its figures; Unanswerable where it is no page."""
    said = asked.values["adresse"]
    try:
        found = urlsplit(said.removeprefix(mount()))
    except ValueError:
        found = urlsplit("")
    here = said.startswith("/") and not found.netloc
    visited = router.visit(pages, found.path, found.query, store) if here else None
    if visited is None:
        raise Unanswerable(404, "« adresse » ne mène à aucune page : donnez celle du navigateur.")
    page, view = visited
    return under(mount(), imprint.href(page, view)), exhibits_of(page, view)


def _figures(pages: Sequence[Page], store: Store, asked: Arguments) -> Answered:
    _, shown = _shown(pages, store, asked)
    listed, page = paged(shown, asked)
    data = [
        {"figure": one.slug, "titre": one.title, "lignes": len(data_file.rows(one.table))}
        for one in listed
    ]
    return Answered(data, (), page)


def _values(pages: Sequence[Page], store: Store, asked: Arguments) -> Answered:
    address, shown = _shown(pages, store, asked)
    name = asked.values["figure"]
    value = next((one for one in shown if one.slug == name), None)
    if value is None:
        raise Unanswerable(404, f"Cette vue n’a pas de figure « {name[:40]} ».")
    rows, page = paged(data_file.rows(value.table), asked)
    data = {
        "figure": value.slug,
        "titre": value.title,
        "sous_titre": value.file_subtitle or value.subtitle,
        "filtres": value.frame.sentence,
        "portee": list(value.frame.beside),
        "lecture": plain(value.reading),
        "source": value.source,
        "mentions": list(value.tags),
        "notes": list(dict.fromkeys((*value.notes, *value.table.notes))),
        "vue": address,
        "carte": geography.draws(value),
        "colonnes": data_file.header(value.table),
        "lignes": [[_cell(cell.text, cell.value, cell.decimals) for cell in row] for row in rows],
    }
    return Answered(data, (), page, value.title, value.source, value.frame.sentence)


def _cell(text: str, value: float | str | None, decimals: int | None) -> dict[str, Any]:
    said = float(value) if isinstance(value, int | float) else value
    return {"texte": text, "valeur": said, "decimales": decimals}

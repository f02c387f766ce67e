"""The filter bar: one form, the active filters removable one by one, a drawer on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import keys
from dashboard.components import controls, ids, labels
from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.components.prose import Children, hidden, link
from dashboard.content import Control
from dashboard.domain import french
from dashboard.domain.french import NBSP
from dashboard.html import tags as html
from dashboard.html.element import Element
from dashboard.pages.bar import Chip

NamedLink = tuple[str, str]
"""A link at the end of the bar: label, address. It carries the whole view."""


@dataclass(frozen=True, slots=True)
class FilterBar:
    """What the bar holds: the controls that set filters, those in force, all of them in words.

    ``remarks`` say what the address asks and that does not act, a sentence each.
    """

    controls: Sequence[Control] = ()
    chips: Sequence[Chip] = ()
    sentence: str = ""
    actions: Sequence[NamedLink] = ()
    remarks: Sequence[str] = ()


def bar(value: FilterBar, at: Context) -> Element:
    """The bar: on a phone its form opens as a drawer, whose summary says what is chosen.

    A page without filters keeps its places, so that the wiring is the same on every page.
    """
    if not value.controls:
        return html.Div([_unused(), html.Div(aside(value.remarks), className="page")])
    opener = html.Details(
        html.Summary(
            html.Span(summary(value.sentence), id=ids.SUMMARY), className="btn btn-secondary"
        ),
        className="tiroir",
    )
    fields = controls.form(value.controls, at, "filtres-form", "Filtres")
    line = html.Div([fields, _actions(value.actions, at)], className="filtres-ligne")
    inside = html.Div([opener, line, aside(value.remarks)], className="page")
    settings = html.Div(inside, className="filtres-reglages")
    marks: dict[str, Any] = {"className": "filtres-actifs", "tabIndex": -1}
    chips = html.Div(active(value.chips, at), id=ids.ACTIVE, **marks)
    return html.Div([settings, chips], className="filtres", role="search")


def _unused() -> Element:
    return html.Div([html.Span(id=ids.SUMMARY), html.Div(id=ids.ACTIVE)], hidden=True)


def on_paper(sentence: str, remarks: Sequence[str]) -> str:
    """What the bar says, for paper: « 2016, tous les piliers. « Thème : Santé » n’agit pas… »."""
    return french.typeset(". ".join(part for part in (sentence, " ".join(remarks)) if part))


def aside(remarks: Sequence[str]) -> Element:
    """What the address asks and that does not act here, where all pages say it."""
    return html.Div(said_aside(remarks), id=ids.ASIDE, className="filtres-ecartes")


def said_aside(remarks: Sequence[str]) -> Children:
    """Those sentences, one after the other; nothing where all that is asked acts."""
    return [html.P(french.typeset(" ".join(remarks)))] if remarks else []


def summary(said: str) -> str:
    """What is chosen, in one line: « Filtres : 2016, tous les piliers »."""
    return f"{labels.FILTERS} {said}"


def active(chips: Sequence[Chip], at: Context) -> Children:
    """The filters that the address holds, each a link that removes it, then the reset link."""
    if not chips:
        return []
    title = hidden(f"{labels.ACTIVE_FILTERS}{NBSP}:")
    reset = html.Li(link(labels.RESET, at.path, at, "lien-discret"))
    return [title, html.Ul([*(_chip(item, at) for item in chips), reset])]


def _chip(item: Chip, at: Context) -> Element:
    cross = html.Span("×", className="croix", **aria(hidden="true"))
    said = html.Span(french.typeset(item.words), className="puce-mots")
    label: Children = [hidden(f"{labels.REMOVE} "), said, " ", cross]
    known = data(filtre=item.key, alias=" ".join(item.alike)) if item.alike else {}
    return html.Li(link(label, at.without(item.key, item.rest), at, "puce"), **known)


def _actions(actions: Sequence[NamedLink], at: Context) -> Element:
    links: list[Element] = [
        html.A(
            label,
            href=href,
            className="btn btn-secondary",
            **data(suit=href.partition("?")[0], entier=1),
        )
        for label, href in actions
    ]
    copy = html.Button(
        labels.COPY_LINK,
        type="button",
        className="btn btn-secondary avec-script",
        **data(copier="adresse", **(_year(at) if at.dated else {})),
    )
    return html.Div([copy, *links], className="filtres-actions")


def _year(at: Context) -> dict[str, Any]:
    """What a copied address is given where it names no year: the names of the key, and the year."""
    year = keys.YEAR
    return {"cle": year.name, "noms": " ".join(year.names), "valeur": at.selection.default_year}

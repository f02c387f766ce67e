"""The filter bar: one form, the active filters removable one by one, a drawer on a phone."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.components import controls, ids, words
from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.components.prose import Children, hidden, link
from dashboard.content import Control
from dashboard.domain.french import NBSP
from dashboard.domain.selection import ALL, YEAR
from dashboard.html import tags as html

Action = tuple[str, str]
"""A link at the end of the bar: label, address. It carries the whole view."""


def bar(items: Sequence[Control], at: Context, actions: Sequence[Action] = ()) -> Component:
    """The bar: on a phone its form opens as a drawer, whose summary says what is chosen."""
    opener = html.Details(
        html.Summary(html.Span(summary(items), id=ids.SUMMARY), className="btn btn-secondary"),
        className="tiroir",
    )
    fields = controls.form(items, ids.BAR, at, "filtres-form", "Filtres")
    chips = html.Div(active(items, at), id=ids.ACTIVE, className="filtres-actifs")
    children = [opener, html.Div([fields, _actions(actions)], className="filtres-ligne"), chips]
    return html.Div(html.Div(children, className="page"), className="filtres", role="search")


def none() -> Component:
    """What a page without filters keeps, so that the wiring is the same on every page."""
    return html.Div([html.Span(id=ids.SUMMARY), html.Div(id=ids.ACTIVE)], hidden=True)


def summary(items: Sequence[Control]) -> str:
    """What is chosen, in one line: « Filtres : 2016, tous les piliers »."""
    return f"{words.FILTERS} {sentence(items)}"


def sentence(items: Sequence[Control]) -> str:
    """The choices of the bar one after the other, the year first."""
    ordered = sorted(items, key=lambda item: item.key != YEAR)
    return ", ".join(_said(item) for item in ordered)


def active(items: Sequence[Control], at: Context) -> Children:
    """The filters that the address holds, each a link that removes it, then the reset link."""
    chips = [_chip(item, at) for item in items if at.holds(item.key)]
    if not chips:
        return []
    title = hidden(f"{words.ACTIVE_FILTERS}{NBSP}:")
    reset = html.Li(link(words.RESET, at.path, at, "lien-discret"))
    return [title, html.Ul([*chips, reset])]


def _chip(item: Control, at: Context) -> Component:
    cross = html.Span("×", className="croix", **aria(hidden="true"))
    label: Children = [
        hidden(f"{words.REMOVE} "),
        f"{item.label}{NBSP}: {controls.chosen(item)}",
        " ",
        cross,
    ]
    return html.Li(link(label, at.without(item.key), at, "puce"))


def _said(item: Control) -> str:
    label = controls.chosen(item)
    return label[:1].lower() + label[1:] if item.value == ALL else label


def _actions(actions: Sequence[Action]) -> Component:
    links: list[Component] = [
        html.A(
            label,
            href=href,
            className="btn btn-secondary",
            **data(suit=href.partition("?")[0], entier=1),
        )
        for label, href in actions
    ]
    copy = html.Button(
        words.COPY_LINK,
        type="button",
        className="btn btn-secondary avec-script",
        **data(copier="adresse"),
    )
    return html.Div([copy, *links], className="filtres-actions")

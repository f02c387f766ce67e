"""Controls whose value is one key of the address, inside a real GET form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import dash_bootstrap_components as dbc
from dash.development.base_component import Component

from dashboard.components import ids, labels
from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.content import Choice, Control
from dashboard.domain.option import ALL, YEAR
from dashboard.html import tags as html


def control(item: Control, where: str, at: Context) -> Component:
    """One control with its label; ``where`` is the bar or the slug of the exhibit."""
    makers = {"radio": _radio, "checks": _checks, "search": _search}
    return makers.get(item.kind, _select)(item, where, _marks(item, at))


def form(items: Sequence[Control], where: str, at: Context, css: str, label: str = "") -> Component:
    """The controls as a form that works without script: what they leave out is carried along."""
    carried = [_carried(*pair) for pair in at.carried({item.key for item in items})]
    fields = [control(item, where, at) for item in items]
    submit = html.Button(labels.APPLY, type="submit", className="btn btn-secondary appliquer")
    name = aria(label=label) if label else {}
    children = [*carried, *fields, submit]
    return html.Form(children, method="get", action=at.path, className=css, **name)


def default(item: Control, at: Context) -> str | None:
    """The value that the address leaves out for that control; None when the page cannot tell."""
    if item.key == YEAR:
        return str(at.selection.default_year)
    if not at.holds(item.key):
        return item.value
    values = [choice.value for choice in item.choices] or [""]
    return next((value for value in (ALL, "") if value in values), None)


def _marks(item: Control, at: Context) -> dict[str, Any]:
    silent = default(item, at)
    known = {} if silent is None else data(defaut=silent)
    return data(cle=item.key) | known


def _carried(key: str, value: str) -> Component:
    return html.Input(type="hidden", name=key, value=value)


def _select(item: Control, where: str, marks: dict[str, Any]) -> Component:
    """The component shows its placeholder for the empty value, even where a choice has it."""
    box = dbc.Select(
        id=ids.control(item.key, where),
        name=item.key,
        options=_options(item),
        value=item.value,
        placeholder=next((choice.label for choice in item.choices if not choice.value), ""),
    )
    return html.Label([_label(item), *_hint(item), box], className="controle", **marks)


def _search(item: Control, where: str, marks: dict[str, Any]) -> Component:
    box = dbc.Input(
        id=ids.control(item.key, where),
        name=item.key,
        type="search",
        value=item.value,
        debounce=True,
    )
    field = html.Label([_label(item), *_hint(item), box], className="champ")
    button = html.Button(labels.SEARCH, type="submit", className="btn btn-secondary")
    return html.Div([field, button], className="controle controle-recherche", **marks)


def _radio(item: Control, where: str, marks: dict[str, Any]) -> Component:
    box = dbc.RadioItems(
        id=ids.control(item.key, where),
        name=item.key,
        options=_options(item),
        value=item.value,
        inline=True,
    )
    return _fieldset(item, box, marks)


def _checks(item: Control, where: str, marks: dict[str, Any]) -> Component:
    box = dbc.Checklist(
        id=ids.control(item.key, where),
        name=item.key,
        options=_options(item),
        value=[part for part in item.value.split(",") if part],
        inline=True,
    )
    return _fieldset(item, box, marks)


def _fieldset(item: Control, box: Component, marks: dict[str, Any]) -> Component:
    legend = html.Legend(item.label, className="etiquette")
    return html.Fieldset([legend, *_hint(item), box], className="controle", **marks)


def _label(item: Control) -> Component:
    return html.Span(item.label, className="etiquette")


def _hint(item: Control) -> list[Component]:
    return [html.Small(item.hint, className="indice")] if item.hint else []


def _options(item: Control) -> list[dict[str, object]]:
    """Options in order; a group is headed by an option that cannot be chosen."""
    options: list[dict[str, object]] = []
    for group, choices in groupby(item.choices, key=lambda choice: choice.group):
        if group and item.kind == "select":
            head = {"label": f"— {group}", "value": f"groupe {group}", "disabled": True}
            options.append(head)
        options.extend(_option(choice) for choice in choices)
    return options


def _option(choice: Choice) -> dict[str, object]:
    if not choice.why:
        return {"label": choice.label, "value": choice.value}
    label = f"{choice.label} ({choice.why})"
    return {"label": label, "value": choice.value, "disabled": True}

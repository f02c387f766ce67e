"""Controls whose value is one key of the address, inside a real GET form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from dashboard.components import labels
from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.components.prose import hidden
from dashboard.content import Choice, Control, Several
from dashboard.domain.french import NBSP
from dashboard.domain.option import ALL, YEAR
from dashboard.html import fields
from dashboard.html import tags as html
from dashboard.html.element import Element
from dashboard.html.fields import FieldOption


def control(item: Control, at: Context) -> Element:
    """One control with its label."""
    makers = {"radio": _radio, "checks": _checks, "search": _search, "several": _several}
    return makers.get(item.kind, _select)(item, _marks(item, at))


def form(items: Sequence[Control], at: Context, css: str, label: str = "") -> Element:
    """The controls as a form that works without script: what they leave out is carried along."""
    carried = [fields.hidden(*pair) for pair in at.carried({item.key for item in items})]
    controls = [*(control(item, at) for item in items if not item.folded), *_folded(items, at)]
    submit = html.Button(labels.APPLY, type="submit", className="btn btn-secondary appliquer")
    name = aria(label=label) if label else {}
    children = [*carried, *controls, submit]
    return html.Form(children, method="get", action=at.path, className=css, **name)


def _folded(items: Sequence[Control], at: Context) -> list[Element]:
    """The controls that stand behind the settings, in a fold."""
    held = [control(item, at) for item in items if item.folded]
    summary = html.Summary(labels.SETTINGS, className="btn btn-secondary")
    inside = html.Div(held, className="reglages-plis")
    return [html.Details([summary, inside], className="reglages-plus")] if held else []


def default(item: Control, at: Context) -> str | None:
    """The value that the address leaves out for that control; None when the page cannot tell."""
    if item.key == YEAR:
        return str(at.selection.default_year)
    if item.several:
        return ""
    if not at.holds(item.key):
        return item.value
    values = [choice.value for choice in item.choices] or [""]
    return next((value for value in (ALL, "") if value in values), None)


def _marks(item: Control, at: Context) -> dict[str, Any]:
    silent = default(item, at)
    known = {} if silent is None else data(defaut=silent)
    return data(cle=item.key) | known


def _select(item: Control, marks: dict[str, Any]) -> Element:
    box = fields.select(item.key, _options(item), item.value)
    return html.Label([_label(item), *_hint(item), box], className="controle", **marks)


def _search(item: Control, marks: dict[str, Any]) -> Element:
    box = fields.entry(item.key, item.value, "search")
    field = html.Label([_label(item), *_hint(item), box], className="champ")
    button = html.Button(labels.SEARCH, type="submit", className="btn btn-secondary")
    return html.Div([field, button], className="controle controle-recherche", **marks)


def _radio(item: Control, marks: dict[str, Any]) -> Element:
    return _fieldset(item, fields.radios(item.key, _options(item), item.value), marks)


def _checks(item: Control, marks: dict[str, Any]) -> Element:
    return _fieldset(item, fields.checkboxes(item.key, _options(item), _parts(item)), marks)


def _several(item: Control, marks: dict[str, Any]) -> Element:
    """Boxes folded under what is chosen; page/several.js keeps these words true."""
    held = item.several or Several("", 1)
    everything, *choices = item.choices
    boxes = replace(item, choices=tuple(choices))
    longest = max((choice.label for choice in item.choices), key=len)
    said = html.Span(_chosen(item, held), className="choix-dit", **data(long=longest))
    head = html.Summary([hidden(f"{item.label}{NBSP}: "), said], className="form-select")
    inside = [
        html.Legend(item.label, className="invisible"),
        html.Button(everything.label, type="button", className="lien-bouton avec-script"),
        *_most(held, len(choices)),
        fields.checkboxes(item.key, _options(boxes), _parts(boxes)),
    ]
    fold = html.Details([head, html.Fieldset(inside, className="choix-plis")], className="plis")
    label = html.Span(item.label, className="etiquette", **aria(hidden="true"))
    words = data(tout=everything.label, noun=held.noun, plus=held.most)
    return html.Div(
        [label, fold], className="controle plusieurs", **marks, **words, **_spelled(held)
    )


def _spelled(held: Several) -> dict[str, Any]:
    """The values that are all there is, and what else is spelled for one, for the script."""
    others = " ".join(f"{code}={value}" for code, value in held.spelled)
    return {
        **(data(entier=" ".join(held.whole)) if held.whole else {}),
        **(data(dit=others) if others else {}),
    }


def _parts(item: Control) -> list[str]:
    return [part for part in item.value.split(",") if part not in ("", ALL)]


def _chosen(item: Control, held: Several) -> str:
    """What is chosen, in a few words; as it is written where the list does not offer it."""
    values, names = _parts(item), {choice.value: choice.label for choice in item.choices}
    if len(values) > 1:
        return f"{len(values)}{NBSP}{held.noun}"
    chosen = values[0] if values else ALL
    return names.get(chosen, chosen)


def _most(held: Several, choices: int) -> list[Element]:
    """How many boxes may be ticked, where not all may."""
    if held.most >= choices:
        return []
    return [html.Small(f"{held.most}{NBSP}{held.noun} au plus", className="indice")]


def _fieldset(item: Control, box: Element, marks: dict[str, Any]) -> Element:
    legend = html.Legend(item.label, className="etiquette")
    return html.Fieldset([legend, *_hint(item), box], className="controle", **marks)


def _label(item: Control) -> Element:
    return html.Span(item.label, className="etiquette")


def _hint(item: Control) -> list[Element]:
    return [html.Small(item.hint, className="indice")] if item.hint else []


def _options(item: Control) -> list[FieldOption]:
    """Options in order; a group is headed by an option that cannot be chosen."""
    options: list[FieldOption] = []
    for group, choices in groupby(item.choices, key=lambda choice: choice.group):
        if group and item.kind in ("select", "several"):
            options.append(FieldOption(f"— {group}", f"groupe {group}", disabled=True))
        options.extend(map(_option, choices))
    return options


def _option(choice: Choice) -> FieldOption:
    label = f"{choice.label} ({choice.why})" if choice.why else choice.label
    return FieldOption(label, choice.value, bool(choice.why))

"""The steps that lead from one view of a map to another, as links."""

from __future__ import annotations

from typing import Any

from dashboard.components import labels
from dashboard.components.marks import aria, data
from dashboard.content import Exhibit, MapMove
from dashboard.html import tags as html
from dashboard.html.element import Element


def moves(value: Exhibit) -> list[Element]:
    """The steps on a map; nothing where it is not moved."""
    if not value.moves:
        return []
    name = aria(label=f"{labels.MOVES}, {value.title}")
    steps = html.Ul([html.Li(step(move)) for move in value.moves])
    return [html.Nav(steps, className="deplacer", **name)]


def step(move: MapMove, **marks: Any) -> Element:
    """One step; one that leads nowhere keeps its place."""
    said = aria(label=move.label) if move.label else {}
    here = {"href": move.href} | data(vue=1) if move.href else {"role": "link", "tabIndex": "0"}
    state = {} if move.href else aria(disabled="true")
    press = data(touche=move.press) if move.press else {}
    return html.A(move.sign, className="pas", **here, **said, **state, **press, **marks)

"""The code that shows a figure in a frame of another site, ready to be pasted."""

from __future__ import annotations

from dashboard import keys
from dashboard.components import labels
from dashboard.components.context import Context
from dashboard.components.prose import Children, hidden
from dashboard.content import Exhibit
from dashboard.html import tags as html
from dashboard.html.attributes import attributes
from dashboard.html.element import Element
from dashboard.view import is_public

AROUND, LINE, SIGNS = 250, 24, 65
"""Pixels of what always stands around a drawing; of a line of words; signs on such a line."""
MAP, TABLE = 500, 400
"""Pixels of a map, which keeps its shape; of a table, which scrolls."""


def code(value: Exhibit, at: Context, address: str) -> str:
    """The HTML that shows that figure on another site, from the whole address of its frame; as tall
    as it is in a column of 600 pixels."""
    held = {
        "src": address,
        "title": f"{value.title} – {at.imprint.name}",
        "width": "100%",
        "height": _tall(value),
        "loading": "lazy",
        "style": {"border": 0},
    }
    return f"<iframe{attributes(held)}></iframe>"


def codes(value: Exhibit, at: Context) -> list[Element]:
    """The codes to paste, of the figure that follows publications and of the one that does not;
    none where no other site may show it, nor of a view that holds what its reader looks for."""
    where = at.embed(value.slug)
    if not at.embeds or not is_public(at.site) or keys.is_private(where) or not _shows(value):
        return []
    live = [] if at.root else [_pasted(labels.FOLLOWS, value, at, f"{at.site}{where}")]
    parts = [*live, _pasted(labels.STAYS, value, at, at.lasting(where))]
    seen: Children = [labels.SEE_EMBED, hidden(f", {value.title}")]
    head = html.P([labels.EMBED, " (", html.A(seen, href=where), ")"], className="etiquette")
    return [html.Div([head, *parts], className="encarts")]


def _pasted(label: str, value: Exhibit, at: Context, address: str) -> Element:
    box = html.Textarea(
        code(value, at, address),
        readOnly=True,
        rows=3,
        className="form-control",
        spellCheck="false",
    )
    name: Children = [label, hidden(f", {value.title}")]
    return html.Label([html.Span(name), box], className="controle")


def _shows(value: Exhibit) -> bool:
    return value.chart is not None or bool(value.table.rows)


def _tall(value: Exhibit) -> int:
    """Pixels of the frame, to the next ten."""
    drawn = value.height if value.chart is not None and not value.table_first else TABLE
    drawn = MAP if value.full_screen else drawn
    words = "".join(item.text for item in (*value.reading, *value.verdict))
    key = "    ".join(f"    {label}" for _, label in value.legend)
    said = (value.title * 2, value.subtitle, value.frame.whole, value.source, words, key)
    lines = sum(-(-len(part) // SIGNS) for part in said)
    return -(-(drawn + AROUND + LINE * lines) // 10) * 10

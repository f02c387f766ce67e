"""An exhibit on paper: its drawing once and for all, its table cut, what the table leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components import labels
from dashboard.components.context import Context
from dashboard.components.drawing import still
from dashboard.components.exhibit import legend
from dashboard.components.tables import table
from dashboard.content import Printed
from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.element import Element


def head(lines: Sequence[Element], at: Context) -> list[Element]:
    """The first lines of what is printed: whose it is, ``lines``, what the territory says of itself
    everywhere."""
    notice = at.imprint.warning
    said = [html.P(notice, className="papier-avis")] if notice else []
    return [*logo(at), html.P(at.imprint.name, className="nom"), *lines, *said]


def logo(at: Context) -> list[Element]:
    """The logo of whose pages these are; nothing where there is none."""
    held = at.imprint.logo
    if held is None:
        return []
    width, height = held.size
    return [html.Img(src=at.logo(), alt=held.alt, width=width, height=height, className="logo")]


def drawing(value: Printed, legended: bool = True) -> list[Element]:
    """The figure, with its legend if ``legended``; why where nothing can be drawn."""
    item = value.exhibit
    if item.chart is None and not item.table.rows:
        return [html.P(item.empty or item.table.empty, className="vide")]
    if not value.scale or item.chart is None:
        return []
    box = still(item, item.chart, value.scale)
    return [html.Div([box, *(legend(item) if legended else [])], className="papier-dessin")]


def rows(value: Printed, at: Context) -> list[Element]:
    """The rows that fit, and how many there are."""
    said = f"{value.left_out}{french.NBSP}: {labels.REST}" if value.left_out else ""
    rest = [html.P(said, className="papier-reste")] if said else []
    return [html.Div([*bare(value, at), *rest], className="papier-table")]


def bare(value: Printed, at: Context) -> list[Element]:
    """The rows that fit."""
    return [table(value.exhibit.table, at, stacked=True)] if value.exhibit.table.rows else []

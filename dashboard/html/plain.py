"""A tree of Dash components as HTML text: the page before, and without, any script.

Walks what components built. Text and attributes are escaped; an id that is a dict, made for
callbacks, is left out, so that no id stands twice when the live page is laid beside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component

from dashboard.charts.svg import to_svg
from dashboard.html import fields
from dashboard.html.attributes import VOID, attributes
from dashboard.html.static_html import StaticHtml

Draw = Callable[[Mapping[str, Any], int, str], str]
"""(figure, height in pixels, text alternative) → one ``<svg>``."""

DEFAULT_HEIGHT = 320
UNSAID = frozenset({"available_properties", "available_wildcard_properties"})
_TAGS = {"ObjectEl": "object", "MapEl": "map"}


def to_html(node: Any, draw: Draw = to_svg) -> str:
    """The HTML of a component, a text, or a list of them; what has no HTML form gives nothing."""
    return _node(node, draw, "", DEFAULT_HEIGHT)


def _node(node: Any, draw: Draw, alt: str, height: int) -> str:
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, StaticHtml):
        return node.whole()
    if isinstance(node, Component):
        return _component(node, draw, alt, height)
    if isinstance(node, (list, tuple)):
        return "".join(_node(item, draw, alt, height) for item in node)
    return escape(str(node), quote=False)


def _component(node: Component, draw: Draw, alt: str, height: int) -> str:
    kind, props = node._type, props_of(node)
    if node._namespace == "dash_html_components":
        return _element(kind, props, draw, alt, height)
    if kind == "Graph":
        return draw(props.get("figure") or {}, height, alt)
    field = fields.FIELDS.get(kind)
    return field(props) if field else ""


def props_of(node: Component) -> dict[str, Any]:
    """The properties that a component was given, ``data-*`` and ``aria-*`` included, by name.

    Dash keeps them in an order of its own, which changes from one process to the next.
    """
    held = sorted(vars(node).items())
    return {name: value for name, value in held if name[0] != "_" and name not in UNSAID}


def _element(kind: str, props: Mapping[str, Any], draw: Draw, alt: str, height: int) -> str:
    tag = _TAGS.get(kind, kind.lower())
    opening = f"<{tag}{attributes(props)}>"
    if tag in VOID:
        return opening
    alt = str(props.get("data-alt") or alt)
    height = _height(props.get("style")) or height
    inside = _node(props.get("children"), draw, alt, height)
    return f"{opening}{inside}</{tag}>"


def _height(style: Any) -> int:
    """The reserved height of a box in pixels, 0 when it reserves none."""
    found = re.fullmatch(r"(\d+)px", str((style or {}).get("height", "")))
    return int(found[1]) if found else 0

"""A tree of Dash components as HTML text: the page before, and without, any script.

Walks what components built. Text and attributes are escaped; an id that is a dict, made for
callbacks, is left out, so that no id stands twice when the live page is laid beside.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component

from dashboard.html import fields
from dashboard.html.attributes import VOID, attributes
from dashboard.html.static_html import StaticHtml

UNSAID = frozenset({"available_properties", "available_wildcard_properties"})
_TAGS = {"ObjectEl": "object", "MapEl": "map"}


def to_html(node: Any) -> str:
    """The HTML of a component, a text, or a list of them; what has no HTML form gives nothing."""
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, StaticHtml):
        return node.whole()
    if isinstance(node, Component):
        return _component(node)
    if isinstance(node, (list, tuple)):
        return "".join(map(to_html, node))
    return escape(str(node), quote=False)


def _component(node: Component) -> str:
    kind, props = node._type, props_of(node)
    if node._namespace == "dash_html_components":
        return _element(kind, props)
    field = fields.FIELDS.get(kind)
    return field(props) if field else ""


def props_of(node: Component) -> dict[str, Any]:
    """The properties that a component was given, ``data-*`` and ``aria-*`` included, by name.

    Dash keeps them in an order of its own, which changes from one process to the next.
    """
    held = sorted(vars(node).items())
    return {name: value for name, value in held if name[0] != "_" and name not in UNSAID}


def _element(kind: str, props: Mapping[str, Any]) -> str:
    tag = _TAGS.get(kind, kind.lower())
    opening = f"<{tag}{attributes(props)}>"
    return opening if tag in VOID else f"{opening}{to_html(props.get('children'))}</{tag}>"

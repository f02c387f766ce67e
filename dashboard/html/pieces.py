"""What never changes by itself in a component tree, as HTML: one component where there were many.

Dash looks at every component each time anything moves: a table of components is slow to answer,
a table of HTML costs nothing.
"""

from __future__ import annotations

import copy
from typing import Any

from dash.development.base_component import Component

from dashboard.html.plain import SILENT, props_of, to_html


class Piece(Component):
    """An element by its ``tag`` and its ``attrs``, whose content is ``html``.

    assets/page/piece.js draws it.
    """

    _namespace = "observatoire"
    _type = "Piece"

    def __init__(self, tag: str, attrs: dict[str, Any], html: str) -> None:
        self._prop_names = self.available_properties = ["tag", "attrs", "html"]
        self._valid_wildcard_attributes = self.available_wildcard_properties = []
        # Not through Component.__init__: it looks for a package of our namespace each time.
        self.tag, self.attrs, self.html = tag, attrs, html


def pieced(node: Any) -> Any:
    """The same tree, every part without anything that a callback knows made one Piece.

    What has an id, and what holds it, stays as it is.
    """
    return _pieced(node, {})


def _pieced(node: Any, known: dict[int, bool]) -> Any:
    if isinstance(node, (list, tuple)):
        return [_pieced(item, known) for item in node]
    if not isinstance(node, Component):
        return node
    if _still(node, known):
        return _piece(node)
    if getattr(node, "children", None) is None:
        return node
    opened = copy.copy(node)
    opened.children = _pieced(node.children, known)
    return opened


def _still(node: Any, known: dict[int, bool]) -> bool:
    """Whether nothing inside is named or moves; looked at once by node."""
    if isinstance(node, (list, tuple)):
        return all(_still(item, known) for item in node)
    if not isinstance(node, Component):
        return True
    if id(node) not in known:
        plain = node._namespace == "dash_html_components" and not hasattr(node, "id")
        known[id(node)] = plain and _still(getattr(node, "children", None), known)
    return known[id(node)]


def _piece(node: Component) -> Piece:
    props = props_of(node)
    attrs = {name: value for name, value in props.items() if name not in SILENT}
    return Piece(node._type.lower(), attrs, to_html(props.get("children")))

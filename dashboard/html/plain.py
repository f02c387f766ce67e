"""What a page is made of, as HTML text."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboard.html.element import Element


def to_html(node: Any) -> str:
    """The HTML of an element, a text, or a list of them; None and booleans give nothing.

    Texts are escaped.
    """
    if isinstance(node, Element):
        return node.whole()
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, (list, tuple)):
        return "".join(map(to_html, node))
    return escape(str(node), quote=False)

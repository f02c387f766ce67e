"""What never changes by itself on a page, as HTML: one component where there were many.

Dash looks at every component each time anything moves: a table of components is slow to make and
slow to answer, a table of HTML costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash.development.base_component import Component

from dashboard.html.attributes import VOID, attributes


class StaticHtml(Component):
    """An element by its ``tag`` and its ``attrs``, whose content is ``html``.

    assets/page/static_html.js draws it.
    """

    _namespace = "observatoire"
    _type = "StaticHtml"
    _prop_names = available_properties = ["tag", "attrs", "html"]  # noqa: RUF012  # Dash types a list
    _valid_wildcard_attributes = available_wildcard_properties = []  # noqa: RUF012

    def __init__(self, tag: str, attrs: Mapping[str, Any], html: str) -> None:
        # Not through Component.__init__: it looks for a package of our namespace each time.
        self.tag, self.attrs, self.html = tag, attrs, html

    def whole(self) -> str:
        """The element as HTML text."""
        opening = f"<{self.tag}{attributes(self.attrs)}>"
        return opening if self.tag in VOID else f"{opening}{self.html}</{self.tag}>"

"""An element of a page, as HTML: what a view holds is text from the start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.html.attributes import VOID, attributes


@dataclass(frozen=True, slots=True)
class Element:
    """An element by its ``tag`` and its ``attrs``, by the names of React, whose content is
    ``html``."""

    tag: str
    attrs: Mapping[str, Any]
    html: str

    def whole(self) -> str:
        """The element as HTML text."""
        opening = f"<{self.tag}{attributes(self.attrs)}>"
        return opening if self.tag in VOID else f"{opening}{self.html}</{self.tag}>"

"""English words that no French sentence holds, and what a page says to eyes and ears."""

from __future__ import annotations

import re
from html.parser import HTMLParser

WORDS = re.compile(
    r"\b(?:the|of|with|your|you|this|that|there|these|from|have|has|been|will|would|should|cannot|"
    r"are|is|was|were|and|not|found|no data|loading|updating|loaded|failed|error|errors|unknown|"
    r"invalid|missing|required|download|upload|reset|toggle|click|press|select|selected|choose|"
    r"previous|next|submit|cancel|close|open|save|share|edit|delete|add|remove|clear|apply|"
    r"dashboard|chart|graph|trace|axis|legend|tooltip|hover|zoom in|zoom out|pan|box|lasso|"
    r"search|filter|filters|show|hide|more|less|all|none|any|other|others|year|years|month|day|"
    r"quarter|district|amount|rate|value|values|count|total of|table of|page not|not found|"
    r"server|internal|method|allowed|request|too large|bad|try again|please|skip|home|back)\b",
    re.IGNORECASE,
)
NAMES = (
    "the posse 33",
    "sig.ville.gouv.fr",
    "open street",
    "city stade",
    "box office",
)
"""Names that bodies give themselves, and works."""
SPOKEN = frozenset(
    {"aria-label", "aria-description", "title", "alt", "placeholder", "label", "data-alt"}
    | {"data-titre", "data-sous-titre", "data-libelle", "aria-roledescription", "data-title"}
)
"""Attributes that are read or spoken."""
SILENT = frozenset({"script", "style", "code"})


class Heard(HTMLParser):
    """Every text of a document, ``<noscript>`` included, and the addresses that it leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if tag in SILENT:
            self._inside.append(tag)
        self.texts += [value for name, value in held.items() if name in SPOKEN and value]
        if tag == "meta" and held.get("name") == "description":
            self.texts.append(held["content"])
        if tag == "a" and held.get("href", "").startswith("/"):
            self.links.append(held["href"])

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag == self._inside[-1]:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._inside:
            self.texts.append(data.strip())


def heard(document: str) -> Heard:
    """What a document says."""
    reader = Heard()
    reader.feed(document)
    return reader


def english(text: str) -> str:
    """The first English word of a text, names aside; empty where there is none."""
    words = text.lower()
    for name in NAMES:
        words = words.replace(name, "")
    found = WORDS.search(words)
    return found[0] if found else ""

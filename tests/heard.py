"""What a document says, to eyes and to ears."""

from __future__ import annotations

from collections.abc import Collection
from html.parser import HTMLParser


class Heard(HTMLParser):
    """The texts of a document, ``<noscript>`` included, its spoken attributes, where it leads.

    ``spoken`` are the attributes that are read aloud, ``silent`` the elements that say nothing.
    """

    def __init__(self, spoken: Collection[str], silent: Collection[str]) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self._spoken, self._silent = spoken, silent
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if tag in self._silent:
            self._inside.append(tag)
        self.texts += [value for name, value in held.items() if name in self._spoken and value]
        if tag == "meta" and held.get("name") == "description":
            self.texts.append(held["content"])
        if tag == "a" and held.get("href", "").startswith("/"):
            self.links.append(held["href"])

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag == self._inside[-1]:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._inside:
            self.texts.append(data)


def heard(document: str, spoken: Collection[str], silent: Collection[str]) -> Heard:
    """What that document says."""
    reader = Heard(spoken, silent)
    reader.feed(document)
    return reader

"""The HTML as served: what a browser would have to mend is a fault."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.e2e.checks.family import Faults

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure"),
    *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol"),
    *("p", "section", "table", "ul"),
}
PHRASES = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "button", "label", "strong", "em"}
"""Elements that hold words, never blocks."""
ONLY = {
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "dl": frozenset({"dt", "dd", "div"}),
    "table": frozenset({"caption", "colgroup", "thead", "tbody", "tfoot"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "select": frozenset({"option", "optgroup"}),
}
"""What may stand right inside some elements."""
ONCE = frozenset({"a", "button", "form", "label"})
"""Elements that never hold another of their kind."""


class Validator(HTMLParser):
    """Reads a document and keeps what it finds wrong in it."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[str] = []
        self.faults: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self._unless(len(names) == len(set(names)), f"attribut répété dans <{tag}>")
        self._placed(tag)
        one = dict(attrs).get("id")
        if one is not None:
            self._unless(bool(one) and one not in self.ids, f"identifiant répété : {one}")
            self.ids.add(one)
        if tag not in VOID:
            self.held.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.held.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.held or self.held[-1] != tag:
            self.faults.append(f"</{tag}> ferme {self.held[-1:] or 'rien'}")
        if tag in self.held:
            del self.held[len(self.held) - 1 - self.held[::-1].index(tag) :]

    def _placed(self, tag: str) -> None:
        parent = self.held[-1] if self.held else ""
        self._unless(tag in ONLY.get(parent, {tag}), f"<{tag}> dans <{parent}>")
        self._unless(tag not in BLOCKS or parent not in PHRASES, f"<{tag}> dans <{parent}>")
        self._unless(tag not in ONCE or tag not in self.held, f"<{tag}> dans <{tag}>")

    def _unless(self, right: bool, fault: str) -> None:
        if not right:
            self.faults.append(fault)


def faults_of(document: str) -> list[str]:
    """What is wrong in that HTML, each fault once."""
    reader = Validator()
    reader.feed(document)
    reader.close()
    left = [f"<{tag}> jamais fermé" for tag in reader.held]
    return list(dict.fromkeys([*reader.faults, *left]))


def served(page: Page) -> Faults:
    """The document as the server sends it for the address of the page, or as its file holds it."""
    where = urlsplit(page.url)
    if where.scheme == "file":
        return {"R31": faults_of(Path(where.path).read_text("utf-8"))}
    return {"R31": faults_of(page.request.get(page.url).text())}

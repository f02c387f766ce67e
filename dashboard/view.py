"""What one reader looks at on one page: the publication, the selection, the path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from urllib.parse import quote_plus

from dashboard import keys
from dashboard.domain.frame import SaidFilter
from dashboard.domain.selection import Selection
from dashboard.keys import Key
from dashboard.store import Store

DOCUMENTS, FIGURES = "/document/", "/figures/"
"""What stands before the path of a page in the address of its document, of all its figures."""

EMBEDS = "/encart/"
"""What stands before the path of a page and a figure in the address of its frame."""

WAITING = "/preparation/"
"""What stands before the ticket of a document that is being made."""

FROZEN = "/v/"
"""What stands before a publication and the path of a page in an address that never changes."""


def frozen(digest: str, href: str) -> str:
    """The address of that view of that publication, which says the same for as long as it is
    kept."""
    return f"{FROZEN}{digest}{href}"


def is_public(site: str) -> bool:
    """Whether that is the whole address of a site, which may be followed from elsewhere; not where
    nobody said one, or its path alone."""
    return "://" in site


@dataclass(frozen=True)
class View:
    """The one argument of every panel. ``param`` is the variable part of the path, if any.

    ``asked`` is what the address says where the path also speaks in ``selection``, ``unheard`` the
    filters that it names and that the page does not know. ``made`` is what
    was made of this view and may be asked twice: a sheet shows what its page shows.
    """

    store: Store
    selection: Selection
    path: str
    param: str = ""
    remarks: tuple[str, ...] = ()
    asked: Selection | None = None
    unheard: tuple[SaidFilter, ...] = ()
    made: dict[object, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    def worded(self, sentence: str) -> str:
        """A sentence of the interface, in the words that the territory has of its own."""
        return self.store.settings.words.said(sentence)

    @cached_property
    def asked_keys(self) -> tuple[Key, ...]:
        """The keys that the address holds and that the path does not overrule."""
        asked = self.asked or self.selection
        held = keys.in_force(asked)
        return tuple(key for key in held if key.value(asked) == key.value(self.selection))

    def unsearched(self) -> View:
        """The same view without what its reader looks for."""
        asked = self.asked and keys.unsearched(self.asked)
        return replace(self, selection=keys.unsearched(self.selection), asked=asked)

    def link(self, path: str, **changes: str | None) -> str:
        """An address on another page: what is shared follows the reader, ``changes`` apply."""
        if not changes:
            return f"{path}{self._shared}"
        selection = self.selection.shared()
        for key, value in changes.items():
            selection = selection.having(key, value)
        return selection.href(path)

    def document(self, form: str) -> str:
        """The file of the document of this page, for what the address asks of it."""
        return (self.asked or self.selection).href(f"{DOCUMENTS}{self.path.lstrip('/')}.{form}")

    def portrait(self, code: str) -> str:
        """The page of a quarter: its path says the quarter and the perimeters, so no key does."""
        return self.link(f"/quartiers/{code}", quartier=None, generation=None)

    def linking(self, path: str, key: str) -> Callable[[str], str]:
        """Addresses on another page by the value of one key of its own, for the rows of a table."""
        start = self.link(path)
        start += f"{'&' if '?' in start else '?'}{key}="
        return lambda value: f"{start}{_quoted(value)}"

    @cached_property
    def _shared(self) -> str:
        """The end of a link that changes nothing: a long table has many."""
        return self.selection.shared().href("")

    def here(self, **changes: str | None) -> str:
        """The address of this page with some keys changed; the page number starts again."""
        rows = keys.ROWS.name
        selection = self.selection if rows in changes else self.selection.having(rows, None)
        for key, value in changes.items():
            selection = selection.having(key, value)
        return selection.href(self.path)


def _quoted(value: str) -> str:
    """The value as an address holds it; slugs, which most are, hold nothing to quote."""
    slug = value.isascii() and value.replace("-", "").isalnum()
    return value if slug else quote_plus(value)

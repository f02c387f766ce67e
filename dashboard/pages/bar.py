"""The controls of the filter bar, and the sentence that says what a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard import keys
from dashboard.content import Control
from dashboard.domain import french
from dashboard.domain.option import COMMA
from dashboard.exhibits import common, told
from dashboard.keys import Key, year
from dashboard.pages import imprint
from dashboard.pages.page import Page
from dashboard.view import View

OTHER_PAGE = "ouvre la page de l’année"
"""What is said beside a list whose choice leads to another page."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that the address holds: its key, its words, what remains of its values without this
    one, the values that say the same as its own (none where no other does)."""

    key: str
    words: str
    rest: str = ""
    alike: tuple[str, ...] = ()


def controls(page: Page, view: View) -> tuple[Control, ...]:
    """The filters that the page offers."""
    store, selection = view.store, view.selection
    found = []
    for key in page.filters:
        found.append(key.control(store, selection, OTHER_PAGE if key is page.spoken else ""))
        if key is keys.YEAR and page.spans:
            found.append(year.since(store, selection))
    return tuple(found)


def chips(view: View) -> tuple[Chip, ...]:
    """Every filter that the address holds, in words, one a value."""
    return tuple(chip for key in view.asked_keys for chip in _chips(key, view))


def _chips(key: Key, view: View) -> Iterator[Chip]:
    parts = key.parts(view.selection)
    for part in parts:
        alone = view.selection.having(key.name, part) if len(parts) > 1 else view.selection
        said = key.said(view.store, alone)
        rest = COMMA.join(other for other in parts if other != part)
        yield Chip(said.key, f"{said.label} : {said.value}", rest, key.alike(view.store, part))


def sentence(page: Page, view: View) -> str:
    """The choices of the bar one after the other, the year first, then every other filter in
    force: « 2016, tous les piliers, thème : Santé »."""
    held = keys.in_force(view.selection)
    shown = (key for key in keys.KEYS if key in page.filters or key in held)
    return ", ".join(_said(key, view) for key in shown) if page.filters else ""


def _said(key: Key, view: View) -> str:
    if key.applies(view.selection):
        return key.said(view.store, view.selection).sentence
    return french.uncapital(key.everything)


def announcement(view: View) -> str:
    """What is shown, in one sentence, said once after each change."""
    said = f"{common.filters_text(view)} : {told.of(view).sum()}. {' '.join(view.remarks)}"
    return french.typeset(said.strip())


def title(page: Page, view: View) -> str:
    """The title of the window: view, main filter, contract."""
    fictional = " – Territoire fictif" if view.store.settings.fictional else ""
    title = page.title(view)
    unsaid = french.years(*view.selection.years) not in title
    filters = common.filters_text(view, constant=unsaid) if page.filters else ""
    said = " – ".join(part for part in (title, filters, imprint.name(view.store.settings)) if part)
    return french.typeset(f"{said}{fictional}")

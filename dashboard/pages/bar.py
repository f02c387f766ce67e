"""The controls of the filter bar, and the sentence that says what a page shows."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard import keys
from dashboard.content import Control
from dashboard.domain import french
from dashboard.exhibits import common, told
from dashboard.keys import Key, year
from dashboard.pages import imprint
from dashboard.pages.page import Page
from dashboard.view import View

OTHER_PAGE = "ouvre la page de l’année"
"""What is said beside a list whose choice leads to another page."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that the address holds: its key, its words, the values that say the same as its own
    (none where no other does)."""

    key: str
    words: str
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
    """Every filter that the address holds, in words."""
    return tuple(_chip(key, view) for key in view.asked_keys)


def _chip(key: Key, view: View) -> Chip:
    said = key.said(view.store, view.selection)
    alike = key.alike(view.store, key.value(view.selection))
    return Chip(said.key, f"{said.label} : {said.value}", alike)


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
    said = " – ".join(part for part in (title, filters, imprint.name(view.store)) if part)
    return french.typeset(f"{said}{fictional}")

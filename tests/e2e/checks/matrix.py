"""Which pages are looked at, under what conditions: each pair of conditions is met at least once.

Pages are those that the product declares; one that is added is looked at without being named here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from dashboard.domain.option import YEAR, Option
from dashboard.domain.selection import Selection
from dashboard.pages import PAGES as ENTRIES
from dashboard.pages import sheet
from dashboard.pages.page import Page
from dashboard.store import Store
from tests.e2e.checks.family import Faults

PAGES = (*ENTRIES, *sheet.of_each(ENTRIES))

WIDTHS = {1440: 900, 820: 1180, 390: 844, 320: 256}
"""Width and height of the windows: a desk, a tablet, a phone, a page magnified four times."""

TERRITORIES = ("real", "fictional")
MOMENTS = ("live", "plain")
"""The live page; the first HTML, as it is read where no script runs."""
SELECTIONS = ("default", "awkward")

LOST, FAILED = "introuvable", "erreur"
OUTSIDE = {LOST: "/nulle-part", FAILED: "/_dash-component-suites/inconnu/x.js"}
"""Addresses that lead to no page: one that is unknown, one whose answer fails."""
PROJECTED, EMBEDDED, PREPARED, KIT = "projection", "encart", "preparation", "figures"
BESIDE = {
    PROJECTED: "/projection/actions",
    EMBEDDED: "/encart/actions/montants",
    PREPARED: "/document/actions.pptx?annee=2019",
    KIT: "/figures/actions.zip?annee=2019",
}
"""Pages in a frame of their own: the figures of a page on a wall, one on another site, a document
that is prepared, the index of the figures in their ZIP."""


@dataclass(frozen=True, slots=True)
class View:
    """One opening of a page, then resized."""

    page: str
    territory: str
    moment: str
    selection: str
    widths: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.page}-{self.territory}-{self.moment}-{self.selection}-{self.widths[0]}"


def views() -> Iterator[View]:
    """Two openings a page, opposite in everything, so that every pair is met."""
    pairs = (((1440, 320), (820, 390)), ((1440, 390), (820, 320)))
    for rank, slug in enumerate([*(page.slug for page in PAGES), *OUTSIDE]):
        bits = [rank >> place & 1 for place in range(4)]
        for turn, widths in enumerate(pairs[bits[3]]):
            territory, moment, selection = (bit ^ turn for bit in bits[:3])
            yield View(slug, TERRITORIES[territory], MOMENTS[moment], SELECTIONS[selection], widths)


VIEWS = tuple(views())
OF_SITE = frozenset({"R04", "R18", "R25", "R34"})
"""Checks of what surrounds the pages of the site: the skip link, what announces, menu, foot."""

ALONE = frozenset({EMBEDDED, KIT})
"""Pages that stand outside the site, with nothing around them."""

ASIDE = tuple(View(slug, "real", "live", "default", (1440, 320)) for slug in BESIDE)
"""One opening of each of those: what they show is looked at on its own page."""


def asked(view: View, found: Faults) -> Faults:
    """What was found of that view, without what is asked of the pages of the site alone."""
    if view.page not in ALONE:
        return found
    held = {number: what for number, what in found.items() if number not in OF_SITE}
    return held | {"R03": [said for said in held["R03"] if not said.startswith("repère ")]}


def still(slug: str) -> bool:
    """Whether a page is sent as HTML alone, with nothing that takes over."""
    return slug in (FAILED, *BESIDE) or any(page.still for page in PAGES if page.slug == slug)


def address(view: View, store: Store) -> str:
    """The path and the query of a view in that territory."""
    apart = OUTSIDE | BESIDE
    if view.page in apart:
        return apart[view.page]
    page = next(page for page in PAGES if page.slug == view.page)
    params = [param for param in _params(store) if page.exists(store, param)]
    param = params[-1 if view.selection == "awkward" else 0] if page.path.endswith("*") else ""
    pairs = _awkward(page, store) if view.selection == "awkward" else []
    query = f"?{urlencode(pairs)}" if pairs else ""
    return page.path.replace("*", param) + query


def _params(store: Store) -> list[str]:
    """What the last part of an address may be, whatever the page."""
    years = map(str, sorted(store.choices.years, reverse=True))
    ends = sorted(store.choices.years)
    actions = store.actions.all(Selection(year=ends[-1], first_year=ends[0]))
    return [*years, *store.choices.quarters, *(action.code for action in actions)]


def _awkward(page: Page, store: Store) -> list[tuple[str, str]]:
    """The ends of every list at once: first year, last pillar, last quarter, a vain search."""
    known = dict.fromkeys((*page.filters, *page.keys))
    found = [option for key in known for option in key.options(store) if option.key == key.name]
    return [(option.key, _last(option)) for option in found]


def _last(option: Option) -> str:
    if option.free_text:
        return "école & santé"
    if option.key == YEAR:
        return option.values[0]
    return option.values[-1] if option.values else str(option.high)

"""The variable part of an address, where a page has the most to show."""

from __future__ import annotations

from dashboard.pages import Page
from dashboard.store import Store


def param(page: Page, store: Store) -> str:
    """A quarter, a year or a line, as that page, or the sheet made of it, wants; else nothing."""
    line = store.archive.query("select id from actions order by montant desc limit 1")[0]["id"]
    held = {
        "portrait": store.choices.quarters[0],
        "bilan": str(store.choices.years[0]),
        "action": str(line),
    }
    return held.get(page.slug.removeprefix("fiche-"), "")

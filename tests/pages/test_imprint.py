"""Whose pages these are: the screen, paper and the files say it in the same words."""

from __future__ import annotations

import datetime as dt

from dashboard.components import assembly
from dashboard.documents import imprint as of_document
from dashboard.html.plain import to_html
from dashboard.pages import PAGES, imprint, router, sheet
from dashboard.store import Store
from dashboard.words.typography import typeset

DAY = dt.date(2026, 11, 26)
SITE = "https://observatoire.exemple"
QUERY = "annee=2016&pilier=emploi"


def test_a_page_its_sheet_and_its_document_bear_the_same_name_publication_and_notice(
    store: Store,
) -> None:
    said = typeset(imprint.of(store))
    for path in ("/actions", "/fiche/actions"):
        found = router.visit((*PAGES, *sheet.of_each(PAGES)), path, QUERY, store)
        assert found is not None
        shown = to_html(assembly.whole(*found, assembly.PageStamp(SITE, DAY)))
        for words in (said.name, said.publication, said.notice):
            assert words
            assert words in shown, words


def test_the_address_on_paper_names_the_year_that_is_shown_without_being_asked(
    store: Store,
) -> None:
    found = router.visit(PAGES, "/actions", "", store)
    assert found is not None
    page, view = found
    href = imprint.href(page, view)
    assert href == f"/actions?annee={max(store.choices.years)}"
    stamp = of_document.DocumentStamp(SITE, DAY)
    assert of_document.of(page, view, stamp).origin.address == f"{SITE}/v/{store.digest}{href}"
    margins = assembly.margins(page, view, assembly.PageStamp(SITE, DAY))
    assert f"{SITE}{href}" in margins

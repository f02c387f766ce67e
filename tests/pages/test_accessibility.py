"""The accessibility page: not compliant first, then the committed results, dated."""

from __future__ import annotations

from dashboard.content import Hero, Listing, plain
from dashboard.domain import french
from dashboard.pages import accessibility, router
from dashboard.store import Store
from dashboard.words import findings


def blocks(store: Store) -> list[object]:
    view = router.view_of(accessibility.PAGE, "", "", store)
    return [block for panel in accessibility.PAGE.panels for block in panel.blocks(view)]


def test_the_page_first_says_that_no_audit_was_made(store: Store) -> None:
    first = blocks(store)[0]
    assert isinstance(first, Hero)
    assert french.typeset(accessibility.NOT_COMPLIANT) in plain(first.lead)


def test_the_page_lists_every_check_with_its_result_and_the_day(store: Store) -> None:
    (listed,) = [block for block in blocks(store) if isinstance(block, Listing)]
    found = findings.read()
    assert [row.cells[0].text for row in listed.table.rows] == [c.number for c in found.checks]
    assert [row.cells[-1].text for row in listed.table.rows] == [
        french.typeset(check.result) for check in found.checks
    ]
    assert french.typeset(french.date(found.day)) in listed.table.caption

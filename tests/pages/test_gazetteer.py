"""What named places say of quarters: the parts of a year make its lines, each place its reason."""

from __future__ import annotations

import pytest

from dashboard.content import Listing
from dashboard.domain.selection import Selection
from dashboard.pages import gazetteer
from dashboard.store import Store
from tests.views import seen


def test_named_proposed_and_unplaced_make_the_year(chambery: Store) -> None:
    _, listing = gazetteer._by_year(seen(chambery, "/donnees"))
    assert isinstance(listing, Listing)
    for row in listing.table.rows:
        year, named, proposed, _, unplaced, total, _ = row.cells
        parts = [float(cell.value or 0) for cell in (named, proposed, unplaced)]
        assert sum(parts) == pytest.approx(float(total.value or 0))
        assert float(total.value or 0) == pytest.approx(
            chambery.money.total(Selection(year=int(year.value or 0)))[0]
        )


def test_a_place_set_aside_says_why_and_proposes_nothing(chambery: Store) -> None:
    (listing,) = gazetteer._places(seen(chambery, "/donnees"))
    assert isinstance(listing, Listing)
    aside = [row for row in listing.table.rows if row.cells[2].text.startswith("écarté : ")]
    assert len(aside) == sum(bool(place.aside) for place in chambery.known_places())
    assert all(row.cells[3].value in (0, None) for row in aside)


def test_every_place_has_a_reason(chambery: Store) -> None:
    (listing,) = gazetteer._places(seen(chambery, "/donnees"))
    assert isinstance(listing, Listing)
    assert len(listing.table.rows) == len(chambery.known_places())
    assert all(row.cells[2].text for row in listing.table.rows)

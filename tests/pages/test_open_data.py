"""What catalogues take: each year with its lines kept, left out, and what they lack."""

from __future__ import annotations

from dashboard.content import Fold, Listing, Prose, Table, plain
from dashboard.domain import scdl
from dashboard.pages import open_data
from dashboard.store import Store
from tests.claims import spaced
from tests.views import seen
from tests.walked import some


def table(store: Store) -> Table:
    listing, *_ = open_data.panels()[1].blocks(seen(store, "/donnees"))
    assert isinstance(listing, Listing)
    return listing.table


def test_the_lines_kept_and_left_out_make_those_that_are_published(store: Store) -> None:
    rows = some(table(store).rows)
    assert [row.cells[0].value for row in rows] == list(store.subsidised)
    for _, published, kept, left, *_ in (row.cells for row in rows):
        assert float(kept.value or 0) + float(left.value or 0) == published.value


def test_a_year_of_which_nothing_is_kept_has_no_file_and_says_what_lacks(chambery: Store) -> None:
    cells = table(chambery).rows[0].cells
    assert (cells[2].text, cells[2].href) == ("aucune", "")
    assert spaced(cells[4].text).startswith("Sans nom de l’attribuant (132), ")
    assert cells[5].href == "/telecharger/scdl-subventions-2018-porteurs.csv"


def test_holders_above_the_threshold_are_listed_one_by_one(chambery: Store) -> None:
    _, fold = open_data.panels()[1].blocks(seen(chambery, "/donnees"))
    assert isinstance(fold, Fold)
    (listing,) = fold.blocks
    assert isinstance(listing, Listing)
    above = sum(int(row.cells[5].value or 0) for row in table(chambery).rows)
    assert len(listing.table.rows) == above > 0
    amounts = [float(row.cells[3].value or 0) for row in listing.table.rows]
    assert min(amounts) > scdl.THRESHOLD


def test_the_package_counts_its_indicators_and_has_an_address_that_does_not_change(
    store: Store,
) -> None:
    (said,) = open_data.panels()[0].blocks(seen(store, "/donnees"))
    assert isinstance(said, Prose)
    assert f"{len(store.values.indicators)} indicateurs" in spaced(plain(said.paragraphs[0]))
    links = [span.href for part in said.paragraphs for span in part if span.href]
    assert f"/v/{store.digest}/telecharger/indicateurs.zip" in links

"""The files made when they are asked: their names, and what each year holds or leaves out."""

from __future__ import annotations

import pytest

from dashboard.pages import open_files
from dashboard.store import Store
from tests.walked import some


def test_every_line_of_a_year_is_in_the_file_or_counted_with_what_it_lacks(store: Store) -> None:
    for year in some(store.subsidised):
        published, found = store.subsidies(year), open_files.yearly(store, year)
        assert len(found.kept) + found.left_out == len(published)
        euros = sum(holder.amount for holder in found.holders)
        assert euros == pytest.approx(sum(one.amount for one in published))
        assert {line.amount for line in found.kept} <= {one.amount for one in published}


def test_a_file_is_known_by_its_name_and_no_other_is() -> None:
    assert open_files.year_of(open_files.subsidies(2018)) == (2018, False)
    assert open_files.year_of(open_files.holders(2018)) == (2018, True)
    for other in ("scdl-subventions-18.csv", "../scdl-subventions-2018.csv", open_files.PACKAGE):
        assert open_files.year_of(other) is None


def test_a_year_without_subsidy_is_empty_rather_than_made_up(store: Store) -> None:
    found = open_files.yearly(store, 1999)
    assert (found.count, found.kept, found.reasons, found.above) == (0, (), (), ())


def test_what_a_line_lacks_is_counted_from_the_most_common(chambery: Store) -> None:
    counts = [count for _, count in open_files.yearly(chambery, 2018).reasons]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 132

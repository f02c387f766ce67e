"""A list is read from its front in the order asked, no further than it must."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.selection import parse
from dashboard.store import Store, ranking, row_filter
from dashboard.store.archive import Archive
from tests.store.test_aggregates import drawn, many


@many
@given(data=st.data(), sort=st.sampled_from(ranking.SORTS), much=st.integers(1, 800))
def test_walking_along_an_order_gives_what_sorting_the_lines_gives(
    store: Store, data: st.DataObject, sort: str, much: int
) -> None:
    selection = drawn(store, data)
    chosen = store.money.row_filter(selection)
    walked = ranking.walked(chosen, store.archive, sort, store.money.total(selection))
    listed = ranking.listed(*row_filter.rows_of(chosen, store.archive), store.archive, sort)
    assert (walked.count, walked.amount) == pytest.approx((listed.count, listed.amount))
    for one, other in zip(walked.first(much), listed.first(much), strict=True):
        assert np.array_equal(np.asarray(one), np.asarray(other))


@pytest.mark.parametrize("sort", ranking.SORTS)
def test_the_first_page_looks_at_few_rows(
    chambery: Store, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    kept_of = row_filter.kept_of

    def counted(
        chosen: row_filter.RowFilter, archive: Archive, rows: row_filter.RowNumbers
    ) -> row_filter.RowNumbers:
        looked.append(len(rows))
        return kept_of(chosen, archive, rows)

    monkeypatch.setattr(row_filter, "kept_of", counted)
    selection = parse("periode=2016-2025", chambery.choices).selection
    chosen = chambery.money.row_filter(selection)
    found = ranking.walked(chosen, chambery.archive, sort, chambery.money.total(selection))
    assert len(found.first(25)[0]) == 25
    assert sum(looked) <= 2 * ranking.FIRST < found.count

"""Rollups tell what the lines tell, whatever the filters."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.selection import Selection, parse
from dashboard.pages import actions
from dashboard.store import Store, aggregates, row_filter
from tests.walked import some

ROLLED = ("theme", "public", "age")
many = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def drawn(store: Store, data: st.DataObject, *, holder: bool = False) -> Selection:
    """A selection over some years, with any of the filters of the list."""
    years = sorted(data.draw(st.tuples(*[st.sampled_from(store.choices.years)] * 2)))
    values = {mark: store.money.values(mark) for mark in ROLLED}
    if holder:
        values["porteur"] = tuple(store.money.holders)
    options = [
        (key, value)
        for key, known in values.items()
        if known and (value := data.draw(st.sampled_from(["", *known])))
    ]
    pillars = data.draw(st.sets(st.sampled_from(store.choices.pillars), max_size=3))
    start = parse(f"periode={years[0]}-{years[1]}", actions.PAGE.choices(store)).selection
    return replace(start, pillars=tuple(sorted(pillars)), options=tuple(options))


@many
@given(data=st.data())
def test_rollups_and_lines_make_the_same_sums_on_each_axis(
    store: Store, data: st.DataObject
) -> None:
    chosen = store.money.row_filter(drawn(store, data))
    rollups, lines = (
        ask(chosen, store.archive) for ask in (aggregates.aggregate_of, aggregates.lines_of)
    )
    assert (rollups.kind, lines.kind) == ("rollup", "row")
    assert rollups.total() == pytest.approx(lines.total())
    sizes = {mark: len(store.money.values(mark)) + 1 for mark in ROLLED}
    for axis, size in (sizes | {"pillar": 9}).items():
        for one, other in zip(rollups.by(axis, size), lines.by(axis, size), strict=True):
            assert np.allclose(one, other)
    for one, other in zip(
        *(part.by_year_and("pillar", 20, 9) for part in (rollups, lines)), strict=True
    ):
        assert np.allclose(one, other)


@many
@given(data=st.data())
def test_each_place_has_the_lines_that_its_own_lens_keeps(
    store: Store, data: st.DataObject
) -> None:
    chosen = store.money.row_filter(drawn(store, data, holder=True))
    sums, counts = aggregates.by_place(chosen, store.archive)
    for place in some(range(len(sums))):
        rows, amounts = row_filter.rows_of(replace(chosen, places=(place,)), store.archive)
        assert (counts[place], sums[place]) == (len(rows), pytest.approx(amounts.sum()))


def test_a_chosen_place_or_holder_is_counted_line_by_line(example: Store) -> None:
    slug = example.archive.axes["money"]["holders"][0][0]
    for query in (f"porteur={slug}", "quartier=QP099001"):
        selection = parse(query, actions.PAGE.choices(example)).selection
        found = aggregates.aggregate_of(example.money.row_filter(selection), example.archive)
        assert found.kind == "row"
        assert found.total() == pytest.approx(example.money.total(selection))

"""On the sheet of one quarter, a figure keeps that quarter and what it is compared with."""

from __future__ import annotations

import pytest

from dashboard.domain.chart import Ladder, PlaceMap
from dashboard.exhibits import alone, choose, standing
from dashboard.store import Store
from tests.views import seen


def test_the_map_keeps_the_chosen_quarter_and_those_that_are_measured(chambery: Store) -> None:
    found = alone.place(seen(chambery, "/quartiers/QP073001"))
    assert found.title == alone.PLACE
    assert isinstance(found.chart, PlaceMap)
    kept = found.chart.quarters
    assert [shape.territory.code for shape in kept.strong] == ["QP073001"]
    assert {shape.territory.code for shape in kept.told.shapes} == {"QP073001", "QP073002"}
    assert len(found.table.rows) == 2


def test_where_too_many_are_measured_the_chosen_quarter_stands_alone(
    chambery: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "TOLD_APART", 1)
    found = alone.place(seen(chambery, "/quartiers/QP073001"))
    assert isinstance(found.chart, PlaceMap)
    assert [s.territory.code for s in found.chart.quarters.told.shapes] == ["QP073001"]


def test_a_gap_keeps_its_two_ends_in_the_drawing_and_in_the_table(
    chambery: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "STEPS", 2)
    whole = standing.exhibit(seen(chambery, "/quartiers/QP073001"))
    found = alone.gap(whole)
    assert isinstance(found.chart, Ladder)
    gap = found.chart.standing.gap
    assert gap is not None
    ends = {gap.quarter_territory.name, gap.reference_territory.name}
    assert {place.name for place, _ in found.chart.standing.entries} == ends
    assert {row.cells[0].text for row in found.table.rows} == ends
    assert len(whole.table.rows) > 2


def test_a_figure_that_is_no_gap_is_left_as_it_is(chambery: Store) -> None:
    place = alone.place(seen(chambery, "/quartiers/QP073001"))
    assert alone.gap(place) is place

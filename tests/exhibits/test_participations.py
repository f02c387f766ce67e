"""Participations are counted once per action, masked, and never called inhabitants."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.domain.chart import Groups
from dashboard.domain.indicator import Status
from dashboard.exhibits import participations
from dashboard.store import Store
from tests.views import seen


def test_each_age_has_its_row_and_the_rule_is_said(example: Store) -> None:
    view = seen(example, "/actions")
    found = participations.exhibit(view)
    assert found is not None
    assert isinstance(found.chart, Groups)
    groups = example.actions.participations(view.selection, "tranche").groups
    assert [row.cells[0].text for row in found.table.rows] == [group.name for group in groups]
    assert participations.ONCE in found.notes
    assert "habitant" not in plain(found.reading)


def test_a_masked_count_shows_its_mark_and_no_number() -> None:
    cell = participations.cell(Status.SECRET)
    assert (cell.text, cell.value) == ("s", None)
    assert participations.cell(12).value == 12


def test_where_none_is_published_there_is_no_figure(chambery: Store) -> None:
    assert participations.exhibit(seen(chambery, "/actions")) is None


def test_one_action_tells_its_own(example: Store) -> None:
    view = seen(example, "/actions")
    told = [
        found
        for action in example.actions.ranked(view.selection)[:20]
        if (found := participations.of_action(view, action, "tranche", "Âge")) is not None
    ]
    assert told
    assert all(found.table_first and len(found.table.columns) == 3 for found in told)

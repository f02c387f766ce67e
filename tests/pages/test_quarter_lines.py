"""The lines of a quarter: the largest ones, what they make, and the way to the others."""

from __future__ import annotations

from dashboard.content import Exhibit, plain
from dashboard.pages import quarter_lines
from dashboard.store import Store
from tests.views import seen


def lines(store: Store, query: str) -> Exhibit:
    (found,) = quarter_lines.blocks(seen(store, "/quartiers/QP073001", query))
    assert isinstance(found, Exhibit)
    return found


def test_the_table_holds_the_largest_and_says_how_many_there_are(chambery: Store) -> None:
    found = lines(chambery, "annee=2025")
    assert len(found.table.rows) == quarter_lines.LARGEST
    assert found.table.total == 16
    assert "liste entière" in found.subtitle
    assert any(span.href.startswith("/actions?") for span in found.reading)


def test_where_all_are_shown_there_is_no_way_to_others(chambery: Store) -> None:
    year = next(
        year
        for year in chambery.choices.years
        if 0
        < chambery.actions.count(seen(chambery, "/quartiers/QP073001", f"annee={year}").selection)
        <= quarter_lines.LARGEST
    )
    found = lines(chambery, f"annee={year}")
    assert found.subtitle == "Les plus importantes d’abord"
    assert not any(span.href for span in found.reading)


def test_a_quarter_that_no_line_names_says_so(chambery: Store) -> None:
    views = (
        seen(chambery, "/quartiers/QP073001", f"annee={year}&pilier={pillar}")
        for year in chambery.choices.years
        for pillar in chambery.choices.pillars
    )
    view = next(view for view in views if not chambery.actions.count(view.selection))
    assert "aucune ligne ne nomme le quartier" in plain(quarter_lines._lines_reading(view))

"""A trend: a line a quarter, the references that exist, every break said."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.domain.chart import Trend
from dashboard.exhibits import trend
from dashboard.store import Store
from tests.views import seen
from tests.walked import some

POVERTY = "indicateur=taux-pauvrete&generation=2015"


def test_a_line_that_ends_more_than_three_years_before_says_until_when(chambery: Store) -> None:
    old, recent = (
        trend.exhibit(seen(chambery, "/evolutions", f"{POVERTY}&annee={year}"))
        for year in (2025, 2022)
    )
    assert "données jusqu’à 2021" in [tag.replace("\u00a0", " ") for tag in old.tags]
    assert not [tag for tag in recent.tags if tag.startswith("données")]


def test_the_table_holds_every_year_of_every_line(chambery: Store) -> None:
    view = seen(chambery, "/evolutions", POVERTY)
    asked, found = trend.ask(view), trend.exhibit(view)
    series = (*asked.quarters, *asked.references)
    assert [c.label for c in found.table.columns[1:]] == [s.territory.name for s in series]
    points = {(p.year, s.territory.name): p for s in series for p in s.points}
    for row in some(found.table.rows):
        for column, cell in zip(found.table.columns[1:], row.cells[1:], strict=True):
            point = points.get((int(row.cells[0].value or 0), column.label))
            assert cell.value == (point.observation and point.observation.value if point else None)


def test_only_one_generation_of_perimeters_is_drawn(chambery: Store) -> None:
    asked = trend.ask(seen(chambery, "/evolutions", POVERTY))
    assert {s.territory.generation for s in asked.quarters} == {"2015"}


def test_a_break_is_noted_and_keeps_two_points_from_being_compared(chambery: Store) -> None:
    view = seen(chambery, "/evolutions", POVERTY)
    found, breaks = trend.exhibit(view), trend._breaks(trend.ask(view))
    assert breaks
    assert all(f"{item.dated}." in found.notes for item in breaks)
    assert "ne se comparent pas" in plain(found.reading)
    assert all(f"Rupture en {item.year} : {item.reason}." in found.table.notes for item in breaks)


def test_the_chosen_quarter_is_the_one_that_is_told(chambery: Store) -> None:
    found = trend.exhibit(seen(chambery, "/evolutions", f"{POVERTY}&quartier=QP073002"))
    assert isinstance(found.chart, Trend)
    assert "Hauts-de-Chambéry" in plain(found.reading)
    assert found.title.endswith(", Les Hauts-de-Chambéry")


def test_the_year_of_the_bar_is_marked_and_does_not_change_the_lines(chambery: Store) -> None:
    one, other = (
        trend.exhibit(seen(chambery, "/evolutions", f"{POVERTY}&annee={year}"))
        for year in (2018, 2020)
    )
    assert list(one.table.rows) == list(other.table.rows)
    assert {said.key for said in one.frame.marked} >= {"annee"}

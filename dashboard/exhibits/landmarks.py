"""A few rates of one quarter, each with its reference, its gap, and what may be said of its
change: what a sheet of one page has room for."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Cell, Column, Exhibit, Row, Table
from dashboard.domain import french
from dashboard.domain.indicator import Indicator
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose, situation, standing
from dashboard.view import View

SLUG, TITLE = "reperes", "Quatre repères"
COUNT = 4
REFERENCE = 3
"""The column of the reference in the table of a situation."""


def exhibit(view: View, quarter: Territory) -> Exhibit:
    """The rates that lead, those with a reference first: four, or what is published."""
    found = situation.exhibit(view, quarter, _rates(view), SLUG, TITLE)
    return replace(found, table=_judged(view, quarter, found.table), reading=())


def _rates(view: View) -> tuple[Indicator, ...]:
    """The indicators of short tables, then the first of each theme; no count, which has no gap."""
    every = (*_leading(view), *choose.main_indicators(view))
    return tuple(dict.fromkeys(item for item in every if not item.summable))


def _leading(view: View) -> tuple[Indicator, ...]:
    found = (choose.known(view, slug) for slug in choose.leads_of(view).table)
    return tuple(item for item in found if item is not None)


def _judged(view: View, quarter: Territory, table: Table) -> Table:
    rates = {item.label: item for item in _rates(view)}
    order, led = list(rates), {item.label for item in _leading(view)}
    rows = [row for row in table.rows if not row.group]
    rows.sort(key=lambda row: _rank(row.cells[0].text, led, order, _alone(row)))
    kept = [_with_verdict(view, quarter, row, rates) for row in rows[:COUNT]]
    columns = (*table.columns, Column("L’écart se réduit-il ?"))
    return replace(table, columns=columns, rows=tuple(kept))


def _rank(name: str, led: set[str], order: list[str], alone: bool) -> tuple[bool, bool, int]:
    """What leads comes first; then what has a reference; then in the order of the catalogue."""
    return name not in led, alone, order.index(name)


def _alone(row: Row) -> bool:
    return row.cells[REFERENCE].value is None


def _with_verdict(view: View, quarter: Territory, row: Row, rates: dict[str, Indicator]) -> Row:
    judged = standing.judge(view, rates[row.cells[0].text], quarter.code)
    said = f"{french.capital(str(judged.trend))} : {judged.reason}"
    return replace(row, cells=(*row.cells, Cell(said)))

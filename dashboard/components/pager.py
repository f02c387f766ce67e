"""Long tables page by page: which rows are shown, what is said of the others, links to them."""

from __future__ import annotations

from dashboard import keys
from dashboard.components import labels
from dashboard.components.context import Context
from dashboard.components.marks import aria
from dashboard.components.prose import link
from dashboard.content import Row, Table
from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.element import Element

LONG = 200
"""A table of more rows than that is not shown whole."""
SHOWN = 50
"""Rows of one page of a long table."""


def shown(value: Table, at: Context) -> tuple[Row, ...]:
    """The rows of the page that the address asks, under the head of their group."""
    if not _is_long(value):
        return tuple(value.rows)
    first = (_page(value, at) - 1) * SHOWN
    rows = tuple(value.rows[first : first + SHOWN])
    if first and not rows[0].group:
        heads = (value.rows[place] for place in range(first - 1, -1, -1))
        return (*[row for row in heads if row.group][:1], *rows)
    return rows


def foot(value: Table, at: Context) -> list[Element]:
    """Which rows are shown, of how many, and where the others are; nothing where all are."""
    if not _is_long(value):
        return _first(value)
    page, count = _page(value, at), len(value.rows)
    span = f"{(page - 1) * SHOWN + 1} à {min(page * SHOWN, count)}"
    rows = f"{french.capital(value.noun[1])} {span} sur {french.number(count)}."
    said = html.P(f"{rows} {labels.WHOLE}", className="source")
    return [said, *(nav(value.caption, page, _last(value), at) if value.paged else [])]


def _first(value: Table) -> list[Element]:
    """« 12 subventions sur 16. » where the table has the first of so many."""
    if value.total <= len(value.rows):
        return []
    held = french.counted(len(value.rows), *value.noun)
    return [html.P(f"{held} sur {french.number(value.total)}.", className="source")]


def nav(name: str, page: int, last: int, at: Context) -> list[Element]:
    """Links to the first page, the last one and those around; none where there is one page."""
    if last < 2:
        return []
    near = sorted({1, last, *(n for n in (page - 1, page, page + 1) if 1 <= n <= last)})
    items = [html.Li(_entry(number, number == page, at)) for number in near]
    said = aria(label=f"{labels.PAGES} {labels.quoted(name)}")
    return [html.Nav(html.Ul(items), className="pages", **said)]


def _entry(number: int, current: bool, at: Context) -> Element:
    if current:
        return html.Span(str(number), **aria(current="page"))
    return link(str(number), at.selection.having(keys.ROWS.name, str(number)).href(at.path), at)


def _is_long(value: Table) -> bool:
    return len(value.rows) > LONG


def _last(value: Table) -> int:
    return max(1, -(-len(value.rows) // SHOWN))


def _page(value: Table, at: Context) -> int:
    asked = int(at.selection.option(keys.ROWS.name, "1") or 1)
    return min(asked, _last(value)) if value.paged else 1

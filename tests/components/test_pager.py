"""A long table is shown page by page, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.components import pager
from dashboard.components.context import Context
from dashboard.components.tables import table
from dashboard.content import Cell, Column, Row, Table
from tests.components import gallery
from tests.components.reading import found, prop, words

COUNT = pager.LONG + 7
PAGES = range(1, 2 + COUNT // pager.SHOWN)
HEAD = Row((Cell("Quartiers prioritaires"),), group=True)
ROWS = (HEAD, *(Row((Cell(f"Quartier {rank}"), Cell("1", 1))) for rank in range(COUNT)))
LONG = Table("Quartiers", (Column("Quartier"), Column("Lignes")), ROWS, paged=True)


def at(page: int) -> Context:
    selection = gallery.AT.selection.having("page", str(page))
    return replace(gallery.AT, selection=selection)


def test_the_pages_of_a_table_hold_each_row_once() -> None:
    shown = [row for page in PAGES for row in pager.shown(LONG, at(page)) if not row.group]
    assert tuple(shown) == ROWS[1:]


@pytest.mark.parametrize("page", PAGES)
def test_each_page_starts_with_the_head_of_its_group(page: int) -> None:
    assert pager.shown(LONG, at(page))[0] == HEAD


def test_a_page_beyond_the_last_is_the_last() -> None:
    assert pager.shown(LONG, at(99)) == pager.shown(LONG, at(PAGES[-1]))


def test_the_foot_says_which_rows_are_shown_and_leads_to_the_others() -> None:
    made = table(LONG, at(2))
    said = words(found(made, css="source")[0])
    assert said.startswith(f"Lignes {pager.SHOWN + 1} à {2 * pager.SHOWN} sur {COUNT + 1}.")
    links = [prop(link, "href") for link in found(found(made, css="pages")[0], "A")]
    assert [link.rpartition("page=")[2] for link in links] == ["1", "3", str(PAGES[-1])]


def test_a_table_that_is_not_paged_shows_its_first_rows_and_says_where_the_others_are() -> None:
    made = table(replace(LONG, paged=False), at(2))
    assert "CSV" in words(found(made, css="source")[0])
    assert not found(made, css="pages")
    assert pager.shown(replace(LONG, paged=False), at(2)) == ROWS[: pager.SHOWN]


def test_a_short_table_says_nothing_of_pages() -> None:
    made = table(gallery.quarters().table, at(2))
    assert not found(made, css="pages")
    assert pager.foot(gallery.quarters().table, at(2)) == []

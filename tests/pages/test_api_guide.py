"""The guide of the addresses for programs: all of them, with what each understands."""

from __future__ import annotations

from dashboard.api.resource import PAGED, ROOT
from dashboard.api.resources import RESOURCES
from dashboard.content import Listing, Prose, Row, plain
from dashboard.pages import api_guide
from dashboard.store import Store
from tests.views import visited
from tests.walked import some


def rows(store: Store) -> tuple[Row, ...]:
    page, view = visited(store, api_guide.PATH)
    (listing,) = [block for block in page.blocks(view) if isinstance(block, Listing)]
    return tuple(listing.table.rows)


def test_every_address_is_listed_with_all_that_it_understands(store: Store) -> None:
    for item, row in zip(RESOURCES, rows(store), strict=True):
        path, name, said = row.cells
        assert path.text == item.path.replace("{", "‹").replace("}", "›")
        assert name.text == item.name
        assert all(one.name in said.text for one in item.parameters(store))
        assert item.paged is (PAGED[1].name in said.text)


def test_an_address_leads_somewhere_only_where_nothing_must_be_filled_in(chambery: Store) -> None:
    links = [row.cells[0] for row in rows(chambery)]
    assert {cell.href for cell in links if "‹" in cell.text} == {""}
    assert f"{ROOT}/quartiers" in {cell.href for cell in links}


def test_the_rules_say_that_an_absence_is_no_zero_and_how_to_cite(store: Store) -> None:
    page, view = visited(store, api_guide.PATH)
    (rules,) = [block for block in page.blocks(view) if isinstance(block, Prose)]
    said = " ".join(plain(part) for part in some(rules.paragraphs))
    assert "Elle n’est jamais 0." in said
    assert f"/v/{store.digest}{ROOT}/territoire" in said

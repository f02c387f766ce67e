"""One quarter has one mark, in every figure of every page, whichever quarter is chosen."""

from __future__ import annotations

import pytest

from dashboard.charts import kinds
from dashboard.charts.scene import Points, Polyline
from dashboard.content import Exhibit
from dashboard.pages import PAGES, router
from dashboard.store import Store
from tests.walked import some


def marks(store: Store, path: str, query: str) -> dict[str, set[object]]:
    """The marks that the figures of a page give to each territory that they name."""
    visited = router.visit(PAGES, path, query, store)
    assert visited is not None
    page, view = visited
    found: dict[str, set[object]] = {}
    for slug in ("ecart", "tendance"):
        panel = page.panel(slug)
        assert panel is not None
        for block in panel.blocks(view):
            assert isinstance(block, Exhibit)
            assert block.chart is not None
            for mark in kinds.draw(block.chart).marks:
                assert isinstance(mark, Polyline | Points)
                assert mark.symbol
                look = (mark.symbol.shape, mark.symbol.hollow)
                found.setdefault(mark.name, set()).add(look)
    return found


OPENED = "indicateur=taux-pauvrete"


@pytest.mark.parametrize(("path", "query"), [("/", ""), ("/evolutions", OPENED)])
def test_a_quarter_has_one_mark_that_no_other_has(store: Store, path: str, query: str) -> None:
    quarters = {q.name for q in store.places.quarters(store.places.generations[0])}
    first = {name: held for name, held in marks(store, path, query).items() if name in quarters}
    assert len(first) > 1
    assert all(len(held) == 1 for held in first.values())
    assert len(set().union(*first.values())) == min(len(first), 8)


def test_choosing_a_quarter_changes_no_mark(store: Store) -> None:
    generation = store.places.generations[0]
    told = marks(store, "/evolutions", f"{OPENED}&generation={generation}")
    measured = [q for q in store.places.quarters(generation) if q.has_national_statistics]
    for quarter in some(measured):
        query = f"{OPENED}&generation={generation}&quartier={quarter.code}"
        assert marks(store, "/evolutions", query) == told

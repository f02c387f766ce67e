"""What makes up a quarter, in its portrait: its own panels, silent where nothing is published."""

from __future__ import annotations

from dashboard.content import Exhibit
from dashboard.pages import quarter_structure
from dashboard.store import Store
from tests.views import seen


def shown(store: Store, code: str) -> dict[str, str]:
    """The panels that show something of that quarter, each with its figure."""
    view = seen(store, f"/quartiers/{code}")
    found = {panel.slug: panel.blocks(view) for panel in quarter_structure.PANELS}
    return {
        slug: block.slug
        for slug, blocks in found.items()
        for block in blocks
        if isinstance(block, Exhibit)
    }


def test_each_panel_shows_the_figure_of_its_name(chambery: Store) -> None:
    found = shown(chambery, "QP073001")
    assert {"ages", "enfants", "niveaux-de-vie", "pieces", "epoques"} == set(found)
    assert all(slug == name for slug, name in found.items())


def test_a_panel_without_figure_leaves_no_hole(chambery: Store) -> None:
    assert "ages" not in shown(chambery, "QN07301M")
    assert shown(chambery, "QVA-73065-CHANTEMERLE") == {}

"""What stands in a quarter: what a source places in its perimeter, and nothing beside it."""

from __future__ import annotations

from dashboard.content import Exhibit, Prose, plain
from dashboard.exhibits import standing_there
from dashboard.store import Store
from tests.views import seen
from tests.walked import some


def test_every_place_of_the_perimeter_is_named_and_no_other(store: Store) -> None:
    for code in some(store.choices.quarters):
        found = standing_there.block(seen(store, f"/quartiers/{code}"), store.places.by_code[code])
        known = {item.name for item in store.known_places() if code in item.quarters}
        shown = {r.cells[1].text for r in found.table.rows} if isinstance(found, Exhibit) else set()
        assert shown == known


def test_no_place_is_lent_to_a_quarter_without_perimeter(chambery: Store) -> None:
    code = "QVA-73065-CHANTEMERLE"
    place = chambery.places.by_code[code]
    found = standing_there.block(seen(chambery, f"/quartiers/{code}"), place)
    assert isinstance(found, Prose)
    assert "son périmètre n’est pas publié" in plain(found.paragraphs[0])

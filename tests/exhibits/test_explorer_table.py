"""The table and the controls of the explorer: no made-up zero; what is refused says why."""

from __future__ import annotations

from dashboard.exhibits import explorer
from dashboard.pages import router
from dashboard.store import Store
from tests.exhibits.test_explorer import ACTIONS, shown, why


def test_what_the_source_does_not_say_is_no_filter(example: Store) -> None:
    view = router.view_of(ACTIONS, "", "selon=theme", example)
    said = {row.cells[0].text: row.cells[0].href for row in explorer.exhibit(view).table.rows}
    heads = [part.head for part in example.cuts.of(view.selection, "theme").parts]
    here = [head for head in heads if head.label in said]
    assert all((said[head.label] == "") is head.unsaid for head in here)
    assert len(here) == len(said)


def test_a_quarter_that_no_line_names_shows_no_zero(chambery: Store) -> None:
    found = shown(chambery, "annee=2025&selon=quartier&pilier=cadre-de-vie")
    years = [at for at, column in enumerate(found.table.columns) if column.detail]
    cells = [row.cells[at] for row in found.table.rows for at in years]
    unnamed = [cell for cell in cells if not cell.value]
    assert unnamed
    for cell in unnamed:
        assert cell.value is None
        assert "0" not in cell.text
    assert all(row.cells[1].value for row in found.table.rows)


def test_stages_make_no_whole_so_no_part_is_told(example: Store) -> None:
    found = shown(example, "selon=etape&combien=part")
    assert "Part du montant" not in [column.label for column in found.table.columns]
    assert found.title.startswith("Montant des")
    assert why(found, "combien", "part") == "les étapes ne font pas un tout"


def test_a_cut_that_the_source_does_not_tell_says_why(chambery: Store, example: Store) -> None:
    found = shown(chambery, "")
    assert why(found, "selon", "financeur") == "un seul financeur connu"
    assert why(found, "selon", "public") == "la source ne le dit pas"
    assert why(shown(example, ""), "selon", "financeur") == ""

"""The list of lines says what a quarter counts of a line that it shares."""

from __future__ import annotations

import pytest

from dashboard.content import Exhibit, Table, plain
from dashboard.domain.funding import Origin
from dashboard.exhibits import action_list
from dashboard.pages import PAGES, actions, router
from dashboard.store import Store

SHARED = "annee=2023&quartier=QP099001"


def lines(store: Store, path: str, query: str) -> Exhibit:
    found = router.visit(PAGES, path, query, store)
    assert found is not None
    page, view = found
    panel = page.panel("lignes")
    assert panel is not None
    shown = panel.blocks(view)[0]
    assert isinstance(shown, Exhibit)
    return shown


def column(table: Table, label: str) -> list[float]:
    place = [item.label for item in table.columns].index(label)
    return [float(row.cells[place].value or 0) for row in table.rows]


def test_what_is_shared_shows_the_share_beside_the_whole(example: Store) -> None:
    shown = lines(example, "/quartiers/QP099001", "annee=2023")
    shares, wholes = column(shown.table, "Part du quartier"), column(shown.table, "Montant entier")
    assert shares == sorted(shares, reverse=True)
    assert all(share <= whole for share, whole in zip(shares, wholes, strict=True))
    assert any(share < whole for share, whole in zip(shares, wholes, strict=True))


@pytest.mark.parametrize("path", ["/bilan/2023", "/quartiers/QP099001"])
def test_the_total_that_is_said_is_the_one_of_the_view(example: Store, path: str) -> None:
    shown = lines(example, path, SHARED)
    found = router.visit(PAGES, path, SHARED, example)
    assert found is not None
    view = found[1]
    amount, count = example.money.total(view.selection)
    said = shown.subtitle + plain(shown.reading)
    assert f"{round(amount):,}".replace(",", "\u202f") in said
    assert len(shown.table.rows) == min(count, 12 if "quartiers" in path else 200)


def test_nothing_shared_keeps_one_column(example: Store) -> None:
    labels = [item.label for item in lines(example, "/bilan/2023", "").table.columns]
    assert labels[-1] == "Montant"
    assert "Part du quartier" not in labels


def test_a_file_cut_short_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    view = router.view_of(actions.PAGE, "", f"annee={store.choices.years[-1]}", store)
    assert action_list.whole(view).notes == ()
    monkeypatch.setattr(action_list, "MAX_ROWS", 3)
    cut = store.settings.line.brief(3)
    assert action_list.whole(view).notes[0].startswith(f"{cut} sur ")
    label = action_list.listing(view).downloads[0][0]
    assert f"{cut} sur " in label


def test_a_proposed_pillar_is_said_once_of_all_or_line_by_line(store: Store) -> None:
    view = router.view_of(actions.PAGE, "", f"annee={store.choices.years[-1]}", store)
    found = action_list.listing(view).table
    labels = [item.label for item in found.columns]
    at = labels.index("Pilier proposé" if "Pilier proposé" in labels else "Pilier")
    tags = {row.cells[at].tags for row in found.rows}
    assert ("Pilier proposé" in labels) == (store.coverage.pillars == {Origin.RULE})
    assert tags == {()} if labels[at] == "Pilier proposé" else tags <= {(), ("pilier proposé",)}

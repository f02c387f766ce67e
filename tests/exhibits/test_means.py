"""The means beside the grants: posts and own subsidies never add to the money of the contract."""

from __future__ import annotations

import pytest

from dashboard.content import plain
from dashboard.domain import french
from dashboard.exhibits import means
from dashboard.store import Store
from tests.views import seen


def test_the_posts_of_a_year_are_counted_by_kind(chambery: Store) -> None:
    found = means.posts(seen(chambery, "/bilan/2023"))
    assert found is not None
    held = [row for row in chambery.rows("postes") if row["annee"] == "2023"]
    assert sum(int(row.cells[1].value or 0) for row in found.table.rows) == len(held)
    assert "théorique" in " ".join(found.notes)


def test_a_cost_that_one_post_does_not_tell_is_no_sum() -> None:
    rows = [
        {"dispositif": "fonjep", "montant": "7164", "anomalie": ""},
        {"dispositif": "fonjep", "montant": "", "anomalie": ""},
    ]
    cost = means._kind(rows, "fonjep").cells[2]
    assert (cost.text, cost.value) == (french.NOT_AVAILABLE, None)


def test_the_own_subsidies_of_a_year_are_said_apart(chambery: Store) -> None:
    year = next(y for y in reversed(chambery.choices.years) if chambery.subsidies(y))
    found = means.agglomeration(seen(chambery, f"/bilan/{year}"))
    assert found is not None
    paid = chambery.subsidies(year)
    assert [item.amount for item in paid] == sorted((i.amount for i in paid), reverse=True)
    assert found.table.rows[0].cells[3].value == pytest.approx(paid[0].amount)
    assert len(found.table.rows) == min(len(paid), means.MOST)
    assert paid[0].holder in plain(found.reading)
    assert "ne s’ajoutent pas" in found.notes[0]


def test_where_nothing_is_published_there_is_no_figure(chambery: Store, example: Store) -> None:
    year = min(chambery.choices.years)
    assert str(year) not in {row["annee"] for row in chambery.rows("postes")}
    assert means.posts(seen(chambery, f"/bilan/{year}")) is None
    assert means.agglomeration(seen(example, f"/bilan/{max(example.choices.years)}")) is None

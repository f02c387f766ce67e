"""Who pays one year and is not published the next: it is told beside what stops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.content import plain
from dashboard.domain.breakdown import Breakdown
from dashboard.domain.selection import Selection
from dashboard.exhibits import changes, moved
from dashboard.store import Store
from dashboard.store.fundings import Fundings
from tests.views import seen


def test_funders_of_the_year_before_that_are_not_published_are_told_beside_what_stops(
    example: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = seen(example, "/", "annee=2024")
    assert "aucun montant publié" not in plain(moved.sentence(view))
    held = type(example.fundings).by_funder

    def fewer(self: Fundings, asked: Selection) -> Breakdown:
        found = held(self, asked)
        first = found.slices[0]
        alone = replace(found, slices=(first,), amount=first.amount)
        return alone if asked.year == 2024 else found

    monkeypatch.setattr(type(example.fundings), "by_funder", fewer)
    assert "Des financeurs de 2023 n’ont aucun montant publié en 2024" in plain(
        moved.sentence(view)
    )
    shown = changes.exhibit(seen(example, "/actions", "annee=2024"))
    assert "aucun montant publié" in plain(shown.verdict)

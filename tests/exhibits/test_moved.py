"""What changed between two years, action by action: the rows make the steps, largest first."""

from __future__ import annotations

import pytest

from dashboard.content import plain
from dashboard.domain.bridge import BridgeMove
from dashboard.exhibits import moved
from dashboard.exhibits.moves_said import WORDS
from dashboard.store import Store
from tests.views import seen
from tests.walked import some


def test_the_gaps_of_the_rows_make_the_gap_of_the_two_years(chambery: Store) -> None:
    view = seen(chambery, "/actions", "annee=2024")
    found = moved.exhibit(view)
    assert found is not None
    first, last = (
        chambery.money.total(seen(chambery, "/actions", f"annee={year}").selection)[0]
        for year in (2023, 2024)
    )
    before, after = (
        sum(float(row.cells[at].value or 0) for row in found.table.rows) for at in (3, 4)
    )
    assert (before, after) == pytest.approx((first, last))


def test_rows_read_one_by_one_are_those_read_together(chambery: Store) -> None:
    found = moved.exhibit(seen(chambery, "/actions", "annee=2024"))
    assert found is not None
    rows = found.table.rows
    assert len(rows) > moved.TOGETHER
    assert [rows[at] for at in (0, moved.TOGETHER, 1)] == [
        list(rows)[at] for at in (0, moved.TOGETHER, 1)
    ]


def test_the_home_page_tells_the_year_before_and_a_period_tells_nothing(chambery: Store) -> None:
    said = plain(moved.sentence(seen(chambery, "/", "annee=2024")))
    assert said.startswith("Depuis 2023, pour le contrat de ville : ")
    assert moved.sentence(seen(chambery, "/", "annee=2016")) == ()
    assert moved.sentence(seen(chambery, "/", "periode=2020-2022")) == ()


def test_without_line_there_is_no_table(chambery: Store) -> None:
    assert moved.exhibit(seen(chambery, "/actions", "recherche=zzzz")) is None


def test_every_way_to_move_has_its_words_or_is_never_said() -> None:
    for unit, words in some(WORDS.items()):
        assert words.keys() == set(BridgeMove), unit

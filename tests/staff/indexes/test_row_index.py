"""An index gives back the rows that it was made of, and finds them."""

from __future__ import annotations

import pytest

from dashboard.depot.edits import key_of, mark_of
from dashboard.schema import TABLES
from dashboard.staff.indexes.row_index import NotWhole, RowIndex, row_index, written

TABLE = TABLES["financements"]
BLANK = dict.fromkeys(TABLE.header, "")
ROWS = [
    BLANK | {"action": f"A{rank % 3}", "financeur": "État", "etape": etape, "montant": "12.50"}
    for rank, etape in enumerate(("accordé", "versé", "accordé", "demandé"))
]


def test_the_rows_are_those_it_was_made_of() -> None:
    found = row_index(TABLE, ROWS)
    assert [found[rank] for rank in range(len(found))] == ROWS
    assert len(row_index(TABLE, ())) == 0


def test_a_row_is_found_by_its_mark_and_what_is_no_mark_finds_none() -> None:
    twice = row_index(TABLE, [*ROWS, ROWS[1]])
    mark = mark_of(TABLE.name, key_of(TABLE.name, ROWS[1]))
    assert twice.ranks(mark) == [1, 4]
    for wrong in ("0" * 16, mark.upper(), mark[:15], "", f"{mark}\n"):
        assert twice.ranks(wrong) == []


def test_a_word_is_found_in_any_column_or_in_those_that_are_said() -> None:
    found = row_index(TABLE, ROWS)
    assert found.holding("accorde").tolist() == [True, False, True, False]
    assert not found.holding("accorde", ("financeur",)).any()


def test_cells_of_a_row_are_told_together_once() -> None:
    found = row_index(TABLE, [*ROWS, *ROWS])
    assert sorted(found.pairs("action", "etape")) == [
        ("A0", "accordé"),
        ("A0", "demandé"),
        ("A1", "versé"),
        ("A2", "accordé"),
    ]
    assert not list(row_index(TABLE, ()).pairs("action", "etape"))


@pytest.mark.parametrize("cut", [0, 4, 100, -1])
def test_what_is_not_whole_is_no_index(cut: int) -> None:
    with pytest.raises(NotWhole):
        RowIndex(memoryview(written(TABLE, ROWS)[:cut]))

"""Rows kept by column are read as the rows that they were."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.schema import PackedRows, coded_of, packed, records_of

HEADER = ("id", "nom")
ROWS = st.lists(st.fixed_dictionaries({name: st.text(max_size=3) for name in HEADER}), max_size=20)


@settings(max_examples=50)
@given(ROWS, st.data())
def test_rows_kept_by_column_are_the_rows_that_were_given(
    rows: list[dict[str, str]], data: st.DataObject
) -> None:
    held = packed(HEADER, rows)
    cut = data.draw(st.integers(0, len(rows)))
    assert held == rows
    assert [held[rank] for rank in range(len(held))] == rows
    assert held[:cut].followed(held[cut:]) == rows
    assert pickle.loads(pickle.dumps(held)) == tuple(rows)
    assert records_of(coded_of(held)) == rows
    assert packed(HEADER, held) is held


def test_a_cell_that_a_row_has_not_is_empty_and_a_row_belongs_to_who_asks() -> None:
    held = PackedRows.of(HEADER, [{"id": "a"}])
    held[0]["nom"] = "changé"
    assert held == [{"id": "a", "nom": ""}]
    assert held != [{"id": "b", "nom": ""}]


def test_a_text_that_many_rows_say_is_held_once() -> None:
    held = PackedRows.of(
        HEADER, ({"id": str(rank), "nom": "é" * (9 - rank // 9)} for rank in range(8))
    )
    assert len({id(text) for text in held.column("nom")}) == 1


def test_a_row_of_another_width_is_not_taken() -> None:
    with pytest.raises(ValueError, match="zip"):
        PackedRows.of_cells(HEADER, [("a",)])

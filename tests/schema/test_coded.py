"""A table coded: every text once, nothing lost."""

from __future__ import annotations

import pandas as pd

from dashboard.schema.coded import coded, distinct, found, texts


def test_every_cell_reads_as_before_and_an_absent_one_is_empty() -> None:
    frame = pd.DataFrame({"a": ["x", None, "x"], "b": ["2", "1", "2"]}, dtype="str")
    given = coded(frame)
    assert given.astype(str).to_dict("list") == {"a": ["x", "", "x"], "b": ["2", "1", "2"]}
    assert texts(given["b"]) == ["2", "1"]
    assert coded(given).dtypes.equals(given.dtypes)


def test_faulty_cells_are_found_with_their_lines() -> None:
    frame = coded(pd.DataFrame({"a": ["x", "y", "x", "z"]}))
    assert list(found(frame, "a", ["x", "z"])) == [(2, "x"), (4, "x"), (5, "z")]
    assert list(found(frame, "a", [])) == []


def test_rows_that_hold_the_same_are_one() -> None:
    frame = coded(pd.DataFrame({"a": ["x", "y", "x", "x"], "b": ["1", "1", "1", "2"]}))
    rank, rows = distinct(frame, ("a", "b"))
    assert [rows[number] for number in rank] == frame.astype(str).to_dict("records")
    assert len(rows) == 3

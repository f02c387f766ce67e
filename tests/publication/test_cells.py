"""Cells are written by slices, exactly as pandas writes them at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.formula import safe
from dashboard.publication import cells

TEXT = st.text(st.sampled_from("aé;\"\r\n \t,'"), max_size=4)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=8))
def test_the_file_is_the_one_that_pandas_writes_but_for_formulas(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    frame = pd.DataFrame(rows, columns=["a", "b;", "c"], dtype=str)
    ours, theirs = (tmp_path_factory.mktemp("csv") / name for name in ("ours", "theirs"))
    cells.write_csv(frame, ours)
    inert = frame.map(safe)
    inert.to_csv(theirs, sep=";", index=False, encoding="utf-8-sig", lineterminator="\r\n")
    assert ours.read_bytes() == theirs.read_bytes()


def test_an_absent_cell_is_written_empty(tmp_path: Path) -> None:
    cells.write_csv(pd.DataFrame({"a": ["x", None], "b": ["", "y"]}, dtype="str"), tmp_path / "f")
    assert (tmp_path / "f").read_bytes() == b"\xef\xbb\xbfa;b\r\nx;\r\n;y\r\n"


def test_every_slice_is_given_once_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "SLICE", 2)
    frame = pd.DataFrame({"a": list("vwxyz"), "b": [0.5, 1.5, 2.5, 3.5, 4.5]})
    found = list(cells.rows(frame, ("b", "a")))
    assert found == [(0.5, "v"), (1.5, "w"), (2.5, "x"), (3.5, "y"), (4.5, "z")]


def test_numbers_reach_the_base_as_numbers() -> None:
    base = sqlite3.connect(":memory:")
    base.execute("create table t (montant real)")
    frame = pd.DataFrame({"montant": [1.5, 2.0]})
    base.executemany("insert into t values (?)", cells.rows(frame, ("montant",)))
    assert base.execute("select sum(montant) from t").fetchone() == (3.5,)
    base.close()

"""Every line is in the rollup of its own values; nothing is lost nor counted twice."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.publication import rollups
from dashboard.publication.axes import Axes
from dashboard.store import archive

AXES = Axes(
    (2020, 2021),
    ("p", "q"),
    (("h", "H"), ("i", "I")),
    {"theme": ("a", ""), "public": ("",), "age": ("",)},
    (),
    {},
    ("f", "g"),
    ("engagé", "versé"),
)
Line = tuple[int, int, int, int, list[tuple[int, int, int]]]
Arrays = dict[str, np.ndarray]
two = st.integers(0, 1)
line = st.tuples(two, two, two, two, st.lists(st.tuples(two, two, st.integers(1, 900)), max_size=4))


def made(found: list[Line]) -> tuple[Arrays, Arrays, np.ndarray]:
    """Codes of the lines, their fundings, what each counts at the first stage."""
    names = ("year", "pillar", "theme", "holder")
    codes = {name: np.array([row[i] for row in found], dtype=int) for i, name in enumerate(names)}
    codes |= {name: np.zeros(len(found), dtype=int) for name in ("public", "age")}
    fundings = [(rank, *each) for rank, row in enumerate(found) for each in row[4]]
    columns = np.array(fundings, dtype=int).reshape(-1, 4).T
    lines = {
        f"line_{name}": column
        for name, column in zip(("row", "funder", "stage", "amount"), columns, strict=True)
    }
    lines["line_counted"] = lines["line_stage"] == 0
    counted = np.where(lines["line_counted"], lines["line_amount"], 0)
    return codes, lines, np.bincount(lines["line_row"], counted, len(found)).astype(float)


@given(st.lists(line, min_size=1, max_size=30))
def test_each_line_is_in_the_rollup_of_its_values(found: list[Line]) -> None:
    codes = made(found)[0]
    of_line, names = rollups.rank(codes)
    for key in archive.ALIKE:
        assert (names[f"rollup_{key}"][of_line] == codes[key]).all()
    assert (
        len({*zip(*(names[f"rollup_{key}"] for key in archive.ALIKE), strict=True)})
        == of_line.max() + 1
    )


@given(st.lists(line, min_size=1, max_size=30))
def test_strata_hold_every_euro_and_every_line_once(found: list[Line]) -> None:
    codes, lines, amounts = made(found)
    of_line, _ = rollups.rank(codes)
    arrays = rollups.arrays_of(of_line, amounts, lines, AXES)
    assert arrays["rollup_amount"].sum() == amounts.sum() == arrays["rollup_funder_amount"].sum()
    assert arrays["rollup_count"].sum() == (amounts > 0).sum()
    assert arrays["rollup_stage_amount"].sum() == lines["line_amount"].sum()
    funders = {(rank, f) for rank, row in enumerate(found) for f, stage, _ in row[4] if stage == 0}
    stages = {(rank, stage) for rank, row in enumerate(found) for _, stage, _ in row[4]}
    assert arrays["rollup_funder_count"].sum() == len(funders)
    assert arrays["rollup_stage_count"].sum() == len(stages)


@given(st.lists(line, min_size=1, max_size=30))
def test_each_holder_has_its_own_rows_in_order(found: list[Line]) -> None:
    codes, _, amounts = made(found)
    arrays = rollups.holders_of(codes, amounts, AXES)
    start, rows = arrays["holder_start"], arrays["holder_rows"]
    for rank in range(2):
        own = rows[start[rank] : start[rank + 1]].tolist()
        assert own == [at for at, row in enumerate(found) if row[3] == rank]
        assert arrays["holder_amount"][:, :, rank].sum() == amounts[own].sum()
        assert arrays["holder_count"][:, :, rank].sum() == (amounts[own] > 0).sum()

"""A table whose columns hold each distinct text once: what is judged once serves every row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.schema.packed import PackedRows
from dashboard.schema.reading import lines_of
from dashboard.system import progress


def coded(frame: pd.DataFrame) -> pd.DataFrame:
    """The table with every cell text, an absent one empty; the same one where it already is."""
    if is_coded(frame):
        return frame
    return pd.DataFrame({name: _coded(frame[name]) for name in _each(frame)}, index=frame.index)


def is_coded(frame: pd.DataFrame) -> bool:
    """Whether each of its columns holds each distinct text once."""
    return all(isinstance(kind, pd.CategoricalDtype) for kind in frame.dtypes)


def _each(frame: pd.DataFrame) -> Iterator[str]:
    """The columns, of which those that are done are said."""
    for rank, name in enumerate(frame.columns):
        yield name
        progress.reached((rank + 1) / len(frame.columns))


def coded_of(rows: PackedRows) -> pd.DataFrame:
    """Those rows as such a table."""
    return pd.DataFrame({name: _categories(cells) for name, cells in rows.columns.items()})


def _coded(column: pd.Series) -> pd.Series:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column
    return pd.Series(_categories(column.fillna("").astype(str)), index=column.index)


def _categories(cells: Iterable[str]) -> pd.Categorical:
    codes, texts = pd.factorize(np.array(list(cells), dtype=object))
    return pd.Categorical.from_codes(codes, categories=pd.Index(texts))


def texts(column: pd.Series) -> list[str]:
    """The distinct texts of a coded column, by first appearance."""
    found: list[str] = column.cat.categories.to_numpy(dtype=object).tolist()
    return found


def found(frame: pd.DataFrame, name: str, wanted: Collection[str]) -> Iterator[tuple[int, str]]:
    """The line and the text of each cell of that column that holds one of those texts."""
    if not wanted:
        return
    held = frame[name].isin(list(wanted)).to_numpy()
    yield from zip(np.array(lines_of(frame))[held].tolist(), frame[name][held], strict=True)


def distinct(
    frame: pd.DataFrame, names: tuple[str, ...]
) -> tuple[npt.NDArray[np.int64], list[dict[str, str]]]:
    """The distinct rows of those columns, and which of them each row is."""
    total = np.zeros(len(frame), dtype=np.int64)
    for name in names:
        column = frame[name].cat
        total, _ = pd.factorize(total * len(column.categories) + column.codes.to_numpy())
    first = np.flatnonzero(~pd.Series(total).duplicated().to_numpy())
    columns = [frame[name].iloc[first] for name in names]
    return total, [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
